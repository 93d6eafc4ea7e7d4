"""Things meant: when a pronoun takes up a thing that the clause is about, and no actor."""

from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item, speaks

_WITH_VERB = frozenset({"aux", "doubt", "neg"})


def takes_up_thing(sentence: Sentence, index: int, feats: str) -> bool:
    """Whether it takes up an indefinite thing that the verb tells of: جسرا كانت تسيطر علي*ه*."""
    clause = sentence.clause_of[index] if index < len(sentence.clause_of) else None
    verb = clause.verb if clause is not None else None
    if verb is None or verb.conj or sentence.items[index].kind != "pron":
        return False
    at = verb.index - 1
    while at and sentence.items[at].kind in _WITH_VERB and not sentence.items[at].conj:
        at -= 1
    thing = sentence.items[at]
    bare = thing.indefinite or (clause is not None and clause.antecedent is thing and not thing.det)
    return thing.kind == "O" and bare and pronoun_fits(thing, feats)


def goes_on_with_thing(sentence: Sentence, clause: Clause, item: Item) -> bool:
    """Whether a joined verb takes up the thing its first takes up: رواية كذبتها تونس *ووصفتها*."""
    thing = clause.antecedent
    if clause.kind != "coord" or clause.verb is not item or thing is None or thing.mention:
        return False
    described = (one.verb for one in sentence.clauses if one.antecedent is thing)
    taken = any(verb and verb is not item and verb.pronoun == item.pronoun for verb in described)
    return taken and pronoun_fits(thing, item.pronoun)


def told_of_it(sentence: Sentence, clause: Clause, verb: Item) -> bool:
    """Whether what the clause says somebody told is about its antecedent, by the verb's pronoun."""
    inner, teller, thing = sentence.clause_of[verb.index], clause.verb, clause.antecedent
    told = teller is not None and speaks(teller) and not teller.pronoun
    if clause.kind != "rel" or thing is None or inner.verb is not verb or not told:
        return False
    while inner.kind == "coord" and inner.parent is not None:
        inner = inner.parent
    said = inner.kind == "an" and inner.parent is clause
    return said and pronoun_fits(thing, verb.pronoun)

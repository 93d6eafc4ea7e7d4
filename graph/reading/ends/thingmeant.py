"""Things meant: when a pronoun takes up a thing that the clause is about, and no actor."""

from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item, comma, speaks
from ..words.word import HEAD, ROLE

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


def goes_on_with_antecedent(sentence: Sentence, clause: Clause, item: Item, feats: str) -> bool:
    """Whether a joined verb with a doer of its own tells more of what the relative clause is about.

    So it is in "البلدة التي تقع قرب دمشق *ويسيطر عليها* حزب الله" and "الخطة التي طرحتها روسيا
    *وتؤيدها* الصين"; a comma ends what is told of it.
    """
    thing, verb, subject = clause.antecedent, clause.verb, clause.subject
    if clause.kind != "coord" or thing is None or verb is None or subject is None:
        return False
    if verb.conj != "و" or subject.index < verb.index or not pronoun_fits(thing, feats):
        return False
    if item is not verb and (item.kind != "pron" or item.index != verb.index + 1):
        return False
    apart = comma(sentence.items[verb.index - 1])
    return not apart or (clause.parent is not None and clause.parent.antecedent is thing)


def by_verb(sentence: Sentence, clause: Clause, index: int) -> bool:
    """Whether a pronoun is the verb's, or stands for a thing behind it: تدعم*هم*, يسيطر *عليها*."""
    verb, item, thing = clause.verb, sentence.items[index], clause.antecedent
    if verb is item or verb is None or thing is None:
        return verb is item
    word = sentence.scene.word(thing.i)
    acts = word is None or word.flags & (ROLE | HEAD)
    acts = acts or sentence.items[thing.index - 1].kind == "self"  # وهي *الجمهورية* التي اعترفت
    behind = item.kind == "pron" and index == verb.index + 1 and not verb.pronoun
    return behind and not acts


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

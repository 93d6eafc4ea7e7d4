"""Saturated: whether a relative clause has all it needs, so that what follows is the outer verb's.

In "هاجم الجيش الذي دخل المدينة *فرنسا*" France is attacked, though no comma closes the clause.
"""

from ..ends.slots import does_deeds, verb_rows
from ..records.agreement import may_be_subject, pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item, speaks
from ..records.stems import is_in

_PHRASES = ("M", "N", "O", "pron")
_AROUND = ("T", "adv", "quote")


def still_waits(sentence: Sentence, clause: Clause, item: Item) -> bool:
    """Whether the clause's verb has not yet got what stands under the item's marker."""
    assert clause.verb is not None
    marker = item.value if item.kind == "prep" else item.marker
    if not any(marker in row.object for row in clause.verb.rows if row.relation is not None):
        return False
    first = clause.verb.index + 1  # its subject
    first += sentence.items[first].kind == "quote"
    return not any(
        other.marker == marker and other.kind in _PHRASES
        for other in sentence.items[first + 1 : clause.b]
        if sentence.clause_of[other.index] is clause
    )


def saturated(sentence: Sentence, current: Clause, item: Item) -> bool:
    """Whether the clause describes the subject behind a verb that waits for this very actor."""
    outer, verb, who = current.parent, current.verb, current.antecedent
    if current.kind != "rel" or outer is None or outer.verb is None or item.conj:
        return False
    if verb is None or who is None:
        return False
    lent = item.kind == "N" and item.indefinite and does_deeds(outer.verb)  # شن مقاتلون ... هجوما
    lent = lent or _decided(sentence, outer, item)
    if item.marker != "direct" or not (lent or _begins(sentence, item)):
        return False
    before = outer.verb.index + 1
    before += sentence.items[before].kind == "quote"
    if who.index != before or who.marker != "direct":
        return False
    if not (lent or still_waits(sentence, outer, item)):
        return False
    if any(o.kind == "M" for o in sentence.items[outer.a : outer.verb.index]):
        return False  # كانت *طهران* تسلح الحركة
    between = sentence.items[verb.index + 1 : item.index]
    if any(sentence.clause_of[o.index] is not current or o.kind == "mark" for o in between):
        return False
    person = verb.feats.split()[1]
    if verb.pronoun and pronoun_fits(who, verb.pronoun):
        near = [o for o in between if o.kind not in _AROUND and o.marker != "gen"]
        return bool(near) and may_be_subject(near[0], person, before=False)
    if not may_be_subject(who, person, before=True):
        return False
    if any(o.kind == "pron" and pronoun_fits(who, o.value) for o in between):
        return False  # الحركة التي تسيطر *عليها فرنسا*
    if any(_goes_on(o) for o in between):
        return False
    takes = any("direct" in row.object + row.topic for row in verb.rows)
    had = any(o.marker == "direct" and o.kind in _PHRASES for o in between)
    return had or bool(verb.pronoun) or (not takes and any(o.kind == "prep" for o in between))


def told_outside(sentence: Sentence, current: Clause, item: Item) -> bool:
    """Whether "that" is what the verb outside says: قالت في بيان اطلعت *عليه* رويترز *إنها*.

    What stands between describes the statement, which a pronoun in it takes up.
    """
    outer, verb, statement = current.parent, current.verb, current.antecedent
    if item.kind != "an" or item.conj or current.kind != "rel":
        return False
    if outer is None or outer.verb is None or verb is None or statement is None:
        return False
    between = sentence.items[verb.index + 1 : item.index]
    waits = any("an" in row.object + row.topic or row.speech for row in verb.rows)
    if not speaks(outer.verb) or not between or (waits and between[0].kind != "pron"):
        return False
    return any(o.kind == "pron" and pronoun_fits(statement, o.value) for o in between)


def _decided(sentence: Sentence, outer: Clause, item: Item) -> bool:
    """Whether the verb outside tells what is done: قررت الحكومة التي يقودها سالم *قطع* العلاقات."""
    verb = outer.verb
    if verb is None or item.kind != "N" or item.det or not item.rows:
        return False
    return any("direct" in c.slot for row in verb_rows(verb) for c in row.control)


def _goes_on(item: Item) -> bool:
    """Whether it may have the next actor for its own: أدان *احتلالها* كوريا, ترأس *بلاده* حلفا."""
    if item.mention is not None:
        return item.mention.kind == "country" and item.marker == "direct"
    deed = item.kind in ("N", "P") and not item.det
    return deed and any("direct" in row.object for row in item.rows)


def _begins(sentence: Sentence, item: Item) -> bool:
    """Whether it may be what the verb outside waits for: an actor, a delegation, a target."""
    if item.kind == "M":
        return True
    function = sentence.scene.function
    kinds = ("sent", "targets", "place_titles")
    return item.kind == "O" and any(is_in(item, function(kind)) for kind in kinds)

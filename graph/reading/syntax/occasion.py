"""Occasions: where a clause ends that describes on what occasion somebody judges, asks or warns.

In "انتقد الوزير في خطاب ألقاه أمس *سياسة* فرنسا" the speech is described, and has all it needs;
what stands behind is what the verb before waits for, though no comma tells.
"""

from ..ends.slots import waited_for
from ..records.agreement import may_be_subject
from ..records.clauses import Clause, Sentence
from ..records.items import Item
from ..words.word import ROLE
from .saturated import still_waits

_PHRASES = ("M", "N", "O", "pron")


def closes_occasion(sentence: Sentence, current: Clause, item: Item) -> bool:
    """Whether the verb before goes on behind a clause that describes an occasion."""
    outer, verb, occasion = current.parent, current.verb, current.antecedent
    if current.kind != "rel" or current.opener is not None or item.conj:
        return False
    if outer is None or outer.verb is None or verb is None or occasion is None:
        return False
    if not (outer.verb.index < occasion.index < verb.index and _under(occasion)):
        return False
    if not (_told_of(sentence, item) and still_waits(sentence, outer, item)):
        return False
    between = sentence.items[verb.index + 1 : item.index]
    if any(o.kind == "mark" or sentence.clause_of[o.index] is not current for o in between):
        return False
    doer = any(
        o.kind == "M" and o.marker == "direct"
        for o in sentence.items[outer.a : occasion.index]
        if o is not outer.verb
    )
    return doer and _has_subject(verb, occasion, outer, between) and _full(verb, item, between)


def _under(occasion: Item) -> bool:
    """Whether it stands under a preposition, perhaps in a genitive: في ختام *جلسة*."""
    step = occasion
    while step.marker == "gen" and step.head is not None:
        step = step.head
    return step.marker not in ("direct", "", "gen")


def _told_of(sentence: Sentence, item: Item) -> bool:
    """Whether somebody may judge or ask it: *بفرنسا*, *سياسة* فرنسا, *قصف* المدينة."""
    first = item
    if item.kind == "prep":
        behind = sentence.items[item.index + 1 : item.index + 2]
        if not behind:
            return False
        first = behind[0]
    if first.kind == "M":
        return item.kind == "prep" or item.marker != "direct"
    word = sentence.scene.word(first.i)
    if first.kind not in ("N", "O") or first.indefinite or word is None or word.flags & ROLE:
        return False
    behind = sentence.items[first.index + 1 : first.index + 2]
    owned = bool(behind) and behind[0].kind == "M" and behind[0].head is first
    return owned or first.nisba is not None or (first.kind == "N" and bool(first.rows))


def _has_subject(verb: Item, occasion: Item, outer: Clause, between: list[Item]) -> bool:
    """Whether it is known who does what the clause tells: the occasion, one behind, or the doer."""
    person = verb.feats.split()[1]
    if not verb.pronoun and may_be_subject(occasion, person, before=True):
        return True
    named = any(
        o.kind in ("M", "O") and o.marker == "direct" and may_be_subject(o, person, before=False)
        for o in between
    )
    assert outer.verb is not None
    return named or person == outer.verb.feats.split()[1]


def _full(verb: Item, item: Item, between: list[Item]) -> bool:
    """Whether the clause needs nothing under the marker of what follows."""
    marker = item.value if item.kind == "prep" else item.marker
    if marker == "direct":
        takes = any("direct" in waited_for(row) for row in verb.rows)
        return bool(between) and (bool(verb.pronoun) or verb.passive or not takes)
    takes = any(marker in waited_for(row) for row in verb.rows)
    return not takes or any(o.marker == marker and o.kind in _PHRASES for o in between)

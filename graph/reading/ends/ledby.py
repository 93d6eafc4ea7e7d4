"""Led by: who leads those who do something, and so does it."""

from ....schema import ActorKind
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, Row
from ..records.stems import is_in
from .arguments import entities

_NEAR = 8  # items between a rising and who leads it
_RISINGS = frozenset({"attacked", "opposes", "protested-against"})
_NOT_LED = frozenset({ActorKind.PERSON, ActorKind.STATE, ActorKind.PLACE})
_BETWEEN = frozenset({"O", "A", "M", "N", "T", "prep", "pron", "quote"})


def leader_of(sentence: Sentence, item: Item) -> list[Entity]:
    """Return who leads the unnamed people who do it: استولى ضباط *بقيادة سالم الراوي* على.

    A state may lead a league: قصف تحالف *بقيادة السعودية*.
    """
    for clause in sentence.clauses:
        if clause.antecedent is item and clause.verb is not None and clause.subject is not None:
            if any(row.relation == "leads" for row in clause.verb.rows):
                return entities(sentence, clause.subject)  # ضباط *يقودهم* سالم الراوي
    words = sentence.scene.function("led_by")
    for other in sentence.items[item.index + 1 : item.index + 6]:
        if other.kind == "M" and other.mention is not None and other.head is not item:
            led = sentence.items[other.index - 1].key in words
            leader = other.mention.entity
            allied = leader.kind == ActorKind.STATE and is_in(
                item, sentence.scene.function("leagues")
            )
            return [leader] if led and (leader.person or allied) else []
        if other.kind not in ("O", "A", "M", "prep") and other.key not in words:
            return []
    return []


def leads_deed(sentence: Sentence, item: Item, row: Row) -> Item | None:
    """Return the person under whom a rising or attack is: انقلاب على الملك *بقيادة العقيد سالم*.

    A body right before him is what he leads: هجوم على *القوات البريطانية* بقيادة سالم.
    """
    if row.relation not in _RISINGS or item.nisba is not None:
        return None
    words = sentence.scene.function("led_by")
    for other in sentence.items[item.index + 1 : item.index + _NEAR]:
        if other.key in words:
            before = sentence.items[other.index - 1]
            led = before.mention is not None and before.mention.entity.kind not in _NOT_LED
            behind = next(iter(sentence.items[other.index + 1 : other.index + 2]), None)
            if behind is None or behind.mention is None or led:
                return None
            return behind if behind.mention.entity.person else None
        if other.kind not in _BETWEEN:
            return None
    return None

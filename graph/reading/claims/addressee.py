"""Addressees: to whom somebody turns who asks, warns or protests: كتب *إلى لندن* يحتج."""

from ....schema import Relation
from ..ends.arguments import entities
from ..ends.slots import verb_rows
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from .objects import own_slot

_SPOKEN = frozenset({"called-on", "warned", "threatened", "protested-against"})
_FELT = frozenset({"supports", "praised"})  # what somebody writes who writes as one that feels so
_TO = ("إلى", "direct", "ل")
_TURNS = frozenset({*_TO, "من"})


def addressee(
    sentence: Sentence, item: Item, relation: Relation, subjects: list[Entity]
) -> tuple[Item | None, list[Entity]]:
    """Return whom the verb before turns to, for a verb or participle that goes on with it.

    Whoever asks may also travel there; whoever warns or protests must write or speak to him.
    """
    asks = relation.id.startswith("requested")
    felt = item.kind == "P" and relation.id in _FELT  # أبرق إلى الملك *مؤيدا*
    if item.det or not (asks or felt or relation.id in _SPOKEN):
        return None, []
    turns = any(_TURNS & set(row.object) for row in verb_rows(item))
    if item.kind == "P" and relation.id == "called-on" and not turns:
        return None, []  # أبرق إلى الملك *متمنيا* له الشفاء
    clause = sentence.clause_of[item.index]
    outer = clause if item.kind == "P" else _outer(clause, item)
    verb = outer.verb if outer is not None else None
    if verb is None or verb.index > item.index:
        return None, []
    writes = sentence.scene.function("addressing")
    if not (asks or any(row.id in writes for row in verb_rows(verb))):
        return None, []
    calls = any("ب" in row.object for row in verb_rows(verb))  # اتصل *بالملك* مهنئا
    markers = (*_TO, *(("ب",) if calls and not asks else ()))
    for marker in markers if item.kind == "V" or not asks else _TO[:2]:
        found = own_slot(sentence, verb, marker)
        if found is not None and found.kind == "M" and found.index < item.index:
            return found, entities(sentence, found, tuple(subjects))
    return None, []


def _outer(clause: Clause, item: Item) -> Clause | None:
    """Return the clause whose subject a verb that nothing joins to it goes on with."""
    outer = clause.parent
    if item.conj or outer is None or clause.kind not in ("coord", "rel"):
        return None
    goes_on = clause.inherited or clause.subject is outer.subject
    return outer if goes_on and clause.subject_entity is outer.subject_entity else None

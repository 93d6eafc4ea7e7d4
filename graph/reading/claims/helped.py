"""Helped: who does something with the help that is named by it: هاجم المدينة *بدعم من ليبيا*."""

from ....schema import Relation
from ..ends.slots import waited_for
from ..records.clauses import Sentence
from ..records.ends import HELP
from ..records.entity import Entity
from ..records.items import Item

_WITH = HELP | {"praised"}  # what something is done with: بدعم من ليبيا, بمباركة ليبية


def helped_by(
    sentence: Sentence, item: Item, relation: Relation
) -> tuple[Entity, Item | None] | None:
    """Return who does something with the help that is named: شنت *أذربيجان* هجوما بدعم تركي."""
    clause = sentence.clause_of[item.index]
    before = sentence.items[item.index - 1]  # متهم *بتزويد سوريا*: what he is accused of
    thanks = before.key.lstrip("وف") in sentence.scene.function("thanks_to")
    if relation.id not in _WITH or item.det or item.pronoun or not (thanks or item.marker == "ب"):
        return None
    who = clause.subject_entity
    if thanks and who is None and clause.parent is not None:
        who = clause.parent.subject_entity
    waiting = (*clause.verb.rows, *before.rows) if clause.verb is not None else ()
    if not thanks:
        deed = _deed_before(sentence, item)
        given = sentence.bound.get(deed.index) if deed is not None else None
        if given is not None and given.subjects and not given.light:
            return given.subjects[0], given.subject_item  # اتهم *الثوار* بنسفه بمساعدة ليبيا
        if clause.verb is None or any("ب" in waited_for(row) for row in waiting):
            return None
    return (who, clause.subject) if who is not None else None


def _deed_before(sentence: Sentence, item: Item) -> Item | None:
    """Return the action noun that something is done with, and that wants no "with" itself."""
    clause = sentence.clause_of[item.index]
    for other in reversed(sentence.items[clause.a : item.index]):
        if other.kind in ("V", "P", "an", "mark") or (other.kind == "N" and other.marker == "gen"):
            return None
        if other.kind == "N":
            wants = any("ب" in waited_for(row) for row in other.rows)
            return None if wants or item.conj else other
    return None

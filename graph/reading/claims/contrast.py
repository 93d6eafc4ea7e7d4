"""Contrast: whom "but" puts in the place of an actor of whom something is denied."""

from collections.abc import Iterator
from dataclasses import replace

from ..ends.arguments import entities
from ..records.clauses import Sentence
from ..records.ends import Found
from ..records.items import Item


def corrected(sentence: Sentence, found: list[Found]) -> Iterator[Found]:
    """Yield what is so instead of what is denied: لم تتهم الجزائر *بل ليبيا* بتدريب المهاجمين."""
    for one in found:
        named = _instead(sentence, one) if one.modality == "negated" else None
        for who in entities(sentence, named) if named is not None else ():
            cleft = sentence.clause_of[one.item.index].cleft
            if one.object_item is not None and not cleft:
                yield replace(one, object=who, object_item=named, modality="actual")
            else:
                yield replace(one, subject=who, subject_item=named, modality="actual")


def _instead(sentence: Sentence, found: Found) -> Item | None:
    """Return the actor behind "but" in the clause of the predicate."""
    clause = sentence.clause_of[found.item.index]
    for item in sentence.items[found.item.index + 1 : clause.b]:
        if item.kind == "instead":
            behind = sentence.items[item.index + 1 : item.index + 3]
            return next((other for other in behind if other.kind == "M"), None)
    return None

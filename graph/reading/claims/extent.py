"""Extent: the words that hold a claim."""

from ..ends.arguments import group
from ..records.clauses import Sentence
from ..records.ends import Bound, Ends
from ..records.items import Item


def extent_of(
    sentence: Sentence, item: Item, ends: Ends, given: Bound | None, topic: Item | None
) -> tuple[int, int]:
    """Return the items from the first to the last that hold the claim."""
    parts = [item.index]
    for part in (ends.subject_item, ends.object_item):
        if part is not None and part.index < len(sentence.items):
            inside = sentence.items[part.index]
            parts += [other.index for other in group(sentence, inside)]
    if given is not None:
        parts.append(given.by.index)
        parts += [p.index for p in (given.subject_item, given.object_item) if p is not None]
    a, b = min(parts), max(parts)
    if topic is not None and 0 < topic.index - b < 8:
        b = topic.index
    while b + 1 < len(sentence.items) and _describes(sentence.items[b + 1], sentence.items[b]):
        b += 1
    return a, b


def _describes(item: Item, before: Item) -> bool:
    """Whether the words go on with an adjective: قاعدة *عسكرية* *روسية*."""
    if item.i != before.j or item.conj or before.kind not in ("N", "O", "A"):
        return False
    return item.kind == "A" or (
        item.kind == "O"
        and item.det == before.det
        and item.topic is None
        and item.marker in ("gen", "direct")
        and item.gender == before.gender
    )

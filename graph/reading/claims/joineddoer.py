"""Joined deeds: who does what "and" joins to a deed of his: استيلاء *الجيش* على الحكم واعتقال X."""

from ..records.clauses import Sentence
from ..records.items import Item
from .deeds import has_both_ends
from .doers import genitive_of

_NEAR = 9  # items between the two deeds
_BOUNDS = frozenset({"V", "an", "sub", "rel", "mark"})


def joined_doer(sentence: Sentence, item: Item) -> Item | None:
    """Return who does the deed before, to which this one is joined without a doer of its own."""
    if item.conj != "و" or item.det or item.pronoun or item.nisba is not None:
        return None
    for other in reversed(sentence.items[max(0, item.index - _NEAR) : item.index]):
        if other.kind in _BOUNDS:
            return None
        if other.kind == "N":
            if other.index in sentence.bound:
                return None  # دعا إلى *انسحاب* فرنسا ومحاربة الحركة
            own = genitive_of(sentence, other)
            return own if own is not None and _does_it(sentence, other, own) else None
    return None


def _does_it(sentence: Sentence, deed: Item, own: Item) -> bool:
    """Whether the actor in the genitive does the deed: what it is done to stands behind him."""
    if has_both_ends(sentence, deed):
        return True  # غزو *فرنسا* لتشاد
    behind = sentence.items[own.index + 1 : own.index + 3]
    markers = {o.value if o.kind == "prep" else o.marker for o in behind}
    rows = [row for row in deed.rows if not markers.isdisjoint(row.object)]
    return bool(rows) and all("direct" not in row.object for row in rows)

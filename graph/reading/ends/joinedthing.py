"""Joined things: what else is judged, struck or helped: هددت أمن المنطقة *ومصالح واشنطن*."""

from collections.abc import Iterator

from ..records.clauses import Sentence
from ..records.items import Item
from .arguments import group
from .joining import opens_clause

_LONGEST = 12  # items from the first thing to the last
_THINGS = ("O", "N")
_BARE = ("", "direct", "gen")
_BETWEEN = frozenset({"O", "N", "M", "A", "quote"})  # of the thing before, or joined to that


def joined_things(sentence: Sentence, first: Item) -> Iterator[Item]:
    """Yield the things and actors joined to a thing by "and": الثكنات *ومعسكرات الجيش*.

    What stands behind a preposition between may be joined to its noun rather, but for an owner:
    مواقع للجيش *ومخازن للحركة*, and not الاعتداء على سيادة ليبيا *ووحدة أراضيها*.
    """
    clause = sentence.clause_of[first.index]
    last = group(sentence, first)[-1].index if first.kind == "M" else first.index
    for other in sentence.items[last + 1 : last + _LONGEST]:
        if sentence.clause_of[other.index] is not clause:
            return
        owner = other.kind == "M" and other.marker == "ل" and not other.conj
        again = other.kind == "prep" and other.conj == "و" and other.value == first.marker
        if owner or again:
            continue
        fits = other.marker in _BARE or other.marker == first.marker
        if other.kind not in _BETWEEN or not fits:
            return
        before = sentence.items[other.index - 1]
        if other.conj == "و" or (before.kind == "prep" and before.conj == "و"):
            if other.kind == "A" or opens_clause(sentence, other):
                return
            alike = other.kind == "M" and (first.kind == "M" or not other.conj)
            if _is_thing(sentence, other) or (alike and other.marker == first.marker):
                yield other
        elif other.conj or other.marker not in _BARE:
            return


def _is_thing(sentence: Sentence, item: Item) -> bool:
    """Whether it is said whose it is: *مصالح* واشنطن, *مواقع* للحركة, *قرار* ألماني."""
    behind = sentence.items[item.index + 1 : item.index + 2]
    owned = bool(behind) and (behind[0].head is item or behind[0].marker == "ل")
    return item.kind in _THINGS and not item.pronoun and (owned or item.nisba is not None)

"""Stems: a word compared with others, whatever its clitics."""

from collections.abc import Mapping

from ..words.clitics import stems
from ..words.text import fold
from .items import Item

_MOST_FOLDED = 2_000
_FOLDED: dict[int, tuple[tuple[str, ...], frozenset[str]]] = {}  # with the words: an id may recur


def is_one_of(item: Item, nouns: tuple[str, ...]) -> bool:
    """Whether the item is one of these nouns, whatever its clitics."""
    return not folded(nouns).isdisjoint(stems(item.key))


def is_in(item: Item, words: Mapping[str, str]) -> bool:
    """Whether the item is a word of this closed class, whatever its clitics."""
    return not words.keys().isdisjoint(stems(item.key))


def counts_as(item: Item, words: Mapping[str, str]) -> tuple[str, str]:
    """Return the word of a closed class that the item is, and what it counts as, or nothing."""
    known = words.keys() & stems(item.key)
    if not known:
        return "", ""
    longest = max(known, key=lambda stem: (len(stem), stem))
    return longest, words[longest]


def folded(words: tuple[str, ...]) -> frozenset[str]:
    """Return words as they are compared; the dozens of a row are found by where they are held."""
    known = _FOLDED.get(id(words))
    if known is None or known[0] is not words:
        if len(_FOLDED) > _MOST_FOLDED:
            _FOLDED.clear()
        known = _FOLDED[id(words)] = words, frozenset(map(fold, words))
    return known[1]

"""Quotations: which marks open and close them, among tokens and among items."""

from collections.abc import Sequence

from ..page.tokens import CLOSING, COMMAS, OPENING
from .clauses import Sentence
from .items import Item
from .scene import Scene

SCARE = 4  # words; a shorter quotation is a name or a scare quote


def quoted_name_end(scene: Scene, i: int) -> int | None:
    """Return the token behind a quoted name of up to five words that opens at i."""
    for k in range(i + 1, min(i + 7, len(scene.tokens))):
        token = scene.tokens[k]
        if token.kind == "q" and token.key in CLOSING + '"':
            return k + 1 if k > i + 1 else None
        if token.kind == "p" and token.key not in "-–'":
            return None
    return None


def opens_quotation(items: Sequence[Item]) -> bool:
    """Whether the last of these items is a quotation mark that opens; straight ones take turns."""
    if not items:
        return False
    key = items[-1].key
    return key in OPENING or (key == '"' and sum(item.key == '"' for item in items) % 2 == 1)


def closing(sentence: Sentence, start: int) -> int | None:
    """Return the quotation mark that closes the one at start; the sentence's end if none does."""
    items = sentence.items
    if items[start].key in CLOSING or start in sentence.closing:
        return None
    for item in items[start + 1 :]:
        if item.kind == "quote" and (item.key in CLOSING or item.key == '"'):
            return item.index
    return len(items) - 1


def opened_at(items: list[Item], end: int) -> int | None:
    """Return the quotation mark that opens what ends here."""
    for item in reversed(items[:end]):
        if item.kind == "quote" and (item.key in OPENING or item.key == '"'):
            return item.index
    return None


def words_in(items: list[Item], a: int, b: int) -> int:
    """Return how many words stand between two items."""
    return sum(item.j - item.i for item in items[a + 1 : b] if item.kind not in ("mark", "quote"))


def quoted_before(items: list[Item], index: int) -> tuple[int, int] | None:
    """Return the marks around the quotation right before an item, but for a comma or a dash."""
    k = index - 1
    if k > 0 and items[k].kind == "mark" and (items[k].key in COMMAS or items[k].key in "-–."):
        k -= 1
    if k < 1 or items[k].kind != "quote":
        return None
    opening = opened_at(items, k)
    return (opening, k) if opening is not None else None

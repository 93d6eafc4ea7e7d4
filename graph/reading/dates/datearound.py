"""What stands around a date, and the record of what one expression says."""

import re
from typing import Literal, NamedTuple

from .calendar import Side, date_table

_LAST_WORD = re.compile(r"(\w+)[^\w\n]{0,2}$")
_NEXT_WORD = re.compile(r"[^\w\n]{0,3}(\w+)")
FROM_BEFORE = re.compile(
    r"(?<!\w)[وف]?(?:بين|من|الفترة)(?: (?:الفترة|عامي|عام|سنة|شهري|شهر|يومي|يوم))?[ (]{0,2}$"
)
STEP: dict[Side, int] = {"past": -1, "current": 0, "next": 1}


class DateToken(NamedTuple):
    """One expression: `edtf` is None when it cannot be told, for want of another date."""

    start: int
    end: int
    kind: Literal["date", "hijri", "weekday", "day"]
    edtf: str | None
    coming: str | None = None  # what it is when said of the future: on Friday


def side_of(word: str | None) -> Side | None:
    """Return the side of the document's date that the adjective names."""
    return date_table().sides[word] if word else None


def plain(words: str) -> str:
    """Return words with single plain spaces, as they stand in the table."""
    return " ".join(words.split())


def word_before(text: str, start: int) -> str:
    """Return the word before, on the same line, without a joined و or ف when it is known then."""
    match = _LAST_WORD.search(text[max(0, start - 24) : start])
    if match is None:
        return ""
    word = match.group(1)
    known = date_table()
    for bare in (word, word[1:] if word[0] in "وف" else word):
        for plain in (bare, bare.removeprefix("ال")):
            if any(
                plain in group for group in (known.named_by, known.year_after, known.month_after)
            ):
                return plain
    return word[1:] if word[0] in "وف" and len(word) > 3 else word


def next_word(text: str, end: int) -> str:
    """Return the word behind, if it follows at once."""
    match = _NEXT_WORD.match(text, end, end + 30)
    return match.group(1) if match else ""


def goes_on(text: str, end: int) -> bool:
    """Whether the next word makes it a name: أيلول الأسود, الأحد الدامي."""
    return next_word(text, end) in date_table().name_goes_on

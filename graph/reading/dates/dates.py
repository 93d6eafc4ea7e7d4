"""Dates in Arabic text: where they stand and what they mean, as precisely as the words are."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ....schema import PartialDate
from ..words.text import fold
from .clock import Clock
from .datearound import FROM_BEFORE, DateToken
from .datetoken import token_of
from .datewords import date_pattern, date_trigger

_DROPPED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\u00ad\u061c]"
)
_MARKS = frozenset(map(chr, (0x640, *range(0x64B, 0x660), 0x670)))
_LETTERS = "أإآٱیک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_TO_FOLD = re.compile(f"[{_LETTERS}]")
_FOLDS = {letter: fold(letter) for letter in _LETTERS}
_TO = re.compile(
    r"[^\S\n]{0,3}(?:(?:و?الى|و?حتى|-|–|و)[^\S\n]{0,3}(?:عام|سنة|شهر|يوم)?[^\S\n]{0,3})$"
)
_SAME = re.compile(
    r"[^\S\n]{0,3}[،,(/=-]?[^\S\n]{0,3}(?:الموافقة?|المصادفة?)?[^\S\n]{0,3}(?:ل|في)?"
    r"(?:يوم)?[^\S\n]{0,3}$"
)
_YEARS = ("my", "y", "yb", "n1")  # groups of the pattern that hold a year
_OLD_DAY = re.compile(r"[^\S\n]{0,3}[،,(]?[^\S\n]{0,3}(?:الموافقة?|المصادفة?)?[^\S\n]{0,3}$")


class FoundDate(NamedTuple):
    """A date expression: code points `start` to `end` (exclusive) of the text, and its meaning."""

    start: int
    end: int
    date: PartialDate
    coming: PartialDate | None = None  # its meaning when said of the future: on Friday


def find_dates(
    text: str, anchor: PartialDate | None = None, told: PartialDate | None = None
) -> list[FoundDate]:
    """Return the dates in a text, in order, never overlapping; cost is linear in its length.

    `anchor` is the document's date: without it, weekdays and relative dates are passed over.
    "The same year" and "two days later" go back to the date before, at first to `told`; so do
    days without a year, in the sentence of a year or when the document has no date. A season is
    its year, a part of a year or month the whole of it. Hijri dates are converted by the tabular
    calendar and marked approximate.
    """
    folded, gaps = _folded(text)
    found: list[FoundDate] = []
    for token in _merged(_tokens(folded, Clock(anchor, told)), folded):
        if token.edtf is None:
            continue
        try:
            date = _date(token.edtf)
            coming = _date(token.coming) if token.coming else None
        except ValueError:  # an interval that ends before it begins
            continue
        start, end = token.start, token.end
        if gaps:
            start += bisect_right(gaps, start)
            end += bisect_right(gaps, end - 1)
            while end < len(text) and text[end] in _MARKS:
                end += 1
        found.append(FoundDate(start, end, date, coming))
    return found


@lru_cache(maxsize=1 << 12)
def _date(edtf: str) -> PartialDate:
    return PartialDate(edtf=edtf)


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text as K1 and, for each dropped character, where its gap is in the result."""
    for letter in set(_TO_FOLD.findall(text)):
        text = text.replace(letter, _FOLDS[letter])
    gaps = [match.start() - nth for nth, match in enumerate(_DROPPED.finditer(text))]
    return (_DROPPED.sub("", text) if gaps else text), gaps


def _tokens(text: str, clock: Clock) -> Iterator[DateToken]:
    trigger = date_trigger()
    place = trigger.search(text)
    last = 0
    while place is not None:
        if clock.dated and any(mark in text[last : place.start()] for mark in ".؟!\n؛"):
            clock.dated = False
        match = date_pattern().match(text, place.start())
        token = token_of(match, text, clock) if match else None
        if token is not None:
            clock.tell(token.edtf, dated=match is not None and any(map(match.group, _YEARS)))
            last = token.end
            yield token
        end = token.end if token else place.end()
        if match and not token:  # 13:18-27 مارس: no numeral date, but a day may follow
            end = match.end("n1") if match["n1"] else match.end()
        place = trigger.search(text, max(end, place.start() + 1))


def _merged(tokens: Iterator[DateToken], text: str) -> list[DateToken]:
    """Join what says one date: a weekday with its date, a Hijri with its Gregorian, from and to."""
    merged: list[DateToken] = []
    for token in tokens:
        if not merged or token.start - merged[-1].end > 25:
            merged.append(token)
            continue
        last, between = merged[-1], text[merged[-1].end : token.start]
        if last.kind in ("weekday", "day") and _OLD_DAY.match(between):
            end = token.end + ("(" in between and text[token.end : token.end + 1] == ")")
            edtf = _told_day(last, token)
            merged[-1] = DateToken(last.start, end, token.kind, edtf)
        elif (
            last.kind != token.kind and "hijri" in (last.kind, token.kind) and _SAME.match(between)
        ):
            solar = token if last.kind == "hijri" else last
            merged[-1] = DateToken(last.start, token.end, "date", solar.edtf)
        elif (
            _TO.match(between)
            and last.edtf
            and token.edtf
            and "/" not in last.edtf + token.edtf
            and FROM_BEFORE.search(text[max(0, last.start - 25) : last.start])
        ):
            merged[-1] = DateToken(last.start, token.end, "date", f"{last.edtf}/{token.edtf}")
        else:
            merged.append(token)
    return merged


def _told_day(first: DateToken, second: DateToken) -> str | None:
    """Return the date of two that stand for one day: أمس الثلاثاء, or الثلاثاء 17 ديسمبر 2015.

    A full date wins over a weekday; a weekday corrects "yesterday" when a text was dated later.
    """
    if first.edtf is None or second.edtf is None:
        return second.edtf or first.edtf
    if {first.kind, second.kind} != {"day", "weekday"}:
        return second.edtf
    day, weekday = (first, second) if first.kind == "day" else (second, first)
    dates = [dt.date.fromisoformat(token.edtf or "") for token in (day, weekday)]
    return day.edtf if dates[0].weekday() == dates[1].weekday() else weekday.edtf

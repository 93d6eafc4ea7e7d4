"""Names of months and days, and what they come to in the Gregorian calendar."""

import datetime as dt
from functools import cache
from typing import Literal, NamedTuple

from ....schema import Record
from ..words.rowfile import read_yaml
from ..words.text import fold

_Words = tuple[str, ...]
Side = Literal["past", "next", "current"]
_HIJRI_EPOCH = 227_015  # proleptic Gregorian ordinal of 1 Muharram 1 (civil reckoning)


class DateWords(Record):
    """The words of dates; see lexicons/ar/dates.yaml for what each list is for."""

    gregorian: dict[int, _Words]
    hijri: dict[int, _Words]
    unclear: _Words
    weekdays: dict[int, _Words]
    ordinals: dict[int, _Words]
    numbers: dict[int, _Words]
    seasons: _Words
    parts: _Words
    decades: dict[int, _Words]
    past: _Words
    next: _Words
    current: _Words
    same: _Words
    following: _Words
    preceding: _Words
    days: dict[int, _Words]
    not_today: _Words
    not_today_before: _Words
    named_by: _Words
    year_after: _Words
    month_after: _Words
    after_tomorrow: _Words
    general: _Words
    name_goes_on: _Words
    centuries: dict[int, _Words]


@cache
def date_words() -> DateWords:
    """Return the words of dates as they stand in the YAML file."""
    return DateWords.model_validate(read_yaml("dates.yaml"))


def _numbered(table: dict[int, tuple[str, ...]]) -> dict[str, int]:
    """Return folded word -> number."""
    return {fold(word): number for number, words in table.items() for word in words}


class DateTable(NamedTuple):
    """The words of dates, folded, for look-up; `before` is all that the word before may be."""

    gregorian: dict[str, int]
    hijri: dict[str, int]
    ordinals: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    decades: dict[str, int]
    centuries: dict[str, int]
    numbers: dict[str, int]
    unclear: frozenset[str]
    named_by: frozenset[str]
    year_after: frozenset[str]
    month_after: frozenset[str]
    not_today: frozenset[str]
    not_today_before: frozenset[str]
    after_tomorrow: frozenset[str]
    general: frozenset[str]
    name_goes_on: frozenset[str]
    before: frozenset[str]
    sides: dict[str, Side]
    again: dict[str, int]  # steps from the date told before


@cache
def date_table() -> DateTable:
    """Return the words of dates, folded, for look-up."""
    words = date_words()

    def folded(*lists: tuple[str, ...]) -> frozenset[str]:
        return frozenset(fold(word) for group in lists for word in group)

    sides: dict[str, Side] = {}
    sides |= dict.fromkeys(map(fold, words.past), "past")
    sides |= dict.fromkeys(map(fold, words.next), "next")
    sides |= dict.fromkeys(map(fold, words.current), "current")
    parts = folded(words.parts)
    year_after = folded(words.year_after, words.seasons) | parts
    month_after = folded(words.month_after) | parts
    named_by = folded(words.named_by)
    return DateTable(
        gregorian=_numbered(words.gregorian),
        hijri=_numbered(words.hijri),
        ordinals=_numbered(words.ordinals),
        weekdays=_numbered(words.weekdays),
        days=_numbered(words.days),
        decades=_numbered(words.decades),
        centuries=_numbered(words.centuries),
        numbers=_numbered(words.numbers),
        unclear=folded(words.unclear),
        named_by=named_by,
        year_after=year_after,
        month_after=month_after,
        not_today=folded(words.not_today),
        not_today_before=folded(words.not_today_before),
        after_tomorrow=folded(words.after_tomorrow),
        general=folded(words.general),
        name_goes_on=folded(words.name_goes_on),
        before=year_after | month_after | named_by,
        sides=sides,
        again=_numbered({0: words.same, 1: words.following, -1: words.preceding}),
    )


def from_hijri(year: int, month: int, day: int) -> dt.date:
    """Return the Gregorian day of a Hijri one by the tabular calendar, right to a day or two.

    Method: civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each thirty
    (Reingold & Dershowitz, Calendrical Calculations, ch. 7).
    """
    return dt.date.fromordinal(_ordinal(year, month, day))


def _ordinal(year: int, month: int, day: int) -> int:
    days = (11 * year + 3) // 30 + 354 * (year - 1) + 29 * (month - 1) + month // 2 + day - 1
    return _HIJRI_EPOCH + days


def to_hijri(day: dt.date) -> tuple[int, int]:
    """Return the Hijri year and month that a Gregorian day falls in."""
    elapsed = day.toordinal() - _HIJRI_EPOCH
    year = (30 * elapsed + 10_646) // 10_631
    month = 12
    while month > 1 and _ordinal(year, month, 1) > day.toordinal():
        month -= 1
    return year, month

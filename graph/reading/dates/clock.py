"""The document's date as a clock: what "last Tuesday" and "in May" mean on that day."""

import calendar
import datetime as dt
import re
from typing import Literal

from ....schema import PartialDate
from .calendar import Side, from_hijri, to_hijri

Unit = Literal["day", "week", "month", "year"]
_SIZE: dict[Unit, int] = {"year": 1, "month": 2, "day": 3, "week": 3}


class Clock:
    """Resolves what depends on the document's date; every answer is EDTF, or None for unknown."""

    def __init__(self, anchor: PartialDate | None, told: PartialDate | None = None) -> None:
        first = (anchor.earliest if anchor else None) or dt.date.min
        last = (anchor.latest if anchor else None) or dt.date.max
        self._day = first if first == last else None
        self._month = first.month if (first.year, first.month) == (last.year, last.month) else None
        self._year = first.year if first.year == last.year else None
        self._told: list[int] = []  # year, month and day of the last date told, as far as known
        self.dated = False  # whether this sentence has told a year
        self.tell(told.edtf if told is not None else None)

    def tell(self, edtf: str | None, *, dated: bool = False) -> None:
        """Note the date that the text has told, which "the same year" goes back to."""
        if edtf is not None:
            self._told = [int(part) for part in re.findall("[0-9]+", edtf.rpartition("/")[2])]
            self.dated = self.dated or dated

    def since(self, count: int, unit: Unit) -> str | None:
        """Return the time so many units after the date told (0: the same), precise as they are."""
        if unit == "week":
            near = self.since(7 * count, "day")
            return f"{near}~" if near else None
        if len(self._told) < _SIZE[unit]:
            return None
        year, month, day = (*self._told, 1, 1)[:3]
        if unit == "day":
            told = ymd(year, month, day)
            return _iso(dt.date.fromisoformat(told), count) if told else None
        if unit == "year":
            return _year(year + count)
        year, month = divmod(year * 12 + month - 1 + count, 12)
        return ymd(year, month + 1)

    def told_month(self, day: int) -> str | None:
        """Return a day of the month told: the sixth of it."""
        return ymd(self._told[0], self._told[1], day) if len(self._told) > 1 else None

    def own_month(self, day: int, step: int) -> str | None:
        """Return a day of the document's month, or of one that many months after."""
        month = self.month_away(step)
        return ymd(int(month[:4]), int(month[5:]), day) if month else None

    def away(self, days: int) -> str | None:
        """Return the day that many days after the document's."""
        return _iso(self._day, days) if self._day else None

    def ago(self, count: int, unit: Unit) -> str | None:
        """Return the time that many units before: as precise as the unit."""
        if unit == "year":
            return _year(self._year - count) if self._year else None
        if unit == "month":
            return self.month_away(-count)
        if self._day is None:
            return None
        if unit == "day":
            return _iso(self._day, -count)
        near = _iso(self._day, -7 * count)
        return f"{near}~" if near else None

    def year_away(self, years: int) -> str | None:
        """Return the year that many years after the document's."""
        return _year(self._year + years) if self._year else None

    def month_away(self, months: int) -> str | None:
        """Return the month that many months after the document's."""
        if self._year is None or self._month is None:
            return None
        year, month = divmod(self._year * 12 + self._month - 1 + months, 12)
        return f"{year:04}-{month + 1:02}" if 1 <= year <= 9999 else None

    def week_away(self, weeks: int) -> str | None:
        """Return the week, Monday to Sunday, marked approximate: some weeks begin on Sunday."""
        if self._day is None:
            return None
        start = 7 * weeks - self._day.weekday()
        first, last = _iso(self._day, start), _iso(self._day, start + 6)
        return f"{first}~/{last}~" if first and last else None

    def weekday(self, weekday: int, side: Side | None = None) -> str | None:
        """Return the latest such day on or before the document's; past: before; next: after."""
        if self._day is None:
            return None
        back = (self._day.weekday() - weekday) % 7
        if side == "next":
            return _iso(self._day, 7 - back if back else 7)
        return _iso(self._day, -7 if side == "past" and back == 0 else -back)

    def in_month(self, month: int, day: int | None, side: Side | None = None) -> str | None:
        """Return a month or a day without a year.

        It is in the year that the sentence has told. Else, unmarked, it is the latest one that
        lies no more than two months ahead: reports look back, but announce what is near. A
        document that knows only its year lends that.
        """
        if self._told and side is None and (self.dated or self._year is None):
            return ymd(self._told[0], month, day)
        if self._year is None:
            return None
        year = self._year
        if self._month is not None and side != "current":
            ahead = month - self._month
            if side == "past" and not self._before(month, day):
                year -= 1
            elif side == "next" and self._before(month, day, or_same=True):
                year += 1
            elif side is None and ahead > 2:
                year -= 1
            elif side is None and ahead < -9:
                year += 1
        elif side in ("past", "next"):
            return None
        return ymd(year, month, day)

    def _before(self, month: int, day: int | None, *, or_same: bool = False) -> bool:
        """Whether the day or month of this year lies before the document's date."""
        if month != self._month:
            return month < (self._month or 0)
        if day is None or self._day is None:
            return or_same
        return day <= self._day.day if or_same else day < self._day.day

    def in_hijri_month(self, month: int, day: int | None, side: Side | None = None) -> str | None:
        """Return a Hijri month or day without a year, by the rule of `in_month`."""
        if self._day is None or self._day.year < 623:  # the first year of the era ends in 623
            return None
        year, now = to_hijri(self._day)
        ahead = month - now
        if (side == "past" and ahead >= 0) or (side is None and ahead > 2):
            year -= 1
        elif (side == "next" and ahead <= 0) or (side is None and ahead < -9):
            year += 1
        return hijri(year, month, day)


def ymd(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """Return EDTF for a year, month or day; None when there is no such day."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return _year(year)
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def hijri(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """Return EDTF, marked approximate, for a Hijri year, month (where its middle is) or day."""
    if not 1 <= year <= 1800:
        return None
    if month is None:
        return f"{from_hijri(year, 1, 1).year:04}~/{from_hijri(year, 12, 29).year:04}~"
    if day is None:
        middle = from_hijri(year, month, 15)
        return f"{middle.year:04}-{middle.month:02}~"
    return f"{from_hijri(year, month, day).isoformat()}~" if 1 <= day <= 30 else None


def _year(year: int) -> str | None:
    return f"{year:04}" if 1 <= year <= 9999 else None


def _iso(day: dt.date, days: int) -> str | None:
    ordinal = day.toordinal() + days
    if not 1 <= ordinal <= dt.date.max.toordinal():
        return None
    return dt.date.fromordinal(ordinal).isoformat()

"""A date as precise as the text, in the Extended Date/Time Format (EDTF, ISO 8601-2:2019)."""

import calendar
import datetime as dt
import re
from functools import lru_cache

from pydantic import field_validator

from .base import Record

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_OPEN = ("", "..")


class PartialDate(Record):
    """A year, month, day or interval; `edtf` keeps the precision, the bounds are for comparing.

    Supported: EDTF level 0 dates (`2015`, `2015-12`, `2015-12-17`) and intervals (`a/b`), and of
    level 1 the qualifiers `~ ? %` and open or unknown interval ends (`2015/..`, `/2016`).
    """

    edtf: str

    @field_validator("edtf")
    @classmethod
    def _known_form(cls, value: str) -> str:
        parts = value.split("/")
        if len(parts) > 2 or (len(parts) == 2 and all(part in _OPEN for part in parts)):
            raise ValueError(f"{value!r} is no EDTF date or interval")
        bounds = [_bounds(part) for part in parts if part not in _OPEN or len(parts) == 1]
        if len(bounds) == 2 and bounds[0][0] > bounds[1][1]:
            raise ValueError(f"{value!r} ends before it begins")
        return value

    @property
    def earliest(self) -> dt.date | None:
        """The first day it can mean; None when the interval's start is open."""
        start = self.edtf.split("/", maxsplit=1)[0]
        return None if start in _OPEN else _bounds(start)[0]

    @property
    def latest(self) -> dt.date | None:
        """The last day it can mean; None when the interval's end is open."""
        end = self.edtf.rsplit("/", maxsplit=1)[-1]
        return None if end in _OPEN else _bounds(end)[1]

    def __str__(self) -> str:
        return self.edtf


@lru_cache(maxsize=1 << 12)
def _bounds(text: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of one EDTF date; raise ValueError when it is none."""
    match = _DATE.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError(f"{text!r} is no EDTF date: write 2015, 2015-12 or 2015-12-17")
    year, month, day = (int(part) if part else None for part in match.group(1, 2, 3))
    assert year is not None
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day is None:
        first = dt.date(year, month, 1)
        return first, dt.date(year, month, calendar.monthrange(year, month)[1])
    exact = dt.date(year, month, day)
    return exact, exact

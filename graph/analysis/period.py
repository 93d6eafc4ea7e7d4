"""Claims by year, quarter or month, as precisely as their dates allow."""

import datetime as dt
from collections import defaultdict
from enum import StrEnum
from typing import NamedTuple

from ...schema import LookupFailedError, PartialDate, Source, Stance
from ..knowledge import KnowledgeGraph
from ..network import date_of


class By(StrEnum):
    """The length of a period."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


class ClaimsByPeriod(NamedTuple):
    """The ids of the claims of each period, in order of time, and those that fit none."""

    periods: dict[str, frozenset[str]]
    undated: frozenset[str]
    too_coarse: frozenset[str]  # 2015 has no month


def claims_by_period(kg: KnowledgeGraph, by: By | str = By.YEAR) -> ClaimsByPeriod:
    """Return the claims by when they happened, else were said, else were published.

    A claim that stances date differently counts in each of its periods. An interval that began in
    a period and lasts counts there, once. Raises LookupFailedError for an unknown period length.
    """
    length = period_length(by)
    found: defaultdict[str, set[str]] = defaultdict(set)
    undated: set[str] = set()
    coarse: set[str] = set()
    for stance in kg.document().stances:
        when = date_of(stance, kg.sources)
        if when is None:
            undated.add(stance.claim)
        elif (period := period_of(when, length)) is None:
            coarse.add(stance.claim)
        else:
            found[period].add(stance.claim)
    placed = {claim for claims in found.values() for claim in claims}
    return ClaimsByPeriod(
        {period: frozenset(found[period]) for period in sorted(found)},
        frozenset(undated - placed - coarse),
        frozenset(coarse - placed),
    )


def period_length(by: By | str) -> By:
    """Return the period length of this name; raise LookupFailedError when there is none."""
    try:
        return By(by)
    except ValueError:
        raise LookupFailedError(f"no period {by!r}; choose one of {', '.join(By)}") from None


def period_of(date: PartialDate, by: By) -> str | None:
    """Return the period a date lies in, or an interval begins in; None when it is too coarse."""
    first = date.earliest
    if first is None:
        return None
    if "/" in date.edtf:
        last = PartialDate(edtf=date.edtf.split("/", maxsplit=1)[0]).latest
    else:
        last = date.latest
    assert last is not None
    start, stop = _label(first, by), _label(last, by)
    return start if start == stop else None


def said(stance: Stance, sources: dict[str, Source]) -> PartialDate | None:
    """Return when the words were spoken, else when the source was published."""
    return stance.spoken or sources[stance.evidence[0].source].date


def _label(day: dt.date, by: By) -> str:
    if by is By.YEAR:
        return f"{day.year:04}"
    if by is By.QUARTER:
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}-{day.month:02}"

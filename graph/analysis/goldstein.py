"""How friendly or hostile relations are: Goldstein's scale, and relations over time."""

from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from ...schema import PartialDate, Record, RelationClass, Stance, relation
from ..knowledge import KnowledgeGraph
from ..network import date_of
from .period import By, period_length, period_of
from .tie import tied_claims


class _Scale(Record):
    scale: dict[str, float]


@cache
def goldstein_scale() -> dict[str, float]:
    """Return the intensity of CAMEO codes; `goldstein.yaml` names its sources."""
    text = files(__name__.rpartition(".")[0]).joinpath("goldstein.yaml").read_text("utf-8")
    return _Scale.model_validate(yaml.safe_load(text)).scale


def intensity(predicate: str) -> float | None:
    """Return a relation's intensity from -10 (attack) to +10; None for a structural one.

    Goldstein 1992, A conflict-cooperation scale for WEIS events data, Journal of Conflict
    Resolution 36(2), through the relation's CAMEO code. The scale was made for events between
    states; on relations that lean on a broad code it says no more than the code does.
    """
    code = relation(predicate).cameo
    scale = goldstein_scale()
    while code:
        if code in scale:
            return scale[code]
        code = code[:-1]
    return None


class ClassInPeriod(NamedTuple):
    """The relations of one PLOVER class in one period."""

    period: str
    relation_class: str
    occurrences: int
    intensity: float  # mean, on Goldstein's scale
    total: float  # sum, as event-data series usually are


class Series(NamedTuple):
    """Relations over time, and how many occurrences have no place in it."""

    rows: tuple[ClassInPeriod, ...]
    undated: int
    too_coarse: int


def relations_over_time(
    kg: KnowledgeGraph,
    by: By | str = By.YEAR,
    *,
    actor: str | None = None,
    between: tuple[str, str] | None = None,
    undisputed: bool = False,
) -> Series:
    """Return the number and intensity of relations by PLOVER class and period, sorted by both.

    An occurrence is a claim, told apart by the event its stances speak of; it is dated by when it
    happened, else by when it was first said or published, so that repeating it adds nothing.
    Structural relations, which have no intensity, are left out; `actor` keeps those of one
    actor, `between` those of two, either way round. The classes: PLOVER (Halterman et al. 2023,
    PLOVER and POLECAT: a new political event ontology and dataset); the measure: `intensity`.
    """
    length = period_length(by)
    wanted = {kg.actor(name).id for name in (between or ([actor] if actor else []))}
    values: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    undated = coarse = 0
    for view in tied_claims(kg, undisputed=undisputed):
        value = intensity(view.claim.predicate)
        if value is None or not wanted <= {view.claim.subject, view.claim.object}:
            continue
        events: defaultdict[str | None, list[Stance]] = defaultdict(list)
        for stance in view.stances:
            events[stance.event].append(stance)
        for stances in events.values():
            when = _first(kg, stances)
            if when is None:
                undated += 1
            elif (period := period_of(when, length)) is None:
                coarse += 1
            else:
                kind = str(relation(view.claim.predicate).relation_class)
                values[period, kind].append(value)
    order = [str(kind) for kind in RelationClass]
    rows = [
        ClassInPeriod(period, kind, len(found), sum(found) / len(found), sum(found))
        for (period, kind), found in sorted(
            values.items(), key=lambda item: (item[0][0], order.index(item[0][1]))
        )
    ]
    return Series(tuple(rows), undated, coarse)


def _first(kg: KnowledgeGraph, stances: list[Stance]) -> PartialDate | None:
    """Return the earliest date of when it happened, or failing that, of when it was said."""
    happened = [stance.time for stance in stances if stance.time and stance.time.earliest]
    dates = happened or [
        date for stance in stances if (date := date_of(stance, kg.sources)) and date.earliest
    ]
    return min(dates, key=lambda date: (date.earliest, date.edtf), default=None)

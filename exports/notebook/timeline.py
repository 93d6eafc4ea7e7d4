"""Pictures of time: when things happened and were said, and how friendly each period was."""

import datetime as dt
import math
from importlib import import_module
from typing import Any

from ...graph import ClaimView, KnowledgeGraph
from ...graph.analysis import ClassInPeriod, Viewpoint, position, relations_over_time
from ...graph.methods import graph_method
from ...graph.network import date_of
from ...schema import LookupFailedError, PartialDate, RelationClass, Stance, relation
from ..words import statement
from .picture import GREEN, GREY, LOOKS, VERMILION, Picture, new_figure, short, word

_TONE = {1: GREEN, 0: GREY, -1: VERMILION}
# Asserted above, denied below: on one day neither hides the other.
_SHIFT = {Viewpoint.ASSERTS: -0.15, Viewpoint.DENIES: 0.15}


@graph_method
def timeline(
    kg: KnowledgeGraph,
    *,
    actor: str | None = None,
    by: str | None = None,
    limit: int = 30,
    lang: str = "en",
) -> Picture:
    """Return a picture of claims in time, or with `by` (year, quarter, month) of each period.

    Without `by`, one row a claim: a bar spans when it happened, as precisely as the text says
    (green friendly, grey neutral, vermilion hostile), and marks stand where it was asserted (dot),
    denied (cross), questioned (diamond) or held possible (ring), by the dates of speech or
    publication. The `limit` most spoken-of claims are drawn, in order of time; `actor` keeps those
    of one actor.

    With `by`, bars of the periods' intensity on Goldstein's scale, friendly above and hostile
    below, by PLOVER class; see `actorgraph.graph.analysis.relations_over_time`. Raises
    LookupFailedError where there is nothing dated to draw.
    """
    if by is not None:
        return _periods(kg, by, actor, lang)
    views = kg.claims(actor=actor)
    dated = [view for view in views if any(_days(kg, s) for s in view.stances)]
    if not dated:
        raise LookupFailedError(
            f"nothing to draw: none of the {len(views)} claims has a date; sources take one in "
            "their first lines"
        )
    dated.sort(key=lambda view: (-len(view.stances), view.claim.id))
    chosen = sorted(dated[:limit], key=lambda view: (_start(kg, view), view.claim.id))
    return _claims(kg, chosen, len(dated), lang)


def _claims(kg: KnowledgeGraph, views: list[ClaimView], total: int, lang: str) -> Picture:
    figure, axes = new_figure(9, 1.2 + 0.32 * len(views))
    days = [day for v in views for s in v.stances for pair in _days(kg, s) for day in pair if day]
    span = max((max(days) - min(days)).days, 30)
    begin = min(days) - dt.timedelta(days=span // 20 + 1)
    end = max(days) + dt.timedelta(days=span // 20 + 1)
    used: dict[Viewpoint, Any] = {}
    for row, view in enumerate(views):
        tone = _TONE[relation(view.claim.predicate).sign]
        for time in sorted({s.time.edtf for s in view.stances if s.time}):
            date = PartialDate(edtf=time)
            left, right = date.earliest or begin, (date.latest or end) + dt.timedelta(days=1)
            axes.barh(row, right - left, left=left, height=0.5, color=tone, alpha=0.35)
        for stance in view.stances:
            said = _said(kg, stance)
            if said is None:
                continue
            mark = position((stance,))
            marker, face, edge = LOOKS[mark]
            used[mark] = axes.plot(
                said,
                row + _SHIFT.get(mark, 0),
                marker,
                markersize=7,
                markerfacecolor=face,
                markeredgecolor=edge,
                linestyle="none",
                label=word(mark, lang),
            )[0]
    axes.set_xlim(begin, end)
    axes.set_ylim(len(views) - 0.4, -0.6)
    axes.set_yticks(range(len(views)), [short(statement(kg, v, lang)) for v in views])
    axes.xaxis.set_major_formatter(_concise(axes.xaxis.get_major_locator()))
    axes.grid(axis="x", alpha=0.3)
    if used:
        axes.legend(
            handles=[used[mark] for mark in LOOKS if mark in used],
            loc="lower left",
            bbox_to_anchor=(0, 1),
            ncols=3,
        )
    shown = f"{len(views)} of {total}" if len(views) < total else f"{total}"
    return Picture(figure, f"timeline of {shown} dated claims")


def _periods(kg: KnowledgeGraph, by: str, actor: str | None, lang: str) -> Picture:
    series = relations_over_time(kg, by, actor=actor)
    if not series.rows:
        raise LookupFailedError(
            f"nothing to draw by {by}: {series.undated} occurrences have no date and "
            f"{series.too_coarse} one too coarse; try by='year'"
        )
    periods = sorted({row.period for row in series.rows})
    classes = list(dict.fromkeys(row.relation_class for row in series.rows))
    figure, axes = new_figure(max(6.0, 1.5 + 0.5 * len(periods)), 4)
    base = {1: dict.fromkeys(periods, 0.0), -1: dict.fromkeys(periods, 0.0)}
    for kind in classes:
        rows = [row for row in series.rows if row.relation_class == kind]
        _bars(axes, kind, rows, base)
    axes.axhline(0, color=GREY, linewidth=1)
    axes.set_ylabel(word("intensity (Goldstein), summed", lang))
    axes.tick_params(axis="x", rotation=45 if len(periods) > 8 else 0)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1))
    left = series.undated + series.too_coarse
    note = f"; {left} occurrences without a fitting date" if left else ""
    return Picture(figure, f"intensity of relations by class, {periods[0]} to {periods[-1]}{note}")


_COLOURS = {  # cool above, warm below
    1: ("#0072B2", "#009E73", "#56B4E9", "#44AA99", "#332288", "#117733", "#88CCEE", "#999999"),
    -1: ("#D55E00", "#E69F00", "#CC79A7", "#882255", "#DDCC77", "#CC6677", "#AA4499", "#661100"),
}


def _bars(
    axes: Any, kind: str, rows: list[ClassInPeriod], base: dict[int, dict[str, float]]
) -> None:
    sign = int(math.copysign(1, sum(row.total for row in rows)))
    colours = _COLOURS[sign]
    order = [k for k in RelationClass if k is not RelationClass.STRUCTURAL]
    axes.bar(
        [row.period for row in rows],
        [row.total for row in rows],
        bottom=[base[sign][row.period] for row in rows],
        label=kind,
        color=colours[order.index(RelationClass(kind)) % len(colours)],
        edgecolor="white",
    )
    for row in rows:
        base[sign][row.period] += row.total


def _concise(locator: Any) -> Any:
    return import_module("matplotlib.dates").ConciseDateFormatter(locator)


def _days(kg: KnowledgeGraph, stance: Stance) -> list[tuple[dt.date | None, dt.date | None]]:
    said = _said(kg, stance)
    time = [(stance.time.earliest, stance.time.latest)] if stance.time else []
    return time + ([(said, said)] if said else [])


def _said(kg: KnowledgeGraph, stance: Stance) -> dt.date | None:
    date = stance.spoken or kg.sources[stance.evidence[0].source].date
    return None if date is None else date.earliest


def _start(kg: KnowledgeGraph, view: ClaimView) -> dt.date:
    dates = [date_of(stance, kg.sources) for stance in view.stances]
    return min((d.earliest for d in dates if d and d.earliest), default=dt.date.max)

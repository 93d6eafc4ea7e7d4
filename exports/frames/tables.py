"""The tables of a graph: claims, stances, actors, relations, viewpoints."""

from collections.abc import Sequence
from typing import Any

from ...graph import ClaimView, KnowledgeGraph
from ...graph.analysis import Viewpoint, centralities, intensity, position, viewpoints, voice_of
from ...graph.methods import graph_method
from ...graph.network import date_of
from ...schema import PartialDate, Status, relation, vocabulary
from ..plain import label
from ..words import name_of, statement
from .engine import Engine, frame


@graph_method
def claims_frame(kg: KnowledgeGraph, *, lang: str = "en", engine: Engine = "pandas") -> Any:
    """Return one row a claim; columns as `COLUMNS["claims"]`."""
    return frame("claims", [_claim_row(kg, view, lang) for view in kg.claims()], engine)


@graph_method
def stances_frame(kg: KnowledgeGraph, *, lang: str = "en", engine: Engine = "pandas") -> Any:
    """Return one row a stance, with its words; columns as `COLUMNS["stances"]`."""
    rows: list[Sequence[object]] = []
    for view in kg.claims():
        for stance in view.stances:
            evidence = stance.evidence[0]
            source = kg.sources[evidence.source]
            when = date_of(stance, kg.sources)
            rows.append(
                (
                    stance.id,
                    view.claim.id,
                    view.claim.subject,
                    name_of(kg, view.claim.subject, lang),
                    view.claim.predicate,
                    view.claim.object,
                    name_of(kg, view.claim.object, lang),
                    str(stance.kind),
                    str(stance.modality),
                    stance.speaker,
                    stance.speaker and name_of(kg, stance.speaker, lang),
                    stance.via,
                    stance.via and name_of(kg, stance.via, lang),
                    stance.topic and label(stance.topic),
                    stance.place and label(stance.place),
                    _edtf(stance.time),
                    _edtf(stance.spoken),
                    _edtf(source.date),
                    when and when.earliest,
                    when and when.latest,
                    source.id,
                    label(source.title),
                    evidence.start,
                    evidence.end,
                    evidence.quote,
                    stance.rule,
                    stance.confidence,
                )
            )
    return frame("stances", rows, engine)


@graph_method
def actors_frame(kg: KnowledgeGraph, *, lang: str = "en", engine: Engine = "pandas") -> Any:
    """Return one row an actor, the most between first; columns as `COLUMNS["actors"]`."""
    claims = dict.fromkeys(kg.actors, 0)
    spoken = dict.fromkeys(kg.actors, 0)
    for view in kg.views.values():
        for end in {view.claim.subject, view.claim.object} & claims.keys():
            claims[end] += 1
        for stance in view.stances:
            if stance.speaker:
                spoken[stance.speaker] += 1
    rows: list[Sequence[object]] = []
    for place in centralities(kg):
        actor = kg.actors[place.actor]
        rows.append(
            (
                actor.id,
                name_of(kg, actor.id, lang),
                str(actor.kind),
                actor.state,
                actor.description and label(actor.description),
                actor.listed,
                claims[actor.id],
                spoken[actor.id],
                *place[1:],
            )
        )
    return frame("actors", rows, engine)


@graph_method
def relations_frame(kg: KnowledgeGraph, *, lang: str = "en", engine: Engine = "pandas") -> Any:
    """Return one row a relation that the graph uses; columns as `COLUMNS["relations"]`."""
    rows: list[Sequence[object]] = []
    for kind in vocabulary().values():
        views = [view for view in kg.views.values() if view.claim.predicate == kind.id]
        if views:
            rows.append(
                (
                    kind.id,
                    kind.label.ar if lang == "ar" else kind.label.en,
                    str(kind.relation_class),
                    kind.parent,
                    kind.cameo,
                    kind.sign,
                    intensity(kind.id),
                    kind.symmetric,
                    len(views),
                    sum(view.status is Status.CONTESTED for view in views),
                )
            )
    return frame("relations", rows, engine)


@graph_method
def viewpoints_frame(
    kg: KnowledgeGraph, by: str = "source", *, lang: str = "en", engine: Engine = "pandas"
) -> Any:
    """Return one row a voice and claim it speaks of; columns as `COLUMNS["viewpoints"]`.

    `by` is "source" or "speaker", as in `actorgraph.graph.analysis.viewpoints`. For the matrix
    with its silences: `.pivot(index="voice_name", columns="statement", values="position")`.
    """
    rows = [
        (voice, name_of(kg, voice, lang), claim, statement(kg, kg.views[claim], lang), str(mark))
        for (voice, claim), mark in viewpoints(kg, by).cells.items()
    ]
    return frame("viewpoints", rows, engine)


def _claim_row(kg: KnowledgeGraph, view: ClaimView, lang: str) -> Sequence[object]:
    claim = view.claim
    kind = relation(claim.predicate)
    voices = {voice_of(stance) for stance in view.stances}
    marks = [position(s for s in view.stances if voice_of(s) == voice) for voice in voices]
    dates = [date for stance in view.stances if (date := date_of(stance, kg.sources)) is not None]
    latest = [date.latest for date in dates]
    return (
        claim.id,
        claim.subject,
        name_of(kg, claim.subject, lang),
        claim.predicate,
        str(kind.relation_class),
        claim.object,
        name_of(kg, claim.object, lang),
        str(view.status),
        kind.sign,
        intensity(claim.predicate),
        sum(mark in (Viewpoint.ASSERTS, Viewpoint.BOTH) for mark in marks),
        sum(mark in (Viewpoint.DENIES, Viewpoint.BOTH) for mark in marks),
        len(view.stances),
        len({evidence.source for stance in view.stances for evidence in stance.evidence}),
        min((day for date in dates if (day := date.earliest)), default=None),
        None if None in latest else max((day for day in latest if day), default=None),
    )


def _edtf(date: PartialDate | None) -> str | None:
    return None if date is None else date.edtf

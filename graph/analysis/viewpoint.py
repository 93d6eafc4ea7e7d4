"""Viewpoints: who asserts, denies or questions what, and how two of them differ."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import networkx as nx

from ...schema import LookupFailedError, Modality, Stance, StanceKind
from ..knowledge import ClaimView, KnowledgeGraph
from .goldstein import intensity


class Viewpoint(StrEnum):
    """The position of one source or speaker on one claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    QUESTIONS = "questions"
    TENTATIVE = "tentative"  # speaks of it as an aim or a possibility only
    BOTH = "both"  # asserts and denies: a source that reports both sides
    SILENT = "silent"


@dataclass(frozen=True)
class Viewpoints:
    """The matrix of sources or speakers by claims; whatever is not in `cells` is silence."""

    voices: tuple[str, ...]  # ids of sources or actors, the most outspoken first
    claims: tuple[str, ...]  # ids, the most spoken of first
    cells: dict[tuple[str, str], Viewpoint]

    def of(self, voice: str, claim: str) -> Viewpoint:
        """Return the position of a voice on a claim, both by id."""
        return self.cells.get((voice, claim), Viewpoint.SILENT)

    def rows(self) -> list[list[Viewpoint]]:
        """Return the matrix, one row a voice."""
        return [[self.of(voice, claim) for claim in self.claims] for voice in self.voices]


def voice_of(stance: Stance) -> str:
    """Return the id of who speaks: the speaker, or the source where it speaks for itself."""
    return stance.speaker or stance.evidence[0].source


def position(stances: Iterable[Stance]) -> Viewpoint:
    """Return what one voice's stances on one claim amount to; see `actorgraph.schema.status_of`."""
    marks = {_mark(stance) for stance in stances}
    if {Viewpoint.ASSERTS, Viewpoint.DENIES} <= marks:
        return Viewpoint.BOTH
    order = (Viewpoint.ASSERTS, Viewpoint.DENIES, Viewpoint.QUESTIONS, Viewpoint.TENTATIVE)
    return next((mark for mark in order if mark in marks), Viewpoint.SILENT)


def viewpoints(kg: KnowledgeGraph, by: str = "source") -> Viewpoints:
    """Return who takes which position on which claim.

    By "source", a source's row holds all that stands in it, whoever says it. By "speaker", each
    speaker has a row, and each source one for what it says in its own voice.
    """
    if by not in ("source", "speaker"):
        raise LookupFailedError(f"no viewpoints by {by!r}; choose source or speaker")
    groups: defaultdict[tuple[str, str], list[Stance]] = defaultdict(list)
    for stance in kg.document().stances:
        whose = [voice_of(stance)] if by == "speaker" else {e.source for e in stance.evidence}
        for voice in whose:
            groups[voice, stance.claim].append(stance)
    cells = {key: position(stances) for key, stances in sorted(groups.items())}
    spoken: defaultdict[str, int] = defaultdict(int)
    for voice, claim in cells:
        spoken[voice] += 1
        spoken[claim] += 1
    voices = sorted({voice for voice, _ in cells}, key=lambda i: (-spoken[i], i))
    claims = sorted({claim for _, claim in cells}, key=lambda i: (-spoken[i], i))
    return Viewpoints(tuple(voices), tuple(claims), cells)


class Portrait(NamedTuple):
    """How two voices speak of the same actor: claims asserted, and their mean intensity."""

    actor: str
    claims_one: int
    claims_other: int
    intensity_one: float | None  # Goldstein's scale, -10 to 10
    intensity_other: float | None


class Difference(NamedTuple):
    """How two voices differ about the actors that both speak of."""

    agreed: tuple[ClaimView, ...]  # the same position
    opposed: tuple[ClaimView, ...]  # one asserts what the other denies
    shaded: tuple[ClaimView, ...]  # both speak of it, otherwise
    only: tuple[tuple[ClaimView, ...], tuple[ClaimView, ...]]  # only the first, only the second
    portraits: tuple[Portrait, ...]


def difference(kg: KnowledgeGraph, one: str, other: str) -> Difference:
    """Return how two sources, or two speakers, differ about the same actors.

    Each is a speaker (an actor by name or id) or a source (by id or part of its title; then all
    that stands in it counts). Claims on one side only are given when both ends are actors that the
    other side speaks of too.
    """
    sides = [_stances(kg, name) for name in (one, other)]
    by_claim = [_by_claim(stances) for stances in sides]
    spoken_of = [
        {
            end
            for claim in claims
            for end in (kg.views[claim].claim.subject, kg.views[claim].claim.object)
        }
        for claims in by_claim
    ]
    common = spoken_of[0] & spoken_of[1]
    agreed: list[ClaimView] = []
    opposed: list[ClaimView] = []
    shaded: list[ClaimView] = []
    only: tuple[list[ClaimView], list[ClaimView]] = ([], [])
    for claim in sorted({*by_claim[0], *by_claim[1]}):
        view = kg.views[claim]
        marks = [position(claims.get(claim, ())) for claims in by_claim]
        if Viewpoint.SILENT in marks:
            if {view.claim.subject, view.claim.object} <= common:
                only[marks[0] is Viewpoint.SILENT].append(view)
        elif marks[0] is marks[1]:
            agreed.append(view)
        elif set(marks) == {Viewpoint.ASSERTS, Viewpoint.DENIES}:
            opposed.append(view)
        else:
            shaded.append(view)
    portraits = [
        Portrait(
            actor,
            _count(kg, by_claim[0], actor),
            _count(kg, by_claim[1], actor),
            _tone(kg, by_claim[0], actor),
            _tone(kg, by_claim[1], actor),
        )
        for actor in sorted(common)
    ]
    return Difference(
        tuple(agreed),
        tuple(opposed),
        tuple(shaded),
        (tuple(only[0]), tuple(only[1])),
        tuple(portraits),
    )


def told_by(kg: KnowledgeGraph, name: str) -> KnowledgeGraph:
    """Return the network as one speaker, or one source, tells it; see `difference` for names."""
    speaker = _speaker(kg, name)
    return kg.subgraph(source=name) if speaker is None else kg.subgraph(speaker=speaker)


def denials(kg: KnowledgeGraph) -> "nx.DiGraph[str]":
    """Return who is denied by whom: from each voice to the voices whose assertions it denies.

    Nodes are actors, and sources that speak for themselves. An edge has `claims` (the ids of the
    claims asserted by the one and denied by the other), `weight` (their number), and `named`: the
    text itself names whom it denies (the relation `denied`).
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for claim_id, view in sorted(kg.views.items()):
        marks: defaultdict[Viewpoint, set[str]] = defaultdict(set)
        for stance in view.stances:
            marks[_mark(stance)].add(voice_of(stance))
        for denier in sorted(marks[Viewpoint.DENIES]):
            for asserter in sorted(marks[Viewpoint.ASSERTS] - {denier}):
                _deny(graph, denier, asserter, claim_id, named=False)
        asserted = Viewpoint.ASSERTS in marks
        if view.claim.predicate == "denied" and asserted and view.claim.object in kg.actors:
            _deny(graph, view.claim.subject, view.claim.object, claim_id, named=True)
    return graph


def _deny(graph: "nx.DiGraph[str]", denier: str, asserter: str, claim: str, *, named: bool) -> None:
    old = graph.get_edge_data(denier, asserter) or {"claims": (), "named": False}
    claims = old["claims"] if named else (*old["claims"], claim)
    graph.add_edge(denier, asserter, claims=claims, weight=len(claims), named=named or old["named"])


def _mark(stance: Stance) -> Viewpoint:
    negated = stance.modality is Modality.NEGATED
    if stance.kind is StanceKind.QUESTIONS:
        return Viewpoint.QUESTIONS
    if stance.kind is StanceKind.DENIES:
        # To deny that it was not so is no clean assertion: status_of does not count it either.
        return Viewpoint.TENTATIVE if negated else Viewpoint.DENIES
    if negated:
        return Viewpoint.DENIES
    return Viewpoint.ASSERTS if stance.modality is Modality.ACTUAL else Viewpoint.TENTATIVE


def _speaker(kg: KnowledgeGraph, name: str) -> str | None:
    """Return the id of the actor so named, or None where the name is a source's."""
    if name in kg.sources:
        return None
    try:
        return kg.actor(name).id
    except LookupFailedError as no_actor:
        try:
            kg.subgraph(source=name)
        except LookupFailedError as no_source:
            raise LookupFailedError(f"{no_actor}; and {no_source}") from None
        return None


def _stances(kg: KnowledgeGraph, name: str) -> list[Stance]:
    """Return the stances of a speaker, or of all that stands in a source."""
    speaker = _speaker(kg, name)
    if speaker is None:
        return list(kg.subgraph(source=name).document().stances)
    return [stance for stance in kg.document().stances if stance.speaker == speaker]


def _by_claim(stances: Iterable[Stance]) -> dict[str, list[Stance]]:
    groups: defaultdict[str, list[Stance]] = defaultdict(list)
    for stance in stances:
        groups[stance.claim].append(stance)
    return dict(groups)


def _asserted(kg: KnowledgeGraph, claims: dict[str, list[Stance]], actor: str) -> list[str]:
    return [
        claim
        for claim, stances in claims.items()
        if actor in (kg.views[claim].claim.subject, kg.views[claim].claim.object)
        and position(stances) is Viewpoint.ASSERTS
    ]


def _count(kg: KnowledgeGraph, claims: dict[str, list[Stance]], actor: str) -> int:
    return len(_asserted(kg, claims, actor))


def _tone(kg: KnowledgeGraph, claims: dict[str, list[Stance]], actor: str) -> float | None:
    values = [
        value
        for claim in _asserted(kg, claims, actor)
        if (value := intensity(kg.views[claim].claim.predicate)) is not None
    ]
    return sum(values) / len(values) if values else None

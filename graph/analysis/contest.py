"""Contested claims: how much hangs on each, and how a claim travels from voice to voice."""

from collections import Counter
from typing import NamedTuple

import networkx as nx

from ...schema import LookupFailedError, StanceKind
from ..knowledge import ClaimView, KnowledgeGraph
from .period import said
from .tie import tied_claims, ties
from .viewpoint import Viewpoint, position, voice_of

_WORK = 50_000_000  # steps along ties that the search of paths may take, in all


class Stake(NamedTuple):
    """A contested claim and what hangs on it."""

    view: ClaimView
    asserting: tuple[str, ...]  # ids of actors, and of sources that speak for themselves
    denying: tuple[str, ...]
    efficiency: float  # share of the network's efficiency that goes with the claim
    triads: int  # triangles of ties that stand on this claim alone
    score: int  # ranks on the three counts, added up: lower is more


def stakes(kg: KnowledgeGraph) -> list[Stake]:
    """Return the contested claims, the one on which most hangs first.

    Three counts: the voices on both sides; the relative drop in the efficiency of the network of
    ties without the claim (Latora and Marchiori 2001, Efficient behavior of small-world networks;
    its use as importance: Latora and Marchiori 2005, Vulnerability and protection of
    infrastructure networks); the triangles that would go. Nothing goes where another claim ties
    the same two actors. The counts are put together by adding ranks (Borda 1781), ties sharing
    the better rank. In large graphs efficiency is that of the paths from a fixed sample of actors.
    """
    views = tied_claims(kg)
    network = ties(kg, views)
    contested = kg.contested()
    pivots = _pivots(network, len(contested))
    whole = _efficiency(network, pivots)
    counted = {view.claim.id for view in views}
    found: list[tuple[ClaimView, tuple[str, ...], tuple[str, ...], float, int]] = []
    for view in contested:
        a, b = view.claim.subject, view.claim.object
        loss, triangles = 0.0, 0
        if view.claim.id in counted and network[a][b]["weight"] == 1:
            triangles = len(set(network[a]) & set(network[b]))
            tie = dict(network[a][b])
            network.remove_edge(a, b)
            # From pivots that do not reach the claim nothing is lost, nor is anything known.
            loss = (whole - _efficiency(network, pivots)) / whole if whole else 0.0
            network.add_edge(a, b, **tie)
        asserting = _voices(view, Viewpoint.ASSERTS)
        found.append((view, asserting, _voices(view, Viewpoint.DENIES), loss, triangles))
    counts = [(len(f[1]) + len(f[2]), round(f[3], 12), f[4]) for f in found]
    scores = [
        sum(1 + sum(other[i] > count[i] for other in counts) for i in range(3)) for count in counts
    ]
    rows = [Stake(*fields, score=score) for fields, score in zip(found, scores, strict=True)]
    return sorted(
        rows, key=lambda row: (row.score, -len(row.asserting) - len(row.denying), row.view.claim.id)
    )


class Step(NamedTuple):
    """One saying of a claim."""

    said: str  # ISO 8601 day, the earliest it can be; empty when unknown
    precision: str  # the date as given (EDTF)
    kind: StanceKind
    voice: str  # id of the speaker, or of the source that speaks for itself
    via: str | None  # id of the carrier, such as a news agency
    source: str
    new: bool  # this voice has not spoken of the claim before
    quote: str
    stance: str


def travel(kg: KnowledgeGraph, claim: str | ClaimView) -> list[Step]:
    """Return who said a claim when, and carried by whom, in order of time.

    Ordered by when the words were spoken, else by when their source was published; the undated
    come last, and what one source says stays in the order of its text. Raises LookupFailedError
    for an id that is no claim of this graph.
    """
    claim_id = claim if isinstance(claim, str) else claim.claim.id
    if claim_id not in kg.views:
        raise LookupFailedError(
            f"no claim {claim_id!r} in this graph; `kg.claims(...)` finds claims and their ids"
        )
    keyed: list[tuple[tuple[str, str, int, str], Step]] = []
    for stance in kg.views[claim_id].stances:
        evidence = stance.evidence[0]
        date = said(stance, kg.sources)
        day = date.earliest.isoformat() if date and date.earliest else ""
        step = Step(
            day,
            date.edtf if date else "",
            stance.kind,
            voice_of(stance),
            stance.via,
            evidence.source,
            True,
            evidence.quote,
            stance.id,
        )
        keyed.append(((day or "9999-99", evidence.source, evidence.start, stance.id), step))
    steps = [step for _, step in sorted(keyed, key=lambda item: item[0])]
    heard: set[str] = set()
    for i, step in enumerate(steps):
        steps[i] = step._replace(new=step.voice not in heard)
        heard.add(step.voice)
    return steps


def carriers(kg: KnowledgeGraph) -> list[tuple[str, int]]:
    """Return the carriers of the graph's stances and how many each carries, most first."""
    counts = Counter(stance.via for stance in kg.document().stances if stance.via)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _pivots(network: "nx.Graph[str]", rounds: int) -> list[str]:
    """Return the actors whose paths are measured: all, or some that bound the work."""
    nodes = [node for node, near in network.adjacency() if near]
    each = (len(nodes) + network.number_of_edges()) * (rounds + 1)
    count = max(16, min(len(nodes), _WORK // max(each, 1)))
    return nodes[:: max(1, len(nodes) // count)]


def _efficiency(network: "nx.Graph[str]", pivots: list[str]) -> float:
    """Return the sum of inverse distances from the pivots: efficiency but for a constant."""
    return sum(
        1 / distance
        for pivot in pivots
        for distance in nx.single_source_shortest_path_length(network, pivot).values()
        if distance
    )


def _voices(view: ClaimView, wanted: Viewpoint) -> tuple[str, ...]:
    voices = {voice_of(stance) for stance in view.stances}
    return tuple(
        voice
        for voice in sorted(voices)
        if position(s for s in view.stances if voice_of(s) == voice) in (wanted, Viewpoint.BOTH)
    )

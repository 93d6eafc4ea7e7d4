"""The networkx view of a graph's records."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..schema import (
    AnyActor,
    Claim,
    Event,
    GraphDocument,
    PartialDate,
    Source,
    Stance,
    StanceKind,
    relation,
    status_of,
)

if TYPE_CHECKING:
    import networkx as nx

_SPEECH = {
    StanceKind.ASSERTS: "asserted",
    StanceKind.DENIES: "denied",
    StanceKind.QUESTIONS: "questioned",
}


def network(document: GraphDocument) -> "nx.MultiDiGraph[str]":
    """Return the MultiDiGraph of a graph's records.

    Nodes are the ids of actors and events. Each edge has a `layer`: `relation` (one per claim,
    keyed by its predicate), `participant` (event to actor, keyed by role) or `speech` (speaker to
    event, keyed asserted, denied or questioned). Attribute values are strings, numbers, booleans
    and tuples of strings; dates are ISO 8601 strings.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    sources = {source.id: source for source in document.sources}
    stances: defaultdict[str, list[Stance]] = defaultdict(list)
    for stance in document.stances:
        stances[stance.claim].append(stance)
    for actor in document.actors:
        graph.add_node(actor.id, **actor_attributes(actor))
    for event in document.events:
        graph.add_node(event.id, **event_attributes(event))
        for part in event.participants:
            graph.add_edge(event.id, part.actor, key=part.role, layer="participant", role=part.role)
    for claim in document.claims:
        attributes = claim_attributes(claim, stances[claim.id], sources)
        graph.add_edge(claim.subject, claim.object, key=claim.predicate, **attributes)
    for stance in document.stances:
        if stance.speaker is None or stance.event is None:
            continue
        key = _SPEECH[stance.kind]
        if graph.has_edge(stance.speaker, stance.event, key):
            continue
        graph.add_edge(
            stance.speaker, stance.event, key=key, layer="speech", claim=stance.claim, predicate=key
        )
    return graph


def actor_attributes(actor: AnyActor) -> dict[str, Any]:
    """Return a node's attributes: labels in English and Arabic, kind, state."""
    return {
        "label": actor.name("en"),
        "label_ar": actor.name("ar"),
        "kind": str(actor.kind),
        "state": actor.state or "",
        "listed": actor.listed,
    }


def event_attributes(event: Event) -> dict[str, Any]:
    """Return an event node's attributes."""
    return {
        "label": event.label or str(event.type),
        "label_ar": event.label or str(event.type),
        "kind": "event",
        "type": str(event.type),
        "topic": event.topic or "",
        "time": event.time.edtf if event.time else "",
    }


def claim_attributes(
    claim: Claim, stances: list[Stance], sources: dict[str, Source]
) -> dict[str, Any]:
    """Return a claim edge's attributes; `speakers` leaves out the sources' own voices."""
    dates = [date for stance in stances if (date := date_of(stance, sources)) is not None]
    kind = relation(claim.predicate)
    return {
        "layer": "relation",
        "claim": claim.id,
        "predicate": claim.predicate,
        "relation_class": str(kind.relation_class),
        "sign": kind.sign,
        "symmetric": kind.symmetric,
        "status": str(status_of(stances)),
        "stances": tuple(stance.id for stance in stances),
        "speakers": _distinct(stance.speaker for stance in stances if stance.speaker),
        "sources": _distinct(e.source for stance in stances for e in stance.evidence),
        "first": min((d.earliest.isoformat() for d in dates if d.earliest), default=""),
        "last": max((d.latest.isoformat() for d in dates if d.latest), default=""),
    }


def date_of(stance: Stance, sources: dict[str, Source]) -> PartialDate | None:
    """Return when it happened, else when it was said, else when the source was published."""
    return stance.time or stance.spoken or sources[stance.evidence[0].source].date


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))

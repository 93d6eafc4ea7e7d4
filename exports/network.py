"""Nodes and edges as flat rows with closed columns, for GraphML, GEXF, CSV and Parquet."""

from typing import Any, NamedTuple

from ..graph import KnowledgeGraph
from ..schema import relation, stable_id, vocabulary
from .plain import label


class NodeRow(NamedTuple):
    """An actor or an event; `time` is the event's date in EDTF."""

    id: str
    label: str
    label_ar: str
    kind: str
    state: str
    listed: bool
    type: str
    topic: str
    time: str


class EdgeRow(NamedTuple):
    """A claim (layer `relation`), a part in an event, or a speaker's word on an event.

    `sign` is 1 friendly, 0, -1 hostile; `first` and `last` are ISO dates; the ids in `speakers`,
    `sources` and `stances` are apart by spaces; `weight` counts the stances.
    """

    id: str
    source: str
    target: str
    layer: str
    predicate: str
    label: str
    label_ar: str
    relation_class: str
    sign: int
    symmetric: bool
    status: str
    claim: str
    weight: int
    speakers: str
    sources: str
    stances: str
    first: str
    last: str


def node_rows(kg: KnowledgeGraph) -> list[NodeRow]:
    """Return a row for each actor and event, sorted by id."""
    return sorted(_node(node, kg.graph.nodes[node]) for node in kg.graph)


def edge_rows(kg: KnowledgeGraph) -> list[EdgeRow]:
    """Return a row for each edge of `kg.graph`, parallel ones included, sorted by id."""
    edges = kg.graph.edges(keys=True, data=True)
    rows = [_edge(start, end, str(key), data) for start, end, key, data in edges]
    return sorted(rows)


def _node(node: str, data: dict[str, Any]) -> NodeRow:
    return NodeRow(
        id=node,
        label=label(data["label"]),
        label_ar=label(data["label_ar"]),
        kind=data["kind"],
        state=data.get("state", ""),
        listed=data.get("listed", False),
        type=data.get("type", ""),
        topic=data.get("topic", ""),
        time=data.get("time", ""),
    )


def _edge(start: str, end: str, key: str, data: dict[str, Any]) -> EdgeRow:
    layer = data["layer"]
    stances: tuple[str, ...] = data.get("stances", ())
    known = relation(key) if layer == "relation" and key in vocabulary() else None
    return EdgeRow(
        id=data["claim"] if layer == "relation" else stable_id(layer, start, key, end),
        source=start,
        target=end,
        layer=layer,
        predicate=key,
        label=known.label.en if known else key,
        label_ar=known.label.ar if known else key,
        relation_class=data.get("relation_class", ""),
        sign=data.get("sign", 0),
        symmetric=data.get("symmetric", False),
        status=data.get("status", ""),
        claim=data.get("claim", ""),
        weight=max(1, len(stances)),
        speakers=" ".join(data.get("speakers", ())),
        sources=" ".join(data.get("sources", ())),
        stances=" ".join(stances),
        first=data.get("first", ""),
        last=data.get("last", ""),
    )

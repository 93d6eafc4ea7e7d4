"""Who is tied to whom: the actor networks that the measures work on."""

from collections.abc import Collection, Iterable
from typing import Any

import networkx as nx

from ...schema import RelationClass, Status, relation
from ..knowledge import ClaimView, KnowledgeGraph
from ..network import actor_attributes


def tied_claims(
    kg: KnowledgeGraph,
    *,
    classes: Collection[RelationClass | str] | None = None,
    undisputed: bool = False,
    claims: Collection[str] | None = None,
) -> list[ClaimView]:
    """Return the claims between two different actors that somebody asserts, sorted by id.

    Claims that are only denied, negated or tentative tie nobody. `undisputed` leaves the contested
    out too; `classes` keeps some relation classes, `claims` some ids.
    """
    wanted = {Status.ASSERTED} if undisputed else {Status.ASSERTED, Status.CONTESTED}
    kinds = None if classes is None else {str(RelationClass(name)) for name in classes}
    actors = kg.actors
    return [
        view
        for claim_id, view in sorted(kg.views.items())
        if view.status in wanted
        and view.claim.subject in actors
        and view.claim.object in actors
        and view.claim.subject != view.claim.object
        and (claims is None or claim_id in claims)
        and (kinds is None or str(relation(view.claim.predicate).relation_class) in kinds)
    ]


def ties(kg: KnowledgeGraph, views: Iterable[ClaimView] | None = None) -> "nx.Graph[str]":
    """Return the undirected network of all actors, two of them tied by any claim.

    An edge has `weight` (the number of claims) and `claims` (their ids).
    """
    graph: nx.Graph[str] = nx.Graph()
    _fill(graph, kg, tied_claims(kg) if views is None else views)
    return graph


def arcs(kg: KnowledgeGraph, views: Iterable[ClaimView] | None = None) -> "nx.DiGraph[str]":
    """Return the directed network of all actors, from subject to object; see `ties`.

    A symmetric relation (met with) runs both ways.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    _fill(graph, kg, tied_claims(kg) if views is None else views)
    return graph


def signed_ties(kg: KnowledgeGraph, views: Iterable[ClaimView] | None = None) -> "nx.Graph[str]":
    """Return the signed network: actors tied as friends (`sign` +1) or foes (-1).

    The sign of a tie is that of the sum of the vocabulary's signs over its claims, either way
    round. Edges keep `friendly` and `hostile` (numbers of claims) and `claims` (the ids of those
    with a sign). Pairs whose sum is zero are no edges; `graph.graph["ambivalent"]` lists them.
    Actors without a signed tie are left out.
    """
    counts: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for view in tied_claims(kg) if views is None else views:
        sign = relation(view.claim.predicate).sign
        if sign == 0:
            continue
        a, b = sorted((view.claim.subject, view.claim.object))
        counts.setdefault((a, b), ([], []))[sign < 0].append(view.claim.id)
    graph: nx.Graph[str] = nx.Graph()
    ambivalent: list[tuple[str, str]] = []
    for (a, b), (friendly, hostile) in sorted(counts.items()):
        if len(friendly) == len(hostile):
            ambivalent.append((a, b))
            continue
        for node in (a, b):
            graph.add_node(node, **actor_attributes(kg.actors[node]))
        graph.add_edge(
            a,
            b,
            sign=1 if len(friendly) > len(hostile) else -1,
            friendly=len(friendly),
            hostile=len(hostile),
            claims=tuple(sorted((*friendly, *hostile))),
        )
    graph.graph["ambivalent"] = tuple(ambivalent)
    return graph


def _fill(
    graph: "nx.Graph[str] | nx.DiGraph[str]", kg: KnowledgeGraph, views: Iterable[ClaimView]
) -> None:
    for actor_id, actor in sorted(kg.actors.items()):
        graph.add_node(actor_id, **actor_attributes(actor))
    for view in views:
        a, b = view.claim.subject, view.claim.object
        ends = [(a, b)]
        if graph.is_directed() and relation(view.claim.predicate).symmetric:
            ends.append((b, a))
        for start, stop in ends:
            old: dict[str, Any] = graph.get_edge_data(start, stop) or {"weight": 0, "claims": ()}
            graph.add_edge(
                start, stop, weight=old["weight"] + 1, claims=(*old["claims"], view.claim.id)
            )

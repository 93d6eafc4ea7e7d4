"""Where actors stand in the network: centralities, brokerage, and who is between two blocs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import networkx as nx
import numpy as np

from ..knowledge import KnowledgeGraph
from .tie import arcs, ties

_LARGE, _PIVOTS = 1500, 300


class Position(NamedTuple):
    """An actor's centralities; all but the degrees lie between 0 and 1, constraint may exceed 1."""

    actor: str
    degree: int
    out_degree: int
    in_degree: int
    betweenness: float
    closeness: float | None
    pagerank: float
    constraint: float | None


def centralities(kg: KnowledgeGraph) -> list[Position]:
    """Return the position of every actor, the most between first.

    Degrees count distinct neighbours (Freeman 1979, Centrality in social networks: conceptual
    clarification). Betweenness: share of shortest paths (Freeman 1977, A set of measures of
    centrality based on betweenness; computed as in Brandes 2001). Closeness: Sabidussi 1966, The
    centrality index of a graph, scaled by the reachable share as in Wasserman and Faust 1994.
    PageRank along the claims' direction: Brin and Page 1998, The anatomy of a large-scale
    hypertextual web search engine. Constraint: Burt 1992, Structural Holes (low: a broker; None
    for an actor without ties).

    Above 1,500 tied actors betweenness is estimated from 300 of them (Brandes and Pich 2007,
    Centrality estimation in large networks), and closeness and constraint are None.
    """
    undirected, directed = ties(kg), arcs(kg)
    large = sum(len(near) > 0 for _, near in undirected.adjacency()) > _LARGE
    betweenness = nx.betweenness_centrality(undirected, k=_PIVOTS if large else None, seed=0)
    closeness: dict[str, float] = {}
    constraint: dict[str, float] = {}
    if not large:
        closeness = nx.closeness_centrality(undirected)  # pyright: ignore
        constraint = nx.constraint(undirected)
    rank = pagerank(directed)
    rows = [
        Position(
            actor,
            len(undirected[actor]),
            len(directed.succ[actor]),
            len(directed.pred[actor]),
            betweenness[actor],
            closeness.get(actor),
            rank[actor],
            constraint.get(actor) if undirected[actor] else None,
        )
        for actor in undirected
    ]
    return sorted(rows, key=lambda row: (-round(row.betweenness, 12), -row.degree, row.actor))


def pagerank(graph: "nx.DiGraph[str]", damping: float = 0.85) -> dict[str, float]:
    """Return PageRank by power iteration, edges unweighted; the values sum to 1.

    Brin and Page 1998; the rank of nodes without out-edges is shared out evenly. (networkx's own
    needs scipy.)
    """
    nodes = list(graph)
    if not nodes:
        return {}
    index = {node: i for i, node in enumerate(nodes)}
    tails = np.array([index[a] for a, _ in graph.edges()], dtype=np.intp)
    heads = np.array([index[b] for _, b in graph.edges()], dtype=np.intp)
    n = len(nodes)
    degree = np.bincount(tails, minlength=n)
    rank = np.full(n, 1 / n)
    for _ in range(1000):
        sent = rank / np.maximum(degree, 1)
        flow = np.bincount(heads, weights=sent[tails], minlength=n)
        new = (1 - damping) / n + damping * (flow + rank[degree == 0].sum() / n)
        settled = bool(np.abs(new - rank).sum() < 1e-12)
        rank = new
        if settled:
            break
    return {node: float(rank[i]) for node, i in index.items()}


class Brokerage(NamedTuple):
    """How often an actor stands in each of the five brokerage roles."""

    actor: str
    group: str
    coordinator: int  # all three in one group
    consultant: int  # outside the one group of the other two (itinerant broker)
    gatekeeper: int  # from outside into its own group
    representative: int  # from its own group to outside
    liaison: int  # three groups
    total: int


def brokerage(graph: "nx.DiGraph[str]", groups: Mapping[str, str]) -> list[Brokerage]:
    """Return the brokerage roles of every grouped actor, the busiest first.

    b brokers between a and c when a -> b -> c and not a -> c. Gould and Fernandez 1989,
    Structures of mediation: a formal approach to brokerage in transaction networks, Sociological
    Methodology 19. Raw counts; actors without a group take no part.
    """
    rows: list[Brokerage] = []
    for b in sorted(node for node in graph if node in groups):
        roles = Counter(
            _role(groups[a], groups[b], groups[c])
            for a in graph.pred[b]
            for c in graph.succ[b]
            if a != c and a in groups and c in groups and not graph.has_edge(a, c)
        )
        counts = [roles[name] for name in Brokerage._fields[2:-1]]
        rows.append(Brokerage(b, groups[b], *counts, total=sum(counts)))
    return sorted(rows, key=lambda row: (-row.total, row.actor))


def brokers(kg: KnowledgeGraph, groups: Mapping[str, str] | None = None) -> list[Brokerage]:
    """Return the brokerage roles of the graph's actors, grouped by state unless told otherwise.

    `groups` maps actors (by id or name) to a group's name. A state is in its own group; actors of
    no known state take no part. See `brokerage`.
    """
    if groups is None:
        known = {
            actor.id: actor.id if actor.kind == "state" else actor.state
            for actor in kg.actors.values()
        }
        return brokerage(arcs(kg), {key: group for key, group in known.items() if group})
    return brokerage(arcs(kg), {kg.actor(name).id: group for name, group in groups.items()})


class Between(NamedTuple):
    """An actor's share of the shortest paths from one bloc to the other."""

    actor: str
    share: float
    bloc: int | None  # 0 or 1 for a member of a bloc


def between(kg: KnowledgeGraph, one: Iterable[str], other: Iterable[str]) -> list[Between]:
    """Return who stands between two blocs of actors, the most between first.

    For each actor: the share of shortest paths between members of the blocs, over the pairs that
    are connected at all, on which it is an inner stop. Betweenness for given sources and targets:
    Brandes 2008, On variants of shortest-path betweenness centrality and their generic
    computation.
    """
    graph = ties(kg)
    blocs = [{kg.actor(name).id for name in bloc} for bloc in (one, other)]
    if both := sorted(blocs[0] & blocs[1]):
        raise ValueError(f"in both blocs: {', '.join(kg.actors[i].name() for i in both)}")
    pairs = sum(len(blocs[1] & nx.node_connected_component(graph, a)) for a in blocs[0])
    if pairs == 0:
        return []
    # networkx halves the undirected count, as if every pair were met from both its ends.
    counts = nx.betweenness_centrality_subset(graph, sorted(blocs[0]), sorted(blocs[1]))
    rows = [
        Between(actor, 2 * count / pairs, next((i for i in (0, 1) if actor in blocs[i]), None))
        for actor, count in counts.items()
        if count > 0
    ]
    return sorted(rows, key=lambda row: (-round(row.share, 12), row.actor))


def _role(a: str, b: str, c: str) -> str:
    if a == b == c:
        return "coordinator"
    if a == c:
        return "consultant"
    if b == c:
        return "gatekeeper"
    return "representative" if a == b else "liaison"

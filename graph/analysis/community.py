"""Communities: actors with more ties among themselves than chance would give."""

from typing import Any, NamedTuple

import networkx as nx

from ..knowledge import KnowledgeGraph
from .tie import ties

_RUNS = 10


class Communities(NamedTuple):
    """A division of the tied actors, largest community first, and its modularity."""

    members: tuple[tuple[str, ...], ...]
    modularity: float

    def of(self, actor: str) -> int | None:
        """Return the number of an actor's community; None for one without ties."""
        return next((i for i, group in enumerate(self.members) if actor in group), None)


def communities(graph: "KnowledgeGraph | nx.Graph[str]", *, resolution: float = 1.0) -> Communities:
    """Return the communities of a graph's actors, or of any weighted undirected network.

    Louvain (Blondel, Guillaume, Lambiotte and Lefebvre 2008, Fast unfolding of communities in
    large networks), the best of ten fixed seeds by modularity (Newman and Girvan 2004, Finding and
    evaluating community structure in networks). Actors without ties belong to none.
    """
    network = ties(graph) if isinstance(graph, KnowledgeGraph) else graph
    nodes = sorted(node for node in network if len(network[node]) > 0)
    if not nodes:
        return Communities((), 0.0)
    # Numbered nodes, inserted in order: Louvain's result must not hang on the string hash.
    index = {node: i for i, node in enumerate(nodes)}
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(nodes)))
    for a, b, weight in sorted(
        (*sorted((index[a], index[b])), float(weight))
        for a, b, weight in network.edges(data="weight", default=1)
    ):
        numbered.add_edge(a, b, weight=weight)
    best: tuple[float, list[list[int]]] | None = None
    for seed in range(_RUNS):
        found = nx.community.louvain_communities(numbered, resolution=resolution, seed=seed)
        groups = sorted((sorted(group) for group in found), key=lambda g: (-len(g), g))
        quality = _modularity(numbered, groups, resolution)
        if best is None or (-round(quality, 12), groups) < (-round(best[0], 12), best[1]):
            best = (quality, groups)
    assert best is not None
    return Communities(tuple(tuple(nodes[i] for i in group) for group in best[1]), best[0])


def _modularity(graph: "nx.Graph[int]", groups: list[list[int]], resolution: float) -> float:
    measure: Any = nx.community.modularity  # pyright: ignore
    return measure(graph, [set(group) for group in groups], resolution=resolution)

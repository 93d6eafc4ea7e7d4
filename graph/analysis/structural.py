"""Structural balance: whether friends of friends are friends, and which ties spoil it."""

import math
from collections import Counter
from typing import NamedTuple

import networkx as nx
import numpy as np

from ..knowledge import KnowledgeGraph
from .line_index import Frustration, frustration
from .period import By, claims_by_period
from .tie import signed_ties, tied_claims


class Triad(NamedTuple):
    """Three actors all tied to each other, with the number of hostile ties among them."""

    actors: tuple[str, str, str]
    hostile: int

    @property
    def balanced(self) -> bool:
        """Whether the product of the three signs is positive."""
        return self.hostile % 2 == 0


class Triads(NamedTuple):
    """How many triads there are of each kind."""

    ppp: int  # +++ three friends
    ppm: int  # ++- two foes with a common friend: the unstable one
    pmm: int  # +-- two friends with a common foe
    mmm: int  # --- three foes: balanced only in the weak sense

    @property
    def balanced(self) -> float:
        """Share of triads with a positive product (Cartwright and Harary 1956); nan without any."""
        return (self.ppp + self.pmm) / sum(self) if sum(self) else math.nan

    @property
    def weakly_balanced(self) -> float:
        """Share of triads that are not ++- (Davis 1967, Clustering and structural balance)."""
        return 1 - self.ppm / sum(self) if sum(self) else math.nan


def triads(signed: "nx.Graph[str]") -> list[Triad]:
    """Return every triangle of a signed network, sorted by its actors."""
    order = {node: i for i, node in enumerate(sorted(signed))}
    later = {a: {b for b in signed[a] if order[b] > order[a]} for a in order}
    found: list[Triad] = []
    for a in order:
        for b in sorted(later[a]):
            for c in sorted(later[a] & later[b]):
                signs = (signed[a][b]["sign"], signed[b][c]["sign"], signed[a][c]["sign"])
                found.append(Triad((a, b, c), sum(sign < 0 for sign in signs)))
    return found


def census(found: list[Triad]) -> Triads:
    """Return the number of triads of each kind."""
    counts = Counter(triad.hostile for triad in found)
    return Triads(*(counts[hostile] for hostile in range(4)))


def walk_balance(signed: "nx.Graph[str]") -> float:
    """Return the share of closed walks that are balanced, long ones weighing less; nan if empty.

    tr exp(A) / tr exp(|A|), 1 for a balanced network: Estrada and Benzi 2014, Walk-based measure
    of balance in signed networks. Dense eigenvalues: meant for a few thousand actors at most.
    """
    nodes = sorted(signed)
    if not nodes:
        return math.nan
    index = {node: i for i, node in enumerate(nodes)}
    matrix = np.zeros((len(nodes), len(nodes)))
    for a, b in signed.edges():
        matrix[index[a], index[b]] = matrix[index[b], index[a]] = signed[a][b]["sign"]
    values = np.linalg.eigvalsh(matrix)
    absolute = np.linalg.eigvalsh(np.abs(matrix))
    top = absolute.max()  # scaled, so that dense networks do not overflow
    return float(np.exp(values - top).sum() / np.exp(absolute - top).sum())


class Balance(NamedTuple):
    """The balance of one signed network."""

    friendly: int  # ties
    hostile: int
    ambivalent: tuple[tuple[str, str], ...]  # pairs with as many friendly as hostile claims
    triads: Triads
    unbalanced: tuple[Triad, ...]
    walks: float
    frustration: Frustration


def balance(graph: "KnowledgeGraph | nx.Graph[str]", *, undisputed: bool = False) -> Balance:
    """Return the structural balance of a graph, or of any network with `sign` on its edges.

    Triads by kind (Heider 1946; Cartwright and Harary 1956, Structural balance: a generalization
    of Heider's theory), walks, and frustration with the ties that cause it and the two blocs that
    fit best. `undisputed` leaves contested claims out. See `signed_ties`, `frustration`.
    """
    if isinstance(graph, KnowledgeGraph):
        return _balance(signed_ties(graph, tied_claims(graph, undisputed=undisputed)))
    return _balance(graph)


class PeriodBalance(NamedTuple):
    """The balance of what was said of one period."""

    period: str
    balance: Balance


def balance_over_time(
    kg: KnowledgeGraph, by: By | str = By.YEAR, *, undisputed: bool = False
) -> list[PeriodBalance]:
    """Return the balance of the ties of each period that has any, in order of time.

    Each period stands alone: a tie of 2015 does not count in 2016. Claims without a date, or with
    one too coarse for the period, are left out; `claims_by_period` tells how many.
    """
    views = {view.claim.id for view in tied_claims(kg, undisputed=undisputed)}
    rows: list[PeriodBalance] = []
    for period, ids in claims_by_period(kg, by).periods.items():
        signed = signed_ties(kg, tied_claims(kg, undisputed=undisputed, claims=views & ids))
        if signed.number_of_edges() > 0:
            rows.append(PeriodBalance(period, _balance(signed)))
    return rows


def blocs(signed: "nx.Graph[str]", k: int = 2) -> tuple[tuple[str, ...], ...]:
    """Return the actors in at most `k` blocs, with few foes inside and few friends across.

    For two blocs the answer of `frustration`; for more, the best of several searches that move
    one actor at a time, which may not be the very best: Doreian and Mrvar 1996, A partitioning
    approach to structural balance, Social Networks 18. Largest bloc first.
    """
    if k < 1:
        raise ValueError(f"k is a number of blocs from 1 up, not {k}")
    groups = frustration(signed).blocs if k == 2 else _relocate(signed, k)
    return tuple(
        tuple(group) for group in sorted((g for g in groups if g), key=lambda g: (-len(g), g))
    )


def misplaced(
    signed: "nx.Graph[str]", groups: tuple[tuple[str, ...], ...]
) -> list[tuple[str, str]]:
    """Return the ties that spoil a division: foes in one bloc, friends across."""
    place = {actor: i for i, group in enumerate(groups) for actor in group}
    return sorted(
        (min(a, b), max(a, b))
        for a, b in signed.edges()
        if (place[a] == place[b]) != (signed[a][b]["sign"] > 0)
    )


def _balance(signed: "nx.Graph[str]") -> Balance:
    found = triads(signed)
    friendly = sum(signed[a][b]["sign"] > 0 for a, b in signed.edges())
    return Balance(
        friendly,
        signed.number_of_edges() - friendly,
        tuple(signed.graph.get("ambivalent", ())),
        census(found),
        tuple(triad for triad in found if not triad.balanced),
        walk_balance(signed),
        frustration(signed),
    )


def _relocate(signed: "nx.Graph[str]", k: int) -> tuple[tuple[str, ...], ...]:
    nodes = sorted(signed)
    index = {node: i for i, node in enumerate(nodes)}
    near = [[(index[b], int(signed[a][b]["sign"])) for b in sorted(signed[a])] for a in nodes]
    chance = np.random.default_rng(0)
    best: tuple[int, list[int]] | None = None
    for _ in range(50):
        place: list[int] = chance.integers(0, k, len(nodes)).tolist()
        moved = True
        while moved:
            moved = False
            for i in range(len(nodes)):
                pull = [0] * k
                for j, sign in near[i]:
                    pull[place[j]] += sign
                target = max(range(k), key=lambda g, p=pull: (p[g], -g))
                if pull[target] > pull[place[i]]:
                    place[i], moved = target, True
        cost = sum(
            (place[i] == place[j]) != (sign > 0) for i in range(len(nodes)) for j, sign in near[i]
        )
        if best is None or cost < best[0]:
            best = (cost, place)
    assert best is not None
    places = best[1]
    return tuple(
        tuple(node for node in nodes if places[index[node]] == group) for group in range(k)
    )

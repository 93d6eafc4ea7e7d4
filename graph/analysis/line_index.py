"""The frustration of a signed network: the fewest ties that keep it from two clean blocs."""

import random
from collections import deque
from dataclasses import dataclass
from typing import Any

import networkx as nx

_BUDGET = 200_000  # search steps for each block before the answer may be inexact
_STARTS = 20


@dataclass(frozen=True)
class Frustration:
    """The line index of balance, the ties that cause it, and the two blocs they leave."""

    index: int
    at_least: int  # below `index` only when the search ran out of steps
    edges: tuple[tuple[str, str], ...]
    blocs: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def exact(self) -> bool:
        """Whether the index is proven to be the smallest."""
        return self.index == self.at_least


def frustration(signed: "nx.Graph[str]") -> Frustration:
    """Return the frustration index of a network whose edges have a `sign` of +1 or -1.

    The smallest number of edges whose removal (or change of sign) leaves a balanced network:
    Harary 1959, On the measurement of structural balance, Behavioral Science 4. Exact by branch
    and bound with nested subproblems (Verfaillie, Lemaitre and Schiex 1996, Russian doll search)
    on each biconnected part; parts too large for that get the best of twenty local searches, and
    `at_least` says what is proven. The bloc of the first actor of each component comes first.
    """
    frustrated: list[tuple[str, str]] = []
    proven = 0
    components: Any = nx.biconnected_components(signed)  # the stubs are wrong about its type
    parts: list[list[str]] = [sorted(nodes) for nodes in components]
    for part in sorted(parts):
        if len(part) < 3:
            continue  # a bridge can always be satisfied
        edges, bound = _solve(signed, part)
        frustrated += edges
        proven += bound
    frustrated.sort()
    return Frustration(len(frustrated), proven, tuple(frustrated), _blocs(signed, frustrated))


def _blocs(
    signed: "nx.Graph[str]", frustrated: list[tuple[str, str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the two sides once the frustrated edges are taken out."""
    removed = set(frustrated)
    side: dict[str, int] = {}
    for root in sorted(signed):
        if root in side:
            continue
        side[root] = 0
        queue = deque([root])
        while queue:
            node = queue.popleft()
            for other in sorted(signed[node]):
                if other in side or (min(node, other), max(node, other)) in removed:
                    continue
                side[other] = side[node] ^ (signed[node][other]["sign"] < 0)
                queue.append(other)
    blocs = tuple(tuple(sorted(n for n, s in side.items() if s == which)) for which in (0, 1))
    return blocs[0], blocs[1]


def _solve(signed: "nx.Graph[str]", part: list[str]) -> tuple[list[tuple[str, str]], int]:
    """Return the frustrated edges of one biconnected part and the proven lower bound."""
    order = _order(signed, part)
    rank = {node: i for i, node in enumerate(order)}
    n = len(order)
    near = [
        [(rank[o], int(signed[node][o]["sign"] < 0)) for o in signed[node] if o in rank]
        for node in order
    ]
    later = [[(j, s) for j, s in sorted(near[i]) if j > i] for i in range(n)]
    tail = [0] * (n + 1)  # tail[i]: frustration of the part made by order[i:]
    best = [0] * n
    steps = _BUDGET
    solved = n
    for first in range(n - 1, -1, -1):
        against = [0, 0]
        for j, negative in later[first]:
            against[best[j] ^ negative ^ 1] += 1
        best[first] = int(against[1] < against[0])
        tail[first], used = _search(
            first, later, tail, tail[first + 1] + min(against), best, budget=steps
        )
        steps -= used
        if steps <= 0:
            break
        solved = first
    if solved == 0:
        sides, bound = best, tail[0]
    else:
        sides, bound = _local(near), tail[solved]
    edges = [
        (min(order[i], order[j]), max(order[i], order[j]))
        for i in range(n)
        for j, negative in later[i]
        if sides[i] ^ sides[j] ^ negative
    ]
    return edges, bound


def _search(
    first: int,
    later: list[list[tuple[int, int]]],
    tail: list[int],
    upper: int,
    best: list[int],
    *,
    budget: int,
) -> tuple[int, int]:
    """Improve `best` on the nodes from `first` on; return its cost and the steps taken.

    Depth first; a partial assignment costs what it breaks, at least the smaller of what each open
    node must break against it, and at least the frustration among the open nodes (`tail`).
    """
    n = len(later)
    cost_of = [[0, 0] for _ in range(n)]
    side = [0] * n
    cost, forced, steps = 0, 0, 0
    depth = first
    choices: list[list[int]] = [[] for _ in range(n)]
    choices[first] = [0]  # the first node's side is free by symmetry
    path: list[int] = []

    def place(i: int, where: int) -> None:
        nonlocal cost, forced
        side[i] = where
        cost += cost_of[i][where]
        forced -= min(cost_of[i])
        for j, negative in later[i]:
            forced -= min(cost_of[j])
            cost_of[j][where ^ negative ^ 1] += 1
            forced += min(cost_of[j])

    def lift(i: int) -> None:
        nonlocal cost, forced
        where = side[i]
        for j, negative in later[i]:
            forced -= min(cost_of[j])
            cost_of[j][where ^ negative ^ 1] -= 1
            forced += min(cost_of[j])
        forced += min(cost_of[i])
        cost -= cost_of[i][where]

    while True:
        if choices[depth]:
            steps += 1
            place(depth, choices[depth].pop())
            path.append(depth)
            if cost + forced + tail[depth + 1] >= upper or steps >= budget:
                lift(path.pop())
                if steps >= budget:
                    return upper, steps
                continue
            if depth == n - 1:
                upper = cost
                best[first:] = side[first:]
                lift(path.pop())
                if upper == tail[first + 1]:
                    return upper, steps
                continue
            depth += 1
            # The cheaper side last, so that it is popped first.
            choices[depth] = [0, 1] if cost_of[depth][1] <= cost_of[depth][0] else [1, 0]
        elif path:
            depth = path[-1]
            lift(path.pop())
        else:
            return upper, steps


def _order(signed: "nx.Graph[str]", part: list[str]) -> list[str]:
    """Return the nodes so that each has as many earlier neighbours as possible."""
    inside = set(part)
    weight = {node: (0, sum(other in inside for other in signed[node])) for node in part}
    order: list[str] = []
    while weight:
        node = min(weight, key=lambda name: (-weight[name][0], -weight[name][1], name))
        del weight[node]
        order.append(node)
        for other in signed[node]:
            if other in weight:
                weight[other] = (weight[other][0] + 1, weight[other][1])
    return order


def _local(near: list[list[tuple[int, int]]]) -> list[int]:
    """Return the best of several local searches that flip one node at a time."""
    chance = random.Random(0)
    n = len(near)
    best: tuple[int, list[int]] | None = None
    for start in range(_STARTS):
        side = [0] * n if start == 0 else [chance.randrange(2) for _ in range(n)]
        improved = True
        while improved:
            improved = False
            for i in range(n):
                broken = sum(side[i] ^ side[j] ^ negative for j, negative in near[i])
                if 2 * broken > len(near[i]):
                    side[i] ^= 1
                    improved = True
        cost = sum(side[i] ^ side[j] ^ negative for i in range(n) for j, negative in near[i]) // 2
        if best is None or cost < best[0]:
            best = (cost, side)
    assert best is not None
    return best[1]

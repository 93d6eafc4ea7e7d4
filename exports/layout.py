"""Where the nodes stand: ForceAtlas2 with repulsion on an FFT grid, then labels pushed apart.

Forces are those of Jacomy et al. 2014 (PLoS ONE 9(6): e98679). Above `_EXACT` nodes repulsion is
summed by convolution on a grid, as FIt-SNE does (Linderman et al. 2019, Nature Methods 16). Parts
of a readable size are finished by stress majorization (Gansner, Koren and North 2004), and parts
that do not hang together are laid out one by one and packed. Only sums, products, quotients and
roots are used, from a low-discrepancy start: no random numbers.
"""

from collections import defaultdict, deque
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Edges = NDArray[np.int64]

_EXACT = 400
_READABLE = 150
_GRAVITY = 1.0
_REPULSION = 2.0
_WIDTH, _HEIGHT = 840.0, 600.0  # the first view that labels are spread for, in CSS pixels
_LINE = 17.0  # height of a label
_GAP = 14.0
_ASIDE = 46.0  # pixels that a node keeps from the lines between others
_FAN = 26.0  # and for each parallel one more
_CLEAR = 38.0  # pixels between the middles of two nodes
_MANY = 5_000  # nodes up to which none stands on another
_FEW = 30  # nodes up to which there is room for what the edges say, too


def place(n: int, edges: Edges) -> Points:
    """Return positions of shape (n, 2) in which neighbours are about one unit apart.

    `edges` has shape (m, 2); an edge that stands there more than once is drawn longer, to leave
    room for parallel relations. Nodes without edges share one point.
    """
    parts = components(n, edges)
    position = np.zeros((n, 2))
    boxes: list[tuple[NDArray[np.int64], Points]] = []
    number = np.zeros(n, dtype=np.int64)
    part_of = np.zeros(n, dtype=np.int64)
    for i, part in enumerate(parts):
        number[part] = np.arange(len(part))
        part_of[part] = i
    order = np.argsort(part_of[edges[:, 0]], kind="stable") if len(edges) else edges[:, :1].ravel()
    starts = np.searchsorted(part_of[edges[order, 0]], np.arange(len(parts) + 1))
    for i, part in enumerate(parts):
        own = number[edges[order[starts[i] : starts[i + 1]]]]
        boxes.append((part, _one_part(len(part), own)))
    for part, points in _packed(boxes):
        position[part] = points
    return position


def force_atlas(n: int, edges: Edges, steps: int | None = None) -> Points:
    """Return positions of shape (n, 2) for an undirected graph; `edges` has shape (m, 2).

    Self-loops are ignored; parallel edges pull once each.
    """
    ties = edges[edges[:, 0] != edges[:, 1]] if len(edges) else edges.reshape(0, 2)
    position = _start(n)
    if n < 3:
        return position
    mass: Points = 1.0 + np.bincount(ties.ravel(), minlength=n).astype(np.float64)
    repel = _exact_repulsion if n <= _EXACT else _GridRepulsion(n)
    previous = np.zeros_like(position)
    speed = 1.0
    for _ in range(steps or _steps(n)):
        force = _REPULSION * mass[:, None] * repel(position, mass)
        pull = position[ties[:, 1]] - position[ties[:, 0]]
        for axis in (0, 1):
            force[:, axis] += np.bincount(ties[:, 0], pull[:, axis], minlength=n)
            force[:, axis] -= np.bincount(ties[:, 1], pull[:, axis], minlength=n)
        distance = np.sqrt(position[:, 0] ** 2 + position[:, 1] ** 2) + 1e-9
        force -= _GRAVITY * (mass / distance)[:, None] * position
        swing = _norm(force - previous)
        traction = _norm(force + previous) / 2
        target = float(_total(mass * traction) / (_total(mass * swing) + 1e-9))
        speed = min(target, 1.5 * speed)
        position = position + force * (speed / (1.0 + speed * np.sqrt(swing)))[:, None]
        previous = force
    return position


def spread(
    position: Points, widths: Sequence[float], shown: Sequence[int], edges: Edges | None = None
) -> Points:
    """Return positions in CSS pixels of a first view in which the `shown` nodes' labels are apart.

    `widths` are label widths in pixels; `shown` the nodes in order of importance. Nodes that are
    not shown keep their place relative to the whole, but no two stand on each other. With `edges`,
    nodes step aside from the lines between others.
    """
    if len(position) < 2:
        return np.zeros_like(position)
    chosen = np.asarray(shown if len(shown) > 1 else range(len(position)), dtype=np.int64)
    placed = position
    roomy = len(chosen) <= _FEW
    gap, lines = (_GAP * 3, 4.4) if roomy else (_GAP, 2.6)
    boxes = np.column_stack((np.asarray(widths)[chosen] + gap, np.full(len(chosen), lines * _LINE)))
    lines = _lines_among(chosen, len(position), edges)
    for _ in range(14):
        placed = _fit(placed, chosen)
        moved = _apart(_off_lines(placed[chosen], lines), boxes)
        if np.array_equal(moved, placed[chosen]):
            break
        placed[chosen] = moved
    if edges is not None and len(position) <= _MANY:
        tied = np.unique(edges)
        placed[tied] = _not_on_each_other(placed[tied], np.isin(tied, chosen))
    return np.round(placed, 1) + 0.0


def label_width(text: str, size: float = 13.0) -> float:
    """Return about how wide a label is drawn, in CSS pixels; Arabic letters run narrower.

    A long name is drawn in two lines.
    """
    width = sum(0.42 if "\u0600" <= char <= "\u06ff" else 0.56 for char in text[:44]) * size
    return width if len(text) < 18 or " " not in text else 0.6 * width


def components(n: int, edges: Edges) -> list[NDArray[np.int64]]:
    """Return the parts that hang together and have an edge, the largest first."""
    root = np.arange(n)
    while True:  # every node takes the least root among its neighbours, then its root's root
        before = root.copy()
        np.minimum.at(root, edges[:, 0], root[edges[:, 1]])
        np.minimum.at(root, edges[:, 1], root[edges[:, 0]])
        root = root[root]
        if np.array_equal(root, before):
            break
    tied = np.unique(edges)
    order = tied[np.argsort(root[tied], kind="stable")]
    cuts = np.nonzero(np.diff(root[order]))[0] + 1
    return (
        sorted(np.split(order, cuts), key=lambda part: (-len(part), part[0])) if len(order) else []
    )


def _one_part(n: int, edges: Edges) -> Points:
    """Lay out one part, its principal axis flat, its edges about one unit long."""
    points = force_atlas(n, np.unique(np.sort(edges, axis=1), axis=0))
    if n <= _READABLE:
        points = _stress(points, edges)
    else:
        ends = points[edges[:, 0]] - points[edges[:, 1]]
        points = points / (float(np.median(_norm(ends))) + 1e-9)
    return _upright(points, np.arange(n))


def _stress(position: Points, edges: Edges) -> Points:
    """Move nodes until their distances are as near as can be to the lengths of shortest paths."""
    ideal = _path_lengths(len(position), edges)
    weight = 1.0 / (ideal * ideal + np.eye(len(position)))
    np.fill_diagonal(weight, 0.0)
    total = weight.sum(axis=0)[:, None]
    points = position / (np.sqrt(_total((position**2).ravel()) / len(position)) + 1e-9)
    for _ in range(220):
        delta = points[None, :, :] - points[:, None, :]
        distance = np.sqrt(delta[:, :, 0] ** 2 + delta[:, :, 1] ** 2) + 1e-9
        wanted = points[:, None, :] + delta * (ideal / distance)[:, :, None]
        points = (weight[:, :, None] * wanted).sum(axis=0) / np.maximum(total, 1e-9)
    return points


def _path_lengths(n: int, edges: Edges) -> Points:
    """Return the lengths of shortest paths; parallel edges are longer than single ones."""
    length: defaultdict[tuple[int, int], float] = defaultdict(lambda: 0.8)
    for a, b in edges.tolist():
        if a != b:
            length[min(a, b), max(a, b)] += 0.2
    near: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for (a, b), step in length.items():
        near[a].append((b, min(step, 1.8)))
        near[b].append((a, min(step, 1.8)))
    found = np.zeros((n, n))
    for start in range(n):
        best = {start: 0.0}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for other, step in near[node]:
                if best[node] + step < best.get(other, np.inf) - 1e-9:
                    best[other] = best[node] + step
                    queue.append(other)
        for other, distance in best.items():
            found[start, other] = distance
    return found


def _packed(
    parts: list[tuple[NDArray[np.int64], Points]],
) -> list[tuple[NDArray[np.int64], Points]]:
    """Put the parts beside the largest one: in columns on its right, in rows below it."""
    margin = 1.2
    packed: list[tuple[NDArray[np.int64], Points]] = []
    width = height = 0.0
    waiting = deque(parts)
    while waiting:
        aside = bool(packed) and width < 1.5 * height
        along, across = (1, 0) if aside else (0, 1)
        room = height if aside else width
        depth, at, line = 0.0, 0.0, 0
        while waiting:
            part, points = waiting[0]
            low, high = points.min(axis=0), points.max(axis=0)
            size = high - low + margin
            if line and at + size[along] > room:
                break
            corner = np.zeros(2)
            corner[along] = at
            corner[across] = (width if aside else height) if packed else 0.0
            packed.append((part, points - low + corner))
            waiting.popleft()
            at, depth, line = at + size[along], max(depth, float(size[across])), line + 1
            if len(packed) == 1:
                break
        if aside:
            width, height = width + depth, max(height, at)
        else:
            width, height = max(width, at), height + depth
    return packed


def _steps(n: int) -> int:
    return 700 if n <= _EXACT else max(120, min(400, 4_000_000 // n))


def _start(n: int) -> Points:
    """The R2 sequence (Roberts 2018) on a square: even, and the same everywhere."""
    index = np.arange(1, n + 1, dtype=np.float64)
    unit = np.column_stack((index * 0.7548776662466927 % 1.0, index * 0.5698402909980532 % 1.0))
    return (unit - 0.5) * np.sqrt(max(n, 1)) * 10.0


def _norm(vectors: Points) -> Points:
    return np.sqrt(vectors[:, 0] ** 2 + vectors[:, 1] ** 2)


def _total(values: Points) -> np.float64:
    return np.cumsum(values)[-1]  # one after the other: the same on every processor


def _exact_repulsion(position: Points, mass: Points) -> Points:
    dx = position[None, :, 0] - position[:, None, 0]
    dy = position[None, :, 1] - position[:, None, 1]
    scale = mass[:, None] / (dx * dx + dy * dy + 1e-2)
    return np.column_stack(((dx * scale).sum(axis=0), (dy * scale).sum(axis=0)))


class _GridRepulsion:
    """Sum of mass / distance over all nodes, by convolution with the kernel on a padded grid."""

    def __init__(self, n: int) -> None:
        self.side = 128 if n < 20_000 else 256
        offset = np.fft.fftfreq(2 * self.side, 1 / (2 * self.side))
        square = offset[:, None] ** 2 + offset[None, :] ** 2 + 0.25
        self.kernels = [np.fft.rfft2(offset[:, None] / square), np.fft.rfft2(offset / square)]

    def __call__(self, position: Points, mass: Points) -> Points:
        low, high = position.min(axis=0), position.max(axis=0)
        cell = float((high - low).max()) / (self.side - 2) + 1e-9
        scaled = (position - low) / cell
        corner = scaled.astype(np.int64)
        part = scaled - corner
        wide = 2 * self.side
        index = corner[:, 0] * wide + corner[:, 1]
        x, y = part[:, 0], part[:, 1]
        shares = ((0, (1 - x) * (1 - y)), (1, (1 - x) * y), (wide, x * (1 - y)), (wide + 1, x * y))
        grid = np.zeros(wide * wide)
        for step, share in shares:
            grid += np.bincount(index + step, mass * share, minlength=wide * wide)
        spectrum = np.fft.rfft2(grid.reshape(wide, wide))
        field = [np.fft.irfft2(spectrum * k, s=(wide, wide)).ravel() for k in self.kernels]
        return np.column_stack(
            [sum(f[index + step] * share for step, share in shares) / cell for f in field]
        )


def _upright(position: Points, chosen: NDArray[np.int64]) -> Points:
    """Turn the principal axis of the chosen nodes to the horizontal."""
    centred = position - position[chosen].mean(axis=0)
    x, y = centred[chosen, 0], centred[chosen, 1]
    a, b, c = (float(_total(v)) for v in (x * x, x * y, y * y))
    root = float(np.sqrt((a - c) ** 2 / 4 + b * b))
    axis = np.array([b, (a + c) / 2 + root - a]) if abs(b) > 1e-9 else np.array([1.0, 0.0])
    if abs(b) <= 1e-9 and c > a:
        axis = np.array([0.0, 1.0])
    u, v = axis / np.sqrt(axis[0] ** 2 + axis[1] ** 2)
    return np.column_stack(
        (centred[:, 0] * u + centred[:, 1] * v, centred[:, 1] * u - centred[:, 0] * v)
    )


def _fit(position: Points, chosen: NDArray[np.int64]) -> Points:
    """Scale to the first view, stretching one axis by at most half again."""
    low, high = position[chosen].min(axis=0), position[chosen].max(axis=0)
    span = np.maximum(high - low, 1e-6)
    scale = np.array([_WIDTH, _HEIGHT]) / span
    scale = np.minimum(scale, 1.5 * scale.min())
    return (position - (low + high) / 2) * scale


def _lines_among(
    chosen: NDArray[np.int64], n: int, edges: Edges | None
) -> list[tuple[int, int, float]]:
    """Return the pairs of chosen nodes that are joined, and the pixels to keep from their lines."""
    if edges is None:
        return []
    number = {node: i for i, node in enumerate(chosen.tolist())}
    counts: defaultdict[tuple[int, int], int] = defaultdict(int)
    ends: list[list[int]] = edges.tolist() if n <= _READABLE else []
    for a, b in ends:
        if a != b and a in number and b in number:
            counts[min(number[a], number[b]), max(number[a], number[b])] += 1
    return [(a, b, _ASIDE + _FAN * (count - 1)) for (a, b), count in sorted(counts.items())]


def _off_lines(points: Points, lines: list[tuple[int, int, float]]) -> Points:
    """Move nodes aside that stand on a line between two others."""
    moved: Points = points.copy()
    for a, b, room in lines:
        along = moved[b] - moved[a]
        length = float(np.sqrt(along[0] ** 2 + along[1] ** 2)) + 1e-9
        unit: Points = along / length
        offset: Points = moved - moved[a]
        part: Points = offset[:, 0] * unit[0] + offset[:, 1] * unit[1]
        aside: Points = offset[:, 1] * unit[0] - offset[:, 0] * unit[1]
        near = (np.abs(aside) < room) & (part > 12) & (part < length - 12)
        near[[a, b]] = False
        push: Points = np.where(aside >= 0, room - aside, -room - aside) * near * 0.6
        moved = moved + push[:, None] * np.array([-unit[1], unit[0]])
    return moved


def _apart(centres: Points, boxes: Points) -> Points:
    """Push overlapping label boxes apart along the axis of the smaller overlap."""
    moved = centres.copy()
    for _ in range(80):
        delta = moved[None, :, :] - moved[:, None, :]
        need = (boxes[None, :, :] + boxes[:, None, :]) / 2 - np.abs(delta)
        clash = np.triu((need > 0.5).all(axis=2), k=1)
        rows, columns = np.nonzero(clash)
        if not len(rows):
            break
        push = np.zeros_like(moved)
        count = np.ones(len(moved))
        for i, j in zip(rows.tolist(), columns.tolist(), strict=True):
            axis = 0 if need[i, j, 0] < need[i, j, 1] else 1
            step = need[i, j, axis] * (0.5 if delta[i, j, axis] >= 0 else -0.5)
            push[i, axis] -= step
            push[j, axis] += step
            count[i] += 0.5
            count[j] += 0.5
        moved += push / count[:, None]
    return moved


def _not_on_each_other(points: Points, firm: NDArray[np.bool_]) -> Points:
    """Push nodes `_CLEAR` pixels apart; the firm ones, whose labels are placed, give way least."""
    moved: Points = points.copy()
    give = np.where(firm, 0.15, 0.5)
    for _ in range(80):
        order = np.argsort(moved[:, 0], kind="stable")
        here, soft, push = moved[order], give[order], np.zeros_like(moved)
        step, found = 1, False
        while step < len(here):
            delta = here[step:] - here[:-step]
            if not (delta[:, 0] < _CLEAR).any():
                break
            distance = _norm(delta) + 1e-6
            lack = np.maximum(_CLEAR - distance, 0.0)
            found = found or bool((lack > 0.5).any())
            away = delta + np.array([0.0, 1e-6])
            away = away * (lack / distance)[:, None]
            push[:-step] -= away * soft[:-step, None]
            push[step:] += away * soft[step:, None]
            step += 1
        if not found:
            break
        moved[order] += push * 0.7
    return moved

"""Where a graph's actors and events stand, and who matters most."""

from collections import Counter
from typing import NamedTuple

import numpy as np

from ..graph import KnowledgeGraph
from ..schema import Event
from .layout import components, label_width, place, spread

_LABELLED = 60  # nodes whose labels are pushed apart in the first view
_STATE_BONUS = 2.5  # states orient the reader, so they count as better connected
_ASIDE = 0.25  # what a tie counts for in a part of a few actors, beside a part of many
_ISOLATED = (140.0, 44.0)  # pixels between actors without relations, which stand in rows below


class Places(NamedTuple):
    """Positions in CSS pixels of the first view, and the order of importance.

    `points` holds the actors first, then the events, each in the order of the document; `rank`
    holds the numbers of the actors, the best connected first.
    """

    points: tuple[tuple[float, float], ...]
    rank: tuple[int, ...]


def places(kg: KnowledgeGraph) -> Places:
    """Return where actors and events stand in the first view: the same for the same graph."""
    document = kg.document()
    node = {record.id: i for i, record in enumerate((*document.actors, *document.events))}
    n = len(document.actors)
    pairs = [(node[c.subject], node[c.object]) for c in document.claims]
    degree = Counter(i for pair in pairs for i in set(pair))
    told_of = [e for e in document.events if degree[node[e.id]]]  # events that claims point to
    pairs += [(node[e.id], node[part.actor]) for e in told_of for part in e.participants]
    edges = np.array(sorted((min(p), max(p)) for p in pairs), dtype=np.int64).reshape(-1, 2)
    weight = [
        degree[i] + (_STATE_BONUS if a.kind == "state" and degree[i] else 0.0)
        for i, a in enumerate(document.actors)
    ]
    parts = components(len(node), edges)
    for part in parts:
        if 4 * len(part) < len(parts[0]):
            for i in part.tolist():
                if i < n:
                    weight[i] *= _ASIDE
    rank = sorted(range(n), key=lambda i: (-weight[i], document.actors[i].id))
    widths = [max(label_width(a.name("en")), label_width(a.name("ar"))) for a in document.actors]
    widths += [label_width(e.label or str(e.type)) for e in document.events]
    tied = [i for i in rank if degree[i]] + [node[e.id] for e in told_of]
    spots = spread(place(len(widths), edges), widths, tied[:_LABELLED], edges)
    points: list[list[float]] = spots.tolist()
    bottom = max((points[i][1] for i in tied), default=0.0)
    across = max(3, round(1000 / _ISOLATED[0]))
    for nth, i in enumerate(i for i in rank if not degree[i]):
        points[i] = [
            (nth % across - (across - 1) / 2) * _ISOLATED[0],
            round(bottom + (nth // across + 2.5) * _ISOLATED[1], 1),
        ]
    seats: Counter[tuple[float, float]] = Counter()
    for event in document.events:
        if not degree[node[event.id]]:
            points[node[event.id]] = _event_place(event, points, node, seats)
    return Places(tuple((x, y) for x, y in points), tuple(rank))


def _event_place(
    event: Event,
    points: list[list[float]],
    node: dict[str, int],
    seats: Counter[tuple[float, float]],
) -> list[float]:
    """Put an event between its participants; others of the same actors stand beside it."""
    at = [points[node[p.actor]] for p in event.participants]
    if not at:
        return [0.0, 0.0]
    middle = (sum(p[0] for p in at) / len(at), sum(p[1] for p in at) / len(at))
    turn = seats[middle]
    seats[middle] += 1
    side = (turn + 1) // 2 * (1 if turn % 2 else -1)
    return [round(middle[0] + 26.0 * side, 1), round(middle[1] + 34.0 + 22.0 * side, 1)]

"""The records of a graph as the page wants them: columns of numbers and shared strings."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np

from ...graph import KnowledgeGraph
from ...schema import AnyActor, Event, Frame, Source, Stance, relation, vocabulary
from ..layout import label_width, place, spread

LABELLED = 60  # nodes whose labels are pushed apart in the first view
_STATE_BONUS = 2.5  # states orient the reader, so they count as better connected


class _Codes:
    """Distinct strings, numbered in order of first use."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._index: dict[str, int] = {}

    def __call__(self, value: str | None) -> int:
        if value is None:
            return -1
        if value not in self._index:
            self._index[value] = len(self.values)
            self.values.append(value)
        return self._index[value]


def page_data(kg: KnowledgeGraph, title: str) -> dict[str, Any]:
    """Return everything the page shows, JSON-ready and in an order that depends on `kg` alone.

    Nodes are numbered actors first, events after; offsets stay code points of the source's text.
    """
    document = kg.document()
    node = {record.id: i for i, record in enumerate((*document.actors, *document.events))}
    source = {record.id: i for i, record in enumerate(document.sources)}
    claim = {record.id: i for i, record in enumerate(document.claims)}
    strings, used = _Codes(), _Codes()
    claims = {
        "id": [c.id for c in document.claims],
        "s": [node[c.subject] for c in document.claims],
        "p": [used(c.predicate) for c in document.claims],
        "o": [node[c.object] for c in document.claims],
    }
    for event in document.events:
        if event.type in vocabulary():
            used(event.type)
    x, y, rank = _places(kg, node)
    return {
        "title": title,
        "actors": [_actor(a, node) for a in document.actors],
        "events": [_event(e, node, strings) for e in document.events],
        "x": x,
        "y": y,
        "rank": rank,
        "relations": [_relation(i) for i in used.values],
        "sources": [_source(s) for s in document.sources],
        "claims": claims,
        "stances": _stances(document.stances, node, source, claim, strings),
        "strings": strings.values,
    }


def _places(kg: KnowledgeGraph, node: dict[str, int]) -> tuple[list[float], list[float], list[int]]:
    """Return x and y of every node, and the actors from the most to the least connected."""
    document = kg.document()
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
    rank = sorted(range(n), key=lambda i: (-weight[i], document.actors[i].id))
    widths = [max(label_width(a.name("en")), label_width(a.name("ar"))) for a in document.actors]
    widths += [label_width(e.label or str(e.type)) for e in document.events]
    tied = [i for i in rank if degree[i]] + [node[e.id] for e in told_of]
    points: list[list[float]] = spread(place(len(widths), edges), widths, tied[:LABELLED]).tolist()
    seats: Counter[tuple[float, float]] = Counter()
    for event in document.events:
        if not degree[node[event.id]]:
            points[node[event.id]] = _event_place(event, points, node, seats)
    return [p[0] for p in points], [p[1] for p in points], rank


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


def _actor(actor: AnyActor, node: dict[str, int]) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": actor.id,
        "kind": str(actor.kind),
        "names": [[n.text, n.lang, str(n.kind)] for n in actor.names],
        "en": actor.name("en"),
        "ar": actor.name("ar"),
    }
    if actor.state is not None:
        record["state"] = node[actor.state]
    if actor.description:
        record["about"] = actor.description
    if actor.same_as:
        record["same"] = list(actor.same_as)
    if actor.candidates:
        record["maybe"] = [[node[c.actor], c.reason] for c in actor.candidates]
    if actor.kind == "state" and actor.iso2:
        record["iso"] = actor.iso2
    return record


def _event(event: Event, node: dict[str, int], strings: _Codes) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": str(event.type),
        "label": event.label or "",
        "parts": [[p.role, node[p.actor]] for p in event.participants],
        "topic": strings(event.topic),
        "place": strings(event.place),
        "time": strings(event.time.edtf if event.time else None),
    }


def _relation(relation_id: str) -> dict[str, Any]:
    r = relation(relation_id)
    return {
        "id": r.id,
        "cls": str(r.relation_class),
        "sign": r.sign,
        "sym": r.symmetric,
        "label": r.label.model_dump(),
        "inverse": r.inverse.model_dump(),
        "about": r.definition.model_dump(),
    }


def _source(source: Source) -> dict[str, Any]:
    record = source.model_dump(
        mode="json", exclude={"sha256", "date", "author_note"}, exclude_none=True
    )
    return record | ({"date": source.date.edtf} if source.date else {})


def _stances(
    stances: Iterable[Stance],
    node: dict[str, int],
    source: dict[str, int],
    claim: dict[str, int],
    strings: _Codes,
) -> dict[str, list[Any]]:
    rows = list(stances)
    spans = [[[source[e.source], e.start, e.end] for e in s.evidence] for s in rows]
    return {
        "id": [s.id for s in rows],
        "claim": [claim[s.claim] for s in rows],
        "event": [_of(node, s.event) for s in rows],
        "who": [_of(node, s.speaker) for s in rows],
        "via": [_of(node, s.via) for s in rows],
        "kind": [strings(s.kind) for s in rows],
        "mode": [strings(s.modality) for s in rows],
        "topic": [strings(s.topic) for s in rows],
        "place": [strings(s.place) for s in rows],
        "time": [strings(s.time.edtf if s.time else None) for s in rows],
        "spoken": [strings(s.spoken.edtf if s.spoken else None) for s in rows],
        "src": [span[0][0] for span in spans],
        "start": [span[0][1] for span in spans],
        "end": [span[0][2] for span in spans],
        "rule": [strings(s.rule) for s in rows],
        "conf": [round(s.confidence, 3) for s in rows],
        # rare, so kept aside: row -> further quotes, row -> levels of nested speech
        "more": {str(i): span[1:] for i, span in enumerate(spans) if len(span) > 1},  # type: ignore[dict-item]
        "levels": {  # type: ignore[dict-item]
            str(i): [_level(level, node) for level in s.levels]
            for i, s in enumerate(rows)
            if len(s.levels) > 1
        },
    }


def _level(level: Frame, node: dict[str, int]) -> list[Any]:
    return [_of(node, level.speaker), _of(node, level.via), str(level.kind)]


def _of(index: dict[str, int], key: str | None) -> int:
    return -1 if key is None else index[key]

"""The records of a graph as the page wants them: columns of numbers and shared strings."""

from collections.abc import Iterable
from typing import Any

from ...graph import KnowledgeGraph
from ...schema import AnyActor, Event, Frame, Source, Stance, relation, vocabulary
from ..places import places


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
    spots = places(kg)
    return {
        "title": title,
        "actors": [_actor(a, node) for a in document.actors],
        "events": [_event(e, node, strings) for e in document.events],
        "x": [x for x, _ in spots.points],
        "y": [y for _, y in spots.points],
        "rank": list(spots.rank),
        "relations": [_relation(i) for i in used.values],
        "sources": [_source(s) for s in document.sources],
        "claims": claims,
        "stances": _stances(document.stances, node, source, claim, strings),
        "strings": strings.values,
    }


def _actor(actor: AnyActor, node: dict[str, int]) -> dict[str, Any]:
    texts = [n.text for n in actor.names]
    record: dict[str, Any] = {
        "id": actor.id,
        "kind": str(actor.kind),
        "names": [[n.text, n.lang, str(n.kind)] for n in actor.names],
        "en": texts.index(actor.name("en")),  # which of the names is the label
        "ar": texts.index(actor.name("ar")),
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

"""`graph.json`: the lossless form of a graph, and the check of everything in it."""

from collections.abc import Iterable
from typing import Any, Self

from pydantic import model_validator

from .actor import AnyActor
from .base import Record
from .claim import Claim, Event, Stance
from .errors import EvidenceError
from .relation import relation
from .source import Evidence, Source


class GraphDocument(Record):
    """All records of one graph; ids are unique, references hold, quotes are verbatim."""

    sources: tuple[Source, ...] = ()
    actors: tuple[AnyActor, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    stances: tuple[Stance, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> Self:
        sources = {record.id: record for record in self.sources}
        actors = {record.id for record in self.actors}
        events = {record.id for record in self.events}
        claims = {record.id for record in self.claims}
        lists = (self.sources, self.actors, self.events, self.claims, self.stances)
        if len({r.id for records in lists for r in records}) != sum(map(len, lists)):
            raise ValueError("an id stands twice")
        ends = actors | events
        for actor in self.actors:
            refs = [actor.state, *(candidate.actor for candidate in actor.candidates)]
            _known(f"actor {actor.id}", refs, actors)
        for event in self.events:
            _known(f"event {event.id}", (p.actor for p in event.participants), ends)
        for claim in self.claims:
            _known(f"claim {claim.id}", (claim.subject, claim.object), ends)
            relation(claim.predicate)
        for stance in self.stances:
            _known(f"stance {stance.id}", (stance.claim,), claims)
            _known(f"stance {stance.id}", (stance.event,), events)
            speakers = [stance.speaker, stance.via]
            speakers += [who for level in stance.levels for who in (level.speaker, level.via)]
            _known(f"stance {stance.id}", speakers, actors)
            for evidence in quotes_of(stance):
                if evidence.source not in sources:
                    raise EvidenceError(f"stance {stance.id}: no source {evidence.source}")
                sources[evidence.source].verify(evidence)
        return self


def quotes_of(stance: Stance) -> list[Evidence]:
    """Return every span that a stance keeps, its evidence first."""
    spans = [stance.subject_span, stance.object_span, stance.cue_span, stance.speaker_span]
    spans += [level.cue for level in stance.levels]
    return [*stance.evidence, *(span for span in spans if span is not None)]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `graph.json`."""
    schema = GraphDocument.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _known(where: str, ids: Iterable[str | None], known: set[str]) -> None:
    for record_id in ids:
        if record_id is not None and record_id not in known:
            raise ValueError(f"{where} refers to {record_id}, which is not in the graph")

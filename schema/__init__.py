"""What may be said: actors, states, events, claims, sources and the relation vocabulary."""

from .actor import Actor, ActorKind, AnyActor, Candidate, Name, NameKind, State
from .base import Id, Language, Record, RelationId
from .claim import (
    Claim,
    Event,
    Frame,
    Modality,
    Participant,
    Stance,
    StanceKind,
    Status,
    stable_id,
    status_of,
)
from .date import PartialDate
from .document import GraphDocument, json_schema, quotes_of
from .errors import (
    ActorGraphError,
    EvidenceError,
    GraphFileError,
    LexiconError,
    LookupFailedError,
    MissingExtraError,
    OutputError,
    QueryError,
    SourceError,
)
from .relation import Bilingual, Relation, RelationClass, relation, vocabulary
from .source import Evidence, Source

__all__ = [
    "Actor",
    "ActorGraphError",
    "ActorKind",
    "AnyActor",
    "Bilingual",
    "Candidate",
    "Claim",
    "Event",
    "Evidence",
    "EvidenceError",
    "Frame",
    "GraphDocument",
    "GraphFileError",
    "Id",
    "Language",
    "LexiconError",
    "LookupFailedError",
    "MissingExtraError",
    "Modality",
    "Name",
    "NameKind",
    "OutputError",
    "PartialDate",
    "Participant",
    "QueryError",
    "Record",
    "Relation",
    "RelationClass",
    "RelationId",
    "Source",
    "SourceError",
    "Stance",
    "StanceKind",
    "State",
    "Status",
    "json_schema",
    "quotes_of",
    "relation",
    "stable_id",
    "status_of",
    "vocabulary",
]

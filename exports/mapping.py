"""Which property carries which field: one table for writer, reader, ontology and shapes."""

from enum import StrEnum
from typing import NamedTuple

from ..schema import Actor, Candidate, Claim, Event, Frame, Name, Participant, Record, Stance, State
from ..schema import Source as SourceRecord


class Kind(StrEnum):
    """How a field's value is written."""

    TEXT = "text"  # a string
    TAGGED = "tagged"  # a string in the language that the record's `lang` or `language` names
    ADDRESS = "address"  # xsd:anyURI
    FLAG = "flag"  # xsd:boolean
    DECIMAL = "decimal"
    TERM = "term"  # a value of a closed list, as an individual of the vocabulary
    CLASS = "class"  # a value of a closed list, as a class of the record
    REF = "ref"  # the id of another record
    RELATION = "relation"  # a relation of the vocabulary; another word stays a string
    DATE = "date"  # three properties: EDTF, and the first and last day
    SPAN = "span"  # words in a source
    LINK = "link"  # an IRI elsewhere
    PART = "part"  # a record without an id, numbered by `ag:position`
    TAG = "tag"  # a language tag, given only when the literal beside it cannot say it


class Slot(NamedTuple):
    """One field: its name, its property and the kind of its values."""

    field: str
    property: str
    kind: Kind


CLASSES: dict[type[Record], str] = {
    SourceRecord: "ag:Source",
    Actor: "ag:Actor",
    State: "ag:State",
    Event: "ag:Event",
    Claim: "ag:Claim",
    Stance: "ag:Stance",
    Name: "skosxl:Label",
    Candidate: "ag:Candidate",
    Participant: "ag:Participation",
    Frame: "ag:SpeechFrame",
}
PART_PREFIX: dict[type[Record], str] = {
    Name: "name",
    Candidate: "maybe",
    Participant: "part",
    Frame: "frame",
}
_ACTOR = (
    Slot("kind", "rdf:type", Kind.CLASS),
    Slot("state", "ag:state", Kind.REF),
    Slot("description", "dcterms:description", Kind.TEXT),
    Slot("listed", "ag:listed", Kind.FLAG),
    Slot("same_as", "owl:sameAs", Kind.LINK),
    Slot("names", "ag:name", Kind.PART),
    Slot("candidates", "ag:candidate", Kind.PART),
)
SLOTS: dict[type[Record], tuple[Slot, ...]] = {
    SourceRecord: (
        Slot("title", "schema:headline", Kind.TEXT),
        Slot("author", "schema:author", Kind.TEXT),
        Slot("author_note", "ag:authorNote", Kind.TEXT),
        Slot("publisher", "schema:publisher", Kind.TEXT),
        Slot("date", "ag:published", Kind.DATE),
        Slot("language", "schema:inLanguage", Kind.TEXT),
        Slot("url", "schema:url", Kind.ADDRESS),
        Slot("rights", "dcterms:rights", Kind.TEXT),
        Slot("sha256", "schema:sha256", Kind.TEXT),
        Slot("text", "schema:articleBody", Kind.TAGGED),
    ),
    Actor: _ACTOR,
    State: (
        *_ACTOR,
        Slot("iso2", "ag:iso2", Kind.TEXT),
        Slot("iso3", "ag:iso3", Kind.TEXT),
    ),
    Name: (
        Slot("text", "skosxl:literalForm", Kind.TAGGED),
        Slot("lang", "ag:languageTag", Kind.TAG),
        Slot("kind", "ag:nameKind", Kind.TERM),
    ),
    Candidate: (
        Slot("actor", "ag:actor", Kind.REF),
        Slot("reason", "ag:reason", Kind.TEXT),
    ),
    Event: (
        Slot("type", "ag:eventType", Kind.RELATION),
        Slot("label", "rdfs:label", Kind.TEXT),
        Slot("topic", "ag:topic", Kind.TEXT),
        Slot("place", "ag:place", Kind.TEXT),
        Slot("time", "ag:time", Kind.DATE),
        Slot("participants", "ag:participation", Kind.PART),
    ),
    Participant: (
        Slot("role", "ag:role", Kind.TEXT),
        Slot("actor", "ag:actor", Kind.REF),
    ),
    Claim: (
        Slot("subject", "rdf:subject", Kind.REF),
        Slot("predicate", "rdf:predicate", Kind.RELATION),
        Slot("object", "rdf:object", Kind.REF),
    ),
    Stance: (
        Slot("event", "ag:event", Kind.REF),
        Slot("speaker", "ag:speaker", Kind.REF),
        Slot("via", "ag:via", Kind.REF),
        Slot("kind", "ag:stanceKind", Kind.TERM),
        Slot("modality", "ag:modality", Kind.TERM),
        Slot("topic", "ag:topic", Kind.TEXT),
        Slot("place", "ag:place", Kind.TEXT),
        Slot("time", "ag:time", Kind.DATE),
        Slot("spoken", "ag:spoken", Kind.DATE),
        Slot("evidence", "ag:evidence", Kind.SPAN),
        Slot("subject_span", "ag:subjectSpan", Kind.SPAN),
        Slot("object_span", "ag:objectSpan", Kind.SPAN),
        Slot("cue_span", "ag:cueSpan", Kind.SPAN),
        Slot("speaker_span", "ag:speakerSpan", Kind.SPAN),
        Slot("rule", "ag:rule", Kind.TEXT),
        Slot("confidence", "ag:confidence", Kind.DECIMAL),
        Slot("levels", "ag:speechFrame", Kind.PART),
    ),
    Frame: (
        Slot("speaker", "ag:speaker", Kind.REF),
        Slot("via", "ag:via", Kind.REF),
        Slot("kind", "ag:stanceKind", Kind.TERM),
        Slot("cue", "ag:cueSpan", Kind.SPAN),
    ),
}


def date_properties(slot: Slot) -> tuple[str, str, str]:
    """Return the properties of a date: its EDTF form, its first day and its last day.

    The time of an event is plainly `ag:edtf`, `ag:earliest`, `ag:latest`, and so is the
    publication of a source; other dates put their own name before (`ag:spokenEarliest`).
    """
    stem = slot.property.removeprefix("ag:")
    if stem in ("time", "published"):
        return "ag:edtf", "ag:earliest", "ag:latest"
    return f"ag:{stem}Edtf", f"ag:{stem}Earliest", f"ag:{stem}Latest"

"""Claims, the positions taken on them, and the events they speak of."""

import hashlib
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .base import Id, Record, RelationId
from .date import PartialDate
from .source import Evidence


class StanceKind(StrEnum):
    """The position taken on a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    QUESTIONS = "questions"


class Modality(StrEnum):
    """How the words put the claim: as fact, aim, possibility, or as not so."""

    ACTUAL = "actual"
    INTENDED = "intended"
    POSSIBLE = "possible"
    NEGATED = "negated"


class Status(StrEnum):
    """What the stances on a claim amount to; computed, never voted true."""

    ASSERTED = "asserted"
    CONTESTED = "contested"
    DENIED = "denied"
    TENTATIVE = "tentative"


class Claim(Record):
    """A proposition that sources talk about, one per triple; named, not asserted."""

    id: Id
    subject: Id
    predicate: RelationId
    object: Id

    @classmethod
    def of(cls, subject: str, predicate: str, object: str) -> "Claim":
        """Return the claim of a triple, its id made from the triple alone."""
        return cls(
            id=stable_id("claim", subject, predicate, object),
            subject=subject,
            predicate=predicate,
            object=object,
        )


class Frame(Record):
    """One level of reported speech: who takes which position, by which words."""

    speaker: Id | None = None
    via: Id | None = None
    kind: StanceKind = StanceKind.ASSERTS
    cue: Evidence | None = None


class Stance(Record):
    """Who takes which position on a claim, where, and in which words.

    `speaker` is None for the source's own voice. `levels` keeps nested speech, outermost first
    (A says that B denied C: A, then B); its last member is this stance's own speaker and kind.
    `confidence` says how sure the reading is that the text says this, never that it is true.
    """

    id: Id
    claim: Id
    event: Id | None = None
    speaker: Id | None = None
    via: Id | None = None
    kind: StanceKind = StanceKind.ASSERTS
    modality: Modality = Modality.ACTUAL
    topic: str | None = None
    place: str | None = None
    time: PartialDate | None = None  # when it happened
    spoken: PartialDate | None = None  # when the speaker said so
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    subject_span: Evidence | None = None
    object_span: Evidence | None = None
    cue_span: Evidence | None = None
    speaker_span: Evidence | None = None
    levels: tuple[Frame, ...] = ()
    rule: str
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0


class Participant(Record):
    """An actor's part in an event."""

    role: str  # subject, object or partner
    actor: Id


class Event(Record):
    """What the stances on a claim speak of, told apart by time and topic."""

    id: Id
    type: RelationId | str
    label: str | None = None  # a name of its own, such as Operation Dignity
    participants: tuple[Participant, ...] = ()
    topic: str | None = None
    place: str | None = None
    time: PartialDate | None = None


def stable_id(kind: str, *parts: object) -> str:
    """Return `kind:` and 16 hex digits that depend on the parts alone, on any machine."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{kind}:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def status_of(stances: "tuple[Stance, ...] | list[Stance]") -> Status:
    """Return the status of the claim that these stances, at least one, are about.

    An assertion is an unnegated, actual one; an actual negation counts as a denial. A claim that
    nobody asserts or denies outright (aims, possibilities, questions) is tentative.
    """
    asserted = any(s.kind is StanceKind.ASSERTS and s.modality is Modality.ACTUAL for s in stances)
    denied = any(
        (s.kind is StanceKind.DENIES and s.modality is not Modality.NEGATED)
        or (s.kind is StanceKind.ASSERTS and s.modality is Modality.NEGATED)
        for s in stances
    )
    if asserted and denied:
        return Status.CONTESTED
    if asserted:
        return Status.ASSERTED
    return Status.DENIED if denied else Status.TENTATIVE

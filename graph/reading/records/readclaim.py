"""A claim as read in one place of a text, with the levels of speech over it."""

from dataclasses import dataclass
from struct import Struct

from ....schema import PartialDate
from .clauses import Sentence
from .entity import Entity
from .items import Item

Span = tuple[int, int]
_OFFSETS = Struct("8i")
_NOWHERE = (-1, -1)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of reported speech."""

    speaker: Entity | None
    via: Entity | None
    kind: str
    cue: Span | None = None
    speaker_at: Span | None = None
    retold: bool = False  # what is denied is what another has said
    others: tuple[Entity, ...] = ()  # who say it together with the speaker


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim as read in one place of a text; offsets are the source's."""

    subject: Entity
    predicate: str
    object: Entity
    at: bytes  # where it stands; see `offsets`
    levels: tuple[Level, ...] = ()
    modality: str = "actual"
    topic: str | None = None
    place: str | None = None
    time: PartialDate | None = None
    rule: str = ""
    confidence: float = 0.9

    @property
    def span(self) -> Span:
        """All the words that tell it."""
        return _OFFSETS.unpack(self.at)[:2]

    @property
    def cue(self) -> Span:
        """The predicate."""
        return _OFFSETS.unpack(self.at)[2:4]

    @property
    def subject_at(self) -> Span | None:
        """The words for the subject, if it has any."""
        found = _OFFSETS.unpack(self.at)[4:6]
        return found if found != _NOWHERE else None

    @property
    def object_at(self) -> Span | None:
        """The words for the object, if it has any."""
        found = _OFFSETS.unpack(self.at)[6:]
        return found if found != _NOWHERE else None


def offsets(
    span: Span, cue: Span, subject_at: Span | None = None, object_at: Span | None = None
) -> bytes:
    """Return where a claim stands, in a fifth of the memory that tuples would take."""
    return _OFFSETS.pack(*span, *cue, *(subject_at or _NOWHERE), *(object_at or _NOWHERE))


def item_span(sentence: Sentence, item: Item) -> Span:
    """Return the offsets of an item, clitics before a mention left out."""
    found = sentence.spans.get(item.index)
    if found is None:
        tokens = sentence.scene.tokens
        start = item.mention.start if item.mention is not None else tokens[item.i].start
        found = sentence.spans[item.index] = start, tokens[item.j - 1].end
    return found


def span_between(sentence: Sentence, first: Item, last: Item) -> Span:
    """Return the offsets of all from one item to another; of one alone, those that it has."""
    if first is last:
        return item_span(sentence, first)
    return item_span(sentence, first)[0], sentence.scene.tokens[last.j - 1].end


def maybe_span(sentence: Sentence, item: Item | None) -> Span | None:
    """Return the offsets of an item, if there is one."""
    return item_span(sentence, item) if item is not None else None

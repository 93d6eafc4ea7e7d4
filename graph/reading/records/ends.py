"""Records of a predicate while it is read: its two ends, what governs it, the claim it makes."""

from dataclasses import dataclass, field

from ..words.rows import Verb
from .entity import Entity
from .items import Item

HELP = frozenset({"supports", "aids", "arms"})  # what one asks another for, or thanks it for


@dataclass(slots=True)
class Bound:
    """What an outer predicate hands to the one in its slot."""

    by: Item
    row: Verb
    subjects: list[Entity] = field(default_factory=list[Entity])
    objects: list[Entity] = field(default_factory=list[Entity])
    subject_item: Item | None = None
    object_item: Item | None = None
    modality: str = "actual"
    settled: bool = False  # the mode is this one, whatever the mode of the governing verb
    extra: tuple[str, ...] = ()  # further markers that the object may stand under
    light: bool = False
    answered: bool = False  # a request, which was made whatever came of it
    speech: tuple[Entity | None, str] | None = None


@dataclass(slots=True)
class Ends:
    """The two sides of a predicate before they are paired."""

    subjects: list[Entity]
    objects: list[Entity]
    subject_item: Item | None = None
    object_item: Item | None = None
    object_marker: str = ""
    confidence: float = 0.9
    mutual: bool = False  # each does it to the other: اتهامات متبادلة بين


@dataclass(slots=True)
class Found:
    """A claim as read from one predicate, with the items that hold it."""

    subject: Entity
    predicate: str
    object: Entity
    item: Item
    subject_item: Item | None
    object_item: Item | None
    modality: str
    topic: str | None
    rule: str
    confidence: float
    extent: tuple[int, int]  # items
    speech: tuple[Entity | None, str] | None = None
    place: Item | None = None
    by: Item | None = None  # the light or control verb that hands down an end


class Skipped(Exception):  # noqa: N818 - a reading that was left out, not an error
    """Why a predicate yields no claim; shown by `explain`."""

"""Clauses and sentences: the records in which items are grouped around their verbs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from ..words.clitics import stems
from .discourse import Discourse
from .ends import Bound
from .entity import Entity
from .items import Item
from .scene import Scene


@dataclass(slots=True, eq=False)
class Clause:
    """Items a to b (exclusive) around at most one finite verb."""

    kind: str  # main, rel, an, sub, if, coord
    a: int
    b: int
    parent: "Clause | None" = None
    opener: Item | None = None
    antecedent: Item | None = None
    verb: Item | None = None
    subject: Item | None = None  # the item that is the subject, an actor or not
    subject_entity: Entity | None = None  # who the subject is, if an actor; perhaps inherited
    others: tuple[Entity, ...] = ()  # who does it besides, when the verb names no subject
    topic: Item | None = None  # what the verb's pronoun takes up: أما *الحركة* فقد سلحتها كوبا
    leader: Item | None = None  # who leads it off, before a clause put in between: *تونس* التي ...
    excepted: Item | None = None  # who alone does it or has it done to him: لم تعترف سوى *تركيا*
    inherited: bool = False
    cleft: bool = False  # it says of its antecedent that he is the one: مصر *هي التي* هاجمت
    negated: bool = False
    doubtful: bool = False
    wished: bool = False  # what ought to be done, and is not said to be: *ما لم* تنسحب
    scheduled: bool = False


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence read into items and clauses, with what stood before it."""

    scene: Scene
    items: list[Item]
    start: int
    end: int
    before: list[Entity]  # spoken of earlier, in order
    just_before: list[Entity]  # in the last sentence
    subjects_before: list[Entity] = field(default_factory=list[Entity])  # the likeliest first
    voices: list[tuple[int, int, Entity]] = field(default_factory=list["tuple[int, int, Entity]"])
    clauses: list[Clause] = field(default_factory=list[Clause])
    clause_of: list[Clause] = field(default_factory=list[Clause])
    # The items behind a predicate in its clause, as they are asked for.
    behind: dict[int, list[Item]] = field(default_factory=dict[int, list[Item]])
    # The offsets of items, as they are asked for: many claims share them.
    spans: dict[int, tuple[int, int]] = field(default_factory=dict[int, tuple[int, int]])
    # The words in it without their clitics, as they are asked for.
    _stems: frozenset[str] | None = None
    # The names of the closed classes of its words, as they are asked for.
    _classes: frozenset[str] | None = None
    _closing: frozenset[int] | None = None
    # What light and control verbs give to the predicates in their slots, by item.
    bound: dict[int, Bound] = field(default_factory=dict[int, Bound])

    @property
    def discourse(self) -> Discourse:
        """The memory of the document."""
        return self.scene.discourse

    @property
    def stems(self) -> frozenset[str]:
        """All its words as they may stand without their clitics."""
        if self._stems is None:
            keys = {token.key for token in self.scene.tokens}
            keys.update(item.key for item in self.items)
            self._stems = frozenset().union(*map(stems, keys))
        return self._stems

    def has(self, name: str) -> bool:
        """Whether a word of this closed class stands in it, whatever its clitics."""
        if self._classes is None:
            words = [token.word for token in self.scene.tokens]
            self._classes = frozenset(chain.from_iterable(w.classes for w in words if w))
        return name in self._classes

    @property
    def closing(self) -> frozenset[int]:
        """Where straight quotation marks close, by item: they take turns."""
        if self._closing is None:
            marks = [item.index for item in self.items if item.kind == "quote" and item.key == '"']
            self._closing = frozenset(marks[1::2])
        return self._closing

    def mentions_before(self, index: int) -> Iterator[Entity]:
        """Yield who was spoken of before an item, the latest first."""
        for item in reversed(self.items[:index]):
            if item.stranger is not None:
                yield item.stranger
            if item.mention is not None:
                if item.mention.other is not None:
                    yield item.mention.other
                yield item.mention.entity

    def lately(self) -> list[Entity]:
        """Return whom the sentence before spoke of, who did something first."""
        return [*self.subjects_before, *reversed(self.just_before)]

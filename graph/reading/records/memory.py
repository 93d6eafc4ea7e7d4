"""What the last sentences of a document have told: who did, said, asked or decided something."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from .entity import Entity

MOST_GIVEN = 24
_OFTEN = 2  # sentences that one leads of whom a text is


@dataclass(slots=True)
class Given:
    """A note of what somebody has said, asked for, decided or done, which others may take up."""

    who: list[Entity]  # nobody: the text does not tell
    kinds: frozenset[str]  # what it counts as: a request, a charge, a decision
    to: list[Entity]
    noun: str = ""  # by which it was called
    turn: int = 0  # the sentence, by number


class Pair(NamedTuple):
    """Two who had to do with each other, and how much; `rivals` if they are at odds."""

    one: Entity
    two: Entity
    weight: float
    rivals: bool = False


class Memory:
    """Notes that one sentence leaves for the next."""

    def __init__(self) -> None:
        self.year: int | None = None  # of the document
        self.country: str | None = None  # the state that the paragraph reports from
        self.speaker: Entity | None = None  # who spoke last in this paragraph
        self.asked: Entity | None = None  # to whom a paragraph's question goes: ماذا يمنع*كم*
        self.reporters: set[Entity] = set()  # who asks in an interview: حاورته *هالة القادري*
        self.teller: Entity | None = None  # who told something last, or what carried it
        self.issuer: Entity | None = None  # whose the last statement is that was spoken of
        self.quoted: tuple[Entity | None, Entity | None] | None = None  # whose quotation is open
        # Who says the next sentence, a colon standing before it, and what carries it.
        self.announced: tuple[Entity | None, Entity | None] | None = None
        self.subjects: list[Entity] = []  # of the last sentence's clauses: who may go on, first
        self.leading: list[Entity] = []  # of these, the subjects of its main clauses
        self.crowds: dict[str, Entity] = {}  # whose men some role's people are: متمردو الجبهة
        self.capitals: dict[str, bool | None] = {}  # whether a name is this state's capital here
        self.towns: dict[str, str] = {}  # which common noun a town has been called by: المدينة
        self.nowhere: set[str] = set()  # "the village", when none had been spoken of
        self.many: Entity | None = None  # whose people, or who as many, last did something
        self.led = Counter[Entity]()  # who led how many sentences so far
        self.hero: Entity | None = None  # the person who led most, if several
        self.opens_paragraph = False
        self.unknown_subject = False  # the last sentence was about somebody unknown
        self.objects: list[Entity] = []  # of the last sentence's verbs, as pronouns: *أقاله* الملك
        self.pairs: list[Pair] = []  # who had to do with whom, how much
        self.lists: list[tuple[Entity, ...]] = []  # three and more whom a sentence has joined
        self.heads: dict[Entity, Entity] = {}  # who is said to lead a body: *تتزعمها* ليلى
        self.doer: Entity | None = None  # who did the last thing in this sentence
        self.scene: tuple[Entity, Entity] | None = None  # "the Russian experience in Syria"
        self.events: dict[str, tuple[Entity, Entity, str | None]] = {}  # the last of each relation
        self.deeds: dict[str, Entity] = {}  # who did the last of each, the text itself says
        self.given: list[Given] = []  # what was said, asked, decided or done, the latest last
        self.turn: int = 0  # how many sentences have been read
        self.thing: tuple[int, frozenset[str], list[Entity]] | None = None  # turn, pronouns, whose
        self.ruled: tuple[int, frozenset[str], Entity] | None = None  # whose rule was recognized
        self.proclaimed: Entity | None = None  # the land whose independence was told of
        self.judged: tuple[int, frozenset[str], list[Entity]] | None = None  # whose deed, and where

    def note(self, given: Given) -> None:
        """Keep what somebody has given."""
        given.turn = self.turn
        self.given.append(given)
        del self.given[:-MOST_GIVEN]

    def note_leading(self, leading: list[Entity]) -> None:
        """Count who leads a sentence, and keep the person whom most are of, as in an obituary."""
        self.led.update(leading)
        for one in leading:
            often = one.person and self.led[one] >= _OFTEN
            if often and (self.hero is None or self.led[one] > self.led[self.hero]):
                self.hero = one

    def spoken_about(self) -> list[Entity]:
        """Return objects and subjects of the last sentence: whom a pronoun may mean first."""
        about = [*self.objects, *self.subjects]
        self.objects = []
        return about

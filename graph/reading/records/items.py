"""Items: what the words of a sentence are for its grammar."""

from dataclasses import dataclass

from ....schema import vocabulary
from ..page.tokens import COMMAS
from ..words.lexicon import load_lexicon
from ..words.rows import EventNoun, Verb
from .entity import Entity
from .scene import Mention

Row = Verb | EventNoun
# What an item is: M mention, V verb, N action noun, P participle, O other noun or adjective,
# A nisba, T number, and by their names the closed classes and marks.
STANDS = frozenset({"SUPPORT", "ACCUSE", "REJECT", "PROTEST"})  # towards what another does
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "PROTEST"})
# The relations by which one judges what another does.
JUDGING = frozenset({"criticized", "praised", "sanctioned", "cut-ties-with", "protested-against"})
TALKS = frozenset({"met-with", "negotiated-with"})  # the relations of those who sit together
OBLIQUE = "oblique"  # the form of a dual or plural that is no subject behind its verb: الطرفين
NOMINAL = frozenset({"M", "N", "P", "O", "pron"})


@dataclass(slots=True, eq=False)
class Item:
    """Tokens i to j (exclusive), what they are, and how they hang on what stands before."""

    kind: str
    i: int
    j: int
    index: int = 0
    conj: str = ""
    det: bool = False
    marker: str = ""  # for nominals: direct, gen, or the preposition they stand under
    value: str = ""  # closed classes: what they count as; pronouns: their features
    mention: Mention | None = None
    stranger: Entity | None = None  # somebody of whom the text says no more than his office
    rows: tuple[Row, ...] = ()
    feats: str = ""
    passive: bool = False
    future: bool = False
    pronoun: str = ""  # features of the enclitic
    nisba: str | None = None  # the state whose adjective goes with this noun
    nisba_at: int = -1  # the token of that adjective
    topic: str | None = None
    head: "Item | None" = None  # of a genitive: the noun before it
    indefinite: bool = False
    key: str = ""

    @property
    def gender(self) -> str:
        """The gender its form shows."""
        return self.feats[:1] if self.feats[:1] in "mf" else "m"


def comma(item: Item) -> bool:
    """Whether it is a comma that parts, none of those around a circumstance."""
    return item.kind == "mark" and item.key in COMMAS


def is_goal(item: Item) -> bool:
    """Whether the word says "the aim"."""
    if item.kind not in ("O", "N"):
        return False
    word = item.key.removeprefix("و").removeprefix("ف").removeprefix("ال")
    return word in load_lexicon().function["goals"]


def class_of(row: Row) -> str:
    """Return the class of the row's relation, such as REQUEST; nothing if it states none."""
    return vocabulary()[row.relation].relation_class if row.relation is not None else ""


def classes_of(item: Item) -> set[str]:
    """Return the classes of the relations that the predicate may state."""
    return {class_of(row) for row in item.rows if row.relation is not None}


def speaks(item: Item) -> bool:
    """Whether the predicate says something: that, or what it asks, blames or threatens."""
    classes = classes_of(item)
    return any(row.speech for row in item.rows) or not classes.isdisjoint(_SPOKEN)

"""Words: all that can be said of one without its neighbours, so that it is found out once."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

VERB = 1
MASDAR = 2
PARTICIPLE = 4
EVENT = 8
ROLE = 16
HEAD = 32
NISBA = 64
TOPIC = 128


@dataclass(slots=True, eq=False)
class Sense:
    """One way to read a word: its clitics, and an entry of the lexicon for its stem."""

    conj: str  # و or ف
    prep: str  # ب, ل or ك
    det: bool
    future: bool
    pronoun: str  # features of the enclitic: ms, fs, xd, mp, fp; "1" for other persons; or ""
    pos: str
    id: str
    feats: str  # the entry's; a + behind them marks the indefinite accusative
    person: str = ""  # of verbs, with gender and number: 3ms, 1p

    def clitics(self) -> tuple[str, str, bool, bool, str]:
        """Return all that is written with the stem."""
        return self.conj, self.prep, self.det, self.future, self.pronoun


@dataclass(slots=True, eq=False)
class Listed:
    """A listed name: its words, what it is (name, capital or city), and whose it is."""

    words: Sequence[str]
    kind: str
    ids: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Base:
    """A word as the start of a name: what stands before, and the name's own first word."""

    conj: str
    prep: str
    key: str
    cut: int  # letters of the key before the name; -1 when لل hides the article
    loose: str = ""  # the key K2
    listed: tuple[Listed, ...] = ()  # the names that begin with it, the longest first


class Phrase(NamedTuple):
    """A word that may begin a phrase of the lexicon: how it is read, and the words that follow."""

    sense: Sense
    rest: tuple[str, ...]
    spelled: tuple[tuple[str, ...], ...]  # how each of these may stand here


class Closed(NamedTuple):
    """A phrase of a closed class that may begin with a word, conjunction aside."""

    kind: str  # as the items of its class are called
    words: Sequence[str]
    value: str  # what it counts as
    conj: str
    pronoun: str  # features of the pronoun behind a subordinator


class Noun(NamedTuple):
    """How a word reads that is neither a name nor a predicate; see `Item` for the fields."""

    kind: str  # O, or A for a nation's adjective
    conj: str
    det: bool
    marker: str
    value: str
    feats: str
    pronoun: str
    topic: str | None
    indefinite: bool


@dataclass(slots=True, eq=False)
class Word:
    """All that can be said of a folded word without its neighbours."""

    key: str
    senses: tuple[Sense, ...]
    verbs: tuple[Sense, ...]
    actions: tuple[Sense, ...]  # masdars and event nouns
    participles: tuple[Sense, ...]
    doubtful: tuple[Sense, ...]  # of these; their rows call the word more often another one
    flags: int
    bases: tuple[Base, ...]
    loose: tuple[str, ...]  # the keys K2 of the bases
    heads: bool  # whether it is a common noun with which a mention may begin
    opens: bool  # whether a name may begin with it, whatever the text has said before
    # By the word behind, the longest first; under "" and in all others those of one word.
    closed: Mapping[str, tuple[Closed, ...]]
    classes: frozenset[str]  # the names of the closed classes it is of, whatever its clitics
    noun: Noun
    pronoun: tuple[str, str] | None  # a preposition with a pronoun: its marker and features
    complementizer: bool
    phrases: tuple[Phrase, ...]  # the longest first
    dual: bool  # whether it may be a verb of two
    listed: bool  # whether a listed name may begin with it


def base_in(word: Word, words: Container[str]) -> Base | None:
    """Return the first of the word's bases that is one of these words, if any is."""
    for base in word.bases:
        if base.key in words:
            return base
    return None


class Written(NamedTuple):
    """A word as it is spelled in a text."""

    key: str
    word: Word
    tanwin: bool

"""Words: all that can be said of one without its neighbours, so that it is found out once."""

from typing import NamedTuple

VERB, MASDAR, PARTICIPLE, EVENT, ROLE, HEAD, NISBA, TOPIC = (1 << n for n in range(8))


class Sense(NamedTuple):
    """One way to read a word: its clitics, and an entry of the lexicon for its stem."""

    conj: str  # و or ف
    prep: str  # ب, ل or ك
    det: bool
    future: bool
    pronoun: str  # features of the enclitic: ms, fs, xd, mp, fp; "1" for other persons; or ""
    pos: str
    id: str
    feats: str  # the entry's; a + behind them marks the indefinite accusative


class Base(NamedTuple):
    """A word as the start of a name: what stands before, and the name's own first word."""

    conj: str
    prep: str
    key: str
    cut: int  # letters of the key before the name; -1 when لل hides the article
    loose: str = ""  # the key K2


class Phrase(NamedTuple):
    """A word that may begin a phrase of the lexicon: how it is read, and the words that follow."""

    sense: Sense
    rest: tuple[str, ...]


class Word(NamedTuple):
    """All that can be said of a folded word without its neighbours."""

    key: str
    senses: tuple[Sense, ...]
    flags: int
    bases: tuple[Base, ...]
    conj: str  # its conjunction when every reading of it has one
    pronoun: tuple[str, str] | None  # a preposition with a pronoun: its marker and features
    complementizer: bool
    phrases: tuple[Phrase, ...] = ()  # the longest first


class Written(NamedTuple):
    """A word as it is spelled in a text."""

    key: str
    word: Word
    tanwin: bool

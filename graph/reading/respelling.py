"""Respelling: words read as others, such as Egypt's final ى for ي: البريطان*ى*, الأتاس*ى*, ف*ى*."""

from collections.abc import Callable

from .lexicon import Lexicon
from .text import fold
from .word import Sense

_LONGER = 7  # letters with the article: what no lexicon knows then is no الكبرى but a surname
_LONGEST = 40  # letters; longer ones are no words of the language
_NAMING = frozenset("RHNT")


class Respelling:
    """The key of each spelling; a lexicon's words with a final ى are told from those with ي."""

    def __init__(self, lexicon: Lexicon, senses: Callable[[str], tuple[Sense, ...]]) -> None:
        tables = (lexicon.names, lexicon.capitals, lexicon.cities, *lexicon.function.values())
        self._read_as = {as_written: key for key, as_written in lexicon.function["read_as"].items()}
        self._spelled = {w for table in tables for phrase in table for w in phrase.split(" ")}
        self._names = lexicon.given | lexicon.family | lexicon.either
        self._ordinary = lexicon.ordinary
        self._senses = senses

    def key(self, spelling: str) -> str:
        """Return what a word is looked up by: folded, and with ي for ى where that is meant."""
        key = self._read_as.get(spelling) or fold(spelling).strip("'’")
        if key[-1:] != "ى" or len(key) > _LONGEST or self._known(key) or self._senses(key):
            return key
        other = f"{key[:-1]}ي"
        return other if self._wanted(other) or self._surname(key) else key

    def _known(self, key: str) -> bool:
        """Whether it is a name or small word as it stands, و and the article aside."""
        return any(
            word in self._spelled or word in self._names
            for word in (key, key.removeprefix("و"), key.removeprefix("ال"))
        )

    def _wanted(self, key: str) -> bool:
        """Whether the lexicon has a word with ي that may be meant: a noun, name or small word."""
        senses = self._senses(key)
        if any(s.pos in _NAMING or (s.pos, s.feats) == ("AP", "ms") for s in senses):
            return True
        return not senses and self._known(key)

    def _surname(self, key: str) -> bool:
        """Whether an unknown word with ى is spelled as surnames are: البدراوى."""
        unknown = key not in self._ordinary and not self._senses(f"{key[:-1]}ي")
        return unknown and key.startswith("ال") and len(key) >= _LONGER

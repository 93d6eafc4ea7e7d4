"""Final ى for ي, as the presses of Egypt have it: البريطان*ى*, الأتاس*ى*, ف*ى*."""

from .lexicon import Lexicon
from .word import Sense

_LONGER = 7  # letters with the article: what no lexicon knows then is no الكبرى but a surname
_NAMING = frozenset("RHNT")


class FinalYa:
    """The words that a lexicon has with a final ى, and those that it has with a final ي only."""

    def __init__(self, lexicon: Lexicon) -> None:
        tables = (lexicon.names, lexicon.capitals, lexicon.cities, *lexicon.function.values())
        self._spelled = {w for table in tables for phrase in table for w in phrase.split(" ")}
        self._names = lexicon.given | lexicon.family | lexicon.either
        self._ordinary = lexicon.ordinary

    def known(self, key: str) -> bool:
        """Whether it is a name or small word as it stands, و and the article aside."""
        return any(
            word in self._spelled or word in self._names
            for word in (key, key.removeprefix("و"), key.removeprefix("ال"))
        )

    def wanted(self, key: str, senses: tuple[Sense, ...]) -> bool:
        """Whether the word with ي for its ى, which has these senses, is what is meant.

        The word with ى is taken to have none and to be no name.
        """
        if any(s.pos in _NAMING or (s.pos, s.feats) == ("AP", "ms") for s in senses):
            return True
        if not senses and self.known(key):
            return True
        unknown = not senses and f"{key[:-1]}ى" not in self._ordinary
        return unknown and key.startswith("ال") and len(key) >= _LONGER

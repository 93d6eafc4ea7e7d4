"""Respelling: words whose last letter is typed as another, as whole newspapers do.

Egypt's ى for ي (البريطان*ى*, ف*ى*), ه for ة (الحكوم*ه*), ي for ى (إل*ي*, نف*ي*), and the old
ending ة of countries (فرنس*ة*, ايطالي*ة*). What can be but a slip is told word by word; where both
spellings are words, the habits of the text decide.
"""

import re
from collections.abc import Callable, Set
from copy import copy
from itertools import islice

from .clitics import WITH_PRONOUN, names_in
from .lexicon import Lexicon
from .text import fold
from .word import Sense

_LONGER = 7  # letters with the article: what no lexicon knows then is no الكبرى but a surname
_LONGEST = 40  # letters; longer ones are no words of the language
_NAMING = frozenset("RHNT")
_MEANT = {"ى": "ي", "ه": "ة", "ي": "ى", "ة": "ا"}
_ARTICLE_HA = re.compile(r"(?<!\w)[وبف]?ال\w\w+ه(?!\w)")
_MAQSURA = re.compile(r"ى(?!\w)")
_WITH_TA = re.compile(r"\b\w+ة\b")
_IN_EGYPT = re.compile(r"(?<!\w)و?فى(?!\w)")
_TO_WITH_YA = re.compile(r"(?<!\w)و?(?:[إا]لي|حتي)(?!\w)")
_ON_WITH_YA = re.compile(r"(?<!\w)و?علي(?!\w)")
_NEAR = 40  # characters that hold the word before or behind another
_FEW_WORDS = 50  # that are looked at for a habit
_SAMPLE = 5_000  # characters in which they may be expected

_ARTICLES = ("ال", "وال", "بال", "فال", "كال", "لل", "ولل")  # no pronoun goes with them

HA, YA, COUNTRIES, EGYPTS = "ه", "ي", "ة", "ى"


class Respelling:
    """The key of each spelling in texts of some habits, by the words that a lexicon knows."""

    def __init__(self, lexicon: Lexicon, senses: Callable[[str], tuple[Sense, ...]]) -> None:
        tables = (lexicon.names, lexicon.capitals, lexicon.cities, *lexicon.function.values())
        self._read_as = {as_written: key for key, as_written in lexicon.function["read_as"].items()}
        self._small = {word for table in lexicon.function.values() for word in table}
        self._small.update(WITH_PRONOUN)
        self._spelled = {w for table in tables for phrase in table for w in phrase.split(" ")}
        self._given = lexicon.given
        self._names = lexicon.given | lexicon.family | lexicon.either
        self._places = lexicon.names.keys() | lexicon.capitals.keys()
        self._prepositions = lexicon.function["prepositions"]
        self._ordinary = lexicon.ordinary
        self._senses = senses
        self._habits: frozenset[str] = frozenset()
        self._old = _old_names(self._places, senses)

    def with_habits(self, habits: frozenset[str]) -> "Respelling":
        """Return the same for texts of these habits."""
        other = copy(self)
        other._habits = habits
        return other

    def key(self, spelling: str) -> str:
        """Return what a word is looked up by: folded, and with the last letter that is meant."""
        key = self._read_as.get(spelling) or fold(spelling).strip("'’")
        last = key[-1:]
        if last not in _MEANT or not 2 <= len(key) <= _LONGEST:
            return key
        other = key[:-1] + _MEANT[last]
        if last == "ى":
            meant = self._meant_ya(key, other)
        elif last == "ه":
            meant = self._meant_ta(key, other)
        elif last == "ي":
            typed_so = YA in self._habits or spelling.endswith("ی")
            meant = self._meant_alif(key, other, typed_so=typed_so)
        else:
            meant = self._meant_country(key, other)
        return other if meant else key

    def habits(self, text: str) -> frozenset[str]:
        """Return how a text types the last letters that are two words' spelling."""
        found: set[str] = set()
        with_ha = [fold(m.group()) for m in islice(_ARTICLE_HA.finditer(text), _FEW_WORDS)]
        slips = sum(self._meant_ta(key, f"{key[:-1]}ة") for key in with_ha)
        if slips > text.count("ة", 0, _SAMPLE):
            found.add(HA)
        if not _MAQSURA.search(text) and (_TO_WITH_YA.search(text) or self._on_with_ya(text)):
            found.add(YA)
        if any(match.group() in self._old for match in _WITH_TA.finditer(text)):
            found.add(COUNTRIES)
        if _IN_EGYPT.search(text):
            found.add(EGYPTS)
        return frozenset(found)

    def is_ali(self, before: str, after: str) -> bool:
        """Whether علي between two words is the name, and not a preposition typed so."""
        return before in self._given or (after in self._names and after not in self._places)

    def _on_with_ya(self, text: str) -> bool:
        for match in islice(_ON_WITH_YA.finditer(text), _FEW_WORDS):
            before = text[max(0, match.start() - _NEAR) : match.start()].split()[-1:]
            after = text[match.end() : match.end() + _NEAR].split()[:1]
            if not self.is_ali(fold("".join(before)), fold("".join(after))):
                return True
        return False

    def _meant_ya(self, key: str, other: str) -> bool:
        """Whether ى stands for ي: البريطان*ى*, الأتاس*ى*, سيرج*ى*, and of habit يلتق*ى*."""
        mine = self._senses(key)
        if mine and all(s.feats[-2:] == " p" for s in mine) and not self._known(key):
            theirs = self._senses(other)
            if not theirs:
                return self._known(other)
            if EGYPTS in self._habits:
                return any(s.feats.startswith("ipf") for s in theirs)
        if self._known(key) or mine:
            return False
        return self._wanted(other) or self._surname(key)

    def _meant_ta(self, key: str, other: str) -> bool:
        """Whether ه stands for ة: الحكوم*ه*, and of habit دول*ه*; رئيس*ه* remains his president."""
        if self._is_small(key):
            return False
        mine, theirs = self._senses(key), self._senses(other)
        if HA not in self._habits and not key.startswith(_ARTICLES):
            return not mine and (self._is_place(other) or any(s.pos == "H" for s in theirs))
        if not mine:
            named = self._known(other) or self._is_ordinary(other)
            sure = bool(theirs) or self._is_small(other) or self._is_place(other)
            return sure or (named and not self._known(key) and not self._is_ordinary(key))
        if HA not in self._habits:
            return False
        if not theirs:
            return self._is_ordinary(other) and all(s.pos == "H" for s in mine)
        return any(s.pos in "HMENT" for s in theirs) or not any(s.pos == "R" for s in mine)

    def _meant_alif(self, key: str, other: str, *, typed_so: bool) -> bool:
        """Whether ي stands for ى: مستشف*ي*, and of habit عل*ي* and نف*ي*."""
        if typed_so and other.removeprefix("و") in self._prepositions:
            return True
        mine, theirs = self._senses(key), self._senses(other)
        if not mine:
            if self._known(key) or self._is_ordinary(key):
                return False
            verbs = typed_so and bool(theirs)
            return verbs or self._wanted(other) or self._is_ordinary(other)
        if not typed_so or any(s.feats.startswith("ipf") for s in mine):
            return False
        return any(s.feats.startswith("pf") for s in theirs)

    def _meant_country(self, key: str, other: str) -> bool:
        """Whether ة stands for ا: فرنس*ة*, and of habit ايطالي*ة*, else an adjective."""
        if self._known(key) or (COUNTRIES not in self._habits and self._senses(key)):
            return False
        return self._is_place(other)

    def _known(self, key: str) -> bool:
        """Whether it is a name or small word as it stands, the article and what is joined aside."""
        return any(
            word in self._spelled or word in self._names
            for base in names_in(key)
            for word in (base, base.removeprefix("ال"))
        )

    def _is_place(self, key: str) -> bool:
        return any(base in self._places for base in names_in(key))

    def _is_small(self, key: str) -> bool:
        return any(base in self._small for base in names_in(key))

    def _is_ordinary(self, key: str) -> bool:
        return any(base.removeprefix("ال") in self._ordinary for base in names_in(key))

    def _wanted(self, key: str) -> bool:
        """Whether the lexicon has a word that may be meant: a noun, name or small word."""
        senses = self._senses(key)
        if any(s.pos in _NAMING or (s.pos, s.feats) == ("AP", "ms") for s in senses):
            return True
        return not senses and self._known(key)

    def _surname(self, key: str) -> bool:
        """Whether an unknown word with ى is spelled as surnames are: البدراوى."""
        unknown = key not in self._ordinary and not self._senses(f"{key[:-1]}ي")
        return unknown and key.startswith("ال") and len(key) >= _LONGER


def _old_names(places: Set[str], senses: Callable[[str], tuple[Sense, ...]]) -> frozenset[str]:
    """Return the countries with the ending ة that are no other word, as they are written.

    So it is with فرنس*ة*, but not with روسية.
    """
    old = [f"{name[:-1]}ة" for name in places if name[-1] == "ا" and " " not in name]
    old = [name for name in old if name not in places and not senses(name)]
    shapes = {alif + name[1:] for name in old for alif in ("أإآا" if name[0] == "ا" else name[0])}
    return frozenset(clitic + shape for shape in shapes for clitic in ("", "و", "ب", "ل"))

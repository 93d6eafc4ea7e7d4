"""Namesakes: the persons of one document by surname, and which of them a name means."""

from itertools import takewhile

from ..words.lexicon import Lexicon
from ..words.text import fold_loose
from .entity import Entity

_LONG = 5  # letters of a given name in which one may be another
_ALIKE = str.maketrans("غقطظص", "جكتزس", "اوي")  # letters that spell one foreign sound
_SHORTEST = 6  # consonants of a name, with the spaces, that another spelling has as well
_FIRST_HALVES = frozenset({"عبد", "ابو", "بن", "ابن", "ال", "علي", "محمد", "احمد", "حسين", "حسن"})
_MOST = 50  # who share a surname; those spoken of longest ago are forgotten
# Behind these stands the father's name, which is nobody's surname: فيصل بن عبد العزيز.
_FATHERED = frozenset({"بن", "ابن", "بنت"})


class Namesakes:
    """Who was spoken of under which surname, last of all in the end. Names are folded by K2."""

    def __init__(self) -> None:
        self._by_surname: dict[str, list[Entity]] = {}
        self._by_start: dict[str, Entity] = {}  # by the first two words of a name
        self._by_sound: dict[str, Entity] = {}  # by the consonants of a name of several words
        self._bare: dict[str, list[Entity]] = {}  # those with the article, without it

    def add(self, entity: Entity, name: str, *, family_first: bool = False) -> list[str]:
        """Note a person by this name; return the surnames that mean him from here on.

        Some peoples' family names stand first: لي وانغ, but *وانغ* يي.
        """
        rest, _, surname = name.rpartition(" ")
        if rest:
            self._by_sound.setdefault(_sound(name), entity)
            self._by_start.setdefault(" ".join(name.split()[:2]), entity)
        if (father := _father_in(name)) is not None:
            self._heard_as(entity, father)
        if rest.removesuffix(" عبد").rpartition(" ")[2] in _FATHERED:
            return []
        heard = self._heard_as(entity, surname)
        if family_first and rest:
            heard += self._heard_as(entity, name.partition(" ")[0])
        return heard

    def _heard_as(self, entity: Entity, surname: str) -> list[str]:
        same = self._by_surname.setdefault(surname, [])
        heard = [surname]
        if surname.startswith("ال"):
            self._bare[surname[2:]] = same
            heard.append(surname[2:])
        if entity in same:
            same.remove(entity)
        same.append(entity)
        del same[:-_MOST]
        return heard

    def last(self, surname: str) -> Entity | None:
        """Return the person last spoken of under this surname, with or without its article."""
        found = self._by_surname.get(surname) or self._bare.get(surname)
        return found[-1] if found else None

    def of_office(self, surname: str, state: str | None, role: str | None) -> Entity | None:
        """Return the last one of this surname and state, rather one with this role."""
        fitting = [
            entity
            for entity in self._by_surname.get(surname, ())
            if state is None or entity.state is None or entity.state == state
        ]
        if len(fitting) > 1 and role:
            fitting = [entity for entity in fitting if role in entity.roles] or fitting
        return fitting[-1] if fitting else None

    def respelled(self, name: str, given: frozenset[str]) -> Entity | None:
        """Return who has this name in another spelling: *أولوسيجين* أوباسانجو, أولوسيغون.

        Two given names that are known may differ by no more than a vowel: حسن, حسين.
        """
        first, space, _ = name.partition(" ")
        if not space:
            return None
        sound = _sound(name)
        found = self._by_sound.get(sound) if len(sound) >= _SHORTEST else None
        other = fold_loose(found.name).partition(" ")[0] if found is not None else ""
        return found if first not in given or other not in given else None

    def shorter(self, name: str) -> Entity | None:
        """Return the person who was named by a part of this longer name before."""
        words = name.split()
        if len(words) < 2:
            return None
        for entity in self._by_surname.get(words[-1], ()):
            if len(fold_loose(entity.name).split()) == 1 and not entity.listed:
                return entity
            short = set(fold_loose(entity.name).split())
            if len(short) > 1 and (short <= set(words) or set(words) <= short):
                return entity
        return self._begun(words)

    def _begun(self, words: list[str]) -> Entity | None:
        """Return whose name these words begin, or goes on with: محمد عبد الله *محمد*, then فرماجو.

        The first two words alone many may have: محمد علي.
        """
        known = self._by_start.get(" ".join(words[:2]))
        if known is None or known.listed:
            return None
        whole = fold_loose(known.name).split()
        least = 3 if words[0] == "عبد" or words[1] in _FIRST_HALVES else 2
        one, two = sorted((whole, words), key=len)
        same = len(one) >= least and len(two) == len(one) + 1 and two[: len(one)] == one
        return known if same else None


def _sound(name: str) -> str:
    """Return the consonants of a name, alike for the letters that spell one foreign sound."""
    return " ".join(word.rstrip("ه").translate(_ALIKE) for word in name.split())


def is_surname(name: str) -> bool:
    """Whether a name of one word, or of "son" and one more, may mean whoever has it: *بن فرحان*."""
    return " " not in name or name == _father_in(f" {name}")


def _father_in(name: str) -> str | None:
    """Return "son" and the father's name behind a given name: فيصل *بن فرحان* آل سعود."""
    words = name.split(" ")
    at = next((k for k in range(1, len(words) - 1) if words[k] in _FATHERED), None)
    if at is None:
        return None
    return " ".join(words[at : at + (3 if words[at + 1] == "عبد" else 2)])


def spelled_otherwise(lexicon: Lexicon, key: str) -> str | None:
    """Return the id of the listed person whose given name has another spelling: *يوليوس* نيريري."""
    given, _, surname = key.rpartition(" ")
    actor = lexicon.surnames.get(surname) if given else None
    for name in lexicon.actors[actor].names if actor is not None else ():
        other, _, last = fold_loose(name.text).rpartition(" ")
        if name.lang == "ar" and last == surname and _but_for_a_letter(given, other):
            return actor
    return None


def _but_for_a_letter(given: str, other: str) -> bool:
    """Whether two long names have all letters but one in common."""
    longer, shorter = sorted((given, other), key=len, reverse=True)
    if len(shorter) < _LONG or len(longer) - len(shorter) > 1:
        return False
    pairs = zip(longer, shorter, strict=False)
    n = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return longer[n + 1 :] in (shorter[n:], shorter[n + 1 :])

"""Where names begin in a lexicon: listed names, capitals and cities as tries of words."""

from collections import defaultdict
from collections.abc import Sequence

from .lexicon import Lexicon
from .spelling import SURE, Spelling
from .text import fold, fold_loose
from .word import Base, Listed, Sense

_CLOSED = (
    "prepositions", "relatives", "complementizers", "negators", "negated_nouns", "subordinators",
    "conditionals", "doubt", "demonstratives", "pronouns", "quantifiers", "approximations",
    "inclusions", "hedges", "auxiliaries", "passives", "adverbs", "own_country", "office_words",
    "opposites", "questions", "will",
)  # fmt: skip

PARTICLES = frozenset({"فون", "فان"})  # with which a name may begin: *فون* ريبنتروب
COUNTED = frozenset({"ms+", "mp", "md", "bp"})  # a nisba behind a number: 12 *فلسطينيا*
SON = frozenset({"بن", "ابن", "ابو", "ابي", "بنت", "ولد", "ود", "عبد", "ال"})
# Common nouns with which a mention may begin; see `place`, `nation`.
_HEADS = ("event_heads", "naming", "place_heads", "sites", "states_words", "own_country",
          "neighbours", "opposites", "of_many", "how_many", "both_sides", "both_states",
          "both_persons", "two_of", "latter", "of_the_two", "sides",
          "instruments", "counted_men", "leaderships", "spoken_of_as", "towns_again")  # fmt: skip
_PHRASES = ("sole_offices", "seats")  # of the first of which the same is true
_OF_TWO = ("both_sides", "both_states", "both_persons")  # what the two are that a dual means


class Names:
    """Listed names by first word, longest first; listed persons by surname; words of no name."""

    def __init__(self, lexicon: Lexicon) -> None:
        starts: defaultdict[str, list[Listed]] = defaultdict(list)
        for name, ids in lexicon.names.items():
            words = tuple(name.split(" "))
            starts[words[0]].append(Listed(words, "name", ids))
        for kind, table in (("capital", lexicon.capitals), ("city", lexicon.cities)):
            for name, state in table.items():
                words = tuple(name.split(" "))
                starts[words[0]].append(Listed(words, kind, (state,)))
        for found in starts.values():
            found.sort(key=lambda listed: (-len(listed.words), listed.kind != "name"))
        self.lexicon = lexicon
        self.function = lexicon.function  # the closed classes, asked for at every word
        self.starts = {first: tuple(found) for first, found in starts.items()}
        self.closed = frozenset(word for name in _CLOSED for word in lexicon.function[name])
        self.surnames = lexicon.surnames
        self.spelling = Spelling(lexicon.spelling)
        self.of_two = {word: kind for kind in reversed(_OF_TWO) for word in lexicon.function[kind]}
        phrases = (phrase for name in _PHRASES for phrase in lexicon.function[name])
        heads = (word for name in _HEADS for word in lexicon.function[name])
        self._heads = frozenset((*heads, *(phrase.partition(" ")[0] for phrase in phrases)))
        compound = lexicon.function["compound_firsts"]
        towns = lexicon.homograph_cities
        letters = lexicon.function["letters"].keys() - self.closed  # *إس.* رامان
        self._openers = self._heads.union(
            self.starts, towns, lexicon.given, SON, PARTICLES, compound, letters
        )

    def opens(self, bases: tuple[Base, ...], senses: tuple[Sense, ...]) -> bool:
        """Whether a mention may begin with a word, whatever the text has said before.

        It spares most words the search; whoever finds mentions by other words adds them here.
        """
        if any(s.pos == "N" and (s.det or s.feats in COUNTED) for s in senses):
            return True
        return len(bases[0].key) == 1 or any(
            base.key in self._openers
            or (not senses and (base.loose in self.surnames or self.spelled_like_one(base.key)))
            for base in bases
        )

    def heads(self, bases: tuple[Base, ...]) -> bool:
        """Whether a word is a common noun with which a mention may begin."""
        return any(base.key in self._heads for base in bases)

    def spelled_like_one(self, key: str) -> bool:
        """Whether a word that no lexicon knows is surely spelled like a name."""
        return len(key) > 2 and self.spelling.score(key) > SURE

    def country(self, words: Sequence[str]) -> str | None:
        """Return the id of the state whose name, capital or city these folded words begin with."""
        for listed in self.starts.get(words[0], ()) if words else ():
            if tuple(words[: len(listed.words)]) == listed.words:
                known = self.lexicon.actors.get(listed.ids[0])
                return known.id if known is not None and known.iso2 is not None else None
        return None


def surnames_of(lexicon: Lexicon) -> dict[str, str]:
    """Return the surnames that only one listed person has, and that are nothing else."""
    ordinary = {fold_loose(word) for word in lexicon.no_surnames}
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for actor in lexicon.actors.values():
        if actor.kind != "person":
            continue
        for name in actor.names:
            words = fold_loose(name.text).split()
            if name.lang == "ar" and len(words) > 1:
                owners[words[-1]].add(actor.id)
    return {
        surname: next(iter(ids))
        for surname, ids in owners.items()
        if len(ids) == 1
        and fold(surname) not in lexicon.forms
        and surname not in lexicon.given
        and surname not in ordinary
    }

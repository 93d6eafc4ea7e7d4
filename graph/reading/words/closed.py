"""Closed classes: prepositions, negators, subordinators and other small words of the grammar."""

from collections import defaultdict

from .clitics import stems
from .word import Closed, Sense

_ENCLITICS = {"ه": "ms", "ها": "fs", "هم": "mp", "هما": "xd", "هن": "fp"}
# What the items of a class are called; of phrases equally long the class named first wins.
_KINDS = {
    "approximations": "approx",
    "prepositions": "prep",
    "relatives": "rel",
    "negators": "neg",
    "negated_nouns": "negnoun",
    "subordinators": "sub",
    "conditionals": "if",
    "doubt": "doubt",
    "demonstratives": "demo",
    "pronouns": "self",
    "quantifiers": "quant",
    "inclusions": "incl",
    "hedges": "hedge",
    "auxiliaries": "aux",
    "will": "aux",
    "passives": "passive",
    "adverbs": "adv",
    "unreal": "unreal",
    "duties": "duty",
    "refutations": "refuted",
}
_OPINIONS = ("راي", "نظر", "تقدير", "بحسب")
_NONE: dict[str, tuple[Closed, ...]] = {}
_NO_NAMES: frozenset[str] = frozenset()


class ClosedClasses:
    """The closed classes of a lexicon by first word, longest phrase first."""

    def __init__(self, function: dict[str, dict[str, str]]) -> None:
        found: defaultdict[str, list[Closed]] = defaultdict(list)
        for name, kind in _KINDS.items():
            for phrase, value in function[name].items():
                words = tuple(phrase.split(" "))
                found[words[0]].append(Closed(kind, words, value or phrase, "", ""))
                hosts = kind == "sub" and words[-1] in ("ان", "لكن")  # لكنها, غير أنه
                hosts |= kind == "hedge" and words[-1].endswith(_OPINIONS)  # برأيه, في نظرهم
                if hosts or (kind == "prep" and len(phrase) > 3):  # بموجبه, من خلالها
                    for ending, pronoun in _ENCLITICS.items():
                        longer = (*words[:-1], words[-1] + ending)
                        closed = Closed(kind, longer, value or phrase, "", pronoun)
                        found[longer[0]].append(closed)
        order = list(_KINDS.values())
        for phrases in found.values():
            phrases.sort(key=lambda p: (-len(p.words), bool(p.pronoun), order.index(p.kind)))
        self._starts = dict(found)
        names: defaultdict[str, list[str]] = defaultdict(list)
        for name, words in function.items():
            for word in words:
                names[word].append(name)
        self._names = {word: frozenset(of_word) for word, of_word in names.items()}

    def names_of(self, key: str) -> frozenset[str]:
        """Return the names of the classes that a word is of, whatever its clitics."""
        found = [self._names[stem] for stem in stems(key) if stem in self._names]
        return _NO_NAMES.union(*found) if found else _NO_NAMES

    def begun_by(self, key: str, senses: tuple[Sense, ...]) -> dict[str, tuple[Closed, ...]]:
        """Return the phrases that may begin with a word: first as it stands, then behind و or ف.

        They are sorted out by the second word; phrases of one word go with any, and with "".
        """
        found = self._starts.get(key, [])
        verb = any(sense.pos == "V" and not sense.conj for sense in senses)
        if key[0] in "وف" and not verb:  # فتحت is no ف + تحت
            behind = self._starts.get(key[1:], ())
            found = [*found, *(closed._replace(conj=key[0]) for closed in behind)]
        if not found:
            return _NONE
        seconds = dict.fromkeys(p.words[1] for p in found if len(p.words) > 1)
        return {
            second: tuple([p for p in found if len(p.words) == 1 or p.words[1] == second])
            for second in ("", *seconds)
        }

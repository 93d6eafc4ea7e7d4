"""Words taken apart: clitics, stem and what the lexicon knows of the stem.

An Arabic word is (و/ف)(س)(ب/ل/ك)(ال) + stem + pronoun; a split is kept only when the stem stands
in the lexicon, and the word as a whole wins over its parts (وصف is no و + صف).
"""

import re
from copy import copy

from .clitics import (
    COMPLEMENTIZERS,
    ENCLITICS,
    PRONOUN_FEATS,
    WITH_PRONOUN,
    bases_of,
    conjunctions,
    prefixes,
    unspelled,
    without_enclitic,
)
from .closed import ClosedClasses
from .lexicon import Entry, Lexicon
from .names import Names
from .nouns import noun_of
from .respelling import YA, Respelling
from .text import fold, fold_loose
from .word import (
    EVENT,
    HEAD,
    MASDAR,
    NISBA,
    PARTICIPLE,
    ROLE,
    TOPIC,
    VERB,
    Base,
    Noun,
    Phrase,
    Sense,
    Word,
    Written,
)

_LONGEST = 40  # letters; what is longer is no word of the language, and not worth the work
_MOST_WORDS = 4_000  # kept, and as many before them; a bound for endless input, as words repeat
_WITH_NUN = frozenset({"md", "fd", "mp"})  # what ends in ن unless it governs
_OWNERS = ("ها", "هم", "ه")
_TANWIN = re.compile("[\u064b\u064c\u064d]")

_FLAG = {
    "V": VERB, "M": MASDAR, "AP": PARTICIPLE, "PP": PARTICIPLE, "E": EVENT, "R": ROLE, "H": HEAD,
    "N": NISBA, "T": TOPIC,
}  # fmt: skip


class Morphology:
    """The words of one lexicon, each taken apart once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.names = Names(lexicon)
        self._closed = ClosedClasses(lexicon.function)
        self._respelling = Respelling(lexicon, self._senses)
        self._typed: dict[frozenset[str], Morphology] = {}  # by habits of spelling
        self.types_ya = False  # for ى
        self.known: dict[str, Written] = {}  # by spelling, those met lately
        self._older: dict[str, Written] = {}  # and those met before them
        self.glued: dict[str, int] = {}  # of these, where one is two words: see `_gap`
        self._nouns: dict[Noun, Noun] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for form in lexicon.forms:
            if " " in form:
                first, *rest = form.split(" ")
                found = self._phrases.setdefault(first, [])
                found += [(tuple(rest), entry) for entry in lexicon.forms[form]]

    def typed_as(self, text: str) -> "Morphology":
        """Return the words as a text of its habits types them, such as ه for ة throughout."""
        habits = self._respelling.habits(text)
        if not habits:
            return self
        if habits not in self._typed:
            typed = self._typed[habits] = copy(self)
            typed.known, typed._older, typed.glued = {}, {}, {}
            typed.types_ya = YA in habits
            typed._respelling = self._respelling.with_habits(habits)
        return self._typed[habits]

    def named_ali(self, before: str, spelling: str, after: str) -> Written | None:
        """Return the name علي where a text that types على so has it between such words."""
        if not self._respelling.is_ali(before, after):
            return None
        key = fold(spelling)
        return Written(key, self.word(key), tanwin=False)

    def written(self, spelling: str) -> Written | None:
        """Return the word of this spelling; None when folding leaves nothing of it."""
        found = self.known.get(spelling)
        if found is not None:
            return found
        found = self._older.get(spelling) or self._read(spelling)
        if found is None:
            return None
        if len(self.known) >= _MOST_WORDS:
            self._older = self.known.copy()
            self.known.clear()
            self.glued.clear()
            self._nouns.clear()
        self.known[spelling] = found
        if at := self._gap(spelling, found):
            self.glued[spelling] = at
        return found

    def _gap(self, spelling: str, written: Written) -> int:
        """Return where a word is two that lost the space before an article, or 0: *الأممالمتحدة*.

        Archives that drop the links from their pages write so.
        """
        if written.word.senses or len(spelling) > 2 * _LONGEST or "ال" not in spelling[4:-4]:
            return 0  # nor are the short ones of names: مونت|البان
        lexicon, key = self.lexicon, written.key
        if key in lexicon.given or key in lexicon.family or key in lexicon.ordinary:
            return 0
        at = spelling.find("ال", 4, -4)
        while at > 0:
            if self._means(spelling[:at]) and self._means(spelling[at:]):
                return at
            at = spelling.find("ال", at + 1, -4)
        return 0

    def _means(self, spelling: str) -> bool:
        """Whether it is a word of the language, or the beginning of a listed name."""
        written = self._read(spelling)
        if written is None or written.key in ("الله", "الدين"):
            return False  # a name: ضيفالله
        word = written.word
        return bool(word.senses) or word.listed or written.key in self.lexicon.ordinary

    def _read(self, spelling: str) -> Written | None:
        key = self._respelling.key(spelling)
        tanwin = not spelling.isalpha() and _TANWIN.search(spelling) is not None
        return Written(key, self.word(key), tanwin) if key else None

    def word(self, key: str) -> Word:
        """Return the analysis of a folded word."""
        known = len(key) <= _LONGEST
        senses = self._senses(key) if known else ()
        phrases = self._begun(key) if known else ()
        bases = tuple(
            Base(*base, fold_loose(base[2]), self.names.starts.get(base[2], ()))
            for base in (bases_of(key) if known else [("", "", key, 0)])
            if not base[3] or len(base[2]) > 2 or self._short_name(key, base[2])
        )
        flags = 0
        for sense in senses:
            flags |= _FLAG[sense.pos]
        for phrase in phrases:
            flags |= _FLAG[phrase.sense.pos]
        noun = noun_of(key, senses, self.lexicon)
        participles = [s for s in senses if s.pos in ("AP", "PP")]
        return Word(
            key=key,
            senses=senses,
            verbs=tuple([s for s in senses if s.pos == "V"]),
            actions=tuple([s for s in senses if s.pos in ("M", "E")]),
            participles=tuple([s for s in participles if not _construct_plural(key, s)]),
            doubtful=tuple([s for s in senses if self._doubtful(key, s)]),
            flags=flags,
            bases=bases,
            loose=tuple([base.loose for base in bases]),
            heads=self.names.heads(bases),
            opens=self.names.opens(bases, senses),
            closed=self._closed.begun_by(key, senses),
            classes=self._closed.names_of(key),
            noun=self._nouns.setdefault(noun, noun),  # many words share one
            pronoun=WITH_PRONOUN.get(key),
            complementizer=key in COMPLEMENTIZERS or key.lstrip("وف") in COMPLEMENTIZERS,
            phrases=phrases,
            dual=any(s.person[-1:] == "d" for s in senses),
            listed=any(base.listed for base in bases),
        )

    def _short_name(self, key: str, rest: str) -> bool:
        """Whether a word of three letters may be a clitic and a short name: *وتل* أبيب, not لدى."""
        return key not in self.names.closed and rest in self.names.starts

    def _senses(self, key: str) -> tuple[Sense, ...]:
        found: list[Sense] = []
        for conj, rest in conjunctions(key):
            for prep, det, future, stem in prefixes(rest):
                if len(stem) >= 2:
                    found += self._stem(conj, prep, det, future, stem)
            doubtful = all(self._doubtful(key, sense) for sense in found)  # فات*هم*, but ف + اتهم
            if not (conj or doubtful or any(self._bears(sense) for sense in found)):
                break  # the whole word wins over و or ف + a stem
        if len(key) == 3 and key[0] in "وف" and self._may_part(key, found):
            short = self._stem(key[0], "", False, False, key[1:])
            found += [sense for sense in short if sense.pos in ("V", "M")]
        if any(sense.pos == "V" and not sense.future and sense.conj == "" for sense in found):
            found = [sense for sense in found if not sense.future]  # سيطرنا is no future of طار
        # Equal ones are one object, so that they can be compared by it.
        return tuple({(*s.clitics(), s.pos, s.id, s.feats): s for s in found}.values())

    def _may_part(self, key: str, found: list[Sense]) -> bool:
        """Whether a word of three letters may be two, with a doubled verb: *وحث*, *فرد* عليه."""
        unknown = not found and key not in self.lexicon.ordinary
        return unknown or any(self._bears(sense) for sense in found)

    def _bears(self, sense: Sense) -> bool:
        """Whether it is a verb of letters arriving, which may also be و and another verb: ورد."""
        return sense.pos == "V" and bool(self.lexicon.verbs[sense.id].bears)

    def _doubtful(self, key: str, sense: Sense) -> bool:
        """Whether the row of a verb says that this form is more often another word."""
        if sense.pos not in ("V", "M", "AP", "PP"):
            return False
        forms = self.lexicon.verbs[sense.id].ambiguous  # folded when compiled
        stem = key[len(sense.conj) + len(sense.prep) + (2 if sense.det else 0) + sense.future :]
        if sense.pronoun and stem not in forms:  # a row may also call قبضتها another word
            stem = without_enclitic(stem)
        return stem in forms or (sense.pos != "V" and stem.removesuffix("ا") in forms)

    def _begun(self, key: str) -> tuple[Phrase, ...]:
        """Return the phrases of the lexicon that may begin with this word."""
        found: list[Phrase] = []
        for conj, rest in conjunctions(key):
            for prep, det, future, stem in prefixes(rest):
                bare = stem[:-1] if stem[-1:] == "ا" else ""
                for words, (pos, entry, feats) in (
                    *self._phrases.get(stem, ()),
                    *self._phrases.get(bare, ()),
                ):
                    if _allowed(pos, feats, prep, det, future):
                        sense = Sense(conj, prep, det, future, "", pos, entry, feats)
                        spelled = tuple([_in_phrase(word, det) for word in words])
                        found.append(Phrase(sense, words, spelled))
                if not det:
                    found += self._owned_phrases(conj, prep, stem)
        return tuple(sorted(found, key=lambda phrase: -len(phrase.rest)))

    def _owned_phrases(self, conj: str, prep: str, stem: str) -> list[Phrase]:
        """Return the offices of noun and adjective whose noun has a pronoun: *كاتبه* العام."""
        ending = next((end for end in _OWNERS if stem.endswith(end)), "")
        found: list[Phrase] = []
        for base in unspelled(stem.removesuffix(ending)) if ending else ():
            for words, (pos, entry, feats) in self._phrases.get(base, ()):
                if pos == "R" and len(words) == 1 and not words[0].startswith("ال"):
                    sense = Sense(
                        conj, prep, False, False, PRONOUN_FEATS[ending], pos, entry, feats
                    )
                    found.append(Phrase(sense, words, ((f"ال{words[0]}",),)))
        return found

    def _stem(self, conj: str, prep: str, det: bool, future: bool, stem: str) -> list[Sense]:
        forms = self.lexicon.forms
        found: list[Sense] = []
        for pos, entry, feats in forms.get(stem, ()):
            if det and feats == "md" and not stem.endswith("ن"):
                continue  # وكيلا, وكيلي without their ن take no article: *الوكيلي* is a surname
            if _allowed(pos, feats, prep, det, future):
                person = feats.split()[1] if pos == "V" else ""
                found.append(Sense(conj, prep, det, future, "", pos, entry, feats, person))
        if det:
            return found
        if stem.endswith("ا") and len(stem) > 3:  # the indefinite accusative: طلبا
            for pos, entry, feats in forms.get(stem[:-1], ()):
                if pos != "V" and not future and feats[:2] != "fp":  # كينياتا is no nation's
                    found.append(Sense(conj, prep, det, future, "", pos, entry, f"{feats}+"))
        for enclitic in ENCLITICS:
            if not stem.endswith(enclitic) or len(stem) - len(enclitic) < 2:
                continue
            rest = stem[: -len(enclitic)]
            pronoun = PRONOUN_FEATS.get(enclitic, "1")
            for base in unspelled(rest):
                for pos, entry, feats in forms.get(base, ()):
                    if base != rest and base[-1] != "ة" and pos != "V" and base[-1] != "ى":
                        continue
                    if pos != "V" and feats[:2] in _WITH_NUN and base.endswith("ن"):
                        continue  # عدوان*هما* is of aggression: the dual would lose its ن
                    if enclitic == "ني" and pos != "V":
                        continue
                    if pos == "V" and feats[-1] == "p":
                        continue  # nobody undergoes it *them*: فيتهم is ف and يتهم
                    if enclitic in ("ي", "ك") or (enclitic == "كم" and stem[:2] == "ال"):
                        continue  # more often an ending than "my" or "your": المحا*كم*
                    if _allowed(pos, feats, prep, det, future):
                        person = feats.split()[1] if pos == "V" else ""
                        found.append(
                            Sense(conj, prep, det, future, pronoun, pos, entry, feats, person)
                        )
            break
        return found


def _in_phrase(word: str, det: bool) -> tuple[str, ...]:
    """Return how a further word of a phrase may be spelled: الأمين *العام*, رئيسا *للوزراء*."""
    dative = f"لل{word[2:]}" if word.startswith("ال") else f"ل{word}"
    return word, f"ال{word}" if det else f"{word}ا", dative


def _construct_plural(key: str, sense: Sense) -> bool:
    """Whether it is a plural without its ن, which is spelled like an adjective: خارجي."""
    return sense.feats == "mp" and key.endswith(("ي", "و"))


def _allowed(pos: str, feats: str, prep: str, det: bool, future: bool) -> bool:
    imperfect = feats.startswith("ipf")
    verb = not det and (not future or imperfect) and (not prep or (prep == "ل" and imperfect))
    return verb if pos == "V" else not future

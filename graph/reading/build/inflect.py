"""Arabic inflection for the build step: every written form of a verb, a participle or a noun.

Finite forms and participles come from mazini (a port of Wiktionary's conjugation engine); the
endings of nouns and participles are added here. All forms are keys of `fold`, without article,
clitic prefixes, pronouns or the indefinite accusative's ا.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from mazini import Conjugation, conjugate

from ..words.rows import Verb
from ..words.text import fold

Form = tuple[str, str]  # a key, and its features

_FORM_CODES = {"QI": "Iq", "QII": "IIq", "QIV": "IVq"}
_PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1s", "1p")
_TENSES = {"past": "pf", "ind": "ipf", "sub": "ipf", "juss": "ipf"}
# Singulars whose final ت belongs to the root, and feminines that no ending marks.
_SINGULAR_IN_AT = frozenset({"إثبات", "ثبات", "إفلات", "التفات", "إسكات", "سبات"})
_BARE_FEMININE = frozenset({"حرب", "نار", "أرض"})
_DERIVED = 5  # letters: a noun of action this long has its plural in ات (اتفاق), shorter ones vary
# دبلوماسيون, مستشارون, لاجئون; but مليون, مضمون, قانون
_SOUND_PLURAL = re.compile("(.{3,}ي|م.{3,}|.ا..)ون")
_WEAK_TANWIN = "\u064d"  # كسرتان: داعٍ, whose ي comes back with the article
# مسؤول, شؤون are written مسئول, شئون in Egypt.
_EGYPTIAN = re.compile("ؤو")


def spellings(form: str) -> Iterator[str]:
    """Yield the key of a form, and of its Egyptian spelling where there is one."""
    key = fold(form)
    yield key
    if "ؤو" in key:
        yield _EGYPTIAN.sub("ئو", key)


@cache
def conjugation(root: str, form: str, vowels: str | None) -> Conjugation:
    """Return all forms of a verb from its root, its form (I-X, QI-QIV) and form I's vowels."""
    code = _FORM_CODES.get(form, form)
    if vowels is None:
        return conjugate(root, code, passive=True)
    past, _, nonpast = vowels.partition("-")
    return conjugate(root, code, passive=True, vowels=(past, nonpast))


def _written(table: Conjugation, slot: str) -> list[str]:
    # "?" is mazini's mark of a form it cannot know.
    return [form.form for form in table.slots.get(slot, ()) if form.form != "?"]


def verb_forms(verb: Verb) -> Iterator[Form]:
    """Yield the finite forms in the third and the first person, with tense, person and voice.

    A first person passive is never met in the press, and would only clash: it is left out.
    """
    table = conjugation(verb.root, verb.form, verb.vowels)
    voices: dict[tuple[str, str, str], set[str]] = {}
    for mood, tense in _TENSES.items():
        for person in _PERSONS:
            for form in _finite(table, f"{mood}_{person}"):
                voices.setdefault((form, tense, person), set()).add("a")
            if not person.startswith("1"):
                for form in _finite(table, f"{mood}_pass_{person}"):
                    voices.setdefault((form, tense, person), set()).add("p")
    for (form, tense, person), voice in sorted(voices.items()):
        yield form, f"{tense} {person} {'b' if len(voice) == 2 else min(voice)}"


def _finite(table: Conjugation, slot: str) -> set[str]:
    written = _written(table, slot)
    if slot.startswith("juss") and table.radicals[1] in "أءؤئ":
        written = written[:1]  # the contracted يسل beside يسأل is poetry
    return {key for form in written for key in spellings(form)}


def masdars(verb: Verb) -> tuple[str, ...]:
    """Return the verb's masdars as written, the regular one unless the row names its own."""
    if verb.masdar:
        return verb.masdar
    return tuple(_citation(form) for form in _written(_table(verb), "vn"))


def _table(verb: Verb) -> Conjugation:
    return conjugation(verb.root, verb.form, verb.vowels)


def _citation(vocalised: str) -> str:
    # تَخَلٍّ is looked up as تخلي: noun_forms takes the ي off again.
    if _WEAK_TANWIN in vocalised:
        return re.sub("[\u064b-\u0652]", "", vocalised) + "ي"
    return re.sub("[\u064b-\u0652]", "", vocalised)


def participles(verb: Verb) -> Iterator[tuple[str, str, str]]:
    """Yield part of speech (AP, PP), form and features of the participles and adjectives."""
    for adjective in verb.adjectives:
        for form, feats in _endings(adjective, masculine_plural=adjective):
            yield "AP", form, feats
    table = _table(verb)
    for pos, slots in (("AP", ("ap", "ap1")), ("PP", ("pp",))):
        for vocalised in next(filter(None, (_written(table, slot) for slot in slots)), ()):
            for form, feats in _participle(vocalised):
                yield pos, form, feats


def _participle(vocalised: str) -> Iterator[Form]:
    bare = re.sub("[\u064b-\u0652]", "", vocalised)
    if _WEAK_TANWIN in vocalised:
        stem = bare[:-1] + "ئ" if bare.endswith("ء") else bare
        yield from _each({bare: "ms"})
        yield from _endings(stem + "ي", masculine_plural=stem)
    elif bare.endswith("ى"):
        stem = bare[:-1]
        yield from _each({bare: "ms", stem + "اة": "fs", stem + "ون": "mp", stem + "ين": "mp"})
        yield from _each({stem + "يان": "md", stem + "يين": "md", stem + "يات": "fp"})
        yield from _each({stem + "و": "mp", stem + "ي": "mp"})
    else:
        yield from _endings(bare, masculine_plural=bare)


def _endings(stem: str, *, masculine_plural: str) -> Iterator[Form]:
    yield from _each({stem: "ms", stem + "ة": "fs"})
    yield from _each({stem + "ان": "md", stem + "ين": "md"})
    yield from _each({stem + "تان": "fd", stem + "تين": "fd", stem + "تا": "fd", stem + "تي": "fd"})
    # The construct forms lose their ن: مسؤولو الحكومة.
    yield from _each({masculine_plural + ending: "mp" for ending in ("ون", "ين", "و", "ي")})
    yield from _each({stem + "ات": "fp"})


def _each(forms: dict[str, str]) -> Iterator[Form]:
    for form, feats in forms.items():
        for key in spellings(form):
            yield key, feats


def noun_forms(noun: str, broken: Iterable[str] = ()) -> Iterator[Form]:
    """Yield a noun's forms: singular, duals, sound feminine plural, forms before a pronoun.

    `broken` are the broken plurals: they are feminine to the grammar and take no ending. The
    indefinite accusative (طلبا) is left to the reader, as are the clitics.
    """
    if " " in noun:
        first = noun.split(maxsplit=1)[0]
        yield " ".join(fold(word) for word in noun.split()), "fs" if first.endswith("ة") else "ms"
    elif noun in broken:
        yield from _each({noun: "bp"})
        yield from _bound(noun, "bp")
    elif noun.endswith("ات") and noun not in _SINGULAR_IN_AT:
        yield from _each({noun: "fp"})
    elif _SOUND_PLURAL.fullmatch(noun):
        yield from _each({noun[:-2] + ending: "mp" for ending in ("ون", "ين", "و", "ي")})
    elif noun.endswith("ة"):
        yield from _feminine(noun)
    elif noun.endswith("وى"):
        yield from _each({noun: "fs"})
    else:
        yield from _masculine(noun, "f" if noun in _BARE_FEMININE else "m")


def _feminine(noun: str) -> Iterator[Form]:
    stem = noun[:-1]
    yield from _each({noun: "fs"})
    yield from _each({stem + "تان": "fd", stem + "تين": "fd", stem + "تا": "fd", stem + "تي": "fd"})
    if not stem.endswith("ا"):
        yield from _each({stem + "ات": "fp"})


def _masculine(noun: str, gender: str) -> Iterator[Form]:
    one, two = gender + "s", gender + "d"
    yield from _each({noun: one})
    yield from _bound(noun, one)
    if re.fullmatch("ت.ا?.ي", noun):  # تخلي, تفادي: without the article تخل, تفاد
        yield from _each({noun[:-1]: one})
    stem = noun[:-1] + "ي" if noun.endswith("ى") else noun
    yield from _each({stem + "ان": two, stem + "ين": two})
    if len(noun) >= _DERIVED:
        yield from _each({stem + "ات": "fp"})


def _bound(noun: str, feats: str) -> Iterator[Form]:
    # A final hamza takes a seat before a pronoun: لقاء, لقاؤه, لقائه.
    if noun.endswith("اء"):
        yield from _each({noun[:-1] + "ؤ": feats, noun[:-1] + "ئ": feats})

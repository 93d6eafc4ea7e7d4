"""Inflection of nouns and adjectives as they are written, without marks and without article.

Each function yields (form, features); a feature is gender m or f with number s, d or p, or `bp`
for a broken plural. Case shows only in the dual and the sound masculine plural, so those come in
both cases and with and without their final ن (the construct state: مسؤولو الوزارة).
"""

from collections.abc import Iterator

Form = tuple[str, str]


def dual(singular: str, gender: str) -> Iterator[Form]:
    """Yield the four written forms of the dual of `singular`."""
    stem = singular[:-1] + "ت" if singular.endswith("ة") else singular
    for ending in ("ان", "ين", "ا", "ي"):
        yield stem + ending, gender + "d"


def masculine_plural(nominative: str) -> Iterator[Form]:
    """Yield the four written forms of a sound masculine plural given as مسؤولون."""
    stem = nominative.removesuffix("ون")
    for ending in ("ون", "ين", "و", "ي"):
        yield stem + ending, "mp"


def definite_spellings(noun: str) -> Iterator[str]:
    """Yield a noun of several words as it is, and with the article on its second word.

    The first word's article is a clitic of the token; in "الناطق الرسمي" the second has one too.
    """
    yield noun
    first, _, rest = noun.partition(" ")
    if rest and not rest.startswith(("ال", "ب", "ل")):
        yield f"{first} ال{rest}"


def nisba(singular: str) -> Iterator[Form]:
    """Yield all forms of the adjective of a nation: of ليبي, كوري جنوبي, جنوب أفريقي."""
    *first, last = words = singular.split()

    def form(ending: str) -> str:
        return " ".join([*(w + ending if w.endswith("ي") else w for w in first), last + ending])

    yield singular, "ms"
    yield form("ة"), "fs"
    yield form("ات"), "fp"
    for ending in ("ان", "ين"):
        yield form(ending), "md"
        yield form("ت" + ending), "fd"
    for ending in ("ون", "ين"):
        yield form(ending), "mp"
    if len(words) == 1:
        yield singular + "و", "mp"


def plural(noun: str, gender: str) -> Iterator[Form]:
    """Yield the written forms of a plural as a lexicon lists it, sound or broken."""
    if noun.endswith("ون") and " " not in noun:
        yield from masculine_plural(noun)
    else:
        yield noun, gender + "p"


def feminine(singular: str) -> Iterator[Form]:
    """Yield singular, dual and plural of a feminine noun, given as سفيرة."""
    yield singular, "fs"
    if " " in singular:
        yield from ((form, "fs") for form in definite_spellings(singular) if form != singular)
        return
    yield from dual(singular, "f")
    if singular.endswith("ة"):
        yield singular[:-1] + "ات", "fp"

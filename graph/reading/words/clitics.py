"""Clitics: what a word may have joined to its stem before and behind it, by its letters alone."""

from functools import lru_cache

ENCLITICS = ("هما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ي", "ك")
PRONOUN_FEATS = {"ه": "ms", "ها": "fs", "هما": "xd", "هم": "mp", "هن": "fp"}
# Prepositions as they look before a pronoun.
_SAME = ("ل", "ب", "في", "من", "عن", "مع", "بين", "ضد", "نحو", "تجاه", "حيال", "وراء", "حول")
_BEFORE_PRONOUN = {key: key for key in _SAME} | {
    "علي": "على",
    "الي": "إلى",
    "لدي": "لدى",
    "ازاء": "حيال",
    "امام": "أمام",
    "بشان": "بشأن",
    "قبل": "by",
    "خلال": "time",
    "اثناء": "time",
    "بعد": "time",
    "عقب": "time",
    "بسبب": "cause",
    "بموجب": "other",
    "بفضل": "other",
    "داخل": "في",
    "ايا": "direct",  # متهما *إياه*
}
WITH_PRONOUN = {
    f"{conj}{preposition}{enclitic}": (marker, feats)
    for conj in ("و", "ف", "")
    for preposition, marker in _BEFORE_PRONOUN.items()
    for enclitic, feats in (*PRONOUN_FEATS.items(), ("نا", "1"), ("كم", "1"))
} | {f"{conj}{word}": (word[:2], "1") for conj in ("و", "ف", "") for word in ("معي", "مني", "عني")}
COMPLEMENTIZERS = {
    f"{prefix}{stem}"
    for prefix in ("", "ب", "ل")
    for stem in ("ان", "انه", "انها", "انهم", "انهما", "انهن", "انني", "اننا")
}

_JOINED = {"و": ("و", ""), "ف": ("ف", ""), "ب": ("", "ب"), "ل": ("", "ل"), "ك": ("", "ك")}


def conjunctions(key: str) -> tuple[tuple[str, str], ...]:
    """Return the splits into a conjunction, or none, and what may stand behind it."""
    if key[0] in "وف" and len(key) > 3:
        return (("", key), (key[0], key[1:]))
    return (("", key),)


def prefixes(key: str) -> list[tuple[str, bool, bool, str]]:
    """Return the splits (preposition, article, future, stem) that the spelling allows."""
    found = [("", False, False, key)]
    if key.startswith("ال"):
        found.append(("", True, False, key[2:]))
    if key.startswith("لل"):
        found.append(("ل", True, False, key[2:]))
        found.append(("ل", True, False, key[1:]))  # للجنة is ل + ال + لجنة
    elif key[0] in "بلك":
        rest = key[1:]
        found.append((key[0], False, False, rest))
        if rest.startswith("ال") and key[0] != "ل":
            found.append((key[0], True, False, rest[2:]))
    elif key[0] == "س":
        found.append(("", False, True, key[1:]))
    return found


def unspelled(stem: str) -> tuple[str, ...]:
    """Return the stem, and as it is spelled without a pronoun behind it."""
    if stem.endswith("ت"):
        return (stem, stem[:-1] + "ة")
    if stem.endswith("ا"):
        return (stem, stem[:-1] + "ى")
    if stem.endswith("و"):
        return (stem, stem + "ا")
    if stem.endswith(("ئ", "ؤ")):
        return (stem, stem[:-1] + "ء")
    return (stem,)


def names_in(key: str) -> list[str]:
    """Return the words that may be a name in this one: itself, and without what is joined to it."""
    return [base for _, _, base, _ in bases_of(key)]


def bases_of(key: str) -> list[tuple[str, str, str, int]]:
    """Return the ways in which a name may begin with this word, the whole word first."""
    found = [("", "", key, 0)]
    for conj, rest in conjunctions(key):
        if conj:
            found.append((conj, "", rest, 1))
        if len(rest) < 4 and not rest.startswith("لل"):
            continue
        if rest.startswith("لل"):
            found.append((conj, "ل", "ال" + rest[2:], -1))
            found.append((conj, "ل", rest[1:], len(conj) + 1))  # للبنان is ل + لبنان
        elif rest[0] in "بلك":
            found.append((conj, rest[0], rest[1:], len(conj) + 1))
    if len(key) == 3 and key[0] in _JOINED:
        found.append((*_JOINED[key[0]], key[1:], 1))  # وتل أبيب, لتل أبيب
    return found


def without_enclitic(word: str) -> str:
    """Return a word that ends in an enclitic without it, the longest that there is."""
    return word.removesuffix(next(end for end in ENCLITICS if word.endswith(end)))


@lru_cache(maxsize=1 << 12)
def stems(key: str) -> frozenset[str]:
    """Return a word as it may stand without its clitics."""
    found = {key}
    for prefix in ("و", "ف", "ب", "ل", "ك", "ال", "بال", "وال", "لل"):
        if key.startswith(prefix) and len(key) > len(prefix) + 2:
            found.add(key[len(prefix) :])
    for stem in list(found):
        for suffix in ("ا", "ه", "ها", "هم", "هما", "نا"):
            if stem.endswith(suffix) and len(stem) > len(suffix) + 2:
                found.update(unspelled(stem[: -len(suffix)]))
    return frozenset(found)

"""Nouns: how a word reads that is neither a name nor a predicate, known to the lexicon or not."""

from .lexicon import Lexicon
from .word import Noun, Sense

_LETTERS = {"ms": 1, "fs": 2, "mp": 2, "xd": 3, "1": 2}  # of a noun's pronoun
_POSSESSED = (("هما", "xd"), ("ها", "fs"), ("هم", "mp"), ("نا", "1"))


def noun_of(key: str, senses: tuple[Sense, ...], lexicon: Lexicon) -> Noun:
    """Return a noun, an adjective or an unknown word; a nation's adjective is of its own kind."""
    nisba = next((s for s in senses if s.pos == "N"), None)
    everyday = key.removeprefix("و").removeprefix("ال") in lexicon.function["everyday_nisbas"]
    if nisba is not None and not nisba.prep and not everyday:
        return Noun("A", nisba.conj, nisba.det, "", nisba.id, nisba.feats, "", None, False)
    sense = next((s for s in senses if s.pos in ("T", "H", "R", "N")), None)
    if sense is not None and sense.pos == "R" and _state(key, lexicon):
        sense = None  # *الدولة* التي, and no title
    if sense is not None:
        topic = next((s.id for s in senses if s.pos == "T"), None)
        feats = sense.feats.rstrip("+")
        indefinite = sense.feats.endswith("+")
        return Noun(
            "O", sense.conj, sense.det, sense.prep, "", feats, sense.pronoun, topic, indefinite
        )
    conj, prep, det, rest = _clitics(key, lexicon)
    if not (prep or det) and (deed := _deed_behind(senses)) is not None:
        conj, prep, rest = deed.conj, deed.prep, key[len(deed.conj) + len(deed.prep) :]
    for ending, owner in (("", ""), ("ها", "fs"), ("ه", "ms"), ("هم", "mp")):
        if rest.endswith(ending) and rest.removesuffix(ending) in lexicon.function["place_plurals"]:
            return Noun("O", conj, det, prep, "", "bp", owner, None, False)
    feats = "fs" if rest.endswith(("ة", "ات")) else lexicon.function["own_country"].get(rest, "ms")
    pronoun = next((p for end, p in _POSSESSED if rest.endswith(end) and len(rest) > 4), "")
    if rest.endswith("ه") and not det and _his(rest, prep, lexicon):
        pronoun = "ms"
    if rest.endswith("ه") and not det and rest[:-1] in lexicon.function["followers"]:
        pronoun = "ms"  # رجاله
    if _people(rest, pronoun, lexicon):
        feats = "mp"
    elif pronoun and feats == "ms" and _feminine(rest, pronoun, lexicon):
        feats = "fs"
    indefinite = rest.endswith("ا") and not pronoun
    return Noun("O", conj, det, prep, "", feats, pronoun, None, indefinite)


def _state(key: str, lexicon: Lexicon) -> bool:
    """Whether it is the word for a state, which is a man's title, too: دولة, بالدولة."""
    return _clitics(key, lexicon)[3] in lexicon.function["states_words"]


def _deed_behind(senses: tuple[Sense, ...]) -> Sense | None:
    """Return the word as an action noun behind a preposition, if it is one: بشراء."""
    deeds = [s for s in senses if s.pos in ("M", "E") and not s.det]
    one = deeds and all(s.prep in ("ب", "ل") for s in deeds) and len(deeds) == len(senses)
    return deeds[0] if one else None


def _his(rest: str, prep: str, lexicon: Lexicon) -> bool:
    """Whether a noun that ends in ه is somebody's: بجهوده, في مكتبه, في دارته; not مدينه."""
    if rest in lexicon.function["own_country"]:
        return False  # settled with the actors
    if len(rest) > 4 and rest.endswith(("ته", "ائه", "اؤه", "اءه", "اياه")):
        return not rest.endswith("مائه")  # أعضائه, رعاياه; not ثلاثمائه
    if not _ordinary(rest[:-1], lexicon):
        return False
    return bool(prep) or lexicon.ordinary.isdisjoint((rest, rest[:-1] + "ة"))


def _people(rest: str, pronoun: str, lexicon: Lexicon) -> bool:
    """Whether it is a plural of people, perhaps with whose they are: رجاله, مقاتليها, ضباط."""
    return rest[: len(rest) - _LETTERS.get(pronoun, 0)] in lexicon.function["people"]


def _feminine(rest: str, pronoun: str, lexicon: Lexicon) -> bool:
    """Whether it is a feminine noun with whose it is: *طائرته* التي كان يقودها, *سياستها*."""
    stem = rest[: len(rest) - _LETTERS.get(pronoun, 0)]
    return stem[-1:] == "ت" and f"{stem[:-1]}ة" in lexicon.ordinary and stem not in lexicon.ordinary


def _ordinary(stem: str, lexicon: Lexicon) -> bool:
    """Whether it is an ordinary noun, perhaps as it stands before a pronoun: سياست[ها]."""
    words = lexicon.ordinary
    return len(stem) > 2 and (stem in words or (stem[-1] == "ت" and stem[:-1] + "ة" in words))


def _prefixed(key: str, lexicon: Lexicon) -> tuple[str, str, bool, str] | None:
    """Return the clitics before an ordinary noun: بجهود, ولسياستها."""
    conj = key[0] if key[0] in "وف" and len(key) > 4 else ""
    prep, rest = key[len(conj)], key[len(conj) + 1 :]
    stem = next((rest[: -len(e)] for e in ("هما", "ها", "هم", "ه") if rest.endswith(e)), rest)
    if prep not in "بلك":
        return None
    if prep + stem in lexicon.function["prepositions"]:
        return conj, "", False, key[len(conj) :]  # بموجبه
    if stem in lexicon.function["deeds"]:
        return conj, prep, False, rest
    known = _ordinary(rest, lexicon) or _ordinary(stem, lexicon)
    return (conj, prep, False, rest) if known and key not in lexicon.ordinary else None


def _clitics(key: str, lexicon: Lexicon) -> tuple[str, str, bool, str]:
    """Return the clitics that the article or the noun gives away in an unknown word: وبالمدينة."""
    for conj in ("", "و", "ف"):
        for prep, article in (("", "ال"), ("ب", "ال"), ("ك", "ال"), ("ل", "ل")):
            start = conj + prep + article
            if key.startswith(start) and len(key) > len(start) + 1:
                return conj, prep, True, key[len(start) :]
    if len(key) > 3 and (parts := _prefixed(key, lexicon)) is not None:
        return parts
    if key in lexicon.ordinary and key[1:] not in lexicon.ordinary:
        return "", "", False, key  # باردة, وثيقة
    if key[0] in "بل" and len(key) > 4 and key[1] in "اتمإأ":
        return "", key[0], False, key[1:]
    if key.startswith(("وب", "ول")) and len(key) > 5 and key[2] in "اتم":
        return "و", key[1], False, key[2:]
    if key.startswith("و") and len(key) > 4:
        return "و", "", False, key[1:]
    return "", "", False, key

"""Nouns: how a word reads that is neither a name nor a predicate, known to the lexicon or not."""

from .lexicon import Lexicon
from .word import Noun, Sense

_POSSESSED = (("هما", "xd"), ("ها", "fs"), ("هم", "mp"), ("نا", "1"))


def noun_of(key: str, senses: tuple[Sense, ...], lexicon: Lexicon) -> Noun:
    """Return a noun, an adjective or an unknown word; a nation's adjective is of its own kind."""
    function = lexicon.function
    nisba = next((s for s in senses if s.pos == "N"), None)
    everyday = key.removeprefix("و").removeprefix("ال") in function["everyday_nisbas"]
    if nisba is not None and not nisba.prep and not everyday:
        return Noun("A", nisba.conj, nisba.det, "", nisba.id, nisba.feats, "", None, False)
    sense = next((s for s in senses if s.pos in ("T", "H", "R", "N")), None)
    if sense is not None:
        topic = next((s.id for s in senses if s.pos == "T"), None)
        feats = sense.feats.rstrip("+")
        indefinite = sense.feats.endswith("+")
        return Noun(
            "O", sense.conj, sense.det, sense.prep, "", feats, sense.pronoun, topic, indefinite
        )
    conj, prep, det, rest = _clitics(key, lexicon.ordinary)
    if rest in function["place_plurals"]:
        return Noun("O", conj, det, prep, "", "bp", "", None, False)
    feats = "fs" if rest.endswith(("ة", "ات")) else "ms"
    pronoun = next((p for end, p in _POSSESSED if rest.endswith(end) and len(rest) > 4), "")
    indefinite = rest.endswith("ا") and not pronoun
    return Noun("O", conj, det, prep, "", feats, pronoun, None, indefinite)


def _clitics(key: str, ordinary: frozenset[str]) -> tuple[str, str, bool, str]:
    """Return the clitics of a word without senses: وبالمدينة by its article, *بدخول* as known."""
    for conj in ("", "و", "ف"):
        for prep, article in (("", "ال"), ("ب", "ال"), ("ك", "ال"), ("ل", "ل")):
            start = conj + prep + article
            if key.startswith(start) and len(key) > len(start) + 1:
                return conj, prep, True, key[len(start) :]
    if key not in ordinary:
        conj = key[:1] if key[0] in "وف" and key[1:] not in ordinary else ""
        stem = key[len(conj) :]
        if len(stem) > 3 and stem[0] in "بل" and stem[1:] in ordinary:
            return conj, stem[0], False, stem[1:]
    if key[0] in "بل" and len(key) > 4 and key[1] in "اتمإأ":
        return "", key[0], False, key[1:]
    if key.startswith(("وب", "ول")) and len(key) > 5 and key[2] in "اتم":
        return "و", key[1], False, key[2:]
    if key.startswith("و") and len(key) > 4:
        return "و", "", False, key[1:]
    return "", "", False, key

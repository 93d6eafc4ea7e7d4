"""Guessed verbs: a word that nobody knows, where only a verb can stand: فرنسا التي *أغضبت* غانا.

It states nothing, yet whatever stands behind it is its own, and not the verb's outside.
"""

from ..records.items import Item
from ..records.scene import Scene
from ..words.word import Word

_RELATIVES = frozenset({"الذي", "التي", "الذين"})
_OF_PRESENT = frozenset({"لم", "لن", "سوف"})
_PRONOUNS = (("هما", "xd"), ("ها", "fs"), ("هم", "mp"), ("ه", "ms"))
_LETTERS = frozenset("يتنا")
_SHORTEST = 3


def guessed_verb(scene: Scene, i: int, word: Word, found: list[Item]) -> Item | None:
    """Return the verb that an unknown word at token i must be behind what stands before it."""
    before = found[-1] if found else None
    if before is None or before.j != i or word.senses or word.closed or word.pronoun is not None:
        return None
    lead = before.key.lstrip("وف")
    what = before.kind == "neg" and lead == "ما" and before.index and found[-2].kind == "mark"
    relative = before.kind == "rel" and lead in _RELATIVES
    if what and word.key[0] == "ا" and not _noun(scene, _without_pronoun(word.key)[0]):
        before.kind = "rel"  # ، *ما* أغضب غانا: it denies nothing
        relative = True
    if not (relative or lead in _OF_PRESENT or (before.kind == "doubt" and lead in ("قد", "لقد"))):
        return None
    bare = relative and word.key in scene.lexicon.ordinary and not _barred(word.key)
    if bare and lead in _RELATIVES:  # التي *دخل* جنودها: no noun stands there without an article
        return Item("V", i, i + 1, feats=f"{_feats(word.key, lead)} b", key=word.key)
    stem, pronoun = _without_pronoun(word.key)
    if len(stem) < _SHORTEST or _noun(scene, stem) or _noun(scene, word.key):
        return None
    feats = _feats(stem, lead)
    return Item("V", i, i + 1, feats=f"{feats} b", pronoun=pronoun, key=word.key)


def _without_pronoun(key: str) -> tuple[str, str]:
    for ending, feats in _PRONOUNS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST:
            return key[: -len(ending)], feats
    return key, ""


def _noun(scene: Scene, stem: str) -> bool:
    """Whether it is a noun that the lexicon knows, or has a form that no verb has."""
    words = scene.lexicon.ordinary
    if stem in words or stem in scene.function("before"):
        return True
    return _barred(stem) or (stem[-1] == "ت" and stem[:-1] + "ة" in words)


def _barred(stem: str) -> bool:
    """Whether the word has a form that no verb has, or may have a preposition before it."""
    return stem.endswith("ة") or stem.startswith("ال") or stem[0] in "بلكو"


def _feats(stem: str, lead: str) -> str:
    """Return the tense and person that its letters show, and the word before it."""
    if stem.endswith("وا"):
        return "pf 3mp" if stem[0] != "ي" else "ipf 3mp"
    if stem[0] == "ي":
        return "ipf 3mp" if stem.endswith("ون") else "ipf 3ms"
    if stem[0] == "ت" and (lead == "التي" or lead in _OF_PRESENT):
        return "ipf 3fs"
    if stem[0] in _LETTERS and lead in _OF_PRESENT:
        return "ipf 1p" if stem[0] == "ن" else "ipf 1s"
    return "pf 3fs" if stem.endswith("ت") else "pf 3ms"

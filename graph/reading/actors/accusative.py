"""Adjectives in the accusative that are spelled as a state's name: هجوما *روسيا*, وفدا *ليبيا*."""

from ..records.scene import Scene
from ..records.stems import stems
from ..words.word import NISBA, Word

_NOUNS = ("M", "E", "H", "R", "T")
_THINGS = ("things", "instruments", "arms")


def adjective_not_state(scene: Scene, i: int, word: Word) -> bool:
    """Whether an indefinite noun in the accusative stands before, which the word describes.

    Behind a participle it is whom that governs: وصل *مطالبا روسيا* بالانسحاب.
    """
    if word.key[-2:] != "يا" or not word.flags & NISBA:
        return False
    before = scene.word(i - 1)
    if before is None or before.key[-1:] != "ا":
        return False
    if not any(s.pos == "N" and s.feats == "ms+" and not s.prep for s in word.senses):
        return False
    if any(s.pos in ("AP", "PP") and scene.lexicon.verbs[s.id].relation for s in before.senses):
        return False
    if any(s.pos in _NOUNS and s.feats[1:] == "s+" for s in before.senses):
        return True
    named = stems(before.key) | {before.key[:-1]}
    return any(not scene.function(things).keys().isdisjoint(named) for things in _THINGS)

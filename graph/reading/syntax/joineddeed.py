"""Joined deeds: where a word that may be a verb names a deed, as another deed before it does.

It is joined to one that somebody decided on, or is what he announced.
"""

from ..records.items import Item
from ..records.scene import Scene
from ..words.rows import Verb
from ..words.word import Sense
from .deednamed import governing

_REACH = 14  # items back to the verb that governs both
_APART = frozenset({"an", "sub", "rel", "if", "quote", "neg"})
_NO_ALIF = ("ة", "ات", "اء", "ى", "ا")  # endings of nouns that show no accusative


def joined_deed(scene: Scene, i: int, found: list[Item], verbs: list[Sense]) -> bool:
    """Whether it goes on with a deed: قررت فرنسا إعلان الطوارئ *وقطع* علاقاتها, *وفرض* حصار.

    A verb would have to agree with the subject, and its object would be in the accusative.
    """
    if not all(s.feats.startswith("pf 3ms") and s.conj == "و" and not s.pronoun for s in verbs):
        return False
    deed: Item | None = None
    for item in reversed(found[-_REACH:]):
        if item.kind in _APART:
            return False
        if item.kind == "V":
            return deed is not None and _governs(item, deed) and _no_object(scene, i + 1, item)
        if item.kind == "N" and item.rows and item.marker not in ("", "gen"):
            deed = deed or item
    return False


def _governs(verb: Item, deed: Item) -> bool:
    """Whether a deed is what the verb decides on or leads to."""
    return any(deed.marker in governing(row) for row in verb.rows if isinstance(row, Verb))


def _no_object(scene: Scene, k: int, verb: Item) -> bool:
    """Whether the word at token k is no object of a verb that agrees with the subject before."""
    word = scene.word(k)
    if word is None or scene.article(k) or scene.tokens[k].tanwin:
        return False
    she = verb.feats.split()[1].startswith("3f")
    if any(s.pronoun == "fs" for s in word.senses) or word.noun.pronoun == "fs":
        return she  # *وقطع* علاقاتها
    bare = bool(word.actions) and not any(s.det or s.pronoun or s.prep for s in word.actions)
    return bare and (she or not word.key.endswith(_NO_ALIF))


def announced_deed(scene: Scene, found: list[Item], verbs: list[Sense]) -> bool:
    """Whether it is what he announced who stands before: أعلنت موسكو *توصل* مصر إلى اتفاق."""
    if len(found) < 2 or found[-1].kind != "M" or found[-2].kind != "V":
        return False
    rows = [row for row in found[-2].rows if isinstance(row, Verb)]
    told = any(row.speech and "direct" in row.content for row in rows)
    goes_on = any("imperfect" in control.slot for row in rows for control in row.control)
    present = all(s.feats.startswith("ipf") and not (s.conj or s.pronoun) for s in verbs)
    return told and not goes_on and present and found[-2].feats.startswith("pf")

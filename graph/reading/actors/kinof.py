"""Relatives without a name of their own: *نجل الرئيس سالم الراوي*, who is not the president."""

from ..page.tokens import COMMAS
from ..records.scene import Mention, Scene, letters_in, mention_of
from ..words.word import ROLE, Word
from .woman import is_woman


def kin_of(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the unnamed relative at token i of whoever is named behind by a title.

    Of a wife who has a woman's name behind her it is her own: زوجة الرئيس *سلمى* الراوي.
    """
    base = next((b for b in word.bases if b.key in scene.function("kin_nouns")), None)
    behind = scene.word(i + 1)
    if base is None or scene.depth or scene.article(i) or behind is None:
        return None
    if not (scene.article(i + 1) or behind.flags & ROLE):
        return None
    stated = len(scene.facts)
    who = scene.within(i + 1)
    if who is None or who.kind != "role" or who.named is None or who.conj or who.prep:
        return None
    gender = "f" if base.key.endswith("ة") else "m"
    start, end = who.named
    hers = gender == "f" and is_woman(scene, i + 1, scene.key(start))
    if hers or scene.key(start - 1) in COMMAS:
        del scene.facts[stated:]
        return None  # أرملة الرئيس، *سلمى الراوي*
    name = scene.raw(i, end, letters_in(scene.text, scene.tokens[i].start, base.cut))
    entity = scene.discourse.described(
        name, role="kin", state=who.entity.state, plural=False, gender=gender
    )
    scene.discourse.mention(entity)
    return mention_of(scene, entity, i, end, base, "role")

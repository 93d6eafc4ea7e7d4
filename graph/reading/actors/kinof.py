"""Relatives without a name of their own: *نجل الرئيس سالم الراوي*, who is not the president."""

from ..page.tokens import COMMAS
from ..records.scene import Mention, Scene, mention_of
from ..words.word import Word
from .woman import is_woman

_HERS = ("ة",)


def kin_of(scene: Scene, i: int, word: Word) -> Mention | None:
    """Return the unnamed relative at token i of whoever is named behind by a title.

    Of a wife who has a woman's name behind her it is her own: زوجة الرئيس *سلمى* الراوي.
    """
    base = next((b for b in word.bases if b.key in scene.function("kin_nouns")), None)
    if base is None or scene.depth or scene.article(i) or not scene.article(i + 1):
        return None
    stated = len(scene.facts)
    who = scene.within(i + 1)
    if who is None or who.kind != "role" or who.named is None or who.conj or who.prep:
        return None
    gender = "f" if base.key.endswith(_HERS) else "m"
    start, end = who.named
    hers = gender == "f" and is_woman(scene, i + 1, scene.key(start))
    if hers or scene.key(start - 1) in COMMAS:
        del scene.facts[stated:]
        return None  # أرملة الرئيس، *سلمى الراوي*
    entity = scene.discourse.described(
        f"{base.key} {scene.raw(i + 1, end)}", role="kin", state=who.entity.state, plural=False,
        gender=gender,
    )  # fmt: skip
    scene.discourse.mention(entity)
    return mention_of(scene, entity, i, end, base, "role")

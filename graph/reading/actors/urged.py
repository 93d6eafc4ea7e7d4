"""Urged: who asks or warns two at odds, or goes between them: دعت *المنظمة* الطرفين إلى الهدنة."""

from ..records.entity import Entity
from ..records.items import class_of
from ..records.scene import Scene
from ..words.rows import Verb
from ..words.word import VERB

_FARTHEST = 12  # tokens from the verb to the two


def who_urges(scene: Scene, i: int) -> tuple[bool, list[Entity]]:
    """Return whether somebody asks or warns the two, and who: دعت *المنظمة* الطرفين إلى."""
    for k in range(i - 1, max(-1, i - _FARTHEST), -1):
        word = scene.word(k)
        if word is None or any(m.i <= k < m.j for m in scene.mentions):
            continue
        if word.complementizer:
            break
        acts = (*word.verbs, *word.participles)
        rows = [scene.lexicon.verbs[sense.id] for sense in acts]
        if any(_urges(scene, row) for row in rows):
            return True, [m.entity for m in scene.mentions if k < m.i < i or m.j in (k, k - 1)]
        if rows:
            break
    return False, []


def _urges(scene: Scene, row: Verb) -> bool:
    urges = row.relation == "warned" or class_of(row) == "REQUEST"
    return urges or row.id in scene.function("mediating")


def third_party(scene: Scene, i: int) -> tuple[Entity, ...]:
    """Return who acts on the two, and so is neither, and the state for which he acts."""
    if not (_goes_between(scene, i) or _acts_on_them(scene, i)):
        return ()
    doer = scene.mentions[-1].entity
    return (doer, scene.discourse.listed(doer.state)) if doer.state is not None else (doer,)


def _acts_on_them(scene: Scene, i: int) -> bool:
    """Whether a third does it to the two: فناشد *المجلس* الطرفين, *المجلس* ناشد الطرفين."""
    last = scene.mentions[-1] if scene.mentions else None
    if last is None or last.other is not None or last.prep:
        return False
    k = i - (scene.key(i - 1) in scene.function("prepositions"))
    verb = scene.word(last.i - 1 if last.j == k else last.j)
    if verb is None or not verb.flags & VERB or last.j not in (k, k - 1):
        return False
    return not verb.complementizer


def _goes_between(scene: Scene, i: int) -> bool:
    """Whether a third stands between the two: توسطت *الأرجنتين* بين البلدين."""
    last = scene.mentions[-1] if scene.mentions else None
    if last is None or scene.key(i - 1) != "بين" or last.j != i - 1:
        return False
    verb = scene.word(last.i - 1)
    return verb is not None and bool(verb.flags & VERB)

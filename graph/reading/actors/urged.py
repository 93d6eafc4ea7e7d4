"""Urged: who asks or warns two at odds, or goes between them: دعت *المنظمة* الطرفين إلى الهدنة."""

from ..records.entity import Entity
from ..records.items import class_of
from ..records.scene import Scene
from ..words.rows import Verb

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

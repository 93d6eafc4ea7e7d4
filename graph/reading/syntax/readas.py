"""Read as: what behind a word tells a deed from a verb, and a participle from a deed."""

from ..records.items import Item
from ..records.scene import Scene
from ..records.stems import is_in
from ..words.word import Sense


def describes_stand(scene: Scene, i: int, participles: list[Sense], adjacent: Item | None) -> bool:
    """Whether it tells for or against whom a stand is: مواقف *مناهضة* لإيطاليا."""
    behind = scene.word(i + 1)
    if adjacent is None or behind is None or adjacent.kind != "O" or adjacent.det:
        return False
    stand = is_in(adjacent, scene.function("stands"))
    against = behind.key == "ل" or any(base.prep == "ل" for base in behind.bases)
    return stand and against and any(s.feats == "fs" and not s.det for s in participles)


def has_both_ends(scene: Scene, i: int, verbs: list[Sense], nouns: list[Sense]) -> bool:
    """Whether both ends stand by it as they do by a deed: لكن *دعمها* لتشاد استمر."""
    behind = scene.word(i + 1)
    if behind is None or not nouns or not all(s.pronoun for s in (*verbs, *nouns)):
        return False
    return any(base.prep == "ل" for base in behind.bases)


def on_that(found: list[Item], verbs: list[Sense]) -> bool:
    """Whether no past can follow, but a noun: ثمة إجماع *على أن دعم* فرنسا لتشاد مستمر."""
    before = found[-2] if len(found) > 1 else None
    led = before is not None and before.kind == "prep" and before.value == "على"
    return led and all(s.feats.startswith("pf") for s in verbs)

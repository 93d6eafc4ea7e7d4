"""Drones: where a word for marches means aircraft that nobody flies: أطلقت *مسيرات* على كييف."""

from ..records.items import Item
from ..records.scene import Scene
from ..records.stems import is_in, stems
from ..words.word import Word

_NEAR = 6  # items from what is done with them
_FLOWN = frozenset({"مسيرات", "مسيرة"})


def no_march(scene: Scene, word: Word, adjacent: Item | None, found: list[Item]) -> bool:
    """Whether an aircraft is meant: طائرة *مسيرة*, أسقطت *مسيرات*, هجوم *بالمسيرات*."""
    called = scene.function("unmanned")
    if adjacent is not None and word.key in called:
        if is_in(adjacent, scene.function("instruments")):
            return True
    if not found or called.keys().isdisjoint(stems(word.key)):
        return False
    counted = adjacent is not None and adjacent.kind == "quant"  # بعشرات *المسيرات*
    under = counted or any(sense.prep == "ب" for sense in word.senses)
    for item in found[-_NEAR:]:
        for row in item.rows:
            if row.relation == "attacked" and (under or not _FLOWN.isdisjoint(row.with_nouns)):
                return True
    return False

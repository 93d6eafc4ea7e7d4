"""Deeds named: what around a noun tells that it is a deed: قررت *أسر* القائد, *إغاثة* مصر لتشاد."""

from ..actors.listing import listed_at
from ..actors.personname import name_at
from ..records.items import Item
from ..records.scene import Scene
from ..words.rows import Verb


def governing(verb: Verb) -> set[str]:
    """Return the markers under which the verb governs deeds."""
    return {marker for control in verb.control for marker in control.slot}


def between_two(scene: Scene, i: int) -> bool:
    """Whether whose deed it is stands at token i, and to whom it is done behind: *مصر لتشاد*."""
    doer = listed_at(scene, i, bare=True)
    if doer is not None:
        j = i + len(doer[1].words)
    else:
        name = name_at(scene, i, role=False)
        j = name[1] if name is not None else i
    behind = scene.word(j)
    if behind is None or j == i or all(base.prep != "ل" for base in behind.bases):
        return False
    other = listed_at(scene, j)
    given = scene.lexicon.given
    return other is not None or any(b.prep == "ل" and b.key in given for b in behind.bases)


def wanted(found: list[Item], marker: str) -> bool:
    """Whether a verb right before, its actors aside, governs a deed: قررت تونس *أسر* القائد.

    So does its noun: أعلنت تونس عزمها على *أسر* القائد.
    """
    verb = next((item for item in reversed(found) if item.kind != "M"), None)
    if verb is None or verb.kind not in ("V", "N") or len(found) - verb.index > 3:
        return False
    return any(
        marker in governing(row) or (row.speech and marker in row.content)
        for row in verb.rows
        if isinstance(row, Verb)
    )

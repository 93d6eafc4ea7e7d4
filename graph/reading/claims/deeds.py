"""Deeds: whether an action noun that something governs has a doer of its own."""

from ..ends.slots import genitives, markers_of, slot
from ..records.clauses import Sentence
from ..records.items import Item
from ..records.stems import is_in
from .doers import genitive_of


def done_by_another(sentence: Sentence, item: Item) -> bool:
    """Whether the action has a doer of its own: رفض *طلب بريطانيا* rejects, and does not ask."""
    if item.kind != "N":
        return False
    if has_both_ends(sentence, item) or sentence.items[item.index - 1].kind == "demo":
        return True  # رفضت مصر *هذا الضم*
    if item.det and is_in(item, sentence.scene.function("things")):
        return True  # رفضت مصر *الطلب*
    behind = sentence.items[item.index + 1 : item.index + 3]
    if any(is_in(other, sentence.scene.function("foreign")) for other in behind):
        return True  # رفضت مصر *التدخل الأجنبي*
    if not any(row.idafa == "subject" for row in item.rows):
        return False
    return bool(item.pronoun or item.nisba or genitive_of(sentence, item))


def of_its_doer(sentence: Sentence, item: Item) -> bool:
    """Whether the noun is of the actor who alone can be its doer: *عضوية* مصر, *انسحاب* مصر."""
    own = genitive_of(sentence, item) if item.kind == "N" else None
    return own is not None and all(
        row.idafa == "subject" and not row.collective and "direct" not in row.object
        for row in item.rows
    )


def has_both_ends(sentence: Sentence, item: Item) -> bool:
    """Whether doer and object stand by the action noun itself: رفض *دعم فرنسا لتشاد*.

    The doer may be a nation's adjective: رفض *الدعم الفرنسي لتشاد*.
    """
    own = genitive_of(sentence, item) if item.kind == "N" else None
    if own is None and not (item.kind == "N" and item.nisba):
        return False
    markers = {marker for row in item.rows for marker in markers_of(row, noun=True)}
    objects = [slot(sentence, item, marker) for marker in sorted(markers)]
    return any(o is not None and o is not own and _meant(sentence, o) for o in objects)


def _meant(sentence: Sentence, item: Item) -> bool:
    """Whether it names an actor, or a thing that is an actor's: دعم تونس *لجهود ألمانيا*."""
    owned = item.kind == "O" and any(o.kind == "M" for o in genitives(sentence, item))
    return item.kind in ("M", "pron") or owned


def done_by_owner(sentence: Sentence, item: Item) -> bool:
    """Whether the actor in the genitive has a thing or actor behind him to whom he does it."""
    own = genitive_of(sentence, item) if item.kind == "N" else None
    behind = sentence.items[own.index + 1 : own.index + 2] if own is not None else []
    acts = bool(behind) and behind[0].kind in ("M", "O", "N") and behind[0].marker == "direct"
    return acts or (item.kind == "N" and has_both_ends(sentence, item))

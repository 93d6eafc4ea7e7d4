"""Calling: the name that a body of some kind is told to go by: جماعة *تسمي نفسها* كتائب الوادي."""

from ..page.tokens import COMMAS, OPENING
from ..records.entity import Entity
from ..records.quotation import quoted_name_end
from ..records.scene import Scene
from ..words.text import fold
from .namedbody import BodyName

_WHICH = frozenset({"التي", "الذي"})
_QUALITIES = 2  # adjectives of the noun, before those
_LONGEST = 4  # words that lead to the name: تطلق على نفسها اسم


def calls_itself(scene: Scene, named: BodyName) -> bool:
    """Read how the body calls itself, and the name, which alone is its name from then on."""
    k = _leading(scene, named)
    if k is None or k >= len(scene.tokens):
        return False
    token = scene.tokens[k]
    end = quoted_name_end(scene, k) if token.kind == "q" and token.key in OPENING + '"' else None
    found = _quoted(scene, named, k, end) if end is not None else _plain(scene, k)
    if found is None:
        return False
    named.known, named.j = found
    _agree(named.known, named)
    scene.discourse.again(named.known, named.row.nouns[0])
    named.quoted = True
    return True


def listed_as(scene: Scene, named: BodyName) -> Entity | None:
    """Return the listed body of this noun and name in quotation marks: حركة *«فتح»*."""
    whole = f"{named.row.nouns[0]} {fold(named.quotation or '')}"
    known = scene.lexicon.listed_as(whole)
    return scene.discourse.listed(known) if known is not None else None


def _agree(entity: Entity, named: BodyName) -> None:
    """Let verbs agree with the noun from here on, or still with the name: أعلن *تنظيم* كتائب."""
    if entity.listed is None:
        entity.feminine = entity.feminine or entity.gender == "f"
        entity.gender, entity.plural = named.row.gender, named.row.plural


def _leading(scene: Scene, named: BodyName) -> int | None:
    """Return the token behind the words that lead to the name, if they stand behind the noun."""
    if named.named or named.j != named.i + 1:
        return None
    k = named.j + (scene.key(named.j) in COMMAS and scene.key(named.j + 1) in _WHICH)
    if named.sense.det and scene.key(k) in _WHICH:
        k += 1
    elif named.sense.det and not scene.article(k):
        return None
    leads = scene.function("calls_itself")
    firsts = {lead.split()[0] for lead in leads}
    while not named.sense.det and k < named.j + _QUALITIES and scene.key(k).endswith("ة"):
        k += 1  # جماعة *إرهابية* تطلق على نفسها
    if scene.key(k) not in firsts:
        return None
    words = [scene.key(n) for n in range(k, k + _LONGEST)]
    for long in range(_LONGEST, 0, -1):
        gender = leads.get(" ".join(words[:long]))
        if gender is not None:
            return k + long if gender == named.row.gender else None
    return None


def _quoted(scene: Scene, named: BodyName, k: int, end: int) -> tuple[Entity, int]:
    """Return the body that the words in quotation marks name."""
    within = scene.within(k + 1)
    words = scene.raw(k + 1, end - 1)
    if within is not None and within.kind in ("body", "name") and within.j >= end - 1:
        entity = within.entity
    else:
        row = named.row
        entity = scene.discourse.body(
            words, kind=row.kind, head=named.sense.id, gender=row.gender, plural=row.plural,
            state=None,
        )  # fmt: skip
    scene.discourse.call(entity, words)
    return entity, end


def _plain(scene: Scene, k: int) -> tuple[Entity, int] | None:
    """Return the body named without quotation marks, if its name is told to be one."""
    within = scene.within(k)
    if within is None or within.kind not in ("body", "name") or within.entity.person:
        return None
    return within.entity, within.j

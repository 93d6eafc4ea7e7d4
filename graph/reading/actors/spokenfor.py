"""Whom a spokesman speaks for: الناطق *باسم الحكومة*, المتحدث *باسم سالم الراوي*."""

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.entity import Entity
from ..records.scene import Scene
from ..records.stems import stems
from ..words.word import Word
from .complement import body_or_place
from .namebound import told_next
from .namepart import namelike
from .nameword import looks_foreign
from .ofhers import owned_body
from .owner import take_owner
from .title import Office


def in_the_name_of(scene: Scene, office: Office, word: Word) -> bool:
    """Read whom a spokesman speaks for: الناطق *باسم الحكومة*, الناطق *بلسانها*."""
    words = scene.function("in_name")
    pronoun = word.noun.pronoun if word.key not in words else ""
    if pronoun and not words.keys().isdisjoint(stems(word.key)):
        office.j += 1
        return take_owner(scene, office, pronoun)
    if word.key not in words and not (word.key == "ب" and scene.key(office.j + 1) == "اسم"):
        return False
    if office.row.relation != "spokesperson-of" and namelike(
        scene, office.j, first=True, role=True
    ):
        return False  # الوزير *باسم* وهبي
    some = not (office.sense.det or office.sense.pronoun)
    if some and _of_named(scene, office):
        return True
    if body_or_place(scene, office, office.j + 1):
        return True
    inner = scene.word(office.j + 1)
    if inner is not None and owned_body(scene, office, office.j + 1, inner):
        return True  # الناطق باسم *حكومتها*
    ministry = _ministry_led(scene) if scene.key(office.j + 1) == "الوزارة" else None
    if ministry is not None:
        office.target, office.state = ministry, ministry.state
        office.finish(office.j + 2)
        return True
    stated = len(scene.facts)
    who = scene.within(office.j + 1)
    told = who is not None and (who.named is None or behind_name(scene, office))
    if who is not None and who.entity.person and told and not who.conj + who.prep:
        apart = scene.key(who.j) in COMMAS or told_next(scene, who.j)
        if who.entity.named and apart:
            office.target, office.state = who.entity, who.entity.state
            office.finish(who.j)
            return True  # الناطق *باسم سالم الراوي*، فارس الدوري
    if who is not None and who.kind == "instrument" and not who.conj + who.prep:
        name = scene.raw(office.j + 1, who.j)  # الناطق *باسم الأسطول السادس الأمريكي*
        office.target = scene.discourse.body(
            name, kind=ActorKind.ARMED_GROUP, head="navy", gender="m", plural=False,
            state=who.entity.listed,
        )  # fmt: skip
        office.finish(who.j)
        return True
    del scene.facts[stated:]  # باسم الأمين العام / *كريم الحلبي*: the name is the spokesman's
    office.j = _to_name(scene, office.j + 1)
    return False


def _of_named(scene: Scene, office: Office) -> bool:
    """Read the person for whom some spokesman speaks: متحدث *باسم الرئيس سالم الراوي*."""
    who = scene.within(office.j + 1)
    if who is None or who.conj + who.prep or not (who.entity.person and who.entity.named):
        return False
    office.target, office.state = who.entity, who.entity.state
    office.finish(who.j)
    return True


def _ministry_led(scene: Scene) -> Entity | None:
    """Return the ministry of the minister last spoken of, where none has been: باسم *الوزارة*."""
    minister = scene.discourse.last_person(("minister",))
    words = (minister.description or "").split() if minister is not None else []
    if minister is None or len(words) < 2 or not words[1].startswith("ال"):
        return None
    ministry = scene.discourse.body(
        f"وزارة {words[1]}", kind=ActorKind.MINISTRY, head="ministry", gender="f", plural=False,
        state=minister.state,
    )  # fmt: skip
    ministry.names["الوزارة"] = None
    return ministry


def behind_name(scene: Scene, office: Office) -> bool:
    """Whether the holder is named before a comma: سالم الراوي، *الناطق باسم الرئيس* فارس،."""
    apart = scene.key(office.i - 1) in COMMAS
    return apart and namelike(scene, office.i - 2, first=False, role=True) > 0


def _to_name(scene: Scene, i: int) -> int:
    """Return the token of the name behind an office of something that has none itself."""
    for k in range(i + 1, min(i + 6, len(scene.tokens))):
        word = scene.word(k)
        if word is None or word.complementizer:
            return k
        if not namelike(scene, k, first=True, role=True):
            continue
        key, following = scene.key(k), scene.key(k + 1)
        if key in scene.lexicon.given or (
            looks_foreign(scene, key) and looks_foreign(scene, following)
        ):
            return k
    return i

"""Visits told without a verb of going: *البابا* في هافانا, *وفد* إلى بكين, كان *الوزير* في بون.

Whoever "is on his way to" a land is about to visit it, wherever in a sentence that is said.
"""

from ....schema import ActorKind
from ..actors.listing import nisba_at
from ..page.tokens import COMMAS
from ..records.entity import Entity
from ..records.scene import Fact, Mention, Scene

_TO = {"في": "actual", "الى": "intended"}  # how the host is reached, and the mode of the visit
_BEFORE = frozenset({":", ".", "…", "|"})  # a headline may begin behind these
_WAS = frozenset({"كان", "كانت", "وكان", "وكانت", "فيما كان", "فيما كانت"})
_WAY = {"طريقه": "m", "طريقها": "f"}
_CAPITAL = "العاصمة"
_GUEST = "ضيافة"
_ASIDE = 12  # tokens of what is said of the guest between two commas
_NEAR = 12  # tokens from the guest to his way


def state_visit(scene: Scene) -> None:
    """Keep as a fact that somebody with whom the sentence begins is in another's country."""
    for guest in scene.mentions:
        was = scene.key(guest.i - 1) in _WAS
        if guest.i and not was and scene.key(guest.i - 1) not in _BEFORE:
            continue
        at = _past_times(scene, _past_aside(scene, guest.j) if was else guest.j)
        modality = _TO.get(scene.key(at))
        if modality is None or (was and modality != "actual"):
            continue
        host = _land(scene, at + 1)
        if host is not None and _abroad(scene, guest, host[0]):
            _keep(scene, guest, host, modality)
    _state_way(scene)
    _state_guest(scene)


def _keep(scene: Scene, guest: Mention, host: tuple[Entity, int], modality: str) -> None:
    land, end = host
    scene.facts.append(Fact(guest.entity, "visited", land, guest.i, end, "visiting", modality))


def _land(scene: Scene, i: int) -> tuple[Entity, int] | None:
    """Return the state named at token i, and the token behind: طهران, العاصمة *المصرية*."""
    nation = nisba_at(scene, i + 1) if scene.key(i) == _CAPITAL else None
    if nation is not None:
        return scene.discourse.listed(nation[0].id), nation[1]
    host = scene.within(i)
    if host is None or host.prep or host.entity.kind != ActorKind.STATE:
        return None
    return host.entity, host.j


def _state_way(scene: Scene) -> None:
    """Keep as a fact that somebody is on his way to a land: *الوزير* في طريقه إلى القاهرة."""
    for i, token in enumerate(scene.tokens if not scene.keys.isdisjoint(_WAY) else ()):
        gender = _WAY.get(token.key)
        if gender is None or scene.key(i - 1) != "في" or scene.key(i + 1) != "الى":
            continue
        host = _land(scene, i + 2)
        before = [m for m in scene.mentions if i - _NEAR <= m.j - 1 < i]
        guest = next((m for m in reversed(before) if _may_travel(m, gender)), None)
        if host is not None and guest is not None and guest.entity.state != host[0].listed:
            _keep(scene, guest, host, "intended")


def _state_guest(scene: Scene) -> None:
    """Keep as a fact whose guest somebody is: كان *الرئيس* في ضيافة الملك."""
    for i, token in enumerate(scene.tokens if _GUEST in scene.keys else ()):
        if token.key != _GUEST or scene.key(i - 1) != "في":
            continue
        host = scene.within(i + 1)
        before = [m for m in scene.mentions if i - _NEAR <= m.j - 1 < i]
        guest = next((m for m in reversed(before) if m.entity.person and not m.prep), None)
        if host is None or guest is None or host.prep or host.entity is guest.entity:
            continue
        scene.facts.append(Fact(host.entity, "received", guest.entity, guest.i, host.j, "visiting"))


def _may_travel(guest: Mention, gender: str) -> bool:
    who = guest.entity
    sent = who.kind == ActorKind.MISSION and guest.kind == "body"
    return (who.person or sent) and who.gender == gender and not guest.prep


def _past_aside(scene: Scene, i: int) -> int:
    """Return the token behind an aside that begins at token i: الوزير، *نائبه*، في دمشق."""
    if scene.key(i) not in COMMAS:
        return i
    if scene.key(_past_times(scene, i + 1)) in _TO:
        return i + 1  # وزير الخارجية، سالم الراوي*،* في طهران
    ends = (k for k in range(i + 1, i + 1 + _ASIDE) if scene.key(k) in COMMAS)
    return next(ends, i - 1) + 1


def _past_times(scene: Scene, i: int) -> int:
    """Return the token behind the times and adverbs that begin at token i: *أمس*, *حاليا*."""
    while scene.dated(i) or scene.key(i) in scene.function("adverbs"):
        i += 1
    return i


def _abroad(scene: Scene, guest: Mention, host: Entity) -> bool:
    """Whether the one may travel, and the other is not his own state."""
    who = guest.entity
    if guest.prep or (guest.conj and guest.i) or who.state in (None, host.listed):
        return False
    if who.kind == ActorKind.MISSION:
        return guest.kind == "body"
    travels = who.roles.keys() <= scene.function("travellers").keys()
    return who.person and travels

"""Visits told without a verb, as headlines do: *البابا* في هافانا, *وفد كوبي* إلى بكين."""

from ....schema import ActorKind
from ..records.scene import Fact, Mention, Scene

_TO = {"في": "actual", "الى": "intended"}  # how the host is reached, and the mode of the visit
_BEFORE = frozenset({":", ".", "…", "|"})  # a headline may begin behind these


def state_visit(scene: Scene) -> None:
    """Keep as a fact that somebody with whom the sentence begins is in another's country."""
    for guest in scene.mentions:
        if guest.i and scene.key(guest.i - 1) not in _BEFORE:
            continue
        modality = _TO.get(scene.key(guest.j))
        host = scene.within(guest.j + 1) if modality is not None else None
        if modality is None or host is None or not _abroad(scene, guest, host):
            continue
        fact = Fact(guest.entity, "visited", host.entity, guest.i, host.j, "visiting", modality)
        scene.facts.append(fact)


def _abroad(scene: Scene, guest: Mention, host: Mention) -> bool:
    """Whether the one may travel, and the other is a state that is not his own."""
    who = guest.entity
    if host.entity.kind != ActorKind.STATE or host.prep or guest.prep or guest.conj:
        return False
    if who.state in (None, host.entity.listed):
        return False
    if who.kind == ActorKind.MISSION:
        return guest.kind == "body"
    travels = who.roles.keys() <= scene.function("travellers").keys()
    return who.person and travels

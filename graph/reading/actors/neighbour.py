"""Neighbours: which land "its neighbour" means: نفت كيغالي دخول *جارتها*."""

from collections import Counter

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.partners import two_partners
from ..records.scene import Scene

_LANDS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP})


def neighbour_meant(scene: Scene, key: str) -> Entity | None:
    """Return the land with which the one that the pronoun means had most to do.

    If nothing is told of that one, the other of the two of whom the text speaks.
    """
    owner = _owner(scene, key)
    other = _most_with(scene, owner) if owner is not None else None
    if other is not None:
        return scene.discourse.listed(other)
    two = two_partners(scene.discourse, "both_states", [m.entity for m in scene.mentions])
    if two is None:
        return None
    return next((one for one in two if one is not scene.discourse.last_state()), two[0])


def _owner(scene: Scene, key: str) -> str | None:
    """Return the state of whoever is named last here and may be meant: *كيغالي* ... جارتها."""
    for mention in reversed(scene.mentions):
        who = mention.entity
        feminine = who.gender == "f" or who.feminine or mention.kind == "capital"
        fits = feminine if key.endswith("ها") else who.gender == "m"
        if who.kind in _LANDS and who.state is not None and fits and mention.prep == "":
            return who.state
    return None


def _most_with(scene: Scene, owner: str) -> str | None:
    """Return the other state that has had most to do with this one."""
    told = Counter[str]()
    for one, two, weight, _ in reversed(scene.discourse.pairs):
        states = [side.state for side in (one, two) if side.state is not None]
        if len(states) == 2 and owner in states and states[0] != states[1]:
            other = states[0] if states[1] == owner else states[1]
            told[other] += round(100 * weight)
    here = [m.entity.listed for m in scene.mentions if m.entity.listed in told]
    if here:
        return here[-1]  # توسطت قطر بين جيبوتي وإريتريا، فاتهمت جيبوتي *جارتها*
    return told.most_common(1)[0][0] if told else None

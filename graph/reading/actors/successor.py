"""Successors: who has what another had before him: استقال رئيس الحزب *وخلفه سالم الراوي*."""

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.scene import Fact, Mention, Scene

_HELD = frozenset({"holds-office-in", "leads"})
_GROUND = frozenset({ActorKind.STATE, ActorKind.PLACE})


def state_successors(scene: Scene) -> None:
    """Keep as facts who is said to have come in somebody's place."""
    if not (scene.has("in_his_place") or scene.has("succeeding_him")):
        return
    in_place, succeeding = scene.function("in_his_place"), scene.function("succeeding_him")
    for k, token in enumerate(scene.tokens):
        comes = token.key in in_place and _comes(scene, k)
        if not comes and token.key not in succeeding:
            continue
        taker = next((one for one in scene.mentions if one.i > k), None)
        if taker is None or not _right_behind(scene, k + 1, taker.i):
            continue
        if taker.prep or taker.conj or not _named(taker.entity):
            continue
        before = _before(scene, taker, k)
        held = _held_by(scene, before.entity) if before is not None else None
        if held is not None and held[1] is not taker.entity:
            scene.facts.append(Fact(taker.entity, *held, k, taker.j, "succeeding"))


def _right_behind(scene: Scene, k: int, i: int) -> bool:
    """Whether only whose son he is, or in what he follows, stands between: خلفه *ابنه*."""
    kin = scene.function("heirs")
    if scene.key(k) == "في":
        k += 1 + (k + 1 < i)
    while k < i and scene.key(k) in kin:
        k += 1
    return k == i


def _comes(scene: Scene, k: int) -> bool:
    """Whether somebody comes in another's place: *حل* محله."""
    return scene.key(k - 1).lstrip("ول") in ("حل", "حلت", "يحل", "تحل")


def _named(entity: Entity) -> bool:
    return entity.person and entity.named


def _before(scene: Scene, taker: Mention, k: int) -> Mention | None:
    """Return the person last spoken of before token k."""
    for mention in reversed(scene.mentions):
        if mention.j <= k and mention.entity.person and mention.entity is not taker.entity:
            return mention
    return None


def _held_by(scene: Scene, entity: Entity) -> tuple[str, Entity] | None:
    """Return which office, and of whom, the sentence or the last title says that somebody had."""
    for fact in reversed(scene.facts):
        if fact.subject is entity and fact.predicate in _HELD:
            return fact.predicate, fact.object
    roles = [scene.lexicon.roles[role].relation for role in entity.roles]
    relation = next((relation for relation in reversed(roles) if relation in _HELD), None)
    whole = entity.serves
    if whole is None and entity.state is not None:
        whole = scene.discourse.listed(entity.state)
    if relation is None or whole is None or whole.person:
        return None
    return "holds-office-in" if whole.kind in _GROUND else relation, whole

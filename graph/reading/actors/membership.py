"""Memberships told as a list: الأعضاء في الجامعة هي A وB, وفيها A وB, الوفد الذي ضم A وB."""

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.entity import Entity, agrees
from ..records.scene import Fact, Mention, Scene
from .among import state_those_among
from .successor import state_successors

_HAVE_MEMBERS = frozenset(
    {ActorKind.ORGANIZATION, ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.MISSION}
)
_MEMBERS = frozenset({ActorKind.STATE, *_HAVE_MEMBERS})
_PEOPLE = frozenset({ActorKind.PERSON})  # of a delegation that "is made up of" them
_ARE = frozenset({"هي", "هم", "وهي", "وهم"})


def state_members(scene: Scene) -> None:
    """Keep as facts who the members of a body are that the sentence lists."""
    state_those_among(scene)
    state_successors(scene)
    if not (scene.has("membership") or scene.has("composed")):
        return
    words = scene.function("membership")
    told = [(k, words[token.key]) for k, token in enumerate(scene.tokens) if token.key in words]
    composed = scene.function("composed")
    told += [
        (k, composed[token.key])
        for k, token in enumerate(scene.tokens)
        if token.key in composed and scene.key(k - 1) in scene.function("relatives")
    ]
    for k, feats in told:
        if feats == "of":  # الأعضاء *في* الجامعة *هي*
            found = _told_of(scene, k)
            least = 1
        else:
            found = _owner(scene, k, feats[:1]), k + 1
            least = 2 if feats.endswith("2") else 1
        owner, start = found
        kinds = _PEOPLE if scene.key(k) in composed else _MEMBERS
        members = _listed_from(scene, start, kinds) if owner is not None else []
        if owner is None or len(members) < least:
            continue
        for member in members:
            fact = Fact(member.entity, "member-of", owner, k, member.j, "members")
            scene.facts.append(fact)


def _told_of(scene: Scene, k: int) -> tuple[Entity | None, int]:
    for mention in scene.mentions:
        behind = k <= mention.i <= k + 2 and scene.key(mention.j) in _ARE
        if behind and mention.entity.kind in _HAVE_MEMBERS:
            return mention.entity, mention.j + 1
    return None, k


def _owner(scene: Scene, k: int, gender: str) -> Entity | None:
    """Return the body that a pronoun at token k means: the last one before it that agrees."""
    before = [m.entity for m in scene.mentions if m.j <= k]
    for entity in reversed(before or scene.discourse.spoken_of()):
        if entity.kind in _HAVE_MEMBERS and agrees(entity, gender, "s"):
            return entity
    return None


def _listed_from(scene: Scene, k: int, kinds: frozenset[ActorKind]) -> list[Mention]:
    """Return the actors joined by "and" or commas from token k on, adjectives before left out."""
    starts = {mention.i: mention for mention in scene.mentions}
    while k not in starts and scene.article(k):
        k += 1  # أعضائها *المؤسسين*
    found: list[Mention] = []
    while k in starts and starts[k].entity.kind in kinds:
        found.append(starts[k])
        k = starts[k].j
        k += scene.key(k) in COMMAS
        if k in starts and starts[k].conj != "و" and scene.key(k - 1) not in COMMAS:
            break
    return found

"""Counterparts: who has the same office, or is the same body, in another state: نظيره التشادي."""

from ....schema import ActorKind
from ..records.discourse import Discourse
from ..records.entity import Entity, may_mean
from ..records.scene import Scene
from .listing import nisba_at
from .title import Office


def settle_counterpart(scene: Scene, office: Office) -> Entity | None:
    """Give "his counterpart" the office of the one whose counterpart he is, who is returned."""
    whole = office.state or office.target
    if office.role != "counterpart" or whole is None or len(office.sense.pronoun) < 2:
        return None
    owner = _whose(scene, office)
    role = _office_of(scene, owner) if owner is not None and owner.person else None
    if role is not None:
        office.role, office.row = role, scene.lexicon.roles[role]
    return owner


def unnamed_counterpart(scene: Scene, office: Office, owner: Entity) -> Entity | None:
    """Return whom "his counterpart" means without a name: the known holder, or somebody new."""
    discourse, state = scene.discourse, office.state
    if state is None:
        return None
    nisba = nisba_at(scene, office.i + 1)
    if nisba is None:
        return None
    nation, gender = scene.raw(office.i + 1, nisba[1]), office.sense.feats[:1]
    if not owner.person:
        name = _of_nation(discourse, owner, owner.name, nation, state)
        return None if not name else discourse.body(
            name, kind=owner.kind, head=owner.head or "", gender=gender,
            plural=owner.plural, state=state,
        )  # fmt: skip
    known = discourse.last_person((office.role,), state)
    if known is not None or office.role == "counterpart":
        return known
    title = owner.description if owner.named else owner.name
    name = _of_nation(discourse, owner, title or "", nation, state)
    found = discourse.described(
        name or f"ال{office.row.nouns[0]} {nation}",
        role=office.role, state=state, plural=False, gender=gender,
    )  # fmt: skip
    found.names[scene.raw(office.i, nisba[1])] = None
    return found


def _whose(scene: Scene, office: Office) -> Entity | None:
    """Return whom the pronoun means: an official or a body of another state, in that order."""
    here = [mention.entity for mention in reversed(scene.mentions)]
    before = [*scene.discourse.subjects, *reversed(scene.discourse.spoken_of())]
    for one in (*here, *before):
        same = office.target is None and one.state == office.state
        if same or one.stranger or not may_mean(one, office.sense.pronoun):
            continue
        official = one.person and _office_of(scene, one) is not None
        if official or (one.head is not None and one.kind != ActorKind.PLACE):
            return one
    return None


def _office_of(scene: Scene, who: Entity) -> str | None:
    """Return the office that somebody was last said to have; a mere title is none."""
    offices = [r for r in who.roles if scene.lexicon.roles[r].relation and r != "counterpart"]
    return offices[-1] if offices else None


def _of_nation(
    discourse: Discourse, owner: Entity, title: str, nation: str, state: str
) -> str | None:
    """Return a title or a body's name with another nation: وزير الخارجية *التشادي*."""
    own = discourse.listed(owner.state or state)
    for name in own.names:
        if title.endswith(f" {name}"):
            return f"{title.removesuffix(name)}{discourse.listed(state).name}"
    *words, last = title.split() or [""]
    if not words or not last.startswith("ال") or not last.endswith(("ي", "ية")):
        return None
    nation = nation.removesuffix("ة")
    return f"{' '.join(words)} {nation}{'ة' if last.endswith('ة') else ''}"

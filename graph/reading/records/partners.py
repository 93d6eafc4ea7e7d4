"""Partners: the two that a dual means, among those who have been spoken of."""

from collections.abc import Sequence

from ....schema import ActorKind
from .context import JOINED
from .discourse import Discourse
from .entity import Entity

_NO_STATE = frozenset({ActorKind.ORGANIZATION, ActorKind.MEDIA, ActorKind.MISSION, ActorKind.PLACE})
_OF_STATE = frozenset({ActorKind.MINISTRY, ActorKind.GOVERNMENT, ActorKind.MISSION})
_ARMIES = frozenset({"army", "forces"})
_FIGHTING = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY})  # a side by itself
_SELDOM = 0.25  # what it counts of a league of states that it had to do with one
_AT_ODDS = 5  # how much more two at odds are meant by a third who urges them
_RATHER = 1.2  # and where nobody urges them
_NO_BODY = frozenset({ActorKind.PERSON, ActorKind.PLACE, ActorKind.MEDIA, "event"})


def two_partners(
    discourse: Discourse,
    wanted: str,
    here: Sequence[Entity],
    without: Sequence[Entity] = (),
    *,
    urged: bool = False,
) -> tuple[Entity, Entity] | None:
    """Return the two that a dual means, the one spoken of first in front.

    `wanted` is a class of duals, or the part of speech and row of its noun ("R minister").
    They are the last two partners, but for two of the kind of whom the sentence speaks. Who are
    `urged` to something by a third are rather two at odds: دعت المنظمة *الطرفين* إلى الهدنة.
    """
    met = _last_pair(discourse, wanted, without, urged=urged)
    if wanted == "both_sides":
        return (
            met
            or _last_two(discourse, "both_persons", here)
            or _last_two(discourse, "both_states", here)
            or _two_bodies(here)
            or _only_two(discourse, (*here, *without))
        )
    bodies = [one for one in here if not one.person] if wanted == "both_states" else []
    near = _last_two(discourse, wanted, bodies) or _last_two(discourse, wanted, here)
    if near is not None and met is not None and set(map(id, near)) != set(map(id, met)):
        return near
    others = [one for one in discourse.spoken_of() if one not in without]
    return met or near or _last_two(discourse, wanted, others)


def _last_pair(
    discourse: Discourse, wanted: str, without: Sequence[Entity], *, urged: bool = False
) -> tuple[Entity, Entity] | None:
    """Return the two of whom most has been told; of those, the last."""
    told: dict[frozenset[str], float] = {}
    found: dict[frozenset[str], tuple[Entity, Entity]] = {}
    for one, two, weight, rivals in reversed(discourse.pairs):
        if one in without or two in without:
            continue
        first, second = _sides(discourse, one, two, wanted)
        if first is None or second is None or first is second:
            continue
        if not wanted:
            return first, second  # a pronoun means the last two
        same = first.state == second.state  # two of one country: الجيش والحركة
        key = frozenset(_called(one, same=same) for one in (first, second))
        league = wanted == "both_sides" and (_of_many_states(first) or _of_many_states(second))
        at_odds = (_AT_ODDS if urged else _RATHER) if rivals else 1
        counts = weight * (_SELDOM if league else 1) * at_odds
        told[key] = told.get(key, 0) + counts
        found.setdefault(key, (first, second))
    if not told:
        return None
    two = found[max(told, key=lambda key: told[key])]
    return (_joined_against(discourse, two) if wanted == "both_states" else None) or two


def _joined_against(
    discourse: Discourse, two: tuple[Entity, Entity]
) -> tuple[Entity, Entity] | None:
    """Return the two that are joined against a third: اتهمت *فرنسا وبريطانيا* مصر."""
    told = {frozenset((pair.one, pair.two)) for pair in discourse.pairs}
    for one, other, weight, _ in reversed(discourse.pairs):
        same = next((who for who in two if who in (one, other)), None)
        if weight != JOINED or same is None:
            continue
        third = two[0] if same is two[1] else two[1]
        if (
            third not in (one, other)
            and {frozenset((one, third)), frozenset((other, third))} <= told
        ):
            return one, other
    return None


def _called(side: Entity, *, same: bool) -> str:
    """Return what tells a side from others: the state whose it is, a movement's own name."""
    of_state = side.kind == ActorKind.STATE or side.kind in _OF_STATE
    of_state = of_state or side.person or side.head in _ARMIES
    return side.state if side.state and of_state and not same else side.name


def _of_many_states(side: Entity) -> bool:
    """Whether it is a league of states, which is seldom one of two sides: مجلس الأمن."""
    return side.kind == ActorKind.ORGANIZATION and side.listed is not None


def _sides(
    discourse: Discourse, one: Entity, two: Entity, wanted: str
) -> tuple[Entity | None, Entity | None]:
    """Return what each of a pair is as one of the two wanted; a town is its state's."""
    if wanted in ("both_sides", "both_states") and one.state != two.state:
        one, two = (
            discourse.listed(side.state) if side.kind == ActorKind.PLACE and side.state else side
            for side in (one, two)
        )
    attacked = two.kind == ActorKind.PLACE or two.head == "garrison"
    if wanted == "both_sides" and attacked and one.kind in _FIGHTING and one.head not in _ARMIES:
        state = one.state or discourse.main_state(frozenset())  # مقاتلو الحركة بلدة *ماكيني*
        two = discourse.listed(state) if state else two
    if wanted == "both_sides":  # the two governments, not the ministers who met
        one, two = _party(discourse, one, two), _party(discourse, two, one)
    return _as(discourse, one, wanted, loosely=True), _as(discourse, two, wanted, loosely=True)


def _party(discourse: Discourse, one: Entity, other: Entity) -> Entity:
    """Return for whom somebody is a side: the body he serves, the state whose ministry it is."""
    if one.person and (one.serves or one.person is not other.person or other.serves):
        one = one.serves or one
    abroad = one.state is not None and other.state not in (None, one.state)
    heads = discourse.lexicon.function["heads_of_states"].keys()
    rules = other.person or not one.named or not heads.isdisjoint(one.roles)
    serves = one.kind in _OF_STATE or (one.person and rules)
    return discourse.listed(one.state) if one.state and abroad and serves else one


def _two_bodies(here: Sequence[Entity]) -> tuple[Entity, Entity] | None:
    """Return the two bodies of which alone the sentence speaks: تبادل *الجيش والحركة* الاتهامات."""
    served = dict.fromkeys(one.serves or one if one.person else one for one in here)
    bodies = [one for one in served if one.kind not in _NO_BODY and not one.stranger]
    return (bodies[0], bodies[1]) if len(bodies) == 2 else None


def _only_two(discourse: Discourse, without: Sequence[Entity]) -> tuple[Entity, Entity] | None:
    """Return the two states of whose actors alone the text has spoken, but for those `without`."""
    others = {entity.state for entity in without}
    sides: dict[str, Entity] = {}
    for one in discourse.spoken_of():
        state = one.state
        if one.kind in _NO_STATE or one.stranger or state is None or state in others:
            continue
        fighting = one.kind in _FIGHTING
        if state not in sides or (sides[state].kind in _FIGHTING and not fighting):
            sides[state] = one if fighting else discourse.listed(state)
    two = list(sides.values())
    return (two[0], two[1]) if len(two) == 2 else None


def _last_two(
    discourse: Discourse, wanted: str, spoken_of: Sequence[Entity]
) -> tuple[Entity, Entity] | None:
    last: Entity | None = None
    for entity in reversed(spoken_of):
        one = _as(discourse, entity, wanted)
        if one is not None and last is not None and one is not last:
            return one, last
        last = last or one
    return None


def _as(
    discourse: Discourse, entity: Entity, wanted: str, *, loosely: bool = False
) -> Entity | None:
    """Return the entity as one of the two wanted: itself, or the state that it stands for.

    Of two partners, any two bodies may be meant: القبيلتان, though one is called a clan.
    """
    pos, _, row = wanted.partition(" ")
    if entity.kind in (ActorKind.PLACE, "event") or entity.stranger:
        return None
    if wanted == "both_states":
        if entity.kind in _NO_STATE:
            return None  # منظمة الدول *الأميركية*
        return discourse.listed(entity.state) if entity.state is not None else None
    if wanted == "both_persons" and "spokesperson" in entity.roles:
        return None  # who only tells of *الزعيمين*
    if wanted == "both_persons" or pos == "R":
        fits = entity.person and (not row or row in entity.roles or "counterpart" in entity.roles)
    else:
        fits = not row or entity.head == row or (entity.listed and discourse.head_fits(entity, row))
        fits = fits or (pos == "H" and loosely and not entity.person and entity.kind != "state")
    return entity if fits else None

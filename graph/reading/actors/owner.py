"""Owners: the state or body that a pronoun on an office means: رئيس*ها*, وزير خارجيت*ه*."""

from collections.abc import Container

from ....schema import ActorKind
from ..records.entity import Entity, may_mean
from ..records.scene import Mention, Scene
from .title import Office

_LONGEST = 3  # words between a body and who is at its head
_OF_STATES = frozenset({ActorKind.STATE, ActorKind.PLACE, ActorKind.GOVERNMENT, ActorKind.MINISTRY})
_HEADED = frozenset({ActorKind.PARTY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP})


def take_owner(scene: Scene, office: Office, pronoun: str) -> bool:
    """Take the state or body that a pronoun on a role means: رئيس*ها*, وزير خارجيت*ه*."""
    if pronoun == "1":
        return False  # نائب*نا*: whoever speaks
    here = [mention.entity for mention in scene.mentions if not _oblique(scene, mention)]
    served = [who.serves for who in here if who.serves is not None]
    minister = office.row.of == "state"  # وزير *خارجيته*, after the king: his country's
    before = [e for e in scene.discourse.subjects if not e.person or (minister and e.state)]
    likely = [who for who in (*here, *served, *before) if may_mean(who, pronoun)]
    recent = scene.discourse.recent(pronoun[0], pronoun[1])
    last = [recent] if recent is not None else []
    towns, armies = scene.function("of_towns"), scene.function("armies")
    told = _antecedent(scene, pronoun) or _right_before(scene, office, pronoun)
    first = [told] if told is not None else []
    owner = next(
        (who for who in (*first, *likely, *last) if _has(office, who, towns, armies)), None
    )
    if owner is None and office.role in towns:
        places = [one for one in scene.discourse.spoken_of() if one.kind == ActorKind.PLACE]
        likely, last = [], places[-1:]  # *عمدتها*, the town's, and not the army's
    owner = owner or next(iter((*likely, *last)), None)
    led = office.role in scene.function("crowds")  # ثلاثون من *أنصاره*
    if owner is not None and _of_body(scene, owner, office) and not led:
        owner = owner.serves  # قالت الناطقة باسم الجبهة إن *رفاقها*
    if owner is not None and owner.person and owner.state is not None and not led:
        owner = scene.discourse.listed(owner.state)
    if owner is None or (owner.person and not led) or owner.kind == "event":
        return False
    if office.role == "commander" and owner.kind == ActorKind.STATE:
        return False  # هاجموا مركزا للدرك وقتلوا *قائده*
    office.target, office.complete = owner, True
    office.state = owner.state
    return True


def _oblique(scene: Scene, mention: Mention) -> bool:
    """Whether a preposition governs it: أرسلت تشاد، بعد خلاف *مع ليبيا*، وزير خارجيتها."""
    return bool(mention.prep) or scene.key(mention.i - 1) in ("مع", "ضد")


def _of_body(scene: Scene, owner: Entity, office: Office) -> bool:
    """Whether people are somebody's who is of a movement, and so the movement's."""
    several = office.sense.feats[1:2] == "p" and not office.sense.conj
    several = several and office.role in scene.function("own_people")
    body = owner.serves if owner.person and several else None
    return body is not None and body.kind in (ActorKind.PARTY, ActorKind.ARMED_GROUP)


def country_meant(scene: Scene, pronoun: str) -> Entity | None:
    """Return the state whose ministry a pronoun on it tells: وزارة خارجيت*ها*, of the one meant."""
    here = [mention.entity for mention in scene.mentions if not mention.prep]
    recent = reversed(scene.discourse.spoken_of())
    for who in (*here, *scene.discourse.subjects, *recent):
        rules = who.kind in (ActorKind.STATE, ActorKind.GOVERNMENT) or who.person
        if rules and who.state is not None and may_mean(who, pronoun):
            return scene.discourse.listed(who.state)
    return None


def _antecedent(scene: Scene, pronoun: str) -> Entity | None:
    """Return whom the relative clause is about: الجبهة *التي* كان يمثلها نائب رئيسها."""
    last = scene.mentions[-1] if scene.mentions else None
    behind = [scene.key(last.j + k) for k in range(3)] if last is not None else []
    if last is None or not {"التي", "الذي"}.intersection(behind):
        return None
    return last.entity if may_mean(last.entity, pronoun) else None


def _right_before(scene: Scene, office: Office, pronoun: str) -> Entity | None:
    """Return the state that the verb before says does it: أوفدت *إيران* وزير خارجيتها."""
    last = scene.mentions[-1] if scene.mentions else None
    if last is None or not may_mean(last.entity, pronoun):
        return None
    joined = last.j == office.i and office.sense.conj == "و" and office.row.of == "state"
    if last.entity.person:  # الرئيس سالم الراوي *ووزير خارجيته*
        return last.entity if joined and last.entity.state is not None else None
    if last.j == office.i and not last.prep and office.row.of == "state":
        return last.entity
    body = last.entity.kind in _HEADED and office.row.relation == "leads"
    return last.entity if body and _headed_by(scene, last.j, office.i) else None


def _headed_by(scene: Scene, i: int, j: int) -> bool:
    """Whether nothing but "at its head is" stands from i to j: وفد الحركة *يتقدمه* رئيسها."""
    words = scene.function("headed_by")
    between = [k for k in range(i, j) if scene.word(k) is not None]
    return 0 < len(between) <= _LONGEST and all(scene.key(k) in words for k in between)


def _has(office: Office, who: Entity, towns: Container[str], armies: Container[str]) -> bool:
    """Whether it may have one of this office: forces have commanders, states ministers."""
    if office.row.relation == "spokesperson-of" and who.kind == ActorKind.PLACE:
        return False
    forces = who.kind == ActorKind.ARMED_GROUP
    if office.role == "leader" and who.listed and who.kind == ActorKind.ORGANIZATION:
        return False  # the Red Cross has none
    if office.role in towns:
        return who.kind in (ActorKind.PLACE, ActorKind.STATE)
    if office.role == "commander":
        return forces or who.kind == ActorKind.PARTY
    if office.row.of == "state" and not who.person:
        return who.kind in (ActorKind.STATE, ActorKind.GOVERNMENT)
    if office.role == "member" and who.kind in (ActorKind.STATE, ActorKind.PLACE):
        return False
    if office.role == "member" and forces:
        return True
    of_body = office.row.of == "body" and office.row.relation == "leads"
    if of_body:  # a secretary-general, whom no army has
        army = forces and who.head is not None and who.head in armies
        return not army and who.kind not in _OF_STATES
    return not (forces and who.state is not None)

"""Of where: the state whose office a title means that names none: الرئيس *بورقيبة*, وزيرة العدل."""

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.scene import Scene
from .listing import listed_at
from .title import Office

_LATELY = 256  # entities back, so that long texts take no longer by the word


def state_meant(scene: Scene, entity: Entity, office: Office) -> str | None:
    """Return the state that the text is about where an office without a nation stands.

    Of presidents and kings each state has one: one whose head the text has named otherwise is not
    meant. Former ones rule nothing there.
    """
    named = _on_whose_behalf(scene, office) or _of_delegation(scene, office)
    if named is not None:
        return named
    former = scene.function("former")
    if any(scene.key(k) in former for k in range(office.i + 1, office.j + 2)):
        return None
    if office.role in scene.function("heads_of_states") and not office.complete:
        return _ruled(scene, entity, office) if office.sense.det and entity.serves is None else None
    governs = office.complete or office.role == "prime-minister"
    governing = scene.function("governing_roles")
    governs = governs and (office.role in governing or office.under in governing)
    of_government = scene.function("of_government")  # المفاوض *الحكومي*
    governs = governs or any(scene.key(k) in of_government for k in range(office.i + 1, office.j))
    last = scene.key(office.j - 1)
    closed = scene.article(office.j - 1) or last.startswith("لل")  # not وزير خارجية / X
    deputy = office.role == "vice-president" and scene.article(office.j - 1)
    if deputy and last not in scene.function("whose_deputy"):
        return None  # نائب رئيس *البلدية*
    if not (governs and closed) and last not in scene.function("of_republic"):
        return None
    discourse = scene.discourse
    abroad = _states_of(scene, entity, "diplomats")
    home = (
        _where_told(scene)
        or _host(scene, entity, office)
        or discourse.reported_from()
        or discourse.mostly_told_of(abroad)
    )
    return entity.state or home or discourse.home_state() or discourse.main_state(abroad)


def dealt_with(scene: Scene, j: int, state: str) -> bool:
    """Whether the state right behind the officer's name is one that he deals with from outside.

    حذر الرئيس سالم الراوي *الاتحاد السوفياتي*, هرب الرئيس سالم الراوي *إلى مصر*.
    """
    goes = scene.key(j) in scene.function("bound_for")
    listed = listed_at(scene, j + goes, bare=True)
    if listed is None:
        return False
    return state in listed[1].ids and scene.lexicon.actors[state].kind == ActorKind.STATE


def _where_told(scene: Scene) -> str | None:
    """Return the state in whose capital the sentence is set: *في القاهرة* استقبل وزير الخارجية."""
    for mention in reversed(scene.mentions):
        before = scene.key(mention.i - 1)
        inside = mention.prep == "في" or before in ("في", "وفي", "ففي")
        if inside and mention.kind == "capital":
            return mention.entity.state
    return None


def _on_whose_behalf(scene: Scene, office: Office) -> str | None:
    """Return the state right before, for which somebody signs: عن *الجانب الأردني* وزير العدل."""
    last = scene.mentions[-1] if scene.mentions else None
    sent = office.sense.det and office.role in scene.function("sent_to")
    if last is None or not (office.complete or sent) or last.j != office.i:
        return None
    if scene.key(last.i - 1).lstrip("و") != "عن":
        return None
    return last.entity.state


def _of_delegation(scene: Scene, office: Office) -> str | None:
    """Return the state whose delegation the verb says he leads: يقود *الوفد المالي* وزير العدل."""
    last = scene.mentions[-1] if scene.mentions else None
    if last is None or last.j != office.i or last.prep or not office.complete:
        return None
    verb = scene.word(last.i - 1)
    leads = verb is not None and any(s.id in scene.function("leading") for s in verb.verbs)
    return last.entity.state if leads and not last.entity.person else None


def _ruled(scene: Scene, entity: Entity, office: Office) -> str | None:
    """Return the state whose head is meant: his own if it is known, and the text speaks of it."""
    discourse = scene.discourse
    if entity.listed and entity.state:
        return entity.state if discourse.told_of_state(entity.state) else None
    if not entity.roles.keys().isdisjoint(scene.function("regnal")):
        return None  # there are few kings, and the states told of may have none
    others = _states_of(scene, entity, "heads_of_states")
    others |= _states_of(scene, entity, "diplomats", here=True)  # استقبل الرئيس *السفير الفرنسي*
    last = scene.mentions[-1] if scene.mentions else None
    if last is not None and last.kind == "role" and last.j == office.i and last.entity.state:
        others |= {last.entity.state}  # انتقد *السفير البلجيكي* الرئيس سالم الراوي
    here = discourse.reported_from()
    if here is not None and here not in others:
        return here
    return _host(scene, entity, office) or _setting(scene, others) or discourse.main_state(others)


def _setting(scene: Scene, others: frozenset[str]) -> str | None:
    """Return the state in which the sentence so far says that something happens: *في النيجر*."""
    for mention in reversed(scene.mentions):
        inside = mention.prep == "في" or scene.key(mention.i - 1) in ("في", "وفي")
        if inside and mention.entity.kind == ActorKind.STATE and mention.entity.state not in others:
            return mention.entity.state
    return None


def _host(scene: Scene, entity: Entity, office: Office) -> str | None:
    """Return the state last told of with whose head or minister an official of another meets.

    زار الوزير الفرنسي *تشاد*. واجتمع مع رئيس الوزراء سالم الراوي.
    """
    if scene.key(office.i - 1) != "مع":
        return None
    told = scene.discourse.spoken_of()
    guest = next((one for one in reversed(told) if one.person and one is not entity), None)
    if guest is None or guest.state is None:
        return None
    states = (one for one in reversed(told) if one.kind == ActorKind.STATE)
    return next((one.state for one in states if one.state != guest.state), None)


def _states_of(scene: Scene, entity: Entity, roles: str, *, here: bool = False) -> frozenset[str]:
    """Return the states whose heads, or whose `roles` else, the text has named, this one apart.

    With `here` only those named in this sentence count.
    """
    wanted = scene.function(roles).keys()
    lately = scene.discourse.entities[-_LATELY:]
    named = (one for one in lately if one.person and one.named)
    named = (one for one in named if not here or scene.discourse.told_here(one))
    return frozenset(
        one.state for one in named if one is not entity and one.state and wanted & one.roles.keys()
    )

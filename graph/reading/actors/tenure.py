"""Tenure: who holds which office where, as a title states it."""

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.scene import Fact, Scene
from ..words.word import ROLE
from .listing import listed_at, nisba_at
from .ofwhere import dealt_with, state_meant
from .title import Office

_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.PARTY})
_PARTIES = frozenset({ActorKind.PARTY, ActorKind.ARMED_GROUP})


def note_tenure(
    scene: Scene, entity: Entity, office: Office, relation: str | None, i: int, j: int
) -> None:
    """Keep what a title states: who holds which office where."""
    if relation is None:
        return
    target = office.target
    if target is None and office.role in scene.function("ranks_in_nations"):
        return  # القائد الفرنسي
    if target is None and office.state is None:
        office.state = _speaks_for(scene, i)
    if target is None and office.state is None and office.sense.det and not office.complete:
        office.state = _unnamed_so_far(scene, office)
    if target is None and office.state is not None:
        target = scene.discourse.listed(office.state)
    state = state_meant(scene, entity, office) if target is None else None
    if state is not None and not dealt_with(scene, j, state):
        office.state = state
        target = scene.discourse.listed(state)
    if target is None and office.sense.det and office.role == "secretary-general":
        target = _usual_body(scene)
    once = any(scene.key(k) in scene.function("former") for k in range(office.i + 1, office.j + 2))
    if (
        target is None
        and office.sense.det
        and not once
        and office.role in scene.function("of_towns")
    ):
        spoken_of = reversed(scene.discourse.spoken_of())  # *المحافظ* سالم, of the town told of
        target = next((one for one in spoken_of if one.kind == ActorKind.PLACE), None)
    target = target or office.ministry
    if target is None or target is entity:
        return
    if target.kind == ActorKind.STATE and _of_some(scene, office):
        entity.state = entity.state or office.state
        return
    if target.person and relation != "spokesperson-of":
        return
    if entity.person and office.role in scene.function("crowds"):
        return  # نفى سالم الراوي أن يكون *مقاتلو الحزب* هاجموا: he is none of them
    if office.sense.pronoun and entity.listed and entity.state not in (None, target.state):
        if entity.state != target.listed:
            return  # فرنسا ... *رئيسها* فايز السراج, who is Libya's
    if office.role == "candidate" and target.kind != ActorKind.PARTY:
        return  # مرشح *الرئاسة*
    of_body = scene.lexicon.roles[office.role].of == "body"
    if relation == "member-of" and of_body and target.kind == ActorKind.STATE:
        return  # ضابط جيبوتي
    place = relation == "member-of" and target.kind == ActorKind.PLACE
    if place:
        relation = "holds-office-in"
    seat = office.role == "deputy" and office.under is None and not office.sense.pronoun
    seat = seat and not _of_officer(scene, office)
    if seat and relation == "holds-office-in" and target.kind in _PARTIES:
        relation = "member-of"  # نائب *حزب السنابل* سالم الراوي
    if relation == "leads" and _of_a_part(scene, office, target):
        relation = "holds-office-in"
    governed = target.kind in (ActorKind.STATE, ActorKind.PLACE)  # حاكم *ولاية* كونر
    governed = governed or target.head == "place"
    if (
        relation == "leads"
        and governed
        and not (office.role == "commander" and target.listed is None)
    ):
        relation = scene.lexicon.roles[office.role].in_state
    if office.state and not entity.state:
        entity.state = office.state
    entity.serves = target
    if office.party is not None:
        scene.facts.append(Fact(entity, "member-of", office.party, i, j, f"role:{office.role}"))
    scene.facts.append(Fact(entity, relation, target, i, j, f"role:{office.role}"))
    if relation == "member-of" and (also := _joined_body(scene, office)) is not None:
        scene.facts.append(Fact(entity, relation, also, i, j, f"role:{office.role}"))


def _joined_body(scene: Scene, office: Office) -> Entity | None:
    """Return the listed body joined to that of which one is a member: عضو في الاتحاد *والحلف*."""
    found = listed_at(scene, office.j) if scene.key(office.j)[:1] == "و" else None
    if found is None or found[0].conj != "و" or found[0].prep or found[1].kind != "name":
        return None
    body = scene.discourse.listed(found[1].ids[0])
    return body if body.kind in _BODIES else None


def _of_some(scene: Scene, office: Office) -> bool:
    """Whether he leads some in the state and not the state: الزعيم العراقي *الكردي* سالم."""
    words = range(office.i + 1, office.j + 1) if office.role == "leader" else ()
    return any(scene.key(k) in scene.function("leading_some") for k in words)


def _usual_body(scene: Scene) -> Entity | None:
    """Return the United Nations, if the text speaks of them: *الأمين العام* كوفي أنان."""
    nations = scene.function("usual_bodies")["المنظمة الدولية"]
    lately = (one.listed for one in scene.discourse.spoken_of())
    return scene.discourse.listed(nations) if nations in lately else None


def _unnamed_so_far(scene: Scene, office: Office) -> str | None:
    """Return the state whose envoy has been told of without a name: سفير السنغال, *السفير* سالم."""
    if office.role not in scene.function("sent_to"):
        return None
    told = scene.discourse.last_person((office.role,), named=False)
    return told.state if told is not None else None


def _speaks_for(scene: Scene, i: int) -> str | None:
    """Return the state on whose tongue an office stands: رفضت بوغوتا، على لسان *نائبة الرئيس*."""
    last = scene.mentions[-1] if scene.mentions else None
    if scene.key(i - 1) != "لسان":
        return None
    nation = nisba_at(scene, i - 3)  # جاء النقد *التركي* على لسان
    if nation is not None and scene.lexicon.actors[nation[0].id].kind == ActorKind.STATE:
        return nation[0].id
    if last is None or last.j < i - 4:
        return None
    return last.entity.state if last.entity.kind == ActorKind.STATE else None


def _of_officer(scene: Scene, office: Office) -> bool:
    """Whether he is an officer's deputy, and no member of a parliament: نائب *أمينها* العام."""
    word = scene.word(office.i + 1)
    return word is not None and bool(word.flags & ROLE)


def _of_a_part(scene: Scene, office: Office, target: Entity) -> bool:
    """Whether he is only at the head of a part, or serves: المديرة *الإقليمية*, سكرتير هيئة.

    At the head of a ministry is the minister, whoever else directs it: الأمين العام *للوزارة*.
    """
    if target.kind == ActorKind.MINISTRY and office.role in scene.function("partly_led"):
        return True
    partial, highest = scene.function("partial"), scene.function("highest")
    about = scene.function("in_matters_of").keys()  # مديرها العام *لشؤون* الأمن
    if office.role in scene.function("partly_led"):
        words = [scene.key(k) for k in range(office.i + 1, office.j)]
        own = " ".join(target.names) + target.name  # وكالة الأمم المتحدة *لشؤون* اللاجئين
        if any(key in partial for key in words[:2]):
            return True
        if any(key in about and key not in own for key in words):
            return True
    if target.head == "royal-court":
        return True  # رئيس الديوان الملكي
    serves = office.role in scene.function("secretaries") and target.kind == ActorKind.ORGANIZATION
    if office.role == "coordinator":  # of what others make up he is at the head: منسق *التجمع*
        serves = serves and (target.listed is not None or target.head == "organization")
    ends = {scene.key(k) for k in (office.i + 1, office.j - 1, office.j)}
    return serves and ends.isdisjoint(highest)  # but السكرتير *العام*, سكرتير العصبة *العام*

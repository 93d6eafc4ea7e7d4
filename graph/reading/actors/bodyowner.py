"""Owners of bodies, and where or for what land these work: قوات *حفتر*, بعثة *في مالي*."""

from ....schema import ActorKind
from ..records.entity import Entity
from ..records.scene import Mention, Scene
from ..records.stems import stems
from ..words.word import HEAD, MASDAR, Word
from .listing import listed_at
from .namedbody import BodyName
from .owner import country_meant

_FORCES = frozenset({"army", "guard", "resistance"})
_RULING = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY})  # have a government of their own


def posted(scene: Scene, named: BodyName) -> bool:
    """Read the state where a body's mission or force is: بعثة الأمم المتحدة *في سيراليون*."""
    sent = named.row.kind == ActorKind.MISSION or named.sense.id == "force"
    if not sent or named.owner is None:
        return False
    if named.sense.id == "force" and named.owner.kind != ActorKind.ORGANIZATION:
        return False
    place = listed_at(scene, named.j + 1, bare=True)
    if scene.key(named.j) not in ("في", "الى") or place is None or place[1].kind != "name":
        return False
    known = scene.lexicon.actors[place[1].ids[0]]
    if named.owner.kind == ActorKind.STATE or known.kind != ActorKind.STATE:
        return False
    named.j += 1 + len(place[1].words)
    return True


def seated(scene: Scene, named: BodyName) -> bool:
    """Read where a government sits or a council rules, which says whose it is.

    So in الحكومة *في باريس*, النظام الجديد *في تشيلي*; not in تدخلت الحكومة *في تشيلي*.
    """
    if not named.definite or named.named:
        return False
    ruling = scene.function("ruling")
    j = named.j + (scene.key(named.j) in ruling)
    known = scene.key(j - 1) in ruling
    if named.row.kind == ActorKind.GOVERNMENT and j == named.i + 1:
        known = scene.key(named.i - 1) != "مع"  # يتفاوض مع الحكومة / في ليبرفيل
    seat = listed_at(scene, j + 1, bare=True) if known and scene.key(j) == "في" else None
    if seat is None or seat[1].kind not in ("capital", "name") or _takes_in(scene, named.i - 1):
        return False
    state = scene.discourse.listed(seat[1].ids[0])
    if state.kind != ActorKind.STATE:
        return False
    named.state = state.listed
    if j == named.i + 1:
        named.known = state
    named.described += 1 + j - named.j
    named.seat, named.j = named.j, j + 1 + len(seat[1].words)
    return True


def _takes_in(scene: Scene, i: int) -> bool:
    """Whether a verb or action noun at token i has its object under في."""
    word, verbs = scene.word(i), scene.lexicon.verbs
    senses = word.senses if word is not None else ()
    return any(s.pos in ("V", "M") and "في" in verbs[s.id].object for s in senses)


def sent_for(scene: Scene, named: BodyName) -> bool:
    """Read the land that a body's committee is for: لجنة الأمم المتحدة *لكشمير*."""
    owned = named.owner is not None and named.owner.kind == ActorKind.ORGANIZATION
    place = listed_at(scene, named.j) if owned else None
    if place is None or place[0].prep != "ل" or place[0].conj:
        return False
    organ = named.sense.id in scene.function("organs") or named.row.kind == ActorKind.MISSION
    if not organ or asked_for(scene, named.i, named.j):
        return False
    named.j += len(place[1].words)
    return True


def owned(scene: Scene, named: BodyName) -> bool:
    """Read the actor in the genitive: قوات *حفتر*, حكومة *فرنسا*, اللجنة المركزية *للحزب*."""
    word = scene.word(named.j)
    if word is None or named.owner is not None or named.quoted:
        return False
    if word.key[0] == "ل" and asked_for(scene, named.i, named.j):
        return False  # تصدت قوات الفجر / لجيش تشاد
    free = not (named.sense.det or named.described)
    under = word.key[0] == "ل" and listed_at(scene, named.j, bare=True) is None  # not ليبيا
    if not (free or under) and (named.definite or named.state):
        return False  # دخلت قوات إسرائيلية / لبنان
    found = _actor_at(scene, named.j, word, joined=not free and named.definite)
    if found is None:
        return False
    if named.sense.id in _FORCES and found[0].kind == ActorKind.GOVERNMENT and not free:
        return False  # هاجمت المقاومة الشعبية / *للنظام* الجديد
    named.owner, named.j = found
    named.definite = True
    serves = named.owner.serves if named.owner.person else None
    if serves is not None and serves.head == named.sense.id:
        named.known = serves  # زعيم حركة الشروق سالم الراوي, then *حركة الراوي*
    return True


def of_country(scene: Scene, named: BodyName) -> bool:
    """Read a ministry's field with whose it is: وزارة *خارجيتها*.

    It is the ministry that the text has named before, else the state itself.
    """
    word = scene.word(named.j)
    ministry = named.row.kind == ActorKind.MINISTRY and named.j == named.i + 1
    if word is None or not ministry or named.sense.det or word.noun.pronoun in ("", "1"):
        return False
    state = country_meant(scene, word.noun.pronoun)
    if state is None:
        return False
    field = min(stems(word.key), key=len)
    named.owner, named.state, named.definite, named.j = state, state.listed, True, named.j + 1
    named.known = next(
        (
            one
            for one in scene.discourse.spoken_of()
            if one.state == state.listed and one.head == named.sense.id and field in one.name
        ),
        state,
    )
    return True


def spoken_of(scene: Scene, named: BodyName) -> bool:
    """Read the body spoken of before whose government or command it is: حكومة *الحركة*."""
    if named.began or named.sense.id not in scene.function("ruling_heads"):
        return False
    word = scene.word(named.j)
    heads = [s for s in word.senses if s.pos == "H" and s.det] if word is not None else []
    if not heads or scene.article(named.j + 1):
        return False
    body = scene.discourse.last_body(heads[0].id)
    if body is None or body.kind not in _RULING or body.gender != named.row.gender:
        return False
    named.owner = named.known = body
    named.definite = True
    named.j += 1
    return True


def asked_for(scene: Scene, i: int, j: int) -> bool:
    """Whether the verb or action noun before the body takes what stands at token j under ل.

    So it is in "احتلال القوات البريطانية / للعراق" and "استعداد حركة الفجر / للتفاوض", not in
    "دعم اللجنة المركزية للحزب".
    """
    before, word = scene.word(i - 1), scene.word(j)
    if before is not None and scene.depth and before.flags & HEAD:
        i, before = i - 1, scene.word(i - 2)  # دعم *جامعة* الدول العربية / للحكومة
    subject = scene.mentions[-1] if scene.mentions else None
    if subject is not None and subject.j == i and not subject.prep:
        verb = scene.word(subject.i - 1)  # *دعت* فرنسا حركة الفجر / للحوار
        before = verb if verb is not None and verb.verbs else before
    if before is None or word is None:
        return False
    verbs = scene.lexicon.verbs
    if any(s.pos == "V" and "ل" in verbs[s.id].object for s in before.senses):
        return True
    governing = [verbs[s.id] for s in before.senses if s.pos in ("V", "M")]
    if word.flags & MASDAR and any("ل" in c.slot for verb in governing for c in verb.control):
        return not scene.article(i)  # not دعت الجبهة الشعبية *للإنقاذ*
    if not any(s.pos == "M" and "direct" in verbs[s.id].object for s in before.senses):
        return False
    there = listed_at(scene, j)
    if there is not None:
        return scene.lexicon.actors[there[1].ids[0]].kind == ActorKind.STATE
    body = scene.word(i)
    heads = [s.id for s in body.senses if s.pos == "H"] if body is not None else []
    one = any(s.pos in ("H", "R") and s.feats[1:2] == "s" for s in word.senses)
    return one and scene.function("organs").keys().isdisjoint(heads)


def _actor_at(scene: Scene, j: int, word: Word, *, joined: bool) -> tuple[Entity, int] | None:
    """Return the actor at token j; `joined`: only behind the preposition ل."""
    listed = listed_at(scene, j, bare=word.key[0] != "ل")
    before = ("ل",) if joined else ("", "ل")
    if listed is not None and not listed[0].conj and listed[0].prep in before:
        entity = scene.discourse.listed(listed[1].ids[0])
        return entity, j + len(listed[1].words)
    found = scene.within(j)
    if found is None or found.conj or (joined and found.prep != "ل"):
        return None
    loyal = found.prep == "ل" and scene.key(j - 1) in scene.function("loyal")
    quality = not found.entity.named and word.key.endswith("ي")  # وفد *برلماني* فرنسي
    person = found.entity.person and (loyal or not found.prep) and not quality
    person = person and (loyal or not _namesake(scene, j, found))
    crowd = joined and found.kind == "role" and found.entity.plural  # اتحاد *لعمال الموانئ*
    body = found.kind == "body" and found.entity.named  # no مركز *للشرطة*
    body = body and not (joined and found.entity.kind == ActorKind.MEDIA)  # قال *لصحيفة* X
    if person or crowd or (body and found.prep in ("", "ل")):
        return found.entity, found.j
    return None


def _namesake(scene: Scene, j: int, found: Mention) -> bool:
    """Whether a movement has a name that is only by chance a person's: جبهة *مورو* الإسلامية."""
    after = scene.key(found.j)
    adjective = scene.article(found.j) and after.endswith(("ية", "ي"))
    return found.j == j + 1 and (adjective or after.startswith("لل"))

"""Service: where, or in which body, an office is served: مسؤول *في وزارة الخارجية*."""

from dataclasses import replace

from ....schema import ActorKind
from ..page.tokens import COMMAS, OPENING
from ..records.entity import Entity
from ..records.quotation import quoted_name_end
from ..records.scene import Mention, Scene
from ..words.word import EVENT, HEAD, ROLE, Listed, Word
from .aside import joined_places, seat_follows
from .body import body_at, joined_body
from .complement import body_or_place, holder_follows, inside_at, is_crowd
from .listing import listed_at
from .namepart import namelike
from .nameword import looks_foreign
from .personname import name_at
from .place import place_at
from .title import Office, bestowed, role_sense

_WHERE = frozenset({"الى", "لدى", "في", "على"})  # المبعوث الأممي إلى ليبيا
_JOINED = frozenset({ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.ORGANIZATION})
_LANDS = frozenset({ActorKind.STATE, ActorKind.PLACE})
_SEATS = frozenset({"parliament", "council"})
_OF_STATES = frozenset({"presidency", "premiership"})
# Those who serve one state in another.
_ABROAD = frozenset({"ambassador", "consul", "charge-d-affaires", "attache", "envoy", "emissary",
                     "delegate", "representative", "diplomat"})  # fmt: skip


def serving_in(scene: Scene, office: Office, word: Word) -> bool:
    """Read the body somebody serves in: مسؤول *في وزارة الخارجية*, الملحق *في السفارة* فلان."""
    if office.complete or office.row.relation != "holds-office-in":
        return False
    sense, k = office.sense, inside_at(scene, office, word)
    if k is None:
        return False
    within, before = scene.word(k), scene.word(office.i - 1)
    owned = sense.pronoun and office.role != "counterpart"  # نظيره *في حزب السنابل*
    if within is None or not within.flags & HEAD or owned or sense.feats[1:2] == "p":
        return False
    body = body_at(scene, k, within)
    if body is None or body.conj or (before is not None and before.flags & ROLE):
        return False  # an adjective: مصدر *مسؤول* في
    known = body.entity.named or body.entity.state is not None
    elsewhere = office.role in _ABROAD and body.entity.kind != ActorKind.MISSION
    beside = _beside_holder(scene, office, body.j) or seat_follows(scene, body.j)
    apart = (sense.det or sense.pronoun) and not beside
    if not known or elsewhere or apart:
        return False
    seat = office.role == "deputy" and body.entity.head in _SEATS
    found = body_or_place(scene, office, k, joined=True)
    if office.state is not None and body.entity.head in _OF_STATES:
        office.target = None  # المستشار في *رئاسة الوزراء التركية* is Turkey's
    if seat:
        office.role, office.row = "member", scene.lexicon.roles["member"]
    return found


def over_or_in(scene: Scene, office: Office, word: Word) -> bool:
    """Read the state of an office that a verb gives: ملكا *على العراق*, وزيرا للدفاع *في تشاد*."""
    if word.key not in ("على", "في") or office.state is not None:
        return False
    place = listed_at(scene, office.j + 1, bare=True)
    if place is not None and _speaks_from(scene, office, place[1]):
        return True
    if place is None or place[1].kind != "name" or office.role in _ABROAD:
        return False
    title = role_sense(scene, office.i)
    plain = scene.function("office_words")  # رئيس الحكومة المؤقتة *في تشاد*
    alone = title is not None and all(scene.key(k) in plain for k in range(title[1], office.j))
    named = office.row.of is not None and (alone or not office.complete)
    named = named and holder_follows(scene, office.j + 1 + len(place[1].words))
    one = office.sense.feats[1:2] == "s"  # not نشرت روسيا جنودا *في سوريا*
    if not (named or (one and bestowed(scene, office))):
        return False  # نائب الملك *في الهند* فلان
    state = scene.lexicon.actors[place[1].ids[0]].kind == ActorKind.STATE
    return state and body_or_place(scene, office, office.j + 1)


def _speaks_from(scene: Scene, office: Office, seat: Listed) -> bool:
    """Read the capital from which a spokesman of no other speaks: ناطق عسكري *في جاكرتا* فلان."""
    if office.row.relation != "spokesperson-of" or office.complete or seat.kind != "capital":
        return False
    j = office.j + 1 + len(seat.words)
    if not holder_follows(scene, j):
        return False
    office.target = scene.discourse.listed(seat.ids[0])
    office.state = office.target.state
    office.finish(j)
    return True


def where_serving(scene: Scene, office: Office, word: Word) -> bool:
    """Read where an office is served, which is not whom it serves: السفير البلغاري *في أثينا*."""
    if joined_body(word):
        inside = _place_or_body(scene, office.j)
        if inside is None or not _beside_holder(scene, office, inside[0]):
            return False
        _serve_within(scene, office, inside)  # وزير الداخلية *بحكومة الوفاق* فلان
        return True
    listed = listed_at(scene, office.j)
    sent_for = listed is not None and listed[0].prep == "ل" and office.role in _ABROAD
    if listed is not None and (listed[0].prep == "ب" or sent_for) and office.complete:
        end = office.j + len(listed[1].words)
        if scene.key(end) not in COMMAS and scene.key(end) not in scene.lexicon.given:
            return False
        office.j = end  # رئيسة الاتحاد النسائي *بتونس*
        return True
    k = office.j + 1
    if word.key == "عن" and scene.key(k) in OPENING + '"':
        inside = replace(office, target=None)
        if body_or_place(scene, inside, k) and _beside_holder(scene, office, inside.j):
            office.j = inside.j
            if inside.target is not None:
                belong(scene, office, inside.target)  # النائب *عن «قائمة السلام»* فلان
            return True
    if word.key == "عن" or (word.key == "في" and office.sense.det and not office.complete):
        inside = _place_or_body(scene, k)
        if inside is None or not _beside_holder(scene, office, inside[0]):
            return False
        _serve_within(scene, office, inside)  # النائب *عن حزب السنابل* فلان
        return True
    sent_there = office.role in _ABROAD and office.sense.det  # المبعوث *إلى تشاد* فلان
    if word.key not in _WHERE or is_crowd(scene, office):
        return False
    if not (office.complete or sent_there):
        return False
    sent = office.target is not None and office.target.head == "delegation"
    if word.key == "الى" and office.role not in _ABROAD and not sent:
        return False  # وصل وزير خارجية تركيا / إلى بغداد
    place = listed_at(scene, k, bare=True)
    if place is not None:
        actor = scene.lexicon.actors[place[1].ids[0]]
        end = joined_places(scene, k + len(place[1].words))
        body = place[1].kind == "name" and actor.kind != ActorKind.STATE
        abroad = office.complete and not body and office.role in _ABROAD
        if not abroad and not holder_follows(scene, end):
            return False  # مندوب باكستان *في الأمم المتحدة* آغا شاهي; not الرئيس / في نيروبي
        office.j = end
        if body and word.key == "في":
            belong(scene, office, scene.discourse.listed(actor.id))
        return True
    sent = sent or office.role in _ABROAD
    if word.key not in ("في", "لدى") and not (sent and word.key == "الى"):
        return False
    within = _place_or_body(scene, k)
    if within is not None:
        within = joined_places(scene, within[0]), within[1]
    if within is not None and _beside_holder(scene, office, within[0]):
        _serve_within(scene, office, within)
        return True
    name = name_at(scene, k + 1, role=True)
    sure = scene.key(k + 1) in scene.lexicon.given or looks_foreign(scene, scene.key(k + 1))
    named = sure and name is not None and name[1] > k + 2
    grade = namelike(scene, k, first=True, role=True)
    apart = scene.key(k + 1) in COMMAS
    there = scene.word(k)
    unknown = there is not None and not there.flags and there.key not in scene.lexicon.ordinary
    town = apart and (grade == 1 or (unknown and holder_follows(scene, k + 1)))
    if not (town or named):
        return False
    office.j = k + 1
    return True


def _serve_within(scene: Scene, office: Office, within: tuple[int, Mention | None]) -> None:
    """Read the body or place that an office is in: الباحث *في معهد السلام* فلان."""
    office.j, mention = within
    if mention is not None and mention.entity.kind not in _LANDS:
        belong(scene, office, mention.entity)


def _beside_holder(scene: Scene, office: Office, j: int) -> bool:
    """Whether the holder's name stands behind token j, or before the office, between commas."""
    if holder_follows(scene, j):
        return True
    return scene.key(office.i - 1) in COMMAS and (scene.word(j) is None or j == len(scene.tokens))


def belong(scene: Scene, office: Office, body: Entity) -> None:
    """Let an office be served in a body: who speaks for a party, or commands in a movement, is
    its member (النائب *عن حزب X*), who is over a part of it holds an office in it.
    """
    if not body.named or body.person or office.target is body:
        return
    if office.row.relation == "member-of" and office.target is not None:
        office.party = body if body.kind in _JOINED else None
        return
    deputy = office.role == "deputy" and (body.kind in _JOINED or body.head in _SEATS)
    leads = office.row.relation == "leads" and office.target is None
    leads = leads and (office.complete or body.kind in _JOINED)
    if deputy or leads:
        role = "official" if leads and office.complete else "member"
        office.role, office.row = role, scene.lexicon.roles[role]
        office.target, office.state, office.complete = body, body.state, True
    else:
        _serve(office, body)


def _serve(office: Office, body: Entity) -> None:
    """Let an office that nothing else owns be of the body it is in: وزير الدفاع *في حكومة X*."""
    owned = office.state is not None or office.target is not None
    if body.named and not owned and office.row.relation in ("holds-office-in", "spokesperson-of"):
        office.target, office.state = body, body.state


def _place_or_body(scene: Scene, k: int) -> tuple[int, Mention | None] | None:
    """Return the token behind "the region", "the defence ministry", "the east of X" at token k."""
    k += scene.key(k) in scene.function("directions")
    word = scene.word(k)
    end = quoted_name_end(scene, k) if scene.key(k) in OPENING + '"' else None
    if end is not None:
        within = scene.within(k + 1)  # عن *«كتلة السلام»*
        return (end, within) if within is not None and within.j == end - 1 else None
    if word is None or any(s.pos == "R" for s in word.senses):
        return None
    body = body_at(scene, k, word) if word.flags & HEAD else place_at(scene, k, word)
    if body is not None:
        return body.j, body
    listed = listed_at(scene, k, bare=True)
    if scene.key(k - 1) in scene.function("directions") and listed is not None:
        return k + len(listed[1].words), None
    talks = word.flags & EVENT and scene.article(k + 1)  # إلى *محادثات السلام*
    if not (talks or word.key.startswith("ال")) or len(word.key) < 5:
        return None
    k += 1
    while scene.article(k) and not holder_follows(scene, k) and k < len(scene.tokens):
        k += 1  # في الإقليم *الحدودي الشمالي*
    return k, None

"""What an office is of: a body, a state or town, listed or not, a name in quotation marks."""

from dataclasses import replace

from ....schema import ActorKind
from ..page.tokens import COMMAS, OPENING
from ..records.entity import Entity
from ..records.quotation import quoted_name_end
from ..records.scene import Scene
from ..words.word import HEAD, ROLE, Word
from .again import place_of_kind
from .body import body_at, joined_body
from .listing import city, listed_at, nisba_at
from .nameword import looks_foreign
from .nation import faction_at
from .owner import take_owner
from .personname import begins_name, initial_at, name_at
from .place import place_at, province_at
from .title import Office, bestowed, role_sense, titles_end

_HAVE_CROWDS = frozenset({"leads", "spokesperson-of"})


def member_in(scene: Scene, office: Office, word: Word) -> bool:
    """Read whom a member is a member of: عضو اللجنة المركزية *في حزب السنابل*."""
    if office.role == "deputy" and word.pronoun is not None and word.pronoun[0] == "عن":
        office.role, office.row = "member", scene.lexicon.roles["member"]  # النائبة *عنه*
    if office.row.relation != "member-of":
        return False
    if word.pronoun is not None and word.pronoun[0] in ("في", "عن") and office.target is None:
        seat = word.pronoun[0] == "عن" or scene.key(office.i) in ("عضو", "عضوة")
        seat = seat or (office.sense.det and holder_follows(scene, office.j + 1))
        if not (seat or bestowed(scene, office)):
            return False
        office.j += 1
        return take_owner(scene, office, word.pronoun[1])  # قبلتها عضوا *فيها*, النائب *عنه*
    within = inside_at(scene, office, word)
    if within is None:
        return False
    inside = replace(office, target=None)
    if not body_or_place(scene, inside, within + (scene.key(within) == "صفوف"), joined=True):
        return False
    kind = inside.target.kind if inside.target is not None else None
    if office.role != "member" and kind in (ActorKind.STATE, ActorKind.PLACE):
        return False  # نشرت روسيا جنودا *في سوريا*
    if kind == ActorKind.PLACE and (office.target is not None or office.state is not None):
        office.j = inside.j  # عضو المفوضية الإندونيسية *في القاهرة*
        return True
    office.target, office.state = inside.target, inside.state
    office.finish(inside.j)
    return True


def inside_at(scene: Scene, office: Office, word: Word) -> int | None:
    """Return the token of the body that an office is in: *في* حزب السنابل, *بحزب السنابل*.

    A verb that takes its object so may want the body: أشاد القيادي / *بحزب السنابل*.
    """
    if word.key == "في":
        return office.j + 1
    if not joined_body(word):
        return None
    before, verbs = scene.word(office.i - 1), scene.lexicon.verbs
    taken = before is not None and any(
        s.pos in ("V", "M") and "ب" in verbs[s.id].object + verbs[s.id].topic for s in before.senses
    )
    return None if taken else office.j


def holder_follows(scene: Scene, i: int) -> bool:
    """Whether a title with its name, or a name that is surely one, stands at token i."""
    if scene.key(i) in COMMAS:
        i += 1 + (scene.key(i + 1) in ("هو", "هي"))  # ناطق عسكري في صنعاء، *هو العقيد* سالم
    named = titles_end(scene, i)
    if begins_name(scene, named) or initial_at(scene, named):
        return True
    title = role_sense(scene, named)
    if title is not None and title[0].det and nisba_at(scene, title[1]) is not None:
        return name_at(scene, title[1] + 1, role=True) is not None  # الجنرال *الهندي* سالم
    if name_at(scene, named, role=True) is None:
        return False
    key = scene.key(named)
    return named > i or key in scene.lexicon.given or looks_foreign(scene, key)


def of_body(scene: Scene, office: Office, word: Word) -> bool:
    """Read a listed actor, body or place in the genitive or behind ل: قائد *الجيش*."""
    free = not office.sense.det or is_acting(scene, office)
    free = free and office.state is None and not office.closed
    free = free and not scene.article(office.j - 1)  # رئيس الحكومة / آموس
    deed = any(s.pos == "M" and s.prep == "ل" for s in word.senses)
    if deed and not word.flags & HEAD:
        return False  # خبراء / لتدريب قوات الأمن; but أمين عام *لاتحاد* العمال
    apart = word.key == "ل"  # لـ«الوفاق»
    if free and _told_to(scene, office, office.j + apart):
        return False  # قال مسؤول كبير / لوكالة رويترز
    if office.state is not None and office.closed and office.row.of != "body":
        if not free and office.sense.id not in scene.function("sent_to"):
            return False  # دعم وزير الخارجية الفرنسي / لبنين; but السفير الفرنسي لليبيا
    return (free or word.key[0] == "ل") and body_or_place(scene, office, office.j + apart)


def _told_to(scene: Scene, office: Office, k: int) -> bool:
    """Whether a paper or station under "to" is whom he told it, and not what he serves."""
    if office.role in scene.function("of_media") or scene.key(office.j)[:1] != "ل":
        return False
    word, listed = scene.word(k), listed_at(scene, k)
    if listed is not None and scene.lexicon.actors[listed[1].ids[0]].kind == ActorKind.MEDIA:
        return listed[0].prep == "ل" or k > office.j
    heads = [s for s in word.senses if s.pos == "H" and s.prep == "ل"] if word is not None else []
    return any(scene.lexicon.bodies[s.id].kind == ActorKind.MEDIA for s in heads)


def is_acting(scene: Scene, office: Office) -> bool:
    """Whether somebody only acts for another: القائم *بأعمال* السفارة."""
    last = scene.key(office.j - 1)
    return last.startswith("ب") and not last.startswith("بال") and office.j == office.i + 2


def body_or_place(scene: Scene, office: Office, k: int, *, joined: bool = False) -> bool:
    """Read a body, state or nation at token k as what the office is of; say if there was one.

    `joined`: it may have the preposition ب on it: عضو *بمجلس النواب*.
    """
    word = scene.word(k)
    if office.target is not None:
        return False
    if word is None:
        return _quoted(scene, office, k)
    if word.flags & ROLE and not word.flags & HEAD and not scene.lexicon.names:
        return False
    listed = listed_at(scene, k)
    preposed = k > office.j or office.j == office.i
    preposed = preposed or joined
    if listed is not None and (preposed or not listed[0].prep or listed[0].prep == "ل"):
        base, name = listed
        if base.conj:
            return False
        entity = scene.discourse.listed(name.ids[0])
        plain = office.sense.det and office.j == office.i + 1  # not الرئيس *السابق* لفرنسا
        to_state = listed[0].prep == "ل" and plain and not bestowed(scene, office)
        to_state = to_state and not office.complete and not _sent_by(scene, k + len(name.words))
        if entity.person and not listed[0].prep and _head_of_state(scene, office, entity):
            office.state = entity.state
            office.finish(k + len(name.words))
            return True
        if entity.person or (to_state and entity.kind == ActorKind.STATE):
            return False  # انتقاد الوزير / لفرنسا
        if name.kind == "city" or (name.kind == "capital" and office.row.of == "body"):
            entity = city(scene, name)
        end = k + len(name.words)
        body = body_at(scene, k, word) if word.flags & HEAD else None
        if body is not None and body.j > end and not scene.key(end).startswith("لل"):
            office.target, office.j = body.entity, body.j
        else:
            office.target, office.j = entity, end
    elif word.flags & HEAD and (body := body_at(scene, k, word)) is not None:
        if body.conj:
            return False
        office.target, office.j = body.entity, body.j
    elif office.row.relation in _HAVE_CROWDS and (crowd := _crowd(scene, k, word)) is not None:
        office.target, office.j = crowd
    elif (people := _people(scene, k, word)) is not None:
        office.target, office.j = people
    elif (place := place_at(scene, k, word)) is not None and not place.conj:
        office.target, office.j = place.entity, place.j
    elif (again := place_of_kind(scene, k)) is not None:
        office.target, office.j = again, k + 1
    elif office.sense.id in scene.function("governing_towns") and (part := province_at(scene, k)):
        office.target, office.j = part.entity, part.j
    else:
        return False
    office.state = office.state or office.target.state
    ministry = office.row.of == "state" and office.target.kind == ActorKind.MINISTRY
    if ministry and (office.state or office.target.listed is None):
        office.ministry = office.target
        office.target = None  # وزير *الخارجية التركية* serves Turkey, not a ministry
    office.complete = office.closed = True
    return True


def _head_of_state(scene: Scene, office: Office, person: Entity) -> bool:
    """Whether somebody serves the state of a person known to govern it: موفد *أيزنهاور* فلان.

    He is named behind, or between commas before: سوباندريو، وزير خارجية *سوكارنو*،.
    """
    if office.row.relation != "holds-office-in" or office.sense.det or person.state is None:
        return False
    return office.role in scene.function("of_rulers") and office.state is None


def _sent_by(scene: Scene, j: int) -> bool:
    """Whether behind the state, at token j, where he serves and his name stand, or the name alone.

    So in الحاكم العام لفرنسا / *في الجزائر جاك سوستيل*.
    """
    seat = listed_at(scene, j + 1, bare=True) if scene.key(j) == "في" else None
    return holder_follows(scene, j + 1 + len(seat[1].words) if seat is not None else j)


def _crowd(scene: Scene, k: int, word: Word) -> tuple[Entity, int] | None:
    """Return the many at token k that somebody is at the head of: زعيم *المتمردين*."""
    if not any(s.pos == "R" and s.det and s.feats[1:2] == "p" for s in word.senses):
        return None
    many = scene.within(k)
    if many is None or many.kind != "role" or not many.entity.plural or many.conj:
        return None
    return many.entity, many.j


def _people(scene: Scene, k: int, word: Word) -> tuple[Entity, int] | None:
    """Return people of one nation and mind at token k: زعيم *الاشتراكيين الفرنسيين*."""
    many = faction_at(scene, k, word)
    if many is None or many.conj:
        return None
    return many.entity, many.j


def is_crowd(scene: Scene, office: Office) -> bool:
    """Whether it is no office but many of a kind: متمردو, ثوار."""
    many = office.sense.feats[1:2] == "p" or scene.key(office.i).endswith("ين")  # also a dual
    return many and office.sense.id in scene.function("crowds")


def of_quoted(scene: Scene, office: Office) -> bool:
    """Read the quoted name of what the office is of: متمردو *«سيليكا»*."""
    if office.sense.det or office.target is not None or office.complete:
        return False
    return _quoted(scene, office, office.j)


def _quoted(scene: Scene, office: Office, k: int) -> bool:
    """Read a quoted name that opens at token k as what the office is of; say if there was one."""
    if k >= len(scene.tokens) or scene.tokens[k].key not in OPENING + '"':
        return False
    end = quoted_name_end(scene, k)
    inner = scene.word(k + 1)
    if end is None or (inner is not None and inner.flags & HEAD and end == k + 3):
        return False  # «برلمان» صرب البوسنة
    name = scene.raw(k + 1, end - 1)
    within = scene.within(k + 1)
    if within is not None and within.kind in ("body", "name") and within.j >= end - 1:
        office.target = within.entity
    else:
        office.target = scene.discourse.body(
            name, kind=ActorKind.ORGANIZATION, head="quoted", gender="f", plural=False, state=None
        )
    scene.discourse.call(office.target, name)
    office.finish(end)
    return True

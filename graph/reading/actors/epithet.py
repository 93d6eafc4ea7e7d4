"""Epithets: the office or the body that stands behind a name and describes its bearer."""

from ....schema import ActorKind
from ..page.tokens import CLOSING, COMMAS, OPENING
from ..records.entity import Entity
from ..records.scene import Fact, Mention, Scene
from ..words.word import EVENT, MASDAR, NISBA, ROLE, TOPIC
from .appointment import not_given
from .bracketed import JOINED, alias_end, bracketed_end, quoted_nickname_end
from .heldtoo import for_one
from .listing import actor_follows
from .namebound import told_next
from .namedbyoffice import APART
from .office import office_at
from .personname import name_at
from .service import belong
from .tenure import note_tenure
from .title import Office, bestowed, titles_end

_DASHES = frozenset({"-", "–", "—"})
_HAVE_LEADERS = JOINED | {ActorKind.ORGANIZATION}
_MEMBERS = _HAVE_LEADERS | {ActorKind.STATE}
_FARTHEST = 12  # words between a verb and the name that "of the leaders of" describes
_WHERE = frozenset({"في", "لدى"})
_THE_STATE = frozenset({"الدولة", "البلد"})


def apposition_end(scene: Scene, entity: Entity, i: int, j: int) -> int:
    """Read "، ROLE" behind a name; return where the phrase ends."""
    if i and scene.key(i - 1) in OPENING + '"' and scene.key(j) in CLOSING + '"' and scene.key(j):
        _behind_quotes(scene, entity, i, j + 1)
    if not (i and scene.key(i - 1) in OPENING + '"'):
        j = quoted_nickname_end(scene, entity, j)
    if scene.key(j) in _DASHES:
        return _dashed_end(scene, entity, i, j)
    j = alias_end(scene, entity, j)
    if scene.key(j) not in APART:
        return j
    if scene.key(j + 1) == "من" and scene.key(j) != "(":
        return _of_many(scene, entity, i, j + 2) or _member_end(scene, entity, i, j)
    if scene.key(j) == "(" and (end := bracketed_end(scene, entity, i, j)) is not None:
        lived = scene.tokens[j + 1].kind == "n"  # سالم الراوي (1920-1980)، *رئيس تشاد*
        return apposition_end(scene, entity, i, end) if lived else end
    return _apposed(scene, entity, i, j, _behind_rank(scene, j + 1))


def _behind_rank(scene: Scene, k: int) -> int:
    """Return the token behind "one of" or "the first": *أحد* قادة الحركة, *أول* رئيس لتونس."""
    ranks = (scene.function("one_of"), scene.function("firsts"))
    return k + any(scene.key(k).removeprefix("و") in words for words in ranks)


def _dashed_end(scene: Scene, entity: Entity, i: int, j: int) -> int:
    """Read an office between dashes: سالم الراوي *- رئيس حزب السنابل -* انتقد."""
    office = office_at(scene, j + 1)
    if office is None or not office.complete or scene.key(office.j) not in _DASHES:
        return j
    entity.roles[office.role] = None
    note_tenure(scene, entity, office, office.row.relation, i, office.j)
    return office.j + 1


def _behind_quotes(scene: Scene, entity: Entity, i: int, k: int) -> None:
    """Note the office behind a name in quotation marks, which stays a phrase of its own."""
    k += scene.key(k) in COMMAS
    office = office_at(scene, k)
    if office is None or not office.complete or office.sense.conj or office.sense.prep:
        return
    if name_at(scene, titles_end(scene, office.j), role=True) is None:
        entity.roles[office.role] = None
        note_tenure(scene, entity, office, office.row.relation, i, office.j)


def _member_end(scene: Scene, entity: Entity, i: int, j: int) -> int:
    """Read "، of BODY،" behind a name: كارل بيرغر، *من حزب السنابل*، رفض."""
    i_body = j + 2 + (scene.key(j + 2) in scene.function("of_its_people"))
    body = scene.within(i_body)
    if body is None or body.conj or body.entity.kind not in _HAVE_LEADERS:
        return j
    if scene.key(body.j) not in COMMAS:
        return j
    scene.facts.append(Fact(entity, "member-of", body.entity, i, body.j, "of-body"))
    return body.j


def member_end(scene: Scene, found: Mention) -> int:
    """Read of what a state or body is a member: تركيا، *العضو في حلف الأطلسي*، رفضت."""
    k = found.j + (scene.key(found.j) in COMMAS)
    k += scene.key(k) in _THE_STATE  # تركيا، *الدولة* العضو في الحلف
    if scene.key(k) not in scene.function("members") or found.entity.kind not in _MEMBERS:
        return found.j
    office = office_at(scene, k)
    if office is None or office.target is None or office.role != "member":
        return found.j
    joined = [m.entity for m in scene.mentions if m.j == found.i and found.conj == "و"]
    for one in (found.entity, *joined):
        note_tenure(scene, one, office, "member-of", found.i, office.j)
    return office.j


def apposed_end(scene: Scene, mention: Mention, *, alone: bool) -> int:
    """Read ROLE right behind a name, where it cannot be the next actor; return where it ends.

    If not `alone`, a verb before may want another actor: then one has to stand behind the office,
    as in اتهم سالم الراوي *وزير خارجية فرنسا* تركيا.
    """
    i, j, entity = mention.i, mention.j, mention.entity
    if not entity.named:
        return j
    if scene.key(j) == "من" and alone and not _takes_from(scene, i):
        return _of_many(scene, entity, i, j + 1) or j
    return _apposed(scene, entity, i, j, _behind_rank(scene, j), alone=alone)


def _of_many(scene: Scene, entity: Entity, i: int, k: int) -> int | None:
    """Read of whose leaders those are that are named: سالم وسامي *من قادة حزب الوفاق*."""
    office = office_at(scene, k)
    if office is None or office.sense.det or office.sense.feats[1:2] not in "pd":
        return None
    body = office.target
    if body is None or body.kind not in _HAVE_LEADERS or office.row.relation is None:
        return None
    for one in (entity, *named_with(scene, i)):
        note_tenure(scene, one, office, "member-of", i, office.j)
    return office.j


def named_with(scene: Scene, i: int) -> list[Entity]:
    """Return the persons to whom "and" joins the one named at token i: *سالم* وسامي."""
    found: list[Entity] = []
    word = scene.word(i)
    for mention in reversed([mention for mention in scene.mentions if mention.i != i]):
        joined = word is not None and any(base.conj == "و" for base in word.bases)
        if not joined or mention.j != i or not (mention.entity.person and mention.entity.named):
            break
        found.append(mention.entity)
        i = mention.i
        word = scene.word(i)
    return found


def _takes_from(scene: Scene, i: int) -> bool:
    """Whether the verb before token i may have its object under من: طلب سالم / *من قادة الحزب*."""
    for k in range(i - 1, max(-1, i - _FARTHEST), -1):
        word = scene.word(k)
        if word is not None and word.verbs:
            rows = [scene.lexicon.verbs[sense.id] for sense in word.verbs]
            return any("من" in row.object + row.topic + row.teller + row.answers for row in rows)
    return False


def _apposed(scene: Scene, entity: Entity, i: int, j: int, k: int, *, alone: bool = True) -> int:
    """Read an office at token k as that of the person named before it."""
    office = office_at(scene, k)
    if office is None or office.sense.conj or office.sense.prep or not office.complete:
        return j
    titled = not entity.roles.keys() <= scene.function("honorifics").keys()
    if k == j and titled and _of_his(scene, office):
        return j  # أوفد الرئيس فلان *وزير خارجيته* إلى
    role = scene.lexicon.roles[office.role]
    inside = _where(scene, office)
    end = inside.j if inside is not None else office.j
    joined = k == j or scene.key(j) not in APART
    told = alone or actor_follows(scene, end) or _thing_follows(scene, end)
    told = told or _office_follows(scene, end)
    told = told or told_next(scene, end)
    if joined and (role.relation is None or not told):
        return j
    states = {entity.state, office.state}
    if entity.roles and None not in states and len(states) > 1 and office.target is None:
        return j  # أبلغ وزير الخارجية المكسيكي فلان *الوزير البريطاني* أن
    short = k == j and " " not in entity.name
    if short and office.target is not None and office.target.head == "place":
        return j  # حسين *أمير* عبداللهيان
    if _of_next(scene, i, office.j):
        return j
    if office.sense.feats[1:2] in "pd" and office.sense.det and not named_with(scene, i):
        return j  # أمهل مادورو *الدبلوماسيين الأميركيين* 72 ساعة
    own = entity.listed is not None and entity.state is not None and entity.state == office.state
    if not own and name_at(scene, titles_end(scene, office.j), role=True) is not None:
        return j
    if k == j and bestowed(scene, office) and not_given(scene, office.i):
        return office.j  # اقترح تعيين سالم الراوي *سفيرا لمصر*
    entity.roles[office.role] = None
    if office.sense.feats[:1] == "f" and entity.listed is None:
        entity.gender = "f"
    scene.discourse.mention(entity)  # rather than what he is at the head of
    if inside is not None and inside.kind in ("body", "name"):
        belong(scene, office, inside.entity)
        role = office.row
    one_of = role.relation is not None and scene.key(k - 1) in scene.function("one_of")
    several = named_with(scene, i) if office.sense.feats[1:2] in "dp" else []
    for one in (entity, *several):
        note_tenure(scene, one, office, "member-of" if one_of else role.relation, i, office.j)
    if joined and not alone:
        return end
    return _further_offices(scene, entity, i, office.j)


def _of_next(scene: Scene, i: int, j: int) -> bool:
    """Whether a further office with a name shows that another has both, whom the verb wants.

    So in اتهم سالم الراوي، *رئيس الحزب ووزير العدل كريم الحلبي* بكذا.
    """
    verb = scene.word(i - 1)
    rows = [scene.lexicon.verbs[s.id] for s in verb.verbs] if verb is not None else []
    if not any(row.relation and "direct" in row.object for row in rows):
        return False
    further = office_at(scene, j)
    if further is None or further.sense.prep or further.row.relation is None:
        return False
    return name_at(scene, titles_end(scene, further.j), role=True) is not None


def _thing_follows(scene: Scene, i: int) -> bool:
    """Whether what a verb may want is a thing at token i: غادر سالم رئيس الوفد *العاصمة*."""
    word, key = scene.word(i), scene.key(i)
    if word is None or scene.dated(i):
        return False
    if scene.function("demonstratives").get(key) == "":
        return True
    if word.flags & MASDAR and not scene.article(i) and actor_follows(scene, i + 1):
        return True  # أدانت سلمى الراوي سفيرة تونس *تعامل فرنسا* مع
    if not scene.article(i) or scene.closed(key) or key.endswith(("ي", "ية")):
        return False
    named = word.flags & (EVENT | MASDAR | TOPIC) or key[2:] in scene.function("place_heads")
    return bool(named) and not word.flags & (ROLE | NISBA)


def _office_follows(scene: Scene, i: int) -> bool:
    """Whether an office of something stands at token i: سالم رئيس الوزارة *زعيم الريف*."""
    word = scene.word(i)
    return (
        word is not None
        and scene.article(i + 1)
        and any(s.pos == "R" and not (s.prep or s.conj or s.det) for s in word.senses)
    )


def _of_his(scene: Scene, office: Office) -> bool:
    """Whether a pronoun tells whose officer he is: نائبه, وزير خارجيته."""
    words = (scene.word(k) for k in range(office.i, office.j))
    return bool(office.sense.pronoun) or any(w is not None and w.noun.pronoun for w in words)


def _further_offices(scene: Scene, entity: Entity, i: int, j: int) -> int:
    """Read the offices behind one: سالم الراوي، رئيس حزب السنابل *وعضو البرلمان*، *وزير* سابق."""
    apart = scene.key(j) in COMMAS
    k = _behind_rank(scene, j + apart)
    office = office_at(scene, k)
    if office is None or office.sense.prep or not office.complete or office.row.relation is None:
        return j
    conj = office.sense.conj or ("و" if k > j + apart and scene.key(k - 1)[0] == "و" else "")
    if conj != ("" if apart else "و") or office.sense.feats[1:2] != "s":
        return j
    behind = scene.word(office.j)
    third = behind is not None and any(s.pos == "R" and s.conj == "و" for s in behind.senses)
    settled = third or told_next(scene, office.j) or _leads_both(scene, entity, office)
    if behind is not None and not settled:
        return j
    if apart and not (told_next(scene, office.j) or told_next(scene, office.j + 1)):
        if office.row.relation != "member-of" or not for_one(scene, i, office.j + 1):
            return j  # استقبل سالم الراوي، ملك الجزر، *وزير خارجية فرنسا*، وبحث
    if name_at(scene, titles_end(scene, office.j + apart), role=True) is not None:
        return j
    note_tenure(scene, entity, office, office.row.relation, i, office.j)
    return _further_offices(scene, entity, i, office.j)


def _leads_both(scene: Scene, entity: Entity, office: Office) -> bool:
    """Whether who leads one body leads the next as well: سالم، قائد الجيش *ورئيس المجلس*، يزور."""
    first = any(f.subject is entity and f.predicate == "leads" for f in scene.facts[-2:])
    same = office.state is None or entity.state in (None, office.state)
    body = office.target is not None and office.target.kind != ActorKind.STATE
    return first and same and body and office.row.relation == "leads" and not _of_his(scene, office)


def _where(scene: Scene, office: Office) -> Mention | None:
    """Return where an office is served: ممثل كوريا الشمالية *في لجنة الهدنة*."""
    inside = scene.within(office.j + 1) if scene.key(office.j) in _WHERE else None
    return inside if inside is not None and not inside.entity.person else None

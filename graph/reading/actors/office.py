"""Offices: a role and what it is of, up to its holder's name: وزير الخارجية الليبي, قائد قوات X."""

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.entity import may_mean
from ..records.scene import Scene
from ..words.word import HEAD, NISBA, PARTICIPLE, ROLE, VERB, Sense, Word
from .aside import (
    abbreviation,
    at_hers,
    belonging,
    cause,
    charge,
    errand,
    lands,
    of_that_time,
)
from .complement import (
    is_acting,
    is_crowd,
    member_in,
    of_body,
    of_quoted,
)
from .field import field, field_first, field_of_owner, of_affairs, of_cabinet
from .holder import holder_named
from .listing import another_at, listed_at, nisba_at
from .nation import part_of_nation, tells_of_men
from .officequality import behind_comma, founding, own_adjective, participle, passing
from .ofhers import of_owned_body
from .owner import take_owner
from .personname import name_at
from .service import over_or_in, serving_in, where_serving
from .spokenfor import behind_name, in_the_name_of
from .tenure import note_tenure
from .title import Office, bestowed, role_sense, titles_end
from .unlisted import of_clan, of_region, of_unlisted_place, take_profession

_CHOOSE = frozenset({ActorKind.PARTY, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP})
_WHOLE_NAME = 2  # words
_LONGEST = 10  # parts between a role and a name


def office_at(scene: Scene, i: int) -> Office | None:
    """Read a role and its complements: domain, nisba, body, state, باسم."""
    found = role_sense(scene, i)
    return office_from(scene, i, found) if found is not None else None


def office_from(scene: Scene, i: int, found: tuple[Sense, int]) -> Office:
    """Read the complements of the role at token i, which ends before the token given with it."""
    sense, j = found
    office = Office(sense.id, sense, i, j, scene.lexicon.roles[sense.id])
    office.complete = j > i + 1 and scene.article(j - 1) and not (sense.det or sense.pronoun)
    take_profession(scene, office)
    many = sense.feats[1:2] == "p" and not sense.det
    office.closed = many and scene.key(i).endswith(("ون", "ين"))  # no construct: متمردين
    if sense.pronoun and sense.pronoun != "1" and sense.id != "counterpart":
        office.closed = take_owner(scene, office, sense.pronoun) or office.closed
    for _ in range(_LONGEST):
        word = scene.word(office.j)
        if word is None and (
            of_quoted(scene, office) or abbreviation(scene, office) or behind_comma(scene, office)
        ):
            continue
        if word is None or (office.complete and titles_end(scene, office.j) > office.j):
            break
        if office.complete and word.key in scene.lexicon.given and not word.key.startswith("ال"):
            break
        if office.complete and office.target is None and another_at(scene, office.j):
            break  # دعا رئيس الحكومة المركزية / *الأمم المتحدة*
        if office.complete and _known_person(scene, office.j):
            break  # مبعوث الأمين العام للأمم المتحدة / *الأخضر الإبراهيمي*
        if not _read_part(scene, office, word):
            break
    _share(scene, office)
    return office


def _share(scene: Scene, office: Office) -> None:
    """Let an office be of what the one joined to it is of: *مؤسس* ورئيس حزب السنابل."""
    word = scene.word(office.j)
    if word is None or word.key[0] != "و" or office.complete or office.j != office.i + 1:
        return
    if office.sense.det or office.sense.pronoun or office.sense.feats[1:2] != "s":
        return
    second = office_at(scene, office.j) if word.flags & ROLE else None
    if second is None or second.sense.conj != "و" or second.sense.feats[1:2] != "s":
        return
    if second.target is not None and office.row.relation == second.row.relation:
        office.target, office.state = second.target, second.state
        office.finish(second.j)


def _read_part(scene: Scene, office: Office, word: Word) -> bool:
    """Read the part of the office behind what was read so far, and say whether there is one."""
    for part in _PARTS:
        if part(scene, office, word):
            return True
    return False


def _known_person(scene: Scene, i: int) -> bool:
    """Whether the whole name of a listed person stands at token i."""
    listed = listed_at(scene, i, bare=True)
    if listed is None or len(listed[1].words) < _WHOLE_NAME or listed[1].kind != "name":
        return False
    return scene.lexicon.actors[listed[1].ids[0]].kind == ActorKind.PERSON


def _nation(scene: Scene, office: Office, word: Word) -> bool:
    sense = office.sense
    found = nisba_at(scene, office.j)
    if found is None or not (found[0].det or not sense.det) or found[0].feats[1:2] not in "spd":
        return False
    nisba, j = found
    if nisba.pronoun:
        return False  # وزير *ماليتها*
    field = office.complete and office.row.of == "state"  # وزير الخارجية *المالي*
    if scene.everyday(word.key) and not (sense.det or field):
        return False
    if nisba.feats.endswith("+") and listed_at(scene, office.j, bare=True) is not None:
        return False  # رئيس *كوريا* الجنوبية
    if office.state is not None and listed_at(scene, office.j, bare=True) is not None:
        return False  # اتهم الأمير القطري *السعودية*
    people = part_of_nation(scene, office.j, nisba) if nisba.feats[1:2] == "p" else None
    if people is not None and office.target is None:
        office.target, j = people  # زعيم *القبارصة الأتراك*
    elif office.state is None and office.target is None:
        if scene.lexicon.actors[nisba.id].kind == ActorKind.STATE:
            office.state = nisba.id
        else:
            office.target = scene.discourse.listed(nisba.id)
    office.complete = True
    office.closed = True
    office.j = j
    return True


def _of_office(scene: Scene, office: Office, word: Word) -> bool:
    """Read whose assistant or envoy he is: مساعد *وزير الدفاع الأمريكي*."""
    behind = office.sense.det and any(s.pos == "R" and s.prep == "ل" for s in word.senses)
    behind = behind or is_acting(scene, office)  # القائم بأعمال *وزير الدفاع*
    if not office.sense.det and office.role in scene.function("serving_men"):
        behind = behind or any(s.pos == "R" and s.prep == "ل" for s in word.senses)
    bare = not (office.sense.det or office.sense.pronoun) or behind  # المبعوث *للأمين العام*
    if not bare or office.complete or office.row.of is None or not word.flags & ROLE:
        return False
    first = role_sense(scene, office.j)
    follows = scene.word(first[1]) if first is not None else None
    if follows is None or follows.flags & ROLE:
        return False  # one of another is enough: رئيس *مكتب رئيس* ...
    inner = office_at(scene, office.j)
    if inner is None or not inner.complete or inner.sense.conj:
        return False
    if inner.role == "minister" and office.role in scene.function("held_with_others"):
        return False  # رئيس الوزراء *وزير الدفاع*: he holds both
    if inner.sense.prep and not behind:
        return False
    office.state, office.target, office.under = inner.state, inner.target, inner.role
    office.j, office.complete = inner.j, True
    return True


def _in_name_of_office(scene: Scene, office: Office, word: Word) -> bool:
    """Read for whose office one speaks: الناطق *باسم الرئيس الفرنسي*, of the state or body."""
    follows = scene.word(office.j + 1)
    if word.key not in scene.function("in_name") or office.row.relation != "spokesperson-of":
        return False
    if follows is None or follows.flags & HEAD:
        return False
    inner = office_at(scene, office.j + 1)
    if inner is None or not (inner.state or inner.target) or inner.sense.conj or inner.sense.prep:
        return False
    office.state, office.target = inner.state, inner.target
    office.finish(inner.j)
    some = not (office.sense.det or office.sense.pronoun or inner.sense.det)
    if some and (holder := holder_named(scene, inner, inner.j, apart=False)) is not None:
        office.target = scene.discourse.person(holder[0], state=inner.state, role=inner.role)
        note_tenure(scene, office.target, inner, inner.row.relation, inner.i, holder[1])
        office.finish(holder[1])  # متحدث *باسم زعيم المتمردين سالم الراوي*
        return True
    named = name_at(scene, inner.j, role=True) if behind_name(scene, office) else None
    if named is not None and scene.key(named[1]) in COMMAS:
        office.j = named[1]  # سالم الراوي، الناطق باسم الرئيس التركي *فارس الدوري*، أعلن
    return True


def _of_union(scene: Scene, office: Office, word: Word) -> bool:
    """Read the adjective of the union of states that sends somebody: الموفد *الأوروبي*."""
    union = scene.function("of_unions").get(word.key)
    free = office.state is None and office.target is None
    sent = office.sense.det and office.role in scene.function("sent_to")
    minister = office.role == "minister" and office.complete  # وزيرة الخارجية *الأوروبية*
    if union is None or not free or not (sent or minister):
        return False
    office.target = scene.discourse.listed(union)
    office.finish(office.j + 1)
    return True


def _of_crowd(scene: Scene, office: Office, word: Word) -> bool:
    """Read what a crowd believes, or which people it is of: المتمردون *الماويون*, *الأكراد*."""
    if not (is_crowd(scene, office) and office.sense.det and office.j == office.i + 1):
        return False
    if tells_of_men(scene, office.j, word):
        office.j += 1
        return True
    end = scene.key(office.i)[-2:]
    fits = scene.article(office.j) and word.key.endswith(end) and end in ("ون", "ين")
    roles = [s.id for s in word.senses if s.pos == "R"]
    named = any(scene.lexicon.roles[role].nouns for role in roles)  # but المتمردون *الشيوعيون*
    if not fits or named or word.flags & (VERB | HEAD | NISBA) or scene.closed(word.key):
        return False
    if word.flags & PARTICIPLE and scene.key(office.j + 1) in scene.function("prepositions"):
        return False  # المتمردون / *الساعون* إلى
    office.j += 1
    return True


def _of_latter(scene: Scene, office: Office, word: Word) -> bool:
    """Read whose officer he is, taken up: وزير خارجية *هذه الأخيرة*, the state named last."""
    if office.state or office.target or word.key not in scene.function("demonstratives"):
        return False
    if scene.key(office.j + 1) not in scene.function("latter"):
        return False
    latter = scene.within(office.j + 1)
    if latter is None or latter.entity.person:
        return False
    office.target, office.state = latter.entity, latter.entity.state
    office.finish(office.j + 2)
    return True


def _of_chooser(scene: Scene, office: Office, word: Word) -> bool:
    """Read the pronoun of the body that gives the office: انتخب الحزب فلانا زعيما *له*."""
    if word.pronoun is None or word.pronoun[0] != "ل" or office.complete or office.target:
        return False
    bodies = [m.entity for m in scene.mentions if m.entity.kind in _CHOOSE]
    chooser = next((one for one in bodies if may_mean(one, word.pronoun[1])), None)
    if chooser is None or not bestowed(scene, office):
        return False
    office.target, office.state = chooser, chooser.state
    office.finish(office.j + 1)
    return True


_PARTS = (
    of_cabinet,
    own_adjective,
    _nation,
    _of_union,
    _of_crowd,
    _of_chooser,
    _of_latter,
    _in_name_of_office,
    in_the_name_of,
    of_that_time,
    member_in,
    over_or_in,
    serving_in,
    lands,
    charge,
    at_hers,
    where_serving,
    field_of_owner,
    of_owned_body,
    of_affairs,
    field_first,
    of_body,
    of_region,
    of_clan,
    _of_office,
    of_unlisted_place,
    passing,
    field,
    founding,
    belonging,
    participle,
    cause,
    errand,
)

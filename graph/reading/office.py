"""Offices: a role and what it is of, up to its holder's name: وزير الخارجية الليبي, قائد قوات X."""

from dataclasses import dataclass

from ...schema import ActorKind
from .body import body_at, quoted_name_end
from .discourse import Entity, agrees
from .listing import city, listed_at, nisba_at, phrase_at
from .personname import looks_foreign, name_at, namelike
from .place import place_at, unlisted_place
from .rows import Role
from .scene import Scene
from .tokens import OPENING
from .word import HEAD, ROLE, VERB, Sense, Word

_WHERE = frozenset({"الى", "لدى", "في", "على"})  # المبعوث الأممي إلى ليبيا
_TWO_WORDS = frozenset({"سان", "سانتا", "سانت", "ساو", "جزر", "نيو", "بورت", "بلاد", "وادي"})
_ABOUT = frozenset({"لشؤون", "للشؤون", "لشئون", "للشئون"})  # وزير الدولة *لشؤون* التنمية
_LONGEST = 10  # parts between a role and a name


@dataclass(slots=True)
class Office:
    """A role phrase read up to where a name may follow."""

    role: str
    sense: Sense
    i: int
    j: int
    row: Role
    state: str | None = None
    target: Entity | None = None
    complete: bool = False  # has a complement, so that it is more than a bare title
    closed: bool = False  # no noun can follow as its complement: معارضون أرجنتينيون


def role_sense(scene: Scene, i: int) -> tuple[Sense, int] | None:
    """Return the role read at token i and the token behind it; two-word roles first."""
    word = scene.word(i)
    if word is None or not word.flags & ROLE:
        return None
    phrase = phrase_at(scene, i, "R")
    if phrase is not None:
        return phrase
    senses = [s for s in word.senses if s.pos == "R"]
    if len(senses) > 1 and not scene.key(i + 1).startswith("ال"):
        senses.sort(key=lambda s: s.feats[1:2] == "d")  # عضوا في is one member, not two
    return (senses[0], i + 1) if senses else None


def office_at(scene: Scene, i: int) -> Office | None:
    """Read a role and its complements: domain, nisba, body, state, باسم."""
    found = role_sense(scene, i)
    if found is None:
        return None
    sense, j = found
    office = Office(sense.id, sense, i, j, scene.lexicon.roles[sense.id])
    many = sense.feats[1:2] == "p" and not sense.det
    office.closed = many and scene.key(i).endswith(("ون", "ين"))  # no construct: متمردين
    if sense.pronoun and sense.pronoun != "1" and sense.id != "counterpart":
        _whose(scene, office)
    for _ in range(_LONGEST):
        word = scene.word(office.j)
        if word is None and _quoted(scene, office):
            continue
        if word is None or (office.complete and titles_end(scene, office.j) > office.j):
            break
        if not any(part(scene, office, word) for part in _PARTS):
            break
    return office


def _quoted(scene: Scene, office: Office) -> bool:
    """Read the quoted name of what the office is of: متمردو *«سيليكا»*."""
    k = office.j
    if k >= len(scene.tokens) or scene.tokens[k].key not in OPENING + '"':
        return False
    end = quoted_name_end(scene, k)
    if end is None or office.sense.det or office.target is not None or office.complete:
        return False
    inner = scene.word(k + 1)
    if inner is not None and inner.flags & HEAD and end == k + 3:
        return False  # «برلمان» صرب البوسنة
    name = scene.raw(k + 1, end - 1)
    within = scene.within(k + 1)
    if within is not None and within.kind == "body" and within.j >= end - 1:
        office.target = within.entity
    else:
        office.target = scene.discourse.body(
            name, kind=ActorKind.ORGANIZATION, head="quoted", gender="f", plural=False, state=None
        )
    scene.discourse.call(office.target, name)
    office.j, office.complete, office.closed = end, True, True
    return True


# The parts of an office: each moves its end on and returns True, or returns False.


def _own_adjective(scene: Scene, office: Office, word: Word) -> bool:
    if word.key not in scene.function("office_words"):
        return False
    office.j += 1
    return True


def _nation(scene: Scene, office: Office, word: Word) -> bool:
    sense = office.sense
    found = nisba_at(scene, office.j)
    if found is None or not (found[0].det or not sense.det) or found[0].feats[1:2] not in "spd":
        return False
    nisba, j = found
    if scene.everyday(word.key) and not sense.det:
        return False
    if nisba.feats.endswith("+") and listed_at(scene, office.j, bare=True) is not None:
        return False  # رئيس *كوريا* الجنوبية
    if office.state is None and office.target is None:
        if scene.lexicon.actors[nisba.id].kind == ActorKind.STATE:
            office.state = nisba.id
        else:
            office.target = scene.discourse.listed(nisba.id)
    office.complete = True
    office.closed = True
    office.j = j
    return True


def _in_the_name_of(scene: Scene, office: Office, word: Word) -> bool:
    if word.key != "باسم" and not (word.key == "ب" and scene.key(office.j + 1) == "اسم"):
        return False
    if _complement(scene, office, office.j + 1):
        return True
    office.j = _to_name(scene, office.j + 1)
    return False


def _member_in(scene: Scene, office: Office, word: Word) -> bool:
    """Read whom a member is a member of: عضو اللجنة المركزية *في حزب السنابل*."""
    if office.row.relation != "member-of" or word.key != "في":
        return False
    inner, office.target = office.target, None
    if _complement(scene, office, office.j + 1):
        return True
    office.target = inner
    return False


def _where_serving(scene: Scene, office: Office, word: Word) -> bool:
    """Read where an office is served, which is not whom it serves: السفير البلغاري *في أثينا*."""
    listed = listed_at(scene, office.j)
    if listed is not None and listed[0].prep == "ب" and office.complete:
        end = office.j + len(listed[1].words)
        if scene.key(end) not in ("،", ",") and scene.key(end) not in scene.lexicon.given:
            return False
        office.j = end  # رئيسة الاتحاد النسائي *بتونس*
        return True
    if word.key not in _WHERE or not office.complete or _crowd(scene, office):
        return False
    k = office.j + 1
    place = listed_at(scene, k, bare=True)
    if place is not None:
        actor = scene.lexicon.actors[place[1].ids[0]]
        if place[1].kind == "name" and actor.kind != ActorKind.STATE:
            return False
        office.j = k + len(place[1].words)
        return True
    if word.key != "في":
        return False
    within = _place_or_body(scene, k)
    if within is not None and _holder_follows(scene, within):
        office.j = within
        return True
    name = name_at(scene, k + 1, role=True)
    sure = scene.key(k + 1) in scene.lexicon.given or looks_foreign(scene, scene.key(k + 1))
    named = sure and name is not None and name[1] > k + 2
    town = scene.key(k + 1) in ("،", ",") and namelike(scene, k, first=True, role=True) == 1
    if not (town or named):
        return False
    office.j = k + 1
    return True


def _place_or_body(scene: Scene, k: int) -> int | None:
    """Return the token behind "the region", "the defence ministry" at token k."""
    word = scene.word(k)
    if word is None or word.flags & ROLE:
        return None
    body = body_at(scene, k, word) if word.flags & HEAD else None
    if body is not None:
        return body.j
    return k + 1 if word.key.startswith("ال") and len(word.key) > 4 else None


def _holder_follows(scene: Scene, i: int) -> bool:
    """Whether a title with its name, or a name that is surely one, stands at token i."""
    i += scene.key(i) in ("،", ",")
    named = titles_end(scene, i)
    if name_at(scene, named, role=True) is None:
        return False
    key = scene.key(named)
    return named > i or key in scene.lexicon.given or looks_foreign(scene, key)


def _field_first(scene: Scene, office: Office, word: Word) -> bool:
    """Read a minister's field even where it could be a body: وزير *الخارجية*."""
    if office.row.of != "state" or office.sense.det or listed_at(scene, office.j) is not None:
        return False
    if office.j == office.i + 1 and _names_ministry(scene, word):
        office.j += 1  # وزير *خارجية* فرنسا
        return True
    return word.key.startswith(("ال", "وال")) and _field(scene, office, word)


def _names_ministry(scene: Scene, word: Word) -> bool:
    heads = [s for s in word.senses if s.pos == "H" and not (s.det or s.conj or s.prep)]
    return any(scene.lexicon.bodies[s.id].kind == ActorKind.MINISTRY for s in heads)


def _of_body(scene: Scene, office: Office, word: Word) -> bool:
    free = not office.sense.det and office.state is None and not office.closed
    return (free or word.key[0] == "ل") and _complement(scene, office, office.j)


def _of_office(scene: Scene, office: Office, word: Word) -> bool:
    """Read whose assistant or envoy he is: مساعد *وزير الدفاع الأمريكي*."""
    bare = not (office.sense.det or office.sense.pronoun or office.complete)
    if not bare or office.row.of is None or not word.flags & ROLE:
        return False
    follows = scene.word(office.j + 1)
    if follows is None or follows.flags & ROLE:
        return False  # one of another is enough: رئيس *مكتب رئيس* ...
    inner = office_at(scene, office.j)
    if inner is None or not inner.complete or inner.sense.conj or inner.sense.prep:
        return False
    office.state, office.target = inner.state, inner.target
    office.j, office.complete = inner.j, True
    return True


def _of_unlisted_place(scene: Scene, office: Office, word: Word) -> bool:
    """Read a state or town nobody listed: a role without the article is always of something."""
    taken = office.sense.det or office.sense.pronoun or office.target is not None
    crowd = _crowd(scene, office)
    if taken or office.state is not None or not (office.row.of or crowd):
        return False
    k = office.j
    if office.closed or scene.article(k - 1):
        return False
    j = k + (2 if word.key in _TWO_WORDS else 1)
    if any(scene.word(n) is None for n in range(k, j)) or word.key in scene.lexicon.given:
        return False
    if j == k + 1 and not _may_be_place(scene, k, word):
        return False
    named = namelike(scene, j, first=True, role=True)
    if (
        not named
        and not looks_foreign(scene, word.key)
        and scene.discourse.called(word.key) is None
    ):
        return False
    kind = ActorKind.STATE if office.row.of != "body" else ActorKind.PLACE
    office.target = unlisted_place(scene, k, j, kind)
    office.j, office.complete, office.closed = j, True, True
    return True


def _crowd(scene: Scene, office: Office) -> bool:
    """Whether it is no office but many of a kind: متمردو, ثوار."""
    return office.sense.id in scene.function("crowds") and office.sense.feats[1:2] == "p"


def _may_be_place(scene: Scene, k: int, word: Word) -> bool:
    if namelike(scene, k, first=True, role=True) == 1:
        return True
    taken = word.flags or scene.closed(word.key) or word.key in scene.lexicon.ordinary
    if any(base.cut and base.key in scene.names.starts for base in word.bases):
        return False  # وداكار
    return not taken and looks_foreign(scene, word.key)


def _passing(scene: Scene, office: Office, word: Word) -> bool:
    if not office.complete or word.key not in scene.function("passing"):
        return False
    office.j += 1
    return True


def _field(scene: Scene, office: Office, word: Word) -> bool:
    """Read a word that names the field of an office: وزير *الدفاع* *والداخلية*."""
    if word.key in _ABOUT:
        office.j += 1
        office.closed = False
        return True
    if office.sense.det or office.closed or word.pronoun or word.complementizer:
        return False
    if word.key[0] == "و" and word.flags & (ROLE | HEAD):
        return False  # the next office or body
    rest = word.key[1:] if word.key[0] == "و" and office.j > office.i + 1 else word.key
    if rest.startswith("ال") and len(rest) > 4 and (rest != word.key or scene.article(office.j)):
        if any(s.pos in ("V", "R") and not s.det for s in word.senses):
            return False
        office.complete = True
    elif not _field_in_construct(scene, office, word):
        return False
    office.complete = office.complete or scene.key(office.j + 1).startswith("ال")
    office.j += 1
    return True


def _field_in_construct(scene: Scene, office: Office, word: Word) -> bool:
    """Whether the field has no article, as its state follows: وزير *داخلية* فرنسا."""
    following = scene.word(office.j + 1)
    if following is None or office.j != office.i + 1 or word.flags & (VERB | ROLE):
        return False
    if word.key in scene.function("prepositions"):
        return False
    if namelike(scene, office.j, first=True, role=False):
        return False
    named = listed_at(scene, office.j + 1, bare=True) is not None
    if named or following.key.startswith("ال"):
        return True
    state = following.key in _TWO_WORDS or _may_be_place(scene, office.j + 1, following)
    return office.row.of == "state" and state and following.key not in scene.lexicon.given


def _founding(scene: Scene, office: Office, word: Word) -> bool:
    """Read the adjective of a member: عضو *مؤسس* في."""
    member = office.row.relation == "member-of" and not office.sense.det
    if not member or scene.key(office.j + 1) not in ("في", "من"):
        return False
    if word.flags & (HEAD | VERB) or scene.closed(word.key):
        return False
    office.j += 1
    return True


def _participle(scene: Scene, office: Office, word: Word) -> bool:
    """Read up to the comma that ends a participle's phrase: المعنية بتسوية الأزمة،."""
    sense = next((s for s in word.senses if s.pos in ("AP", "PP")), None)
    if sense is None or not sense.det or not office.complete:
        return False
    for k in range(office.j + 1, min(office.j + 8, len(scene.tokens))):
        if scene.key(k) in ("،", ","):
            if not name_at(scene, titles_end(scene, k + 1), role=True):
                return False
            office.j = k
            return True
        if scene.tokens[k].kind in "pq":
            return False
        other = scene.word(k)
        if other is not None and other.senses and all(s.pos == "V" for s in other.senses):
            return False
    return False


_PARTS = (
    _own_adjective,
    _nation,
    _in_the_name_of,
    _member_in,
    _where_serving,
    _field_first,
    _of_body,
    _of_office,
    _of_unlisted_place,
    _passing,
    _field,
    _founding,
    _participle,
)


def _to_name(scene: Scene, i: int) -> int:
    """Return the token of the name behind an office of something that has none itself."""
    for k in range(i + 1, min(i + 6, len(scene.tokens))):
        if scene.tokens[k].kind != "w":
            return k
        if not namelike(scene, k, first=True, role=True):
            continue
        key, following = scene.key(k), scene.key(k + 1)
        if key in scene.lexicon.given or (
            looks_foreign(scene, key) and looks_foreign(scene, following)
        ):
            return k
    return i


def _whose(scene: Scene, office: Office) -> None:
    """Take the state or body that the pronoun on a role means: رئيس*ها*, وزير خارجيت*ه*."""
    pronoun = office.sense.pronoun
    owner = next(
        (
            mention.entity
            for mention in scene.mentions
            if not mention.prep and agrees(mention.entity, pronoun[0], pronoun[1])
        ),
        None,
    ) or scene.discourse.recent(pronoun[0], pronoun[1])
    if owner is None:
        return
    if owner.person and owner.state is not None:
        owner = scene.discourse.listed(owner.state)
    if not owner.person and owner.kind != "event":
        office.target, office.complete = owner, True
        office.state = owner.state


def _complement(scene: Scene, office: Office, k: int) -> bool:
    """Read a body, state or nation at token k as what the office is of; say if there was one."""
    word = scene.word(k)
    if word is None or office.target is not None:
        return False
    if word.flags & ROLE and not word.flags & HEAD and not scene.lexicon.names:
        return False
    listed = listed_at(scene, k)
    preposed = k > office.j or office.j == office.i
    if listed is not None and (preposed or not listed[0].prep or listed[0].prep == "ل"):
        base, name = listed
        if base.conj:
            return False
        entity = scene.discourse.listed(name.ids[0])
        if entity.person:
            return False
        if name.kind == "city" or (name.kind == "capital" and office.row.of == "body"):
            entity = city(scene, name)
        body = body_at(scene, k, word) if word.flags & HEAD else None
        if body is not None and body.j > k + len(name.words):
            office.target, office.j = body.entity, body.j
        else:
            office.target, office.j = entity, k + len(name.words)
    elif word.flags & HEAD:
        body = body_at(scene, k, word)
        if body is None or body.conj:
            return False
        office.target, office.j = body.entity, body.j
    elif (place := place_at(scene, k, word)) is not None and not place.conj:
        office.target, office.j = place.entity, place.j
    else:
        return False
    office.state = office.state or office.target.state
    office.complete = office.closed = True
    return True


def titles_end(scene: Scene, i: int) -> int:
    """Return the token behind the bare titles at i (العميد, السيد, الدكتور)."""
    for _ in range(3):
        found = role_sense(scene, i)
        if found is None and _nation_before_name(scene, i):
            return i + 1
        if found is None or found[0].conj or found[0].prep:
            return i
        if not (found[0].det or found[0].id == "excellency"):
            return i  # بابا سيسوكو
        follows = name_at(scene, found[1], role=True) or role_sense(scene, found[1])
        if not follows:
            return i
        i = found[1]
    return i


def _nation_before_name(scene: Scene, i: int) -> bool:
    """Whether "the Norwegian" at token i goes before a name: *النروجي* بيورن هاغلاند."""
    word = scene.word(i)
    if word is None or not any(s.pos == "N" and s.det and s.feats == "ms" for s in word.senses):
        return False
    key = scene.key(i + 1)
    return scene.key(i - 1) in ("،", ",") and (
        key in scene.lexicon.given or looks_foreign(scene, key)
    )

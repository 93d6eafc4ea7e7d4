"""Offices: a role and what it is of, up to its holder's name: وزير الخارجية الليبي, قائد قوات X."""

from ...schema import ActorKind
from .aside import abbreviation, at_hers, cause, charge
from .body import body_at
from .complement import (
    holder_follows,
    in_the_name_of,
    is_acting,
    is_crowd,
    may_be_place,
    member_in,
    of_body,
    of_quoted,
    of_unlisted_place,
)
from .listing import listed_at, nisba_at
from .namepart import namelike
from .nameword import ORDINAL
from .owner import take_owner
from .personname import name_at
from .scene import Scene
from .service import over_or_in, serving_in, where_serving
from .text import fold_loose
from .title import Office, bestowed, role_sense, titles_end
from .word import HEAD, NISBA, ROLE, TOPIC, VERB, Word

_ABOUT = frozenset({"لشؤون", "للشؤون", "لشئون", "للشئون"})  # وزير الدولة *لشؤون* التنمية
_LONGEST = 10  # parts between a role and a name


def office_at(scene: Scene, i: int) -> Office | None:
    """Read a role and its complements: domain, nisba, body, state, باسم."""
    found = role_sense(scene, i)
    if found is None:
        return None
    sense, j = found
    office = Office(sense.id, sense, i, j, scene.lexicon.roles[sense.id])
    office.complete = j > i + 1 and scene.article(j - 1) and not sense.det
    many = sense.feats[1:2] == "p" and not sense.det
    office.closed = many and scene.key(i).endswith(("ون", "ين"))  # no construct: متمردين
    if sense.pronoun and sense.pronoun != "1" and sense.id != "counterpart":
        office.closed = take_owner(scene, office, sense.pronoun) or office.closed
    for _ in range(_LONGEST):
        word = scene.word(office.j)
        if word is None and (of_quoted(scene, office) or abbreviation(scene, office)):
            continue
        if word is None or (office.complete and titles_end(scene, office.j) > office.j):
            break
        if office.complete and word.key in scene.lexicon.given and not word.key.startswith("ال"):
            break
        if not any(part(scene, office, word) for part in _PARTS):
            break
    return office


def _own_adjective(scene: Scene, office: Office, word: Word) -> bool:
    ordinal = office.complete and ORDINAL.fullmatch(word.key)  # قائد الأسطول الأمريكي *السادس*
    if word.key not in scene.function("office_words") and not ordinal:
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


def _of_cabinet(scene: Scene, office: Office, word: Word) -> bool:
    """Read a cabinet that has a name of its own: رئيس *حكومة الإنقاذ الوطني*."""
    i = office.i + 1
    head = scene.word(i)
    if office.sense.id != "prime-minister" or office.j != i + 1 or head is None:
        return False
    if scene.article(i) or not head.flags & HEAD or not scene.article(office.j):
        return False
    body = body_at(scene, i, head)
    if body is None or body.entity.listed or body.entity.state or body.j <= office.j:
        return False
    office.role, office.row = "president", scene.lexicon.roles["president"]
    office.target, office.j, office.complete, office.closed = body.entity, body.j, True, True
    return True


def _field_first(scene: Scene, office: Office, word: Word) -> bool:
    """Read a minister's field even where it could be a body: وزير *الخارجية*."""
    if office.row.of != "state" or office.sense.det or listed_at(scene, office.j) is not None:
        return False
    if office.j == office.i + 1 and _names_ministry(scene, word):
        office.j += 1  # وزير *خارجية* فرنسا
        return True
    return word.key.startswith(("ال", "وال")) and _field(scene, office, word)


def _field_of_owner(scene: Scene, office: Office, word: Word) -> bool:
    """Read a minister's field with whose minister he is: وزير *خارجيتها*."""
    pronoun, first = word.noun.pronoun, office.j == office.i + 1
    cabinet = office.sense.id == "president" and word.key in scene.function("own_cabinet")
    if cabinet:
        office.role, office.row = "prime-minister", scene.lexicon.roles["prime-minister"]
        pronoun = {"ه": "ms", "ا": "fs"}.get(word.key[-1], "mp")
    if not first or office.row.of != "state" or office.sense.det or office.sense.pronoun:
        return False
    if pronoun in ("", "1") or word.flags & VERB or word.noun.det:
        return False
    if not take_owner(scene, office, pronoun) and not cabinet:
        return False
    office.j += 1
    office.closed = True
    return True


def _names_ministry(scene: Scene, word: Word) -> bool:
    heads = [s for s in word.senses if s.pos == "H" and not (s.det or s.conj or s.prep)]
    return any(scene.lexicon.bodies[s.id].kind == ActorKind.MINISTRY for s in heads)


def _of_office(scene: Scene, office: Office, word: Word) -> bool:
    """Read whose assistant or envoy he is: مساعد *وزير الدفاع الأمريكي*."""
    behind = office.sense.det and any(s.pos == "R" and s.prep == "ل" for s in word.senses)
    behind = behind or is_acting(scene, office)  # القائم بأعمال *وزير الدفاع*
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
    office.state, office.target = inner.state, inner.target
    office.j, office.complete = inner.j, True
    return True


def _of_crowd(scene: Scene, office: Office, word: Word) -> bool:
    """Read what a crowd believes: المتمردون *الماويون*."""
    if not (is_crowd(scene, office) and office.sense.det and office.j == office.i + 1):
        return False
    end = scene.key(office.i)[-2:]
    fits = scene.article(office.j) and word.key.endswith(end) and end in ("ون", "ين")
    if not fits or word.flags & (VERB | ROLE | HEAD | NISBA):
        return False
    office.j += 1
    return True


def _passing(scene: Scene, office: Office, word: Word) -> bool:
    key = word.key
    known = office.complete and key in scene.function("passing")
    quality = office.complete and key in scene.function("common_qualities")
    quality = quality or _everyday_adjective(scene, office, word)
    follows = quality and (
        holder_follows(scene, office.j + 1) or nisba_at(scene, office.j + 1) is not None
    )
    if not (known or follows):
        return False
    office.j += 1
    return True


def _everyday_adjective(scene: Scene, office: Office, word: Word) -> bool:
    """Whether an adjective that tells nothing stands behind a title: الزعيم *الديني* موسى سالم."""
    key = word.key
    if not office.sense.det or word.flags:
        return False
    ordinary = key[2:] in scene.lexicon.ordinary or key in scene.lexicon.ordinary
    ending = key.endswith("ية" if office.sense.feats[:1] == "f" else "ي")
    ordinary = ordinary or (ending and scene.key(office.j + 1) in scene.lexicon.given)
    surname = key in scene.lexicon.family or scene.discourse.known_surname(fold_loose(key))
    return scene.article(office.j) and ordinary and not surname and key not in scene.lexicon.given


def _field(scene: Scene, office: Office, word: Word) -> bool:
    """Read a word that names the field of an office: وزير *الدفاع* *والداخلية*."""
    if word.key in _ABOUT:
        office.j += 1
        office.closed = False
        return True
    if office.sense.det or word.pronoun or word.complementizer:
        return False
    if word.key.startswith("لل") and _of_state_for(scene, office):
        office.j += 1  # وزيرا *للدفاع*, وزير الدولة *للتجارة*
        return True
    given = office.row.of == "state" and office.j == office.i + 1 and bestowed(scene, office)
    if given and any(s.pos == "H" and s.prep == "ل" for s in word.senses):
        office.j += 1  # وزيرا *لخارجية* البوسنة
        return True
    if office.closed:
        return False
    if word.key[0] == "و" and word.flags & (ROLE | HEAD):
        return False  # the next office or body
    rest = word.key[1:] if word.key[0] == "و" and office.j > office.i + 1 else word.key
    if rest.startswith("ال") and len(rest) > 4 and (rest != word.key or scene.article(office.j)):
        if any(s.pos in ("V", "R") and not s.det for s in word.senses):
            return False
        office.complete = True
    elif not (_second_field(scene, office, word) or _field_in_construct(scene, office, word)):
        return False
    office.complete = office.complete or scene.key(office.j + 1).startswith("ال")
    office.j += 1
    return True


def _of_state_for(scene: Scene, office: Office) -> bool:
    """Whether ل stands before the field: of an office that is given, of a minister of state."""
    if office.j == office.i + 1:
        return bestowed(scene, office) and not office.closed
    return office.row.of == "state" and scene.key(office.i + 1) == "الدولة"


def _second_field(scene: Scene, office: Office, word: Word) -> bool:
    """Whether a minister has a field of two words besides: وزير العدل *وحقوق* الإنسان."""
    minister = office.row.of == "state" and office.complete and not office.closed
    joined = word.key[0] == "و" and not word.flags & ~TOPIC
    return minister and joined and scene.article(office.j + 1)


def _field_in_construct(scene: Scene, office: Office, word: Word) -> bool:
    """Whether the field has no article, as its state follows: وزير *داخلية* فرنسا."""
    following = scene.word(office.j + 1)
    if following is None or office.j != office.i + 1 or word.flags & (VERB | ROLE):
        return False
    if word.key in scene.function("prepositions"):
        return False
    if word.key.endswith("ي") and len(word.key) > 3 and office.row.of != "state":
        return False  # مصدر *أمني*: an adjective, which no genitive follows
    if namelike(scene, office.j, first=True, role=False):
        return False
    named = listed_at(scene, office.j + 1, bare=True) is not None or following.flags & HEAD
    if named or following.key.startswith("ال"):
        return True
    state = following.key in scene.function("place_openings") or may_be_place(
        scene, office.j + 1, following
    )
    return office.row.of == "state" and state and following.key not in scene.lexicon.given


def _founding(scene: Scene, office: Office, word: Word) -> bool:
    """Read the adjective of a member: عضو *مؤسس* في."""
    member = office.row.relation == "member-of" and office.target is None
    if not member or scene.key(office.j + 1) not in ("في", "من"):
        return False
    if word.flags & (HEAD | VERB) or scene.closed(word.key):
        return False
    office.j += 1
    return True


def _participle(scene: Scene, office: Office, word: Word) -> bool:
    """Read up to the comma that ends a participle's phrase: المعنية بتسوية الأزمة،."""
    sense = next((s for s in word.senses if s.pos in ("AP", "PP")), None)
    if sense is None or not sense.det or not (office.complete or office.sense.det):
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
        titled = titles_end(scene, k)
        if k > office.j + 1 and titled > k and name_at(scene, titled, role=True):
            office.j = k  # قائد كتيبة الرعد *المنشق عن الجيش* العقيد فلان
            return True
    return False


_PARTS = (
    _of_cabinet,
    _own_adjective,
    _nation,
    _of_crowd,
    in_the_name_of,
    member_in,
    over_or_in,
    serving_in,
    charge,
    at_hers,
    where_serving,
    _field_of_owner,
    _field_first,
    of_body,
    _of_office,
    of_unlisted_place,
    _passing,
    _field,
    _founding,
    _participle,
    cause,
)

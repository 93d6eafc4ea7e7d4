"""Fields of offices: what a minister is for, and the cabinet that has a name of its own."""

from ....schema import ActorKind
from ..records.scene import Scene
from ..words.word import HEAD, NISBA, ROLE, TOPIC, VERB, Word
from .body import body_at
from .listing import listed_at, nisba_at
from .namepart import namelike
from .owner import take_owner
from .title import Office, bestowed, role_sense
from .unlisted import may_be_place


def field_first(scene: Scene, office: Office, word: Word) -> bool:
    """Read a minister's field even where it could be a body: وزير *الخارجية*."""
    if office.row.of != "state" or office.sense.det or listed_at(scene, office.j) is not None:
        return False
    if office.j == office.i + 1 and _names_ministry(scene, word):
        office.j += 1  # وزير *خارجية* فرنسا
        return True
    return word.key.startswith(("ال", "وال")) and field(scene, office, word)


def field_of_owner(scene: Scene, office: Office, word: Word) -> bool:
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
    whose = take_owner(scene, office, pronoun) or cabinet
    if not whose and (office.role != "minister" or word.flags & ~NISBA):
        return False
    office.j += 1
    office.closed = True
    return True


def of_affairs(scene: Scene, office: Office, word: Word) -> bool:
    """Read the land that a minister is for, whose state follows: شؤون *أوروبا* التركي."""
    if office.row.of != "state" or scene.key(office.j - 1) not in scene.function("affairs"):
        return False
    land = listed_at(scene, office.j, bare=True)
    end = office.j + (len(land[1].words) if land is not None else 1)
    if scene.article(office.j) or nisba_at(scene, end) is None:
        return False
    office.j, office.complete = end, True
    return True


def _names_ministry(scene: Scene, word: Word) -> bool:
    heads = [s for s in word.senses if s.pos == "H" and not (s.det or s.conj or s.prep)]
    return any(scene.lexicon.bodies[s.id].kind == ActorKind.MINISTRY for s in heads)


def of_cabinet(scene: Scene, office: Office, word: Word) -> bool:
    """Read a cabinet that has a name of its own: رئيس *حكومة الإنقاذ الوطني*.

    Or a quality besides its nation: رئيس *الحكومة الاتحادية النيجيرية*.
    """
    i = office.i + 1
    head, first = scene.word(i), scene.word(office.j)
    if office.sense.id != "prime-minister" or office.j != i + 1 or head is None or first is None:
        return False
    if not head.flags & HEAD or not scene.article(office.j) or first.flags & NISBA:
        return False
    if listed_at(scene, office.j, bare=True) is not None:
        return False  # رئيس حكومة *السودان*
    if any(first.key in scene.function(words) for words in ("foreign_rule", "passing", "ruling")):
        return False  # رئيس الحكومة *السابق* سالم الراوي, رئيس الحكومة *الجديدة*
    body = body_at(scene, i, head)
    if body is None or body.j <= office.j or body.entity.kind != ActorKind.GOVERNMENT:
        return False
    office.role, office.row = "president", scene.lexicon.roles["president"]
    listed = listed_at(scene, i, bare=True)  # رئيس *حكومة الوفاق*
    whole = listed is not None and i + len(listed[1].words) == body.j
    office.target = scene.discourse.listed(listed[1].ids[0]) if listed and whole else body.entity
    office.finish(body.j)
    return True


def field(scene: Scene, office: Office, word: Word) -> bool:
    """Read a word that names the field of an office: وزير *الدفاع* *والداخلية*."""
    if word.key in scene.function("in_matters_of"):  # وزير الدولة *لشؤون* التنمية
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
    if office.closed or any(s.pos == "M" and s.prep == "ل" and not s.det for s in word.senses):
        return False  # خبراء / لتدريب قوات الأمن
    quality = scene.key(office.j - 1).endswith("ة") and word.key.endswith("ية")
    quality = quality and scene.article(office.j - 1)  # منسق السياسة *الخارجية*
    heads = office.complete and office.row.relation == "leads" and not quality
    if heads and any(s.pos == "H" for s in word.senses):
        return False  # مكتب رئيس الوزراء / الحكومة
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
    title = role_sense(scene, office.i)
    if following is None or title is None or office.j != title[1] or word.flags & ROLE:
        return False
    if office.j > office.i + 1 and scene.article(office.j - 1):
        return False  # رئيس الوزراء / *لايسينيا* كاراسي
    if word.flags & VERB and following.key not in scene.function("provinces"):
        return False
    if word.key in scene.function("prepositions") or any(s.prep for s in word.senses):
        return False  # اتهم الحزب ولي العهد / *بعرقلة* المفاوضات
    if word.key.endswith("ي") and len(word.key) > 3 and office.row.of != "state":
        return False  # مصدر *أمني*: an adjective, which no genitive follows
    if namelike(scene, office.j, first=True, role=False):
        return False
    named = listed_at(scene, office.j + 1, bare=True) is not None or following.flags & HEAD
    named = named or following.key in scene.function("provinces")  # مدير *أمن* محافظة صعدة
    if named or following.key.startswith("ال"):
        return True
    state = following.key in scene.function("place_openings") or may_be_place(
        scene, office.j + 1, following
    )
    return office.row.of == "state" and state and following.key not in scene.lexicon.given

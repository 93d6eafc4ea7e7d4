"""The parts of a body's name: quotation, nation, owner, purpose, and what describes it."""

from dataclasses import dataclass

from ...schema import ActorKind
from .bodyword import adjective_fits, concern_end, may_go_on, next_noun, noun_fits, purpose_end
from .calendar import date_table
from .entity import Entity
from .listing import listed_at, nisba_at
from .namepart import namelike
from .nameword import ORDINAL, looks_foreign
from .quotation import quoted_name_end
from .rows import Body
from .scene import Mention, Scene
from .tokens import OPENING
from .word import MASDAR, Sense, Word

_LONGEST_OWN = 3  # words of a name that the lexicon does not know
_STANDS = frozenset({ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.MINISTRY})
_RULING = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY})  # have a government of their own


@dataclass(slots=True)
class BodyName:
    """A body's name, read up to token j."""

    row: Body
    sense: Sense
    i: int
    j: int
    described: int  # adjectives and nouns with the article
    definite: bool
    state: str | None = None
    owner: Entity | None = None
    quotation: str | None = None  # the words within the quotation marks
    known: Entity | None = None  # the listed body that the quoted name is: حركة *«طالبان»*
    quoted: bool = False  # has a name of its own, in quotation marks or unknown

    @property
    def began(self) -> bool:
        """Whether the head has the article or a complement already."""
        return bool(self.sense.det or self.described or self.quoted or self.owner)

    @property
    def named(self) -> bool:
        """Whether it is told from all others of its kind."""
        return self.quoted or self.owner is not None or self.state is not None


def read_part(scene: Scene, named: BodyName) -> bool:
    """Read the part of the name behind what was read so far, and say whether there is one."""
    return any(part(scene, named) for part in _PARTS)


def _quotation(scene: Scene, named: BodyName) -> bool:
    """Read the name in quotation marks: حركة *«السنابل»*."""
    token = scene.tokens[named.j]
    if named.sense.det or token.kind != "q" or token.key not in OPENING + '"':
        return False
    end = quoted_name_end(scene, named.j)
    if end is None or named.named:
        return False
    within = scene.within(named.j + 1)
    if within is not None and within.kind == "name" and within.j >= end - 1:
        listed = within.entity.listed is not None
        fits = listed and scene.discourse.head_fits(within.entity, named.sense.id)
        named.known = within.entity if fits else None
    named.quotation = scene.raw(named.j + 1, end - 1)
    named.quoted, named.j = True, end
    return True


def _nation(scene: Scene, named: BodyName) -> bool:
    """Read the adjective of a nation that agrees with the head: الجيش *الليبي*."""
    word = scene.word(named.j)
    if word is None or named.owner is not None or scene.everyday(word.key):
        return False
    found = nisba_at(scene, named.j)
    if found is None or not (found[0].det or not named.definite):
        return False
    nisba, j = found
    accusative = named.sense.feats.endswith("+")
    if nisba.feats.endswith("+") and not accusative and listed_at(scene, named.j, bare=True):
        return False  # حكومة فيشي / بريطانيا
    if not (noun_fits(named.row, word.key, nisba.feats) or _rules(scene, named, nisba.feats)):
        return False
    named.state = named.state or nisba.id
    named.definite = named.definite or nisba.det
    named.described += 1
    named.j = j
    return True


def _rules(scene: Scene, named: BodyName, feats: str) -> bool:
    """Whether the nation's is the rule that the body is of: قوات الاحتلال *الفرنسي*."""
    rule = scene.key(named.j - 1) in scene.function("foreign_rule") and feats == "ms"
    return rule and named.described == 1 and named.row.kind in _STANDS


def _posted(scene: Scene, named: BodyName) -> bool:
    """Read the state where a body's mission is: بعثة الأمم المتحدة *في سيراليون*."""
    if named.row.kind != ActorKind.MISSION or named.owner is None:
        return False
    place = listed_at(scene, named.j + 1, bare=True)
    if scene.key(named.j) not in ("في", "الى") or place is None or place[1].kind != "name":
        return False
    known = scene.lexicon.actors[place[1].ids[0]]
    if named.owner.kind == ActorKind.STATE or known.kind != ActorKind.STATE:
        return False
    named.j += 1 + len(place[1].words)
    return True


def _owned(scene: Scene, named: BodyName) -> bool:
    """Read the actor in the genitive: قوات *حفتر*, حكومة *فرنسا*, اللجنة المركزية *للحزب*."""
    word = scene.word(named.j)
    if word is None or named.owner is not None or named.quoted:
        return False
    if word.key[0] == "ل" and _asked_for(scene, named.i, named.j):
        return False  # تصدت قوات الفجر / لجيش تشاد
    free = not (named.sense.det or named.described)
    if not free and named.definite and word.key[0] != "ل":
        return False
    found = _actor_at(scene, named.j, word, joined=not free and named.definite)
    if found is None:
        return False
    named.owner, named.j = found
    named.definite = True
    return True


def _spoken_of(scene: Scene, named: BodyName) -> bool:
    """Read the body spoken of before whose government or command it is: حكومة *الحركة*."""
    word = scene.word(named.j)
    heads = [s for s in word.senses if s.pos == "H" and s.det] if word is not None else []
    rules = named.sense.id in scene.function("ruling_heads")
    if named.began or not rules or not heads or scene.article(named.j + 1):
        return False
    body = scene.discourse.last_body(heads[0].id)
    if body is None or body.kind not in _RULING or body.gender != named.row.gender:
        return False
    named.owner = named.known = body
    named.j += 1
    return True


def _asked_for(scene: Scene, i: int, j: int) -> bool:
    """Whether the verb or action noun before the body takes its object, at token j, under ل."""
    before = scene.word(i - 1)
    if before is None:
        return False
    verbs = scene.lexicon.verbs
    if any(s.pos == "V" and "ل" in verbs[s.id].object for s in before.senses):
        return True
    there = listed_at(scene, j)
    if there is None or scene.lexicon.actors[there[1].ids[0]].kind != ActorKind.STATE:
        return False  # احتلال القوات البريطانية / للعراق; but دعم اللجنة المركزية للحزب
    return any(s.pos == "M" and "direct" in verbs[s.id].object for s in before.senses)


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
    return found.j == j + 1 and scene.article(found.j) and scene.key(found.j).endswith(("ية", "ي"))


def _described(scene: Scene, named: BodyName) -> bool:
    """Read a noun or adjective of the name: لجنة *حقوق* *الإنسان*, الجبهة *الوطنية* *للإنقاذ*."""
    word = scene.word(named.j)
    if word is None or not may_go_on(scene, named.j, word, definite=named.definite):
        return False
    stands = named.state is not None and named.row.kind in _STANDS
    bare = not (named.described or named.named)
    person = named.owner is not None and named.owner.person
    if word.key.startswith("لل") and (bare or stands or person):
        return False  # الوزارة / للصحفيين, الحكومة الأنغولية / للحكم الذاتي
    if named.sense.det and any(s.pos == "R" and s.feats[1:2] == "p" for s in word.senses):
        return False  # الحكومة / المقاتلين
    if word.key.startswith("وال") and (named.sense.det or named.state is not None):
        return False  # الحكومة الغواتيمالية / والوحدة الثورية
    if named.began and word.flags & MASDAR and not (named.definite or scene.article(named.j)):
        return False  # حزب سنابل / مطالبة فرنسا
    many = scene.key(named.j - 1) in scene.function("many") and scene.article(named.j)
    if many:  # القوة المتعددة *الجنسيات*
        named.j += 1
        return True
    if named.began and named.definite and not adjective_fits(scene, named.j, word, named.row):
        return False
    if named.definite and next_noun(scene, named.j, word):
        return False
    adjective = word.key.endswith(("ية", "ي")) or word.key in scene.function("office_words")
    if named.quoted and not adjective and not word.key.startswith("لل"):
        return False
    named.definite = named.definite or word.key.lstrip("و").startswith("ال")
    named.described += 1
    named.j += 1
    return True


def _number(scene: Scene, named: BodyName) -> bool:
    """Read the rest of a unit's number: الجيش الرابع *عشر*, اللواء الحادي *والعشرين*."""
    ordinal = ORDINAL.fullmatch(scene.key(named.j - 1)) and named.described
    if not ordinal or scene.key(named.j) not in scene.function("number_ends"):
        return False
    named.j += 1
    return True


def _purpose(scene: Scene, named: BodyName) -> bool:
    """Read what the body is for: الجبهة الشعبية *لتحرير إريتريا*."""
    end = purpose_end(scene, named.j) if named.definite and named.described else None
    if end is None and named.definite and named.described and named.row.needs == "full":
        end = None if _asked_for(scene, named.i, named.j) else concern_end(scene, named.j)
    if end is None or named.owner is not None:
        return False
    named.described += 1
    named.j = end
    return True


def _day(scene: Scene, named: BodyName) -> bool:
    """Read the day that a movement is called by: حركة *23 مارس*."""
    number, month = scene.tokens[named.j], scene.key(named.j + 1)
    if number.kind != "n" or named.began or month not in date_table().gregorian:
        return False
    named.quoted = named.definite = True
    named.j += 2
    return True


def _loyal(scene: Scene, named: BodyName) -> bool:
    """Read that the forces are somebody's: قوات *موالية* للجنرال X."""
    loyal = scene.key(named.j) in scene.function("loyal") and scene.key(named.j + 1)[:1] == "ل"
    if not loyal or named.row.kind != ActorKind.ARMED_GROUP or named.described or named.named:
        return False
    named.described += 1
    named.j += 1
    return True


def _branch(scene: Scene, named: BodyName) -> bool:
    """Read which branch of a party it is: الحزب الاشتراكي *فرع نابلس*."""
    if not named.definite or scene.key(named.j) not in scene.function("branches"):
        return False
    place = listed_at(scene, named.j + 1, bare=True)
    if place is None:
        return False
    named.j += 1 + len(place[1].words)
    return True


def _own_name(scene: Scene, named: BodyName) -> bool:
    """Read a name that no lexicon knows: منظمة *كاريتاس*, حكومة *هينغ سامرين*."""
    if named.definite or named.quoted or not namelike(scene, named.j, first=True, role=True):
        return False
    j = named.j + 1
    longest = 2 if scene.key(named.j) in scene.function("clans") else _LONGEST_OWN
    while j - named.j < longest:
        grade = namelike(scene, j, first=False, role=True)
        ends = scene.key(j).endswith(("ا", "ات", "ين", "ة"))
        if not grade or (grade == 1 and ends and not looks_foreign(scene, scene.key(j))):
            break
        j += 1
    named.quoted, named.definite, named.j = True, True, j
    return True


_PARTS = (
    _quotation,
    _branch,
    _day,
    _loyal,
    _nation,
    _purpose,
    _number,
    _posted,
    _spoken_of,
    _owned,
    _described,
    _own_name,
)

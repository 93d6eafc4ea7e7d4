"""The parts of a body's name: quotation, nation, owner, purpose, and what describes it."""

from ....schema import ActorKind
from ..page.tokens import COMMAS, OPENING
from ..records.quotation import quoted_name_end
from ..records.scene import Scene
from ..words.word import MASDAR, NISBA, ROLE, VERB, Word
from .bodynumber import day_of_movement, rest_of_number, unit_number
from .bodyowner import asked_for, of_country, owned, posted, seated, sent_for, spoken_of
from .bodyword import (
    addressed,
    adjective_fits,
    concern_end,
    indefinite_nation,
    may_go_on,
    next_noun,
    noun_fits,
    purpose_end,
    rather_noun,
)
from .calling import calls_itself, listed_as
from .listing import another_at, listed_at, nisba_at
from .namedbody import BodyName
from .namenext import next_title
from .namepart import namelike
from .nameword import ORDINAL, looks_foreign
from .title import role_sense

_OF = frozenset({"دي", "دو", "دا", "ديل"})
_LONGEST_OWN = 3  # words of a name that the lexicon does not know
_STANDS = frozenset({ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.MINISTRY})
_OF_NATIONS = frozenset({ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP})
_WITHOUT_PURPOSE = _STANDS | {ActorKind.GROUP}


def read_part(scene: Scene, named: BodyName) -> bool:
    """Read the part of the name behind what was read so far, and say whether there is one."""
    token = scene.tokens[named.j]
    if token.kind == "p" and token.key not in COMMAS:
        return False
    if named.began and scene.dated(named.j):
        return False
    if named.quoted and scene.key(named.j)[2:] in scene.function("place_heads"):
        return False  # هاجمت حركة «السنابل» / القرية
    for part in _PARTS:
        if part(scene, named):
            return True
    return False


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
        if listed and scene.discourse.head_fits(within.entity, named.sense.id):
            named.known = within.entity
    named.quotation = scene.raw(named.j + 1, end - 1)
    named.known = named.known or listed_as(scene, named)
    named.quoted, named.j = True, end
    return True


def _nation(scene: Scene, named: BodyName) -> bool:
    """Read the adjective of a nation that agrees with the head: الجيش *الليبي*."""
    word = scene.word(named.j)
    if word is None or named.owner is not None:
        return False
    if scene.everyday(word.key) and named.row.kind not in _OF_NATIONS:
        return False  # اللجنة *المالية*; but الجيش *المالي*
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
    named.described, named.j = named.described + 1, j
    return True


def _quality(scene: Scene, named: BodyName) -> bool:
    """Read an adjective before the nation's, without the article: وفد *برلماني* فرنسي."""
    word, key = scene.word(named.j), scene.key(named.j)
    if word is None or named.definite or named.described or named.named or scene.closed(key):
        return False
    ending = key.endswith(("ي", "يا", "ية")) and not key.startswith("ال")
    if not ending or word.flags & (VERB | NISBA):
        return False
    nation = nisba_at(scene, named.j + 1)
    if nation is None or nation[0].det:
        return False
    if not noun_fits(named.row, scene.key(named.j + 1), nation[0].feats):
        return False
    named.described += 1
    named.j += 1
    return True


def _rules(scene: Scene, named: BodyName, feats: str) -> bool:
    """Whether the nation's is the rule that the body is of: قوات الاحتلال *الفرنسي*."""
    rule = scene.key(named.j - 1) in scene.function("foreign_rule") and feats == "ms"
    return rule and named.described == 1 and named.row.kind in _STANDS


def _described(scene: Scene, named: BodyName) -> bool:
    """Read a noun or adjective of the name: لجنة *حقوق* *الإنسان*, الجبهة *الوطنية* *للإنقاذ*."""
    word = scene.word(named.j)
    if word is None:
        return False
    bare = (
        not named.sense.det
        and named.j == named.i + 1
        and (named.row.gender == "f" or named.row.plural)
    )
    if not may_go_on(scene, named.j, word, definite=named.definite):
        if not (bare and rather_noun(scene, named.j, word)):
            return False
    if _stops_at(scene, named, word):
        return False
    if scene.key(named.j - 1) in scene.function("many") and scene.article(named.j):
        named.j += 1  # القوة المتعددة *الجنسيات*
        return True
    if _hardly_of_name(scene, named, word):
        return False
    named.definite = named.definite or _defines(scene, named.j, word)
    named.described += 1
    named.j += 1
    return True


def _stops_at(scene: Scene, named: BodyName, word: Word) -> bool:
    """Whether the name is over before a word for what it is: السلطات الفرنسية / *الخمسة*."""
    if named.began and named.j > named.i + 1 and word.key in scene.function("how_many"):
        return True  # السلطات الفرنسية / الخمسة
    if not named.definite and indefinite_nation(scene, named.j - 1):
        return True  # قوة مصرية / صغيرة
    if named.definite and scene.closed(word.key) and not scene.article(named.j):
        return True  # اعتقلت الشرطة / كبار القادة
    if named.owner is not None and named.owner.person:
        return True  # حكومة الجنرال سالم / القائمة
    office = scene.word(named.i - 1)
    highest = word.key == "العام" and named.row.gender == "f"
    if highest and office is not None and office.flags & ROLE:
        return True  # سكرتير جامعة الأمم / العام
    if ORDINAL.fullmatch(scene.key(named.j - 1)) and not word.key.endswith(("ي", "ية")):
        return True  # المنطقة الثالثة / السفينة
    if word.key in scene.function("ranks_of_named") and role_sense(scene, named.j) is not None:
        return True  # الجيش / الفريق أول عثمان
    whose = named.state is not None or (named.owner is not None and named.owner.state is not None)
    stands = whose and named.row.kind in _STANDS  # جيوش فرنسا / للمنطقة
    bare = not (named.described or named.named)
    if word.key.startswith("لل"):
        told = bare or stands or addressed(scene, named.j, named.row, word)  # اللجنة / للقاضي
        if told or asked_for(scene, named.i, named.j):
            return True  # الوزارة / للصحفيين, الحكومة الأنغولية / للحكم الذاتي
    many = any(s.pos == "R" and s.feats[1:2] == "p" for s in word.senses)
    if named.sense.det and many and not word.key.endswith("ي"):
        return True  # الحكومة / المقاتلين; but الحزب الثوري *المؤسسي*
    if named.state is not None and not named.row.plural and word.key.endswith(("ين", "ون")):
        return True  # الجيش السوداني / المشاركين
    if word.key.startswith("وال") and (named.sense.det or named.state is not None):
        return True  # الحكومة الغواتيمالية / والوحدة الثورية
    deed = named.began and word.flags & MASDAR  # حزب سنابل / مطالبة فرنسا
    return bool(deed) and not (named.definite or scene.article(named.j))


def _hardly_of_name(scene: Scene, named: BodyName, word: Word) -> bool:
    """Whether a word is rather what a verb wants, or the next actor: ناشد الجيش / *العودة*."""
    if named.state is not None and word.flags & MASDAR and scene.article(named.j):
        return True  # ناشد الجيش المصري / العودة
    if named.began and named.definite and not adjective_fits(scene, named.j, word, named.row):
        return True
    if named.definite and next_noun(scene, named.j, word):
        return True
    if named.definite and named.described and another_at(scene, named.j):
        return True  # دعت الحكومة المركزية / *الأمم المتحدة*
    adjective = word.key.endswith(("ية", "ي")) or word.key in scene.function("office_words")
    return named.quoted and not adjective and not word.key.startswith("لل")


def _defines(scene: Scene, j: int, word: Word) -> bool:
    """Whether the name is definite with this word: حكومة *جلالته*, تحرير *أورومو*."""
    if word.key.lstrip("و").startswith("ال") or any(s.pronoun for s in word.senses):
        return True
    return scene.key(j - 1) in scene.function("state_aims") and looks_foreign(scene, word.key)


def _purpose(scene: Scene, named: BodyName) -> bool:
    """Read what the body is for: الجبهة الشعبية *لتحرير إريتريا*."""
    lasting = scene.key(named.j)[1:] in scene.function("state_aims") and named.state is None
    if named.row.kind in _WITHOUT_PURPOSE and not lasting:
        return False  # تحركت القوات الحكومية / لاستعادة البلدة
    end = purpose_end(scene, named.j) if named.definite and named.described else None
    if end is None and named.definite and named.described and named.row.needs == "full":
        end = None if asked_for(scene, named.i, named.j) else concern_end(scene, named.j)
    if end is None or named.owner is not None:
        return False
    named.described += 1
    named.j = end
    return True


def _of_town(scene: Scene, named: BodyName) -> bool:
    """Read the town of a local council behind it: المجلس البلدي *مصراتة*, *لمدينة حلب*."""
    if not named.described or scene.key(named.j - 1) not in scene.function("local"):
        return False
    key = scene.key(named.j)
    if key[:1] == "ل" and key[1:] in scene.function("place_heads"):
        town = scene.within(named.j)
        if town is not None and town.kind in ("city", "capital") and town.prep == "ل":
            named.j = town.j
            return True
    place = listed_at(scene, named.j, bare=True)
    if place is None or place[1].kind != "city":
        return False
    named.j += len(place[1].words)
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
    if named.definite or named.quoted or named.state is not None:
        return False
    if not namelike(scene, named.j, first=True, role=True):
        return False
    j = named.j + 1
    longest = 2 if scene.key(named.j) in scene.function("clans") else _LONGEST_OWN
    while j - named.j < longest:
        grade = namelike(scene, j, first=False, role=True)
        if _name_begins(scene, named.j, j) or next_title(scene, j):
            break  # بلدية سان لورنزو / *السيد* أوسكار
        if scene.key(j) in scene.function("led_by"):
            break
        if scene.key(j) in _OF and namelike(scene, j + 1, first=False, role=True):
            j += 2
            break  # سان بدرو *دي كاتشي*
        ends = scene.key(j).endswith(("ا", "ات", "ين", "ة"))
        if not grade or (grade == 1 and ends and not looks_foreign(scene, scene.key(j))):
            break
        j += 1
    named.quoted, named.definite, named.j = True, True, j
    return True


def _name_begins(scene: Scene, i: int, j: int) -> bool:
    """Whether a person's name begins behind a name that is none: شرطة لامانتا / *جان* ديبوا."""
    given = scene.lexicon.given
    if j == i + 1 and scene.key(i) in scene.function("saints"):
        return False  # بلدية *سان بدرو* دي كاتشي
    clan = scene.key(i) in scene.function("clans")
    if clan or scene.key(i) in given or scene.key(j) not in given:
        return False
    return namelike(scene, j + 1, first=False, role=True) > 0


_PARTS = (
    calls_itself,
    _quotation,
    _branch,
    _of_town,
    day_of_movement,
    unit_number,
    _loyal,
    _nation,
    _quality,
    _purpose,
    rest_of_number,
    posted,
    seated,
    sent_for,
    of_country,
    spoken_of,
    owned,
    _described,
    _own_name,
)

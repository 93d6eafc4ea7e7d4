"""The words of a body's name: which may go on with it, and where the next phrase begins."""

import re

from ....schema import ActorKind
from ..records.scene import Scene
from ..words.rows import Body
from ..words.text import fold, fold_loose
from ..words.word import EVENT, HEAD, MASDAR, NISBA, PARTICIPLE, ROLE, TOPIC, VERB, Sense, Word
from .listing import listed_at, phrase_at
from .namepart import namelike
from .nameword import looks_foreign

_DEED = re.compile(
    "است..?.ا.ة?|ان...?ا.|ا.ت.ا.|ا.[طد].ا."
)  # a form of action nouns: استنفار, انسحاب
_DOING = re.compile("ال.ا..ة")  # of the form of who does: العاملة
_PRESENT = re.compile("ال.ا(..|[يئ].)ة?|ال.ا.ي")  # and of that form: الحاصل, الحائزة, الساعي
_HELPED = frozenset({"supports", "aids", "arms"})  # المدعومة *ب*طائرات
_WITH = frozenset({"مع", "على", "في", "من", "عن", "ضد"})
_FORCES = frozenset({"army", "guard", "resistance", "navy", "air-force"})
_RULE = ActorKind.GOVERNMENT
_GOVERN = frozenset({"عن", "تحت", "الى", "على", "ضمن", "ضد"})
_GOVERN_PRONOUN = frozenset({"عن", "إلى", "على"})


def noun_fits(row: Body, key: str, feats: str) -> bool:
    """Whether an adjective has the gender of the body's head: وزارة الدفاع *الروسية*."""
    if row.plural and feats[1:2] == "p":
        return True
    feminine = feats[:1] == "f" if feats else key.endswith(("ة", "ى", "يا", "اء"))
    return feminine == (row.gender == "f" or row.plural)


def may_go_on(scene: Scene, j: int, word: Word, *, definite: bool) -> bool:
    """Whether the word may go on with a body's name: an adjective or noun with the article."""
    key, function = word.key, scene.function
    if key in function("passing") or key in function("occasions") or key in function("called_so"):
        return False
    if key in scene.function("spans") and (
        scene.key(j + 1) in scene.function("passing") or scene.key(j + 1) == "قبل"
    ):
        return False
    if key == "عدم":
        return not definite and scene.article(j + 1)
    if word.complementizer or word.pronoun or scene.closed(key):
        acting = key.startswith("بال")  # وزارة الدفاع / *بالوكالة*
        return key in scene.function("office_words") and not acting
    listed = listed_at(scene, j, bare=True)
    if listed is not None and len(listed[1].words) > 1 and definite:
        return False  # وكالة تاس / الولايات المتحدة
    if key.startswith("ال"):
        one = any(s.pos == "R" and s.feats[1:2] == "s" for s in word.senses)
        titled = one and scene.key(j + 1) in scene.lexicon.given
        if scene.key(j + 1) in scene.function("terms"):
            return False  # الحكومة / المنتهية *ولايتها*
        if scene.discourse.known_surname(fold_loose(key)) is not None:
            return False  # اعتقلت السلطات / الحداد
        return len(key) > 3 and scene.article(j) and not titled
    if key.startswith("لل") and len(key) > 4:
        return definite
    if key.startswith("وال") and len(key) > 5:
        # A second domain (السلم والأمن), not a second actor.
        return (
            scene.key(j - 1).startswith("ال")
            and not word.flags & (ROLE | NISBA)
            and not _next_head(scene, j, word)
            and listed_at(scene, j) is None
        )
    # A noun in the construct state before a definite one: هيئة أركان الجيش, لجنة حقوق الإنسان.
    return (
        not definite
        and construct_goes_on(scene, j + 1, after=key)
        and not (word.flags & VERB or key in scene.lexicon.given)  # حزب «السنابل» / سامي الحلبي
        and not _before_another(scene, j, word)
        and not any(s.conj or s.prep or (s.pos, s.feats) == ("N", "ms") for s in word.senses)
        and not any(b.prep and b.key in scene.lexicon.ordinary for b in word.bases)  # بإشراف
        and not (key.endswith("ا") and key not in scene.lexicon.ordinary)  # كونتادورا
    )


def _before_another(scene: Scene, j: int, word: Word) -> bool:
    """Whether an unknown word is a name with the next actor behind it: قوة *بالك* / الجيش."""
    following = scene.word(j + 1)
    if word.flags or word.key in scene.lexicon.ordinary or following is None:
        return False
    return scene.article(j + 1) and bool(following.flags & (HEAD | ROLE))


def indefinite_nation(scene: Scene, j: int) -> bool:
    """Whether a nation's adjective without the article stands at token j, and no people."""
    word = scene.word(j)
    if word is None or listed_at(scene, j, bare=True) is not None:
        return False  # زيمبابوي
    return any(s.pos == "N" and not s.det and s.feats[:2] in ("ms", "fs") for s in word.senses)


def rather_noun(scene: Scene, j: int, word: Word) -> bool:
    """Whether a word that may be a verb is a noun right behind a bare head: كتيبة *فجر* السنابل."""
    key = word.key
    if scene.dated(j) or scene.dated(j + 1) or key not in scene.lexicon.ordinary:
        return False
    if not (scene.article(j + 1) and word.verbs) or word.flags & ~(VERB | MASDAR | PARTICIPLE):
        return False
    following = scene.word(j + 1)
    if following is None or following.flags & (ROLE | HEAD | NISBA):
        return False
    if any(s.conj or s.prep or s.pronoun for s in word.senses):
        return False
    return all(s.person in ("3ms", "1s") for s in word.verbs)


def _next_head(scene: Scene, j: int, word: Word) -> bool:
    """Whether the next body begins at token j: الدفاع / *والحكومة*, but not الدفاع *والأمن*."""
    return any(s.pos == "H" for s in word.senses) or phrase_at(scene, j, "H") is not None


def purpose_end(scene: Scene, j: int) -> int | None:
    """Return the token behind what a body is for: *لتحرير أنغولا*, *من أجل العدالة*."""
    if scene.key(j) == "من" and scene.key(j + 1) == "اجل":
        return j + 3 if scene.article(j + 2) else None
    word = scene.word(j)
    if word is None or word.key[0] != "ل":
        return None
    action = any(s.pos == "M" and s.prep == "ل" and not (s.det or s.pronoun) for s in word.senses)
    if not action and word.key[1:] not in scene.function("state_aims"):
        return None
    k = j + 1
    while (listed := listed_at(scene, k)) is not None and not listed[0].prep:
        if bool(listed[0].conj) == (k == j + 1):
            break  # لتحرير أوغادين / فنلندا
        k += len(listed[1].words)  # لاستقلال غينيا والرأس الأخضر
    if k > j + 1 and scene.key(k)[1:] in scene.function("place_again") and scene.article(k + 1):
        k += 2  # لتحرير عُمان *والخليج العربي*
    if k > j + 1:
        return k
    following = scene.key(k)
    named = scene.article(k) or (
        word.key[1:] in scene.function("state_aims") and looks_foreign(scene, following)
    )
    return k + 1 if named else None


def addressed(scene: Scene, j: int, row: Body, word: Word) -> bool:
    """Whether somebody or a deed behind "for the" is no part of a name: استسلمت الحركة / *للجيش*.

    Forces are called by no deed: تقدمت قوات الفجر / *للسيطرة* على البلدة. Nor is a government by
    one that has a complement: الحكومة الجديدة / *للتضامن* معها.
    """
    forces = row.kind == ActorKind.ARMED_GROUP and (row.plural or row.id in _FORCES)
    rules = row.kind == ActorKind.GOVERNMENT and governs(scene, j + 1)
    bodies = scene.lexicon.bodies
    return any(
        (s.pos == "R" and s.feats[1:2] == "s")
        or (s.pos == "H" and (bodies[s.id].alone or (forces and bodies[s.id].kind == _RULE)))
        or (s.pos == "M" and (forces or rules))
        for s in word.senses
    )


def governs(scene: Scene, j: int) -> bool:
    """Whether a preposition stands at token j, as the complement of the deed before: معها, على."""
    word = scene.word(j)
    return word is not None and (word.pronoun is not None or word.key in _WITH)


def concern_end(scene: Scene, j: int) -> int | None:
    """Return the token behind whom or what a body is there for: الرابطة *لقدامى المحاربين*."""
    word = scene.word(j)
    if word is None or word.key[0] != "ل" or len(word.key) < 5 or word.key[1] == "ل":
        return None
    noun = word.key[1:]
    if noun not in scene.lexicon.ordinary or word.key in scene.lexicon.ordinary:
        return None
    if word.flags & (ROLE | HEAD | VERB) or not scene.article(j + 1):
        return None
    return j + 2


def construct_goes_on(scene: Scene, j: int, *, after: str) -> bool:
    """Whether a chain of nouns in the construct state ends in a definite one: سكك حديد *الشمال*."""
    for k in range(j, j + 3):
        word = scene.word(k)
        if word is None or word.complementizer or word.pronoun:
            return False
        if scene.article(k) or listed_at(scene, k, bare=True) is not None:
            return True
        if scene.closed(word.key):
            return False
        if after in scene.function("state_aims") and looks_foreign(scene, word.key):
            return True
        if word.flags & (VERB | ROLE) or any(s.conj or s.prep for s in word.senses):
            return False
    return False


def adjective_fits(scene: Scene, j: int, word: Word, row: Body) -> bool:
    """Whether a later word is still part of the name: an adjective that agrees with the head.

    A participle with a preposition behind it begins a clause of its own (المدعومة من).
    """
    key = word.key
    if key.startswith(("لل", "ل")) and not key.startswith("ال"):
        return True
    if key in scene.function("belonging_bodies"):
        return False
    nisba = next((s for s in word.senses if s.pos == "N" and s.det), None)
    if nisba is not None and nisba.feats == "ms" and not noun_fits(row, key, nisba.feats):
        return False  # بعثة المراقبين / السويدي بيير شوري
    following = scene.word(j + 1)
    if following is not None and _complement(following) and _acts(word):
        return False  # a participle with its complement: المنشق عن, الحائزة على, الهاربة إليها
    before = scene.word(j - 1)
    if before is not None and before.flags & NISBA and scene.key(j + 1) == "في":
        if _DOING.fullmatch(key) and key not in scene.function("office_words"):
            return False  # القوات الهندية / العاملة في
    if key in scene.function("placed") and scene.key(j + 1) in scene.function("prepositions"):
        return False
    if word.flags & MASDAR and not key.startswith("وال"):
        return False
    roles = [s for s in word.senses if s.pos == "R" and s.det and s.feats[1:2] == "s"]
    if roles:
        member = any(scene.lexicon.roles[s.id].relation == "member-of" for s in roles)
        serves = member and scene.key(j + 1) == "في"  # القيادي *في* حزب السنابل
        adjective = key.endswith(("ي", "ية")) and not (
            serves or _defective(scene, roles) or namelike(scene, j + 1, first=True, role=True)
        )
        if not adjective:  # التيار *الانفصالي*
            return False  # the next person's title
    if word.flags & PARTICIPLE and _governs(scene, j, word):
        return False
    many = key.endswith(("ين", "ون"))
    if many and scene.key(j - 1).endswith("ي"):
        return False  # مجلس الأمن الدولي / العسكريين
    if key.endswith("ين") and any(s.pos == "R" and s.feats[1:2] == "p" for s in word.senses):
        return False  # جهاز الأمن العام / المتمردين
    acting = many and word.flags & PARTICIPLE
    if key in scene.function("passing") or (acting and listed_at(scene, j - 1) is not None):
        return False  # جبهة تحرير الكونغو / المنسحبين
    if not key.startswith("ال"):
        return True
    fits = key.endswith(("ة", "ين", "ون")) or not scene.key(j - 1).endswith("ة")
    return fits or noun_fits(row, key, "")


def _complement(following: Word) -> bool:
    """Whether a participle governs what stands there: الحائزة *على*, الهاربة *إليها*."""
    pronoun = following.pronoun
    return following.key in _GOVERN or (pronoun is not None and pronoun[0] in _GOVERN_PRONOUN)


def _acts(word: Word) -> bool:
    """Whether a word has the form of a participle: *المنشق*, *الحائزة*, *الساعي*."""
    return word.key.startswith("الم") or _PRESENT.fullmatch(word.key) is not None


def _defective(scene: Scene, roles: list[Sense]) -> bool:
    """Whether a title only ends as adjectives do: خطفت القوات / *القاضي* الشرعي."""
    nouns = [scene.lexicon.roles[role.id].nouns for role in roles]
    return any(f"{noun}ي" in row for row in nouns for noun in row)


def next_noun(scene: Scene, j: int, word: Word) -> bool:
    """Whether a noun with the article begins the next phrase: a body, state, place or event."""
    key = word.key
    if not key.startswith("ال"):
        return False
    if word.flags & (EVENT | TOPIC) and not key.endswith(("ي", "ية")):
        return True  # where only an adjective can stand: الخارجية اليونانية / المذكرة
    if key in scene.names.of_two or key in scene.function("given_by_bodies"):
        return True  # مجلس الأمن / الطرفين, البرلمان / الثقة
    if key[2:] in scene.function("things") and scene.word(j - 1) is not None:
        return True  # الحكومة / الفكرة
    if _DEED.fullmatch(key[2:]) and key[2:] in scene.lexicon.ordinary:
        return True  # الجيش السوداني / الاستنفار
    place = key[2:] in scene.function("place_heads") or key[2:] in scene.function("buildings")
    place = place and key not in scene.function("local")  # اللجنة *المحلية*
    listed = any(len(found.words) == 1 for found in scene.names.starts.get(key, ()))
    before = scene.key(j - 1).removeprefix("و")
    field = before in scene.function("foreign_or_home")  # وزارة الشؤون *الخارجية*
    quality = before.endswith("ة") and key in scene.function("qualities_like_bodies")
    head = bool(word.flags & HEAD) and not (field or quality)  # المنظمة *السرية*, no company
    return head or place or (listed and not word.flags & NISBA)


def _governs(scene: Scene, j: int, word: Word) -> bool:
    """Whether a participle has a complement of its own behind it: المدعومة *من*, المطالبة *ب*."""
    following = scene.word(j + 1)
    if following is None:
        return False
    after = {following.key, *(s.prep for s in following.senses), *(b.prep for b in following.bases)}
    if following.pronoun is not None:
        after.add(following.pronoun[0])
    for sense in word.senses:
        if sense.pos not in ("AP", "PP"):
            continue
        verb = scene.lexicon.verbs[sense.id]
        wanted = {fold(marker) for marker in (*verb.object, *verb.noun_object)}
        if sense.pos == "PP":
            wanted |= {"من", "ب"} if verb.relation in _HELPED else {"من"}
        elif "direct" in verb.object and following.listed:
            wanted |= {"ل"}  # جبهة الفجر / المعادية لرومانيا
        if verb.relation is not None and after & wanted:
            return True
    return False

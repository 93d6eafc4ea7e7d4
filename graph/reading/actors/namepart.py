"""Parts of names: whether a word may be one, as the first of a person's name or behind it."""

import re

from ..records.scene import Scene
from ..words.names import SON
from ..words.spelling import SURE
from ..words.word import EVENT, HEAD, MASDAR, NISBA, PARTICIPLE, ROLE, TOPIC, VERB, Word
from .listing import listed_at
from .namebeside import told_beside
from .namecompound import of_compound
from .nameowed import told_behind
from .nameword import (
    ORDINAL,
    REGNAL,
    before_surname,
    done,
    ended,
    hardly_joined,
    hardly_verb,
    his_own,
    honoured,
    in_names,
    like_nisba,
    looks_foreign,
    may_end,
    name_follows,
    ranked_byname,
    rather_surname,
    sure,
    surname_of,
    verb_at,
)

_OWNED = re.compile(".{4,}(?:ها|هم|هما)|[وف].{2,}ته")  # مماطلتها, وحجته
_HIS_OWN = re.compile(".{3,}[^س]ته")  # شعبيته, مكانته
_HIS = re.compile("و.{3,}ه")  # ووالده
_FUTURE = re.compile("(?:س[يتن]|[تي]ت)[^اوي]{3}")  # سيبحر, تتحجج


def namelike(scene: Scene, i: int, *, first: bool, role: bool) -> int:
    """Return 2 for a known part of names, 1 for a word that may be one, 0 for none."""
    word = scene.word(i)
    if word is None:
        return 0
    key, lexicon = word.key, scene.lexicon
    beside = told_beside(scene, i, word, first=first, role=role)
    if beside is not None:
        return beside
    if not first and _capital(scene, i):
        return 0
    if first and key in scene.function("heirs"):
        return 0  # بقيادة *نجله* سالم الراوي
    if key == "وساما" or (key == "وسام" and scene.key(i + 1) in scene.function("decorations")):
        return 0  # منح الرئيس المصري *وسام* الشرف
    whole = [s for s in word.senses if not (s.conj + s.prep or s.future)]
    known = key in lexicon.given or (key in lexicon.family and not _asked(scene, i, word))
    clitic = first and not whole and any(s.prep and s.pos in "ME" for s in word.senses)
    if clitic and key not in lexicon.given and key not in lexicon.either:
        return 0  # بإمداد
    if first and role and _by_deed(scene, i):
        return 0  # اتهم نظيره الصيني / *برش* الزوارق
    if first and key.startswith("بال") and key[3:] in lexicon.ordinary:
        return 0  # الدبلوماسي الدنماركي *بالدولة* الجزرية
    if known and not any(s.pos == "V" and s.feats[:3] == "ipf" for s in whole):
        ordinary = {"N", "R", "H"} if first or not role else {"N", "R"}
        taken = [s for s in whole if s.pos in ordinary and s.feats[1:2] != "d"]  # كونتي
        titled = all(s.pos == "R" and not s.det for s in taken)
        if titled and not first and key in lexicon.family and key not in lexicon.given:
            taken = []  # عماد *مغنية*
        if titled and not first and role and not scene.article(i) and _wants_surname(scene, i):
            taken = taken if not may_end(scene, i + 1) else []  # حفيظ الله *أمين*
        ranked = first and role and ranked_byname(scene, i)
        if not taken or (titled and (ranked or name_follows(scene, i))):
            return 2
        return 0 if first or not scene.article(i) else _byname(scene, i, word, role=role)
    told = not first and verb_at(scene, i - 2)
    if key in lexicon.either and (role or told):
        return 2 if (name_follows(scene, i) if first else _ends_name(scene, i, word)) else 0
    if ORDINAL.fullmatch(key):
        return 0 if first else 2  # ألكسندر الثالث
    if scene.article(i):
        return 0 if first else _byname(scene, i, word, role=role)
    wanted = not first and _wants_surname(scene, i)
    hardly = (role or wanted) and all(
        hardly_verb(s, key) or (not first and (s.person == "1s" or (wanted and hardly_joined(s))))
        for s in word.senses
    )
    taken = word.flags and not hardly
    if taken or word.pronoun or word.complementizer or len(key) < (2 if role else 3):
        return 0
    if scene.closed(key) or scene.tokens[i].tanwin:
        return 0
    if key in lexicon.ordinary and not (first and role and before_surname(scene, i)):
        return 0
    if _other_word(scene, i, word, first=first, role=role) or his_own(scene, key):
        return 0
    if first and (_OWNED.fullmatch(key) or _HIS_OWN.fullmatch(key)):
        return 0  # فقد الرئيس *هيبته*
    score = scene.names.spelling.score(key)
    if score < -SURE and first and not role:
        return 0
    return 2 if score >= SURE else 1


def _capital(scene: Scene, i: int) -> bool:
    """Whether a capital of two words begins at token i: اتهم متقي / *إسلام آباد*."""
    if scene.key(i) not in scene.names.starts:
        return False
    found = listed_at(scene, i, bare=True)
    return found is not None and found[1].kind == "capital" and len(found[1].words) > 1


def _asked(scene: Scene, i: int, word: Word) -> bool:
    """Whether a hamza within shows a verb and no name: كيندي *سأل*, but ماكي *سال*."""
    token = scene.tokens[i]
    return bool(word.flags & VERB) and "أ" in scene.text[token.start + 1 : token.end]


def _by_deed(scene: Scene, i: int) -> bool:
    """Whether a short word with ب is a deed, its object behind it: برش *الزوارق*."""
    key, following = scene.key(i), scene.word(i + 1)
    if key[:1] != "ب" or len(key) > 4 or in_names(scene, key):
        return False
    if following is None or not scene.article(i + 1):
        return False
    return bool(following.flags & TOPIC) or following.key[2:] in scene.lexicon.ordinary


def _ends_name(scene: Scene, i: int, word: Word) -> bool:
    """Whether an ordinary word ends a name here: صلاح *جديد*; but عبد الله / *أمير* شرق الأردن."""
    if scene.closed(word.key) and scene.dated(i + 1):
        return False  # الوزير فهد الربيعان / *هنا* اليوم
    if word.flags & ROLE:
        following = scene.word(i + 1)
        return following is None or bool(following.flags & VERB) or following.complementizer
    following = scene.word(i + 1)
    joined = following is not None and bool(following.senses)
    if following is not None and joined and all(s.conj == "و" for s in following.senses):
        return True  # أقال الوزير ويك سامبير *كول* وتعيين
    object_next = i + 1 < len(scene.tokens) and scene.tokens[i + 1].tanwin  # شيلان *قادر* فصيلا
    return object_next or ended(scene, i + 1) or listed_at(scene, i + 1) is not None


def _byname(scene: Scene, i: int, word: Word, *, role: bool) -> int:
    """Grade a word with the article behind a name: سعد *المطلق*, جبران *الصلح*."""
    lexicon, key = scene.lexicon, word.key
    if word.closed.get(scene.key(i + 1)):
        return 0  # سالم الطيب / *العديد* من التهم
    before = scene.word(i - 1)
    given = before is not None and any(base.key in lexicon.given for base in before.bases[:2])
    given = given or scene.key(i - 2) == "عبد" or (role and scene.key(i - 1) in lexicon.either)
    everyday = key in lexicon.ordinary or key[2:] in lexicon.ordinary
    if given and scene.key(i + 1) in SON:
        return 2  # محمد *الأمين* ولد داداه
    nisba = not word.flags & ~(NISBA | PARTICIPLE)
    if nisba and any((s.pos, s.feats) == ("N", "ms") for s in word.senses):
        following = scene.key(i + 1)
        other = following in lexicon.given or sure(scene, following)
        other = other and listed_at(scene, i + 1, bare=True) is None
        return 0 if other else 2  # جمال الدين *الأفغاني*
    told = role or verb_at(scene, i - 2)
    own = key in scene.function("office_words") and key.endswith("ي") and told
    own = own and may_end(scene, i + 1)  # جعفر *العسكري*
    mister = scene.word(i + 1) is None and any(
        s.id in scene.function("honorifics") for s in word.senses
    )
    if mister and given:
        return 1  # قتل أمين الحزب سالم مصطفى *السيد*، وأن
    if role and told_behind(scene, i):
        return 1  # السيد سامي *الصلح* فقد
    if word.flags & (VERB | MASDAR | EVENT | HEAD | NISBA) or (scene.closed(key) and not own):
        return 0
    office = word.flags & ROLE and scene.key(i + 1) in scene.function("office_words")
    if listed_at(scene, i) is not None or office:
        return 0  # the next actor, or the office: اللنبي *المندوب* السامي
    ends = done(scene, i + 1)
    servant = scene.key(i - 2) == "عبد"
    son = scene.key(i - 2) in SON  # سعد بن ناصر *العتيق*
    second = not (servant or son) and namelike(scene, i - 2, first=True, role=False)
    alone = not second  # سعد, not محمد سعد
    if not everyday and (not word.flags or like_nisba(word)):
        surname = key.endswith("ي") or (given and not key.endswith(("ة", "ات")))
        return int(surname or (given and alone and ends and role))  # رمضان *العمامرة*
    several = key.endswith(("ة", "ات", "ين", "ون")) and not any(
        (s.pos, s.feats) == ("R", "ms") for s in word.senses
    )
    if not given or key in scene.function("passing") or several:
        return 0
    if key.endswith("ي") and not word.flags:
        return 1
    title = scene.word(i - 2)
    regnal = title is not None and any(s.id in REGNAL for s in title.senses)
    return int(told and alone and not regnal and ends)


def _other_word(scene: Scene, i: int, word: Word, *, first: bool, role: bool) -> bool:
    """Whether an unknown word has the look of a word with a clitic, of a verb or of a plural."""
    key, lexicon = word.key, scene.lexicon
    if key.startswith("لل") or _FUTURE.fullmatch(key):
        return True
    if not first and _HIS.fullmatch(key):
        kin = key[1:].removesuffix("ها").removesuffix("ه")
        if kin in lexicon.ordinary:
            return True  # سالم الراوي / *ووالده*
    score = scene.names.spelling.score
    joined = not first and key[0] == "و" and len(key) > 4 and not key.startswith("وو")
    wanted = not first and _wants_surname(scene, i)
    if joined and score(key[1:]) > max(score(key), 0):
        if not (wanted and score(key) > SURE and key[1:] not in lexicon.given):
            return True  # غوراجده *وبيهاتش*; but رشاد *ولييف*
    following = scene.key(i + 1)
    goes_on = first and role and (following in lexicon.family or sure(scene, following))
    goes_on = goes_on or (first and role and score(key) > 0 and honoured(scene, i))
    ends = may_end(scene, i + 1) or listed_at(scene, i + 1, bare=True) is not None
    spelled = not first and role and score(key) > SURE and (ends or sure(scene, following))
    for clitic in word.bases[1:]:
        named = clitic.key in lexicon.given or clitic.key in scene.names.starts
        everyday = clitic.key in lexicon.ordinary or clitic.key[2:] in lexicon.ordinary
        if first and clitic.conj == "و" and not clitic.prep and clitic.key in lexicon.given:
            return True  # عين سالم وزيرا / *وسامي الحلبي* سفيرا
        if spelled and clitic.prep and not (named or everyday):
            continue  # لازلو *بالوغ*
        if wanted and rather_surname(scene, i, clitic):
            continue
        if named and not goes_on and (first or clitic.prep != "ك"):
            return True  # بريم بهادور is no ب and ريم, nor كرافت behind a name ك and رأفت
        if clitic.prep and clitic.key in scene.names.closed:
            return True
        if clitic.key in lexicon.ordinary:
            return True
        if score(key) > 2 * SURE or (wanted and score(key) > SURE / 2):
            continue  # *بامبانغ* ويدودو, هيكتور *بالديراس*
        if (clitic.prep == "ب" or (clitic.conj == "و" and first)) and clitic.key[:2] == "ال":
            return True  # والأمن
        spelled_so = goes_on or (role and score(key) > 0)  # الرئيس *باغازا*
        if first and clitic.prep in ("ب", "ل") and clitic.key[:1] in "تا" and not spelled_so:
            return True
        if first and clitic.prep == "ب" and clitic.key.removesuffix("ين") in lexicon.ordinary:
            return True  # بهدفين
        if clitic.prep and clitic.key.endswith(("ة", "ات")):
            return True  # مكاريوس *بحفاوة*
    if not first and scene.discourse.called(key) is not None:
        return True
    listed = scene.names.starts.get(key, ())
    town = all(found.kind == "city" for found in listed)
    marked = scene.word(i + 1) is None  # تفقد الوزير سالم الراوي / صيدا.
    second = (ends and not marked) or not namelike(scene, i - 2, first=True, role=False)
    if not first and listed and not (town and second and role):
        surname = wanted and all(surname_of(scene, found.ids[0]) for found in listed)
        if not surname:
            return True  # the next actor: عبد القادر / فرنسا
    surname = role or (wanted and score(key) > SURE)
    if key.endswith(("ة", "ات", "يا", "ين")) and not surname:
        return True
    feminine = key.endswith(("ة", "ات")) and not (role and looks_foreign(scene, scene.key(i + 1)))
    if first and feminine:
        return True
    if key.startswith(("مت", "ومت", "وا")) and not (wanted and score(key) > 0):
        return True  # but إسماعيل *واغي*
    return key.startswith("است") and scene.text[scene.tokens[i].start] == "ا"


def _wants_surname(scene: Scene, i: int) -> bool:
    """Whether a title and a given name stand before token i, which is a surname then.

    Kings and popes have none. Without a title a verb has to stand before the given name.
    """
    before, k = scene.word(i - 1), i - 1
    compound = of_compound(scene, k, first=False)  # الرئيس حفيظ الله *أمين*
    k -= compound
    title = scene.word(k - 1)
    quoted = k > 0 and scene.tokens[k - 1].kind == "q"  # زعيم حركة «السنابل» بطرس *لوال*
    if before is None or (title is None and not quoted) or before.flags & ROLE:
        return False
    titled = title is not None and title.flags & ROLE and sure(scene, scene.key(i - 1))
    given = compound or scene.key(i - 1) in scene.lexicon.given
    if not (titled or given) or namelike(scene, k - 1, first=True, role=False):
        return False
    return title is None or not any(s.id in REGNAL for s in title.senses)

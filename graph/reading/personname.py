"""Persons' names: where one begins, which words go on with it, and where it ends."""

import re

from ...schema import ActorKind
from .listing import listed_at
from .names import SON
from .scene import Scene, letters_in
from .spelling import SURE
from .word import EVENT, HEAD, MASDAR, NISBA, PARTICIPLE, ROLE, VERB, Base, Sense, Word

# Of kings and popes one name is the whole name: what follows has the next part of the sentence.
_REGNAL = frozenset({"king", "sultan", "emir", "pope", "emperor", "tsar", "shah", "khedive"})
_FOREIGN_WASTA = frozenset({"دي", "فان", "فون"})
_ARTICLES = frozenset({"لا", "لوس", "لاس", "دير", "دن"})  # دي *لا* كروث
_ORDINAL = re.compile("ال(?:اول|ثان|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[يىة]?ة?")
_WITH_MADDA = frozenset({"انا", "ان"})  # names but for the madda that folding takes away
_LONGEST = 4  # words of a person's name, بن and the like apart
_MOST_UNKNOWN = 2  # of them that no lexicon knows, behind a role
_FUTURE = re.compile("س[يتن][^اوي]{3}")  # سيبحر
# What has no ا in the accusative: feminines, plurals (رسائل, مطالب, اتفاقات), duals.
_DIPTOTE = re.compile("..ا.ي?.|.*(?:[ةهاى]|ات|ين|ون|اء)|ا....|ا..")
_LONG_VOWELS = re.compile("(?<=.)[اوي]")


def looks_foreign(scene: Scene, key: str) -> bool:
    """Whether an unknown word where a name is likely is spelled as names are: كوستالبا."""
    return len(key) > 3 and scene.names.spelling.score(key) > -SURE


def _sure(scene: Scene, key: str) -> bool:
    """Whether an unknown word is surely spelled like a name."""
    return len(key) > 3 and scene.names.spelling.score(key) > SURE


def name_at(
    scene: Scene, i: int, *, role: bool, base: Base | None = None, told: bool = False
) -> tuple[str, int] | None:
    """Return the person's name at token i and the token behind it.

    Behind a role, words that no lexicon knows are taken for a name; elsewhere the first word must
    be a known given name. `told`: the verb stands before, so that a noun may be a surname.
    """
    listed = listed_at(scene, i, bare=role)
    if listed is not None and listed[1].kind == "name":
        known = scene.lexicon.actors[listed[1].ids[0]]
        if known.kind == ActorKind.PERSON:
            j = i + len(listed[1].words)
            return scene.raw(i, j), j
        return None
    if (
        listed is not None
        and listed[1].kind == "capital"
        and scene.key(i) not in scene.lexicon.given
    ):
        return None  # زارت الوزيرة / زغرب
    wasta = scene.function("wasta")
    j, unknown, length = i, 0, 0
    if base is not None and not initial_at(scene, i):
        j, length = i + 1, 1  # whoever asks has seen that a name begins here
    while length < _LONGEST:
        if initial_at(scene, j):
            j += 2
            continue
        grade = namelike(scene, j, first=j == i, role=role)
        unknown += grade == 1
        key = scene.key(j)
        late = grade == 1 and j - i > 1
        owned = grade == 1 and key.endswith("ه") and scene.names.spelling.score(key) < 0
        if owned and j > i:
            break  # جمال الدين حسن / تفاؤله
        if late and (not _LONG_VOWELS.search(key) or key.endswith(("تين", "يين", "ات", "ته"))):
            break  # جورج غريفاس / معقل, لارس تورنبيرغ / تحذيرات
        if length == 1 and not grade and _plain_surname(scene, j, told=told):
            j += 1
            break
        if not grade and _between(scene, i, j):
            grade = 2
        if not grade or unknown > (_MOST_UNKNOWN if role else 1):
            break
        if j - i > 1 and key in scene.lexicon.given and _closes(scene, j - 1):
            break  # خلف سالم الراوي / كريم التوهامي
        if j - i > 1 and key == "سان" and scene.key(j - 1) not in wasta:
            break  # غاسبار أوليفيرا / سان تيريسو
        length += key not in wasta
        j += 1
    while j > i and (scene.key(j - 1) in wasta or scene.key(j - 1) == "."):
        j -= 1 + (scene.key(j - 1) == ".")
    if j == i:
        return None
    start = scene.tokens[i].start
    if base is not None and base.cut > 0:
        start = letters_in(scene.text, scene.tokens[i].start, base.cut)
    return scene.raw(i, j, start), j


def _between(scene: Scene, i: int, j: int) -> bool:
    """Whether a short word stands between two foreign parts of one name: لياو *لي* تشيانغ."""
    word, score = scene.word(j), scene.names.spelling.score
    if word is None or j == i or len(word.key) > 3 or word.flags or scene.closed(word.key):
        return False
    if word.pronoun or word.complementizer or listed_at(scene, j + 1, bare=True):
        return False
    before, after = scene.key(j - 1), scene.key(j + 1)
    return score(before) > 0 and score(after) > SURE


def initial_at(scene: Scene, i: int) -> bool:
    """Whether a letter with a dot stands at token i: جون *ف.* هولدن."""
    return len(scene.key(i)) == 1 and scene.key(i + 1) == "." and scene.word(i) is not None


def _closes(scene: Scene, i: int) -> bool:
    """Whether a surname like الراوي stands at token i, and not as the second half of عبد الهادي."""
    key = scene.key(i)
    return key.endswith("ي") and scene.article(i) and scene.key(i - 1) not in SON


def begins_name(scene: Scene, i: int, *, told: bool = False) -> bool:
    """Whether a title or unknown word begins a name behind an office: *إمام* علي, *بريم* بهادور.

    `told`: the verb stands before, so that what looks like one may be a name: *دان* شومرون.
    """
    word = scene.word(i)
    if word is None or word.pronoun or scene.article(i):
        return False
    if scene.closed(word.key) and scene.text[scene.tokens[i].start] != "إ":  # إمام is not أمام
        return False
    following = scene.key(i + 1)
    if listed_at(scene, i, bare=True) or not namelike(scene, i + 1, first=False, role=True):
        return False
    if following not in scene.lexicon.given and not scene.names.spelling.score(following) > 2:
        return False
    if word.senses:
        return all(
            s.person == "3ms" and len(word.key) <= 4
            if told and s.pos == "V"
            else s.pos == "R" and not s.conj + s.prep and not scene.lexicon.roles[s.id].relation
            for s in word.senses
        )
    return word.key not in scene.lexicon.ordinary and not word.key.startswith("لل")


def namelike(scene: Scene, i: int, *, first: bool, role: bool) -> int:
    """Return 2 for a known part of names, 1 for a word that may be one, 0 for none."""
    word = scene.word(i)
    if word is None:
        return 0
    key, lexicon = word.key, scene.lexicon
    if key in scene.function("wasta"):
        return 2
    if key in _WITH_MADDA and scene.text[scene.tokens[i].start] == "آ":
        return 2  # آنا ليند, not أنا
    before = "" if first else scene.key(i - 1)
    if before in _FOREIGN_WASTA and key in _ARTICLES:
        return 2
    if before in SON and (before == "ولد" or not word.flags & (ROLE | HEAD)):
        return 2
    whole = [s for s in word.senses if not (s.conj + s.prep or s.future)]
    known = key in lexicon.given or key in lexicon.family
    clitic = first and not whole and any(s.prep and s.pos in "ME" for s in word.senses)
    if clitic and key not in lexicon.given:
        return 0  # بإمداد
    if known and not any(s.pos == "V" and s.feats[:3] == "ipf" for s in whole):
        ordinary = {"N", "R", "H"} if first or not role else {"N", "R"}
        taken = [s for s in whole if s.pos in ordinary and s.feats[1:2] != "d"]  # كونتي
        titled = all(s.pos == "R" and not s.det for s in taken)
        if not taken or (titled and _name_follows(scene, i)):
            return 2
        return 0 if first or not scene.article(i) else _byname(scene, i, word, role=role)
    if key in lexicon.either and role:
        return 2 if (_name_follows(scene, i) if first else _may_end(scene, i + 1)) else 0
    if _ORDINAL.fullmatch(key):
        return 0 if first else 2  # ألكسندر الثالث
    if scene.article(i):
        return 0 if first else _byname(scene, i, word, role=role)
    hardly = role and all(_hardly_verb(s) or (s.person == "1s" and not first) for s in word.senses)
    taken = word.flags and not hardly
    if taken or word.pronoun or word.complementizer or len(key) < (2 if role else 3):
        return 0
    if scene.closed(key) or scene.tokens[i].tanwin or key in lexicon.ordinary:
        return 0
    if _other_word(scene, i, word, first=first, role=role):
        return 0
    score = scene.names.spelling.score(key)
    if score < -SURE and first and not role:
        return 0
    return 2 if score > SURE else 1


def _hardly_verb(sense: Sense) -> bool:
    """Whether it is a rare form of a verb, so that a name is likelier: سوير, ايدن."""
    return sense.pos == "V" and (sense.feats.endswith(" p") or sense.person == "3fp")


def _name_follows(scene: Scene, i: int) -> bool:
    """Whether a word that may be a title without the article is a name here: *أمير* حسين."""
    key = scene.key(i + 1)
    if key in scene.lexicon.given or key in scene.lexicon.family or looks_foreign(scene, key):
        return True
    return scene.article(i + 1) and key.endswith("ي") and key[2:] not in scene.lexicon.ordinary


def _byname(scene: Scene, i: int, word: Word, *, role: bool) -> int:
    """Grade a word with the article behind a name: سعد *المطلق*, جبران *الصلح*."""
    lexicon, key = scene.lexicon, word.key
    before = scene.word(i - 1)
    given = before is not None and any(base.key in lexicon.given for base in before.bases[:2])
    everyday = key in lexicon.ordinary or key[2:] in lexicon.ordinary
    nisba = not word.flags & ~(NISBA | PARTICIPLE)
    if not role and nisba and any((s.pos, s.feats) == ("N", "ms") for s in word.senses):
        following = scene.key(i + 1)
        other = following in lexicon.given or _sure(scene, following)
        other = other and listed_at(scene, i + 1, bare=True) is None
        return 0 if other else 2  # جمال الدين *الأفغاني*
    if word.flags & (VERB | MASDAR | EVENT | HEAD | NISBA) or scene.closed(key):
        return 0
    if key in scene.names.starts:
        return 0  # the next actor
    if not (everyday or word.flags):
        return int(key.endswith("ي") or (given and not key.endswith(("ة", "ات"))))
    if not given or key in scene.function("passing") or key.endswith(("ة", "ات", "ين", "ون")):
        return 0
    if key.endswith("ي") and not word.flags:
        return 1
    title = scene.word(i - 2)
    regnal = title is not None and any(s.id in _REGNAL for s in title.senses)
    alone = not namelike(scene, i - 2, first=True, role=False)  # سعد, not محمد سعد
    return int(role and alone and not regnal and _may_end(scene, i + 1))


def _plain_surname(scene: Scene, i: int, *, told: bool) -> bool:
    """Whether a noun behind one name, with its verb before, is a surname: قال إدمون *عقل* إن.

    As an object it would have its accusative's ا, the article, or a genitive behind it.
    """
    word = scene.word(i)
    if word is None or word.flags or word.pronoun or word.complementizer or len(word.key) < 3:
        return False
    if scene.closed(word.key) or scene.article(i) or scene.tokens[i].tanwin:
        return False
    if word.key in scene.names.starts or _DIPTOTE.fullmatch(word.key):
        return False
    if word.key not in scene.lexicon.ordinary or word.key.startswith("لل"):
        return False
    following = scene.word(i + 1)
    present = following is not None and any(s.feats[:3] == "ipf" for s in following.verbs)
    return present or (told and _may_end(scene, i + 1))


def _may_end(scene: Scene, i: int) -> bool:
    """Whether token i may follow a finished name: a mark, a verb, a word of a closed class."""
    word = scene.word(i)
    if word is None:
        return True
    bound = word.complementizer or word.pronoun is not None or scene.closed(word.key)
    return bound or bool(word.flags & (VERB | ROLE))


def _other_word(scene: Scene, i: int, word: Word, *, first: bool, role: bool) -> bool:
    """Whether an unknown word has the look of a word with a clitic, of a verb or of a plural."""
    key, lexicon = word.key, scene.lexicon
    if key.startswith("لل") or _FUTURE.fullmatch(key):
        return True
    score = scene.names.spelling.score
    if not first and key[0] == "و" and len(key) > 4 and score(key[1:]) > max(score(key), 0):
        return True  # غوراجده *وبيهاتش*
    following = scene.key(i + 1)
    goes_on = first and role and (following in lexicon.family or _sure(scene, following))
    for clitic in word.bases[1:]:
        named = clitic.key in lexicon.given or clitic.key in scene.names.starts
        if named and not goes_on and (first or clitic.prep != "ك"):
            return True  # بريم بهادور is no ب and ريم, nor كرافت behind a name ك and رأفت
        if clitic.prep and clitic.key in scene.names.closed:
            return True
        if clitic.key in lexicon.ordinary or (clitic.prep == "ب" and clitic.key[:2] == "ال"):
            return True
        if first and clitic.prep in ("ب", "ل") and clitic.key[:1] in "تا":
            return True
        if first and clitic.prep == "ب" and clitic.key.removesuffix("ين") in lexicon.ordinary:
            return True  # بهدفين
        if clitic.prep and clitic.key.endswith(("ة", "ات")):
            return True  # مكاريوس *بحفاوة*
    if not first and scene.discourse.called(key) is not None:
        return True
    listed = scene.names.starts.get(key, ())
    town = all(found.kind == "city" for found in listed)
    second = not namelike(scene, i - 2, first=True, role=False)
    if not first and listed and not (town and second and role):
        return True  # the next actor: عبد القادر / فرنسا
    if key.endswith(("ة", "ات", "يا", "ين")) and not role:
        return True
    feminine = key.endswith(("ة", "ات")) and not (role and looks_foreign(scene, scene.key(i + 1)))
    if (first and feminine) or key.startswith(("مت", "ومت", "وا")):
        return True
    return key.startswith("است") and scene.text[scene.tokens[i].start] == "ا"

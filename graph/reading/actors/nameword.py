"""Words of names: what a word and those beside it tell, whatever is a name before or behind it."""

import re

from ....schema import ActorKind
from ..records.scene import Scene
from ..words.names import SON
from ..words.spelling import SURE
from ..words.word import HEAD, ROLE, VERB, Base, Sense, Word
from .listing import listed_at
from .placeslot import place_due

# Of kings and popes one name is the whole name: what follows has the next part of the sentence.
REGNAL = frozenset({"king", "sultan", "emir", "pope", "emperor", "tsar", "shah", "khedive"})
ORDINAL = re.compile("ال(?:حادي|اول|ثان|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[يىة]?ة?")
_INFLECTED = re.compile("(?:[ةه]|ات|ون|ين|ها|هم|هما)$")
_RATHER = 1.0  # a score at which an unknown word is rather a name
_WITH_MADDA = frozenset({"انا", "ان", "ابي", "ابا"})  # names but for the madda that folding takes


def looks_foreign(scene: Scene, key: str) -> bool:
    """Whether an unknown word where a name is likely is spelled as names are: كوستالبا."""
    return len(key) > 3 and scene.names.spelling.score(key) > -SURE


def to_listed(word: Word) -> bool:
    """Whether a word may be a listed name with a preposition on it: *لتايوان*."""
    return any(base.prep and base.listed for base in word.bases[1:])


def in_names(scene: Scene, key: str) -> bool:
    """Whether a lexicon has the word as a name, be it another word too: سالم, الراوي, جديد."""
    lexicon = scene.lexicon
    return key in lexicon.given or key in lexicon.family or key in lexicon.either


def his_own(scene: Scene, key: str) -> bool:
    """Whether an unknown word is a thing with its owner's pronoun: *نتيجته*, *خطواتها*."""
    end = next((end for end in ("ته", "تها", "تهم") if key.endswith(end)), None)
    stem = key[: -len(end)] if end is not None else ""
    return len(stem) > 2 and (f"{stem}ة" in scene.lexicon.ordinary or stem.endswith("ا"))


def sure(scene: Scene, key: str) -> bool:
    """Whether an unknown word is surely spelled like a name."""
    return len(key) > 3 and scene.names.spelling.score(key) > SURE


def with_madda(scene: Scene, i: int) -> bool:
    """Whether one letter makes a word a name: *آنا* ليند is not أنا, nor *ولدي* ولدى."""
    token = scene.tokens[i]
    letter = scene.text[token.start]
    return (
        (token.key in _WITH_MADDA and letter == "آ")
        or (token.key == "الان" and letter == "أ")
        or (token.key == "ولدى" and scene.text[token.end - 1] == "ي")
    )


def is_ali(scene: Scene, i: int) -> bool:
    """Whether على is Ali as Egypt spells him, behind a title: العقيد *على* الرداعى.

    Before a name he is, unless a verb waits for "on": قال الرئيس *على عبد الله* سالم, but أثنى
    الرئيس على.
    """
    if scene.key(i) != "على":
        return False
    title, surname, k = scene.word(i - 1), scene.word(i + 1), i - 1
    if title is not None and any(s.pos == "N" and s.det for s in title.senses):
        title, k = scene.word(i - 2), i - 2  # الرئيس اليمني *على* عبد الله
    if title is None or surname is None:
        return False
    roles = [scene.lexicon.roles[s.id] for s in title.senses if s.pos == "R" and s.det]
    named = scene.key(i + 1) == "عبد" or scene.key(i + 1) in scene.lexicon.given
    if roles and named and not _waits_for_on(scene, k - 1):
        return True
    private = any(role.relation is None for role in roles)
    unknown = not surname.flags and surname.key not in scene.lexicon.ordinary
    byname = scene.article(i + 1) and surname.key.endswith("ي")
    known = surname.key in scene.lexicon.given or surname.key in scene.lexicon.family
    return bool(roles) and unknown and (byname or (known and private))


def _waits_for_on(scene: Scene, i: int) -> bool:
    """Whether the word at token i may be a verb with its object under على: *أثنى* على."""
    word = scene.word(i)
    rows = (scene.lexicon.verbs[s.id] for s in word.verbs) if word is not None else ()
    return any("على" in {*row.object, *row.topic, *row.content} for row in rows)


def people(sense: Sense) -> bool:
    """Whether it is a people without the article, a surname behind a name: كريستوفر *روس*."""
    return (sense.pos, sense.feats) == ("N", "bp") and not (sense.det or sense.conj or sense.prep)


def called_by_nation(scene: Scene, i: int, word: Word) -> bool:
    """Whether a nation's adjective is a given name, as the title has the article: الأمير *تركي* بن.

    The surname behind tells it from فرنسي الجنسية.
    """
    nisba = any((s.pos, s.feats, s.det) == ("N", "ms", False) for s in word.senses)
    if not nisba or not scene.article(i - 1):
        return False
    following = scene.key(i + 1)
    byname = scene.article(i + 1) and following.endswith("ي")
    return byname or following in SON or following in scene.lexicon.given


def of_nation(sense: Sense) -> bool:
    """Whether it is the adjective of a nation without the article."""
    return (sense.pos, sense.feats) == ("N", "ms") and not (sense.det or sense.conj or sense.prep)


def clitic_and_name(scene: Scene, i: int) -> bool:
    """Whether a word has a clitic and begins the next name: سمير جعجع / *وايلي* حبيقة."""
    key, following = scene.key(i), scene.key(i + 1)
    lexicon = scene.lexicon
    known = key[1:] in lexicon.given or key[1:] in lexicon.either
    if key[:1] not in ("و", "ب", "ل", "ك", "ف") or not known:
        return False
    behind = scene.word(i + 1)
    if key[0] == "و" and behind is not None and not behind.senses and not scene.closed(following):
        return True  # حسين آيت أحمد / *ومحمد* خيضر
    return following in lexicon.family or following in lexicon.given or sure(scene, following)


def behind_king(scene: Scene, i: int) -> bool:
    """Whether a listed name stands behind a king's one name: استقبل الملك حسين / *كيسنجر*."""
    title = scene.word(i - 2)
    king = title is not None and any(s.det and s.id in REGNAL for s in title.senses)
    return king and any(len(name.words) == 1 for name in scene.names.starts.get(scene.key(i), ()))


def verb_at(scene: Scene, i: int) -> bool:
    """Whether the word at token i may be a verb."""
    word = scene.word(i)
    return word is not None and bool(word.verbs)


def hardly_verb(sense: Sense, key: str) -> bool:
    """Whether it is a rare form of a verb, so that a name is likelier: سوير, ايدن, خونا, نجيب."""
    person = sense.person
    dual = sense.feats[1:2] == "d" and not (sense.pronoun or sense.det)
    if dual and sense.pos in ("R", "H", "AP", "PP"):
        return not key.endswith(("ي", "ين"))  # كونتا, two counts; ديران, monasteries; but سفيري
    rare = sense.feats.endswith(" p") or person == "3fp" or person[:1] in "12" or "d" in person
    return sense.pos == "V" and rare


def hardly_joined(sense: Sense) -> bool:
    """Whether it is a preposition before what nobody would call so: بطرس *لوال* is no لـ + والٍ."""
    joined = bool(sense.prep) and sense.pos in ("R", "V", "AP", "PP")
    return joined and not (sense.det or sense.pronoun or sense.conj)


def name_follows(scene: Scene, i: int) -> bool:
    """Whether a word that may be a title without the article is a name here: *أمير* حسين."""
    key = scene.key(i + 1)
    if key in scene.lexicon.given or key in scene.lexicon.family or looks_foreign(scene, key):
        return True
    return scene.article(i + 1) and key.endswith("ي") and key[2:] not in scene.lexicon.ordinary


def ranked_byname(scene: Scene, i: int) -> bool:
    """Whether a rank stands before and a byname behind: النقيب المنشق *عماد* الحلاق."""
    before = scene.word(i - 1)
    rank = before is not None and any(s.pos == "R" and s.det for s in before.senses)
    return rank and scene.article(i + 1) and done(scene, i + 2)


def before_surname(scene: Scene, i: int) -> bool:
    """Whether an ordinary word is a name for the foreign surname behind it: *باري* غولد."""
    score, following = scene.names.spelling.score, scene.key(i + 1)
    known = following in scene.lexicon.family and following not in scene.names.starts
    return known and score(scene.key(i)) > 0 and score(following) > SURE


def may_end(scene: Scene, i: int) -> bool:
    """Whether token i may follow a finished name: a mark, a verb, a word of a closed class."""
    word = scene.word(i)
    if word is None:
        return True
    bound = word.complementizer or word.pronoun is not None or scene.closed(word.key)
    return bound or bool(word.flags & (VERB | ROLE))


def ended(scene: Scene, i: int) -> bool:
    """Whether a finished name may stand before token i, be it told of: نفى سالم / *ضلوعه*."""
    word = scene.word(i)
    own = word is not None and any(s.pos == "M" and s.pronoun and not s.prep for s in word.senses)
    return own or may_end(scene, i)


def done(scene: Scene, i: int) -> bool:
    """Whether a finished name may stand before token i: a bound follows, or the next actor."""
    return may_end(scene, i) or listed_at(scene, i) is not None


def honours(scene: Scene, i: int, word: Word) -> bool:
    """Whether an honorific and a title begin here: *سعادة السفير*, *معالي الوزير*."""
    after = scene.word(i + 1)
    honour = any(s.pos == "R" and s.id == "excellency" for s in word.senses)
    return honour and after is not None and bool(after.flags & ROLE)


def honoured(scene: Scene, i: int) -> bool:
    """Whether "Mr" stands before token i, and can have only a name behind it: المسيو *بانلفيه*."""
    before, titles = scene.word(i - 1), scene.function("honorifics")
    return before is not None and any(s.det and s.id in titles for s in before.senses)


def like_nisba(word: Word) -> bool:
    """Whether a word with the article ends as a nation's adjective does: *الموصلي*, *المقدسي*.

    What it would be else, participles before their object, has no article.
    """
    if not (word.key.startswith("ال") and word.key.endswith("ي") and word.senses):
        return False
    return all(s.pos in ("AP", "PP") and s.feats[:2] == "mp" for s in word.senses)


def surname_of(scene: Scene, actor: str) -> bool:
    """Whether it is a listed person, whose surname another may have: عيزر *وايزمان*."""
    return scene.lexicon.actors[actor].kind == ActorKind.PERSON


def title_within(scene: Scene, i: int, word: Word) -> bool:
    """Whether a title stands within a name: عثمان *حاج* حمد, حسان *الشيخ* علي."""
    lexicon, before, following = scene.lexicon, scene.word(i - 1), scene.key(i + 1)
    titles = [s for s in word.senses if s.pos == "R" and not s.conj + s.prep + s.pronoun]
    if before is None or not titles or len(titles) < len(word.senses):
        return False
    borne = scene.function("borne_in_names")
    office = any(lexicon.roles[s.id].relation and s.id not in borne for s in titles)
    if word.key in scene.function("honours"):
        return False
    if office and (scene.article(i) or not sure(scene, following)):
        return False  # but كيم *داي* جونغ
    king = scene.word(i - 2)
    if king is not None and any(s.det and s.id in REGNAL for s in king.senses):
        return False  # استقبل الملك حسين / *الشيخ* علي
    if before.key not in lexicon.given and scene.key(i - 2) != "عبد":
        return False
    return following in lexicon.given or (not scene.article(i) and sure(scene, following))


def rather_surname(scene: Scene, i: int, clitic: Base) -> bool:
    """Whether a word that could have a clitic goes on with a name of one word: سايروس *فانس*.

    A preposition with a name of its own behind it does not: التقى الوزير جوزيف *بأحمد* السالم.
    """
    following = scene.word(i + 1)
    next_body = following is not None and bool(following.flags & HEAD)
    ends = done(scene, i + 1) or next_body
    key, score = clitic.key.removeprefix("ال"), scene.names.spelling.score
    unknown = not clitic.listed and key not in scene.lexicon.ordinary and not _INFLECTED.search(key)
    spelled = max(score(scene.key(i)), score(key)) > _RATHER
    if ends and unknown and spelled and not scene.closed(scene.key(i)):
        return True  # إرنستو *بالاثيوس*, عبد القادر *وارسمه*
    if score(scene.key(i)) < 0:
        return False
    if clitic.conj == "ف":
        return scene.key(0) not in scene.function("as_for")
    alone = all(len(name.words) > 1 for name in clitic.listed) and clitic.key[:2] != "ال"
    return not clitic.conj and alone and ends


def town_due(scene: Scene, i: int) -> bool:
    """Whether a listed town is what a verb before waits for, rather than a surname."""
    town = listed_at(scene, i, bare=True)
    return town is not None and town[1].kind in ("city", "capital") and place_due(scene, i)

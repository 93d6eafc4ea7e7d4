"""Persons' names: where one begins, which words go on with it, and where it ends."""

import re

from ....schema import ActorKind
from ..records.scene import Scene, letters_in
from ..words.spelling import SURE
from ..words.text import fold_loose
from ..words.word import HEAD, NISBA, ROLE, Base, Listed, Sense
from .listing import honoured_behind, listed_at
from .namebound import any_name, before_office, bounded, enclosed, opens_bounded, told_next
from .namecompound import of_god, syllable
from .namelast import joined_part, last_part
from .namenext import next_name, next_title, other_word
from .nameowed import owed
from .namepart import namelike
from .nameword import done, may_end, sure, with_madda

_SON_OF = frozenset({"بن", "ابن"})
_LONGEST = 4  # words of a person's name, بن and the like apart
_MOST_UNKNOWN = 2  # of them that no lexicon knows, behind a role
_LE = frozenset({"لو", "لا"})
# What has no ا in the accusative: feminines, plurals (رسائل, مطالب, اتفاقات), duals.
_DIPTOTE = re.compile("..ا.ي?.|.*(?:[ةهاى]|ات|ين|ون|اء)|ا....|ا..")


def name_at(
    scene: Scene, i: int, *, role: bool, base: Base | None = None, told: bool = False
) -> tuple[str, int] | None:
    """Return the person's name at token i and the token behind it.

    Behind a role, words that no lexicon knows are taken for a name; elsewhere the first word must
    be a known given name. `told`: the verb stands before, so that a noun may be a surname.
    """
    i = _past_letters(scene, i)
    if _begins_phrase(scene, i) or _born(scene, i):
        return None
    listed, begun = listed_at(scene, i, bare=role), base is not None
    if listed is not None and listed[1].kind == "name":
        known = scene.lexicon.actors[listed[1].ids[0]]
        longer = scene.key(i + len(listed[1].words)) in scene.function("compound_seconds")
        if known.kind == ActorKind.PERSON and not longer:  # محمد نجيب / *الله*
            j = i + len(listed[1].words)
            while scene.key(j) in _SON_OF and scene.key(j + 1) in scene.lexicon.given:
                j += 2  # قابوس بن سعيد *بن تيمور*
            house = scene.key(j) == "ال"  # سلمان بن عبد العزيز *آل سعود*
            return scene.raw(i, j), j + (2 if house else honoured_behind(scene, j))
        begun = known.kind == ActorKind.PERSON or _honoured(scene, i, listed[1])
        begun = begun or (role and _shares_name(scene, i))
        if not begun:
            return None
    if (
        listed is not None
        and listed[1].kind == "capital"
        and scene.key(i) not in scene.lexicon.given
        and not _honoured(scene, i, listed[1])
    ):
        return None  # زارت الوزيرة / زغرب
    wasta, honours = scene.function("wasta"), scene.function("honours")
    j, unknown, length = i, 0, 0
    if begun and not initial_at(scene, i):
        j, length = i + 1, 1  # whoever asks has seen that a name begins here
    while length < _LONGEST:
        if initial_at(scene, j):
            j += 2
            continue
        if length and scene.key(j - 1) in _SON_OF and _titled_father(scene, j):
            j += 1
            continue  # فيصل بن *الشريف* حسين
        if role and j > i and (_saint_at(scene, j, told=told) or _french_at(scene, j)):
            j += 2
            length += 1
            continue  # خوسيه بيريز *سان رومان*
        if j > i and scene.key(j) in honours and _surname_at(scene, j + 1):
            j += 2  # محمود *باشا الطرابلسي*
            if scene.key(j - 1) not in wasta:
                break
            length += 1
            continue  # عوني *بك عبد* الهادي
        if (
            length > 1
            and scene.key(j) in honours
            and not namelike(scene, j + 1, first=False, role=role)
        ):
            break  # سعد زغلول *باشا*
        if length > 1 and next_title(scene, j):
            break  # نجيب شهاب / *السيد* توماس مبوكو
        grade = namelike(scene, j, first=j == i, role=role)
        unknown += grade == 1
        key = scene.key(j)
        if grade and j > i and other_word(scene, i, j, grade):
            break
        plain = not grade and 0 < length < 3
        if plain and _plain_surname(scene, j, role=role, told=told, second=length == 1):
            j += 1
            break
        alone = length == 1 or (length > 1 and scene.key(j - 1) in scene.lexicon.either)
        if not grade and _shown(scene, i, j, role=role, told=told, alone=alone):
            grade = 2
        many = unknown > (_MOST_UNKNOWN if role else 1)
        if not grade or (many and not (told and told_next(scene, j + 1))):
            break
        if j - i > 1 and next_name(scene, i, j, told=told):
            break
        length += not (key in wasta or of_god(scene, j))
        j += 1
    ends = scene.function("compound_seconds")
    while j > i and (scene.key(j - 1) in wasta or scene.key(j - 1) == "."):
        if j - i > 1 and (scene.key(j - 1) in ends or with_madda(scene, j - 1)):
            break
        if j - i > 1 and syllable(scene, j - 1):
            break  # وانغ *بو*
        if j - i == 2 and role and len(scene.key(j - 1)) == 2 and done(scene, j):
            break  # صمويل *دو*
        j -= 1 + (scene.key(j - 1) == ".")
    if j == i:
        return None
    last = j - i > 1 and last_part(scene, i, j, role=role, told=told)
    if last or (length == 1 and role and joined_part(scene, i, j)):
        j += 1
    start = scene.tokens[i].start
    if base is not None and base.cut > 0:
        start = letters_in(scene.text, scene.tokens[i].start, base.cut)
    return scene.raw(i, j, start), j + honoured_behind(scene, j)


def _shares_name(scene: Scene, i: int) -> bool:
    """Whether a given name that a state has, too, stands behind a nation: الإيطالية *جورجيا* X."""
    nation, surname = scene.word(i - 1), scene.word(i + 1)
    if scene.key(i) not in scene.lexicon.given or nation is None or surname is None:
        return False
    behind = any(s.pos == "N" and s.det for s in nation.senses)
    return behind and namelike(scene, i + 1, first=False, role=True) > 0


def _honoured(scene: Scene, i: int, listed: Listed) -> bool:
    """Whether a town's or state's name is a person's behind "Mr": الهر *بيرو*, الأمير *بون* أوم."""
    before = scene.word(i - 1)
    titles = [s for s in before.senses if s.pos == "R" and s.det] if before is not None else []
    if not titles or len(listed.words) > 1:
        return False
    roles = scene.lexicon.roles
    private = any(s.id in scene.function("honorifics") for s in titles)
    office = any(roles[s.id].relation is not None for s in titles)
    foreign = (
        scene.names.spelling.score(scene.key(i + 1)) > 0
        and namelike(scene, i + 1, first=False, role=True) > 0
    )
    return private or (office and foreign and listed.kind == "capital")


def _shown(scene: Scene, i: int, j: int, *, role: bool, told: bool, alone: bool) -> bool:
    """Whether what stands around shows that a word is of a name: الوزير بيلا *كون* إن."""
    if _between(scene, i, j):
        return True
    if j > i and before_office(scene, j):
        return True
    if not role:
        return False
    if j > i and bounded(scene, j, told=told, alone=alone, second=j == i + 1):
        return True
    if owed(scene, i, j):
        return True
    if j > i:
        return enclosed(scene, i, j)
    given = scene.key(j) in scene.lexicon.given and enclosed(scene, i, j)
    return given or opens_bounded(scene, j)


def _between(scene: Scene, i: int, j: int) -> bool:
    """Whether a short word stands between two foreign parts of one name: لياو *لي* تشيانغ."""
    word, score = scene.word(j), scene.names.spelling.score
    if word is None or j == i or scene.closed(word.key):
        return False
    nation = word.flags == NISBA  # بيج *جورجي* أنياك, but الكيني جون نديتو *والتشادي* كريم
    nation = nation and not any(s.conj or s.prep or s.det for s in word.senses)
    if not nation and (len(word.key) > 3 or word.flags):
        return False
    if word.pronoun or word.complementizer or listed_at(scene, j + 1, bare=True):
        return False
    before, after = scene.key(j - 1), scene.key(j + 1)
    return (score(before) > 0 or before in scene.lexicon.given) and score(after) > SURE


def _begins_phrase(scene: Scene, i: int) -> bool:
    """Whether the word begins a phrase of the grammar: وزير الخارجية *فضلا عن* وزير الدفاع."""
    word = scene.word(i)
    phrases = word.closed.get(scene.key(i + 1), ()) if word is not None else ()
    return any(len(p.words) > 1 and scene.goes_on(i, p.words) for p in phrases)


def _born(scene: Scene, i: int) -> bool:
    """Whether a given name tells that somebody was born: ، وهو *مولود* في إدلب."""
    if scene.key(i) not in scene.function("born"):
        return False
    return not namelike(scene, i + 1, first=False, role=True)


def _past_letters(scene: Scene, i: int) -> int:
    """Return the token behind the letters that stand for titles: *أ.د.* علي الحلبي."""
    letters, k = scene.function("title_letters"), i
    while scene.key(k) in letters and scene.key(k + 1) == ".":
        k += 2
    known = scene.key(k) in scene.lexicon.given or scene.key(k) in scene.lexicon.either
    return k if known else i


def _surname_at(scene: Scene, i: int) -> bool:
    """Whether a surname stands at token i, behind an honour: حمدي باشا *العسكري*."""
    word = scene.word(i)
    if word is None or scene.key(i) in scene.function("passing"):
        return False
    if scene.key(i) in scene.lexicon.family or fold_loose(scene.key(i)) in scene.names.surnames:
        return scene.article(i) or not word.flags & (ROLE | HEAD)  # فارس بك *الخوري*
    if word.flags & (ROLE | HEAD):
        return False
    unknown = not word.flags and scene.key(i)[2:] not in scene.lexicon.ordinary
    return scene.article(i) and (unknown or scene.key(i).endswith("ي"))


def _titled_father(scene: Scene, i: int) -> bool:
    """Whether a title stands at token i before a given name: فيصل بن *الشريف* حسين."""
    word = scene.word(i)
    if word is None or scene.key(i + 1) not in scene.lexicon.given:
        return False
    return any(s.pos == "R" and s.det and s.feats == "ms" for s in word.senses)


def _saint_at(scene: Scene, i: int, *, told: bool) -> bool:
    """Whether a saint is a surname at token i, and no town that the verb before waits for."""
    if scene.key(i) not in scene.function("saints") or listed_at(scene, i, bare=True) is not None:
        return False
    if told and not (told_next(scene, i + 2) or scene.word(i + 2) is None):
        return False
    key = scene.key(i + 1)
    return key in scene.lexicon.given or key in scene.lexicon.family or sure(scene, key)


def _french_at(scene: Scene, i: int) -> bool:
    """Whether a surname with its French article stands at token i: جان إيف *لو دريان*."""
    surname = scene.word(i + 1)
    if scene.key(i) not in _LE or scene.key(i - 1) not in scene.lexicon.given or surname is None:
        return False
    return not surname.senses and sure(scene, surname.key)


def initial_at(scene: Scene, i: int) -> bool:
    """Whether a letter with a dot stands at token i: جون *ف.* هولدن, *إس.* رامان."""
    if scene.word(i) is None or scene.key(i + 1) != ".":
        return False
    named = scene.key(i) in scene.function("letters") and scene.word(i + 2) is not None
    return len(scene.key(i)) == 1 or named


def begins_name(scene: Scene, i: int, *, told: bool = False) -> bool:
    """Whether a title or unknown word begins a name behind an office: *إمام* علي, *بريم* بهادور.

    `told`: the verb stands before, so that what looks like one may be a name: *دان* شومرون.
    """
    word = scene.word(i)
    if word is None or word.pronoun or scene.article(i) or word.key.startswith(("وال", "فال")):
        return False
    if scene.closed(word.key) and scene.text[scene.tokens[i].start] != "إ":  # إمام is not أمام
        return False
    if word.key[0] == "و" and word.key[1:] in scene.lexicon.given:
        return False  # عين سالم وزيرا / *وسامي* الحلبي سفيرا
    following = scene.key(i + 1)
    if listed_at(scene, i, bare=True) or not namelike(scene, i + 1, first=False, role=True):
        return False
    known = following in scene.lexicon.given or following in scene.lexicon.family
    if not known and not scene.names.spelling.score(following) > 2:
        return False
    if word.senses:
        return all(
            s.person == "3ms" and not s.conj and len(word.key) <= 4
            if told and s.pos == "V"
            else s.pos == "R" and not s.conj + s.prep and _untitled(scene, s)
            for s in word.senses
        )
    return word.key not in scene.lexicon.ordinary and not word.key.startswith("لل")


def _untitled(scene: Scene, role: Sense) -> bool:
    """Whether a role that begins a name is no office there: *إمام* علي, *شيخنا* ولد محمدن."""
    return role.pronoun == "1" or not scene.lexicon.roles[role.id].relation


def _plain_surname(scene: Scene, i: int, *, role: bool, told: bool, second: bool) -> bool:
    """Whether a noun behind one name, with its verb before, is a surname: قال إدمون *عقل* إن.

    As an object it would have its accusative's ا, the article, or a genitive behind it. Before a
    verb it may be the third word (not `second`) as well: أن محمد يوسف *لون* يتزعمها.
    """
    word = scene.word(i)
    if word is None or word.pronoun or word.complementizer or len(word.key) < 3:
        return False
    if word.flags and not (role and told and any_name(scene, i, word)):
        return False
    if scene.closed(word.key) or scene.article(i) or scene.tokens[i].tanwin:
        return False
    if word.key in scene.names.starts or _DIPTOTE.fullmatch(word.key):
        return False
    if not (word.flags or word.key in scene.lexicon.ordinary) or word.key.startswith("لل"):
        return False
    following = scene.word(i + 1)
    present = following is not None and any(s.feats[:3] == "ipf" for s in following.verbs)
    return present or (second and told and may_end(scene, i + 1))

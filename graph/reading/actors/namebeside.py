"""Words that are surely part of a name, or surely none, for what stands beside them."""

from ..records.scene import Scene
from ..words.names import SON
from ..words.text import fold_loose
from ..words.word import EVENT, HEAD, MASDAR, ROLE, TOPIC, Word
from .namecompound import behind_particle, middle, of_compound, opens_foreign, syllable
from .nameword import (
    behind_king,
    called_by_nation,
    clitic_and_name,
    done,
    honours,
    is_ali,
    of_nation,
    people,
    sure,
    title_within,
    town_due,
    with_madda,
)

_FOREIGN_WASTA = frozenset({"دي", "دو", "دا", "ديلا", "فان", "فون"})
_SONS = frozenset({"بن", "ابو", "ولد", "ود"})
_ARTICLES = frozenset({"لا", "لوس", "لاس", "دير", "دن"})  # دي *لا* كروث
_SERVANT = "عبدال"  # العبدالله, عبدالسلام written in one


def told_beside(scene: Scene, i: int, word: Word, *, first: bool, role: bool) -> int | None:
    """Return 2 or 0 as in namelike if what stands beside decides: 2 for عبد *الرقيب*."""
    key = word.key
    if word.closed and _refuted(scene, i, word):
        return 0  # نبأ اعتقال سامر الحلبي / *عار عن الصحة*
    if scene.closed(key) and "إ" in scene.text[scene.tokens[i].start : scene.tokens[i].end]:
        return 0  # سالم الراوي *فإن*, not فان
    if key in scene.function("wasta") or with_madda(scene, i):
        kin = key in SON and scene.key(i + 1) in scene.function("kin")
        return 0 if kin else 2  # فرانسوا تومبالباي / *ابن* عمه
    if not (first or scene.article(i)) and word.listed and town_due(scene, i):
        return 0  # زار الوزير سالم الراوي / *حلب*
    grade: int | None = None
    if not first:
        grade = _behind_name(scene, i, word, role=role)
    elif role:
        grade = _behind_title(scene, i, word)
    if grade is not None:
        return grade
    if key[:1] in ("ب", "ل") and scene.discourse.known_surname(fold_loose(key[1:])):
        return 0  # أشاد كريستوفر / *ببيغوفيتش*
    if first and role and _opens_surely(scene, i, word):
        return 2
    before = scene.word(i - 1)
    if not first and role and before is not None and _titled_first(scene, i - 1, before):
        return 2  # الحاج بشر *أمين*
    if role and not first and (nation := _of_nation(scene, i, word)) is not None:
        return nation
    return 2 if _joined(scene, i, word, first=first, role=role) else None


def _refuted(scene: Scene, i: int, word: Word) -> bool:
    """Whether it says with the word behind that something is not so: *عار عن* الصحة."""
    return any(phrase.kind == "refuted" for phrase in word.closed.get(scene.key(i + 1), ()))


def _behind_title(scene: Scene, i: int, word: Word) -> int | None:
    """Return 2 or 0 for what surely is, or is not, the first word behind a title: العقيد *على*."""
    key = word.key
    if is_ali(scene, i):
        return 2
    if key.endswith(("ان", "ين")) and _of_two(scene, i, key):
        return 0
    if key in scene.function("two_of") or _two_holders(scene, word):
        return 0  # دعا الأمين العام / *طرفي* النزاع, استقبل الملك / *وزيري* خارجية مصر وتونس
    return None


def _behind_name(scene: Scene, i: int, word: Word, *, role: bool) -> int | None:
    """Return 2 or 0 for what surely goes on with a name, or surely ends it: لوي دو *بوا*."""
    key = word.key
    if scene.key(i - 1) in _FOREIGN_WASTA and (key in _ARTICLES or behind_particle(scene, key)):
        return 2
    if _behind_particles(scene, i, word):
        return 2
    if scene.dated(i) and scene.dated(i + 1):
        return 0  # يصل سالم / *الشهر* المقبل
    if key in scene.function("day_parts") and scene.key(i + 1) in scene.function("adverbs"):
        return 0  # وصل سالم الراوي / *صباح* اليوم
    if middle(scene, i, word) or syllable(scene, i):
        return 2
    if word.flags & ROLE and honours(scene, i, word):
        return 0  # الملك فاروق / سعادة السير
    if clitic_and_name(scene, i) or behind_king(scene, i):
        return 0
    return 2 if role and title_within(scene, i, word) else None


def _behind_particles(scene: Scene, i: int, word: Word) -> bool:
    """Whether an everyday word is one behind its particles: لويجي دي *مايو*, فون دير *مول*."""
    k = i - 1 - (scene.key(i - 1) in _ARTICLES)
    if scene.key(k) not in _FOREIGN_WASTA or word.flags or scene.closed(word.key):
        return False
    return not scene.article(i) and (k < i - 1 or scene.key(k - 1) in scene.lexicon.given)


def _opens_surely(scene: Scene, i: int, word: Word) -> bool:
    """Whether what is behind shows the first word of a name: *منتصر* أبو عاقلة, *تركي* بن سعد."""
    following = scene.word(i + 1)
    rare = bool(word.senses) and all(
        s.pos in ("AP", "PP") and s.feats[1:2] == "d" and not (s.det or s.conj or s.prep)
        for s in word.senses
    )
    if rare and following is not None and not following.senses and sure(scene, following.key):
        return True  # *شانتي* بيكاش
    if _titled_first(scene, i, word):
        return True
    sons = scene.key(i + 1) in _SONS and not scene.article(i)
    if sons and not (scene.closed(word.key) or word.flags & (ROLE | HEAD | MASDAR | EVENT)):
        return True
    return called_by_nation(scene, i, word)


def _titled_first(scene: Scene, i: int, word: Word) -> bool:
    """Whether an everyday word between a title and one surname is a name: الحاج *بشر* أمين."""
    title, key = scene.word(i - 1), scene.key(i + 1)
    roles = scene.lexicon.roles
    titled = title is not None and any(
        s.pos == "R" and s.det and s.feats[1:2] == "s" and roles[s.id].relation is None
        for s in title.senses
    )
    joined = any(s.conj or s.prep or s.pronoun or s.pos in ("R", "H", "N") for s in word.senses)
    told = any(s.feats[:3] == "ipf" for s in word.senses)  # الجنرال *يعين* سالم
    if not titled or joined or told or scene.closed(word.key) or scene.article(i) or word.pronoun:
        return False
    known = key in scene.lexicon.given or key in scene.lexicon.family
    return known and not scene.article(i + 1) and done(scene, i + 2)


def _of_nation(scene: Scene, i: int, word: Word) -> int | None:
    """Return 2 for a people's name that is a surname, 0 for an adjective: الوزير منصور / *آذري*."""
    if scene.key(i - 1) not in scene.lexicon.given or not word.senses:
        return None
    if all(map(people, word.senses)):
        return 2
    if all(map(of_nation, word.senses)):
        return 2 if done(scene, i + 1) else 0
    return None


def _joined(scene: Scene, i: int, word: Word, *, first: bool, role: bool) -> bool:
    """Whether another word makes one name with it: ريمون بو *نهرا*, *ضياء* الحق, العبدالله."""
    key, before = word.key, "" if first else scene.key(i - 1)
    opened = before == "بو" and not (scene.closed(key) or key in scene.names.starts)
    if opened and not word.flags & ~TOPIC:
        return True
    servant = before == "عبد" and scene.article(i)  # عبد *الرقيب*
    if before in SON and (before == "ولد" or servant or not word.flags & (ROLE | HEAD)):
        return True
    if key.removeprefix("ال").startswith(_SERVANT) and len(key) > len(_SERVANT) + 1:
        return True
    return of_compound(scene, i, first=first) or (first and role and opens_foreign(scene, i, word))


def _of_two(scene: Scene, i: int, key: str) -> bool:
    """Whether it is a dual, or may describe one: الرئيس / *دولتين*, وزيران / *سابقان*."""
    if f"ال{key}" in scene.names.of_two:
        return True
    office = scene.word(i - 1)
    offices = [s for s in office.senses if s.pos == "R"] if office is not None else []
    return bool(offices) and all(s.feats[1:2] == "d" and not s.det for s in offices)


def _two_holders(scene: Scene, word: Word) -> bool:
    """Whether it is nothing but two who hold an office, before what it is of: *وزيري* الدفاع."""
    offices = [s for s in word.senses if s.pos == "R" and scene.lexicon.roles[s.id].relation]
    return bool(offices) and all(s.feats[1:2] == "d" and not s.det for s in offices)

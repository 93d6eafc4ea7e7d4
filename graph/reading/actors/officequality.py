"""Qualities of an office or of its holder: القائد *الأعلى*, الزعيم *الديني*, الوزير *السابق*."""

from ..page.tokens import COMMAS
from ..records.scene import Scene
from ..words.text import fold_loose
from ..words.word import HEAD, NISBA, VERB, Word
from .complement import (
    holder_follows,
)
from .listing import nisba_at, phrase_at
from .namepart import namelike
from .nameword import ORDINAL
from .personname import name_at
from .title import Office, bestowed, titles_end


def own_adjective(scene: Scene, office: Office, word: Word) -> bool:
    """Read a word that goes with offices: قائد الأسطول الأمريكي *السادس*, النائب *الثاني*."""
    ordinal = (office.complete or office.sense.det) and ORDINAL.fullmatch(word.key)
    highest = word.key in scene.function("highest") and bestowed(scene, office)  # مديرا *عاما*
    highest = highest and not scene.dated(office.j)  # منصب رئيس الوزراء / *عام* 1943
    bare = not (
        office.sense.det or office.sense.pronoun or office.target or scene.article(office.j)
    )
    bare = bare and word.key in scene.function("bare_qualities")  # عضو *سابق* في
    if f"{word.key} {scene.key(office.j + 1)}" in scene.function("office_words"):
        office.j += 2  # رئيس الوزراء الكندي *المنتهية ولايته*
        return True
    if word.key not in scene.function("office_words") and not (ordinal or highest or bare):
        return False
    office.j += 1
    return True


def behind_comma(scene: Scene, office: Office) -> bool:
    """Read a quality of two words that a comma sets apart: الرئيس*، المنتهية ولايته* سالم."""
    words = f"{scene.key(office.j + 1)} {scene.key(office.j + 2)}"
    if scene.key(office.j) not in COMMAS or words not in scene.function("office_words"):
        return False
    office.j += 3
    return True


def passing(scene: Scene, office: Office, word: Word) -> bool:
    """Read a quality that somebody else may have too: وزير الخارجية *السابق* سالم الراوي."""
    key = word.key
    known = office.complete and key in scene.function("passing")
    since = office.complete and key in ("حديثا", "مؤخرا") and scene.article(office.j - 1)
    known = known or (since and holder_follows(scene, office.j + 1))  # الرئيس المنتخب *حديثا* سالم
    quality = office.complete and key in scene.function("common_qualities")
    quality = quality or (office.complete and key in scene.function("party_qualities"))
    quality = quality or _everyday_adjective(scene, office, word)
    follows = quality and (
        holder_follows(scene, office.j + 1) or nisba_at(scene, office.j + 1) is not None
    )
    if not (known or follows or _last_quality(scene, office, word)):
        return False
    office.j += 1
    return True


def _last_quality(scene: Scene, office: Office, word: Word) -> bool:
    """Whether an adjective stands last before the holder set apart: عضو الوفد *المفاوض*، فلان،."""
    if not (office.complete and scene.article(office.j) and scene.key(office.j + 1) in COMMAS):
        return False
    if word.flags & (HEAD | NISBA | VERB) or scene.closed(word.key):
        return False
    name = name_at(scene, titles_end(scene, office.j + 2), role=True)
    return name is not None and name[1] > office.j + 3 and scene.word(name[1]) is None


def _everyday_adjective(scene: Scene, office: Office, word: Word) -> bool:
    """Whether an adjective that tells nothing stands behind a title: الزعيم *الديني* موسى سالم."""
    key = word.key
    if not office.sense.det or word.flags:
        return False
    if key in scene.function("leading_some") and scene.key(office.j + 1) in scene.lexicon.given:
        return True  # الزعيم *الكردي* سالم الراوي, though there are people called so
    ordinary = key[2:] in scene.lexicon.ordinary or key in scene.lexicon.ordinary
    ending = key.endswith("ية" if office.sense.feats[:1] == "f" else "ي")
    ordinary = ordinary or (ending and scene.key(office.j + 1) in scene.lexicon.given)
    surname = key in scene.lexicon.family or scene.discourse.known_surname(fold_loose(key))
    named = surname or namelike(scene, office.j, first=True, role=True)  # *الأخضر* الإبراهيمي
    return scene.article(office.j) and ordinary and not named


def founding(scene: Scene, office: Office, word: Word) -> bool:
    """Read the adjective of a member: عضو *مؤسس* في."""
    member = office.row.relation == "member-of" and office.target is None
    if not member or scene.key(office.j + 1) not in ("في", "من"):
        return False
    if word.flags & (HEAD | VERB) or scene.closed(word.key):
        return False
    office.j += 1
    return True


def participle(scene: Scene, office: Office, word: Word) -> bool:
    """Read up to the comma that ends a participle's phrase: المعنية بتسوية الأزمة،."""
    sense = next((s for s in word.senses if s.pos in ("AP", "PP")), None)
    if sense is None or not sense.det or not (office.complete or office.sense.det):
        return False
    roles = (scene.lexicon.roles[s.id] for s in word.senses if s.pos == "R")
    if phrase_at(scene, office.j, "R") is not None or any(role.relation for role in roles):
        return False  # استقبل الوزير / *القائمة بالأعمال*
    for k in range(office.j + 1, min(office.j + 8, len(scene.tokens))):
        if scene.key(k) in COMMAS:
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

"""Names set apart: what commas set off behind an office is its holder, however it is spelled."""

from ..page.tokens import COMMAS
from ..records.scene import Scene
from ..words.spelling import SURE
from ..words.word import EVENT, HEAD, MASDAR, NISBA, ROLE
from .namebound import told_next
from .namepart import namelike
from .nameword import hardly_verb, to_listed
from .title import rank_end, role_sense

_LONGEST = 4  # words
_NO_NAME = EVENT | HEAD | MASDAR | NISBA | ROLE


def name_between(scene: Scene, i: int, found: tuple[str, int] | None) -> tuple[str, int] | None:
    """Return the name from token i to the comma: وقال نائب المندوب الصيني، *تشن ويمين*، إن.

    `found` is what its words alone show of it, which is returned if nothing more does.
    """
    end = next((k for k in range(i, i + _LONGEST + 1) if scene.key(k) in COMMAS), None)
    start = i - 1
    while (rank := scene.word(start)) is not None and rank.flags & ROLE and scene.article(start):
        start -= 1  # محافظ لحج، *العميد* فضل مثنى الردفاني،
    if end is None or end < i + 2 or scene.key(start) not in COMMAS:
        return found
    if found is not None and found[1] >= end:
        return found
    i = _past_titles(scene, i)
    return (scene.raw(i, end), end) if whole_name(scene, i, end) else found


def whole_name(scene: Scene, i: int, end: int) -> bool:
    """Whether two words or more that marks set apart behind an office are a name."""
    if end < i + 2 or not all(_may_be_part(scene, k, first=k == i) for k in range(i, end)):
        return False
    known = scene.key(i) in scene.function("name_openings")
    return known or any(namelike(scene, k, first=k == i, role=True) for k in range(i, end))


def name_up_to(scene: Scene, i: int, found: tuple[str, int] | None) -> tuple[str, int] | None:
    """Return the name from token i to where the sentence surely goes on behind it.

    That is a verb of the present or "that": وزير خارجية تايوان *هو يو تشنغ* يصل; or a preposition
    or mark, where each word is spelled like a name. `found` is returned if nothing more is one.
    """
    word = scene.word(i)
    if word is None or scene.article(i):
        return found
    end = next((k for k in range(i + 1, i + _LONGEST + 1) if _goes_on(scene, k)), None)
    if end is None or end < i + 2 or (found is not None and found[1] > i + 1):
        return found  # of two words known already the rest may be anything
    opens = scene.key(i) in scene.function("name_openings")
    parts = range(i + opens, end)
    if not all(_spelled(scene, k) and _may_be_part(scene, k, first=k == i) for k in parts):
        return found
    certain = _present(scene, end) or told_next(scene, end)
    least = -SURE if certain else 0.0
    score, known = scene.names.spelling.score, 0
    for k in parts:
        key = scene.key(k)
        name = key in scene.lexicon.given or key in scene.lexicon.family
        if not name and key not in scene.function("name_syllables") and score(key) < least:
            return found
        known += name or score(key) > SURE
    return (scene.raw(i, end), end) if known else found


def _spelled(scene: Scene, k: int) -> bool:
    """Whether nothing is known of the word at token k, or only a rare form of a verb."""
    word = scene.word(k)
    if word is None or word.key.startswith(("لل", "ال")):
        return False
    lexicon = scene.lexicon
    if word.key in lexicon.given:
        return True
    if word.key in scene.names.starts:
        return False
    for base in word.bases[1:]:
        known = base.key in lexicon.ordinary or base.key in lexicon.given
        if known or base.listed or base.key.startswith("ال"):
            return False
    return all(hardly_verb(sense, word.key) or sense.person == "3fs" for sense in word.senses)


def _goes_on(scene: Scene, k: int) -> bool:
    """Whether the sentence goes on at token k with what is no name."""
    word = scene.word(k)
    if word is None:
        return True
    return _present(scene, k) or told_next(scene, k) or word.key in scene.function("prepositions")


def _present(scene: Scene, k: int) -> bool:
    """Whether nothing but a verb of the present stands at token k."""
    word = scene.word(k)
    verbs = word.senses if word is not None else ()
    return bool(verbs) and all(s.feats[:3] == "ipf" and not s.conj for s in verbs)


def _past_titles(scene: Scene, i: int) -> int:
    """Return the token behind the titles at i: *القومندان* تود هولدن."""
    while (title := role_sense(scene, i)) is not None and title[0].det:
        i = rank_end(scene, title[1])
    return i


def _may_be_part(scene: Scene, i: int, *, first: bool) -> bool:
    """Whether a word may be part of a name: none of a closed class, no noun that is known."""
    word = scene.word(i)
    if word is None or word.pronoun or word.complementizer or scene.dated(i):
        return False
    lexicon, key = scene.lexicon, word.key
    if key[0] == "و" and key[1:] in lexicon.given and not first:
        return False  # القياديان، سالم الراوي / *وكريم* الحلبي،
    if not first and to_listed(word):
        return key in lexicon.given or key in lexicon.family  # زيارة الرئيس، سالم / *لتايوان*،
    if key in scene.function("wasta") or key in lexicon.given or key in lexicon.family:
        return True
    if scene.closed(key) or scene.tokens[i].tanwin or (first and scene.article(i)):
        return False
    if key in lexicon.ordinary or word.flags & _NO_NAME:
        return False
    between = not first and scene.article(i + 1) and scene.key(i + 1).endswith("ي")
    bare = {"V", "AP", "PP"} if between else {"V"}  # فضل *مثنى* الردفاني
    return all(s.conj or s.prep or (s.pos in bare and not s.det) for s in word.senses)

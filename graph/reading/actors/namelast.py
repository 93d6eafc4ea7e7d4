"""Last words of names that look like others: أحمدو كريم *غاي*، الأمين العام, ليو *وينجيه* إن."""

import re

from ..page.tokens import COMMAS
from ..records.scene import Scene
from ..words.word import HEAD, ROLE, Word
from .listing import listed_at
from .namebound import told_next
from .nameword import hardly_verb, sure

_MARKS = COMMAS | {".", ":", "؛", ")"}
_LONGEST = 4  # words of a name before its last
# What "the president X Y" may be followed by that is no name: adverbs, plurals and diptotes.
_OTHER_ENDS = ("يا", "ة", "ات", "ين", "ون", "اء", "ته", "ها", "هم")
_DIPTOTE = re.compile("..ا.ي?.")


def last_part(scene: Scene, i: int, j: int, *, role: bool, told: bool) -> bool:
    """Whether the word at j ends the name of two words and more that begins at i.

    Nothing else would stand alone between it and what surely is the next part of the sentence.
    """
    word = scene.word(j)
    if word is None or j - i > _LONGEST or not _bare(scene, j, word):
        return False
    key, known = word.key, word.key in scene.lexicon.ordinary
    if key.endswith(_OTHER_ENDS) or _DIPTOTE.fullmatch(key):
        return False
    if key[-1] == "ا" and scene.names.spelling.score(key) <= 0:
        return False  # قال الوزير سالم الراوي / *مرارا* إن
    if told and told_next(scene, j + 1):
        return not known or _that_said(scene, j + 1)
    if role and scene.key(j + 1) in _MARKS:  # an object would have its accusative's ا
        return not any(s.pos == "V" and not hardly_verb(s, key) for s in word.senses)
    return known and _foreign(scene, i, j) and scene.key(j + 1) in COMMAS


def _bare(scene: Scene, j: int, word: Word) -> bool:
    """Whether nothing is joined to the word, and no rule but that of names explains it."""
    key, lexicon = word.key, scene.lexicon
    if word.pronoun or word.complementizer or len(key) < 2 or scene.dated(j):
        return False
    if scene.closed(key) or scene.tokens[j].tanwin or scene.article(j) or key.startswith("لل"):
        return False
    if listed_at(scene, j) is not None or (key[-1] == "ا" and key[:-1] in lexicon.ordinary):
        return False
    roles = [s for s in word.senses if s.pos == "R" and s.feats[1:2] == "s"]
    if any(s.det or scene.lexicon.roles[s.id].relation is not None for s in roles):
        return False
    if any(s.conj or s.prep or s.pronoun or s.pos == "V" for s in word.senses
           if not hardly_verb(s, key)):  # fmt: skip
        return False
    if word.closed.get(scene.key(j + 1)):
        return False  # اعتقال سامر الحلبي / *عار* عن الصحة
    for base in word.bases[1:]:
        if (base.conj or base.prep) and scene.discourse.known_surname(base.loose) is not None:
            return False  # أشاد وارن كريستوفر / *ببيغوفيتش*
        plain = base.key.removeprefix("ال")
        if base.key in lexicon.given or plain in lexicon.ordinary or base.listed:
            return False
        if base.conj == "و" and scene.names.spelling.score(base.key) > 0:
            return False
    return True


def joined_part(scene: Scene, i: int, j: int) -> bool:
    """Whether a word at j that begins as "and" does ends one man's name: ليو *وينجيه* إن.

    With a title of one man no second name is joined to his; a verb with its object is none that
    tells of him, as "that" or the next actor stands behind.
    """
    word, title = scene.word(j), scene.word(i - 1)
    if word is None or title is None or word.key[0] != "و" or scene.key(j)[1:3] == "ال":
        return False
    rest = word.key[1:]
    if not rest or scene.closed(word.key) or scene.closed(rest) or scene.tokens[j].tanwin:
        return False
    if any(s.pos == "R" and s.feats[1:2] in "dp" for s in title.senses):
        return False
    if any(s.pos != "V" or s.feats[:3] != "ipf" or not s.pronoun for s in word.senses):
        return False
    if rest in scene.lexicon.ordinary or rest in scene.lexicon.given:
        return False
    known = scene.discourse.known_surname(rest) is not None
    if known or scene.morphology.word(rest).flags & (ROLE | HEAD):
        return False
    listed = listed_at(scene, j + 1, bare=True)
    return told_next(scene, j + 1) or (listed is not None and listed[1].kind != "city")


def _foreign(scene: Scene, i: int, j: int) -> bool:
    """Whether all words of a name are surely foreign: شانتي بيكاش *ديوان*، للمرة الأولى."""
    lexicon = scene.lexicon
    return all(key not in lexicon.given and key not in lexicon.family and sure(scene, key)
               for key in map(scene.key, range(i + 1, j)))  # fmt: skip


def _that_said(scene: Scene, i: int) -> bool:
    """Whether it is "that" behind what somebody says, and not "that" of شرط *أن*."""
    token = scene.tokens[i]
    return scene.key(i) == ":" or "إ" in scene.text[token.start : token.end]

"""Owed names: behind a title and one given name the surname is owed, whatever else it looks like.

Newspapers hardly call anybody by a title and a given name alone, but for kings and popes.
"""

from ..page.tokens import CLOSING
from ..records.scene import Scene
from ..words.word import ROLE, Base, Sense
from .listing import listed_at
from .namecompound import of_compound
from .nameword import REGNAL, hardly_verb, may_end, sure

_OTHER_ENDS = ("ات", "ين", "ون", "ية", "ته", "ها", "هم")  # of plurals, qualities, what is owned


def owed(scene: Scene, i: int, j: int) -> bool:
    """Whether the word at j ends the name begun at i, as nothing else explains it there."""
    word, first = scene.word(j), scene.key(i)
    compound = first == "عبد" or of_compound(scene, i, first=True)
    if word is None or j != i + 1 + compound or word.pronoun or word.complementizer:
        return False
    lexicon, key = scene.lexicon, word.key
    alone = any(len(name.words) == 1 for name in scene.names.starts.get(first, ()))
    given = compound or (first in lexicon.given and not alone)
    if len(key) < 2 or _reigns(scene, i) or scene.tokens[j].tanwin:
        return False
    if scene.closed(key) or key.startswith(("لل", "وال", "فال")):
        return False
    senses = [s for s in word.senses if not _hardly_follows(scene, i, s, key)]
    quality = key.endswith("ي") and not word.flags  # سالم *ريفي*: none without the article
    everyday = key in lexicon.ordinary and not (quality and given)
    if senses or everyday or not (given or sure(scene, first)):
        return False
    if scene.article(j):
        return given and key[2:] not in lexicon.ordinary and not key.endswith((*_OTHER_ENDS, "ة"))
    if listed_at(scene, j) is not None or scene.discourse.called(key) is not None:
        return False
    return not any(_explains(scene, base, key, given=given) for base in word.bases[1:])


def told_behind(scene: Scene, i: int) -> bool:
    """Whether a noun with the article is owed as a surname: behind it what is told begins.

    A title and one given name stand before: السيد صائب *السلام* إن.
    """
    title, key, following = scene.word(i - 2), scene.key(i), scene.word(i + 1)
    titled = title.flags & ROLE if title is not None else scene.key(i - 2) in CLOSING + '"'
    closed = scene.closed(key) and key not in scene.function("place_ranks")
    if not titled or closed or key.endswith(("ة", "ات")) or following is None:
        return False
    if scene.key(i - 1) not in scene.lexicon.given or _reigns(scene, i - 1):
        return False
    word = scene.word(i)
    quality = word is not None and not word.senses  # نور *الكبير* وصف
    acts = quality and any(s.person == "3ms" and not s.conj for s in following.verbs)
    return following.complementizer or following.key in ("فقد", "قد") or acts


def _hardly_follows(scene: Scene, i: int, sense: Sense, key: str) -> bool:
    """Whether a sense hardly stands behind a man's title and given name: الوزير جون *نوت* في.

    Verbs of the first and second person do not, nor do those of a woman, nor "our opinion".
    """
    joined = sense.conj or sense.prep
    man = not scene.key(i - 1).endswith("ة")
    hers = man and (sense.person, sense.feats[:2]) == ("3fs", "pf") and not sense.pronoun
    ours = sense.pronoun == "1"
    if sense.pos == "R" and not (joined or sense.det or sense.pronoun):
        private = scene.lexicon.roles[sense.id].relation is None and sense.feats[1:2] == "s"
        if private and may_end(scene, i + 1):
            return True  # بموظفها توماس *لاما*،
    return hardly_verb(sense, key) or (not joined and (hers or ours))


def _reigns(scene: Scene, i: int) -> bool:
    """Whether a king's or pope's title stands before the name: one name is the whole of it."""
    title = scene.word(i - 1)
    return title is not None and any(s.id in REGNAL for s in title.senses)


def _explains(scene: Scene, base: Base, key: str, *, given: bool) -> bool:
    """Whether a word is a clitic and a word known or spelled more like a name: و + بريجنيف."""
    lexicon, rest = scene.lexicon, base.key
    plain = rest.removeprefix("ال")
    if not {rest, plain}.isdisjoint(lexicon.ordinary) or rest in lexicon.given:
        return True
    if any(len(listed.words) == 1 for listed in base.listed):
        return True
    if not given and (base.listed or rest in lexicon.family or rest in scene.names.starts):
        return True
    if scene.morphology.word(plain).senses:
        return True
    if given:
        return False
    if scene.names.spelling.score(rest) > scene.names.spelling.score(key) and rest == plain:
        return True
    return key.endswith(_OTHER_ENDS)

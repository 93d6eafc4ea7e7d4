"""Owed names: behind a title and one given name the surname is owed, whatever else it looks like.

Newspapers hardly call anybody by a title and a given name alone, but for kings and popes.
"""

from ..records.scene import Scene
from ..words.word import ROLE, Base
from .nameword import REGNAL, of_compound, sure

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
    if word.senses or key in lexicon.ordinary or not (given or sure(scene, first)):
        return False
    if scene.article(j):
        return given and key[2:] not in lexicon.ordinary and not key.endswith((*_OTHER_ENDS, "ة"))
    if word.listed or scene.discourse.called(key) is not None:
        return False
    return not any(_explains(scene, base, key, given=given) for base in word.bases[1:])


def told_behind(scene: Scene, i: int) -> bool:
    """Whether a noun with the article is owed as a surname: behind it what is told begins.

    A title and one given name stand before: السيد صائب *السلام* إن.
    """
    title, key = scene.word(i - 2), scene.key(i)
    if title is None or not title.flags & ROLE or scene.closed(key) or key.endswith(("ة", "ات")):
        return False
    if scene.key(i - 1) not in scene.lexicon.given or _reigns(scene, i - 1):
        return False
    word = scene.word(i + 1)
    return word is not None and (word.complementizer or word.key in ("فقد", "قد"))


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
    if base.listed or rest in lexicon.family or rest in scene.names.starts:
        return True
    if scene.morphology.word(plain).senses:
        return True
    if given and not base.prep:
        return False
    if scene.names.spelling.score(rest) > scene.names.spelling.score(key) and rest == plain:
        return True
    return not given and key.endswith(_OTHER_ENDS)

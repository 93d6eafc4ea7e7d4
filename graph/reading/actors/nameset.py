"""Names set apart: what commas set off behind an office is its holder, however it is spelled."""

from ..page.tokens import COMMAS
from ..records.scene import Scene
from ..words.word import EVENT, HEAD, MASDAR, NISBA, ROLE
from .namepart import namelike
from .title import rank_end, role_sense

_LONGEST = 4  # words
_NO_NAME = EVENT | HEAD | MASDAR | NISBA | ROLE


def name_between(scene: Scene, i: int, found: tuple[str, int] | None) -> tuple[str, int] | None:
    """Return the name from token i to the comma: وقال نائب المندوب الصيني، *تشن ويمين*، إن.

    `found` is what its words alone show of it, which is returned if nothing more does.
    """
    end = next((k for k in range(i, i + _LONGEST + 1) if scene.key(k) in COMMAS), None)
    if end is None or end < i + 2 or scene.key(i - 1) not in COMMAS:
        return found
    if found is not None and found[1] >= end:
        return found
    i = _past_titles(scene, i)
    if end < i + 2 or not all(_may_be_part(scene, k, first=k == i) for k in range(i, end)):
        return found
    known = scene.key(i) in scene.function("name_openings")
    known = known or any(namelike(scene, k, first=k == i, role=True) for k in range(i, end))
    return (scene.raw(i, end), end) if known else found


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
    if key in scene.function("wasta") or key in lexicon.given or key in lexicon.family:
        return True
    if scene.closed(key) or scene.tokens[i].tanwin or (first and scene.article(i)):
        return False
    if key in lexicon.ordinary or word.flags & _NO_NAME:
        return False
    return all(s.conj or s.prep or s.pos == "V" for s in word.senses)

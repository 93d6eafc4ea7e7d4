"""Names ahead: whom a headline calls by a surname, the text below in full: *الراوي* في كينيا."""

import re
from collections.abc import Iterator

from ..records.scene import Scene
from ..words.text import fold
from ..words.word import NISBA, ROLE, Word

_SOON = 2000  # characters behind a headline in which whoever it speaks of is named in full
_JOINED = ("و", "ف", "ب", "ل", "ك")


def note_named_below(scene: Scene) -> None:
    """Make known the persons whose surnames stand in a headline and whose names stand below it."""
    end = scene.tokens[-1].end
    headline, below = scene.text[scene.tokens[0].start : end], scene.text[end : end + _SOON]
    for k, token in enumerate(scene.tokens):
        if token.word is None or not _may_be_name(scene, token.word):
            continue
        if not scene.names.surnames.keys().isdisjoint(token.word.loose):
            continue  # of a listed person
        names = (_full_name(scene, below, surname) for surname in _surnames(scene.raw(k, k + 1)))
        name = next(filter(None, names), None)
        if name is not None and name not in headline:
            scene.discourse.person(name, state=None, role=None)


def _surnames(spelling: str) -> Iterator[str]:
    yield spelling
    if spelling.startswith("لل"):
        yield f"ال{spelling[2:]}"
    elif spelling.startswith(_JOINED):
        yield spelling[1:]


def _full_name(scene: Scene, below: str, surname: str) -> str | None:
    """Return the name that a given name or a title before it shows: وزير الدفاع *سالم الراوي*."""
    for found in re.finditer(rf"((?:\w+ ){{1,3}}){re.escape(surname)}(?!\w)", below):
        words = found[1].split()
        read = [scene.morphology.written(word) for word in words]
        for start in range(len(words)):
            if not all(one is not None and _may_be_name(scene, one.word) for one in read[start:]):
                continue
            before = read[start - 1] if start else None
            titled = before is not None and before.word.flags & (ROLE | NISBA)
            if titled and not words[start - 1].startswith("ال"):
                break  # *إمام* علي رحمانوف
            if titled or fold(words[start]) in scene.lexicon.given:
                return " ".join([*words[start:], surname])
    return None


def _may_be_name(scene: Scene, word: Word) -> bool:
    """Whether a word may be of a person's name that nobody listed: of no other sense."""
    if word.key in scene.lexicon.given:
        return True
    return not (word.senses or word.listed or word.classes or word.key in scene.lexicon.ordinary)

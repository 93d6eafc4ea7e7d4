"""Page furniture: what one short line of a page is by itself."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from ....schema import Record
from ..dates.calendar import date_words
from ..dates.dates import find_dates
from ..words.rowfile import read_yaml
from ..words.text import fold

Kind = Literal["text", "furniture", "date", "dateline", "byline", "note", "publisher"]

SHORT = 160  # characters; a longer line is always text
_NAME_WORDS = range(2, 6)
_DATE_LINE = 110  # characters
_GUID = re.compile(r"\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?|[0-9A-Fa-f]{24,64}")
_LINK = r"(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|@\w{2,}|#\w+)"
_LINKS = re.compile(rf"{_LINK}(?:[\s،,|]+{_LINK})*")
_DIGIT = re.compile(r"\d")
_SENTENCE = re.compile(r"[^:\d(\[©]{25,}\.")
_DIGITS = frozenset("0123456789")
_TIME = re.compile(r"\b[0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9])?\b")
_LINKERS = frozenset({"في", "الى", "على", "من", "عن", "مع", "ضد", "ان", "بين", "حول"})
_ARABIC_NAME = re.compile("[\u0621-\u064a\u064b-\u0652\u0670 .'-]+")


class LayoutWords(Record):
    """The words of page furniture; see lexicons/ar/layout.yaml."""

    buttons: tuple[str, ...]
    pointers: tuple[str, ...]
    counts: tuple[str, ...]
    date_words: tuple[str, ...]
    credits: tuple[str, ...]
    publisher_marks: tuple[str, ...]
    agencies: tuple[str, ...]
    correspondents: tuple[str, ...]
    by: tuple[str, ...]
    author_roles: tuple[str, ...]
    sections: tuple[str, ...]
    given_names: tuple[str, ...]


@cache
def layout_words() -> LayoutWords:
    """Return the words of page furniture as they stand in the YAML file."""
    return LayoutWords.model_validate(read_yaml("layout.yaml"))


class Keys(NamedTuple):
    """The phrases, folded as `_key` folds a line."""

    buttons: frozenset[str]
    pointers: frozenset[str]
    counts: frozenset[str]
    date_words: frozenset[str]
    credits: frozenset[str]
    publishers: frozenset[str]
    agencies: frozenset[str]
    correspondents: tuple[str, ...]
    by: frozenset[str]
    roles: frozenset[str]
    sections: frozenset[str]
    given: frozenset[str]


@cache
def keys() -> Keys:
    """Return the phrases, folded for look-up."""
    words = layout_words()

    def folded(phrases: Iterable[str]) -> frozenset[str]:
        return frozenset(key_of(phrase) for phrase in phrases)

    return Keys(
        buttons=folded(words.buttons),
        pointers=folded(words.pointers),
        counts=folded(words.counts),
        date_words=folded(words.date_words),
        credits=folded(words.credits),
        publishers=folded(words.publisher_marks),
        agencies=folded(words.agencies),
        correspondents=tuple(sorted(folded(words.correspondents))),
        by=folded(words.by),
        roles=folded(words.author_roles),
        sections=folded(words.sections),
        given=folded(words.given_names),
    )


def key_of(phrase: str) -> str:
    """Return the words of a phrase, folded, without punctuation."""
    return " ".join(re.findall(r"\w+", fold(phrase).casefold()))


def kind_of(line: str) -> Kind:
    """Tell what one short line is by itself; bylines without a mark need their neighbours."""
    if _SENTENCE.fullmatch(line):  # most lines by far
        return "text"
    known, key = keys(), key_of(line)
    head, colon, rest = line.partition(":")
    mark = key_of(head)
    if not key or _GUID.fullmatch(line) or _LINKS.fullmatch(line) or "©" in line:
        return "furniture"
    words = [word for word in key.split() if not word.isdigit()]
    bare = " ".join(words)
    if (
        bare in known.sections
        or bare in known.pointers
        or _all_of(words, known.buttons | known.counts)
    ):
        return "furniture"
    if _all_of(key.split(), known.agencies):
        return "furniture" if line[0] in "([" else "publisher"
    if (colon and mark in known.pointers) or key_of(re.split("[:،]", line)[0]) in known.credits:
        return "furniture"
    if colon and mark in known.publishers and len(rest) < 60:
        return "publisher"
    if (
        line[0] in "(["
        and line[-1] in ")]"
        and key_of(re.split(r"[/،-]", line)[-1]) in known.agencies
    ):
        return "furniture"
    if is_date(line):
        return "date"
    if colon and mark in known.by and is_name(rest.strip()):
        return "furniture" if mark == key_of("ترجمة") else "byline"
    first, _, others = line.partition(" ")
    if key_of(first) == key_of("بقلم") and is_name(others.lstrip(": ")):
        return "byline"
    return "text"


def _all_of(words: list[str], phrases: frozenset[str]) -> bool:
    """Whether the words are nothing but phrases (of up to five words) in a row."""
    at = 0
    while at < len(words):
        size = next((n for n in (5, 4, 3, 2, 1) if " ".join(words[at : at + n]) in phrases), 0)
        if not size:
            return False
        at += size
    return bool(words)


def is_date(line: str) -> bool:
    """Whether a line holds a date and nothing else but the words that stand around one."""
    if len(line) > _DATE_LINE or not _DIGIT.search(line):
        return False
    if any(
        word[0] not in _DIGITS and word not in _date_vocabulary() for word in key_of(line).split()
    ):
        return False
    dates = find_dates(line)
    if not dates:
        return False
    for found in reversed(dates):
        line = f"{line[: found.start]} {line[found.end :]}"
    rest = key_of(_TIME.sub(" ", line)).split()
    known = keys().date_words
    return all(word in known or word.isdigit() for word in rest) or _all_of(rest, known)


@cache
def _date_vocabulary() -> frozenset[str]:
    """Return every word that a date line may hold, for a quick no."""
    words = date_words()
    tables = (words.gregorian, words.hijri, words.weekdays, words.ordinals, words.numbers)
    phrases = [phrase for table in tables for group in table.values() for phrase in group]
    known = {word for phrase in phrases for word in key_of(phrase).split()}
    known |= {word for phrase in keys().date_words for word in phrase.split()}
    return frozenset(
        known | {"عام", "سنة", "العام", "شهر", "هجري", "هجرية", "ميلادي", "ميلادية", "من", "ه"}
    )


def is_name(line: str) -> bool:
    """Whether a line has the shape of a name: two to five Arabic words and no full stop."""
    return (
        _ARABIC_NAME.fullmatch(line) is not None
        and not line.endswith(".")
        and len(line.split()) in _NAME_WORDS
    )


def is_given(line: str) -> bool:
    """Whether a line is a name that begins with a common first name and holds no verb or link."""
    if not is_name(line):
        return False
    first, *others = key_of(line).split()
    given = keys().given
    return first in given and not any(
        word in _LINKERS or (word[0] in "يت" and len(word) > 3 and word not in given)
        for word in others
    )


def is_note(line: str) -> bool:
    """Whether a short line begins as a note on an author does: "writer and scholar at …"."""
    key = key_of(line).split()
    return bool(key) and len(line) < SHORT and key[0] in keys().roles

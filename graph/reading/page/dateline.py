"""Datelines: the place, day and agency that open a dispatch, as a line or before its first words.

"طرابلس (رويترز) - ", "لندن في ٤ أغسطس ١٩٣٧ - لمراسلنا الخاص", "باكو، يريفان - وكالات".
"""

import re
from typing import NamedTuple

from ....schema import PartialDate
from ..dates.dates import find_dates
from ..words.lexicon import load_lexicon
from ..words.text import fold
from .furniture import is_name, key_of, keys

_LONGEST = 110  # characters
_PLACE_WORDS = 4
_PLACES = 3
_DASH = re.compile(r"\s[-–—]+\s?|[-–—]+\s")
# Before the dispatch's first words; nothing more need stand behind an agency in brackets.
_BOUNDARY = re.compile(r"(?:\s[-–—]+\s?|[-–—]+\s|:)\s*|(?<=[)/])\s+")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)|(?<=\s)/([^()/]*)/(?=\s|$)")
_INITIALS = re.compile(r"(?<=\b\w)\.")  # أ.ف.ب.
_AROUND_DATES = frozenset({"في", "يوم", "سنة", "عام", "الموافق", "ليل", "مساء", "صباح", "اول"})
_ANY_YEAR = PartialDate(edtf="2000-01-01")  # to see a day whose year is left out
_FROM = re.compile(r"^(?:من|بقلم|لـ?|ل)(?=[\s«]|مراسل|مندوب|موفد)\s*")


class Dateline(NamedTuple):
    """What a dateline says; `author` is its correspondent, if named."""

    place: str = ""
    date: PartialDate | None = None
    publisher: str | None = None
    author: str | None = None
    credited: bool = False  # names an agency or correspondent: no mere title with a date in it


def dateline_of(line: str, *, opens: bool) -> Dateline | None:
    """Return the dateline that a line is; a page's first line (`opens`) may be a headline."""
    if len(line) > _LONGEST or (not _DASH.search(f"{line} ") and not find_dates(line, _ANY_YEAR)):
        return None
    found = _read(line.rstrip(": "))
    return found if found is not None and (found.credited or not opens) else None


def opening_dateline(text: str, start: int, end: int) -> tuple[int, Dateline] | None:
    """Return where a paragraph goes on behind the dateline that opens it, and the dateline."""
    head = text[start : min(end, start + _LONGEST)]
    found: tuple[int, Dateline] | None = None
    for match in _BOUNDARY.finditer(head):
        dateline = _read(head[: match.start()])
        if match.group().isspace() and (dateline is None or not dateline.credited):
            continue
        if match.group().isspace() and found is not None and found[1].credited:
            break  # باريس (رويترز) - / استخدمت فرنسا حق النقض (الفيتو) ضد
        if dateline is not None and start + match.end() < end:
            if dateline.credited or dateline.author is None:
                found = start + match.end(), dateline
    return found


def _read(line: str) -> Dateline | None:
    line = _INITIALS.sub(" ", line)
    first, *others = _DASH.split(_IN_BRACKETS.sub(" ", line))
    place, date = _without_dates(first)
    if not _is_places(place):
        return None
    found = Dateline(place, date)
    in_brackets = [a or b for a, b in _IN_BRACKETS.findall(line)]
    for part in (*others, *in_brackets):
        words, day = _without_dates(part)
        credit = _credit(words) if words else Dateline()
        if part in others and credit is None:
            return None
        if credit is not None and (part in others or credit.author is None):
            found = Dateline(
                place,
                found.date or day,
                found.publisher or credit.publisher,
                found.author or credit.author,
                found.credited or credit.credited,
            )
    if found == Dateline(place):
        return None
    return found if found.date is not _ANY_YEAR else found._replace(date=None)


def _without_dates(part: str) -> tuple[str, PartialDate | None]:
    """Return the words around the dates of a part, and the first date."""
    found = find_dates(part, _ANY_YEAR)
    rest = part
    for one in reversed(found):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    if found:
        rest = " ".join(word for word in rest.split() if key_of(word) not in _AROUND_DATES)
    sure = find_dates(part)
    date = sure[0].date if sure else _ANY_YEAR if found else None
    return rest.strip(" ،,"), date


def _is_places(text: str) -> bool:
    places = [place.split() for place in re.split("[،,]", text)]
    return 0 < len(places) <= _PLACES and all(
        0 < len(words) <= _PLACE_WORDS
        and all(w.replace("-", "").isalpha() and not _says(w) for w in words)
        for words in places
    )


def _says(word: str) -> bool:
    """Whether it is a verb of saying: no dateline is "*وقال* سالم أمس:"."""
    lexicon, key = load_lexicon(), fold(word)
    stems = (key, key[1:]) if key[:1] in ("و", "ف") else (key,)
    entries = [e for stem in stems for e in lexicon.forms.get(stem, ())]
    return any(e.pos == "V" and " 3" in e.feats and lexicon.verbs[e.id].speech for e in entries)


def _credit(text: str) -> Dateline | None:
    """Return what agency or correspondent is named: "لمراسلنا الخاص", "أ ف ب، رويترز"."""
    known = keys()
    others = [part for part in re.split("[،,]", text) if key_of(part) not in known.agencies]
    if not others:
        return Dateline(publisher=text, credited=True)
    by = _FROM.sub("", others[0].strip()).removesuffix(" ووكالات")
    words = key_of(by).split()
    if any(word.removeprefix("ال").startswith(known.correspondents) for word in words[:2]):
        return Dateline(credited=True)
    if len(others) > 1 or not is_name(by):
        return None
    return Dateline(author=by, credited=by != others[0].strip())

"""The page around an article: what is its body, and what its layout says about it.

Every rule looks at a whole line, its length and its neighbours, so that a plain sentence without a
page around it stays whole.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from struct import Struct
from typing import NamedTuple

from ....schema import PartialDate, Record
from ..dates.dates import find_dates
from .dateline import Dateline, dateline_of, opening_dateline
from .furniture import SHORT, Kind, is_date, is_given, is_name, is_note, key_of, keys, kind_of

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = " \t\xa0\u200b\u200c\u200d\u200e\u200f\ufeff\u2009\u202f\u3000"
_PROSE_WORDS = 7
_TITLE_WORDS = 3
_NAME_AND_NOTE = 2
_PLACE_WORDS = 2
_SENTENCE_END = re.compile(r"[.؟!?…؛،:][\s\"»”'\])\u200e\u200f]*$")
_FULL_STOP = re.compile(r"[.!؛،:][\s\"»”'\])\u200e\u200f]*$")
_SPAN = Struct("2q")


class Layout(Record):
    """The parts of a page."""

    title: str | None = None
    date: PartialDate | None = None
    author: str | None = None
    author_note: str | None = None
    publisher: str | None = None
    place: str = ""  # where it was sent from
    spans: bytes = b""  # of the body, packed: a long text has a hundred thousand paragraphs

    @property
    def body(self) -> Iterator[tuple[int, int]]:
        """Its paragraphs as (start, end) offsets, furniture left out."""
        return _SPAN.iter_unpack(self.spans)


class _Line(NamedTuple):
    source: str
    start: int
    end: int
    kind: Kind

    @property
    def text(self) -> str:
        """Its words; empty for long lines, which are always text."""
        return self.source[self.start : self.end] if self.end - self.start <= SHORT else ""


@lru_cache(maxsize=1)  # for the source, and again when it is read
def layout(text: str) -> Layout:
    """Return the layout of an article's text; a text without one is all body.

    The headline is the first paragraph of the body. A text that is nothing but furniture is all
    body. Cost is linear in the text's length.
    """
    lines = _settled([_classified(text, start, end) for start, end in _lines(text)])
    body = [line for line in lines if line.kind == "text"]
    if not body:
        return Layout(spans=_packed(lines))
    title = _title(lines)
    publisher = _publisher(_first(lines, "publisher"))
    date = _date(lines)
    dateline = dateline_of(_first(lines, "dateline"), opens=False) or Dateline()
    opening = 1 if title is not None and len(body) > 1 else 0
    dispatch = opening_dateline(text, body[opening].start, body[opening].end)
    if dispatch is not None:
        start, dateline = dispatch
        body[opening] = body[opening]._replace(start=start)
    return Layout(
        title=title,
        date=date or dateline.date,
        author=_author(_first(lines, "byline")) or dateline.author,
        author_note=_first(lines, "note").lstrip("*•- ") or None,
        publisher=publisher or dateline.publisher,
        place=dateline.place,
        spans=_packed(body),
    )


def _packed(lines: list[_Line]) -> bytes:
    return b"".join([_SPAN.pack(line.start, line.end) for line in lines])


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that hold anything, their blanks trimmed."""
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip(_BLANK))
        end = match.start() + len(line.rstrip(_BLANK))
        if start < end:
            yield start, end


def _classified(text: str, start: int, end: int) -> _Line:
    kind = "text" if end - start > SHORT else kind_of(text[start:end])
    return _Line(text, start, end, kind)


def _is_prose(line: _Line) -> bool:
    """Whether a line is a paragraph rather than a headline, name or label."""
    if line.kind != "text":
        return False
    return not line.text or (
        _FULL_STOP.search(line.text) is not None and len(line.text.split()) > _PROSE_WORDS
    )


def _settled(lines: list[_Line]) -> list[_Line]:
    """Settle what depends on the neighbours: names, notes, related headlines, dates within."""
    prose = [at for at, line in enumerate(lines) if _is_prose(line)]
    if prose and dateline_of(lines[prose[0]].text, opens=prose[0] == 0):
        del prose[0]
    if not prose:
        return lines
    top, bottom = prose[0], prose[-1]
    kinds: list[Kind] = [line.kind for line in lines]
    within = [at for at in range(top, bottom) if kinds[at] == "date"]
    if within:  # a chronicle: its dates are headings
        own = [at for at in range(top) if kinds[at] == "date" and at == 0]
        for at in within + own:
            kinds[at] = "text"
    for at in range(len(lines) - 1):
        pointer = kinds[at] == "furniture" and key_of(lines[at].text) in keys().pointers
        after = at + 1
        while pointer and after < len(lines) and _is_label(lines[after]):
            if lines[after].start - lines[after - 1].end > 1:
                break
            kinds[after] = "furniture"
            after += 1
    for at in range(top):
        if kinds[at] == "text" and dateline_of(lines[at].text, opens=at == 0):
            kinds[at] = "dateline"
    for at in range(top, len(lines)):
        if kinds[at] == "publisher" and ":" not in lines[at].text:
            kinds[at] = "furniture"  # a picture's credit
    kinds = _with_author(lines, kinds, top, bottom)
    return [
        line if line.kind == kind else line._replace(kind=kind)
        for line, kind in zip(lines, kinds, strict=True)
    ]


def _is_label(line: _Line) -> bool:
    return line.kind == "text" and bool(line.text) and not _SENTENCE_END.search(line.text)


def _with_author(lines: list[_Line], kinds: list[Kind], top: int, bottom: int) -> list[Kind]:
    """Mark the author's name and note: above the first paragraph or below the last."""
    below = [at for at in range(bottom + 1, len(lines)) if kinds[at] == "text"]
    above = [at for at in range(top) if kinds[at] == "text"]
    if bottom > 0 and is_note(lines[bottom].text) and is_name(lines[bottom - 1].text):
        below = [bottom - 1, bottom]  # the note is a sentence with a full stop
    for at in below if len(below) <= _NAME_AND_NOTE else []:
        text, apart = lines[at].text, kinds[at - 1] == "furniture"
        noted = at + 1 < len(lines) and is_note(lines[at + 1].text)
        if is_name(text) and (noted or apart or is_given(text)) and "byline" not in kinds:
            kinds[at] = "byline"
        elif at == below[-1] and is_note(text.lstrip("*•- ")):
            kinds[at] = "note"
    for at in above:
        text = lines[at].text
        kinds[at] = _filed(text) if len(above) > 1 else "text"
        if kinds[at] != "text":
            continue
        follows = kinds[at + 1]
        noted = follows == "text" and is_note(lines[at + 1].text)
        only = len(above) == 1
        if not only and (is_given(text) or (noted and is_name(text))) and "byline" not in kinds:
            kinds[at] = "byline"
            if noted:
                kinds[at + 1] = "note"
    return kinds


def _filed(text: str) -> Kind:
    """Tell "London: Samir Mansur" and "London: The Paper" above an article from its headline."""
    place, colon, rest = text.partition(":")
    if not colon or len(place.split()) > _PLACE_WORDS:
        return "text"
    if is_given(rest.strip()):
        return "byline"
    return "publisher" if key_of(rest) in keys().agencies else "text"


def _title(lines: list[_Line]) -> str | None:
    """Return the headline: a short line without a full stop, above prose or a page's marks."""
    candidates: list[str] = []
    for line in lines:
        if line.kind == "text" and (_is_prose(line) or not line.text):
            break
        if line.kind == "text" and not _FULL_STOP.search(line.text) and not is_date(line.text):
            candidates.append(line.text)
    texts = sum(line.kind == "text" for line in lines)
    prose = any(_is_prose(line) for line in lines)
    dated = any(line.kind in ("date", "byline") for line in lines)
    if not candidates or not (dated or (prose and texts > 1)):
        return None
    long = [text for text in candidates if len(text.split()) >= _TITLE_WORDS]
    return (long or candidates)[0]


def _first(lines: list[_Line], kind: Kind) -> str:
    return next((line.text for line in lines if line.kind == kind), "")


def _author(byline: str) -> str | None:
    """Return the name in a byline, the words "by" and "written by" and the place taken off."""
    name = byline.partition(":")[2] or byline
    first, _, others = name.strip().partition(" ")
    return (others if key_of(first) in keys().by else name).strip() or None


def _publisher(line: str) -> str | None:
    return (line.partition(":")[2] or line).strip(' «»"') or None


def _date(lines: list[_Line]) -> PartialDate | None:
    """Return the earliest date of the date lines: an update comes later than the publication."""
    dates = [found.date for line in lines if line.kind == "date" for found in find_dates(line.text)]
    days = [date for date in dates if date.earliest is not None and date.earliest == date.latest]
    return min(days or dates, key=lambda date: (date.earliest is None, date.edtf), default=None)

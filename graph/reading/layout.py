"""The page around an article: what is its body, and what its layout says about it."""

import re

from ...schema import PartialDate, Record

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_TEXT = re.compile(r"\S(?:.*\S)?", re.DOTALL)


class Layout(Record):
    """The parts of a page; `body` is its paragraphs as (start, end) offsets, furniture left out."""

    title: str | None = None
    date: PartialDate | None = None
    author: str | None = None
    author_note: str | None = None
    publisher: str | None = None
    body: tuple[tuple[int, int], ...] = ()


def layout(text: str) -> Layout:
    """Return the layout of an article's text; a plain text is all body."""
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        inner = _TEXT.search(line.group())
        if inner is not None:
            spans.append((line.start() + inner.start(), line.start() + inner.end()))
    return Layout(body=tuple(spans))

"""Text on its way to the terminal: harmless, and in an order that stays readable.

Arabic is written in logical order, as it stands in the text. Terminals that lay out bidirectional
text put it right themselves, the others show it letter by letter, and copying gives the words back
either way; text turned round beforehand would be wrong in all of them. On a terminal, a left-to-
right mark (U+200E) follows each piece with right-to-left letters, so that arrows and columns
between two Arabic names keep their places. Isolates (U+2066 to U+2069) would say more, but are
often drawn as boxes. Piped output gets neither.
"""

import re
import sys
import unicodedata
from itertools import pairwise

from rich.console import Console
from rich.text import Text

LRM = "\u200e"
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Marks, embeddings, overrides and isolates, and the invisible line and paragraph separators.
_BIDI = re.compile("[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_STATUS_STYLE = {"asserted": "green", "contested": "bold yellow", "denied": "red"}


def clean(text: str) -> str:
    """Return text that cannot move the cursor, ring, colour, or make a label read as another.

    Line breaks and tabs become spaces, other control characters their Unicode pictures, and
    bidirectional controls are dropped.
    """
    text = _BIDI.sub("", text)
    if text.isprintable():
        return text
    return "".join(_visible(letter) for letter in text)


def piece(text: str, *, tty: bool) -> str:
    """Return clean text as a unit of a line; see the module for the mark after it."""
    text = clean(text)
    return text + LRM if tty and _RTL.search(text) else text


def _visible(letter: str) -> str:
    code = ord(letter)
    if letter in "\n\r\t\x0b\x0c\x85":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd" if unicodedata.category(letter) in ("Cc", "Cs") else letter


class Screen:
    """Where a command writes: colours and marks on a terminal, plain text when piped."""

    def __init__(self) -> None:
        self._out = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
        self.tty = self._out.is_terminal

    def line(self, *parts: str | tuple[str, str]) -> None:
        """Write one line of texts, or (text, style) pairs, each of them cleaned."""
        line = Text()
        for part in parts:
            text, style = (part, "") if isinstance(part, str) else part
            line.append(piece(text, tty=self.tty), style=style)
        self._out.print(line, soft_wrap=True)

    def prose(self, text: str, styles: list[tuple[int, int, str]]) -> None:
        """Write a text as one unit, with (start, end, style) stretches of it; no marks within."""
        cuts = sorted({0, len(text), *(cut for a, b, _ in styles for cut in (a, b))})
        line = Text()
        for a, b in pairwise(cuts):
            style = " ".join(name for start, end, name in styles if start <= a and b <= end)
            line.append(clean(text[a:b]), style=style)
        self._out.print(line, soft_wrap=True)

    def table(self, columns: list[str], rows: list[list[str]]) -> None:
        """Write a table: aligned columns, nothing cut off."""
        cells = [[piece(cell, tty=self.tty) for cell in row] for row in [columns, *rows]]
        widths = [
            max(Text(cell).cell_len for cell in column) for column in zip(*cells, strict=True)
        ]
        for number, row in enumerate(cells):
            line = Text()
            for cell, width in zip(row, widths, strict=True):
                text = Text(cell, style="bold" if number == 0 else "")
                line.append_text(text).append(" " * (width - text.cell_len + 2))
            line.rstrip()
            self._out.print(line, soft_wrap=True)
            if number == 0:
                self._out.print("  ".join("-" * width for width in widths), style="dim")


def status_style(status: str) -> str:
    """Return the colour of a claim's status."""
    return _STATUS_STYLE.get(status, "dim")


def complain(message: str) -> None:
    """Write one red line to standard error."""
    Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True).print(
        clean(f"error: {message}"), style="red"
    )


def raw(data: bytes) -> None:
    """Write bytes to standard output as they are, for other programs."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()

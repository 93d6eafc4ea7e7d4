"""Text made safe for labels, XML and spreadsheets; evidence keeps its own characters."""

import re

# Explicit direction marks, embeddings, overrides and isolates (UAX #9): they make one label read
# as another.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def label(text: str) -> str:
    """Return a label on one line, without direction and control characters."""
    return " ".join(_CONTROL.sub(" ", _BIDI.sub("", text)).split())


def xml(text: str) -> str:
    """Return text in which U+FFFD stands for what XML 1.0 cannot hold; not yet escaped."""
    return _NOT_XML.sub("\ufffd", text)


def cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: such text gets an apostrophe before it.

    The rule is OWASP's for CSV injection.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text

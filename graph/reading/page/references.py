"""HTML's character references that are left in a page's text: quot;الشباب&quot;."""

import re

_REFERENCE = re.compile("&?(quot|laquo|raquo|ldquo|rdquo|nbsp|amp|#34|#39|#171|#187|#822[01]);")
_OPENS = {
    "quot": "“", "laquo": "«", "raquo": "»", "ldquo": "“", "rdquo": "”", "nbsp": " ", "amp": "&",
    "#34": "“", "#39": "'", "#171": "«", "#187": "»", "#8220": "“", "#8221": "”",
}  # fmt: skip
_CLOSES = _OPENS | {"quot": "”", "#34": "”"}
_UNSEEN = "\u200b"  # what parts no words


def without_references(text: str) -> str:
    """Return a text of the same length, in which each reference is its character and padding.

    So what is read keeps its offsets.
    """
    return _REFERENCE.sub(_padded, text) if ";" in text else text


def _padded(match: re.Match[str]) -> str:
    """Return the character at the outer end, so that what is quoted has the whole reference."""
    padding = _UNSEEN * (len(match.group()) - 1)
    if match.string[match.start() - 1 : match.start()].isalnum():
        return padding + _CLOSES[match.group(1)]
    return _OPENS[match.group(1)] + padding

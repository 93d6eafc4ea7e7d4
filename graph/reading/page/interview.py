"""Interviews: which paragraphs ask and which answer, by the signs printed before them."""

import re
from collections.abc import Iterable
from typing import Literal

Part = Literal["question", "answer", ""]

_SIGN = re.compile(
    r"\s*(?:(?P<bullet>[●○■□◆◇▪▫◾◽•*])|(?P<dash>[–—ـ-])"
    r"|(?P<asks>(?:س|سؤال|السؤال)\s?[:ـ–-])|(?P<tells>(?:ج|جواب|الجواب)\s?[:ـ–-]))"
)
_LEADS = 12  # characters that may hold the sign
_QUESTION_MARKS = "؟?"
# Lines that tell who asks: حاورته هالة القادري.
_CREDIT = re.compile(
    r"[^.:؟]{0,30}?(?:حاور(?:ه|ها|هما|هم|ته|تها|تهما|تهم)|(?:أجر[ىت]|اجر[ىت])\s+(?:معه\s+|معها\s+)?"
    r"(?:الحوار|الحديث|المقابلة|اللقاء)|(?:حوار|لقاء|مقابلة|حديث)\s?(?:أجراه|أجرته|[:–-]))"
)
_CREDIT_ENDS = 80  # characters of a line that does no more


def parts_of_interview(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Part]:
    """Return of each paragraph whether it asks or answers.

    "س: ..." asks and "ج: ..." answers. Of two signs the first asks, if one of its paragraphs ends
    in a question mark: "● ... ؟" and "– ...", "○ ... ؟" and "● ...". Where all have a dash they
    take turns, the first with a question mark.
    """
    signs: list[str] = []
    marked: list[bool] = []
    for start, end in paragraphs:
        signs.append(_sign(text[start : min(end, start + _LEADS)]))
        marked.append(text[end - 1 : end] in _QUESTION_MARKS)
    bullets = list(dict.fromkeys(sign for sign in signs if len(sign) == 1 and sign != "-"))
    first = bullets[0] if bullets else ""
    asked = any(sign == first and mark for sign, mark in zip(signs, marked, strict=True))
    parts: list[Part] = []
    before: Part = ""
    for sign, mark in zip(signs, marked, strict=True):
        part: Part = "answer" if sign and before and sign != first else ""
        in_turn = sign == "-" and not first and before != "question"
        by_sign = sign == "asks" or (sign != "" and sign == first and (asked or not bullets[1:]))
        if by_sign or (in_turn and (mark or before == "answer")):
            part = "question"
        parts.append(part)
        before = part
    return parts


def credits_reporter(text: str, start: int, end: int) -> bool:
    """Whether a line tells who asked in the interview: حاورته في جنيف: هالة القادري."""
    return end - start < _CREDIT_ENDS and _CREDIT.match(text, start, end) is not None


def _sign(lead: str) -> str:
    """Return the sign at the head of a paragraph: a bullet, a dash, "asks" or "tells"."""
    found = _SIGN.match(lead)
    if found is None:
        return ""
    return found["bullet"] or ("-" if found["dash"] else "asks" if found["asks"] else "tells")

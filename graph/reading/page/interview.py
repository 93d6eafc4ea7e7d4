"""Interviews: which paragraphs ask and which answer, by the signs printed before them."""

import re
from typing import Literal

Part = Literal["question", "answer", ""]

_LEADS = 12  # characters that may hold the sign
_ASKS = re.compile(r"\s*(?:[●■◆▪◾•*]|(?:س|سؤال|السؤال)\s?[:ـ–-])")
_ANSWERS = re.compile(r"\s*(?:[–—-]|(?:ج|جواب|الجواب)\s?[:ـ–-])")
_QUESTION_MARKS = "؟?"


def part_of_interview(text: str, start: int, end: int, before: Part) -> Part:
    """Return whether the paragraph asks or answers, given what the one before it was.

    "● ... ؟" and "س: ..." ask; "– ..." and "ج: ..." answer behind a question. Two dashes in turn
    are a question where the first paragraph ends in its mark.
    """
    lead = text[start : min(end, start + _LEADS)]
    marked = text[end - 1 : end] in _QUESTION_MARKS
    if _ASKS.match(lead) or (_ANSWERS.match(lead) and marked):
        return "question"
    return "answer" if before and _ANSWERS.match(lead) else ""

"""Headless: a relative clause with no noun before it: *الذي* اغتال الوزير هو سالم."""

from ..records.clauses import Clause, Sentence
from ..records.items import Item

_OF_WHOM = {"الذي": "ms", "التي": "fs", "الذين": "mp"}
_SOON = 9  # items from a verb to who it is


def headless(clause: Clause) -> bool:
    """Whether it describes nobody named before it."""
    opener = clause.opener
    which = opener is not None and opener.key.lstrip("وف") in _OF_WHOM
    return clause.kind == "rel" and which and clause.antecedent is None


def undergone(clause: Clause, pronoun: str) -> bool:
    """Whether whom it describes is the one that the verb's pronoun means: الذي *قتلته* الشرطة."""
    opener = clause.opener
    if opener is None or not headless(clause):
        return False
    return pronoun == _OF_WHOM[opener.key.lstrip("وف")]


def said_to_be(sentence: Sentence, verb: Item) -> Item | None:
    """Return who is told behind "is" to be the one: الذي قتلته الشرطة هو *سالم*."""
    for item in sentence.items[verb.index + 1 : verb.index + _SOON]:
        if item.kind == "self" and not item.conj:
            who = sentence.items[item.index + 1 : item.index + 2]
            return who[0] if who and who[0].mention is not None else None
        if item.kind in ("V", "rel", "an", "sub") or item.conj:
            return None
    return None

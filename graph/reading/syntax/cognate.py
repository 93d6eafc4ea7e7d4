"""Cognate objects: the verb's own action noun, which only tells how it is done."""

from ..records.clauses import Sentence
from ..records.items import Item


def set_aside(sentence: Sentence) -> None:
    """Let the verb's own action noun be an adverb: رفض *رفضا* قاطعا وساطة الجزائر."""
    for item in sentence.items:
        if item.kind == "N" and item.indefinite and item.marker == "direct" and not item.conj:
            if _of_its_verb(sentence, item):
                item.kind, item.marker, item.rows = "adv", "", ()
                behind = sentence.items[item.index + 1 : item.index + 2]
                if behind and behind[0].indefinite and behind[0].kind in ("O", "P"):
                    behind[0].kind, behind[0].marker, behind[0].rows = "adv", "", ()


def _of_its_verb(sentence: Sentence, noun: Item) -> bool:
    """Whether the noun is bare, and of the verb that the clause has before it."""
    verb = sentence.clause_of[noun.index].verb
    if verb is None or verb.index > noun.index or noun.pronoun or noun.nisba is not None:
        return False
    behind = sentence.items[noun.index + 1 : noun.index + 2]
    if behind and behind[0].head is noun:
        return False
    return not {row.id for row in verb.rows}.isdisjoint(row.id for row in noun.rows)

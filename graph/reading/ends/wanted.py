"""Wanted: whether a phrase behind an action noun is the object of the verb it is subject of."""

from ..records.clauses import Sentence
from ..records.items import Item
from ..words.rows import Verb
from .modifying import modifies
from .slots import following, waited_for

_TRANSITIVE = frozenset({"II", "IV"})


def wanted_by_verb(sentence: Sentence, noun: Item) -> bool:
    """Whether the one object behind the noun is its verb's: أثار دعم الحركة *غضب بريطانيا*.

    Where two stand there, or an actor, that is the noun's: أثار احتلال إيطاليا *الحبشة* غضب مصر.
    """
    clause = sentence.clause_of[noun.index]
    verb = clause.verb
    if verb is None or clause.subject is not noun or verb.index > noun.index:
        return False
    if verb.pronoun or verb.passive or not any(_transitive(row) for row in verb.rows):
        return False
    objects = [o for o in following(sentence, noun) if _stands_alone(sentence, o)]
    return len(objects) == 1 and objects[0].kind != "M"


def _transitive(row: object) -> bool:
    """Whether a verb has a bare object: as its row tells, or as verbs of its form mostly do."""
    if not isinstance(row, Verb):
        return False
    slots = waited_for(row)
    return "direct" in slots or (not slots and row.form in _TRANSITIVE)


def _stands_alone(sentence: Sentence, item: Item) -> bool:
    if item.kind not in ("M", "N", "O") or item.marker != "direct" or item.conj:
        return False
    return item.kind != "O" or not modifies(sentence, item)

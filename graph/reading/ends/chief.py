"""Chief doers: who is said to do something before all others: الداعم *الأكبر* لتشاد هو فرنسا."""

from ..page.tokens import COMMAS
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from .arguments import entities

_NEAR = 8  # items between the chief doer and his name behind "is"
_PASSED = ("aux", "adv", "self", "prep", "O", "A", "M", "pron")  # on the way to "is"


def chief_doer(sentence: Sentence, item: Item) -> tuple[list[Entity], Item | None] | None:
    """Return who is told to be the first of those whom a participle names, if one is told of.

    So in تعد فرنسا *الداعم الرئيسي* لتشاد, فرنسا، *أكبر داعم* لتشاد، and الداعم الأول لها هو فرنسا.
    It is a noun there, and need not agree with the state.
    """
    function = sentence.scene.function
    before, behind = sentence.items[: item.index], sentence.items[item.index + 1 :]
    foremost = bool(before) and before[-1].kind == "O" and is_in(before[-1], function("foremost"))
    chief = item.det and item.feats[1:2] == "s" and bool(behind) and behind[0].det
    if not foremost and not (chief and behind[0].key in function("chief_qualities")):
        return None
    if item.conj:
        return None
    clause = sentence.clause_of[item.index]
    for other in reversed(before[:-1] if foremost else before):
        if other.kind == "M" and other.marker in ("direct", "gen", "apposed"):
            return entities(sentence, other), other
        if other.kind == "an" and other.pronoun:
            return entities(sentence, other), None  # بأنها *الداعم الأول* لتشاد
        if other.kind == "V" and other.key.lstrip("و") in function("regarded"):
            who = clause.subject_entity  # فرنسا التي *تعد* أكبر الداعمين لتشاد
            return ([who], clause.subject) if who is not None else None
        passing = other.kind in ("aux", "adv", "self") or other.key in COMMAS
        if not (passing or other.value == "من" or other.key in ("بين", "من بين")):
            break
    return _named_behind(sentence, item)


def _named_behind(sentence: Sentence, item: Item) -> tuple[list[Entity], Item | None] | None:
    """Return who the chief doer is told to be: الداعم الأكبر لتشاد هو *فرنسا*."""
    for other in sentence.items[item.index + 1 : item.index + _NEAR]:
        if other.kind == "self" and not other.conj:
            named = sentence.items[other.index + 1 : other.index + 2]
            if named and named[0].kind == "M" and named[0].marker == "direct":
                return entities(sentence, named[0]), named[0]
            return None
        if other.kind not in _PASSED:
            return None
    return None

"""Pointing: whom "these" means that is followed by no noun: وكان *هؤلاء* قد هاجموا."""

from ....schema import ActorKind
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item

_THESE = frozenset({"هؤلاء", "اولئك"})
_MANY = frozenset({ActorKind.GROUP, ActorKind.ARMED_GROUP, ActorKind.PARTY})
_NOUNS = frozenset({"O", "N", "M", "P", "A", "rel", "T"})


def these(sentence: Sentence, clause: Clause, verb: Item) -> Entity | None:
    """Return the many spoken of last, if "these" is the subject of the verb.

    In "هاجمت القوات المتمردين. وكان *هؤلاء* قد انسحبوا" they are not who did it before.
    """
    around = sentence.items[clause.a : verb.index + 2]
    if not any(_alone(sentence, item) for item in around):
        return None
    known = (*sentence.mentions_before(clause.a), *reversed(sentence.before))
    return next((one for one in known if one.plural or one.kind in _MANY), None)


def _alone(sentence: Sentence, item: Item) -> bool:
    """Whether it is "these" with no noun behind it that it would belong to."""
    behind = sentence.items[item.index + 1 : item.index + 2]
    told = item.kind == "demo" and item.key.lstrip("وف") in _THESE
    return told and item.marker in ("", "direct") and not (behind and behind[0].kind in _NOUNS)

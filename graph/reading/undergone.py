"""What somebody undergoes: who did it, when no verb or preposition names him."""

from ...schema import ActorKind
from .arguments import entities
from .clauses import Sentence
from .doers import whose
from .entity import Entity
from .items import Item
from .slots import following, slot
from .stems import is_in
from .things import doer_of

STRUCK = frozenset({"killed", "attacked"})
_IN = frozenset({"في", "ب", "time", "cause"})


def attacker(sentence: Sentence, item: Item) -> tuple[Item | None, list[Entity]]:
    """Return the attack in which somebody dies, and whose it is: قتل في *غارة إسرائيلية*."""
    for other in following(sentence, item):
        if other.kind == "mark":
            break
        if other.marker not in _IN:
            continue
        if other.mention is not None and other.mention.kind == "instrument" and other.marker == "ب":
            return other, entities(sentence, other)  # قتل *بصاروخ إسرائيلي*
        if other.kind not in ("N", "O"):
            continue
        attack = other.kind == "N" and any(row.relation == "attacked" for row in other.rows)
        if attack or is_in(other, sentence.scene.function("strikes")):
            who = _whose_attack(sentence, other)
            if who:
                return other, who
    return None, []


def _whose_attack(sentence: Sentence, attack: Item) -> list[Entity]:
    """Return whose it is: غارة *إسرائيلية*, هجوم *للحركة*, عملية نفذتها *القوات الأميركية*."""
    who = whose(sentence, attack)
    doer = slot(sentence, attack, "ل") if not who and not attack.det else None
    if doer is not None and doer.kind == "M":
        return entities(sentence, doer)
    told = doer_of(sentence, attack) if not who else None
    return [told] if told is not None else who


def of_another(who: list[Entity], victims: list[Entity]) -> bool:
    """Whether it is not the victims' own state that attacks, in which they fell for it."""
    states = {one.listed for one in who if one.kind == ActorKind.STATE}
    return not any((one.state or one.listed) in states for one in victims)

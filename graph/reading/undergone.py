"""What somebody undergoes: who did it, when no verb or preposition names him."""

from ...schema import ActorKind
from .arguments import entities
from .clauses import Sentence
from .doers import whose
from .entity import Entity
from .items import Item
from .slots import following, genitives, slot
from .stems import is_in
from .things import doer_of

STRUCK = frozenset({"killed", "attacked"})
_IN = frozenset({"في", "ب", "time", "cause"})


def attacker(sentence: Sentence, item: Item) -> tuple[Item | None, list[Entity]]:
    """Return the attack in which somebody dies, and whose it is: قتل في *غارة إسرائيلية*."""
    for other in following(sentence, item):
        if other.kind == "mark":
            break
        if other.kind == "A" and sentence.items[other.index - 1].value == "by":
            return other, [sentence.discourse.listed(other.value)]  # قتل برصاص *إسرائيلي*
        if other.marker not in _IN and not _fallen_to(sentence, other):
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


def _fallen_to(sentence: Sentence, attack: Item) -> bool:
    """Whether somebody is called a victim of it: ذهب ضحية *هجوم*, وقع ضحية *لغارة*."""
    before = sentence.items[attack.index - 1]
    return attack.marker in ("gen", "ل") and is_in(before, sentence.scene.function("victims"))


def _whose_attack(sentence: Sentence, attack: Item) -> list[Entity]:
    """Return whose it is: غارة *إسرائيلية*, هجوم *للحركة*, عملية نفذتها *القوات الأميركية*.

    In a fight it is whoever was fought: اشتباك مع *الشرطة*.
    """
    foe = slot(sentence, attack, "مع") if not attack.det else None
    if foe is not None and foe.kind == "M":
        return entities(sentence, foe)
    who = whose(sentence, attack)
    doer = slot(sentence, attack, "ل") if not who and not attack.det else None
    if doer is not None and doer.kind == "M":
        return entities(sentence, doer)
    named = [attack, *genitives(sentence, attack)]  # انفجار *عبوة* زرعتها الحركة
    told = [one for step in named if (one := doer_of(sentence, step)) is not None]
    return who or told[:1]


def of_another(who: list[Entity], victims: list[Entity]) -> bool:
    """Whether it is not the victims' own state that attacks, in which they fell for it."""
    states = {one.listed for one in who if one.kind == ActorKind.STATE}
    return not any((one.state or one.listed) in states for one in victims)

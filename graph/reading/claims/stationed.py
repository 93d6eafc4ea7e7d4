"""Stationed: who has forces or a base in another's land, by a sentence that needs no verb."""

from collections.abc import Iterator

from ....schema import ActorKind
from ..ends.arguments import entities
from ..ends.slots import following, slot
from ..records.clauses import Sentence
from ..records.ends import Found
from ..records.items import Item
from ..records.stems import is_in
from .mode import modality_of

_OWNS = ("ل", "لدى")
_LAND = frozenset({ActorKind.STATE, ActorKind.PLACE})
_QUALITIES = frozenset({"O", "A", "adv", "T", "prep", "P"})
_GOVERNS = frozenset({"V", "N", "P", "O", "prep"})  # what the owner would be the object of


def stationed(sentence: Sentence) -> Iterator[Found]:
    """Yield who has forces or a base where: نفت مالي أن تكون لها *قوات* في تشاد."""
    for noun in sentence.items:
        if noun.kind != "O" or noun.det or noun.pronoun or not _stands_there(sentence, noun):
            continue
        owner, place = _owner(sentence, noun), _place(sentence, noun)
        if owner is None or place is None:
            continue
        for who in entities(sentence, owner):
            if who.kind != ActorKind.STATE:
                continue  # لحزب الفجر *قاعدة* شعبية في الجنوب
            for land in entities(sentence, place):
                if land.kind in _LAND and land.state != who.state:
                    yield Found(
                        subject=who,
                        predicate="deployed-to",
                        object=land,
                        item=noun,
                        subject_item=owner,
                        object_item=place,
                        modality=modality_of(sentence, noun),
                        topic=noun.topic,
                        rule="noun:stationed",
                        confidence=0.8,
                        extent=(owner.index, place.index),
                    )


def stationed_at(sentence: Sentence, verb: Item) -> Item | None:
    """Return where the troops stand that are taken home: سحبت جنودها المرابطين في *سيناء*."""
    for other in following(sentence, verb):
        if other.kind == "mark":
            return None
        if other.kind == "P" and any(row.relation == "deployed-to" for row in other.rows):
            return slot(sentence, other, "في")
    return None


def _stands_there(sentence: Sentence, noun: Item) -> bool:
    return noun.topic == "base" or is_in(noun, sentence.scene.function("forces"))


def _owner(sentence: Sentence, noun: Item) -> Item | None:
    """Return whose they are, right before them or their number, and no verb's: *لها* ألف جندي."""
    clause = sentence.clause_of[noun.index]
    behind_verb = clause.verb is not None and clause.verb.index < noun.index
    for other in reversed(sentence.items[max(clause.a, noun.index - 3) : noun.index]):
        if other.marker in _OWNS and other.kind in ("M", "pron"):
            before = sentence.items[other.index - 1] if other.index > clause.a else None
            anew = bool(other.conj) and before is not None and before.kind == "mark"
            governed = before is not None and before.kind in _GOVERNS and not other.conj
            return None if governed or (behind_verb and not anew) else other
        if other.kind not in ("O", "T") or other.det or other.conj:
            return None
    return None


def _place(sentence: Sentence, noun: Item) -> Item | None:
    """Return where they are, right behind them and their adjectives."""
    clause = sentence.clause_of[noun.index]
    for other in sentence.items[noun.index + 1 : noun.index + 6]:
        if sentence.clause_of[other.index] is not clause:
            return None
        if other.kind == "M":
            return other if other.marker in ("في", "على") else None
        if other.kind not in _QUALITIES or other.conj:
            return None
    return None

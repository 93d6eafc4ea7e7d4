"""Part played: whose role, effort or policy it is to do a deed: دور *تركيا* في دعم, جهوده لدعم."""

from ..records.agreement import pronoun_fits
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from .made import doer_of
from .meeting import had_by
from .pronouns import entity_of, owner_entity

_FAR = 12  # items from the deed back to the role
_SLOTS = frozenset({"في", "ل", "إلى", "على", "ب", "purpose"})
_PASSED = frozenset({"O", "A", "M", "P", "N", "prep", "adv", "T", "quote", "pron"})


def played_by(sentence: Sentence, deed: Item) -> Entity | None:
    """Return whose role, effort or policy stands before the deed: دور *مصر* في تسليح الجيش.

    The role may be its own verb's object (لعبت *مصر* دورا في دعم), be had (كان *لمصر* دور في دعم)
    or be told of in a clause of its own (الدور الذي تلعبه *مصر* في دعم).
    """
    if deed.marker not in _SLOTS or deed.nisba is not None:
        return None
    role = _role_before(sentence, deed)
    return _whose(sentence, role, deed) if role is not None else None


def _role_before(sentence: Sentence, deed: Item) -> Item | None:
    """Return the noun of what is done in doing this: *دورها* المهم في, *السياسة* القائمة على."""
    function = sentence.scene.function
    for other in reversed(sentence.items[max(0, deed.index - _FAR) : deed.index]):
        if other.kind == "V":
            role = sentence.clause_of[other.index].antecedent
            taken_up = role is not None and bool(other.pronoun) and is_in(role, function("roles"))
            return role if role and taken_up and pronoun_fits(role, other.pronoun) else None
        if other.kind in ("O", "N") and is_in(other, function("roles")):
            return other
        if other.kind == "M" and sentence.scene.key(other.i).lstrip("وفبل") in function("roles"):
            return other
        if other.kind in ("O", "P") and is_in(other, function("consists")):
            return _described(sentence, other)
        if other.kind == "N" and _lies_in(sentence, other):
            return other
        if other.kind not in _PASSED or (other.kind == "N" and not _joined(other, deed)):
            return None
    return None


def _described(sentence: Sentence, quality: Item) -> Item | None:
    """Return the noun that is said to lie in a deed: *التدخلات* التركية المتمثلة في دعم."""
    for other in reversed(sentence.items[max(0, quality.index - 4) : quality.index]):
        if other.kind in ("O", "N") and other.det == quality.det and not other.conj:
            return other
        if other.mention is not None and other.mention.kind == "instrument":
            return other  # *سياسة تركيا* القائمة على
        if other.kind not in ("A", "O", "M"):
            return None
    return None


def _lies_in(sentence: Sentence, noun: Item) -> bool:
    """Whether its verb says in which deed it lies: يتمثل *تدخلها* في دعم الحركة."""
    clause = sentence.clause_of[noun.index]
    lies = clause.verb is not None and is_in(clause.verb, sentence.scene.function("consists"))
    return lies and clause.subject is noun


def _joined(other: Item, deed: Item) -> bool:
    """Whether the deed goes on with the one before: في دعم الحركة *وتسليح* أنصارها."""
    return bool(deed.conj) and other.marker == deed.marker


def _whose(sentence: Sentence, role: Item, deed: Item) -> Entity | None:
    if role.mention is not None:
        return role.mention.entity  # *سياسة تركيا*
    own = owner_entity(sentence, role) or doer_of(sentence, role)
    if own is not None:
        return own
    holder = had_by(sentence, role)
    if holder is not None:
        return entity_of(sentence, holder)
    return player_of(sentence, role) if role.marker in ("direct", "ب") else None


def player_of(sentence: Sentence, role: Item) -> Entity | None:
    """Return who plays a part that is its verb's object: لعبت *مصر* دورا, دور الداعم للحركة."""
    clause = sentence.clause_of[role.index]
    plays = clause.verb is not None and clause.verb.index < role.index
    return clause.subject_entity if plays and clause.subject is not role else None

"""Shown: what "that" or "a step that X blamed" takes up, whose doer is concerned."""

from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in

_NEAR = 1  # sentences back


def shown_object(sentence: Sentence, index: int) -> Item | None:
    """Return "that" where it stands alone right behind an item: عارضت باكستان *ذلك*."""
    behind = sentence.items[index + 1 : index + 3]
    if behind and behind[0].kind == "prep":
        behind = behind[1:] + sentence.items[index + 3 : index + 4]
    if not behind or behind[0].kind != "demo":
        return None
    alone = len(behind) == 1 or behind[1].kind not in ("M", "N", "O", "P", "A", "T")
    return behind[0] if alone else None


def doers_of_shown(sentence: Sentence, without: tuple[Entity, ...]) -> list[Entity]:
    """Return who has last given, said or done something that "that" may mean."""
    discourse = sentence.discourse
    for note in reversed(discourse.given):
        if note.turn < discourse.turn - _NEAR:
            return []
        who = [one for one in note.who if one not in without]
        if who:
            return who
    return []


def whose_step(sentence: Sentence, verb: Item) -> Entity | None:
    """Return who took the step that a relative clause judges: ..., وهي *خطوة* انتقدتها فرنسا."""
    clause = sentence.clause_of[verb.index]
    step = clause.antecedent
    if clause.kind != "rel" or step is None or step.kind != "O" or not step.index:
        return None
    before = sentence.items[step.index - 1]
    called = before.kind == "self" and bool(before.conj)  # وهي خطوة
    if not called or not is_in(step, sentence.scene.function("steps")):
        return None
    for outer in reversed(sentence.clauses):
        if outer.b <= step.index and outer.verb is not None and outer.kind != "rel":
            return outer.subject_entity
    outer = sentence.clause_of[before.index]
    return outer.subject_entity if outer.verb is not None else None

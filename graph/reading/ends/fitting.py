"""Fitting: whom a pronoun cannot mean, by what is done to him, though it agrees."""

from ....schema import ActorKind, Relation
from ..records.clauses import Clause, Sentence
from ..records.ends import Bound
from ..records.entity import Entity
from ..records.items import Item, class_of
from .arguments import pronoun_entities

_TRIES = 3  # whom the pronoun may mean
TO_PERSONS = frozenset({"killed", "detained", "met-with", "received"})
_HELP = frozenset({"SUPPORT", "AID"})
_OF_GROUND = frozenset({"deployed-to", "withdrew-from", "seized"})
_PEOPLE = frozenset({ActorKind.ARMED_GROUP, ActorKind.GROUP, ActorKind.PERSON})
_UNRECOGNIZED = frozenset({ActorKind.ARMED_GROUP, ActorKind.MINISTRY, ActorKind.MEDIA})
_ORGANS = frozenset({ActorKind.ARMED_GROUP, ActorKind.MINISTRY, ActorKind.GOVERNMENT})


def fitting(
    sentence: Sentence, index: int, feats: str, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return whom a pronoun means to whom this is done: the first who may suffer or get it."""
    doers = without
    without = (*without, *no_victim(sentence, index, relation))
    for _ in range(_TRIES):
        who = pronoun_entities(sentence, index, feats, without)
        if not who or not _unfit(relation, who[0], doers):
            return who
        without = (*without, *who)
    return []


def on_verb(
    sentence: Sentence, verb: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return whom the pronoun on a verb means; who is arrested or met is a person, if one fits."""
    first = who = fitting(sentence, verb.index, verb.pronoun, relation, without)
    for _ in range(_TRIES if relation.id in TO_PERSONS and verb.pronoun[1:] == "s" else 0):
        if not who or who[0].person:
            break
        without = (*without, *who)
        who = fitting(sentence, verb.index, verb.pronoun, relation, without)
    return who if who and who[0].person else first


def _unfit(relation: Relation, who: Entity, doers: tuple[Entity, ...]) -> bool:
    """Whether a pronoun cannot mean this one for what is done to him, though it agrees."""
    if relation.id in _OF_GROUND and who.kind in _PEOPLE:
        return True  # انسحبت القوات *منها*: not from a movement
    if relation.id == "recognizes" and who.kind in _UNRECOGNIZED and who.state is not None:
        return True
    own = any(one.kind == ActorKind.STATE and one.listed == who.state for one in doers)
    return relation.sign < 0 and own and who.kind in _ORGANS  # *فاجتاحتها* موسكو: not its troops


def _orders(given: Bound) -> bool:
    """Whether somebody wants another to do it: أمر الملك *الشرطة باعتقاله*."""
    wanted = [c for c in given.row.control if c.by == "object" and c.modality == "intended"]
    return given.by.kind == "V" and bool(wanted) and class_of(given.row) in ("", "REQUEST")


def no_victim(sentence: Sentence, index: int, relation: Relation) -> list[Entity]:
    """Return who cannot be meant: who accuses of help or of a killing, who orders: اتهمه بقتل*ه*.

    Whom somebody only tried or planned to kill may well say so: اتهمه بمحاولة اغتيال*ه*.
    """
    step: Clause | None = sentence.clause_of[index]
    given = sentence.bound.get(index)
    if given is not None and relation.sign < 0 and _orders(given):
        who = sentence.clause_of[given.by.index].subject_entity
        return [who] if who is not None else []  # قال سالم إن الملك أمر الشرطة *باعتقاله*
    if relation.id != "killed" and relation.relation_class not in _HELP:
        return []
    if relation.id == "killed" and given is not None and given.modality == "intended":
        return []
    if given is not None and given.by.kind == "P" and given.row.relation == "accused":
        accuser = sentence.clause_of[index].subject_entity
        return [accuser] if accuser is not None else []  # متهما الحركة *بتصفيته*
    while step is not None:
        verb = step.verb
        if verb is not None and any(row.relation == "accused" for row in verb.rows):
            return [step.subject_entity] if step.subject_entity is not None else []
        step = step.parent
    return []

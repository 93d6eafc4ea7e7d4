"""Lying: the land in which what is struck, held or helped lies: قصفت قرى *في قبرص*."""

from ....schema import ActorKind, Relation
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from ..words.word import ROLE
from .slots import genitives
from .things import town

_LYING = ("targets", "struck", "needy")  # closed classes of what lies where it is told
_AREAS = ("targets", "struck", "place_plurals")  # of these, many that all lie in one land
_LANDS = frozenset({ActorKind.STATE, ActorKind.PLACE})
_FARTHEST = 8  # items from the thing to its land


def where(
    sentence: Sentence, item: Item, relation: Relation, *, officials: bool = False
) -> Entity | None:
    """Return the place that an unnamed target lies in: قصفت قرى *في قبرص*, مستودعا *في سورية*.

    With `officials` it may be people of a place: عقوبات على *مسؤولين* في بورما.
    """
    function, word = sentence.scene.function, sentence.scene.word(item.i)
    if item.det:
        return _land_of_all(sentence, item, relation)
    chain = (item, *genitives(sentence, item))  # على *ثمانية مطارات* في الهند
    named = any(is_in(step, function(what)) for step in chain for what in _LYING)
    role = officials and word is not None and bool(word.flags & ROLE)
    if not (named or role):
        return None
    for other in sentence.items[item.index + 1 : item.index + _FARTHEST]:
        if other.kind == "M" and other.mention is not None:
            entity = other.mention.entity
            before = sentence.items[other.index - 1]
            near = is_in(before, function("near") if before.kind == "prep" else function("around"))
            near = near and not any(step.det for step in chain)  # قاعدة *الملاحة* قرب طرابلس
            if not (near or other.marker in ("في", "ب")):  # مدرسة *بمدينة الفاشر*
                return None
            if near and other.mention.kind == "capital":
                return town(sentence, other)  # قصفت قرى حول *أسمرة*
            return entity if entity.kind in _LANDS else None
        if other.kind not in ("O", "A", "prep", "T", "adv"):
            return None
    return None


def _land_of_all(sentence: Sentence, item: Item, relation: Relation) -> Entity | None:
    """Return the land of all of them: هاجمت *القرى* الحدودية في تشاد, قصفت *المدنيين* في غزة."""
    function = sentence.scene.function
    many = item.feats[1:2] == "p" or item.feats == "bp"
    areas = many and any(is_in(item, function(what)) for what in _AREAS)
    people = relation.id == "attacked" and is_in(item, function("civilians"))
    if item.pronoun or not (areas or people):
        return None
    for other in sentence.items[item.index + 1 : item.index + _FARTHEST]:
        if other.mention is not None:
            before = sentence.items[other.index - 1]
            near = areas and is_in(before, function("near"))  # الأراضي الواقعة *شرق* الكونغو
            there = near or other.marker in ("في", "ب")
            land = other.mention.entity.kind in _LANDS and not other.conj
            return other.mention.entity if there and land else None
        said = other.kind in ("O", "P", "A") and other.det and not other.pronoun
        if other.conj or not (said or other.kind in ("prep", "T", "adv")):
            return None
    return None


def holder_of(sentence: Sentence, item: Item) -> Entity | None:
    """Return who holds the ground that is shelled: قصفت مواقع تسيطر عليها *الحركة*."""
    for clause in sentence.clauses:
        if clause.kind != "rel" or clause.antecedent is not item or clause.verb is None:
            continue
        if clause.inherited or clause.subject is item:
            return None
        if any(row.relation in ("seized", "deployed-to") for row in clause.verb.rows):
            return clause.subject_entity
    return None

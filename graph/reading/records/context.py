"""Context: what a claim leaves to the next ones, and what they take from it."""

from ....schema import ActorKind, Relation, vocabulary
from .clauses import Sentence
from .ends import Ends, Found
from .entity import Entity
from .items import Item
from .memory import Pair

_MOST_PAIRS = 24
_SUFFERED = frozenset({"killed", "detained", "attacked"})  # nor whoever suffers it
_GROUND = frozenset({"seized", "withdrew-from", "deployed-to"})  # a land may be no side itself
_HOSTED = frozenset({"visited", "received"})
_FOUGHT = frozenset({"attacked", "killed", "detained", "accused", "threatened"})
_MOVEMENTS = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.GROUP})
ONE_SIDED = (
    0.5  # what it counts that one has asked, visited or helped another: they may be no two sides
)
JOINED = 0.25  # and that two have been named together
_GUEST = 0.3  # and that one was the other's guest
_TOGETHER = 1.5  # that they do it with each other, as those do who are two sides


def remember(sentence: Sentence, found: Found) -> None:
    """Keep what "this request", "both sides" and "an agreement with X" may point back to."""
    discourse = sentence.discourse
    relation = vocabulary()[found.predicate]
    family = relation.parent or relation.id
    discourse.events.pop(family, None)  # the last one stands last
    discourse.events[family] = (found.subject, found.object, found.topic)
    discourse.doer = found.subject
    if found.predicate == "leads" and found.modality == "actual":
        discourse.heads[found.object] = found.subject


def asker_before(sentence: Sentence, asked: list[Entity]) -> list[Entity]:
    """Return whose request it is that those asked before refuse without a word more: *فرفضت*."""
    for relation, (asker, who, _) in reversed(sentence.discourse.events.items()):
        if vocabulary()[relation].relation_class == "REQUEST":
            near = [
                *sentence.subjects_before,
                *(i.mention.entity for i in sentence.items if i.mention),
            ]
            return [asker] if who in asked and asker in near else []
    return []


def remember_both(sentence: Sentence, found: list[Found]) -> None:
    """Keep which two a dual may point back to: doer and object, or the two that did one thing."""
    if not found:
        return
    pairs = sentence.discourse.pairs
    for one in found:
        relation = vocabulary()[one.predicate]
        aimed = one.modality == "intended" and relation.relation_class != "CONSULT"
        ground = relation.id in _GROUND and one.object.kind == ActorKind.PLACE
        if not (aimed or ground or relation.structural or one.object.kind == "event"):
            each = relation.symmetric or (relation.sign < 0 and relation.id not in _GROUND)
            victim = one.object.person and relation.id in _SUFFERED
            weight = JOINED if victim else 1 if each else ONE_SIDED
            weight = _TOGETHER if relation.symmetric else weight
            weight = _GUEST if relation.id in _HOSTED else weight
            fought = relation.id in _FOUGHT
            apart = (one.subject.kind in _MOVEMENTS) != (one.object.kind in _MOVEMENTS)
            rivals = fought or (relation.symmetric and apart)
            pairs.append(Pair(one.subject, one.object, weight, rivals))
    relation = vocabulary()[found[0].predicate]
    if not relation.symmetric:
        asked = "called-on" in (relation.id, relation.parent)
        ends_of = [[one.subject for one in found], [one.object for one in found]]
        for ends in ends_of[: 1 if relation.id == "visited" else 2]:
            joined = list(dict.fromkeys(ends))
            if len(joined) == 2:
                told = asked and joined[0] is found[0].object  # دعت فرنسا *الحكومة والحركة* إلى
                pairs.append(Pair(joined[0], joined[1], ONE_SIDED if told else JOINED, told))
    del pairs[:-_MOST_PAIRS]


def fill_from_context(sentence: Sentence, item: Item, relation: Relation, ends: Ends) -> None:
    """Fill what "this request", "the intervention" leaves out from what was said before."""
    memory = sentence.discourse.events
    family = relation.parent or relation.id
    before = sentence.items[item.index - 1] if item.index else None
    pointed = item.det or (before is not None and before.kind == "demo")
    if ends.subjects and ends.objects:
        return
    last = memory.get(family)
    shown = before is not None and before.kind == "demo"
    request = relation.relation_class == "REQUEST"
    if shown and relation.relation_class == "ACCUSE" and not ends.objects:
        return  # نفى *هذا الاتهام*: it was made before, by another
    if (shown or (pointed and request)) and last is not None and not item.nisba:
        if not ends.objects and ends.subjects and last[1] not in ends.subjects:
            ends.objects = [last[1]]
            ends.confidence = 0.6
            return
    scene = sentence.discourse.scene
    if pointed and not ends.subjects and not ends.objects and scene is not None:
        if "في" in _places(item):
            ends.subjects, ends.objects = [scene[0]], [scene[1]]
            ends.confidence = 0.5
            return
    given = sentence.bound.get(item.index)
    charged = given is not None and any(row.relation == "accused" for row in given.by.rows)
    if relation.symmetric and ends.objects and not ends.subjects and not charged:
        who = sentence.discourse.doer
        if who is not None and who not in ends.objects:
            ends.subjects = [who]
            ends.confidence = 0.55


def _places(item: Item) -> set[str]:
    return {marker for row in item.rows for marker in row.object}

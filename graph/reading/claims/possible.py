"""Possible pairs: between whom a relation can hold."""

from collections.abc import Iterator

from ....schema import ActorKind, Relation, vocabulary
from ..records.ends import Ends
from ..records.entity import Entity
from ..records.items import Row
from ..words.rows import Verb

_OF_GROUND = frozenset({"withdrew-from", "deployed-to", "intervened-in"})
_OF_SEVERAL = (ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.MISSION)


def possible_pairs(
    predicate: str, pairs: list[tuple[Entity, Entity]], ends: Ends
) -> Iterator[tuple[Entity, Entity]]:
    """Yield the pairs that the relation may hold between: a person leads, and a body is led."""
    outright = all(
        item is not None and item.kind == "M" for item in (ends.subject_item, ends.object_item)
    )
    for subject, object_ in pairs:
        led_by = predicate == "leads" and (object_.person or _under(subject, object_, ends))
        if subject is object_ or (led_by and subject.person):
            continue
        if not outright and _own_side(predicate, subject, object_):
            continue
        if predicate == "visited" and _only_of_nation(subject, ends):
            continue
        one, other = (object_, subject) if led_by else (subject, object_)
        if _possible(predicate, one, other):
            yield one, other


def _under(subject: Entity, object_: Entity, ends: Ends) -> bool:
    """Whether a state or body leads another: القوة المتعددة الجنسيات *بقيادة أستراليا*.

    So it is in الحكومة *بقيادة حزب السنابل*; of states, only bodies of several are led.
    """
    item = ends.object_item
    noun = item.head if item is not None and item.marker == "gen" else None
    if noun is None or noun.marker != "ب" or subject.kind == ActorKind.STATE:
        return False
    return object_.kind != ActorKind.STATE or subject.kind in _OF_SEVERAL


def _own_side(predicate: str, one: Entity, other: Entity) -> bool:
    """Whether one serves the other, whom he would be for or against; he may leave it."""
    relation = vocabulary()[predicate]
    taken = relation.sign != 0 and relation.relation_class != "RETREAT"
    return taken and (one.serves is other or other.serves is one)


def _only_of_nation(subject: Entity, ends: Ends) -> bool:
    """Whether a state stands for people or ships of its nation: وصل مرتزقة *سوريون* إلى ليبيا."""
    item = ends.subject_item
    mention = item.mention if item is not None else None
    named = mention is not None and mention.entity is subject and mention.kind != "nation"
    return subject.kind == ActorKind.STATE and item is not None and not named


def _possible(predicate: str, subject: Entity, object_: Entity) -> bool:
    """Whether the two are of kinds between which the relation can hold."""
    if (predicate == "launched") != (object_.kind == "event"):
        return False
    if predicate in _OF_GROUND and object_.person:
        return False
    if predicate in ("seized", "attacked", "detained") and subject.kind == ActorKind.PLACE:
        return False
    if predicate in ("killed", "detained", "received") and object_.kind == ActorKind.PLACE:
        return False
    if predicate == "deployed-to":
        if object_.kind == ActorKind.ARMED_GROUP:
            return False  # نشر *قوات فرنسية*: they are what is sent
        if subject.kind == ActorKind.MEDIA:
            return False  # تقرير *نشرته صحيفة*
    own = subject.person and subject.state is not None and object_.listed == subject.state
    if predicate == "called-on" and own:
        return False  # أمر الرئيس *جنوده* بالانسحاب
    if predicate == "sanctioned" and object_.person and subject.listed and not object_.named:
        if object_.state == subject.listed:
            return False  # طردت ... *السفير الإثيوبي*: not Ethiopia
    if predicate == "visited" and subject.state and object_.listed == subject.state:
        return False  # عاد الوزير إلى بلاده
    if predicate == "member-of" and object_.kind == ActorKind.STATE and not subject.person:
        return False
    return not (predicate == "part-of" and subject.person)


def pairs_of(
    relation: Relation, row: Row, ends: Ends, *, mutual: bool
) -> Iterator[tuple[Entity, Entity]]:
    """Yield who does it to whom; what is `mutual` each does to the other: تبادلا الاتهامات."""
    if ends.subjects and ends.objects:
        for subject in ends.subjects:
            for object_ in ends.objects:
                yield subject, object_
    elif len(ends.subjects) > 1 and (
        _joint(relation, row) or mutual or (ends.object_marker == "بين" and _between(relation, row))
    ):
        for n, subject in enumerate(ends.subjects):
            for object_ in ends.subjects[n + 1 :]:
                yield subject, object_
                if mutual and not relation.symmetric:
                    yield object_, subject


def _joint(relation: Relation, row: Row) -> bool:
    """Whether those who do it together do it with each other: اجتمعا, but not شاركا."""
    return relation.symmetric and (row.collective or not isinstance(row, Verb))


def _between(relation: Relation, row: Row) -> bool:
    """Whether what is told to be between two is said of both at once."""
    return row.collective or relation.relation_class == "CONSULT"

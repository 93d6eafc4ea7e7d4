"""Suited: the ends that a relation can have: استدعت تونس *السفير الفرنسي*, زار *وزير* مصر."""

from ....schema import ActorKind
from ..ends.slots import is_number
from ..records.clauses import Sentence
from ..records.ends import Ends, Skipped
from ..records.entity import Entity
from ..records.items import Item, Row, class_of
from ..records.stems import is_in
from ..words.rows import Verb

# What a state does through those it has sent.
_SENT = frozenset({"aids", "arms", "withdrew-from", "deployed-to", "attacked", "killed", "seized"})
_JOINS = frozenset({"member-of", "part-of"})
_SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "PROTEST", "structural"})


def keep_fitting(sentence: Sentence, row: Row, ends: Ends, *, noun: bool) -> None:
    """Keep the ends that are of the kinds that the row asks for; ties are cut with states."""
    if row.relation in ("cut-ties-with", "protested-against"):
        ends.objects = [_state_of(sentence, one, row.relation) for one in ends.objects]
    if row.relation not in _JOINS:  # a town does nothing to others
        ends.subjects = [one for one in ends.subjects if one.kind != ActorKind.PLACE]
    if isinstance(row, Verb):
        armed = ActorKind.ARMED_GROUP in row.subject_kinds
        if not (armed and _by_forces(sentence, ends.subject_item)):
            ends.subjects = _of_kind(ends.subjects, row.subject_kinds)
        ends.objects = _of_kind(ends.objects, row.object_kinds)
    named = ends.subject_item.mention if ends.subject_item is not None else None
    if row.relation == "visited" and named is not None and named.kind == "instrument":
        ends.subjects = []  # وصلت *الطائرة الفرنسية* إلى القاهرة: nobody's visit
    if row.relation == "received" and _craft(sentence, ends.object_item):
        ends.objects = []  # استقبلت زامبيا سربا من *المقاتلات البريطانية*
    if noun and class_of(row) not in _SPOKEN:  # أعلن *الناطق باسم الحركة* وقف إطلاق النار
        ends.subjects = [
            one.serves if "spokesperson" in one.roles and one.serves is not None else one
            for one in ends.subjects
        ]
    if row.relation in _SENT:  # *خبراء سوفيات* يدربون الجيش, ينسحبون
        ends.subjects = [
            sentence.discourse.listed(one.state)
            if _sent_by_state(sentence, one) and one.state
            else one
            for one in ends.subjects
        ]
    if row.relation == "met-with" and any(
        one.kind == ActorKind.MEDIA for one in (*ends.subjects, *ends.objects)
    ):
        raise Skipped("an interview")  # في لقاء مع *قناة الجزيرة*
    if row.relation == "conceded-to":  # أفرج عن *الرهائن الأمريكيين*
        ends.objects = [
            one if one.named or not one.state else sentence.discourse.listed(one.state)
            for one in ends.objects
            if one.named or one.kind != ActorKind.PERSON
        ]
    if row.relation == "cut-ties-with" and noun:
        ends.subjects = [_state_of(sentence, one, row.relation) for one in ends.subjects]


def _craft(sentence: Sentence, item: Item | None) -> bool:
    """Whether it names a state's planes or ships, or some of them, and nobody."""
    named = item
    if item is not None and item.mention is None and not item.pronoun:
        behind = sentence.items[item.index + 1 : item.index + 3]
        named = next((o for o in behind if o.mention is not None), None)
    mention = named.mention if named is not None else None
    return mention is not None and mention.kind == "instrument"


def _by_forces(sentence: Sentence, item: Item | None) -> bool:
    """Whether a state does it with its troops, ships or planes: وصلت *الطائرات الفرنسية*."""
    if item is None:
        return False
    if item.mention is not None:
        two = item.mention.other is not None and item.mention.entity.kind == ActorKind.ARMED_GROUP
        head = sentence.scene.word(item.i)
        forces = sentence.scene.function("forces")  # no ship that carries tourists
        sent = head is not None and any(base.key in forces for base in head.bases)
        return (item.mention.kind == "instrument" and sent) or two  # القوات الفرنسية *والتشادية*
    behind = sentence.items[item.index + 1 : item.index + 2]
    if is_number(sentence, item) and behind and behind[0].kind in ("M", "O"):
        return _by_forces(sentence, behind[0])  # وصل *ألف* جندي سوداني
    return is_in(item, sentence.scene.function("forces"))


def _of_kind(who: list[Entity], kinds: tuple[ActorKind, ...]) -> list[Entity]:
    return [entity for entity in who if entity.kind in kinds] if kinds else who


def _state_of(sentence: Sentence, who: Entity, relation: str) -> Entity:
    """Return the state of whose diplomats are sent home or summoned, else the actor."""
    diplomat = not sentence.scene.function("diplomats").keys().isdisjoint(who.roles)
    if relation == "cut-ties-with":
        diplomat = who.person or who.kind == ActorKind.GROUP
    return sentence.discourse.listed(who.state) if diplomat and who.state else who


def _sent_by_state(sentence: Sentence, who: Entity) -> bool:
    """Whether it is some of a nation's people whom nobody names, and no crowd: *متمردون* ماليون."""
    crowd = not sentence.scene.function("crowds").keys().isdisjoint(who.roles)
    return who.kind == ActorKind.GROUP and not who.named and not crowd

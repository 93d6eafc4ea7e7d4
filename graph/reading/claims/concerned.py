"""Concerned: the actor whom an object means: زار *القاهرة*, رفض *شروط باريس*."""

from ....schema import ActorKind, Relation
from ..ends.arguments import entities
from ..ends.fitting import TO_PERSONS, fitting
from ..ends.made import doer_of
from ..ends.namely import named_after
from ..ends.newrule import rule_of
from ..ends.pronouns import entity_of, giver_entity, owner_entity, owner_of, pronoun_entity
from ..ends.site import SITED, named_target, site_of, two_places, unknown_place
from ..ends.slots import genitives, markers_of, slot
from ..ends.takenup import last_doer, undergone_by
from ..ends.things import (
    acts_for,
    country_here,
    holder_of,
    land_of,
    officers_of,
    owner_behind,
    partner_of,
    same_place,
    town,
    unlisted_town,
    where,
)
from ..records.clauses import Sentence
from ..records.entity import Entity, agrees
from ..records.items import Item, classes_of
from ..records.stems import is_in, is_one_of
from ..speech.speakers import noun_speaker
from .doers import genitive_of, in_body, whose
from .given import givers_before, his_before

# Relations towards what somebody does; the doer is the one concerned.
_ATTITUDES = frozenset({"SUPPORT", "ACCUSE", "REJECT", "THREATEN", "PROTEST"})
_ADMITTED = frozenset({"ASSAULT", "AID", "SUPPORT", "MOBILIZE"})  # confessed, not recognized
_PLACED = frozenset(
    {"visited", "deployed-to", "withdrew-from", "seized", "attacked", "intervened-in"}
)
_ON_GROUND = _PLACED | {"recognizes", "sanctioned"}
_BY_FORCE = frozenset({"seized", "attacked", "withdrew-from"})
# What one does to another's forces and policies rather than to one's own.
_OTHERS = frozenset(
    {"attacked", "seized", "praised", "criticized", "accused", "protested-against", "detained",
     "killed", "sanctioned"}
)  # fmt: skip
# What one holds of "what another does".
_ASKED_OR_PRAISED = frozenset({"called-on", "praised", "requested-support-from"})
OF_DEEDS = frozenset(
    {"praised", "criticized", "rejects", "opposes", "protested-against", "supports"}
)
# What is done to a thing or to people is done to the one whose they are.
_OWNED = frozenset(
    {"attacked", "seized", "visited", "withdrew-from", "deployed-to", "killed", "detained",
     "sanctioned", "received", "aids", "arms"}
)  # fmt: skip


def meant(
    sentence: Sentence, item: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return the actors concerned when this phrase is the object of the relation."""
    if relation.id in TO_PERSONS and (named := named_after(sentence, item)) is not None:
        return entities(sentence, named, without)
    if item.kind == "M" and item.mention is not None:
        if item.mention.kind == "city" and relation.id == "arms" and item.marker == "إلى":
            return _state_of(sentence, item.mention.entity, without)  # سلاحا إلى *وهران*
        if item.mention.kind == "city" and relation.id not in {*_PLACED, "sanctioned"}:
            return []  # but towns are besieged
        if item.mention.kind == "capital" and relation.id in _BY_FORCE:
            return [town(sentence, item)]
        if relation.id in _PLACED and unlisted_town(sentence, item):
            return [town(sentence, item)]
    if item.kind == "pron" and relation.id in _PLACED:
        place = same_place(sentence, item)
        if place is not None and place not in without:
            return [place]
    if item.kind == "pron" and relation.id in _ON_GROUND and item.value == "xd":
        named = reversed(sentence.items[: item.index])
        lands = relation.id == "recognizes"
        again = (two for other in named if (two := two_places(sentence, other, lands=lands)))
        if (pair := next(again, None)) is not None:
            return pair  # رفضت الاعتراف *بالإقليمين* لكنها قد تعترف بهما
    if item.kind == "pron":  # nor whom he serves: قال الوزير إن حكومته لن تعترف *بها*
        serving = [sentence.discourse.listed(one.state) for one in without if one.state]
        serving += officers_of(sentence, item, without)
        who = fitting(sentence, item.index, item.value, relation, (*without, *serving))
        valley = relation.id == "recognizes" and who and who[0].kind == ActorKind.PLACE
        return [] if valley and not who[0].listed else who
    if item.kind == "M":
        return entities(sentence, item, without)
    attitude = relation.relation_class in _ATTITUDES or relation.id == "conceded-to"
    spoken = any(row.speech or row.relation == "accused" for row in item.rows)
    if relation.id == "denied" and not spoken:
        return []  # whoever denies a visit does not deny the visitor
    if item.kind == "N" and relation.id == "denied":
        who, _, _ = noun_speaker(sentence, item)
        if who is None and "ACCUSE" in classes_of(item):
            return givers_before(sentence, item, without)  # دحض *هذه التهم*
        return [who] if who is not None and who not in without else []
    if item.kind == "N" and relation.id == "recognizes" and classes_of(item) & _ADMITTED:
        return []  # اعترفت تركيا *بدعم* الجيش
    if relation.id == "supports" and item.pronoun not in ("", "1"):
        if any(agrees(one, item.pronoun[0], item.pronoun[1]) for one in without):
            return []  # دافعت الهند عن *قرارها*
    through = relation.id in ("opposes", "sanctioned")  # حظر على *تصدير السلاح إلى مصر*
    if item.kind == "N" and (attitude or through or relation.id in _ASKED_OR_PRAISED):
        if item.pronoun:
            if relation.id not in OF_DEEDS or not undergone_by(item):
                owner = pronoun_entity(sentence, item.index, item.pronoun, without)
                return [owner] if owner is not None else []
            return [who for who in last_doer(sentence, item) if who not in without]
        who = whose(sentence, item) if item.rows or item.nisba else []
        if item.det and item.marker == "ل":  # رضخ *للتهديد*: not what it does for a purpose
            who = [entity for entity in who if entity not in without]
        if not who and through:
            for row in item.rows:
                for marker in markers_of(row, noun=True):
                    other = slot(sentence, item, marker)
                    if other is not None and other.kind in ("M", "pron"):
                        return entities(sentence, other, without)
        behind = doer_of(sentence, item) or giver_entity(sentence, item)
        if behind is None and not item.rows:  # أبت قبول *شروط النمسا*
            owned = (owner_entity(sentence, step) for step in genitives(sentence, item))
            behind = next((owner for owner in owned if owner is not None), None)
        who = who or (_with_joined(sentence, item, behind) if behind is not None else [])
        plain = all(row.collective or not row.relation for row in item.rows)
        if not who and relation.id == "rejects" and plain:
            who = partner_of(sentence, item)  # رفضت أي *حوار* مع الحركة
        asked = classes_of(item) <= {"REQUEST"} or is_in(item, sentence.scene.function("things"))
        if not who and (relation.id != "rejects" or asked):  # رفضت *الاقتراح*
            who = givers_before(sentence, item, without)
        return [entity for entity in who if entity not in without]
    if relation.id == "withdrew-from" and any(row.relation == "met-with" for row in item.rows):
        held = genitive_of(sentence, item)  # انسحب من *اجتماع الجامعة*
        return entities(sentence, held, without) if held is not None else []
    included = entities(sentence, item, without)
    if not included and relation.relation_class == "CONSULT":
        included = in_body(sentence, item)  # التقى *مسؤولين* في وزارة الخارجية
    if included:
        return included
    lands = relation.id == "recognizes"
    if relation.id in _ON_GROUND and (two := two_places(sentence, item, lands=lands)):
        return two
    if relation.id == "recognizes" and (there := rule_of(sentence, item, without)) is not None:
        return [there]
    if relation.id in _PLACED and item.kind == "O" and item.nisba is None:
        told = country_here if relation.id == "visited" else land_of
        here = told(sentence, item, without)
        if here is not None:
            return [here]
    if relation.id in _PLACED:
        target = is_in(item, sentence.scene.function("targets"))
        place = named_target(sentence, item) if target else unknown_place(sentence, item)
        if place is not None:
            return [place]
    thing = item.kind == "O"  # استهدف *تعزيزات* للحركة
    thing = thing or (relation.id in _BY_FORCE and is_in(item, sentence.scene.function("forces")))
    if thing and (attitude or relation.id in _OWNED or acts_for(sentence, item)):
        owner = owner_behind(sentence, item, relation)
        tied = is_one_of(item, tuple(sentence.scene.function("people")))  # انتقد *خصومه*
        if relation.id in OF_DEEDS and (owner is None or owner in without):
            if his := his_before(sentence, item, without):
                return his  # رفض *مشروعه*
        if owner is not None and owner.kind == ActorKind.PLACE and relation.id in OF_DEEDS:
            owner = None  # أدانت *أحداث تمبكتو*
        if owner in without and relation.id in _OTHERS and not tied:
            owner = owner_entity(sentence, item, without)  # هاجمت *قواتها*: not its own
        if owner is None:
            by_land = relation.id in ("sanctioned", "recognizes")  # لا تعترف *بدولة* في كاتنغا
            owner = (
                doer_of(sentence, item) if attitude else where(sentence, item, officials=by_land)
            )
            if owner is None and relation.id == "attacked":
                owner = holder_of(sentence, item)
        if owner is None and (relation.id in OF_DEEDS or relation.id == "conceded-to"):
            before = givers_before(sentence, item, without)
            if before:
                return before
        if owner is None and attitude:
            for act in genitives(sentence, item):
                if act.kind == "N":  # رفضت قبول *عرض مصر*
                    return meant(sentence, act, relation, without)
        if owner is None and relation.id == "rejects":
            return partner_of(sentence, item)
        named = owner_of(sentence.items, item)
        if named is not None and relation.id in _BY_FORCE and _in_town(sentence, item, named):
            return [town(sentence, named)]  # قصفت *أحياء بيروت*
        if owner is not None and named is not None and entity_of(sentence, named) is owner:
            return entities(sentence, named, without)  # شروط *باريس ومدريد*
        if owner is not None and owner not in without:
            return _with_joined(sentence, item, owner)
    if relation.id in SITED and (site := site_of(sentence, item)) is not None:
        return [site]
    return []


def _state_of(sentence: Sentence, town: Entity, without: tuple[Entity, ...]) -> list[Entity]:
    own = {one.state for one in without}
    return [sentence.discourse.listed(town.state)] if town.state and town.state not in own else []


def _with_joined(sentence: Sentence, thing: Item, doer: Entity) -> list[Entity]:
    """Return the doer of a relative clause with those joined to it: نصا قدمته *مصر وإسبانيا*."""
    for clause in sentence.clauses:
        if clause.kind == "rel" and clause.antecedent is thing and clause.subject_entity is doer:
            told = entities(sentence, clause.subject) if clause.subject is not None else []
            return told if doer in told else [doer]
    return [doer]


def _in_town(sentence: Sentence, thing: Item, owner: Item) -> bool:
    """Whether it is part of a town that is a capital, too, and no property of its state."""
    function = sentence.scene.function
    part = any(is_in(thing, function(name)) for name in ("targets", "place_heads", "town_parts"))
    return part and owner.mention is not None and owner.mention.kind == "capital"

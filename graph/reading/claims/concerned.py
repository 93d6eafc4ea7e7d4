"""Concerned: the actor whom an object means: زار *القاهرة*, رفض *شروط باريس*."""

from ....schema import ActorKind, Relation
from ..ends.arguments import entities, two_of_somebody
from ..ends.fitting import TO_PERSONS, fitting
from ..ends.lying import holder_of, where
from ..ends.made import doer_of
from ..ends.namely import hinted_at, named_after
from ..ends.newrule import ruled_before
from ..ends.pronouns import entity_of, giver_entity, owner_entity, owner_of, pronoun_entity
from ..ends.site import PARTED, SITED, site_of, town_of_part
from ..ends.slots import genitives, markers_of, slot
from ..ends.takenup import last_doer, undergone_by
from ..ends.things import (
    acts_for,
    officers_of,
    owner_after_qualities,
    owner_behind,
    partner_of,
    town,
)
from ..records.clauses import Sentence
from ..records.entity import Entity, may_mean
from ..records.items import Item, classes_of
from ..records.stems import is_in
from ..speech.speakers import noun_speaker
from .doers import genitive_of, in_body, in_mission, whose
from .given import givers_before, his_before
from .ground import BY_FORCE, ground_again, ground_meant, place_or_actor

# Relations towards what somebody does; the doer is the one concerned.
_ATTITUDES = frozenset({"SUPPORT", "ACCUSE", "REJECT", "THREATEN", "PROTEST"})
_ADMITTED = frozenset({"ASSAULT", "AID", "SUPPORT", "MOBILIZE"})  # confessed, not recognized
# What one does to another's forces and policies rather than to one's own.
_OTHERS = frozenset(
    {"attacked", "seized", "praised", "criticized", "accused", "protested-against", "detained",
     "killed", "sanctioned"}
)  # fmt: skip
_HELPS = frozenset({"aids", "arms", "supports"})
# What one holds of "what another does".
_ASKED_OR_PRAISED = frozenset({"called-on", "praised", "requested-support-from"})
OF_DEEDS = frozenset(
    {"praised", "criticized", "rejects", "opposes", "protested-against", "supports"}
)
_THROUGH = frozenset({"opposes", "sanctioned"})  # حظر على *تصدير السلاح إلى مصر*
# What is done to a thing or to people is done to the one whose they are.
_OWNED = frozenset(
    {"attacked", "seized", "visited", "withdrew-from", "deployed-to", "killed", "detained",
     "sanctioned", "received", "aids", "arms", "intervened-in"}
)  # fmt: skip


def meant(
    sentence: Sentence, item: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return the actors concerned when this phrase is the object: زار *القاهرة*, رفض *شروطها*."""
    if relation.id in TO_PERSONS and (named := named_after(sentence, item)) is not None:
        return entities(sentence, named, without)
    if (hint := hinted_at(sentence, item)) is not None:
        return entities(sentence, hint, without)
    if item.kind == "M":
        return place_or_actor(sentence, item, relation, without)
    if item.kind == "pron":
        return _by_pronoun(sentence, item, relation, without)
    if two := two_of_somebody(sentence, item):
        return [one for one in two if one not in without]  # حث *حليفتيه* على الحوار
    if relation.id == "denied":
        spoken = any(row.speech or row.relation == "accused" for row in item.rows)
        if not spoken:
            return []  # whoever denies a visit does not deny the visitor
        if item.kind == "N":
            return _whose_words(sentence, item, without)
    if item.kind == "N" and relation.id == "recognizes" and classes_of(item) & _ADMITTED:
        return []  # اعترفت تركيا *بدعم* الجيش
    if relation.id == "warned" and is_in(item, sentence.scene.function("feared")):
        return []  # حذر من *احتمال* هجوم تركيا: not her
    if relation.id == "supports" and item.pronoun not in ("", "1"):
        if any(may_mean(one, item.pronoun) for one in without):
            return []  # دافعت الهند عن *قرارها*
    judged = _is_attitude(relation) or relation.id in _THROUGH | _ASKED_OR_PRAISED
    if item.kind == "N" and judged:
        return _whose_deed(sentence, item, relation, without)
    if relation.id == "withdrew-from" and any(row.relation == "met-with" for row in item.rows):
        held = genitive_of(sentence, item)  # انسحب من *اجتماع الجامعة*
        return entities(sentence, held, without) if held is not None else []
    included = entities(sentence, item, without)
    if not included and (relation.relation_class == "CONSULT" or relation.id == "sanctioned"):
        included = in_body(sentence, item)  # التقى *مسؤولين* في وزارة الخارجية
    if not included and relation.id in ("protested-against", "cut-ties-with"):
        included = in_mission(sentence, item)  # استدعت *القائم بالأعمال* في السفارة الألمانية
    if included:
        return included
    if (ground := ground_meant(sentence, item, relation, without)) is not None:
        return ground
    thing = item.kind == "O"  # استهدف *تعزيزات* للحركة
    thing = thing or (relation.id in BY_FORCE and is_in(item, sentence.scene.function("forces")))
    if thing and (_is_attitude(relation) or relation.id in _OWNED or acts_for(sentence, item)):
        if (whose_thing := _whose_thing(sentence, item, relation, without)) is not None:
            return whose_thing
    if relation.id in SITED and (site := site_of(sentence, item)) is not None:
        return [site]
    if relation.id in PARTED and (whole := town_of_part(sentence, item)) is not None:
        return [whole]
    return []


def of_things(relation: Relation) -> bool:
    """Whether it may be towards somebody's things, who is concerned: قصفت *ثكنات الجيش*."""
    return _is_attitude(relation) or relation.id in _OWNED | _ASKED_OR_PRAISED


def _is_attitude(relation: Relation) -> bool:
    return relation.relation_class in _ATTITUDES or relation.id == "conceded-to"


def _by_pronoun(
    sentence: Sentence, item: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return whom or which land a pronoun means, but not whom the subject serves.

    قال الوزير إن حكومته لن تعترف *بها*.
    """
    if (again := ground_again(sentence, item, relation, without)) is not None:
        return again
    if relation.id == "recognizes":
        state = ruled_before(sentence, item.value, without)
        if state is not None:
            return [state]
    serving = [sentence.discourse.listed(one.state) for one in without if one.state]
    serving += officers_of(sentence, item, without)
    who = fitting(sentence, item.index, item.value, relation, (*without, *serving))
    valley = relation.id == "recognizes" and who and who[0].kind == ActorKind.PLACE
    return [] if valley and not who[0].listed else who


def _whose_words(sentence: Sentence, item: Item, without: tuple[Entity, ...]) -> list[Entity]:
    """Return who said what is denied: نفت صحة *تصريحات الوزير*, دحض *هذه التهم*."""
    who, _, _ = noun_speaker(sentence, item)
    if who is None and "ACCUSE" in classes_of(item):
        return givers_before(sentence, item, without)
    return [who] if who is not None and who not in without else []


def _whose_deed(
    sentence: Sentence, item: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity]:
    """Return who does what another judges, asks for or opposes: أدانت *غارة إسرائيل*."""
    if item.pronoun:
        if relation.id not in OF_DEEDS or not undergone_by(item):
            owner = pronoun_entity(sentence, item.index, item.pronoun, without)
            return [owner] if owner is not None else []
        return [who for who in last_doer(sentence, item) if who not in without]
    who = whose(sentence, item) if item.rows or item.nisba else []
    if item.det and item.marker == "ل":  # رضخ *للتهديد*: not what it does for a purpose
        who = [entity for entity in who if entity not in without]
    if not who and relation.id in _THROUGH and (to := _addressee(sentence, item)) is not None:
        return entities(sentence, to, without)
    behind = doer_of(sentence, item) or giver_entity(sentence, item)
    if behind is None and not item.rows:  # أبت قبول *شروط النمسا*
        owned = (owner_entity(sentence, step) for step in genitives(sentence, item))
        behind = next((owner for owner in owned if owner is not None), None)
    behind = behind or owner_after_qualities(sentence, item)
    who = who or (_with_joined(sentence, item, behind) if behind is not None else [])
    plain = all(row.collective or not row.relation for row in item.rows)
    if not who and relation.id == "rejects" and plain:
        who = partner_of(sentence, item, without)  # رفضت أي *حوار* مع الحركة
    asked = classes_of(item) <= {"REQUEST"} or is_in(item, sentence.scene.function("things"))
    if not who and (relation.id != "rejects" or asked):  # رفضت *الاقتراح*
        who = givers_before(sentence, item, without)
    return [entity for entity in who if entity not in without]


def _addressee(sentence: Sentence, deed: Item) -> Item | None:
    """Return to whom it is done, whom a ban on it is against: حظرت تصدير السلاح إلى *مصر*."""
    for row in deed.rows:
        for marker in markers_of(row, noun=True):
            other = slot(sentence, deed, marker)
            if other is not None and other.kind in ("M", "pron"):
                return other
    return None


def _whose_thing(
    sentence: Sentence, item: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity] | None:
    """Return whose the thing or the people are: قصفت *أحياء بيروت*, رفضت *شروط باريس ومدريد*."""
    owner = owner_behind(sentence, item, relation)
    if relation.id in OF_DEEDS and (owner is None or owner in without):
        if his := his_before(sentence, item, without):
            return his  # رفض *مشروعه*
    owner = _other_owner(sentence, item, relation, without, owner)
    if owner is None and (givers := _givers(sentence, item, relation, without)) is not None:
        return givers
    named = owner_of(sentence.items, item)
    if named is not None and relation.id in BY_FORCE and _in_town(sentence, item, named):
        return [town(sentence, named)]
    if owner is not None and named is not None and entity_of(sentence, named) is owner:
        return entities(sentence, named, without)
    if owner is not None and owner not in without:
        return _with_joined(sentence, item, owner)
    return None


def _other_owner(
    sentence: Sentence,
    item: Item,
    relation: Relation,
    without: tuple[Entity, ...],
    owner: Entity | None,
) -> Entity | None:
    """Return the owner, or another where it cannot be he: هاجمت *قواتها*, which is not its own."""
    tied = is_in(item, sentence.scene.function("people"))  # انتقد *خصومه*
    if owner is not None and owner.kind == ActorKind.PLACE and relation.id in OF_DEEDS:
        owner = None  # أدانت *أحداث تمبكتو*
    others = relation.id in _OTHERS or (relation.id in _HELPS and _by_men(sentence, item))
    if owner in without and others and not tied:
        owner = owner_entity(sentence, item, without)
    if owner is not None:
        return owner
    if _is_attitude(relation):
        return doer_of(sentence, item)
    by_land = relation.id in ("sanctioned", "recognizes")  # لا تعترف *بدولة* في كاتنغا
    owner = where(sentence, item, relation, officials=by_land)
    if owner is None and relation.id == "attacked":
        owner = holder_of(sentence, item)
    return owner


def _by_men(sentence: Sentence, thing: Item) -> bool:
    """Whether soldiers do it, whose the thing is not: إن جنودا أميركيين دربوا *جيشها*."""
    verb = sentence.clause_of[thing.index].verb
    several = verb is not None and verb.feats.split()[1] == "3mp"
    return several and thing.pronoun in ("fs", "ms")


def _givers(
    sentence: Sentence, item: Item, relation: Relation, without: tuple[Entity, ...]
) -> list[Entity] | None:
    """Return who gave or offered what nobody is said to own: رفضت قبول *عرض مصر*."""
    if relation.id in OF_DEEDS or relation.id == "conceded-to":
        before = givers_before(sentence, item, without)
        if before:
            return before
    if _is_attitude(relation):
        for act in genitives(sentence, item):
            if act.kind == "N":
                return meant(sentence, act, relation, without)
    dealt = relation.id in ("rejects", "sanctioned")  # حظر على *التجارة* مع العراق
    return partner_of(sentence, item, without) if dealt else None


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

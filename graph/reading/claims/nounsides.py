"""Sides of nouns: the two ends of action nouns and of nouns that name one by the other."""

from ....schema import Relation
from ..ends.arguments import entities, pronoun_entities
from ..ends.between import other_party, parties_between, two_nations
from ..ends.idiom import verb_tells
from ..ends.meeting import had_by, who_met
from ..ends.ownership import others_stopped, owners, place_owners, same_ends
from ..ends.slots import markers_of, slot
from ..ends.takenup import done_before
from ..ends.things import in_genitive, town
from ..ends.wanted import wanted_by_verb
from ..records.clauses import Sentence
from ..records.ends import HELP, Bound, Ends, Found, Skipped
from ..records.entity import Entity
from ..records.items import STANDS, Item, Row
from ..records.stems import is_in, is_one_of
from ..words.rows import EventNoun, Verb
from .aims import announcer
from .awaydoers import DONE_TO, find_doer
from .blamed import all_blamed, blamed_in
from .concerned import meant
from .described import described_ends
from .doers import genitive_of
from .givenends import given_ends
from .gotten import gotten_ends
from .helped import helped_by
from .lasting import lasted, told_between, toured
from .objects import object_of
from .threats import threatened
from .undergone import in_idiom, struck_there, what_is_held

_STANDS = frozenset({"SUPPORT", "AID", "ACCUSE", "REJECT", "THREATEN", "PROTEST"})
_BY_FORCE = frozenset({"seized", "attacked", "withdrew-from"})


def noun_ends(
    sentence: Sentence,
    item: Item,
    row: Row,
    relation: Relation,
    given: Bound | None,
    earlier: list[Found],
) -> Ends:
    """Return the ends of an action noun: who does it, and to whom."""
    if isinstance(row, EventNoun) and row.describes:
        return described_ends(sentence, item, row, given)
    if isinstance(row, Verb) and row.swap and relation.relation_class == "AID":
        return gotten_ends(sentence, item, row, given)
    if relation.id == "received" and item.marker == "في" and (met := _met_by(sentence, item)):
        return met
    ends = given_ends(sentence, item, row, relation, given)
    light = given.row.light if given is not None and given.light else None
    if (
        given is not None
        and given.modality == "negated"
        and others_stopped(sentence, item, given.by)
    ):
        raise Skipped("another is only to stop it")
    if given is not None and given.light and verb_tells(sentence, row, given.by):
        raise Skipped("its verb tells it")
    undergone = light is not None and light.role == "object" and not ends.subjects
    if undergone and not ends.objects and not item.pronoun:
        raise Skipped("who undergoes it is nobody known")  # لم تتلق الحركة دعما من ليبيا والجزائر
    genitive = genitive_of(sentence, item)
    told = done_before(sentence, relation.id, entities(sentence, genitive)) if genitive else []
    if told and given is not None and not given.light and told[0] not in given.subjects:
        raise Skipped("done by another before")  # رفضت البرتغال *ضم الإقليم*
    # not اتهمه بالسعي *لاغتياله*, which is what he strives for
    blamed = blamed_in(sentence, item, earlier) if given is None or given.light else None
    if blamed is not None and not ends.subjects and item.marker != "time":
        ends.subjects = all_blamed(item, blamed, earlier)
    joined = same_ends(sentence, item) if "direct" in row.object else None
    if joined is not None and not (ends.subjects or ends.objects):
        return Ends([joined[0]], [joined[1]], confidence=0.7)
    own = owners(sentence, item, genitive, ends.subjects, blamed)
    if own and genitive is None and not item.pronoun and given is None:
        teller = announcer(sentence, item)  # رحبت بإعلان *النرويج* سحب قواتها
        own = [teller] if teller is not None else own
    named = genitive is not None or item.pronoun != ""
    bare = "direct" in row.object or relation.id == "met-with"
    direct = ("direct",) if named and bare else ()  # طلب *مصر* فرنسا, لقائه *الملك*
    markers = (*markers_of(row, noun=True), *direct, *_extra(given, relation, row))
    markers = tuple(sorted(dict.fromkeys(markers), key=lambda marker: marker == "ل"))
    led = relation.id == "leads" and item.marker == "ب"  # زار وفد برئاسة سالم الراوي *بغداد*
    if led or wanted_by_verb(sentence, item):
        markers = tuple([marker for marker in markers if marker != "direct"])
    if relation.id not in DONE_TO and _suffering(sentence, item, relation) is not None:
        markers = tuple([marker for marker in markers if marker != "ل"])  # عرقلة خطة مصر *للسلام*
    object_item: Item | None = None
    objects: list[Entity] = []
    marker = ""
    if not ends.objects:
        excluded = ends.subjects or own or _who_means_it(sentence, item, relation)
        object_item, objects, marker = object_of(
            sentence, item, relation, markers, excluded, row=row, skip=genitive
        )
        if not objects and given is not None and given.light:
            object_item, objects, marker = object_of(
                sentence, given.by, relation, markers, excluded, row=row, skip=genitive
            )
            light = given.row.light
            if object_item is not None and object_item.kind == "pron" and light is not None:
                if marker in light.slot:  # الاتفاق الذي توصلت *إليه* مصر وليبيا
                    object_item, objects, marker = None, [], ""
        if not objects and (verb := lasted(sentence, item)) is not None:
            object_item, objects, marker = object_of(
                sentence, verb, relation, markers, excluded, row=row, skip=genitive
            )
        if not objects and relation.id == "attacked" and not row.collective:
            object_item, objects = struck_there(sentence, item, relation, ends.subjects or own)
        if not objects and relation.id == "visited":
            object_item, objects = toured(sentence, item)
    if object_item is not None and marker == "ل":
        whom = genitive is not None and ends.subjects and own and "direct" in row.object
        if whom or _behind_topic(sentence, item, row, object_item):
            object_item, objects = None, []  # اتهمها *بدعم تشاد* والاستعداد للحرب
    if object_item is not None and item.pronoun and object_item.pronoun and own:
        if isinstance(row, Verb) and is_one_of(object_item, row.with_nouns):
            object_item, objects = None, []  # لإبلاغه *احتجاجها*: to him, and by her
    if relation.id == "visited" and marker == "direct" and _whom_verb_meets(sentence, item):
        raise Skipped("the verb has the one who is met")
    if relation.id == "threatened" and not (ends.objects or objects):
        object_item, objects = threatened(sentence, item, relation, ends.subjects or own)
    both = slot(sentence, item, "بين", row=row)
    both = both or slot(sentence, lasted(sentence, item) or item, "بين")
    both = both or told_between(sentence, item)
    ends.mutual = both is not None and _mutual(sentence, item)
    exchanged = light is not None and given is not None and given.row.collective
    each = relation.symmetric or row.collective or ends.mutual or exchanged  # *تبادل* الاتهامات بين
    once = relation.id == "visited" and item.feats[1:2] == "s"  # الزيارة ... العلاقات *بين* البلدين
    each = each or (relation.relation_class == "CONSULT" and not once)  # عودة العلاقات *بين*
    parties = parties_between(sentence, both) if both is not None and each else []
    led = given is not None and given.light and len(parties) > 1  # قاد *مفاوضات* بين
    if both is not None and each and (led or not ends.subjects):
        ends.subjects = parties
        ends.subject_item, ends.object_marker = both, "بين"
        return ends
    if both is not None and each and ends.subjects and not (ends.objects or objects):
        objects, object_item = other_party(ends.subjects, both, parties), both
    whom = ends.objects or (objects if marker != "ل" else [])
    his = marker == "ضد" or "ل" not in markers_of(row, noun=True)  # *القصف* للحلف ضد يوغسلافيا
    his = not item.det or (item.nisba is None and his)
    if whom and not ends.subjects and not own and his:
        doer = slot(sentence, item, "ل")  # زيارة *للوزير* إلى بغداد, الانسحاب المفاجئ *لفرنسا* من
        if doer is None or not (ends.objects or doer.index < (object_item or doer).index):
            doer = had_by(sentence, item)
        if doer is not None:
            ends.subjects, ends.subject_item = entities(sentence, doer), doer
            if doer.kind == "pron" and not ends.subjects:  # في لقاء *له* مع X، قال *الوزير*
                ends.subjects = who_met(sentence, item, Ends([], whom))
    if not (ends.subjects or own or item.nisba or item.det or "من" in markers):
        giver = _giver(sentence, item) if relation.relation_class in _STANDS else None
        ends.subjects, ends.subject_item = entities(sentence, giver) if giver else [], giver
    helped = helped_by(sentence, item, relation) if given is None and not objects else None
    if helped is not None and helped[0] not in (ends.subjects or own):
        ends.subjects, own = ends.subjects or own, []
        objects, object_item = [helped[0]], helped[1]
    nations = two_nations(sentence, item)
    both_sides = relation.symmetric or row.collective
    if nations and both_sides and not (ends.subjects or objects):
        ends.subjects, ends.object_marker = nations, "بين"
        return ends
    if own:
        backs = _backed_behind(sentence, item, relation)
        place_owners(item, row, ends, own, genitive, objects, backs=backs)
    if item.nisba is not None and not ends.subjects:
        ends.subjects = nations or [sentence.discourse.listed(item.nisba)]
    if not (ends.objects or objects) and "direct" in row.object:
        thing = _suffering(sentence, item, relation)
        if thing is not None:
            objects, object_item = meant(sentence, thing, relation, tuple(ends.subjects)), thing
        if not objects:
            object_item, objects = in_idiom(sentence, item, row)
    if not ends.objects:
        ends.objects, ends.object_item, ends.object_marker = objects, object_item, marker
    if not ends.objects and blamed is not None and blamed.predicate == "praised":
        thing = item.pronoun and slot(sentence, item, "direct")  # لاحتضانها *المفاوضات*
        if relation.id in HELP and blamed.object in ends.subjects and not thing:
            ends.objects, ends.confidence = [blamed.subject], 0.6  # thanked her for her help
    find_doer(sentence, item, row, ends, earlier)
    named = ends.object_item.mention if ends.object_item is not None else None
    if named is not None and named.kind == "capital" and relation.id in _BY_FORCE:
        if genitive is not None and ends.object_item is genitive:
            taken = town(sentence, genitive)  # سقوط *برلين* في أيدي, قصف *دمشق*
            ends.objects = [taken if one is named.entity else one for one in ends.objects]
    if not ends.objects and relation.id == "seized" and item.marker == "within":
        held = what_is_held(sentence, item)
        ends.object_item = held
        ends.objects = meant(sentence, held, relation, ()) if held is not None else []
    return ends


def _backed_behind(sentence: Sentence, item: Item, relation: Relation) -> bool:
    """Whether behind its owner stands what he backs or refuses: دعم تونس *للجهود* الدولية."""
    if relation.id not in ("supports", "rejects", "opposes"):
        return False
    backed = slot(sentence, item, "ل")
    if backed is not None and backed.kind in ("O", "N"):
        causes = is_in(backed, sentence.scene.function("causes"))
        return causes or (backed.det and (backed.kind == "O" or relation.sign < 0))
    deed = slot(sentence, item, "direct") if relation.sign < 0 else None
    return deed is not None and deed.kind == "N" and deed.det  # رفض مصر *التدخلات* الأجنبية


def _whom_verb_meets(sentence: Sentence, visit: Item) -> bool:
    """Whether the verb before has for itself who stands behind: التقى خلال *زيارته* الرئيس."""
    verb = sentence.clause_of[visit.index].verb
    if verb is None or verb.index > visit.index or not visit.pronoun or visit.marker == "direct":
        return False
    meets = any(r.relation in ("met-with", "received") and "direct" in r.object for r in verb.rows)
    between = sentence.items[verb.index + 1 : visit.index]
    return meets and sum(o.kind == "M" and o.marker == "direct" for o in between) < 2


def _behind_topic(sentence: Sentence, item: Item, row: Row, found: Item) -> bool:
    """Whether what it is about stands before, which has "for" for itself: اتهامه بالعمل *لمصر*."""
    topics = row.topic if not isinstance(row, EventNoun) and "direct" in row.object else ()
    told = (slot(sentence, item, marker) for marker in topics if marker not in ("direct", "an"))
    return any(topic is not None and topic.index < found.index for topic in told)


def _suffering(sentence: Sentence, item: Item, relation: Relation) -> Item | None:
    """Return the thing or deed in the genitive: قصف *مدن* القناة, إدانة *الغزو* السوفياتي."""
    if relation.id in DONE_TO:
        return in_genitive(sentence, item)
    behind = sentence.items[item.index + 1 : item.index + 2]
    deed = bool(behind) and behind[0].kind == "N" and behind[0].head is item
    return behind[0] if deed and relation.relation_class in STANDS else None


def _met_by(sentence: Sentence, item: Item) -> Ends | None:
    """Return the ends of "كان في استقباله *الرئيس*": who was there, and whom he received."""
    if not any(
        other.kind == "aux" for other in sentence.items[max(0, item.index - 2) : item.index]
    ):
        return None
    guest = genitive_of(sentence, item)
    guests = entities(sentence, guest) if guest is not None else []
    if item.pronoun:
        guests = pronoun_entities(sentence, item.index, item.pronoun, ())
    for other in sentence.items[item.index + 1 : sentence.clause_of[item.index].b]:
        if other.kind == "M" and other.marker == "direct" and other is not guest:
            return Ends(entities(sentence, other, tuple(guests)), guests, other, guest, "في", 0.8)
    return None


def _extra(given: Bound | None, relation: Relation, row: Row) -> tuple[str, ...]:
    """Return the light verb's own markers; the court *to* which a complaint goes is not meant."""
    against = relation.id == "accused" or (isinstance(row, EventNoun) and "ضد" in row.object)
    return given.extra if given is not None and not against else ()


def _mutual(sentence: Sentence, item: Item) -> bool:
    """Whether two do it to each other: قصف *متبادل*, قصف مدفعي *متبادل*."""
    for other in sentence.items[item.index + 1 : item.index + 3]:
        if other.key.removeprefix("ال").startswith("متبادل"):
            return True
        if other.kind not in ("O", "A") or other.det != item.det:
            return False
    return False


def _who_means_it(sentence: Sentence, item: Item, relation: Relation) -> list[Entity]:
    """Return who does something for a reason that only he has: *احتجاجا* على دعمها الحركة."""
    reason = item.indefinite and item.marker == "direct" and relation.relation_class in _STANDS
    who = sentence.clause_of[item.index].subject_entity if reason else None
    return [who] if who is not None else []


def _giver(sentence: Sentence, item: Item) -> Item | None:
    """Return from whom a word or a stand comes: إدانة شديدة *من مصر* ل."""
    for other in sentence.items[item.index + 1 : item.index + 6]:
        if other.kind == "M" and other.marker == "من":
            return other
        joined = other.kind == "N" and other.conj == "و"  # بدعم *وتمويل* من مصر
        told = joined or other.kind in ("O", "A", "adv")
        if not told and not (other.kind == "prep" and other.value == "من"):
            return None
    return None

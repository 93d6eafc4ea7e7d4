"""Requests: what is only asked for, and pleas for help, which are the claim themselves."""

from collections.abc import Iterator

from ....schema import ActorKind, Relation, vocabulary
from ..ends.arguments import entities
from ..ends.pronouns import pronoun_entity
from ..ends.slots import following, markers_of, slot, verb_rows, waited_for
from ..records.clauses import Clause, Sentence
from ..records.ends import HELP, Bound, Ends, Skipped
from ..records.entity import Entity
from ..records.items import Item, Row, class_of
from ..records.stems import is_in, is_one_of
from ..words.rows import Verb
from .aims import main_subject
from .doers import doers, genitive_of, whose
from .mode import modality_of
from .objects import object_of

_BASED = ("بناء", "نزولا", "عملا")  # the first words of بناء على, نزولا عند, عملا ب
# Of what nature an act is that is asked of whoever does it.
_ASKED = frozenset({"RETREAT", "ASSAULT", "SUPPORT", "AID", "CONCEDE", "SANCTION", "MOBILIZE"})

_MARCHES = frozenset({"deployed-to", "intervened-in"})
_COMING = frozenset({"MOBILIZE", "SUPPORT", "AID"})


def governed_by(sentence: Sentence, item: Item) -> Bound | None:
    """Return what governs the item or the nouns it stands in the genitive of."""
    step: Item | None = item
    while step is not None:
        given = sentence.bound.get(step.index)
        while given is not None and given.light and given.by.index in sentence.bound:
            given = sentence.bound[given.by.index]  # هددت *بشن هجوم*
        if given is not None:
            return given
        step = step.head
    return None


def check_own_claim(
    sentence: Sentence, given: Bound | None, relation: Relation, *, plea: bool
) -> None:
    """Leave out what is only the content of a request: the request itself is the claim.

    A `plea` for help to the one who asks is one of its own. What lies between them counts for
    nothing: طلب تقديم *مساعدات*, هدد باستئناف *القتال*.
    """
    for around in reversed(_governing(sentence, given)):
        if around.light:
            continue
        outer = around.row.relation
        if around.row.id in sentence.scene.function("allowing"):
            raise Skipped("only what is allowed")
        if around.row.id in sentence.scene.function("offering") and (
            relation.relation_class in ("CONSULT", "REJECT")
        ):
            raise Skipped("only what is offered")
        if outer == "warned":
            raise Skipped("only what is warned of")
        if outer == "opposes":
            raise Skipped("only what is opposed")
        if outer == "threatened" and relation.sign < 0:
            raise Skipped("only what is threatened")
        if _orders(around):
            continue  # أمر هتلر الجيش *بغزو* بولندا
        if class_of(around.row) == "REQUEST" and around.modality == "intended" and not plea:
            raise Skipped("only what is asked for")


def _governing(sentence: Sentence, given: Bound | None) -> list[Bound]:
    """Return what governs a predicate, and what governs that, the innermost first."""
    found: list[Bound] = []
    while given is not None and not given.answered and not any(given is one for one in found):
        found.append(given)
        given = governed_by(sentence, given.by) if given.by.kind == "N" else None
    return found


def _orders(given: Bound) -> bool:
    """Whether it is an order, which may name nobody to carry it out, and not a request."""
    return any(c.by == "subject" for c in given.row.control)


def _urged(given: Bound) -> bool:
    """Whether another is to do it, and not the one who says so: وعد *بمساعدة* تونس."""
    return any(control.by == "object" for control in given.row.control)


def check_purpose(sentence: Sentence, item: Item, relation: Relation) -> None:
    """Leave out what somebody else is asked to come for: طلب قوات *لحماية* لبنان.

    Not what its own governor strives for: سعت ليبيا *لدعم* تشاد, though one pleads so as well.
    """
    if item.marker not in ("ل", "purpose") or relation.relation_class not in _COMING:
        return
    given = sentence.bound.get(item.index)
    if given is not None and not _urged(given):
        return
    clause = sentence.clause_of[item.index]
    for other in sentence.items[clause.a : item.index]:
        if any(class_of(row) == "REQUEST" for row in other.rows):
            raise Skipped("only what help is asked for")


def check_told(sentence: Sentence, item: Item) -> None:
    """Leave out what somebody only calls what another does: اعتبر القرار *تهديدا* لبلاده."""
    verb = sentence.clause_of[item.index].verb
    if verb is None or verb.index > item.index or not item.indefinite or item.marker != "direct":
        return
    names = sentence.scene.function("naming_verbs")
    if any(row.id in names for row in verb_rows(verb)):
        raise Skipped("only what something is called")


def asked_of(sentence: Sentence, item: Item, row: Row) -> list[Entity]:
    """Return whose act is asked for when nobody else is asked: طالبت *بانسحاب العراق*."""
    if not isinstance(row, Verb):
        return []
    for needed in following(sentence, item):
        if needed.marker in row.topic and is_in(needed, sentence.scene.function("consents")):
            return whose(sentence, needed)  # طلبت تونس *موافقة مصر*
        noun = item.kind == "N" and needed.marker in ("ل", "gen")
        if (noun or needed.marker in row.topic) and any(
            r.relation == "member-of" for r in needed.rows
        ):
            return _to_be_joined(sentence, needed) or whose(sentence, needed)
        other = _needed(sentence, needed, row) if needed.marker in row.topic else needed
        arms = other.mention is not None and other.mention.kind == "instrument"
        if arms and "direct" in row.topic and other.marker == "direct":
            return entities(sentence, other)  # طلبت كوبا *صواريخ سوفييتية*
        if other.kind == "N" and needed.marker in row.topic and other.rows:
            stopped = _stopped(sentence, other)
            if stopped is not None:
                return whose(sentence, stopped)
            acts = "direct" in row.topic or any(_acts(r) for r in other.rows)
            helps = any(r.relation in HELP for r in other.rows)
            theirs = any(r.idafa == "subject" or r.relation == "withdrew-from" for r in other.rows)
            whose_help = "direct" in row.topic and "direct" not in row.object
            if acts and ((helps and whose_help) or theirs):
                doer = slot(sentence, other, "ل") if theirs and not other.det else None
                known = whose(sentence, other)  # طالبت بانسحاب فوري *للقوات النرويجية*
                return known or (entities(sentence, doer) if doer is not None else [])
            return []
    return []


def _to_be_joined(sentence: Sentence, act: Item) -> list[Entity]:
    """Return which body one asks to join: طلبت مالطا الانضمام إلى *الاتحاد*."""
    markers = (marker for row in act.rows for marker in markers_of(row, noun=True))
    bodies = (slot(sentence, act, marker) for marker in markers)
    found = next((body for body in bodies if body is not None), None)
    return entities(sentence, found) if found is not None else []


def asks_for_arms(sentence: Sentence, item: Item) -> bool:
    """Whether it is a state's soldiers, planes or missiles that are asked for."""
    return any(
        other.mention is not None and other.mention.kind == "instrument"
        for other in following(sentence, item)
        if other.marker == "direct"
    )


def pleads(sentence: Sentence, item: Item) -> bool:
    """Whether somebody asks another to help himself or to step in: طلب من فرنسا *أن تحميه*."""
    for clause, verb in _that_they_do(sentence, item):
        if clause.negated or (clause.opener is not None and clause.opener.conj):
            continue
        behind = sentence.items[verb.index + 1 : clause.b]
        alone = not any(o.kind in ("M", "N", "an") for o in behind)
        relations = {row.relation for row in verb.rows}
        helped = verb.pronoun not in ("", "1") and not relations.isdisjoint(HELP)
        return helped or (alone and "intervened-in" in relations)
    return False


def _needed(sentence: Sentence, item: Item, row: Verb) -> Item:
    """Return the act that is said to be needed: على ضرورة *انسحاب* تركيا."""
    after = sentence.items[item.index + 1 : item.index + 2]
    need = is_one_of(item, row.with_nouns)
    act = bool(after) and after[0].kind == "N" and after[0].head is item
    return after[0] if need and act else item


def _acts(row: Row) -> bool:
    """Whether the noun is an act that one asks of whoever is named with it: انسحاب, تدخل."""
    return row.relation is None or class_of(row) in _ASKED


def _stopped(sentence: Sentence, item: Item) -> Item | None:
    """Return the act that "the end of" one names: وقف *القصف* التركي."""
    ends = any(c.modality == "negated" for row in verb_rows(item) for c in row.control)
    after = sentence.items[item.index + 1 : item.index + 2]
    if ends and after and after[0].kind == "N" and after[0].head is item and after[0].rows:
        return after[0]
    return None


def done_by_another(sentence: Sentence, item: Item, row: Row) -> list[Entity]:
    """Return who is to do what an أن-clause names, by name: طلبت *أن تنسحب فرنسا*."""
    slots = {*row.topic, *row.object} if isinstance(row, Verb) else set[str]()
    for clause in sentence.clauses:
        opener = clause.opener
        if clause.kind != "an" or opener is None or opener.index < item.index:
            continue
        if clause.parent is not sentence.clause_of[item.index]:
            continue
        if opener.conj:
            return []  # ذكرت أن العقيد أمر بكذا، *وأن العراق* استنكر: another's words go on
        before = sentence.items[opener.index - 1]
        if before.kind == "prep" and before.value not in slots:
            return []  # رفضت فرنسا الاتفاق *خشية* أن تهاجم تركيا العراق
        taken = "an" in slots or opener.value in slots or "direct" in slots
        if taken and clause.verb is not None and clause.subject and not clause.inherited:
            return entities(sentence, clause.subject)
        return []
    return []


def _that_they_do(sentence: Sentence, item: Item) -> Iterator[tuple[Clause, Item]]:
    """Yield the clauses of "that" which hang on a predicate, and their verbs: رفض *أن يستقبل*."""
    outer = sentence.clause_of[item.index]
    for clause in sentence.clauses:
        verb = clause.verb
        if clause.kind == "an" and clause.parent is outer and verb is not None:
            if verb.index > item.index:
                yield clause, verb


def refused_to_meet(sentence: Sentence, item: Item, subjects: list[Entity]) -> list[Entity]:
    """Return whom somebody refuses to see or to talk to: رفض أن *يستقبل الوفد*."""
    for clause, verb in _that_they_do(sentence, item):
        if clause.subject_entity not in subjects:
            continue
        for row in verb.rows:
            if row.relation is None or vocabulary()[row.relation].relation_class != "CONSULT":
                continue
            relation, markers = vocabulary()[row.relation], markers_of(row, noun=False)
            whom = object_of(sentence, verb, relation, markers, subjects, row=row)[1]
            if whom:
                return whom
    return []


def helps(sentence: Sentence, item: Item) -> bool:
    """Whether the clause tells of help given, or of troops that come: نزلت *القوات* البريطانية."""
    clause = sentence.clause_of[item.index]
    if clause.verb is None or not clause.verb.rows:
        return False
    if clause.verb.rows[0].relation in HELP:
        return True
    who, marches = clause.subject_entity, any(r.relation in _MARCHES for r in clause.verb.rows)
    forces = who is not None and who.kind in (ActorKind.ARMED_GROUP, ActorKind.STATE)
    return marches and forces


def granted(sentence: Sentence, item: Item, relation: Relation) -> Ends | None:
    """Return the ends of the request at which something is done: انسحبت *بطلب من مصر*.

    Whoever does it was asked by the one whose request it is.
    """
    asks = relation.id in ("requested-from", "requested-support-from")
    if item.kind != "N" or item.det or not asks:
        return None
    clause = sentence.clause_of[item.index]
    before = sentence.items[item.index - 1] if item.index else None
    based = before is not None and before.kind == "prep" and before.key.lstrip("وف") in _BASED
    wanted = clause.verb is not None and any("ب" in waited_for(row) for row in clause.verb.rows)
    if not (based or (item.marker == "ب" and not wanted)) or clause.subject_entity is None:
        return None
    without = (clause.subject_entity,)
    named = genitive_of(sentence, item) or slot(sentence, item, "من")
    if named is not None:
        who = entities(sentence, named, without)
    elif item.nisba is not None:
        who = [sentence.discourse.listed(item.nisba)]
    else:
        found = pronoun_entity(sentence, item.index, item.pronoun, without)
        who = [found] if found is not None else []
    ruled = clause.subject_entity.listed  # استقبلت زامبيا سربا بطلب من *رئيسها*
    if not who or clause.subject_entity in who or any(one.state == ruled for one in who if ruled):
        return None
    return Ends(who, [clause.subject_entity], named, clause.subject, confidence=0.75)


def asked_for_help(sentence: Sentence, item: Item, predicate: str, ends: Ends) -> str | None:
    """Return the mode of "A urged B to support A": that is A's request for support."""
    given = sentence.bound.get(item.index)
    if given is None or predicate not in HELP or given.light or not _urged(given):
        return None
    mode = modality_of(sentence, given.by)
    if given.modality != "intended" and mode != "intended":
        return None
    asked_by, named = doers(sentence, given.by, given.by.rows[0])
    if given.by.kind == "N" and (not asked_by or named is given.subject_item):
        stand_in = Ends([], [])
        main_subject(sentence, given.by, stand_in)
        asked_by = stand_in.subjects
    if ends.objects and asked_by and not any(o is a for o in ends.objects for a in asked_by):
        return None
    if given.subjects and asked_by and any(s is a for s in given.subjects for a in asked_by):
        return None
    if not asked_by:
        return None
    return mode

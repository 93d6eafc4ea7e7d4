"""Binding: what a verb hands down to the predicate in its slot: its subject or object, its mode.

It is mostly a verb that controls another: قررت تونس *دعم* مصر, سعت إلى *دعم*, اتهمتها *بدعم*.
"""

from dataclasses import replace

from ....schema import vocabulary
from ..actors.nameless import unnamed
from ..ends.arguments import entities
from ..ends.joining import gapped
from ..ends.participles import participle_head
from ..ends.pronouns import owner_of
from ..ends.slots import following, verb_rows
from ..ends.things import acting_through
from ..records.clauses import Sentence
from ..records.ends import Bound
from ..records.entity import Entity
from ..records.items import Item, class_of
from ..records.stems import is_in
from ..words.lexicon import load_lexicon
from ..words.rows import Control, Verb
from .aims import uncovered
from .answered import hand_answered
from .borne import hand_borne, talked
from .charged import hand_charge
from .deciding import who_does
from .deeds import done_by_another, done_by_owner, has_both_ends, of_its_doer
from .doers import genitive_of
from .governed import complement_in, joined_to, meant_before
from .lightverb import hand_light
from .mode import denied
from .objects import and_their_own, direct_object

# What a negated verb makes of the mode it gives its complement: لم تكف عن *دعم* تشاد.
_NEGATED = {"actual": "negated", "negated": "actual"}


def hand_down(sentence: Sentence, item: Item) -> None:
    """Note what this predicate gives to the predicates in its slots."""
    if item.kind == "N" and any(row.relation == "accused" for row in item.rows):
        hand_charge(sentence, item)
    for row in verb_rows(item):
        if row.light is not None:
            hand_light(sentence, item, row)
        if row.bears:
            hand_borne(sentence, item, row)
        if row.answers:
            hand_answered(sentence, item, row)
        for control in row.control:
            complement = complement_in(sentence, item, control.slot)
            if complement is not None and _decided_nearer(sentence, item, complement):
                continue
            if complement is not None and complement.index not in sentence.bound:
                _hand_controlled(sentence, item, row, control, complement)
            elif complement is None and control.by == "subject" and row.relation is None:
                _hand_back(sentence, item, row, control)


def _decided_nearer(sentence: Sentence, item: Item, complement: Item) -> bool:
    """Whether it is what another's decision between is about: رد على *قرار فرنسا* بقطع علاقاتها."""
    for other in sentence.items[item.index + 1 : complement.index]:
        if other.kind == "N" and owner_of(sentence.items, other) is not None:
            if any(complement.marker in c.slot for row in verb_rows(other) for c in row.control):
                return complement.kind == "N"
    return False


def _hand_controlled(
    sentence: Sentence, item: Item, row: Verb, control: Control, complement: Item
) -> None:
    """قررت *دعم*, اتهمت X *بدعم*: who decides, or is accused, does what stands in the slot."""
    mutual = any(r.relation and vocabulary()[r.relation].symmetric for r in complement.rows)
    if row.relation == "rejects" and mutual and complement.kind == "N":
        return  # رفضت أي *حوار* مع الحركة: it rejects the movement
    if item.kind != "V" and uncovered(sentence, item, complement):
        sentence.bound[complement.index] = Bound(item, row, modality=control.modality)
        return
    subjects, subject_item = who_does(sentence, item, row)
    if not subjects and control.by == "subject":
        subjects, subject_item = talked(sentence, item, complement)
    who, who_item = subjects, subject_item
    if control.by == "object":
        told = complement.det or done_by_another(sentence, complement)
        if class_of(row) == "PROTEST" and (told or done_by_owner(sentence, complement)):
            return  # احتجت لدى المجر على *إطلاق الحرس النار*, على *هذا العدوان*
        who, who_item = _told(sentence, item, row, subjects)
        himself = any(c.by == "subject" for c in row.control)  # أمر *بقصف* المدينة
        asked = complement.kind == "V" and sentence.clause_of[complement.index].kind == "an"
        if not who and row.object and not asked:
            if class_of(row) == "ACCUSE" and who_item is not None and who_item.kind == "pron":
                # اتهموه *بالتآمر* مع تونس, whomever they mean
                sentence.bound[complement.index] = Bound(item, row)
            if himself or class_of(row) != "REQUEST":
                return
    elif row.relation is not None:
        if done_by_another(sentence, complement):
            if class_of(row) == "AGREE":  # اتفقا على *انسحاب فرنسا* من تشاد
                sentence.bound[complement.index] = Bound(item, row, modality=control.modality)
            return
    elif has_both_ends(sentence, complement) or of_its_doer(sentence, complement):
        who, who_item = [], None  # أعرب عن *دعم بلاده للأردن*, علقت الجامعة *عضوية مصر*
    outer = sentence.bound.get(item.index)
    speech = outer.speech if outer is not None else None
    if control.speech is not None:
        by = [one for one in subjects if one not in who]  # فرنسا *متهمة* بكذا: not by herself
        speech = (by[0] if by else unnamed(sentence, item), control.speech)
    settled = item.kind == "V" and sentence.clause_of[item.index].negated
    settled = settled or (item.kind == "N" and _not_there(sentence, item))
    settled = settled or (item.kind == "P" and not item.det and denied(sentence, item))
    modality = _mode_under(item, row, control, complement, outer, negated=settled)
    mine = Bound(item, row, who, [], who_item, modality=modality, settled=settled, speech=speech)
    for each in joined_to(sentence, complement):
        if each is complement or not has_both_ends(sentence, each):
            sentence.bound[each.index] = mine  # not سعيها لكذا *واتهام مصر لتركيا*
    if control.by == "object":
        for other in following(sentence, complement):
            each = gapped(sentence, other)
            if each is not None and each.marker == complement.marker:
                theirs = replace(mine, subjects=entities(sentence, other), subject_item=other)
                sentence.bound[each.index] = theirs


def _hand_back(sentence: Sentence, item: Item, row: Verb, control: Control) -> None:
    """المعونة التي *وعدت* بها لندن: who promises does what the noun before the clause says."""
    deed = meant_before(sentence, item, control.slot)
    subjects, named = who_does(sentence, item, row) if deed is not None else ([], None)
    if deed is None or deed.index in sentence.bound or not subjects:
        return
    if has_both_ends(sentence, deed) or of_its_doer(sentence, deed):
        return
    negated = item.kind == "V" and sentence.clause_of[item.index].negated
    mode = _mode_under(item, row, control, deed, None, negated=negated)
    sentence.bound[deed.index] = Bound(
        item,
        row,
        subjects,
        [],
        named,
        modality=mode,
        settled=negated,
        extra=("ل", "إلى"),
        light=True,
    )


def _not_there(sentence: Sentence, noun: Item) -> bool:
    """Whether a sentence without a verb denies the plan or wish: *ليس* في نية مصر, *لا* نية."""
    clause = sentence.clause_of[noun.index]
    before = sentence.items[max(clause.a, noun.index - 4) : noun.index]
    return clause.verb is None and any(other.kind == "neg" for other in before)


def _told(
    sentence: Sentence, item: Item, row: Verb, subjects: list[Entity]
) -> tuple[list[Entity], Item | None]:
    """Return whom the verb or its action noun has for an object, and where they stand."""
    given = sentence.bound.get(item.index) if item.kind == "N" else None
    if given is not None and (given.answered or given.light) and given.objects:
        return given.objects, given.object_item  # نفت السويد *اتهامات* النرويج بدعم الحركة
    target = direct_object(sentence, item, row)
    if target is None and item.kind == "N":
        target = genitive_of(sentence, item)
    if target is None and item.kind == "P" and class_of(row) == "ACCUSE":
        behind = sentence.items[item.index + 1 : item.index + 2]
        before = next((o for o in reversed(sentence.items[: item.index]) if o.kind != "A"), item)
        if behind and behind[0].marker == "ب" and before.kind != "O":
            return participle_head(sentence, item)  # فرنسا *متهمة* بدعم الحركة
    if target is None:
        return [], None
    others = and_their_own(sentence, subjects) if target.kind == "pron" else ()
    who = entities(sentence, target, others)
    if not who and target.kind == "O" and sentence.clause_of[item.index].subject is not None:
        own = acting_through(sentence, target) or _commanded(sentence, target, subjects)
        who = [own] if own is not None else []
    return who, target


def _commanded(sentence: Sentence, forces: Item, by: list[Entity]) -> Entity | None:
    """Return whose forces a leader orders about: أمر الرئيس *الأسطول* بحماية الجزيرة."""
    states = [one.state for one in by if one.person and one.state]
    if not states or not is_in(forces, sentence.scene.function("forces")):
        return None
    return sentence.discourse.listed(states[0])


def _mode_under(
    item: Item, row: Verb, control: Control, complement: Item, outer: Bound | None, *, negated: bool
) -> str:
    """Return the mode of a complement: the row's, unless what governs or negates it says else."""
    modality: str = control.modality
    if item.feats.startswith("pf") and row.id in load_lexicon().function["able"]:
        modality = "actual"  # *استطاعت* القوات السيطرة على المدينة
    if row.answers and modality != "negated" and _concluded(complement):
        modality = "actual"  # who consents to a truce concludes it
    if outer is not None and (modality == "actual" or outer.modality == "negated"):
        modality = outer.modality  # عدلت عن قرار *سحب* سفيرها
    if negated:
        pledged = modality == "intended" and row.relation is None  # لم تتعهد *وقف* مساعداتها
        doubted = modality == "negated" and row.speech is not None  # لم تستبعد *قطع* علاقاتها
        modality = "negated" if pledged else _NEGATED.get(modality, modality)
        modality = "possible" if doubted else modality
        if modality == "actual" and item.future:
            modality = "intended"
    return modality


def _concluded(item: Item) -> bool:
    return any(r.relation in ("ceasefire-with", "agreed-with") for r in item.rows)

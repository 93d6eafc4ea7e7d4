"""Binding: what control and light verbs hand down to the predicate in their slot.

Control verbs (قرر, سعى إلى, اتهم بـ) and light verbs (قدم طلبا, تلقى دعما) give it their subject or
object, and their mode.
"""

from dataclasses import replace

from ....schema import vocabulary
from ..actors.nameless import unnamed
from ..ends.arguments import entities
from ..ends.joining import gapped
from ..ends.made import doer_of
from ..ends.meeting import signed_for
from ..ends.slots import following, genitives, markers_of, slot, verb_rows
from ..ends.things import acting_through, owner_behind
from ..records.clauses import Sentence
from ..records.ends import Bound, Ends
from ..records.entity import Entity
from ..records.items import Item, class_of
from ..records.stems import is_in, is_one_of
from ..words.rows import Control, Verb
from .aims import announced, main_subject
from .borne import hand_back, hand_borne, talked
from .charged import hand_charge
from .deeds import done_by_another, done_by_owner, has_both_ends, of_its_doer
from .doers import doers, genitive_of, judged_by, whose
from .governed import complement_in, joined_to, meant_before, taken_up, told_in_full, truces_of
from .mode import denied, modality_of
from .objects import direct_object

# What a negated verb makes of the mode it gives its complement: لم تكف عن *دعم* تشاد.
_NEGATED = {"actual": "negated", "negated": "actual"}
_ANSWERED = frozenset({"REQUEST", "ACCUSE", "THREATEN"})


def hand_down(sentence: Sentence, item: Item) -> None:
    """Note what this predicate gives to the predicates in its slots."""
    if item.kind == "N" and any(row.relation == "accused" for row in item.rows):
        hand_charge(sentence, item)
    for row in verb_rows(item):
        if row.light is not None:
            _hand_light(sentence, item, row)
        if row.bears:
            hand_borne(sentence, item, row)
        if row.answers:
            _hand_answered(sentence, item, row)
        for control in row.control:
            complement = complement_in(sentence, item, control.slot)
            if complement is not None and complement.index not in sentence.bound:
                _hand_controlled(sentence, item, row, control, complement)
            elif complement is None and control.by == "subject" and row.relation is None:
                _hand_back(sentence, item, row, control)


def _hand_controlled(
    sentence: Sentence, item: Item, row: Verb, control: Control, complement: Item
) -> None:
    """قررت *دعم*, اتهمت X *بدعم*: who decides, or is accused, does what stands in the slot."""
    mutual = any(r.relation and vocabulary()[r.relation].symmetric for r in complement.rows)
    if row.relation == "rejects" and mutual and complement.kind == "N":
        return  # رفضت أي *حوار* مع الحركة: it rejects the movement
    subjects, subject_item = _doers(sentence, item, row)
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
        speech = (subjects[0] if subjects else unnamed(sentence, item), control.speech)
    settled = item.kind == "V" and sentence.clause_of[item.index].negated
    settled = settled or (item.kind == "N" and _not_there(sentence, item))
    settled = settled or (item.kind == "P" and not item.det and denied(sentence, item))
    modality = _mode_under(item, row, control, complement, outer, negated=settled)
    mine = Bound(item, row, who, [], who_item, modality=modality, settled=settled, speech=speech)
    for each in joined_to(sentence, complement):
        sentence.bound[each.index] = mine
    if control.by == "object":
        for other in following(sentence, complement):
            each = gapped(sentence, other)
            if each is not None and each.marker == complement.marker:
                theirs = replace(mine, subjects=entities(sentence, other), subject_item=other)
                sentence.bound[each.index] = theirs


def _hand_back(sentence: Sentence, item: Item, row: Verb, control: Control) -> None:
    """المعونة التي *وعدت* بها لندن: who promises does what the noun before the clause says."""
    deed = meant_before(sentence, item, control.slot)
    subjects, named = _doers(sentence, item, row) if deed is not None else ([], None)
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
    answered = sentence.bound.get(item.index) if item.kind == "N" else None
    if answered is not None and answered.answered and answered.objects:
        return answered.objects, answered.object_item  # نفت السويد *اتهامات* النرويج بدعم الحركة
    target = direct_object(sentence, item, row)
    if target is None and item.kind == "N":
        target = genitive_of(sentence, item)
    if target is None:
        return [], None
    others = tuple(subjects) if target.kind == "pron" else ()
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


def _doers(sentence: Sentence, item: Item, row: Verb) -> tuple[list[Entity], Item | None]:
    """Return who does it: of a noun without a doer, who announces it or has it for an aim."""
    found = doers(sentence, item, row)
    if found[0] or item.kind != "N" or item.index in sentence.bound:
        return found
    ends = Ends([], [])
    main_subject(sentence, item, ends)
    decider = _decider(sentence, item) if not ends.subjects else None
    return ([decider] if decider is not None else ends.subjects), None


def _decider(sentence: Sentence, noun: Item) -> Entity | None:
    """Return who issues, signs or adopts a decision: أصدر *الملك* قرارا بقطع العلاقات."""
    clause = sentence.clause_of[noun.index]
    verb = clause.verb
    if verb is None or noun.marker != "direct" or clause.subject is noun or verb.passive:
        return None
    deciding = sentence.scene.function("deciding")
    return clause.subject_entity if any(row.id in deciding for row in verb.rows) else None


def _hand_light(sentence: Sentence, item: Item, row: Verb) -> None:
    light = row.light
    assert light is not None
    if item.passive and item.kind == "P":
        hand_back(sentence, item, row)
        return
    if item.kind == "V" and (signed := signed_for(sentence, item)) is not None:
        noun, parties = signed
        sentence.bound[noun.index] = Bound(item, row, parties, light=True)
        return
    opener = sentence.clause_of[item.index].opener
    what = opener is not None and opener.key == "ما" and item.pronoun and "direct" in light.slot
    slots = (*light.slot, "من") if what else light.slot  # ما تقدمه *من دعم*
    complement = complement_in(sentence, item, slots) or taken_up(sentence, item, light.slot)
    if complement is None or not any(r.relation for r in complement.rows):
        return
    if _of_antecedent(sentence, item, row, complement):
        return
    chain = (complement, *genitives(sentence, complement))
    if row.with_nouns and not any(is_one_of(step, row.with_nouns) for step in chain):
        return  # قبلت *نداء* المجلس إلى وقف القتال: no truce
    known = sentence.bound.get(complement.index)
    if known is not None and known.light and not told_in_full(sentence, item, complement):
        if light.role == "subject" and known.objects and not known.subjects:
            known.subjects, known.subject_item = _doers(sentence, item, row)
        return  # صدت القوات هجوما *شنه* المتمردون
    outer = sentence.bound.get(item.index)
    if outer is not None:
        loose = outer.modality == "negated"
    else:  # نفى *إجراء* مفاوضات
        loose = item.marker != "purpose" and not announced(sentence, item)
    if complement.head is item and loose:
        return  # nobody is said to do it: رفض *تجديد* المعاهدة
    subjects, subject_item = _doers(sentence, item, row)
    if light.role == "object" and not subjects and subject_item is not None:
        subjects = whose(sentence, subject_item)  # لقي *قرار تونس* ترحيبا
        done = next((r.relation for r in complement.rows if r.relation), None)
        owner = owner_behind(sentence, subject_item, vocabulary()[done]) if done else None
        subjects = subjects or ([owner] if owner is not None else [])  # *ثكنة للجيش*
    modality = modality_of(sentence, item)
    if light.modality != "actual":
        modality = light.modality
    extra = tuple(dict.fromkeys((*row.object, *row.noun_object, "ل", "إلى")))
    speech = outer.speech if outer is not None else None
    mine = Bound(item, row, modality=modality, extra=extra, light=True, speech=speech)
    gets = light.role == "object" and any(r.relation == "member-of" for r in complement.rows)
    if (gets or light.role == "subject") and not has_both_ends(sentence, complement):
        mine.subjects, mine.subject_item = subjects, subject_item
    elif light.role == "subject":
        mine.light = False  # أعرب عن *دعم بلاده للأردن*
    else:
        mine.objects, mine.object_item = subjects, subject_item
        if complement.index < item.index and (agent := slot(sentence, item, "by")) is not None:
            mine.subjects, mine.subject_item = entities(sentence, agent), agent
    for each in (*joined_to(sentence, complement), *truces_of(sentence, complement)):
        sentence.bound[each.index] = mine


def _of_antecedent(sentence: Sentence, verb: Item, row: Verb, deed: Item) -> bool:
    """Whether it is his of whom a clause tells: صعد الحلف الذي تقوده فرنسا *غاراته* على."""
    clause = sentence.clause_of[verb.index]
    he = clause.antecedent if clause.kind == "rel" and verb.kind == "V" else None
    if he is None or he.kind != "M" or "direct" in row.object or deed.marker != "direct":
        return False
    return verb.pronoun == deed.pronoun != "" and deed.index > verb.index


def _made_by(sentence: Sentence, noun: Item) -> bool:
    """Whether a relative clause says who made it, but not to whom: طلبا *قدمته ليبيا*."""
    behind = sentence.items[noun.index + 1 : noun.index + 8]
    told = [o for o in behind if sentence.clause_of[o.index].antecedent is noun]
    addressed = any(o.kind == "pron" and o.marker in ("إلى", "ل", "على") for o in told)
    return not addressed and doer_of(sentence, noun) is not None


def _refused(sentence: Sentence, item: Item, noun: Item) -> bool:
    """Whether one refuses to judge, rather than another's judgement: رفضت *إدانة* بريطانيا."""
    return item.kind == "V" and any(judged_by(sentence, noun, row) for row in noun.rows)


def _hand_answered(sentence: Sentence, item: Item, row: Verb) -> None:
    """رفضت *طلب بريطانيا*: whoever made the request that is answered made it to who answers.

    So it is with charges, threats and warnings.
    """
    noun = complement_in(sentence, item, row.answers)
    if noun is None or noun.index in sentence.bound:
        return
    if not any(class_of(r) in _ANSWERED for r in noun.rows):
        return
    asked = any(class_of(r) == "REQUEST" for r in noun.rows)
    if not asked and (noun.marker == "gen" or _refused(sentence, item, noun)):
        return  # نفت صحة *اتهام* الوزير: of whom it is, is not said
    named = genitive_of(sentence, noun) or slot(sentence, noun, "من")
    if named or noun.nisba or (item.kind == "V" and _made_by(sentence, noun)):
        who, named = _doers(sentence, item, row)
        subject = sentence.clause_of[item.index].subject_entity
        if not who and item.kind == "N" and subject is not None:
            who = [subject]  # سحبت قواتها *تلبية* لطلب مصر
        markers = {m for r in noun.rows for m in markers_of(r, noun=True) if m != "من"}
        told = (slot(sentence, noun, marker) for marker in sorted(markers))
        if any(other is not None and other.kind == "M" for other in told):
            who = []  # رفضت مصر اتهامات فرنسا *للجزائر*
        sentence.bound[noun.index] = Bound(
            item, row, [], who, None, named, light=True, answered=True
        )

"""Binding: what control and light verbs hand down to the predicate in their slot.

Control verbs (قرر, سعى إلى, اتهم بـ) and light verbs (قدم طلبا, تلقى دعما) give it their subject or
object, and their mode.
"""

from ...schema import vocabulary
from .agreement import pronoun_fits
from .arguments import entities, gapped
from .clauses import Clause, Sentence
from .doers import doers, genitive_of, main_subject, whose
from .ends import Bound, Ends
from .entity import Entity
from .items import Item, Row
from .leftout import carried_on
from .mode import modality_of
from .objects import direct_object
from .rows import Verb
from .slots import following, markers_of, slot, verb_rows

# What a negated verb makes of the mode it gives its complement: لم تكف عن *دعم* تشاد.
_NEGATED = {"actual": "negated", "negated": "actual"}


_ANSWERED = frozenset({"REQUEST", "ACCUSE", "THREATEN"})


def hand_down(sentence: Sentence, item: Item) -> None:
    """Note what this predicate gives to the predicates in its slots."""
    for row in verb_rows(item):
        if row.light is not None:
            _hand_light(sentence, item, row)
        if row.bears:
            _hand_borne(sentence, item, row)
        if row.answers:
            _hand_answered(sentence, item, row)
        for control in row.control:
            complement = _complement(sentence, item, control.slot)
            if complement is None or complement.index in sentence.bound:
                continue
            subjects, subject_item = _doers(sentence, item, row)
            who, who_item = subjects, subject_item
            if control.by == "subject" and row.relation is not None:
                if _done_by_another(sentence, complement):
                    continue
            elif control.by == "subject" and _has_both_ends(sentence, complement):
                who, who_item = [], None  # أعرب عن *دعم بلاده للأردن*
            if control.by == "object":
                target = direct_object(sentence, item, row)
                if target is None and item.kind == "N":
                    target = genitive_of(sentence, item)
                others = tuple(subjects) if target is not None and target.kind == "pron" else ()
                who = entities(sentence, target, others) if target is not None else []
                who_item = target
                aimed = row.object and complement.kind != "V"
                if not who and aimed and _class_of(row) != "REQUEST":
                    continue
            speech = None
            if control.speech is not None:
                speech = (subjects[0] if subjects else None, control.speech)
            modality = control.modality
            if row.answers and _concluded(complement):
                modality = "actual"  # who consents to a truce concludes it
            outer = sentence.bound.get(item.index)
            if outer is not None and speech is None:
                speech = outer.speech
            if outer is not None and outer.modality != "actual" and modality == "actual":
                modality = outer.modality
            settled = item.kind == "V" and sentence.clause_of[item.index].negated
            if settled:
                modality = _NEGATED.get(modality, modality)
            if settled and modality == "actual" and item.future:
                modality = "intended"
            for each in _joined(sentence, complement):
                sentence.bound[each.index] = Bound(
                    item, row, who, [], who_item, modality=modality, settled=settled, speech=speech
                )
            if control.by == "object":
                for other in following(sentence, complement):
                    each = gapped(sentence, other)
                    if each is not None and each.marker == complement.marker:
                        who = entities(sentence, other)
                        sentence.bound[each.index] = Bound(
                            item,
                            row,
                            who,
                            [],
                            other,
                            modality=modality,
                            settled=settled,
                            speech=speech,
                        )


def _concluded(item: Item) -> bool:
    return any(r.relation in ("ceasefire-with", "agreed-with") for r in item.rows)


def _class_of(row: Row) -> str:
    return str(vocabulary()[row.relation].relation_class) if row.relation is not None else ""


def _doers(sentence: Sentence, item: Item, row: Verb) -> tuple[list[Entity], Item | None]:
    """Return who does it: of a noun without a doer, who announces it or has it for an aim."""
    found = doers(sentence, item, row)
    if found[0] or item.kind != "N" or item.index in sentence.bound:
        return found
    ends = Ends([], [])
    main_subject(sentence, item, ends)
    return ends.subjects, None


def _done_by_another(sentence: Sentence, item: Item) -> bool:
    """Whether the action has a doer of its own: رفض *طلب بريطانيا* rejects, and does not ask."""
    if item.kind != "N":
        return False
    if _has_both_ends(sentence, item):
        return True
    if not any(row.idafa == "subject" for row in item.rows):
        return False
    return bool(item.pronoun or item.nisba or genitive_of(sentence, item))


def _has_both_ends(sentence: Sentence, item: Item) -> bool:
    """Whether doer and object stand by the action noun itself: رفض *دعم فرنسا لتشاد*."""
    own = genitive_of(sentence, item) if item.kind == "N" else None
    if own is not None:
        markers = {marker for row in item.rows for marker in markers_of(row, noun=True)}
        objects = [slot(sentence, item, marker) for marker in sorted(markers)]
        if any(o is not None and o is not own and o.kind in ("M", "pron") for o in objects):
            return True
    return False


def _hand_light(sentence: Sentence, item: Item, row: Verb) -> None:
    light = row.light
    assert light is not None
    complement = _complement(sentence, item, light.slot) or _taken_up(sentence, item, light.slot)
    if complement is None or not any(r.relation for r in complement.rows):
        return
    if complement.index in sentence.bound and sentence.bound[complement.index].light:
        return
    outer = sentence.bound.get(item.index)
    loose = outer.modality == "negated" if outer is not None else item.marker != "purpose"
    if complement.head is item and loose:
        return  # nobody is said to do it: رفض *تجديد* المعاهدة
    subjects, subject_item = _doers(sentence, item, row)
    if light.role == "object" and not subjects and subject_item is not None:
        subjects = whose(sentence, subject_item)  # لقي *قرار تونس* ترحيبا
    modality = modality_of(sentence, item)
    if light.modality != "actual":
        modality = light.modality
    extra = tuple(dict.fromkeys((*row.object, *row.noun_object, "ل", "إلى")))
    speech = outer.speech if outer is not None else None
    mine = Bound(item, row, modality=modality, extra=extra, light=True, speech=speech)
    if light.role == "subject" and not _has_both_ends(sentence, complement):
        mine.subjects, mine.subject_item = subjects, subject_item
    elif light.role == "subject":
        mine.light = False  # أعرب عن *دعم بلاده للأردن*
    else:
        mine.objects, mine.object_item = subjects, subject_item
    for each in _joined(sentence, complement):
        sentence.bound[each.index] = mine


def _hand_borne(sentence: Sentence, item: Item, row: Verb) -> None:
    """ورد طلب من X: the verb's subject is an action noun, its doer stands under `bears`."""
    clause = sentence.clause_of[item.index]
    noun = clause.subject if clause.verb is item else None
    if noun is None or noun.kind != "N":
        return
    for marker in row.bears:
        doer = slot(sentence, item, marker) or _first_marked(sentence, noun, marker)
        if doer is not None and (who := entities(sentence, doer)):
            sentence.bound[noun.index] = Bound(
                item, row, who, [], doer, extra=("إلى", "ل"), light=True
            )
            return


def _hand_answered(sentence: Sentence, item: Item, row: Verb) -> None:
    """رفضت *طلب بريطانيا*: whoever made the request that is answered made it to who answers.

    So it is with charges, threats and warnings.
    """
    noun = _complement(sentence, item, row.answers)
    if noun is None or noun.index in sentence.bound:
        return
    if not any(_class_of(r) in _ANSWERED for r in noun.rows):
        return
    if noun.marker == "gen" and not any(_class_of(r) == "REQUEST" for r in noun.rows):
        return  # نفت صحة *اتهام* الوزير: of whom it is, is not said
    if genitive_of(sentence, noun) or noun.nisba or slot(sentence, noun, "من") is not None:
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


def _first_marked(sentence: Sentence, item: Item, marker: str) -> Item | None:
    return next((o for o in following(sentence, item) if o.marker == marker), None)


def _complement(sentence: Sentence, item: Item, slots: tuple[str, ...]) -> Item | None:
    """Return the predicate in one of these slots: a noun, a verb behind أن or right behind."""
    items = sentence.items
    clause = sentence.clause_of[item.index]
    for other in items[item.index + 1 : item.index + 30]:
        inner = sentence.clause_of[other.index]
        if _in_relative(inner, clause) and not _passed_over(inner, other):
            continue
        if other.kind == "an":
            if "an" not in slots and (not other.value or other.value not in slots):
                return None
            return next(
                (o for o in items[other.index + 1 : other.index + 16] if o.kind == "V"), None
            )
        if other.kind == "mark" and item.kind != "V":
            return None
        if other.kind == "V" and carried_on(inner, other) is clause:
            return other
        if other.kind in ("V", "sub", "if"):
            return None
        if (inner is not clause and inner.kind != "rel") or other.kind not in ("N", "O"):
            continue
        genitive = other.head is item and "direct" in slots  # بتقديم *عون*
        if other.kind == "N" and (genitive or other.marker in slots) and other.rows:
            if clause.subject is other:
                continue
            return other
        if other.marker in slots and other.kind == "O":
            inner = _genitive_action(sentence, other)
            if inner is not None:
                return inner
    return None


def _in_relative(inner: Clause, clause: Clause) -> bool:
    """Whether a clause is part of a relative clause within the other."""
    step: Clause | None = inner
    while step is not None and step is not clause:
        if step.kind == "rel":
            return True
        step = step.parent
    return False


def _passed_over(inner: Clause, item: Item) -> bool:
    """Whether a relative clause has no place for it: اتهم الحكومة التي يقودها X *بدعم* Y."""
    verb = inner.verb
    if inner.kind != "rel" or verb is None or item.marker == "direct" or item.kind != "N":
        return False
    takes = {m for row in verb.rows for m in (*markers_of(row, noun=False), *row.topic)}
    takes |= {m for row in verb_rows(verb) for m in (*row.content, *row.agent, *row.teller)}
    takes |= {m for row in verb_rows(verb) for control in row.control for m in control.slot}
    takes |= {m for row in verb_rows(verb) if row.light for m in row.light.slot}
    return item.marker not in takes


def _genitive_action(sentence: Sentence, item: Item) -> Item | None:
    """Return the action in the genitive: ضرورة *فتح* قنوات *حوار*."""
    step = item
    for other in sentence.items[item.index + 1 : item.index + 4]:
        if other.marker != "gen" or other.head is not step:
            return None
        if other.kind == "N" and other.rows:
            return other
        step = other
    return None


def _taken_up(sentence: Sentence, item: Item, slots: tuple[str, ...]) -> Item | None:
    """Return the action noun that a pronoun takes up: زيارات قام *بها*, الهجوم الذي شن*ه*."""
    antecedent = sentence.clause_of[item.index].antecedent
    if item.pronoun and "direct" in slots and antecedent is not None:
        if antecedent.kind == "N" and pronoun_fits(antecedent, item.pronoun):
            return antecedent
    for other in sentence.items[item.index + 1 : item.index + 4]:
        if other.kind == "pron" and other.marker in slots:
            for noun in reversed(sentence.items[max(0, item.index - 8) : item.index]):
                if noun.kind == "N" and noun.rows:
                    return noun
                if noun.kind == "V":
                    return None
    return None


def _joined(sentence: Sentence, item: Item) -> list[Item]:
    """Return the predicate and those joined to it by "and" in the same slot."""
    found = [item]
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + 30]:
        if sentence.clause_of[other.index] is not clause:
            return found
        if other.kind == "N" and other.conj == "و" and other.marker == item.marker and other.rows:
            found.append(other)
    return found

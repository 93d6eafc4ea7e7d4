"""Governed predicates: the action noun, verb or pronoun that stands in a slot of another."""

from ....schema import vocabulary
from ..ends.arguments import entities
from ..ends.leftout import carried_on
from ..ends.slots import (
    describes_doer,
    does_deeds,
    following,
    genitives,
    markers_of,
    slot,
    verb_rows,
)
from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.items import Item, comma, speaks
from ..records.stems import is_in
from ..words.rows import EventNoun
from .purposes import user_of


def first_marked(sentence: Sentence, item: Item, marker: str) -> Item | None:
    """Return the first item behind the predicate that stands under this marker."""
    return next((o for o in following(sentence, item) if o.marker == marker), None)


def complement_in(sentence: Sentence, item: Item, slots: tuple[str, ...]) -> Item | None:
    """Return the predicate in one of these slots: a noun, a verb behind أن or right behind."""
    items = sentence.items
    clause = sentence.clause_of[item.index]
    if item.kind == "P" and "direct" in slots and describes_doer(sentence, item):
        slots = tuple([marker for marker in slots if marker != "direct"])
    for other in items[item.index + 1 : item.index + 30]:
        inner = sentence.clause_of[other.index]
        if _in_relative(inner, clause) and not _passed_over(inner, other):
            continue
        if other.kind == "P" and not other.det and speaks(other):
            return None  # رفض الطلب، *معتبرا* أن
        if other.kind == "an":
            if other.conj and item.kind != "V":
                return None  # قال إن مصر ترفض العرض، *وإن* تونس تؤيده
            if "an" not in slots and (not other.value or other.value not in slots):
                return None
            return next(
                (o for o in items[other.index + 1 : other.index + 16] if o.kind == "V"), None
            )
        if other.kind == "mark" and item.kind != "V":
            if _opens_relative(sentence, other, clause):
                continue  # إعلان ألبانيا، التي ...، *قطع* علاقاتها
            return None
        if other.kind == "V" and carried_on(sentence, inner, other) is clause:
            return other
        if other.kind in ("V", "sub", "if") or (other.kind == "self" and other.conj):
            return None  # يتلقى المال، *وهو* اتهام
        if (inner is not clause and inner.kind != "rel") or other.kind not in ("N", "O"):
            continue
        marker = _marked(sentence, other)
        genitive = other.head is item and "direct" in slots  # بتقديم *عون*
        series = _in_series(sentence, other) if genitive or marker in slots else None
        if series is not None:
            return series
        if other.kind == "N" and other.marker == "except" and other.rows and "direct" in slots:
            return other  # لم تقدم لها سوى *مساعدات*
        if other.kind == "N" and (genitive or marker in slots) and other.rows:
            if _apposed(sentence, other):
                continue  # قررت الصين، *الحليفة* الأولى لروسيا، وقف
            if clause.subject is other or other.key in sentence.scene.function("led_by"):
                continue  # قام وفد *برئاسة* سالم الراوي بزيارة
            if _of_subject(clause, item, other):
                return None  # أدى رفض السويد *الاعتراف* بها إلى أزمة
            if not genitive and _taken_between(sentence, item, other):
                return None  # قرار أعدته روسيا للتنديد *بالضربة*
            called = item.kind == "N" and other.marker == "direct" and not genitive
            if called and (item.det or other.indefinite):
                if item.det or not any(row.light for row in verb_rows(item)):
                    continue  # اعتبرت القرار *تهديدا* لها
            return other
        if other.marker in slots and other.kind == "O":
            inner = _genitive_action(sentence, other) or _used_for(sentence, other)
            if inner is not None:
                return inner
    return None


def _marked(sentence: Sentence, deed: Item) -> str:
    """Return under which marker a deed stands, past a word for its idea: وافق على فكرة *الحوار*."""
    before = sentence.items[max(0, deed.index - 2) : deed.index]
    idea = deed.marker == "direct" and [o.kind for o in before] == ["prep", "doubt"]
    return before[0].value if idea else deed.marker


def _apposed(sentence: Sentence, other: Item) -> bool:
    """Whether it says who an actor is, set off by a comma: الصين، *الحليفة* الأولى لروسيا."""
    describes = all(isinstance(row, EventNoun) and row.describes for row in other.rows)
    before = sentence.items[other.index - 2] if other.index > 1 else other
    return describes and before.kind == "M" and comma(sentence.items[other.index - 1])


def _of_subject(clause: Clause, verb: Item, deed: Item) -> bool:
    """Whether the verb's subject is an action noun that governs the deed behind it for itself."""
    subject = clause.subject
    if verb.kind != "V" or subject is None or not verb.index < subject.index < deed.index:
        return False
    if deed.marker == "direct" and (subject.det or deed.indefinite or not verb_rows(deed)):
        return False  # لقي القرار *إدانة* واسعة, أثار قرار فرنسا *غضب* ألمانيا
    undergoes = (row.light for row in verb_rows(verb) if row.light and row.light.role == "object")
    if any(deed.marker in light.slot for light in undergoes if deed.marker != "direct"):
        return False  # قوبل القرار *بإدانة* واسعة
    rows = verb_rows(subject) if subject.kind == "N" else ()
    return any(deed.marker in control.slot for row in rows for control in row.control)


def _taken_between(sentence: Sentence, item: Item, other: Item) -> bool:
    """Whether a word between a noun and what may be its complement takes that for itself."""
    if item.kind != "N" or other.marker in ("direct", "gen"):
        return False
    relating = sentence.scene.function("relating")
    if any(is_in(between, relating) for between in sentence.items[item.index + 1 : other.index]):
        return True  # قرارات المجلس *المتعلقة* بانسحاب إسرائيل
    return any(
        between.kind == "N" and other.marker in markers_of(row, noun=True)
        for between in sentence.items[item.index + 1 : other.index]
        for row in between.rows
    )


def _opens_relative(sentence: Sentence, mark: Item, clause: Clause) -> bool:
    """Whether a comma sets apart a relative clause of this clause."""
    behind = mark.index + 1
    if behind >= len(sentence.clause_of) or sentence.items[behind].kind != "rel":
        return False
    return _in_relative(sentence.clause_of[behind], clause)


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
    return next((o for o in genitives(sentence, item) if o.kind == "N" and o.rows), None)


def _used_for(sentence: Sentence, using: Item) -> Item | None:
    """Return what somebody is to use something for: سمح له باستخدام الميناء *لقصف* الجزيرة."""
    function = sentence.scene.function
    if not is_in(using, function("using")) or user_of(sentence, using) is not None:
        return None
    if sentence.items[using.index - 1].kind == "negnoun":
        return None  # تعهدت *بعدم استخدام* الصواريخ
    for other in sentence.items[using.index + 1 : using.index + 7]:
        if other.kind == "N" and other.marker == "ل" and other.rows:
            return other
        if other.kind in ("V", "mark", "an", "sub", "rel"):
            return None
    return None


def _in_series(sentence: Sentence, item: Item) -> Item | None:
    """Return the action of which there were several: عدة جولات من *المباحثات*."""
    words = sentence.scene.function("series")
    items = sentence.items
    heads = [item, *(o for o in genitives(sentence, item) if o.kind in ("N", "O"))]
    if not any(is_in(head, words) for head in heads):
        return None
    for other in items[item.index + 1 : item.index + 7]:
        if other.kind == "N" and other.marker == "من" and other.rows:
            return other
        if other.kind not in ("O", "A", "N", "adv") and other.value != "من":
            return None
    return None


def taken_up(sentence: Sentence, item: Item, slots: tuple[str, ...]) -> Item | None:
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
                if noun.kind == "V" or (noun.kind == "rel" and noun.key.endswith("ما")):
                    return None  # استنكارها *لما قامت به*
    return None


def meant_before(sentence: Sentence, item: Item, slots: tuple[str, ...]) -> Item | None:
    """Return the deed that a relative clause is about: *المعونة* التي وعدت بها لندن."""
    deed = sentence.clause_of[item.index].antecedent
    if deed is None or deed.kind != "N" or not any(row.relation for row in deed.rows):
        return None
    if "direct" in slots and item.pronoun and pronoun_fits(deed, item.pronoun):
        return deed
    behind = sentence.items[item.index + 1 : item.index + 3]
    taken = (o for o in behind if o.kind == "pron" and o.marker in slots)
    return deed if any(pronoun_fits(deed, o.value) for o in taken) else None


def _goes_on(sentence: Sentence, verb: Item, clause: Clause) -> bool:
    """Whether a further verb has the subject of this clause, which it is joined to."""
    further = sentence.clause_of[verb.index]
    same = further.inherited and further.subject_entity is clause.subject_entity
    return verb.conj == "و" and further.kind == "coord" and further.parent is clause and same


def _second_that(sentence: Sentence, verb: Item, clause: Clause) -> bool:
    """Whether a verb stands behind "and that", which goes on with this clause: *وأن* تدعم تشاد."""
    further = sentence.clause_of[verb.index]
    opener = further.opener
    if clause.kind != "an" or further.kind != "an" or opener is None or further.verb is not verb:
        return False
    before = sentence.items[opener.index - 1]
    again = opener.conj == "و" or (before.kind == "prep" and before.conj == "و")
    return again and further.parent in (clause, clause.parent)


def joined_to(sentence: Sentence, item: Item) -> list[Item]:
    """Return the predicate and those joined to it by "and" in the same slot."""
    found = [item]
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + 30]:
        if item.kind == "V" and other.kind == "V":
            if _goes_on(sentence, other, clause) or _second_that(sentence, other, clause):
                found.append(other)  # بأنها تدعم الجبهة *وتسلح* الثوار *وأن تقصف*
        if sentence.clause_of[other.index] is not clause:
            if item.kind == "V" and other.kind != "sub":
                continue
            return found
        joined = other.kind == "N" and other.conj == "و" and bool(other.rows)
        apart = does_deeds(other) and comma(sentence.items[other.index - 1])
        if joined and (other.marker == item.marker or (apart and other.marker == "direct")):
            found.append(other)  # إلى إعلان الطوارئ، *وفرض* حصار
    return found


def truces_of(sentence: Sentence, signed: Item) -> list[Item]:
    """Return the truce that an agreement is about, whose sides are the same: بروتوكول *الهدنة*."""
    if not any(row.relation == "agreed-with" for row in signed.rows):
        return []
    about = (noun for noun in genitives(sentence, signed) if noun.kind == "N")
    return [noun for noun in about if any(row.relation == "ceasefire-with" for row in noun.rows)]


def told_in_full(sentence: Sentence, item: Item, noun: Item) -> bool:
    """Whether a relative clause names both sides: لم يصادق على اتفاق *وقعته* فرنسا *وإيطاليا*."""
    if noun.index > item.index or item.kind != "V":
        return False
    named = sentence.clause_of[item.index].subject
    with_whom = slot(sentence, item, "مع")
    both = any(r.relation and vocabulary()[r.relation].symmetric for r in noun.rows)
    several = both and named is not None and len(entities(sentence, named)) > 1
    return named is not None and (with_whom is not None or several)

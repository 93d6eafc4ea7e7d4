"""Slots: which phrase stands under a marker of a predicate, and is not another's."""

from collections.abc import Iterator

from ....schema import vocabulary
from ..page.tokens import COMMAS
from ..records.clauses import Clause, Sentence
from ..records.items import TALKS, Item, Row, class_of, comma
from ..records.parenthesis import closes_aside, in_passing
from ..records.stems import folded, stems
from ..words.rows import EventNoun, Verb
from .calledso import calls_person
from .modifying import modifies, says_who

_REACH = 40  # items; an argument further away belongs to something else
_NOT_AGAINST = frozenset({"denied", "warned"})  # نفى الاتهامات *ضد تونس*, حذر من مؤامرات *ضد تونس*
_HOSTILE = (
    frozenset(r.id for r in vocabulary().values() if r.sign < 0 and not r.symmetric) - _NOT_AGAINST
)
_MOVES = frozenset({"CONSULT", "MOBILIZE", "RETREAT"})  # what nobody undergoes, without an object
_ABOUT = frozenset({"بشأن", "حول", "عن", "على", "في"})
_NEAR = 6  # items between talks and what they are about
_PHRASES = frozenset({"M", "N", "O", "P", "pron"})


def markers_of(row: Row, *, noun: bool) -> tuple[str, ...]:
    """Return the markers under which the row's object may stand; of what is hostile, ضد too."""
    against = ("ضد",) if row.relation in _HOSTILE else ()
    if not noun or isinstance(row, EventNoun):
        return row.object + against
    if row.noun_object:
        return row.noun_object + against
    if "direct" in row.object:
        return (*dict.fromkeys((*row.object, "ل")), *against)
    return row.object + against


def following(sentence: Sentence, item: Item) -> list[Item]:
    """Return the items behind a predicate, up to the end of its clause."""
    found = sentence.behind.get(item.index)
    if found is None:
        found = sentence.behind[item.index] = list(_following(sentence, item))
    return found


def _following(sentence: Sentence, item: Item) -> Iterator[Item]:
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + _REACH]:
        if sentence.clause_of[other.index] is not clause:
            inner = sentence.clause_of[other.index]
            ends = other.kind == "V" and (not _describes(inner) or inner.b >= clause.b)
            if ends or _outside(inner, clause):
                return
            continue
        yield other


def _describes(clause: Clause) -> bool:
    """Whether it is a relative clause, or goes on with one: ليبيا، التي تدعمه *وأرسلت* إليه."""
    step = clause
    while step.kind == "coord" and step.parent is not None:
        step = step.parent
    return step.kind == "rel"


def _outside(inner: Clause, clause: Clause) -> bool:
    """Whether a later clause is no part of this one."""
    if inner.kind in ("sub", "if", "coord", "main", "an") and not _describes(inner):
        return True
    step: Clause | None = inner
    while step is not None:
        if step is clause:
            return False
        step = step.parent
    return True


def slot(
    sentence: Sentence,
    item: Item,
    marker: str,
    *,
    claimed: frozenset[int] = frozenset(),
    row: Row | None = None,
) -> Item | None:
    """Return the phrase that stands behind the predicate under this marker.

    A phrase belongs to the nearest predicate before it that takes its marker; nouns that are part
    of the row's own idiom (`with_nouns`), with their genitives, take none.
    """
    if marker == "direct" and item.kind == "P" and item.det and describes_doer(sentence, item):
        return None
    unnamed, noun = False, item.kind == "N"
    for other in following(sentence, item):
        if noun and other.kind == "V":
            return None  # بعد غزو بولندا *أعلنت* بريطانيا
        if other.kind == "mark":
            if comma(other) and in_passing(sentence.items, item):
                return None  # انسحبت اليونان، *غاضبة*، من الحلف
            if noun or (item.kind == "P" and item.det):
                if marker == "direct" or _new_start(sentence, other):
                    return None
        if noun and marker == "direct" and closes_aside(sentence.items, item, other):
            return None  # التقى، في ختام *زيارته*، الملك
        if other.marker != marker or other.kind not in _PHRASES or other.index in claimed:
            continue
        if marker == "ل" and _is_source(sentence, other):
            continue  # لزعزعة استقرار المنطقة، وفقا *لرويترز*
        if other.kind == "P" and marker == "direct":
            unnamed = unnamed or (item.kind == "V" and other.det)
            continue
        if unnamed and other.conj:
            continue  # ساندت السعودية *المعارضة*، واليمن
        if marker == "direct" and row is not None and _joins_oblique(sentence, other, row):
            continue
        if other.kind == "M" and marker == "direct" and calls_person(sentence, other):
            continue
        if other.kind == "O" and marker == "direct":
            if modifies(sentence, other) or says_who(sentence, other):
                continue
        if marker == "بين" and _only_topic(sentence, item, other):
            return None
        nouns = frozenset[str]()
        if isinstance(row, Verb):
            nouns = folded(row.with_nouns) | folded(row.also_nouns)
        if not _taken_before(sentence, item, other, marker, nouns):
            return other
    return None


def _is_source(sentence: Sentence, item: Item) -> bool:
    """Whether "according to" stands before, be it in front of a quotation mark."""
    return any(o.kind == "hedge" for o in sentence.items[max(0, item.index - 2) : item.index])


def _joins_oblique(sentence: Sentence, item: Item, row: Row) -> bool:
    """Whether "، and X" goes on with an object under a preposition: بالوزير، علي، *ونائبه*."""
    comma_before, previous = sentence.items[item.index - 1], sentence.items[item.index - 2]
    if item.kind != "M" or not item.conj or item.index < 2 or not comma(comma_before):
        return False
    joined = previous.kind == "M" and previous.j == comma_before.i
    return joined and previous.marker in markers_of(row, noun=False)


def describes_doer(sentence: Sentence, participle: Item) -> bool:
    """Whether it describes the doer behind a predicate: انتقدت الحركة *المعارضة* تونس.

    The bare object behind it is the predicate's then, for a participle with the article has its
    own rather under ل.
    """
    clause, doer = sentence.clause_of[participle.index], sentence.items[participle.index - 1]
    deed = doer.head if doer.marker == "gen" else clause.verb
    if deed is None or not participle.det or deed.index > doer.index or deed.pronoun:
        return False
    if deed.kind == "V" and doer is not clause.subject:
        return False
    return any("direct" in waited_for(row) for row in deed.rows)


def _new_start(sentence: Sentence, mark: Item) -> bool:
    """Whether "، and ..." begins something else behind a mark, though no verb is known there."""
    after = sentence.items[mark.index + 1 : mark.index + 2]
    return bool(after) and after[0].kind in ("O", "N", "V") and bool(after[0].conj)


def _taken_before(
    sentence: Sentence, item: Item, other: Item, marker: str, collocates: frozenset[str]
) -> bool:
    """Whether a predicate between the two takes the phrase for itself."""
    start = item.index + 1
    for between in sentence.items[start : other.index] if collocates else ():
        if between.marker == "cause":
            break  # وقف التصدير إلى أمريكا بسبب *مساعداتها* لإسرائيل
        inside = between.marker == "gen" and between.head is sentence.items[start - 1]
        if stems(between.key) & collocates or (inside and start > item.index + 1):
            start = between.index + 1  # up to here all is one idiom
    clause = sentence.clause_of[item.index]
    if item.kind == "V" and marker == "direct" and sentence.items[other.index - 1].key in COMMAS:
        return False  # التقى، قبيل مغادرته باريس، *الملك*
    before = sentence.items[other.index - 1]
    if marker == "direct" and before is not item and before.pronoun and before.marker == "time":
        if any(row.relation in TALKS for row in before.rows):
            return True  # نبه إلى ذلك إثر *لقائه* الوزير
    made_of = {row.relation for row in item.rows} & {"agreed-with", "requested-from"}
    for between in sentence.items[start : other.index]:
        if marker == "بين" and _topic_behind(item, between):
            return True
        of_it = between.head is item or (between.conj == "و" and between.index - item.index <= 2)
        if made_of and of_it and marker != "direct":
            continue  # اتفاق *تعاون* بين, طلب *مساعدة* إلى فرنسا, معاهدة الصداقة *والتعاون* بين
        inside = sentence.clause_of[between.index] is clause
        if in_passing(sentence.items, between) or (marker == "مع" and _occasion(item, between)):
            continue
        if marker in ("direct", "ل") and shares_object(sentence, item) is between:
            continue  # تمويل *وتسليح* فرنسا للحركة
        if marker == "direct" and all(row.relation == "leads" for row in between.rows):
            continue  # وفد *برئاسة سالم الراوي* الرئيس
        if inside and between.kind in ("N", "P") and between.rows:
            if marker == "direct" and between.kind == "P" and describes_doer(sentence, between):
                continue
            if marker == "by" and (between.passive or _undergone_by(item, between)):
                return True
            apart = marker == "بين" and sentence.items[start - 1 : between.index]
            if apart and any(other.kind == "mark" for other in apart):
                return True  # من دون قتال، بعد التوصل إلى *اتفاق* بين
            noun = (
                between.kind == "N" or between.det or sentence.items[between.index - 1].indefinite
            )
            takes = {m for row in between.rows for m in markers_of(row, noun=noun)}
            takes |= {m for row in between.rows for m in row.topic}
            if item.kind == between.kind == "N" and any(row.collective for row in between.rows):
                takes.add("بين")  # قمة عربية بحثت *معاهدة* السلام بين
            if marker == "بين" and _only_topic(sentence, between, other):
                continue
            own = between.marker != "gen" or between.pronoun not in ("", "1")
            if marker in takes and (marker != "direct" or own):
                return True  # قدمت دعما منذ بدء *غزوها* أوكرانيا
    return False


def shares_object(sentence: Sentence, noun: Item) -> Item | None:
    """Return the deed joined right to one, which is done to the same: تدريب *وتسليح* الحركة."""
    behind = sentence.items[noun.index + 1 : noun.index + 2]
    if noun.kind != "N" or noun.det or noun.pronoun or not behind:
        return None
    other = behind[0]
    if other.kind != "N" or other.conj != "و" or other.marker != noun.marker or other.det:
        return None
    alike = all(any("direct" in row.object for row in verb_rows(one)) for one in (noun, other))
    return other if alike else None


def _only_topic(sentence: Sentence, noun: Item, other: Item) -> bool:
    """Whether talks are about it, whose sides are told behind: لقاء حول *الاتفاق*، بين A وB."""
    if noun.kind != "N" or noun.marker not in _ABOUT:
        return False
    if not any(comma(o) for o in sentence.items[noun.index + 1 : other.index]):
        return False
    before = sentence.items[max(0, noun.index - _NEAR) : noun.index]
    return any(row.relation in TALKS for o in before if o.kind == "N" for row in o.rows)


def _topic_behind(noun: Item, other: Item) -> bool:
    """Whether a noun of its own stands behind an indefinite one: في لقاء *العلاقات* بين البلدين."""
    behind = other.kind in ("O", "N") and other.det and other.marker == "direct"
    return behind and noun.kind == "N" and noun.indefinite


def _occasion(verb: Item, noun: Item) -> bool:
    """Whether a noun only tells on what occasion two confer: بحث *في اتصال هاتفي* مع الوزير."""
    if verb.kind != "V" or noun.kind != "N" or noun.marker not in ("في", "time") or noun.det:
        return False
    meets = any(row.collective and class_of(row) == "CONSULT" for row in noun.rows)
    return meets and any("مع" in row.object and class_of(row) == "CONSULT" for row in verb.rows)


def takes_agent(row: Row) -> bool:
    """Whether what the noun tells is done to somebody, so that "by X" may name who did it."""
    if isinstance(row, EventNoun):
        return True
    moves = row.relation is None or vocabulary()[row.relation].relation_class in _MOVES
    return row.relation != "visited" and (
        "direct" in row.object or (bool(row.object) and not moves)
    )


def _undergone_by(item: Item, noun: Item) -> bool:
    """Whether the noun tells of something done to somebody, and not of what the verb's object did.

    Not so in "اعتقل لدى *وصوله* على يد الشرطة" and "اتهم *بقتل* الوزير من قبل المعارضة".
    """
    if noun.kind != "N":
        return False
    blamed = {m for row in verb_rows(item) for c in row.control if c.by == "object" for m in c.slot}
    done_to = any(takes_agent(row) for row in noun.rows)
    return done_to and not (item.kind == "V" and noun.marker in blamed)


def waited_for(row: Row) -> set[str]:
    """Return the markers under which a verb waits for something."""
    taken = set(markers_of(row, noun=False)) | set(row.topic)
    if isinstance(row, Verb):
        taken |= {*row.content, *(m for control in row.control for m in control.slot)}
        taken |= set(row.light.slot) if row.light is not None else set[str]()
    return taken


def verb_rows(item: Item) -> tuple[Verb, ...]:
    """Return the rows of an item that are verbs' (participles and masdars too)."""
    return tuple([row for row in item.rows if isinstance(row, Verb)])


def does_deeds(verb: Item) -> bool:
    """Whether it is a light verb, whose deed stands bare behind it: *فرض* عقوبات."""
    return any(row.light and "direct" in row.light.slot for row in verb_rows(verb))


def genitives(sentence: Sentence, item: Item) -> Iterator[Item]:
    """Yield the chain of genitives behind a noun: ضرورة *فتح* *قنوات* *حوار*."""
    step = item
    for other in sentence.items[item.index + 1 : item.index + 5]:
        if other.marker == "title" and other.kind == "O":
            continue  # قصف *العاصمة* نجامينا
        if other.marker != "gen" or other.head is not step:
            return
        yield other
        step = other


def is_number(sentence: Sentence, item: Item) -> bool:
    """Whether it is a number in words, of either gender: *ثلاثة* جنود, *ثلاث* سنوات."""
    return item.key.removesuffix("ة") in sentence.scene.function("numbers")

"""Meetings: whose talks and visits are spoken of, where no word by the noun says it."""

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.clauses import Clause, Sentence
from ..records.ends import Ends, Found, Skipped
from ..records.entity import Entity
from ..records.items import TALKS, Item, Row, class_of, speaks
from ..records.sofar import meeting_before
from ..records.speaking import we
from ..records.stems import is_one_of
from ..words.rows import Verb
from .arguments import entities, pronoun_entities
from .slots import following, slot, waited_for

AGREED = frozenset({"met-with", "negotiated-with", "agreed-with", "ceasefire-with", "engages-with"})
_SIGNED = frozenset({"agreed-with", "ceasefire-with", "allied-with"})
# By marker, what the subject of the clause has then done.
_MET = {
    "time": TALKS | {"visited"},
    "في": TALKS | {"visited"},
    "من": frozenset({"negotiated-with"}),
}
_STOPPED = 3  # items from what stops a fight to the fight


def met_then(sentence: Sentence, item: Item, row: Row) -> bool:
    """Whether the talks or visit give the time of what the clause tells: عاد *بعد زيارة* لتونس."""
    if row.relation in _SIGNED and accords(sentence, item):
        return not item.det
    begun = item.head if item.marker == "gen" and item.head is not None else item
    if row.relation not in _MET.get(begun.marker, ()):  # في مستهل *جولة*
        return False
    if begun.marker == "في" and row.relation in TALKS:
        verb = sentence.clause_of[item.index].verb  # قال *في لقاء* مع السفراء
        if verb is None or item.det or verb.passive:
            return False
        named = slot(sentence, item, "مع") is not None and not _waits_in(verb)
        return speaks(verb) or _set_off(sentence, item) or named
    guest = sentence.items[item.index + 1] if item.index + 1 < len(sentence.items) else item
    if guest.head is item and guest.kind == "O" and guest.det:
        return False  # رأت الصحيفة في زيارة *الوزير* إلى دمشق
    if item.det and row.relation == "visited":  # يبحث الوزير، خلال *الزيارة* إلى تونس
        return item.nisba is None and sentence.items[item.index - 1].key in ("خلال", "اثناء")
    return _long(sentence, item) if item.marker == "من" else not item.det


def _waits_in(verb: Item) -> bool:
    """Whether a verb has what stands under "in" for itself: *شارك* في اجتماع مع."""
    return not verb.rows or any("في" in waited_for(row) for row in verb.rows)


def _set_off(sentence: Sentence, item: Item) -> bool:
    """Whether a comma parts it from what stands before: راجع الوزيران، *في اجتماع* مع X، الخطة."""
    before = sentence.items[max(0, item.index - 2) : item.index]
    return any(other.key in COMMAS for other in before)


def accords(sentence: Sentence, item: Item) -> bool:
    """Whether something is done as the noun provides: *بموجب اتفاق* مع ليبيا, *وفقا لمعاهدة*."""
    before = sentence.items[item.index - 1] if item.index else None
    if before is None or before.kind not in ("prep", "hedge", "N", "O"):
        return False
    words = sentence.scene.function("according_to")
    return before.key in words or (before.key[:1] in "وف" and before.key[1:] in words)


def _long(sentence: Sentence, item: Item) -> bool:
    """Whether it is said how long it took: بعد سبعة أشهر من *المفاوضات*."""
    before = sentence.items[max(0, item.index - 5) : item.index - 1]
    start = next((k for k, o in enumerate(before) if o.kind == "prep" and o.value == "time"), None)
    return start is not None and all(o.kind in ("O", "T", "A", "N") for o in before[start + 1 :])


def who_met(sentence: Sentence, item: Item, ends: Ends) -> list[Entity]:
    """Return whose meeting or visit gives the time of the clause: عاد *الرئيس* بعد زيارة لتونس."""
    clause = sentence.clause_of[item.index]
    if clause.subject is None and clause.a == 0:  # بعد محادثات دامت يومين، اتفقت *مصر* و...
        clause = next((c for c in sentence.clauses if c.a > item.index), clause)
    if clause.subject is None or clause.inherited or clause.kind == "rel":
        return []
    if any(one.kind == ActorKind.MEDIA for one in ends.objects):
        return []  # قال في لقاء مع *صحيفة الأهرام*
    who = entities(sentence, clause.subject)
    return who if len(who) > 1 or (who and ends.objects) else []


def together(sentence: Sentence, item: Item, ends: Ends) -> list[Entity]:
    """Return who does something with another's help: نفذت *مصر* المشروع *بالتعاون* مع تونس."""
    if item.marker != "ب" or not item.det or item.index in sentence.bound:
        return []
    clause = sentence.clause_of[item.index]
    if any("ب" in waited_for(row) for o in sentence.items[clause.a : item.index] for row in o.rows):
        return []  # نددت مصر *بالتعاون* مع
    return who_met(sentence, item, ends)


def had_by(sentence: Sentence, item: Item) -> Item | None:
    """Return who is said to have it, before it: كان *للوزير* لقاء مع, *لمصر* خلافات مع."""
    holder = sentence.items[item.index - 1] if item.index else None
    if holder is None or holder.marker != "ل" or holder.kind not in ("M", "pron") or item.det:
        return None
    clause = sentence.clause_of[item.index]
    leads = sentence.items[clause.a : holder.index]
    opens = clause.verb is None and all(o.kind in ("aux", "mark", "an", "adv") for o in leads)
    return holder if opens and item.marker == "direct" else None


def told_by(sentence: Sentence, item: Item) -> list[Entity]:
    """Return for whom he speaks who says before a colon: طهران: لا *مفاوضات* مع بغداد.

    Or who tells of the one meeting that he had: أوضح سالم أن *الاجتماع* مع نبيل كان مثمرا.
    """
    clause = sentence.clause_of[item.index]
    if clause.opener is not None and clause.opener.index == item.index - 1:
        return _told_himself(clause, item)
    before = [o.kind for o in sentence.items[max(0, item.index - 2) : item.index]]
    colon = any(o.key == ":" for o in sentence.items[max(0, item.index - 2) : item.index])
    if clause.verb is not None or not colon or not {*before} <= {"mark", "neg", "M", "quote"}:
        return []
    who = we(sentence, item.index)
    return [who] if who is not None else []


def _told_himself(clause: Clause, item: Item) -> list[Entity]:
    outer = clause.parent if clause.kind == "an" and item.det and item.feats == "ms" else None
    who = outer.subject_entity if outer is not None else None
    if outer is None or outer.verb is None or who is None or not who.person:
        return []
    met = any(row.relation == "met-with" for row in item.rows)
    return [who] if met and speaks(outer.verb) else []


def gathered(sentence: Sentence, item: Item, row: Verb) -> Ends:
    """Return who met at the meeting that the verb tells of: لقاء *ضم* الوزيرين, جمع *A بB*."""
    clause = sentence.clause_of[item.index]
    held = clause.antecedent if clause.kind == "rel" else clause.subject
    before = sentence.items[clause.a - 1] if clause.kind == "rel" else None
    if before is not None and before.marker == "gen":
        held = before  # أعمال *القمة* التي جمعت
    brought = held is not None and held.kind == "M" and not (row.with_nouns or item.pronoun)
    bound = _bound_behind(sentence, item, row) if held is not None and held.kind == "M" else None
    if held is not None and bound is not None:
        return Ends(entities(sentence, held), entities(sentence, bound), held, bound, "ب", 0.85)
    if held is None or not (brought or (_names_it(held) and is_one_of(held, row.with_nouns))):
        held = meeting_before(sentence.items[: item.index])
    if held is None or not (brought or is_one_of(held, row.with_nouns)):
        raise Skipped("its subject is no meeting")
    first = slot(sentence, item, "direct", claimed=frozenset({held.index}))
    with_whom = (slot(sentence, item, marker) for marker in ("ب", "إلى", "مع"))
    second = next((found for found in with_whom if found is not None), None)
    if brought:  # جمع *الملك* A وB, جمع بين A وB
        first, second = first or slot(sentence, item, "بين"), None
    if first is None and held.kind == "O":
        first = slot(sentence, item, "بين")  # تحسنت *العلاقات* بين A وB
    one = entities(sentence, first) if first is not None else []
    if item.pronoun:  # لقاء *جمعه* بالملك, لقاء *جمعهما*
        first, one = item, pronoun_entities(sentence, held.index, item.pronoun, ())
    other = entities(sentence, second) if second is not None else []
    return Ends(one, other, first, second, "ب" if other else "بين", 0.85)


def _names_it(noun: Item) -> bool:
    return noun.kind in ("N", "O")


def _bound_behind(sentence: Sentence, item: Item, row: Verb) -> Item | None:
    """Return to whom one is bound by what stands behind both: تربط فرنسا *بتشاد* معاهدة."""
    behind = following(sentence, item)
    ties = (o for o in behind if _names_it(o) and o.marker == "direct" and not o.conj)
    if not row.with_nouns or not any(is_one_of(o, row.with_nouns) for o in ties):
        return None
    return slot(sentence, item, "ب")


def signed_for(sentence: Sentence, item: Item) -> tuple[Item, list[Entity]] | None:
    """Return what two signed, and for whom: وقع *الاتفاق* عن *الجانب المصري* X وعن *السودان* Y."""
    found: dict[str, list[Entity]] = {"عن": [], "باسم": []}
    deed: Item | None = None
    for other in following(sentence, item):
        if other.kind == "M" and other.marker in found and other.mention is not None:
            if not other.mention.entity.person:
                found[other.marker].append(other.mention.entity)
        elif other.kind == "N" and any(row.relation in _SIGNED for row in other.rows):
            deed = deed or other
    parties = next((two for two in found.values() if len(set(two)) > 1), None)
    return (deed, parties) if deed is not None and parties is not None else None


def who_visited(sentence: Sentence, clause: Clause, verb: Item) -> Entity | None:
    """Return whose visit it was on which he met somebody: زيارة *التقى خلالها* الملك."""
    after = sentence.items[verb.index + 1 : verb.index + 2]
    then = bool(after) and after[0].kind == "pron" and after[0].marker in ("time", "في")
    if not then or verb.conj or all(class_of(row) != "CONSULT" for row in verb.rows):
        return None
    outer = clause.parent
    while outer is not None and (outer.subject_entity is None or outer.inherited):
        outer = outer.parent
    return outer.subject_entity if outer is not None else None


def _right_before(one: Found, other: Found) -> bool:
    """Whether one stands in few words before the other: *يوقف* القتال."""
    return 0 < other.item.index - one.item.index <= _STOPPED


def says_less(one: Found, found: list[Found]) -> bool:
    """Whether it says no more than that two agreed on the truce that another states.

    Of those who sign an alliance, nothing more is said than that, and of whoever lends support in
    arms or money, that he aids: قدمت له دعما *جويا*. A fight that stops is a truce: يوقف *القتال*.
    """
    if one.predicate == "attacked" and one.item.kind == "N":
        stops = (o for o in found if o.predicate == "ceasefire-with" and _right_before(o, one))
        return any({o.subject, o.object} == {one.subject, one.object} for o in stops)
    if one.predicate == "supports" and one.by is not None:
        helped = (o for o in found if o.predicate in ("aids", "arms") and o.item is one.by)
        return any((o.subject, o.object) == (one.subject, one.object) for o in helped)
    if one.predicate == "allied-with" and one.by is not None:
        signed = (o for o in found if o.predicate == "agreed-with" and o.item is one.by)
        return any({o.subject, o.object} == {one.subject, one.object} for o in signed)
    if one.predicate != "agreed-with":
        return False
    truces = (o for o in found if o.predicate == "ceasefire-with" and o.by is one.item)
    return any({o.subject, o.object} == {one.subject, one.object} for o in truces)

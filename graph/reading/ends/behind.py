"""Behind the verb: whether the noun phrase that stands there is its subject or its object."""

from ....schema import ActorKind
from ..actors.unknown import unknown_name
from ..records.agreement import may_be_subject
from ..records.clauses import Clause, Sentence
from ..records.items import Item, classes_of, comma
from ..records.stems import is_in
from ..words.rows import Verb
from .idiom import unfit
from .modifying import modifies
from .slots import does_deeds, genitives, is_number, verb_rows

_BY_PERSONS = frozenset({"visited", "leads"})
_FAR = 10  # items to a subject behind its object, with circumstances between
_OF_DEEDS = frozenset({"REJECT", "ACCUSE", "SUPPORT"})


def first_direct(sentence: Sentence, clause: Clause, verb: Item) -> Item | None:
    """Return the first bare noun phrase behind the verb."""
    for item in sentence.items[verb.index + 1 : clause.b]:
        if sentence.clause_of[item.index] is not clause:
            continue
        if item.index == verb.index + 1 and _this_alone(sentence, item):
            return None
        if item.kind in ("M", "N", "O") and item.marker == "direct" and not item.conj:
            if item.kind == "O" and item.indefinite and item.topic is None:
                if not some_named(sentence, item):
                    continue  # an adverb, more often than not
            if item.kind == "O" and _how_long(sentence, verb, item):
                continue
            bare = item.kind == "O" and not (item.det or item.pronoun)
            if bare and item.topic is not None and _asks(verb):
                continue
            if item.kind == "N" and item.indefinite and _of_deed(sentence, item):
                continue  # أعلن عن توقيع المغرب *اتفاقا*
            if item.kind == "O" and sentence.items[item.index - 1].marker == "gen":
                if modifies(sentence, item):
                    continue  # بجر الأقطار *العربية*
            return _called(sentence, verb, item) or item
        if item.kind == "self" or (item.kind == "mark" and item.key == ":"):
            return None  # وقال: «*القذافي* أخي»
        if item.kind == "pron" and item.conj == "و" and comma(sentence.items[item.index - 1]):
            return None  # لن تنحاز إلى أحد، *ولها* في البلدين قاعدة
    return None


def some_named(sentence: Sentence, item: Item) -> bool:
    """Whether some of them are named behind: أيدت *دول* أخرى مثل مصر, *دول* كمصر وتونس."""
    for other in sentence.items[item.index + 1 : item.index + 4]:
        if other.kind == "incl" or (other.kind, other.marker) == ("M", "ك"):
            return True
        if other.kind not in ("A", "O") or other.det or other.conj:
            return False
    return False


def _this_alone(sentence: Sentence, item: Item) -> bool:
    """Whether "that" is the subject, with a preposition behind: جاء *ذلك* بعد قرار تونس قطع."""
    behind = sentence.items[item.index + 1 : item.index + 2]
    alone = item.kind == "demo" and item.key in ("ذلك", "هذا")
    return alone and bool(behind) and behind[0].kind == "prep" and behind[0].value == "time"


def _how_long(sentence: Sentence, verb: Item, item: Item) -> bool:
    """Whether it says how long or how often it was done: احتجزته *ثلاث سنوات*, طلبت منه *مرة*."""
    spans = sentence.scene.function("how_long")
    behind = sentence.items[item.index + 1 : item.index + 2]
    alone = not item.det and not (behind and behind[0].head is item)
    if alone and item.gender == "f" and is_in(item, spans):
        return any(row.relation for row in verb.rows)  # سيطرت *ساعات* على, not مرت *ساعات*
    if not any("direct" in row.object + row.topic for row in verb.rows if row.relation):
        return False  # لم تمض *ثلاثة أشهر*
    if is_in(item, sentence.scene.function("how_often")):
        return not item.det
    return is_number(sentence, item) and any(is_in(o, spans) for o in genitives(sentence, item))


def _asks(verb: Item) -> bool:
    """Whether the verb asks for the bare thing behind it: وطلبت من فرنسا *بنادق*."""
    return any(row.relation is not None and "direct" in row.topic for row in verb_rows(verb))


def _called(sentence: Sentence, verb: Item, noun: Item) -> Item | None:
    """Return the person whose name stands behind what he is: قال النجم الكروي *سالم الراوي*."""
    says = any(isinstance(row, Verb) and row.speech is not None for row in verb.rows)
    if not says or noun.kind != "O" or noun.indefinite or noun.topic is not None:
        return None
    behind = sentence.items[noun.index + 1 : noun.index + 4]
    construct = bool(behind) and behind[0].head is noun and behind[0].det  # عالمة *الآثار* سلمى
    if not (noun.det or (construct and noun.feats[1:2] == "s")):
        return None
    for item in behind:
        if item.kind == "M" and item.mention is not None:
            named = item.mention.kind == "name" and item.mention.entity.person and not item.conj
            alike = noun.det or item.mention.entity.gender == noun.gender
            return item if named and alike and item.marker in ("direct", "gen") else None
        of = noun.marker if noun.det or item is not behind[0] else "gen"
        if item.kind not in ("A", "O") or not item.det or item.conj or item.marker != of:
            return None
    return None


def _of_deed(sentence: Sentence, item: Item) -> bool:
    """Whether it stands behind an action noun and its doer, and so is that noun's object."""
    doer = sentence.items[item.index - 1]
    head = doer.head
    return doer.marker == "gen" and head is not None and any(r.light for r in verb_rows(head))


def behind_object(sentence: Sentence, clause: Clause, first: Item, person: str) -> Item | None:
    """Return the actor that alone agrees with the verb, behind its object: يقود القوة *الجنرال*.

    Of a visit it may also be the only person: زار العراق أمس *وزير الخارجية*, and of an attitude
    or agreement the only person behind a deed: رفض العرض *الوزير*, وقع الاتفاق *الرئيسان*.
    """
    taken_up = clause.verb is not None and bool(clause.verb.pronoun)  # الذي ينازعه السلطة *X*
    if clause.kind == "rel" and not taken_up:
        return None
    alone = not may_be_subject(first, person, before=False)
    if not (alone or _visited(clause, first) or _is_deed(clause, first)):
        return None
    visited = _visited(clause, first)
    near = _FAR if visited or alone else 4
    for item in sentence.items[first.index + 1 : first.index + near]:
        if (visited or alone) and _circumstance(item):
            continue  # غادر عمان أمس *إلى لندن* الملك حسين, زار تونس *على رأس وفد* الوزير
        if visited and _only_visits(clause) and _is_delegation(sentence, item):
            return item if may_be_subject(item, person, before=False) else None
        if item.kind == "M" and item.marker == "direct" and not item.conj:
            goes = alone or _is_person(item)
            return item if goes and may_be_subject(item, person, before=False) else None
        of_it = item.kind == "N" and item.marker == "gen"
        if item.conj or not (of_it or item.kind in ("A", "O", "M", "adv", "T", "quant")):
            return None
        if item.kind in ("O", "M") and item.marker not in ("gen", "direct"):
            return None
    return None


def _circumstance(item: Item) -> bool:
    """Whether it is of a phrase under a preposition, between the object and the subject."""
    if item.kind in ("prep", "quote"):
        return True
    return item.marker not in ("", "direct", "gen") and item.kind in ("O", "N", "M", "pron", "T")


def _is_person(item: Item) -> bool:
    mention = item.mention
    return mention is not None and (mention.entity.person or mention.kind == "sides")


def _only_visits(clause: Clause) -> bool:
    """Whether the verb tells of nothing but visits: not أرسلت بروسيا *بعثة*, the object."""
    rows = clause.verb.rows if clause.verb is not None else ()
    return {row.relation for row in rows if row.relation is not None} == {"visited"}


def _is_delegation(sentence: Sentence, item: Item) -> bool:
    """Whether people who travel for somebody stand here: زار بيروت *وفد فرنسي*, *وفد من الحزب*."""
    if item.conj or item.det or item.marker not in ("", "direct"):
        return False
    if item.kind == "O":
        return is_in(item, sentence.scene.function("sent"))
    return item.mention is not None and item.mention.entity.kind == ActorKind.MISSION


def _is_deed(clause: Clause, item: Item) -> bool:
    """Whether the verb may have a deed for its object, and what says nothing is one."""
    verb = clause.verb
    if verb is None or item.kind != "N":
        return False
    if any(row.speech for row in item.rows):  # كذب هذا *القول* الوزير
        return item.det and any(row.speech == "denies" for row in verb.rows)
    return does_deeds(verb) or not classes_of(verb).isdisjoint(_OF_DEEDS)


def _visited(clause: Clause, item: Item) -> bool:
    """Whether the item is a state behind a verb of visiting or ruling, which only persons do."""
    verb, mention = clause.verb, item.mention
    visits = verb is not None and any(row.relation in _BY_PERSONS for row in verb.rows)
    return visits and mention is not None and mention.entity.kind == ActorKind.STATE


def unknown_plural(sentence: Sentence, item: Item, verb: Item) -> bool:
    """Whether a word right behind a feminine verb may be a broken plural: تقوم *القوى*."""
    near = item.index - verb.index <= 2
    word = sentence.scene.word(item.i)
    oblique = item.key.endswith("ين")  # وحذرت *الفاعلين*
    known = word is None or bool(word.senses)
    return near and item.kind == "O" and item.det and not (known or oblique)


def unknown_doer(sentence: Sentence, item: Item, verb: Item) -> bool:
    """Whether an unknown name stands right behind a verb that has no object: فردت *غاشي* بقطع."""
    if item.index != verb.index + 1 or not unknown_name(sentence, item):
        return False
    rows = [row for row in verb.rows if not unfit(sentence, verb, row)]
    return not any("direct" in row.object + row.topic for row in rows)


def only_doer(
    sentence: Sentence, clause: Clause, verb: Item, behind: Item | None, person: str
) -> bool:
    """Whether "nobody but X" does it, and not has it done to him: لم تعارضها سوى *الرابطة*."""
    only = clause.excepted
    if only is None or only.kind != "M":
        return False
    if behind is not None and behind is not only:
        who = behind.mention.entity if behind.mention is not None else None
        fitting = who is not None and who.gender == person[1]
        return not (fitting and may_be_subject(behind, person, before=False))
    needs = any(row.object == ("direct",) for row in verb.rows if row.relation is not None)
    return bool(verb.pronoun) or not needs


def nobody_behind(sentence: Sentence, clause: Clause, verb: Item) -> Item | None:
    """Return the word for anybody at all, where it is who does it: لم يستقبله *أحد* من القادة."""
    behind = sentence.items[verb.index + 1 : verb.index + 3]
    word = next((item for item in behind if item.kind not in ("pron", "prep", "adv")), None)
    if word is None or not clause.negated or word.kind != "quant":
        return None
    one_of = any(o.marker == "gen" for o in sentence.items[word.index + 1 : word.index + 2])
    none = word.key in sentence.scene.function("no_one") and not one_of
    return word if none and sentence.clause_of[word.index] is clause else None

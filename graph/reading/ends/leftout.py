"""Subjects left out: who goes on, who is told to, and whom a verb without a subject means."""

from ....schema import ActorKind
from ..actors.nameless import by_role
from ..page.tokens import COMMAS
from ..records.agreement import fits, may_be_subject
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, class_of, speaks
from ..records.quotation import quoted_before
from .arguments import entities, members
from .meeting import who_visited
from .nearer import nearer_subject, only_object, sent_there
from .pronouns import entity_of, owner_entity, pronoun_entity
from .slots import verb_rows
from .things import acting_through
from .writer import told_by

_PEOPLE = frozenset({"role", "nation"})  # kinds of mentions: many who stand for a body or state
LEADS = frozenset({"neg", "doubt", "aux"})  # وقد رفضت, ولم ترفض
_FEW = 12  # items between "before" and "that": سبق لمصدر أمني أن
# Subordinators behind which a subject goes on.
JOINING = frozenset({"ثم", "بل", "كما", "قبل", "بعد", "بعدما", "حين", "عندما", "حينما"})


def share_subject(sentence: Sentence, clause: Clause) -> None:
    """Give the first of two verbs in a row the subject of the second: نظم *ودعم* سالم الراوي."""
    second = paired(sentence, clause) if clause.inherited else None
    if second is None or clause.subject_entity is not None:
        return
    clause.subject, clause.inherited = second.subject, second.inherited
    clause.subject_entity = second.subject_entity


def take_up_later(sentence: Sentence, clause: Clause) -> None:
    """Give the verb of a clause put first the subject that follows: بعد أن هاجمت ...، دعت *مصر*."""
    verb = clause.verb
    first = clause.kind == "sub" and clause.a <= 1 and clause.inherited
    if not first or verb is None or clause.b >= len(sentence.items):
        return
    main = sentence.clause_of[clause.b]
    who = main.subject_entity
    if main.subject is None or main.inherited or who is None:
        return
    person = verb.feats.split()[1]
    if person[0] == "3" and fits(who, person[1], person[2]):
        clause.subject_entity = who


def paired(sentence: Sentence, clause: Clause) -> Clause | None:
    """Return the clause of the verb that is joined right behind this clause's verb."""
    verb = clause.verb
    if verb is None or verb.pronoun or verb.index + 1 >= len(sentence.items):
        return None
    after = sentence.items[verb.index + 1]
    if after.kind != "V" or after.conj != "و" or after.feats.split()[1] != verb.feats.split()[1]:
        return None
    return sentence.clause_of[after.index]


def goes_on(sentence: Sentence, clause: Clause, verb: Item) -> Entity | None:
    """Return the subject before, if the verb joins another, or describes a thing.

    It does in "*ثم* التقى" and in "قرارا *يدعو* العراق".
    """
    outer = _joined_to(clause)
    before = sentence.items[verb.index - 1] if verb.index else None
    describes = before is not None and before.kind in ("O", "N") and not before.det
    opener = clause.opener
    joined = opener is not None and opener.key in JOINING and not opener.pronoun
    joined = joined or (sentence.items[clause.a].conj and sentence.items[clause.a].kind in LEADS)
    met = opener is not None and opener.key == "حيث"  # وصل إلى القاهرة حيث *التقى* الرئيس
    if opener is not None and opener.kind == "an" and opener.index > 1:
        on, mark = sentence.items[opener.index - 1], sentence.items[opener.index - 2]
        joined = joined or (on.value == "على" and mark.key in COMMAS)  # ، على أن *يلتقي* الرئيس
    joined = joined or (met and any(class_of(row) == "CONSULT" for row in verb.rows))
    if (sent := sent_there(sentence, clause)) is not None:
        return sent
    if (visitor := who_visited(sentence, clause, verb)) is not None:
        return visitor
    if opener is not None and opener.kind == "an" and opener.conj:
        return _of_the_same(sentence, clause)
    if outer is None or not (verb.conj or describes or joined or _serial(outer, verb, before)):
        return None
    if verb.feats.split()[1][2:] == "s" and outer.subject is not None and not clause.opener:
        if len(entities(sentence, outer.subject)) == 2:
            return None  # نددت مصر وسورية ...، *وطالبت الولايات المتحدة* ب
    return outer.subject_entity


def _of_the_same(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return the subject of the "that" before: ينتظر أن *يلتقي* الملك وأن *يحث* الحركة على."""
    for other in reversed(sentence.clauses[: sentence.clauses.index(clause)]):
        if other.kind == "an" and clause.parent in (other, other.parent):
            return other.subject_entity
    return None


def _joined_to(clause: Clause) -> Clause | None:
    """Return the clause that a verb goes on with: استقبل وفدا *يقوده* سالم الراوي، *وطلب* منه."""
    outer, verb = clause.parent, clause.verb
    if outer is None or outer.verb is None or verb is None:
        return outer
    if clause.kind != "rel" and verb.feats.startswith("pf") and _asked_or_planned(outer):
        return outer.parent  # طلب من المجلس أن *يجتمع*، كما *طلب* من مصر عونا
    if not verb.conj:
        return outer
    aside = outer.kind == "coord" and not outer.verb.conj and outer.verb.feats.startswith("ipf")
    main = outer.parent if aside and verb.feats.startswith("pf") else None
    told = main is not None and main.verb is not None and main.verb.feats.startswith("pf")
    return main if told else outer


def _asked_or_planned(clause: Clause) -> bool:
    """Whether the clause says what is to be done, so that what was done does not go on with it."""
    opener, verb = clause.opener, clause.verb
    if clause.kind != "an" or opener is None or verb is None or opener.pronoun:
        return False
    return verb.index == opener.index + 1 and verb.feats.startswith("ipf")


def _serial(outer: Clause, verb: Item, before: Item | None) -> bool:
    """Whether the verb tells what its subject began or went on to do: أخذت مصر *تمد* الثوار."""
    first = outer.verb
    if first is None or before is None or before is not outer.subject or outer.inherited:
        return False
    same = verb.feats.split()[1][:2] == first.feats.split()[1][:2]
    return same and verb.feats.startswith("ipf") and before.index == first.index + 1


def controller_of(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return who does what an أن-clause names, when the verb that governs it says so.

    In "تريد *فرنسا* أن تدعم تشاد" it is the subject, in "دعت مصر *فرنسا* إلى أن تدعم تشاد" the
    object of the governing verb.
    """
    opener, outer = clause.opener, clause.parent
    if opener is not None and opener.kind == "sub" and opener.value == "الا ان":
        return _left_to(sentence, opener)
    if clause.kind != "an" or opener is None or outer is None:
        return None
    if outer.verb is None:
        return who_before(sentence, opener)
    before = sentence.items[opener.index - 1]
    slots = {"an", opener.value, before.value if before.kind == "prep" else ""}
    for row in verb_rows(outer.verb):
        for control in row.control:
            if slots.isdisjoint(control.slot):
                continue
            if control.by == "subject":
                return outer.subject_entity
            if outer.verb.pronoun not in ("", "1"):  # دع*اه* إلى أن يعود
                who = outer.subject_entity
                without = (who,) if who is not None else ()
                return pronoun_entity(sentence, outer.verb.index, outer.verb.pronoun, without)
            between = sentence.items[outer.verb.index + 1 : opener.index]
            for item in between:
                if item.marker in row.object and item.marker != "direct":
                    if item.kind == "pron" and outer.subject_entity is not None:
                        own = (outer.subject_entity,)  # طلب من*ها* أن تسلح
                        return pronoun_entity(sentence, item.index, item.value, own)
                    if item.mention is not None:
                        return item.mention.entity
            named = [i for i in between if i.mention is not None and i is not outer.subject]
            return named[-1].mention.entity if named and named[-1].mention is not None else None
    return who_before(sentence, opener)


def _left_to(sentence: Sentence, opener: Item) -> Entity | None:
    """Return who could do nothing but what is told: ما كان *من مصر* إلا أن قصفت ليبيا."""
    for who in reversed(sentence.items[max(2, opener.index - _FEW) : opener.index]):
        if who.marker == "من" and sentence.items[who.index - 2].kind == "aux":
            denied = any(o.kind == "neg" for o in sentence.items[max(0, who.index - 4) : who.index])
            return entity_of(sentence, who) if denied else None
        if who.kind in ("V", "an"):
            return None
    return None


def who_before(sentence: Sentence, opener: Item) -> Entity | None:
    """Return who has done before what the clause says: سبق *لفرنسا* أن, لم يسبق *له* أن."""
    words = sentence.scene.function("before")
    for who in reversed(sentence.items[max(1, opener.index - _FEW) : opener.index]):
        if who.marker == "ل" and sentence.items[who.index - 1].key.lstrip("وف") in words:
            return entity_of(sentence, who) or by_role(sentence, who)
    return None


def several(sentence: Sentence, clause: Clause, person: str) -> list[Entity]:
    """Return the joined subject before that a plural verb without one of its own means.

    Three states and more are a feminine: قطعت *مصر وتونس وليبيا* علاقاتها بقطر التي تتهمها.
    """
    if person[0] != "3" or person[2] not in ("p", "s") or person[1:] == "ms":
        return []
    step = clause.parent
    while step is not None:
        if step.subject_entity is not None and step.others:
            return [step.subject_entity, *step.others]
        who = entities(sentence, step.subject) if step.subject is not None else []
        states = len(who) > 2 and all(one.kind == ActorKind.STATE for one in who)
        if (len(who) > 1 and person[2] == "p") or states:
            return who
        if person[2] == "s" and step.subject is not None:
            return []
        step = step.parent
    return []


def carried_on(sentence: Sentence, clause: Clause, verb: Item) -> Clause | None:
    """Return the clause whose subject an imperfect goes on with: أخذت *فرنسا* تهدد ألمانيا.

    It may also tell what somebody does meanwhile: كتبت *فرنسا* إلى لندن تحتج على الغارة.
    """
    outer = clause.parent
    if outer is None or outer.verb is None or verb.conj or not verb.feats.startswith("ipf"):
        return None
    if clause.kind != "coord" or clause.a != verb.index:
        return None
    phase = any("imperfect" in c.slot for row in verb_rows(outer.verb) for c in row.control)
    if phase:
        return outer
    person, who = verb.feats.split()[1], outer.subject_entity
    meanwhile = outer.verb.feats.startswith("pf") and not verb.future and not verb.pronoun
    named = outer.subject is not None and outer.subject.kind in ("M", "an")  # *إنه* كتب يحتج
    if not (meanwhile and named and who and fits(who, person[1:2], person[2:3])):
        return None
    before = sentence.items[verb.index - 1]
    if speaks(verb) and quoted_before(sentence.items, verb.index) is not None:
        return None  # «...»، *يقول* سالم
    described = before.kind in ("O", "N", "A") and not (before.det or before.pronoun)
    return None if described else outer  # قوة *ترسل* إلى


def dropped(sentence: Sentence, clause: Clause, verb: Item, person: str) -> Entity | None:
    """Return whom a verb without a subject of its own means."""
    if person[0] != "3":
        return None
    gender, number = person[1], person[2]
    nearer = nearer_subject(sentence, clause, verb, person)
    if nearer is not None:
        return nearer
    outer = _joined_to(clause)
    seen = 0
    while outer is not None and seen < 6:
        entity = outer.subject_entity
        if entity is not None and outer.verb is not clause.verb:
            if fits(entity, gender, number) or through(outer.subject, person):
                if seen and _rival(sentence, outer, verb, entity, person):
                    return None
                return entity
        if (told := told_by(sentence, outer, person)) is not None:
            return told  # نقلت الوكالة عن سالم قوله ...، *وهدد* تونس
        if (
            outer.subject is not None
            and outer.subject.mention is None
            and (may_be_subject(outer.subject, person, before=True) and outer.subject.kind != "an")
        ) and (outer.verb is None or outer.verb.feats.split()[1][1:2] == gender):
            some = members(sentence, outer.subject) if outer.subject.kind == "O" else []
            own = acting_through(sentence, outer.subject) or owner_entity(sentence, outer.subject)
            tells = verb.conj == "و" and any(row.speech for row in verb.rows)
            mute = outer.verb is not None and tells and not speaks(outer.verb)
            if some or own is not None or not mute:
                return some[0] if some else own
            # أكدت تونس أن *العملية* تستهدف ...، *ونفت*: not the operation
        if entity is not None and outer.verb is not None and clause.opener is None:
            if (done_to := only_object(sentence, outer, verb, person)) is not None:
                return done_to
        lead = outer.antecedent.mention if outer.antecedent is not None else None
        if outer.verb is None and lead is not None and fits(lead.entity, gender, number):
            return lead.entity  # جنبلاط، الذي سبق أن *طالب*
        outer, seen = outer.parent, seen + 1
    named = {
        item.mention.entity: None
        for item in sentence.items[: verb.index]
        if item.mention is not None
        and item.marker in ("direct", "gen")
        and fits(item.mention.entity, gender, number)
        and item.mention.entity.kind != "event"
    }
    if named:
        return next(iter(named)) if len(named) == 1 else None
    if number == "p" and sentence.discourse.many is not None:
        return sentence.discourse.many
    hero = sentence.discourse.hero if opens_alone(sentence, verb) else None
    if hero is not None and fits(hero, gender, number):
        return hero
    leading = [who for who in sentence.discourse.leading if fits(who, gender, number)]
    if len(leading) == 1 and not leading[0].stranger:
        return leading[0]
    groups = [sentence.discourse.subjects]
    if number == "p":
        groups.append([e for e in reversed(sentence.before) if e.kind == ActorKind.GROUP])
    who = None
    for group in groups:
        fitting = [one for one in dict.fromkeys(group) if fits(one, gender, number)]
        if fitting:
            who = fitting[0] if len(fitting) == 1 or group is not groups[0] else None
            break
    return who if who is not None and not who.stranger else None


def opens_alone(sentence: Sentence, verb: Item) -> bool:
    """Whether a bare verb opens a paragraph, as in a life: *قاد* المعارضة في البرلمان."""
    first = verb.index == 0 and not verb.conj and verb.feats.startswith("pf")
    return first and sentence.discourse.opens_paragraph


def _rival(sentence: Sentence, outer: Clause, verb: Item, who: Entity, person: str) -> bool:
    """Whether another whom the clause around names fits the verb as well."""
    for item in sentence.items[outer.a : min(outer.b, verb.index)]:
        one = item.mention.entity if item.mention is not None else None
        if one is None or one is who or one.kind == "event" or item.marker == "في":
            continue
        if sentence.clause_of[item.index] is outer and fits(one, person[1], person[2]):
            return True
    return False


def through(subject: Item | None, person: str) -> bool:
    """Whether the verb agrees with what stands for an actor: الأسطول البريطاني, مقاتلو الحركة."""
    mention = subject.mention if subject is not None else None
    if subject is None or mention is None or mention.entity.person:
        return False
    if mention.kind != "instrument" and (mention.kind not in _PEOPLE or person[2] != "p"):
        return False
    return may_be_subject(subject, person, before=True)

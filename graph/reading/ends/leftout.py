"""Subjects left out: who goes on from a clause before or around, and with several others."""

from ....schema import ActorKind
from ..page.tokens import COMMAS
from ..records.agreement import fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, class_of, speaks
from ..records.quotation import quoted_before
from .arguments import entities
from .meeting import who_visited
from .nearer import sent_there
from .slots import verb_rows

LEADS = frozenset({"neg", "doubt", "aux"})  # وقد رفضت, ولم ترفض
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
    outer = goes_on_from(clause)
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
    if verb.feats.split()[1] == "3fs" and of_many(outer.subject):
        return None  # تظاهر *أنصار الحركة*، واعتقلت الشرطة
    return outer.subject_entity


def of_many(item: Item | None) -> bool:
    """Whether those who stand for a body are named, and not the body: *مقاتلو الحركة*."""
    mention = item.mention if item is not None else None
    return mention is not None and mention.kind == "role" and not mention.entity.person


def _of_the_same(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return the subject of the "that" before: ينتظر أن *يلتقي* الملك وأن *يحث* الحركة على."""
    for other in reversed(sentence.clauses[: sentence.clauses.index(clause)]):
        if other.kind == "an" and clause.parent in (other, other.parent):
            return other.subject_entity
    return None


def goes_on_from(clause: Clause) -> Clause | None:
    """Return the clause that a verb goes on from: استقبل وفدا *يقوده* سالم الراوي، *وطلب* منه."""
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
    """Whether the clause says what is to be done, so that what was done does not go on with it.

    So it is in "أكدت الرئاسة أن تونس *ستدعم* المغرب، *ورفضت* العرض".
    """
    opener, verb = clause.opener, clause.verb
    if clause.kind != "an" or opener is None or verb is None or opener.pronoun:
        return False
    if verb.future:
        return True
    return verb.index == opener.index + 1 and verb.feats.startswith("ipf")


def _serial(outer: Clause, verb: Item, before: Item | None) -> bool:
    """Whether the verb tells what its subject began or went on to do: أخذت مصر *تمد* الثوار."""
    first = outer.verb
    if first is None or before is None or before is not outer.subject or outer.inherited:
        return False
    same = verb.feats.split()[1][:2] == first.feats.split()[1][:2]
    return same and verb.feats.startswith("ipf") and before.index == first.index + 1


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
    if clause.kind != "coord" or clause.a != verb.index or clause.leader is not None:
        return None
    if outer.kind == "sub" and outer.a <= 1:
        return None  # منذ هاجمت فرنسا تونس *تتهم* تونس الحركة
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

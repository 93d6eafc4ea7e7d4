"""Aims: what the main clause's subject does for a purpose, as a goal, policy or announcement."""

from ....schema import ActorKind
from ..ends.arguments import entities
from ..ends.meeting import accords
from ..ends.pronouns import owner_entity
from ..ends.slots import markers_of
from ..records.clauses import Clause, Sentence
from ..records.ends import Ends
from ..records.entity import Entity
from ..records.items import NOMINAL, Item, classes_of, is_goal
from ..records.stems import is_in
from .doers import judged
from .purposes import whose_purpose
from .setout import by_means, set_out_for, verges

_NEAR = 8  # items between who foils a plan and what it is for
_FAR = 80  # items; whatever stands further back is not about this one
# Classes of what answers what has been done; it is no purpose of theirs.
_ANSWERS = frozenset(
    {"ACCUSE", "PROTEST", "SUPPORT", "REJECT", "SANCTION", "THREATEN", "REQUEST"}
)  # fmt: skip
_FORCE = frozenset({"ASSAULT", "COERCE"})


def main_subject(sentence: Sentence, item: Item, ends: Ends, *, free: bool = True) -> None:
    """Let the main clause's subject do what a purpose, goal, announcement or policy names.

    `free` says that no control or light verb governs the noun.
    """
    teller = announcer(sentence, item) if free else None
    if teller is not None:
        ends.subjects, ends.confidence = [teller], 0.65
        return
    who = _opened_by(sentence, item) if free else None
    if who is not None:
        ends.subjects, ends.confidence = [who], 0.65
        return
    clause = sentence.clause_of[item.index]
    holder = clause
    while holder.subject_entity is None and holder.parent is not None:
        if holder.kind == "an" and holder.subject is not None and holder.subject.kind in ("O", "N"):
            break  # لن تقبل بأن تستخدم *قوات أجنبية* أراضيها لمهاجمة: not she
        holder = holder.parent
    who = holder.subject_entity
    if who is None or (holder.verb is not None and holder.verb.index > item.index):
        who = None
    before = sentence.items[item.index - 1] if item.index else None
    purpose = item.marker in ("purpose", "without", "وراء")  # تقف مصر *وراء اغتيال* الوزير
    aimed = item.marker == "ل" and not item.det and item.pronoun[1:] != "d"
    aimed = aimed and not (judged(sentence, item) or accords(sentence, item))
    purpose = purpose or (aimed and not (_waited_for(sentence, item) or _foiled(sentence, item)))
    over = ends.object_marker not in ("", "direct", "ل")
    if over and set_out_for(sentence, item) and not _foiled(sentence, item):
        aimed = purpose = True  # أرسلت قوات *للسيطرة* على تونس
    purpose = purpose or by_means(sentence, item) or (free and verges(sentence, item))
    if free and not purpose:
        purpose = _accusative_of_purpose(sentence, item) or announced(sentence, item)
        purpose = purpose or _met_before(sentence, item)
    theirs = whose_purpose(sentence, item) if aimed and purpose else None
    if theirs is not None:
        ends.subjects, ends.confidence = theirs, 0.65
        return
    based = _based_on(sentence, item)
    goal = goal_before(sentence, item)
    if who is None and goal:
        named = (*sentence.mentions_before(item.index), *sentence.lately())
        who = next((one for one in named if one.person), None)
    if who is not None and before is not None and (purpose or based or goal):
        ends.subjects = _all_of(sentence, holder, who)
        ends.confidence = 0.65


def _opened_by(sentence: Sentence, item: Item) -> Entity | None:
    """Return who does what his sentence opens with: *احتجاجا* على القصف، سحبت *تونس* سفيرها."""
    clause = sentence.clause_of[item.index]
    if item.marker != "direct" or not item.indefinite:
        return None
    leads = sentence.items[clause.a : item.index]
    if any(other.kind == "V" or other.kind in NOMINAL for other in leads):
        return None
    if clause.verb is None:  # *تضامنا* مع الرياض سحبت الكويت
        clause = next((c for c in sentence.clauses if c.a > item.index), clause)
        behind = sentence.items[clause.a] if clause.kind in ("main", "coord") else item
        if clause.verb is not behind or behind.conj:
            return None
    return clause.subject_entity if clause.verb and clause.verb.index > item.index else None


def _foiled(sentence: Sentence, item: Item) -> bool:
    """Whether it is another's try that is foiled or uncovered: أحبطت محاولة *لاغتيال* الوزير."""
    foiling = sentence.scene.function("of_plans")  # إحباط محاولة شملت خطة *لاغتيال* الوزير
    near = sentence.items[max(0, item.index - _NEAR) : item.index]
    if any(row.id in foiling for other in near for row in other.rows):
        return True
    verb, tried = sentence.clause_of[item.index].verb, sentence.items[item.index - 1]
    if tried.kind in ("N", "P") and uncovered(sentence, tried, item):
        return True
    if verb is None or tried.kind != "N" or tried.marker != "direct" or tried.pronoun:
        return False
    said = any(row.speech for row in verb.rows)
    return verb.index < tried.index and (said or "REJECT" in classes_of(verb))


def uncovered(sentence: Sentence, plan: Item, deed: Item) -> bool:
    """Whether another's plan to do harm is uncovered or foiled: كشف *مخططا لاغتيال* الوزير."""
    function = sentence.scene.function
    verb = sentence.clause_of[plan.index].verb
    around = sentence.items[max(0, plan.index - 2) : plan.index]
    around = [verb, *around] if verb is not None and verb.index < plan.index else around
    known = any(row.id in function("uncovering") for other in around for row in other.rows)
    known = known or any(is_in(other, function("foiling")) for other in around)
    return known and not (plan.det or plan.pronoun) and not _FORCE.isdisjoint(classes_of(deed))


def _all_of(sentence: Sentence, clause: Clause, who: Entity) -> list[Entity]:
    """Return the subject with those joined to it: أعلنت *مصر وليبيا* استئناف العلاقات."""
    if clause.subject is None or clause.subject.mention is None:
        return [who]
    joined = entities(sentence, clause.subject)
    return joined if who in joined else [who]


def _waited_for(sentence: Sentence, item: Item) -> bool:
    """Whether a predicate right before wants its object there: استجابة *لطلب* من باريس."""
    for other in sentence.items[max(0, item.index - 2) : item.index]:
        if other.rows and any(
            item.marker in markers_of(row, noun=other.kind != "V") and "direct" not in row.object
            for row in other.rows
        ):
            return True
    return False


def _accusative_of_purpose(sentence: Sentence, item: Item) -> bool:
    """Whether the noun tells what something is done for: انسحبت *احتجاجا* على, *دعما* ل."""
    clause = sentence.clause_of[item.index]
    verb = clause.verb
    if item.marker != "direct" or item.conj or verb is None:
        return False
    if not item.indefinite and not _of_the_verb(item, verb):
        return False
    between = [o for o in sentence.items[verb.index + 1 : item.index] if o is not clause.subject]
    if any(o.kind in ("M", "O", "N", "P") and o.marker != "gen" for o in between):
        return True
    related = [row for row in verb.rows if row.relation is not None]
    return bool(related) and not any("direct" in row.object for row in related)


def _of_the_verb(item: Item, verb: Item) -> bool:
    """Whether it is the verb's own masdar, whose accusative has no ا: أثنى *ثناء* عاطرا على."""
    bare = item.key.endswith("اء") and not item.det and not item.pronoun
    return bare and any(row in verb.rows for row in item.rows)


def _met_before(sentence: Sentence, item: Item) -> bool:
    """Whether it tells after what the subject did something: عاد الوزير بعد *زيارة* لتونس."""
    yet = any(o.key == "قبل" for o in sentence.items[max(0, item.index - 2) : item.index])
    after = item.marker == "time" and not item.det and not yet
    return after and classes_of(item) == {"CONSULT"}


def announced(sentence: Sentence, item: Item) -> bool:
    """Whether it is what the clause's subject says of itself: أعلنت مصر *قطع* علاقاتها مع."""
    clause = sentence.clause_of[item.index]
    verb, speaker = clause.verb, clause.subject_entity
    if verb is None or speaker is None or speaker.kind == ActorKind.MEDIA:
        return False
    if item.marker == "gen" and item.head is not None:  # نفت *وجود* محادثات مع
        if is_in(item.head, sentence.scene.function("being")):
            return announced(sentence, item.head)
    between = sentence.items[verb.index + 1 : item.index]
    if verb.index > item.index or any(o.kind in ("mark", "an") for o in between):
        return False
    being = sentence.scene.function("being")  # نفت *وجود* أي محادثات مع
    between = [o for o in between if o is not item.head and not is_in(o, being)]
    if any(o.kind == "N" and o.marker in ("direct", item.marker) for o in between):
        return False  # but أعلنت مصر *في بيان* قطع علاقاتها
    if any(o.kind == "P" and not o.det for o in between):
        return False  # but أعلن حزب الفجر *المعارض* انسحابه
    return any(row.speech and item.marker in row.content for row in verb.rows)


def announcer(sentence: Sentence, item: Item) -> Entity | None:
    """Return whose announcement tells it of himself: إعلان *مصر* قطع علاقاتها, تأكيد*ه* دعم."""
    before = sentence.items[item.index - 1] if item.index and item.marker == "direct" else None
    aside = sentence.clause_of[before.index] if before is not None else None
    if before is not None and before.kind == "mark" and aside is not None and aside.kind == "rel":
        before = sentence.items[max(0, aside.a - 2)]  # إعلان ألبانيا، التي ...، *قطع* علاقاتها
    said = before.head if before is not None and before.kind == "M" else before
    if said is None or said.kind != "N" or not (said is not before or said.pronoun):
        return None
    told = any(row.speech and "direct" in row.content for row in said.rows)
    who = owner_entity(sentence, said) if told else None
    return who if who is not None and who.kind != ActorKind.MEDIA else None


def _based_on(sentence: Sentence, item: Item) -> bool:
    """Whether the noun says what a policy rests on: خطاب قائم على *الاعتراف* بـ."""
    if not sentence.has("resting"):
        return False
    words = sentence.scene.function("resting")
    clause = sentence.clause_of[item.index]
    for other in reversed(sentence.items[max(0, item.index - 30) : item.index]):
        if sentence.clause_of[other.index] is not clause:
            continue
        if other.key in words and sentence.items[other.index + 1].key == "على":
            return True
        if other.kind in ("V", "an", "sub"):
            return False
    return False


def goal_before(sentence: Sentence, item: Item) -> bool:
    """Whether the sentence names this as somebody's aim: والهدف منها ... *دفع* موسكو."""
    clause = sentence.clause_of[item.index]
    start = max(clause.a, item.index - _FAR)
    goal = next((o for o in sentence.items[start : item.index] if is_goal(o)), None)
    if goal is None or (goal is clause.subject and clause.verb is not None and clause.verb.rows):
        return False  # الخطة *تفترض* هزيمة روسيا
    return clause.subject is None or clause.subject is goal or clause.subject.kind != "M"


def set_out(sentence: Sentence, deed: Item) -> bool:
    """Whether force is what somebody sets out for: تحركت القوات *لإسقاط* الحكومة."""
    verb = sentence.clause_of[deed.index].verb
    if verb is None or verb.index > deed.index or not classes_of(deed) & _FORCE:
        return False
    return not classes_of(verb) & _ANSWERS


def striven_for(sentence: Sentence, item: Item) -> bool:
    """Whether it is a truce that there are only efforts for: جهود أوروبية *للتهدئة* بين."""
    truce = any(row.relation == "ceasefire-with" for row in item.rows)
    if not truce or item.marker not in ("ل", "إلى") or item.index in sentence.bound:
        return False
    efforts = sentence.scene.function("efforts")
    for other in reversed(sentence.items[max(0, item.index - 4) : item.index]):
        if other.kind in ("O", "N") and is_in(other, efforts):
            return True
        if other.kind not in ("O", "A", "prep"):
            return False
    return False

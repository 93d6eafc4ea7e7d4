"""Subjects: who a verb's subject is.

They are looked for behind the verb (VSO), before it (SVO), in the antecedent of a relative clause,
and, when the verb has none of its own, in the clause before.
"""

from ....schema import vocabulary
from ..page.tokens import COMMAS
from ..records.agreement import fits, may_be_subject, pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from .answering import answering
from .arguments import members
from .behind import (
    behind_object,
    first_direct,
    nobody_behind,
    only_doer,
    unknown_doer,
    unknown_plural,
)
from .controllers import controller_of, who_before
from .idiom import unfit
from .laterdoer import later_doer
from .leftout import (
    carried_on,
    goes_on,
    paired,
    several,
)
from .namely import named_after, named_aside
from .nearer import demanded
from .nominal import BEFORE_TOPIC, said_of
from .objectbehind import asked_behind, idiom_behind, object_behind, target_behind
from .onward import accuser, alone_behind, last_subject
from .pointing import these, who_it_is, written
from .preposed import preposed
from .pronouns import entity_of
from .resumed import resumed
from .thingbehind import thing_behind
from .things import acting_through
from .unsaid import dropped
from .writer import writer_of

_JUDGES = frozenset({"REJECT", "SUPPORT", "ACCUSE"})


def find_subject(sentence: Sentence, clause: Clause) -> None:
    """Find the subject of the clause's verb and the actor it stands for."""
    verb = clause.verb
    assert verb is not None
    person = verb.feats.split()[1]
    before = carried_on(sentence, clause, verb)
    if before is not None and before.subject_entity is not None:
        clause.subject, clause.subject_entity = before.subject, before.subject_entity
        return
    behind = None if _pronoun_leads(sentence, clause) else first_direct(sentence, clause, verb)
    if behind is not None and behind.kind == "M" and sentence.scene.tokens[behind.i].tanwin:
        behind = None  # يعترف بالمنظمة *ممثلاً* للشعب
    topic = preposed(sentence, clause, verb) or clause.leader
    if behind is not None and topic is None:
        behind = behind_object(sentence, clause, behind, person) or behind
    if topic is not None and behind is not None and behind.kind == "M" and verb.pronoun:
        if pronoun_fits(topic, verb.pronoun) and may_be_subject(behind, person, before=False):
            clause.topic, topic = topic, None  # أما *الحركة* فقد سلحتها كوبا
    if topic is not None and behind is not None and _only_subject(verb, behind, person):
        clause.topic, topic = topic, None  # الجامعة ضعيفة، فقد انسحبت *مصر* منها
    if topic is not None and behind is not None and _of_topic(sentence, clause, behind, topic):
        if may_be_subject(behind, person, before=False):
            clause.topic, topic = topic, None  # أما *الجامعة* فقد رفضت الرباط وساطتها
    if clause.kind == "an" and behind is not None and _left_out(sentence, clause, verb, person):
        behind = None
    controller = controller_of(sentence, clause)
    before = controller or goes_on(sentence, clause, verb) or accuser(sentence, verb, behind)
    writer = writer_of(sentence, clause, verb)
    before = before or demanded(sentence, clause, person) or writer
    if before is None and topic is None:
        before = alone_behind(sentence, clause, verb, behind, person)
    first = behind
    later = later_doer(sentence, clause, behind) if before is None and topic is None else None
    if behind is not None and (
        object_behind(sentence, verb, behind, before, person)
        or idiom_behind(sentence, verb, behind, goes_on=before is not None)
        or asked_behind(sentence, verb, behind)
        or ((before or later) is not None and target_behind(sentence, verb, behind))
        or thing_behind(
            sentence, verb, behind, before or later or _around(sentence, clause, verb), person
        )
    ):
        behind = None
    if topic is not None and behind is not None and behind.kind == "M" and verb.conj == "و":
        if may_be_subject(behind, person, before=False):
            topic = None  # باتت صيدا تحت سيطرة الحركة، *ورفعت السويد* علمها
    if topic is not None and topic.kind == "O" and behind is not None and behind.kind == "M":
        if behind.index - verb.index <= 2 and may_be_subject(behind, person, before=False):
            leads = all(o.kind in BEFORE_TOPIC for o in sentence.items[clause.a + 1 : topic.index])
            if clause.kind != "an" or not leads:
                topic = None  # وبسؤاله عن ...، قال دينغوف; not so إن *الجيش* قتل دينغوف
    if topic is not None and topic.kind == "M" and behind is not None and behind.kind == "M":
        if may_be_subject(behind, person, before=False) and _undergoes(sentence, clause, topic):
            topic = None  # بعد مهاجمة طلبة *السفارة البريطانية* طردت لندن
    if topic is not None and topic.kind == "N" and behind is not None and behind.kind == "M":
        before_verb = sentence.items[verb.index - 1]
        apart = before_verb.kind == "M" or before_verb.key in COMMAS
        if apart and not topic.det and may_be_subject(behind, person, before=False):
            topic = None  # استجابة لنداء وجهته ماليزيا، *أرسلت أستراليا* كتيبة
    if clause.kind == "rel" and topic is not None and _what_he_is(sentence, clause, topic):
        clause.subject, topic = clause.antecedent, None  # التقى سالم، *وهو ضابط* انشق عن الحركة
    if clause.kind == "rel" and clause.antecedent is not None and topic is None:
        taken_up = resumed(sentence, clause, verb)
        bare = clause.opener is None and clause.antecedent.mention is None
        bare = bare and not same_deed(clause.antecedent, verb)
        if clause.subject is None and (
            clause.cleft
            or (
                not bare and not taken_up and may_be_subject(clause.antecedent, person, before=True)
            )
        ):
            clause.subject = clause.antecedent
    if clause.subject is None and topic is not None:
        clause.subject = topic
    if clause.subject is None and only_doer(sentence, clause, verb, first, person):
        clause.subject = clause.excepted
    if clause.subject is None and (none := nobody_behind(sentence, clause, verb)) is not None:
        clause.subject = none
    if clause.subject is None and behind is not None and person[1:] in ("ms", "fs", "xs"):
        before = sentence.items[behind.index - 1]
        some = before.key in sentence.scene.function("forces")  # دخلت *طلائع* الجيش المدينة
        counted = before.kind == "quant" and (person == "3ms" or (person == "3fs" and some))
        if counted or may_be_subject(behind, person, before=False):
            clause.subject = behind  # أعلن *كل* من مصر وسوريا
        elif unknown_plural(sentence, behind, verb) or unknown_doer(sentence, behind, verb):
            clause.subject = behind
    if clause.subject in (None, clause.antecedent):
        clause.subject = who_it_is(sentence, clause, verb) or clause.subject
    if clause.subject is not None and _with_pronoun(clause, clause.subject, person):
        joined = clause.subject.mention
        clause.subject_entity = entity_of(sentence, clause.opener) if clause.opener else None
        if clause.subject_entity is not None and joined is not None:
            clause.subject, clause.others = None, (joined.entity,)
            return
    answers = answering(sentence, clause, verb, person)
    if answers is not None and clause.subject in (None, clause.opener):
        clause.subject, clause.subject_entity, clause.inherited = None, answers, True
        return
    if clause.subject is not None:
        named = named_after(sentence, clause.subject) or named_aside(sentence, clause.subject)
        if named is not None and named.index < clause.b:
            for item in sentence.items[clause.subject.index : named.index]:
                if item.marker == "direct" and item.kind in ("O", "M"):
                    item.marker = "apposed"  # زار مبعوث من الحكومة، *هو سالم الراوي*، دمشق
            clause.subject = named
        clause.subject_entity = said_of(sentence, clause) or entity_of(sentence, clause.subject)
        if clause.subject_entity is None and clause.subject is clause.opener:
            clause.subject_entity = _men_before(sentence, clause)
        some = members(sentence, clause.subject) if clause.subject.kind == "O" else []
        if some and clause.subject_entity is None:
            clause.subject_entity = some[0]  # قال *وفد من الحركة* إن
        outer = clause.parent
        same = outer is not None and outer.subject is clause.subject  # *بأنه* هو الذي قصف
        if outer is not None and (same or _said_of_subject(sentence, outer, clause)):
            clause.subject_entity = outer.subject_entity
        return
    those = these(sentence, clause, verb) if person[2:] != "d" else None
    clause.subject_entity = those or written(sentence, clause, person)
    clause.inherited = True
    if (
        clause.subject_entity is not None
        or paired(sentence, clause) is not None
        or _of_refused(sentence, clause)
    ):
        return
    joint = several(sentence, clause, person)
    if joint:
        clause.subject_entity, clause.others = joint[0], tuple(joint[1:])
    elif controller is not None and person[0] == "3" and fits(controller, person[1], person[2]):
        clause.subject_entity = controller
    else:
        clause.subject_entity = writer or later or dropped(sentence, clause, verb, person)


def _only_subject(verb: Item, behind: Item, person: str) -> bool:
    """Whether an actor right behind a verb whose object has a preposition must be its subject."""
    if behind.kind != "M" or behind.index != verb.index + 1 or verb.pronoun or not verb.rows:
        return False
    bare = any(not row.object or "direct" in row.object + row.topic for row in verb.rows)
    return not bare and may_be_subject(behind, person, before=False)


def _of_topic(sentence: Sentence, clause: Clause, behind: Item, topic: Item) -> bool:
    """Whether "as for" leads off whose deed is judged: أما *مصر* فقد أيدت ليبيا *قرارها*."""
    verb, as_for = clause.verb, sentence.scene.function("as_for")
    if verb is None or behind.kind != "M" or behind.index != verb.index + 1 or verb.pronoun:
        return False
    before = sentence.items[topic.index - 1] if topic.index else None
    judged = sentence.items[behind.index + 1 : behind.index + 2]
    if before is None or before.key not in as_for or not judged:
        return False
    owned = judged[0].kind in ("O", "N") and judged[0].marker == "direct"
    owned = owned and not judged[0].conj and len(judged[0].pronoun) > 1
    judges = any(
        row.relation is not None and vocabulary()[row.relation].relation_class in _JUDGES
        for row in verb.rows
    )
    return owned and judges and pronoun_fits(topic, judged[0].pronoun)


def _around(sentence: Sentence, clause: Clause, verb: Item) -> Entity | None:
    """Return the subject of the clause around, or of the sentence before: إذ *رفض* لقاء السفير.

    What describes a noun is done by that noun, unless it tells what was said in it.
    """
    if verb.pronoun:
        return None
    step, after = clause.parent, sentence.items[verb.index + 1 : verb.index + 2]
    inside = bool(after) and after[0].kind == "pron" and after[0].marker == "في"
    if clause.kind == "rel" and not (clause.opener is None and inside):
        return None
    while step is not None:
        if step.subject_entity is not None:
            return step.subject_entity
        step = step.parent
    return last_subject(sentence, verb)


def _of_refused(sentence: Sentence, clause: Clause) -> bool:
    """Whether it tells what something that is refused says: رفضت مصر قرارا *يندد* بسوريا."""
    outer = clause.parent
    told = clause.kind == "rel" and clause.opener is None and outer is not None
    verb = outer.verb if told and outer is not None else None
    return verb is not None and any(
        row.relation in ("rejects", "opposes") and not unfit(sentence, verb, row)
        for row in verb.rows
    )


def same_deed(noun: Item, verb: Item) -> bool:
    """Whether a verb says of a deed to whom it was done: *عقوبات* شملت الوزير."""
    deeds = {row.relation for row in noun.rows if row.relation is not None}
    return noun.kind == "N" and any(row.relation in deeds for row in verb.rows)


def _men_before(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return whose men the pronoun on "that" takes up: قال إن *رجاله* احتلوا ...، و*إنهم*."""
    opener = clause.opener
    for other in reversed(sentence.clauses[: sentence.clauses.index(clause)]):
        men = other.subject
        if other.kind == "an" and men is not None and opener is not None:
            if men.kind != "O" or not pronoun_fits(men, opener.pronoun):
                return None
            return acting_through(sentence, men)
    return None


def _with_pronoun(clause: Clause, actor: Item, person: str) -> bool:
    """Whether an actor is joined to the pronoun on "that": أن*ها وبريطانيا* ستدعمان."""
    opener = clause.opener
    joined = opener is not None and opener.pronoun != "" and actor.index == opener.index + 1
    return joined and actor.kind == "M" and actor.conj == "و" and person[2] in "dp"


def _undergoes(sentence: Sentence, clause: Clause, actor: Item) -> bool:
    """Whether the actor is the object of an action noun before, which has its doer beside it."""
    for item in reversed(sentence.items[clause.a : actor.index]):
        if item.kind in ("mark", "V", "an", "M", "prep") and item.marker != "gen":
            return False
        if item.kind == "N" and item.marker not in ("direct", "gen") and not item.det:
            doer = sentence.items[item.index + 1]
            told = doer.head is item and doer is not actor
            return told and any("direct" in row.object for row in item.rows)
    return False


def _what_he_is(sentence: Sentence, clause: Clause, noun: Item) -> bool:
    """Whether "and he" says of the actor before what he is, and the verb tells it of that."""
    opener, verb = clause.opener, clause.verb
    said = opener is not None and opener.kind == "self" and noun.index == opener.index + 1
    if not said or verb is None or noun.kind != "O" or noun.det or noun.conj:
        return False
    return all(o.kind in ("O", "A") for o in sentence.items[noun.index + 1 : verb.index])


def _pronoun_leads(sentence: Sentence, clause: Clause) -> bool:
    """Whether a pronoun is the subject before the verb: *فهي* تتهم أسمرة."""
    verb = clause.verb
    assert verb is not None
    if clause.kind not in ("main", "coord"):
        return False
    first = clause.a - (sentence.items[clause.a].kind != "self" and clause.a > 0)
    lead = sentence.items[first]  # تقف مصر حائرة: *فهي* / تطالب تونس
    if lead.kind != "self" or not lead.conj:
        return False
    return all(o.kind in ("neg", "doubt", "aux") for o in sentence.items[first + 1 : verb.index])


def _said_of_subject(sentence: Sentence, outer: Clause, clause: Clause) -> bool:
    """Whether the antecedent is what a clause without a verb says its subject is.

    So it is in "كانت ألبانيا *الدولة* الوحيدة التي ساندت الصين", "أولى *الدول* التي ساندتها".
    """
    noun = clause.antecedent
    if noun is None or noun is not clause.subject or noun.kind != "O" or not noun.det:
        return False
    who = outer.subject
    named = who is not None and (who.kind == "M" or (who.kind == "an" and who.pronoun != ""))
    first = sentence.scene.function("foremost")
    head = noun.head if noun.marker == "gen" and noun.head is not None else noun
    told = head.marker == "direct" and (head is noun or is_in(head, first))
    return outer.verb is None and named and told and not noun.conj


def _left_out(sentence: Sentence, clause: Clause, verb: Item, person: str) -> bool:
    """Whether "أن تكون قد ..." leaves out its subject, which the outer clause has."""
    outer = clause.parent
    between = sentence.items[clause.a + 1 : verb.index]
    known = who_before(sentence, clause.opener) if clause.opener is not None else None
    if known is not None and fits(known, person[1:2], person[2:3]):
        return True  # سبق لها أن دربت *وحدات* من الجيش المالي
    return (
        any(item.kind == "aux" for item in between)
        and not any(item.kind in ("M", "O", "N") for item in between)
        and outer is not None
        and outer.subject_entity is not None
        and fits(outer.subject_entity, person[1:2], person[2:3])
    )

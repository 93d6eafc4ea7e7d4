"""Subjects: who a verb's subject is.

They are looked for behind the verb (VSO), before it (SVO), in the antecedent of a relative clause,
and, when the verb has none of its own, in the clause before.
"""

from ..records.agreement import fits, may_be_subject
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from .answering import answering
from .behind import (
    behind_object,
    first_direct,
    nobody_behind,
    only_doer,
    some_named,
    unknown_doer,
    unknown_plural,
)
from .controllers import controller_of, who_before
from .headless import headless
from .idiom import unfit
from .laterdoer import later_doer
from .leftout import carried_on, goes_on, paired, several
from .nearer import demanded
from .objectbehind import (
    asked_behind,
    idiom_behind,
    object_behind,
    target_behind,
    town_behind,
)
from .onward import accuser, accuser_around, alone_behind, last_subject
from .pointing import these, who_it_is, written
from .preposed import preposed
from .resumed import by_antecedent
from .standsfor import joins_pronoun, stand_for
from .thingbehind import thing_behind
from .topics import gives_way, is_set_off, says_what
from .unsaid import dropped
from .writer import writer_of


def find_subject(sentence: Sentence, clause: Clause) -> None:
    """Find the subject of the clause's verb and the actor it stands for: أعلنت *مصر* أنها."""
    verb = clause.verb
    assert verb is not None
    person = verb.feats.split()[1]
    before = carried_on(sentence, clause, verb)
    if before is not None and before.subject_entity is not None:
        clause.subject, clause.subject_entity = before.subject, before.subject_entity
        return
    first, topic = _either_side(sentence, clause, verb, person)
    controller, writer = controller_of(sentence, clause), writer_of(sentence, clause, verb)
    ahead = controller or goes_on(sentence, clause, verb) or accuser(sentence, verb, first)
    ahead = ahead or accuser_around(sentence, clause, verb, first)
    ahead = ahead or demanded(sentence, clause, person) or writer
    later = None
    if ahead is None and topic is None:
        ahead = alone_behind(sentence, clause, verb, first, person)
        later = later_doer(sentence, clause, first) if ahead is None else None
    behind = first
    if first is not None and _is_object(sentence, clause, first, ahead, later):
        behind = None
    if topic is not None and behind is not None and gives_way(sentence, clause, topic, behind):
        topic = None
    clause.subject = _choose(sentence, clause, topic, first, behind)
    if joins_pronoun(sentence, clause, person):
        return
    answers = answering(sentence, clause, verb, person)
    if answers is not None and clause.subject in (None, clause.opener):
        clause.subject, clause.subject_entity, clause.inherited = None, answers, True
    elif clause.subject is not None:
        stand_for(sentence, clause, clause.subject)
    else:
        _leave_out(sentence, clause, verb, controller, writer or later)


def _either_side(
    sentence: Sentence, clause: Clause, verb: Item, person: str
) -> tuple[Item | None, Item | None]:
    """Return the noun phrases that may be the subject, behind the verb and before it.

    The one behind comes first: قصف *الجيش* القرية, and then the one before: *الجيش* قصف القرية.
    """
    behind = None if _pronoun_leads(sentence, clause) else first_direct(sentence, clause, verb)
    if behind is not None and behind.kind == "M" and sentence.scene.tokens[behind.i].tanwin:
        behind = None  # يعترف بالمنظمة *ممثلاً* للشعب
    topic = preposed(sentence, clause, verb) or clause.leader
    if behind is not None and topic is None:
        behind = behind_object(sentence, clause, behind, person) or behind
    if topic is not None and behind is not None and is_set_off(sentence, verb, topic, behind):
        clause.topic, topic = topic, None
    if clause.kind == "an" and behind is not None and _left_out(sentence, clause, verb, person):
        behind = None
    return behind, topic


def _is_object(
    sentence: Sentence, clause: Clause, behind: Item, ahead: Entity | None, later: Entity | None
) -> bool:
    """Whether what stands behind the verb is its object, as another does it: وقصف *القرية*."""
    verb, who = clause.verb, ahead or later
    assert verb is not None
    person = verb.feats.split()[1]
    some = behind.kind == "O" and not behind.key.endswith("ا") and some_named(sentence, behind)
    if some or _for_his_part(sentence, behind):
        return False
    return (
        object_behind(sentence, verb, behind, ahead, person)
        or town_behind(sentence, clause, behind)
        or idiom_behind(sentence, verb, behind, goes_on=ahead is not None)
        or asked_behind(sentence, verb, behind)
        or (who is not None and target_behind(sentence, verb, behind))
        or thing_behind(sentence, verb, behind, who or _around(sentence, clause, verb), person)
    )


def _for_his_part(sentence: Sentence, behind: Item) -> bool:
    """Whether words behind an actor say that it is his turn to act: وأدانت *إيران من جهتها* ما."""
    scene, j = sentence.scene, behind.j
    words = scene.function("for_his_part")
    return behind.kind == "M" and (
        scene.key(j) in words or f"{scene.key(j)} {scene.key(j + 1)}" in words
    )


def _choose(
    sentence: Sentence, clause: Clause, topic: Item | None, first: Item | None, behind: Item | None
) -> Item | None:
    """Return the subject, of what may be it: what is described, before or behind: *كل* من مصر."""
    verb, found = clause.verb, clause.subject
    assert verb is not None
    person = verb.feats.split()[1]
    if headless(clause) and (who := who_it_is(sentence, clause, verb)) is not None:
        return who
    if clause.kind == "rel" and topic is not None and says_what(sentence, clause, topic):
        found, topic = clause.antecedent, None  # التقى سالم، *وهو ضابط* انشق عن الحركة
    if found is None and topic is None and by_antecedent(sentence, clause, verb, person):
        found = clause.antecedent
    if found is None:
        found = topic
    if found is None and only_doer(sentence, clause, verb, first, person):
        found = clause.excepted
    if found is None:
        found = nobody_behind(sentence, clause, verb)
    if found is None and behind is not None and _agrees(sentence, verb, behind, person):
        found = behind
    if found in (None, clause.antecedent):
        found = who_it_is(sentence, clause, verb) or found
    return found


def _agrees(sentence: Sentence, verb: Item, behind: Item, person: str) -> bool:
    """Whether the verb agrees with what stands behind it: أعلن *كل* من مصر وسوريا."""
    if person[1:] not in ("ms", "fs", "xs"):
        return False
    before = sentence.items[behind.index - 1]
    some = before.key in sentence.scene.function("forces")  # دخلت *طلائع* الجيش المدينة
    counted = before.kind == "quant" and (person == "3ms" or (person == "3fs" and some))
    if counted or may_be_subject(behind, person, before=False):
        return True
    return unknown_plural(sentence, behind, verb) or unknown_doer(sentence, behind, verb)


def _leave_out(
    sentence: Sentence, clause: Clause, verb: Item, controller: Entity | None, told: Entity | None
) -> None:
    """Find the actor whom a verb without a subject means: زار سالم تونس، ثم *عاد* إلى مصر."""
    person = verb.feats.split()[1]
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
        clause.subject_entity = told or dropped(sentence, clause, verb, person)


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

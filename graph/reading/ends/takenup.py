"""Deeds taken up: whose "the decision", "the raid" is that somebody welcomes or condemns.

What is judged is a deed told before, so whoever did it is concerned; and a pronoun behind another
judgement may mean the same deed: أيدت الهند *القرار*، واحتجت علي*ه* بريطانيا.
"""

from ....schema import vocabulary
from ..records.agreement import pronoun_fits
from ..records.clauses import Sentence
from ..records.ends import Found
from ..records.entity import Entity
from ..records.items import Item, classes_of
from ..records.stems import is_in, stems
from .pronouns import owner_entity
from .slots import genitives

# Deeds that may be called by the noun of another: what was sent in is called an invasion.
_DEEDS = frozenset({"attacked", "intervened-in", "seized", "deployed-to", "killed", "detained"})
_ATTACKS = _DEEDS - {"deployed-to"}
_TO_PEOPLE = frozenset({"killed", "detained"})
_STANCES = frozenset({"SUPPORT", "ACCUSE", "REJECT", "THREATEN", "PROTEST"})  # no deeds
_PRONOUNS = ("ms", "fs", "mp")


def doer_before(sentence: Sentence, item: Item) -> Entity | None:
    """Return who did the deed that a noun takes up from before: ندد *بالغزو*, أيدت *القرار*."""
    function, discourse = sentence.scene.function, sentence.discourse
    if not _definite(sentence, item):
        return None
    if item.kind == "N" and (classes := classes_of(item)):
        doer = next(iter(last_doer(sentence, item)), None)
        return discourse.asker if doer is None and "REQUEST" in classes else doer
    if is_in(item, function("requests")):
        return discourse.asker
    if is_in(item, function("decisions")):
        return _owner_before(sentence, item) or discourse.decider
    if is_in(item, function("operations")):
        done = [who for deed, who in discourse.deeds.items() if deed in _ATTACKS]
        return done[-1] if done else discourse.actor
    if is_in(item, function("steps")):
        return _owner_before(sentence, item) or discourse.actor
    return None


def last_doer(sentence: Sentence, item: Item, others: frozenset[str] = _DEEDS) -> list[Entity]:
    """Return who did the last deed that the word may name, one told by the text itself first."""
    named = {row.relation for row in item.rows if row.relation is not None}
    families = {vocabulary()[relation].parent or relation for relation in named}
    discourse = sentence.discourse
    for memory in (discourse.deeds, {key: ends[0] for key, ends in discourse.events.items()}):
        for wanted in (families, others if named & _DEEDS else frozenset[str]()):
            for relation in reversed(memory):
                if relation in wanted and not vocabulary()[relation].symmetric:
                    return [memory[relation]]
    return []


def undergone_by(item: Item) -> bool:
    """Whether a pronoun on the deed tells to whom it was done: ندد *باعتقاله*, دانت *قتله*."""
    done = [row for row in item.rows if row.relation is not None]
    return bool(done) and all(
        row.relation in _ATTACKS and "direct" in row.object and row.idafa != "subject"
        and (row.relation in _TO_PEOPLE or row.idafa == "object")
        for row in done
    )  # fmt: skip


def called_by_deed(sentence: Sentence, item: Item) -> list[Entity]:
    """Return who did before what people are called by: طالب *الخاطفون* الحكومة ب."""
    if item.kind != "O" or not item.rows or item.feats != "mp":
        return []
    attackers = any(row.relation == "attacked" for row in item.rows)
    return last_doer(sentence, item, _ATTACKS if attackers else frozenset())


def done_before(sentence: Sentence, relation: str | None, objects: list[Entity]) -> list[Entity]:
    """Return who has done to this one what a noun speaks of again: رفضت البرتغال *ضم الإقليم*."""
    told = sentence.discourse.events.get(relation or "") if relation in _ATTACKS else None
    return [told[0]] if told is not None and told[1] in objects else []


def remember_judged(sentence: Sentence, item: Item, whose: list[Entity]) -> None:
    """Keep whose deed was judged here, and by which pronouns the next judge may call it."""
    forms = frozenset(form for form in _PRONOUNS if pronoun_fits(item, form))
    sentence.discourse.judged = (sentence.start, forms, whose)


def judged_before(sentence: Sentence, feats: str) -> list[Entity] | None:
    """Return whose deed a pronoun means that fits what was judged right before, if any was.

    Nobody's, if nobody knows who did it: ندد العراق *بالغارة* وأدانت*ها* مصر.
    """
    _, forms, whose = sentence.discourse.judged or (0, frozenset[str](), list[Entity]())
    return whose if feats in forms else None


def is_deed(sentence: Sentence, item: Item) -> bool:
    """Whether a noun may take up a deed told before: الغارة, القرار, الخطوة."""
    function = sentence.scene.function
    lists = (function("requests"), function("decisions"), function("steps"))
    deed = item.kind == "N" and bool(classes_of(item))
    return (deed or any(is_in(item, words) for words in lists)) and _definite(sentence, item)


def remember_act(sentence: Sentence, item: Item, found: list[Found]) -> None:
    """Keep who acted: did something, asked for it, or decided on it without a word of what."""
    discourse, clause = sentence.discourse, sentence.clause_of[item.index]
    for one in found:
        relation = vocabulary()[one.predicate]
        if one.modality != "actual" or relation.structural:
            continue
        if relation.relation_class == "REQUEST":
            discourse.asker = one.subject
        elif relation.relation_class not in _STANCES:
            discourse.actor = one.subject
            if relation.relation_class != "CONSULT":
                discourse.decider = one.subject
            if not _is_told(sentence, item):
                _note_deed(sentence, relation.parent or relation.id, one.subject)
    who = clause.subject_entity
    if found or item.kind != "V" or who is None or clause.negated:
        return
    if not item.passive and not _is_told(sentence, item):
        for row in item.rows:  # قصفت *إسرائيل* المصنع: whatever it was
            if row.relation in _ATTACKS:
                _note_deed(sentence, row.relation, who)
    ids = {row.id for row in item.rows}
    tells = any(inner.parent is clause and inner.kind == "an" for inner in sentence.clauses)
    if not (tells or ids.isdisjoint(sentence.scene.function("deciding"))):
        discourse.actor = discourse.decider = who
    if not ids.isdisjoint(sentence.scene.function("proposing")):
        discourse.asker = who


def _note_deed(sentence: Sentence, family: str, who: Entity) -> None:
    sentence.discourse.deeds.pop(family, None)  # the last one stands last
    sentence.discourse.deeds[family] = who


def _is_told(sentence: Sentence, item: Item) -> bool:
    """Whether somebody says it or charges another with it, and not the text itself."""
    given = sentence.bound.get(item.index)
    charged = given is not None and any(row.relation == "accused" for row in given.by.rows)
    return charged or any(a <= item.index < b for a, b, _ in sentence.voices)


def forget_judged(sentence: Sentence) -> None:
    """Forget what was judged before this sentence."""
    judged = sentence.discourse.judged
    if judged is not None and judged[0] != sentence.start:
        sentence.discourse.judged = None


def _definite(sentence: Sentence, item: Item) -> bool:
    """Whether it is "the deed", "this deed", or "the landing of the troops"."""
    pointed_at = item.index > 0 and sentence.items[item.index - 1].kind == "demo"
    return item.det or pointed_at or any(one.det for one in genitives(sentence, item))


def _owner_before(sentence: Sentence, item: Item) -> Entity | None:
    """Return whose the step was called before: انتقدت *الخطوة الفرنسية* ... *الخطوة*."""
    for other in reversed(sentence.items[: item.index]):
        if other.kind in ("O", "N") and not stems(other.key).isdisjoint(stems(item.key)):
            return owner_entity(sentence, other)
    return None

"""Deeds taken up: whose "the raid" is that somebody welcomes or condemns.

What is judged is a deed told before, so whoever did it is concerned; and a pronoun behind another
judgement may mean the same deed: أيدت الهند *القرار*، واحتجت علي*ه* بريطانيا.
"""

from ....schema import vocabulary
from ..records.agreement import pronoun_fits
from ..records.clauses import Sentence
from ..records.ends import Found
from ..records.entity import Entity
from ..records.items import STANDS, Item
from ..words.rows import Verb

# Deeds that may be called by the noun of another: what was sent in is called an invasion.
DEEDS = frozenset({"attacked", "intervened-in", "seized", "deployed-to", "killed", "detained"})
ATTACKS = DEEDS - {"deployed-to"}
_TO_PEOPLE = frozenset({"killed", "detained"})
_TO_LANDS = frozenset({"intervened-in", "seized", "deployed-to", "supports"})
_NO_DEEDS = frozenset({*STANDS, "THREATEN", "REQUEST", "structural"})  # classes of relations
_PRONOUNS = ("ms", "fs", "mp")


def last_doer(sentence: Sentence, item: Item, others: frozenset[str] = DEEDS) -> list[Entity]:
    """Return who did the last deed that the word may name, one told by the text itself first."""
    named = {row.relation for row in item.rows if row.relation is not None}
    families = {vocabulary()[relation].parent or relation for relation in named}
    discourse = sentence.discourse
    if named and named <= _TO_LANDS:
        others = others - _TO_PEOPLE  # *التدخل* is no killing
    for memory in (discourse.deeds, {key: ends[0] for key, ends in discourse.events.items()}):
        for wanted in (families, others if named & DEEDS else frozenset[str]()):
            for relation in reversed(memory):
                if relation in wanted and not vocabulary()[relation].symmetric:
                    return [memory[relation]]
    return []


def undergone_by(item: Item) -> bool:
    """Whether a pronoun on the deed tells to whom it was done: ندد *باعتقاله*, دانت *قتله*."""
    done = [row for row in item.rows if row.relation is not None]
    return bool(done) and all(
        row.relation in ATTACKS and "direct" in row.object and row.idafa != "subject"
        and (row.relation in _TO_PEOPLE or row.idafa == "object")
        for row in done
    )  # fmt: skip


def called_by_deed(sentence: Sentence, item: Item) -> list[Entity]:
    """Return who did before what people are called by: طالب *الخاطفون* الحكومة ب."""
    if item.kind != "O" or not item.rows or item.feats != "mp":
        return []
    attackers = any(row.relation == "attacked" for row in item.rows)
    return last_doer(sentence, item, ATTACKS if attackers else frozenset())


def done_before(sentence: Sentence, relation: str | None, objects: list[Entity]) -> list[Entity]:
    """Return who has done to this one what a noun speaks of again: رفضت البرتغال *ضم الإقليم*."""
    told = sentence.discourse.events.get(relation or "") if relation in ATTACKS else None
    return [told[0]] if told is not None and told[1] in objects else []


def remember_judged(sentence: Sentence, item: Item, whose: list[Entity]) -> None:
    """Keep whose deed was judged here, and by which pronouns the next judge may call it."""
    sentence.discourse.judged = (sentence.start, called_by(item), whose)


def called_by(item: Item) -> frozenset[str]:
    """Return the pronouns that may mean the thing or deed."""
    return frozenset(form for form in _PRONOUNS if pronoun_fits(item, form))


def judged_before(sentence: Sentence, feats: str) -> list[Entity] | None:
    """Return whose deed a pronoun means that fits what was judged right before, if any was.

    Nobody's, if nobody knows who did it: ندد العراق *بالغارة* وأدانت*ها* مصر.
    """
    _, forms, whose = sentence.discourse.judged or (0, frozenset[str](), list[Entity]())
    return whose if feats in forms else None


def note_deed(sentence: Sentence, item: Item, found: list[Found]) -> None:
    """Keep who did what the text itself says that somebody did: قصفت *إسرائيل* المصنع."""
    if not found and item.kind != "V":
        return
    if _is_told(sentence, item):
        return
    for one in found:
        relation = vocabulary()[one.predicate]
        stands = relation.relation_class in _NO_DEEDS
        if one.modality == "actual" and not stands:
            _keep(sentence, relation.parent or relation.id, one.subject)
    who = sentence.clause_of[item.index].subject_entity
    if found or item.kind != "V" or item.passive or who is None:
        return
    if not sentence.clause_of[item.index].negated:
        for row in item.rows:  # whatever the plant is
            undergoes = isinstance(row, Verb) and row.swap  # لقي *مصرعه*
            if row.relation in ATTACKS and not undergoes:
                _keep(sentence, row.relation, who)


def _keep(sentence: Sentence, family: str, who: Entity) -> None:
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

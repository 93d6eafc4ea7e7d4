"""Doers away: who does what an action noun tells of, where no word beside the noun says so."""

from ..ends.arguments import entities, pronoun_entities
from ..ends.ledby import leads_deed
from ..ends.meeting import AGREED, met_then, together, told_by, who_met
from ..ends.slots import slot
from ..records.clauses import Sentence
from ..records.ends import Ends, Found
from ..records.entity import Entity
from ..records.items import Item, Row
from ..words.rows import Verb
from ..words.word import ROLE
from .actedby import said_of
from .aims import main_subject
from .doers import whose
from .joineddoer import joined_doer
from .outcome import killers_before, own_men
from .undergone import released_by

DONE_TO = frozenset({"attacked", "killed", "detained", "seized", "sanctioned"})
_JOINED = 6  # items between two deeds that are joined


def find_doer(sentence: Sentence, item: Item, row: Row, ends: Ends, earlier: list[Found]) -> None:
    """Find who does it away from the noun: the main subject, or of whom it is said."""
    given = sentence.bound.get(item.index)
    free = given is None
    undergone = given is not None and given.light and bool(given.objects)  # تعرضت *لهجوم*
    if not (ends.subjects or undergone):
        main_subject(sentence, item, ends, free=free)
        if row.relation == "killed" and free and _only_tells(sentence, item, ends):
            ends.subjects = []
        if row.relation == "killed" and own_men(sentence, ends):
            ends.subjects, ends.subject_item = [], None
    if not ends.subjects and free and (leader := leads_deed(sentence, item, row)) is not None:
        ends.subjects, ends.subject_item = entities(sentence, leader), leader
    if not ends.subjects and free and met_then(sentence, item, row):
        ends.subjects, ends.confidence = who_met(sentence, item, ends), 0.65
    if not ends.subjects and row.collective:
        who = together(sentence, item, ends) or _whose_deed(sentence, item)
        ends.subjects, ends.confidence = who, 0.65
    if not (ends.subjects or undergone) and item.conj and item.pronoun:
        ends.subjects, ends.confidence = _joined_before(item, ends, earlier), 0.7
    beside = _beside(sentence, item) if not ends.subjects and row.idafa != "object" else None
    if beside is not None:
        ends.subject_item = beside
        who = sentence.clause_of[item.index].subject_entity
        ends.subjects, ends.confidence = [who] if who is not None else [], 0.6
    if not ends.subjects and ends.objects and row.relation == "cut-ties-with":
        out_of = slot(sentence, item, "من") if isinstance(row, Verb) and "من" in row.agent else None
        if out_of is not None and out_of.kind == "M":  # طرد السفير العراقي *من دمشق*
            ends.subjects, ends.subject_item = entities(sentence, out_of), out_of
    if not ends.subjects and free and ends.objects and row.relation == "cut-ties-with":
        ends.subjects = _recalled_by(sentence, item, row)
    if not ends.subjects and free and ends.objects and row.relation == "attacked":
        ends.subjects, ends.confidence = _who_struck(sentence, item, earlier), 0.7
    if not ends.subjects and ends.objects and row.relation == "detained":
        ends.subjects, ends.confidence = released_by(sentence, item), 0.65
    if not ends.subjects and ends.objects and row.relation in AGREED:
        ends.subjects = told_by(sentence, item)
    if not (ends.subjects or undergone) and ends.objects and row.relation == "killed":
        ends.subjects, ends.confidence = killers_before(sentence, item, earlier), 0.7
    if not ends.subjects and (named := said_of(sentence, item)) is not None:
        ends.subjects, ends.subject_item = entities(sentence, named), named
    done_to = row.relation in DONE_TO and isinstance(row, Verb)  # not مقتل سالم
    if not (ends.subjects or undergone) and ends.objects and free and done_to:
        if (doer := joined_doer(sentence, item)) is not None:
            who = [one for one in entities(sentence, doer) if one not in ends.objects]
            ends.subjects, ends.subject_item, ends.confidence = who, doer, 0.65


def _beside(sentence: Sentence, item: Item) -> Item | None:
    """Return the clause's subject if the noun tells what it does with that: ردت الطائرات *بقصف*."""
    clause = sentence.clause_of[item.index]
    subject, before = clause.subject, sentence.items[item.index - 1]
    if subject is None or subject.kind != "M" or item.index in sentence.bound:
        return None
    rows = clause.verb.rows if clause.verb is not None else ()
    if any("ب" in row.object for row in rows if row.relation is not None):
        return None  # نددت تركيا *بالهجوم*
    return subject if item.marker == "ب" and before is subject else None


def _recalled_by(sentence: Sentence, item: Item, row: Row) -> list[Entity]:
    """Return whose ambassador is called back: بعد استدعاء *سفيرها* لدى المكسيك."""
    envoy = sentence.items[item.index + 1] if item.index + 1 < len(sentence.items) else item
    word = sentence.scene.word(envoy.i)
    if envoy.head is not item or word is None or not word.flags & ROLE or "direct" in row.object:
        return []
    return pronoun_entities(sentence, envoy.index, envoy.pronoun, ()) if envoy.pronoun else []


def _who_struck(sentence: Sentence, item: Item, earlier: list[Found]) -> list[Entity]:
    """Return who killed or caught somebody in the attack: قتلت فرنسا القائد *في غارة* على حلب."""
    verb = sentence.clause_of[item.index].verb
    if item.marker != "في" or item.det or verb is None:
        return []
    struck = (o for o in earlier if o.item is verb and o.predicate in ("killed", "detained"))
    return list(dict.fromkeys(one.subject for one in struck))


def _whose_deed(sentence: Sentence, item: Item) -> list[Entity]:
    """Return whose deed is done with another: تتم *العمليات المصرية* بالتنسيق مع تونس."""
    clause = sentence.clause_of[item.index]
    if item.marker != "ب" or not item.det or item.index in sentence.bound:
        return []
    before = [o for o in sentence.items[clause.a : item.index] if o.kind in ("N", "O", "M", "an")]
    deed = before[0] if before else None
    done = deed is not None and deed.kind == "N" and deed.det and deed.marker == "direct"
    return whose(sentence, deed) if deed is not None and done else []


def _joined_before(item: Item, ends: Ends, earlier: list[Found]) -> list[Entity]:
    """Return who did the deed right before to the same one: الغزو الأمريكي للعراق *واحتلاله*."""
    for one in reversed(earlier):
        if one.item.kind == "N" and 0 < item.index - one.item.index <= _JOINED:
            return [one.subject] if one.object in ends.objects else []
    return []


def _only_tells(sentence: Sentence, item: Item, ends: Ends) -> bool:
    """Whether a person only says that others died: سالم الراوي يؤكد *مقتل* جنود."""
    verb = sentence.clause_of[item.index].verb
    told = verb is not None and any(row.speech for row in verb.rows)
    return told and bool(ends.subjects) and ends.subjects[0].person

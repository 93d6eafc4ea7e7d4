"""Nearer subjects: whom a verb without a subject means, rather than the subject around it."""

from ..records.agreement import fits, may_be_subject, pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, class_of, classes_of
from ..words.rows import Verb
from .pronouns import pronoun_entity

_JUDGES = frozenset({"praised", "criticized", "accused"})
_SINCE = frozenset({"حيث", "اذ"})
_DEEDS = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "AID", "SUPPORT", "COOPERATE", "RETREAT"})
_OF_JUDGED = frozenset({"direct", "gen", "ب", "على"})


def nearer_subject(sentence: Sentence, clause: Clause, verb: Item, person: str) -> Entity | None:
    """Return who does what the clause says, if its place in the sentence tells: the one demanded
    of, thanked, sent, or at work on what the clause describes."""
    told = _described(sentence, clause, verb, person) or demanded(sentence, clause, person)
    if told is not None:
        return told
    who = (
        _doer_inside(sentence, clause)
        or _judged(sentence, clause)
        or sent_there(sentence, clause)
        or _judged_since(sentence, clause)
    )
    return who if who is not None and fits(who, person[1], person[2]) else None


def _doer_inside(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return who does the deed in whose words the antecedent stands: انسحاب *مصر* من أرض تحتلها."""
    thing, verb = clause.antecedent, clause.verb
    if (
        clause.kind != "rel"
        or thing is None
        or verb is None
        or not pronoun_fits(thing, verb.pronoun or "1")
    ):
        return None
    for item in reversed(sentence.items[max(0, thing.index - 6) : thing.index]):
        if (
            sentence.clause_of[item.index] is not sentence.clause_of[thing.index]
            or item.kind == "V"
        ):
            return None
        if item.mention is not None and item.marker == "gen" and item.head is not None:
            if item.head.kind == "N" and item.head.rows:
                return item.mention.entity
    return None


def _judged(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return who is thanked or blamed for what the clause says: شكرت *إيران* على عون قدمته لها."""
    thing, outer = clause.antecedent, clause.parent
    if clause.kind != "rel" or thing is None or outer is None or outer.verb is None:
        return None
    if thing.marker not in ("على", "ل", "cause") or thing.mention is not None:
        return None
    if not any(row.relation in _JUDGES for row in outer.verb.rows):
        return None
    for item in sentence.items[outer.verb.index + 1 : thing.index]:
        if item.kind == "M" and item.marker == "direct" and item is not outer.subject:
            return item.mention.entity if item.mention is not None else None
    return None


def _judged_since(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return who is judged for what a clause behind tells: ندد بجرائم *الجيش*، حيث نقل المرتزقة.

    It is not his who judges, unless it says what he says of the other, or does to him.
    """
    outer, opener, verb = clause.parent, clause.opener, clause.verb
    if clause.kind != "sub" or opener is None or opener.key not in _SINCE or outer is None:
        return None
    if verb is None or verb.pronoun or _DEEDS.isdisjoint(classes_of(verb)):
        return None
    if _takes_up(sentence, verb):
        return None
    judging: Item | None = None
    for item in sentence.items[outer.a : opener.index]:
        if item.kind in ("V", "N") and any(row.relation in _JUDGES for row in item.rows):
            judging = item
        elif judging is not None and item.mention is not None and item is not outer.subject:
            return item.mention.entity if item.marker in _OF_JUDGED else None
    return None


def _takes_up(sentence: Sentence, verb: Item) -> bool:
    """Whether right behind the verb somebody is taken up, or words: بحث *معه* الأزمة, ذكر *أن*."""
    behind = sentence.items[verb.index + 1 : verb.index + 3]
    return any(o.kind in ("pron", "an", "quote") or o.key == ":" for o in behind)


def sent_there(sentence: Sentence, clause: Clause) -> Entity | None:
    """Return who was sent to where somebody met another: أوفد *سالم* إلى القاهرة حيث التقى."""
    outer, there, verb = clause.parent, clause.opener, clause.verb
    if outer is None or there is None or verb is None or there.key != "حيث":
        return None
    sends = outer.verb is not None and any(isinstance(r, Verb) and r.sends for r in outer.verb.rows)
    if not sends and not any(class_of(row) == "CONSULT" for row in verb.rows):
        return None
    between = sentence.items[outer.a : there.index]
    to = next((k for k, o in enumerate(between) if o.kind == "M" and o.marker == "إلى"), 0)
    for item in between[:to]:
        who = item.mention.entity if item.mention is not None else None
        if who is not None and who.person and item.marker == "direct" and item is not outer.subject:
            return who
    return None


def demanded(sentence: Sentence, clause: Clause, person: str) -> Entity | None:
    """Return whose act somebody waits for: هددت تركيا *قبرص* بالغزو إن لم تسحب.

    It may be told without a verb: قالت إنه ستكون هناك عواقب على *قبرص* إذا سلحت.
    """
    outer = clause.parent
    if clause.kind != "if" or outer is None or len(person) < 3:
        return None
    if outer.verb is None and outer.kind != "an":
        return None
    start = outer.verb.index if outer.verb is not None else outer.a + 1
    for item in reversed(sentence.items[start : clause.a]):
        if item.kind == "pron" and item.marker in ("مع", "على", "إلى", "ضد"):
            own = (outer.subject_entity,) if outer.subject_entity is not None else ()
            meant = pronoun_entity(sentence, item.index, item.value, own)
            if meant is not None and fits(meant, person[1], person[2]):
                return meant  # هددت تركيا بإغلاق الحدود مع*ها* ما لم تنسحب
        if item.mention is None or item is outer.subject or item.marker in ("gen", "من", "في"):
            continue
        who = item.mention.entity
        if sentence.clause_of[item.index] is outer and fits(who, person[1], person[2]):
            return who
    return None


def _described(sentence: Sentence, clause: Clause, verb: Item, person: str) -> Entity | None:
    """Return whose trend or policy it is that a bare further verb describes.

    "Italy, in whose diplomacy a trend has shown, led by X, calls for ..." is Italy's call; the
    one who leads the trend calls too (`others`).
    """
    if verb.conj or clause.antecedent is None or clause.antecedent.mention is None:
        return None
    first = next(
        (c for c in sentence.clauses if c.kind == "rel" and c.antecedent is clause.antecedent), None
    )
    if first is None or first is clause or first.subject is None:
        return None
    thing = first.subject
    if thing.mention is not None or thing.det or not may_be_subject(thing, person, before=True):
        return None
    led = clause.parent
    if led is not None and led.verb is not None and led.subject_entity is not None:
        if any(row.relation == "leads" for row in led.verb.rows):
            clause.others = (led.subject_entity,)
    return clause.antecedent.mention.entity


def only_object(sentence: Sentence, outer: Clause, verb: Item, person: str) -> Entity | None:
    """Return the bare object of the clause around, with whom the verb agrees as its subject does
    not: خذل *الكرملين قبرص* يوم طلبت منه قرضا.
    """
    assert outer.verb is not None
    for item in sentence.items[outer.verb.index + 1 : verb.index]:
        here = sentence.clause_of[item.index] is outer and item is not outer.subject
        if item.mention is not None and item.marker == "direct" and here:
            who = item.mention.entity
            return who if not item.conj and fits(who, person[1], person[2]) else None
    return None

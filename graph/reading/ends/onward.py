"""Onward: who goes on from the sentence before, where the verb names one and needs two."""

from ..records.agreement import fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item, class_of
from ..words.rows import Verb
from .idiom import unfit
from .leftout import JOINING, LEADS
from .slots import verb_rows
from .unsaid import dropped

_UNDERGONE = frozenset({"ASSAULT", "COERCE", "AID"})  # deeds often told in the passive
_ASKED_OF = frozenset({"على", "direct"})  # under which only that stands that another is to do
_ANOTHER = frozenset({"negnoun", "quant", "demo", "rel"})  # what may open an object
_MEANWHILE = frozenset({"فيما", "بينما", "في حين"})  # behind which another does something
_MEETING = frozenset({"met-with", "received", "visited"})


def last_subject(sentence: Sentence, verb: Item) -> Entity | None:
    """Return who goes on from the sentence before, if this one opens with "and" and its verb."""
    if verb.index or not verb.conj or sentence.discourse.unknown_subject:
        return None
    if any(row.relation == "killed" for row in verb.rows):
        return None  # وقتل *عشرة جنود* في هجوم
    return _fitting_subject(sentence, verb)


def accuser(sentence: Sentence, verb: Item, behind: Item | None) -> Entity | None:
    """Return who goes on from the sentence before and blames who is named: *واتهم* تونس ب.

    So it is with whoever is criticized, met or visited when nobody else is named, for these
    verbs need an object: ثم *انتقدت* تونس بشدة, فقد *التقى* الرئيس مرات.
    """
    lead = sentence.items[: verb.index]
    goes_on = bool(verb.conj) if not lead else lead[0].key in JOINING or _joined(sentence, lead[0])
    if not goes_on or behind is None or any(not _leads(o) for o in lead):
        return None
    before = sentence.items[verb.index + 1 : behind.index]
    if behind.kind != "M" or any(other.marker == "direct" for other in before):
        return None
    how = sentence.items[behind.index + 2 : behind.index + 3]
    if how and how[0].marker == "في" and any(row.speech for row in how[0].rows):
        return None  # واستنكر *مجلس الوزراء* في بيان أعمال الشغب
    relations = {row.relation for row in verb_rows(verb) if not row.with_nouns}
    of = sentence.items[behind.index + 1 : behind.index + 2]
    accused = "accused" in relations and of and "ب" in (of[0].marker, of[0].value)
    alone = not any(o.marker == "direct" for o in sentence.items[behind.index + 1 :])
    needs = accused or "criticized" in relations or (alone and _acts_on_another(verb))
    if not (needs or _meets(sentence, verb, behind)):
        return None
    return _fitting_subject(sentence, verb)


def accuser_around(
    sentence: Sentence, clause: Clause, verb: Item, behind: Item | None
) -> Entity | None:
    """Return who accuses another for those described: طارد *الجيش* الثوار الذين يتهم مصر بدعمهم."""
    opener, outer, person = clause.opener, clause.parent, verb.feats.split()[1]
    if opener is None or opener.key != "الذين" or verb.pronoun or person[2:] != "s":
        return None
    who = outer.subject_entity if outer is not None else None
    if who is None or behind is None or behind.mention is None or behind.mention.entity is who:
        return None
    accuses = any(row.relation == "accused" for row in verb_rows(verb))
    return who if accuses and fits(who, person[1], person[2]) else None


def alone_behind(
    sentence: Sentence, clause: Clause, verb: Item, behind: Item | None, person: str
) -> Entity | None:
    """Return who goes on with a verb that would have no object, were the actor behind its subject.

    So it is where the verb joins on: غضبت بغداد و*حملت القاهرة* مسؤولية الأزمة, إذ *التقى* الملك.
    """
    if behind is None or behind.mention is None or verb.pronoun or verb.index == clause.a == 0:
        return None
    if not verb.conj and clause.kind not in ("sub", "coord", "an"):
        return None
    if clause.opener is not None and clause.opener.value in _MEANWHILE:
        return None  # وافقت مصر، *فيما رفضت* المغرب
    rest = sentence.items[behind.index + 1 : clause.b + 1]
    if any(o.marker == "direct" for o in sentence.items[verb.index + 1 : behind.index]):
        return None
    if any(o.kind in _ANOTHER or (o.kind == "an" and not o.value) for o in rest):
        return None
    rows = [row for row in verb_rows(verb) if row.relation is not None]
    rows = [row for row in rows if not unfit(sentence, verb, row)]
    if not rows or not all(_needs_object(row, verb, rest) for row in rows):
        return None
    who = dropped(sentence, clause, verb, person)
    return who if who not in (behind.mention.entity, behind.mention.entity.serves) else None


def _needs_object(row: Verb, verb: Item, rest: list[Item]) -> bool:
    """Whether the verb says nothing without an object, by what stands behind the actor."""
    of, marked = class_of(row), {o.marker for o in rest} | {o.value for o in rest}
    if row.object[:1] != ("direct",) or row.speech is not None or of == "THREATEN":
        return False
    if of in _UNDERGONE and verb.feats.startswith("pf") and verb.feats[-1] == "b":
        return False  # واعتقل *الوزير* في بيته
    if row.relation == "accused":
        return bool(row.with_nouns) or not marked.isdisjoint(row.topic)
    return of != "REQUEST" or not marked.isdisjoint(_ASKED_OF.intersection(row.topic))


def _acts_on_another(verb: Item) -> bool:
    """Whether it is of the third form, which needs an object and shows its passive: *هاجم* سالم."""
    rows = [row for row in verb_rows(verb) if row.relation is not None and not row.with_nouns]
    return bool(rows) and all(row.form == "III" and row.object == ("direct",) for row in rows)


def _joined(sentence: Sentence, first: Item) -> bool:
    """Whether a sentence opens with "and", be it joined to a preposition: *و*في المطار هاجم."""
    return bool(first.conj) or sentence.scene.key(first.i)[:1] == "و"


def _leads(item: Item) -> bool:
    """Whether it may stand before the verb of a sentence and is no subject: وفي *المطار* هاجم."""
    if item.kind in {"sub", "prep", "T", "adv", "mark", *LEADS}:
        return True
    return item.kind in ("O", "pron", "A") and item.marker not in ("", "direct")


def _fitting_subject(sentence: Sentence, verb: Item) -> Entity | None:
    """Return the last subject of the sentences before with whom the verb agrees."""
    person = verb.feats.split()[1]
    subjects = (who for who in sentence.discourse.subjects if not who.stranger)
    return next((who for who in subjects if fits(who, person[1:2], person[2:3])), None)


def _meets(sentence: Sentence, verb: Item, behind: Item) -> bool:
    """Whether the verb tells of a meeting with the only one named: *فقد التقى* الرئيس مرات."""
    mention = behind.mention
    if verb.pronoun or mention is None or mention.kind == "sides":
        return False
    rows = [row for row in verb_rows(verb) if row.relation is not None]
    if not rows or any(row.relation not in _MEETING or "direct" not in row.object for row in rows):
        return False
    clause = sentence.clause_of[verb.index]
    return not any(
        other.marker == "direct" and (other.kind != "O" or other.det)
        for other in sentence.items[behind.index + 1 : clause.b]
    )

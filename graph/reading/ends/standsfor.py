"""Stands for: the actor that a subject stands for: *وفد من الحركة*, *رجاله*, *هو سالم*."""

from ..records.agreement import pronoun_fits
from ..records.clauses import Clause, Sentence
from ..records.entity import Entity
from ..records.items import Item
from ..records.stems import is_in
from .arguments import members
from .namely import named_after, named_aside
from .nominal import said_of
from .pronouns import entity_of
from .things import acting_through


def stand_for(sentence: Sentence, clause: Clause, subject: Item) -> None:
    """Find the actor that the subject stands for: قال *وفد من الحركة* إن."""
    named = named_after(sentence, subject) or named_aside(sentence, subject)
    if named is not None and named.index < clause.b:
        for item in sentence.items[subject.index : named.index]:
            if item.marker == "direct" and item.kind in ("O", "M"):
                item.marker = "apposed"  # زار مبعوث من الحكومة، *هو سالم الراوي*، دمشق
        clause.subject = subject = named
    who = said_of(sentence, clause) or entity_of(sentence, subject)
    if who is None and subject is clause.opener:
        who = _men_before(sentence, clause)
    if who is None and subject.kind == "O":
        who = next(iter(members(sentence, subject)), None)
    clause.subject_entity = who
    outer = clause.parent
    same = outer is not None and outer.subject is subject  # *بأنه* هو الذي قصف
    if outer is not None and (same or _said_of_subject(sentence, outer, clause)):
        clause.subject_entity = outer.subject_entity


def joins_pronoun(sentence: Sentence, clause: Clause, person: str) -> bool:
    """Take the pronoun on "that" for the subject, with who is joined: أن*ها وبريطانيا* ستدعمان."""
    joined, opener = clause.subject, clause.opener
    if joined is None or opener is None or not opener.pronoun or joined.index != opener.index + 1:
        return False
    if joined.kind != "M" or joined.conj != "و" or person[2] not in "dp":
        return False
    who = entity_of(sentence, opener)
    if who is None or joined.mention is None:
        return False
    clause.subject, clause.subject_entity, clause.others = None, who, (joined.mention.entity,)
    return True


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

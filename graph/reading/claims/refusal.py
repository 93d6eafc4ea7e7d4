"""Refusals that take up what was asked before: طالبت بغداد طهران بالانسحاب وطهران *ترفض*.

So does whoever rejects what he was accused of: ورفضت الحركة *هذه الاتهامات*.
"""

from collections.abc import Iterator, Sequence

from ....schema import vocabulary
from ..records.clauses import Sentence
from ..records.items import Item
from ..records.readclaim import ReadClaim, item_span, maybe_span, offsets
from ..speech.denial import words_of
from ..speech.disputed import on_side


def refusals(
    sentence: Sentence, claims: list[ReadClaim], before: Sequence[ReadClaim]
) -> Iterator[ReadClaim]:
    """Yield the refusal of what was asked before: طالبت بغداد طهران بالانسحاب وطهران *ترفض*."""
    for item in sentence.items:
        if item.kind != "V" or not [row for row in item.rows if row.relation == "rejects"]:
            continue
        clause = sentence.clause_of[item.index]
        if clause.negated or clause.subject_entity is None:
            continue
        cue = item_span(sentence, item)
        if any(claim.cue == cue for claim in claims) or not _asked(sentence, item):
            continue
        who = clause.subject_entity
        said = [claim for claim in claims if claim.span[1] <= cue[0]] or list(before)
        if _refuses_report(sentence, item):
            said = [c for c in said if c.predicate == "accused" and on_side(who, c.object)]
        for claim in said[-1:]:
            request = vocabulary()[claim.predicate].relation_class == "REQUEST"
            asked = claim.object is who or claim.object.listed == (who.state or "")
            blamed = claim.predicate == "accused" and on_side(who, claim.object)
            if ((request and asked) or blamed) and claim.subject is not who:
                words = words_of(sentence, item, clause.subject)
                where = offsets(words, cue, maybe_span(sentence, clause.subject))
                yield ReadClaim(
                    who, "rejects", claim.subject, where, claim.levels, rule="refusal",
                    confidence=0.65,
                )  # fmt: skip


def _refuses_report(sentence: Sentence, item: Item) -> bool:
    """Whether what is refused is what somebody was blamed for: رفضت *هذه الاتهامات*."""
    behind = sentence.items[item.index + 1 : item.index + 6]
    return any(other.key in sentence.scene.function("reports") for other in behind)


def _asked(sentence: Sentence, item: Item) -> bool:
    """Whether the verb names nothing that is refused, or only "the request", "that"."""
    for other in sentence.items[item.index + 1 : item.index + 8]:
        if other.kind == "mark":
            break
        requests, reports = (sentence.scene.function(c) for c in ("requests", "reports"))
        if other.kind == "demo" or other.key in requests or other.key in reports:
            return True
        subject = other is sentence.clause_of[item.index].subject
        if other.kind in ("N", "O", "M", "an", "pron", "quote", "rel") and not subject:
            return False
    return True

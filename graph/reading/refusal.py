"""Refusals that take up what was asked before: طالبت بغداد طهران بالانسحاب وطهران *ترفض*."""

from collections.abc import Iterator, Sequence

from ...schema import vocabulary
from .clauses import Sentence
from .denial import words_of
from .items import Item
from .readclaim import ReadClaim, item_span


def refusals(
    sentence: Sentence, claims: list[ReadClaim], before: Sequence[ReadClaim]
) -> Iterator[ReadClaim]:
    """Yield the refusal of what was asked before: طالبت بغداد طهران بالانسحاب وطهران *ترفض*."""
    for item in sentence.items:
        if item.kind != "V" or all(row.relation != "rejects" for row in item.rows):
            continue
        clause = sentence.clause_of[item.index]
        if clause.negated or clause.subject_entity is None:
            continue
        cue = item_span(sentence, item)
        if any(claim.cue == cue for claim in claims) or not _asked(sentence, item):
            continue
        who = clause.subject_entity
        said = [claim for claim in claims if claim.span[1] <= cue[0]] or list(before)
        for claim in said[-1:]:
            request = vocabulary()[claim.predicate].relation_class == "REQUEST"
            asked = claim.object is who or claim.object.listed == (who.state or "")
            if request and asked and claim.subject is not who:
                words = words_of(sentence, item, clause.subject)
                at = item_span(sentence, clause.subject) if clause.subject is not None else None
                yield ReadClaim(
                    who, "rejects", claim.subject, words, cue, at, levels=claim.levels,
                    rule="refusal", confidence=0.65,
                )  # fmt: skip


def _asked(sentence: Sentence, item: Item) -> bool:
    """Whether the verb names nothing that is refused, or only "the request", "that"."""
    for other in sentence.items[item.index + 1 : item.index + 8]:
        if other.kind == "mark":
            break
        if other.kind == "demo" or other.key in sentence.scene.function("requests"):
            return True
        subject = other is sentence.clause_of[item.index].subject
        if other.kind in ("N", "O", "M", "an", "pron", "quote", "rel") and not subject:
            return False
    return True

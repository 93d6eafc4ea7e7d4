"""Who did as another had done: "Tanzania recognized Biafra; Gabon and Zambia followed it"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..records.clauses import Sentence
from ..records.entity import agrees
from ..records.items import Item
from ..records.readclaim import ReadClaim, item_span, offsets
from .arguments import entities
from .slots import verb_rows


def likewise(
    sentence: Sentence, claims: list[ReadClaim], before: Sequence[ReadClaim]
) -> Iterator[ReadClaim]:
    """Yield what the last doer did, for each one who is said to have followed."""
    for item in sentence.items:
        if item.kind != "V":
            continue
        markers: set[str] = {marker for row in verb_rows(item) for marker in row.likewise}
        clause = sentence.clause_of[item.index]
        if not markers or clause.verb is not item or clause.subject is None:
            continue
        cue = item_span(sentence, item)
        said = [claim for claim in claims if claim.span[1] <= cue[0]] or list(before)
        deeds = _deeds(sentence, item)
        said = [claim for claim in said if not deeds or claim.predicate in deeds]
        followed = _pronoun(sentence, item, markers)
        if not said or not followed or not agrees(said[-1].subject, *followed):
            continue
        at = item_span(sentence, clause.subject)
        words = (min(cue[0], at[0]), max(cue[1], at[1]))
        for follower in entities(sentence, clause.subject):
            for claim in said:
                if claim.cue == said[-1].cue and follower not in (claim.subject, claim.object):
                    where = offsets(words, cue, at, claim.object_at)
                    yield replace(
                        claim, subject=follower, at=where, time=None, rule="likewise",
                        confidence=0.7,
                    )  # fmt: skip


def _pronoun(sentence: Sentence, item: Item, markers: set[str]) -> str:
    """Return the gender and number of the one followed: تلت*ها*, لحقت ب*ها*, حذت حذو*ها*."""
    if "direct" in markers and item.pronoun not in ("", "1"):
        return item.pronoun[:2]
    for other in sentence.items[item.index + 1 : item.index + 5]:
        if other.kind == "pron" and other.marker in markers:
            return other.value[:2]
        if other.pronoun not in ("", "1") and any(row in item.rows for row in other.rows):
            return other.pronoun[:2]  # the verb's own noun
    return ""


def _deeds(sentence: Sentence, item: Item) -> set[str | None]:
    """Return the deeds in which somebody is said to have followed: تلتها في *الاعتراف* الغابون."""
    for other in sentence.items[item.index + 1 : item.index + 5]:
        if other.kind == "N" and other.marker in ("في", "ب"):
            return {row.relation for row in other.rows}
    return set()

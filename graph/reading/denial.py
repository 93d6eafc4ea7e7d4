"""Denials that take up what was said before: "and Damascus denied that", "which Rabat denies"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .clauses import Sentence
from .discourse import Entity
from .frames import speaker_of
from .items import Item
from .readclaim import Level, ReadClaim, item_span

_REQUESTS = frozenset(
    {"requested-from", "requested-base-from", "requested-support-from", "called-on",
     "calls-for-dialogue-with"}
)  # fmt: skip
_STATEMENTS = frozenset({"accused", "warned", "criticized", "threatened", "protested-against"})


def denials(
    sentence: Sentence, claims: list[ReadClaim], before: Sequence[ReadClaim]
) -> Iterator[ReadClaim]:
    """Yield the stance of who denies what this sentence or the one before has just said.

    Denied is what somebody said last, else what the text itself says of whoever denies it. The
    one whose words are denied is the object of a `denied` claim.
    """
    untrue = any(item.kind == "refuted" for item in sentence.items)
    for item in sentence.items:
        if item.kind != "V" or not item.rows or sentence.clause_of[item.index].negated:
            continue
        row = next((row for row in item.rows if row.speech == "denies"), None)
        if row is None and untrue and _calls_untrue(sentence, item):
            row = item.rows[0]
        elif row is None or _has_content(sentence, item, claims):
            continue
        denier, _, speaker_item = speaker_of(sentence, item, row)
        if denier is None:
            continue
        cue = item_span(sentence, item)
        said = [claim for claim in claims if claim.span[1] <= cue[0]]
        at = item_span(sentence, speaker_item) if speaker_item is not None else None
        words = _words(sentence, item, speaker_item)
        level = Level(denier, None, "denies", cue, at)
        for claim in _disputed(said, denier) or _disputed(before, denier):
            teller = claim.levels[-1].speaker if claim.levels else None
            if claim.predicate in _STATEMENTS:
                teller = claim.subject
            else:
                yield replace(
                    claim, span=words, cue=cue, levels=(level,), rule="denial", confidence=0.7
                )
            if teller is not None and teller is not denier:
                yield ReadClaim(
                    denier, "denied", teller, words, cue, at, rule="denial", confidence=0.7
                )


def refusals(
    sentence: Sentence, claims: list[ReadClaim], before: Sequence[ReadClaim]
) -> Iterator[ReadClaim]:
    """Yield the refusal of what was asked before: طالبت بغداد طهران بالانسحاب وطهران *ترفض*."""
    for item in sentence.items:
        clause = sentence.clause_of[item.index]
        refused = any(row.relation == "rejects" for row in item.rows)
        if item.kind != "V" or not refused or clause.negated or clause.subject_entity is None:
            continue
        cue = item_span(sentence, item)
        if any(claim.cue == cue for claim in claims) or not _asked(sentence, item):
            continue
        who = clause.subject_entity
        said = [claim for claim in claims if claim.span[1] <= cue[0]] or list(before)
        for claim in said[-1:]:
            asked = claim.object is who or claim.object.listed == (who.state or "")
            if claim.predicate in _REQUESTS and asked and claim.subject is not who:
                words = _words(sentence, item, clause.subject)
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


def _has_content(sentence: Sentence, item: Item, claims: list[ReadClaim]) -> bool:
    """Whether the denial says itself what it denies, rather than "that" or nothing."""
    cue = item_span(sentence, item)
    if any(level.cue == cue for claim in claims for level in claim.levels):
        return True
    if any(claim.cue == cue and claim.predicate == "denied" for claim in claims):
        return True
    reports = sentence.scene.function("reports")
    clause = sentence.clause_of[item.index]
    for other in sentence.items[item.index + 1 : item.index + 12]:
        if other.kind == "demo" or other.key in reports:
            return False
        if other.kind in ("an", "V", "quote", "pron") or other.marker in ("عن", "حول", "بشأن"):
            return True
        if other.kind in ("N", "O", "M") and other.marker == "direct":
            emphatic = other.indefinite and not set(other.rows).isdisjoint(item.rows)
            if other is not clause.subject and other.i > item.i and not emphatic:
                return True  # not so تنفي *نفيا* قاطعا
        if other.kind == "mark":
            break
    return False


def _calls_untrue(sentence: Sentence, item: Item) -> bool:
    """Whether it says of a report that it is not so: وصف *الاتهام* بأنه *مختلق*."""
    behind = sentence.items[item.index + 1 : item.index + 9]
    report = next((o for o in behind if o.key in sentence.scene.function("reports")), None)
    return report is not None and any(o.kind == "refuted" for o in behind if o.i > report.i)


def _disputed(said: Sequence[ReadClaim], denier: Entity) -> list[ReadClaim]:
    """Return the claims that a denial right behind them may mean: those of the last speaker."""
    about = [claim for claim in said if claim.predicate != "denied" and claim.rule != "denial"]
    reported = [c for c in about if c.levels and _other(c.levels[-1], denier)]
    if reported:
        last = reported[-1].levels[-1]
        return [
            c
            for c in reported
            if c.levels[-1].speaker is last.speaker and c.levels[-1].via is last.via
        ]
    side = {id(denier), *([id(denier.serves)] if denier.serves is not None else [])}
    states = {denier.state, denier.listed} - {None}
    own = [c for c in about if not c.levels and not c.rule.startswith(("role:", "body:"))]
    return [
        c
        for c in own
        if any(id(end) in side or end.listed in states for end in (c.subject, c.object))
    ][-1:]


def _other(level: Level, denier: Entity) -> bool:
    return level.kind == "asserts" and level.speaker is not denier


def _words(sentence: Sentence, item: Item, speaker: Item | None) -> tuple[int, int]:
    """Return the span from the verb or its subject to the end of the denial's own words."""
    first = min(item.index, speaker.index) if speaker is not None else item.index
    last = item
    for other in sentence.items[item.index + 1 : item.index + 12]:
        if other.kind in ("mark", "V", "an", "sub"):
            break
        last = other
    return item_span(sentence, sentence.items[first])[0], item_span(sentence, last)[1]

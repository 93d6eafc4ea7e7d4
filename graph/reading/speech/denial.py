"""Denials that take up what was said before: "and Damascus denied that", "which Rabat denies"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..actors.nameless import unnamed
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, Row
from ..records.readclaim import Level, ReadClaim, Span, item_span, offsets
from ..records.stems import is_in
from .content import STATEMENTS
from .disputed import disputed, family, on_side, same_deeds, same_side
from .refuted import has_content, teller_of, untrue_report
from .speakers import speaker_of
from .zone import Zone

_YEAR = frozenset({"عام", "سنة"})
_FEW = 5  # items behind a colon that call something a lie


def denials(
    sentence: Sentence,
    claims: list[ReadClaim],
    before: Sequence[ReadClaim],
    told: Sequence[ReadClaim] = (),
    zones: Sequence[Zone] = (),
) -> Iterator[ReadClaim]:
    """Yield the stance of who denies what this sentence or the one before has just said.

    Denied is what somebody said last, else what the text itself says of whoever denies it. The
    one whose words are denied is the object of a `denied` claim.
    """
    told_of = [item for item in sentence.items if item.rows and _tells(sentence, item)]
    lies = sentence.scene.function("lies")
    untrue = bool(told_of) and any(o.kind == "refuted" or o.key in lies for o in sentence.items)
    for item in told_of:
        report = untrue_report(sentence, item) if untrue and item.kind == "V" else None
        row, kind = _denying(sentence, item, report)
        if row is None:
            continue
        denier, carrier, speaker_item = speaker_of(sentence, item, row)
        if denier is None and carrier is None:
            given = sentence.bound.get(item.index)
            bound = given.subjects if given is not None else []
            denier = bound[0] if bound else unnamed(sentence, item)
        if denier is None:
            continue
        cue = item_span(sentence, item)
        at = item_span(sentence, speaker_item) if speaker_item is not None else None
        words = words_of(sentence, item, speaker_item)
        denied = _denied(denier, words, cue, at)
        cues = [c.cue for c in claims if c.predicate == "denied"]
        teller = teller_of(sentence, item, report)
        if teller is not None and teller is not denier and cue not in cues:
            yield replace(denied, object=teller)
        if teller is None and row.speech == "denies" and has_content(sentence, item, claims):
            if all(c.levels[-1:] == () or c.levels[-1].cue != cue for c in claims):
                yield from same_deeds(sentence, item, [*told, *claims], denied)
            continue
        said = [claim for claim in claims if claim.span[1] <= cue[0]]
        level = Level(denier, None, kind, cue, at)
        if any(own.cue == cue for claim in claims for own in claim.levels):
            continue
        within = sentence.clause_of[item.index].kind == "rel"  # *وهو ما تنفيه* كابول
        that = _of_that(sentence, item)
        meant = disputed(said, denier, teller, that=that or within)
        meant = meant or ([] if within else disputed(before, denier, teller, that=that))
        yield from _stances(meant, denied, level, named=teller is not None)
        whose = _last_teller(sentence, zones, item) if that else None
        if not (meant or teller) and kind == "denies" and whose is not None:
            if not on_side(denier, whose) and not on_side(whose, denier):
                yield replace(denied, object=whose)  # whose words tell of nothing known
    yield from called_lies(sentence, claims, before)
    yield from _headed(sentence, zones, claims)
    voices = [zone for zone in zones if not zone.noun and zone.kind == "asserts"]
    last = voices[-1] if voices else None
    sentence.discourse.teller = (last.speaker or last.via) if last is not None else None


def _headed(
    sentence: Sentence, zones: Sequence[Zone], claims: list[ReadClaim]
) -> Iterator[ReadClaim]:
    """Yield whose words somebody calls untrue in a headline: أثينا: *اتهامات صوفيا* لا أساس لها."""
    for zone in zones:
        if zone.row != "colon" or zone.speaker is None:
            continue
        report = untrue_report(sentence, zone.cue)
        teller = teller_of(sentence, zone.cue, report) if report is not None else None
        if teller is None or on_side(zone.speaker, teller):
            continue
        if not any((c.predicate, c.object) == ("denied", teller) for c in claims):
            cue, at = item_span(sentence, zone.cue), zone.speaker_item
            spoke = item_span(sentence, at) if at is not None else None
            words = words_of(sentence, zone.cue, at)
            yield replace(_denied(zone.speaker, words, cue, spoke), object=teller)


def _denied(denier: Entity, words: Span, cue: Span, at: Span | None) -> ReadClaim:
    """Return a denial whose object, the one whose words are denied, is still to be told."""
    where = offsets(words, cue, at)
    return ReadClaim(denier, "denied", denier, where, rule="denial", confidence=0.7)


def _of_that(sentence: Sentence, item: Item) -> bool:
    """Whether a denial says that it is of what was told: نفى *ذلك*, كذبت *الخبر*, نفا*ه*."""
    reports = sentence.scene.function("reports")
    behind = sentence.items[item.index + 1 : item.index + _FEW + 1]
    return bool(item.pronoun) or any(o.kind == "demo" or o.key in reports for o in behind)


def _last_teller(sentence: Sentence, zones: Sequence[Zone], item: Item) -> Entity | None:
    """Return who told something before the denial, in this sentence or the last."""
    before = [z for z in zones if z.b <= item.index and not z.noun and z.kind == "asserts"]
    return (before[-1].speaker or before[-1].via) if before else sentence.discourse.teller


def _stances(
    meant: list[ReadClaim], denied: ReadClaim, level: Level, *, named: bool
) -> Iterator[ReadClaim]:
    """Yield the denial of each claim, and of whoever made it unless he has been `named`."""
    for claim in meant:
        last = claim.levels[-1] if claim.levels else None
        whose = (last.speaker or last.via) if last is not None else None
        own = whose is not None and on_side(denied.subject, claim.subject)
        if claim.predicate in STATEMENTS and not own:
            whose = claim.subject
        else:
            at = offsets(denied.span, denied.cue, claim.subject_at, claim.object_at)
            yield replace(claim, at=at, levels=(level,), rule="denial", confidence=0.7)
        if whose is not None and whose is not denied.subject and not named:
            if level.kind == "denies":
                yield replace(denied, object=whose)


def called_lies(
    sentence: Sentence, claims: list[ReadClaim], before: Sequence[ReadClaim]
) -> Iterator[ReadClaim]:
    """Yield the denial of who has but a word for what was said: ...، *وموسكو: أكاذيب*."""
    for colon in sentence.items[1:]:
        if colon.key != ":":
            continue
        behind = [o for o in sentence.items[colon.index + 1 :] if o.kind != "quote"]
        named = sentence.items[colon.index - 1]
        if named.kind == "V" and sentence.clause_of:  # وأنقرة *ترد*: مزاعم
            named = sentence.clause_of[named.index].subject or named
        if named.mention is None or not 0 < len(behind) <= _FEW:
            continue
        lies = sentence.scene.function("lies")
        if not any(o.kind == "refuted" or o.key in lies for o in behind):
            continue
        cue, denier = item_span(sentence, behind[0]), named.mention.entity
        at = item_span(sentence, named)
        words = at[0], item_span(sentence, behind[-1])[1]
        denied = _denied(denier, words, cue, at)
        said = [claim for claim in claims if claim.span[1] <= at[0]]
        meant = disputed(said, denier) or disputed(before, denier)
        yield from _stances(meant, denied, Level(denier, None, "denies", cue, at), named=False)


def _tells(sentence: Sentence, item: Item) -> bool:
    """Whether it tells that somebody did it, be it a noun: سارعت إلى *نفي* ذلك."""
    given = sentence.bound.get(item.index)
    done = given is not None and bool(given.subjects) and given.modality == "actual"
    return item.kind in ("V", "P") or (item.kind == "N" and done)


def aligned(claims: list[ReadClaim], before: Sequence[ReadClaim]) -> Iterator[ReadClaim]:
    """Yield claims; what is denied of a state's forces was said of the state before.

    The denial is of the claim that was made, so it is of the same doer and the same deed.
    """
    for claim in claims:
        last = claim.levels[-1] if claim.levels else None
        if last is None or (last.kind != "denies" and claim.modality != "negated"):
            yield claim
            continue
        for made in reversed([*before, *(c for c in claims if c.span[1] <= claim.span[0])]):
            same = claim.predicate in (made.predicate, family(made.predicate))
            unnamed_object = claim.object_at is None and claim.rule.startswith("verb:")
            clitic = made.predicate == claim.predicate and unnamed_object  # اعتقلت*ه*
            whom = made.object is claim.object or clitic
            if same and whom and same_side(made.subject, claim.subject):
                yield replace(
                    claim, subject=made.subject, predicate=made.predicate, object=made.object
                )
                break
        else:
            yield claim


def _denying(sentence: Sentence, item: Item, report: Item | None) -> tuple[Row | None, str]:
    """Return the row of a verb or participle that takes up what was said, and what it does to it.

    It denies it, calls a `report` of it untrue, or says it too: وهو ما *أكدته* الحكومة.
    """
    if item.det:
        return None, ""
    if item.kind == "V" and sentence.clause_of[item.index].negated:
        return None, ""
    if _banished(sentence, item):
        return None, ""
    row = next((row for row in item.rows if row.speech == "denies"), None)
    if row is None and item.kind == "V" and _takes_up(sentence, item):
        lies = sentence.scene.function("lies")
        behind = sentence.items[item.index + 1 : item.index + _FEW + 1]
        untruth = any(o.kind == "refuted" or is_in(o, lies) for o in behind)
        kind = "denies" if untruth else "asserts"  # وهو ما اعتبرته باريس *كذبا*
        return next((row for row in item.rows if row.speech == "asserts"), None), kind
    if row is None and report is not None:
        return item.rows[0], "denies"
    return row, "denies"


def _banished(sentence: Sentence, item: Item) -> bool:
    """Whether somebody was sent away: نفاه *إلى* الجزر, نفي *إلى* مصر, نفي *عام* 1927."""
    behind = sentence.items[item.index + 1 : item.index + 3]
    if not behind:
        return False
    if any(o.marker == "إلى" for o in (behind if item.pronoun else behind[:1])):
        return True
    return behind[0].kind == "T" and behind[0].key in _YEAR


def _takes_up(sentence: Sentence, item: Item) -> bool:
    """Whether the verb is said of all that was said: وهو ما *أكدته* الحكومة."""
    opener = sentence.clause_of[item.index].opener
    if opener is None or opener.kind != "rel" or not opener.index:
        return False
    before = sentence.items[opener.index - 1]
    return opener.key == "ما" and before.kind == "self" and before.conj == "و"


def words_of(sentence: Sentence, item: Item, speaker: Item | None) -> tuple[int, int]:
    """Return the span from the verb or its subject to the end of the denial's own words."""
    first = min(item.index, speaker.index) if speaker is not None else item.index
    last = item
    for other in sentence.items[item.index + 1 : item.index + 12]:
        if other.kind in ("mark", "V", "an", "sub"):
            break
        last = other
    return item_span(sentence, sentence.items[first])[0], item_span(sentence, last)[1]

"""Denials that take up what was said before: "and Damascus denied that", "which Rabat denies"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..actors.nameless import unnamed
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, Row, comma
from ..records.readclaim import Level, ReadClaim, Span, item_span, offsets
from ..records.stems import is_in
from .content import STATEMENTS
from .disputed import disputed, family, on_side, same_deeds, same_side
from .speakers import noun_speaker, speaker_of
from .zone import Zone

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
        report = _untrue_report(sentence, item) if untrue and item.kind == "V" else None
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
        teller = _teller(sentence, item, report)
        if teller is not None and teller is not denier and cue not in cues:
            yield replace(denied, object=teller)
        if teller is None and row.speech == "denies" and _has_content(sentence, item, claims):
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
    voices = [zone for zone in zones if not zone.noun and zone.kind == "asserts"]
    last = voices[-1] if voices else None
    sentence.discourse.teller = (last.speaker or last.via) if last is not None else None


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
        if named.kind == "V":  # وأنقرة *ترد*: مزاعم
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
    if item.pronoun and any(
        o.marker == "إلى" for o in sentence.items[item.index + 1 : item.index + 3]
    ):
        return None, ""  # نفاه *إلى* الجزر: he banished him
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


def _takes_up(sentence: Sentence, item: Item) -> bool:
    """Whether the verb is said of all that was said: وهو ما *أكدته* الحكومة."""
    opener = sentence.clause_of[item.index].opener
    if opener is None or opener.kind != "rel" or not opener.index:
        return False
    before = sentence.items[opener.index - 1]
    return opener.key == "ما" and before.kind == "self" and before.conj == "و"


def _teller(sentence: Sentence, item: Item, report: Item | None) -> Entity | None:
    """Return whose words are denied: ما أذاعته *الإذاعة*, صحة اتهام *فرنسا*, الاتهام *الإيراني*.

    They may be a `report` that is called untrue: قال إن كلام *الوزير* كذب.
    """
    reports, told_by = (sentence.scene.function(c) for c in ("reports", "told"))
    first = item.index + 1 if report is None else report.index
    clause = sentence.clause_of[item.index]
    aside = False  # نفى الوزير، في مقابلة نشرت أمس، ما أعلنته أنقرة
    for other in sentence.items[first : item.index + 18]:
        leads = [o.kind for o in sentence.items[other.index + 1 : other.index + 2]]
        if comma(other) and (aside or leads in (["prep"], ["hedge"])):
            aside = not aside
            continue
        if aside:
            continue
        if other.kind == "V" and sentence.clause_of[other.index].kind == "rel":
            told = sentence.clause_of[other.index]
            if told.opener is None or told.opener.key != "ما":
                continue  # في بيان *بثته* الوكالة
            return told.subject_entity if any(r.speech for r in other.rows) else None
        if other.kind in ("V", "an", "sub", "mark"):
            return None
        if other.kind not in ("N", "O") or other is clause.subject:
            continue
        if other.marker not in ("direct", "gen"):
            continue
        spoken = any(r.speech == "asserts" or r.relation in STATEMENTS for r in other.rows)
        theirs = other is report and is_in(other, told_by)
        if (spoken and other.kind == "N") or other.key in reports or theirs:
            who, via, _ = noun_speaker(sentence, other)
            return who or via
    return None


def _has_content(sentence: Sentence, item: Item, claims: list[ReadClaim]) -> bool:
    """Whether the denial says itself what it denies, rather than "that" or nothing."""
    cue = item_span(sentence, item)
    if any(level.cue == cue for claim in claims for level in claim.levels):
        return True
    if any(claim.cue == cue and claim.predicate == "denied" for claim in claims):
        return not item.pronoun  # وهي تهمة *تنفيها* إيران
    reports = sentence.scene.function("reports")
    clause = sentence.clause_of[item.index]
    apart = False  # behind a comma only "that" goes on: نفى سالم، الناطق باسم الجبهة، *أن*
    for other in sentence.items[item.index + 1 : item.index + 14]:
        if other.kind == "mark":
            apart = True
        if apart:
            if other.kind in ("V", "P", "self", "sub"):
                break
            if other.kind == "an" and not other.conj:
                return True
            continue
        of = sentence.items[other.index + 1 : other.index + 2]
        truth = other.key in sentence.scene.function("truth") and of and of[0].key in reports
        if other.kind == "demo" or other.key in reports or truth:
            return False  # نفى ذلك, نفى *النبأ*, نفى صحة *النبأ*
        if other.rows and set(other.rows) & set(item.rows):
            continue  # تنفي *نفيا* قاطعا
        if other.kind == "V" and other.conj:
            break  # وإريتريا تنفي *وتدعو* الاتحاد الأفريقي
        if other.kind in ("an", "V", "quote", "pron") or other.marker in ("عن", "حول", "بشأن"):
            return True
        if other.kind in ("N", "O", "M") and other.marker == "direct" and not other.indefinite:
            if other is not clause.subject and other.i > item.i:
                return True
    return False


def _untrue_report(sentence: Sentence, item: Item) -> Item | None:
    """Return what report it calls untrue: وصف *الاتهام* بأنه *مختلق*, قال إنه *كاذب*."""
    names = ("reports", "told", "lies")
    reports, told, lies = (sentence.scene.function(c) for c in names)
    report: Item | None = None
    for other in sentence.items[item.index + 1 : item.index + 12]:
        before = sentence.items[other.index - 1]
        if other.kind == "refuted" or (report is not None and _is_lie(other, before, lies)):
            behind = sentence.items[other.index + 1 : other.index + 5]
            return report or next((o for o in behind if o.key in reports), None)
        alone = other.kind == "demo" and other.key in ("هذا", "ذلك") and before.kind == "an"
        if alone or other.key in reports or (other.kind == "rel" and other.key == "ما"):
            report = other  # قال إن *هذا* غير صحيح
        elif is_in(other, told) and other.marker == "direct" and not other.indefinite:
            report = other  # قال إن *كلام* الوزير كذب
    return None


def _is_lie(word: Item, before: Item, lies: Mapping[str, str]) -> bool:
    """Whether a report is called a lie: بأنها *باطلة*, الاتهامات *كاذبة*, كلام الوزير *هراء*."""
    whose = before.mention is not None and not word.det
    said = before.kind in ("an", "quote") or whose or (before.det and not word.det)
    return said and word.key in lies


def words_of(sentence: Sentence, item: Item, speaker: Item | None) -> tuple[int, int]:
    """Return the span from the verb or its subject to the end of the denial's own words."""
    first = min(item.index, speaker.index) if speaker is not None else item.index
    last = item
    for other in sentence.items[item.index + 1 : item.index + 12]:
        if other.kind in ("mark", "V", "an", "sub"):
            break
        last = other
    return item_span(sentence, sentence.items[first])[0], item_span(sentence, last)[1]

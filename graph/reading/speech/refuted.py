"""Refuted: the words that a denial is of, and whose they are: نفى *ما أذاعته الوكالة*."""

from collections.abc import Mapping

from ..ends.made import doer_of
from ..records.clauses import Sentence
from ..records.entity import Entity
from ..records.items import Item, comma
from ..records.readclaim import ReadClaim, item_span
from ..records.stems import is_in
from .content import STATEMENTS, is_deed
from .speakers import noun_speaker


def teller_of(sentence: Sentence, item: Item, report: Item | None) -> Entity | None:
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
        if other.kind not in ("N", "O") or (other is clause.subject and report is None):
            continue
        if other.marker not in ("direct", "gen") and other is not report:
            continue
        spoken = any(r.speech == "asserts" or r.relation in STATEMENTS for r in other.rows)
        stated = all(r.relation is None or r.relation in STATEMENTS for r in other.rows)
        spoken = spoken and stated  # not *نشر*
        theirs = other is report and is_in(other, told_by)
        if (spoken and other.kind == "N" and not is_deed(other)) or other.key in reports or theirs:
            who, via, _ = noun_speaker(sentence, other)
            return who or via or doer_of(sentence, other)  # المزاعم التي تطلقها *بلغاريا*
    return None


def has_content(sentence: Sentence, item: Item, claims: list[ReadClaim]) -> bool:
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
        if other.kind == "rel" and item.pronoun:
            break  # وهو ما تنفيه الخرطوم *التي* تتهمها
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


def untrue_report(sentence: Sentence, item: Item) -> Item | None:
    """Return what report it calls untrue: وصف *الاتهام* بأنه *مختلق*, قال إنه *كاذب*."""
    names = ("reports", "told", "lies")
    reports, told, lies = (sentence.scene.function(c) for c in names)
    report: Item | None = None
    for other in sentence.items[item.index + 1 : item.index + 12]:
        before = sentence.items[other.index - 1]
        if other.kind == "refuted" or (report is not None and _is_lie(other, before, lies)):
            behind = sentence.items[other.index + 1 : other.index + 5]
            return report or next((o for o in behind if _reported(sentence, o)), None)
        alone = other.kind == "demo" and other.key in ("هذا", "ذلك") and before.kind == "an"
        if alone or other.key in reports or (other.kind == "rel" and other.key == "ما"):
            report = other  # قال إن *هذا* غير صحيح
        elif is_in(other, told) and other.marker == "direct" and not other.indefinite:
            report = other  # قال إن *كلام* الوزير كذب
    return None


def _reported(sentence: Sentence, thing: Item) -> bool:
    """Whether it is a report, behind the words that call it untrue: لا صحة *لادعاءات* أنقرة."""
    reports, told = (sentence.scene.function(c) for c in ("reports", "told"))
    what = thing.kind == "rel" and thing.key.removeprefix("ل") == "ما"
    return thing.key in reports or what or (thing.marker == "ل" and is_in(thing, told))


def _is_lie(word: Item, before: Item, lies: Mapping[str, str]) -> bool:
    """Whether a report is called a lie: بأنها *باطلة*, الاتهامات *كاذبة*, كلام الوزير *هراء*."""
    whose = before.mention is not None and not word.det
    said = before.kind in ("an", "quote") or whose or (before.det and not word.det)
    return said and word.key in lies

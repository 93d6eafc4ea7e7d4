"""The judgement of a reader against gold: what it found, missed and made up, and how well.

A system claim is right when its predicate and both ends are; its stances are judged apart,
against the gold row they fit best.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from actorgraph.schema import GraphDocument, StanceKind, vocabulary

from .cases import Case, GoldClaim
from .found import Found, FoundStance, alternatives, found_in, overlap, speaker_fits

Reader = Callable[[Case], GraphDocument]


def read_case(case: Case) -> GraphDocument:
    """Return what the project's own reader finds in a case."""
    from actorgraph.graph import source_from_text, weave

    return weave([source_from_text(case.text, name=case.id, date=case.date)]).document()


@dataclass
class Row:
    """A gold row and how the system did on it; `aspects` only for rows that were found."""

    case: Case
    gold: GoldClaim
    found: Found | None = None
    stance: FoundStance | None = None
    aspects: dict[str, bool] = field(default_factory=dict)
    subject_right: bool | None = None  # None when nothing of the system stands on these words
    object_right: bool | None = None


@dataclass(frozen=True)
class FalseClaim:
    """A system claim that no gold row bears out, and the likeliest reason."""

    case: Case
    found: Found
    why: str


@dataclass
class Report:
    """All judgements; the counts behind every table come from here."""

    cases: list[Case] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    false: list[FalseClaim] = field(default_factory=list)
    stray: list[tuple[Case, Found, FoundStance]] = field(default_factory=list)

    def rates(
        self,
        keep_row: Callable[[Row], bool] = lambda _: True,
        keep_false: Callable[[FalseClaim], bool] = lambda _: True,
    ) -> "Rates":
        """Return precision, recall and F1 over the rows and false claims that are kept."""
        rows = [row for row in self.rows if not row.gold.optional and keep_row(row)]
        hits = [row for row in rows if row.found is not None]
        claims = {(row.case.id, id(row.found)) for row in hits}
        false = [claim for claim in self.false if keep_false(claim)]
        return Rates(gold=len(rows), hits=len(hits), claims=len(claims), false=len(false))

    def accuracy(self, aspect: str) -> tuple[int, int]:
        """Return how many of the found rows have an aspect right, and of how many it is asked."""
        marks = [
            row.aspects[aspect]
            for row in self.rows
            if not row.gold.optional and aspect in row.aspects
        ]
        return sum(marks), len(marks)

    def ends(self) -> dict[str, tuple[int, int]]:
        """Return right and all ends where the system has the predicate on the gold words."""
        rows = [r for r in self.rows if not r.gold.optional and r.subject_right is not None]
        return {
            "subject": (sum(bool(row.subject_right) for row in rows), len(rows)),
            "object": (sum(bool(row.object_right) for row in rows), len(rows)),
        }


@dataclass(frozen=True)
class Rates:
    """Counts, and the rates made of them; a rate of nothing is None."""

    gold: int
    hits: int  # gold rows found
    claims: int  # system claims that are right: several rows may share one
    false: int

    @property
    def precision(self) -> float | None:
        """The share of the system's claims that are right."""
        total = self.claims + self.false
        return self.claims / total if total else None

    @property
    def recall(self) -> float | None:
        """The share of the gold rows that were found."""
        return self.hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        if self.precision is None or self.recall is None:
            return None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(cases: Iterable[Case], read: Reader = read_case) -> Report:
    """Return the judgement of a reader, by default the project's own, over gold cases."""
    report = Report()
    for case in cases:
        try:
            document = read(case)
        except Exception as error:
            error.add_note(f"while reading gold case {case.id} of {case.file}")
            raise
        judge(case, document, report)
    return report


def judge(case: Case, document: GraphDocument, report: Report) -> None:
    """Add one case's judgement to a report."""
    report.cases.append(case)
    text = document.sources[0].text if document.sources else case.text
    found = found_in(document)
    rows = [Row(case=case, gold=gold) for gold in case.claims]
    taken: dict[tuple[str, str, str], Found] = {}
    for row in sorted(rows, key=lambda row: row.gold.optional):  # stable: required rows first
        gold = row.gold
        key = (gold.subject, gold.predicate, gold.object)
        used = {id(claim) for other, claim in taken.items() if other != key}
        fitting = [
            claim
            for claim in found
            if claim.predicate == gold.predicate and claim.ends_fit(gold) and id(claim) not in used
        ]
        spans = gold.spans(text)
        fitting.sort(key=lambda claim: not claim.overlaps(spans))
        row.found = taken.get(key) or (fitting[0] if fitting else None)
        if row.found is not None:
            taken[key] = row.found
            _choose_stance(row, rows, spans)
        _judge_ends(row, found, spans)
    report.rows.extend(rows)
    matched = {id(claim) for claim in taken.values()}
    denies = any(gold.kind is StanceKind.DENIES for gold in case.claims)
    for claim in found:
        if id(claim) in matched or (denies and claim.predicate == "denied" and claim.about_event):
            continue
        report.false.append(FalseClaim(case, claim, _reason(claim, rows)))
    _collect_strays(case, rows, report)


def _choose_stance(row: Row, rows: list[Row], spans: list[tuple[int, int]]) -> None:
    """Choose the stance that fits the row best, rather one that no other row has."""
    assert row.found is not None
    used = {id(other.stance) for other in rows if other.stance is not None}
    marks = [(stance, _aspects(row.gold, stance, spans)) for stance in row.found.stances]

    def rank(item: tuple[FoundStance, dict[str, bool]]) -> tuple[int, ...]:
        stance, aspects = item
        weight = 4 * aspects["speaker"] + 4 * aspects["kind"] + 3 * aspects["evidence"]
        return (weight + 2 * aspects["modality"], sum(aspects.values()), id(stance) not in used)

    row.stance, row.aspects = max(marks, key=rank)  # the first of equals


def _aspects(gold: GoldClaim, stance: FoundStance, spans: list[tuple[int, int]]) -> dict[str, bool]:
    """Return what of a stance is right; only what gold says something about is asked."""
    speaker = speaker_fits(stance.speaker, gold.speaker)
    marks = {
        "speaker": speaker,
        "kind": stance.kind == gold.kind.value,
        "modality": stance.modality == gold.modality.value,
        "evidence": overlap(stance.spans, spans),
    }
    if gold.speaker is not None and "null" not in alternatives(gold.speaker):
        marks["named speaker"] = speaker
    if gold.via is not None:
        marks["via"] = speaker_fits(stance.via, gold.via)
    if gold.time is not None:
        told = {time.removesuffix("/..") for time in stance.times}
        marks["time"] = gold.time.removesuffix("/..") in told
    if gold.topic is not None:
        marks["topic"] = stance.topic == gold.topic
    if gold.levels:
        wanted = [level.rpartition(":") for level in gold.levels]
        marks["levels"] = len(wanted) == len(stance.levels) and all(
            speaker_fits(end, name) and mine == kind
            for (name, _, kind), (end, mine) in zip(wanted, stance.levels, strict=True)
        )
    return marks


def _judge_ends(row: Row, found: list[Found], spans: list[tuple[int, int]]) -> None:
    """Judge each end of the nearest system claim with the row's predicate on the row's words."""
    gold = row.gold
    if row.found is not None:
        row.subject_right = row.object_right = True
        return
    near = [c for c in found if c.predicate == gold.predicate and c.overlaps(spans)]
    if near:
        marks = [(c.subject.fits(gold.subject), c.object.fits(gold.object)) for c in near]
        row.subject_right, row.object_right = max(marks, key=sum)


def _reason(claim: Found, rows: list[Row]) -> str:
    """Return the likeliest reason why a system claim is false."""
    golds = [row.gold for row in rows]
    for gold in golds:
        if claim.predicate == gold.predicate and claim.ends_fit(gold):
            return "the same claim twice: one actor has been split, or two share a name"
    for gold in golds:
        if claim.ends_fit(gold):
            coarser = vocabulary()[gold.predicate].parent == claim.predicate
            kind = "coarser" if coarser else "wrong"
            return f"{kind} predicate: {gold.predicate} is right"
    for gold in golds:
        if claim.predicate == gold.predicate:
            if claim.crossed(gold):
                return "ends the wrong way round"
            if claim.subject.fits(gold.subject):
                return f"wrong object: {gold.object} is right"
            if claim.object.fits(gold.object):
                return f"wrong subject: {gold.subject} is right"
    return "not in the gold"


def _collect_strays(case: Case, rows: list[Row], report: Report) -> None:
    """Collect stances on right claims whose speaker, kind and modality no gold row has."""
    seen: set[int] = set()
    for row in rows:
        if row.found is None or id(row.found) in seen:
            continue
        seen.add(id(row.found))
        golds = [other.gold for other in rows if other.found is row.found]
        for stance in row.found.stances:
            known = any(
                speaker_fits(stance.speaker, gold.speaker)
                and stance.kind == gold.kind.value
                and stance.modality == gold.modality.value
                for gold in golds
            )
            if not known:
                report.stray.append((case, row.found, stance))

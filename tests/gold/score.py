"""The score-keeper: runs the reader over gold cases and says what it found, missed and made up.

Run it with `python -m tests.gold.score --set dev --misses`. A system claim is right when its
predicate and both ends are; its stances are judged apart, against the gold row they fit best.
"""

import argparse
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from actorgraph.schema import GraphDocument, StanceKind, vocabulary
from rich.console import Console
from rich.table import Table

from .cases import SETS, Case, GoldClaim, load

Reader = Callable[[Case], GraphDocument]
ASPECTS = (
    "speaker",
    "named speaker",
    "via",
    "kind",
    "modality",
    "evidence",
    "time",
    "topic",
    "levels",
)
_LETTERS = str.maketrans("أإآٱىة", "اااايه")


def read_case(case: Case) -> GraphDocument:
    """Return what the project's own reader finds in a case."""
    from actorgraph.graph import source_from_text, weave

    return weave([source_from_text(case.text, name=case.id, date=case.date)]).document()


# Names ---------------------------------------------------------------------------------------


def fold_name(name: str) -> tuple[str, ...]:
    """Return a name's tokens without marks, articles and spelling variants."""
    bare = "".join(c for c in unicodedata.normalize("NFC", name) if not unicodedata.combining(c))
    bare = re.sub(r"[^\w\s]", " ", bare.replace("ـ", "").translate(_LETTERS)).replace("يي", "ي")
    tokens = [token.removeprefix("ال") if len(token) > 4 else token for token in bare.split()]
    return tuple(re.sub(r"(?<=\w{3})ون$", "ين", token) for token in tokens)


def _ends_with(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return 0 < len(short) <= len(long) and long[-len(short) :] == short


@dataclass(frozen=True)
class End:
    """An actor or event of the system: its folded names, and whether a surname suffices."""

    label: str
    names: frozenset[tuple[str, ...]]
    by_suffix: bool

    def fits(self, gold: str) -> bool:
        """Whether it is the actor that gold names; `|` joins names that are equally right."""
        for name in map(fold_name, gold.split("|")):
            if name in self.names:
                return True
            if self.by_suffix and any(
                _ends_with(mine, name) or _ends_with(name, mine) for mine in self.names
            ):
                return True
        return False


def _fits(end: End | None, gold: str | None) -> bool:
    """Whether two possibly absent actors are the same; absent is the text's own voice."""
    if gold is None or end is None:
        return end is None and (gold is None or "null" in gold.split(" | "))
    return end.fits(gold)


# What the system found -------------------------------------------------------------------------


@dataclass(frozen=True)
class FoundStance:
    """One stance of a system claim, its actors resolved to names."""

    speaker: End | None
    via: End | None
    kind: str
    modality: str
    topic: str | None
    times: frozenset[str]
    spans: tuple[tuple[int, int], ...]
    levels: tuple[tuple[End | None, str], ...]
    quote: str
    rule: str


@dataclass(frozen=True)
class Found:
    """One system claim with its stances."""

    subject: End
    predicate: str
    object: End
    about_event: bool
    stances: tuple[FoundStance, ...]

    def __str__(self) -> str:
        return f"{self.subject.label} — {self.predicate} — {self.object.label}"

    def ends_fit(self, gold: GoldClaim) -> bool:
        """Whether both ends are those of the gold row, in any order if the relation allows."""
        straight = self.subject.fits(gold.subject) and self.object.fits(gold.object)
        return straight or (vocabulary()[gold.predicate].symmetric and self.crossed(gold))

    def crossed(self, gold: GoldClaim) -> bool:
        """Whether the ends are those of the gold row, the wrong way round."""
        return self.subject.fits(gold.object) and self.object.fits(gold.subject)

    def overlaps(self, spans: Sequence[tuple[int, int]]) -> bool:
        """Whether any of its evidence shares a character with the spans."""
        return any(overlap(stance.spans, spans) for stance in self.stances)


def overlap(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]) -> bool:
    """Whether two lists of spans share a character."""
    return any(a < d and c < b for a, b in left for c, d in right)


def found_in(document: GraphDocument) -> list[Found]:
    """Return the claims of a document, in its order."""
    ends = {
        actor.id: End(
            label=actor.name("ar"),
            names=frozenset(fold_name(name.text) for name in actor.names),
            by_suffix=actor.kind == "person",
        )
        for actor in document.actors
    }
    events = {event.id: event for event in document.events}
    for event in document.events:
        label = event.label or event.id
        ends[event.id] = End(label=label, names=frozenset({fold_name(label)}), by_suffix=True)
    stances: dict[str, list[FoundStance]] = defaultdict(list)
    for stance in document.stances:
        event = events.get(stance.event) if stance.event else None
        times = {str(time) for time in (stance.time, event and event.time) if time}
        stances[stance.claim].append(
            FoundStance(
                speaker=ends[stance.speaker] if stance.speaker else None,
                via=ends[stance.via] if stance.via else None,
                kind=stance.kind.value,
                modality=stance.modality.value,
                topic=stance.topic,
                times=frozenset(times),
                spans=tuple((e.start, e.end) for e in stance.evidence),
                levels=tuple(
                    (ends[level.speaker] if level.speaker else None, level.kind.value)
                    for level in stance.levels
                ),
                quote=" … ".join(e.quote for e in stance.evidence),
                rule=stance.rule,
            )
        )
    return [
        Found(
            subject=ends[claim.subject],
            predicate=claim.predicate,
            object=ends[claim.object],
            about_event=claim.object in events,
            stances=tuple(stances[claim.id]),
        )
        for claim in document.claims
    ]


# Judging one case ------------------------------------------------------------------------------


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
    speaker = _fits(stance.speaker, gold.speaker)
    marks = {
        "speaker": speaker,
        "kind": stance.kind == gold.kind.value,
        "modality": stance.modality == gold.modality.value,
        "evidence": overlap(stance.spans, spans),
    }
    if gold.speaker is not None:
        marks["named speaker"] = speaker
    if gold.via is not None:
        marks["via"] = _fits(stance.via, gold.via)
    if gold.time is not None:
        marks["time"] = gold.time in stance.times
    if gold.topic is not None:
        marks["topic"] = stance.topic == gold.topic
    if gold.levels:
        wanted = [level.rpartition(":") for level in gold.levels]
        marks["levels"] = len(wanted) == len(stance.levels) and all(
            _fits(end, name) and mine == kind
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
                _fits(stance.speaker, gold.speaker)
                and stance.kind == gold.kind.value
                and stance.modality == gold.modality.value
                for gold in golds
            )
            if not known:
                report.stray.append((case, row.found, stance))


# Printing --------------------------------------------------------------------------------------


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def _rate_row(table: Table, label: str, rates: Rates) -> None:
    table.add_row(
        label,
        _percent(rates.precision),
        _percent(rates.recall),
        _percent(rates.f1),
        str(rates.gold),
        str(rates.hits),
        str(rates.false),
    )


def _rate_table(title: str, first: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first)
    for column in ("P", "R", "F1", "gold", "found", "false"):
        table.add_column(column, justify="right")
    return table


def print_totals(report: Report, console: Console, title: str) -> None:
    """Print the tables: overall, the aspects of what was found, relations, constructions."""
    table = _rate_table(title, "")
    _rate_row(table, "all", report.rates())
    console.print(table)

    table = Table(title="Of what was found", title_justify="left")
    for column in ("aspect", "right", "asked", "%"):
        table.add_column(column, justify="left" if column == "aspect" else "right")
    asked = {f"{name} end": pair for name, pair in report.ends().items()}
    asked |= {aspect: report.accuracy(aspect) for aspect in ASPECTS}
    for aspect, (right, total) in asked.items():
        share = right / total if total else None
        table.add_row(aspect, str(right), str(total), _percent(share))
    table.add_row("stray stances", str(len(report.stray)), "", "")
    console.print(table)

    table = _rate_table("Relations", "relation")
    for relation in vocabulary():
        rates = report.rates(
            lambda row, r=relation: row.gold.predicate == r,
            lambda claim, r=relation: claim.found.predicate == r,
        )
        if rates.gold or rates.false:
            _rate_row(table, relation, rates)
    console.print(table)

    table = _rate_table("Constructions", "tag")
    tags = {tag for row in report.rows for tag in row.case.tags}
    tags |= {tag for claim in report.false for tag in claim.case.tags}
    for tag in sorted(tags):
        rates = report.rates(
            lambda row, t=tag: t in row.case.tags,
            lambda claim, t=tag: t in claim.case.tags,
        )
        _rate_row(table, tag, rates)
    console.print(table)


def print_misses(report: Report, console: Console) -> None:
    """Print, case by case, what was missed, made up, or found with a wrong aspect."""
    notes: dict[str, list[str]] = defaultdict(list)
    texts: dict[str, Case] = {}

    def note(case: Case, line: str) -> None:
        texts[case.id] = case
        notes[case.id].append(line)

    for row in report.rows:
        gold = row.gold
        triple = f"{gold.subject} — {gold.predicate} — {gold.object}"
        if gold.optional:
            continue
        if row.found is None:
            who = f" [{gold.speaker} {gold.kind.value}]" if gold.speaker else ""
            note(row.case, f"missed  {triple}{who} ({gold.modality.value}): {gold.words}")
        elif wrong := [aspect for aspect, right in row.aspects.items() if not right]:
            stance = row.stance
            assert stance is not None
            speaker = stance.speaker.label if stance.speaker else "the text"
            via = f" via {stance.via.label}" if stance.via else ""
            times = ", ".join(sorted(stance.times)) or "no time"
            note(
                row.case,
                f"wrong {', '.join(wrong)}  {triple}: has {speaker}{via} {stance.kind} "
                f"({stance.modality}, {times}), {stance.rule}: {stance.quote}",
            )
    for claim in report.false:
        for stance in claim.found.stances[:1]:
            speaker = f" [{stance.speaker.label} {stance.kind}]" if stance.speaker else ""
            note(
                claim.case,
                f"false   {claim.found}{speaker} ({stance.modality}): {claim.why}; "
                f"{stance.rule}: {stance.quote}",
            )
    for case, found, stance in report.stray:
        speaker = stance.speaker.label if stance.speaker else "the text"
        note(case, f"stray   {found}: {speaker} {stance.kind} ({stance.modality}), {stance.rule}")
    for case_id, lines in notes.items():
        console.print(f"\n{case_id} ({texts[case_id].file})", style="bold", markup=False)
        if texts[case_id].source_file is None:
            console.print(texts[case_id].text, markup=False, highlight=False)
        for line in lines:
            console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)


def main(argv: Sequence[str] | None = None) -> None:
    """Score the reader on a set of cases and print the tables."""
    parser = argparse.ArgumentParser(description="Score the reader on gold cases.")
    parser.add_argument("--set", choices=[*SETS, "all"], default="dev")
    parser.add_argument("--case", action="append", help="only this case; may be repeated")
    parser.add_argument("--misses", action="store_true", help="list every miss and false claim")
    parser.add_argument("--yes-look", action="store_true", help="allow --misses on held-out cases")
    options = parser.parse_args(argv)
    if options.misses and options.set in ("heldout", "all") and not options.yes_look:
        parser.error("held-out cases stay unread: say --yes-look to list their misses all the same")
    cases = load(options.set)
    if options.case:
        cases = [case for case in cases if case.id in options.case]
    console = Console(width=None if Console().is_terminal else 120)
    report = score(cases)
    print_totals(report, console, f"{options.set}: {len(cases)} cases")
    if options.misses:
        print_misses(report, console)


if __name__ == "__main__":
    main()

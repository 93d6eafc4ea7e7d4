"""The score-keeper: runs the reader over gold cases and prints how it did.

Run it with `python -m tests.gold.score --set dev --misses`.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence

from actorgraph.schema import vocabulary
from rich.console import Console
from rich.table import Table

from .cases import SETS, Case, load
from .judge import Rates, Report, score

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

    table = Table(title="Why claims are false", title_justify="left")
    table.add_column("reason")
    table.add_column("claims", justify="right")
    for reason, count in Counter(claim.why.split(":")[0] for claim in report.false).most_common():
        table.add_row(reason, str(count))
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
    for tag in sorted({tag for case in report.cases for tag in case.tags}):
        rates = report.rates(
            lambda row, t=tag: t in row.case.tags,
            lambda claim, t=tag: t in claim.case.tags,
        )
        _rate_row(table, tag, rates)
    console.print(table)


def print_rules(report: Report, console: Console) -> None:
    """Print for every rule of the reader how many of its claims are right and false."""
    right: Counter[str] = Counter()
    for row in report.rows:
        if row.stance is not None and not row.gold.optional:
            right[row.stance.rule] += 1
    false = Counter(claim.found.stances[0].rule for claim in report.false if claim.found.stances)
    table = Table(title="Rules", title_justify="left")
    for column in ("rule", "right", "false"):
        table.add_column(column, justify="left" if column == "rule" else "right")
    for rule in sorted(right | false, key=lambda rule: (-false[rule], -right[rule], rule)):
        table.add_row(rule, str(right[rule]), str(false[rule]))
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
    parser.add_argument("--rules", action="store_true", help="count right and false by rule")
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
    if options.rules:
        print_rules(report, console)
    if options.misses:
        print_misses(report, console)


if __name__ == "__main__":
    main()

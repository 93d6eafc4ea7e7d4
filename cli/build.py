"""The main job, with progress while it runs and a summary when it is done."""

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ..exports import write_all
from ..graph import KnowledgeGraph, Woven, weave_counted
from ..graph.source import sources_from
from ..graph.weave import divide, merge_saved
from ..schema import Source, SourceError, Status
from .claims import write_claim
from .terminal import Screen, complain


def build_graph(
    screen: Screen,
    paths: list[Path],
    out: Path,
    formats: list[str] | None,
    *,
    keep_going: bool,
    lang: str,
) -> None:
    """Read, weave, write, and sum up."""

    def report(error: SourceError) -> None:
        complain(str(error))

    texts, saved = divide(paths)
    sources = sources_from(texts, report if keep_going else None) if texts or not saved else []
    kg, refused = _woven(sources)
    kg = merge_saved(kg, saved)
    files = [kg.save(out), *write_all(kg, out, formats)]
    summarise(screen, kg, lang)
    if refused:
        screen.line(f"{_count(refused, 'claim')} refused: not in the words of the source")
    screen.line()
    screen.line(("Written", "bold"), f" to {out}")
    for file in files:
        screen.line(f"  {file.name:<16} {file.stat().st_size:>10,} bytes")


def summarise(screen: Screen, kg: KnowledgeGraph, lang: str) -> None:
    """Write what a graph holds: counts, relations, and what is contested, by whom."""
    stances = sum(len(view.stances) for view in kg.views.values())
    screen.line(
        _count(len(kg.sources), "source"),
        ", ",
        _count(len(kg.actors), "actor"),
        ", ",
        _count(len(kg.events), "event"),
        ", ",
        _count(len(kg.views), "claim"),
        f" in {_count(stances, 'statement')}",
    )
    status = Counter(view.status for view in kg.views.values())
    screen.line(", ".join(f"{status[kind]} {kind.value}" for kind in Status))
    relations = Counter(view.claim.predicate for view in kg.views.values())
    if relations:
        screen.line()
        screen.line(("Relations", "bold"))
    for name, number in sorted(relations.items(), key=lambda item: (-item[1], item[0])):
        screen.line(f"  {number:>5}  {name}")
    contested = kg.contested()
    if contested:
        screen.line()
        screen.line(("Contested", "bold"))
    for view in contested:
        write_claim(screen, kg, view, lang, quotes=False)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _woven(sources: list[Source]) -> Woven:
    """Weave the sources, with a bar on standard error when that is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task("reading", total=len(sources))
        return weave_counted(sources, progress=lambda _: progress.advance(task))

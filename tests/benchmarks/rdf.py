"""Load, write and every competency query: `kg.query`, pyoxigraph called directly, and rdflib.

    python -m tests.benchmarks.rdf --triples 10000 100000 1000000

Times are CPU seconds of this process, so that a busy machine tells the same. A query that rdflib
has not answered within --limit CPU seconds is stopped and stands as that many, marked with >.
"""

import argparse
import contextlib
import gc
import signal
import statistics
import time

import pyoxigraph as ox
import rdflib
from actorgraph.exports.queries import competency_queries
from actorgraph.exports.rdf import to_turtle
from actorgraph.exports.store import store_of
from actorgraph.exports.terms import prefixes
from rich.console import Console
from rich.table import Table

from tests.benchmarks.synthetic import synthetic

PER_CLAIM = 70


class TooSlowError(Exception):
    pass


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--triples", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--limit", type=float, default=20, help="CPU seconds a query of rdflib's")
    arguments = parser.parse_args()
    console = Console(width=110)  # printed as each size is done
    for triples in arguments.triples:
        measure(triples, arguments.limit, console)


def measure(triples: int, limit: float, console: Console):
    """Measure one size and print its table."""
    kg = synthetic(max(1, triples // PER_CLAIM))
    table = Table("", "actorgraph", "pyoxigraph", "rdflib", "x pyoxigraph", "x rdflib")
    written, turtle = timed(lambda: to_turtle(kg))
    made, store = timed(lambda: store_of(kg))
    count = len(store)
    raw = ox.Store()
    parsed, _ = timed(lambda: raw.bulk_load(turtle, ox.RdfFormat.TURTLE))
    direct, _ = timed(lambda: raw.dump(format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph()))
    graph = rdflib.Graph()
    slow_load, _ = timed(lambda: graph.parse(data=turtle, format="turtle"))
    slow_write, _ = timed(lambda: stopped(lambda: graph.serialize(format="turtle"), limit * 10))
    row(table, "load: graph to store | Turtle to store", made, parsed, slow_load)
    row(table, "write Turtle", written, direct, slow_write, stop=limit * 10)
    spaces = {name: rdflib.Namespace(space) for name, space in prefixes().items()}
    against_direct, against_rdflib = [], []
    for query in competency_queries().values():
        ours = repeated(lambda text=query.text: kg.query(text))
        theirs = repeated(lambda text=query.text: list(raw.query(text, prefixes=prefixes())))
        slow, _ = timed(
            lambda text=query.text: stopped(lambda: list(graph.query(text, initNs=spaces)), limit)
        )
        row(table, query.name, ours, theirs, slow, stop=limit)
        against_direct.append(ours / theirs)
        against_rdflib.append(slow / ours)
    table.title = f"{count:,} triples, {len(turtle) / 1e6:.1f} MB of Turtle; CPU ms"
    console.print(table)
    console.print(
        f"median of the queries: {statistics.median(against_direct):.2f} x pyoxigraph's time, "
        f"rdflib {statistics.median(against_rdflib):.0f} x ours"
    )


def row(table, name, ours, theirs, slow, stop=None):
    over = ">" if stop is not None and slow >= stop * 0.95 else ""
    table.add_row(
        name,
        f"{ours * 1000:.1f}",
        f"{theirs * 1000:.1f}",
        f"{over}{slow * 1000:.0f}",
        f"{ours / theirs:.2f}",
        f"{over}{slow / ours:.0f}",
    )


def timed(call):
    gc.collect()
    start = time.process_time()
    value = call()
    return time.process_time() - start, value


def repeated(call):
    """Return the median of at least three runs, of more when they are short."""
    first, _ = timed(call)
    times = [timed(call)[0] for _ in range(2 if first > 0.5 else 6)]
    return statistics.median([first, *times])


def stopped(call, limit):
    """Call, and give up after so many CPU seconds."""

    def stop(*_):
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        with contextlib.suppress(TooSlowError):
            call()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


if __name__ == "__main__":
    main()

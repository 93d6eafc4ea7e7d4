"""SPARQL 1.1 over a graph or a file of ours, by Oxigraph, with our prefixes declared."""

import itertools
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import pyoxigraph as ox

from ..graph import KnowledgeGraph
from ..graph.methods import graph_method
from ..schema import QueryError
from .names import check_names, near_prefix
from .result import Result
from .store import folder_for, open_store, store_of
from .terms import DATA, prefixes

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_TRIPLE = ("subject", "predicate", "object")
_Row = TypeVar("_Row")
_UNKNOWN_PREFIX = re.compile(r"([A-Za-z][\w-]*):")


@graph_method
def query(
    target: KnowledgeGraph | str | Path, text: str, *, disk: str | Path | None = None
) -> Result:
    """Answer a query over a graph, an output folder or an RDF file.

    Prefixes of `graph.ttl` need no declaring. `disk` names a folder for a store on disk (RocksDB),
    kept for the next query; what is above about a million triples goes to a temporary one of
    itself. Raises QueryError with line and column for a query that cannot be parsed or that names
    what the vocabulary does not have, OutputError when the folder cannot hold the store.
    """
    folder = None if disk is None else Path(disk)
    if isinstance(target, KnowledgeGraph):
        return run(store_of(target, folder), text, prefixes(DATA))
    with folder_for(target, folder) as place:
        return _ask(target, place, text)  # the store is closed before its folder goes


def _ask(path: str | Path, disk: Path | None, text: str) -> Result:
    store, base = open_store(path, disk)
    return run(store, text, prefixes(base))


def run(
    store: ox.Store,
    text: str,
    names: dict[str, str],
    *,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
    max_rows: int | None = None,
) -> Result:
    """Answer a query over a store of ours, with these prefixes known.

    Graphs named here are the dataset, whatever the query says (SPARQL 1.1 Protocol, 2.1.4). More
    than `max_rows` rows are an error: an answer is whole or not given.
    """
    check_names(text, names)
    dataset: dict[str, Any] = {}
    try:
        if default_graphs or named_graphs:
            dataset["default_graph"] = [ox.NamedNode(iri) for iri in default_graphs]
            dataset["named_graphs"] = [ox.NamedNode(iri) for iri in named_graphs]
        found = store.query(text, prefixes=names, base_iri=DATA, **dataset)
        if isinstance(found, ox.QueryBoolean):
            return Result(("boolean",), [(ox.Literal(bool(found)),)], "ASK", names)
        most = None if max_rows is None else max_rows + 1
        if isinstance(found, ox.QueryTriples):
            triples = [tuple(triple) for triple in itertools.islice(found, most)]
            return Result(_TRIPLE, sorted(_whole(triples, max_rows), key=str), "CONSTRUCT", names)
        columns = tuple(variable.value for variable in found.variables)
        return Result(
            columns, _whole(list(itertools.islice(found, most)), max_rows), "SELECT", names
        )
    except SyntaxError as error:
        raise QueryError(_explain(str(error), text, names)) from error
    except QueryError:
        raise
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def _whole(rows: list[_Row], most: int | None) -> list[_Row]:
    if most is not None and len(rows) > most:
        raise QueryError(f"the answer has more than {most} rows; add a LIMIT")
    return rows


@graph_method
def sparql(kg: KnowledgeGraph, text: str, *, disk: str | Path | None = None) -> Any:
    """Answer a query over a graph with a DataFrame, ASK with a bool; otherwise as `query`."""
    answer = query(kg, text, disk=disk)
    return bool(answer) if answer.form == "ASK" else answer.to_frame()


def _explain(message: str, text: str, names: dict[str, str]) -> str:
    """Return Oxigraph's message with our words for the place, and what to do."""
    match = _PLACE.search(message)
    if match is None:
        return f"the query cannot be parsed: {message}"
    line, column, expected = int(match[1]), int(match[2]), match[3]
    rows = text.split("\n")
    row = rows[line - 1] if line <= len(rows) else ""
    if "Prefix not found" in expected:
        before = [m for m in _UNKNOWN_PREFIX.finditer(row) if m[1] not in names]
        for found in before:
            near = near_prefix(found[1], names)
            hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(names)}"
            return f"line {line}, column {found.start() + 1}: no prefix {found[1]}:; {hint}"
    wanted = " ".join(expected.split())
    wanted = wanted if len(wanted) <= 160 else wanted[:157] + "…"
    rest = row[column - 1 :].strip()
    here = f" at {rest[:30]!r}" if rest else " at the end of the line" if row else ""
    return f"line {line}, column {column}: the query cannot be parsed{here}; {wanted}"

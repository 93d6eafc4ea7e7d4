"""The triple store behind every query: Oxigraph, in memory, or on disk when the graph is large."""

import itertools
import shutil
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from ..graph import KnowledgeGraph
from ..graph.knowledge import RDF_SUFFIXES
from ..schema import GraphFileError
from .terms import DATA, prefixes
from .triples import triples

# Above this many triples a store goes to disk (RocksDB), where joins at hubs stay fast.
LARGE = 1_000_000
_BY_GRAPH: dict[int, ox.Store] = {}


def store_of(kg: KnowledgeGraph, disk: Path | None = None, limit: int = LARGE) -> ox.Store:
    """Return a store of the triples of `graph.ttl`, made once for each graph.

    It goes to the folder `disk` when one is given, to a temporary one above `limit` triples.
    """
    if disk is None and id(kg) in _BY_GRAPH:
        return _BY_GRAPH[id(kg)]
    store = _filled(triples(kg), disk, limit, owner=kg)
    if disk is None:
        _BY_GRAPH[id(kg)] = store
        weakref.finalize(kg, _BY_GRAPH.pop, id(kg), None)
    return store


def open_store(path: str | Path) -> tuple[ox.Store, str]:
    """Return a store of an RDF file, or of an output folder's, and the base IRI of its data.

    Raises GraphFileError when there is no such file, or it is no RDF.
    """
    file = rdf_file(path)
    try:
        store = ox.Store()
        store.bulk_load(path=str(file))
    except (SyntaxError, ValueError) as error:
        raise GraphFileError(f"{file}: not sound RDF ({error})") from error
    except OSError as error:
        raise GraphFileError(f"{file}: cannot be read ({error.strerror or error})") from error
    return store, base_of(store)


def rdf_file(path: str | Path) -> Path:
    """Return the RDF file meant: the path itself, or `graph.ttl` in the folder given."""
    given = Path(path)
    file = given / "graph.ttl" if given.is_dir() else given
    if not file.is_file():
        raise GraphFileError(f"{file}: no such file; `actorgraph build` writes one")
    if file.suffix not in RDF_SUFFIXES:
        raise GraphFileError(
            f"{file}: not an RDF file; its name should end {', '.join(RDF_SUFFIXES)}"
        )
    return file


def base_of(store: ox.Store) -> str:
    """Return the IRI under which the records of a store stand, as its own header says."""
    query = "SELECT ?base { ?d a void:Dataset ; void:uriSpace ?base } ORDER BY ?base LIMIT 1"
    solutions = store.query(query, prefixes=prefixes())
    assert isinstance(solutions, ox.QuerySolutions)
    for (base,) in solutions:
        if isinstance(base, ox.Literal):
            return base.value
    return DATA


def _filled(
    statements: Iterator[ox.Triple], disk: Path | None, limit: int, owner: object
) -> ox.Store:
    head = list(itertools.islice(statements, limit + 1)) if disk is None else []
    if disk is None and len(head) <= limit:
        store = ox.Store()
        store.bulk_extend(_quads(head))
        return store
    if disk is None:
        disk = Path(tempfile.mkdtemp(prefix="actorgraph-"))
        weakref.finalize(owner, shutil.rmtree, disk, ignore_errors=True)
    store = ox.Store(str(disk))
    store.clear()
    store.bulk_extend(_quads(itertools.chain(head, statements)))
    store.optimize()
    return store


def _quads(statements: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    return (ox.Quad(t.subject, t.predicate, t.object) for t in statements)

"""The triple store behind every query: Oxigraph, in memory, or on disk when the graph is large."""

import contextlib
import hashlib
import itertools
import shutil
import tempfile
import traceback
import weakref
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from ..graph import KnowledgeGraph
from ..graph.knowledge import RDF_SUFFIXES
from ..schema import GraphFileError, OutputError
from .terms import DATA, prefixes
from .triples import triples

# Above this many triples a store goes to disk (RocksDB), where joins at hubs stay fast.
LARGE = 1_000_000
# Bytes of an RDF file of about so many triples, which cannot be counted before it is read.
LARGE_FILE = 40_000_000
# The file that tells a folder made here from a user's; it says what is in the store.
_MARK = "actorgraph-store"
_BY_GRAPH: dict[tuple[int, Path | None], ox.Store] = {}


def store_of(kg: KnowledgeGraph, disk: Path | None = None, limit: int = LARGE) -> ox.Store:
    """Return a store of the triples of `graph.ttl`, made once for each graph and folder.

    It goes to the folder `disk` when one is given, to a temporary one above `limit` triples.
    Raises OutputError when the folder holds something else, or another process has it open.
    """
    key = id(kg), None if disk is None else disk.resolve()
    if key not in _BY_GRAPH:
        _BY_GRAPH[key] = _filled(triples(kg), disk, limit, owner=kg)
        weakref.finalize(kg, _BY_GRAPH.pop, key, None)
    return _BY_GRAPH[key]


def open_store(path: str | Path, disk: Path | None = None) -> tuple[ox.Store, str]:
    """Return a store of an RDF file, or of an output folder's, and the base IRI of its data.

    It is in memory, or in the folder `disk`, where the same file is not loaded twice. Raises
    GraphFileError when there is no such file, or it is no RDF; OutputError as `store_of` does.
    """
    file = rdf_file(path)
    try:
        if disk is None:
            store = ox.Store()
            store.bulk_load(path=str(file))
            return store, base_of(store)
        with file.open("rb") as stream:
            content = f"{file.suffix} {hashlib.file_digest(stream, 'sha256').hexdigest()}"
        store, held = _on_disk(disk)
        if held != content:
            (disk / _MARK).write_text("", "utf-8")  # until it is whole
            store.clear()
            store.bulk_load(path=str(file))
            store.optimize()
            (disk / _MARK).write_text(content, "utf-8")
    except (SyntaxError, ValueError) as error:
        raise GraphFileError(f"{file}: not sound RDF ({error})") from error
    except OSError as error:
        raise GraphFileError(f"{file}: cannot be read ({error.strerror or error})") from error
    return store, base_of(store)


@contextlib.contextmanager
def folder_for(path: str | Path, disk: Path | None = None) -> Generator[Path | None]:
    """Give the folder in which the store of a file belongs, or None for memory.

    It is `disk` when one is given; above LARGE_FILE bytes a temporary one, removed afterwards.
    """
    size = rdf_file(path).stat().st_size
    if disk is None and size <= LARGE_FILE:
        yield None
        return
    with contextlib.ExitStack() as stack:
        if disk is None:
            made = tempfile.TemporaryDirectory(prefix="actorgraph-", ignore_cleanup_errors=True)
            disk = Path(stack.enter_context(made))
        try:
            yield disk
        except BaseException as error:
            # A traceback keeps the store open, which then locks its folder, or writes it anew.
            traceback.clear_frames(error.__traceback__)
            raise


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
        weakref.finalize(owner, _close_and_remove, (id(owner), None), disk)
    store, _ = _on_disk(disk)
    (disk / _MARK).write_text("", "utf-8")  # a graph's: filled anew by the next process
    store.clear()
    store.bulk_extend(_quads(itertools.chain(head, statements)))
    store.optimize()
    return store


def _close_and_remove(key: tuple[int, None], folder: Path) -> None:
    """Remove the folder of a store once it is closed: an open one may write while it goes."""
    _BY_GRAPH.pop(key, None)
    shutil.rmtree(folder, ignore_errors=True)


def _on_disk(disk: Path) -> tuple[ox.Store, str]:
    """Return the store in a folder, and what it says it holds; never touch what is not ours."""
    mark = disk / _MARK
    try:
        disk.mkdir(parents=True, exist_ok=True)
        if not mark.is_file():
            if any(disk.iterdir()):
                raise OutputError(f"{disk}: not empty, and no store of ours; name a new folder")
            mark.write_text("", "utf-8")
        return ox.Store(str(disk)), mark.read_text("utf-8")
    except OSError as error:
        reason = "in use by another graph or process" if "LOCK: " in str(error) else str(error)
        raise OutputError(f"{disk}: no store can be kept there ({reason})") from error


def _quads(statements: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    return (ox.Quad(t.subject, t.predicate, t.object) for t in statements)

"""A worker process: it holds the graph and answers one query after the other, until killed.

It speaks over its standard streams: a line of JSON, then for an answer that many bytes.
"""

import json
import sys
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from ...schema import ActorGraphError, QueryError
from ..sparql import run
from ..store import base_of, open_store
from ..terms import prefixes

_GRAPH_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
# Asked before the process is confined, so that all it needs is loaded.
_WARM_UP = {"query": "ASK {}", "default_graphs": (), "named_graphs": (), "form": "xml"}


def main(path: str, max_rows: str, max_memory: str) -> None:
    """Load the graph, say so, and answer until the standard input ends."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    try:
        store, base = _open(path)
    except ActorGraphError as error:
        _reply(sink, {"status": 500, "message": str(error)})
        return
    _answer(store, prefixes(base), _WARM_UP, 1)
    _confine(int(max_memory), in_memory=not _on_disk(path))
    _reply(sink, {"status": 200, "triples": len(store), "base": base})
    for line in source:
        request = json.loads(line)
        status, body = 200, b""
        try:
            body = _answer(store, prefixes(base), request, int(max_rows))
        except QueryError as error:
            status, body = 400, str(error).encode()
        except MemoryError:
            status, body = 503, b"the query needs more memory than this endpoint gives it"
        _reply(sink, {"status": status, "length": len(body)}, body)


def _open(path: str) -> tuple[ox.Store, str]:
    if _on_disk(path):
        store = ox.Store.read_only(path)
        return store, base_of(store)
    return open_store(path)


def _on_disk(path: str) -> bool:
    return (Path(path) / "CURRENT").is_file()  # a RocksDB folder


def _answer(store: ox.Store, names: dict[str, str], request: dict[str, Any], rows: int) -> bytes:
    result = run(
        store,
        request["query"],
        names,
        default_graphs=request["default_graphs"],
        named_graphs=request["named_graphs"],
        max_rows=rows,
    )
    if request["form"] in _GRAPH_FORMATS:
        return result.graph(_GRAPH_FORMATS[request["form"]])
    return result.serialize(request["form"])


def _reply(sink: BinaryIO, head: dict[str, Any], body: bytes = b"") -> None:
    sink.write(json.dumps(head).encode() + b"\n" + body)
    sink.flush()


def _confine(megabytes: int, *, in_memory: bool) -> None:
    """Let this process grow by so much and no more, and open nothing, where the system can say so.

    Without new file descriptors there is no socket to call another server with, whatever a query
    manages to say.
    """
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        memory = pages * resource.getpagesize() + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if in_memory:
            resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    except (ImportError, OSError, ValueError):
        return


if __name__ == "__main__":
    main(*sys.argv[1:])

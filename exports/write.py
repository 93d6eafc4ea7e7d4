"""The exports by name, and the one function that writes them."""

from collections.abc import Callable, Iterable
from pathlib import Path

from ..graph import KnowledgeGraph
from ..graph.files import write_whole
from ..graph.methods import graph_method
from ..schema import LookupFailedError
from .gexf import to_gexf
from .graphml import to_graphml
from .page import page_html
from .parquet import PARQUET
from .rdf import to_jsonld, to_nquads, to_rdf12, to_trig, to_turtle
from .tables import to_claims_csv, to_edges_csv, to_nodes_csv

Writer = Callable[[KnowledgeGraph], bytes]


def _html(kg: KnowledgeGraph) -> bytes:
    return page_html(kg).encode()


def _pyvis(kg: KnowledgeGraph) -> bytes:
    from .pyvis_page import pyvis_html  # imports IPython, which takes a second

    return pyvis_html(kg).encode()


# Format name -> file name -> writer.
FORMATS: dict[str, dict[str, Writer]] = {
    "turtle": {"graph.ttl": to_turtle},
    "graphml": {"graph.graphml": to_graphml},
    "gexf": {"graph.gexf": to_gexf},
    "csv": {"nodes.csv": to_nodes_csv, "edges.csv": to_edges_csv, "claims.csv": to_claims_csv},
    "html": {"explore.html": _html},
    "pyvis": {"pyvis.html": _pyvis},
    "trig": {"graph.trig": to_trig},
    "nquads": {"graph.nq": to_nquads},
    "jsonld": {"graph.jsonld": to_jsonld},
    "rdf12": {"claims.rdf12.ttl": to_rdf12},
    "parquet": PARQUET,
}
DEFAULT = ("turtle", "graphml", "gexf", "csv", "html")


def write_all(
    kg: KnowledgeGraph, out_dir: str | Path, formats: Iterable[str] | None = None
) -> list[Path]:
    """Write a graph in these formats (`DEFAULT` when none are named) and return the paths.

    Each file is written whole or not at all. Raises LookupFailedError for an unknown format.
    """
    names = list(DEFAULT if formats is None else dict.fromkeys(formats))
    for name in names:
        if name not in FORMATS:
            raise LookupFailedError(f"no format {name!r}; choose from {', '.join(FORMATS)}")
    written: list[Path] = []
    for name in names:
        for file_name, writer in FORMATS[name].items():
            path = Path(out_dir) / file_name
            write_whole(path, writer(kg))
            written.append(path)
    return written


@graph_method
def write(
    kg: KnowledgeGraph, out_dir: str | Path, formats: Iterable[str] | None = None
) -> list[Path]:
    """Write a graph's exports; the method `kg.write`, see `write_all`."""
    return write_all(kg, out_dir, formats)

"""Whether an RDF file keeps the shapes: first its syntax, then SHACL."""

import importlib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from ..schema import GraphFileError, MissingExtraError
from .shapes import SH
from .store import base_of, rdf_file
from .terms import prefixes, shortener


@dataclass(frozen=True)
class Violation:
    """One broken shape, in the short names of our prefixes."""

    focus: str
    shape: str
    path: str
    value: str
    message: str

    def __str__(self) -> str:
        about = f" {self.path}" if self.path else ""
        value = f" (found {self.value})" if self.value else ""
        return f"{self.focus}{about}: {self.message}{value} [{self.shape}]"


@dataclass(frozen=True)
class Report:
    """What a validation found; true when nothing is wrong."""

    file: str
    triples: int
    violations: tuple[Violation, ...]

    def __bool__(self) -> bool:
        return not self.violations

    def __str__(self) -> str:
        if not self.violations:
            return f"{self.file}: {self.triples} triples keep all shapes"
        count = len(self.violations)
        head = f"{self.file}: {count} violation{'s' if count > 1 else ''}"
        return "\n".join([head, *(f"  {violation}" for violation in self.violations)])


def validate(path: str | Path) -> Report:
    """Check an RDF file, or the `graph.ttl` of a folder, against the shapes.

    The syntax is read strictly. Raises GraphFileError for broken RDF and MissingExtraError without
    the extra `rdf`.
    """
    file = rdf_file(path)
    store = ox.Store()
    try:
        store.bulk_load(path=str(file))
    except (SyntaxError, ValueError) as error:
        raise GraphFileError(f"{file}: not sound RDF ({error})") from error
    except OSError as error:
        raise GraphFileError(f"{file}: cannot be read ({error.strerror or error})") from error
    return Report(file.name, len(store), check(store))


def check(store: ox.Store) -> tuple[Violation, ...]:
    """Return the violations of a store, sorted."""
    pyshacl, oxrdflib = _need("pyshacl"), _need("oxrdflib")
    graph = _Frozen(oxrdflib.OxigraphStore(store=store), DATASET_DEFAULT_GRAPH_ID)
    _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), advanced=False, inplace=True)
    short = shortener(prefixes(base_of(store)) | {"shape": "https://w3id.org/actorgraph/shapes#"})
    sh = rdflib.Namespace(SH)
    found: list[Violation] = []
    for result in report.subjects(rdflib.RDF.type, sh["ValidationResult"]):
        messages = sorted(str(text) for text in report.objects(result, sh["resultMessage"]))
        found.append(
            Violation(
                focus=_short(report.value(result, sh["focusNode"]), short),
                shape=_short(report.value(result, sh["sourceShape"]), short),
                path=_short(report.value(result, sh["resultPath"]), short),
                value=_short(report.value(result, sh["value"]), short),
                message="; ".join(messages),
            )
        )
    return tuple(sorted(found, key=str))


class _Frozen(rdflib.Graph):
    """A graph that does not change: pyshacl asks for its length at every violation."""

    @cached_property
    def _length(self) -> int:
        return super().__len__()

    def __len__(self) -> int:
        return self._length


@cache
def _shapes() -> rdflib.Graph:
    text = files(__name__.rpartition(".")[0]).joinpath("shapes.ttl").read_text("utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def _short(node: Any, short: Any) -> str:
    if isinstance(node, rdflib.URIRef):
        return short(str(node))
    return "" if node is None else repr(str(node))[:120]


def _need(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            'validation needs pyshacl and oxrdflib: pip install "actorgraph[rdf]"'
        ) from error

"""SHACL by pyshacl, over an Oxigraph store as an rdflib graph."""

import importlib
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from ..schema import MissingExtraError
from .shapes import SH
from .store import base_of
from .terms import prefixes, shortener
from .validate import Violation


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

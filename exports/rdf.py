"""RDF files: Turtle first; TriG, N-Quads, JSON-LD and RDF 1.2 on request."""

import io
from collections.abc import Iterable

import pyoxigraph as ox

from ..graph import KnowledgeGraph
from .terms import DATA, prefixes
from .triples import quads, reifications, triples


def to_turtle(kg: KnowledgeGraph, base: str = DATA) -> bytes:
    """Return the graph in Turtle 1.1: no blank nodes, every namespace bound, the same bytes."""
    return with_prefixes(triples(kg, base), ox.RdfFormat.TURTLE, prefixes(base))


def to_trig(kg: KnowledgeGraph, base: str = DATA) -> bytes:
    """Return the Turtle, and in a graph named after each claim the triple that it names."""
    return with_prefixes(quads(kg, base), ox.RdfFormat.TRIG, prefixes(base))


def to_nquads(kg: KnowledgeGraph, base: str = DATA) -> bytes:
    """Return the same quads as `to_trig`, one a line, for bulk loaders."""
    buffer = io.BytesIO()
    ox.serialize(quads(kg, base), buffer, ox.RdfFormat.N_QUADS)
    return buffer.getvalue()


def to_rdf12(kg: KnowledgeGraph, base: str = DATA) -> bytes:
    """Return a side file in Turtle 1.2 that ties each claim to its triple by `rdf:reifies`."""
    return with_prefixes(reifications(kg, base), ox.RdfFormat.TURTLE, prefixes(base))


def with_prefixes(
    statements: Iterable[ox.Triple] | Iterable[ox.Quad],
    format: ox.RdfFormat,
    names: dict[str, str],
) -> bytes:
    """Return Turtle or TriG in the order given; pyoxigraph writes the prefixes in random order."""
    buffer = io.BytesIO()
    ox.serialize(statements, buffer, format, prefixes=names)
    head = b"".join(f"@prefix {name}: <{iri}> .\n".encode() for name, iri in names.items())
    return head + buffer.getbuffer()[len(head) :]

"""RDF files: Turtle first; TriG, N-Quads, JSON-LD and RDF 1.2 on request."""

import io
import json
from collections.abc import Callable, Iterable

import pyoxigraph as ox

from ..graph import KnowledgeGraph
from .terms import DATA, prefixes, shortener, term
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


def to_jsonld(kg: KnowledgeGraph, base: str = DATA) -> bytes:
    """Return the graph in JSON-LD 1.1: one node a line, names as short as in Turtle."""
    short = shortener(prefixes(base))
    nodes: dict[str, dict[str, list[object]]] = {}
    for triple in triples(kg, base):
        node = nodes.setdefault(short(_iri(triple.subject)), {})
        if triple.predicate == term("rdf:type"):
            node.setdefault("@type", []).append(short(_iri(triple.object)))
        else:
            name = short(triple.predicate.value)
            node.setdefault(name, []).append(_json(triple.object, short))
    lines = (json.dumps({"@id": iri} | node, ensure_ascii=False) for iri, node in nodes.items())
    context = json.dumps(prefixes(base), ensure_ascii=False, indent=1)
    body = ",\n".join(lines)
    return f'{{"@context": {context},\n"@graph": [\n{body}\n]}}\n'.encode()


def _iri(node: object) -> str:
    assert isinstance(node, ox.NamedNode)
    return node.value


def _json(node: object, short: Callable[[str], str]) -> str | dict[str, str]:
    if not isinstance(node, ox.Literal):
        return {"@id": short(_iri(node))}
    if node.language:
        return {"@value": node.value, "@language": node.language}
    if node.datatype == term("xsd:string"):
        return node.value
    return {"@value": node.value, "@type": short(node.datatype.value)}

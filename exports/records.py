"""Turtle back into records: the inverse of `triples`, so that a Turtle file is a full save."""

import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

import pyoxigraph as ox
from pydantic import ValidationError

from ..graph.methods import graph_method
from ..schema import (
    Actor,
    ActorGraphError,
    Claim,
    Event,
    GraphDocument,
    GraphFileError,
    Record,
    Source,
    Stance,
    State,
)
from .mapping import SLOTS, Kind, Slot, date_properties
from .store import rdf_file
from .terms import DATA, NS, record_id, relation_id, term
from .triples import sequence_property

_Term = ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple
_POSITIONS = ("ag:assertion", "ag:denial", "ag:question", "ag:possibility")
_WORD = re.compile(r"(?<=.)(?=[A-Z])")


class _File(NamedTuple):
    """The triples of a file by subject and property, and what reading them needs to know."""

    nodes: dict[str, dict[str, list[_Term]]]
    base: str
    texts: dict[str, str]  # of the sources, by id


@graph_method
def read_rdf(path: str | Path) -> GraphDocument:
    """Return the records of an RDF file written by actorgraph; `load` calls this for RDF.

    Only the default graph of a dataset counts. Raises GraphFileError for a file that is broken, or
    not of ours.
    """
    file = rdf_file(path)
    format = ox.RdfFormat.from_extension(file.suffix.removeprefix("."))
    try:
        return from_rdf(file.read_bytes(), format or ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise GraphFileError(f"{file}: not sound RDF ({error})") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole file"
        raise GraphFileError(f"{file}: not a sound graph ({where}: {first['msg']})") from error
    except (ActorGraphError, ValueError) as error:
        raise GraphFileError(f"{file}: not a graph of actorgraph's ({error})") from error
    except OSError as error:
        raise GraphFileError(f"{file}: cannot be read ({error.strerror})") from error


def from_rdf(data: bytes, format: ox.RdfFormat = ox.RdfFormat.TURTLE) -> GraphDocument:
    """Return the records that RDF of ours holds.

    Raises SyntaxError for broken RDF and ValueError for triples that are no records of ours.
    """
    index: defaultdict[str, defaultdict[str, list[_Term]]] = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(data, format):
        if isinstance(quad.graph_name, ox.DefaultGraph) and isinstance(quad.subject, ox.NamedNode):
            index[quad.subject.value][quad.predicate.value].append(quad.object)
    by_type: defaultdict[str, list[str]] = defaultdict(list)
    for subject, properties in index.items():
        for kind in properties.get(term("rdf:type").value, ()):
            by_type[str(kind)].append(subject)
    file = _File({s: dict(p) for s, p in index.items()}, _base(index, by_type), {})
    sources = [_record(s, Source, file) for s in by_type[str(term("ag:Source"))]]
    file.texts.update({source["id"]: source.get("text", "") for source in sources})
    states = set(by_type[str(term("ag:State"))])
    actors = [
        _record(s, State if s in states else Actor, file) for s in by_type[str(term("ag:Actor"))]
    ]
    claims: list[dict[str, Any]] = []
    stances: list[dict[str, Any]] = []
    for subject in by_type[str(term("ag:Claim"))]:
        claims.append(_record(subject, Claim, file))
        for position in _POSITIONS:
            for node in file.nodes[subject].get(term(position).value, ()):
                stance = _record(_iri(node), Stance, file)
                stances.append(stance | {"claim": claims[-1]["id"]})
    events = [_record(s, Event, file) for s in by_type[str(term("ag:Event"))]]
    return GraphDocument.model_validate(
        {
            "sources": sources,
            "actors": actors,
            "events": events,
            "claims": claims,
            "stances": stances,
        }
    )


def _base(index: Any, by_type: dict[str, list[str]]) -> str:
    for dataset in by_type.get(str(term("void:Dataset")), ()):
        for space in index[dataset].get(term("void:uriSpace").value, ()):
            return space.value
    return DATA


def _record(subject: str, model: type[Record], file: _File) -> dict[str, Any]:
    return {"id": record_id(subject, file.base)} | _fields(subject, model, file)


def _fields(subject: str, model: type[Record], file: _File) -> dict[str, Any]:
    if subject not in file.nodes:
        raise ValueError(f"<{subject}> is spoken of and never described")
    fields: dict[str, Any] = {}
    for slot in SLOTS[model]:
        many = get_origin(model.model_fields[slot.field].annotation) is tuple
        value = _READERS[slot.kind](subject, slot, model, file, many)
        if value is not None:
            fields[slot.field] = value
    return fields


def _values(subject: str, property: str, file: _File) -> list[_Term]:
    return file.nodes[subject].get(term(property).value, [])


def _one(subject: str, property: str, file: _File) -> _Term | None:
    values = _values(subject, property, file)
    if len(values) > 1:
        raise ValueError(f"<{subject}> has {len(values)} values of {property}, where one may stand")
    return values[0] if values else None


def _iri(node: _Term) -> str:
    if not isinstance(node, ox.NamedNode):
        raise ValueError(f"{node} stands where an IRI should")
    return node.value


def _literal(node: _Term) -> str:
    if not isinstance(node, ox.Literal):
        raise ValueError(f"{node} stands where a literal should")
    return node.value


_Reader = Callable[[str, Slot, type[Record], _File, bool], Any]


def _simple(convert: Callable[[_Term, _File], Any]) -> _Reader:
    """Return a reader of a property with at most one value."""

    def read(subject: str, slot: Slot, model: type[Record], file: _File, many: bool) -> Any:
        value = _one(subject, slot.property, file)
        return None if value is None else convert(value, file)

    return read


def _individual(node: _Term, _: _File) -> str:
    return _WORD.sub("-", _iri(node).removeprefix(NS)).lower()


def _class(subject: str, slot: Slot, model: type[Record], file: _File, many: bool) -> str | None:
    kinds = {_iri(node) for node in _values(subject, slot.property, file)}
    own = sorted(k for k in kinds if k.startswith(NS) and k != term("ag:Actor").value)
    return _individual(ox.NamedNode(own[0]), file) if len(own) == 1 else None


def _relation(node: _Term, _: _File) -> str:
    return relation_id(node.value) if isinstance(node, ox.NamedNode) else _literal(node)


def _tag(subject: str, slot: Slot, model: type[Record], file: _File, many: bool) -> str | None:
    given = _one(subject, slot.property, file)
    if given is not None:
        return _literal(given)
    form = _one(subject, "skosxl:literalForm", file)
    return form.language if isinstance(form, ox.Literal) else None


def _date(subject: str, slot: Slot, model: type[Record], file: _File, many: bool) -> Any:
    edtf = _one(subject, date_properties(slot)[0], file)
    return None if edtf is None else {"edtf": _literal(edtf)}


def _spans(subject: str, slot: Slot, model: type[Record], file: _File, many: bool) -> Any:
    spans = [_span(iri, file) for iri in _sequence(subject, slot, file)]
    if many:
        return spans
    if len(spans) > 1:
        raise ValueError(f"<{subject}> has {len(spans)} values of {slot.property}")
    return spans[0] if spans else None


def _span(node: str, file: _File) -> dict[str, Any]:
    source = _one(node, "oa:hasSource", file) if node in file.nodes else None
    if source is None:
        raise ValueError(f"<{node}> names no source")
    found: dict[str, _Term] = {}
    for selector in _values(node, "oa:hasSelector", file):
        for name in ("oa:start", "oa:end", "oa:exact"):
            value = _one(_iri(selector), name, file) if _iri(selector) in file.nodes else None
            if value is not None:
                found[name] = value
    if not {"oa:start", "oa:end"} <= set(found):
        raise ValueError(f"<{node}> has no start or no end")
    start, end = int(_literal(found["oa:start"])), int(_literal(found["oa:end"]))
    source_id = record_id(_iri(source), file.base)
    quote = file.texts.get(source_id, "")[start:end]
    exact = _literal(found["oa:exact"]) if "oa:exact" in found else quote
    return {"source": source_id, "start": start, "end": end, "quote": exact}


def _links(subject: str, slot: Slot, model: type[Record], file: _File, many: bool) -> list[str]:
    return _sequence(subject, slot, file)


def _sequence(subject: str, slot: Slot, file: _File) -> list[str]:
    exact = _one(subject, sequence_property(slot), file)
    if exact is not None:
        return json.loads(_literal(exact))
    return sorted(_iri(node) for node in _values(subject, slot.property, file))


def _parts(subject: str, slot: Slot, model: type[Record], file: _File, many: bool) -> Any:
    part_model = get_args(model.model_fields[slot.field].annotation)[0]
    numbered: list[tuple[int, dict[str, Any]]] = []
    for node in _values(subject, slot.property, file):
        fields = _fields(_iri(node), part_model, file)
        position = _one(_iri(node), "ag:position", file)
        numbered.append((int(_literal(position)) if position else 0, fields))
    return [fields for _, fields in sorted(numbered, key=lambda item: item[0])]


_READERS: dict[Kind, _Reader] = {
    Kind.TEXT: _simple(lambda node, _: _literal(node)),
    Kind.TAGGED: _simple(lambda node, _: _literal(node)),
    Kind.ADDRESS: _simple(lambda node, _: _literal(node)),
    Kind.FLAG: _simple(lambda node, _: _literal(node) in ("true", "1")),
    Kind.DECIMAL: _simple(lambda node, _: float(_literal(node))),
    Kind.TERM: _simple(_individual),
    Kind.CLASS: _class,
    Kind.REF: _simple(lambda node, file: record_id(_iri(node), file.base)),
    Kind.RELATION: _simple(_relation),
    Kind.TAG: _tag,
    Kind.DATE: _date,
    Kind.SPAN: _spans,
    Kind.LINK: _links,
    Kind.PART: _parts,
}

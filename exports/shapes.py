"""SHACL shapes: one a record and field, made from the schema, and the rules on status and words.

`shapes.ttl` beside this module is its output; a test keeps it fresh.
"""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pyoxigraph as ox
from annotated_types import Ge, Le
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from ..schema import Actor, ActorKind, Record, State
from .mapping import CLASSES, SLOTS, Kind, Slot, date_properties
from .ontology import DATATYPES, ENUMS, range_of
from .rdf import with_prefixes
from .rules import RULES, Rule
from .terms import NS, STANDARD, UNDISPUTED, individual, term
from .triples import sequence_property

SHAPES = "https://w3id.org/actorgraph/shapes#"
SH = "http://www.w3.org/ns/shacl#"
_USED = ("rdf", "rdfs", "owl", "xsd", "skos", "skosxl", "dcterms", "schema", "oa", "edtf", "prov")
# What `triples` adds to the fields: class, property, kind of value, least and most values. A number
# is a lower bound: Oxigraph keeps the value of an xsd:nonNegativeInteger, not its datatype.
_ADDED = (
    ("ag:Actor", "rdfs:label", None, 1, None),
    ("ag:Claim", "ag:status", "ag:Status", 1, 1),
    ("ag:Claim", "ag:assertion", "ag:Stance", 0, None),
    ("ag:Claim", "ag:denial", "ag:Stance", 0, None),
    ("ag:Claim", "ag:question", "ag:Stance", 0, None),
    ("ag:Claim", "ag:possibility", "ag:Stance", 0, None),
    ("ag:Stance", "ag:reportedIn", "ag:Source", 1, None),
    ("ag:Stance", "ag:quote", None, 1, 1),
    ("skosxl:Label", "ag:position", "xsd:integer", 1, 1),
    ("ag:Candidate", "ag:position", "xsd:integer", 1, 1),
    ("ag:Participation", "ag:position", "xsd:integer", 1, 1),
    ("ag:SpeechFrame", "ag:position", "xsd:integer", 1, 1),
    ("oa:SpecificResource", "oa:hasSource", "ag:Source", 1, 1),
    ("oa:SpecificResource", "oa:hasSelector", None, 1, 2),
    ("oa:TextPositionSelector", "oa:start", "0", 1, 1),
    ("oa:TextPositionSelector", "oa:end", "1", 1, 1),
    ("oa:TextQuoteSelector", "oa:exact", "xsd:string", 1, 1),
    ("oa:TextQuoteSelector", "oa:prefix", "xsd:string", 1, 1),
    ("oa:TextQuoteSelector", "oa:suffix", "xsd:string", 1, 1),
)


def shapes_ttl() -> str:
    """Return the shapes in Turtle."""
    names = {"ag": NS, "undisputed": UNDISPUTED, "shape": SHAPES, "sh": SH}
    names |= {name: STANDARD[name] for name in _USED}
    return with_prefixes(_shapes(names), ox.RdfFormat.TURTLE, names).decode()


def _shapes(names: dict[str, str]) -> Iterator[ox.Triple]:
    this = ox.NamedNode(SHAPES.removesuffix("#"))
    yield ox.Triple(this, term("rdf:type"), term("owl:Ontology"))
    for name, space in names.items():
        declared = _shape(f"prefix-{name}")
        yield ox.Triple(this, _sh("declare"), declared)
        yield ox.Triple(declared, _sh("prefix"), ox.Literal(name))
        address = ox.Literal(space, datatype=term("xsd:anyURI"))
        yield ox.Triple(declared, _sh("namespace"), address)
    made: dict[str, list[ox.Triple]] = {}
    for model, slots in SLOTS.items():
        for slot in slots:
            if model is State and slot in SLOTS[Actor]:
                continue
            for shape in _of_slot(model, slot):
                made.setdefault(CLASSES[model], []).extend(shape)
    for target, property, value, least, most in _ADDED:
        shape = _property_shape(target, property, least, most)
        if value in ENUMS.values():
            shape.append(_on(shape, "in", _head(str(value))))
        elif value is not None and value.isdigit():
            shape.append(_on(shape, "minInclusive", ox.Literal(int(value))))
        elif value is not None:
            data = value.startswith("xsd:")
            shape.append(_on(shape, "datatype" if data else "class", term(value)))
        elif property == "rdfs:label":
            shape.append(_on(shape, "uniqueLang", ox.Literal(True)))
        made.setdefault(target, []).extend(shape)
    for enum, name in ENUMS.items():
        yield from _list(name, [individual(value) for value in enum])
    yield from _list("ag:ActorKind", [individual(kind) for kind in ActorKind])
    yield ox.Triple(_shape("ActorKind-value"), _sh("in"), _head("ag:ActorKind"))
    # An entity is an actor or an event; sh:class would need the ontology in the data.
    yield from _list("ag:Entity", [_shape("an-actor"), _shape("an-event")], "kinds")
    yield ox.Triple(_shape("an-actor"), _sh("class"), term("ag:Actor"))
    yield ox.Triple(_shape("an-event"), _sh("class"), term("ag:Event"))
    for target, triples in made.items():
        node = _shape(_local(target))
        yield ox.Triple(node, term("rdf:type"), _sh("NodeShape"))
        yield ox.Triple(node, _sh("targetClass"), term(target))
        yield ox.Triple(node, _sh("nodeKind"), _sh("IRI"))
        for property in dict.fromkeys(t.subject for t in triples):
            yield ox.Triple(node, _sh("property"), property)
        yield from triples
    for rule in RULES:
        yield from _rule(rule, this)


def _of_slot(model: type[Record], slot: Slot) -> Iterator[list[ox.Triple]]:
    """Yield the property shapes of a field."""
    target, info = CLASSES[model], model.model_fields[slot.field]
    many = get_origin(info.annotation) is tuple
    written = not _optional(info) and slot.kind is not Kind.TAG
    least, most = int(written and (not many or _min_length(info))), None if many else 1
    if slot.kind is Kind.CLASS:
        shape = _property_shape(target, slot.property, 0, None, name="kind")
        one_kind = _shape("ActorKind-value")
        shape.append(_on(shape, "qualifiedValueShape", one_kind))
        shape.append(_on(shape, "qualifiedMinCount", ox.Literal(1)))
        shape.append(_on(shape, "qualifiedMaxCount", ox.Literal(1)))
        yield shape
        return
    if slot.kind is Kind.DATE:
        edtf, first, last = date_properties(slot)
        for property, datatype in ((edtf, "edtf:EDTF"), (first, "xsd:date"), (last, "xsd:date")):
            shape = _property_shape(target, property, 0, 1)
            yield [*shape, _on(shape, "datatype", term(datatype))]
        return
    shape = _property_shape(target, slot.property, least, most)
    yield [*shape, *_values(model, slot, info, shape)]
    if slot.kind in (Kind.LINK, Kind.SPAN) and many:
        sequence = _property_shape(target, sequence_property(slot), 0, 1)
        yield [*sequence, _on(sequence, "datatype", term("xsd:string"))]


def _values(
    model: type[Record], slot: Slot, info: FieldInfo, shape: list[ox.Triple]
) -> Iterator[ox.Triple]:
    value = range_of(model, slot)
    if slot.kind is Kind.TERM:
        assert value is not None
        yield _on(shape, "in", _head(value))
    elif slot.kind is Kind.LINK:
        yield _on(shape, "nodeKind", _sh("IRI"))
    elif slot.kind in DATATYPES and slot.kind is not Kind.TAGGED:
        yield _on(shape, "datatype", term(DATATYPES[slot.kind]))
    elif slot.kind is Kind.TAGGED:
        yield _on(shape, "nodeKind", _sh("Literal"))
    elif value == "ag:Entity":
        yield _on(shape, "or", _shape("Entity-kinds-1"))
    elif value is not None:
        yield _on(shape, "class", term(value))
    for limit in _constraints(info):
        match limit:
            case StringConstraints(pattern=str(pattern)) if slot.kind in (Kind.TEXT, Kind.TAG):
                yield _on(shape, "pattern", ox.Literal(pattern))
            case Ge(ge=bound):
                yield _on(shape, "minInclusive", _decimal(bound))
            case Le(le=bound):
                yield _on(shape, "maxInclusive", _decimal(bound))
            case _:
                pass


def _constraints(info: FieldInfo) -> list[Any]:
    """Return the constraints of a field, those inside an optional type included."""
    found = list(info.metadata)
    for argument in get_args(info.annotation):
        found += list(getattr(argument, "__metadata__", ()))
    return found


def _optional(info: FieldInfo) -> bool:
    return type(None) in get_args(info.annotation)


def _min_length(info: FieldInfo) -> bool:
    return any(getattr(limit, "min_length", None) for limit in info.metadata)


def _decimal(value: Any) -> ox.Literal:
    return ox.Literal(f"{float(value):.1f}", datatype=term("xsd:decimal"))


def _property_shape(
    target: str, property: str, least: int, most: int | None, name: str = ""
) -> list[ox.Triple]:
    node = _shape(f"{_local(target)}-{name or _local(property)}")
    shape = [ox.Triple(node, _sh("path"), term(property))]
    if least:
        shape.append(ox.Triple(node, _sh("minCount"), ox.Literal(least)))
    if most is not None:
        shape.append(ox.Triple(node, _sh("maxCount"), ox.Literal(most)))
    return shape


def _rule(rule: Rule, prefixes: ox.NamedNode) -> Iterator[ox.Triple]:
    node, query = _shape(rule.id), _shape(f"{rule.id}-query")
    yield ox.Triple(node, term("rdf:type"), _sh("NodeShape"))
    yield ox.Triple(node, _sh("targetClass"), term(rule.target))
    yield ox.Triple(node, _sh("sparql"), query)
    yield ox.Triple(query, term("rdf:type"), _sh("SPARQLConstraint"))
    yield ox.Triple(query, _sh("prefixes"), prefixes)
    yield ox.Triple(query, _sh("message"), ox.Literal(rule.message, language="en"))
    yield ox.Triple(query, _sh("select"), ox.Literal(rule.select))


def _list(name: str, values: list[ox.NamedNode], of: str = "values") -> Iterator[ox.Triple]:
    """Yield an RDF list whose nodes have IRIs of ours, so that no node is blank."""
    for number, value in enumerate(values, 1):
        node = _shape(f"{_local(name)}-{of}-{number}")
        following = _shape(f"{_local(name)}-{of}-{number + 1}")
        yield ox.Triple(node, term("rdf:first"), value)
        rest = term("rdf:nil") if number == len(values) else following
        yield ox.Triple(node, term("rdf:rest"), rest)


def _head(name: str) -> ox.NamedNode:
    return _shape(f"{_local(name)}-values-1")


def _on(shape: list[ox.Triple], property: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(shape[0].subject, _sh(property), value)


def _local(curie: str) -> str:
    return curie.partition(":")[2]


def _shape(name: str) -> ox.NamedNode:
    return ox.NamedNode(SHAPES + name)


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(SH + name)

"""The ontology in OWL, made from the schema, `relations.yaml` and `ontology.yaml`.

`ontology.ttl` beside this module is its output; a test keeps it fresh.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import cast, get_args

import pyoxigraph as ox

from ..schema import (
    Actor,
    Bilingual,
    Modality,
    NameKind,
    Record,
    Relation,
    StanceKind,
    State,
    Status,
    vocabulary,
)
from .mapping import CLASSES, SLOTS, Kind, Slot
from .rdf import with_prefixes
from .terms import NS, ONTOLOGY, STANDARD, UNDISPUTED, individual, relation_iri, term
from .vocabulary import Term, class_name, inverse_names, terms

ENUMS: dict[type[StrEnum], str] = {
    Status: "ag:Status",
    StanceKind: "ag:StanceKind",
    Modality: "ag:Modality",
    NameKind: "ag:NameKind",
}
DATATYPES = {
    Kind.TEXT: "xsd:string",
    Kind.TAG: "xsd:string",
    Kind.TAGGED: "rdf:langString",
    Kind.ADDRESS: "xsd:anyURI",
    Kind.FLAG: "xsd:boolean",
    Kind.DECIMAL: "xsd:decimal",
}
# The class that an id of this name points to.
REFERENCES = {
    "state": "ag:State",
    "event": "ag:Event",
    "speaker": "ag:Actor",
    "via": "ag:Actor",
    "actor": "ag:Entity",
    "subject": "ag:Entity",
    "object": "ag:Entity",
}
_USED = ("rdf", "rdfs", "owl", "xsd", "skos", "skosxl", "dcterms", "schema", "oa", "prov", "edtf")
_EDGE = Bilingual(
    ar="تعني الحافة المباشرة أن مصدرا واحدا على الأقل يقول ذلك، لا أنه صحيح",
    en="A direct edge means that at least one source says so, not that it is true.",
)
_UNDISPUTED = Bilingual(
    ar="يؤكدها أحد ولا ينفيها أحد في هذا الرسم",
    en="Somebody asserts it and nobody in this graph denies it.",
)
_TITLE = Bilingual(ar="أنطولوجيا شبكة الفاعلين", en="The actorgraph ontology")
_ABOUT = Bilingual(
    ar="من فعل ومن طلب ومن قال ومن نفى، وبأي ألفاظ، وفي أي مصدر",
    en="Who did, asked, said and denied what to whom, in which words, in which source.",
)


def ontology_ttl() -> str:
    """Return the ontology in Turtle."""
    names = {"ag": NS, "undisputed": UNDISPUTED} | {name: STANDARD[name] for name in _USED}
    return with_prefixes(_ontology(), ox.RdfFormat.TURTLE, names).decode()


def _ontology() -> Iterator[ox.Triple]:
    this = ox.NamedNode(ONTOLOGY)
    yield ox.Triple(this, term("rdf:type"), term("owl:Ontology"))
    yield from _both(this, "dcterms:title", _TITLE)
    yield from _both(this, "dcterms:description", _ABOUT)
    yield ox.Triple(this, term("dcterms:license"), ox.NamedNode("https://spdx.org/licenses/MIT"))
    own = terms()
    for one in own.classes:
        yield from _described(one, "owl:Class", "rdfs:subClassOf")
    for relation_class, label in own.relation_classes.items():
        node = term(f"ag:{class_name(relation_class)}")
        yield from _named(node, "owl:NamedIndividual", label)
        yield ox.Triple(node, term("rdf:type"), term("ag:RelationClass"))
        yield ox.Triple(node, term("skos:notation"), ox.Literal(relation_class.upper()))
    for one in own.individuals:
        yield from _described(one, "owl:NamedIndividual", "")
        yield ox.Triple(term(f"ag:{one.id}"), term("rdf:type"), term(f"ag:{one.type}"))
    for one in own.properties:
        yield from _property(one)
    for kind in vocabulary().values():
        yield from _relation(kind)
    for inverse, direct in inverse_names().items():
        yield from _inverse(inverse, direct)
    for kind in vocabulary().values():
        node = relation_iri(kind.id, UNDISPUTED)
        yield from _named(node, "owl:ObjectProperty", kind.label)
        yield from _both(node, "rdfs:comment", _UNDISPUTED)
        yield ox.Triple(node, term("rdfs:subPropertyOf"), relation_iri(kind.id))


def slots_by_property() -> dict[str, list[tuple[type[Record], Slot]]]:
    """Return every use of each property by the records."""
    uses: dict[str, list[tuple[type[Record], Slot]]] = {}
    for model, slots in SLOTS.items():
        for slot in slots:
            uses.setdefault(slot.property, []).append((model, slot))
    return uses


def range_of(model: type[Record], slot: Slot) -> str | None:
    """Return the class or datatype of a slot's values; None where they are of several kinds."""
    if slot.kind in DATATYPES:
        return DATATYPES[slot.kind]
    annotation = model.model_fields[slot.field].annotation
    if slot.kind is Kind.TERM:
        return ENUMS[cast("type[StrEnum]", annotation)]
    if slot.kind is Kind.PART:
        return CLASSES[get_args(annotation)[0]]
    if slot.kind is Kind.REF:
        return REFERENCES[slot.field]
    return "oa:SpecificResource" if slot.kind is Kind.SPAN else None


def _property(one: Term) -> Iterator[ox.Triple]:
    uses = slots_by_property().get(f"ag:{one.id}", [])
    ranges = {one.range} if one.range else {range_of(model, slot) for model, slot in uses}
    domains = set(one.domain) or {
        CLASSES[Actor if model is State and f"ag:{one.id}" in _of_actors() else model]
        for model, _ in uses
    }
    value = next(iter(ranges)) if len(ranges) == 1 else None
    literal = value is not None and value.partition(":")[0] in ("xsd", "edtf", "rdf")
    kind = "owl:DatatypeProperty" if literal else "owl:ObjectProperty"
    yield from _described(one, "rdf:Property" if value is None else kind, "rdfs:subPropertyOf")
    node = term(f"ag:{one.id}")
    how = "rdfs:domain" if len(domains) == 1 else "schema:domainIncludes"
    for domain in sorted(domains):
        yield ox.Triple(node, term(how), term(domain))
    if value is not None:
        yield ox.Triple(node, term("rdfs:range"), term(value))


def _of_actors() -> set[str]:
    return {slot.property for slot in SLOTS[Actor]}


def _relation(kind: Relation) -> Iterator[ox.Triple]:
    node = relation_iri(kind.id)
    yield from _named(node, "owl:ObjectProperty", kind.label, kind.definition)
    if kind.symmetric:
        yield ox.Triple(node, term("rdf:type"), term("owl:SymmetricProperty"))
    yield from _both(node, "rdfs:comment", _EDGE)
    if kind.parent:
        yield ox.Triple(node, term("rdfs:subPropertyOf"), relation_iri(kind.parent))
    for ends, one, several in (
        (kind.domain, "rdfs:domain", "schema:domainIncludes"),
        (kind.range, "rdfs:range", "schema:rangeIncludes"),
    ):
        classes = [individual(str(end)) for end in ends] or [term("ag:Entity")]
        for end in classes:
            yield ox.Triple(node, term(one if len(classes) == 1 else several), end)
    yield ox.Triple(node, term("ag:relationClass"), term(f"ag:{class_name(kind.relation_class)}"))
    yield ox.Triple(node, term("ag:sign"), ox.Literal(kind.sign))
    if kind.cameo:
        yield ox.Triple(node, term("ag:cameo"), ox.Literal(kind.cameo))


def _inverse(name: str, direct: str) -> Iterator[ox.Triple]:
    node = term(f"ag:{name}")
    label = next(kind.inverse for kind in vocabulary().values() if kind.camel == direct)
    yield from _named(node, "owl:ObjectProperty", label)
    yield ox.Triple(node, term("owl:inverseOf"), term(f"ag:{direct}"))


def _described(one: Term, kind: str, above: str) -> Iterator[ox.Triple]:
    node = term(f"ag:{one.id}")
    yield from _named(node, kind, one.label, one.definition)
    for parent in one.parents:
        yield ox.Triple(node, term(above), term(parent))
    for other in one.close:
        yield ox.Triple(node, term("skos:closeMatch"), ox.NamedNode(other))


def _named(
    node: ox.NamedNode, kind: str, label: Bilingual, definition: Bilingual | None = None
) -> Iterator[ox.Triple]:
    yield ox.Triple(node, term("rdf:type"), term(kind))
    yield from _both(node, "rdfs:label", label)
    if definition is not None:
        yield from _both(node, "skos:definition", definition)
    yield ox.Triple(node, term("rdfs:isDefinedBy"), ox.NamedNode(ONTOLOGY))


def _both(node: ox.NamedNode, property: str, text: Bilingual) -> Iterator[ox.Triple]:
    yield ox.Triple(node, term(property), ox.Literal(text.ar, language="ar"))
    yield ox.Triple(node, term(property), ox.Literal(text.en, language="en"))

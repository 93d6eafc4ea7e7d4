"""The graph as RDF triples: a pure mapping, in an order that depends on the records alone.

Fields go by the table in `mapping`. Beside them stand triples that a reader of records could
compute but a query should not have to: labels, direct edges, the status of a claim, the words of a
stance, selectors of the Web Annotation model.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ..graph import KnowledgeGraph
from ..schema import (
    AnyActor,
    Evidence,
    GraphDocument,
    Modality,
    PartialDate,
    Record,
    Source,
    Stance,
    StanceKind,
    Status,
    relation,
    vocabulary,
)
from .mapping import CLASSES, PART_PREFIX, SLOTS, Kind, Slot, date_properties
from .terms import (
    DATA,
    ONTOLOGY,
    UNDISPUTED,
    individual,
    is_link,
    part_iri,
    record_iri,
    relation_iri,
    tagged,
    term,
)
from .vocabulary import class_name

_CONTEXT = 32  # code points of prefix and suffix around a quote
_TYPE = term("rdf:type")


class _Seen(NamedTuple):
    """What the mapping gathers on its way."""

    base: str
    sources: dict[str, Source]
    spans: dict[tuple[str, int, int], NamedNode]
    quoted: set[tuple[str, int, int]]


def triples(kg: KnowledgeGraph, base: str = DATA) -> Iterator[Triple]:
    """Yield every triple of `graph.ttl`: the vocabulary in use, then the records, then the spans.

    The same graph gives the same triples in the same order, none twice.
    """
    document = kg.document()
    seen = _Seen(base, kg.sources, {}, set())
    yield from _dataset(base)
    yield from _relations_in_use(document)
    for source in document.sources:
        yield from _source(source, seen)
    edges = _direct_edges(kg, base)
    for actor in document.actors:
        yield from _actor(actor, seen)
        yield from edges.get(actor.id, ())
        yield from _parts(actor, seen)
    for event in document.events:
        node = record_iri(event.id, base)
        yield Triple(node, _TYPE, term("ag:Event"))
        yield from _fields(event, node, seen)
        yield from edges.get(event.id, ())
        yield from _parts(event, seen)
    for claim_id, view in kg.views.items():
        node = record_iri(claim_id, base)
        yield Triple(node, _TYPE, term("ag:Claim"))
        yield from _fields(view.claim, node, seen)
        yield Triple(node, term("ag:status"), individual(view.status))
        for stance in view.stances:
            yield Triple(node, term(position_of(stance)), record_iri(stance.id, base))
        for stance in view.stances:
            yield from _stance(stance, seen)
    for key in sorted(seen.spans):
        yield from _span(key, seen)


def quads(kg: KnowledgeGraph, base: str = DATA) -> Iterator[Quad]:
    """Yield the triples and, in a graph named after each claim, the triple that it names."""
    for triple in triples(kg, base):
        yield Quad(triple.subject, triple.predicate, triple.object)
    for claim in kg.document().claims:
        s, p, o = _proposition(claim.subject, claim.predicate, claim.object, base)
        yield Quad(s, p, o, record_iri(claim.id, base))


def reifications(kg: KnowledgeGraph, base: str = DATA) -> Iterator[Triple]:
    """Yield `claim rdf:reifies <<( s p o )>>` of RDF 1.2 for each claim."""
    for claim in kg.document().claims:
        proposition = Triple(*_proposition(claim.subject, claim.predicate, claim.object, base))
        yield Triple(record_iri(claim.id, base), term("rdf:reifies"), proposition)


def position_of(stance: Stance) -> str:
    """Return the property by which a claim points to this stance.

    It is what the stance amounts to for the status of the claim: a claim is contested if and only
    if it has both an `ag:assertion` and an `ag:denial`.
    """
    if stance.kind is StanceKind.QUESTIONS:
        return "ag:question"
    match stance.kind, stance.modality:
        case (StanceKind.ASSERTS, Modality.ACTUAL):
            return "ag:assertion"
        case (StanceKind.ASSERTS, Modality.NEGATED):
            return "ag:denial"
        case (StanceKind.DENIES, Modality.ACTUAL | Modality.INTENDED | Modality.POSSIBLE):
            return "ag:denial"
        case _:
            return "ag:possibility"


def _dataset(base: str) -> Iterator[Triple]:
    node = NamedNode(base)
    yield Triple(node, _TYPE, term("void:Dataset"))
    yield Triple(node, term("dcterms:conformsTo"), NamedNode(ONTOLOGY))
    yield Triple(node, term("void:uriSpace"), Literal(base))


def _relations_in_use(document: GraphDocument) -> Iterator[Triple]:
    used = {claim.predicate for claim in document.claims}
    used |= {event.type for event in document.events if event.type in vocabulary()}
    used |= {parent for name in used if (parent := relation(name).parent)}
    for name in sorted(used):
        kind, node = relation(name), relation_iri(name)
        yield Triple(node, term("rdfs:label"), Literal(kind.label.ar, language="ar"))
        yield Triple(node, term("rdfs:label"), Literal(kind.label.en, language="en"))
        yield Triple(node, term("ag:relationClass"), term(f"ag:{class_name(kind.relation_class)}"))
        yield Triple(node, term("ag:sign"), Literal(kind.sign))
        if kind.parent:
            yield Triple(node, term("rdfs:subPropertyOf"), relation_iri(kind.parent))


def _source(source: Source, seen: _Seen) -> Iterator[Triple]:
    node = record_iri(source.id, seen.base)
    yield Triple(node, _TYPE, term("ag:Source"))
    yield Triple(node, _TYPE, term("schema:NewsArticle"))
    yield from _fields(source, node, seen)
    if source.date and "/" not in source.date.edtf:
        digits = source.date.edtf.rstrip("~?%")
        kind = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}[len(digits)]
        yield Triple(node, term("schema:datePublished"), Literal(digits, datatype=term(kind)))


def _actor(actor: AnyActor, seen: _Seen) -> Iterator[Triple]:
    node = record_iri(actor.id, seen.base)
    yield Triple(node, _TYPE, term("ag:Actor"))
    yield from _fields(actor, node, seen)
    written: set[Literal] = set()
    for lang in sorted({name.lang for name in actor.names}):
        label = tagged(actor.name(lang), lang)
        written.add(label)
        yield Triple(node, term("rdfs:label"), label)
    for name in actor.names:
        label = tagged(name.text, name.lang)
        if label not in written:
            written.add(label)
            yield Triple(node, term("skos:altLabel"), label)


def _stance(stance: Stance, seen: _Seen) -> Iterator[Triple]:
    node = record_iri(stance.id, seen.base)
    yield Triple(node, _TYPE, term("ag:Stance"))
    first = stance.evidence[0]
    for source in sorted({evidence.source for evidence in stance.evidence}):
        yield Triple(node, term("ag:reportedIn"), record_iri(source, seen.base))
    yield Triple(node, term("ag:quote"), tagged(first.quote, seen.sources[first.source].language))
    seen.quoted.update((e.source, e.start, e.end) for e in stance.evidence)
    yield from _fields(stance, node, seen)
    yield from _parts(stance, seen)


def _direct_edges(kg: KnowledgeGraph, base: str) -> dict[str, list[Triple]]:
    """Return, by subject, the edges that somebody asserts, and apart those nobody denies."""
    edges: defaultdict[str, list[Triple]] = defaultdict(list)
    for claim, status, _ in kg.views.values():
        s, p, o = _proposition(claim.subject, claim.predicate, claim.object, base)
        if status in (Status.ASSERTED, Status.CONTESTED):
            edges[claim.subject].append(Triple(s, p, o))
        if status is Status.ASSERTED:
            undisputed = relation_iri(claim.predicate, UNDISPUTED)
            edges[claim.subject].append(Triple(s, undisputed, o))
    return {subject: list(dict.fromkeys(found)) for subject, found in edges.items()}


def _proposition(
    subject: str, predicate: str, object_: str, base: str
) -> tuple[NamedNode, NamedNode, NamedNode]:
    return record_iri(subject, base), relation_iri(predicate), record_iri(object_, base)


def _span(key: tuple[str, int, int], seen: _Seen) -> Iterator[Triple]:
    source_id, start, end = key
    node, text = seen.spans[key], seen.sources[source_id].text
    position = NamedNode(node.value + "-pos")
    yield Triple(node, _TYPE, term("oa:SpecificResource"))
    yield Triple(node, term("oa:hasSource"), record_iri(source_id, seen.base))
    yield Triple(node, term("oa:hasSelector"), position)
    quote = NamedNode(node.value + "-quote")
    if key in seen.quoted:
        yield Triple(node, term("oa:hasSelector"), quote)
    count = term("xsd:nonNegativeInteger")
    yield Triple(position, _TYPE, term("oa:TextPositionSelector"))
    yield Triple(position, term("oa:start"), Literal(str(start), datatype=count))
    yield Triple(position, term("oa:end"), Literal(str(end), datatype=count))
    if key in seen.quoted:
        yield Triple(quote, _TYPE, term("oa:TextQuoteSelector"))
        yield Triple(quote, term("oa:exact"), Literal(text[start:end]))
        yield Triple(quote, term("oa:prefix"), Literal(text[max(0, start - _CONTEXT) : start]))
        yield Triple(quote, term("oa:suffix"), Literal(text[end : end + _CONTEXT]))


# Fields


def _fields(record: Record, node: NamedNode, seen: _Seen) -> Iterator[Triple]:
    for slot in SLOTS[type(record)]:
        value = getattr(record, slot.field)
        if value is not None and value != ():
            yield from _WRITERS[slot.kind](record, node, slot, value, seen)


def _simple(to_term: Callable[[Any, _Seen], NamedNode | Literal]) -> Any:
    """Return a writer of one triple a value."""

    def write(_: Record, node: NamedNode, slot: Slot, value: Any, seen: _Seen) -> Iterator[Triple]:
        yield Triple(node, term(slot.property), to_term(value, seen))

    return write


def _decimal(value: float, _: _Seen) -> Literal:
    text = format(Decimal(repr(abs(value) if value == 0 else value)), "f")
    return Literal(text if "." in text else text + ".0", datatype=term("xsd:decimal"))


def _relation(value: str, _: _Seen) -> NamedNode | Literal:
    return relation_iri(value) if value in vocabulary() else Literal(value)


def _tagged(record: Any, node: NamedNode, slot: Slot, value: str, _: _Seen) -> Iterator[Triple]:
    language = record.language if isinstance(record, Source) else record.lang
    yield Triple(node, term(slot.property), tagged(value, language))


def _tag(record: Any, node: NamedNode, slot: Slot, value: str, _: _Seen) -> Iterator[Triple]:
    if tagged("", value).language != value:
        yield Triple(node, term(slot.property), Literal(value))


def _date(
    _: Record, node: NamedNode, slot: Slot, value: PartialDate, seen: _Seen
) -> Iterator[Triple]:
    edtf, first, last = date_properties(slot)
    yield Triple(node, term(edtf), Literal(value.edtf, datatype=term("edtf:EDTF")))
    if value.earliest:
        day = Literal(value.earliest.isoformat(), datatype=term("xsd:date"))
        yield Triple(node, term(first), day)
    if value.latest:
        day = Literal(value.latest.isoformat(), datatype=term("xsd:date"))
        yield Triple(node, term(last), day)


def _spans(
    _: Record, node: NamedNode, slot: Slot, value: Evidence | tuple[Evidence, ...], seen: _Seen
) -> Iterator[Triple]:
    spans = (value,) if isinstance(value, Evidence) else value
    nodes = [_span_node(span, seen) for span in spans]
    yield from _set(node, slot, nodes, [span.value for span in nodes])


def _span_node(span: Evidence, seen: _Seen) -> NamedNode:
    key = (span.source, span.start, span.end)
    if key not in seen.spans:
        seen.spans[key] = part_iri("ev", span.source, f"{span.start}-{span.end}", seen.base)
    return seen.spans[key]


def _links(
    _: Record, node: NamedNode, slot: Slot, value: tuple[str, ...], seen: _Seen
) -> Iterator[Triple]:
    nodes = [NamedNode(link) for link in value if is_link(link)]
    yield from _set(node, slot, nodes, list(value))


def _set(
    node: NamedNode, slot: Slot, values: Iterable[NamedNode], texts: list[str]
) -> Iterator[Triple]:
    """Write values as a set; where order, repeats or a non-IRI matter, the exact list too."""
    values = sorted(set(values), key=lambda v: v.value)
    for value in values:
        yield Triple(node, term(slot.property), value)
    if [value.value for value in values] != texts:
        sequence = json.dumps(texts, ensure_ascii=False)
        yield Triple(node, term(sequence_property(slot)), Literal(sequence))


def sequence_property(slot: Slot) -> str:
    """Return the property that keeps a list whose order or content a set of IRIs loses."""
    return f"ag:{slot.property.partition(':')[2]}Sequence"


def _part_nodes(record: Any, slot: Slot, seen: _Seen) -> list[tuple[NamedNode, Record]]:
    parts: tuple[Record, ...] = getattr(record, slot.field)
    return [
        (part_iri(PART_PREFIX[type(part)], record.id, str(number), seen.base), part)
        for number, part in enumerate(parts, 1)
    ]


def _part_links(
    record: Record, node: NamedNode, slot: Slot, _: tuple[Record, ...], seen: _Seen
) -> Iterator[Triple]:
    for child, _part in _part_nodes(record, slot, seen):
        yield Triple(node, term(slot.property), child)


def _parts(record: Record, seen: _Seen) -> Iterator[Triple]:
    """Yield what is said of the parts that `_fields` linked to."""
    for slot in SLOTS[type(record)]:
        if slot.kind is not Kind.PART:
            continue
        for number, (child, part) in enumerate(_part_nodes(record, slot, seen), 1):
            yield Triple(child, _TYPE, term(CLASSES[type(part)]))
            yield Triple(child, term("ag:position"), Literal(number))
            yield from _fields(part, child, seen)


_WRITERS: dict[Kind, Callable[[Any, NamedNode, Slot, Any, _Seen], Iterator[Triple]]] = {
    Kind.TEXT: _simple(lambda value, _: Literal(value)),
    Kind.TAGGED: _tagged,
    Kind.TAG: _tag,
    Kind.ADDRESS: _simple(lambda value, _: Literal(value, datatype=term("xsd:anyURI"))),
    Kind.FLAG: _simple(
        lambda value, _: Literal("true" if value else "false", datatype=term("xsd:boolean"))
    ),
    Kind.DECIMAL: _simple(_decimal),
    Kind.TERM: _simple(lambda value, _: individual(value)),
    Kind.CLASS: _simple(lambda value, _: individual(value)),
    Kind.REF: _simple(lambda value, seen: record_iri(value, seen.base)),
    Kind.RELATION: _simple(_relation),
    Kind.DATE: _date,
    Kind.SPAN: _spans,
    Kind.LINK: _links,
    Kind.PART: _part_links,
}

"""CSV tables: nodes and edges for Neo4j's importer, and claims to read in a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from ..graph import KnowledgeGraph
from ..schema import Evidence, Stance, relation
from .network import EdgeRow, NodeRow, edge_rows, node_rows
from .plain import cell, label

_BOM = b"\xef\xbb\xbf"  # without it Excel takes UTF-8 for the local code page
_NEO4J_TYPES = {bool: ":boolean", int: ":int", str: ""}
_LISTS = ("speakers", "sources", "stances")
_DATES = ("first", "last")
CLAIM_COLUMNS = (
    "claim",
    "subject",
    "subject_name",
    "predicate",
    "object",
    "object_name",
    "status",
    "stance",
    "kind",
    "modality",
    "speaker",
    "speaker_name",
    "via",
    "via_name",
    "topic",
    "place",
    "time",
    "spoken",
    "source",
    "source_title",
    "source_date",
    "start",
    "end",
    "quote",
    "rule",
    "confidence",
)


def to_nodes_csv(kg: KnowledgeGraph) -> bytes:
    """Return actors and events with the header of `neo4j-admin database import`.

    The label of a node (`:LABEL`) is its kind: `Person`, `State`, `ArmedGroup`, `Event`.
    """
    names = [_node_header(name, kind) for name, kind in NodeRow.__annotations__.items()]
    rows = (
        [*(_text(value) for value in row), "".join(w.capitalize() for w in row.kind.split("-"))]
        for row in node_rows(kg)
    )
    return _csv([*names, ":LABEL"], rows)


def to_edges_csv(kg: KnowledgeGraph) -> bytes:
    """Return every edge with the header of `neo4j-admin database import`.

    The type (`:TYPE`) is the predicate in capitals; lists are apart by semicolons.
    """
    names = [_edge_header(name, kind) for name, kind in EdgeRow.__annotations__.items()]
    rows = (
        [*(_edge_cell(name, value) for name, value in row._asdict().items()), _type(row.predicate)]
        for row in edge_rows(kg)
    )
    return _csv([*names, ":TYPE"], rows)


def to_claims_csv(kg: KnowledgeGraph) -> bytes:
    """Return one row a stance, with names, words and place in the source, for a spreadsheet."""
    rows = (
        [_text(value) for value in _claim_row(kg, view.claim.id, stance, stance.evidence[0])]
        for view in kg.claims()
        for stance in view.stances
    )
    return _BOM + _csv(CLAIM_COLUMNS, rows)


def _claim_row(
    kg: KnowledgeGraph, claim_id: str, stance: Stance, evidence: Evidence
) -> tuple[object, ...]:
    claim, status, _ = kg.views[claim_id]
    source = kg.sources[evidence.source]
    return (
        claim.id,
        claim.subject,
        _name(kg, claim.subject),
        relation(claim.predicate).id,
        claim.object,
        _name(kg, claim.object),
        status,
        stance.id,
        stance.kind,
        stance.modality,
        stance.speaker or "",
        _name(kg, stance.speaker),
        stance.via or "",
        _name(kg, stance.via),
        stance.topic or "",
        stance.place or "",
        stance.time or "",
        stance.spoken or "",
        source.id,
        label(source.title),
        source.date or "",
        evidence.start,
        evidence.end,
        evidence.quote,
        stance.rule,
        stance.confidence,
    )


def _name(kg: KnowledgeGraph, node: str | None) -> str:
    return label(kg.graph.nodes[node]["label"]) if node else ""


def _node_header(name: str, kind: type) -> str:
    return "id:ID" if name == "id" else name + _NEO4J_TYPES[kind]


def _edge_header(name: str, kind: type) -> str:
    if name in ("source", "target"):
        return ":START_ID" if name == "source" else ":END_ID"
    if name in _LISTS:
        return f"{name}:string[]"
    return f"{name}:date" if name in _DATES else name + _NEO4J_TYPES[kind]


def _edge_cell(name: str, value: object) -> str:
    return _text(value).replace(" ", ";") if name in _LISTS else _text(value)


def _type(predicate: str) -> str:
    return cell(predicate.upper().replace("-", "_"))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return cell(value) if isinstance(value, str) else str(value)


def _csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return RFC 4180 CSV in UTF-8."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue().encode()

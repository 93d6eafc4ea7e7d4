"""GraphML 1.0 for igraph, graph-tool, Gephi and yEd: parallel edges keep their claim's id."""

import xml.etree.ElementTree as ET
from typing import NamedTuple

from ..graph import KnowledgeGraph
from .network import EdgeRow, NodeRow, edge_rows, node_rows
from .plain import xml

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_TYPES = {str: "string", bool: "boolean", int: "int"}
_STRUCTURE = ("id", "source", "target")


def to_graphml(kg: KnowledgeGraph) -> bytes:
    """Return the network as GraphML that is valid against graphdrawing.org's schema."""
    root = ET.Element(
        "graphml",
        {
            "xmlns": NAMESPACE,
            "xmlns:xsi": _SCHEMA,
            "xsi:schemaLocation": f"{NAMESPACE} {NAMESPACE}/1.0/graphml.xsd",
        },
    )
    columns = [("node", NodeRow, "n"), ("edge", EdgeRow, "e")]
    for owner, row_type, prefix in columns:
        for name, kind in row_type.__annotations__.items():
            if name not in _STRUCTURE:
                key = {"id": f"{prefix}-{name}", "for": owner}
                ET.SubElement(root, "key", key | {"attr.name": name, "attr.type": _TYPES[kind]})
    graph = ET.SubElement(root, "graph", {"id": "actorgraph", "edgedefault": "directed"})
    for node in node_rows(kg):
        _data(ET.SubElement(graph, "node", {"id": node.id}), node, "n")
    for edge in edge_rows(kg):
        ends = {"id": edge.id, "source": edge.source, "target": edge.target}
        _data(ET.SubElement(graph, "edge", ends), edge, "e")
    ET.indent(root, space=" ")
    return ET.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _data(element: ET.Element, row: NamedTuple, prefix: str) -> None:
    for name, value in row._asdict().items():
        if name not in _STRUCTURE and value != "":
            text = str(value).lower() if isinstance(value, bool) else xml(str(value))
            ET.SubElement(element, "data", {"key": f"{prefix}-{name}"}).text = text

"""GEXF 1.3 for Gephi, with the dates of edges on its timeline, and for graphology."""

import xml.etree.ElementTree as ET
from typing import NamedTuple

from ..graph import KnowledgeGraph
from .network import EdgeRow, NodeRow, edge_rows, node_rows
from .plain import xml

NAMESPACE = "http://gexf.net/1.3"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_TYPES = {str: "string", bool: "boolean", int: "integer"}
# These stand as attributes of the element itself.
_OWN = ("id", "source", "target", "weight")


def to_gexf(kg: KnowledgeGraph) -> bytes:
    """Return the network as GEXF; an edge lasts from its first to its last date, both inclusive.

    The label is English, its Arabic the attribute `label_ar`.
    """
    root = ET.Element(
        "gexf",
        {
            "xmlns": NAMESPACE,
            "xmlns:xsi": _SCHEMA,
            "xsi:schemaLocation": f"{NAMESPACE} {NAMESPACE}/gexf.xsd",
            "version": "1.3",
        },
    )
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "actorgraph"
    graph = ET.SubElement(
        root,
        "graph",
        {
            "defaultedgetype": "directed",
            "mode": "dynamic",
            "timeformat": "date",
            "timerepresentation": "interval",
        },
    )
    for owner, row_type in (("node", NodeRow), ("edge", EdgeRow)):
        attributes = ET.SubElement(graph, "attributes", {"class": owner})
        for name, kind in row_type.__annotations__.items():
            if name not in _OWN:
                known = {"id": name, "title": name, "type": _TYPES[kind]}
                ET.SubElement(attributes, "attribute", known)
    nodes = ET.SubElement(graph, "nodes")
    for node in node_rows(kg):
        element = ET.SubElement(nodes, "node", {"id": node.id, "label": xml(node.label)})
        _values(element, node)
    edges = ET.SubElement(graph, "edges")
    for edge in edge_rows(kg):
        known = {
            "id": edge.id,
            "source": edge.source,
            "target": edge.target,
            "label": xml(edge.label),
            "kind": xml(edge.predicate),
            "weight": str(float(edge.weight)),
        }
        dates = {"start": edge.first, "end": edge.last}
        known |= {name: date for name, date in dates.items() if date}
        _values(ET.SubElement(edges, "edge", known), edge)
    ET.indent(root, space=" ")
    return ET.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _values(element: ET.Element, row: NamedTuple) -> None:
    values = ET.SubElement(element, "attvalues")
    for name, value in row._asdict().items():
        if name not in _OWN and value != "":
            text = str(value).lower() if isinstance(value, bool) else xml(str(value))
            ET.SubElement(values, "attvalue", {"for": name, "value": text})

import csv
import io
import xml.etree.ElementTree as ET

import pytest
from actorgraph.exports import DEFAULT, FORMATS, write_all
from actorgraph.exports.plain import cell, label, xml
from actorgraph.graph import KnowledgeGraph
from actorgraph.schema import LookupFailedError

from tests.sample import HAFTAR, RUSSIA, sample


def _rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_usual_files_are_written_and_named(tmp_path):
    names = {path.name for path in write_all(sample(), tmp_path)}
    assert {"graph.ttl", "graph.graphml", "graph.gexf", "nodes.csv", "edges.csv"} <= names
    assert {path.name for path in tmp_path.iterdir()} == names


def test_every_format_gives_the_same_bytes_twice_and_takes_an_empty_graph():
    for files in FORMATS.values():
        for writer in files.values():
            assert writer(sample()) == writer(sample())
            writer(KnowledgeGraph())
    assert set(DEFAULT) <= set(FORMATS)


def test_an_unknown_format_writes_nothing(tmp_path):
    with pytest.raises(LookupFailedError, match="no format 'pdf'"):
        write_all(sample(), tmp_path, ["turtle", "pdf"])
    assert not list(tmp_path.iterdir())


def test_the_graph_writes_itself(tmp_path):
    assert sample().write(tmp_path, ["turtle"]) == [tmp_path / "graph.ttl"]


def test_csv_has_every_edge_and_stance():
    kg = sample()
    edges = _rows(FORMATS["csv"]["edges.csv"](kg))
    assert len(edges) == kg.graph.number_of_edges()
    asked = [e for e in edges if e[":TYPE"] == "REQUESTED_BASE_FROM"]
    assert {(e[":START_ID"], e["status"]) for e in asked if e[":END_ID"] == RUSSIA} == {
        (HAFTAR, "contested"),
        ("actor:libyan-national-army", "asserted"),
    }
    nodes = _rows(FORMATS["csv"]["nodes.csv"](kg))
    assert {n["id:ID"] for n in nodes} == set(kg.graph)
    claims = _rows(FORMATS["csv"]["claims.csv"](kg))
    assert len(claims) == len(kg.document().stances)
    for row in claims:
        text = kg.sources[row["source"]].text
        assert text[int(row["start"]) : int(row["end"])] == row["quote"].removeprefix("'")


def test_graphml_keeps_arabic_parallel_edges_and_types():
    root = ET.fromstring(FORMATS["graphml"]["graph.graphml"](sample()))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    edges = root.findall(f"./{space}graph/{space}edge")
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert len(edges) == sample().graph.number_of_edges()
    assert "خليفة حفتر" in {data.text for data in root.iter(f"{space}data")}


def test_text_is_made_safe_for_its_place():
    assert label("a\u202eb\nc\u0007") == "ab c"
    assert cell("=1+1") == "'=1+1"
    assert cell("روسيا") == "روسيا"
    assert xml("a\x00b\ufffe") == "a\ufffdb\ufffd"

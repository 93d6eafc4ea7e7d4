import pyoxigraph as ox
import pytest
import rdflib
from actorgraph.exports.rdf import to_jsonld, to_nquads, to_trig, to_turtle
from actorgraph.exports.records import from_rdf
from actorgraph.exports.triples import triples
from actorgraph.graph import KnowledgeGraph, load
from actorgraph.schema import GraphFileError
from hypothesis import HealthCheck, given, settings

from tests.exports.graphs import documents
from tests.sample import sample

_SLOW = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


@_SLOW
@given(documents())
def test_turtle_gives_the_same_graph_back(kg):
    assert KnowledgeGraph(from_rdf(to_turtle(kg))).document() == kg.document()


@settings(_SLOW, max_examples=8)
@given(documents())
def test_every_format_and_base_gives_the_same_graph_back(kg):
    base = "https://data.example/graph/"
    for write, format in (
        (to_trig, ox.RdfFormat.TRIG),
        (to_nquads, ox.RdfFormat.N_QUADS),
        (to_jsonld, ox.RdfFormat.JSON_LD),
    ):
        assert KnowledgeGraph(from_rdf(write(kg, base), format)) == kg


@settings(_SLOW, max_examples=8)
@given(documents())
def test_no_triple_stands_twice_and_no_node_is_blank(kg):
    found = list(triples(kg))
    assert len(found) == len(set(found))
    nodes = [node for triple in found for node in triple]
    assert not any(isinstance(node, ox.BlankNode) for node in nodes)
    records = [node.value for node in nodes if isinstance(node, ox.NamedNode)]
    assert not any(
        "#" in iri for iri in records if iri.startswith("https://w3id.org/actorgraph/id")
    )


def test_a_graph_survives_rdflib(tmp_path):
    graph = rdflib.Graph().parse(data=to_turtle(sample()), format="turtle")
    graph.serialize(tmp_path / "again.ttl", format="turtle")
    assert load(tmp_path / "again.ttl") == sample()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("@prefix", "not sound RDF"),
        ("<a:b> a <https://w3id.org/actorgraph/ns#Claim> .", "not a graph of actorgraph's"),
        (
            "<https://w3id.org/actorgraph/id/claim/c> a <https://w3id.org/actorgraph/ns#Claim> .",
            "not a sound graph",
        ),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused(tmp_path, content, words):
    file = tmp_path / "graph.ttl"
    file.write_text(content)
    with pytest.raises(GraphFileError, match=words):
        load(file)


def test_a_changed_quote_is_refused(tmp_path):
    file = tmp_path / "graph.ttl"
    changed = to_turtle(sample()).replace(
        "زيارات عديدة قام بها".encode(), "زيارات قليلة قام بها".encode()
    )
    file.write_bytes(changed)
    with pytest.raises(GraphFileError, match="not a sound graph"):
        load(file)

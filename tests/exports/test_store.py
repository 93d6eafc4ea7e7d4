import gc
import tempfile
from pathlib import Path

import pyoxigraph as ox
import pytest
from actorgraph.exports import query, store
from actorgraph.exports.rdf import to_turtle
from actorgraph.exports.store import store_of
from actorgraph.graph import KnowledgeGraph
from actorgraph.schema import GraphFileError, OutputError, QueryError

from tests.sample import sample

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
WHO = "SELECT ?a ?b { ?a ag:requestedBaseFrom ?b }"


def _graph():
    return KnowledgeGraph(sample().document())  # one of its own: stores are kept by graph


def _number(result):
    return result.to_dicts()[0]["n"]


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def turtle(tmp_path) -> Path:
    file = tmp_path / "graph.ttl"
    file.write_bytes(to_turtle(sample()))
    return file


def test_a_graph_above_the_limit_goes_to_a_temporary_folder_that_goes_with_it(temporary):
    kg = _graph()
    large = store_of(kg, limit=10)
    assert len(list(temporary.iterdir())) == 1
    assert next(temporary.glob("*/CURRENT")).is_file()
    assert set(large) == set(store_of(sample()))
    assert sorted(kg.query(WHO).rows) == sorted(sample().query(WHO).rows)
    assert store_of(kg) is large
    del large  # an open store still writes to its folder
    del kg
    gc.collect()
    assert not list(temporary.iterdir())


def test_a_store_is_closed_before_its_temporary_folder_is_removed(temporary, monkeypatch):
    sizes = []  # of stores opened anew: one that is open locks its folder
    monkeypatch.setattr(
        store.shutil, "rmtree", lambda folder, **_: sizes.append(len(ox.Store(str(folder))))
    )
    kg = _graph()
    store_of(kg, limit=10)
    del kg
    gc.collect()
    assert sizes == [len(store_of(sample()))]


def test_a_graph_of_the_limit_stays_in_memory(temporary):
    kg = _graph()
    count = len(store_of(sample()))
    assert len(store_of(kg, limit=count)) == count
    assert not list(temporary.iterdir())


def test_a_large_file_is_read_to_disk_and_leaves_nothing(turtle, temporary, monkeypatch):
    seen, base_of = [], store.base_of
    monkeypatch.setattr(store, "LARGE_FILE", turtle.stat().st_size - 1)
    monkeypatch.setattr(
        store, "base_of", lambda of: seen.extend(temporary.glob("*/CURRENT")) or base_of(of)
    )
    assert _number(query(turtle, COUNT)) == _number(sample().query(COUNT))
    with pytest.raises(QueryError, match="line 1"):
        query(turtle, "SELECT * {")
    assert len(seen) == 2
    assert not list(temporary.iterdir())


def test_a_folder_asked_for_holds_the_store_and_is_used_again(turtle, tmp_path):
    disk = tmp_path / "a" / "store"
    expected = _number(sample().query(COUNT))
    assert _number(query(turtle, COUNT, disk=disk)) == expected
    node = ox.NamedNode("http://example.com/a")
    ox.Store(str(disk)).add(ox.Quad(node, node, node))
    assert _number(query(turtle, COUNT, disk=disk)) == expected + 1  # not loaded again
    with pytest.raises(QueryError, match="line 1") as failure:
        query(turtle, "SELECT * {", disk=disk)
    turtle.write_text("<http://example.com/a> <http://example.com/b> 1 .", "utf-8")
    assert _number(query(turtle, COUNT, disk=disk)) == 1  # though the failure is still known
    assert failure.value
    turtle.write_text("<http://example.com/a> <http://example.com/b> 1 . <", "utf-8")
    with pytest.raises(GraphFileError, match="not sound RDF"):
        query(turtle, COUNT, disk=disk)


def test_a_graph_in_a_folder_is_loaded_once_and_keeps_others_out(tmp_path):
    kg, other = _graph(), _graph()
    assert _number(kg.query(COUNT, disk=tmp_path / "s")) == len(store_of(sample()))
    assert store_of(kg, tmp_path / "s") is store_of(kg, tmp_path / "." / "s")
    with pytest.raises(OutputError, match="in use by another graph or process"):
        other.query(COUNT, disk=tmp_path / "s")
    del kg
    gc.collect()
    assert _number(other.query(COUNT, disk=tmp_path / "s")) == len(store_of(sample()))


def test_a_folder_of_somebody_else_is_left_alone(tmp_path):
    foreign = tmp_path / "foreign"
    node = ox.NamedNode("http://example.com/a")
    ox.Store(str(foreign)).add(ox.Quad(node, node, node))
    gc.collect()
    with pytest.raises(OutputError, match="no store of ours"):
        _graph().query(COUNT, disk=foreign)
    assert len(ox.Store.read_only(str(foreign))) == 1
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(OutputError, match="no store can be kept there"):
        _graph().query(COUNT, disk=tmp_path / "file")

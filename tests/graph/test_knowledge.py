"""The graph as an object: it adds, merges, keeps and answers, and tells of broken files."""

import json
import os
import stat
from pathlib import Path

import networkx as nx
import pytest
from actorgraph.graph import KnowledgeGraph, load, source_from_text
from actorgraph.schema import (
    Actor,
    ActorKind,
    Claim,
    EvidenceError,
    GraphDocument,
    GraphFileError,
    LookupFailedError,
    Name,
    Stance,
    StanceKind,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from ..sample import DENGOV, FRANCE, HAFTAR, ITALY, LNA, MISMARI, RUSSIA, US, sample

HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from('"\\\n\r\t\x00\x1b\u2028\u2029\ufeff\u202e\u200d\u0654</script>&;{}%'),
    ),
    min_size=1,
    max_size=40,
)


def other_graph(text: str = "زارت نادين المدينة.", name: str = "نادين") -> KnowledgeGraph:
    """Return a graph of one claim, in the author's own voice."""
    source = source_from_text(text)
    claim = Claim.of("actor:nadine", "visited", "actor:town")
    return KnowledgeGraph().add(
        sources=[source],
        actors=[
            Actor(
                id="actor:nadine", kind=ActorKind.PERSON, names=(Name(text=name, lang="ar"),),
                description=name,
            ),
            Actor(id="actor:town", kind=ActorKind.PLACE, names=(Name(text="المدينة", lang="ar"),)),
        ],
        claims=[claim],
        stances=[
            Stance(
                id="stance:n", claim=claim.id, evidence=(source.quote(0, len(source.text)),),
                rule="by-hand", place=name,
            )
        ],
    )  # fmt: skip


def triples(kg: KnowledgeGraph) -> set[tuple[str, str, str]]:
    return {(v.claim.subject, v.claim.predicate, v.claim.object) for v in kg.views.values()}


# Putting together


def test_adding_makes_a_new_graph_and_twice_the_same_adds_nothing():
    kg = other_graph()
    document = kg.document()
    again = kg.add(sources=document.sources, actors=document.actors, stances=document.stances)
    assert again == kg
    assert KnowledgeGraph() != kg
    assert not KnowledgeGraph().views


def test_adding_refuses_words_that_are_not_there_and_ids_that_are_taken():
    kg = other_graph()
    stance = kg.document().stances[0]
    moved = stance.evidence[0].model_copy(update={"quote": "x" * len(stance.evidence[0].quote)})
    with pytest.raises((ValidationError, EvidenceError)):
        kg.add(stances=[stance.model_copy(update={"id": "stance:m", "evidence": (moved,)})])
    with pytest.raises(ValueError, match="another content"):
        kg.add(stances=[stance.model_copy(update={"confidence": 0.1})])
    with pytest.raises(ValidationError):
        kg.add(claims=[Claim.of("actor:nadine", "visited", "actor:nowhere")])


def test_merging_is_union_whatever_the_order():
    one, two = sample(), other_graph()
    merged = one.merge(two)
    assert triples(merged) == triples(one) | triples(two)
    assert merged == two.merge(one)
    assert merged.merge(one) == merged
    assert one.merge(KnowledgeGraph()) == one


def test_an_actor_of_both_graphs_gets_the_names_of_both():
    one = other_graph()
    latin = (
        one.document()
        .actors[0]
        .model_copy(
            update={"names": (Name(text="Nadine", lang="en"),), "same_as": ("http://x.example/n",)}
        )
    )
    two = KnowledgeGraph().add(actors=[latin])
    for merged in (one.merge(two), two.merge(one)):
        actor = merged.actor("actor:nadine")
        assert {name.text for name in actor.names} == {"نادين", "Nadine"}
        assert actor.same_as == ("http://x.example/n",)
        assert merged.actor("nadine") == merged.actor("نادين")


# Keeping


def test_what_is_saved_is_loaded(tmp_path: Path):
    kg = sample()
    path = kg.save(tmp_path / "out")
    assert path == tmp_path / "out" / "graph.json"
    assert load(path) == load(tmp_path / "out") == kg
    assert load(path).save(tmp_path / "again.json").read_bytes() == path.read_bytes()
    assert list(path.parent.iterdir()) == [path]


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE)
def test_any_text_survives_saving(tmp_path_factory: pytest.TempPathFactory, text: str, name: str):
    try:
        kg = other_graph(f"زارت {text}", name)
    except ValueError:  # nothing but blanks
        return
    path = kg.save(tmp_path_factory.mktemp("kept"))
    assert load(path) == kg
    assert load(path).to_json() == kg.to_json()


def test_the_file_has_the_lists_of_the_contract(tmp_path: Path):
    raw = json.loads(sample().save(tmp_path).read_text("utf-8"))
    assert sorted(raw) == ["actors", "claims", "events", "sources", "stances"]
    assert {"id", "subject", "predicate", "object"} == set(raw["claims"][0])
    assert {"source", "start", "end", "quote"} == set(raw["stances"][0]["evidence"][0])
    for records in raw.values():
        assert [r["id"] for r in records] == sorted(r["id"] for r in records)


def broken(tmp_path: Path, content: bytes) -> str:
    file = tmp_path / "graph.json"
    file.write_bytes(content)
    with pytest.raises(GraphFileError) as caught:
        load(tmp_path)
    message = str(caught.value)
    assert str(file) in message
    assert "\n" not in message
    return message


def test_broken_files_are_told_apart_from_ours(tmp_path: Path):
    whole = sample().to_json().encode()
    raw = json.loads(whole)
    assert "build" in broken(tmp_path, whole[: len(whole) // 2])  # half-written
    broken(tmp_path, b"")
    broken(tmp_path, b"\xff\xfe not text")
    broken(tmp_path, b"[1, 2]")
    broken(tmp_path, whole.replace(b'"claims"', b'"clams"'))
    changed = {**raw, "stances": [{**raw["stances"][0], "confidence": 7}]}
    assert "stances.0.confidence" in broken(tmp_path, json.dumps(changed).encode())
    changed = json.loads(whole)
    changed["stances"][0]["evidence"][0]["start"] += 1
    changed["stances"][0]["evidence"][0]["end"] += 1
    assert "is not at" in broken(tmp_path, json.dumps(changed).encode())
    changed = json.loads(whole)
    changed["sources"][0]["text"] += " "
    assert "SHA-256" in broken(tmp_path, json.dumps(changed).encode())


def test_missing_files_are_told_of(tmp_path: Path):
    with pytest.raises(GraphFileError, match="actorgraph build"):
        load(tmp_path)
    with pytest.raises(GraphFileError, match="nothing"):
        load(tmp_path / "nothing.json")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_that_may_not_be_read_are_told_of(tmp_path: Path):
    path = sample().save(tmp_path)
    path.chmod(stat.S_IWUSR)
    with pytest.raises(GraphFileError, match="cannot be read"):
        load(path)


# Asking


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("حفتر", HAFTAR), ("خليفة حفتر", HAFTAR), ("خليفه  حفتر", HAFTAR), ("خَلِيفَة حَفْتَر", HAFTAR),
        ("Haftar", HAFTAR), ("khalifa haftar", HAFTAR), ("actor:khalifa-haftar", HAFTAR),
        ("روسيا", RUSSIA), ("RUSSIA", RUSSIA), ("الولايات المتحدة", US), ("ولايات المتحدة", US),
        ("libyan-national army", LNA), ("al-Mismari", MISMARI), ("المسماري", MISMARI),
        ("مسماري", MISMARI), ("ايطاليا", ITALY),
    ],
)  # fmt: skip
def test_actors_are_found_in_any_script(name: str, found: str):
    assert sample().actor(name).id == found


def test_near_names_are_proposed_and_ambiguous_ones_refused():
    kg = sample()
    with pytest.raises(LookupFailedError, match="Khalifa Haftar / خليفة حفتر"):
        kg.actor("Hafter")
    with pytest.raises(LookupFailedError, match="خليفة حفتر"):
        kg.actor("حفطر")
    with pytest.raises(LookupFailedError, match=r"may be .*Libyan"):
        kg.actor("Libyan")
    with pytest.raises(LookupFailedError, match="has 13 others"):
        kg.actor("ཨོཾ")
    for nobody in ("", " ", '"', "\u202e"):
        with pytest.raises(LookupFailedError):
            kg.actor(nobody)


def test_claims_are_filtered_by_all_that_is_given():
    kg = sample()
    assert len(kg.claims()) == len(kg.views)
    assert {v.claim.subject for v in kg.claims(predicate="requested-base-from")} == {HAFTAR, LNA}
    wide = kg.claims(predicate="requested-from")  # narrower relations too
    assert {v.claim.predicate for v in wide} == {"requested-base-from"}
    assert {v.claim.subject for v in kg.claims(object="Haftar")} == {FRANCE, ITALY}
    assert all(HAFTAR in (v.claim.subject, v.claim.object) for v in kg.claims(actor="حفتر"))
    said = kg.claims(speaker="Dengov", object="Russia")
    assert {v.claim.subject for v in said} == {HAFTAR, LNA}
    assert kg.claims(source="مظلة") == kg.claims()
    assert kg.claims(subject="France", status="denied") == []
    with pytest.raises(LookupFailedError, match="did you mean"):
        kg.claims(predicate="request-base-from")
    with pytest.raises(LookupFailedError, match="choose one of"):
        kg.claims(status="true")
    with pytest.raises(LookupFailedError, match="no source"):
        kg.claims(source="nothing of the kind")


def test_what_is_contested_keeps_both_sides():
    (view,) = sample().contested()
    assert (view.claim.subject, view.claim.object) == (HAFTAR, RUSSIA)
    sides = {(s.speaker, s.kind) for s in view.stances}
    assert (MISMARI, StanceKind.DENIES) in sides
    assert (DENGOV, StanceKind.ASSERTS) in sides
    assert (None, StanceKind.ASSERTS) in sides


def test_the_neighbourhood_grows_with_depth():
    kg = sample()
    alone, near, far = (kg.neighbourhood("France", depth) for depth in (0, 1, 2))
    assert (set(alone.actors), triples(alone)) == ({FRANCE}, set())
    assert triples(near) == {(FRANCE, "supports", HAFTAR)}
    assert triples(near) < triples(far) < triples(kg)
    assert triples(kg.neighbourhood("France", 9)) == triples(kg)
    with pytest.raises(ValueError, match="depth"):
        kg.neighbourhood("France", -1)


def test_paths_are_the_shortest_chains_of_claims():
    kg = sample()
    ((first, second),) = kg.paths("France", "Italy")
    assert (first.claim.subject, first.claim.object) == (FRANCE, HAFTAR)
    assert (second.claim.subject, second.claim.object) == (ITALY, HAFTAR)
    assert kg.paths("France", "Italy", cutoff=1) == []
    assert kg.paths("France", "France") == [[]]
    lonely = kg.merge(other_graph())
    assert lonely.paths("France", "نادين") == []


def test_subgraphs_are_sound_graphs_of_what_fits():
    kg = sample()
    base = kg.subgraph(relation="requested-base-from")
    assert {predicate for _, predicate, _ in triples(base)} == {"requested-base-from"}
    assert KnowledgeGraph(GraphDocument.model_validate(base.document().model_dump())) == base
    told = kg.subgraph(speaker="المسماري")
    assert {s.speaker for s in told.document().stances} == {MISMARI}
    own = kg.subgraph(speaker="")
    assert {s.speaker for s in own.document().stances} == {None}
    assert {s.kind for s in kg.subgraph(status="contested").document().stances} == {
        StanceKind.ASSERTS,
        StanceKind.DENIES,
    }
    assert triples(kg.subgraph(until="2017")) == {(RUSSIA, "intervened-in", "actor:syria")}
    assert kg.subgraph(since="2018", until="2018-02") == kg.subgraph(since="2018-02-23")
    assert not kg.subgraph(relation="killed").views
    assert kg.subgraph() == kg.subgraph(source="مظلة")


def test_the_network_is_plain_networkx():
    kg = sample()
    assert isinstance(kg.graph, nx.MultiDiGraph)
    edge = kg.graph.edges[HAFTAR, RUSSIA, "requested-base-from"]
    assert edge["status"] == "contested"
    assert set(edge["speakers"]) == {DENGOV, MISMARI}
    (event,) = {v for _, v, key in kg.graph.out_edges(MISMARI, keys=True) if key == "denied"} - {
        DENGOV
    }
    assert kg.graph.nodes[event]["kind"] == "event"
    assert kg.graph.has_edge(event, HAFTAR, "subject")

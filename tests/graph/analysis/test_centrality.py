import os
import subprocess
import sys

import networkx as nx
import pytest
from actorgraph.graph import KnowledgeGraph
from actorgraph.graph.analysis import (
    between,
    brokerage,
    brokers,
    centralities,
    communities,
    pagerank,
)
from actorgraph.schema import LookupFailedError

from ...sample import HAFTAR, RUSSIA, sample
from .networks import saying


def test_pagerank_of_the_well_known_eleven_pages():
    # The worked example in the encyclopedias, damping 0.85: B 38.4 %, C 34.3, E 8.1, D and F 3.9,
    # A 3.3, the rest 1.6.
    rows = "B C, C B, D A, D B, E B, E D, E F, F B, F E"
    rows += "".join(f", {x} B, {x} E" for x in "GHI") + ", J E, K E"
    found = pagerank(nx.DiGraph([tuple(row.split()) for row in rows.split(", ")]))
    percent = {node: round(100 * value, 1) for node, value in found.items()}
    assert percent == {
        **{"A": 3.3, "B": 38.4, "C": 34.3, "D": 3.9, "E": 8.1, "F": 3.9},
        **dict.fromkeys("GHIJK", 1.6),
    }
    assert sum(found.values()) == pytest.approx(1)


def test_centralities_of_a_star():
    # Freeman 1979: the centre of a star has the greatest degree, closeness and betweenness, 1.
    hub, leaf = centralities(saying(*(("hub", "supports", name) for name in "abcd")))[:2]
    assert hub.actor == "actor:hub"
    assert (hub.degree, hub.out_degree, hub.in_degree) == (4, 4, 0)
    assert (hub.betweenness, hub.closeness) == (1, 1)
    assert hub.constraint == pytest.approx(4 * (1 / 4) ** 2)  # Burt 1992: no redundant contacts
    assert (leaf.betweenness, leaf.closeness, leaf.constraint) == (0, pytest.approx(4 / 7), 1)


def test_a_symmetric_relation_runs_both_ways():
    rows = {row.actor: row for row in centralities(saying(("a", "met-with", "b")))}
    assert rows["actor:a"].in_degree == rows["actor:a"].out_degree == 1


@pytest.mark.parametrize(
    ("role", "groups"),
    [
        ("coordinator", "xxx"),
        ("consultant", "xyx"),
        ("gatekeeper", "xyy"),
        ("representative", "xxy"),
        ("liaison", "xyz"),
    ],
)
def test_the_five_roles_of_gould_and_fernandez(role, groups):
    # The five figures of their paper: b brokers between a and c.
    rows = brokerage(nx.DiGraph([("a", "b"), ("b", "c")]), dict(zip("abc", groups, strict=True)))
    assert rows[0].actor == "b"
    assert rows[0]._asdict()[role] == rows[0].total == 1
    assert [row.total for row in rows[1:]] == [0, 0]


def test_who_can_meet_without_a_broker_needs_none():
    closed = nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c")])
    assert brokerage(closed, dict.fromkeys("abc", "x"))[0].total == 0


def test_brokerage_counted_by_hand():
    # Open two-paths through m: a1 m b1 and a2 m b1 (representative), a2 m a1 (coordinator).
    graph = nx.DiGraph([("a1", "m"), ("a2", "m"), ("m", "b1"), ("m", "a1")])
    m = brokerage(graph, {"a1": "a", "a2": "a", "m": "a", "b1": "b"})[0]
    assert (m.actor, m.representative, m.coordinator, m.total) == ("m", 2, 1, 3)


def test_brokers_are_grouped_by_state_and_groups_may_be_named():
    kg = sample()
    rows = {row.actor: row for row in brokers(kg)}
    assert rows[HAFTAR].group == "actor:libya"
    assert rows[RUSSIA].group == RUSSIA
    assert rows[HAFTAR].liaison >= 1  # France supports him, he asked Russia
    named = brokers(kg, {"فرنسا": "west", "Haftar": "libya", "Russia": "east"})
    assert (named[0].actor, named[0].liaison, named[0].total) == (HAFTAR, 1, 1)
    with pytest.raises(LookupFailedError, match="did you mean"):
        brokers(kg, {"Hafter": "libya"})


def test_who_is_between_two_blocs():
    # a1 and a2 reach b1 and b2 only through m, and a2 only by way of a1.
    kg = saying(
        ("a1", "supports", "m"),
        ("a2", "supports", "a1"),
        ("m", "supports", "b1"),
        ("m", "supports", "b2"),
        ("x", "supports", "b1"),
    )
    rows = between(kg, ["A1", "A2"], ["B1", "B2"])
    assert rows == [("actor:m", 1, None), ("actor:a1", 0.5, 0)]
    assert between(kg, ["A1"], ["A2"]) == []
    with pytest.raises(ValueError, match="in both blocs: A1"):
        between(kg, ["A1"], ["A1", "B1"])


def test_two_ways_share_the_paths():
    kg = saying(*((x, "supports", y) for x, y in ("am", "mb", "an", "nb")))
    assert between(kg, ["A"], ["B"]) == [("actor:m", 0.5, None), ("actor:n", 0.5, None)]


def test_the_karate_club_has_its_best_known_division():
    # Brandes et al. 2008, On modularity clustering: the optimum of Zachary's club is 0.4198, in
    # four communities, unweighted.
    club = nx.Graph()
    club.add_edges_from((f"{a:02}", f"{b:02}") for a, b in nx.karate_club_graph().edges())
    found = communities(club)
    assert found.modularity == pytest.approx(0.4198, abs=5e-5)
    assert len(found.members) == 4
    assert found.of("00") != found.of("33")  # the instructor and the administrator


def test_communities_do_not_hang_on_the_string_hash():
    code = (
        "import networkx as nx; from actorgraph.graph.analysis import communities;"
        "g = nx.relabel_nodes(nx.gnm_random_graph(40, 80, seed=1), lambda i: f'n{i:02}');"
        "print(communities(g))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


def test_an_empty_graph_has_empty_answers():
    empty = KnowledgeGraph()
    assert centralities(empty) == []
    assert brokers(empty) == []
    assert communities(empty).members == ()
    assert pagerank(nx.DiGraph()) == {}


def test_a_large_graph_gets_estimates_and_says_what_it_leaves_out(monkeypatch):
    monkeypatch.setattr("actorgraph.graph.analysis.centrality._LARGE", 20)
    monkeypatch.setattr("actorgraph.graph.analysis.centrality._PIVOTS", 10)
    kg = saying(*((f"a{i}", "supports", f"a{(i + 1) % 40}") for i in range(40)))
    rows = centralities(kg)
    assert rows == centralities(kg)
    assert all(row.closeness is None and row.constraint is None for row in rows)
    assert all(row.betweenness > 0 for row in rows)

import itertools
import math

import networkx as nx
import pytest
from actorgraph.graph import KnowledgeGraph
from actorgraph.graph.analysis import (
    balance,
    balance_over_time,
    blocs,
    census,
    frustration,
    misplaced,
    signed_ties,
    triads,
    walk_balance,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from ...sample import sample
from .networks import TRIBES, saying, signed


@pytest.mark.parametrize(
    ("rows", "balanced"),
    [
        ("a b 1, b c 1, a c 1", True),
        ("a b 1, b c 1, a c -1", False),
        ("a b 1, b c -1, a c -1", True),
        ("a b -1, b c -1, a c -1", False),
    ],
)
def test_the_four_triads_of_heider(rows, balanced):
    # Cartwright and Harary 1956: a cycle is balanced when it has an even number of negative lines.
    found = balance(signed(rows))
    assert found.triads.balanced == balanced
    assert found.frustration.index == (not balanced)
    assert sum(found.triads) == 1


def test_the_highland_tribes_have_their_published_balance():
    # Published for these data: triangles 0.867647, walks 0.357576, frustration 0.758621 =
    # 1 - 2 * 7 / 58 (Schoch, documentation of the R package signnet).
    tribes = signed(TRIBES)
    found = balance(tribes)
    assert (found.friendly, found.hostile) == (29, 29)
    assert found.triads.balanced == pytest.approx(0.867647, abs=1e-6)
    assert found.walks == pytest.approx(0.357576, abs=1e-6)
    assert found.frustration.index == 7
    assert found.frustration.exact
    assert 1 - 2 * found.frustration.index / 58 == pytest.approx(0.758621, abs=1e-6)
    assert misplaced(tribes, found.frustration.blocs) == list(found.frustration.edges)
    assert len(found.unbalanced) == 9
    assert found.triads.weakly_balanced == pytest.approx(66 / 68)


def test_the_highland_tribes_fall_into_three_blocs():
    # The membership that signnet documents for three blocs; two ties do not fit.
    membership = [1, 1, 2, 2, 3, 2, 2, 2, 3, 3, 2, 2, 3, 3, 1, 1]
    published = {
        tuple(f"{i:02}" for i, m in enumerate(membership, 1) if m == group) for group in (1, 2, 3)
    }
    found = blocs(signed(TRIBES), k=3)
    assert set(found) == published
    assert misplaced(signed(TRIBES), found) == [("05", "07"), ("07", "13")]


def test_a_balanced_network_splits_cleanly():
    # Harary 1953: balanced exactly when two blocs have friends inside and foes across.
    graph = signed("a b 1, b c -1, c d 1, d a -1, a c -1")
    found = frustration(graph)
    assert found.index == 0
    assert found.blocs == (("0a", "0b"), ("0c", "0d"))
    assert walk_balance(graph) == pytest.approx(1)


def test_three_foes_are_balanced_only_in_the_weak_sense():
    # Davis 1967: clusterable into three, not into two.
    foes = signed("a b -1, b c -1, a c -1")
    assert balance(foes).triads.weakly_balanced == 1
    assert misplaced(foes, blocs(foes, k=3)) == []
    assert len(misplaced(foes, blocs(foes))) == 1
    with pytest.raises(ValueError, match="1 up"):
        blocs(foes, k=0)


@st.composite
def small_networks(draw):
    pairs = list(itertools.combinations("abcdefgh", 2))
    graph = nx.Graph()
    for a, b in draw(st.lists(st.sampled_from(pairs), unique=True, min_size=1)):
        graph.add_edge(a, b, sign=draw(st.sampled_from((-1, 1))))
    return graph


@given(small_networks())
@settings(max_examples=60, deadline=None)
def test_frustration_is_that_of_trying_everything(graph):
    nodes = sorted(graph)
    sides = ({n: bits >> i & 1 for i, n in enumerate(nodes)} for bits in range(2 ** len(nodes)))
    best = min(
        sum((side[a] == side[b]) != (sign > 0) for a, b, sign in graph.edges(data="sign"))
        for side in sides
    )
    found = frustration(graph)
    assert found.index == found.at_least == best
    assert misplaced(graph, found.blocs) == list(found.edges)


def test_a_search_too_long_says_what_is_proven():
    graph = nx.relabel_nodes(nx.gnp_random_graph(60, 0.25, seed=3), lambda i: f"{i:03}")
    for i, (a, b) in enumerate(sorted(graph.edges())):
        graph[a][b]["sign"] = -1 if i % 3 else 1
    found = frustration(graph)
    assert 0 < found.at_least < found.index
    assert not found.exact
    assert misplaced(graph, found.blocs) == list(found.edges)


def test_signed_ties_of_the_sample():
    graph = signed_ties(sample())
    signs = {frozenset((a[6:], b[6:])): sign for a, b, sign in graph.edges(data="sign")}
    assert signs[frozenset(("france", "khalifa-haftar"))] == 1
    assert signs[frozenset(("russia", "united-states"))] == -1
    assert frozenset(("khalifa-haftar", "russia")) not in signs  # visits, requests: no sign


def test_as_many_friendly_as_hostile_claims_make_no_tie():
    graph = signed_ties(saying(("a", "supports", "b"), ("b", "accused", "a")))
    assert graph.number_of_edges() == 0
    assert graph.graph["ambivalent"] == (("actor:a", "actor:b"),)


def test_a_denied_claim_ties_nobody_and_a_contested_one_only_when_asked():
    denied = saying(("a", "arms", "b", {"kind": "denies"}))
    contested = saying(("a", "arms", "b"), ("a", "arms", "b", {"kind": "denies", "speaker": "a"}))
    assert balance(denied).friendly == 0
    assert balance(contested).friendly == 1
    assert balance(contested, undisputed=True).friendly == 0


def test_balance_over_time_takes_each_period_alone():
    kg = saying(
        ("a", "supports", "b", {"time": "2014"}),
        ("b", "supports", "c", {"time": "2014-05"}),
        ("a", "attacked", "c", {"time": "2014-12-31"}),
        ("a", "attacked", "b", {"time": "2015"}),
    )
    first, second = balance_over_time(kg)
    assert (first.period, first.balance.triads) == ("2014", (0, 1, 0, 0))
    assert first.balance.frustration.index == 1
    assert (second.period, second.balance.hostile) == ("2015", 1)
    assert [row.period for row in balance_over_time(kg, "month")] == ["2014-05", "2014-12"]


def test_an_empty_graph_has_no_balance_to_speak_of():
    found = balance(KnowledgeGraph())
    assert math.isnan(found.triads.balanced)
    assert math.isnan(found.walks)
    assert found.frustration.index == 0
    assert census(triads(nx.Graph())) == (0, 0, 0, 0)

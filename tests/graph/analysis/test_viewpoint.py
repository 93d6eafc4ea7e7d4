import pytest
from actorgraph.graph.analysis import (
    Viewpoint,
    carriers,
    denials,
    difference,
    stakes,
    told_by,
    travel,
    viewpoints,
)
from actorgraph.schema import Claim, LookupFailedError

from ...sample import DENGOV, HAFTAR, LANA, MISMARI, RUSSIA, sample
from .networks import saying

BASE = Claim.of(HAFTAR, "requested-base-from", RUSSIA).id


def test_the_matrix_keeps_speakers_and_the_source_apart():
    kg = sample()
    (source,) = kg.sources
    matrix = viewpoints(kg, "speaker")
    assert matrix.of(DENGOV, BASE) is Viewpoint.ASSERTS
    assert matrix.of(MISMARI, BASE) is Viewpoint.DENIES
    assert matrix.of(source, BASE) is Viewpoint.ASSERTS  # the article also says so itself
    assert matrix.of(RUSSIA, BASE) is Viewpoint.SILENT
    assert matrix.voices[0] == source
    assert len(matrix.rows()) == len(matrix.voices)
    assert {len(row) for row in matrix.rows()} == {len(kg.views)}


def test_a_source_that_reports_both_sides_says_both():
    kg = sample()
    (source,) = kg.sources
    assert viewpoints(kg).of(source, BASE) is Viewpoint.BOTH


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ({}, "asserts"),
        ({"kind": "denies"}, "denies"),
        ({"modality": "negated"}, "denies"),
        ({"kind": "questions"}, "questions"),
        ({"modality": "intended"}, "tentative"),
        ({"kind": "denies", "modality": "negated"}, "tentative"),
    ],
)
def test_positions(said, mark):
    assert viewpoints(saying(("a", "arms", "b", said))).rows() == [[Viewpoint(mark)]]


def test_an_unknown_matrix_says_which_there_are():
    with pytest.raises(LookupFailedError, match="source or speaker"):
        viewpoints(sample(), "author")


TWO_PAPERS = (
    ("a", "arms", "b", {"source": "North"}),
    ("a", "arms", "b", {"source": "South", "kind": "denies"}),
    ("a", "supports", "b", {"source": "North"}),
    ("a", "supports", "b", {"source": "South"}),
    ("b", "accused", "a", {"source": "South"}),
    ("b", "arms", "c", {"source": "South"}),
    ("a", "opposes", "b", {"source": "North", "modality": "possible"}),
    ("a", "opposes", "b", {"source": "South"}),
)


def test_how_two_sources_differ_about_the_same_actors():
    found = difference(saying(*TWO_PAPERS), "North", "South")
    assert [v.claim.predicate for v in found.agreed] == ["supports"]
    assert [v.claim.predicate for v in found.opposed] == ["arms"]
    assert [v.claim.predicate for v in found.shaded] == ["opposes"]
    # North never speaks of c, so what b gives c is no difference between them.
    assert [[v.claim.predicate for v in side] for side in found.only] == [[], ["accused"]]
    a, b = found.portraits
    assert (a.actor, a.claims_one, a.claims_other) == ("actor:a", 2, 3)
    # North: arms 8.3, supports 3.5; South: supports 3.5, accused -2, opposes -4.
    assert a.intensity_one == pytest.approx(5.9)
    assert a.intensity_other == pytest.approx(-2.5 / 3)
    assert b.actor == "actor:b"


def test_how_two_speakers_differ():
    found = difference(sample(), "Dengov", "المسماري")
    assert [view.claim.id for view in found.opposed] == [BASE]
    with pytest.raises(LookupFailedError, match=r"did you mean.*no source"):
        difference(sample(), "Dengow", "المسماري")


def test_the_network_as_one_tells_it():
    as_dengov = told_by(sample(), "Dengov")
    assert {v.claim.predicate for v in as_dengov.views.values()} == {"requested-base-from"}
    assert len(told_by(sample(), "مظلة عسكرية").views) == len(sample().views)


def test_who_is_denied_by_whom():
    kg = sample()
    (source,) = kg.sources
    graph = denials(kg)
    assert graph[MISMARI][DENGOV] == {"claims": (BASE,), "weight": 1, "named": True}
    assert graph[MISMARI][source]["named"] is False
    assert graph.number_of_edges() == 2


def test_contested_claims_by_what_hangs_on_them():
    # The bridge b-c is contested by three voices, and with it half the network falls off; the tie
    # d-e is contested too, but its ends are tied by another claim.
    kg = saying(
        ("a", "supports", "b"),
        ("b", "arms", "c"),
        ("b", "arms", "c", {"kind": "denies", "speaker": "b"}),
        ("b", "arms", "c", {"speaker": "a"}),
        ("c", "supports", "d"),
        ("d", "arms", "e"),
        ("d", "supports", "e"),
        ("d", "arms", "e", {"kind": "denies", "speaker": "d"}),
    )
    first, second = stakes(kg)
    assert (first.view.claim.subject, first.view.claim.object) == ("actor:b", "actor:c")
    assert first.asserting == ("actor:a", "source:paper")
    assert first.denying == ("actor:b",)
    # Path a b c d e: 4, 3, 2, 1 pairs at distance 1, 2, 3, 4, so the sum of inverses is
    # 4 + 3/2 + 2/3 + 1/4; without b-c, a-b and c-d-e: 1 + (2 + 1/2).
    whole = 4 + 3 / 2 + 2 / 3 + 1 / 4
    assert first.efficiency == pytest.approx((whole - 3.5) / whole)
    assert second.efficiency == second.triads == 0
    assert first.score < second.score


def test_a_contested_tie_that_closes_a_triangle():
    kg = saying(
        ("a", "arms", "b"),
        ("a", "arms", "b", {"kind": "denies", "speaker": "a"}),
        ("b", "supports", "c"),
        ("c", "supports", "a"),
    )
    assert stakes(kg)[0].triads == 1


def test_the_sample_has_one_stake():
    (stake,) = stakes(sample())
    assert stake.view.claim.id == BASE
    assert set(stake.denying) == {MISMARI}


def test_how_a_claim_travels():
    kg = saying(
        ("a", "arms", "b", {"source": "Late", "date": "2018-03", "speaker": "m", "via": "agency"}),
        ("a", "arms", "b", {"source": "Early", "date": "2018-02-23"}),
        ("a", "arms", "b", {"source": "Late", "speaker": "m", "spoken": "2018-02-20"}),
        ("a", "arms", "b", {"source": "Undated", "kind": "denies", "speaker": "a"}),
    )
    (claim,) = kg.views
    steps = travel(kg, claim)
    assert [(s.said, s.voice, s.new) for s in steps] == [
        ("2018-02-20", "actor:m", True),
        ("2018-02-23", "source:early", True),
        ("2018-03-01", "actor:m", False),
        ("", "actor:a", True),
    ]
    assert (steps[2].via, steps[2].precision) == ("actor:agency", "2018-03")
    assert travel(kg, kg.views[claim]) == steps
    assert carriers(sample()) == [(LANA, 1)]
    with pytest.raises(LookupFailedError, match="no claim"):
        travel(kg, "claim:none")


def test_with_fewer_pivots_the_bridge_still_ranks_first(monkeypatch):
    monkeypatch.setattr("actorgraph.graph.analysis.contest._WORK", 1)
    left = [(f"l{i}", "supports", f"l{i + 1}") for i in range(20)]
    right = [(f"r{i}", "supports", f"r{i + 1}") for i in range(20)]
    bridge = [("l0", "arms", "r0"), ("l0", "arms", "r0", {"kind": "denies", "speaker": "l0"})]
    end = [("r19", "arms", "x"), ("r19", "arms", "x", {"kind": "denies", "speaker": "r19"})]
    rows = stakes(saying(*left, *right, *bridge, *end))
    assert [row.view.claim.object for row in rows] == ["actor:r0", "actor:x"]
    assert rows[0].efficiency > rows[1].efficiency >= 0

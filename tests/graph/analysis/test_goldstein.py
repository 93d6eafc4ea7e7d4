import pytest
from actorgraph.graph.analysis import (
    claims_by_period,
    goldstein_scale,
    intensity,
    relations_over_time,
)
from actorgraph.schema import LookupFailedError, vocabulary

from ...sample import sample
from .networks import saying


def test_intensities_are_those_of_the_published_scale():
    # GDELT, CAMEO.goldsteinscale.txt (after Goldstein 1992): 072 8.3, 057 8.0, 042 1.9, 112 -2.0,
    # 163 -8.0, 190 -10.0, 0233 3.4.
    expected = {
        "arms": 8.3,
        "agreed-with": 8.0,
        "visited": 1.9,
        "accused": -2.0,
        "sanctioned": -8.0,
        "attacked": -10.0,
        "requested-base-from": 3.4,
    }
    assert {name: intensity(name) for name in expected} == expected


def test_a_code_and_a_sign_of_the_vocabulary_agree():
    for relation in vocabulary().values():
        value = intensity(relation.id)
        assert (value is None) == (relation.cameo is None), relation.id
        if value is not None and relation.sign:
            assert value * relation.sign > 0, relation.id


def test_all_twenty_roots_are_there():
    assert {f"{i:02}" for i in range(1, 21)} <= set(goldstein_scale())
    assert all(-10 <= value <= 10 for value in goldstein_scale().values())


def test_an_unknown_relation_is_told_near_ones():
    with pytest.raises(LookupFailedError, match="did you mean"):
        intensity("suports")


def test_relations_by_year_and_class():
    kg = saying(
        ("a", "supports", "b", {"time": "2014-03"}),
        ("a", "praised", "b", {"time": "2014"}),
        ("a", "attacked", "c", {"time": "2015-01-02"}),
        ("a", "spokesperson-of", "c", {"time": "2015-01-02"}),
        ("a", "opposes", "c"),
    )
    series = relations_over_time(kg)
    assert series.rows == (
        ("2014", "SUPPORT", 2, pytest.approx(3.45), pytest.approx(6.9)),
        ("2015", "ASSAULT", 1, -10, -10),
    )
    assert (series.undated, series.too_coarse) == (1, 0)
    months = relations_over_time(kg, "month")
    assert [row.period for row in months.rows] == ["2014-03", "2015-01"]
    assert months.too_coarse == 1
    only = relations_over_time(kg, between=("C", "A"))
    assert [row.relation_class for row in only.rows] == ["ASSAULT"]
    assert len(relations_over_time(kg, actor="B").rows) == 1
    assert len(relations_over_time(kg, actor="A").rows) == 2


def test_saying_it_again_is_no_new_occurrence():
    kg = saying(
        ("a", "attacked", "b", {"source": "One", "date": "2014-03-01"}),
        ("a", "attacked", "b", {"source": "Two", "date": "2015-03-01"}),
    )
    assert [row[:3] for row in relations_over_time(kg).rows] == [("2014", "ASSAULT", 1)]


def test_periods_of_partial_dates():
    kg = saying(
        ("a", "supports", "b", {"time": "2015-12"}),
        ("a", "arms", "b", {"time": "2015/.."}),
        ("a", "aids", "b", {"time": "../2015"}),
        ("a", "praised", "b"),
    )
    quarters = claims_by_period(kg, "quarter")
    assert list(quarters.periods) == ["2015-Q4"]
    assert len(quarters.too_coarse) == 2
    assert len(quarters.undated) == 1
    assert [len(ids) for ids in claims_by_period(kg).periods.values()] == [2]
    with pytest.raises(LookupFailedError, match="year, quarter, month"):
        claims_by_period(kg, "week")


def test_the_sample_is_of_2018_but_for_syria():
    assert {row.period for row in relations_over_time(sample()).rows} == {"2015", "2018"}

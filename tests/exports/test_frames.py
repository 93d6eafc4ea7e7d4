import sys

import pytest
from actorgraph.exports.frames import COLUMNS, records_frame
from actorgraph.graph import KnowledgeGraph
from actorgraph.graph.analysis import balance_over_time, centralities, travel
from actorgraph.schema import MissingExtraError

from ..graph.analysis.networks import saying
from ..sample import DENGOV, HAFTAR, LANA, MISMARI, RUSSIA, sample

pandas = pytest.importorskip("pandas")
TABLES = tuple(COLUMNS)


def frame(kg, table, **options):
    return getattr(kg, f"{table}_frame")(**options)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("engine", ["pandas", "polars"])
def test_columns_and_types_do_not_hang_on_the_graph(table, engine):
    pytest.importorskip(engine)
    full, empty = (frame(kg, table, engine=engine) for kg in (sample(), KnowledgeGraph()))
    assert len(full) > len(empty) == 0
    assert list(full.columns) == list(empty.columns) == list(COLUMNS[table])
    assert list(full.dtypes) == list(empty.dtypes)
    assert all(column.meaning for column in COLUMNS[table].values())


def test_the_types_are_nullable_and_closed():
    claims = sample().claims_frame()
    assert claims.dtypes.astype(str).to_dict() == {
        "claim": "string",
        "subject": "string",
        "subject_name": "string",
        "predicate": "string",
        "relation_class": "category",
        "object": "string",
        "object_name": "string",
        "status": "category",
        "sign": "Int64",
        "intensity": "Float64",
        "asserting": "Int64",
        "denying": "Int64",
        "stances": "Int64",
        "sources": "Int64",
        "first": "datetime64[s]",
        "last": "datetime64[s]",
    }
    assert list(claims.status.cat.categories) == ["asserted", "contested", "denied", "tentative"]


def test_the_contested_claim_in_the_frame():
    claims = sample().claims_frame()
    (row,) = claims[claims.status == "contested"].itertuples()
    assert (row.subject, row.predicate, row.object) == (HAFTAR, "requested-base-from", RUSSIA)
    assert (row.asserting, row.denying, row.stances, row.sources) == (2, 1, 3, 1)
    assert row.intensity == 3.4
    assert row.first == row.last == pandas.Timestamp("2018-02-23")


def test_an_open_interval_has_no_last_day():
    claims = sample().claims_frame().set_index("predicate")
    assert claims.loc["intervened-in", "first"] == pandas.Timestamp("2015-01-01")
    assert pandas.isna(claims.loc["intervened-in", "last"])


def test_stances_keep_their_words_and_speakers():
    kg = sample()
    stances = kg.stances_frame(lang="ar")
    (denial,) = stances[stances.kind == "denies"].itertuples()
    assert (denial.speaker, denial.via) == (MISMARI, LANA)
    assert denial.speaker_name == "أحمد المسماري"
    assert kg.sources[denial.source].text[denial.start : denial.end] == denial.quote
    own = stances[stances.speaker.isna()]
    assert len(own) == 8
    assert own.speaker_name.isna().all()


def test_actors_come_with_their_centralities():
    actors = sample().actors_frame()
    assert actors.actor[0] == RUSSIA
    first = centralities(sample())[0]
    assert actors.betweenness[0] == first.betweenness
    by_id = actors.set_index("actor")
    assert by_id.loc[DENGOV, "spoken"] == 3
    assert pandas.isna(by_id.loc[LANA, "constraint"])


def test_relations_and_viewpoints():
    relations = sample().relations_frame(lang="ar").set_index("predicate")
    assert relations.loc["requested-base-from", "claims"] == 3
    assert relations.loc["requested-base-from", "contested"] == 1
    assert relations.loc["visited", "label"] == "زار"
    wide = (
        sample()
        .viewpoints_frame("speaker")
        .pivot(index="voice_name", columns="statement", values="position")
    )
    assert wide.loc["Lev Dengov", "Khalifa Haftar requested a base from Russia"] == "asserts"
    assert wide.loc["Ahmed al-Mismari", "Khalifa Haftar requested a base from Russia"] == "denies"


def test_records_become_frames_with_names():
    kg = sample()
    steps = records_frame(travel(kg, kg.contested()[0]), kg)
    assert list(steps.voice_name[:2]) == ["Lev Dengov", "Ahmed al-Mismari"]
    years = records_frame(balance_over_time(kg))
    assert list(years.period) == ["2015", "2018"]
    assert list(years.balance_hostile) == [1, 2]


def test_names_lose_their_direction_controls_and_quotes_keep_them():
    kg = saying(("a", "supports", "b"))
    spoofed = kg.actors["actor:a"].model_copy(
        update={
            "names": (kg.actors["actor:a"].names[0].model_copy(update={"text": "A\u202eevil"}),)
        }
    )
    document = kg.document()
    kg = KnowledgeGraph(document.model_copy(update={"actors": (spoofed, kg.actors["actor:b"])}))
    assert kg.claims_frame().subject_name[0] == "Aevil"


def test_a_query_answers_with_a_frame_of_typed_columns():
    found = sample().sparql("SELECT (COUNT(?c) AS ?n) ?s WHERE { ?c ag:status ?s } GROUP BY ?s")
    assert isinstance(found, pandas.DataFrame)
    assert {name: str(kind) for name, kind in found.dtypes.items()} == {"n": "Int64", "s": "string"}
    assert found.set_index("s").n["ag:Contested"] == 1
    assert sample().sparql("ASK { ?a ag:requestedBaseFrom ?b }") is True
    assert sample().sparql("SELECT ?a WHERE { ?a ag:killed ?b }").empty


def test_without_pandas_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    asked = "SELECT ?a WHERE { ?a ag:requestedBaseFrom ?b }"
    with pytest.raises(MissingExtraError, match=r"actorgraph\[notebook\]"):
        sample().sparql(asked)
    assert sample().query(asked).rows
    with pytest.raises(MissingExtraError, match=r"actorgraph\[notebook\]"):
        sample().claims_frame()
    with pytest.raises(ValueError, match="choose pandas or polars"):
        sample().claims_frame(engine="excel")

"""The tables of actors hold what the YAML says, once, under folded keys."""

import pytest
from actorgraph.graph.reading.compile_actors import (
    LEXICONS,
    actor_tables,
    key,
    load_actors,
    load_stop_words,
)
from actorgraph.graph.reading.text import fold


@pytest.fixture(scope="module")
def tables():
    return actor_tables()


def test_each_iso_code_names_one_state():
    codes = [actor.iso2 for actor in load_actors() if actor.iso2]
    assert len(codes) == len(set(codes)) == 249
    assert all(actor.kind == "state" for actor in load_actors() if actor.iso2)


def test_ids_are_unique_and_states_exist():
    actors = load_actors()
    ids = [actor.id for actor in actors]
    assert len(ids) == len(set(ids))
    assert {actor.state for actor in actors if actor.state} <= set(ids)


def test_keys_are_folded_and_start_without_spaces(tables):
    for table in ("forms", "names", "capitals", "cities"):
        for word in tables[table]:
            assert word == fold(word) == key(word) != ""


def test_every_nisba_is_inflected(tables):
    for actor in load_actors():
        for nisba in actor.nisba:
            feminine = " ".join(word + "ة" for word in nisba.split())
            assert ("N", actor.id, "ms") in tables["forms"][key(nisba)]
            assert ("N", actor.id, "fs") in tables["forms"][key(feminine)]


@pytest.mark.parametrize(
    ("form", "entry"),
    [
        ("ليبيون", ("N", "actor:libya", "mp")),
        ("روس", ("N", "actor:russia", "bp")),
        ("اميركية", ("N", "actor:united-states", "fs")),
        ("امريكيتين", ("N", "actor:united-states", "fd")),
        ("كورية جنوبية", ("N", "actor:south-korea", "fs")),
        ("وزراء", ("R", "minister", "mp")),
        ("وزيرين", ("R", "minister", "md")),
        ("سفيرتي", ("R", "ambassador", "fd")),
        ("مسؤولي", ("R", "official", "mp")),
        ("قوات", ("H", "forces", "fp")),
    ],
)
def test_forms(tables, form, entry):
    assert entry in tables["forms"][form]


def test_no_name_is_a_function_word(tables):
    words = {key(word) for word in load_stop_words().function_words}
    assert not words & tables["names"].keys()
    assert not words & tables["capitals"].keys()
    assert not words & tables["cities"].keys()


def test_name_words_are_folded_and_not_ordinary(tables):
    ordinary = {key(word) for word in load_stop_words().ordinary}
    for table in ("given", "family"):
        words = tables[table].split()
        assert words == sorted(set(words))
        assert all(word == key(word) for word in words)
        assert not ordinary & set(words)
    assert len({*tables["given"].split(), *tables["family"].split()}) <= 25_000


def test_name_words_are_no_function_words_and_no_nisbas(tables):
    words = {*tables["given"].split(), *tables["family"].split()}
    assert not words & {key(word) for word in load_stop_words().function_words}
    nisbas = {form for form, found in tables["forms"].items() if found[0][0] == "N"}
    assert not words & nisbas
    assert not words & {"ال" + form for form in nisbas}


def test_towns_are_no_capitals_and_no_stop_words(tables):
    assert tables["cities"]["بنغازي"] == "actor:libya"
    assert not tables["cities"].keys() & tables["capitals"].keys()
    assert not tables["cities"].keys() & tables["names"].keys()
    assert not tables["cities"].keys() & {key(city) for city in load_stop_words().cities}
    assert set(tables["cities"].values()) <= tables["actors"].keys()


def test_every_file_of_data_is_attributed():
    text = (LEXICONS.parent / "ATTRIBUTION.md").read_text("utf-8")
    for name in ("states.yaml", "cities.yaml", "names.yaml", "actors-*.yaml"):
        assert f"`ar/{name}`" in text

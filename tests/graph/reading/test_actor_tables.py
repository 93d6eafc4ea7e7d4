"""The tables of actors hold what the YAML says, once, under folded keys."""

from functools import cache

import pytest
from actorgraph.graph.reading.build import nominals
from actorgraph.graph.reading.build.actors import (
    actor_tables,
    key,
    load_actors,
    load_rows,
    load_stop_words,
)
from actorgraph.graph.reading.words.rowfile import FOLDER
from actorgraph.graph.reading.words.rows import Body, Role
from actorgraph.graph.reading.words.text import fold


@pytest.fixture(scope="module")
def tables():
    return actor_tables()


@cache
def load_actors_once():
    return load_actors()


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
            assert word == fold(word) != ""
            assert key(word) == word.replace("-", " ")  # النمسا-المجر is one word in a text


def test_every_nisba_is_inflected(tables):
    for actor in load_actors():
        for nisba in actor.nisba:
            feminine = next(form for form, feats in nominals.nisba(nisba) if feats == "fs")
            assert ("N", actor.id, "ms") in tables["forms"][key(nisba)]
            assert ("N", actor.id, "fs") in tables["forms"][key(feminine)]


@pytest.mark.parametrize(
    ("form", "entry"),
    [
        ("ليبيون", ("N", "actor:libya", "mp")),
        ("جنوب افريقية", ("N", "actor:south-africa", "fs")),
        ("كورية جنوبية", ("N", "actor:south-korea", "fs")),
        ("روس", ("N", "actor:russia", "bp")),
        ("اميركية", ("N", "actor:united-states", "fs")),
        ("امريكيتين", ("N", "actor:united-states", "fd")),
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
    text = (FOLDER.parent / "ATTRIBUTION.md").read_text("utf-8")
    for name in ("states.yaml", "cities.yaml", "names.yaml", "actors-*.yaml"):
        assert f"`ar/{name}`" in text


def test_a_name_of_two_actors_is_marked_ambiguous(tables):
    shared = {name for name, ids in tables["names"].items() if len(ids) > 1}
    assert shared <= {key(word) for word in load_stop_words().ambiguous}


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("خليفة حفتر", "actor:khalifa-haftar"),
        ("حفتر", "actor:khalifa-haftar"),
        ("احمد المسماري", "actor:ahmed-al-mismari"),
        ("حكومة الوفاق", "actor:government-of-national-accord"),
        ("قوات حفتر", "actor:libyan-national-army"),
        ("لجنة الاتصال الروسية", "actor:russian-contact-group-on-libya"),
        ("مجموعة الاتصال الروسية", "actor:russian-contact-group-on-libya"),
        ("البعثة الاممية", "actor:unsmil"),
        ("النظام السوري", "actor:syrian-government"),
        ("وزارة الدفاع الروسية", "actor:russian-defence-ministry"),
        ("وكالة الانباء الليبية", "actor:libyan-news-agency"),
        ("رويترز", "actor:reuters"),
        ("سورية", "actor:syria"),
        ("الاتحاد السوفييتي", "actor:soviet-union"),
    ],
)
def test_names(tables, name, actor):
    assert tables["names"][name] == [actor]


def test_every_link_to_wikidata_names_one_actor():
    links = [link for actor in load_actors() for link in actor.same_as]
    assert len(links) == len(set(links))
    assert all(link.startswith("http://www.wikidata.org/entity/Q") for link in links)


def test_every_role_and_body_shows_a_hit_and_a_miss():
    for row in (*load_rows(Role, "roles.yaml"), *load_rows(Body, "bodies.yaml")):
        assert row.hit, row.id
        assert row.miss, row.id
        assert not any(example.text == text for example in row.hit for text in row.miss)


@pytest.mark.parametrize("row", [*load_rows(Role, "roles.yaml"), *load_rows(Body, "bodies.yaml")])
def test_ends_of_an_example_stand_in_its_text_or_name_a_state(row):
    states = {name.text for actor in load_actors_once() for name in actor.names}
    for example in row.hit:
        for end in (example.subject, example.object):
            assert end is None or end in example.text or end in states


def test_words_that_are_no_names_are_told(tables):
    surnames = set(tables["no_surnames"].split())
    assert {"سلامة", "الزعيم", "الصلح"} <= surnames
    assert {"تصعيد", "تصعيدا", "خطوة", "اقتصادية"} <= set(tables["ordinary"].split())


def test_titles_of_two_words_are_found_with_the_article(tables):
    for form in ("ناطق رسمي", "ناطق الرسمي", "رئيس الوزراء", "نائب العام", "امينة العامة"):
        assert {pos for pos, _, _ in tables["forms"][form]} == {"R"}

"""The compiled lexicon is what the rows compile to, and knows its words."""

import pytest
from actorgraph.graph.reading.build.compile import compiled
from actorgraph.graph.reading.build.verbs import read_event_nouns, read_topics, read_verbs
from actorgraph.graph.reading.words.clitics import stems
from actorgraph.graph.reading.words.lexicon import FILE, Lexicon, load_lexicon, parse_lexicon
from actorgraph.graph.reading.words.rowfile import FOLDER
from actorgraph.graph.reading.words.text import fold
from actorgraph.schema import vocabulary
from hypothesis import given
from hypothesis import strategies as st
from pytest_benchmark.fixture import BenchmarkFixture


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_the_compiled_file_is_what_the_rows_compile_to():
    assert compiled() == FILE.read_bytes()


def test_no_class_of_words_is_written_twice():
    text = (FOLDER / "function.yaml").read_text(encoding="utf-8")
    names = [line.split(":")[0] for line in text.splitlines() if line[:1].isalpha()]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_a_row_wants_every_noun_of_a_kind(lexicon: Lexicon):
    kinds = lexicon.function["noun_kinds"]
    assert {kind for kind in kinds.values() if kind not in lexicon.function} == set()
    assert fold("اتفاقيتين") in lexicon.verbs["naqada-muahada"].with_nouns
    assert "مقاطعة" not in lexicon.function["penalties"]  # a boycott, and a province


@pytest.mark.parametrize("word", ["سفراؤها", "سفرائها", "سفراءها", "والسفراء"])
def test_a_hamza_may_have_a_seat_before_a_pronoun(word: str):
    assert "سفراء" in stems(fold(word))


def test_every_form_is_its_own_key(lexicon: Lexicon):
    assert [form for form in lexicon.forms if fold(form) != form] == []


def test_every_entry_leads_to_its_row(lexicon: Lexicon):
    tables = {
        **dict.fromkeys(("V", "M", "AP", "PP"), lexicon.verbs),
        "E": lexicon.event_nouns,
        "R": lexicon.roles,
        "H": lexicon.bodies,
        "N": lexicon.actors,
        "T": lexicon.topics,
    }
    lost = {
        (entry.pos, entry.id)
        for entries in lexicon.forms.values()
        for entry in entries
        if entry.id not in tables[entry.pos]
    }
    assert lost == set()


def test_every_relation_is_in_the_vocabulary_and_most_have_a_verb():
    used = {row.relation for row in (*read_verbs(), *read_event_nouns())} - {None}
    known = set(vocabulary())
    assert used <= known
    # Only a topic makes a request one for a base.
    assert known - used == {"requested-base-from"}


def test_every_row_has_its_sentences():
    rows = [*read_verbs(), *read_event_nouns()]
    finite = {row.id for row in read_verbs() if row.finite}
    assert [row.id for row in rows if not row.miss and row.id not in finite] == []
    assert [row.id for row in rows if row.relation and not row.hit] == []


def test_ids_of_topics_are_those_that_the_vocabulary_narrows_by():
    narrowing = {relation.topic for relation in vocabulary().values()} - {None}
    assert narrowing <= {topic.id for topic in read_topics()}


@pytest.mark.parametrize(
    ("form", "pos", "row", "feats"),
    [
        # sound
        ("طلبت", "V", "talaba", "pf 3fs b"),
        ("يطلبون", "V", "talaba", "ipf 3mp b"),
        ("يطلبوا", "V", "talaba", "ipf 3mp b"),
        ("طلبات", "M", "talaba", "fp"),
        # first radical weak
        ("يصل", "V", "wasala", "ipf 3ms a"),
        ("وصلوا", "V", "wasala", "pf 3mp b"),
        ("يعد", "V", "waada", "ipf 3ms a"),
        ("اتفقت", "V", "ittafaqa", "pf 3fs b"),
        ("يتهم", "V", "ittahama", "ipf 3ms b"),
        # hollow
        ("قال", "V", "qala", "pf 3ms a"),
        ("قيل", "V", "qala", "pf 3ms p"),
        ("يقولون", "V", "qala", "ipf 3mp a"),
        ("زارت", "V", "zara", "pf 3fs a"),
        ("ادان", "V", "adana", "pf 3ms a"),
        ("يدين", "V", "adana", "ipf 3ms a"),
        ("ادين", "V", "adana", "pf 3ms p"),
        ("اغتيل", "V", "ightala", "pf 3ms p"),
        ("استعانت", "V", "istaana", "pf 3fs a"),
        # last radical weak
        ("نفى", "V", "nafa", "pf 3ms a"),
        ("نفت", "V", "nafa", "pf 3fs a"),
        ("ينفي", "V", "nafa", "ipf 3ms a"),
        ("نفوا", "V", "nafa", "pf 3mp b"),
        ("دعا", "V", "daa", "pf 3ms a"),
        ("دعت", "V", "daa", "pf 3fs a"),
        ("يدعو", "V", "daa", "ipf 3ms a"),
        ("داعية", "AP", "daa", "fs"),
        ("داعي", "AP", "daa", "ms"),
        ("التقى", "V", "iltaqa", "pf 3ms a"),
        ("يلتقون", "V", "iltaqa", "ipf 3mp b"),
        ("ادعى", "V", "iddaa", "pf 3ms a"),
        ("تعدى", "V", "tahadda", None),
        ("تخلي", "M", "takhalla", "ms"),
        ("تخل", "M", "takhalla", "ms"),
        # doubled
        ("رد", "V", "radda-qawl", "pf 3ms b"),
        ("ردوا", "V", "radda-qawl", "pf 3mp b"),
        ("يشن", "V", "shanna", "ipf 3ms b"),
        ("احتلت", "V", "ihtalla", "pf 3fs b"),
        ("هددت", "V", "haddada", "pf 3fs b"),
        # hamza
        ("اكد", "V", "akkada", "pf 3ms b"),
        ("يؤكد", "V", "akkada", "ipf 3ms b"),
        ("ايدت", "V", "ayyada", "pf 3fs b"),
        ("تراس", "V", "taraasa", "pf 3ms a"),
        ("بدا", "V", "badaa", "pf 3ms a"),
        ("يبدؤون", "V", "badaa", "ipf 3mp b"),
        ("يبدئون", "V", "badaa", "ipf 3mp b"),
        ("هنات", "V", "hanna", "pf 3fs a"),
        ("راى", "V", "raa", "pf 3ms a"),
        ("يرى", "V", "raa", "ipf 3ms b"),
        ("تؤوي", "V", "awa", "ipf 3fs a"),
        # four radicals
        ("سيطر", "V", "saytara", "pf 3ms a"),
        ("يسيطرون", "V", "saytara", "ipf 3mp b"),
        ("تمركزت", "V", "tamarkaza", "pf 3fs b"),
        # nouns and participles
        ("مدعومة", "PP", "daama", "fs"),
        ("داعمو", "AP", "daama", "mp"),
        ("زيارتين", "M", "zara", "fd"),
        ("لقاؤ", "M", "iltaqa", "ms"),
        ("ضغوط", "M", "daghata", "bp"),
        ("غارات", "E", "ghara", "fp"),
        ("وقف اطلاق النار", "T", "ceasefire", "ms"),
    ],
)
def test_a_form_tells_what_it_may_be(
    lexicon: Lexicon, form: str, pos: str, row: str, feats: str | None
):
    found = {(entry.pos, entry.id, entry.feats) for entry in lexicon.forms.get(form, ())}
    if feats is None:
        assert all(entry_id != row for _, entry_id, _ in found)
    else:
        assert (pos, row, feats) in found


@pytest.mark.parametrize("word", ["في", "من", "على", "قد", "بعد", "أن", "كان", "عن", "بين", "ثم"])
def test_no_function_word_is_a_form(lexicon: Lexicon, word: str):
    assert fold(word) not in lexicon.forms


def test_every_verb_has_its_persons_and_voices(lexicon: Lexicon):
    persons: dict[str, set[str]] = {}
    for entries in lexicon.forms.values():
        for entry in entries:
            if entry.pos == "V":
                tense, person, _ = entry.feats.split()
                persons.setdefault(entry.id, set()).add(f"{tense} {person}")
    wanted = {f"{tense} {person}" for tense in ("pf", "ipf") for person in ("3ms", "3fs", "3mp")}
    assert {
        row.id
        for row in lexicon.verbs.values()
        if not row.finite and not wanted <= persons.get(row.id, set())
    } == {
        "abara-hudud",
        "abara-quwwat",
        "lam-yaqbal",
        "bayyana",
        "hamma",
        "hassana-ilaqat",
        "maththala",
        "maththala-dawla",
        "maththala-nom",
        "qabila-fi",
        "qabila-nom",
        "qabila-shurut",  # written like عبر, عقب, بين, هم, حسن, مثل and قبل
    }


def test_a_noun_that_is_waited_for_is_met_in_every_form(lexicon: Lexicon):
    assert {"سلاح", "صاروخ", "صاروخين", "دبابات"} <= set(lexicon.verbs["arsala-silah"].with_nouns)


def test_the_same_bytes_are_the_same_lexicon(lexicon: Lexicon):
    assert parse_lexicon(FILE.read_bytes()) == lexicon


@given(st.text())
def test_no_text_breaks_the_look_up(text: str):
    forms = load_lexicon().forms
    assert all(len(entry) == 3 for entry in forms.get(fold(text), ()))


def test_loading_time(benchmark: BenchmarkFixture):
    assert benchmark(parse_lexicon, FILE.read_bytes()).forms

"""Explanations: what they say is what the reader did, and every word stands where they say."""

from pathlib import Path

from actorgraph.graph import Explanation, explain, source_from_file, source_from_text
from actorgraph.graph.reading.reader import read
from hypothesis import given, settings
from hypothesis import strategies as st

SEED = next((Path(__file__).parents[3] / "seeds").glob("*.txt"))
LETTERS = st.text(alphabet='ابتسفقلمنوي أنفى زار قال"«»:،.\u202e\u200d\n', max_size=120)


def words_in(value: object) -> list[dict[str, object]]:
    """Return every stretch of words in a dumped explanation."""
    if isinstance(value, dict):
        here = [value] if {"start", "end", "text"} <= value.keys() else []
        return here + [found for part in value.values() for found in words_in(part)]
    if isinstance(value, (list, tuple)):
        return [found for part in value for found in words_in(part)]
    return []


def test_the_seed_is_explained_by_what_the_reader_found():
    source = source_from_file(SEED)
    seen = explain(source)
    claims = [claim for sentence in seen.sentences for claim in sentence.claims]
    assert [(c.subject, c.predicate, c.object, c.rule) for c in claims] == [
        (c.subject.name, c.predicate, c.object.name, c.rule) for c in read(source).claims
    ]
    assert all(claim.rule for claim in claims)
    denied = [c for c in claims if any(level.kind == "denies" for level in c.levels)]
    assert any(c.predicate == "requested-base-from" for c in denied)
    assert any("الخط" in words.text for words in seen.furniture)
    assert not any("الخط" in sentence.words.text for sentence in seen.sentences)


def test_all_words_are_verbatim():
    source = source_from_file(SEED)
    found = words_in(explain(source).model_dump())
    assert len(found) > 200
    for words in found:
        assert source.text[words["start"] : words["end"]] == words["text"]


def test_a_predicate_without_its_ends_is_left_out_with_a_reason():
    (sentence,) = explain(source_from_text("زار الوفد المدينة القديمة.")).sentences
    assert not sentence.claims
    assert [(left.words.text, left.reason[:3]) for left in sentence.left_out] == [("زار", "no ")]


def test_what_is_said_may_stand_on_the_next_line():
    first, second = explain(source_from_text("قال وزير الخارجية الفرنسي:\nنعم.")).sentences
    assert not first.voices
    assert second.words.text == "نعم."


def test_strangers_are_listed_and_names_are_not():
    (sentence,) = explain(source_from_text("زارت فرنسا مستودع الطحالب يوم 3 مارس 1999.")).sentences
    unknown = [words.text for words in sentence.unknown]
    assert "الطحالب" in unknown
    assert "فرنسا" not in unknown
    assert [date.edtf for date in sentence.dates] == ["1999-03-03"]
    assert "مارس" not in unknown


def test_nothing_to_read_is_an_empty_explanation():
    assert explain(source_from_text("...")).sentences[0].mentions == ()


@settings(max_examples=60, deadline=None)
@given(LETTERS.filter(str.strip))
def test_any_text_is_explained_verbatim_and_alike_each_time(text: str):
    source = source_from_text(text)
    seen = explain(source)
    assert seen == explain(source)
    assert Explanation.model_validate_json(seen.model_dump_json()) == seen
    for words in words_in(seen.model_dump()):
        assert source.text[words["start"] : words["end"]] == words["text"]

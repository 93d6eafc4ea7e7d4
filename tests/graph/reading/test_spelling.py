"""Unknown words that are spelled like names, and those that are not."""

import pytest
from actorgraph.graph import source_from_text, weave
from actorgraph.graph.reading.words.lexicon import load_lexicon
from actorgraph.graph.reading.words.spelling import Spelling

SPELLING = Spelling(load_lexicon().spelling)


@pytest.mark.parametrize(
    "name", ["كالاموتشيتا", "تشيسالا", "ستراودوم", "فيسترس", "كوزلوفسكي", "باريينتوس"]
)
def test_foreign_names_are_told_though_no_list_has_them(name: str):
    lexicon = load_lexicon()
    assert name not in lexicon.given
    assert name not in lexicon.family
    assert SPELLING.score(name) > 4


@pytest.mark.parametrize(
    "word", ["للانسحاب", "ومفاجئ", "استياء", "منعقدا", "المستر", "بنادق", "صناديق", "سياراتهم"]
)
def test_words_are_not_taken_for_names(word: str):
    assert SPELLING.score(word) < 0


def test_few_words_of_the_lexicon_look_like_names():
    words = [word for word in load_lexicon().ordinary if len(word) > 3]
    assert sum(SPELLING.score(word) > 4 for word in words) < 0.02 * len(words)


def test_a_score_does_not_hang_on_what_was_asked_before():
    fresh = Spelling(load_lexicon().spelling)
    assert [fresh.score(word) for word in ("بابا", "كوكو", "بابا")] == [
        SPELLING.score(word) for word in ("بابا", "كوكو", "بابا")
    ]


def test_a_person_of_two_unknown_names_is_found_where_no_title_helps():
    text = "والتقى تشيسومبا موانغي في نيروبي زعيم الحزب الوطني رامون أريستيغيتا."
    document = weave([source_from_text(text, name="x")]).document()
    people = {actor.names[0].text for actor in document.actors if actor.kind == "person"}
    assert people == {"تشيسومبا موانغي", "رامون أريستيغيتا"}


def test_a_town_of_two_unknown_names_is_no_person():
    text = "وصل الوفد إلى بيرو بعد مؤتمر في بورتو مونتانيو."
    document = weave([source_from_text(text, name="x")]).document()
    assert not [actor for actor in document.actors if actor.kind == "person"]

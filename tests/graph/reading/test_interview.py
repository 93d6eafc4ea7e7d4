"""In an interview the one introduced answers, and "we" is the body that he serves."""

import pytest
from actorgraph.graph import source_from_text, weave

_INTRODUCED = "التقينا أمس رامي الحلبي، الأمين العام لحزب السنابل.\n\n"
_SIGNS = {
    "a bullet and a dash": ("● ما رأيكم؟", "– هاجمت حركة الشروق مكاتبنا."),
    "letters": ("س: ما رأيكم؟", "ج: هاجمت حركة الشروق مكاتبنا."),
    "words": ("سؤال: ما رأيكم في الهجوم؟", "جواب: هاجمت حركة الشروق مكاتبنا."),
    "two bullets": ("○ ما رأيكم؟", "● هاجمت حركة الشروق مكاتبنا."),
    "letters drawn out": ("ـ ما رأيكم؟", "ـ «هاجمت حركة الشروق مكاتبنا»."),
    "an answer that asks": ("■ ما رأيكم؟", "- هاجمت حركة الشروق مكاتبنا. فمن المذنب؟"),
    "dashes in turn": ("- ما رأيكم؟", "- هاجمت حركة الشروق مكاتبنا."),
}


def _attacks(text: str) -> list[tuple[str, str, str | None]]:
    graph = weave([source_from_text(text, name="interview")]).document()
    names = {actor.id: actor.names[0].text for actor in graph.actors}
    claims = {claim.id: claim for claim in graph.claims if claim.predicate == "attacked"}
    return [
        (
            names[claims[stance.claim].subject],
            names[claims[stance.claim].object],
            names.get(stance.speaker or ""),
        )
        for stance in graph.stances
        if stance.claim in claims
    ]


@pytest.mark.parametrize(("question", "answer"), _SIGNS.values(), ids=_SIGNS)
def test_the_answer_is_said_by_the_one_introduced(question: str, answer: str) -> None:
    said = _attacks(f"{_INTRODUCED}{question}\n{answer}\n")
    assert said == [("حركة الشروق", "حزب السنابل", "رامي الحلبي")]


def test_an_answer_of_two_sentences_is_his_to_its_end() -> None:
    answer = "– لن أعلق. هاجمت حركة الشروق مكاتبنا."
    said = _attacks(f"{_INTRODUCED}● ما رأيكم؟\n{answer}\n\nوغادر الحلبي المدينة.")
    assert said == [("حركة الشروق", "حزب السنابل", "رامي الحلبي")]


def test_a_dash_before_a_paragraph_is_no_answer_without_a_question() -> None:
    said = _attacks(f"{_INTRODUCED}– هاجمت حركة الشروق حزب السنابل.\n")
    assert said == [("حركة الشروق", "حزب السنابل", None)]


def test_what_follows_the_interview_is_the_text_s_own() -> None:
    text = f"{_INTRODUCED}● ما رأيكم؟\n– لن أعلق.\n\nوهاجمت حركة الشروق حزب السنابل."
    assert _attacks(text) == [("حركة الشروق", "حزب السنابل", None)]


def test_whoever_asks_is_not_introduced() -> None:
    text = "حوار مع حزب السنابل\nحاورته هالة القادري\n\nيقود رامي الحلبي الحزب.\n"
    said = _attacks(f"{text}● ما رأيكم؟\n- هاجمت حركة الشروق مكاتبنا.\n")
    assert said == [("حركة الشروق", "حزب السنابل", "رامي الحلبي")]


def test_paragraphs_with_one_sign_take_turns() -> None:
    questions = "- ما رأيكم؟\n- لن أعلق.\n- يقال إن حركة الشروق هاجمتكم.\n"
    said = _attacks(f"{_INTRODUCED}{questions}- هاجمت حركة الشروق مكاتبنا.\n")
    assert ("حركة الشروق", "حزب السنابل", "رامي الحلبي") in said


def test_bullets_of_a_list_are_no_interview() -> None:
    said = _attacks(f"{_INTRODUCED}■ أخبار\n• هاجمت حركة الشروق حزب السنابل.\n")
    assert said == [("حركة الشروق", "حزب السنابل", None)]

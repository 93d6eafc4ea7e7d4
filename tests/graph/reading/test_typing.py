"""A text says the same however it is typed: letters, quotation marks, spaces and line ends."""

import re

import pytest
from actorgraph.graph import source_from_text, weave

from tests.gold.cases import Case, GoldClaim, load
from tests.gold.judge import score

SEED = load("seed")[0]
TYPED = {
    "the final ى of Egypt for ي": lambda s: re.sub(r"ي\b", "ى", s),
    "final ي for ى": lambda s: re.sub(r"ى\b", "ي", s),
    "ه for ة": lambda s: re.sub(r"ة\b", "ه", s),
    "no hamza": lambda s: re.sub("[أإآ]", "ا", s),
    "Persian letters": lambda s: s.replace("ي", "ی").replace("ك", "ک"),
    "letters of old code pages": lambda s: s.replace("لا", "ﻻ"),
    "lengthened words": lambda s: re.sub("(?<=[سشصضعغفق])(?=[اديرول])", "ـــ", s),
    "single quotation marks": lambda s: re.sub('"([^"]*)"', r"‘\1’", s),
    "quotation marks of a typewriter": lambda s: re.sub('"([^"]*)"', r"<<\1>>", s),
    "brackets for quotation marks": lambda s: re.sub('"([^"]*)"', r"((\1))", s),
    "references for quotation marks": lambda s: re.sub('"([^"]*)"', r"&quot;\1&quot;", s),
    "references that lost their sign": lambda s: re.sub('"([^"]*)"', r"quot;\1quot;", s),
    "links that took their space along": lambda s: re.sub("(الولايات|وزارة|حكومة) ال", r"\1ال", s),
    "marks of direction": lambda s: "\u200f" + s.replace(". ", ".\u200f "),
    "spaces that do not break": lambda s: s.replace(" ", "\u00a0"),
    "no space behind a sentence": lambda s: re.sub(r"(?<=[ء-ي]{2})\. (?=[ء-ي])", ".", s),
    "line ends of Windows": lambda s: s.replace("\n", "\r\n"),
}


def _typed(case: Case, how: str) -> Case:
    typed = TYPED[how]

    def claim(row: GoldClaim) -> GoldClaim:
        return row.model_copy(update={"words": " ... ".join(map(typed, row.pieces))})

    return case.model_copy(
        update={"text": typed(case.text), "claims": tuple(map(claim, case.claims))}
    )


@pytest.mark.parametrize("how", TYPED)
def test_the_seed_article_says_the_same_however_it_is_typed(how: str) -> None:
    case = _typed(SEED, how)
    assert case.text != SEED.text
    rates = score([case]).rates()
    assert (rates.hits, rates.false) == (rates.gold, 0)


def claims(text: str) -> set[tuple[str, str, str]]:
    graph = weave([source_from_text(text)]).document()
    names = {actor.id: actor.names[0].text for actor in graph.actors}
    return {(names[c.subject], c.predicate, names[c.object]) for c in graph.claims}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("سافر رئيس الوزراء الى ايطالية، ثم زارت فرنسة اسبانية.", ("فرنسا", "visited", "إسبانيا")),
        ("احتجت بلجيكة على هولندة.", ("بلجيكا", "protested-against", "هولندا")),
        ("اتهمت القاهره الحكومه الليبيه بايواء الفارين.", ("مصر", "accused", "الحكومه الليبيه")),
        ("ونفي وزير الدفاع ذلك. هاجمت روسيا علي الفور جورجيا.", ("روسيا", "attacked", "جورجيا")),
        ("وصل إلي ڤيينا وزير پولندا، وزارت اليابان ڤيتنام.", ("اليابان", "visited", "فيتنام")),
    ],
)
def test_words_of_another_spelling_are_known(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        # His state, his request and his president are no state, request or president of ة.
        "هاجم الجيش الفرنسي مدينة تونس، وأعلن رئيسه ذلك.",
        "زار علي سالم الراوي فرنسا.",
    ],
)
def test_words_that_are_typed_well_stay_as_they_are(text: str) -> None:
    assert claims(text) == claims(text.replace(".", " ."))


def test_ali_is_a_name_among_names_where_on_is_typed_like_it() -> None:
    found = claims("هاجمت القوات عدن. وسافر علي سالم الراوي إلي فرنسا، وهاجمت مصر علي الفور ليبيا.")
    assert ("علي سالم الراوي", "visited", "فرنسا") in found
    assert ("مصر", "attacked", "ليبيا") in found


def test_ali_is_a_name_behind_a_title_where_all_final_ya_have_no_dots() -> None:
    found = claims("استقبل وزير الحربية اليمنى العقيد على الرداعى السفير التركى فى صنعاء أمس.")
    assert ("على الرداعى", "holds-office-in", "اليمن") in found
    assert ("مصر", "attacked", "ليبيا") in claims("هاجمت مصر على الفور ليبيا فى البحر الذى بينهما.")

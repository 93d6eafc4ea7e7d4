"""The reader on texts that nobody wrote: it ends, says nothing false about words, and repeats."""

import random
import re

import pytest
from actorgraph.graph import explain, source_from_text, weave
from actorgraph.graph.reading.reader import Reading, read
from actorgraph.schema import SourceError
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.gold.cases import load

# One word or mark again and again: each takes another branch of the reader to its limit.
PATTERNS = {
    "one word without end": "ا",
    "one word": "كلمة ",
    "articles without end": "ال",
    "heads of bodies": "لجنة قوات ",
    "roles": "رئيس وزير ",
    "roles and heads": "رئيس لجنة وزير حكومة ",
    "verbs": "زار قال نفى أكد ",
    "masdars": "طلب دعم رفض ",
    "complementizers": "أن ",
    "relatives": "الذي ",
    "that he said that": "قال إن الوزير أكد أن ",
    "conditions": "إذا ",
    "prepositions": "من على ",
    "joined": "مصر والأردن و",
    "listed": "مصر، ",
    "given names": "محمد بن علي ",
    "opening quotes": "«",
    "closing quotes": '»" ',
    "quoted words": '«قال "',
    "colons": "قال: ",
    "vowel marks": "اًٌٍَُِّْ",
    "hamza alone": "\u0654",
    "decomposed hamza": "ا\u0654",
    "joiners": "ز\u200dا\u200dر ",
    "overrides": "\u202eزار\u202c ",
    "tatweel": "ـ",
    "dates": "3 مارس 1999 ",
    "digits": "1",
    "slashes": "1/",
    "full stops": ". ",
    "lines": "زار الوزير تونس\n",
    "Latin": "abc ",
    "apostrophes": "ا'",
    "dashes": "- ",
    "brackets": "(",
}
LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from('ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئء ،؛.:؟"«»()\n'),
        st.sampled_from("\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069"),
        st.sampled_from("\u064b\u064e\u0651\u0653\u0654\u0655\u0670\u0640\ufeff\u00ad\u061c"),
        st.characters(codec="utf-8"),
    )
)
PARTS = st.lists(
    st.one_of(
        st.sampled_from([pattern.strip() or pattern for pattern in PATTERNS.values()]),
        st.sampled_from(
            ["زار", "نفى", "وزير الخارجية", "الفرنسي", "روسيا", "من", "أن", "طلب", "التي", "قاعدة"]
        ),
        LETTERS,
    ),
    max_size=25,
)

# Pieces of sentences between which anything may come to stand.
PRESS = st.lists(
    st.sampled_from(
        ["عملية «الكرامة»", "مبادرة «السلام»", "قالت", "إن فرنسا تدعم تونس", "هاجمت", "نفت ذلك",
         "اتهمت تونس بدعم حركة الفجر", "الجيش الليبي", "وهو ما نفته", "أطلقت", "رفضتها", "الطرفان",
         "الرئيس", "ساعدت", "وزير الدفاع سالم الراوي", "، وأضافت أن", "التي", "ضلوعها في", ":",
         "حركة (", "السنابل)", "&quot;", "الأممالمتحدة", "وتونس ترد: أكاذيب", "."]
    ),
    max_size=12,
)  # fmt: skip


def told(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (
            claim.subject.name, claim.predicate, claim.object.name, claim.span, claim.cue,
            claim.subject_at, claim.object_at, claim.rule, claim.modality,
            [(level.kind, level.cue, level.speaker_at) for level in claim.levels],
        )
        for claim in reading.claims
    ]  # fmt: skip


def check(text: str) -> Reading | None:
    """Read a text twice; its claims are the same, and all their words stand in it."""
    try:
        source = source_from_text(text)
    except SourceError:
        return None
    reading = read(source)
    assert told(reading) == told(read(source))
    for claim in reading.claims:
        spans = [claim.span, claim.cue, claim.subject_at, claim.object_at]
        spans += [span for level in claim.levels for span in (level.cue, level.speaker_at)]
        for span in spans:
            if span is not None:
                assert source.quote(*span).quote.strip()
    return reading


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_one_thing_again_and_again(pattern: str):
    check(pattern * (6_000 // len(pattern)))


@pytest.mark.parametrize("letter", ["ا", "a", "ـ", "\u064e", "1", "\u202e", "\u200d"])
def test_a_word_of_a_million_letters(letter: str):
    check(f"زارت فرنسا {letter * 1_000_000} تونس.")


def test_what_cannot_be_seen_neither_parts_words_nor_stays_in_names():
    reading = check(
        "\u202bزار\u202c \u200f\u202bوزير\u202c الخارجية\u200f المصري\u200f \u200fتونس\u064e ."
    )
    assert reading is not None
    (claim,) = [claim for claim in reading.claims if claim.predicate == "visited"]
    assert claim.subject.name == "وزير الخارجية المصري"
    assert claim.object.name == "تونس"


def test_a_million_letters_do_not_hide_the_sentence_behind_them():
    reading = check(f"{'ا' * 1_000_000}\nزارت فرنسا تونس.")
    assert reading is not None
    assert [(c.subject.name, c.predicate, c.object.name) for c in reading.claims] == [
        ("فرنسا", "visited", "تونس")
    ]


def test_one_long_line_ends():
    """Cost is linear, sentence marks or none: tests/benchmarks reads ten times as much."""
    check("زار وفد من الحكومة الفرنسية مدينة بعيدة " * 2_500)


def test_nobody_named_is_us():
    check("أما روسيا فزارتنا فرنسا. وصلت فرنسا التي زارنا وزيرها.")


def test_press_whose_words_have_changed_places():
    chance = random.Random(0)
    for case in load("dev"):
        words = case.text.split()
        chance.shuffle(words)
        source = source_from_text(" ".join(words))
        assert len([c for s in explain(source).sentences for c in s.claims]) == len(
            read(source).claims
        )


def test_press_that_breaks_off_in_the_midst_of_a_sentence():
    chance = random.Random(2)
    for case in load("dev"):
        words = case.text.split(" ")
        read(source_from_text(" ".join(words[: chance.randint(1, len(words))])))


def test_press_in_which_all_that_is_theirs_is_ours():
    for case in load("dev"):
        read(source_from_text(re.sub(r"(?<=\w\w)(ها|هم|ه)\b", "نا", case.text)))


def test_press_cut_to_pieces_and_put_together_with_marks_between():
    chance = random.Random(1)
    texts = [case.text.split(" ") for case in load("dev")]
    marks = ["quot;", "(", ")", "«", "»", '"', "..", ":", "-", "،", "؛", "؟", "ـ", "\n", "● ", "– "]
    for _ in range(1_500):
        mixed: list[str] = []
        for words in chance.sample(texts, chance.randint(1, 4)):
            start = chance.randrange(len(words))
            mixed += words[start : start + chance.randint(1, 40)]
        for _ in range(chance.randint(0, 8)):
            mixed.insert(chance.randrange(len(mixed) + 1), chance.choice(marks))
        if chance.random() < 0.2:
            chance.shuffle(mixed)
        text = " ".join(mixed)
        if text.strip():
            weave([source_from_text(text)])


@settings(max_examples=100, deadline=None)
@given(PRESS)
def test_pieces_of_press_are_woven(pieces: list[str]):
    """Whoever acts or speaks in a claim, be it an operation, is in the graph."""
    document = weave([source_from_text(" ".join(["قال", *pieces]))]).document()
    known = {actor.id for actor in document.actors}
    assert {claim.subject for claim in document.claims} <= known
    assert {stance.speaker for stance in document.stances if stance.speaker} <= known


@settings(max_examples=150, deadline=None)
@given(PARTS)
@example(["قال", "\u202eا\u0654حمد", "أن", '"'])
@example(["اتهمت تونس حركة", "(السنابل"])
@example(["لم ينفع", ":"])
@example(["اتهم السلفادوري إرنستو", "و", "المفقودين"])
@example(["\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace")])
def test_any_text_whatever(parts: list[str]):
    check(" ".join(parts))


@settings(max_examples=100, deadline=None)
@given(LETTERS)
def test_any_letters_whatever(text: str):
    check(text)

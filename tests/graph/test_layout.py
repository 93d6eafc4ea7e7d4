"""Layout: furniture goes, metadata comes out, and a plain text stays whole."""

from pathlib import Path

import pytest
from actorgraph.graph.reading.page.layout import layout
from actorgraph.schema import PartialDate
from hypothesis import given
from hypothesis import strategies as st

SEED = Path(__file__).parents[2] / "seeds" / "2018-02-23-haftar-russian-umbrella.ar.txt"
SENTENCE = "وقعت مصر وإسرائيل معاهدة السلام في البيت الأبيض بحضور الرئيس كارتر عام 1979."
PAGE = f"""رأي
مصر وإسرائيل توقعان معاهدة السلام
أحمد بهاء الدين
نشر في: 27 مارس 1979 - 10:30 | آخر تحديث: 28 مارس 1979
طباعة  مشاركة  حفظ
واشنطن (رويترز) - {SENTENCE}
(رويترز)
اقرأ أيضاً: السادات يزور القدس
{SENTENCE}
اقرأ أيضا
عنوان آخر عن السلام

السلام في الصحف
{SENTENCE}
12 تعليقا
https://example.org/a?b=1
editor@example.org
المصدر: الأهرام
جميع الحقوق محفوظة © 1979
"""


def body(text: str) -> list[str]:
    return [text[start:end] for start, end in layout(text).body]


def test_the_seed_article():
    text = SEED.read_text("utf-8")
    paragraphs = body(text)
    assert len(paragraphs) == 8
    assert paragraphs[0] == "حفتر يبحث عن مظلة عسكرية روسية"
    assert paragraphs[-1].endswith("المرفوض شعبيًا في ليبيا.")
    joined = "\n".join(paragraphs)
    for furniture in ("الخط -", "05C60754", "23 فبراير", "قاسم", "كاتب وباحث"):
        assert furniture not in joined


def test_a_page_full_of_furniture():
    page = layout(PAGE)
    assert page.title == "مصر وإسرائيل توقعان معاهدة السلام"
    assert page.author == "أحمد بهاء الدين"
    assert page.publisher == "الأهرام"
    assert page.date is not None
    assert page.date.edtf == "1979-03-27"
    assert body(PAGE) == [page.title, SENTENCE, SENTENCE, "السلام في الصحف", SENTENCE]


@pytest.mark.parametrize(
    ("above", "below", "author", "note"),
    [
        ("بقلم: سامي منصور\n", "", "سامي منصور", None),
        ("", "\nكتب: سامي منصور", "سامي منصور", None),
        ("", "\nسامي منصور\n\nكاتب مصري مقيم في لندن", "سامي منصور", "كاتب مصري مقيم في لندن"),
        (
            "",
            "\nجوزيف هالبرن\nأستاذ التاريخ في جامعة لندن.",
            "جوزيف هالبرن",
            "أستاذ التاريخ في جامعة لندن.",
        ),
        ("سامي منصور\n", "\n* كاتب مصري", "سامي منصور", "كاتب مصري"),
    ],
)
def test_authors(above: str, below: str, author: str, note: str | None):
    text = f"أزمة السويس وتداعياتها\n{above}{SENTENCE}{below}"
    page = layout(text)
    assert (page.author, page.author_note) == (author, note)
    assert body(text) == ["أزمة السويس وتداعياتها", SENTENCE]


@pytest.mark.parametrize(
    "text",
    [
        "زار السادات القدس",
        SENTENCE,
        f"{SENTENCE} {SENTENCE}",
        "17 ديسمبر 2010",
        "+ الخط -",
        "(رويترز)",
        "أحمد بهاء الدين",
        "قال: لن نفاوض",
    ],
)
def test_a_text_without_a_page_is_all_body(text: str):
    page = layout(text)
    assert body(text) == [text]
    assert (page.title, page.author, page.date) == (None, None, None)


@pytest.mark.parametrize(
    ("above", "author", "publisher", "date"),
    [
        (
            "بي بي سي نيوز عربي\n27 مارس/ آذار 1979\nصدر الصورة، GETTY IMAGES\n",
            None, "بي بي سي نيوز عربي", "1979-03-27",
        ),
        ("لندن: سامي منصور\n", "سامي منصور", None, None),
        ("لندن: «الشرق الأوسط»\n", None, "الشرق الأوسط", None),
        ("نُشر: 13:18-27 مارس 1979 م ـ 29 ربيع الثاني 1399 هـ\n", None, None, "1979-03-27"),
        ("1979-03-27T10:30:00Z\n", None, None, "1979-03-27"),
        ("الثلاثاء 27/3/1979 م (آخر تحديث) الساعة 13:15 (مكة المكرمة)\n", None, None, "1979-03-27"),
        ("", None, "أ ف ب", "1979-03-27"),
    ],
)  # fmt: skip
def test_heads_of_other_houses(above: str, author: str, publisher: str, date: str):
    dateline = "" if above else "واشنطن 27 مارس 1979 (أ ف ب) - "
    text = f"مصر وإسرائيل توقعان معاهدة السلام\n{above}{dateline}{SENTENCE}\n(رويترز)"
    page = layout(text)
    assert (page.author, page.publisher) == (author, publisher)
    assert (page.date.edtf if page.date else None) == date
    assert body(text) == ["مصر وإسرائيل توقعان معاهدة السلام", SENTENCE]


def test_headlines_alone_stay():
    text = "مصر توقع اتفاقا\nمحمد يزور باريس\nسوريا تدين"
    assert body(text) == text.split("\n")


def test_a_headline_above_prose_stays_in_the_body_even_if_it_begins_with_a_name():
    text = f"سليم الحص يشكل الحكومة\nمحمد نجيب يزور الخرطوم\n{SENTENCE}"
    assert body(text) == text.split("\n")


def test_the_dates_of_a_chronicle_are_headings():
    text = f"17 ديسمبر 2010\n{SENTENCE}\n14 يناير 2011\n{SENTENCE}"
    assert body(text) == text.split("\n")
    assert layout(text).date is None


@given(st.text(max_size=80) | st.lists(st.sampled_from(PAGE.split("\n"))).map("\n".join))
def test_spans_are_ordered_trimmed_and_never_empty(text: str):
    at = 0
    for start, end in layout(text).body:
        assert at <= start < end <= len(text)
        assert "\n" not in text[start:end]
        at = end


def test_one_long_line_is_one_paragraph():
    text = SENTENCE * 50_000
    assert list(layout(text).body) == [(0, len(text))]


@pytest.mark.parametrize(
    ("dateline", "date", "publisher", "author"),
    [
        ("كراكاس - (أ.ف.ب.) - ١٢ تشرين الثاني ١٩٦١", "1961-11-12", "أ ف ب", None),
        ("لندن في ٤ أغسطس سنة ١٩٣٧ - لمراسلنا الخاص", "1937-08-04", None, None),
        (
            "نيويورك (الأمم المتحدة) في ١٧ ديسمبر ١٩٦٦ - من مندوب «الأهرام»",
            "1966-12-17",
            None,
            None,
        ),
        ("أبيدجان - من موفدنا - 12 شعبان 1423هـ", "2002-10-19~", None, None),
        ("باكو، يريفان - وكالات", None, "وكالات", None),
        ("بوغوتا - من مارتين أرياس - 12/3/1991", "1991-03-12", None, "مارتين أرياس"),
        ("بريشتينا - نبيل مراد", None, None, "نبيل مراد"),
    ],
)
def test_a_dateline_is_no_text(dateline: str, date: str, publisher: str, author: str):
    page = layout(f"مصر وإسرائيل توقعان معاهدة السلام\n{dateline}\n{SENTENCE}")
    assert body(f"مصر وإسرائيل توقعان معاهدة السلام\n{dateline}\n{SENTENCE}")[1:] == [SENTENCE]
    assert page.date == (PartialDate(edtf=date) if date else None)
    assert (page.publisher, page.author) == (publisher, author)


@pytest.mark.parametrize(
    "dateline",
    [
        "نيروبي - رويتر - ",
        "لشبونة في ٤ اغسطس (هافاس) - ",
        "ماسيرو 22-9-1998 (د ب أ) - ",
        "مدريد - إفي - 4 ماي 1996: ",
        "فاس في 28 مايو - ",
    ],
)
def test_a_dispatch_begins_behind_its_dateline(dateline: str):
    assert body(dateline + SENTENCE) == [SENTENCE]


@pytest.mark.parametrize(
    "text",
    [
        "حرب الأيام الستة - 5 يونيو 1967",
        "القاهرة - سعد مأمون: لن نفاوض",
        "المجر - النمسا: علاقات متوترة منذ عام 1867",
    ],
)
def test_a_headline_is_no_dateline(text: str):
    assert body(f"{text}\n{SENTENCE}") == [text, SENTENCE]

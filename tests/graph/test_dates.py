"""Dates: a table of cases with a note each, and what must hold for any text."""

from pathlib import Path

import pytest
import yaml
from actorgraph.graph.reading.dates.calendar import from_hijri, to_hijri
from actorgraph.graph.reading.dates.dates import find_dates
from actorgraph.schema import PartialDate
from hypothesis import given
from hypothesis import strategies as st

DAY = PartialDate(edtf="2018-02-23")
CASES = yaml.safe_load(Path(__file__).with_name("date_cases.yaml").read_text("utf-8"))
PIECES = st.sampled_from(
    [
        "17 ديسمبر 2015",
        "ديسمبر/ كانون الأول",
        "الثلاثاء",
        "أمس",
        "قبل",
        "عامين",
        "1980-1988",
        "رمضان",
        "1437 هـ",
        "الموافق",
        "من",
        "إلى",
        "بين عامي",
        "و1988",
        "العام الماضي",
        "ثمانينيات القرن",
        "/",
        "(",
        ")",
        "،",
        "0000",
        "99/99/9999",
        "ـ",
        "\u0650",
        "\u200f",
        "٣١ فبراير",
        "غدا",
        "اليوم",
        "الأسبوع المقبل",
        "9999",
        "عام 9999",
        "القرن الماضي",
        "\n",
    ]
)


@pytest.mark.parametrize("case", CASES, ids=[case["note"] for case in CASES])
def test_each_expression_is_read_as_a_careful_reader_would(case):
    text = case["text"]
    found = [[text[f.start : f.end], f.date.edtf] for f in find_dates(text, DAY)]
    assert found == case["dates"]


@pytest.mark.parametrize(
    "text", ["أمس", "الثلاثاء الماضي", "في 17 ديسمبر", "العام الماضي", "اليوم"]
)
def test_without_the_documents_date_what_depends_on_it_is_passed_over(text):
    assert find_dates(text) == []


def test_a_document_known_by_its_year_lends_only_that():
    text = "في 17 ديسمبر وأمس والعام الماضي"
    found = find_dates(text, PartialDate(edtf="1979"))
    assert [f.date.edtf for f in found] == ["1979-12-17", "1978"]


@given(
    st.lists(PIECES | st.text(max_size=8), max_size=12),
    st.sampled_from([None, "0001-01-01", "9999-12-31", "2018-02", "1979/..", "2018-02-23"]),
)
def test_any_text_gives_ordered_valid_spans(pieces, anchor):
    text = " ".join(pieces)
    found = find_dates(text, PartialDate(edtf=anchor) if anchor else None)
    ends = [0]
    for date in found:
        assert ends[-1] <= date.start < date.end <= len(text)
        assert PartialDate(edtf=date.date.edtf) == date.date
        ends.append(date.end)


@given(st.dates())
def test_every_day_falls_in_its_hijri_month(day):
    if day.year < 700:
        return
    year, month = to_hijri(day)
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    assert from_hijri(year, month, 1) <= day
    if after[0] < 9000 and day.year < 9990:
        assert day < from_hijri(*after, 1)


def test_dates_are_found_in_a_long_line_too():
    text = "كلمة " * 200_000 + "في 17 سبتمبر 1978 " + "كلمة " * 10
    assert [f.date.edtf for f in find_dates(text, DAY)] == ["1978-09-17"]

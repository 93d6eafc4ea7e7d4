"""Partial dates: which EDTF is taken, and what it means at the most."""

import datetime as dt

import pytest
from actorgraph.schema import PartialDate
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

GOOD = {
    "2015": ("2015-01-01", "2015-12-31"),
    "2015-12": ("2015-12-01", "2015-12-31"),
    "2016-02": ("2016-02-01", "2016-02-29"),
    "1900-02": ("1900-02-01", "1900-02-28"),
    "2015-12-17": ("2015-12-17", "2015-12-17"),
    "0622": ("0622-01-01", "0622-12-31"),
    "1936~": ("1936-01-01", "1936-12-31"),
    "1936-05?": ("1936-05-01", "1936-05-31"),
    "1936-05-04%": ("1936-05-04", "1936-05-04"),
    "2014/2016": ("2014-01-01", "2016-12-31"),
    "2014-05/2014-06-03": ("2014-05-01", "2014-06-03"),
    "2014/2014-03": ("2014-01-01", "2014-03-31"),
    "2015/..": ("2015-01-01", None),
    "../2016": (None, "2016-12-31"),
    "/2016": (None, "2016-12-31"),
    "2015/": ("2015-01-01", None),
}
BAD = [
    "", "15", "215", "20155", "2015-13", "2015-00", "2015-02-30", "2015-2-3", "2015-02-03T10:00",
    "2015/2014", "..", "/", "../..", "2014/2015/2016", "٢٠١٥", " 2015", "2015 ", "2015\n", "0000",
    "2015~~", "-0044", "ديسمبر 2015", "2015-1x", "2015/..x",
]  # fmt: skip
DAYS = st.dates()


def write(day: dt.date, precision: int) -> str:
    return day.isoformat()[:precision]


@pytest.mark.parametrize(("edtf", "bounds"), GOOD.items())
def test_what_a_date_means(edtf: str, bounds: tuple[str | None, str | None]):
    date = PartialDate(edtf=edtf)
    found = (date.earliest, date.latest)
    assert tuple(day.isoformat() if day else None for day in found) == bounds
    assert str(date) == edtf


@pytest.mark.parametrize("edtf", BAD)
def test_what_is_no_date(edtf: str):
    with pytest.raises(ValidationError):
        PartialDate(edtf=edtf)


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_a_day_lies_in_its_own_year_month_and_day(day: dt.date, precision: int):
    date = PartialDate(edtf=write(day, precision))
    assert date.earliest is not None
    assert date.latest is not None
    assert date.earliest <= day <= date.latest
    assert PartialDate.model_validate_json(date.model_dump_json()) == date


@given(DAYS, DAYS, st.sampled_from([4, 7, 10]))
def test_an_interval_spans_both_its_ends_or_is_refused(a: dt.date, b: dt.date, precision: int):
    first, last = sorted((a, b))
    date = PartialDate(edtf=f"{write(first, precision)}/{write(last, precision)}")
    assert date.earliest is not None
    assert date.latest is not None
    assert date.earliest <= first <= last <= date.latest
    if write(first, precision) != write(last, precision):
        with pytest.raises(ValidationError):
            PartialDate(edtf=f"{write(last, precision)}/{write(first, precision)}")


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused_as_none(text: str):
    try:
        date = PartialDate(edtf=text)
    except ValidationError:
        return
    assert date.earliest is not None or date.latest is not None

"""Dates as data has them, and what stands in data for none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.sittings import day_span
from sederunt.loaders.terms import is_american, told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1998", "1998"),
        ("1998-05", "1998-05"),
        ("1998-05-07", "1998-05-07"),
        ("1998-5-7", "1998-05-07"),
        ("1998-05-07T00:00:00", "1998-05-07"),
        ("1998-05-07 00:00:00.000", "1998-05-07"),
        ("1998-05-07Z", "1998-05-07"),
        ("19980507", "1998-05-07"),
        ("1998-05-00", "1998-05"),
        ("1998-00-00", "1998"),
        ("05/1998", "1998-05"),
        ("31.12.1999", "1999-12-31"),
        ("31/12/99", "1999-12-31"),
        ("8/6/1999 12:00:00 AM", "1999-06-08"),
        ("7 May 1998", "1998-05-07"),
        ("Thursday 7th May, 1998", "1998-05-07"),
        ("08-Jun-1999", "1999-06-08"),
        ("May 1998", "1998-05"),
        ("from May 1998", "1998-05"),
        ("June/July 2005", "2005-06/2005-07"),
        ("Summer 2008", "2008-06/2008-08"),
        ("1998/99", "1998/1999"),
        ("c. 1998", "1998"),
    ],
)
def test_a_date_is_as_precise_as_it_is(text, found):
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "–",
        "?",
        "NULL",
        "n/a",
        "None",
        "present",
        "To date",
        "(current)",
        "ongoing",
        "9999-12-31",
        "0001-01-01T00:00:00",
        "1900-01-01",
        "1899-12-30T00:00:00",
        "31/12/9999",
        "2999-12-31",
    ],
)
def test_what_stands_for_no_date_is_none(text):
    assert told(text) == ""


@pytest.mark.parametrize(
    "text", ["soon", "after the election", "1998-02-30", "winter", "31/31/1999", "7 May 1998 or 8 May 1998"]
)
def test_what_cannot_be_read_is_told_apart_from_that(text):
    assert told(text) is None


def test_the_month_stands_first_only_where_it_must():
    assert is_american(["04/03/2002", "05/13/2002"])
    assert not is_american(["04/03/2002", "13/05/2002", "05/13/2002"])
    assert not is_american(["04/03/2002", "1998"])
    assert (told("04/03/2002"), told("04/03/2002", american=True)) == ("2002-03-04", "2002-04-03")


@given(st.text(max_size=20))
def test_whatever_stands_there_is_a_span_of_days_or_nothing(text):
    if found := told(text):
        first, last = day_span(found)
        assert "1800" <= first <= last <= "2099"


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2090, 1, 1)))
def test_every_day_is_read_in_every_form(day):
    forms = (day.isoformat(), f"{day:%Y%m%d}", f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day.day} {day:%B %Y}")
    assert {told(form) for form in forms} == {day.isoformat()}

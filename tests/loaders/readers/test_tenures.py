"""Since when and until when those in lists and tables have their seats."""

import pytest
from sederunt.loaders.tenures import beside_name

from tests.loaders.papers import statements

TABLE = (
    "Governing Body\n\nName\tCategory\tRole\tDate appointed\tTerm of office ends\nAnn Hale\tParent\tChair\t01/09/2022\t31/08/2026\n"
    "Ben Moss\tStaff\t\t1 July 2023\tex officio\nHelen Dunn (resigned 12 February 2024)\tCo-opted\t\t10/03/2020\t09/03/2024\n"
)
LIST = (
    "Trustees who served during the year were:\n\nSir Giles Hale KCB (Chairman) (retired 4 July 2023)\nMs Dora Vance (Chair from 4 July 2023)\n"
    "Mr Ben Moss (Honorary Treasurer)\nMrs Helen Dunn (appointed 12 January 2024)\n"
)


def seats(words):
    told = statements(words, "SITS_ON")
    return {s.subject.label.split()[-1]: (s.values["role"], s.values.get("start", ""), s.values.get("end", "")) for s in told}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ann Hale (appointed 12 January 2024)", {"start": "2024-01-12"}),
        ("Ann Hale – Chair from May 2021", {"start": "2021-05"}),
        ("Ann Hale (retired 4/7/2023)", {"end": "2023-07-04"}),
        ("Ann Hale (appointed 1 September 2020, to 31 August 2024)", {"start": "2020-09-01", "end": "2024-08-31"}),
        ("Ann Hale (Chair; term expires 2026)", {"end": "2026"}),
        ("Ann Hale (appointed 2 May 2019, appointed 3 May 2021)", {}),
        ("Ann Hale (born 4 July 1962)", {}),
        ("Ann Hale, teacher at Fenwick School since 2009", {}),
        ("Ann Hale (Chair), Ben Moss and, until 30 November 2023, Helen Dunn", {}),
        ("Ann Hale (from item 4)", {}),
    ],
)
def test_days_beside_a_name(text, days):
    assert beside_name(text) == days


def test_days_in_a_list_of_trustees_are_no_posts():
    assert seats(LIST) == {
        "Hale": ("chair", "", "2023-07-04"),
        "Vance": ("chair", "2023-07-04", ""),
        "Moss": ("member", "", ""),
        "Dunn": ("member", "2024-01-12", ""),
    }
    assert {s.object.label for s in statements(LIST, "HOLDS")} <= {"Honorary Treasurer"}


def test_columns_for_terms():
    assert seats(TABLE) == {
        "Hale": ("chair", "2022-09-01", "2026-08-31"),
        "Moss": ("member", "2023-07-01", ""),
        "Dunn": ("member", "2020-03-10", "2024-02-12"),
    }


@pytest.mark.parametrize(
    ("term", "days"),
    [("2021 – 2025", ("2021", "2025")), ("since May 2022", ("2022-05", "")), ("4 years", ("", "")), ("2026", ("", ""))],
)
def test_a_column_for_the_whole_term(term, days):
    words = f"Board of Trustees\n\nName\tPosition\tTerm of office\nAnn Hale\tChair\t{term}\nBen Moss\tTrustee\t\n"
    assert seats(words)["Hale"] == ("chair", *days)


def test_months_come_first_where_a_day_of_the_table_says_so():
    words = "Board of Trustees\n\nName\tPosition\tTerm expires\nAnn Hale\tChair\t05/30/2026\nBen Moss\tMember\t06/05/2027\n"
    assert {who: end for who, (_, _, end) in seats(words).items()} == {"Hale": "2026-05-30", "Moss": "2027-06-05"}


def test_a_row_that_is_narrower_than_its_head_tells_no_days():
    words = "Board of Trustees\n\nName\tPosition\tAppointed\tResigned\nAnn Hale\tChair\t1 May 2019\t2 May 2023\nBen Moss\tMember\t3 May 2020\n"
    assert seats(words)["Hale"] == ("chair", "2019-05-01", "2023-05-02")
    assert seats(words)["Moss"] == ("member", "", "")

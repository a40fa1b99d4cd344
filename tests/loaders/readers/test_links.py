"""What sentences say of bodies, units and posts, and tables of bodies, each on a few lines of invented text."""

import pytest

from tests.loaders.papers import names, pairs, statements

PAGE = """Fenwick Harbour Commission

How the Commission is organised

{}
"""


def page(text):
    return PAGE.format(text)


@pytest.mark.parametrize(
    ("text", "link", "found"),
    [
        (
            "The Pier Panel and the Buoys Panel report to the Works Committee.",
            "REPORTS_TO",
            {("Pier Panel", "Works Committee"), ("Buoys Panel", "Works Committee")},
        ),
        (
            "The Works Committee is chaired by Mrs Hale and is accountable to the Commission.",
            "REPORTS_TO",
            {("Works Committee", "Fenwick Harbour Commission")},
        ),
        (
            "The Pier Panel is a sub-group of the Works Committee. It took over from the Jetty Group in 2015.",
            "REPLACED_BY",
            {("Jetty Group", "Pier Panel")},
        ),
        (
            "The Buoys Group was wound up in May 2023 and its work is taken on by the Pier Panel.",
            "REPLACED_BY",
            {("Buoys Group", "Pier Panel")},
        ),
        (
            "The Pier Panel reviews the data and reports to the Works Committee.",
            "REPORTS_TO",
            {("Pier Panel", "Works Committee")},
        ),
        ("The Pier Panel, which sits within the Works Committee, met twice.", "PART_OF", {("Pier Panel", "Works Committee")}),
        (
            "The Pier Panel and the Buoys Panel meet monthly.\n\nBoth panels report to the Works Committee.",
            "REPORTS_TO",
            {("Pier Panel", "Works Committee"), ("Buoys Panel", "Works Committee")},
        ),
        (
            "Two panels report to the Works Committee:\n\n•  the Pier Panel\n\n•  the Buoys Panel",
            "REPORTS_TO",
            {("Pier Panel", "Works Committee"), ("Buoys Panel", "Works Committee")},
        ),
        ("The Buoys Team is led by the Head of Buoys, Ann Hale.", "HEADS", {("Head of Buoys", "Buoys Team")}),
        ("The Pier Panel met the Works Committee in May.", "REPORTS_TO", set()),
    ],
)
def test_links(text, link, found):
    assert pairs(page(text), link) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Works Committee is chaired by Mrs Hale.", {("Mrs Hale", "Works Committee", "chair")}),
        ("The Works Committee meets monthly. Its convenor is Ann Hale.", {("Ann Hale", "Works Committee", "chair")}),
        ("Ann Hale was elected Chair of the Pier Panel.", {("Ann Hale", "Pier Panel", "chair")}),
        ("It was agreed to elect Ann Hale as Vice-Chair of the Pier Panel.", {("Ann Hale", "Pier Panel", "vice-chair")}),
        (
            "Resolved that Councillors Hale and Moss be appointed to the Pier Working Party.",
            {("Hale", "Pier Working Party", "member"), ("Moss", "Pier Working Party", "member")},
        ),
        ("The chair of the Pier Panel, Ann Hale, spoke.", {("Ann Hale", "Pier Panel", "chair")}),
        ("The deputy chair is Ann Hale.", {("Ann Hale", "Fenwick Harbour Commission", "vice-chair")}),
        ("Ann Hale, a former chair of the Pier Panel, spoke.", set()),
    ],
)
def test_offices(text, found):
    told = statements(page(text), "SITS_ON")
    assert {(s.subject.label, s.object.label, s.values["role"]) for s in told} == found


def test_a_table_of_bodies():
    table = "Panel\tChaired by\tMembers\tSecretary\nPier Panel\tMrs Hale\tMr Moss, Dr Obi\tBen Rees\n"
    told = {(s.subject.label, s.object.label, s.values["role"]) for s in statements(page(table), "SITS_ON")}
    assert {
        (who.removeprefix("Mrs ").removeprefix("Mr ").removeprefix("Dr "), role)
        for who, body, role in told
        if body == "Pier Panel"
    } == {
        ("Hale", "chair"),
        ("Moss", "member"),
        ("Obi", "member"),
        ("Ben Rees", "secretary"),
    }


def test_a_longer_name_in_the_text_is_kept():
    words = (
        "PIER WORKING GROUP\n\nTerms of reference\n\nThe group is called the Fenwick Pier Working Group. It meets monthly.\n"
    )
    assert "Fenwick Pier Working Group" in names(words, "Body")

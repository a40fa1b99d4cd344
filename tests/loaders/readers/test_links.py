"""What sentences say of bodies, units and posts, and tables of bodies, each on a few lines of invented text."""

import pytest

from tests.loaders.papers import HEAD, LIST, names, pairs, statements

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
            "The Pier Panel will in future report to the Works Committee.",
            "REPORTS_TO",
            {("Pier Panel", "Works Committee")},
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


def test_it_is_what_was_named_last_in_the_sentence():
    words = (
        "Fenwick Audit and Risk Committee\n\nTerms of Reference\n\n"
        "The Audit and Risk Committee is a committee of Fenwick Town Council and is accountable to it.\n\n"
        "The Pier Working Group is a sub-group of the Committee.\n"
    )
    assert pairs(words, "REPORTS_TO") == {("Fenwick Audit and Risk Committee", "Fenwick Town Council")}
    assert ("Pier Working Group", "Fenwick Audit and Risk Committee") in pairs(words, "PART_OF")


@pytest.mark.parametrize("counted", ["is supported by three sub-groups:", "has three sub-groups,"])
def test_bodies_counted_and_then_named_in_the_sentence(counted):
    words = (
        "Fenwick Harbour Forum\n\nTerms of Reference\n\nThe Forum was set up in 2016 as the successor to the Wick Liaison Group. "
        f"The Forum {counted} the Buoys Group (chaired by Ann Hale), the Pier Group (chair: Ben Moss) and the Quay Group (Tom Wray chairs).\n"
    )
    forum = "Fenwick Harbour Forum"
    assert pairs(words, "PART_OF") == {("Buoys Group", forum), ("Pier Group", forum), ("Quay Group", forum)}
    assert pairs(words, "REPLACED_BY") == {("Wick Liaison Group", forum)}
    assert pairs(words, "SITS_ON") == {("Ann Hale", "Buoys Group"), ("Ben Moss", "Pier Group"), ("Tom Wray", "Quay Group")}


def test_bodies_counted_and_told_of_in_the_paragraphs_below():
    words = (
        "Fenwick Harbour Board\n\nTerms of Reference\n\nThe Board has two committees, which report to it at each meeting.\n\n"
        "The Pier Committee meets monthly under the chairmanship of Ann Hale. Ben Moss is its secretary.\n\n"
        "The Buoys Committee looks after the buoys. Helen Dunn of Wick Trust is a member.\n\n"
        "The Quay Forum is open to all.\n"
    )
    board = "Fenwick Harbour Board"
    assert pairs(words, "REPORTS_TO") == {("Pier Committee", board), ("Buoys Committee", board)}
    assert {("Ben Moss", "Pier Committee"), ("Helen Dunn", "Buoys Committee")} <= pairs(words, "SITS_ON")


def test_who_is_of_an_organisation_in_a_sentence_speaks_for_it():
    words = (
        "Fenwick Harbour Board\n\nTerms of Reference\n\nMembers\n\nTom Wray (Chair)\nHelen Dunn\n\n"
        "Ann Hale of Wick County Council and Ben Moss (Natural England) attend as advisers.\n"
    )
    assert pairs(words, "REPRESENTS") == {("Ann Hale", "Wick County Council"), ("Ben Moss", "Natural England")}
    assert pairs(words, "SITS_ON") == {("Tom Wray", "Fenwick Harbour Board"), ("Helen Dunn", "Fenwick Harbour Board")}


@pytest.mark.parametrize(
    "said",
    [
        "The Quay Forum (formerly the Wick Liaison Group) met.",
        "The Quay Forum, formerly the Wick Liaison Group, met.",
        "The Quay Forum (formerly known as the Wick Liaison Group) met.",
        "The Quay Forum, previously the Wick Liaison Group, met.",
        "The Wick Liaison Group is now known as the Quay Forum.",
        "The Board noted that the Wick Liaison Group had been renamed the Quay Forum.",
    ],
)
def test_who_goes_by_another_name_now(said):
    assert pairs(f"{HEAD}{LIST}1. Business\n\n{said}", "REPLACED_BY") == {("Wick Liaison Group", "Quay Forum")}

"""Sections: what says who was there, labels of the head, numbered items, heads of tables."""

import pytest
from sederunt.loaders.layout.outline import outline
from sederunt.loaders.naming.headings import category_of, heads_people, read_heading

from tests.loaders.papers import document, span


def sections(words: str) -> list[tuple[str, str, str, str]]:
    """(category, number, title, everything under it) of each section but an empty head."""
    found = [(s.category, s.number, s.title, " / ".join(x.text for x in s.spans)) for s in outline(document(words))]
    return found[1:] if found[0] == ("head", "", "", "") else found


@pytest.mark.parametrize(
    ("phrase", "category"),
    [
        ("Present", "present"),
        ("PRESENT", "present"),
        ("Attendees", "present"),
        ("Those present", "present"),
        ("Members present", "present"),
        ("Also present", "in_attendance"),
        ("In attendance", "in_attendance"),
        ("Officers in attendance", "in_attendance"),
        ("Apologies", "apologies"),
        ("Apologies for absence", "apologies"),
        ("Apologies received", "apologies"),
        ("Absent", "absent"),
        ("Not present", "not_present"),
        ("Observers", "observers"),
        ("Invited", "invited"),
        ("Substitutes", "substitutes"),
        ("Members", "members"),
        ("Membership", "members"),
        ("Presennol", "present"),
        ("Presennol / Present", "present"),
        ("Ymddiheuriadau", "apologies"),
        ("Ymddiheuriadau / Apologies", "apologies"),
        ("I láthair", "present"),
        ("Leithscéalta", "apologies"),
        ("Present (7)", "present"),
        ("Date", "date"),
        ("Venue", "venue"),
        ("Time", "time"),
        ("Minutes of the Board of Trustees", ""),
        ("Harbour wall", ""),
        ("Ann Hale", ""),
        ("The members who were present went to see the harbour", ""),
    ],
)
def test_categories_of_headings(phrase, category):
    assert category_of(phrase) == category


@pytest.mark.parametrize(
    ("line", "category", "rest"),
    [
        ("Present: Ann Hale", "present", "Ann Hale"),
        ("Present:- Ann Hale", "present", "Ann Hale"),
        ("Apologies – Ben Moss", "apologies", "Ben Moss"),
        ("Date: 3 May 2019", "date", "3 May 2019"),
        ("In attendance", "in_attendance", None),
    ],
)
def test_headings_with_their_content_behind_them(line, category, rest):
    found = read_heading(span(line))
    assert found
    assert (found[0], found[2] and found[2].text) == (category, rest)


@pytest.mark.parametrize("line", ["Members were asked to reply.", "Harbour lights: mended", "Present,", "Ann Hale"])
def test_lines_that_are_no_headings(line):
    assert read_heading(span(line)) is None


def test_a_plain_paper():
    words = "Harbour Board\n\nPresent:\nAnn Hale\nBen Moss\n\nApologies: Cat Dunn\n\n1. Lights\nThey are mended.\n\n2. Wall\nIt stands.\n"
    assert sections(words) == [
        ("head", "", "", "Harbour Board"),
        ("present", "", "Present", "Ann Hale / Ben Moss"),
        ("apologies", "", "Apologies", "Cat Dunn"),
        ("item", "1", "Lights", "They are mended."),
        ("item", "2", "Wall", "It stands."),
    ]


def test_labels_in_one_row():
    words = "Harbour Board\n\nDate: 3 May 2019\tTime: 2 pm\tVenue: Town Hall\n\nPresent: Ann Hale\n"
    assert [section[0] for section in sections(words)] == ["head", "date", "time", "venue", "present"]


def test_an_empty_heading_is_a_section_without_words():
    assert ("apologies", "", "Apologies", "") in sections(
        "Board\n\nPresent:\nAnn Hale\n\nApologies:\n\nIn attendance:\nBen Moss\n"
    )


def test_an_agenda_before_the_items_is_not_counted_as_them():
    words = "Board\n\nAgenda\n1. Lights\n2. Wall\n\nPresent:\nAnn Hale\n\n1. Lights\nMended.\n\n2. Wall\nStands.\n"
    items = [section for section in sections(words) if section[0] == "item" and section[3]]
    assert [(number, title, under) for _, number, title, under in items] == [
        ("1", "Lights", "Mended."),
        ("2", "Wall", "Stands."),
    ]


def test_numbers_that_do_not_go_on_are_no_items():
    words = "Board\n\nPresent:\nAnn Hale\n\n1. Lights\n214 houses have them.\n\n2. Wall\n2019 was a bad year.\n"
    assert [section[1] for section in sections(words) if section[0] == "item"] == ["1", "2"]


def test_a_date_is_no_item():
    assert not any(s[0] == "item" for s in sections("Board\n\nPresent:\nAnn Hale\n\n1 May 2019\n3 June 2019\n"))


def test_apologies_as_an_item():
    words = "Board\n\nPresent:\nAnn Hale\n\n1. Apologies\nBen Moss\n\n2. Wall\nStands.\n"
    assert ("apologies", "1", "Apologies", "Ben Moss") in sections(words)


def test_the_columns_of_a_table_belong_to_the_rows_below():
    words = "Board\n\nPresent: Ann Hale\n\nNo.\tItem\tAction\n1.\tLights\tAnn\n2.\tWall\tBen\n"
    assert [s.columns for s in outline(document(words)) if s.category == "item"] == [("no", "item", "action")] * 2


@pytest.mark.parametrize(
    ("cells", "heads"),
    [
        (["name", "organisation"], True),
        (["name", "title and organisation", "present", "apologies"], True),
        (["no", "item", "action"], False),
        (["ann hale", "chair"], False),
        (["name"], False),
    ],
)
def test_rows_that_head_a_table_of_people(cells, heads):
    assert heads_people(cells) is heads


def test_a_shouted_line_begins_a_topic():
    words = "Board\n\nPresent:\nAnn Hale\n\n1. Report\nRead.\n\nHARBOUR LIGHTS\n\nMended.\n"
    assert ("topic", "", "HARBOUR LIGHTS", "Mended.") in sections(words)


def test_a_deck_has_a_section_for_each_slide():
    words = "1Who we are\n- Ann Hale\n2What we do\n- lights\n3When\n- in May\n"
    assert [(s.number, s.title) for s in outline(document(words))][1:] == [
        ("1", "Who we are"),
        ("2", "What we do"),
        ("3", "When"),
    ]


def test_lists_of_people_under_numbers():
    words = "Board\n\n1. Sederunt: Ann Hale, Ben Moss\n2. Apologies: Rita Vale\n3. Minutes\nAgreed.\n"
    assert [s[:2] for s in sections(words)][1:] == [("present", "1"), ("apologies", "2"), ("item", "3")]


def test_items_with_codes():
    words = "Board\n\nPresent: Ann Hale\n\n23/165 Interests\nNone.\n23/166 Minutes\nAgreed.\n1. They were signed.\n"
    assert [s[1] for s in sections(words)][2:] == ["23/165", "23/166"]

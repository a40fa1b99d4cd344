"""Titles: posts and the organisations that they are in, offices of bodies, acting, seats, vacancies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.loaders.titles import (
    is_acronym,
    is_body,
    is_organisation,
    is_post,
    is_vacant,
    meeting_role,
    read_title,
    split_acting,
    split_place,
    split_seats,
)


@pytest.mark.parametrize(
    ("text", "post", "places"),
    [
        ("Headteacher, Wall School", "Headteacher", ("Wall School",)),
        ("Headteacher of Wall School", "Headteacher", ("Wall School",)),
        ("Vice Principal, Ouster Valley College", "Vice Principal", ("Ouster Valley College",)),
        ("Director of Housing", "Director of Housing", ()),
        ("Director of Children and Adults", "Director of Children and Adults", ()),
        ("Assistant Director, Early Help, Fenwick Council", "Assistant Director, Early Help", ("Fenwick Council",)),
        ("Chief Officer, Fenwick Youth Trust", "Chief Officer", ("Fenwick Youth Trust",)),
        ("Governor", "Governor", ()),
        ("Head of Planning", "Head of Planning", ()),
        ("Wall School", "", ("Wall School",)),
        ("Headteacher, Wall School and Dyke School", "Headteacher", ("Wall School", "Dyke School")),
        ("Headteacher (Wall School)", "Headteacher", ("Wall School",)),
        ("", "", ()),
        ("Director of Strategy and Partnerships", "Director of Strategy and Partnerships", ()),
    ],
)
def test_a_title_is_split_where_it_names_an_organisation(text, post, places):
    assert split_place(text) == (post, places)


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("Chair of West Harbour Board", "chair", "West Harbour Board"),
        ("Chair of the Planning Committee", "chair", "Planning Committee"),
        ("Vice-Chair, Planning Committee", "vice-chair", "Planning Committee"),
        ("Deputy Chairman of the Harbour Forum", "vice-chair", "Harbour Forum"),
        ("Secretary to the Harbour Panel", "secretary", "Harbour Panel"),
        ("Member of the Harbour Panel", "member", "Harbour Panel"),
        ("Headteacher, Wall School", "", ""),
    ],
)
def test_offices(text, office, body):
    title = read_title(text)
    assert (title.office, title.body) == (office, body)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        *(("Chair", "chair"), ("Chairman", "chair"), ("chairperson", "chair"), ("Cadeirydd", "chair")),
        *(("Vice Chair", "vice-chair"), ("Vice-Chair", "vice-chair"), ("Deputy Chair", "vice-chair")),
        *(("Clerk", "minutes"), ("minutes", "minutes"), ("Minute taker", "minutes"), ("notes", "minutes")),
        *(("Headteacher", ""), ("Ann Hale", ""), ("", "")),
    ],
)
def test_parts_in_a_meeting(text, role):
    assert meeting_role(text) == role
    assert read_title(text).role == role


@pytest.mark.parametrize("text", ["Acting Director of Housing", "Interim Director of Housing", "Director of Housing (acting)"])
def test_acting(text):
    assert split_acting(text) == ("Director of Housing", True)
    title = read_title(text)
    assert (title.post, title.acting) == ("Director of Housing", True)


def test_a_post_is_not_acting_of_itself():
    assert split_acting("Director of Acting Schools") == ("Director of Acting Schools", False)


@pytest.mark.parametrize(
    ("text", "title", "seats"),
    [
        ("Director of Operations x 2", "Director of Operations", 2),
        ("Caseworkers x4", "Caseworkers", 4),
        ("Caseworkers (x 4)", "Caseworkers", 4),
        ("2 x Caseworker", "Caseworker", 2),
        ("Caseworker", "Caseworker", 1),
        ("Caseworker 12", "Caseworker 12", 1),
    ],
)
def test_seats(text, title, seats):
    assert split_seats(text) == (title, seats)


@pytest.mark.parametrize(
    ("text", "vacant"),
    [
        *(("vacant", True), ("Vacancy", True), ("VACANT", True), ("(vacant)", True), ("To be confirmed", True), ("TBC", True)),
        *(("post vacant", True), ("Vacant – advertised", True), ("Ann Hale", False), ("", False), ("Vacantia", False)),
    ],
)
def test_vacancies(text, vacant):
    assert is_vacant(text) is vacant


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Headteacher", {"post"}),
        ("Finance Officer", {"post"}),
        ("Fenwick School", {"organisation"}),
        ("Fenwick Council", {"organisation"}),
        ("NHS", {"organisation"}),
        ("Harbour Board", {"body"}),
        ("Planning Committee", {"body"}),
        ("Inclusion Working Group", {"body"}),
        ("Harbour", set()),
        ("a school", set()),
        ("", set()),
    ],
)
def test_kinds_of_phrases(text, kinds):
    found = {"post": is_post(text), "organisation": is_organisation(text), "body": is_body(text)}
    assert {kind for kind, true in found.items() if true} == kinds


@pytest.mark.parametrize(("text", "acronym"), [("NHS", True), ("DfE", True), ("Ann", False), ("A", False), ("", False)])
def test_acronyms(text, acronym):
    assert is_acronym(text) is acronym


@given(st.text(max_size=60))
def test_any_title_can_be_read(text):
    title = read_title(text)
    assert not (title.office and title.post)
    split_place(text)
    split_seats(text)

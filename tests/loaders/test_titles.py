"""Titles: posts and the organisations that they are in, offices of bodies, acting, seats, vacancies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.seats import is_vacant, split_acting, split_seats
from sederunt.loaders.naming.titles import in_one_language, read_title, split_place
from sederunt.loaders.naming.wording import is_acronym, is_body, is_organisation, is_post, names_organisation


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
    ("text", "post", "places", "role"),
    [
        ("Commodore, Port Wick Sailing Club", "Commodore", ("Port Wick Sailing Club",), ""),
        (
            "Area Manager, Coast, Rivers and Flood, South West Rivers Agency",
            "Area Manager, Coast, Rivers and Flood",
            ("South West Rivers Agency",),
            "",
        ),
        ("Cabinet Member for Children, Schools and Families", "Cabinet Member for Children, Schools and Families", (), ""),
        ("Harbour Master, Wick Harbour Commissioners", "Harbour Master", ("Wick Harbour Commissioners",), ""),
        ("Clerk, Wick Governor Services", "Clerk", ("Wick Governor Services",), ""),
        ("Ward Manager, Heron Ward", "Ward Manager, Heron Ward", (), ""),
        ("Leader of the Council", "Leader of the Council", (), ""),
        ("Head of the School of Physics", "Head of the School of Physics", (), ""),
        ("Wick Council – Head of Planning", "Head of Planning", ("Wick Council",), ""),
        ("Wick NHS Trust Chief Executive", "Chief Executive", ("Wick NHS Trust",), ""),
        ("External Auditor (Wold & Sons LLP)", "External Auditor", ("Wold & Sons LLP",), ""),
        ("Reserve Warden (representing the Wick Naturalists' Trust)", "Reserve Warden", ("Wick Naturalists' Trust",), ""),
        ("Pro-Vice-Chancellor (Research)", "Pro-Vice-Chancellor (Research)", (), ""),
        ("Executive Assistant (minutes)", "Executive Assistant", (), "minutes"),
        ("Co-opted, Chair", "", (), "chair"),
        ("OBE, Headteacher, Wall School", "Headteacher", ("Wall School",), ""),
        ("Director of Finance from 2pm", "Director of Finance", (), ""),
        ("Chief Executive (until item 5)", "Chief Executive", (), ""),
        ("Director Mrs Ann Hale", "Director", (), ""),
        ("UNISON representative", "", ("UNISON",), ""),
        ("Union representative (UNISON)", "Union representative", ("UNISON",), ""),
        ("Editor, Wold Shore Gazetteer", "Editor", ("Wold Shore Gazetteer",), ""),
        ("Senior Ranger, West District", "Senior Ranger, West District", (), ""),
        ("Head of HR", "Head of HR", (), ""),
        ("Headteacher at St Hilda's", "Headteacher", ("St Hilda's",), ""),
        ("Appointed Governor, Wick Council", "Appointed Governor", ("Wick Council",), ""),
        ("Diocesan Representative", "Diocesan Representative", (), ""),
        ("Wick Primary School Principal", "Principal", ("Wick Primary School",), ""),
        ("Chancellor ex-officio", "Chancellor", (), ""),
        ("NHS Wick, Medical Director", "Medical Director", ("NHS Wick",), ""),
        ("Department for Business, Energy and Industry", "", ("Department for Business, Energy and Industry",), ""),
    ],
)
def test_each_piece_of_a_title_is_of_one_kind(text, post, places, role):
    title = read_title(text)
    assert (title.post, title.places, title.role) == (post, places, role)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "CBE, DL",
            "FRICS",
            "Lab",
            "Liberal Democrat",
            "Northfield Ward",
            "Labour, Northfield Ward",
            "District 4",
            "Committee Member",
        ),
        *(
            "Officer in attendance",
            "for Dr Hale",
            "seconded by Councillor Hale",
            "via Teams",
            "member of the public",
            "Mr Dean Hale",
        ),
        *("no representative", "Vacancy", "MP for Wick West", "Professor Dame Ann Hale in the Chair"),
    ],
)
def test_what_is_neither_post_nor_place(text):
    title = read_title(text)
    assert not (title.post or title.places or title.office or title.role)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [("co-opted member, Healthwatch Wick", True), ("Union representative (UNISON)", True), ("Clerk, Wick Council", False)],
)
def test_a_member_from_somewhere_speaks_for_it(text, speaks):
    assert read_title(text).speaks is speaks


@pytest.mark.parametrize(
    ("titles", "kept"),
    [
        (["Stiúrthóir Seirbhísí", "Director of Services"], ["Director of Services"]),
        (["Clerc", "Clerk"], ["Clerk"]),
        (["Director", "Deputy Chair"], ["Director", "Deputy Chair"]),
        (["Cyfarwyddwr"], ["Cyfarwyddwr"]),
    ],
)
def test_of_a_title_in_two_languages_the_english_one_is_kept(titles, kept):
    assert in_one_language(titles) == kept


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        ("Lecturer, School of Physics, University of Wick", "School of Physics", "University of Wick"),
        ("Officer, Planning Policy Team, Wick Council", "Planning Policy Team", "Wick Council"),
        ("Wick Council, Adult Social Care", "Adult Social Care", "Wick Council"),
    ],
)
def test_a_place_can_be_a_part_of_an_organisation(text, place, whole):
    title = read_title(text)
    assert (title.places, title.whole) == ((place,), whole)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        *(("Youth Justice Service", False), ("Harbour Commissioners", False), ("Wick Governor Services", False)),
        *(("Director Corporate Services", True), ("Police and Crime Commissioner", True), ("Headteacher Wall School", True)),
        ("Office of the Police and Crime Commissioner", False),
    ],
)
def test_a_word_for_a_post_in_the_name_of_an_organisation(text, post):
    assert is_post(text) is post


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


def test_a_long_acronym_behind_a_title_is_where_the_post_is() -> None:
    assert read_title("Director of Children's Services NWHSCT").places == ("NWHSCT",)
    assert read_title("Coordinator SEND").places == ()


def test_who_runs_a_division_has_a_post_and_who_is_elected_for_one_has_none():
    assert read_title("Clinical Director of the Coast Division").post == "Clinical Director of the Coast Division"
    assert read_title("Councillor for Coast Division").post == ""


def test_a_company_whose_letters_are_small_is_an_organisation():
    assert names_organisation("Alder Water plc")


@pytest.mark.parametrize("text", ["Head of Housing (from 2 May 2023)", "Head of Housing (until March 2024)", "Head of Housing"])
def test_since_when_a_post_is_held_is_no_part_of_its_title(text):
    assert split_acting(text) == ("Head of Housing", False)


def test_what_a_post_is_about_stays_in_its_title():
    assert split_acting("Officer (from School to Work)") == ("Officer (from School to Work)", False)

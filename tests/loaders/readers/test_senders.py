"""Whom somebody speaks for: what is printed beside a name, unless it is an address or a heading that ran on."""

import pytest

from tests.loaders.papers import HEAD, LIST, pairs, statements


@pytest.mark.parametrize(
    ("beside", "sender"),
    [
        ("Fenwick Stompers", {"Fenwick Stompers"}),
        ("Harbour Road", set()),
        ("Action Required Person Responsible", set()),
        ("Acknowledgement of Country", set()),
    ],
)
def test_what_stands_beside_a_name(beside: str, sender: set[str]) -> None:
    assert {of for _, of in pairs(f"{HEAD}Present:\n\nAnn Hale (Chair)\nBen Moss ({beside})\n\n", "REPRESENTS")} == sender


def test_words_beside_names_are_organisations_where_others_beside_them_are() -> None:
    found = pairs(
        HEAD + "Attendees\n\nAnn Hale (Quillsoft)\nBen Moss (Vellum)\nCarl Vale (Quillsoft)\nHelen Dunn (Linden Foundation)\n",
        "REPRESENTS",
    )
    assert found == {
        ("Ann Hale", "Quillsoft"),
        ("Ben Moss", "Vellum"),
        ("Carl Vale", "Quillsoft"),
        ("Helen Dunn", "Linden Foundation"),
    }


def test_places_beside_councillors_and_letters_of_a_post_are_no_organisations() -> None:
    places = "Present:\n\nCllr Ann Hale (Hilltown)\nCllr Ben Moss (Northside)\nCllr Carl Vale (Hilltown)\nHelen Dunn (Linden Foundation)\n"
    assert pairs(HEAD + places, "REPRESENTS") == {("Helen Dunn", "Linden Foundation")}
    letters = "Present:\n\nAnn Hale, Head of Finance (HoF)\nCarl E. Strom, Jr.\nBen Moss, Harbour Master\n"
    assert pairs(HEAD + letters, "REPRESENTS") == set()


def test_organisations_in_front_of_their_people_and_classes_of_members_behind_theirs() -> None:
    listed = "Attendees\n\n- Quillsoft: Ann Hale (Primary)\n- Vellum: Ben Moss\n- Carl Vale, Linden Foundation (Elected Participant)\n- Helen Dunn, Tarn Trust\n"
    assert pairs(HEAD + listed, "REPRESENTS") == {
        ("Ann Hale", "Quillsoft"),
        ("Ben Moss", "Vellum"),
        ("Carl Vale", "Linden Foundation"),
        ("Helen Dunn", "Tarn Trust"),
    }
    assert pairs(HEAD + "Present:\n\nAnn Hale (Walking)\nBen Moss (Trade Union)\n", "REPRESENTS") == set()


def test_in_what_capacity_somebody_spoke_is_no_unit() -> None:
    words = HEAD + LIST + "Public speakers: Mrs Rita Vale (objector), Mr Tom Lyle (agent, Norfield Pegasus Group)\n"
    assert "agent" not in {s.subject.label for s in statements(words, None)}
    assert pairs(words, "REPRESENTS") == {("Tom Lyle", "Norfield Pegasus Group")}


def test_letters_beside_a_councillor_that_nobody_knows_are_of_a_ward_or_a_party() -> None:
    words = (
        HEAD
        + "Present: Councillor Ann Hale (LD), Cllr Ben Moss (FRA), Cllr Carl Dunn (FRA), Cllr Rita Vale (NTH), Peter Wyatt (NFU)\n\n1. Wall\nNone.\n"
    )
    assert pairs(words, "REPRESENTS") == {("Peter Wyatt", "NFU")}
    assert {s.subject.initials for s in statements(words, "ATTENDED")} == {""}


def test_letters_of_the_council_that_sent_a_councillor_are_an_organisation() -> None:
    words = HEAD + "Present: Cllr Ann Hale (FDC), Cllr Ben Moss (HDC)\n\n1. Wall\nNone.\n"
    assert pairs(words, "REPRESENTS") == {("Ann Hale", "FDC"), ("Ben Moss", "HDC")}


def test_two_letters_behind_several_names_are_no_initials_of_those_whom_they_do_not_fit() -> None:
    words = (
        HEAD + "Present: Ann Hale (SC), Ben Moss (SC), Sue Cobb (SC), Mairi NicLeod (MNL), Carl Dunn (CR)\n\n1. Wall\nNone.\n"
    )
    told = {s.subject.label: s.subject.initials for s in statements(words, "ATTENDED")}
    assert told == {"Ann Hale": "", "Ben Moss": "", "Sue Cobb": "SC", "Mairi NicLeod": "MNL", "Carl Dunn": "CR"}

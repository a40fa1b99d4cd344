"""People named in running text, and the places, buildings, companies and things that are called after people."""

import pytest
from sederunt.loaders.naming.people import looks_like_person

from tests.loaders.papers import HEAD, LIST, names, paper

KNOWN = {"Ann Hale", "Ben Moss", "Helen Dunn"}


def people(sentence: str) -> set[str]:
    return names(HEAD + LIST + f"1. Roads\n\n{sentence}\n\n2. Lights\n\nMended.\n", "Person") - KNOWN


@pytest.mark.parametrize(
    "sentence",
    [
        "The lights in Victoria Road are mended.",
        "A grant went to the Grace Obi Trust.",
        "The bus stops at Rose Hill and at Holly Lodge.",
        "Pupils of Sir John Moss Primary School sang.",
        "The concert in the Albert Hall was full.",
        "Charlotte Street is closed.",
        "The Lord Street car park is full.",
        "The Grace Darling appeal was opened.",
        "Heather Drive and Daisy Chain Nursery were visited.",
        "Holly Bush Lane is wet.",
        "Jasmine Court has new locks.",
        "The contract with Charles Penn Plc ended.",
        "The Elizabeth Line runs.",
        "The Mary Rose Museum was visited.",
        "Captain Penn Square is open.",
        "PC minutes are on the website.",
        "The MV Lord Penn and Grace Penn Music were booked.",
        "Ordered of Ashley Furniture and of Jordan Earthworks.",
        "The Charlotte Obi Brewery wishes to paint the sign.",
        "Somebody was charged at Grace Penn and fined.",
        "It was agreed that Tony Penn Surfacing will mend it.",
        "Tenders came from Taylor Penn, Clark Obi and others.",
        "An Albert Penn reading scheme was opened.",
        "Thanks went to St John Ambulance and to the AUSTRALIA DAY COMMITTEE.",
        "The DjangoCon Europe committee and LOCAL LAW NO. 4 were noted.",
    ],
)
def test_what_is_called_after_people_is_nobody(sentence):
    assert people(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("A letter from Grace Obi was read.", {"Grace Obi"}),
        ("Albert Hall said that it rained.", {"Albert Hall"}),
        ("Mrs Lane thanked Mr Green.", {"Lane", "Green"}),
        ("Mr J Clark will write.", {"J Clark"}),
        ("Capt. Owen Rees had written to the owners.", {"Owen Rees"}),
        ("Cllr. Ó Dubhda asked for a path.", {"Ó Dubhda"}),
        ("CClr Penn thanked Dr El Sayed.", {"Penn", "El Sayed"}),
        ("A letter from AnnMarie Obi was read.", {"AnnMarie Obi"}),
        ("Miss Van den Bosch spoke in Ben Moss's place.", {"Van den Bosch"}),
        ("Ms Grace Obi School Business Manager will write.", {"Grace Obi"}),
        ("Dr Peter van der Berg of the university spoke.", {"Peter van der Berg"}),
    ],
)
def test_people_in_running_text(sentence, who):
    assert people(sentence) == who


def test_who_is_stood_for_is_named():
    words = HEAD + "Present:\n\nAnn Hale (Chair)\nBen Moss (substitute for Councillor Obi)\n\n1. Lights\n\nMended.\n"
    assert "Obi" in names(words, "Person")


def test_the_body_and_the_hall_in_a_papers_head_are_nobody() -> None:
    words = "Glen Moray Community Council\nMinute of meeting held Tuesday 4th February 2025, Glen Hall\n\nPresent: Ann Hale (Chair), Ben Moss\n"
    assert {s.subject.label for s in paper(words).statements if s.subject.kind == "Person"} == {"Ann Hale", "Ben Moss"}


def test_what_begins_with_no_first_name_and_ends_as_a_place_is_nobody():
    nobody = (
        "Upper Dene",
        "Welsh Water",
        "Sully Library",
        "Fire Brigades Union",
        "Horse Riding",
        "Cllr Vacancy",
        "Josh Leaves",
    )
    assert not any(looks_like_person(words) for words in nobody)
    assert all(
        map(
            looks_like_person,
            ("Ashley West", "Oya Central-Moss", "Grace Field", "Cllr North", "DW Vale", "A Green", "J.P. Lane"),
        )
    )


def test_a_first_name_cut_from_its_family_name_at_the_end_of_a_line_is_nobody():
    words = HEAD + LIST + "1. Roads\n\nThanks went to Councillor Grace Obi and Councillor Ruth\n\n2. Lights\n\nMended.\n"
    assert names(words, "Person") - KNOWN == {"Grace Obi"}


def test_roads_of_other_countries_are_nobody():
    assert not any(looks_like_person(words) for words in ("Jackson Blvd", "Randolph Ave", "Carter Turnpike"))

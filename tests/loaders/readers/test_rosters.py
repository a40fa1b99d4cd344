"""Who sits on a body, listed on a page without a meeting, each on a few lines of invented text."""

import pytest

from tests.loaders.papers import pairs, statements


def seats(words):
    told = statements(words, "SITS_ON")
    return {(s.subject.label, s.object.label, s.values["role"]) for s in told}


@pytest.mark.parametrize(
    "heading",
    ["Group membership:", "Members", "Members of the Pier Advisory Group:", "Composition of the Pier Advisory Group"],
)
def test_members_under_a_heading(heading):
    words = (
        f"Pier Advisory Group\n\nTerms of reference\n\n{heading}\n\n- Ann Hale (Chair)\n- Ben Moss, Surveyor\n- Helen Dunn\n"
    )
    assert seats(words) == {
        ("Ann Hale", "Pier Advisory Group", "chair"),
        ("Ben Moss", "Pier Advisory Group", "member"),
        ("Helen Dunn", "Pier Advisory Group", "member"),
    }


def test_offices_in_front_of_names():
    words = "Royal Commission on Piers\n\nThe Commissioners\n\nChair: Dame Ann Hale\nVice-Chair: Dr Ben Moss\nMs Helen Dunn\nVacancy\n"
    assert {(who.split()[-1], role) for who, _, role in seats(words)} == {
        ("Hale", "chair"),
        ("Moss", "vice-chair"),
        ("Dunn", "member"),
    }


def test_a_list_for_each_committee():
    words = (
        "Fenwick Council\n\nOur committees\n\nPier Committee\n\nAnn Hale (Chair)\nBen Moss\nHelen Dunn\n\n"
        "Buoys Committee\n\nChair: Ben Moss\nMembers: Ann Hale, Helen Dunn\n"
    )
    assert {(who, body) for who, body, role in seats(words) if role == "chair"} == {
        ("Ann Hale", "Pier Committee"),
        ("Ben Moss", "Buoys Committee"),
    }


def test_a_staff_list_is_no_membership():
    words = "Fenwick Council\n\nBuoys\n\nHead of Buoys – Ann Hale\nBuoys Officer – Ben Moss\nClerk of Works – Helen Dunn\nPilot – Owen Rees\n"
    assert not seats(words)


def test_each_list_is_of_the_committee_above_it() -> None:
    """Headings that are bodies divide a page; offices by label and names run on belong to the nearest."""
    text = (
        "Fenwick Trust Committees\n\nAudit Committee\nMembers (2):\nAnn Hale (Chair); Ben Moss\n\n"
        "Finance Committee\nChair: Cat Dunn\nMembers:\nDan Eames; Eve Frost\n"
    )
    assert pairs(text, "SITS_ON") == {
        ("Ann Hale", "Audit Committee"),
        ("Ben Moss", "Audit Committee"),
        ("Cat Dunn", "Finance Committee"),
        ("Dan Eames", "Finance Committee"),
        ("Eve Frost", "Finance Committee"),
    }

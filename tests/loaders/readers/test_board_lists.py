"""Lists of the boards of trusts and companies: who came instead, and posts that go with the chair of a committee."""

import pytest
from sederunt.graph.statement import Statement
from sederunt.loaders.formats import text
from sederunt.loaders.load import read_document

from tests.loaders.papers import pairs, statements

HEAD = "Coast Valleys Trust\nBoard of Directors\nThursday 26 February 2026\n\n"


def _read(words: str) -> list[Statement]:
    return list(read_document(text.read(f"{HEAD}{words}".encode(), "page.txt"), "page.txt", "0" * 64).paper.statements)


@pytest.mark.parametrize(
    "mark",
    [
        ", represented by Mr Ben Moss, Deputy Dean",
        " (represented by Mr Ben Moss, Deputy Dean)",
        " – deputised by Mr Ben Moss, Deputy Dean",
    ],
)
def test_whoever_came_in_the_place_of_somebody_away_was_there(mark):
    found = _read(f"Present\nDame Cat Dunn\tChair\n\nApologies\nProf. Ann Hale\tDean{mark}\n")
    sent = {s.subject.label for s in found if s.link == "SENT_APOLOGIES"}
    came = {s.subject.label: s.values for s in found if s.link == "ATTENDED"}
    held = {(s.subject.label, s.object.label) for s in found if s.link == "HOLDS" and s.object}
    assert sent == {"Ann Hale"}
    assert set(came) == {"Cat Dunn", "Ben Moss"}
    assert (came["Ben Moss"]["role"], came["Ben Moss"]["standing_for"]) == ("deputy", "Ann Hale")
    assert held == {("Ann Hale", "Dean"), ("Ben Moss", "Deputy Dean")}


def test_the_chair_of_a_committee_goes_with_a_post():
    found = _read(
        "Present\nDame Cat Dunn\tChair\nMs Eve Frost\tNon-Executive Director and Chair of the Audit & Risk Committee\n"
    )
    assert [s.object.label for s in found if s.link == "HOLDS" and s.object] == ["Non-Executive Director"]
    assert {(s.subject.label, s.object.label, s.values["role"]) for s in found if s.link == "SITS_ON" and s.object} >= {
        ("Eve Frost", "Audit & Risk Committee", "chair")
    }


def test_a_name_at_the_end_of_a_line_does_not_go_on_in_the_body_below():
    found = _read(
        "Present\nDame Cat Dunn\tChair\n\n1. Reports\nQuality Committee – report of Prof. Hale-Ross\nAudit & Risk Committee – Cat Dunn\n"
    )
    assert "Hale-Ross Audit" not in {s.subject.label for s in found}


def test_trustees_who_served_during_the_year():
    words = (
        "Alder Trust\nReport and accounts 2023\n\nTrustees who served during the year and up to the date of this report were:\n\n"
        "Name                 Position            Appointed        Resigned\nAnn Hale             Chair               1 May 2019\n"
        "Ben Moss             Treasurer           3 June 2020\nRita Vale                                4 July 2021      5 May 2023\n"
    )
    assert {(s.subject.label, s.object.label, s.values["role"]) for s in statements(words, "SITS_ON") if s.object} == {
        ("Ann Hale", "Trustees", "chair"),
        ("Ben Moss", "Trustees", "member"),
        ("Rita Vale", "Trustees", "member"),
    }


def test_who_only_serves_a_board_has_no_seat_on_it():
    words = "Board of Directors\n\nAnn Hale (Chair)\nBen Moss\nRita Vale\nCompany Secretary: Ida Frost\n"
    assert "Ida Frost" not in {who for who, _ in pairs(words, "SITS_ON")}
    assert ("Ida Frost", "Company Secretary") in pairs(words, "HOLDS")

"""Names of bodies, organisations and units in running text."""

import pytest
from sederunt.loaders.sentences.phrases import find_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Housing Committee and the Welfare Committee met.", ["Housing Committee", "Welfare Committee"]),
        ("It replaces the Advisory Council on Dykes and Drains.", ["Advisory Council on Dykes and Drains"]),
        ("Chair of the Health, Care and Leisure Board", ["Health, Care and Leisure Board"]),
        ("Nurse, Fenwick Vale Care Board", ["Fenwick Vale Care Board"]),
        ("On Monday the Planning Committee on 3 May", ["Planning Committee"]),
        ("the Forum’s Media Group", ["Media Group"]),
        ("Fenwick Schools and Early Years Forum", ["Fenwick Schools and Early Years Forum"]),
        ("the Board of Governors agreed", ["Board of Governors"]),
        ("the Bait Digging sub-group and the Pier Standards team", ["Bait Digging sub-group", "Pier Standards team"]),
        ("Fenwick Borough Council’s lawyer", ["Fenwick Borough Council"]),
        ("the Department for Dykes and Drains and others", ["Department for Dykes and Drains"]),
        ("Boardroom, Pier House, Tarn and Wick NHS Trust", ["Tarn and Wick NHS Trust"]),
        ("at the University of Fenwick", ["University of Fenwick"]),
        ("the 14-19 Partnership", ["14-19 Partnership"]),
        ("JOINT MEETING OF THE PIER COMMITTEE", ["PIER COMMITTEE"]),
    ],
)
def test_names_in_text(text, found):
    assert [name.text for name in find_names(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Committee Services Officer",
        "the Annual Meeting",
        "Council Tax and School Lane",
        "the Council Chamber",
        "Primary Care Trusts",
        "by the Chief Executive",
        "a member of the Board",
        "Dr Teoh, Committee Chair, reported",
    ],
)
def test_what_is_no_name(text):
    assert not find_names(text)


def test_a_name_says_where_it_stands():
    text = "Then the Pier Panel’s chair spoke."
    (name,) = find_names(text)
    assert (name.kind, text[name.start : name.end]) == ("Body", "Pier Panel")


def test_what_a_body_is_told_of_and_what_a_firm_is_called_after() -> None:
    assert not find_names("Ann Hale updated the Panel on Oak Stables")
    assert [name.text for name in find_names("Ernest Dunn & Sons Ltd had quoted")] == ["Ernest Dunn & Sons Ltd"]

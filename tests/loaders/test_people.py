"""Who is a person, and what stands beside the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.naming.runs import split_people

from tests.loaders.papers import HEAD, names, pairs, span

PEOPLE = [
    *(
        "Ann Hale",
        "Siân Haf Parri",
        "Jean-Luc Perrin",
        "Fergus O'Dowd",
        "Fergus O’Dowd",
        "Rosalind McLeod",
        "A. Hale",
        "A Hale",
    ),
    *(
        "A.B. Hale",
        "Mr Hale",
        "Mrs Hale",
        "Dr Lata Krishnan",
        "Revd Timothy Ashdown",
        "The Revd Dr Ann Hale",
        "Cllr B. Oldroyd",
    ),
    *(
        "Councillor Mrs Dace",
        "Professor Dame Ann Hale",
        "Sir Ben Moss",
        "Gerard van der Berg",
        "Llinos ap Rhys",
        "Lucy Ní Dhálaigh",
    ),
    *(
        "Huw Gethin-Jones",
        "Ann De Souza",
        "Zainab Mirza",
        "Nkechi Obi",
        "Grace Church",
    ),
]

NOBODY = [
    *(
        "",
        "Ann",
        "Headteacher",
        "Director of Housing",
        "Head of Service",
        "Harbour Board",
        "Fenwick Harbour Board",
        "Fenwick School",
    ),
    *(
        "Apologies for absence",
        "Matters arising",
        "Any Other Business",
        "Next Meeting",
        "Town Hall",
        "Planning Committee",
        "NHS England",
    ),
    *(
        "Vice Chair",
        "Town Clerk",
        "All Members",
        "Welsh Government",
        "Action Log",
        "School Improvement",
        "Children and Families",
    ),
    *(
        "Ann will write",
        "ann hale",
        "Ann Hale went to see the wall",
        "3 May",
        "Item 4",
        "West Quadrant",
        "Education Services",
        "Ann, Ben",
    ),
]


@pytest.mark.parametrize("text", PEOPLE)
def test_these_are_people(text):
    assert looks_like_person(text)


@pytest.mark.parametrize("text", NOBODY)
def test_these_are_nobody(text):
    assert not looks_like_person(text)


@pytest.mark.parametrize(
    ("text", "sure"), [("Ann Hale", True), ("Mr Xyqu", True), ("A. Hale", True), ("Xyqu Vbtl", False), ("Wall", False)]
)
def test_some_are_surely_people(text, sure):
    assert surely_person(text) is sure


@given(st.text(max_size=60))
def test_anything_can_be_asked_after(text):
    looks_like_person(text)
    words = span(" ".join(text.split()))
    entry = read_entry(words)
    assert entry is None or entry.name
    for piece in split_people(words):
        assert piece.text in words.text


def told(text: str) -> dict[str, object]:
    entry = read_entry(span(text))
    if entry is None:
        return {}
    shown = ("name", "honorific", "initials", "role", "titles", "part", "standing_for")
    return {key: value for key in shown if (value := getattr(entry, key))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Hale", {"name": "Ann Hale"}),
        ("Mrs Ann Hale", {"name": "Ann Hale", "honorific": "Mrs"}),
        ("Ann Hale (Chair)", {"name": "Ann Hale", "role": "chair"}),
        ("Ann Hale (AH)", {"name": "Ann Hale", "initials": "AH"}),
        ("Ann Hale [minutes]", {"name": "Ann Hale", "role": "minutes"}),
        ("Ann Hale, Headteacher", {"name": "Ann Hale", "titles": ("Headteacher",)}),
        ("Ann Hale – Headteacher, Wall School", {"name": "Ann Hale", "titles": ("Headteacher, Wall School",)}),
        ("Ann Hale (Headteacher, Wall School)", {"name": "Ann Hale", "titles": ("Headteacher, Wall School",)}),
        ("Wall School – Ann Hale", {"name": "Ann Hale", "titles": ("Wall School",)}),
        ("Headteacher: Ann Hale", {"name": "Ann Hale", "titles": ("Headteacher",)}),
        ("1. Ann Hale", {"name": "Ann Hale"}),
        ("• Ann Hale, Clerk", {"name": "Ann Hale", "role": "minutes"}),
        ("Ann Hale (for item 5)", {"name": "Ann Hale", "part": "for item 5"}),
        ("Ann Hale (until 3.15 pm)", {"name": "Ann Hale", "part": "until 3.15 pm"}),
        ("Ann Hale (by telephone)", {"name": "Ann Hale", "part": "by telephone"}),
        ("Ann Hale (deputy for Ben Moss)", {"name": "Ann Hale", "role": "deputy", "standing_for": "Ben Moss"}),
        ("Ann Hale (substitute for Cllr Moss)", {"name": "Ann Hale", "role": "deputy", "standing_for": "Cllr Moss"}),
        ("Ann Hale, on behalf of Ben Moss", {"name": "Ann Hale", "role": "deputy", "standing_for": "Ben Moss"}),
        ("Ann Hale (Chair) (AH)", {"name": "Ann Hale", "role": "chair", "initials": "AH"}),
        ("Ann Hale OBE", {"name": "Ann Hale"}),
        ("Vacancy", {}),
        ("Vacant – Parent Governor", {}),
        ("Town Hall, Fenwick", {}),
        ("There were no apologies", {}),
    ],
)
def test_entries(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Ann Hale, Ben Moss and Cat Dunn", ["Ann Hale", "Ben Moss", "Cat Dunn"]),
        ("Ann Hale; Ben Moss; Cat Dunn", ["Ann Hale", "Ben Moss", "Cat Dunn"]),
        ("Ann Hale & Ben Moss", ["Ann Hale", "Ben Moss"]),
        ("Ann Hale (Chair), Ben Moss (BM)", ["Ann Hale (Chair)", "Ben Moss (BM)"]),
        ("Ann Hale (Chair, Wall School), Ben Moss", ["Ann Hale (Chair, Wall School)", "Ben Moss"]),
        ("Ann Hale, Headteacher, Wall School; Ben Moss, Clerk", ["Ann Hale, Headteacher, Wall School", "Ben Moss, Clerk"]),
        ("Ann Hale, Headteacher, Ben Moss, Clerk", ["Ann Hale, Headteacher", "Ben Moss, Clerk"]),
        ("A. Hale (Vice-Chair), B. Moss and C. Dunn.", ["A. Hale (Vice-Chair)", "B. Moss", "C. Dunn"]),
        (
            "Cllr B. Oldroyd (Chairman), Cllr Mrs. J. Speight, Cllr T. Garside.",
            ["Cllr B. Oldroyd (Chairman)", "Cllr Mrs. J. Speight", "Cllr T. Garside"],
        ),
        ("Mr Hale, Mrs Moss and Dr Dunn", ["Mr Hale", "Mrs Moss", "Dr Dunn"]),
        ("Ann Hale a Ben Moss", ["Ann Hale", "Ben Moss"]),
        ("Ann Hale agus Ben Moss", ["Ann Hale", "Ben Moss"]),
        ("the wall, the lights and the channel", []),
    ],
)
def test_lists_in_one_line(text, entries):
    assert [piece.text for piece in split_people(span(text))] == entries


def test_a_name_an_organisation_and_initials_each_on_a_line():
    words = HEAD + (
        "Present\n\nBev Hale\nChair (independent)\nBH\nAndy Moss\nHM Probation Service\nAM\n"
        "Fr Tom Vale\nNight Shelter\nFTV\nMeera Dunn\nTurning Tide (alcohol)\nMD\n\n1. Wall\nAM to write.\n"
    )
    assert {name for name, _ in pairs(words, "ATTENDED")} == {"Bev Hale", "Andy Moss", "Tom Vale", "Meera Dunn"}


def test_a_name_by_which_somebody_is_called_stands_in_brackets():
    words = HEAD + "Present:\nLord (Hugo) Wren (Chair)\nWilliam (Bill) Moss\nAnn Hale\n\n1. Wall\nAgreed.\n"
    assert {name for name, _ in pairs(words, "ATTENDED")} == {"Hugo Wren", 'William "Bill" Moss', "Ann Hale"}


def test_rows_of_name_and_sender_whose_marks_were_lost():
    words = (
        HEAD
        + "Participant Representing\nAnn Hale Natural Rivers\nBen Moss Dee Water\nJan van Dyck Dee Flood Forum\n\n1. Wall\nAgreed.\n"
    )
    assert {name for name, _ in pairs(words, "ATTENDED")} == {"Ann Hale", "Ben Moss", "Jan van Dyck"}


@pytest.mark.parametrize("text", ["Mr J Moss Member", "Ms Ann Hale. The", "Miss Jo Vale. G.O.Hale"])
def test_what_runs_on_behind_a_name_is_no_part_of_it(text):
    assert not looks_like_person(text)


def test_times_and_items_between_councillors_are_nobody():
    words = HEAD + "Present: Councillors Hale, Moss, From 9.47pm, Item 9\n\n1. Wall\nAgreed.\n"
    assert {name for name, _ in pairs(words, "ATTENDED")} == {"Hale", "Moss"}


@pytest.mark.parametrize(
    ("words", "present"),
    [
        ("Present: Tom (chair), Ann, Torre, Daniel, Jim R\n", {"Tom", "Ann", "Torre", "Daniel", "Jim R"}),
        ("Present: R Hale Esq (Chairman) D R Moss Esq M Vale Esq\n", {"R Hale", "D R Moss", "M Vale"}),
        (
            "Present\nNote: members must have been at two of the last three meetings held by the board of the harbour in this town.\n\nAnn Hale (Dee)\nBen Moss (Esk)\nRita Vale (Wye)\n",
            {"Ann Hale", "Ben Moss", "Rita Vale"},
        ),
    ],
)
def test_first_names_esquires_and_lists_below_a_note(words, present):
    assert {name for name, _ in pairs(HEAD + words + "\n1. Wall\nAgreed.\n", "ATTENDED")} == present


def test_a_name_all_in_capitals_is_told_by_its_honorific():
    words = HEAD + "1. Wall\nMOVED BY COUNCILLOR HALE and carried. A paper of MR J.F. MCVALE was read.\n"
    assert {"HALE", "J.F. MCVALE"} <= names(words, "Person")

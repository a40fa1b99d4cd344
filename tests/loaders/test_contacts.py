"""E-mail addresses and telephone numbers are nowhere unless they are asked for; what is quoted still stands in the paper."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.loaders.contacts import CONTACT, cut, masked, unmarked

from tests.loaders.papers import HEAD, document, paper

CONTACTS = [
    "ann.hale@example.org",
    "ann_hale_at_example.org",
    "ann.hale(at)example.org",
    "01632 960131",
    "(01632) 960131",
    "01632 960 131",
    "+44 1632 960131",
    "07700 900123",
    "07700900123 ext 12",
]

PLACES = [
    "Present:\n\nAnn Hale (Chair), {0}\nBen Moss\n",
    "Present:\n\nAnn Hale {0}\nBen Moss\n",
    "Present: Ann Hale ({0}), Ben Moss\n",
    "Present:\n\nAnn Hale\t{0}\tChair\nBen Moss\t\tClerk\n",
    "Present: Ann Hale\n\n1. Lights\nAnn to write to {0} by June. Ben Moss will call.\n",
    "Present: Ann Hale\n\nApologies: Ben Moss, {0}\n",
    "Present: Ann Hale\n\nContact: Ann Hale, Clerk, Harbour Office, {0}\n",
    "Venue: Town Hall, {0}\n\nPresent: Ann Hale\n",
    "{0}\n\nPresent: Ann Hale\n",
]


@pytest.mark.parametrize("contact", CONTACTS)
@pytest.mark.parametrize("place", PLACES)
def test_no_contact_data_is_in_a_paper(contact, place):
    words = HEAD + place.format(contact)
    found = paper(words)
    told = found.model_dump_json()
    assert contact not in told
    assert not CONTACT.search(told.replace(found.sha256, ""))
    assert "\ue000" not in told
    for statement in found.statements:
        assert statement.evidence.quote
        assert "".join(statement.evidence.quote.split()) in "".join(words.split())
    assert any(statement.link == "ATTENDED" for statement in found.statements)


def test_contacts_are_kept_where_they_are_asked_for():
    words = HEAD + "Present: Ann Hale\n\nContact: Ann Hale, ann.hale@example.org\n"
    told = paper(words, contacts=True).model_dump_json()
    assert "ann.hale@example.org" in told


@pytest.mark.parametrize(
    "text",
    [
        "2018/19", "031/19", "14/00871/FUL", "3 May 2019", "2.00 pm - 3.30 pm", "£412.60", "item 4", "TN4 0ZZ", "Charity 1012345",
        "minute 12-14", "0 to 25", "1939-1945", "05/11/2021 06/12/2021",
    ],
)  # fmt: skip
def test_other_numbers_are_no_contacts(text):
    assert not CONTACT.search(text)


@given(st.text(alphabet="ab @.01632+()-", max_size=60))
def test_masking_moves_nothing(text):
    before = document(f"a {text}")
    after = masked(before)
    assert [len(cell.text) for block in after.blocks for cell in block.cells] == [
        len(cell.text) for block in before.blocks for cell in block.cells
    ]
    assert not any(CONTACT.search(cell.text) for block in after.blocks for cell in block.cells)


def test_what_hides_is_taken_off_with_the_marks_around_it():
    assert unmarked("Ann Hale (\ue000\ue000)") == "Ann Hale"
    assert unmarked("Ann Hale, \ue000") == "Ann Hale"
    assert unmarked("Ann Hale, Clerk") == "Ann Hale, Clerk"


def test_a_statement_without_contact_data_stays_the_same_object():
    (statement, *_) = paper(HEAD + "Present: Ann Hale\n").statements
    assert cut(statement) is statement


def test_a_title_holds_no_contact_data():
    assert not re.search(r"960131", paper("Harbour notes, call 01632 960131\n\nAnn Hale will write to Ben Moss.\n").title)

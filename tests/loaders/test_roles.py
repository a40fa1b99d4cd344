"""The part in a meeting that a printed word means, and the offices of a body whose name stands in them."""

import pytest
from sederunt.loaders.naming.roles import meeting_role, own_office

from tests.loaders.papers import HEAD, statements


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("acting Chairperson", "chair"),
        ("Clinical Chair", "chair"),
        ("Interim Board Vice-Chair", "vice-chair"),
        ("Recorder", "minutes"),
        ("Parent/Chair", "chair"),
        ("LA / Vice Chair", "vice-chair"),
        ("Treasurer/Chair", ""),
        ("Chair of Finance", ""),
        ("Executive Chair", ""),
        ("Board Clerk", ""),
    ],
)
def test_words_before_an_office_leave_it_one(text: str, role: str) -> None:
    assert meeting_role(text) == role


@pytest.mark.parametrize(
    ("title", "body", "office"),
    [
        ("Quay Board Chair", "Quay Board", "chair"),
        ("Board Secretary", "Quay Board", "secretary"),
        ("HUP Vice Chair", "Harbour Users Panel", "vice-chair"),
        ("Harbour Board Chair", "Quay Board", ""),
        ("Company Secretary", "Quay Board", ""),
    ],
)
def test_an_office_of_the_body_itself(title: str, body: str, office: str) -> None:
    assert own_office(title, body) == office


def test_who_sends_apologies_as_chair_sits_as_chair() -> None:
    words = HEAD + "Present:\n\nBen Moss\nHelen Dunn\n\n1. Apologies\n\nApologies were received from Ann Hale (Chair).\n"
    offices = {(s.subject.label, s.values["role"]) for s in statements(words, "SITS_ON") if s.values["role"] == "chair"}
    assert offices == {("Ann Hale", "chair")}


@pytest.mark.parametrize(
    ("listed", "name", "role"),
    [
        ("In attendance:\n\nOwen Rees (Parish Clerk)", "Owen Rees", "minutes"),
        ("In attendance:\n\nOwen Rees – Clerk and 3 members of the public", "Owen Rees", "minutes"),
        ("Quay School Services Clerk:\nOwen Rees", "Owen Rees", "minutes"),
        ("Ministry Observer:\nOwen Rees", "Owen Rees", "observer"),
        ("Members of the public:\nOwen Rees", "Owen Rees", "in attendance"),
    ],
)
def test_parts_in_the_meeting_of_those_who_are_no_members(listed: str, name: str, role: str) -> None:
    words = HEAD + f"Present:\n\nAnn Hale (Chair)\nBen Moss\nHelen Dunn\n\n{listed}\n\n1. Lights\n\nMended.\n"
    roles = {s.subject.label: s.values["role"] for s in statements(words, "ATTENDED")}
    assert roles[name] == role


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Ben Moss was nominated and elected the chair.", {("Ben Moss", "chair")}),
        ("Helen Dunn was duly elected Vice-Chairman for the coming year.", {("Helen Dunn", "vice-chair")}),
        ("Ben Moss was elected Chair of the Quay Panel.", set()),
        ("Ben Moss was elected as a trustee.", set()),
    ],
)
def test_who_is_elected_in_the_body_that_meets(sentence: str, held: set[tuple[str, str]]) -> None:
    words = HEAD + f"Present:\n\nAnn Hale\nBen Moss\nHelen Dunn\n\n1. Elections\n\n{sentence}\n"
    own = next(s.object for s in statements(words, "MEETING_OF"))
    assert own is not None
    told = [s for s in statements(words, "SITS_ON") if s.object is not None and s.object.label == own.label]
    assert {(s.subject.label, s.values["role"]) for s in told if s.values["role"] != "member"} == held


def test_a_sentence_between_names_and_items_is_read() -> None:
    words = (
        HEAD
        + "Present:\n\nCouncillors A Hale, B Moss and C Dunn\n\nCouncillor Moss gave the opening address.\n\n1. Lights\n\nMended.\n"
    )
    assert any(s.subject.text == "Councillor Moss" for s in statements(words, None))

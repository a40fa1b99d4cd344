"""Elections of officers, listed under a heading or told under the name of the office, in minutes of an invented association."""

import pytest

from tests.loaders.papers import pairs, roles, statements

HEAD = (
    "FOSSBY HARBOUR USERS ASSOCIATION\n\nMinutes of the Annual General Meeting held on Tuesday 14 May 2024\n\n"
    "Present: Mrs Iris Cantlow (President), Harold Peverell, Jem Attwater, Wilma Quill, Peter Oakhanger, Kit Marlow (Clerk)\n\n"
)
LISTS = (
    "The following were elected for the year 2024-25:\n"
    "Chairman – Jem Attwater\nVice-Chairman – Wilma Quill\nHon. Treasurer – Harold Peverell\n",
    "Chairman: Jem Attwater (proposed WQ, seconded HP)\nVice-Chairman: Wilma Quill\nHon. Treasurer: Harold Peverell\n",
    "Chairman\tJem Attwater\tProp WQ\nVice-Chairman\tWilma Quill\tProp HP\nHon. Treasurer\tHarold Peverell\tProp WQ\n",
    "Chairman\nJem Attwater\nVice-Chairman\nWilma Quill\nHon. Treasurer\nHarold Peverell\n",
)


@pytest.mark.parametrize("told", LISTS, ids=["line", "colon", "rows", "below"])
def test_a_list_of_elections_gives_the_seats(told):
    words = f"{HEAD}3. Election of officers\n{told}\n4. Next meeting\n"
    elected = {"Jem Attwater": "chair", "Wilma Quill": "vice-chair", "Harold Peverell": "member"}
    assert elected.items() <= roles(words, "SITS_ON").items()
    assert ("Harold Peverell", "Hon. Treasurer") in pairs(words, "HOLDS")
    assert not statements(words, "ASSIGNED_TO")


@pytest.mark.parametrize(
    "told",
    [
        "Jem Attwater was proposed by Harold Peverell, seconded by Wilma Quill and duly elected.",
        "It was proposed by Harold Peverell, seconded by Wilma Quill, that Jem Attwater be elected. All agreed.",
        "Harold Peverell proposed Jem Attwater, seconded by Wilma Quill. There were no others and Jem Attwater was elected unopposed.",
    ],
)
@pytest.mark.parametrize("head", ["Election of Chair", "To elect a Chairman for the ensuing year"])
def test_a_sentence_under_the_name_of_an_office_gives_it(head, told):
    assert pairs(f"{HEAD}3. {head}\n{told}\n", "SITS_ON") == {("Jem Attwater", "Fossby Harbour Users Association")}
    assert roles(f"{HEAD}3. {head}\n{told}\n", "SITS_ON") == {"Jem Attwater": "chair"}


def test_those_under_a_lead_of_an_election_did_not_come_for_that():
    words = (
        f"{HEAD}3. Election\nThe following officers were elected for 2024/25:\nChair: Una Holm\nVice Chair: vacant\n\n4. Next\n"
    )
    assert roles(words, "SITS_ON")["Una Holm"] == "chair"
    assert "Una Holm" not in roles(words)


@pytest.mark.parametrize(
    "line", ["Auditor: Una Holm", "Chair: vacant", "Chair: no nominations", "Insurance: Una Holm to renew it"]
)
def test_who_is_no_officer_gets_no_seat(line):
    assert not pairs(f"{HEAD}3. Election of officers\n{line}\n", "SITS_ON")


def test_nobody_is_elected_under_other_headings():
    words = f"{HEAD}3. Complaints\nChair: Una Holm wanted to know who broke it.\nUna Holm was elected.\n"
    assert not pairs(words, "SITS_ON")


def test_an_item_of_officers_lists_them_and_somebody_may_have_two_offices():
    words = f"{HEAD}4. Officers\nSecretary/Treasurer: Wilma Quill\nPier Warden: Peter Oakhanger\n\n5. Next meeting\n"
    assert {"Wilma Quill": "secretary", "Peter Oakhanger": "member"}.items() <= roles(words, "SITS_ON").items()
    assert ("Peter Oakhanger", "Pier Warden") in pairs(words, "HOLDS")

"""Who sits on a body by a sentence that names several people, each on a line of invented text."""

import pytest

from tests.loaders.papers import HEAD, LIST, pairs, statements


def seats(words):
    return {(s.subject.label.split()[-1], s.object.label, s.values["role"]) for s in statements(words, "SITS_ON")}


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The current members of the Pier Board are Ann Hale (Chair), Ben Moss and Helen Dunn.", "Pier Board"),
        (
            "Three members were appointed to the Pier Panel, Blue's Ann Hale (Chair), Ben Moss from Red Dawn and Independent Helen Dunn.",
            "Pier Panel",
        ),
        (
            "Members appointed to the board of Fenwick Leisure Centre are Ann Hale (Chair), Ben Moss alongside Helen Dunn.",
            "board of Fenwick Leisure Centre",
        ),
        ("Appointed to the Quay Forum were Cllrs Ann Hale (Chair), Ben Moss (Lab) and Helen Dunn (Con).", "Quay Forum"),
    ],
)
def test_people_behind_the_body(sentence, body):
    assert seats(f"News\n\n{sentence}\n") == {("Hale", body, "chair"), ("Moss", body, "member"), ("Dunn", body, "member")}


def test_people_in_front_of_the_body():
    words = (
        "News\n\nCllrs Ann Hale (Lab) and Ben Moss (Con) were both appointed to the Bait Committee, while nobody else came.\n"
    )
    assert seats(words) == {("Hale", "Bait Committee", "member"), ("Moss", "Bait Committee", "member")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The members of the Pier Partnership are Fenwick Council, Hale Trust and Moss College.",
        "The report was considered by the Works Committee, Ann Hale and Ben Moss.",
        "The Works Committee appointed consultants, and Ann Hale and Ben Moss spoke.",
    ],
)
def test_others_beside_a_body_do_not_sit_on_it(sentence):
    assert not seats(f"News\n\n{sentence}\n")


def test_a_group_that_was_set_up_consists_of_those_behind_it() -> None:
    words = (
        HEAD
        + LIST
        + "1. Pier\nA Pier Working Group was set up, consisting of Ann Hale, Rita Vale and Ben Moss; Rita Vale to chair.\n"
    )
    found = {
        (s.subject.label, s.values["role"])
        for s in statements(words, "SITS_ON")
        if s.object and s.object.label == "Pier Working Group"
    }
    assert {("Ann Hale", "member"), ("Ben Moss", "member"), ("Rita Vale", "chair")} <= found


def test_its_chair_is_of_the_body_named_before() -> None:
    words = HEAD + LIST + "1. Audit\nThe report of the Audit Committee, presented by its Chair, Mr Hugh Quill, was noted.\n"
    assert ("Mr Hugh Quill", "Audit Committee") in pairs(words, "SITS_ON")


def test_each_of_two_is_appointed_to_the_body_behind_the_name() -> None:
    words = (
        HEAD
        + LIST
        + "1. Boards\nThat Rita Vale be appointed to the Zoning Board, and that Tom Dunn is appointed Chair of the Planning Board.\n"
    )
    assert {("Rita Vale", "Zoning Board"), ("Tom Dunn", "Planning Board")} <= pairs(words, "SITS_ON")
    assert ("Rita Vale", "Planning Board") not in pairs(words, "SITS_ON")


def test_a_bracket_tells_who_chairs_the_body_before_it() -> None:
    words = HEAD + LIST + "1. Groups\nThe Board is supported by the Quay Forum (chaired by Rita Vale, Fenwick Aid).\n"
    assert ("Rita Vale", "Quay Forum") in pairs(words, "SITS_ON")


def test_through_its_chair_tells_nothing_of_the_body_reported_to() -> None:
    words = HEAD + LIST + "1. Pier\nThe Pier Panel reports to the Quay Forum through its chair, Professor Rita Vale.\n"
    assert ("Professor Rita Vale", "Quay Forum") not in pairs(words, "SITS_ON")


def test_who_offers_to_chair_a_group_does_not_chair_the_meeting() -> None:
    words = HEAD + LIST + "1. Pier\nBen Moss offered to chair a Task Group on the pier.\n"
    assert [s.values["role"] for s in statements(words, "ATTENDED") if s.subject.label == "Ben Moss"] == ["attendee"]


def test_the_boards_representative_on_another_body_is_not_put_on_the_board() -> None:
    words = HEAD + LIST + "1. Pier\nRita Vale was appointed the Board's representative on the Quay Partnership.\n"
    assert ("Rita Vale", "Fenwick Harbour Board") not in pairs(words, "SITS_ON")


def test_the_second_of_two_is_put_on_the_body_behind_the_name() -> None:
    words = (
        HEAD
        + LIST
        + "1. Pier\nMotion by Ben Moss to appoint Rita Vale to the Review Board and Tom Dunn to the Quay Commission.\n"
    )
    assert {("Rita Vale", "Review Board"), ("Tom Dunn", "Quay Commission")} <= pairs(words, "SITS_ON")


def test_a_line_of_several_duties_lists_no_members_of_the_first_body() -> None:
    words = (
        HEAD
        + LIST
        + "1. Duties\nHall Management Committee – Ben Moss; Footpaths – Rita Vale; Charities – Tom Dunn and Ann Hale.\n"
    )
    assert {who for who, body in pairs(words, "SITS_ON") if body == "Hall Management Committee"} == {"Ben Moss"}


def test_labels_under_a_heading_of_committees_are_committees() -> None:
    words = "Fenwick Museum Trust\nAnnual Report\n\nSUB-COMMITTEES\nFinance and Audit: Ann Hale (Chair), Ben Moss\nCollections: Rita Vale (Chair), Tom Dunn\n"
    assert {("Ann Hale", "Finance and Audit"), ("Tom Dunn", "Collections")} <= pairs(words, "SITS_ON")


def test_who_is_to_chair_a_group_without_a_name_does_not_chair_the_body_before_it():
    words = HEAD + LIST + "1. Dues\nThe Ellerdyke Board agreed to a working group (Ann Hale, Rita Vale; Ben Moss to convene).\n"
    assert ("Ben Moss", "chair") not in {(s.subject.label, s.values.get("role")) for s in statements(words, "SITS_ON")}


@pytest.mark.parametrize(
    ("sentence", "chair"),
    [
        (
            "It was resolved to form a Grazing Sub-Committee of Cllr Hale (Convener), Cllr Moss and Cllr Dunn, reporting to the Council.",
            "chair",
        ),
        ("The Council set up a new Grazing Sub-Committee of Cllrs Hale, Moss and Dunn.", "member"),
        ("The Grazing Sub-Committee was elected en bloc: Cllrs Hale, Moss and Dunn.", "member"),
        ("The Grazing Sub-Committee be appointed as follows: Cllrs Hale (Chair), Moss, Dunn.", "chair"),
    ],
)
def test_a_body_is_set_up_or_chosen_with_its_members(sentence, chair):
    words = f"{HEAD}{LIST}4. Committees\n{sentence}\n"
    assert {
        ("Hale", "Grazing Sub-Committee", chair),
        ("Moss", "Grazing Sub-Committee", "member"),
        ("Dunn", "Grazing Sub-Committee", "member"),
    } <= seats(words)


def test_a_body_that_is_set_up_of_others_than_people_has_no_members():
    words = f"{HEAD}{LIST}4. Committees\nIt was agreed to form a Grazing Sub-Committee of Fenwick Council and Hale Trust.\n"
    assert not {seat for seat in seats(words) if seat[1] == "Grazing Sub-Committee"}


@pytest.mark.parametrize("heading", ["5.1 Pier Working Group", "5. Appointments to the Pier Working Group"])
def test_a_sentence_speaks_of_the_body_over_it(heading):
    words = f"{HEAD}{LIST}{heading}\nCllrs Vance, Moss and Dunn were appointed.\n\n6. Next meeting\n"
    assert {(who, "Pier Working Group", "member") for who in ("Vance", "Moss", "Dunn")} <= seats(words)


@pytest.mark.parametrize("body", ["Northern Rail Forum", "board of Hale Heritage Trust"])
def test_those_whom_a_council_sends_by_a_resolution_sit_there(body):
    words = f"{HEAD}{LIST}4. Appointments\n(a) Councillors Vance and Moss be re-appointed as the Council's representatives on the {body} until May 2025; and\n"
    assert {("Vance", body, "member"), ("Moss", body, "member")} <= seats(words)


def test_whoever_is_elected_under_a_heading_of_an_office_is_no_more_than_that():
    words = f"{HEAD}{LIST}5. Election of Chair of the Pier Working Group\nCllr Vance was elected.\n"
    assert ("Vance", "Pier Working Group", "member") not in seats(words)

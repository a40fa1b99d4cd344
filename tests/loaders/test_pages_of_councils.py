"""Kinds of layout of the pages that councils publish; the people and places are invented."""

import pytest

from tests.loaders.papers import names, pairs, roles, statements

HEAD = "Alder Parish Council\n\nMinutes of the meeting held on 12 May 2021\n\n"
PRESENT = "Present: Cllrs A Hale, B Moss, R Vale, J Dee and T Wren.\n\n"


def test_the_head_of_a_table_of_items_ends_a_list_of_people():
    words = (
        HEAD
        + "Present:\n\nCllr Mr A H Hale (Chair)\n\nCllr Mrs B Moss\n\nIn Attendance:\n\nOne member of the public\n\n"
        + "Mr W Quill Clerk and Executive Officer to Alder Parish Council\n\nMrs P Rowe Assistant Clerk, Alder Parish Council\n\n"
        + "Item No Item under discussion\nPART ONE – OPEN TO THE PUBLIC\n21.44 ELECTION OF CHAIR OF THE COUNCIL\n\nIt was RESOLVED.\n"
    )
    assert pairs(words, "HOLDS") == {("W Quill", "Clerk and Executive Officer"), ("P Rowe", "Assistant Clerk")}
    assert pairs(words, "POST_IN") == {
        (post, "Alder Parish Council") for post in ("Clerk and Executive Officer", "Assistant Clerk")
    }


def test_words_of_links_are_no_part_of_a_venue_or_an_item():
    words = (
        "Agenda and minutes\n\nPier Board - Thursday, 26 January 2017 2.00 p.m.\n\nVenue: Pier Chamber - South Alder Hall. View directions\n\n"
        "Items\nNo. Item\n\n1.\n\nHarbour Strategy pdf icon PDF 223 KB\n\nCouncillor Rita Vale presented the report.\n"
    )
    assert [s.values["venue"] for s in statements(words, None) if "venue" in s.values] == ["Pier Chamber - South Alder Hall"]
    assert [s.values["item"] for s in statements(words, "LED")] == ["Harbour Strategy"]


def test_those_who_declare_an_interest_are_what_they_say_elsewhere():
    words = (
        HEAD
        + PRESENT
        + "1. Declarations of interest\n\nCllr Dee Personal interest in item 7 (Borough Councillor Report) as Borough Councillor.\n"
        "Cllr Vale Personal Interest in item 4 (Clerks Report) as Secretary, Alder Neighbourhood Watch and Committee Member of the Pier Trust.\n"
        "Councillor Hale declared an interest in the Pier as the Council’s representative on the Fenwick Pier Board.\n"
        "Cllrs Dee and Wren declared personal interests in item 3 as trustees of the Alder Almshouse Charity and Councillor Moss as Chair of "
        "the Fenwick Harbour Trust.\nCllr Wren declared an interest as a member of the Harbour Committee.\n"
        "Councillor Moss declared a personal interest as his wife is a governor of Alder School.\n"
    )
    assert not {"Report", "Borough Councillor Report"} & names(words, "Person")
    assert pairs(words, "SITS_ON") == {("Hale", "Fenwick Pier Board"), ("Wren", "Harbour Committee")}
    assert pairs(words, "HOLDS") == {("Vale", "Secretary"), ("Dee", "trustee"), ("Wren", "trustee")}
    assert pairs(words, "POST_IN") == {("Secretary", "Alder Neighbourhood Watch"), ("trustee", "Alder Almshouse Charity")}
    assert pairs(words, "REPRESENTS") == {("Vale", "Pier Trust")}
    assert "Alder Neighbourhood Watch and Committee" not in names(words, "Body")


def test_all_of_a_list_directly_before_from_come_from_there():
    words = (
        HEAD
        + PRESENT
        + "1. Review\n\nThe attendees included Andrew Rowe and Duncan Black from Fenwick Housing Trust.\n"
        + "Cllr Hale and Mr Tom Quill from Alder Harbour Trust spoke. Ann Hope and Brian Stone of Alder Council were thanked.\n"
    )
    assert pairs(words, "REPRESENTS") == {
        ("Andrew Rowe", "Fenwick Housing Trust"),
        ("Duncan Black", "Fenwick Housing Trust"),
        ("Mr Tom Quill", "Alder Harbour Trust"),
        ("Brian Stone", "Alder Council"),
    }


def test_whoever_reports_as_the_chair_chairs_the_one_body_that_is_named():
    words = (
        HEAD
        + PRESENT
        + "1. Pay\n\nThe Council received the report of the Chair, Prof. Ann Stone, on the work of the Pay Panel.\n"
    )
    assert [(s.subject.label, s.object.label, s.values["role"]) for s in statements(words, "SITS_ON") if s.object] == [
        ("Prof. Ann Stone", "Pay Panel", "chair")
    ]


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("It was resolved that Jo Firth be appointed to the Audit Committee from 1 April 2026.", "2026-04-01", None),
        (
            "Jo Firth had been appointed Chair of the Audit Committee for a term of three years from 1 May 2025 until 30 April 2028.",
            "2025-05-01",
            "2028-04-30",
        ),
        ("It was agreed that Jo Firth be re-elected Chair of the Audit Committee until May 2024.", None, "2024-05"),
        ("Jo Firth was appointed to the Audit Committee in place of Al Reed, who had served from 1 May 2019.", None, None),
        ("Jo Firth was appointed to the Audit Committee.", None, None),
    ],
)
def test_the_days_of_a_seat_that_is_given(sentence, start, end):
    said = [s for s in statements(HEAD + PRESENT + f"1. Seats\n\n{sentence}\n", "SITS_ON") if s.subject.label == "Jo Firth"]
    assert {(s.values.get("start"), s.values.get("end")) for s in said} == {(start, end)}


def test_a_label_in_capitals_with_a_sentence_ends_a_list_of_people():
    words = (
        HEAD
        + "PRESENT: Cllr A Hale (Chair), Cllr B Moss\n\nIN ATTENDANCE: Ms R Vale, Dir. of Services, Mr T Quill, Co. Engineer\n\n"
        + "VOTES OF SYMPATHY: Votes of sympathy were extended to the following:-\nLoretta Jinks & Family, Harbour Road, Alder, on the death "
        "of her mother, Mrs. Bright.\nThe Plum Family, Pearse Park, Alder, on the death of their father, Paddy.\n"
    )
    assert set(roles(words)) == {"A Hale", "B Moss", "R Vale", "T Quill"}
    assert ("R Vale", "Dir. of Services") in pairs(words, "HOLDS")
    assert "Dir. of Services" not in names(words, "Organisation")


def test_how_people_came_is_nobody():
    words = (
        HEAD
        + "Attending in person: Ann Hale (Chair), Ben Moss\nAlso attending: Rita Vale\nAttending via Tele Conf:\nMinutes taken by: Jo Dee\n"
        + "\n1. Apologies\n\nApologies for absence were intimated on behalf of Mr B Reed and Miss J Firth.\n"
    )
    assert roles(words) == {"Ann Hale": "chair", "Ben Moss": "attendee", "Rita Vale": "in attendance", "Jo Dee": "minutes"}
    assert {name for name, _ in pairs(words, "SENT_APOLOGIES")} == {"B Reed", "J Firth"}


def test_what_stands_before_a_name_is_said_of_it():
    words = (
        HEAD
        + "Present: Ann Hale (Chair), Ben Moss and (in part) Rita Vale\nIn attendance: Jo Dee (Clerk) and (in part) Al Reed (Officer)\n"
    )
    assert {s.subject.label for s in statements(words, "ATTENDED") if s.values.get("part")} == {"Rita Vale", "Al Reed"}


def test_only_one_takes_the_chair():
    words = (
        HEAD + PRESENT + "1. Welcome\n\nIn the absence of the Chair - Cllr Hale, Cllr Moss, Vice Chair, chaired the meeting.\n"
    )
    assert {s.subject.label for s in statements(words, "ATTENDED") if s.values["role"] == "chair"} == {"Moss"}


def test_staff_in_a_list_of_members_are_none():
    words = (
        HEAD
        + "Board Members: Ann Hale (Chair), Ben Moss\nAHA Staff: Rita Vale (Chief Executive), Jo Dee (Director of Works)\nApologies: Al Reed\n"
    )
    assert {name for name, _ in pairs(words, "SITS_ON")} == {"Ann Hale", "Ben Moss"}
    assert roles(words)["Rita Vale"] == "in attendance"


def test_labels_of_how_somebody_is_reached_are_no_part_of_a_post():
    words = "Alder Council\n\nAgenda and minutes\n\nContact: Jenny Wells, Clerk to Council  Tel: 01632 960004 Email: jw@alder.example\n\nItems\n"
    assert {post for _, post in pairs(words, "HOLDS")} <= {"Clerk to Council"}


def test_an_organisation_in_the_column_of_positions_is_where_somebody_sits():
    words = (
        "# Parish Council\n\nThe Alder Parish Council comprises the following personnel:\n\n| Position | Name | Contact |\n|---|---|---|\n"
        "| Chairman | Ann Hale | 01632 960001 |\n| Councillor | Rita Vale | 01632 960003 |\n"
        "| South Fenwick District Council | Jo Wren | 01632 960005 |\n| Alder Village Hall Trust | Cat Rowe | 01632 960007 |\n"
    )
    assert pairs(words, "SITS_ON") == {
        ("Ann Hale", "Alder Parish Council"),
        ("Rita Vale", "Alder Parish Council"),
        ("Jo Wren", "South Fenwick District Council"),
    }
    assert pairs(words, "REPRESENTS") == {("Cat Rowe", "Alder Village Hall Trust")}


def test_lists_of_american_townships_and_senates():
    words = (
        HEAD
        + "Senators present: Reed, Dunn, Schott-Baer, Moss\nSENATORS ABSENT: J. Baylor, S. Cordes\n"
        + "GUESTS: Bill Bell, Ann Hale\n\nI. Consideration of Minutes\nA. Approvals from the Provost\n"
    )
    assert set(roles(words)) == {"Reed", "Dunn", "Schott-Baer", "Moss", "Bill Bell", "Ann Hale"}
    assert {name for name, _ in pairs(words, "ABSENT_FROM")} == {"J. Baylor", "S. Cordes"}
    words = (
        HEAD
        + "The Board was called to order at 730 p.m. by Chair Dave Firth. Also present were Supervisors Don Mills and Jo Dee, Treasurer Vic "
        "Reed and Fran Lever.\n\nBoard Members Present: Supervisor Borrell, Treasurer Galley and Trustee Scarrow.\n"
    )
    assert roles(words)["Dave Firth"] == "chair"
    assert {"Vic Reed", "Fran Lever", "Borrell", "Galley", "Scarrow"} <= set(roles(words))
    assert not pairs(words, "HOLDS")


def test_what_somebody_was_once_is_no_post():
    words = HEAD + PRESENT + "1. Member of Staff Brenda Heyer, Former Member of Staff, Sam Dowel\n\nThe Chair spoke of both.\n"
    assert not pairs(words, "HOLDS")


def test_a_bracket_behind_a_name_is_nobody_else():
    words = (
        HEAD
        + "Also in attendance:\nMiss R Down (Democratic Services Officer), Mr M Brett (IT Support) and Ms T Coombe (Senior Officer).\n"
        + "- Apologies Andy Thomas (Alder Water), Ralph Gaines (Alder Trust)\n"
    )
    assert set(roles(words)) == {"R Down", "M Brett", "T Coombe"}
    assert {name for name, _ in pairs(words, "SENT_APOLOGIES")} == {"Andy Thomas", "Ralph Gaines"}


def test_a_heading_in_capitals_that_says_whose_staff_came():
    words = (
        HEAD
        + "PRESENT\nAnn Hale\nBen Moss\n\nALDER NATIONAL PARK AUTHORITY STAFF IN ATTENDANCE\nDan Barrow (Access Manager)\n\n1. Wall\nAgreed.\n"
    )
    assert roles(words) == {"Ann Hale": "attendee", "Ben Moss": "attendee", "Dan Barrow": "in attendance"}


def test_the_body_behind_the_organisation_of_which_it_is_met():
    words = "Minutes of the meeting of Alder Medical Centre, Patient Participation Group\n\nHeld on 6 December 2021\n\nPresent: Ann Hale, Ben Moss\n"
    assert {body for _, body in pairs(words, "MEETING_OF")} == {"Patient Participation Group"}


def test_who_services_a_committee_and_who_was_elected_to_a_position():
    words = (
        HEAD
        + PRESENT
        + "1. Seats\n\nThe Honours Committee, which reports to the Court, is serviced by Rebecca Marsh.\n"
        + "Jo Firth was elected unopposed to the position of Chair of the Alder Housing Board.\n"
    )
    assert {(s.subject.label, s.values["role"]) for s in statements(words, "SITS_ON")} == {
        ("Rebecca Marsh", "secretary"),
        ("Jo Firth", "chair"),
    }


def test_action_minutes_are_no_action():
    assert not names(
        "FACULTY SENATE\nRegular Meeting, 5 March 2013\n\nACTION MINUTES\n\nPRESENT: L. Brice, J. Choi\n", "Action"
    )

"""Members listed on pages in less usual ways: by portfolio, party, class or region, in tables, in capitals, below a sentence."""

import pytest

from tests.loaders.papers import pairs, statements


def seats(words):
    told = statements(words, "SITS_ON")
    return {(s.subject.label.split()[-1], s.object.label, s.values["role"]) for s in told}


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("The Leader has chosen the members of the Cabinet, as follows:", "Cabinet"),
        ("After the elections the new Committee is:", "Committee"),
        ("Our governing body is made up of the following people:", "governing body"),
        ("The current members of the Audit and Risk Committee are listed below.", "Audit and Risk Committee"),
        ("Pier Committee (7 seats)", "Pier Committee"),
        ("Pier Committee members", "Pier Committee"),
    ],
)
def test_a_sentence_or_a_heading_leads_to_the_list(lead, body):
    words = f"News\n\n{lead}\nTreasurer: Ann Hale\nEditor: Ben Moss\nHelen Dunn\n"
    assert seats(words) == {("Hale", body, "member"), ("Moss", body, "member"), ("Dunn", body, "member")}


def test_a_post_over_each_name():
    words = "Cabinet (3)\n\nLeader of the Council\nCouncillor Hale\nCabinet Member – Piers\nDeputy Leader\nCouncillor Moss\nCabinet Member – Bait\nCouncillor Dunn\n"
    assert seats(words) == {(who, "Cabinet", "member") for who in ("Hale", "Moss", "Dunn")}


def test_members_by_party_run_on_in_lines():
    words = (
        "Members of Committees\n\nPier Committee (3 seats)\nBlue Party (2 seats) Councillor Ann Hale, Councillor Ben Moss\n"
        "Independent (1 seat) Councillor Helen Dunn\n\nBait Committee (2 seats)\nBlue Party (2 seats) Councillor Ben Moss, Councillor Ivor Quill\n"
    )
    assert seats(words) == {
        ("Hale", "Pier Committee", "member"),
        ("Moss", "Pier Committee", "member"),
        ("Dunn", "Pier Committee", "member"),
        ("Moss", "Bait Committee", "member"),
        ("Quill", "Bait Committee", "member"),
    }


def test_whom_others_send_sit_on_the_body_named_before():
    words = (
        "Board of Piers\n\nThe board is made up of the following members:\n\nRepresentatives of Council (2):\n- Councillor Ann Hale (Chair)\n"
        "- Councillor Ben Moss\n\nCitizen Appointees (1):\n- Helen Dunn\n"
    )
    assert seats(words) == {
        ("Hale", "Board of Piers", "chair"),
        ("Moss", "Board of Piers", "member"),
        ("Dunn", "Board of Piers", "member"),
    }


def test_rows_of_a_table_and_labels_of_regions():
    rows = "Pier Board\n\nAppointments\nNo. | Position | Member | Term |\n1. | Member | ANN HALE | 2 May 2023 |\n2. | Chair | BEN MOSS | 2 May 2023 |\n"
    assert seats(rows) == {("HALE", "Pier Board", "member"), ("MOSS", "Pier Board", "chair")}
    regions = "Standing Committee\n\nPresident: Ann Hale\nRegion 1: Ben Moss\nRegion 2:Helen Dunn\n"
    assert seats(regions) == {(who, "Standing Committee", "member") for who in ("Hale", "Moss", "Dunn")}


def test_posts_wrapped_below_names_in_capitals():
    words = "THE COUNCIL\nSIR A.B. HALE, President\nFormer Chairman, Pier Bank\nMR B. MOSS, Chairman\nChief Executive, Bait Ireland\nMS H. DUNN, Partner\n"
    assert seats(words) == {
        ("HALE", "The Council", "member"),
        ("MOSS", "The Council", "chair"),
        ("DUNN", "The Council", "member"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "Pier Committee\n\nMeetings\n\nContact:\nAnn Hale\nBen Moss\nHelen Dunn\n",
        "Committees\n\nPanel | Chaired by | Members\nPier Panel | Ann Hale | Ben Moss, Helen Dunn\n",
        "Our staff\n\nAnn Hale, Director\nBen Moss, Clerk\nHelen Dunn, Surveyor\n",
    ],
)
def test_people_listed_for_another_reason_sit_on_nothing_by_it(words):
    assert not {seat for seat in seats(words) if seat[1] == "Pier Committee" or seat[2] == "member"} - {
        ("Moss", "Pier Panel", "member"),
        ("Dunn", "Pier Panel", "member"),
    }


def test_a_date_beside_a_member_makes_no_meeting():
    words = (
        "Pier Board\n\nThe Pier Board holds its meetings in May.\n\nMembers of the Pier Board\nIn alphabetical order:\n"
        "• Ms Ann Hale\n• Mr Ben Moss (until 31 December 2017)\n• Ms Helen Dunn\n• Mr Ivor Quill\n"
    )
    assert not statements(words, "ATTENDED")
    assert {who for who, *_ in seats(words)} == {"Hale", "Moss", "Dunn", "Quill"}


def test_a_bullet_in_which_nobody_is_named_says_nothing_of_the_one_above() -> None:
    words = (
        "FENWICK SAFER HARBOUR PARTNERSHIP\nTERMS OF REFERENCE\n\n2. Membership\n• Fenwick Council – Chief Executive (Chair) – Ann Hale\n"
        "• Norfield Police – Superintendent Rita Vale\n• Norfield Fire Service – Area Manager\n• Norfield Probation Service – Head of Unit, Tom Dunn\n"
        "• Norfield Care Board – Director of Place\n"
    )
    assert {post for who, post in pairs(words, "HOLDS") if who in ("Rita Vale", "Tom Dunn")} == {"Head of Unit"}


def test_whoever_signs_a_statement_chairs_no_body_named_above_it() -> None:
    words = (
        "FENWICK HARBOUR TRUST\nANNUAL REPORT\n\nAudit Committee: Ann Hale (Chair), Ben Moss, Rita Vale\n\nCHAIRMAN'S STATEMENT\n"
        "This has been a good year, in which many boats came to the harbour and the north quay was mended.\nTom Dunn\nChairman\n"
    )
    assert "Tom Dunn" not in {who for who, _ in pairs(words, "SITS_ON")}


def test_classes_of_members_by_right_and_who_chose_them():
    words = (
        "Fenwick Harbour Committee\n\nConstitution\n\nEx officio\nThe Harbour Master (Chair): Ann Hale\n\n"
        "Elected\nTwo members elected by Senate: Dr Ben Moss, Dr Helen Dunn\n\nCo-opted\nMr Tom Wray, Wick Trust\n"
    )
    assert pairs(words, "SITS_ON") == {
        (who, "Fenwick Harbour Committee") for who in ("Ann Hale", "Ben Moss", "Helen Dunn", "Tom Wray")
    }
    assert pairs(words, "HOLDS") == {("Ann Hale", "Harbour Master")}


def test_sentences_among_the_members_name_people():
    words = (
        "Fenwick Pension Board\n\nTerms of Reference\n\n2. Membership\n\n"
        "2.1 The Head of Pensions, Ann Hale, attends as adviser to the Board. Ben Moss, Governance Officer, acts as secretary to the Board.\n"
    )
    assert {("Ann Hale", "Head of Pensions"), ("Ben Moss", "Governance Officer")} == pairs(words, "HOLDS")
    assert pairs(words, "SITS_ON") == {("Ben Moss", "Fenwick Pension Board")}

"""Pages on how an organisation is governed: each body with labels below its name, and nobody at a meeting."""

from tests.loaders.papers import pairs, statements

HANDBOOK = """Fenwick College
Governance Handbook

1. Corporation
Purpose: to oversee the conduct of the College.
Chair: Dame Ann Hale
Members: Mr Ben Moss (Principal), Ms Helen Dunn

2. Committees of the Corporation

2.1 Audit Committee
Chair: Ms Helen Dunn
Secretary: Mrs Ida Vale
Members: Mr Kit Tarn (co-opted)
In attendance: Mr Lou Birch, Director of Finance
Reports to: Corporation

2.2 Pay Committee
Chair
Mr Ben Moss
Members
Ms Rita Quill
Reports to
Audit Committee
"""


def seats(words):
    return {(s.subject.label.split()[-1], s.object.label, s.values["role"]) for s in statements(words, "SITS_ON")}


def test_each_body_has_its_own_seats_and_there_is_no_meeting():
    assert seats(HANDBOOK) == {
        ("Hale", "Corporation", "chair"),
        ("Moss", "Corporation", "member"),
        ("Dunn", "Corporation", "member"),
        ("Dunn", "Audit Committee", "chair"),
        ("Vale", "Audit Committee", "secretary"),
        ("Tarn", "Audit Committee", "member"),
        ("Moss", "Pay Committee", "chair"),
        ("Quill", "Pay Committee", "member"),
    }
    assert not statements(HANDBOOK, "ATTENDED")


def test_a_label_says_to_which_body_another_reports():
    assert pairs(HANDBOOK, "REPORTS_TO") == {("Audit Committee", "Corporation"), ("Pay Committee", "Audit Committee")}


def test_who_only_comes_holds_a_post_and_has_no_seat():
    assert ("Lou Birch", "Director of Finance") in pairs(HANDBOOK, "HOLDS")


def test_those_who_run_an_organisation_are_no_members_of_its_board():
    words = (
        "Annual Report\n\nGovernance\n\nThe Board\nName\tRole\nMs Ann Hale\tChair\nMr Ben Moss\tMember\n\n"
        "Executive team\nKit Tarn, Chief Executive\nRita Quill, Director of Homes\n"
    )
    assert ("Kit Tarn", "Chief Executive") in pairs(words, "HOLDS")
    assert {(who, body) for who, body, _ in seats(words)} == {
        ("Hale", "Board"),
        ("Moss", "Board"),
        ("Tarn", "Executive team"),
        ("Quill", "Executive team"),
    }


def test_people_run_on_below_a_name_before_a_sentence():
    words = (
        "Governance report\n\nAudit Committee\nAnn Hale (Chair), Ben Moss, Helen Dunn. The Committee met twice.\n\n"
        "Pay Committee\nKit Tarn (Chair) and Ben Moss. It met once.\n"
    )
    assert seats(words) == {
        ("Hale", "Audit Committee", "chair"),
        ("Moss", "Audit Committee", "member"),
        ("Dunn", "Audit Committee", "member"),
        ("Tarn", "Pay Committee", "chair"),
        ("Moss", "Pay Committee", "member"),
    }


def test_an_office_below_a_body_is_not_of_the_team_in_the_heading_above_it():
    words = (
        "Fenwick Port Company\nAnnual Report 2023\n\nExecutive Team\n\nAnn Hale    Harbour Master\nBen Moss    Head of Works\nTom Pell    Bursar\n\nThe team meets weekly.\n\n"
        "Committees of the Board\n\nAudit Committee\nRita Vale (Chair), Dan Frost, Eve Dunn. Its secretary is Ben Moss.\n\n"
        "Works Committee\nDan Frost (Chair), Eve Dunn, Ann Hale. The Committee met twice.\n"
    )
    assert not {
        (s.subject.label, s.values["role"])
        for s in statements(words, "SITS_ON")
        if s.object and s.object.label == "Executive Team"
    } & {
        ("Rita Vale", "chair"),
        ("Dan Frost", "chair"),
    }

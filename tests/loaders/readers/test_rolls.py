"""Bodies with their members behind them in a line, and pages of the membership of one body by right."""

from tests.loaders.papers import names, pairs, reading, statements

COMMITTEES = (
    "Fenwick Town Council\nCommittees and Representatives 2024-25\n\nFinance Committee: Cllrs Hale (Ch), Moss (VCh), Vale and Dunn\n"
    "Planning Committee: Cllrs Moss (Ch), Frost, Vale\nAllotments Working Party: Cllrs Vale, Dunn\n"
)
COURT = (
    "University of Fenwick\nMembership of Council 2023/24\n\nEx officio\nVice-Chancellor: Professor Ruth Standish\nProvost: Professor Ann Hale\n\n"
    "Independent members\nDame Vanessa Wray (Chair) (to 31 July 2025)\nMr Ben Moss (Treasurer)\nOne vacancy\n\nElected by Senate\nDr Adam Blyth (School of Engineering)\n\n"
    "In attendance\nRegistrar: Mr Edgar Frome\n"
)


def test_an_office_in_full_beside_a_name_that_shares_its_title():
    words = COMMITTEES.replace("Hale (Ch), Moss (VCh)", "Hale (Chair), Moss (Vice Chair)")
    told = {(s.subject.label, s.values["role"]) for s in statements(words, "SITS_ON") if s.object.label == "Finance Committee"}
    assert {("Hale", "chair"), ("Moss", "vice-chair"), ("Vale", "member")} <= told


def test_the_title_of_all_is_everybody_s_and_letters_in_brackets_are_offices():
    told = {
        (s.subject.label, s.object.label, s.values["role"])
        for s in statements(COMMITTEES, "SITS_ON")
        if s.object and s.subject.honorific
    }
    assert {
        ("Hale", "Finance Committee", "chair"),
        ("Moss", "Finance Committee", "vice-chair"),
        ("Moss", "Planning Committee", "chair"),
    } <= told
    assert ("Dunn", "Allotments Working Party", "member") in told
    assert not {name for name in names(COMMITTEES, "Person") if name.startswith("Cllrs")}
    assert not {s.subject.honorific for s in reading(COMMITTEES).paper.statements if s.subject.kind == "Person"} & {"Cllrs"}


def test_the_first_line_of_members_does_not_say_whose_page_it_is():
    assert not [s for s in reading(COMMITTEES).paper.statements if s.subject.kind == "Body" and s.subject.section == "head"]


def test_members_by_right_sit_on_the_body_whose_membership_the_page_is():
    assert {who for who, body in pairs(COURT, "SITS_ON") if body == "Council"} == {
        "Ruth Standish",
        "Ann Hale",
        "Vanessa Wray",
        "Ben Moss",
        "Adam Blyth",
    }
    assert not names(COURT, "Meeting")
    assert "Elected by Senate" not in names(COURT, "Body")


def test_labels_behind_details_of_the_committee():
    paper = (
        "Council committees\n\nAudit Committee\n\nCommittee details: Membership: Councillor Ann Hale (Chair), Councillors Ben Moss and Rita Vale. Mr Tom Dunn (Independent Member).\nQuorum: 3\n\n"
        "Planning Committee\n\nCommittee details: Membership: Councillor Rita Vale (Chair), Councillor Ben Moss\nQuorum: 2\n"
    )
    assert ("Ann Hale", "Audit Committee", "chair") in {
        (s.subject.label, s.object.label, s.values["role"]) for s in statements(paper, "SITS_ON") if s.object
    }
    assert {who for who, body in pairs(paper, "SITS_ON") if body == "Audit Committee"} == {
        "Ann Hale",
        "Ben Moss",
        "Rita Vale",
        "Tom Dunn",
    }

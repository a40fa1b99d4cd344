"""Ordinary terms of reference, pages of members and notes on a governance structure: what their plain lines and sentences say."""

import pytest
from sederunt.graph.names import fold

from tests.loaders.papers import statements


def said(words, link):
    return {(s.subject.label, s.object.label) for s in statements(words, link)}


def seated(words):
    return {(s.subject.label.split()[-1], s.values["role"]) for s in statements(words, "SITS_ON")}


def test_a_seat_below_somebody_is_no_title_of_theirs():
    words = (
        "Tarn Safety Board\nTerms of Reference\n\nMembership\nBen Moss, Director of Works\nCat Dunn, Tarn Police\n"
        "Two head teachers, one primary and one secondary\nA representative of the colleges\nDev Rao, Tarn Fire Service\n"
    )
    assert said(words, "HOLDS") == {("Ben Moss", "Director of Works")}
    assert seated(words) == {("Moss", "member"), ("Dunn", "member"), ("Rao", "member")}
    seats = {fold(s.subject.label): s.values.get("seats") for s in statements(words, None) if s.subject.kind == "Post"}
    assert seats == {"head teachers": 2, "representative of the colleges": 1}


@pytest.mark.parametrize(
    ("sentences", "link", "found"),
    [
        (
            "The Board meets monthly.\nThe Youth Sub-Group reports to it.",
            "REPORTS_TO",
            ("Youth Sub-Group", "Tarn Safety Board"),
        ),
        ("The Board replaces the former Crime Panel.", "REPLACED_BY", ("Crime Panel", "Tarn Safety Board")),
        ("The Board reports to the Tarn Trust Board.", "REPORTS_TO", ("Tarn Safety Board", "Tarn Trust Board")),
    ],
)
def test_sentences_below_the_members(sentences, link, found):
    words = f"Tarn Safety Board\nTerms of Reference\n\nMembership\nBen Moss, Director of Works\nCat Dunn, Tarn Police\n\nReporting\n{sentences}\n"
    assert found in said(words, link)


@pytest.mark.parametrize(
    "lead", ["Voting members are", "The members are currently", "The full membership includes", "Our members currently are"]
)
@pytest.mark.parametrize("heading", ["Membership\n", ""])
def test_members_of_the_page_told_in_a_sentence(lead, heading):
    words = f"Tarn Arts Forum\nTerms of Reference\n\n{heading}{lead} Ann Hale (Director of Works and Chair), Ben Moss and Cat Dunn.\n"
    assert {who for who, _ in seated(words)} == {"Hale", "Moss", "Dunn"}


def test_an_office_for_a_year():
    words = "Tarn Arts Forum\n\nThe Chair for 2024/25 is Councillor Dev Rao and the Vice-Chair is Councillor Ann Hale.\n"
    assert seated(words) == {("Rao", "chair"), ("Hale", "vice-chair")}


def test_a_joint_committee_is_the_one_of_the_page():
    words = "Fenwick and Tarn Joint Waste Committee\n\nThe Joint Committee was set up by both councils in 2016.\n"
    assert {s.subject.label for s in statements(words, None) if s.subject.kind == "Body"} == {
        "Fenwick and Tarn Joint Waste Committee"
    }


def test_a_label_is_of_the_body_under_whose_name_it_stands():
    words = (
        "GOVERNANCE STRUCTURE\n\nResources Committee\nChair: Cllr Ann Hale\nReports to: Full Council\n"
        "Sub-committees: Personnel Sub-Committee; Grants Sub-Committee\n\nAudit Committee\nChair: Mr Ben Moss\nReports to: Full Council\n"
    )
    assert said(words, "REPORTS_TO") == {("Resources Committee", "Full Council"), ("Audit Committee", "Full Council")}
    assert said(words, "PART_OF") == {
        ("Personnel Sub-Committee", "Resources Committee"),
        ("Grants Sub-Committee", "Resources Committee"),
    }


def test_members_of_a_council_and_its_clerk():
    words = (
        "Tarn Parish Council\n\nMembers of Tarn Parish Council\n\nCllr Ann Hale (Chairman)\nCllr Ben Moss\nCllr Cat Dunn\n\n"
        "Clerk to the Council: Mrs Jane Rudd\n"
    )
    assert seated(words) == {("Hale", "chair"), ("Moss", "member"), ("Dunn", "member"), ("Rudd", "secretary")}


def test_a_paragraph_on_somebody_does_not_end_the_list():
    words = (
        "Tarn Rivers Board\n\nOur board members\nMary Kell – Chair\nMary joined us in 2019. She is a retired solicitor.\n"
        "Owen Pratt\nHe lives in Tarn with his two dogs.\nHelen Dunn\n"
    )
    assert seated(words) == {("Kell", "chair"), ("Pratt", "member"), ("Dunn", "member")}


def test_a_post_with_its_holder_in_brackets_is_not_the_title_of_the_one_above():
    words = (
        "Tarn Health Board – membership\n\nThe following are members of the Board:\n• Councillor Ann Hale (Chair)\n"
        "• Cat Dunn, Director of Public Health\n• The Director of Housing (Dev Rao)\n• Helen Dunn, Tarn Trust\n"
    )
    assert ("Dev Rao", "Director of Housing") in said(words, "HOLDS")
    assert seated(words) == {("Hale", "chair"), ("Dunn", "member"), ("Rao", "member")}
    assert ("Cat Dunn", "Director of Housing") not in said(words, "HOLDS")


def test_councillors_by_ward_with_how_to_reach_them():
    words = (
        "Members of Tarn Town Council\n\nCastle Ward\nCllr Ann Hale (Chairman)\nTel: 01632 960001\nCllr Ben Moss\nEmail: ben@tarn.example\n\n"
        "Market Hill Ward\nCllr Cat Dunn\nTel: 01632 960003\nCllr Dev Rao\nTel: 01632 960004\n"
    )
    assert seated(words) == {("Hale", "chair"), ("Moss", "member"), ("Dunn", "member"), ("Rao", "member")}


def test_seats_with_a_word_that_goes_on_and_the_post_that_brings_the_chair():
    words = (
        "Fenwick Combined Authority\n\nTransport Committee\n\nTerms of Reference\n\n2. Membership\n2.1 The Committee shall comprise:\n"
        "(a) the Chair, who shall be the Portfolio Holder for Transport;\n(b) two elected members from each council;\n(c) the Director of Transport (non-voting); and\n(d) up to three co-opted members.\n"
    )
    seats = {s.subject.label: s.values.get("seats") for s in statements(words, None) if s.subject.kind == "Post"}
    assert seats == {
        "Portfolio Holder for Transport": 1,
        "elected members from each council": 2,
        "Director of Transport": 1,
        "co-opted members": 3,
    }

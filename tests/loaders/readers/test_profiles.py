"""Boards whose members are introduced one after the other, with what the paragraphs below their names say."""

from tests.loaders.papers import names, pairs, statements

REPORT = (
    "Fenwick Housing Association\nAnnual Report 2023\n\nBoard of Directors\n\n"
    "Ann Hale\nChair of the Board (appointed September 2020)\nAnn is a former chief executive of Alder Homes. She chairs the Pay and Nominations Committee.\n\n"
    "Ben Moss\nVice Chair and Senior Independent Director\nBen is a solicitor and partner in Quirke Dunn LLP and a trustee of the Alder Charity.\n\n"
    "Helen Dunn\nGroup Chief Executive\nHelen joined us in 2016 as Director of Services. She was finance director of Alder Water plc until 2019.\n\n"
    "Dr Rita Vale OBE\nNon-Executive Director, Chair of Audit Committee\nRita has held senior roles in hospitals.\n\n"
    "Councillor Tom Pell\nBoard member (nominated by Fenwick Borough Council)\nTom has represented Pier ward since 2015.\n\n"
    "Board members who left during the year\nIda Frost (retired 30 June 2023)\n\n"
    "Executive Management Team\nHelen Dunn – Group Chief Executive\nLeo Sandiford – Executive Director of Finance and Company Secretary\nKit Tarn – Executive Director of Homes\n"
)


def seats(body: str, paper: str = REPORT) -> set[tuple[str, object]]:
    return {(s.subject.label, s.values["role"]) for s in statements(paper, "SITS_ON") if s.object and s.object.label == body}


def test_the_members_of_a_board_and_its_officers():
    assert seats("Board of Directors") >= {
        ("Ann Hale", "chair"),
        ("Ben Moss", "vice-chair"),
        ("Helen Dunn", "member"),
        ("Rita Vale", "member"),
        ("Tom Pell", "member"),
    }
    assert ("Kit Tarn", "member") not in seats("Board of Directors")
    assert seats("Executive Management Team") == {(who, "member") for who in ("Helen Dunn", "Leo Sandiford", "Kit Tarn")}


def test_offices_beside_the_seat_and_in_the_paragraph_below():
    assert seats("Audit Committee") == {("Rita Vale", "chair")}
    assert seats("Pay and Nominations Committee") == {("Ann Hale", "chair")}


def test_posts_elsewhere_with_their_organisations():
    told = pairs(REPORT, "HOLDS")
    assert {("Ben Moss", "partner"), ("Ben Moss", "trustee"), ("Ben Moss", "Senior Independent Director")} <= told
    assert ("Leo Sandiford", "Executive Director of Finance and Company Secretary") in told
    assert {("partner", "Quirke Dunn LLP"), ("trustee", "Alder Charity")} <= pairs(REPORT, "POST_IN")
    ended = {
        s.subject.label: s.values.get("end")
        for s in statements(REPORT, "HOLDS")
        if s.object and s.object.label == "finance director"
    }
    assert ended == {"Helen Dunn": "2019"}


def test_what_somebody_was_and_what_is_over_a_list_are_no_posts():
    assert not any(post.startswith("chief executive") for _, post in pairs(REPORT, "HOLDS"))
    assert not any("left" in name for name in names(REPORT, "Post"))


def test_who_sent_a_member():
    assert pairs(REPORT, "REPRESENTS") == {("Tom Pell", "Fenwick Borough Council")}


def test_trustees_under_a_heading_that_is_a_sort_of_body():
    paper = (
        "Our trustees\n\nThe Board of Trustees governs the Fenwick Heritage Trust.\n\nSir Ben Moss KCB\n\nChair of Trustees\n\nBen was an admiral.\n\n"
        "Ann Hale\n\nTrustee and Chair of the Finance Committee\n\nAnn is Senior Lecturer in Archaeology at the University of Fenwick.\n"
    )
    assert seats("Board of Trustees", paper) == {("Ben Moss", "chair"), ("Ann Hale", "member")}
    assert ("Senior Lecturer in Archaeology", "University of Fenwick") in pairs(paper, "POST_IN")


def test_a_team_page_is_left_to_be_read_as_one():
    paper = "Our people\n\nLeadership team\n\nAnn Hale\nDirector\nAnn joined us in 2017 from the gallery.\n\nBen Moss\nHead of Piers\nBen looks after our two piers.\n"
    assert ("Ann Hale", "Director") in pairs(paper, "HOLDS")

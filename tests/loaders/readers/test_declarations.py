"""Registers of interests: what members are elsewhere, below their names or in the columns of a table."""

from tests.loaders.papers import names, pairs, statements

LINES = (
    "REGISTER OF MEMBERS' INTERESTS\n\nCouncillor Ann Hale\nWard: Upper Fenwick\n\n1. Employment, office, trade, profession or vocation\nPractice Manager, Fenwick Bridge Surgery\n\n"
    "2. Sponsorship\nNone\n\n3. Membership of outside bodies\n- Trustee, Alder Almshouses Charity\n- Alder Primary School – Governor\n- Member of Fenwick Flood Action Group\n- Former director of Dunn Design Ltd\n\n"
    "Councillor Ben Moss\nWard: Lower Fenwick\n\n1. Employment, office, trade, profession or vocation\nDirector of Moss Joinery Ltd\n\n3. Membership of outside bodies\nChair of Fenwick Twinning Association\n"
)
TABLE = (
    "Fenwick Learning Trust\n\nDeclarations of business interests 2024\n\nName of trustee | Role | Business interests | Governance roles elsewhere\n"
    "Ann Hale | Chair | Director, Dunn Design Ltd; Partner at Quirke Vale LLP | Governor at Alder Primary School\nBen Moss | Trustee | None | Nil return\n"
)


def test_what_members_are_elsewhere_stands_below_their_names():
    assert pairs(LINES, "HOLDS") == {
        ("Ann Hale", "Practice Manager"),
        ("Ann Hale", "Trustee"),
        ("Ann Hale", "Governor"),
        ("Ben Moss", "Director"),
        ("Ben Moss", "Chair"),
    }
    assert pairs(LINES, "POST_IN") == {
        ("Practice Manager", "Fenwick Bridge Surgery"),
        ("Trustee", "Alder Almshouses Charity"),
        ("Governor", "Alder Primary School"),
        ("Director", "Moss Joinery Ltd"),
        ("Chair", "Fenwick Twinning Association"),
    }
    assert pairs(LINES, "SITS_ON") == {("Ann Hale", "Fenwick Flood Action Group")}
    assert names(LINES, "Person") == {"Ann Hale", "Ben Moss"}


def test_what_members_are_elsewhere_stands_in_columns():
    told = {(s.subject.label, s.object.label) for s in statements(TABLE, "HOLDS") if s.object}
    assert {("Ann Hale", "Director"), ("Ann Hale", "Partner"), ("Ann Hale", "Governor")} <= told
    assert {("Director", "Dunn Design Ltd"), ("Partner", "Quirke Vale LLP"), ("Governor", "Alder Primary School")} == pairs(
        TABLE, "POST_IN"
    )


def test_minutes_with_an_item_on_declarations_are_no_register():
    minutes = "Fenwick Council\n\nMinutes of the meeting held on 3 May 2019\n\nPresent: Ann Hale, Ben Moss\n\n1. Declarations of interest\nBen Moss\nDirector of Moss Joinery Ltd\n"
    assert not pairs(minutes, "POST_IN") & {("Director", "Moss Joinery Ltd")}

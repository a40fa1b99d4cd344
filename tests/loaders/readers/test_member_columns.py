"""Tables with a committee at the head of each column and its members below."""

from tests.loaders.papers import HEAD, names, pairs, statements

TABLE = (
    "Planning Committee | Finance Committee | Staffing Committee\nCllr Ann Hale (Chair) | Cllr Ben Moss (Chair) | Cllr Rita Vale (Chair)\n"
    "Cllr Ben Moss | Cllr Rita Vale | Cllr Ann Hale\nCllr Tom Dunn | Cllr Ida Frost | Vacancy\n"
)
SEATS = {
    ("Ann Hale", "Planning Committee", "chair"),
    ("Ben Moss", "Planning Committee", "member"),
    ("Tom Dunn", "Planning Committee", "member"),
    ("Ben Moss", "Finance Committee", "chair"),
    ("Rita Vale", "Finance Committee", "member"),
    ("Ida Frost", "Finance Committee", "member"),
    ("Rita Vale", "Staffing Committee", "chair"),
    ("Ann Hale", "Staffing Committee", "member"),
}


def seats(paper: str) -> set[tuple[str, str, object]]:
    return {(s.subject.label, s.object.label, s.values["role"]) for s in statements(paper, "SITS_ON") if s.object}


def test_the_members_of_each_committee_stand_below_its_name():
    paper = f"Fenwick Parish Council committees 2024/25\n\n{TABLE}"
    assert seats(paper) == SEATS
    assert names(paper, "Person") == {"Ann Hale", "Ben Moss", "Rita Vale", "Tom Dunn", "Ida Frost"}


def test_in_minutes_too():
    paper = f"{HEAD}Present:\n\nAnn Hale (Chair)\nBen Moss\n\n7. Committees\n\nThe following were appointed:\n\n{TABLE}"
    assert seats(paper) >= SEATS


def test_a_table_of_bodies_and_their_reports_names_no_members():
    paper = "Governance\n\nAudit Committee | Pay Committee\nReviews accounts | Reviews pay\nMeets four times | Meets twice\n"
    assert not pairs(paper, "SITS_ON")

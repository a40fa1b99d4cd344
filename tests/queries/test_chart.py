import pytest
from sederunt.queries.chart import chart
from sederunt.queries.tree import Line, Seat, Structure, assemble

COUNCIL = "organisation:marlow-vale-council"


def names(record):
    return (record["post"] or record["unit"], [names(child) for child in record["children"]])


def test_the_chart_of_the_whole_council(store):
    tree = chart(store, COUNCIL).record()
    assert names(tree) == (
        "Chief Executive",
        [("Director of Education", [("Adviser", []), ("Head of Admissions", []), ("Finance", [])]), ("Finance", [])],
    )


def test_a_branch_says_who_holds_it_and_how_sure_that_is(store):
    director = chart(store, COUNCIL).record()["children"][0]
    advisers, admissions, _ = director.pop("children")
    assert director == {
        "post": "Director of Education",
        "holder": "Dev Patel",
        "seats": 1,
        "vacant": False,
        "acting": True,
        "unit": "Education",
        "basis": "stated",
    }
    assert (advisers["holder"], advisers["seats"], advisers["unit"]) == ("Eve Hale; José Núñez", 4, "Education")
    assert (admissions["vacant"], admissions["holder"], admissions["basis"]) == (True, None, "inferred")


def test_what_is_above_leads_down_to_what_was_asked(store):
    tree = chart(store, "unit:education/admissions")
    assert names(tree.record()) == ("Chief Executive", [("Director of Education", [("Head of Admissions", [])])])
    assert tree.children[0].line.quote == "reporting to the Chief Executive"
    assert tree.children[0].children[0].asked


def test_what_is_inferred_can_be_left_out(store):
    assert names(chart(store, "post:education/director-of-education", stated=True).record()) == (
        "Chief Executive",
        [("Director of Education", [("Adviser", []), ("Finance", [])])],
    )


def test_a_lonely_post_is_a_chart_of_its_own(store):
    assert names(chart(store, "body:silent-group").record()) == ("Silent Group", [])


def structure(*lines):
    ends = {end for low, _, high in lines for end in (low, high)}
    things = {end: ("Post" if end.islower() else "Unit", end) for end in ends}
    return Structure(things, {Line(low, link, high, "stated", "", "") for low, link, high in lines}, {})


def drawn(tree):
    return (tree.post or tree.unit, [drawn(child) for child in tree.children])


def test_circles_end():
    found = structure(("a", "REPORTS_TO", "b"), ("b", "REPORTS_TO", "c"), ("c", "REPORTS_TO", "a"))
    assert drawn(assemble(found, "a", {"a", "b", "c"})) == ("a", [("c", [("b", [])])])


def test_a_circle_inside_a_unit_hangs_on_the_unit():
    found = structure(("a", "REPORTS_TO", "b"), ("b", "REPORTS_TO", "a"), ("a", "POST_IN", "U"), ("b", "POST_IN", "U"))
    assert drawn(assemble(found, "U", {"U", "a", "b"})) == ("U", [("a", [("b", [("a", [])])])])


def test_who_reports_to_two_stands_under_both_and_is_unfolded_once():
    found = structure(
        ("b", "REPORTS_TO", "a"), ("c", "REPORTS_TO", "a"), ("d", "REPORTS_TO", "b"), ("d", "REPORTS_TO", "c"), ("e", "REPORTS_TO", "d")
    )  # fmt: skip
    assert drawn(assemble(found, "a", set("abcde"))) == ("a", [("b", [("d", [("e", [])])]), ("c", [("d", [])])])


def test_a_unit_with_two_heads_keeps_a_line_of_its_own():
    found = structure(("a", "HEADS", "U"), ("b", "HEADS", "U"), ("a", "POST_IN", "U"), ("b", "POST_IN", "U"))
    assert drawn(assemble(found, "U", {"U", "a", "b"})) == ("U", [("a", []), ("b", [])])


def test_reporting_comes_before_being_in_the_unit():
    found = structure(
        ("h", "HEADS", "U"), ("d", "REPORTS_TO", "h"), ("d", "POST_IN", "U"), ("e", "REPORTS_TO", "d"), ("e", "POST_IN", "U")
    )
    assert drawn(assemble(found, "U", {"U", "h", "d", "e"})) == ("h", [("d", [("e", [])])])


@pytest.mark.parametrize("size", [300])
def test_a_long_chain_is_drawn(size):
    found = structure(*((f"p{at:03}", "REPORTS_TO", f"p{at + 1:03}") for at in range(size)))
    tree, depth = assemble(found, f"p{size:03}", set(found.things)), 0
    while tree.children:
        tree, depth = tree.children[0], depth + 1
    assert depth == size


def test_seats_are_one_unless_said():
    assert Seat() == Seat(seats=1, vacant=False, acting=False, holders=())

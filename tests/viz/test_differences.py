"""The page of what changed in a structure: what the terminal tells, each change on its row with its proof."""

import pytest
from sederunt.graph.errors import QueryError
from sederunt.queries.between import between
from sederunt.queries.changes import compared
from sederunt.queries.find import find
from sederunt.viz.style import CHANGES
from sederunt.viz.view import drawn

from tests.viz.conftest import NARROW, WIDE
from tests.viz.test_browser import facts, heading, pressed, serious
from tests.viz.test_structure import BOXES, overlapping, row, rows

DECKS = ("2017-05-09-council-structure-deck.txt", "New Council Structure")
DAYS = ("2017-06", "2019")
TOP = "Chief Executive"


@pytest.fixture(scope="session", params=[DAYS, DECKS], ids=["days", "papers"])
def picture(request, examples):
    """What changed between two structure decks, by their days and by their names."""
    return drawn(examples, "structure", [TOP], request.param)


@pytest.fixture(scope="session")
def decks(examples):
    return drawn(examples, "structure", [TOP], DECKS)


@pytest.mark.parametrize("times", [DAYS, DECKS], ids=["days", "papers"])
def test_every_change_that_the_terminal_tells_is_on_its_row(visit, examples, times):
    told = compared(examples, find(examples, TOP, ("Post",)).id, between(examples, *times)).changes
    picture = drawn(examples, "structure", [TOP], times)
    marked = {(mark.node, mark.sort) for mark in picture.outline.marks}
    sorts = {"not shown any more": "gone", "shown first": "new", "replaced": "replaced", "moved": "moved"}
    assert {(change.id, sorts[change.change]) for change in told} <= marked
    assert len(picture.outline.marks) == len(told) + sum(change.change == "replaced" for change in told)
    page = visit(picture)
    places = {entry.node for entry in picture.outline.entries} | {unit for unit, _ in picture.outline.heads}
    assert {node for node, _ in marked} <= places
    assert {name for _, name in rows(page)} == {picture.names()[entry.node] for entry in picture.outline.entries}
    assert page.locator(".row", has=page.locator(".mark")).count() == len({*dict.fromkeys(rowed(picture))})


def rowed(picture):
    heads = dict(picture.outline.heads)
    return [heads.get(mark.node, mark.node) for mark in picture.outline.marks]


def test_what_moved_stands_at_its_new_place_alone(visit, picture):
    page = visit(picture)
    names = [name for _, name in rows(page)]
    at = names.index("Internal Audit")
    assert names.count("Internal Audit") == 1
    above = next(name for depth, name in reversed(rows(page)[:at]) if depth < rows(page)[at][0])
    assert above == "Executive Director of Place Resources"
    assert row(page, "Internal Audit").locator(".mark").text_content().endswith("moved from Resources")


def test_each_mark_leads_to_the_words_of_the_newer_or_older_paper(visit, picture):
    page = visit(picture)
    for name, paper in (
        ("Internal Audit", "2019-02-12-new-structure-deck.txt"),
        ("Principal Advisers", "2017-05-09-council-structure-deck.txt"),
        ("Heads of Localities", "2019-02-12-new-structure-deck.txt"),
    ):
        row(page, name).locator(".mark").click()
        (fact,) = facts(page)
        assert name in fact["words"]
        assert fact["cited"][2] == paper
    row(page, "School Standards").locator(".mark").click()
    assert facts(page)[0]["quotes"][0].endswith("School Standards is renamed School Improvement")
    assert page.locator(".row.chosen").count() >= 1


def test_a_sort_of_change_can_be_hidden(visit, picture):
    page = visit(picture)
    assert {*pressed(page)} - {"stated", "inferred"} == {"new", "gone", "replaced", "moved", "unchanged"}
    everything = rows(page)
    page.locator('[data-key="gone"]').click()
    assert page.locator(".mark.gone").count() == 0
    assert "Principal Advisers" not in {name for _, name in rows(page)}
    hidden = {mark.node for mark in picture.outline.marks if mark.sort == "gone"}
    others = {mark.node for mark in picture.outline.marks if mark.sort != "gone"}
    left = [edge for edge in picture.edges if not {edge.start, edge.end} & (hidden - others)]
    assert page.locator("tbody tr:visible").count() == len(left)
    again = visit(picture, hash_=page.evaluate("location.hash"))
    assert rows(again) == rows(page)
    page.locator('[data-key="unchanged"]').click()
    assert "Head of Strategy Communications" not in {name for _, name in rows(page)}
    assert TOP in {name for _, name in rows(page)}
    page.locator('[data-key="gone"]').click()
    page.locator('[data-key="unchanged"]').click()
    assert rows(page) == everything


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_two_labels_of_changes_overlap(visit, decks, size):
    page = visit(decks, size=size)
    assert overlapping(page.evaluate(BOXES), size) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_the_way_of_changes(visit, decks, scheme):
    page = visit(decks, color_scheme=scheme)
    assert serious(page) == []
    page.locator("#search").fill("principal adv")
    page.keyboard.press("Enter")
    assert heading(page) == "Principal Advisers"
    assert serious(page) == []


def test_each_sort_of_change_has_a_shape_of_its_own():
    assert len({style.glyph for style in CHANGES.values()}) == len(CHANGES)


def test_where_nothing_changed_the_picture_is_empty_and_says_why(examples):
    picture = drawn(examples, "structure", ["Resources"], ("2017", "2019"))
    assert not picture
    assert picture.subject == "The paper of 1 May 2017 is the last to draw Resources on both days, so no change is known."


@pytest.mark.parametrize(
    ("kind", "names", "message"),
    [
        ("boards", ["Chief Executive"], "--changes goes with --kind structure; a page of the kind 'boards' shows no changes"),
        ("structure", [], "--changes wants one name, of what stands above all that may have changed, not 0"),
        ("pie", [], "no kind of page 'pie'"),
    ],
)
def test_what_cannot_be_compared_is_told(examples, kind, names, message):
    with pytest.raises(QueryError, match=message):
        drawn(examples, kind, names, DAYS)

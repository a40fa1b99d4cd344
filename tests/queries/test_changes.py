"""What changed between two days: of an invented council's structure, drawn by two papers, and of a board. On both engines."""

import pytest
from sederunt.graph.update import load
from sederunt.queries.changes import changes_in, changes_on
from sederunt.queries.chart import chart
from sederunt.queries.find import find

from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import Draft
from tests.queries.test_terms import PORT, minutes

COUNCIL = "Fenwick Council"


def deck(date, *posts):
    """A structure as (title, unit, manager, holder); units are parts of the council."""
    draft = Draft(f"{date}.txt", body="", date=date)
    council = draft.name("Organisation", COUNCIL)
    for unit in dict.fromkeys(unit for _, unit, _, _ in posts):
        draft.say("PART_OF", draft.named("Unit", unit), council)
    for title, unit, manager, holder in posts:
        post = draft.named("Post", title, within=unit)
        draft.say("POST_IN", post, draft.named("Unit", unit))
        if manager:
            draft.say("REPORTS_TO", post, draft.named("Post", manager[0], within=manager[1]))
        if holder:
            draft.say("HOLDS", draft.named("Person", holder, "holders"), post)
    return draft.paper


PEOPLE, PLACE = "People Directorate", "Place Directorate"
BEFORE = deck(
    "2017-05-01",
    ("Director of People", PEOPLE, None, "Ann Hale"),
    ("Director of Place", PLACE, None, "Ben Moss"),
    ("Libraries Manager", PLACE, ("Director of Place", PLACE), "Cara Finch"),
    ("Youth Officer", PEOPLE, ("Director of People", PEOPLE), None),
)
AFTER = deck(
    "2019-02-01",
    ("Director of People", PEOPLE, None, "Dai Rees"),
    ("Director of Place", PLACE, None, "Ben Moss"),
    ("Libraries Manager", PEOPLE, ("Director of People", PEOPLE), "Cara Finch"),
    ("Digital Officer", PLACE, ("Director of Place", PLACE), "Eve Stone"),
)


@pytest.fixture(scope="module", params=list(ENGINES))
def store(request, tmp_path_factory):
    with empty_store(request.param, tmp_path_factory.mktemp("changes")) as opened:
        load(
            opened,
            [BEFORE, AFTER, minutes("2018-01-09", "Fay Wood", "Gil Marsh"), minutes("2019-01-09", "Gil Marsh", "Hal Brook")],
        )
        yield opened


def structure(store, *days):
    shown, found = changes_in(store, find(store, COUNCIL, ("Organisation",)).id, days)
    return shown, [(change.change, change.name, change.before, change.after) for change in found]


def test_what_came_went_and_moved_and_who_came_into_it(store):
    assert structure(store, "2018", "2019-06-30") == (
        ("2017-05-01", "2019-02-01"),
        [
            ("not shown any more", "Youth Officer", PEOPLE, ""),
            ("shown first", "Digital Officer", "", PLACE),
            ("another holder", "Director of People", "Ann Hale", "Dai Rees"),
            ("moved", "Libraries Manager", PLACE, PEOPLE),
            ("another manager", "Libraries Manager", "Director of Place", "Director of People"),
        ],
    )


def test_every_change_is_proved(store):
    _, found = changes_in(store, find(store, COUNCIL, ("Organisation",)).id, ("2018", "2019-06-30"))
    assert all(change.proof[0].startswith("words of line") for change in found)


def test_days_that_one_paper_is_the_last_to_draw_show_no_change(store):
    assert structure(store, "2017-06", "2018-12") == (("2017-05-01", "2017-05-01"), [])


def test_who_came_and_went_on_a_board(store):
    found = changes_on(store, find(store, PORT, ("Body",)).id, ("2018-01-09", "2019-01-09"))
    assert [(change.change, change.name, change.before, change.after) for change in found] == [
        ("has another role", "Gil Marsh", "member", "chair"),
        ("joined", "Hal Brook", "", "member"),
        ("left", "Fay Wood", "chair", ""),
    ]


def drawn(store, day):
    """The lines of the chart of the council on a day, each branch under the one above, with who is in it."""

    def lines(branch):
        for child in branch.children:
            yield (branch.post or branch.unit, child.post or child.unit, ", ".join(child.seat.holders))
            yield from lines(child)

    return sorted(lines(chart(store, find(store, COUNCIL, ("Organisation",)).id, day=day)))


def test_a_chart_on_a_day_is_as_the_last_paper_up_to_then_draws_it(store):
    units = [(COUNCIL, PEOPLE, ""), (COUNCIL, PLACE, "")]
    assert drawn(store, "2018-06") == sorted(
        [
            *units,
            (PEOPLE, "Director of People", "Ann Hale"),
            (PLACE, "Director of Place", "Ben Moss"),
            ("Director of Place", "Libraries Manager", "Cara Finch"),
            ("Director of People", "Youth Officer", ""),
        ]
    )
    assert drawn(store, "2019-02-01") == sorted(
        [
            *units,
            (PEOPLE, "Director of People", "Dai Rees"),
            (PLACE, "Director of Place", "Ben Moss"),
            ("Director of People", "Libraries Manager", "Cara Finch"),
            ("Director of Place", "Digital Officer", "Eve Stone"),
        ]
    )


def test_before_any_paper_nothing_is_known_of_a_structure(store):
    assert drawn(store, "2016") == []

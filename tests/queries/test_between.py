"""Two papers set beside each other, and what came in place of what. On both engines."""

import pytest
from sederunt.graph.errors import AmbiguousName, QueryError, UnknownDocument
from sederunt.graph.update import load
from sederunt.queries.between import Between, between
from sederunt.queries.changes import compared, unchanged
from sederunt.queries.find import find

from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import Draft
from tests.queries.test_changes import AFTER, BEFORE, COUNCIL, PEOPLE, PLACE

LIBRARIES, READING = "Libraries", "Reading and Archives"


def renaming():
    """A paper that draws a new unit and says what it replaces."""
    draft = Draft("2020-03-01.txt", body="", date="2020-03-01", title="Reading in Fenwick")
    council = draft.name("Organisation", COUNCIL)
    people = draft.named("Unit", PEOPLE)
    draft.say("PART_OF", people, council)
    reading = draft.named("Unit", READING, within=PEOPLE)
    draft.say("PART_OF", reading, people)
    draft.say("REPLACED_BY", draft.named("Unit", LIBRARIES), draft.named("Unit", READING, within=PEOPLE))
    return draft.paper


def drawing():
    draft = Draft("2018-03-01.txt", body="", date="2018-03-01", title="Libraries in Fenwick")
    people = draft.named("Unit", PEOPLE)
    draft.say("PART_OF", people, draft.name("Organisation", COUNCIL))
    draft.say("PART_OF", draft.named("Unit", LIBRARIES, within=PEOPLE), people)
    return draft.paper


@pytest.fixture(scope="module", params=list(ENGINES))
def store(request, tmp_path_factory):
    with empty_store(request.param, tmp_path_factory.mktemp("between")) as opened:
        load(opened, [BEFORE, AFTER, drawing(), renaming()])
        yield opened


def changed(store, one, other):
    found = compared(store, find(store, COUNCIL, ("Organisation",)).id, between(store, one, other))
    return found, [(change.change, change.name, change.before, change.after) for change in found.changes]


def test_two_papers_are_taken_for_what_each_draws(store):
    found, told = changed(store, "2017-05-01.txt", "2019-02-01.txt")
    assert found.shown == ("Minutes 2017-05-01", "Minutes 2019-02-01")
    assert told == [
        ("not shown any more", "Youth Officer", PEOPLE, ""),
        ("shown first", "Digital Officer", "", PLACE),
        ("another holder", "Director of People", "Ann Hale", "Dai Rees"),
        ("moved", "Libraries Manager", PLACE, PEOPLE),
        ("another manager", "Libraries Manager", "Director of Place", "Director of People"),
    ]
    assert {change.proof[1].split(",")[0] for change in found.changes} == {"Minutes 2017-05-01", "Minutes 2019-02-01"}


def test_papers_are_compared_in_the_order_in_which_they_are_named(store):
    _, told = changed(store, "2019-02-01.txt", "2017-05-01.txt")
    assert ("not shown any more", "Digital Officer", PLACE, "") in told
    assert ("shown first", "Youth Officer", "", PEOPLE) in told


def test_what_a_paper_says_came_in_place_of_another_is_neither_gone_nor_new(store):
    found, told = changed(store, "Libraries in Fenwick", "reading in")
    assert told == [("replaced", READING, LIBRARIES, READING)]
    (change,) = found.changes
    assert (change.line[1], change.proof[1].split(",")[0]) == ("REPLACED_BY", "Reading in Fenwick")


def test_days_may_come_in_any_order(store):
    assert between(store, "2019-06", "2017") == Between(("2017", "2019-06"))


@pytest.mark.parametrize(
    ("one", "other", "error", "message"),
    [
        ("2019", "2019", QueryError, "Nothing can have changed between 2019 and 2019"),
        ("2017-05-01.txt", "minutes 2017-05-01", QueryError, "Nothing can have changed"),
        ("2019", "Reading in Fenwick", QueryError, "between two dates or between two documents"),
        ("2019-1", "2018", QueryError, "DATE1 wants a date"),
        ("Minutes of Nobody", "2019-02-01.txt", UnknownDocument, "no document 'Minutes of Nobody'"),
        ("in fenwick", "2019-02-01.txt", AmbiguousName, "fits several documents"),
    ],
)
def test_what_cannot_be_compared_is_told(store, one, other, error, message):
    with pytest.raises(error, match=message):
        between(store, one, other)


def test_why_nothing_changed_is_told(store):
    times = between(store, "2018-03-01.txt", "2020-03-01.txt")
    assert unchanged(COUNCIL, times, times.told()) == (
        "Nothing changed in Fenwick Council between Libraries in Fenwick and Reading in Fenwick, as far as papers show."
    )
    assert unchanged("X", times, ("", "b")) == "One of these papers does not draw X, or neither does."
    assert unchanged("X", Between(("2017", "2018")), ("", "")) == "No paper with a date draws X."

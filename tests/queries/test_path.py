"""The way between two things: shortest, the same on every engine, through meetings or by stated links only where that is wanted."""

import pytest
from sederunt.queries.ask import run
from sederunt.queries.path import path

ANN, BRYN, CARA, DEV, EVE = (f"person:{name}" for name in ("ann-hale", "bryn-rees", "cara-odowd", "dev-patel", "eve-hale"))
FORUM, EARLY, PANEL, OLD = (
    f"body:{name}" for name in ("vale-schools-forum", "early-years-board", "inclusion-panel", "support-panel")
)
COUNCIL, FINANCE = "organisation:marlow-vale-council", "unit:education/finance"
THINGS = (ANN, BRYN, CARA, DEV, EVE, FORUM, EARLY, PANEL, OLD, COUNCIL, FINANCE)


def ways(answer):
    return [tuple(record[name] for name in ("from", "link", "way", "to")) for record in answer.table.records()]


@pytest.mark.parametrize("one", THINGS)
def test_it_is_the_way_of_the_saved_query(store, one):
    for other in THINGS:
        if other != one:
            asked = run(store, "path", **{"from": one, "to": other})
            assert path(store, (one, other)).table == asked.table


def test_a_way_by_stated_links_may_be_longer(store):
    assert len(ways(path(store, (BRYN, EARLY)))) == 3
    assert ways(path(store, (BRYN, EARLY), stated=True)) == [
        ("Bryn Rees", "REPRESENTS", "→", "Oakfield School"),
        ("Oakfield School", "POST_IN", "←", "Headteacher"),
        ("Headteacher", "HOLDS", "←", "Ann Hale"),
        ("Ann Hale", "SITS_ON", "→", "Early Years Board"),
    ]


def test_meetings_count_only_where_that_is_wanted(store):
    assert not path(store, (DEV, ANN))
    assert ways(path(store, (DEV, ANN), meetings=True)) == [
        ("Dev Patel", "ATTENDED", "→", "Vale Schools Forum, 15 January 2019"),
        ("Vale Schools Forum, 15 January 2019", "ATTENDED", "←", "Ann Hale"),
    ]


def test_there_and_back_is_as_long(store):
    for one in THINGS:
        for other in THINGS:
            there, back = path(store, (one, other), meetings=True), path(store, (other, one), meetings=True)
            assert len(there.table.rows) == len(back.table.rows)


def test_every_step_begins_where_the_last_one_ended_and_has_its_evidence(store):
    steps = path(store, (EVE, BRYN), meetings=True).table.records()
    assert [step["step"] for step in steps] == list(range(1, len(steps) + 1))
    assert [step["from_id"] for step in steps[1:]] == [step["to_id"] for step in steps[:-1]]
    assert all(step["quote"] and step["source"] for step in steps)


def test_there_is_no_step_from_a_thing_to_itself(store):
    assert not path(store, (ANN, ANN))
    assert not run(store, "path", **{"from": ANN, "to": ANN})

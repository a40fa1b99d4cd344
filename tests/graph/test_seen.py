"""People of papers as sightings, and two people side by side."""

from dataclasses import replace

import pytest
from sederunt.graph.beside import weigh_people
from sederunt.graph.identity import Known
from sederunt.graph.names import parse_person
from sederunt.graph.seen import key_of, over_time, seen, things
from sederunt.graph.sighting import Sighting

BOARD, PANEL = "body:tarn-harbour-board", "body:dun-library-panel"


def known(*names, ties=()):
    return Known(mentions=("m",), names=tuple(map(parse_person, names)), ties=ties)


def sightings(name, *ties, day="2014-03-03"):
    return seen(known(name, ties=ties), day)


@pytest.mark.parametrize(
    ("tie", "told"),
    [
        (BOARD, {("body", "tarn harbour board"), ("place", "tarn")}),
        ("body:audit-committee", {("plain body", "audit committee")}),
        ("body:0123456789abcdef", {("body", "0123456789abcdef")}),
        ("organisation:tarn-council", {("organisation", "tarn council"), ("place", "tarn")}),
        ("unit:tarn-council/works", {("unit", "tarn council works"), ("organisation", "tarn council"), ("place", "tarn")}),
        ("unit:penhal-works", {("unit", "penhal works"), ("place", "penhal")}),
        (
            "post:tarn-council/works/head-of-drains-sewers",
            {
                ("post", "drains sewers"),
                ("unit", "tarn council works"),
                ("organisation", "tarn council"),
                ("place", "tarn"),
            },
        ),
        ("post:tarn-council/clerk", {("post", "clerk"), ("organisation", "tarn council"), ("place", "tarn")}),
        ("subject:drains sewers", {("post", "drains sewers")}),
    ],
)
def test_what_a_tie_tells(tie, told):
    assert set(things(tie)) == told
    assert key_of(tie) in {key for _, key in told}


def test_a_sighting_has_the_days_of_its_paper_and_all_that_is_around():
    (found,) = seen(known("Cllr Orla Wraxley", ties=[BOARD]), "2014-03", more=[("area", "mill")])
    assert (found.printed, found.first, found.last) == ("Orla Wraxley", "2014-03-01", "2014-03-31")
    assert found.is_elected
    assert found.around == {("body", "tarn harbour board"), ("place", "tarn"), ("area", "mill")}


def test_who_belongs_nowhere_is_placed_by_what_the_paper_names():
    world = ["organisation:tarn-council", "body:audit-committee"]
    assert {s.of("place") for s in seen(known("Orla Wraxley"), "", world)} == {frozenset(["tarn"])}
    of_dun = known("Orla Wraxley", ties=["organisation:dun-library"])
    assert {s.of("place") for s in seen(of_dun, "", world)} == {frozenset(["dun"])}


def test_a_party_binds_nobody():
    assert set(things("organisation:labour-party")) == {("party", "labour")}


def test_every_name_is_told_once_the_fullest_with_the_title_of_the_others():
    found = seen(known("Cllr Wraxley", "O Wraxley", "Orla Wraxley", "Orla Penn"), "")
    assert sorted(s.printed for s in found) == ["Orla Penn", "Orla Wraxley"]
    assert {s.names[0].honorific for s in found} == {"Cllr", ""}
    assert seen(known(), "") == ()


def test_what_differs_in_days_alone_is_one_sighting_that_lasts():
    (early,), (late,), (undated,) = (sightings("Orla Wraxley", BOARD, day=day) for day in ("2012", "2014-03-03", ""))
    (found,) = over_time([late, undated, early])
    assert found == replace(early, last="2014-03-03")
    assert len(over_time([late, *sightings("Orla Wraxley", PANEL)])) == 2


def test_the_likest_sightings_tell():
    once, often = sightings("Orla Wraxley", BOARD), (*sightings("Orla Wraxley", PANEL), *sightings("Orla Wraxley", BOARD))
    assert weigh_people(once, often).verdict == "same"
    assert weigh_people(once, often) == weigh_people(often, once)


@pytest.mark.parametrize(
    ("name", "ties", "doubt"),
    [
        ("Orla Wraxley", ((), ()), "nothing but the name is in common"),
        (
            "O Wraxley",
            (("organisation:tarn-council", BOARD), ("organisation:tarn-council", "body:dun-harbour-panel")),
            "only an initial",
        ),
    ],
)
def test_two_papers_with_too_little_in_common_are_asked_about(name, ties, doubt):
    one, other = (sightings(name, *some) for some in ties)
    found = weigh_people(one, other)
    assert found.verdict == "ask"
    assert found.reasons[0].text.startswith(doubt)


def test_two_words_of_what_both_deal_with_are_enough_beside_a_name_that_few_have():
    said = [("post:people/executive-director", "unit:people"), ("post:tarn-council/executive-director-people",)]
    rare = weigh_people(*(sightings("Kwabena Thistlewray", *some) for some in said))
    assert rare.verdict == "same"
    assert {r.text for r in rare.reasons} >= {"both about director", "both about people"}
    assert weigh_people(*(sightings("Jane Smith", *some) for some in said)).verdict == "ask"


def test_what_cannot_be_one_anywhere_is_two():
    one = (*sightings("Orla Wraxley", BOARD), *sightings("Mr Orla B Wraxley", PANEL))
    found = weigh_people(one, sightings("Orla C Wraxley", BOARD))
    assert (found.verdict, found.reasons[0].is_veto) == ("different", True)


def test_a_clash_anywhere_is_asked_about():
    one = (*sightings("Orla Wraxley", BOARD), *sightings("Orla Wraxley", "subject:drains sewers", PANEL, day="2013"))
    other = sightings("Orla Wraxley", BOARD, "subject:forest paths")
    found = weigh_people(one, other)
    assert found.verdict == "ask"
    assert any(reason.kind == "other post" for reason in found.reasons)


def test_one_more_paper_of_a_person_puts_nobody_in_doubt_who_was_the_same_before():
    drains = sightings("Orla Wraxley", "subject:drains sewers", BOARD, day="2013")
    forests = sightings("Orla Wraxley", "subject:forest paths", BOARD, day="2016")
    assert weigh_people(drains, forests).verdict == "same"
    assert weigh_people((*drains, *sightings("Orla Wraxley", BOARD)), forests).verdict == "same"


def test_who_has_no_name_is_asked_about():
    assert weigh_people((), sightings("Orla Wraxley")).verdict == "ask"
    assert weigh_people((), ()) == weigh_people([Sighting("")], [Sighting("")])

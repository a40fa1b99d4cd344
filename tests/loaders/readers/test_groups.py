"""Members of groups that an item of minutes is about, and offices that it fills: none of them attended by it."""

import pytest

from tests.loaders.papers import HEAD, pairs, roles, statements

_THERE = "Present: Ann Hale (Chair), Ben Moss, Carl Dunn\n\n1. Wall\nNone.\n\n"
_NEXT = "\n\n3. Any other business\nNone.\n"
_SEATS = {("Rita Vale", "Dredging Working Group"), ("Peter Wyatt", "Dredging Working Group")}


def _paper(item: str) -> str:
    return HEAD + _THERE + item + _NEXT


@pytest.mark.parametrize(
    "item",
    [
        "2. Dredging Working Group\nMembers:\nRita Vale\nPeter Wyatt",
        "2. Dredging Working Group\nMembership: Rita Vale, Peter Wyatt",
        "2. Membership of Dredging Working Group\n- Rita Vale\n- Peter Wyatt",
        "2. Appointments\nDredging Working Group\nMembers:\nRita Vale\nPeter Wyatt\n",
    ],
)
def test_members_of_a_group_under_an_item_sit_on_it_and_did_not_attend_by_that(item: str) -> None:
    assert set(roles(_paper(item))) == {"Ann Hale", "Ben Moss", "Carl Dunn"}
    assert {pair for pair in pairs(_paper(item), "SITS_ON") if pair[1] != "Fenwick Harbour Board"} == _SEATS


def test_each_of_several_groups_has_its_own_members() -> None:
    item = "2. Appointments\nDredging Working Group\nMembers:\nRita Vale (Chair)\nPeter Wyatt\n\nFinance Committee\nMembers: Olive Penrose, Ben Moss"
    seats = {(s.subject.label, s.object.label, s.values["role"]) for s in statements(_paper(item), "SITS_ON") if s.object}
    assert {seat for seat in seats if seat[1] != "Fenwick Harbour Board"} == {
        ("Rita Vale", "Dredging Working Group", "chair"),
        ("Peter Wyatt", "Dredging Working Group", "member"),
        ("Olive Penrose", "Finance Committee", "member"),
        ("Ben Moss", "Finance Committee", "member"),
    }


def test_whoever_is_elected_secretary_did_not_take_these_minutes() -> None:
    item = "2. Election of office bearers\nSecretary: Olive Penrose (proposed B. Moss, seconded C. Dunn)\nCommittee: Rita Vale, Peter Wyatt"
    assert set(roles(_paper(item))) == {"Ann Hale", "Ben Moss", "Carl Dunn"}
    assert {("Rita Vale", "Committee"), ("Peter Wyatt", "Committee")} < pairs(_paper(item), "SITS_ON")


def test_a_list_of_members_in_an_annex_is_of_those_who_came() -> None:
    words = (
        HEAD
        + "Chair: Ann Hale\n\n1. Wall\nNone.\n\nAnnex – List of participants\n\nMEMBERS\n\nBen Moss\nCarl Dunn\nRita Vale\n"
    )
    assert {"Ben Moss", "Carl Dunn", "Rita Vale"} < set(roles(words))

"""Tables of seats in terms of reference: who sits for whom, and who comes in their place."""

import pytest

from tests.loaders.papers import names, pairs, roles

HEAD = "Fenwick Harbour Partnership\n\nTerms of Reference\n\nMembership\n\n"
OWN = "Fenwick Harbour Partnership"


@pytest.mark.parametrize("deputy", ["Deputy", "Named substitute", "Alternate member"])
def test_deputies_have_no_seat_and_speak_for_those_who_sent_them(deputy):
    words = HEAD + (
        f"| Organisation | Member | {deputy} |\n|---|---|---|\n"
        "| Fenwick Council | Ann Hale, Director of Works (Chair) | Ben Moss, Works Manager |\n"
        "| Wick Police | Superintendent Helen Dunn | Vacant |\n"
    )
    assert roles(words, "SITS_ON") == {"Ann Hale": "chair", "Helen Dunn": "member"}
    assert {("Ann Hale", "Fenwick Council"), ("Ben Moss", "Fenwick Council")} <= pairs(words, "REPRESENTS")
    assert ("Director of Works", "Fenwick Council") in pairs(words, "POST_IN")
    assert ("Ben Moss", "Works Manager") in pairs(words, "HOLDS")


def test_a_post_in_a_column_is_that_of_the_member():
    words = HEAD + (
        "Agency               Role                     Named representative    Deputy\n"
        "Fenwick Council      Director of Works        Ann Hale                Ben Moss\n"
        "Wick Police          Detective Inspector      Helen Dunn (Chair)      TBC\n"
    )
    assert {("Ann Hale", "Director of Works"), ("Helen Dunn", "Detective Inspector")} <= pairs(words, "HOLDS")
    assert not {post for who, post in pairs(words, "HOLDS") if who == "Ben Moss"}
    assert roles(words, "SITS_ON") == {"Ann Hale": "member", "Helen Dunn": "chair"}


def test_an_organisation_stands_once_for_several_rows_and_a_cell_names_several():
    words = HEAD + (
        "| Authority | Member | Substitutes |\n|---|---|---|\n"
        "| Fenwick Council | Cllr Ann Hale | Cllrs Ben Moss and Helen Dunn |\n| | Cllr Tom Wray | None |\n"
    )
    assert {who for who, of in pairs(words, "REPRESENTS") if of == "Fenwick Council"} == {
        "Ann Hale",
        "Ben Moss",
        "Helen Dunn",
        "Tom Wray",
    }
    assert roles(words, "SITS_ON") == {"Ann Hale": "member", "Tom Wray": "member"}


def test_a_table_below_a_sentence_is_of_the_body_whose_paper_it_is():
    words = HEAD + (
        "Each organisation names a member and a deputy, who may vote in the absence of the member.\n\n"
        "| Organisation | Member | Deputy |\n|---|---|---|\n| Wick Trust | Ann Hale | Ben Moss |\n"
    )
    assert pairs(words, "SITS_ON") == {("Ann Hale", OWN)}
    assert names(words, "Person") == {"Ann Hale", "Ben Moss"}

"""Sentences among the names of a list that tell who else was there; the people are invented."""

from tests.loaders.papers import names, pairs, roles

HEAD = "Alder Parish Council\n\nMinutes of the meeting held on 12 May 2021\n\n"
END = "\n\n1. Wall\nAgreed.\n"


def test_sentences_behind_a_list_tell_who_else_came():
    words = (
        HEAD
        + "Present: Cllrs Hale, Moss and Vale. County Councillor Jo Dee was in attendance with 14 members of the public and a member of "
        "the Press. Also in attendance for part of the meeting was Mrs Rita Vale, Head Teacher and Mr Tom Quill MBE and Mr Nick Wren of "
        "the Alder Beekeepers’ Society who gave the first talk." + END
    )
    assert roles(words) == {
        "Hale": "attendee",
        "Moss": "attendee",
        "Vale": "attendee",
        "Jo Dee": "in attendance",
        "Rita Vale": "in attendance",
        "Tom Quill": "in attendance",
        "Nick Wren": "in attendance",
    }
    assert pairs(words, "HOLDS") == {("Rita Vale", "Head Teacher")}


def test_lines_below_a_list_that_tell_who_was_present_without_a_stop():
    words = (
        HEAD
        + "Present: Cllrs A Hale, B Moss and R Vale.\nDistrict Cllrs Dee and Wren were present\n"
        + "Clerk to Council, Mrs S Quill and Assistant Clerk to Council, Mrs F Rowe were present\nNo members of public were present"
        + END
    )
    assert {name for name, _ in pairs(words, "ATTENDED")} == {"A Hale", "B Moss", "R Vale", "Dee", "Wren", "S Quill", "F Rowe"}
    assert pairs(words, "HOLDS") == {("S Quill", "Clerk to Council"), ("F Rowe", "Assistant Clerk to Council")}
    assert "Head Teacher" not in names(words, "Person")

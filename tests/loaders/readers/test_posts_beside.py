"""Posts beside names: in lists of staff, under labels in the plural, in lines that are a name and a title and no more."""

import pytest
from sederunt.loaders.naming.postruns import split_posts
from sederunt.loaders.naming.runs import shared_post
from sederunt.loaders.naming.titles import read_title

from tests.loaders.papers import HEAD, pairs, roles, span

END = "\n1. Lights\n\nThe lights were mended.\n"


def test_staff_listed_with_their_posts_under_the_heading_for_a_clerk():
    staff = "Present:\n\nOwen Lock\n\nAdministration:\n\nAnn Hale, Director, Legal Services\n\nBen Moss, Director, Engineering\n\nRita Vale, Legislative Officer\n"
    assert {post for _, post in pairs(HEAD + staff + END, "HOLDS")} >= {
        "Director, Legal Services",
        "Director, Engineering",
        "Legislative Officer",
    }
    assert roles(HEAD + staff + END)["Rita Vale"] == "in attendance"


def test_a_label_in_the_plural_gives_its_post_to_each_name_behind_it():
    listed = "In attendance\nDirectors of Service: Ann Hale, Ben Moss.\nHead of Finance: Rita Vale\n"
    assert pairs(HEAD + listed + END, "HOLDS") == {
        ("Ann Hale", "Director of Service"),
        ("Ben Moss", "Director of Service"),
        ("Rita Vale", "Head of Finance"),
    }


def test_a_line_that_ends_in_a_comma_goes_on_in_one_line_and_not_in_all_below():
    listed = "In attendance:\nA Hale, Coast Area Engineer,\nB Moss, Director of Services\nR Vale, Town Engineer\nO Lock, Meetings Administrator\n"
    assert ("R Vale", "Town Engineer") in pairs(HEAD + listed + END, "HOLDS")
    assert ("O Lock", "Meetings Administrator") in pairs(HEAD + listed + END, "HOLDS")


@pytest.mark.parametrize(
    ("line", "post"),
    [
        ("Ann Hale, Director, People and Culture", "Director, People and Culture"),
        ("Ann Hale Director of Operations (Items 3 and 5)", "Director of Operations"),
        ("Ann Hale chairs the Schools Forum", ""),
        ("Ann Hale, Director, was welcomed", "Director"),
    ],
)
def test_a_line_that_is_a_name_and_a_title(line, post):
    words = HEAD + "\n1. Guests\n\n" + line + "\n\nThe lights were mended.\n"
    assert {held for name, held in pairs(words, "HOLDS") if name == "Ann Hale"} == ({post} if post else set())


COLUMNS = "Post\nDirector of Harbours\nHead of Dredging\nTown Engineer\nPier Manager (notes)\n\nName\nDr Ann Hale\nBen Moss\nVacancy\nRita Vale\n\nInitials\nAH\nBM\n–\nRV\n"


def test_columns_that_were_dumped_one_after_the_other_are_zipped_over_a_vacancy():
    assert pairs(HEAD + COLUMNS + END, "HOLDS") == {
        ("Ann Hale", "Director of Harbours"),
        ("Ben Moss", "Head of Dredging"),
        ("Rita Vale", "Pier Manager"),
    }


def test_posts_that_were_run_together_behind_the_names_are_zipped():
    listed = "Present:\nAnn Hale\nBen Moss\n\nIn attendance:\nRita Vale\nOwen Lock\nInterim Chief Executive Officer Non-Executive Director Director of Finance Company Secretary & Head of Governance\n"
    assert pairs(HEAD + listed + END, "HOLDS") >= {("Ben Moss", "Non-Executive Director"), ("Rita Vale", "Director of Finance")}


@pytest.mark.parametrize(
    ("run", "posts"),
    [
        (
            "Chair Chief Executive Director of Finance (Harbours, Piers) Town Clerk",
            ["Chair", "Chief Executive", "Director of Finance (Harbours, Piers)", "Town Clerk"],
        ),
        (
            "Medical Director Director of Strategy Head of Estates",
            ["Medical Director", "Director of Strategy", "Head of Estates"],
        ),
        ("Medical Director Director of Strategy", []),
        ("The harbour was dredged in May", []),
    ],
)
def test_a_run_of_posts_falls_into_just_so_many(run, posts):
    assert [part.text for part in split_posts(span(run), max(3, len(posts)))] == posts


def test_letters_with_full_stops_behind_a_name_are_a_post():
    listed = "In attendance: Mr. A. Hale, County Manager, Ms. B. Moss, D.O.S., Mr. R. Vale, S.E.E., and Mr. O. Lock, J.P.\n"
    assert pairs(HEAD + listed + END, "HOLDS") == {("A. Hale", "County Manager"), ("B. Moss", "D.O.S"), ("R. Vale", "S.E.E")}


def test_an_acronym_of_an_organisation_ends_a_post():
    assert read_title("Head of Service for the North NSPCC").places == ("NSPCC",)
    assert read_title("Head of Policy & NSPCC").places == ()


@pytest.mark.parametrize(
    ("label", "post"),
    [
        ("Senior Executive Officers", "Senior Executive Officer"),
        ("Council Officers", ""),
        ("Governors", ""),
        ("Town Clerk", ""),
    ],
)
def test_what_a_label_in_the_plural_gives(label, post):
    assert shared_post(label) == post


def test_the_right_by_which_somebody_sits_is_no_post():
    listed = (
        "Present:\n\nAnn Hale, Elected Member\nBen Moss, Service User Representative\nOwen Lock, Cabinet Member for Works\n"
    )
    assert pairs(HEAD + listed + END, "HOLDS") == {("Owen Lock", "Cabinet Member for Works")}


def test_a_firm_beside_a_name_is_no_post():
    listed = "Present:\n\nAnn Hale (Chair)\nBen Moss, Lock Vale Architects (BM)\n"
    assert not pairs(HEAD + listed + END, "HOLDS")
    assert ("Ben Moss", "Lock Vale Architects") in pairs(HEAD + listed + END, "REPRESENTS")


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("The internal auditor, Mr Paul Ford, had found no errors.", {("Paul Ford", "internal auditor")}),
        ("The Council's Footpaths Officer, Lena Frey, will write.", {("Lena Frey", "Footpaths Officer")}),
        ("A report from Deputy Works Manager Mary Voss was read.", {("Mary Voss", "Deputy Works Manager")}),
        ("The Headteacher (Gail Stone) was thanked.", {("Gail Stone", "Headteacher")}),
        ("Mary Voss was the Works Manager in 2019, and Paul Ford a former Treasurer.", set()),
        ("The tenant (Mary Voss) and the owner, Paul Ford, were heard.", set()),
    ],
)
def test_sentences_of_minutes_give_posts_to_people(sentence, held):
    words = HEAD + f"Present:\n\nAnn Hale (Chair), Ben Moss\n\n1. Reports\n\n{sentence}\n\n2. Lights\n\nMended.\n"
    assert set(pairs(words, "HOLDS")) == held

"""Lists of people as parishes, townships, senates and local boards print them: labels of their own, several lists in one line."""

import pytest

from tests.loaders.papers import LIST, names, pairs, statements

HEAD = "Alder Local Board\n\nMinutes of the meeting held on 12 May 2021\n\n"
END = "\n\n1. Wall\nAgreed.\n"


def came(words: str) -> dict[str, set[str]]:
    links = ("ATTENDED", "SENT_APOLOGIES", "ABSENT_FROM")
    return {link: {name for name, _ in pairs(HEAD + words + END, link)} for link in links}


@pytest.mark.parametrize(
    ("words", "present", "apologies", "absent"),
    [
        (
            "Members Absent With Representation:\nA. Hale, B. Moss\n\nSenate Officers, Ex-Officios and Staff Present:\n"
            "R. Vale, President; T. Quill, Clerk\n\nGuests of the Senate:\nJ. Wren and K. Dee",
            {"R. Vale", "T. Quill", "J. Wren", "K. Dee"},
            set(),
            {"A. Hale", "B. Moss"},
        ),
        (
            "Present: Chair Cllr. A Hale, Cllr. B Moss\nCouncil Employees Present: Clerk Rita Vale",
            {"A Hale", "B Moss", "Rita Vale"},
            set(),
            set(),
        ),
        (
            "Present: Mr A Hale, Capt B Moss (Harbour Master). Apologies Mrs R Vale, Mr T Quill.",
            {"A Hale", "B Moss"},
            {"R Vale", "T Quill"},
            set(),
        ),
        (
            "1. Welcome and Apologies:\nPresent Ann Hale AH Ben Moss (Chair) BM Apologies Rita Vale (Clerk) RV\n\nAbsent\n\nTom Quill TQ",
            {"Ann Hale", "Ben Moss"},
            {"Rita Vale"},
            {"Tom Quill"},
        ),
        (
            "Present:\nNorthside: Apologies from Ann Hale and Ben Moss\nWesthill: Rita Vale, Apologies from Tom Quill\nSouthby: Jo Wren",
            {"Rita Vale", "Jo Wren"},
            {"Ann Hale", "Ben Moss", "Tom Quill"},
            set(),
        ),
        (
            "Present\n\nMembers\n\nAnn Hale\n\nBen Moss\n\nabsent from 1.30pm to 3.49pm\n\nRita Vale\n\nleft at 4pm",
            {"Ann Hale", "Ben Moss", "Rita Vale"},
            set(),
            set(),
        ),
        (
            "Te Hunga kua Tae mai | Present\nChair |\nAnn Hale |\nTe Hunga Kāore i Tae Mai | ABSENT\nMember |\nBen Moss |",
            {"Ann Hale"},
            set(),
            {"Ben Moss"},
        ),
        ("Members Ann Hale, Ben Moss, and Rita Vale were present.", {"Ann Hale", "Ben Moss", "Rita Vale"}, set(), set()),
        (
            "Present: Ann Hale\n\nApologies for absence were received from B Moss, Rita Vale, A Wren.",
            {"Ann Hale"},
            {"B Moss", "Rita Vale", "A Wren"},
            set(),
        ),
    ],
)
def test_who_came_and_who_did_not(words, present, apologies, absent):
    assert came(words) == {"ATTENDED": present, "SENT_APOLOGIES": apologies, "ABSENT_FROM": absent}


def test_words_that_begin_a_column_or_a_sentence_end_a_name():
    words = (
        HEAD
        + "1. Wall\nIt was put by Cllr Hale With the clerk away. Cllr Moss Personal interest in item 7. The page was on Ms Teams.\n"
    )
    assert {"Hale", "Moss"} <= names(words, "Person")
    assert not {"Hale With", "Moss Personal", "Teams"} & names(words, "Person")


def test_letters_before_a_whole_name_belong_to_the_one_before():
    listed = "Present: Ann Hale Ben Moss Rita Vale In Attendance: Tom Quill, Chief Executive, ANPA Nick Wren, Policy, ANPA Andy Dee\n"
    found = {name for name, _ in pairs(HEAD + listed + END, "ATTENDED")}
    assert not [name for name in found if name.startswith("ANPA")]


def test_initials_in_a_list_are_no_organisation():
    assert (
        names(HEAD + "Present: Ann Hale (Practice Manager), Ben Moss (GP), HS (Patient), VK (Patient)" + END, "Organisation")
        == set()
    )


def test_first_names_with_a_letter_and_a_doctor_among_them():
    found = came(
        "PRESENT: Ann H (Chair), Rita W (Notes), Jill H-S-B,\n\nDr. A. Butler-Read, Bev M, Ryan F.\n\nAPOLOGIES; Ben H, Brian G"
    )
    assert found["ATTENDED"] == {"Ann H", "Rita W", "Jill H-S-B", "A. Butler-Read", "Bev M", "Ryan F"}
    assert found["SENT_APOLOGIES"] == {"Ben H", "Brian G"}


def test_names_and_below_them_as_many_posts_a_blank_line_behind_each():
    words = (
        HEAD + "In attendance\n\nJP Hale\n\nM Moss\n\nDW Vale\n\nChief Executive Officer\n\nWorks Manager\n\nTreasurer" + END
    )
    assert dict(pairs(words, "HOLDS")) == {
        "JP Hale": "Chief Executive Officer",
        "M Moss": "Works Manager",
        "DW Vale": "Treasurer",
    }


def test_what_stands_behind_a_list_is_nobodys_title():
    words = (
        "In attendance:\nAnn Hale, Treasurer\nBen Moss, Area Manager of Hoops for Health presented the middle school with the\n"
        "outstanding award of the year\n"
    )
    assert dict(pairs(HEAD + words + END, "HOLDS")) == {"Ann Hale": "Treasurer"}


def test_somebody_else_in_a_bracket_behind_a_list_is_not_the_last_of_it():
    words = HEAD + "Present: Ann Hale (Chair); Ben Moss; Tom Quill. (M. Brown, minutes)" + END
    assert "minutes" not in {s.values.get("role") for s in statements(words, "ATTENDED") if s.subject.label == "Tom Quill"}


def test_a_lost_comma_between_two_with_their_initials():
    assert came("Present: C Burgess (CB) G Wilkins (GW), D Court (DC)")["ATTENDED"] == {"C Burgess", "G Wilkins", "D Court"}


def test_letters_of_a_team_are_nobody():
    words = LIST + "1. Wall\nThe Senior Leadership Team (SLT) met. SLT agreed to look at the wall.\n"
    assert "SLT" not in names(HEAD + words, "Person")

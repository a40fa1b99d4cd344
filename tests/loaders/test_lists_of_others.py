"""Lists of people as parishes, townships, senates and local boards print them: labels of their own, several lists in one line."""

import pytest

from tests.loaders.papers import pairs

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

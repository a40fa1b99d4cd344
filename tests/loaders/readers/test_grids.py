"""Tables in which a mark says who was at which of several meetings; the councils and people are invented."""

import pytest

from tests.loaders.papers import pairs, statements

TITLE = "Fenwick Harbour Board\n\nAttendance of members in 2021/22\n\n"
PIPES = (
    "| Member | Of | 14/09/21 | 16/11/21 | 18/01/22 | Total |\n|---|---|---|---|---|---|\n"
    "| Ann Hale | Pilots | Y | Y | N | 2/3 |\n| Ben Moss | Crew | Y | | Y | 2/3 |\n| Helen Dunn | Owners | Y | Ap | Y | 2/3 |\n"
)
SPACES = (
    "                  14 Sep      16 Nov      18 Jan\n"
    "                   2021        2021        2022\n"
    "Ann Hale             ✓           ✓           X\n"
    "Ben Moss             ✓                       ✓\n"
    "Helen Dunn           ✓           A           ✓\n\nKey: ✓ came  A apologies  X did not come\n"
)
YEARLESS = "Member\t14 Sep\t16 Nov\t18 Jan\nAnn Hale\tP\tP\tAb\nBen Moss\tP\t-\tP\nHelen Dunn\tP\tA\tP\n"
DUMPED = "\n".join("Member|14/9|16/11|18/1|Ann Hale|✓|✓|✗|Ben Moss|✓|–|✓|Helen Dunn|✓|A|✓".split("|"))


def marked(words: str, link: str) -> set[tuple[str, str]]:
    return {(s.subject.label, s.object.date) for s in statements(TITLE + words, link) if s.object}


@pytest.mark.parametrize("words", [PIPES, SPACES, YEARLESS, DUMPED])
def test_who_was_at_which_meeting(words):
    assert marked(words, "ATTENDED") == {
        ("Ann Hale", "2021-09-14"),
        ("Ann Hale", "2021-11-16"),
        ("Ben Moss", "2021-09-14"),
        ("Ben Moss", "2022-01-18"),
        ("Helen Dunn", "2021-09-14"),
        ("Helen Dunn", "2022-01-18"),
    }
    assert marked(words, "SENT_APOLOGIES") == {("Helen Dunn", "2021-11-16")}
    assert marked(words, "ABSENT_FROM") == {("Ann Hale", "2022-01-18")}
    assert {body for _, body in pairs(TITLE + words, "MEETING_OF")} == {"Fenwick Harbour Board"}


def test_a_key_says_what_the_marks_mean():
    words = "Key: A = Attended; S = Sent apologies\n\nMember\t14 Sep 2021\t16 Nov 2021\nAnn Hale\tA\tA\nBen Moss\tS\tA\n"
    assert marked(words, "SENT_APOLOGIES") == {("Ben Moss", "2021-09-14")}
    assert len(marked(words, "ATTENDED")) == 3


def test_dates_in_a_table_of_actions_are_no_meetings():
    words = "Ref\tRaised\tAction\tOwner\tDue\nC1\t14/09/2021\tMend the pier\tAnn Hale\t16/11/2021\n"
    assert marked(words, "ATTENDED") == set()


def test_marks_under_present_and_apologies():
    words = (
        "Fenwick Harbour Board\n\nMinutes of the meeting held on 3 May 2019\n\n"
        "Name              Present    Apologies\nAnn Hale             ✓\nBen Moss                        ✓\n\n1. Lights\n\nMended.\n"
    )
    assert {who for who, _ in pairs(words, "ATTENDED")} == {"Ann Hale"}
    assert {who for who, _ in pairs(words, "SENT_APOLOGIES")} == {"Ben Moss"}


@pytest.mark.parametrize(("mark", "link"), [("Yes", "ATTENDED"), ("No", "ABSENT_FROM"), ("Ap", "SENT_APOLOGIES")])
def test_marks_under_one_heading(mark, link):
    words = (
        f"Fenwick Harbour Board\n\nMinutes of 3 May 2019\n\n| Name | Attended |\n| Ann Hale | {mark} |\n| Ben Moss | Yes |\n"
    )
    assert ("Ann Hale", "2019-05-03") in {(s.subject.label, s.object.date) for s in statements(words, link) if s.object}

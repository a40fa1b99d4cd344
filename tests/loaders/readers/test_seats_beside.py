"""Registers of governors: by what right each sits, who appointed them, and on which committees they are."""

from tests.loaders.papers import names, pairs, statements

REGISTER = (
    "Fenwick Academy – Governing Board – Register of Interests 2023/24\n\n"
    "Name | Governor role | Date of appointment | Term of office | Appointed by | Committees | Business interests | Relationships\n"
    "Helen Dunn | Chair of Governors; Co-opted governor | 01/09/2021 | 4 years | Governing Board | Resources (Chair), Standards | Director, Dunn Design Ltd | None\n"
    "Ben Moss | Parent governor | 14/11/2022 | 4 years | Parents | Standards | None | None\n"
    "Ann Hale | Headteacher | 01/01/2019 | N/A | Ex officio | Chair of Standards; Resources | None declared | None\n"
    "Tom Pell (resigned 12/02/2024) | LA governor | 10/03/2020 | 4 years | Local Authority | None | None | None\n"
)


def seats(body: str) -> set[tuple[str, object]]:
    return {(s.subject.label, s.values["role"]) for s in statements(REGISTER, "SITS_ON") if s.object and s.object.label == body}


def test_the_committees_of_each_are_in_a_column():
    assert seats("Resources Committee") == {("Helen Dunn", "chair"), ("Ann Hale", "member")}
    assert seats("Standards Committee") == {("Helen Dunn", "member"), ("Ben Moss", "member"), ("Ann Hale", "chair")}


def test_all_sit_on_the_board_and_the_chair_of_governors_chairs_it():
    boards = {
        s.object.label for s in statements(REGISTER, "SITS_ON") if s.object and s.object.label.endswith("Governing Board")
    }
    assert len(boards) == 1
    assert seats(boards.pop()) == {
        ("Helen Dunn", "chair"),
        ("Ben Moss", "member"),
        ("Ann Hale", "member"),
        ("Tom Pell", "member"),
    }


def test_a_right_to_sit_is_nobody_for_whom_somebody_speaks():
    assert not {place for _, place in pairs(REGISTER, "REPRESENTS")} & {"Parents", "Ex officio", "Governing Board"}
    assert {place for _, place in pairs(REGISTER, "POST_IN")} == {"Dunn Design Ltd"}
    assert names(REGISTER, "Person") == {"Helen Dunn", "Ben Moss", "Ann Hale", "Tom Pell"}


def test_who_appoints_is_no_place_of_a_post_nor_is_a_right():
    paper = (
        "Governance\n\nMembers, Trustees and Local Governors\n\nFull name\tRole\tAppointed by\tDate of appointment\nMrs Ann Hale\tChair of Trustees\tMembers\t01/09/2020\n"
        "Mr Ben Moss\tTrustee\tBoard of Trustees\t14/10/2021\nMs Cat Dunn\tAccounting Officer\tEx officio by virtue of office as CEO\t01/09/2018\n"
    )
    assert not pairs(paper, "POST_IN")
    assert not pairs(paper, "REPRESENTS")
    assert ("Ann Hale", "Board of Trustees") in pairs(paper, "SITS_ON")

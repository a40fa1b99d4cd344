"""Who sits on what body by the asides of sentences, and whom the body's own minutes give a seat."""

import pytest

from tests.loaders.papers import HEAD, statements


def _seats(words: str) -> set[tuple[str, str, str]]:
    found = statements(HEAD + "Present:\n\nAnn Hale\nBen Moss\nHelen Dunn\nCora Vale\n\n1. Business\n\n" + words, "SITS_ON")
    return {
        (s.subject.label.removeprefix("Mr ").removeprefix("Mrs "), s.object.label, str(s.values["role"]))
        for s in found
        if s.object
    }


@pytest.mark.parametrize(
    ("words", "seat"),
    [
        ("Audit Committee, 15 May 2023 (Convener: Ms Dunn)\n", ("Dunn", "Audit Committee", "chair")),
        ("The Audit Committee (Chair: Cllr. T. Rowe) met in May.\n", ("T. Rowe", "Audit Committee", "chair")),
        ("The Audit Committee met on 5 May - Chair, Mr Rowe.\n", ("Rowe", "Audit Committee", "chair")),
        ("The Audit Committee, which Helen Dunn chairs, met in May.\n", ("Helen Dunn", "Audit Committee", "chair")),
        ("The Audit Committee, of which Helen Dunn is chair, met.\n", ("Helen Dunn", "Audit Committee", "chair")),
        ("Audit Committee. Helen Dunn, Committee Chair, reported on it.\n", ("Helen Dunn", "Audit Committee", "chair")),
        ("An update by Helen Dunn (also Chair of the Harbour Partnership).\n", ("Helen Dunn", "Harbour Partnership", "chair")),
        (
            "The Wharf Committee will have Ann Hale as convenor and Ben Moss as member.\n",
            ("Ann Hale", "Wharf Committee", "chair"),
        ),
    ],
)
def test_an_aside_tells_an_office(words: str, seat: tuple[str, str, str]) -> None:
    assert seat in _seats(words)


def test_a_bracket_or_colon_behind_a_body_lists_its_members() -> None:
    listed = {
        ("Ann Hale", "Wharf Group", "chair"),
        ("Ben Moss", "Wharf Group", "member"),
        ("Cora Vale", "Wharf Group", "member"),
    }
    assert listed <= _seats("The Wharf Group (Ann Hale (lead), Ben Moss and Cora Vale) will look at the crane.\n")
    assert listed <= _seats("Wharf Group: Ann Hale (lead), Ben Moss, Cora Vale. The group reports in May.\n")


@pytest.mark.parametrize(
    "words",
    [
        "The Audit Committee (quorum: three) met in May.\n",
        "The Audit Committee met on 5 May (report: Mr Rowe).\n",
        "The Audit Committee (Mr Rowe to ask for papers) met.\n",
    ],
)
def test_other_brackets_give_no_seat(words: str) -> None:
    assert not any(body == "Audit Committee" for _, body, _ in _seats(words))


@pytest.mark.parametrize(
    ("words", "seat"),
    [
        ("Ann Hale proposed Ben Moss as Vice Chair, seconded by Helen Dunn.\n", ("Ben Moss", "vice-chair")),
        ("Treasurer: Ben Moss (proposed Ann Hale, seconded Helen Dunn)\n", ("Ben Moss", "member")),
        ("It was agreed that Mrs Ada Rowe be co-opted; she took her seat.\n", ("Ada Rowe", "member")),
        ("The trust had appointed Mr Ian Rowe as a voting member in place of Cora Vale.\n", ("Ian Rowe", "member")),
        ("Ben Moss should succeed Cora Vale as Vice-Chair in May.\n", ("Cora Vale", "vice-chair")),
    ],
)
def test_the_bodys_own_minutes_give_a_seat(words: str, seat: tuple[str, str]) -> None:
    assert seat in {(who, role) for who, _, role in _seats(words)}


def test_a_proposal_without_a_seconder_gives_no_seat() -> None:
    assert not _seats("Ann Hale proposed Ben Moss as Vice Chair.\n")


def test_somebody_is_appointed_to_another_body() -> None:
    seats = _seats("The Board appointed Ann Hale and Ben Moss to the Harbour Panel for a year.\n")
    assert {("Ann Hale", "Harbour Panel", "member"), ("Ben Moss", "Harbour Panel", "member")} <= seats


def test_an_officer_of_another_body_is_not_that_of_the_one_that_meets() -> None:
    assert not _seats("The crane, 21 May - Chair, Cllr. T. Rowe.\n")


def test_a_member_is_so_by_what_stands_beside_the_name() -> None:
    found = statements(
        HEAD + "Attendance\n\n- Ann Hale (Chair)\n- Ben Moss (Board member)\n- Cora Vale (Cabinet Member)\n", "SITS_ON"
    )
    assert {(s.subject.label, s.values["role"]) for s in found} == {("Ann Hale", "chair"), ("Ben Moss", "member")}

"""Files with the minutes of several meetings: where they are cut, and who was at which."""

from sederunt.loaders.layout.parts import parts

from tests.loaders.papers import HEAD, LIST, document, paper, statements

SECOND = "Special Meeting\n\nMinutes of the special meeting held on 17 May 2019 at 6.00 pm\n\n"
ITEMS = "1. Harbour wall\nAnn Hale reported on the wall.\n\n2. Close\nThe meeting closed at 4.15 pm.\n\n"


def attended(words: str) -> set[tuple[str, str, object]]:
    return {(s.subject.label, s.object.date, s.values.get("role")) for s in statements(words, "ATTENDED") if s.object}


def test_each_meeting_of_a_file_has_its_own_attendance():
    words = HEAD + LIST + ITEMS + SECOND + "Present: Ben Moss (Chair), Rita Vale\n\n1. Dredging\nAgreed.\n"
    assert [part.blocks[0].text for part in parts(document(words))] == ["Fenwick Harbour Board", "Special Meeting"]
    assert attended(words) >= {("Ann Hale", "2019-05-03", "chair"), ("Ben Moss", "2019-05-17", "chair")}
    assert ("Rita Vale", "2019-05-03", "attendee") not in attended(words)


def test_a_part_that_names_no_body_is_of_the_one_before_it():
    words = HEAD + LIST + ITEMS + SECOND + "Present: Ben Moss\n"
    meetings = [s for s in paper(words).statements if s.link == "MEETING_OF" and s.object]
    assert {(s.subject.date, s.object.label) for s in meetings if s.object} == {
        ("2019-05-03", "Fenwick Harbour Board"),
        ("2019-05-17", "Fenwick Harbour Board"),
    }


def test_minutes_of_other_meetings_that_are_only_spoken_of_cut_nothing():
    words = (
        HEAD + LIST + "Minutes of the meeting held on 4 April 2019\n\nThe minutes were agreed.\n\nIn attendance: Rita Vale\n"
    )
    assert len(parts(document(words))) == 1


def test_attendance_as_above():
    words = (
        HEAD
        + LIST
        + ITEMS
        + SECOND
        + "Present: as above, with Ben Moss in the chair, and also Rita Vale\nApologies: Helen Dunn\n"
    )
    second = {(who, role) for who, date, role in attended(words) if date == "2019-05-17"}
    assert second == {("Ann Hale", None), ("Ben Moss", "chair"), ("Rita Vale", "attendee")}


def test_attendance_as_above_but_for_some():
    words = HEAD + LIST + ITEMS + SECOND + "Present: as for the meeting above, except Ben Moss\n"
    assert {who for who, date, _ in attended(words) if date == "2019-05-17"} == {"Ann Hale", "Helen Dunn"}

"""Lists of those whom several authorities sent, each over its own."""

from tests.loaders.papers import HEAD, pairs, roles, statements

SENT = (
    "PRESENT:\n\nWexley County Council\nCouncillor Ann Hale (Chair)\nCouncillor Ben Moss\n\nArden District Council\nApologies\n\n"
    "Borough of Fenwick\nCouncillor Rita Vale\n\n1. Lights\n\nThe lights were mended.\n"
)


def test_apologies_under_an_authority_head_no_list() -> None:
    assert roles(HEAD + SENT) == {"Ann Hale": "chair", "Ben Moss": "attendee", "Rita Vale": "attendee"}
    assert not pairs(HEAD + SENT, "SENT_APOLOGIES")


def test_authorities_over_people_sent_them() -> None:
    assert pairs(HEAD + SENT, "REPRESENTS") == {
        ("Ann Hale", "Wexley County Council"),
        ("Ben Moss", "Wexley County Council"),
        ("Rita Vale", "Borough of Fenwick"),
    }


def test_in_the_chair_in_two_languages_heads_one() -> None:
    paper = (
        HEAD
        + "I GCEANNAS / IN THE CHAIR\nCllr. Ann Hale\n\nI LÁTHAIR / PRESENT\nCllr. Ben Moss\nCllr. Rita Vale\n\n1. Lights\n"
    )
    assert roles(paper) == {"Ann Hale": "chair", "Ben Moss": "attendee", "Rita Vale": "attendee"}


def test_only_the_name_behind_the_label_took_the_minutes():
    said = roles(HEAD + "Present: Ann Hale (Chair), Ben Moss\nMinutes: Rita Vale\nTom Rudd\nUna Frith\n")
    assert {who for who, role in said.items() if role == "minutes"} == {"Rita Vale"}
    assert said["Tom Rudd"] == "attendee"


def test_those_with_marks_below_an_authority_without_one_are_sent_by_it() -> None:
    words = (
        "UPPER FEN DRAINAGE BOARD\n\nMinutes of the meeting of 16 January 2025\n\nAppointed Members\nFenwick District Council\n* Cllr A Hale\n* Cllr B Moss\n"
        "Borough of Norfield\n* Cllr R Vale\n"
    )
    assert pairs(words, "REPRESENTS") == {
        ("A Hale", "Fenwick District Council"),
        ("B Moss", "Fenwick District Council"),
        ("R Vale", "Borough of Norfield"),
    }


def test_those_present_under_a_class_of_members_sit_on_the_body_by_inference() -> None:
    words = (
        "UPPER FEN DRAINAGE BOARD\n\nMinutes of the meeting of 16 January 2025\n\nPRESENT\n\nElected Members\n* Mr A Hale\n* Mrs B Moss\n\n"
        "Officers\nMr T Dunn (Engineer)\n\n1. Minutes\nThe minutes were approved.\n"
    )
    found = {(s.subject.label, s.basis) for s in statements(words, "SITS_ON")}
    assert found == {("A Hale", "inferred"), ("B Moss", "inferred")}

"""The readers of minutes, each on a small paper: head, attendance, apologies, presence, actions, leads, meetings, rolls, names."""

import pytest

from tests.loaders.papers import HEAD, LIST, names, pairs, paper, roles, statements


def meeting(words: str) -> dict[str, object]:
    """What is said of the meeting whose minutes these are."""
    found = [s for s in paper(words).statements if s.subject.kind == "Meeting" and s.subject.section == "this"]
    return {key: value for s in found if s.link is None for key, value in s.values.items()} | {"body": found[0].subject.body}


# head ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        "Fenwick Harbour Board\n\nMinutes of the meeting held on 3 May 2019 at 2.00 pm in the Custom House\n\n",
        "Fenwick Harbour Board\n\nDate: 3 May 2019\nTime: 2.00 pm\nVenue: Custom House\n\n",
        "Fenwick Harbour Board\n\nFriday 3rd May 2019\n\n2pm\n\nCustom House\n\n",
        "FENWICK HARBOUR BOARD\n\n\tDATE\n\t3 May 2019\n\n\tTIME\n\t14:00\n\n\tVENUE\n\tCustom House\n\n",
        "Minutes of the meeting of the Fenwick Harbour Board held at the Custom House on Friday 3 May 2019 at 14.00\n\n",
    ],
)
def test_the_head_of_minutes(head):
    told = meeting(head + LIST)
    assert told["body"] == "Fenwick Harbour Board" or "Fenwick Harbour Board" in names(head + LIST, "Body")
    assert (told["date"], told["start_time"], told["status"]) == ("2019-05-03", "14:00", "held")
    assert "Custom House" in str(told["venue"])


def test_a_meeting_has_a_beginning_and_an_end():
    told = meeting("Harbour Board\n\n3 May 2019, 9.30 am – 11.45 am\n\n" + LIST)
    assert (told["start_time"], told["end_time"]) == ("09:30", "11:45")


def test_a_paper_that_reports_no_meeting_has_none():
    assert not names("Harbour Board\n\nTerms of Reference\n\nThe Board looks after the harbour.\n", "Meeting")


# attendance ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "listed",
    [
        "Present:\n\nAnn Hale (Chair)\nBen Moss\nHelen Dunn (minutes)\n",
        "Present: Ann Hale (Chair), Ben Moss, Helen Dunn (minutes)\n",
        "Present: Ann Hale (Chair); Ben Moss; Helen Dunn (minutes)\n",
        "PRESENT\n\nAnn Hale\tChair\nBen Moss\t\nHelen Dunn\tMinutes\n",
        "Attendees:\n\n\tAnn Hale (chair)\n\n\n\n(AH)\n\n\n\tBen Moss\n\n\n\n(BM)\n\n\n\tHelen Dunn [minutes]\n\n\n\n(HD)\n\n",
        "Present:\n\nAnn Hale     Chair\nBen Moss     Member\nHelen Dunn     Minutes\n",
        "Present | Role\n\nName | Role\nAnn Hale | Chair\nBen Moss | Member\nHelen Dunn | Minutes\n",
    ],
)
def test_one_list_in_many_layouts(listed):
    told = roles(HEAD + listed + "\n1. Lights\n\nMended.\n")
    assert set(told) == {"Ann Hale", "Ben Moss", "Helen Dunn"}
    assert (told["Ann Hale"], told["Helen Dunn"]) == ("chair", "minutes")


def test_everybody_stands_under_the_own_heading():
    words = (
        HEAD
        + "Present:\nAnn Hale (Chair)\nBen Moss (Vice-Chair)\n\nIn attendance:\nHelen Dunn\n\nObservers:\nOwen Rees\n\n"
        + "Apologies:\nGrace Obi\n\nNot present:\nHugh Tranter\n"
    )
    assert roles(words) == {
        "Ann Hale": "chair",
        "Ben Moss": "vice-chair",
        "Helen Dunn": "in attendance",
        "Owen Rees": "observer",
    }
    assert {s.subject.label for s in statements(words, "SENT_APOLOGIES")} == {"Grace Obi"}
    assert {s.subject.label for s in statements(words, "ABSENT_FROM")} == {"Hugh Tranter"}


def test_marks_in_columns_say_who_came():
    words = (
        HEAD
        + "Name | Organisation | Present | Apologies\nAnn Hale | Wall School | ✓ |\nBen Moss | Dyke School | | ✓\nHelen Dunn | Dyke School | ✓ |\n"
    )
    assert set(roles(words)) == {"Ann Hale", "Helen Dunn"}
    assert {s.subject.label for s in statements(words, "SENT_APOLOGIES")} == {"Ben Moss"}
    assert ("Ben Moss", "Dyke School") in pairs(words, "REPRESENTS")


def test_posts_and_organisations_beside_names():
    words = (
        HEAD + "Present:\nAnn Hale, Headteacher, Wall School\nBen Moss – Fenwick Youth Trust\nHelen Dunn, Head of Planning\n"
    )
    assert pairs(words, "HOLDS") == {("Ann Hale", "Headteacher"), ("Helen Dunn", "Head of Planning")}
    assert pairs(words, "POST_IN") == {("Headteacher", "Wall School")}
    assert pairs(words, "REPRESENTS") == {("Ben Moss", "Fenwick Youth Trust")}


def test_somebody_who_stands_for_another():
    (said,) = [
        s
        for s in statements(HEAD + "Present:\nAnn Hale (deputy for Ben Moss)\nHelen Dunn\n", "ATTENDED")
        if s.values["role"] == "deputy"
    ]
    assert (said.subject.label, said.values["standing_for"]) == ("Ann Hale", "Ben Moss")


def test_a_part_of_a_meeting():
    words = HEAD + "Present:\nAnn Hale (for item 5 only)\nHelen Dunn\n"
    assert {s.values.get("part") for s in statements(words, "ATTENDED") if s.subject.label == "Ann Hale"} == {"for item 5 only"}


@pytest.mark.parametrize("nobody", ["None", "None.", "Nil", "There were no apologies.", "None received"])
def test_nobody_sent_apologies(nobody):
    assert not statements(HEAD + LIST + f"Apologies: {nobody}\n", "SENT_APOLOGIES")


@pytest.mark.parametrize(
    "listed",
    [
        "In attendance: the Clerk, Mrs F Orr, County Councillor G Park and 4 members of the public.",
        "In attendance: The Clerk (Mrs F Orr) and County Councillor G Park",
        "In attendance: Clerk Mrs F Orr; Cllr G Park; 4 parishioners",
    ],
)
def test_an_office_before_a_name_and_those_who_came_unnamed(listed):
    found = roles(f"{HEAD}Present: A Hale (Chairman), B Moss and C Dunn.\n{listed}\n")
    assert (found["F Orr"], found["G Park"]) == ("minutes", "in attendance")
    assert len(found) == 5


def test_vacancies_are_nobody():
    words = HEAD + "Present:\nAnn Hale\nVacancy\nBen Moss\n"
    assert set(roles(words)) == {"Ann Hale", "Ben Moss"}


def test_a_vacant_seat_in_between_joins_nothing():
    words = HEAD + "Present:\nAnn Hale – Wall School\nEarly years – vacant\nSecretary– Ben Moss(Support Officer)\n"
    quotes = [s.evidence.quote for s in paper(words).statements]
    assert all("".join(quote.split()) in "".join(words.split()) for quote in quotes)


def test_initials_alone_are_nobody():
    assert not statements(HEAD + "Present:\n\n(AH)\n\n(BM)\n\n(HD)\n", "ATTENDED")


# apologies -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "Apologies for absence were received from Grace Obi and Owen Rees.",
        "Apologies were received from Grace Obi and Owen Rees.",
        "Apologies had been received from Mrs Grace Obi and from Owen Rees.",
        "Apologies: Grace Obi, Owen Rees",
        "Grace Obi and Owen Rees sent their apologies.",
        "Grace Obi and Owen Rees had sent apologies.",
    ],
)
def test_apologies_in_sentences(sentence):
    words = HEAD + LIST + f"1. Welcome\n\n{sentence}\n\n2. Lights\n\nMended.\n"
    assert {s.subject.label for s in statements(words, "SENT_APOLOGIES")} == {"Grace Obi", "Owen Rees"}


@pytest.mark.parametrize(
    "sentence",
    [
        "There were no apologies.",
        "Apologies were recorded in error for Grace Obi.",
        "The list of apologies should have named Grace Obi.",
    ],
)
def test_sentences_that_tell_of_no_apologies(sentence):
    assert not statements(HEAD + LIST + f"1. Minutes\n\n{sentence}\n", "SENT_APOLOGIES")


def test_somebody_who_sent_no_apologies():
    words = HEAD + LIST + "1. Welcome\n\nGrace Obi did not attend and sent no apologies.\n"
    assert not statements(words, "SENT_APOLOGIES")


def test_absence_in_a_sentence():
    words = HEAD + LIST + "1. Welcome\n\nGrace Obi was absent.\n"
    assert {s.subject.label for s in statements(words, "ABSENT_FROM")} == {"Grace Obi"}


# presence --------------------------------------------------------------------------------------------------------------------


def test_presence_in_sentences():
    words = HEAD + "Also present were Ann Hale, Ben Moss (Harbour Master) and Helen Dunn.\n\nIt was fine.\n"
    assert {"Ann Hale", "Ben Moss", "Helen Dunn"} <= set(roles(words))
    assert ("Ben Moss", "Harbour Master") in pairs(words, "HOLDS")


# actions ---------------------------------------------------------------------------------------------------------------------


def actions(words: str) -> set[tuple[str, str]]:
    return pairs(words, "ASSIGNED_TO")


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("ACTION: Ann Hale to mend the lights.", {"Ann Hale"}),
        ("Ann to mend the lights.", {"Ann"}),
        ("Ann will mend the lights.", {"Ann"}),
        ("Ann and Ben to mend the lights.", {"Ann", "Ben"}),
        ("AH & BM to mend the lights.", {"AH", "BM"}),
        ("The Chair will mend the lights.", {"Chair"}),
        ("All to mend the lights.", {"All"}),
        ("Action – Helen Dunn to mend the lights.", {"Helen Dunn"}),
    ],
)
def test_who_has_to_act(sentence, owners):
    words = HEAD + LIST + f"1. Lights\n\n{sentence}\n"
    assert {owner for action, owner in actions(words) if "mend the lights" in action} == owners


@pytest.mark.parametrize(
    "sentence",
    [
        "It is important for Ann to see this.",
        "The lights will be mended.",
        "Grants to schools rose.",
        "We went to see Ann to thank her.",
    ],
)
def test_sentences_in_which_nobody_has_to_act(sentence):
    assert not actions(HEAD + LIST + f"1. Lights\n\n{sentence}\n")


def test_a_column_of_owners():
    words = HEAD + LIST + "No.\tItem\tAction\n1.\tLights\t\n\tMend the lights before June.\tBen Moss\n2.\tWall\t\n"
    assert {owner for _, owner in actions(words)} == {"Ben Moss"}


def test_a_column_of_actions_before_the_owners():
    words = (
        HEAD
        + LIST
        + "1. Lights\n\nAction | Owner | By when\nMend the lights | Ben Moss | June\nMend the wall | Helen Dunn | July\nDig | Ben Moss | May\n"
    )
    assert ("Mend the lights", "Ben Moss") in actions(words)


def test_when_it_has_to_be_done():
    words = HEAD + LIST + "1. Lights\n\nAnn to mend the lights by 30 June 2019.\n"
    assert {s.values.get("due") for s in statements(words, None) if s.subject.kind == "Action"} == {"2019-06-30"}


# leads, planned meetings, rolls, references, names -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "item",
    [
        "1. Lights – Ben Moss\n\nMended.\n",
        "1. Lights\n\nBen Moss presented the report.\n",
        "1. Lights\n\nMr Moss introduced the report.\n",
    ],
)
def test_who_led_an_item(item):
    assert any("Moss" in s.subject.label for s in statements(HEAD + LIST + item, "LED"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Date of next meeting: 7 June 2019 at 2.00 pm",
        "1. Date of next meeting\n\nFriday 7 June 2019 at 2.00 pm",
        "Next meeting: 7th June 2019, 14:00",
    ],
)
def test_the_next_meeting(sentence):
    found = [
        s
        for s in statements(HEAD + LIST + sentence + "\n", None)
        if s.subject.kind == "Meeting" and s.subject.section == "planned"
    ]
    assert {(s.subject.date, s.values.get("status")) for s in found if "status" in s.values} == {("2019-06-07", "planned")}
    assert "14:00" in {s.values.get("start_time") for s in found}


def test_the_minutes_of_an_earlier_meeting():
    words = HEAD + LIST + "1. Minutes of the meeting held on 5 April 2019\n\nAgreed.\n"
    assert ("2019-04-05", "held") in {(s.subject.date, s.values.get("status")) for s in statements(words, None)}


def test_rolls_of_other_bodies():
    words = HEAD + LIST + "1. Committees\n\nLights Committee: Grace Obi (Chair), Owen Rees\n"
    found = {(s.subject.label, s.object.label, s.values["role"]) for s in statements(words, "SITS_ON") if s.object}
    assert {("Grace Obi", "Lights Committee", "chair"), ("Owen Rees", "Lights Committee", "member")} <= found


@pytest.mark.parametrize(
    ("sentence", "link", "ends"),
    [
        ("The Lights Committee reports to the Harbour Trust Board.", "REPORTS_TO", ("Lights Committee", "Harbour Trust Board")),
        ("The Lights Committee is chaired by Grace Obi.", "SITS_ON", ("Grace Obi", "Lights Committee")),
        ("The Wall Panel was replaced by the Lights Committee.", "REPLACED_BY", ("Wall Panel", "Lights Committee")),
    ],
)
def test_links_between_bodies(sentence, link, ends):
    assert ends in pairs(HEAD + LIST + f"1. Structure\n\n{sentence}\n", link)


def test_organisations_and_units_in_sentences():
    words = HEAD + LIST + "1. Lights\n\nThe School Effectiveness Team met Wall School and DfE.\n"
    assert "School Effectiveness Team" in names(words, "Unit")
    assert {"Wall School", "DfE"} <= names(words, "Organisation")


@pytest.mark.xfail(strict=True, reason="a known short name with one capital is not looked for")
def test_a_known_organisation_with_one_capital():
    assert "Ofsted" in names(HEAD + LIST + "1. Lights\n\nThe letter from Ofsted was read.\n", "Organisation")


def test_people_in_sentences():
    words = HEAD + LIST + "1. Lights\n\nThanks went to Grace Obi and to Mr Tranter.\n"
    assert {"Grace Obi", "Tranter"} <= names(words, "Person")


def test_a_list_of_those_present_is_of_a_meeting_though_nothing_says_whose_or_when():
    assert {who for who, _ in pairs("Roll call\n\nPresent:\nAnn Hale\nBen Moss\n", "ATTENDED")} == {"Ann Hale", "Ben Moss"}


def test_labels_in_rows_name_who_chaired_and_who_took_notes():
    rows = "Date:\t\t3 May 2019\nLocation:\tHarbour Office\nChair:\t\tAnn Hale (AH)\nNote taker:\tRita Vale (RV)\n\nAttendees:\tBen Moss (BM, Harbour Master); Owen Lock (OL – Treasurer)\n"
    words = f"Fenwick Harbour Board\n\n{rows}\n1. Lights\n\nThe lights were mended.\n"
    assert roles(words) == {"Ann Hale": "chair", "Rita Vale": "minutes", "Ben Moss": "attendee", "Owen Lock": "attendee"}
    assert pairs(words, "HOLDS") == {("Ben Moss", "Harbour Master"), ("Owen Lock", "Treasurer")}
    assert {s.subject.initials for s in statements(words, "ATTENDED")} == {"AH", "RV", "BM", "OL"}


def test_first_names_alone_are_those_who_were_there():
    words = (
        HEAD
        + "Present: Tom (chair), Akira, Andrew, Jim R and Diane\nApologies: Michel, David\n\n1. Lights\n\nTom will mend the lights.\n"
    )
    assert roles(words) == dict.fromkeys(("Akira", "Andrew", "Jim R", "Diane"), "attendee") | {"Tom": "chair"}
    assert {s.subject.label for s in statements(words, "SENT_APOLOGIES")} == {"Michel", "David"}
    assert pairs(words, "ASSIGNED_TO") == {("Tom will mend the lights.", "Tom")}


def test_headings_behind_hashes_begin_and_end_lists():
    words = (
        "# Fenwick Harbour Board\n\n## Date: 3 May 2019\n\n## Attendance\n\n### Committee\n* Ann Hale\n* Ben Moss\n\n### Apologies\n* Owen Lock\n\n"
        "## Lights\n\nThe lights were mended by Rita Vale.\n\n## New Action Items\n* Ann, Ben: Paint the wall\n* Ben -> Ann: Mend the lights\n"
    )
    assert set(roles(words)) == {"Ann Hale", "Ben Moss"}
    assert {s.subject.label for s in statements(words, "SENT_APOLOGIES")} == {"Owen Lock"}
    assert pairs(words, "ASSIGNED_TO") == {("Paint the wall", "Ann"), ("Paint the wall", "Ben"), ("Mend the lights", "Ann")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Apologies were received from Cllr J. Sand, Mr K. Tarn and Mrs L. Vane.",
        "There were apologies from Cllr J. Sand, Mr K. Tarn and Mrs L. Vane.",
        "Apologies for absence had been received from Cllr J. Sand, Mr K. Tarn and Mrs L. Vane.",
    ],
)
def test_a_sentence_about_apologies_below_those_who_came(sentence: str) -> None:
    words = f"{HEAD}Present: Mr A. Hale (Chair), Mrs B. Moss\nObservers: Ms I. Ross\n{sentence}\n\n1. Pier\n\nIt was noted.\n"
    assert {name for name, _ in pairs(words, "ATTENDED")} == {"A. Hale", "B. Moss", "I. Ross"}
    assert {name for name, _ in pairs(words, "SENT_APOLOGIES")} == {"J. Sand", "K. Tarn", "L. Vane"}


def test_initials_at_the_end_of_a_bracket() -> None:
    words = f"{HEAD}Present: Ann Hale (Chair, AH), Ben Moss (Harbour Agency, BM), Cat Dunn (Wessing Water, CD; item 19/4)\n"
    people = {
        s.subject.label: (s.subject.initials, s.values.get("role"), s.values.get("part")) for s in statements(words, "ATTENDED")
    }
    assert people == {
        "Ann Hale": ("AH", "chair", None),
        "Ben Moss": ("BM", "attendee", None),
        "Cat Dunn": ("CD", "attendee", "item 19/4"),
    }
    assert pairs(words, "REPRESENTS") == {("Ben Moss", "Harbour Agency"), ("Cat Dunn", "Wessing Water")}


def test_a_post_behind_a_name_is_not_that_of_a_name_above() -> None:
    words = f"{HEAD}Present:\nAnn Hale (AH)\nBen Moss (BM)\nDr Cat Dunn (CD) Partner\nGus Park (GP) Practice Manager\n"
    assert ("Gus Park", "Practice Manager") in pairs(words, "HOLDS")
    assert not {post for name, post in pairs(words, "HOLDS") if name in ("Ann Hale", "Ben Moss")}

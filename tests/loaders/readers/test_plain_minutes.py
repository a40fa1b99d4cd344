"""Short minutes as clerks of parishes write them, a line for each list and each item."""

from tests.loaders.papers import HEAD, names, pairs, roles, statements

_HEAD = "Holm Parish Council\nMinutes of the meeting held on 3rd October 2023 in the Village Hall\n\n"
_THERE = "Present: Cllr Olive Penrose (Chair), Cllr Ann Rudge and Cllr Peter Wyatt\nClerk: Diane Holt\n\n"


def test_a_label_under_a_full_line_begins_a_list_of_its_own() -> None:
    told = roles(_HEAD + _THERE + "1. Wall. None.\n2. Gate. Nothing to report.\n")
    assert told == {"Olive Penrose": "chair", "Ann Rudge": "attendee", "Peter Wyatt": "attendee", "Diane Holt": "minutes"}


def test_what_is_said_on_the_line_of_an_item_is_led_under_its_title() -> None:
    told = statements(_HEAD + _THERE + "23/01 Wall. None.\n23/02 Footpaths. Cllr Rudge reported on the new stile.\n", "LED")
    assert [(s.subject.label, s.values["item"]) for s in told] == [("Cllr Rudge", "Footpaths")]


def test_a_council_is_nobody() -> None:
    words = _HEAD.replace("Holm", "Clifton") + _THERE + "1. Wall\nClifton Parish Council noted that it stands.\n"
    assert "Clifton Parish" not in names(words, "Person")


def test_whoever_is_to_do_anything_behind_a_label_has_the_action() -> None:
    words = _HEAD + _THERE + "1. Playground\nAction: Clerk to weed the beds.\n"
    assert pairs(words, "ASSIGNED_TO") == {("Clerk to weed the beds.", "Clerk")}


def test_committees_with_their_members_behind_a_dash_stand_a_line_each() -> None:
    words = (
        _HEAD
        + _THERE
        + "1. Appointments\nStaffing Committee - Cllrs Penrose and Rudge\nWall Working Group - Cllrs Rudge and Wyatt\n"
    )
    assert {pair for pair in pairs(words, "SITS_ON") if "Council" not in pair[1]} == {
        ("Penrose", "Staffing Committee"),
        ("Rudge", "Staffing Committee"),
        ("Rudge", "Wall Working Group"),
        ("Wyatt", "Wall Working Group"),
    }


def test_a_clerk_with_the_post_behind_a_dash_gives_it_to_nobody_above() -> None:
    words = (
        _HEAD
        + "Attendees\nCllr Olive Penrose – Chair\nCllr Ann Rudge\nCllr Peter Wyatt\nDiane Holt – Clerk\nCllr Mike Shelford – Borough Councillor\n\n1. Wall\nNone.\n"
    )
    assert {who for who, _ in pairs(words, "HOLDS")} == {"Mike Shelford"}


def test_a_council_before_those_whom_it_sent_stands_for_each_of_them() -> None:
    head = "Minutes of the Joint Waste Committee of Holm District Council and Stour Borough Council held on 8 December 2023\n\nMembers present:\n"
    words = (
        head
        + "Holm District Council: Councillors Philip Grange (Chair) and Una Sharp\nStour Borough Council: Councillor Ravi Menon\n"
    )
    assert pairs(words, "REPRESENTS") == {
        ("Philip Grange", "Holm District Council"),
        ("Una Sharp", "Holm District Council"),
        ("Ravi Menon", "Stour Borough Council"),
    }
    assert {body for _, body in pairs(words, "MEETING_OF")} == {"Joint Waste Committee"}


def test_who_was_elected_to_an_office_by_a_line_or_to_a_post() -> None:
    words = (
        _HEAD + _THERE + "1. Election of Chair: Ann Rudge proposed by Peter Wyatt, seconded by Olive Penrose. All in favour.\n"
    )
    assert ("Ann Rudge", "Holm Parish Council") in pairs(words, "SITS_ON")
    words = _HEAD + _THERE + "1. Mayor\nCllr Ann Rudge was elected Mayor for the ensuing year.\n"
    assert {post for who, post in pairs(words, "HOLDS") if who.endswith("Ann Rudge")} == {"Mayor"}


def test_the_full_stop_behind_the_last_name_is_not_of_it() -> None:
    words = _HEAD + "Those present were: Mr. A. Cobb (Chairman), Mrs. T. Lisle, and the Clerk Mr. B. Stead.\n\n1. Wall\nNone.\n"
    assert set(roles(words)) == {"A. Cobb", "T. Lisle", "B. Stead"}


def test_family_names_in_capitals_before_and_behind_the_given() -> None:
    words = f"{HEAD}Present:\nVAN DER MEER Jan\nLE GRAND Anna\n\n1. Buoys\n\nMr Finn MAC ARDLE spoke. Ms Ilse KRÜGER and Mr VAN DER MEER replied.\n"
    assert {s.subject.label for s in statements(words, "ATTENDED")} == {"VAN DER MEER Jan", "LE GRAND Anna"}
    assert names(words, "Person") >= {"Finn MAC ARDLE", "Ilse KRÜGER"}


def test_whoever_declares_the_meeting_open_is_in_the_chair() -> None:
    words = f"{HEAD}Present: Ann Hale, Ben Moss\n\n1. Opening\n\nThe Shire President, Cr Ann Hale, declared the meeting open at 4.00pm.\n"
    assert ("Ann Hale", "chair") in {(s.subject.label, s.values["role"]) for s in statements(words, "ATTENDED")}


def test_two_first_names_with_one_family_name_are_two_people() -> None:
    words = f"{HEAD}Present: 31 members, with Ken Draper in the chair\nApologies: Ian and Sue Fairley, Tom & Vi Pugh.\n"
    assert {s.subject.label for s in statements(words, "SENT_APOLOGIES")} == {
        "Ian Fairley",
        "Sue Fairley",
        "Tom Pugh",
        "Vi Pugh",
    }


def test_posts_before_names_are_no_labels_of_lists() -> None:
    listed = "Also in attendance: Town Clerk F Rowe, Deputy Town Clerk G Stowe, PCSO Hunt and three members of the public.\n"
    words = f"{HEAD}Present: Cllrs A Moon and B Nash.\n{listed}Apologies: Cllr H Tate\n"
    assert pairs(words, "HOLDS") >= {("F Rowe", "Town Clerk"), ("G Stowe", "Deputy Town Clerk")}


def test_an_office_that_begins_a_line_is_of_whom_it_names() -> None:
    words = f"{HEAD}PRESENT:\nChair M. Kowalchuk - Area A\nVice-Chair D. Fraser - Area B\nMr J Brand Mrs K Crisp\n"
    told = roles(words)
    assert (told["M. Kowalchuk"], told["D. Fraser"]) == ("chair", "vice-chair")
    assert {"J Brand", "K Crisp"} <= set(told)


def test_what_the_next_did_is_no_part_of_when_somebody_left() -> None:
    words = (
        f"{HEAD}Present: Ann Hale (Chair), Ben Moss\n\n1. Buoys\n\nAnn Hale left after item 5 and Ben Moss took the chair.\n"
    )
    assert {s.values.get("part") for s in statements(words, "ATTENDED")} >= {"after item 5"}


def test_an_informal_note_of_who_was_there_and_when_they_meet_next() -> None:
    words = f"{HEAD}Round the table: Ann Hale (chair), Ben Moss\nCouldn't come: Cat Dunn\n\n1. Buoys. Ben will book the hall.\n\nNext time: 11 June 2019, same place.\n"
    assert set(roles(words)) == {"Ann Hale", "Ben Moss"}
    assert "2019-06-11" in {s.subject.date for s in statements(words, "MEETING_OF")}


def test_trustees_by_their_family_names_alone() -> None:
    words = f"{HEAD}Present: Trustees Alvarez, Boone and Chan\n"
    assert set(roles(words)) == {"Alvarez", "Boone", "Chan"}

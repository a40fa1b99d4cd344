"""Actions and their owners, each on a small paper: sentences, labels, lists, margins, tables."""

import pytest

from ..papers import HEAD, LIST, pairs, statements


def actions(words: str) -> set[tuple[str, str]]:
    """(action, owner) of everything that somebody has to do."""
    return pairs(HEAD + LIST + words, "ASSIGNED_TO")


def owners(words: str, task: str = "mend the lights") -> set[str]:
    return {owner for action, owner in actions(words) if task.lower() in action.lower()}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("4.2 BM will mend the lights.", {"BM"}),
        ("Cllr Hale agreed to mend the lights.", {"Cllr Hale"}),
        ("It was agreed that Mr Moss should mend the lights.", {"Mr Moss"}),
        ("RESOLVED that the clerk be thanked and that the Harbour Master mend the lights.", {"Harbour Master"}),
        ("The Harbour Master was asked to mend the lights.", {"Harbour Master"}),
        ("Ann spoke of the pier. She will mend the lights.", {"Ann"}),
        ("Helen wanted light, which the Harbour Master undertook to mend the lights for.", {"Harbour Master"}),
        ("Nothing was decided; AH and BM to mend the lights.", {"AH", "BM"}),
        ("Officers to mend the lights.", {"Officers"}),
        ("The Chair asked Ben Moss to mend the lights.", {"Ben Moss"}),
        ("It was agreed to instruct the Harbour Master to mend the lights.", {"Harbour Master"}),
        ("BM will be mending the lights.", set()),
        ("BM will be repairing the wall, and will mend the lights.", {"BM"}),
        ("Mend the lights: this will be looked into by Mr Moss.", {"Mr Moss"}),
        ("Ms Hale would mend the lights.", {"Ms Hale"}),
        ("Ann will continue to mend the lights.", {"Ann"}),
        ("We are to mend the lights / BM", {"BM"}),
        ("The wall is old.AH to mend the lights.", {"AH"}),
        ("Mr Moss has not heard from the owner and will mend the lights.", {"Mr Moss"}),
        ("Ms Hale replied that the lamps were old and undertook to mend the lights.", {"Ms Hale"}),
        ("Mr Moss said that the firm was late and will mend the lights.", set()),
        ("Mr Moss said that he would mend the lights.", {"Mr Moss"}),
        ("A. Mr Moss told of the lamps. He will mend the lights.", {"Mr Moss"}),
        ("RESOLVED (1) That Ann Hale and Ben Moss mend the lights.", {"Ann Hale", "Ben Moss"}),
        ("Members agreed to mend the lights.", set()),
        ("Moved: AH Seconded: BM to mend the lights.", set()),
    ],
)
def test_sentences_that_give_a_task(sentence, wanted):
    assert owners(f"1. Lights\n\n{sentence}\n") == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Ben to continue as Treasurer.",
        "Ann will act as Treasurer until May.",
        "It was agreed for BM to chair the meeting.",
        "We might ask Ben to mend the lights.",
        "Members are to declare their interests.",
        "The minutes were approved. The Chair to sign.",
        "The Chair to sign the minutes of 4 May.",
    ],
)
def test_what_gives_nobody_a_task(sentence):
    assert actions(f"1. Lights\n\n{sentence}\n") == set()


def test_a_title_that_tells_whose_turn_it_is_gives_no_task():
    assert actions("1. Lights – Ben Moss to report\n\nThey are out.\n\n2. Pier: AH to mend the rail\n\nIt is loose.\n") == {
        ("AH to mend the rail", "AH")
    }


def test_what_a_page_of_no_meeting_tells_is_no_task():
    assert (
        pairs(
            "News of the Harbour\n\nMrs Vale of the Harbour Board will now take over the pier. The Clerk will keep the key.\n",
            "ASSIGNED_TO",
        )
        == set()
    )


def test_each_clause_has_its_own_owner():
    assert actions("1. Lights\n\nAnn to mend the lights and Ben to paint the wall.\n") == {
        ("Ann to mend the lights", "Ann"),
        ("Ben to paint the wall.", "Ben"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann will be away in June.",
        "Ben will retire in March.",
        "The Harbour Board will open the pier in May.",
        "Ann said that Ben would like to mend the lights.",
        "The Chair reminded members of the need to announce interests.",
        "Action was needed on the lights.",
        "The Chair called the meeting to order.",
        "The Lights Group will be chaired by Ben Moss.",
        "The Chair asked all to introduce themselves.",
        "All to note the lights.",
        "BM to mend the lights: done",
        "BM to mend the lights. Completed.",
    ],
)
def test_reporting_is_no_task(sentence):
    assert not actions(f"1. Lights\n\n{sentence}\n")


@pytest.mark.parametrize(
    "line",
    [
        "ACTION BM: mend the lights by June",
        "Action (BM): mend the lights",
        "Action 3.1 – BM to mend the lights",
        "Action point: mend the lights (BM)",
        "Agreed action: BM to mend the lights.",
        "Gweithredu / Action: BM to mend the lights.",
        "We have to mend the lights. Action: BM",
        "We have to mend the lights. [Action: BM]",
        "We have to mend the lights (BM to action).",
        "We have to mend the lights.\nAction by: BM",
        "Actions agreed:\n• BM – mend the lights",
        "Actions:\n• Mend the lights (BM)\n• Mend the lights of the pier – BM",
    ],
)
def test_labels_and_lists(line):
    assert owners(f"1. Lights\n\n{line}\n") == {"BM"}


def test_an_organisation_in_a_list_of_actions():
    words = "1. Lights\n\nActions:\n• Fenwick Marine Ltd – mend the lights\n• Ann Hale and Ben Moss – paint the wall\n"
    assert actions(words) == {
        ("mend the lights", "Fenwick Marine Ltd"),
        ("paint the wall", "Ann Hale"),
        ("paint the wall", "Ben Moss"),
    }


def test_numbered_actions_of_the_last_meeting_are_no_new_ones():
    assert not actions("1. Matters arising\n\nAction 2 – Ann to mend the lights. Done.\n")


def test_owners_in_the_margin():
    words = (
        "1. Lights\n\n1.1 The lights are to be mended.          BM      by 1.6.19\n"
        "1.2 The wall is to be painted soon.       AH/HD    31 May 2019\n"
        "1.3 A letter is to be sent to the owners.   Ben Moss\n"
    )
    found = actions(words)
    assert {owner for _, owner in found} == {"BM", "AH", "HD", "Ben Moss"}
    assert len(found) == 4


def test_names_beside_posts_are_no_owners():
    assert not actions("1. Staff\n\nHead of Lights and Piers     Ann Hale\nHead of Works     Ben Moss\nHead of Boats   AH\n")


def test_a_log_with_a_torn_row():
    words = (
        "1. Lights\n\nActions\nNo.\tWhat\tWho\tBy when\tRAG\n1/1\tMend the lights\tBM + AH\t1 June 2019\tRed\n"
        "1/2\tPaint the wall\tBen Moss and\nHelen Dunn\t3 June 2019\tAmber\n1/3\tDig\tHarbour Master\tSoon\tDone\n"
    )
    assert actions(words) == {
        ("Mend the lights", "BM"),
        ("Mend the lights", "AH"),
        ("Paint the wall", "Ben Moss"),
        ("Paint the wall", "Helen Dunn"),
        ("Dig", "Harbour Master"),
    }
    due = {s.subject.text: s.values.get("due") for s in statements(HEAD + LIST + words, None) if s.subject.kind == "Action"}
    assert due["Paint the wall"] == "2019-06-03"


def test_rows_of_a_log_without_a_head():
    words = "1. Lights\n\nAction 12-A\tMr Moss / Ms Hale\tMend the lights\t31 May 2019\n"
    assert owners(words) == {"Mr Moss", "Ms Hale"}


def test_a_column_of_actions_in_sentences():
    words = "Item\tDiscussion\tAction\n1. Lights\tThey are dark.\tBM to mend the lights\n2. Wall\tIt is old. Paint it.\tAH\n"
    assert actions(words) == {("BM to mend the lights", "BM"), ("Paint it.", "AH")}


def test_the_number_of_an_item_is_no_task():
    words = (
        "Item\tMinute\tAction\n1\tThe lights are dark and should be mended.\tBM\n2\tThe wall is old and was looked at.\tAH\n"
    )
    assert {action for action, _ in actions(words)} == {
        "The lights are dark and should be mended.",
        "The wall is old and was looked at.",
    }


def test_an_agenda_is_no_table_of_actions():
    assert not actions("Item\tDescription\n1\tWelcome by the chair\n2\tState of the wall\n3\tAny other business\n")


def test_cells_apart_by_strokes():
    words = (
        "Item / Discussion / Action\n1. / Lights. They are dark. They have to be mended. / BM\n2. / Wall. It is old. / AH to paint it\n"
        "3. / Any other business. None. / All to note\n"
    )
    assert actions(words) == {("They have to be mended.", "BM"), ("AH to paint it", "AH")}


def test_a_head_with_columns_of_its_own():
    words = (
        "1. Lights\n\nNo | Message or action | Who? | When? | Who needs to be told?\n1 | Mend the lights | BM | May | All\n2 | Dig | AH | June | All\n"
        "3 | Paint | HD | July | All\n"
    )
    assert {owner for _, owner in actions(words)} == {"BM", "AH", "HD"}


def test_owners_of_whom_the_paper_says_nothing_else():
    words = (
        HEAD
        + LIST
        + "1. Lights\n\nAction | Owner | By when\nMend the lights | Zbyszko Quenby | June\nDig | Ben Moss | July\nPaint | BM | May\n"
    )
    found = {s.object.label: s.object.kind for s in statements(words, "ASSIGNED_TO") if s.object}
    assert found == {"Zbyszko Quenby": "Person", "Ben Moss": "Owner", "BM": "Owner"}


def test_a_summary_repeats_no_action():
    words = (
        "1. Lights\n\nBM to mend the lights on the pier.\n\n2. Actions\n\nBM to mend the pier lights\nAH to paint the wall\n"
    )
    assert len(actions(words)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Action: BM/AH mend the lights.",
        "Ann Hale raised it. BM with AH to mend the lights.",
        "Agreed to a group (Dunn, Kerr; BM and AH to mend the lights).",
    ],
)
def test_owners_side_by_side(line):
    assert owners(f"1. Lights\n\n{line}\n") == {"BM", "AH"}


def test_a_verb_alone_takes_what_it_is_about_from_the_sentence_before():
    assert actions("1. Lights\n\nThe lights of the pier are dim. Harbour Master to mend.\n") == {
        ("The lights of the pier are dim. Harbour Master to mend.", "Harbour Master")
    }


def test_who_is_to_sign_a_letter_is_no_second_owner():
    assert actions("1. Lights\n\nAction: AH to draft a letter for BM to sign.\n") == {
        ("AH to draft a letter for BM to sign.", "AH")
    }


def test_an_owner_whose_title_ends_in_a_full_stop():
    assert owners("1. Lights\n\nWork is slow: Cllr. Hale, Mr. Moss and Ms. Dunn to mend the lights.\n") == {
        "Cllr. Hale",
        "Mr. Moss",
        "Ms. Dunn",
    }


@pytest.mark.parametrize(
    "end",
    [
        "The meeting broke up at twenty to nine.\nBM\n",
        "The next meeting is on Monday 3 June 2019 at 7 pm.\nHarbour Master\n",
        "Signed: ..............................\nHarbour Master\n",
        "4th Meeting: 3 June 2019 at 2 pm       Ben Moss\n",
        "It was noted. (Ann Hale, Chair)\n",
        "A light was broken on the pier on Sunday. PC\nKerr spoke of it.\n",
    ],
)
def test_what_ends_minutes_is_no_task(end):
    assert not actions(f"1. Lights\n\nThe lights were looked at.\n\n{end}")


def test_a_table_of_actions_ends_where_running_text_begins():
    words = (
        "1. Actions\n\nNo.\tAction\tOwner\n1/1\tMend the lights\tBM\n\n2. Piers\n\nThe piers were looked at by all.\n\n"
        "3. Next\n\nThe pier\tat noon\tHarbour Office\n"
    )
    assert actions(words) == {("Mend the lights", "BM")}


def test_a_promise_that_says_nothing_is_no_task():
    assert not actions("1. Lights\n\nBen - will do.\n")


def _told(words: str) -> set[tuple[str, object]]:
    """(action, when it is due) of everything that somebody has to do."""
    return {(s.subject.label, s.values.get("due")) for s in statements(HEAD + LIST + words, None) if s.subject.kind == "Action"}


def test_an_action_behind_another_keeps_to_itself() -> None:
    told = _told("1. Maps\n\nAction: AH to circulate a map by 1 June. BM and HD to comment.\n")
    assert told == {("AH to circulate a map by 1 June.", "2019-06-01"), ("BM and HD to comment.", None)}


@pytest.mark.parametrize("end", ["(BM, by 8 June)", "(BM by 8 June)", "(HD, by 8 June)"])
def test_owners_behind_an_action_say_when_it_is_due(end: str) -> None:
    assert {due for _, due in _told(f"1. Maps\n\nThe Clerk to circulate a map. {end}\n")} == {"2019-06-08"}


def test_a_row_whose_words_name_its_owner_is_due_when_the_last_cell_says() -> None:
    rows = (
        "Ref\tDiscussion\tOwner\tDeadline\n1\tBM to confirm the figure.\tBM\t21 June\n2\tHD to issue the draft.\tHD\t5 July\n"
    )
    assert {due for _, due in _told(rows)} == {"2019-06-21", "2019-07-05"}


@pytest.mark.parametrize("label", ["Due: ", "Deadline: ", "By when: ", "Target date: "])
def test_a_label_behind_an_action_says_when_it_is_due(label: str) -> None:
    told = _told(f"1. Maps\n\nBM spoke of the maps. Action: BM to draw a map of the pier. {label}8 June 2019\n")
    assert told == {("BM to draw a map of the pier.", "2019-06-08")}


def test_what_an_action_is_about_has_no_number() -> None:
    told = _told("2. Maps\n\n2.1 HD asked for old maps. BM to investigate.\n")
    assert told == {("HD asked for old maps. BM to investigate.", None)}


def test_the_title_of_a_row_stands_beside_its_number() -> None:
    rows = (
        "Item\tDiscussion\tAction\n1. Welcome\tAH opened the meeting.\t\n2. Maps\tHD asked for maps. BM to draw one.\tBM\n"
        "3. Date of next meeting\tThursday 6 June 2019\t\n"
    )
    told = statements(HEAD + LIST + rows, None)
    assert {s.values.get("item") for s in told if s.subject.kind == "Action"} == {"2 Maps"}
    assert {s.values.get("date") for s in told if s.values.get("status") == "planned"} == {"2019-06-06"}


@pytest.mark.parametrize(
    "words",
    [
        "4. Lights\nRESOLVED that\n(i) the plan be agreed; and\n(ii) Mr Moss mend the lights.\n",
        "4. Lights\nAGREED that:\na) the plan be adopted\nb) the Harbour Master mend the lights\n",
        "4. Lights\nRESOLVED: (i) That Ann write to the owners; (ii) That Mr Moss mend the lights.\n",
        "Actions\n\nWho\nWhat\nBy when\nAnn Hale\nWrite to the owners\nend July\nBen Moss\nMend the lights\nasap\n",
    ],
)
def test_tasks_of_several_layouts(words):
    found = owners(words)
    assert found
    assert found <= {"Mr Moss", "Harbour Master", "Ben Moss"}


@pytest.mark.parametrize("said", ["That Council appoint Ben to the panel.", "Ben and Ann will also take part.", "July"])
def test_what_is_no_task(said):
    assert not actions(f"4. Lights\n{said}\n")


def test_a_page_of_no_meeting_has_no_owners_beside_paragraphs():
    page = "Larkford Council\n\nChief Executive: Ann Hale\nHarbour Master: Ben Moss\n\nResponsibilities\n\nChief Executive\n"
    page += "Head of paid service. Staff: 112.\nHarbour Master\nThe pier, its lights and its moorings. Staff: 4.\n"
    assert not pairs(page, "ASSIGNED_TO")


def test_what_is_told_below_a_list_of_people():
    told = pairs(
        "Larkford Friends\nCommittee meeting 4 May 2022\nAttending: Ann Hale, Ben Moss\n\nLights. Ben will mend the lights.\n",
        "ASSIGNED_TO",
    )
    assert {owner for _, owner in told} == {"Ben"}


def test_labels_below_a_list_and_labels_that_ask_for_nothing():
    words = HEAD + "Present: Ann Hale, Ben Moss\n\nMEMBERSHIP\nAction required: mend the lights (Ben)\nAction required – none\n"
    assert pairs(words, "ASSIGNED_TO") == {("mend the lights", "Ben")}
    assert len([s for s in statements(words, None) if s.subject.kind == "Action"]) == 1


def test_a_row_whose_first_cells_are_empty():
    table = "Item | Talk | Action | Owner\n1. Pier | It is old. | Ask the owners | AH\n | | Mend the lights | BM\n2. Tea | Fine. | None |\n"
    assert owners(table) == {"BM"}


def test_a_column_of_actions_that_holds_initials_gives_them_what_stands_beside():
    words = 'Item\tMinute\tAction\n1\tMinutes\n\tAgreed, but page 4 should say "mend the lights".\tBM\n2\tPier\n\tAction 3 – sea wall. AH to paint it.\tAH\n'
    assert actions(words) == {('Agreed, but page 4 should say "mend the lights".', "BM"), ("AH to paint it.", "AH")}


def test_a_row_behind_a_number_goes_on_below():
    words = "7\tPier\n7.1\tThe firm had looked at the pier in May and at the wall in June, and had said that it would be dear. Cllr\nHale would mend the lights before the summer, which is when most of those who\nlive on the boats go by. (Action 5)\n"
    assert owners(words) == {"Cllr Hale"}


def test_a_clerk_named_at_the_foot_is_the_one_who_was_there():
    words = "1. Lamps. The Clerk to mend the lights.\n\nClerk to the Council: Mrs R Vale, 3 Quay Road\n"
    assert owners(words) == {"Clerk"}


def test_a_post_behind_whose_it_is_and_one_of_two_that_somebody_holds():
    there = "In attendance: Rita Vale (Clerk & RFO), Cat Pole (Head of Roads)\n\n6. Works\n"
    words = there + "RESOLVED that the Council's Head of Roads paint the pier.\nThe Clerk to mend the lights.\n"
    assert owners(words) == {"Rita Vale"}
    assert owners(words, "paint the pier") == {"Head of Roads"}

"""Rolls of those who were there: posts before the names, titles that several share, people side by side."""

import pytest

from tests.loaders.papers import HEAD, LIST, names, pairs, roles, statements

_ITEM = "\n\n1. Wall\nNone.\n"
_COLUMNS = "Present\nMrs Ann Hale{0}Chair{0}Mr Ben Moss{0}Treasurer\nMr Carl Dunn{0}Member{0}Miss Rita Vale{0}Clerk"


@pytest.mark.parametrize(
    "line",
    [
        "Present: Supervisor A. Hale, Clerk B. Moss, Councilman C. Dunn",
        "Present: Supervisor A. Hale Clerk B. Moss Councilman C. Dunn",
    ],
)
def test_a_post_before_each_name_is_that_of_the_one_behind_it(line: str) -> None:
    assert roles(HEAD + line + _ITEM) == {"A. Hale": "attendee", "B. Moss": "minutes", "C. Dunn": "attendee"}
    assert names(HEAD + line + _ITEM, "Post") == set()


def test_family_names_behind_their_posts_are_people_among_others_with_offices() -> None:
    words = HEAD + "Present: Supervisor Hale, Clerk Moss, Councilman Dunn, Attorney Vale" + _ITEM
    assert roles(words) == {"Hale": "attendee", "Moss": "minutes", "Dunn": "attendee", "Vale": "attendee"}
    assert pairs(words, "HOLDS") == {("Vale", "Attorney")}


def test_a_post_before_the_next_name_ends_what_those_before_share() -> None:
    words = HEAD + "Present: Mayor Hale, Council Members Dunn, Moss and Vale, City Manager Quill, City Clerk Rudge" + _ITEM
    assert set(roles(words)) == {"Hale", "Dunn", "Moss", "Vale", "Quill", "Rudge"}
    assert pairs(words, "HOLDS") == {("Hale", "Mayor"), ("Quill", "City Manager"), ("Rudge", "City Clerk")}


def test_what_several_are_is_no_post_of_the_first_of_them() -> None:
    words = HEAD + "Present: Supervisor Ann Hale, Clerk Ben Moss, Trustees Carl Dunn and Rita Vale" + _ITEM
    assert set(roles(words)) == {"Ann Hale", "Ben Moss", "Carl Dunn", "Rita Vale"}
    assert names(words, "Post") == set()


@pytest.mark.parametrize("gap", ["   ", "  ", "\t"])
def test_people_side_by_side_without_a_mark_are_each_one(gap: str) -> None:
    line = gap.join(["Mrs A Hale", "Mr B Moss", "Mr C Dunn"])
    assert set(roles(f"{HEAD}Present: {line}{_ITEM}")) == {"A Hale", "B Moss", "C Dunn"}
    assert set(roles(f"{HEAD}Present\n{line}\n{gap.join(['Ms D Vale', 'Dr E Wyatt'])}{_ITEM}")) == {
        "A Hale",
        "B Moss",
        "C Dunn",
        "D Vale",
        "E Wyatt",
    }


@pytest.mark.parametrize("gap", ["     ", "\t"])
def test_what_stands_beside_each_of_several_in_a_row_is_said_of_the_one_before_it(gap: str) -> None:
    words = HEAD + _COLUMNS.format(gap) + _ITEM
    assert roles(words) == {"Ann Hale": "chair", "Ben Moss": "attendee", "Carl Dunn": "attendee", "Rita Vale": "minutes"}
    assert pairs(words, "HOLDS") == {("Ben Moss", "Treasurer")}


@pytest.mark.parametrize(
    "line",
    [
        "Ann Hale, Ben Moss, FHC Cllrs Dunn and Vale, Sgt Peter Wyatt",
        "Ann Hale, Ben Moss, Sgt Peter Wyatt\nFHC Cllrs Dunn and Vale",
        "Ann Hale, Ben Moss, Sgt Peter Wyatt\nFHC Cllr Dunn\nFHC Cllr Vale",
    ],
)
def test_letters_of_a_council_before_its_councillors_are_of_them_and_not_of_the_one_before(line: str) -> None:
    words = f"{HEAD}Present: {line}{_ITEM}"
    assert set(roles(words)) == {"Ann Hale", "Ben Moss", "Dunn", "Vale", "Peter Wyatt"}
    assert pairs(words, "REPRESENTS") == {("Dunn", "FHC"), ("Vale", "FHC")}


def test_two_letters_before_councillors_say_what_sort_they_are() -> None:
    words = HEAD + "Present: Ann Hale (AH), KC Councillors Carl Dunn (CD) & Rita Vale (RV)" + _ITEM
    assert set(roles(words)) == {"Ann Hale", "Carl Dunn", "Rita Vale"}
    assert names(words, "Post") | names(words, "Organisation") == set()


_FOUR = {"Ann Hale": "attendee", "Ben Moss": "attendee", "Carl Dunn": "attendee", "Rita Vale": "attendee"}


@pytest.mark.parametrize(
    "roll",
    [
        "ROLL CALL\n\nAnn Hale, Ben Moss, Carl Dunn and Rita Vale.\n\n1. Wall",
        "1. Sederunt\nAnn Hale, Ben Moss, Carl Dunn and Rita Vale.\n\n2. Wall",
        "1. Roll Call\nAnn Hale, Ben Moss, Carl Dunn, Rita Vale\n\n2. Wall",
        "1. Roll call\nAnn Hale, Ben Moss, Carl Dunn and Rita Vale answered the roll.\n\n2. Wall",
        "1. Call to order and roll call\nAnn Hale\nBen Moss\nCarl Dunn\nRita Vale\n\n2. Wall",
        "Supervisor Ann Hale, Councilman Ben Moss, Trustee Carl Dunn and Trustee Rita Vale were present.\n\n1. Wall",
    ],
)
def test_names_under_a_roll_call_are_those_present_whether_it_is_an_item_or_not(roll: str) -> None:
    assert roles(f"{HEAD}{roll}\nNone.\n") == _FOUR


def test_a_roll_call_under_a_roman_number_tells_of_each_whether_they_came() -> None:
    words = (
        HEAD
        + "I. CALL TO ORDER / ROLL CALL\nAnn Hale called the meeting to order at 2:00 pm.\nAnn Hale - present\nBen Moss - present\nCarl Dunn - absent\n\nII. WALL\nNone.\n"
    )
    assert set(roles(words)) == {"Ann Hale", "Ben Moss"}
    assert {who for who, _ in pairs(words, "ABSENT_FROM")} == {"Carl Dunn"}


def test_people_with_posts_before_some_of_them_in_a_sentence_were_there() -> None:
    words = HEAD + "Supervisor A. Hale, Clerk B. Moss, Councilman C. Dunn were present.\n\n1. Wall\nNone.\n"
    assert roles(words) == {"A. Hale": "attendee", "B. Moss": "minutes", "C. Dunn": "attendee"}
    assert names(words, "Post") == set()


@pytest.mark.parametrize("label", ["Chair and Minute Taker", "Chair & Minutes", "Chair/Minutes"])
def test_whoever_presided_and_took_the_minutes_is_the_chair(label: str) -> None:
    words = f"{HEAD}{label}: Ann Hale\nPresent: Ben Moss, Carl Dunn{_ITEM}"
    assert roles(words) == {"Ann Hale": "chair", "Ben Moss": "attendee", "Carl Dunn": "attendee"}
    assert pairs(words, "SITS_ON") == {("Ann Hale", "Fenwick Harbour Board")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr Vale later joined the meeting.",
        "Cllr Vale joined at 7.15pm.",
        "Cllr Vale arrived late.",
        "Cllr Vale subsequently joined the meeting at 7.15 pm.",
        "Cllr Vale joined us at 8pm.",
        "Cllr Vale had to leave early.",
        "At 7.15pm Cllr Vale joined the meeting.",
        "Cllr Vale gave a report and left the meeting at 7.30pm.",
    ],
)
def test_whoever_came_later_or_left_early_was_there(sentence: str) -> None:
    words = f"{HEAD}Present: Ann Hale (Chair), Ben Moss{_ITEM}\n2. Gate\n{sentence}\n"
    assert "Vale" in {name.split()[-1] for name in roles(words)}


def test_a_title_in_the_plural_with_a_full_stop_behind_somebody_else_is_of_those_behind_it() -> None:
    words = HEAD + "Present: Cllr. D. Owen (Presiding), Cllrs. N. Rudge, M. Quill and P. Wyatt.\n\n1. Wall\nNone.\n"
    told = {s.subject.label: s.subject.honorific for s in statements(words, "ATTENDED")}
    assert told == {"D. Owen": "Cllr.", "N. Rudge": "Cllr", "M. Quill": "Cllr", "P. Wyatt": "Cllr"}


def test_those_behind_also_are_further_people() -> None:
    words = (
        HEAD
        + "Present: Councillors: B Cobb, D Wyatt & Mrs G Wyatt Also PCSO Abi Lund & four members of the public\n\n1. Wall\nNone.\n"
    )
    assert set(roles(words)) == {"B Cobb", "D Wyatt", "G Wyatt", "Abi Lund"}


def test_a_mark_left_out_between_initials_leaves_two_people() -> None:
    words = (
        HEAD
        + LIST
        + "1. Apologies\nApologies were received from Councillors: Mrs S Hale-Brook M Moss, Mrs L Rudge & Mrs I Twine\n"
    )
    assert {who for who, _ in pairs(words, "SENT_APOLOGIES")} == {"S Hale-Brook", "M Moss", "L Rudge", "I Twine"}


def test_several_told_with_semicolons_between_them_were_all_there() -> None:
    words = HEAD + "Ms. Hale, Chair; Mr. Moss, Vice Chair; Mr. Dunn, Ms. Vale, and Mr. Quill were present.\n\n1. Wall\nNone.\n"
    assert roles(words) == {"Hale": "chair", "Moss": "vice-chair", "Dunn": "attendee", "Vale": "attendee", "Quill": "attendee"}


def test_a_town_administrator_also_attended() -> None:
    words = (
        HEAD
        + "Selectmen present included Ann Hale, Ben Moss and Carl Dunn. Town Administrator Tim Vale also attended.\n\n1. Wall\nNone.\n"
    )
    assert roles(words) == {
        "Ann Hale": "attendee",
        "Ben Moss": "attendee",
        "Carl Dunn": "attendee",
        "Tim Vale": "in attendance",
    }


def test_those_who_sign_the_minutes_in_a_row_are_no_list_and_no_post() -> None:
    words = (
        "Fenwick Select Board\nMarch 16, 2005\nMinutes\nThe meeting was called to order at 7:00 p.m. by Chairman Ann Hale. "
        "Selectmen present included Ben Moss and Carl Dunn.\n\nRespectfully submitted,\nRita Vale\nAnn Hale, Chair Ben Moss Carl Dunn\n"
    )
    assert set(roles(words)) == {"Ann Hale", "Ben Moss", "Carl Dunn"}
    assert pairs(words, "HOLDS") == set()


def test_initials_among_whole_names_are_people_and_honours_are_none() -> None:
    words = HEAD + "Attendees: Dr Anni Dunn (AD), JL, BK, TW, PQ\n\n1. Wall\nNone.\n"
    assert set(roles(words)) == {"Anni Dunn", "JL", "BK", "TW", "PQ"}
    words = HEAD + "Present: Sir Bertram Hale, CBE, DL (Chair)\nBen Moss, OBE\n\n1. Wall\nNone.\n"
    assert set(roles(words)) == {"Bertram Hale", "Ben Moss"}


def test_a_list_of_guests_ends_where_a_line_tells_who_took_the_minutes() -> None:
    words = (
        HEAD
        + "Present: Ann Hale (AH)\nBen Moss (BM)\nGuests: Jane Cross\nTony Gard\nMinutes taken by Sandra Lisle.\n1. Wall\nNone.\n"
    )
    assert roles(words)["Sandra Lisle"] == "minutes"


def test_of_a_paper_in_one_line_no_name_behind_two_labels_is_lost() -> None:
    words = (
        "FENWICK HOUSING ASSOCIATION MINUTES of a meeting of the Board of the Association held on Thursday 29 January 2009 at Fenwick House, 2 Alder Court, "
        "Fenwick at 6.00pm PRESENT: Board: Jo Hale (Chair), May Moss (MM), Ruth Dunn (RD), John Vale (JV), and Elspeth Rudge (ER). Staff: John Pell (JP), "
        "Christine Quill (CQ) and Paul Cobb (PC) Minute Taker: Sandra Lisle (SL). Marc Stead from Thorn Solicitors gave a presentation. Action by1.APOLOGIES "
        "Joanne Peel (JP). 2.MINUTES OF PREVIOUS MEETING HELD 11.12.08 Page 5 The End of an Era The minutes state the matter wrongly.\n"
    )
    told = roles(words)
    assert {
        "Jo Hale",
        "May Moss",
        "Ruth Dunn",
        "John Vale",
        "Elspeth Rudge",
        "John Pell",
        "Christine Quill",
        "Paul Cobb",
    } < set(told)
    assert [who for who, role in told.items() if role == "minutes"] == ["Sandra Lisle"]


def test_trustees_by_their_family_names_with_an_office_in_a_bracket_are_each_one() -> None:
    words = HEAD + "Present: Trustees Alder (Chair), James, Hodd, Howe and the Clerk\n\n1. Wall\nNone.\n"
    assert roles(words) == {"Alder": "chair", "James": "attendee", "Hodd": "attendee", "Howe": "attendee"}
    words = HEAD + "Present: Trustees: Ann Hale, Ben Moss, Carl Dunn.\n\n1. Wall\nNone.\n"
    assert set(roles(words)) == {"Ann Hale", "Ben Moss", "Carl Dunn"}
    assert pairs(words, "HOLDS") == set()


def test_offices_before_their_names_are_told_piece_by_piece() -> None:
    words = (
        HEAD
        + "1. Sederunt: Chair Ann Hale (AH), Sec Sue Grant (SG), Scott Moss (SM), Vice chair Jim Dunn (JD),\nMembers of public: Mrs Vale, Fiona Rudge\n\n2. Wall\nNone.\n"
    )
    assert roles(words) == {
        "Ann Hale": "chair",
        "Sue Grant": "minutes",
        "Scott Moss": "attendee",
        "Jim Dunn": "vice-chair",
        "Vale": "in attendance",
        "Fiona Rudge": "in attendance",
    }
    assert pairs(words, "REPRESENTS") == set()


def test_initials_and_a_part_joined_by_a_hyphen_are_both_read() -> None:
    words = HEAD + "Present: Susan Hale (SH-Chair), Dave Moss (DM- Vice-Chair), Ella Vale (EV- Treasurer)\n\n1. Wall\nNone.\n"
    told = {s.subject.label: (s.subject.initials, s.values["role"]) for s in statements(words, "ATTENDED")}
    assert told == {"Susan Hale": ("SH", "chair"), "Dave Moss": ("DM", "vice-chair"), "Ella Vale": ("EV", "attendee")}
    assert pairs(words, "HOLDS") == {("Ella Vale", "Treasurer")}


def test_apologies_under_an_item_in_a_row_are_those_of_the_next_line() -> None:
    words = (
        HEAD
        + "Present:         Ann Hale, Ben Moss, Carl Dunn.\n\nItem 1:             Apologies:\n\n                        Jan Nurse, Kay Clarke, Dot Coles,\n\nItem 2             Wall.\n\nNone.\n"
    )
    assert {who for who, _ in pairs(words, "SENT_APOLOGIES")} == {"Jan Nurse", "Kay Clarke", "Dot Coles"}


def test_a_list_of_names_under_a_number_is_no_action() -> None:
    words = (
        HEAD
        + "1. Attending: S Morris, T Dunn-Moss, S Alder, R Peters. Cllr. K Baird, &\n8 Members of the public\n\n2. Wall\nNone.\n"
    )
    assert pairs(words, "ASSIGNED_TO") == set()
    assert {"S Morris", "T Dunn-Moss", "S Alder", "R Peters", "K Baird"} <= set(roles(words))


def test_whoever_agreed_to_take_the_minutes_took_them() -> None:
    words = HEAD + LIST + "1. Wall\nBen Moss agreed to take the minutes.\n"
    assert roles(words)["Ben Moss"] == "minutes"
    assert pairs(words, "ASSIGNED_TO") == set()


def test_the_latest_minutes_are_of_the_council_that_is_named_before_them() -> None:
    words = "Fenwick Community Council – Draft Minutes of Latest Meeting\n\nMonday 12th November 2018\n\nPresent: Ann Hale (Chair), Ben Moss\n\n1. Wall\nNone.\n"
    assert {body for _, body in pairs(words, "MEETING_OF")} == {"Fenwick Community Council"}


def test_a_mark_behind_a_name_that_a_note_explains_is_not_of_it() -> None:
    words = (
        HEAD
        + "Present:\nAnn Hale          Chair (AH)\nBen Moss          Chief Executive (BM)\nPeter Wyatt*          Director of Strategy (PW)\n* non-voting\n\n1. Wall\nNone.\n"
    )
    assert set(roles(words)) == {"Ann Hale", "Ben Moss", "Peter Wyatt"}
    assert ("Peter Wyatt", "Director of Strategy") in pairs(words, "HOLDS")


def test_officers_below_councillors_do_not_share_their_title() -> None:
    words = (
        HEAD
        + "Cllrs Present: A Hale (Mayor), B Moss, C Dunn\nOfficers: O Penrose (Town Clerk), J Peel (Deputy Clerk)\n\n1. Wall\nNone.\n"
    )
    told = {s.subject.label: s.subject.honorific for s in statements(words, "ATTENDED")}
    assert told == {"A Hale": "Cllr", "B Moss": "Cllr", "C Dunn": "Cllr", "O Penrose": "", "J Peel": ""}


@pytest.mark.parametrize(
    "title",
    ["To receive apologies", "To receive and accept apologies for absence", "To note any apologies for absence"],
)
def test_apologies_that_are_to_be_received_are_those_listed_below(title: str) -> None:
    words = f"{HEAD}{LIST}1. {title}\nCllr M Quill (work), Cllr R Rudge (holiday)\n\n2. Wall\nNone.\n"
    assert {who for who, _ in pairs(words, "SENT_APOLOGIES")} == {"M Quill", "R Rudge"}


def test_what_somebody_disclosed_before_leaving_is_no_post():
    words = (
        "Fenwick Council\n\nMinutes of the meeting held on 3 May 2019\n\nPresent: Councillor Ann Hale, Councillor Ben Moss\n\n"
        "3. Disclosures of interest\nCouncillor Ben Moss disclosed a non-pecuniary interest in item 9 as a governor of Hale Academy and left the meeting.\n"
    )
    assert pairs(words, "HOLDS") <= {("Ben Moss", "governor")}

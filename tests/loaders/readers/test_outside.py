"""Whom a council sends to other bodies, and who was elected."""

from tests.loaders.papers import HEAD, LIST, names, pairs, roles

SENT = (
    "Appointments to outside bodies 2024/25\n\nFenwick Almshouses Trust: Mrs Mary Pell\nCllr Ann Hale - Fenwick Harbour Board\n"
    "Joint Bait Panel – Councillors B Moss and R Vale\n"
)


def test_those_sent_to_boards_sit_on_them_and_speak_with_charities():
    assert pairs(SENT, "REPRESENTS") == {("Mary Pell", "Fenwick Almshouses Trust")}
    assert {("Ann Hale", "Fenwick Harbour Board"), ("B Moss", "Joint Bait Panel"), ("R Vale", "Joint Bait Panel")} == pairs(
        SENT, "SITS_ON"
    )


def test_rows_under_such_a_heading():
    words = (
        HEAD
        + LIST
        + "4. Representatives on outside bodies\n\nFenwick Pier Association\tMr Ben Moss\nFenwick Drainage Board\tMr Ben Moss, Miss Helen Dunn\n"
    )
    assert ("Ben Moss", "Fenwick Pier Association") in pairs(words, "REPRESENTS")
    assert ("Helen Dunn", "Fenwick Drainage Board") in pairs(words, "SITS_ON")


def test_elected_and_then_something_else():
    words = (
        HEAD
        + LIST
        + "1. Election\nThere being no other nominations Ben Moss was elected Chairman and signed the declaration.\n"
    )
    assert roles(words, "SITS_ON")["Ben Moss"] == "chair"


def test_a_table_of_who_was_proposed_lists_nobody_present():
    words = (
        HEAD + LIST + "5. Election of Officers\nThe following were elected:\n\nPosition | Name | Proposed | Seconded\n"
        "Secretary | Tom Pell | Ann Hale | Ben Moss\nCommittee members | Ivor Quill, Rita Vale | Ann Hale | Ben Moss\n"
    )
    assert {who for who, _ in pairs(words, "ATTENDED")} == {"Ann Hale", "Ben Moss", "Helen Dunn"}


def test_a_page_headed_membership_is_of_no_meeting():
    words = "Fenwick Care Partnership\n\nMembership\n\nMembers:\nAnn Hale, Fenwick Council\nBen Moss, Pier Hospital\n\nIn attendance:\nRita Vale, Manager\n"
    assert names(words, "Meeting") == set()
    assert pairs(words, "SITS_ON") == {("Ann Hale", "Fenwick Care Partnership"), ("Ben Moss", "Fenwick Care Partnership")}


def test_the_committee_is_the_one_named_before_it():
    words = (
        HEAD
        + LIST
        + "6. Search Committee\nBen Moss, who chairs the Committee, recommended that Helen Dunn join the Audit Committee.\n"
    )
    assert ("Ben Moss", "Search Committee") in pairs(words, "SITS_ON")
    assert ("Ben Moss", "Audit Committee") not in pairs(words, "SITS_ON")


def test_a_sentence_that_lists_who_is_sent_where_is_read_piece_by_piece():
    words = (
        HEAD
        + LIST
        + "12. Appointment of representatives\n\nThe following were appointed: Fenwick Pier Association – Mr Ben Moss; "
        + "Burial Joint Committee – Ms Helen Dunn and Mr Owen Rees; Tree Warden – Mr Owen Rees.\n"
    )
    assert ("Ben Moss", "Fenwick Pier Association") in pairs(words, "REPRESENTS")
    assert {("Helen Dunn", "Burial Joint Committee"), ("Owen Rees", "Burial Joint Committee")} <= pairs(words, "SITS_ON")
    assert ("Owen Rees", "Tree Warden") in pairs(words, "HOLDS")


def test_names_in_words_that_any_organisation_may_have():
    words = "Outside bodies\n\nVillage Hall Trust – Cllr Hale and Cllr Moss\nAllotment Association: Cllr R Vale\nChief Executive: Cllr Dunn\n"
    assert pairs(words, "REPRESENTS") == {
        ("Hale", "Village Hall Trust"),
        ("Moss", "Village Hall Trust"),
        ("R Vale", "Allotment Association"),
    }

"""Kinds of layout of the pages that councils publish; the people and places are invented."""

from tests.loaders.papers import pairs, statements

HEAD = "Alder Parish Council\n\nMinutes of the meeting held on 12 May 2021\n\n"
PRESENT = "Present: Cllrs A Hale, B Moss, R Vale, J Dee and T Wren.\n\n"


def test_the_head_of_a_table_of_items_ends_a_list_of_people():
    words = (
        HEAD
        + "Present:\n\nCllr Mr A H Hale (Chair)\n\nCllr Mrs B Moss\n\nIn Attendance:\n\nOne member of the public\n\n"
        + "Mr W Quill Clerk and Executive Officer to Alder Parish Council\n\nMrs P Rowe Assistant Clerk, Alder Parish Council\n\n"
        + "Item No Item under discussion\nPART ONE – OPEN TO THE PUBLIC\n21.44 ELECTION OF CHAIR OF THE COUNCIL\n\nIt was RESOLVED.\n"
    )
    assert pairs(words, "HOLDS") == {("W Quill", "Clerk and Executive Officer"), ("P Rowe", "Assistant Clerk")}
    assert pairs(words, "POST_IN") == {
        (post, "Alder Parish Council") for post in ("Clerk and Executive Officer", "Assistant Clerk")
    }


def test_words_of_links_are_no_part_of_a_venue_or_an_item():
    words = (
        "Agenda and minutes\n\nPier Board - Thursday, 26 January 2017 2.00 p.m.\n\nVenue: Pier Chamber - South Alder Hall. View directions\n\n"
        "Items\nNo. Item\n\n1.\n\nHarbour Strategy pdf icon PDF 223 KB\n\nCouncillor Rita Vale presented the report.\n"
    )
    assert [s.values["venue"] for s in statements(words, None) if "venue" in s.values] == ["Pier Chamber - South Alder Hall"]
    assert [s.values["item"] for s in statements(words, "LED")] == ["Harbour Strategy"]

"""Lists side by side."""

from sederunt.loaders.layout.columns import by_column

from tests.loaders.papers import HEAD, document, pairs


def test_lists_side_by_side_are_read_one_after_the_other():
    words = HEAD + (
        "Present                     Apologies\n\n"
        "Ann Hale                    Tom Dunn\nHarbour Master              Surveyor\n\n"
        "Ben Moss                    Rita Vale\nTreasurer                   Clerk\n\n1. Wall\nAgreed.\n"
    )
    assert {name for name, _ in pairs(words, "ATTENDED")} == {"Ann Hale", "Ben Moss"}
    assert {name for name, _ in pairs(words, "SENT_APOLOGIES")} == {"Tom Dunn", "Rita Vale"}
    assert ("Tom Dunn", "Surveyor") in pairs(words, "HOLDS")


def test_one_list_in_two_columns():
    words = HEAD + "Present:\n\n| Ann Hale | Tom Dunn |\n| --- | --- |\n| Ben Moss | Rita Vale |\n\n1. Wall\nAgreed.\n"
    assert {name for name, _ in pairs(words, "ATTENDED")} == {"Ann Hale", "Tom Dunn", "Ben Moss", "Rita Vale"}


def test_a_table_of_names_and_posts_stays_one():
    words = HEAD + "Present:\n\n| Ann Hale | Harbour Master |\n| Ben Moss | Treasurer |\n| Rita Vale | Clerk |\n\n1. Wall\n"
    assert pairs(words, "HOLDS") >= {("Ann Hale", "Harbour Master"), ("Ben Moss", "Treasurer")}


def test_a_table_of_bodies_with_their_officers_is_not_read_down():
    words = "Harbour panels\n\n| Wall Panel | Ann Hale | Tom Dunn |\n| Pier Panel | Ben Moss | Rita Vale |\n| Fish Panel | Jo Pell | Sue Lamb |\n"
    assert by_column(document(words).blocks) == document(words).blocks

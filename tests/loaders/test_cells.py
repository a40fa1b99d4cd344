"""Tables that stand for lists of people: labels with their people beside them, lists side by side, people side by side."""

import pytest

from tests.loaders.papers import HEAD, pairs, roles, statements

END = "\n1. Lights\n\nThe lights were mended.\n"

SIDE_BY_SIDE = """
MEMBERS PRESENT                 MANAGEMENT IN ATTENDANCE

Ms Ann Hale                     Mr Ben Moss
Chair                           Harbour Master

Dr Helen Dunn                   Mrs Rita Vale
Trustee                         Clerk (minutes)

APOLOGIES                       ABSENT

Mr Ian Crewe                    Mr Owen Lock
"""


@pytest.mark.parametrize(
    "table",
    [
        "Present: | Ann Hale, Ben Moss and Helen Dunn |\nApologies: | Rita Vale |\nVenue: | Custom House |\n",
        "Present | Ann Hale | Ben Moss | Helen Dunn |\nApologies | Rita Vale |\nVenue | Custom House |\n",
        "Present | Apologies |\n---|---|\nAnn Hale | Rita Vale |\nBen Moss |\nHelen Dunn |\n",
        "Present | Present | Apologies |\nAnn Hale | Ben Moss | Rita Vale |\nHelen Dunn |\n",
        "Present:\n\nAnn Hale     Ben Moss     Helen Dunn\n\nApologies:     Rita Vale\n\nVenue:     Custom House\n",
        "Present: Ann Hale          Apologies: Rita Vale\n         Ben Moss\n         Helen Dunn\n\nVenue:     Custom House\n\nTime:     2 pm\n",
    ],
)
def test_a_table_that_stands_for_lists(table):
    assert set(roles(HEAD + table + END)) == {"Ann Hale", "Ben Moss", "Helen Dunn"}
    assert {name for name, _ in pairs(HEAD + table + END, "SENT_APOLOGIES")} == {"Rita Vale"}


def test_lists_side_by_side_with_posts_below_the_names():
    words = HEAD + SIDE_BY_SIDE + END
    told = roles(words)
    assert (told["Ann Hale"], told["Ben Moss"], told["Rita Vale"]) == ("chair", "in attendance", "minutes")
    assert pairs(words, "HOLDS") >= {("Ben Moss", "Harbour Master"), ("Helen Dunn", "Trustee")}
    assert {name for name, _ in pairs(words, "SENT_APOLOGIES")} == {"Ian Crewe"}
    assert {name for name, _ in pairs(words, "ABSENT_FROM")} == {"Owen Lock"}
    quotes = [s.evidence.quote for link in ("ATTENDED", "HOLDS") for s in statements(words, link)]
    assert all("".join(quote.split()) in "".join(words.split()) for quote in quotes)


def test_a_chair_beside_a_label_above_the_other_lists():
    words = (
        HEAD + "Chair: | Cllr Ann Hale |\nCouncillors: | Ben Moss, Helen Dunn |\nAlso present: | Rita Vale (Clerk) |\n" + END
    )
    assert roles(words)["Ann Hale"] == "chair"
    assert set(roles(words)) == {"Ann Hale", "Ben Moss", "Helen Dunn", "Rita Vale"}


def test_a_table_with_named_columns_stays_one():
    table = "Name | Deputy | Present |\nAnn Hale | Ben Moss | Yes |\nHelen Dunn | Rita Vale | Yes |\n"
    assert set(roles(HEAD + table + END)) == {"Ann Hale", "Helen Dunn"}


def test_names_beside_who_sent_them_are_no_two_columns_of_people():
    table = "Present\nAnn Hale          Irish Pilots\nBen Moss          Vlaamse Loodsen\nHelen Dunn          Cote Pilots\n"
    assert set(roles(HEAD + table + END)) == {"Ann Hale", "Ben Moss", "Helen Dunn"}

"""Who sits on a body by a sentence that names several people, each on a line of invented text."""

import pytest

from tests.loaders.papers import statements


def seats(words):
    return {(s.subject.label.split()[-1], s.object.label, s.values["role"]) for s in statements(words, "SITS_ON")}


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The current members of the Pier Board are Ann Hale (Chair), Ben Moss and Helen Dunn.", "Pier Board"),
        (
            "Three members were appointed to the Pier Panel, Blue's Ann Hale (Chair), Ben Moss from Red Dawn and Independent Helen Dunn.",
            "Pier Panel",
        ),
        (
            "Members appointed to the board of Fenwick Leisure Centre are Ann Hale (Chair), Ben Moss alongside Helen Dunn.",
            "board of Fenwick Leisure Centre",
        ),
        ("Appointed to the Quay Forum were Cllrs Ann Hale (Chair), Ben Moss (Lab) and Helen Dunn (Con).", "Quay Forum"),
    ],
)
def test_people_behind_the_body(sentence, body):
    assert seats(f"News\n\n{sentence}\n") == {("Hale", body, "chair"), ("Moss", body, "member"), ("Dunn", body, "member")}


def test_people_in_front_of_the_body():
    words = (
        "News\n\nCllrs Ann Hale (Lab) and Ben Moss (Con) were both appointed to the Bait Committee, while nobody else came.\n"
    )
    assert seats(words) == {("Hale", "Bait Committee", "member"), ("Moss", "Bait Committee", "member")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The members of the Pier Partnership are Fenwick Council, Hale Trust and Moss College.",
        "The report was considered by the Works Committee, Ann Hale and Ben Moss.",
        "The Works Committee appointed consultants, and Ann Hale and Ben Moss spoke.",
    ],
)
def test_others_beside_a_body_do_not_sit_on_it(sentence):
    assert not seats(f"News\n\n{sentence}\n")

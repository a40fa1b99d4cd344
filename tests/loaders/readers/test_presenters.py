"""Slides dumped as text on which each name stands below its post."""

from tests.loaders.papers import names, pairs, statements

DECK = (
    "Title: Corporate Structure\n1Corporate Structure\n- July 2023\n2Senior Management Team\nChief Executive\nNadine Orr\nDirector of Place\nPeter Quell\n"
    "Director of People\nToby Vale (Acting)\nDirector of Resources\nVacant\n3Questions\n- Thank you\n"
)


def test_each_name_is_in_the_post_above_it():
    assert pairs(DECK, "HOLDS") == {
        ("Nadine Orr", "Chief Executive"),
        ("Peter Quell", "Director of Place"),
        ("Toby Vale", "Director of People"),
    }
    assert {s.subject.label: s.values["acting"] for s in statements(DECK, "HOLDS")}["Toby Vale"] is True
    assert not {name for name in names(DECK, "Unit") if "Vale" in name}


def test_a_presenter_over_her_post_keeps_it():
    deck = "Title: Plans\n1Plans for 2024\n- Ann Hale\n- Director of Place\n2Next steps\n- Consult on the plan\n"
    assert pairs(deck, "HOLDS") == {("Ann Hale", "Director of Place")}

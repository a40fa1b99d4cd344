"""What the parameters of the saved queries leave out of their answers."""

import pytest
from sederunt.queries.ask import ask

from tests.queries.test_saved import cells


@pytest.mark.parametrize(
    ("name", "values", "columns", "rows"),
    [
        ("members", {"body": "Forum", "stated": "yes"}, "person", [("Ann Hale",), ("Cara O’Dowd",)]),
        ("several-boards", {"at_least": 3, "stated": True}, "person", []),
        ("person-boards", {"person": "Cara O'Dowd", "stated": True}, "body", [("Early Years Board",), ("Vale Schools Forum",)]),
        ("actions", {"stated": True}, "action", [("Write to schools about places",), ("Find a room",)]),
        ("actions", {"open": True, "body": "Forum"}, "action", [("Write to schools about places",)]),
        ("actions", {"owner": "Dev Patel"}, "action", [("Publish the budget",)]),
        ("actions", {"from": "2019-02"}, "action", [("Find a room",)]),
        ("actions", {"meeting": "Early Years Board, 5 March 2019"}, "action", [("Find a room",)]),
        ("meetings", {"to": "2019-03"}, "date", [("2019-01-15",), ("2019-03-05",)]),
        ("meetings", {"from": "2019-03-06", "to": "2019"}, "date", [("2019-05-14",), ("2019-09-01",)]),
        ("meetings", {"status": "planned"}, "body", [("Vale Schools Forum",)]),
        ("attendance", {"body": "Forum", "to": "2019-01"}, "person present meetings", [("Ann Hale", 1, 1), ("Bryn Rees", 1, 1), ("Dev Patel", 1, 1), ("Cara O’Dowd", 0, 1)]),
        ("seats", {"vacant": True}, "post", [("Head of Admissions",)]),
        ("structure", {"things": "Admissions", "stated": True}, "link", [("HEADS",)]),
        ("around", {"things": "Bryn Rees", "stated": True}, "link", [("REPRESENTS",)]),
        ("officers", {"body": "Early Years Board"}, "person", [("Cara O’Dowd",)]),
        ("above", {"of": "Head of Admissions", "stated": True}, "high", []),
        ("under", {"place": "Chief Executive"}, "level low", [(1, "Director of Education"), (1, "Education"), (1, "Finance"), (2, "Head of Admissions"), (2, "Admissions"), (2, "Adviser"), (2, "Director of Education"), (2, "Finance"), (3, "Head of Admissions")]),
        ("reports", {"to": "Dev Patel"}, "low", [("Head of Admissions",)]),
        ("heads", {"place": "Admissions"}, "post", [("Head of Admissions",)]),
        ("overlap", {"bodies": "Inclusion & Access Panel", "nested": False}, "other person", [("Early Years Board", "Cara O’Dowd")]),
        ("overlap", {"bodies": ["Forum", "Early Years Board"], "stated": True}, "shared person", [(2, "Ann Hale"), (2, "Cara O’Dowd")]),
        ("around", {"things": "Dev Patel", "meetings": True}, "link end_name", [("ATTENDED", "Vale Schools Forum, 15 January 2019"), ("HOLDS", "Director of Education"), ("LED", "Vale Schools Forum, 15 January 2019")]),
        ("path", {"from": "Dev Patel", "to": "Ann Hale"}, "step", []),
        ("find", {"words": "annie"}, "kind text document", [("person", "Ann Hale", "forum/2019-01.txt")]),
    ],
)  # fmt: skip
def test_parameters_narrow_the_answer(store, name, values, columns, rows):
    assert cells(ask(store, name, values), columns) == rows

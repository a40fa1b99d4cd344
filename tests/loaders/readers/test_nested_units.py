"""Units of a page that are parts of one another, and the posts that run them."""

import pytest
from sederunt.loaders.naming.headship import rank, runs

from tests.loaders.papers import names, pairs

TREE = """Kilroe Training Board

Organisation chart

Chief Executive: Ann Hale
+-- Director of Schools: Ben Moss
|   +-- Liaison Officer: Cat Dunn
|   +-- Psychologist: vacant
|
+-- Head of Finance: Dan Eames
"""


def test_a_tree_drawn_with_characters() -> None:
    """Who hangs below whom reports to her."""
    assert pairs(TREE, "REPORTS_TO") == {
        ("Director of Schools", "Chief Executive"),
        ("Liaison Officer", "Director of Schools"),
        ("Psychologist", "Director of Schools"),
        ("Head of Finance", "Chief Executive"),
    }


def test_an_arrow_hangs_a_post_too() -> None:
    """Arrows stand where other charts have branches."""
    words = (
        "Chief Executive (Ann Hale)\n  -> Head of Fleet (Ben Moss)\n       -> Fitter (vacant)\n  -> Head of Depot (Cat Dunn)\n"
    )
    assert pairs(words, "REPORTS_TO") >= {("Head of Fleet", "Chief Executive"), ("Fitter", "Head of Fleet")}


RANKS = """Fenshire County Council

Adult Care
Corporate Director: Ann Hale

Commissioning
Head of Commissioning: Ben Moss

Transport
Corporate Director: Cat Dunn

Highways
Head of Highways: Dan Eames
"""


def test_heads_of_service_stand_below_directors() -> None:
    """Where headings have no level, the ranks of the heads tell."""
    assert pairs(RANKS, "PART_OF") == {
        ("Commissioning", "Adult Care"),
        ("Highways", "Transport"),
        ("Adult Care", "Fenshire County Council"),
        ("Transport", "Fenshire County Council"),
    }


def test_bullets_below_a_line_that_names_a_unit() -> None:
    """A unit named in the line of its head holds those on the bullets below it."""
    words = """Who runs what

Place Directorate (Executive Director: Ann Hale)
- Planning: Ben Moss, Head of Planning
- Housing: Cat Dunn, Head of Housing

Resources Directorate (Executive Director: Dan Eames)
- Finance: Eve Frost, Head of Finance
"""
    assert pairs(words, "PART_OF") == {
        ("Planning", "Place Directorate"),
        ("Housing", "Place Directorate"),
        ("Finance", "Resources Directorate"),
    }


def test_tables_tell_who_runs_a_unit() -> None:
    """The post at the top of a unit's rows runs it; it is part of that to whose post this reports."""
    words = """Fenshire Council

Staff list

Post	Name	Team	Reports to
Head of Libraries	Ann Hale	Libraries	Director of Place
Library Manager	Ben Moss	Central Library	Head of Libraries
Librarian	Cat Dunn	Central Library	Library Manager
"""
    assert pairs(words, "HEADS") == {("Head of Libraries", "Libraries"), ("Library Manager", "Central Library")}
    assert pairs(words, "PART_OF") == {("Central Library", "Libraries"), ("Libraries", "Fenshire Council")}


def test_what_a_page_is_of() -> None:
    """The words that say that it is a page are no part of the name of a unit."""
    words = "Who's who in the Harbour Directorate\n\nHarbour Master\nAnn Hale\n\nPilot\nBen Moss\n\nClerk\nCat Dunn\n"
    assert names(words, "Unit") == {"Harbour Directorate"}


@pytest.mark.parametrize(
    ("title", "unit", "first", "expected"),
    [
        ("Head of Housing", "Housing", False, True),
        ("Learning Manager", "Learning and Engagement", True, True),
        ("Learning Manager", "Learning and Engagement", False, False),
        ("Divisional Director", "Division of Surgery", True, True),
        ("Deputy Head of Housing", "Housing", True, False),
        ("Housing Officer", "Housing", True, False),
    ],
)
def test_who_runs_a_unit(title: str, unit: str, *, first: bool, expected: bool) -> None:
    """By the words of the title and the unit."""
    assert runs(title, unit, first=first) is expected


def test_ranks_of_heads() -> None:
    """Directors stand above assistant directors, these above heads of service and managers."""
    ranks = [rank(title) for title in ("Corporate Director", "Assistant Director", "Head of Housing", "Parks Manager", "Clerk")]
    assert ranks == [0, 1, 2, 3, None]

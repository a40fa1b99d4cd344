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


def test_a_service_over_its_teams() -> None:
    """The heading at the top of a page of one service is of those below, whose heads stand lower."""
    words = """Planning Service

Head of Planning: Ann Hale

Development Management
Team Leader: Ben Moss

Planning Policy
Team Leader: Cat Dunn
"""
    assert pairs(words, "PART_OF") == {("Development Management", "Planning Service"), ("Planning Policy", "Planning Service")}
    assert ("Team Leader", "Planning Policy") in pairs(words, "HEADS")


def test_a_unit_whose_name_could_be_a_person() -> None:
    """What somebody on the page is the head of is a unit where it stands as a heading, and a post may name a place."""
    words = """Our people

Ann Hale
Head of Visitor Experience

Visitor Experience

Ben Moss
Site Manager, Old Mill Museum

Learning

Cat Dunn
Schools Officer
"""
    assert pairs(words, "POST_IN") >= {("Site Manager, Old Mill Museum", "Visitor Experience"), ("Schools Officer", "Learning")}


def test_posts_of_one_title_below_different_ones() -> None:
    """Seasonal rangers of the east and of the west are two posts."""
    words = """Head Ranger: Ann Hale
    Senior Ranger (East): Ben Moss
        Seasonal Ranger (6 posts)
    Senior Ranger (West): Cat Dunn
        Seasonal Ranger (4 posts)
"""
    assert pairs(words, "REPORTS_TO") >= {
        ("Seasonal Ranger", "Senior Ranger (East)"),
        ("Seasonal Ranger", "Senior Ranger (West)"),
    }


def test_dots_lead_to_the_holder() -> None:
    """A row of dots stands between a post and who holds it."""
    words = "Our people\n\nRegistrar ........ Ann Hale\nDeputy Registrar .... Ben Moss\nPayroll Officer ..... Vacant\n"
    assert pairs(words, "HOLDS") == {("Ann Hale", "Registrar"), ("Ben Moss", "Deputy Registrar")}


def test_what_a_post_deals_with_in_brackets() -> None:
    """A topic in brackets behind a post is of its title; who leads a unit does not hold "leads"."""
    head = "Minutes of the Board held on 3 May 2019\n\nPresent:\nCllr Gus Hart (Chair)\n"
    assert ("Ann Hale", "Vice Principal (Curriculum and Quality)") in pairs(
        f"{head}Ann Hale, Vice Principal (Curriculum and Quality)\n", "HOLDS"
    )
    led = "The Director of Place, Ann Hale, leads the Place Directorate, which has a Planning Team.\n"
    assert pairs(led, "HOLDS") == {("Ann Hale", "Director of Place")}


FOLDED = """Fenwick City Council

Senior management structure

On this page
Place directorate
People directorate
Statutory officers

Place directorate

Corporate Director, Place: Ann Hale

Service: Planning
Head of Service: Ben Moss
Teams:
    Building Control
    Appeals Team – Team Manager: Cat Dunn
    Elections

Service: Waste
Head of Service: Vacant

People directorate

Corporate Director, People: Dan Eames

Service: Schools
Head of Service: Eve Frost

Statutory officers

Monitoring Officer: Ben Moss
"""


def test_services_in_the_folded_parts_of_a_page() -> None:
    """What sorts of units headings name tells which stand in which; statutory offices are in no unit."""
    parts = pairs(FOLDED, "PART_OF")
    assert {
        ("Planning", "Place directorate"),
        ("Waste", "Place directorate"),
        ("Schools", "People directorate"),
        ("Building Control", "Planning"),
        ("Appeals Team", "Planning"),
        ("Elections", "Planning"),
        ("Place directorate", "Fenwick City Council"),
        ("People directorate", "Fenwick City Council"),
    } == parts
    assert ("Team Manager", "Appeals Team") in pairs(FOLDED, "HEADS")
    assert "Monitoring Officer" not in {post for post, _ in pairs(FOLDED, "POST_IN")}

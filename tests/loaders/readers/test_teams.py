"""Tables and lists with a row for each unit and who runs it."""

from tests.loaders.papers import pairs

TABLE = """Contacts by team - Fenwick Water

Team | Manager | Members
Leakage | Sarah Colby | Ian Thwaite, Priya Nair, Mo Farouk
Metering | Jack Dunmore | Ellie Gaskin, Tom Rudd
"""


def test_a_table_of_teams() -> None:
    """A manager for each team, and those who are in it; a team is no body."""
    assert pairs(TABLE, "HOLDS") == {("Sarah Colby", "Manager"), ("Jack Dunmore", "Manager")}
    assert pairs(TABLE, "HEADS") == {("Manager", "Leakage"), ("Manager", "Metering")}
    assert {team for who, team in pairs(TABLE, "AFFILIATED_TO") if who in ("Mo Farouk", "Tom Rudd")} == {"Leakage", "Metering"}
    assert not pairs(TABLE, "SITS_ON")


LISTED = """Fenwick District Council

Who runs our services

Heads of Service:
Planning: Ann Hale
Housing - Ben Moss (interim)
Revenues and Benefits: vacant
"""


def test_a_list_of_those_who_run_services() -> None:
    """The heading gives the post, each line the unit and who holds it there."""
    assert pairs(LISTED, "HOLDS") == {("Ann Hale", "Head of Service"), ("Ben Moss", "Head of Service")}
    assert {unit for _, unit in pairs(LISTED, "HEADS")} == {"Planning", "Housing", "Revenues and Benefits"}


AREAS = """Who's who - Fenwick Borough Council

Ann Hale
Director of Homes

Service areas: Lettings, Repairs and Parks, Street Cleaning

Ben Moss
Director of Works and s151 Officer

Cat Dunn
Director of Schools
"""


def test_service_areas_below_somebody() -> None:
    """Service areas are units of the council whose page it is; the page is none."""
    assert pairs(AREAS, "PART_OF") == {
        ("Lettings", "Fenwick Borough Council"),
        ("Repairs and Parks", "Fenwick Borough Council"),
        ("Street Cleaning", "Fenwick Borough Council"),
    }


PROSE = """Contact our staff: Waste Service

The Waste Service is part of the Works Directorate of Fenwick Council. Please write to the Director of Works, Ann Hale.

Waste Manager: Ben Moss
Recycling Officer: Cat Dunn
Depot Officer: Dan Eames
"""


def test_a_directorate_in_a_sentence() -> None:
    """What is of an organisation is part of it, and who is named as its director runs it."""
    assert ("Works Directorate", "Fenwick Council") in pairs(PROSE, "PART_OF")
    assert ("Waste Service", "Works Directorate") in pairs(PROSE, "PART_OF")
    assert ("Director of Works", "Works Directorate") in pairs(PROSE, "HEADS")


EMPTY = """Northmoor Trust Board

Chair
Professor Alan Winter

Director of Nursing - Carys Lloyd
Director of Finance - Mark Tudor
Director of Planning (vacant)
"""


def test_a_vacant_post_below_somebody() -> None:
    """A post that nobody holds is not that of the one named above it."""
    assert {post for who, post in pairs(EMPTY, "HOLDS") if who == "Mark Tudor"} == {"Director of Finance"}

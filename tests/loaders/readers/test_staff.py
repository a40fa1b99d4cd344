"""Staff pages: posts and holders above or beside one another, units, heads, lines of reporting."""

from pathlib import Path

import pytest
from sederunt.graph.statement import Statement
from sederunt.loaders.load import read_paper

from tests.loaders.papers import names, pairs, statements


@pytest.fixture
def found(tmp_path: Path, request: pytest.FixtureRequest) -> list[Statement]:
    """What is read in the text that a test gives."""
    paper = tmp_path / "page.txt"
    paper.write_text(request.param, encoding="utf-8")
    return list(read_paper(paper, paper.name).paper.statements)


def _links(statements: list[Statement], link: str) -> set[tuple[str, str]]:
    return {(s.subject.label, s.object.label) for s in statements if s.link == link and s.object}


POST_FIRST = """Place directorate: who's who

Director of Place
Ann Hale
Reports to the Chief Executive, Ben Moss.

Housing

Head of Housing
Cat Dunn (Acting)
Reports to: Director of Place

Housing Officers (3 posts)
Dan Eames
Eve Frost (maternity leave; cover: Gus Hart)
Vacant
"""


@pytest.mark.parametrize("found", [POST_FIRST], indirect=True)
def test_posts_above_their_holders(found: list[Statement]) -> None:
    """A post above one or several names, those who cover included, in the unit under whose heading it stands."""
    assert _links(found, "HOLDS") >= {
        ("Ann Hale", "Director of Place"),
        ("Cat Dunn", "Head of Housing"),
        ("Dan Eames", "Housing Officers"),
        ("Eve Frost", "Housing Officers"),
        ("Gus Hart", "Housing Officers"),
    }
    assert _links(found, "HEADS") == {("Director of Place", "Place directorate"), ("Head of Housing", "Housing")}
    assert _links(found, "REPORTS_TO") == {("Director of Place", "Chief Executive"), ("Head of Housing", "Director of Place")}
    assert ("Housing", "Place directorate") in _links(found, "PART_OF")
    assert {s.values.get("seats") for s in found if s.subject.label == "Housing Officers" and s.link is None} == {3}


NAME_FIRST = """Our people

Ann Hale
Chief Executive

Ann came to us from the theatre.

Ben Moss
Director of Collections
Line managed by: Chief Executive

Cat Dunn
Head of Learning
Line managed by: Ben Moss
"""


@pytest.mark.parametrize("found", [NAME_FIRST], indirect=True)
def test_names_above_their_posts(found: list[Statement]) -> None:
    """Where names stand first, the post under each is theirs; a heading that speaks of the page is no unit."""
    assert _links(found, "HOLDS") == {
        ("Ann Hale", "Chief Executive"),
        ("Ben Moss", "Director of Collections"),
        ("Cat Dunn", "Head of Learning"),
    }
    assert _links(found, "REPORTS_TO") == {
        ("Director of Collections", "Chief Executive"),
        ("Head of Learning", "Director of Collections"),
    }
    assert not [s for s in found if s.subject.kind == "Unit"]


TREE = """Organisational structure

Chief Executive (Ann Hale)
  • Director of People (Ben Moss)
      o Head of Adult Care (Cat Dunn)
      o Head of Learning (vacant)
  • Director of Place (Eve Frost)
"""


@pytest.mark.parametrize("found", [TREE], indirect=True)
def test_a_tree_of_posts_with_holders_in_brackets(found: list[Statement]) -> None:
    """Each post reports to the one above it that is indented less."""
    assert _links(found, "REPORTS_TO") == {
        ("Director of People", "Chief Executive"),
        ("Head of Adult Care", "Director of People"),
        ("Head of Learning", "Director of People"),
        ("Director of Place", "Chief Executive"),
    }
    assert ("Cat Dunn", "Head of Adult Care") in _links(found, "HOLDS")


def test_a_title_that_names_its_organisation_is_split():
    page = "Terms of reference of the Flood Partnership\n\nMembership\n\n- Head of Highways, Fenwick Council – Ann Hale\n- Flood Planner, Alder Water plc – Ben Moss\n"
    assert names(page, "Post") == {"Head of Highways", "Flood Planner"}
    assert pairs(page, "POST_IN") == {("Head of Highways", "Fenwick Council"), ("Flood Planner", "Alder Water plc")}


def test_the_title_of_a_report_is_no_post():
    page = "Alder Wildlife Trust\nTrustees' Annual Report for the year ended 31 March 2024\n\nSenior management\nChief Executive: Ann Hale\nHead of Finance: Ben Moss\nHead of Works: Rita Vale\n"
    assert names(page, "Post") == {"Chief Executive", "Head of Finance", "Head of Works"}


def test_who_covers_for_somebody_holds_the_post_for_the_time_being():
    page = "Senior management\nChief Executive: Ann Hale\nHead of Finance: Ben Moss (maternity cover: Rita Vale)\nHead of Works: Tom Dunn (mat cover by Ida Frost)\n"
    told = {(s.subject.label, s.object.label): s.values["acting"] for s in statements(page, "HOLDS") if s.object}
    assert told["Ben Moss", "Head of Finance"] is False
    assert told["Rita Vale", "Head of Finance"] is True
    assert told["Ida Frost", "Head of Works"] is True

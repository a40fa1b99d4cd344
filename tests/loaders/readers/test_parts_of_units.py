"""Structure pages copied from the web: what folds a part away, what stands in lists inside a directorate's part, labels before names."""

from sederunt.loaders.formats import text
from sederunt.loaders.load import read_document


def _links(words: str, link: str) -> set[tuple[str, str]]:
    read = read_document(text.read(words.encode(), "page.txt"), "page.txt", "0" * 64)
    return {(s.subject.label, s.object.label) for s in read.paper.statements if s.link == link and s.object}


FOLDED = """Senior managers

Show all sections

Show
Hide
Harbour Directorate

Director of Harbours: Ann Hale

Phone: 01632 960001

Ann joined us after nine years at Fenwick City Council.

Heads of service

Head of Moorings - Ben Moss
Head of Dredging - Cat Dunn

Teams: Pilots, Tugs and Buoys, Lights

Show
Hide
Shore Directorate

Director of Shores: Dan Eames
"""


def test_what_folds_a_page_names_no_unit_and_heads_of_service_are_in_their_directorate():
    assert _links(FOLDED, "POST_IN") == {
        ("Director of Harbours", "Harbour Directorate"),
        ("Head of Moorings", "Harbour Directorate"),
        ("Head of Dredging", "Harbour Directorate"),
        ("Director of Shores", "Shore Directorate"),
    }
    assert _links(FOLDED, "REPORTS_TO") == {
        ("Head of Moorings", "Director of Harbours"),
        ("Head of Dredging", "Director of Harbours"),
    }


def test_teams_in_a_line_are_parts_of_the_directorate_and_nothing_is_part_of_where_somebody_was_before():
    assert _links(FOLDED, "PART_OF") == {(team, "Harbour Directorate") for team in ("Pilots", "Tugs and Buoys", "Lights")}


def test_heads_of_service_in_no_unit_do_not_report_to_the_first_of_them():
    assert not _links(
        "Managers\n\nHead of Locks - Ann Hale\nHead of Weirs - Ben Moss\nHead of Tolls - Cat Dunn\n", "REPORTS_TO"
    )


def test_labels_before_posts_and_names_are_no_part_of_them():
    page = "Who runs what\n\nHide\nResources\nJob title: Director of Resources\nName: Ann Hale\nTelephone: 01632 960011\nServices:\n• Finance\n• Payroll\n\n"
    page += "Hide\nLocks\nJob title: Director of Locks\nName: Ben Moss\n"
    assert _links(page, "HOLDS") == {("Ann Hale", "Director of Resources"), ("Ben Moss", "Director of Locks")}
    assert _links(page, "PART_OF") == {("Finance", "Resources"), ("Payroll", "Resources")}


def test_a_heading_may_say_what_sort_of_unit_it_names():
    page = "Directorate: Land and Water\n\nDirector\nAnn Hale\n\nHead of Land\nBen Moss\n\nDirectorate: Law\n\nDirector\nCat Dunn\n"
    assert ("Director", "Land and Water") in _links(page, "POST_IN")
    assert ("Director", "Law") in _links(page, "POST_IN")

"""One body under several printed names, and two bodies under names that are alike."""

from sederunt.graph.build import build
from sederunt.graph.resolve import resolve

from tests.loaders.papers import LIST, paper


def _names(words: str) -> set[str]:
    read = paper(words)
    nodes = build([read], resolve([read])).nodes
    return {str(node.properties["name"]) for node in nodes if node.label in ("Body", "Organisation")}


def test_a_plain_council_in_its_own_paper_is_that_council() -> None:
    head = "Minutes of the meeting of Fenwick Parish Council held on 4 March 2019\n\n"
    assert _names(f"{head}{LIST}1. Hall\n\nThe matter was referred to the Parish Council.\n") == {"Fenwick Parish Council"}


def test_a_sub_committee_is_not_its_committee() -> None:
    head = "Licensing Committee\n\nMinutes of the meeting held on 4 March 2019\n\n"
    said = "1. Reports\n\nThe Licensing Sub-Committee met. The work of the Licensing Sub-Committees was noted.\n"
    assert {name.removesuffix("s") for name in _names(f"{head}{LIST}{said}")} == {
        "Licensing Committee",
        "Licensing Sub-Committee",
    }


def test_a_board_of_trustees_is_the_trustee_board() -> None:
    head = "Trustee Board\n\nMinutes of the meeting held on 4 March 2019\n\n"
    assert len(_names(f"{head}{LIST}1. Reports\n\nThe Board of Trustees agreed.\n")) == 1


def test_a_full_governing_body_is_the_governing_body() -> None:
    head = "FENWICK PRIMARY SCHOOL\nGOVERNING BODY\nMinutes of the Full Governing Body meeting\nTuesday 5 March 2019\n\n"
    assert _names(f"{head}{LIST}1. Reports\n\nThe Governing Body agreed.\n") == {
        "Fenwick Primary School",
        "Full Governing Body",
    }

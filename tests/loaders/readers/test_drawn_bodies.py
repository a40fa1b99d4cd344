"""Charts of bodies: boards over committees over groups, drawn on slides or as bullets, with their chairs."""

from pathlib import Path

from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Cm
from sederunt.graph.statement import Statement
from sederunt.loaders.load import read_paper


def said(deck: Presentation, tmp_path: Path) -> tuple[Statement, ...]:
    deck.save(tmp_path / "a.pptx")
    return read_paper(tmp_path / "a.pptx", "a.pptx").paper.statements


def links(statements: tuple[Statement, ...], link: str) -> set[tuple[str, str]]:
    return {(s.subject.label, s.object.label) for s in statements if s.link == link and s.object}


def drawn(*texts: str, top: str) -> Presentation:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Governance structure"
    first = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Cm(10), Cm(3), Cm(5), Cm(2))
    first.text_frame.text = top
    for at, text in enumerate(texts):
        box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Cm(2 + 6 * at), Cm(8), Cm(5), Cm(2))
        box.text_frame.text = text
        line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, 0, 0, 1, 1)
        line.begin_connect(first, 2)
        line.end_connect(box, 0)
    return deck


def test_committees_report_to_the_board_above_them(tmp_path: Path) -> None:
    deck = drawn(
        "Audit Committee\nChair: Ann Hale", "Pay Sub-Committee", "Children’s Services\nTask Group", top="Harbour Board"
    )
    found = said(deck, tmp_path)
    assert links(found, "REPORTS_TO") == {
        ("Audit Committee", "Harbour Board"),
        ("Pay Sub-Committee", "Harbour Board"),
        ("Children’s Services Task Group", "Harbour Board"),
    }
    assert links(found, "SITS_ON") == {("Ann Hale", "Audit Committee")}
    assert {s.basis for s in found if s.link == "REPORTS_TO"} == {"stated"}


def test_a_council_may_stand_above(tmp_path: Path) -> None:
    found = said(drawn("Audit Committee", "Pay Panel", "Works Committee", top="Fenwick Town Council"), tmp_path)
    assert ("Pay Panel", "Fenwick Town Council") in links(found, "REPORTS_TO")
    assert "Organisation" in {s.subject.kind for s in found if s.subject.label == "Fenwick Town Council"}


def test_bodies_as_bullets_that_hang_under_one_another(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Our governance"
    frame = slide.placeholders[1].text_frame
    frame.text = "Trust Board"
    for text, level in (("Audit Committee (Chair: Ann Hale)", 1), ("Quality Committee", 1), ("Patient Safety Group", 2)):
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    found = said(deck, tmp_path)
    assert links(found, "REPORTS_TO") == {
        ("Audit Committee", "Trust Board"),
        ("Quality Committee", "Trust Board"),
        ("Patient Safety Group", "Quality Committee"),
    }
    assert {s.basis for s in found if s.link == "REPORTS_TO"} == {"inferred"}
    assert links(found, "SITS_ON") == {("Ann Hale", "Audit Committee")}


def test_a_chart_of_steps_is_none_of_bodies(tmp_path: Path) -> None:
    found = said(drawn("Consult residents", "Report to Cabinet", "Publish plan", top="Planning Committee"), tmp_path)
    assert not links(found, "REPORTS_TO")

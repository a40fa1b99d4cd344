"""Charts as people draw them in slides, made by a program that writes real decks: words laid over rectangles, tables, no lines at all."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Cm
from sederunt.loaders.load import read_paper

Place = tuple[str, str, float, float]
"""A title, who has it, and where its box lies, in centimetres."""

_TOP: Place = ("Chief Executive", "Maureen Tolley", 10, 4)
_LEFT: Place = ("Director of Place", "Owen Rusk", 4, 9)
_RIGHT: Place = ("Director of People", "Adaeze Obi", 16, 9)
_WIDE, _HIGH = 5, 2


def _said(tmp_path: Path, draw: Callable[[Slide], None]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """(who holds what, what reports to what) in a deck of one slide on which somebody drew."""
    made, out = Presentation(), BytesIO()
    draw(made.slides.add_slide(made.slide_layouts[6]))
    made.save(out)
    (tmp_path / "deck.pptx").write_bytes(out.getvalue())
    found = read_paper(tmp_path / "deck.pptx", "deck.pptx").paper.statements
    told = {
        link: {(s.subject.label, s.object.label) for s in found if s.link == link and s.object}
        for link in ("HOLDS", "REPORTS_TO")
    }
    return told["HOLDS"], told["REPORTS_TO"]


def _rectangle(slide: Slide, place: Place, words: str = "") -> None:
    _, _, x, y = place
    slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Cm(x), Cm(y), Cm(_WIDE), Cm(_HIGH)).text_frame.text = words


def _words(slide: Slide, place: Place, down: float, high: float, words: str) -> None:
    _, _, x, y = place
    slide.shapes.add_textbox(Cm(x + 0.2), Cm(y + down), Cm(_WIDE - 0.4), Cm(high)).text_frame.text = words


def _lines(slide: Slide, upper: Place, lower: Sequence[Place]) -> None:
    for place in lower:
        begin, end = (upper[2] + _WIDE / 2, upper[3] + _HIGH), (place[2] + _WIDE / 2, place[3])
        slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Cm, (*begin, *end)))


_HELD = {(name, title) for title, name, *_ in (_TOP, _LEFT, _RIGHT)}
_LED = {("Director of Place", "Chief Executive"), ("Director of People", "Chief Executive")}


def test_a_title_and_a_name_laid_over_an_empty_rectangle_are_one_box(tmp_path: Path) -> None:
    def draw(slide: Slide) -> None:
        for place in (_TOP, _LEFT, _RIGHT):
            _rectangle(slide, place)
            _words(slide, place, 0.1, 0.8, place[0])
            _words(slide, place, 1.1, 0.7, place[1])
        _lines(slide, _TOP, (_LEFT, _RIGHT))

    assert _said(tmp_path, draw) == (_HELD, _LED)


def test_telephone_and_address_in_a_box_are_no_part_of_the_title(tmp_path: Path) -> None:
    def draw(slide: Slide) -> None:
        for place in (_TOP, _LEFT, _RIGHT):
            _rectangle(slide, place, f"{place[1]}\n{place[0]}\n01234 567890\nsomebody@tarnbeck.example")
        _lines(slide, _TOP, (_LEFT, _RIGHT))

    assert _said(tmp_path, draw) == (_HELD, _LED)


def test_boxes_without_lines_are_read_each_by_itself_and_heads_side_by_side_by_their_rank(tmp_path: Path) -> None:
    under = [
        ("Planning Manager", "Sian Pell", 1.0, 14.0),
        ("Waste Manager", "Colm Darby", 7.0, 14.0),
        ("Schools Manager", "Ines Duarte", 16.0, 14.0),
    ]
    places: list[Place] = [_LEFT, _RIGHT, *under]

    def draw(slide: Slide) -> None:
        for place in places:
            _rectangle(slide, place, f"{place[0]}\n{place[1]}")

    held, led = _said(tmp_path, draw)
    assert held == {(name, title) for title, name, *_ in places}
    assert led == {
        ("Planning Manager", "Director of Place"),
        ("Waste Manager", "Director of Place"),
        ("Schools Manager", "Director of People"),
    }


def test_boxes_of_equals_in_rows_report_to_nobody(tmp_path: Path) -> None:
    places = [(f"{what} Manager", name, 2.0 + 8 * (at % 2), 4.0 + 5 * (at // 2)) for at, (what, name) in enumerate(zip(
        ("Parks", "Waste", "Roads", "Fleet"), ("Sian Pell", "Colm Darby", "Ines Duarte", "Hamish Lorne"), strict=True))]  # fmt: skip

    def draw(slide: Slide) -> None:
        for place in places:
            _rectangle(slide, place, f"{place[1]}\n{place[0]}")

    held, led = _said(tmp_path, draw)
    assert (len(held), led) == (4, set())


def test_a_table_whose_cells_are_posts_is_a_chart(tmp_path: Path) -> None:
    def draw(slide: Slide) -> None:
        table = slide.shapes.add_table(3, 2, Cm(1), Cm(3), Cm(20), Cm(9)).table
        table.cell(0, 0).merge(table.cell(0, 1))
        for at, (title, name) in {
            (0, 0): _TOP[:2],
            (1, 0): _LEFT[:2],
            (1, 1): _RIGHT[:2],
            (2, 1): ("Schools Manager", "Ines Duarte"),
        }.items():
            table.cell(*at).text = f"{title}\n{name}"

    held, led = _said(tmp_path, draw)
    assert held == _HELD | {("Ines Duarte", "Schools Manager")}
    assert led == _LED | {("Schools Manager", "Director of People")}


def test_equals_below_one_another_in_a_table_all_report_to_the_head_over_them(tmp_path: Path) -> None:
    cells = {(0, 0): _TOP[:2], (1, 0): _LEFT[:2], (1, 1): _RIGHT[:2], (2, 0): ("Director of Resources", "Hamish Lorne")}

    def draw(slide: Slide) -> None:
        table = slide.shapes.add_table(3, 2, Cm(1), Cm(3), Cm(20), Cm(9)).table
        table.cell(0, 0).merge(table.cell(0, 1))
        for at, (title, name) in cells.items():
            table.cell(*at).text = f"{title}\n{name}"

    assert _said(tmp_path, draw)[1] == _LED | {("Director of Resources", "Chief Executive")}


def test_places_that_only_the_master_keeps(tmp_path: Path) -> None:
    made, out = Presentation(), BytesIO()
    layout = made.slide_layouts[1]
    kept = layout.placeholders[1]._element
    kept.spPr.clear()
    slide = made.slides.add_slide(layout)
    slide.placeholders[1].text_frame.text = "Chief Executive\nMaureen Tolley"
    for place in ((*_LEFT[:2], 2.0, 17.2), (*_RIGHT[:2], 16.0, 17.2)):
        _rectangle(slide, place, f"{place[0]}\n{place[1]}")
        joined = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Cm(place[2] + 2.5), Cm(16.7), Cm(place[2] + 2.5), Cm(17.2))
        joined.begin_connect(slide.placeholders[1], 2)
        joined.end_x, joined.end_y = Cm(place[2] + 2.5), Cm(17.2)
    made.save(out)
    (tmp_path / "deck.pptx").write_bytes(out.getvalue())
    found = read_paper(tmp_path / "deck.pptx", "deck.pptx").paper.statements
    assert {(s.subject.label, s.object.label) for s in found if s.link == "REPORTS_TO" and s.object} == _LED


def test_who_share_a_job_hold_one_post(tmp_path: Path) -> None:
    def draw(slide: Slide) -> None:
        _rectangle(slide, _TOP, "Chief Executive\nMaureen Tolley")
        _rectangle(slide, _LEFT, "Head of Place (job share)\nOwen Rusk\nSian Pell")
        _rectangle(slide, _RIGHT, "Head of People\nJob share: Adaeze Obi / Ines Duarte")
        _lines(slide, _TOP, (_LEFT, _RIGHT))

    held, _ = _said(tmp_path, draw)
    assert {post for _, post in held} == {"Chief Executive", "Head of Place", "Head of People"}
    assert len(held) == 5

"""Lines that are put together again where a page was dumped into few of them."""

from sederunt.loaders.document import Line
from sederunt.loaders.layout.lines import paragraphs


def test_a_line_below_the_pieces_of_a_dumped_page_stands_alone():
    page = "<p>Wexmoor Forum</p><p>Notes</p><p>Present: Ann Moss</p><p>Evan Rudd</p><p>Dora Quill</p>"
    blocks, _ = paragraphs([Line(1, f"{page}\n"), Line(2, "Kept by the clerk\n")])
    assert [block.text for block in blocks][-2:] == ["Dora Quill", "Kept by the clerk"]

"""Papers that are kept as text, written as their authors might have had them: as Word files, web pages, PDFs and decks."""

from collections.abc import Callable, Iterator
from html import escape
from io import BytesIO
from itertools import groupby
from textwrap import wrap

import docx
import pptx
from docx.shared import Twips
from pptx.util import Inches
from sederunt.loaders.document import Block, Document, Shape

from tests.loaders.printer import Sheet, printed

_TWIPS = 180
"""A character's width in Word's unit, as paragraphs are set in."""
_LINES, _WIDTH = 54, 92
"""So many lines are on a page of PDF, of so many characters."""


def as_word(document: Document) -> bytes:
    """Paragraphs, headings and tables by python-docx."""
    paper = docx.Document()
    for is_table, blocks in _runs(document):
        if is_table:
            table = paper.add_table(rows=0, cols=max(len(block.cells) for block in blocks))
            for block in blocks:
                for cell, words in zip(table.add_row().cells, block.cells, strict=False):
                    cell.text = words.text
            continue
        for block in blocks:
            if block.gap:
                paper.add_paragraph()
            if block.level:
                paper.add_heading(block.text, block.level)
            else:
                paper.add_paragraph(block.text).paragraph_format.left_indent = Twips(_TWIPS * _indent(block))
    return _saved(paper)


def as_page(document: Document) -> bytes:
    """Headings, paragraphs and tables of a web page, a menu above them."""
    parts = ["<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><nav><a href='/'>Home</a></nav>"]
    for is_table, blocks in _runs(document):
        if is_table:
            rows = ("".join(f"<td>{_lines(cell.text)}</td>" for cell in block.cells) for block in blocks)
            parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
            continue
        for block in blocks:
            tag = f"h{block.level}" if block.level else "p" if block.gap else "div"
            parts.append(f"<{tag}>{_lines(block.text)}</{tag}>")
    return "\n".join([*parts, "</body></html>"]).encode()


def as_pdf(document: Document) -> bytes:
    """Lines wrapped at a width, tables with a column of its own for each cell; of a deck its slides."""
    if document.slides:
        return printed(
            *(_slide(list(group)) for number, group in groupby(document.blocks, key=lambda block: block.slide) if number)
        )
    lines = [line for is_table, blocks in _runs(document) for block in blocks for line in _printed(block, is_table=is_table)]
    pages = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    return printed(*(_page(page) for page in pages))


def as_deck(document: Document) -> bytes:
    """A slide for each, with its title, its bullets in one box and each other line in a box of its own."""
    show = pptx.Presentation()
    for _, group in groupby((block for block in document.blocks if block.slide), key=lambda block: block.slide):
        blocks = list(group)
        slide = show.slides.add_slide(show.slide_layouts[1])
        titles = [block for block in blocks if block.kind is Shape.TITLE]
        slide.shapes.title.text = titles[0].text if titles else ""
        bullets = [block.text for block in blocks if block.kind is Shape.BULLET]
        slide.placeholders[1].text_frame.text = "\n".join(bullets)
        for at, block in enumerate(block for block in blocks if block.kind is Shape.BOX):
            box = slide.shapes.add_textbox(Inches(0.4), Inches(1.6 + 0.3 * at), Inches(9), Inches(0.28))
            box.text_frame.text = block.text
    return _saved(show)


WRITERS: dict[str, Callable[[Document], bytes]] = {".docx": as_word, ".html": as_page, ".pdf": as_pdf, ".pptx": as_deck}


def _runs(document: Document) -> Iterator[tuple[bool, list[Block]]]:
    """The blocks, those of one table together."""
    for is_table, blocks in groupby(document.blocks, key=lambda block: block.kind is Shape.ROW):
        yield is_table, list(blocks)


def _indent(block: Block) -> int:
    raw = block.lines[-1].raw.expandtabs(4) if block.lines else ""
    return min(len(raw) - len(raw.lstrip()), _WIDTH // 2)


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _saved(work: "docx.document.Document | pptx.presentation.Presentation") -> bytes:
    file = BytesIO()
    work.save(file)
    return file.getvalue()


def _printed(block: Block, *, is_table: bool) -> Iterator[list[str]]:
    """The lines of a block on a page, each as the words in its columns."""
    if block.gap:
        yield []
    if not is_table:
        indent = " " * _indent(block)
        for part in block.text.split("\n"):
            yield from ([indent + line] for line in wrap(part, _WIDTH - len(indent)))
        return
    width = _WIDTH // len(block.cells) - 3
    columns = [[line for part in cell.text.split("\n") for line in wrap(part, width)] for cell in block.cells]
    for at in range(max(map(len, columns))):
        yield [column[at] if at < len(column) else "" for column in columns]


def _slide(blocks: list[Block]) -> Sheet:
    """A slide as a page: its title in large letters, bullets with their marks and lines hung under them, other lines in boxes of their own."""
    sheet = Sheet(720, 540)
    y = 60
    for block in blocks:
        size = 32 if block.kind is Shape.TITLE else 16
        for at, line in enumerate(wrap(block.text, 1000 // size)):
            if block.kind is Shape.BULLET and not at:
                sheet.write(40, y, _bare("•"), size)
            sheet.write(60, y, _bare(line), size)
            y += round(1.25 * size)
        y += 30 if block.kind is Shape.TITLE else 4
    return sheet


def _bare(words: str) -> str:
    """Words in the letters that the fonts of tests have."""
    return words.lstrip().encode("cp1252", errors="replace").decode("cp1252")


def _page(lines: list[list[str]]) -> Sheet:
    sheet = Sheet()
    for at, columns in enumerate(lines):
        for number, words in enumerate(columns):
            if bare := _bare(words):
                sheet.write(50 + 5 * (len(words) - len(words.lstrip())) + number * 495 / len(columns), 60 + 13.5 * at, bare, 10)
    return sheet

"""Damaged office files and pages: refused in one sentence or read, within bounds of time and memory, and only what is in them is quoted."""

import random
import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import docx
import pptx
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from sederunt.graph.errors import PaperError
from sederunt.loaders.formats import csv, html, pdf, sheet
from sederunt.loaders.formats import docx as word
from sederunt.loaders.formats import pptx as deck
from sederunt.loaders.load import read_document

from tests.accuracy.test_properties import SOAK, not_quoted, within
from tests.loaders.printer import Sheet, printed

VERSIONS = 3_000 if SOAK else 90
MOST_MEMORY = 2**19
"""KiB that reading may take beyond what the process held before."""
STAFF = [
    ("Name", "Job title", "Team", "Reports to"),
    ("Ann Moss", "Director", "Place", ""),
    ("Evan Rudd", "Planner", "Place", "Director"),
]


@cache
def word_file() -> bytes:
    paper = docx.Document()
    paper.add_heading("Wexmoor Parish Council", 1)
    paper.add_paragraph("Minutes of the meeting held on 4 March 2025")
    table = paper.add_table(rows=0, cols=2)
    for cells in (("Present", "Cllr Ann Moss (Chair)\nCllr Bertram Oakes"), ("Apologies", "Cllr Evan Rudd")):
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    for words in ("Apologies", "Finance"):
        paper.add_paragraph(words, style="List Number")
    return saved(paper)


@cache
def slides() -> bytes:
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "Structure"
    boxes = [slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, at * 10**6, at * 10**6, 8 * 10**5, 5 * 10**5) for at in range(3)]
    for box, words in zip(boxes, ("Director\nAnn Moss", "Head of Housing\nEvan Rudd", "Head of Audit"), strict=True):
        box.text_frame.text = words
    for box in boxes[1:]:
        line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, 0, 0, 1, 1)
        line.begin_connect(boxes[0], 2)
        line.end_connect(box, 0)
    return saved(show)


@cache
def book() -> bytes:
    work = Workbook()
    for row in STAFF:
        work.active.append(row)
    return saved(work)


def table() -> bytes:
    return "\n".join(";".join(row) for row in STAFF).encode()


def page() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in STAFF)
    return f"<html><body><h1>Our staff</h1><table>{rows}</table><ul><li>Ann Moss<li>Evan Rudd</ul></body></html>".encode()


def pages() -> bytes:
    minutes = Sheet().lines(
        50, 60, ["Wexmoor Parish Council", "Minutes of the meeting held on 4 March 2025", "", "Present: Cllr Ann Moss"]
    )
    chart = Sheet().box(200, 50, 400, 100).write(210, 70, "Director").write(210, 85, "Ann Moss").line(300, 100, 300, 150)
    chart.box(200, 150, 400, 200).write(210, 170, "Head of Housing").write(210, 185, "Evan Rudd")
    return printed(minutes, chart, Sheet().grid((50, 150, 280, 400, 550), (60, 80, 100, 120), STAFF))


def printed_slides() -> bytes:
    """Slides as pages, the last of them a table that breaks off."""
    first = Sheet(720, 540).write(60, 80, "Our staff", 40).write(60, 200, "Ann Moss", 28).write(60, 240, "Director", 28)
    second = (
        Sheet(720, 540)
        .write(60, 60, "Teams", 40)
        .write(60, 140, "•", 24)
        .write(90, 140, "Places", 24)
        .write(90, 170, "Homes", 20)
    )
    third = Sheet(720, 540).write(60, 60, "Posts", 40)
    for at, row in enumerate(STAFF):
        for column, words in enumerate(row):
            third.write(40 + 160 * column, 160 + 40 * at, words, 18)
    return printed(first, second, third)


def printed_cells() -> bytes:
    """Tables without rules whose cells are wrapped, one of them broken over two pages."""
    first, second = Sheet().write(50, 60, "Wexmoor Parish Council: staff"), Sheet()
    for at, row in enumerate(STAFF):
        for column, words in enumerate(row):
            first.lines(50 + 130 * column, 700 + 40 * at, words.split())
    second.write(180, 60, "and of the harbour, for as long as it is open").write(50, 120, "All was agreed.")
    return printed(first, second)


def saved(work) -> bytes:
    file = BytesIO()
    work.save(file)
    return file.getvalue()


FORMATS = {
    "a.docx": (word, word_file),
    "a.pptx": (deck, slides),
    "a.xlsx": (sheet, book),
    "a.csv": (csv, table),
    "a.html": (html, page),
    "a.pdf": (pdf, pages),
    "slides.pdf": (pdf, printed_slides),
    "cells.pdf": (pdf, printed_cells),
}
_TAG = re.compile(rb"<[^<>]+>")


def flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randint(1, 30)):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(1, len(data))]


def without_a_piece(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + data[start + dice.randint(1, 200) :]


def tags_lost(part: bytes, dice: random.Random) -> bytes:
    return _TAG.sub(lambda tag: b"" if dice.random() < 0.02 else tag[0], part)


def tags_doubled(part: bytes, dice: random.Random) -> bytes:
    return _TAG.sub(lambda tag: tag[0] * 2 if dice.random() < 0.02 else tag[0], part)


def numbers_changed(part: bytes, dice: random.Random) -> bytes:
    """Ids, sizes, levels and counts made huge, negative or no number at all."""
    others = [b"0", b"-1", b"99999999999999999999", b"x", b"", b"1e400"]
    return re.sub(rb'="\d+"', lambda found: b'="' + dice.choice(others) + b'"' if dice.random() < 0.1 else found[0], part)


def words_swollen(part: bytes, dice: random.Random) -> bytes:
    return re.sub(rb">([^<>]{3,})<", lambda found: b">" + found[1] * dice.choice([1, 1, 1, 5_000]) + b"<", part)


def elements_repeated(part: bytes, dice: random.Random) -> bytes:
    """A piece between two tags many times over: balanced or not."""
    tags = [tag.start() for tag in _TAG.finditer(part)]
    if len(tags) < 3:
        return part
    start, end = sorted(dice.sample(tags, 2))
    return part[:end] + part[start:end] * dice.choice([1, 3, 40]) + part[end:]


OF_BYTES = (flipped, cut, without_a_piece)
OF_PARTS = (tags_lost, tags_doubled, numbers_changed, words_swollen, elements_repeated, flipped, cut)


def with_parts(data: bytes, damage: Callable[[bytes, random.Random], bytes], dice: random.Random) -> bytes:
    """An archive, one or several of whose parts are damaged, packed again without a fault of its own."""
    try:
        source = ZipFile(BytesIO(data))
    except BadZipFile:
        return damage(data, dice)
    copy = BytesIO()
    with source, ZipFile(copy, "w", ZIP_DEFLATED) as target:
        chosen = set(dice.sample(source.namelist(), dice.randint(1, 4)))
        for name in source.namelist():
            part = source.read(name)
            likely = name in chosen or name.endswith(("document.xml", "slide1.xml", "sheet1.xml"))
            target.writestr(name, damage(part, dice) if part and likely and dice.random() < 0.8 else part)
    return copy.getvalue()


@settings(max_examples=VERSIONS, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(name=st.sampled_from(sorted(FORMATS)), seed=st.integers(0, 2**32), whole=st.booleans())
def test_a_damaged_file_is_refused_in_one_sentence_or_read(name, seed, whole):
    form, made = FORMATS[name]
    dice = random.Random(seed)
    damage = dice.choice(OF_BYTES if whole else OF_PARTS)
    data = damage(made(), dice) if whole else with_parts(made(), damage, dice)
    before = _forget_peak()
    try:
        with within(10):
            document = form.read(data, name)
            paper = read_document(document, name, "0" * 64).paper
    except PaperError as refused:
        assert str(refused).startswith(name) and str(refused).endswith(".") and "\n" not in str(refused)
        return
    assert not_quoted(paper, "".join(line.raw for line in document.lines)) == []
    assert _memory("VmHWM") - before < MOST_MEMORY


def _forget_peak() -> int:
    """KiB that this process holds, which may have run an engine in an earlier test; its greatest memory is counted from here on."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return _memory("VmRSS")


def _memory(name: str) -> int:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_undamaged_they_tell_who_is_who(name):
    form, made = FORMATS[name]
    paper = read_document(form.read(made(), name), name, "0" * 64).paper
    assert {"Ann Moss", "Evan Rudd"} <= {person.label for person in paper.people}

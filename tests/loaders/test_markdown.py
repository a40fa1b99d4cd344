"""Marks of layout in plain text: headings, emphasis, links; quotes are as the paper prints them."""

import pytest
from sederunt.loaders.layout.markdown import heading, underlined, unmarked
from sederunt.loaders.layout.outline import outline

from tests.loaders.papers import document, paper, statements

NOTES = """---
layout: minutes
title: Minutes of the Harbour Board, 3 May 2019
---

## Attendance

### Committee
  * Ann Hale
  * Ben Moss

### Missing
  * Helen Dunn

## Works
**Rita Vale** came later and spoke of the *outer quay*. **Action:** Ann Hale to write to [the owners](https://example.org/owners).
"""


@pytest.mark.parametrize(
    ("line", "level", "words"),
    [
        ("## Attendance", 2, "Attendance"),
        ("###\tMissing", 3, "Missing"),
        ("# **Minutes**", 1, "**Minutes**"),
        ("#3 is a number", 0, "#3 is a number"),
        ("#!/bin/sh", 0, "#!/bin/sh"),
    ],
)
def test_lines_that_are_headings_by_their_marks(line, level, words):
    assert heading(line) == (level, words)


def test_a_rule_below_a_line_makes_a_heading_of_it():
    assert (underlined("Attendance", "----------"), underlined("Harbour Board", "=====")) == (2, 0)
    assert underlined("Ann Hale | Chair", "----------------") == 0


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("**Action:** Ann to write", "Action: Ann to write"),
        ("*2.1 Members present*", "2.1 Members present"),
        ("Ann Hale*, Ben Moss*", "Ann Hale*, Ben Moss*"),
        ("* Ann Hale", "* Ann Hale"),
        ("see [the paper](https://example.org/a_b) below", "see the paper below"),
        (r"Ben Moss \- by telephone", "Ben Moss - by telephone"),
        ("Signed ______", "Signed ______"),
    ],
)
def test_marks_of_emphasis_links_and_escapes_are_left_out(text, bare):
    assert unmarked(text) == bare


def test_headings_by_their_marks_begin_sections_and_groups():
    found = [(section.category, section.title) for section in outline(document(NOTES))]
    assert found[1:] == [("present", "Attendance"), ("present", "Committee"), ("absent", "Missing"), ("topic", "Works")]


def test_a_list_ends_where_a_heading_by_its_marks_begins():
    assert {s.subject.text for s in statements(NOTES, "ATTENDED")} == {"Ann Hale", "Ben Moss"}
    assert {s.subject.text for s in statements(NOTES, "ABSENT_FROM")} == {"Helen Dunn"}


def test_a_quote_has_the_marks_that_the_paper_has():
    (action,) = [s for s in paper(NOTES).statements if s.link == "ASSIGNED_TO"]
    assert action.evidence.quote in NOTES
    assert "[the owners](https://example.org/owners)" in action.evidence.quote

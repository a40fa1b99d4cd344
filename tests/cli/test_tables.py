import json
from itertools import pairwise

import pytest
from sederunt.cli import tables
from sederunt.cli.session import Format, Session
from sederunt.cli.tables import Part, as_csv, as_json, as_table, write
from sederunt.cli.text import safe, width, wrapped

HOSTILE = '=HYPERLINK("x")\x1b[31m\u202eevil\u2028\x9b'


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setattr(tables, "is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def part(*rows, columns=("name", "number")):
    return Part("", columns, tuple(rows))


def test_a_table_is_aligned_and_numbers_stand_right():
    assert list(as_table(part(("Ann", 5), ("Bartholomew", 12)))) == [
        "name         number",
        "Ann               5",
        "Bartholomew      12",
    ]


def test_ids_evidence_and_empty_columns_are_left_out():
    columns = ("person_id", "person", "venue", "acting", "quote", "source", "basis", "confidence")
    row = ("p:1", "Ann", None, False, "q", "s", "stated", 0.9)
    assert list(as_table(part(row, columns=columns))) == ["person", "Ann"]
    head, _ = as_table(part(row, columns=columns), whole=True)
    assert head.split() == list(columns)


def test_lists_flags_and_fractions_are_told():
    columns = ("aliases", "acting", "rate")
    assert list(as_table(part((["A", "B"], True, 0.66667), columns=columns)))[1] == "A; B     yes     0.67"


def test_evidence_stands_under_its_row_and_wraps():
    columns = ("person", "quote", "source", "basis", "confidence")
    lines = list(as_table(part(("Ann", "word " * 40, "Minutes, line 3", "inferred", 0.6), columns=columns), evidence=True))
    assert lines[1] == "Ann"
    assert lines[2].startswith("    “word word")
    assert lines[-1].endswith("— Minutes, line 3 (inferred, 0.6)")
    assert all(len(line) <= 100 for line in lines)


def test_cells_are_not_cut_when_piped():
    assert list(as_table(part(("word " * 60, 1))))[1].startswith("word " * 59)


@pytest.mark.usefixtures("terminal")
def test_a_table_fits_the_terminal():
    lines = list(as_table(part(("a long name " * 6, 1), ("b", 22))))
    assert all(width(line.replace("\x1b[1m", "").replace("\x1b[0m", "")) <= 40 for line in lines)
    assert lines[0].startswith("\x1b[1m")


@pytest.mark.usefixtures("terminal")
def test_colour_can_be_refused(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in "".join(as_table(part(("Ann", 1))))


def test_nothing_in_a_table_steers_the_terminal():
    [_, line] = as_table(part((HOSTILE, 1)))
    assert line == '=HYPERLINK("x")\\x1b[31m\\u202eevil \\x9b       1'.replace("       1", "       1")


def test_json_is_true_to_the_text_and_harmless():
    text = as_json([{"name": HOSTILE, "née": "Núñez"}])
    assert json.loads(text) == [{"name": HOSTILE, "née": "Núñez"}]
    assert all(character == "\n" or safe(character) == character for character in text)
    assert "Núñez" in text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_of_a_csv_is_a_formula(start):
    assert as_csv(part((f"{start}1+1", -2))).splitlines()[1].lstrip('"').startswith(f"'{start}"[:2].rstrip())


def test_no_part_of_a_cell_begins_a_row():
    text = as_csv(part(("a\r=1+1\n=2+2", 1)))
    assert text == 'name,number\n"a\r=1+1\n=2+2",1\n'


def test_csv_keeps_numbers_lists_and_maps():
    text = as_csv(part((["a", "b"], {"x": 1}, -2, None, True), columns=("a", "b", "c", "d", "e")))
    assert text == 'a,b,c,d,e\na; b,"{""x"": 1}",-2,,true\n'


@pytest.mark.usefixtures("terminal")
def test_csv_on_a_terminal_does_not_steer_it():
    assert "\x1b" not in as_csv(part((HOSTILE, 1)))


def test_several_parts_become_one_table_for_programs(capsys):
    parts = [Part("Boards", ("body",), (("B",),)), Part("Actions", ("action", "body"), (("A", None),))]
    write(Session("g", Format.JSON), parts)
    assert json.loads(capsys.readouterr().out) == [
        {"part": "boards", "body": "B", "action": None},
        {"part": "actions", "body": None, "action": "A"},
    ]


def test_empty_parts_are_passed_over(capsys):
    write(Session("g"), [Part("Boards", ("body",), ()), Part("Actions", ("action",), (("A",),))], title="Ann")
    assert capsys.readouterr().out.splitlines() == ["Ann", "", "Actions", "action", "A"]


@pytest.mark.parametrize(("text", "columns"), [("Ann", 3), ("José", 4), ("Jose\u0301", 4), ("会議", 4), ("", 0)])
def test_widths(text, columns):
    assert width(text) == columns


def test_wrapping_cuts_long_words_too():
    assert wrapped("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]
    assert all(len(line) <= 10 for line in wrapped("to be or not to be", 10))


def test_every_steering_character_is_spelled_out():
    steering = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF)]
    assert all(safe(character) == " " or safe(character).startswith("\\") for character in steering)
    assert all(a != b for a, b in pairwise(sorted(map(safe, steering[14:27]))))

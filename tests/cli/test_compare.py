"""Pairs of mentions in a CSV file: the same rows in the same order, each with a verdict."""

import csv
import io

import pytest
from sederunt.cli.app import app
from typer.testing import CliRunner

HEADER = "left_name,left_context,right_name,right_context"
ROWS = [
    "Orla Wraxley,Tarn Harbour Board 2014,O Wraxley,Tarn Harbour Board 2014",
    ",Tarn Harbour Board,Orla Wraxley,Tarn Harbour Board",
    'Orla Wraxley,"Clerk, Tarn; then ""Dun""",Vacancy,Tarn',
]


@pytest.fixture
def run(tmp_path):
    def compare(text, *options, encoding="utf-8"):
        file = tmp_path / "pairs.csv"
        file.write_bytes(text.encode(encoding))
        return CliRunner().invoke(app, ["compare", str(file), *options])

    return compare


def test_the_rows_come_back_in_their_order_with_three_columns_more(run):
    result = run("\n".join([HEADER, *ROWS]))
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert result.exit_code == 0
    assert [row["left_context"] for row in rows] == ["Tarn Harbour Board 2014", "Tarn Harbour Board", 'Clerk, Tarn; then "Dun"']
    assert [row["verdict"] for row in rows] == ["same", "ask", "different"]
    assert all(0 <= float(row["score"]) <= 1 and row["reasons"] for row in rows)


def test_own_columns_stay_and_short_rows_are_filled(run):
    rows = list(csv.reader(io.StringIO(run(f"id,{HEADER},note\n7,Ann Hale,x,Ann Hale\n").stdout)))
    assert rows[0] == ["id", *HEADER.split(","), "note", "verdict", "score", "reasons"]
    assert rows[1][:6] == ["7", "Ann Hale", "x", "Ann Hale", "", ""]


@pytest.mark.parametrize(
    ("mark", "encoding"), [(";", "utf-8"), ("\t", "utf-8"), (",", "utf-8-sig"), (",", "utf-16"), (",", "cp1252")]
)
def test_a_spreadsheet_may_have_written_it(run, mark, encoding):
    text = f"{HEADER}\nSiân Wraxley,Tarn Board,Siân Wraxley,Tarn Board\n".replace(",", mark)
    rows = list(csv.DictReader(io.StringIO(run(text, encoding=encoding).stdout)))
    assert rows[0]["left_name"] == "Siân Wraxley"


def test_into_a_file(run, tmp_path):
    result = run(f"{HEADER}\n{ROWS[0]}\n", "-o", str(tmp_path / "told.csv"))
    assert (result.stdout, result.stderr) == ("", f"Written to {tmp_path / 'told.csv'}.\n")
    assert (tmp_path / "told.csv").read_text().splitlines()[1].startswith("Orla Wraxley")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("left_name,right_name\nAnn,Ann\n", "there is no column left_context or right_context"),
        ("", "there is no column left_name"),
        ("\0\1\2", "binary file"),
        (f'{HEADER}\n"Ann', "is no CSV file"),
    ],
)
def test_what_is_no_such_file_is_said_in_one_sentence(run, text, told):
    result = run(text)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_a_file_that_is_not_there(tmp_path):
    result = CliRunner().invoke(app, ["compare", str(tmp_path / "none.csv")])
    assert (result.exit_code, "none.csv cannot be read" in result.stderr) == (2, True)

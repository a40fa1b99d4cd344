"""Asking who is who, at a terminal and by a spreadsheet; ``python tests/cli/test_review.py --write`` puts docs/review.md right."""

import csv
import json
import os
import re
import select
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sederunt.cli.app import app
from sederunt.cli.decisions import apply, read_decisions
from sederunt.cli.keys import pressed
from sederunt.cli.pairs import Shown, side_by_side
from sederunt.graph.deciding import Signed, Voice
from sederunt.graph.errors import QueryError, UnknownName
from sederunt.graph.everybody import Somebody
from sederunt.graph.identity import Known
from sederunt.graph.logbook import read_log
from sederunt.graph.pairing import Pair
from sederunt.graph.reasons import Reason
from sederunt.graph.update import load
from sederunt.graph.weigh import Weighed
from sederunt.queries.sayings import Saying
from typer.testing import CliRunner

from tests.cli.test_hostile import HOSTILE, steers
from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import Draft

HOME = Path(__file__).parents[2]
PAGE = HOME / "docs" / "review.md"
PROGRAM = Path(sys.executable).parent / "sederunt"
CLERK = Signed(who="clerk", day="2026-11-23")
KEYS = "bsu"

at_terminal = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")


def session(folder, keys, columns=80, **environment):
    """What a round of review in a folder shows, where these keys are pressed, each when it is asked for, and then q."""
    import pty  # noqa: PLC0415 - not everywhere

    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SEDERUNT_")}
    given = {"COLUMNS": str(columns), "LINES": "50", "TERM": "xterm", "NO_COLOR": "1"}
    process = subprocess.Popen(
        [PROGRAM, "review", "--by", "clerk"],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=clean | given | environment,
    )
    os.close(theirs)
    left, shown = list(keys), bytearray()
    try:
        while select.select([ours], [], [], 60)[0] and (some := os.read(ours, 1 << 16)):
            shown += some
            if shown.endswith(b" > "):
                os.write(ours, (left.pop(0) if left else "q\n").encode())
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert process.wait(60) == 0
    return shown.decode().replace("\r\n", "\n")


def recorded(folder):
    """The page with the session as it is now."""
    run("load", HOME / "examples", folder=folder)
    shown = "\n".join(line.rstrip() for line in session(folder, KEYS).strip().splitlines())
    page = PAGE.read_text(encoding="utf-8")
    return _SESSION.sub(lambda _: f"{shown}\n", page, count=1)


_SESSION = re.compile(r"(?<=\$ sederunt review\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)


def run(*words, folder, fails=0):
    """A command away from a terminal; what it prints."""
    with chdir(folder):
        # The engine takes a path that is not absolute from where this process began.
        done = CliRunner().invoke(app, ["--graph", str(folder / "sederunt.graph"), *map(str, words)])
    assert done.exit_code == fails, done.stderr
    return done.stdout + done.stderr


def minutes(body, name, title=""):
    present = f"{name}, {title}" if title else name
    return f"{body}\n\nDate: Tuesday 5th February 2019\n\nPresent:\n{present}\n"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A folder with a graph of papers that name the same people, of whom nobody can tell."""
    folder = tmp_path_factory.mktemp("review")
    papers = folder / "papers"
    papers.mkdir()
    bodies = ("Tarn Harbour Forum", "Dunmoor Mill Trust", "Carrick Ferry Panel")
    for at, body in enumerate(bodies):
        (papers / f"{at}.txt").write_text(minutes(body, "Orla Wraxley") + "Osric Penhalion\n" * (at < 2), encoding="utf-8")
    run("load", "papers", folder=folder)
    return folder


@pytest.fixture
def folder(loaded, tmp_path):
    """The same, to decide in."""
    return Path(shutil.copytree(loaded, tmp_path / "own"))


def log(folder):
    return [
        (j["number"], j["judgement"], j["counts"]) for j in json.loads(run("judgements", "--format", "json", folder=folder))
    ]


def pairs(folder):
    return json.loads(run("review", "--format", "json", folder=folder))


@at_terminal
def test_the_page_shows_a_session_as_it_is(tmp_path):
    assert recorded(tmp_path).splitlines() == PAGE.read_text(encoding="utf-8").splitlines(), (
        "python tests/cli/test_review.py --write"
    )


@at_terminal
def test_each_key_is_a_judgement_at_once(folder):
    before = pairs(folder)
    shown = session(folder, "sd")
    assert len(before) == 4
    assert "── 1 of 4 · 1 statement would move ─" in shown
    assert "Are they one person?" in shown
    assert log(folder)[:2] == [(1, "same", "yes"), (2, "different", "yes")]


@at_terminal
def test_back_takes_the_last_answer_back_and_asks_again(folder):
    shown = session(folder, "sbuq")
    assert shown.count("── 1 of 4 ·") == 2
    assert log(folder) == [(1, "same", "taken back"), (2, "undo", "yes")]
    assert "1 pair left open, 3 not asked yet." in shown


@at_terminal
def test_what_an_answer_settles_is_not_asked(folder):
    shown = session(folder, "ssss")
    assert "3 pairs one person, 1 settled by that. `sederunt undo 3` takes the last judgement back." in shown
    assert run("review", "--format", "json", folder=folder).startswith("[]\n")
    assert "There is nobody and nothing in the graph of which a person has to be asked." in session(folder, "")


@at_terminal
def test_a_terminal_that_knows_lines_alone_takes_enter(folder):
    shown = session(folder, ["unsure\n"], TERM="dumb")
    assert "q quit, then Enter > " in shown
    assert "1 pair left open, 3 not asked yet." in shown


@at_terminal
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_every_line_fits_the_terminal(folder, columns):
    shown = session(folder, "q", columns)
    assert max(map(len, shown.splitlines())) <= max(columns, len("s same  d different  u unsure  b back  q quit > quit"))


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (b"s", "s"),
        (b"s\n", "s"),
        (b"\n", ""),
        (b"S", "s"),
        (b"\x1b[D", ""),
        (b"\x1bOD", ""),
        (b"sd", ""),
        (b"", None),
        (b"\x04", None),
    ],
)
def test_one_letter_is_a_key_and_nothing_else(typed, key, monkeypatch):
    ours, theirs = os.pipe()
    os.write(theirs, typed)
    os.close(theirs)
    with os.fdopen(ours) as keyboard:
        monkeypatch.setattr(sys, "stdin", keyboard)
        assert pressed(line=False) == key


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_papers_say_steers_no_terminal_and_fills_none(text):
    known = Known(mentions=("m",))
    saying = Saying(Voice(path="a.txt", known=known, mentions=()), text, text, (text,), (text,) * 9, text, text, "stated", 0.9)
    who = Somebody("person:m", text, frozenset(), frozenset(), frozenset(), statements=1, identified=False, sightings=())
    pair = Pair(who, who, Weighed("ask", 0.5, (Reason("place", text), Reason("veto", text))))
    lines = list(side_by_side(Shown(pair, (saying,) * 9, (saying,), {"body:x": text})))
    assert not steers("\n".join(lines))


def test_a_quote_is_cut_around_the_name_and_shows_no_contacts():
    quote = f"{'To: ' * 40}Orla Wraxley, telephone 01632 960123, orla@tarn.example{' and so on' * 30}"
    saying = Saying(
        Voice(path="a.txt", known=Known(mentions=("m",)), mentions=()), "", "", ("Orla Wraxley",), (), quote, "", "", 1
    )
    who = Somebody("person:m", "Orla", frozenset(), frozenset(), frozenset(), statements=1, identified=False, sightings=())
    shown = "\n".join(side_by_side(Shown(Pair(who, who, Weighed("ask", 0.5, ())), (saying,), (), {})))
    assert "Orla Wraxley" in " ".join(line.partition("│")[0].strip() for line in shown.splitlines())
    assert "01632" not in shown
    assert "@" not in shown


def test_away_from_a_terminal_it_tells_what_to_do(folder):
    assert run("review", folder=folder, fails=2).startswith("`sederunt review` asks at a terminal: elsewhere write the pairs")


def test_the_pairs_go_into_a_spreadsheet_and_the_decisions_come_back(folder):
    assert run("review", "-o", "pairs.csv", folder=folder) == "Written to pairs.csv.\n"
    file = folder / "pairs.csv"
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    assert [row["decision"] for row in rows] == [""] * 4
    assert "“" in rows[0]["left_says"]
    decided = ["same", "Different", "perhaps", ""]
    with file.open("w", encoding="utf-8", newline="") as out:
        sheet = csv.DictWriter(out, ["decision", "left_id", "right_id"], extrasaction="ignore", delimiter=";")
        sheet.writeheader()
        sheet.writerows(row | {"decision": given} for row, given in zip(rows, decided, strict=True))
    told = run("review", "--from", "pairs.csv", folder=folder, fails=1)
    assert "pairs.csv, row 4: 'perhaps' is no decision: write same, different, unsure or nothing.\n" in told
    assert "2 judgements added, 1 row left out: `sederunt undo 2` takes back the last." in told
    again = run("review", "--from", "pairs.csv", folder=folder, fails=1)
    assert "0 judgements added, 2 known already, 1 row left out." in again


@pytest.fixture(scope="module")
def bodies_loaded(tmp_path_factory):
    """A folder with a graph of two boards that one abbreviation may mean."""
    folder = tmp_path_factory.mktemp("bodies")
    papers = folder / "papers"
    papers.mkdir()
    for at, (body, name) in enumerate(
        (("Health and Wellbeing Board", "Ann Haleworth"), ("Harbour Works Board", "Orla Wraxley"))
    ):
        text = minutes(body, name) + f"\n1. Business\n\nThe {body} (HWB) noted the report.\n"
        (papers / f"{at}.txt").write_text(text, encoding="utf-8")
    (papers / "short.txt").write_text(minutes("Minutes of the meeting of the HWB", "Tegan Moss"), encoding="utf-8")
    run("load", "papers", folder=folder)
    return folder


@pytest.fixture
def bodies_folder(bodies_loaded, tmp_path):
    """The same, to decide in."""
    return Path(shutil.copytree(bodies_loaded, tmp_path / "own"))


def test_bodies_of_which_nobody_can_tell_are_asked_about_too(bodies_folder):
    asked = pairs(bodies_folder)
    assert [(p["left"], p["right"], p["verdict"], p["score"]) for p in asked] == [
        ("Harbour Works Board", "HWB", "ask", None),
        ("Health and Wellbeing Board", "HWB", "ask", None),
    ]
    assert asked[0]["reasons"] == ["unsure, only a person can tell: HWB is short for several"]
    assert "with Orla Wraxley" in asked[0]["left_says"][0]
    assert "with Tegan Moss" in asked[0]["right_says"][0]


def test_decisions_about_bodies_come_back_from_a_spreadsheet(bodies_folder):
    run("review", "-o", "pairs.csv", folder=bodies_folder)
    file = bodies_folder / "pairs.csv"
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    with file.open("w", encoding="utf-8", newline="") as out:
        sheet = csv.DictWriter(out, ["left_id", "right_id", "decision"], extrasaction="ignore")
        sheet.writeheader()
        sheet.writerows(row | {"decision": given} for row, given in zip(rows, ("different", "same"), strict=True))
    for added, known in ((2, 0), (0, 2)):
        told = run("review", "--from", "pairs.csv", folder=bodies_folder)
        assert told.startswith(f"{added} judgements added{f', {known} known already' if known else ''}")
    assert run("review", "--format", "json", folder=bodies_folder).startswith("[]\n")
    assert "Tegan Moss" in run("body", "health and wellbeing board", folder=bodies_folder)
    assert "Tegan Moss" not in run("body", "harbour works board", folder=bodies_folder)


@at_terminal
def test_bodies_are_asked_about_at_a_terminal(bodies_folder):
    shown = session(bodies_folder, "dbds")
    assert "Are they one body? The rules cannot tell." in shown
    assert [entry[1:] for entry in log(bodies_folder)] == [
        ("different", "taken back"),
        ("undo", "yes"),
        ("different", "yes"),
        ("same", "yes"),
    ]
    assert "1 pair one body, 1 pair two bodies." in shown


@pytest.mark.parametrize(
    ("text", "told"),
    [(None, "does not exist."), (b"\xff\xfe\x00", "is no text in UTF-8"), (b"left_id,decision\n", "has no column 'right_id'")],
)
def test_a_file_without_decisions_is_one_sentence(folder, text, told):
    if text is not None:
        (folder / "d.csv").write_bytes(text)
    shown = run("review", "--from", "d.csv", folder=folder, fails=2)
    assert told in shown
    assert shown.count("\n") == 1


@pytest.fixture(params=list(ENGINES))
def store(request, tmp_path):
    with empty_store(request.param, tmp_path) as opened:
        drafts = [
            Draft(f"{at}.txt", body=body, date="2018-01-09")
            for at, body in enumerate(("Tarn Forum", "Dun Trust", "Carrick Panel"))
        ]
        for draft in drafts:
            draft.present("Orla Wraxley")
        load(opened, [draft.paper for draft in drafts])
        yield opened


def test_an_id_from_before_a_merge_still_counts(store, tmp_path):
    ids = sorted(row[0] for row in store.ask("MATCH (p:Person) RETURN p.id AS id").rows)
    file = tmp_path / "d.csv"
    rows = [(ids[0], ids[1], "same"), (ids[1], ids[2], "same"), (ids[0], ids[2], "same"), (ids[0], "person:none", "different")]
    file.write_text("left_id,right_id,decision\n" + "".join(f"{','.join(row)}\n" for row in rows), encoding="utf-8")
    told = [told for _, told in apply(store, read_decisions(file), CLERK)]
    assert [j.verb for j in read_log(store)] == ["same", "same"]
    assert told[2] is None
    assert isinstance(told[3], UnknownName)
    assert len(store.ask("MATCH (p:Person) RETURN p.id AS id").rows) == 1


def test_two_who_are_kept_apart_may_still_be_joined_later(store, tmp_path):
    ids = sorted(row[0] for row in store.ask("MATCH (p:Person) RETURN p.id AS id").rows)
    file = tmp_path / "d.csv"
    for decision in ("different", "different", "same", "different"):
        file.write_text(f"left_id,right_id,decision\n{ids[0]},{ids[1]},{decision}\n", encoding="utf-8")
        (told,) = [told for _, told in apply(store, read_decisions(file), CLERK)]
    assert isinstance(told, QueryError)  # one person is taken apart by `separate`, not by a pair
    assert [j.verb for j in read_log(store)] == ["different", "same"]


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        now = recorded(Path(made))
    if sys.argv[1:] == ["--write"]:
        PAGE.write_text(now, encoding="utf-8")
    else:
        sys.stdout.write(now)

"""Deciding who is who on the command line."""

import json

import pytest
from sederunt.cli import judging

TRUST = """Bridge Trust

Date: Tuesday 5th February 2019

Present:
Ann Haleworth (Chair)
"""


@pytest.fixture
def asked(sederunt, papers, tmp_path, monkeypatch):
    """Run a command on a graph of two papers, on a day that is given."""
    monkeypatch.setattr(judging, "today", lambda: "2026-11-23")
    (papers / "2019" / "trust.txt").write_text(TRUST, encoding="utf-8")
    graph = tmp_path / "own.graph"
    assert sederunt("load", papers, on=graph).exit_code == 0
    return lambda *words, **options: sederunt(*words, on=graph, **options)


def test_a_merge_is_told_with_the_way_back(asked):
    before = asked("export", "json").stdout
    done = asked("merge", "ann hale", "haleworth", "--by", "A clerk", "--why", "she\tmarried")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "Ann Hale and Ann Haleworth are one person now: judgement 1; `sederunt undo 1` takes it back.\n"
    boards = json.loads(asked("boards", "haleworth", "--format", "json").stdout)
    assert {row["body"] for row in boards} == {"Bridge Trust", "Vale Schools Forum"}
    back = asked("undo")
    assert back.stderr == "Taken back: judgement 1 (same: Ann Hale, Ann Haleworth); `sederunt undo 2` lets it count again.\n"
    assert asked("export", "json").stdout == before


def test_a_merge_of_two_bodies_is_told_with_the_way_back(asked):
    before = asked("export", "json").stdout
    done = asked("merge", "bridge trust", "vale schools forum")
    assert (
        done.stderr == "Bridge Trust and Vale Schools Forum are one body now: judgement 1; `sederunt undo 1` takes it back.\n"
    )
    members = asked("body", "bridge trust").stdout
    assert "Ann Haleworth" in members
    assert asked("body", "vale schools forum").stdout == members
    (row,) = json.loads(asked("judgements", "--format", "json").stdout)
    assert (row["judgement"], row["about"], row["counts"]) == ("same", "Bridge Trust, Vale Schools Forum", "yes")
    parted = asked("separate", "bridge trust")
    assert parted.stderr.startswith("Vale Schools Forum is 2 bodies now, each with what one paper says: judgement 2;")
    asked("undo", "2")
    asked("undo", "1")
    assert asked("export", "json").stdout == before


def test_a_judgement_about_bodies_goes_out_and_comes_in(asked, sederunt, papers, tmp_path):
    asked("merge", "bridge trust", "vale schools forum")
    log = asked("judgements", "export").stdout
    file, other = tmp_path / "log.tsv", tmp_path / "other.graph"
    file.write_text(log, encoding="utf-8")
    assert sederunt("judgements", "import", file, on=other).exit_code == 0
    assert sederunt("load", papers, on=other).exit_code == 0
    assert sederunt("export", "json", on=other).stdout == asked("export", "json").stdout


def test_two_bodies_stay_two(asked):
    done = asked("separate", "bridge trust", "vale schools forum")
    assert done.stderr.startswith("Bridge Trust and Vale Schools Forum stay two bodies, whatever papers come: judgement 1;")


@pytest.mark.parametrize("verb", ["merge", "separate"])
def test_a_body_and_a_person_are_not_one(asked, verb):
    done = asked(verb, "ann hale", "bridge trust")
    assert done.exit_code == 2
    assert "Ann Hale is a person and Bridge Trust is a body: only two of one kind can be one." in done.stderr


def test_what_is_nothing_is_told_of_by_its_name(asked):
    done = asked("merge", "ann hale", "xyzzy board")
    assert "called 'xyzzy board'" in done.stderr


def test_the_log_is_listed_written_out_and_read_in(asked, sederunt, tmp_path):
    asked("merge", "ann hale", "haleworth", "--by", "A clerk", "--why", "she\tmarried")
    asked("undo", "1", "--by", "Another")
    rows = json.loads(asked("judgements", "--format", "json").stdout)
    assert [(r["number"], r["day"], r["who"], r["judgement"], r["about"], r["why"], r["counts"]) for r in rows] == [
        (1, "2026-11-23", "A clerk", "same", "Ann Hale, Ann Haleworth", "she married", "taken back"),
        (2, "2026-11-23", "Another", "undo", "judgement 1", "", "yes"),
    ]
    file = tmp_path / "log.tsv"
    assert asked("judgements", "export", "-o", file).exit_code == 0
    first, second = file.read_text(encoding="utf-8").splitlines()
    assert first.split("\t")[:4] == ["1", "2026-11-23", "A clerk", "same"]
    assert [json.loads(field)[0] for field in first.split("\t")[4:-1]] == ["2019/forum.txt", "2019/trust.txt"]
    assert second == "2\t2026-11-23\tAnother\tundo\t1\t"
    other = tmp_path / "other.graph"
    assert sederunt("judgements", "import", file, on=other).stderr == "2 judgements added.\n"
    assert sederunt("judgements", "import", file, on=other).stderr == "0 judgements added, 2 known already.\n"
    assert sederunt("judgements", "export", on=other).stdout == file.read_text(encoding="utf-8")


def test_an_export_and_the_counts_of_things_leave_the_log_out(asked):
    before = asked("export", "json").stdout, asked("status", "--format", "json").stdout
    asked("merge", "ann hale", "haleworth")
    asked("undo")
    assert (asked("export", "json").stdout, asked("status", "--format", "json").stdout) == before


def test_two_are_kept_apart_and_one_is_taken_apart(asked):
    assert asked("separate", "ann hale", "haleworth").stderr.startswith("Ann Hale and Ann Haleworth stay two people")
    asked("merge", "ann hale", "haleworth")
    counts = [row["counts"] for row in json.loads(asked("judgements", "--format", "json").stdout)]
    assert counts == ["a later one says otherwise", "yes"]
    assert asked("separate", "haleworth").stderr.startswith("Ann Haleworth is 2 people now, each with what one paper says")
    assert asked("who", "haleworth").exit_code == 0


def test_what_is_no_person_is_gone(asked):
    assert asked("not-a-person", "ann haleworth").stderr.startswith(
        "Ann Haleworth is no person any more in 1 paper: judgement 1"
    )
    assert asked("who", "haleworth").exit_code == 1


def test_of_who_is_forgotten_nothing_is_kept(asked, papers):
    before = asked("export", "json").stdout
    done = asked("forget-person", "ann haleworth", "--why", "Ann Haleworth asked for it")
    assert done.stderr == "Nothing is kept of that person, and nothing will be: judgement 1; `sederunt undo 1` takes it back.\n"
    assert asked("load", papers).exit_code == 0
    for words in (("export", "json"), ("judgements",), ("judgements", "export"), ("boards",), ("find", "chair")):
        assert "Haleworth" not in asked(*words).stdout
    assert asked("export", "json").stdout != before
    back = asked("undo").stderr
    assert back == "Taken back: judgement 1 (forget-person); load the papers again to have what they say of that person.\n"
    assert "Haleworth" not in asked("export", "json").stdout
    assert asked("load", papers).exit_code == 0
    assert asked("export", "json").stdout == before


def test_a_name_in_the_name_of_a_file_is_told_of(asked, papers):
    (papers / "ann-haleworth.txt").write_text(TRUST, encoding="utf-8")
    asked("load", papers)
    assert "(but for the names of files, which you can change: ann-haleworth.txt)" in asked("forget-person", "haleworth").stderr


def test_a_statement_is_rejected_by_its_line_or_id(asked):
    several = asked("reject", "forum:7", "--format", "json")
    assert several.exit_code == 2
    assert "statements were read from forum:7: give the id of one." in several.stderr
    chair = next(row for row in json.loads(several.stdout) if "SITS_ON" in row["says"] or "ATTENDED" in row["says"])
    done = asked("reject", chair["statement"])
    assert done.stderr.startswith("What was read from “Mrs Ann Hale (Chair)” in 2019/forum.txt counts no more: judgement 1;")
    assert "; rejected)" in asked("show", "forum", "7").stdout
    assert chair["statement"] not in asked("reject", "forum:7").stdout


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("merge", "ann hale", "bryn rees"), 2, "has both in one list, so that they are two people there; with --force"),
        (("merge", "ann hale", "nobody"), 1, "There is no person or body or unit or organisation called 'nobody'"),
        (("merge", "ann", "bryn rees"), 2, "'ann' may be any of 2"),
        (("reject", "forum"), 2, "'forum' is no statement: give its id, or DOCUMENT:LINE."),
        (("reject", "forum:99"), 1, "Nothing was read from line 99 of 2019/forum.txt"),
        (("undo",), 2, "There is no judgement to be taken back."),
        (("undo", "4"), 2, "There is no judgement 4"),
        (("judgements", "forget"), 2, "sederunt judgements import FILE"),
        (("judgements", "import", "nowhere.tsv"), 2, "nowhere.tsv does not exist."),
    ],
)
def test_what_cannot_be_decided_is_one_sentence(asked, words, status, told):
    done = asked(*words)
    assert done.exit_code == status
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_user_may_not_change_the_log(asked):
    asked("merge", "ann hale", "haleworth")
    assert asked("cypher", "--write", "MATCH (j:Judgement) DELETE j").exit_code == 2
    assert asked("cypher", "--write", "CREATE (:Judgement {number: 2})").exit_code == 2
    assert json.loads(asked("cypher", "MATCH (j:Judgement) RETURN j.verb AS verb", "--format", "json").stdout) == [
        {"verb": "same"}
    ]

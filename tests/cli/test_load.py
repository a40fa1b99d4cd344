import json
from pathlib import Path

import pytest
from sederunt.graph.store import open_store


@pytest.fixture
def target(tmp_path):
    return tmp_path / "new.graph"


def documents(sederunt, target):
    return [record["path"] for record in json.loads(sederunt("documents", "--format", "json", on=target).stdout)]


def test_load_says_what_it_found(sederunt, papers, target):
    result = sederunt("load", papers, on=target)
    assert result.exit_code == 0
    assert result.stdout.startswith("2019/forum.txt (new): 3 people, 1 body")
    assert result.stderr.splitlines()[-1] == "1 paper read: 1 new."
    assert documents(sederunt, target) == ["2019/forum.txt"]


def test_what_was_loaded_can_be_asked(sederunt, papers, target):
    sederunt("load", papers, on=target)
    attendance = json.loads(sederunt("attendance", "Vale Schools Forum", "--format", "json", on=target).stdout)
    assert {(r["person"], r["present"], r["apologies"]) for r in attendance} == {
        ("Ann Hale", 1, 0),
        ("Bryn Rees", 1, 0),
        ("Cara O'Dowd", 0, 1),
    }


def test_loading_again_changes_nothing(sederunt, papers, target):
    sederunt("load", papers, on=target)
    assert sederunt("load", papers, on=target).stderr.splitlines()[-1] == "1 paper read: 1 unchanged."


def test_a_changed_paper_is_another_version(sederunt, papers, target):
    sederunt("load", papers, on=target)
    file = papers / "2019" / "forum.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("Bryn Rees", "Bryn Reece"), encoding="utf-8")
    assert "(changed)" in sederunt("load", file, on=target).stdout
    assert documents(sederunt, target) == ["2019/forum.txt"]


def test_the_root_is_kept_relative_so_that_graph_and_papers_can_move(sederunt, papers, target, tmp_path):
    sederunt("load", papers, on=target)
    with open_store(target) as store:
        assert store.setting("root") == "papers"
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    papers.rename(moved / "papers")
    target.rename(moved / "new.graph")
    shown = sederunt("show", "2019/forum.txt", on=moved / "new.graph")
    assert "    8  Bryn Rees" in shown.stdout
    assert shown.stderr == ""


def test_a_single_file_makes_its_folder_the_root(sederunt, papers, target):
    sederunt("load", papers / "2019" / "forum.txt", on=target)
    assert documents(sederunt, target) == ["forum.txt"]


def test_the_root_can_be_given(sederunt, papers, target, tmp_path):
    sederunt("load", papers, "--root", tmp_path, on=target)
    assert documents(sederunt, target) == ["papers/2019/forum.txt"]
    again = sederunt("load", papers, "--root", papers, on=target)
    assert again.exit_code == 2
    assert "The documents of this graph are named after" in again.stderr


def test_a_file_outside_the_root_is_named_from_it(sederunt, papers, target, tmp_path):
    sederunt("load", papers / "2019", on=target)
    other = tmp_path / "other.txt"
    other.write_text((papers / "2019" / "forum.txt").read_text(encoding="utf-8"), encoding="utf-8")
    sederunt("load", other, on=target)
    assert documents(sederunt, target) == ["../../other.txt", "forum.txt"]


def test_a_path_that_does_not_exist_is_wrong_usage(sederunt, papers, target):
    result = sederunt("load", papers, papers / "gone.txt", on=target)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("gone.txt does not exist.\n")
    assert not target.exists()


def test_what_the_system_refuses_is_one_sentence(sederunt, target):
    result = sederunt("load", "x" * 5000, on=target)
    assert (result.exit_code, result.stderr) == (1, f"{'x' * 5000}: File name too long.\n")


def test_files_that_cannot_be_read_do_not_keep_the_others_out(sederunt, papers, target):
    (papers / "empty.txt").write_bytes(b"")
    (papers / "binary.txt").write_bytes(b"PK\x03\x04\0\0\0")
    result = sederunt("load", papers, on=target)
    assert result.exit_code == 1
    assert "empty.txt is empty" in result.stderr
    assert "binary.txt" in result.stderr
    assert documents(sederunt, target) == ["2019/forum.txt"]


def test_a_paper_without_facts_is_loaded_with_a_warning(sederunt, target, tmp_path):
    file = tmp_path / "poem.txt"
    file.write_text("roses are red\n\nviolets are blue\n", encoding="utf-8")
    result = sederunt("load", file, on=target)
    assert result.exit_code == 0
    assert "Warning: poem.txt: no fact was found in it" in result.stderr
    assert documents(sederunt, target) == ["poem.txt"]


def test_a_folder_without_papers_is_told(sederunt, target, tmp_path):
    (tmp_path / "empty").mkdir()
    result = sederunt("load", tmp_path / "empty", on=target)
    assert result.exit_code == 1
    assert "There is no file of a known format here." in result.stderr


def test_a_dry_run_prints_statements_and_writes_nothing(sederunt, papers, target):
    result = sederunt("load", papers, "--dry-run", "--format", "json", on=target)
    claims = json.loads(result.stdout)
    assert {"ATTENDED", "SENT_APOLOGIES"} <= {claim["link"] for claim in claims}
    assert all(claim["document"] == "2019/forum.txt" and claim["quote"] for claim in claims)
    assert not target.exists()


def test_what_nobody_understood_is_listed(sederunt, papers, target):
    (papers / "2019" / "forum.txt").write_text("Xyzzy plugh\n\nroses are red\n", encoding="utf-8")
    result = sederunt("load", papers, "--unread", on=target)
    assert "Not understood" in result.stdout
    assert "2019/forum.txt  line 3   roses are red" in result.stdout


@pytest.mark.parametrize(
    "line",
    [
        "Bryn Rees, bryn@example.org",
        "Bryn Rees to write to the clerk (clerk@example.org).",
        "Bryn Rees to ring the clerk, who is at clerk@example.org every day.",
    ],
)
def test_contacts_are_kept_only_on_request(sederunt, papers, target, line):
    file = papers / "2019" / "forum.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("Bryn Rees", line), encoding="utf-8")
    sederunt("load", papers, on=target)
    assert "@example.org" in sederunt("load", papers, "--contacts", "--dry-run", "--format", "json", on=target).stdout
    assert "@example.org" not in sederunt("export", "json", on=target).stdout


def test_prune_forgets_what_is_gone(sederunt, papers, target):
    other = papers / "other.txt"
    other.write_text((papers / "2019" / "forum.txt").read_text(encoding="utf-8"), encoding="utf-8")
    sederunt("load", papers, on=target)
    other.unlink()
    assert "other.txt: forgotten, its file is gone" in sederunt("load", papers, "--prune", on=target).stdout
    assert documents(sederunt, target) == ["2019/forum.txt"]


def test_forget_takes_a_paper_out(sederunt, papers, target):
    sederunt("load", papers, on=target)
    result = sederunt("forget", "forum.txt", on=target)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Forgotten: 2019/forum.txt.\n")
    assert json.loads(sederunt("export", "json", on=target).stdout) == {"nodes": [], "edges": []}
    assert sederunt("documents", on=target).exit_code == 0


def test_an_export_can_be_loaded_back(sederunt, papers, target, tmp_path):
    sederunt("load", papers, on=target)
    exported = sederunt("export", "json", on=target).stdout
    (tmp_path / "graph.json").write_text(exported, encoding="utf-8")
    sederunt("load", tmp_path / "graph.json", on=tmp_path / "second.graph")
    assert sederunt("export", "json", on=tmp_path / "second.graph").stdout == exported


def test_no_absolute_path_is_in_the_graph(sederunt, papers, target):
    sederunt("load", papers, on=target)
    assert str(Path(papers).parent) not in sederunt("export", "json", on=target).stdout


def test_show_says_what_was_read_from_each_line(sederunt, papers, target):
    sederunt("load", papers, on=target)
    lines = sederunt("show", "2019/forum.txt", on=target).stdout.splitlines()
    at = lines.index("    7  Mrs Ann Hale (Chair)")
    assert any("ATTENDED" in line and "role chair" in line for line in lines[at + 1 : at + 5])
    (papers / "2019" / "forum.txt").write_text("other", encoding="utf-8")
    assert "has changed since it was loaded" in sederunt("show", "2019/forum.txt", on=target).stderr


def test_rebuild_finds_all_as_it_should_be(sederunt, papers, target):
    sederunt("load", papers, on=target)
    before = sederunt("export", "json", on=target).stdout
    rebuilt = sederunt("rebuild", on=target)
    assert "all was as it should be" in rebuilt.stdout + rebuilt.stderr
    assert sederunt("export", "json", on=target).stdout == before


def test_papers_that_do_not_agree_are_both_told_and_flagged(sederunt, papers, target):
    minutes = papers / "2019" / "forum.txt"
    draft = minutes.read_text(encoding="utf-8").replace("Bryn Rees\n", "").replace("Cara O'Dowd\n", "Cara O'Dowd\nBryn Rees\n")
    (papers / "2019" / "draft.txt").write_text(draft, encoding="utf-8")
    sederunt("load", papers, on=target)
    told = json.loads(sederunt("who", "Bryn Rees", "--format", "json", on=target).stdout)
    meetings = [(r["attendance"], r["disputed"]) for r in told if r["part"] == "meetings"]
    assert meetings == [("apologies", True), ("present", True)]
    agreed = json.loads(sederunt("who", "Ann Hale", "--format", "json", on=target).stdout)
    assert [(r["attendance"], r["disputed"]) for r in agreed if r["part"] == "meetings"] == [("present", None)]

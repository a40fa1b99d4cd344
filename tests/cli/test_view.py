import re

import pytest


def test_boards_of_everybody_are_written_to_a_file(sederunt, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = sederunt("view")
    assert result.exit_code == 0
    assert result.stdout == "boards.html\n"
    assert result.stderr == "Who sits on which boards: 6 facts on one page, to open in any browser:\n"
    text = (tmp_path / "boards.html").read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "Mrs Ann Hale (Chair)" in text


def test_with_a_name_it_is_what_is_around_it(sederunt, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = sederunt("view", "José NUNEZ")
    assert result.stdout == "around-jose-nunez.html\n"
    assert "<title>Around José Núñez</title>" in (tmp_path / "around-jose-nunez.html").read_text(encoding="utf-8")


def test_kind_file_and_stated(sederunt, tmp_path):
    file = tmp_path / "page.html"
    result = sederunt("view", "Ann Hale", "Bryn Rees", "--kind", "boards", "--stated", "-o", file)
    assert (result.exit_code, result.stdout) == (0, f"{file}\n")
    text = file.read_text(encoding="utf-8")
    assert "<title>Boards: Ann Hale, Bryn Rees</title>" in text
    assert 'data-key="stated"' in text
    assert 'data-key="inferred"' not in text


def test_with_two_names_it_is_how_they_are_connected(sederunt, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = sederunt("view", "Ann Hale", "Bryn Rees")
    assert result.stdout == "connections-ann-hale-bryn-rees.html\n"
    assert result.stderr.startswith("How Ann Hale and Bryn Rees are connected: ")


def test_a_dash_is_standard_output(sederunt):
    result = sederunt("view", "-o", "-")
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert result.stderr == ""


def test_the_same_page_twice(sederunt):
    assert sederunt("view", "Ann Hale", "-o", "-").stdout == sederunt("view", "Ann Hale", "-o", "-").stdout


def test_a_small_site_is_written(sederunt, tmp_path):
    folder = tmp_path / "new" / "site"
    result = sederunt("view", "--all", folder)
    assert (result.exit_code, result.stdout) == (0, f"{folder / 'index.html'}\n")
    index = (folder / "index.html").read_text(encoding="utf-8")
    led = re.findall(r'<a href="([^"]+)"', index)
    assert sorted(led) == sorted(file.name for file in folder.iterdir() if file.name != "index.html")
    assert result.stderr == f"{len(led)} pages and an index, to open in any browser:\n"
    assert "boards.html" in led


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["Nobody Atall"], 1, "There is no person or body or organisation or unit or post called 'Nobody Atall'"),
        (["Hale"], 2, "'Hale' may be any of 2"),
        (["TB"], 1, "The papers link it to nobody and nothing."),
        (["Silent Group", "--kind", "boards"], 1, "Nobody here sits on more than one board."),
        (["body:area-boards", "--kind", "boards"], 1, "Nobody here sits on more than one board."),
        (
            ["Ann Hale", "--all", "x"],
            2,
            "--all writes the pages of everything; it takes no name, no --kind, no --changes and no -o.",
        ),
        (["--all", "/dev/null/site"], 2, "/dev/null/site cannot be made: Not a directory."),
        (["--kind", "pie"], 2, "There is no kind of page 'pie'; there are: around, boards, "),
        (["Dev Patel", "Ann Hale"], 1, "Nothing connects these two."),
        (["Ann Hale", "Annie Hale"], 2, "Both names mean Ann Hale; a page of connections is about two."),
        (["Ann Hale", "--kind", "connections"], 2, "A page of the kind 'connections' is about 2 names, not 1."),
        (["--kind", "around"], 2, "A page of the kind 'around' is about 1 name, not 0."),
        (["Education", "--kind", "boards", "--changes", "2017", "2019"], 2, "--changes goes with --kind structure; "),
        (["--changes", "2017", "2019", "--kind", "structure"], 2, "--changes wants one name, "),
        (
            ["Education", "--kind", "structure", "--changes", "2019", "2019"],
            2,
            "Nothing can have changed between 2019 and 2019; ",
        ),
        (
            ["Education", "--kind", "structure", "--changes", "2019", "Minutes"],
            2,
            "Changes are between two dates or between two ",
        ),
        (["Education", "--kind", "structure", "--changes", "xyz", "abc"], 2, "There is no document 'xyz' in the graph; "),
        (["Education", "--kind", "structure", "--changes", "2017", "2018"], 1, "No paper with a date draws Education."),
        (["-o", "/no/such/folder/page.html"], 2, "/no/such/folder/page.html cannot be written: No such file or directory."),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(sederunt, tmp_path, monkeypatch, words, status, message):
    monkeypatch.chdir(tmp_path)
    result = sederunt("view", *words)
    assert result.exit_code == status
    assert result.stderr.startswith(message)
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("works", [True, False])
def test_it_is_shown_where_there_is_a_browser(sederunt, tmp_path, monkeypatch, works):
    shown = []
    monkeypatch.setattr("webbrowser.open", lambda address: shown.append(address) or works)
    monkeypatch.chdir(tmp_path)
    result = sederunt("view", "--open")
    assert result.exit_code == 0
    assert shown == [(tmp_path / "boards.html").as_uri()]
    assert ("No browser could be started here." in result.stderr) is not works

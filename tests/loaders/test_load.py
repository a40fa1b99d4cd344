"""Files: which are read, in which order, and what is said of those that cannot be."""

import os
from pathlib import Path

import pytest
from sederunt.graph.errors import PaperError
from sederunt.loaders import load
from sederunt.loaders.load import find_papers, open_document, read_paper

from tests.loaders.papers import HEAD, LIST, reading


def written(folder: Path, name: str, data: bytes = b"Harbour Board\n") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", r"^empty\.txt is empty; nothing to read\.$"),
        ("blank.txt", b" \r\n\t\n", r"^blank\.txt is empty; nothing to read\.$"),
        ("scan.txt", b"\x89PNG\0\0", r"^scan\.txt: this is a binary file, not a text; .+$"),
        ("notes.xyz", b"words", r"^notes\.xyz: its format is not known; convert it to one of .*\.txt.*\.$"),
        ("notes", b"words", r"^notes: its format is not known; .+$"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path, name, data, message):
    with pytest.raises(PaperError, match=message) as raised:
        open_document(written(tmp_path, name, data))
    assert "\n" not in str(raised.value)


def test_a_folder_is_no_paper(tmp_path):
    with pytest.raises(PaperError, match=r" is a folder, not a file\.$"):
        open_document(tmp_path)


def test_a_missing_file(tmp_path):
    with pytest.raises(PaperError, match=r"^gone\.txt could not be read: No such file or directory; check .+\.$"):
        open_document(tmp_path / "gone.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    file = written(tmp_path, "secret.txt")
    file.chmod(0)
    with pytest.raises(PaperError, match=r"^secret\.txt could not be read: Permission denied; check .+\.$"):
        open_document(file)


def test_a_file_that_the_system_refuses_to_read(tmp_path, monkeypatch):
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(PaperError, match=r"^notes\.txt could not be read: Permission denied; check .+\.$"):
        open_document(written(tmp_path, "notes.txt"))


def test_a_file_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(load, "MOST_BYTES", 2 * 2**20)
    with pytest.raises(PaperError, match=r"^long\.txt has 3 MB, more than a paper can have \(2 MB\); split it\.$"):
        open_document(written(tmp_path, "long.txt", b"a" * 3 * 2**20))


def test_papers_are_found_in_the_order_of_their_names(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/.hidden.txt", ".git/d.txt", "README.md", "picture.png", "c.MD"):
        written(tmp_path, name)
    found = [file.relative_to(tmp_path).as_posix() for file in find_papers([tmp_path])]
    assert found == ["a.txt", "b.txt", "c.MD", "sub/c.txt"]


def test_a_file_that_is_named_is_always_one(tmp_path):
    named = [written(tmp_path, name) for name in (".hidden.txt", "README.md", "picture.png")]
    assert find_papers(named) == named


def test_a_hidden_folder_that_is_named_is_searched(tmp_path):
    file = written(tmp_path, ".papers/a.txt")
    assert find_papers([file.parent]) == [file]


def test_a_file_that_is_named_twice_is_read_once(tmp_path):
    file = written(tmp_path, "a.txt")
    assert find_papers([file, tmp_path, file]) == [file]


def test_a_paper_knows_its_file(tmp_path):
    file = written(tmp_path, "minutes.txt", (HEAD + LIST).encode())
    paper = read_paper(file, "board/minutes.txt").paper
    assert (paper.path, paper.format, paper.date) == ("board/minutes.txt", "text", "2019-05-03")
    assert paper.title == "Fenwick Harbour Board, 3 May 2019"
    assert len(paper.sha256) == 64


def test_a_paper_without_a_meeting_is_called_by_its_first_line():
    assert reading("***\n\nTitle: A walk by the sea\n\nIt was fine.\n").paper.title == "A walk by the sea"


def test_a_paper_in_which_nothing_was_found_says_so():
    found = reading("it was fine, and then it rained.\n")
    assert found.paper.statements == ()
    assert found.warnings == ("paper.txt: no fact was found in it; see what it says with `sederunt load --unread`.",)


def test_a_list_in_which_nobody_was_found_is_told_with_its_line():
    found = reading("Harbour notes\n\nPresent:\n\nthe usual people and a dog\n")
    assert "paper.txt, line 3: a list headed 'Present' in which no name was recognised." in found.warnings


def test_what_nobody_read_can_be_listed():
    found = reading(HEAD + LIST + "1. Weather\n\nit was fine.\n")
    assert [block.text for block in found.unread] == ["it was fine."]


def test_no_statement_is_made_twice():
    found = reading(HEAD + LIST + LIST).paper.statements
    assert len({found_key(s) for s in found}) == len(found)


def found_key(statement) -> str:
    return statement.model_dump_json(exclude={"confidence", "basis"})


def test_each_list_in_which_nobody_was_recognised_is_told():
    words = HEAD + "Present:\nAnn Hale\n\nIn attendance:\nthe usual divers\n\nApologies:\nNone\n"
    assert reading(words).warnings == ("paper.txt, line 8: a list headed 'In attendance' in which no name was recognised.",)


def test_names_that_nobody_understood_are_told():
    words = "Harbour Day\n\nOur winners\n\nAnn Hale\nBen Moss\nRita Vale\n"
    assert reading(words).warnings[-1] == "paper.txt, line 5: 3 lines with names, of which it is not clear what they are."


def test_empty_rows_of_a_table_stop_no_reader():
    found = reading("Harbour Board\n\n|||\n\nPresent:\nAnn Hale\n\n|||\n").paper.statements
    assert ("ATTENDED", "Ann Hale") in {(s.link, s.subject.label) for s in found}


def test_a_day_that_is_not_in_every_year_is_found():
    words = "Harbour Board\nMinutes of the meeting held on 3 February 2024\n\n1. Dates\nThe next meeting will be held on 29 February.\n"
    assert "2024-02-29" in {s.subject.date for s in reading(words).paper.statements}


def test_the_mark_of_a_footnote_is_no_number():
    words = "Harbour Board\nTerms of Reference\n\nPost\tNumber\nHarbour user\t¹\nCouncillor\t3\n"
    assert {s.values.get("seats") for s in reading(words).paper.statements} == {None, 3}


def test_files_that_an_office_program_keeps_beside_an_open_paper_are_passed_over(tmp_path):
    kept, _ = written(tmp_path, "minutes.txt"), written(tmp_path, "~$minutes.docx")
    assert find_papers([tmp_path]) == [kept]


def test_an_older_file_without_libreoffice_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PaperError, match=r"^minutes\.doc: .+ LibreOffice; install it, or save the file as \.docx\.$"):
        open_document(written(tmp_path, "minutes.doc"))


def test_a_libreoffice_that_gives_nothing_is_told(tmp_path, monkeypatch):
    (office := written(tmp_path, "bin/soffice", b"#!/bin/sh\nexit 1\n")).chmod(0o755)
    monkeypatch.setenv("PATH", f"{office.parent}:/bin:/usr/bin")
    with pytest.raises(PaperError, match=r"^minutes\.doc: LibreOffice could not read it; .+\.$"):
        open_document(written(tmp_path, "minutes.doc"))

"""A file is read again only where its bytes or the readers are others."""

from collections.abc import Iterator

import pytest
from sederunt.cli import again, loading
from sederunt.graph.store import open_store


@pytest.fixture
def target(tmp_path):
    return tmp_path / "new.graph"


@pytest.fixture
def read(monkeypatch) -> Iterator[list[str]]:
    """The names of the papers that were read."""
    names: list[str] = []
    read_papers = loading.read_papers

    def noted(files, **options):
        names.extend(name for _, name in files)
        return read_papers(files, **options)

    monkeypatch.setattr(loading, "read_papers", noted)
    return names


@pytest.fixture
def two(papers):
    (papers / "other.txt").write_text("Harbour Panel\n\n4 March 2019\n\nPresent:\nEllis Frost (Chair)\n", encoding="utf-8")
    return papers


def other_readers(monkeypatch):
    monkeypatch.setattr(again, "_installed", lambda: "other readers")


def test_what_is_unchanged_is_not_read_again(sederunt, two, target, read):
    sederunt("load", two, on=target)
    assert read == ["2019/forum.txt", "other.txt"]
    result = sederunt("load", two, on=target)
    assert read == ["2019/forum.txt", "other.txt"]
    assert result.stdout.splitlines() == ["2019/forum.txt (unchanged)", "other.txt (unchanged)"]
    assert result.stderr.splitlines()[-1] == "2 papers read: 2 unchanged."
    assert result.exit_code == 0


def test_only_what_has_other_bytes_is_read(sederunt, two, target, read):
    sederunt("load", two, on=target)
    read.clear()
    with (two / "other.txt").open("a", encoding="utf-8") as file:
        file.write("Gwen Hart\n")
    assert "other.txt (changed)" in sederunt("load", two, on=target).stdout
    assert read == ["other.txt"]


@pytest.mark.parametrize("option", ["--unread", "--contacts"])
def test_who_wants_more_of_the_files_has_them_read(sederunt, two, target, read, option):
    sederunt("load", two, on=target)
    read.clear()
    sederunt("load", two, option, on=target)
    assert read == ["2019/forum.txt", "other.txt"]


def test_other_readers_read_everything_once_more(sederunt, two, target, read, monkeypatch):
    sederunt("load", two, on=target)
    other_readers(monkeypatch)
    for expected in (["2019/forum.txt", "other.txt"], []):
        read.clear()
        sederunt("load", two, on=target)
        assert read == expected


def test_while_some_documents_are_of_other_readers_every_file_is_read(sederunt, two, target, read, monkeypatch):
    sederunt("load", two, on=target)
    other_readers(monkeypatch)
    for _ in range(2):
        read.clear()
        sederunt("load", two / "other.txt", on=target)
        assert read == ["other.txt"]
    read.clear()
    sederunt("load", two, on=target)
    assert read == ["2019/forum.txt", "other.txt"]


def test_what_an_export_brought_is_read_from_its_file(sederunt, two, target, read, tmp_path):
    sederunt("load", two, on=target)
    copy, other = tmp_path / "copy.json", tmp_path / "other.graph"
    copy.write_text(sederunt("export", "json", on=target).stdout, encoding="utf-8")
    sederunt("load", copy, on=other)
    for expected in (["2019/forum.txt", "other.txt"], []):
        read.clear()
        sederunt("load", two, on=other)
        assert read == expected


def test_the_word_for_the_readers_is_no_part_of_the_graph(sederunt, two, target):
    sederunt("load", two, on=target)
    with open_store(target) as store:
        kept = store.setting(again.READERS)
    assert kept
    assert kept not in sederunt("export", "json", on=target).stdout

"""What `doctor` says of a set-up, and its exit status."""

import json
import shutil

import pytest
from sederunt.graph.store import open_store


def findings(result):
    return {row["looked_at"]: (row["wrong"], row["told"]) for row in json.loads(result.stdout)}


@pytest.fixture
def loaded(sederunt, tmp_path, papers):
    """A graph of a folder of papers, each in a place of its own."""
    graph = tmp_path / "doctor.graph"
    assert sederunt("load", papers, on=graph).exit_code == 0
    return graph


def test_all_is_well(sederunt, loaded, papers):
    result = sederunt("doctor", "--format", "json", on=loaded)
    found = findings(result)
    assert result.exit_code == 0
    assert list(found) == ["program", "engine", "rights", "disk", "rules", "papers"]
    assert not any(wrong for wrong, _ in found.values())
    assert found["papers"][1] == f"All 1 papers of the graph are in {papers}."


def test_a_paper_that_is_gone(sederunt, loaded, papers):
    (papers / "2019" / "forum.txt").unlink()
    result = sederunt("doctor", "--format", "json", on=loaded)
    wrong, told = findings(result)["papers"]
    assert (result.exit_code, wrong) == (1, True)
    assert "1 of 1 papers are not in" in told
    assert "2019/forum.txt" in told


def test_a_graph_of_another_version(sederunt, loaded):
    with open_store(loaded) as store:
        store.set_setting("rules", "0")
    result = sederunt("doctor", "--format", "json", on=loaded)
    assert (result.exit_code, findings(result)["rules"][0]) == (1, True)
    assert sederunt("rebuild", on=loaded).exit_code == 0
    assert sederunt("doctor", on=loaded).exit_code == 0


def test_a_graph_that_is_not_there(sederunt, tmp_path):
    result = sederunt("doctor", "--format", "json", on=tmp_path / "none.graph")
    assert result.exit_code == 3
    assert findings(result)["engine"][0] is True


def test_an_empty_graph(sederunt, loaded):
    assert sederunt("forget", "2019/forum.txt", on=loaded).exit_code == 0
    result = sederunt("doctor", "--format", "json", on=loaded)
    assert (result.exit_code, "load" in findings(result)["papers"][1]) == (0, True)


def test_a_small_disk_is_told(sederunt, loaded, monkeypatch):
    usage = shutil.disk_usage(loaded)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=5 * 2**20))
    result = sederunt("doctor", "--format", "json", on=loaded)
    assert (result.exit_code, findings(result)["disk"]) == (
        1,
        (True, "5 MiB are free on the disk of the graph: make room there."),
    )

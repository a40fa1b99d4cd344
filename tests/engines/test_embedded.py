"""What only the embedded engine does: folders, locks, logs, memory, processes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sederunt.graph.engines import arcade
from sederunt.graph.errors import EngineError, QueryError
from sederunt.graph.judgements import Judgement, Verb
from sederunt.graph.kinds import JUDGEMENT
from sederunt.graph.logbook import log_node, read_log
from sederunt.graph.model import Changes
from sederunt.graph.store import open_store, read_graph

from tests.engines.graphs import board, node, putting

SECONDS = 60


def run(code: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own, in the folder; warnings are errors there too."""
    command = [sys.executable, "-W", "error", "-c", code]
    root = str(Path(__file__).parents[2])
    surroundings = {**os.environ, "PYTHONPATH": root, **environment}
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=SECONDS, check=False, env=surroundings)


@pytest.fixture
def made(tmp_path: Path) -> str:
    """The address of a graph that is there and closed."""
    with open_store(tmp_path / "made.graph", create=True) as store:
        store.apply(putting(board()))
    return str(tmp_path / "made.graph")


@pytest.mark.parametrize("address", ["a.graph", "/a/b", "C:\\papers\\x.graph", "über uns.graph"])
def test_paths_are_accepted(address: str) -> None:
    assert arcade.accepts(address)


def test_addresses_are_not() -> None:
    assert not arcade.accepts("neo4j+s://example.org")


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"^There is no graph at .*x\.graph: load papers into it first"):
        open_store(tmp_path / "x.graph")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_above_is_made(tmp_path: Path) -> None:
    with open_store(tmp_path / "new" / "er" / "x.graph", create=True) as store:
        assert store.ask("MATCH (n) RETURN count(n) AS n").rows == ((0,),)


@pytest.mark.parametrize("name", ["a b#1?é%20'\"`{x}.graph", "-x", "graph.", "x" * 200])
def test_odd_names(tmp_path: Path, name: str) -> None:
    with open_store(tmp_path / name, create=True) as store:
        store.apply(putting(board()))
    with open_store(f"{tmp_path / name}/") as store:
        assert read_graph(store) == board()


@pytest.mark.parametrize("create", [True, False])
def test_a_file(tmp_path: Path, create: bool) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text("Present: all")
    with pytest.raises(EngineError, match=r"minutes\.txt is a file and no graph"):
        open_store(file, create=create)
    with pytest.raises(EngineError, match=r"^No graph can be made at .*below \([^\n]*\): give a path"):
        open_store(file / "below", create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_of_something_else_stays_as_it_was(tmp_path: Path, create: bool) -> None:
    (tmp_path / "minutes.txt").write_text("Present: all")
    with pytest.raises(EngineError, match="is a folder without a graph"):
        open_store(tmp_path, create=create)
    assert [p.name for p in tmp_path.iterdir()] == ["minutes.txt"]


def test_a_path_that_the_system_refuses(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"^The graph at .* cannot be opened: File name too long\.$"):
        open_store(tmp_path / ("x" * 400))


def test_an_empty_folder_can_become_a_graph(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="There is no graph at"):
        open_store(tmp_path)
    with open_store(tmp_path, create=True) as store:
        assert store.ask("MATCH (n) RETURN count(n) AS n").rows == ((0,),)


@pytest.mark.parametrize("schema", ['{"types": {"Person": {}}}', '{"types"', "[]", ""])
def test_a_database_of_something_else(tmp_path: Path, schema: str) -> None:
    (tmp_path / "schema.json").write_text(schema)
    with pytest.raises(EngineError, match="is no Sederunt graph: give another path"):
        open_store(tmp_path, create=True)
    assert [p.name for p in tmp_path.iterdir()] == ["schema.json"]


def test_open_twice_in_one_process(made: str) -> None:
    with open_store(made), pytest.raises(EngineError, match="is open already in this program"):
        open_store(made)


def test_another_process_holds_it(made: str) -> None:
    code = f"""
from sederunt.graph.errors import EngineError
from sederunt.graph.store import open_store
try:
    open_store({made!r})
except EngineError as error:
    print(error)
"""
    with open_store(made):
        other = run(code, Path(made).parent)
    assert other.stdout == f"Another process has the graph at {made} open: wait until it is done, or end it, and try again.\n"
    assert other.stderr == ""
    with open_store(made) as store:
        assert read_graph(store) == board()


def test_no_build_for_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for build in ("arcadedb", "arcadedb_embedded", "sederunt.graph.jvm"):
        monkeypatch.setitem(sys.modules, build, None)
    monkeypatch.delattr("sederunt.graph.jvm", raising=False)
    with pytest.raises(EngineError, match=r"^There is no build of the embedded engine .* use Neo4j.*\.$"):
        open_store(tmp_path / "x.graph", create=True)


USE = """
from sederunt.graph.store import open_store
store = open_store('x.graph', create=True)
store.set_setting('root', '/papers')
store.ask('MATCH (n:Person) RETURN n')
"""


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        ("store.close()", 0),
        ("", 0),
        ("raise SystemExit(3)", 3),
        ("import threading; threading.Thread(target=store.ask, args=['MATCH (n) RETURN n']).start()", 0),
        ("import threading; t = threading.Thread(target=store.setting, args=['root']); t.start(); t.join(); store.close()", 0),
        ("import os; os._exit(4)", 4),
    ],
)
def test_a_process_ends_at_once_in_silence_and_leaves_nothing_about(tmp_path: Path, ending: str, status: int) -> None:
    done = run(USE + ending, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (status, "", "")
    assert [p.name for p in tmp_path.iterdir()] == ["x.graph"]
    with open_store(tmp_path / "x.graph") as store:
        assert store.setting("root") == "/papers"


def test_without_a_home_that_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    done = run(USE, tmp_path, HOME=str(tmp_path / "home"), XDG_STATE_HOME="")
    assert done.returncode == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["home", "x.graph"]


SWAP = """
from sederunt.graph.model import Changes
from sederunt.graph.store import open_store
from tests.engines.graphs import node
def state(name):
    return Changes(put_nodes=tuple(node(f'person:{n}', name=name) for n in range(300)))
with open_store('x.graph', create=True) as store:
    store.apply(state('start'))
    print('ready', flush=True)
    for n in range(100_000):
        store.apply(state(str(n)))
"""


def test_a_process_that_is_killed_leaves_the_graph_whole(tmp_path: Path) -> None:
    root = str(Path(__file__).parents[2])
    for wait in (0.0, 0.05, 0.13, 0.31):
        command = [sys.executable, "-c", SWAP]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=tmp_path, env={**os.environ, "PYTHONPATH": root}) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"ready\n"
            time.sleep(wait)
            child.send_signal(signal.SIGKILL)
        with open_store(tmp_path / "x.graph") as store:
            found = store.ask("MATCH (n:Person) RETURN n.name AS name, count(*) AS number").rows
        assert [number for _, number in found] == [300]


def test_too_little_memory_is_said_and_writes_nothing(tmp_path: Path) -> None:
    code = """
from sederunt.graph.errors import EngineError
from sederunt.graph.model import Changes
from sederunt.graph.store import open_store
from tests.engines.graphs import node
with open_store('x.graph', create=True) as store:
    for attempt in (
        lambda: store.ask("RETURN reduce(a = 'x', i IN range(1, 40) | a + a) AS x"),
        lambda: store.apply(Changes(put_nodes=tuple(node(f'person:{n}', name='x' * 5000) for n in range(60_000)))),
        lambda: store.ask("UNWIND range(1, 1000000) AS i RETURN i, 'some more words ' + i AS text ORDER BY text DESC"),
    ):
        try:
            attempt()
        except EngineError as error:
            print(error)
    print(store.ask('MATCH (n) RETURN count(n) AS number').rows)
"""
    done = run(code, tmp_path, SEDERUNT_MEMORY="100m")
    said = "This needs more memory than the engine may use (100m): ask for less, or set SEDERUNT_MEMORY=4g."
    assert done.stdout.splitlines() == [said, said, said, "((0,),)"], done.stderr


def test_a_size_of_memory_that_is_none(tmp_path: Path) -> None:
    code = "from sederunt.graph.store import open_store; open_store('x.graph', create=True)"
    done = run(code, tmp_path, SEDERUNT_MEMORY="lots")
    assert done.stderr.endswith("EngineError: SEDERUNT_MEMORY is 'lots': give a size such as 500m or 2g.\n")


def test_the_first_answer_comes_soon(made: str) -> None:
    code = f"""
import time
start = time.process_time()  # of this process, so that what else the machine does counts for nothing
from sederunt.graph.store import open_store
with open_store({made!r}) as store:
    store.ask('MATCH (n:Person {{id: $id}}) RETURN n', {{'id': 'person:1'}})
    print(time.process_time() - start)
"""
    assert min(float(run(code, Path(made).parent).stdout) for _ in range(5)) < 0.5


def test_text_that_no_engine_can_hold_is_refused(made: str) -> None:
    with open_store(made) as store:
        with pytest.raises(EngineError, match="Nothing was written"):
            store.apply(Changes(put_nodes=(node("person:9", name="\ud800"),)))
        assert read_graph(store) == board()


def test_a_label_of_a_users_own(made: str) -> None:
    with open_store(made) as store:
        with pytest.raises(QueryError):
            store.ask("CREATE (:Thing:Other {id: 'x'})")
        store._database.command("opencypher", "CREATE (:Thing:Other {id: 'x'})-[:KNOWS {since: date('2019-01-02')}]->(:Thing)")
        found = store.ask("MATCH (n:Thing)-[r:KNOWS]->(m) RETURN n, r, m").rows
    own = {"since": "2019-01-02", "_type": "KNOWS", "_start": "x", "_end": None}
    assert found == (({"id": "x", "_labels": ["Other", "Thing"]}, own, {"_labels": ["Thing"]}),)


def test_a_graph_of_before_there_were_judgements_takes_them(tmp_path: Path) -> None:
    with open_store(tmp_path / "old.graph", create=True) as store:
        store._database.command("sql", f"DROP TYPE {JUDGEMENT}").close()
    with open_store(tmp_path / "old.graph") as store:
        store.apply(Changes(new_nodes=(log_node(Judgement(number=1, verb=Verb.UNDO, undone=1, day="2026-11-23")),)))
        assert [judgement.number for judgement in read_log(store)] == [1]

"""What is wrong with the set-up: one sentence for each thing that was looked at."""

import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import typer
from sederunt.cli.place import ROOT, document_file, root_of
from sederunt.cli.session import NO_ENGINE, NOTHING, Session, table
from sederunt.cli.tables import Part, write
from sederunt.graph.errors import EngineError
from sederunt.graph.model import Record
from sederunt.graph.served import ServedStore
from sederunt.graph.store import Store
from sederunt.graph.update import follows_rules
from sederunt.loaders.load import is_there
from sederunt.queries.find import documents

_LITTLE = 200 * 2**20
"""Bytes that should be free for a graph to grow."""


class Finding(Record):
    """What was looked at, and what is to be said of it."""

    looked_at: str
    wrong: bool
    told: str


@table
def doctor(session: Session) -> None:
    """What is wrong with the set-up: address, login, version, rights, lock."""
    findings = [_program()]
    status = 0
    try:
        with session.open() as store:
            findings += [Finding(looked_at="engine", wrong=False, told=f"{store.engine} at {store.address}."), *_graph(store)]
    except EngineError as error:
        findings.append(Finding(looked_at="engine", wrong=True, told=str(error)))
        status = NO_ENGINE
    rows = tuple((finding.looked_at, finding.wrong, finding.told) for finding in findings)
    write(session, [Part("", ("looked_at", "wrong", "told"), rows)])
    if any(finding.wrong for finding in findings):
        raise typer.Exit(status or NOTHING)


def _program() -> Finding:
    python = ".".join(map(str, sys.version_info[:3]))
    return Finding(looked_at="program", wrong=False, told=f"Sederunt {version('sederunt')} on Python {python}, {sys.platform}.")


def _graph(store: Store) -> Iterator[Finding]:
    yield _rights(store)
    if "://" not in store.address:
        yield _room(Path(store.address))
    yield _rules(store)
    yield _papers(store)


def _rights(store: Store) -> Finding:
    if isinstance(store, ServedStore):
        return Finding(looked_at="rights", wrong=False, told=store.why)
    try:
        root = store.setting(ROOT)
        if root is not None:
            store.set_setting(ROOT, root)
    except EngineError as error:
        return Finding(looked_at="rights", wrong=True, told=str(error))
    return Finding(looked_at="rights", wrong=False, told="The graph can be read and written.")


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    told = f"{free // 2**20:,} MiB are free on the disk of the graph"
    return Finding(looked_at="disk", wrong=free < _LITTLE, told=f"{told}{'.' if free >= _LITTLE else ': make room there.'}")


def _rules(store: Store) -> Finding:
    well = follows_rules(store)
    told = "The graph was made by this version's rules." if well else "Another version made this graph: `sederunt rebuild`."
    return Finding(looked_at="rules", wrong=not well, told=told)


def _papers(store: Store) -> Finding:
    names = [paper.path for paper in documents(store)]
    root = root_of(store)
    if not names or root is None:
        return Finding(looked_at="papers", wrong=False, told="No paper is loaded yet: `sederunt load PATH` loads some.")
    gone = [name for name in names if not is_there(document_file(name, root))]
    if not gone:
        return Finding(looked_at="papers", wrong=False, told=f"All {len(names)} papers of the graph are in {root}.")
    missing = f"{len(gone)} of {len(names)} papers are not in {root} any more, the first is {gone[0]}"
    return Finding(
        looked_at="papers", wrong=True, told=f"{missing}: put them back, or forget them with `sederunt load --prune {root}`."
    )

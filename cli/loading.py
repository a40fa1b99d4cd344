"""Loading papers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer
from sederunt.cli.again import all_read, settle_readers, unchanged
from sederunt.cli.exported import form_of
from sederunt.cli.place import document_file, document_name, first_root, root_of, settle_root
from sederunt.cli.progress import Progress
from sederunt.cli.session import NOTHING, Session, table
from sederunt.cli.tables import Part, write
from sederunt.cli.text import safe, say
from sederunt.graph.claims import papers_from
from sederunt.graph.errors import PaperError, QueryError
from sederunt.graph.kinds import NODES
from sederunt.graph.statement import Paper
from sederunt.graph.store import Store
from sederunt.graph.update import Outcome, loading
from sederunt.graph.update import forget as take_out
from sederunt.loaders.load import Reading, Unread, find_papers, is_there
from sederunt.loaders.workers import collect_seldom, read_papers
from sederunt.queries.contents import contents
from sederunt.queries.find import documents

Files = Mapping[Path, ModuleType | None]
"""Files, those that are graphs that were exported with their form."""
_PLURALS = {"Person": "people", "Body": "bodies"}


@dataclass(frozen=True, slots=True)
class Gain:
    """What one file gave: its paper, or all the papers of an exported graph, and what no reader understood."""

    name: str
    papers: Iterable[Paper]
    """Read while they are asked for, if the form of an exported graph has them one by one."""
    unread: tuple[Unread, ...] = ()


@table
def load(  # noqa: PLR0913 - one for each option
    session: Session,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.", show_default=False)],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the statements and write nothing.")] = False,
    unread: Annotated[bool, typer.Option("--unread", help="List the blocks that no reader understood.")] = False,
    contacts: Annotated[bool, typer.Option("--contacts", help="Keep e-mail addresses and telephone numbers.")] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Also forget documents whose file is gone.")] = False,
    root: Annotated[Path | None, typer.Option("--root", metavar="DIR", help="The folder to name documents after.")] = None,
) -> None:
    """Read files and folders into the graph; print what was found and what could not be read."""
    _refuse_missing([*paths, *([root] if root else [])])
    files = {file: form_of(file) for file in {file.resolve(): file for file in find_papers(paths)}.values()}
    if not files:
        say("There is no file of a known format here.")
    if dry_run:
        progress, gains = Progress(files), list[Gain]()
        read = _read(files, _dry_root(session, paths, root), progress, contacts=contacts)
        write(session, [_claims(_noted(read, gains, {}, progress, whole=unread))], whole=True)
    else:
        settled = partial(_settled, paths=paths, wanted=root)
        gains = _load(session, files, settled, contacts=contacts, prune=prune, whole=unread)
    if unread:
        write(session, [_left_over(gains)], title="Not understood")
    if len(gains) < max(len(files), 1):
        raise typer.Exit(NOTHING)


def _refuse_missing(paths: Iterable[Path]) -> None:
    for path in paths:
        if not path.exists():
            raise QueryError(f"{path} does not exist.")


def _dry_root(session: Session, paths: Sequence[Path], wanted: Path | None) -> Path:
    if wanted is not None or ("://" not in session.graph and not Path(session.graph).exists()):
        return first_root(paths, wanted)
    with session.open() as store:
        return root_of(store) or first_root(paths, wanted)


def _settled(store: Store, paths: Sequence[Path], wanted: Path | None) -> Path:
    if wanted is None and all(path.is_file() and form_of(path) for path in paths):
        # An export does not tell where its papers are: that is left to the first of them that is loaded.
        return root_of(store) or first_root(paths, wanted)
    return settle_root(store, paths, wanted, empty=not documents(store))


def _load(
    session: Session, files: Files, settled: Callable[[Store], Path], *, contacts: bool, prune: bool, whole: bool
) -> list[Gain]:
    """Load files while they are read; what comes back holds no papers, of which there may be more than fit into memory.

    What is unchanged is read only where the ``whole`` of what the files give is wanted.
    """
    collect_seldom()
    with session.open(create=True) as store:
        root = settled(store)
        exported = any(files.values())
        known = settle_readers(store, contacts=contacts, foreign=exported)
        named = [(file, document_name(file, root)) for file, form in files.items() if form is None]
        same = dict([] if whole else unchanged(named, known))
        gains, outcome, number = [Gain(name, ()) for name in same.values()], Outcome(unchanged=tuple(same.values())), len(same)
        for name in same.values():
            typer.echo(safe(f"{name} (unchanged)"))
        found: dict[str, int] = {}
        left = {file: form for file, form in files.items() if file not in same}
        progress = Progress(left)
        read = _read(left, root, progress, contacts=contacts)
        for news in loading(store, _noted(read, gains, found, progress, whole=whole)):
            done = {path: found.pop(path, 0) for path in (*news.added, *news.changed, *news.unchanged)}
            progress.clear()
            _tell(store, done, news)
            progress.keep(sum(done.values()))
            outcome, number = outcome + news, number + len(done)
        progress.clear()
        _sum_up(number, outcome)
        if not exported:
            all_read(store, [gain.name for gain in gains], contacts=contacts)
        if prune:
            _prune(store, root_of(store))
    return gains


def _noted(
    read: Iterable[Gain], gains: list[Gain], found: dict[str, int], progress: Progress, *, whole: bool
) -> Iterator[Paper]:
    """The papers as they are read, with a note of each file and of how many statements were found in each paper."""
    for gain in read:
        try:
            for paper in gain.papers:
                found[paper.path] = len(paper.statements)
                yield paper
        except PaperError as error:
            _refuse(error, progress)
        else:
            gains.append(replace(gain, papers=(), unread=gain.unread if whole else ()))


def _read(files: Files, root: Path, progress: Progress, *, contacts: bool) -> Iterable[Gain]:
    """What each file gave; nothing for one that could not be read."""
    papers = [(file, document_name(file, root)) for file, form in files.items() if form is None]
    with closing(read_papers(papers, contacts=contacts)) as readings:
        for file, form in files.items():
            try:
                gain = _exported(file, form) if form else _gain(next(readings), progress)
            except PaperError as error:
                _refuse(error, progress)
            else:
                yield gain
            progress.read()


def _refuse(error: PaperError, progress: Progress) -> None:
    progress.clear()
    say(str(error))


def _exported(file: Path, form: ModuleType) -> Gain:
    return Gain(file.name, form.papers(file) if hasattr(form, "papers") else papers_from(form.read(file)))


def _gain(reading: Reading | PaperError, progress: Progress) -> Gain:
    if isinstance(reading, PaperError):
        raise reading
    if reading.warnings:
        progress.clear()
    for warning in reading.warnings:
        say(f"Warning: {warning}")
    return Gain(reading.paper.path, (reading.paper,), reading.unread)


def _tell(store: Store, found: Mapping[str, int], outcome: Outcome) -> None:
    """Say of each paper what was in it; by then it is in the graph for good."""
    news = dict.fromkeys(outcome.added, "new") | dict.fromkeys(outcome.changed, "changed")
    named = contents(store, found)
    for path, statements in found.items():
        typer.echo(safe(f"{path} ({news.get(path, 'unchanged')}): {_named(named.get(path, {}), statements)}"))


def _sum_up(number: int, outcome: Outcome) -> None:
    counts = ((outcome.added, "new"), (outcome.changed, "changed"), (outcome.unchanged, "unchanged"))
    tally = ", ".join(f"{len(paths)} {word}" for paths, word in counts if paths)
    say(f"{_counted(number, 'paper')} read{': ' if tally else ''}{tally}.")


def _named(things: Mapping[str, int], statements: int) -> str:
    """What a paper speaks of, by kind, and in how many statements."""
    told = [_counted(things[kind], kind.lower(), _PLURALS.get(kind, "")) for kind in NODES if kind in things]
    return ", ".join([*told, _counted(statements, "statement")])


def _counted(number: int, word: str, plural: str = "") -> str:
    return f"{number} {word if number == 1 else plural or word + 's'}"


def _claims(papers: Iterable[Paper]) -> Part:
    """The statements of papers, as they would be loaded."""
    columns = ("document", "locator", "subject", "link", "object", "values", "basis", "confidence", "quote")
    rows = tuple(
        (
            paper.path,
            s.evidence.locator,
            f"{s.subject.kind}: {s.subject.label}",
            s.link,
            f"{s.object.kind}: {s.object.label}" if s.object else None,
            "; ".join(f"{name}={value}" for name, value in s.values.items()),
            s.basis,
            s.confidence,
            s.evidence.quote,
        )
        for paper in papers
        for s in paper.statements
    )
    return Part("", columns, rows)


def _left_over(gains: Iterable[Gain]) -> Part:
    rows = tuple((gain.name, block.locator, block.text) for gain in gains for block in gain.unread)
    return Part("", ("document", "locator", "text"), rows)


def _prune(store: Store, root: Path | None) -> None:
    if root is None:
        raise QueryError("It is not known where the papers of this graph are: give --root DIR with --prune.")
    for paper in documents(store):
        if not is_there(document_file(paper.path, root)):
            take_out(store, paper.path)
            typer.echo(safe(f"{paper.path}: forgotten, its file is gone"))

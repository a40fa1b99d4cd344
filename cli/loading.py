"""Loading papers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from sederunt.cli.place import document_file, document_name, first_root, root_of, settle_root
from sederunt.cli.session import NOTHING, Session, table
from sederunt.cli.tables import Part, write
from sederunt.cli.text import safe, say
from sederunt.graph.errors import PaperError, QueryError
from sederunt.graph.kinds import NODES
from sederunt.graph.statement import Paper
from sederunt.graph.store import Store
from sederunt.graph.update import Outcome
from sederunt.graph.update import forget as take_out
from sederunt.graph.update import load as bring_in
from sederunt.loaders.load import Reading, find_papers, read_paper
from sederunt.queries.ask import run

_PLURALS = {"Person": "people", "Body": "bodies"}


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
    if dry_run:
        readings = list(_read(paths, _dry_root(session, paths, root), contacts=contacts))
        write(session, [_claims(_papers(readings))], whole=True)
    else:
        readings = _load(session, paths, root, contacts=contacts, prune=prune)
    if unread:
        write(session, [_left_over(readings)], title="Not understood")
    if None in readings:
        raise typer.Exit(NOTHING)


def _load(session: Session, paths: Sequence[Path], wanted: Path | None, *, contacts: bool, prune: bool) -> list[Reading | None]:
    with session.open(create=True) as store:
        root = settle_root(store, paths, wanted, empty=not run(store, "documents"))
        readings = list(_read(paths, root, contacts=contacts))
        outcome = bring_in(store, _papers(readings))
        _tell(readings, outcome)
        if prune:
            _prune(store, root)
    return readings


def _refuse_missing(paths: Iterable[Path]) -> None:
    for path in paths:
        if not path.exists():
            raise QueryError(f"{path} does not exist.")


def _dry_root(session: Session, paths: Sequence[Path], wanted: Path | None) -> Path:
    if wanted is not None or ("://" not in session.graph and not Path(session.graph).exists()):
        return first_root(paths, wanted)
    with session.open() as store:
        return root_of(store) or first_root(paths, wanted)


def _read(paths: Sequence[Path], root: Path, *, contacts: bool) -> Iterable[Reading | None]:
    """What each file gave; None for one that could not be read."""
    files = {document_name(file, root): file for file in find_papers(paths)}
    if not files:
        say("There is no file of a known format here.")
    for name, file in files.items():
        try:
            reading = read_paper(file, name, contacts=contacts)
        except PaperError as error:
            say(str(error))
            yield None
            continue
        for warning in reading.warnings:
            say(f"Warning: {warning}")
        yield reading


def _papers(readings: Iterable[Reading | None]) -> list[Paper]:
    return [reading.paper for reading in readings if reading is not None]


def _tell(readings: Iterable[Reading | None], outcome: Outcome) -> None:
    news = dict.fromkeys(outcome.added, "new") | dict.fromkeys(outcome.changed, "changed")
    papers = _papers(readings)
    for paper in papers:
        typer.echo(safe(f"{paper.path} ({news.get(paper.path, 'unchanged')}): {_found(paper)}"))
    counts = ((outcome.added, "new"), (outcome.changed, "changed"), (outcome.unchanged, "unchanged"))
    tally = ", ".join(f"{len(paths)} {word}" for paths, word in counts if paths)
    say(f"{_counted(len(papers), 'paper')} read{': ' if tally else ''}{tally}.")


def _found(paper: Paper) -> str:
    """What a paper speaks of, by kind, each printed form once."""
    forms = {
        (mention.kind, mention.label or f"{mention.body} {mention.date}")
        for statement in paper.statements
        for mention in (statement.subject, statement.object)
        if mention is not None
    }
    counts = Counter[str](kind for kind, _ in forms)
    told = [_counted(counts[kind], kind.lower(), _PLURALS.get(kind, "")) for kind in NODES if counts[kind]]
    return ", ".join([*told, _counted(len(paper.statements), "statement")])


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


def _left_over(readings: Iterable[Reading | None]) -> Part:
    rows = tuple((r.paper.path, block.locator, block.text) for r in readings if r is not None for block in r.unread)
    return Part("", ("document", "locator", "text"), rows)


def _prune(store: Store, root: Path) -> None:
    for record in run(store, "documents").table.records():
        if not document_file(record["path"], root).exists():
            take_out(store, record["path"])
            typer.echo(safe(f"{record['path']}: forgotten, its file is gone"))

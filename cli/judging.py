"""Judgements: who is who and what was misread, decided by people, taken back, and kept in a log."""

import re
from collections.abc import Container, Iterable, Sequence
from datetime import UTC, datetime
from getpass import getuser
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any

import typer
from sederunt.cli.again import read_again
from sederunt.cli.completion import names
from sederunt.cli.output import write_out
from sederunt.cli.session import NOTHING, Session, command, table
from sederunt.cli.show import in_words
from sederunt.cli.tables import Part, write
from sederunt.cli.text import say
from sederunt.graph import bodies, deciding
from sederunt.graph.deciding import Signed
from sederunt.graph.errors import QueryError, UnknownName
from sederunt.graph.judged import Judged, judged_by
from sederunt.graph.judgements import Judgement, Verb, added, read_lines, taken_back, tidy, written
from sederunt.graph.judging import judge
from sederunt.graph.kinds import BODY, PERSON
from sederunt.graph.logbook import read_log
from sederunt.graph.names import fold
from sederunt.graph.store import Store
from sederunt.graph.things import STRUCTURE
from sederunt.queries.ask import run
from sederunt.queries.find import Thing, documents, find, find_document

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides; left out: the user who is logged in.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept in the log.")]
Somebody = Annotated[str, typer.Argument(metavar="NAME", help="A person.", autocompletion=names("Person"))]
ANY = (PERSON, *STRUCTURE)
"""The kinds of which somebody may decide which are one."""
One = Annotated[str, typer.Argument(metavar="A", help="A person, body, organisation or unit.", autocompletion=names(*ANY))]
Another = Annotated[str, typer.Argument(metavar="B", help="Another.", autocompletion=names(*ANY))]
Force = Annotated[
    bool, typer.Option("--force", help="Even two rows of one list, or two of which one reports to the other, or is part of it.")
]


@command
def merge(session: Session, one: One, other: Another, *, why: Why = "", by: By = "", force: Force = False) -> None:
    """Decide that two people are one; or two bodies, organisations or units."""
    with session.open() as store:
        found = of_one_kind(store, one, other)
        pair = found[0].id, found[1].id
        decide = deciding.merge if found[0].label == PERSON else bodies.merge_things
        noted = judge(store, lambda graph, log: decide(graph, log, pair, signed(by, why), force=force))
    _tell(f"{found[0].name} and {found[1].name} are one {found[0].label.lower()} now", noted)


@command
def separate(
    session: Session,
    one: One,
    other: Annotated[
        str, typer.Argument(metavar="[B]", help="Who or what that is not.", autocompletion=names(*ANY), show_default=False)
    ] = "",
    *,
    why: Why = "",
    by: By = "",
) -> None:
    """Decide that two are not one; or take one apart: a person by papers, a body by names (by papers where it has one name)."""
    with session.open() as store:
        found = of_one_kind(store, *filter(None, (one, other)))
        ids = [thing.id for thing in found]
        decide = deciding.separate if found[0].label == PERSON else bodies.separate_things
        noted = judge(store, lambda graph, log: decide(graph, log, ids, signed(by, why)))
    number, several = len(noted[0].what), several_of(found[0].label)
    done = (
        f"{found[0].name} is {number} {several} now, each with {_part_of(noted[0])}"
        if len(found) == 1
        else f"{found[0].name} and {found[1].name} stay two {several}, whatever papers come"
    )
    _tell(done, noted)


def _part_of(judgement: Judgement) -> str:
    """What each of those has into which one was taken apart."""
    paths = [{s.path for s in group} for group in judgement.what]
    apart = all(one.isdisjoint(other) for one, other in combinations(paths, 2))
    return "what one paper says" if apart and all(len(one) == 1 for one in paths) else "what papers say under one name"


@command
def not_a_person(session: Session, name: Somebody, *, why: Why = "", by: By = "") -> None:
    """Decide that what was taken for a person is none."""
    with session.open() as store:
        person = find(store, name, ("Person",))
        noted = judge(store, lambda graph, log: deciding.nobody(graph, log, person.id, signed(by, why)))
    _tell(f"{person.name} is no person any more in {counted(len({s.path for s in noted[0].spoken}), 'paper')}", noted)


@command
def forget_person(session: Session, name: Somebody, *, why: Why = "", by: By = "") -> None:
    """Keep nothing of a person, whatever papers are loaded."""
    with session.open() as store:
        person = find(store, name, ("Person",))
        noted = judge(store, lambda graph, log: deciding.forget(graph, log, person.id, signed(by, why)))
        paths = [paper.path for paper in documents(store) if fold(person.name) in fold(paper.path)]
    named = f" (but for the names of files, which you can change: {', '.join(paths)})" if paths else ""
    _tell(f"Nothing is kept of that person, and nothing will be{named}", noted)


@table
def reject(
    session: Session,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="Its id, or DOCUMENT:LINE.")],
    *,
    why: Why = "",
    by: By = "",
) -> None:
    """Decide that a paper does not say what was read from it; it stays out through every reload."""
    with session.open() as store:
        rows = [] if _STATEMENT.fullmatch(statement) else _claims_at(store, statement)
        if len(rows) > 1:
            _offer(session, rows)
            raise QueryError(f"{len(rows)} statements were read from {statement}: give the id of one.")
        wanted = rows[0]["statement_id"] if rows else statement
        noted = judge(store, lambda graph, log: deciding.reject(graph, log, wanted, signed(by, why)))
    (said,) = noted[0].spoken
    _tell(f"What was read from “{said.printed}” in {said.path} counts no more", noted)


_STATEMENT = re.compile(r"statement:[0-9a-f]{16}")


def _claims_at(store: Store, place: str) -> list[dict[str, Any]]:
    """What was read from a line of a document and counts, as DOCUMENT:LINE tells it."""
    name, _, number = place.rpartition(":")
    if not name or not number.isdecimal():
        raise QueryError(f"{place!r} is no statement: give its id, or DOCUMENT:LINE.")
    paper = find_document(store, name)
    rows = run(store, "statements", document=paper.id).table.records()
    found = [row for row in rows if row["line"] == int(number) and row["status"] != "rejected"]
    if not found:
        raise UnknownName(
            f"Nothing was read from line {number} of {paper.path}: `sederunt show` tells what was read from where."
        )
    return found


def _offer(session: Session, rows: Iterable[dict[str, Any]]) -> None:
    columns = ("statement", "says", "quote")
    write(session, [Part("", columns, tuple((row["statement_id"], in_words(row), row["quote"]) for row in rows))])


@command
def undo(
    session: Session,
    number: Annotated[int | None, typer.Argument(metavar="[N]", min=1, help="Which; left out: the last.")] = None,
    *,
    why: Why = "",
    by: By = "",
) -> None:
    """Take a judgement back: the last, or the one with this number."""
    with session.open() as store:
        noted = judge(store, lambda _, log: deciding.undo(log, number or 0, signed(by, why)))
        gone = read_log(store)[noted[0].undone - 1]
        if gone.verb == Verb.FORGET:
            read_again(store)
    if gone.verb == Verb.FORGET:
        say(f"Taken back: judgement {gone.number} (forget-person); load the papers again to have what they say of that person.")
        return
    say(f"Taken back: {_told(gone)}; `sederunt undo {noted[0].number}` lets it count again.")


@table
def judgements(
    session: Session,
    what: Annotated[str, typer.Argument(metavar="[list|export|import]", help="What to do with the log.")] = "list",
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The log to import; - is standard input.", show_default=False)
    ] = None,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where to export to.")] = Path("-"),
) -> None:
    """The log of judgements: list it, write it out as text, or read such a text in."""
    if what == "list" and file is None:
        _list(session)
    elif what == "export" and file is None:
        _export(session, output)
    elif what == "import" and file is not None:
        _import(session, file)
    else:
        raise QueryError(
            "Say `sederunt judgements`, `sederunt judgements export [-o FILE]` or `sederunt judgements import FILE`."
        )


def _list(session: Session) -> None:
    with session.open() as store:
        log = read_log(store)
    write(session, [listing(log, log)])
    if not log:
        say("There is no judgement; `sederunt merge A B` makes one.")


def listing(log: Sequence[Judgement], some: Iterable[Judgement], heading: str = "") -> Part:
    """Some judgements of a log as a table."""
    taken, judged = taken_back(log), judged_by(log)
    columns = ("number", "day", "who", "judgement", "about", "why", "counts")
    rows = ((j.number, j.day, j.who, str(j.verb), _about(j), j.why, _counts(j, taken, judged)) for j in some)
    return Part(heading, columns, tuple(rows))


def _counts(judgement: Judgement, taken: Container[int], judged: Judged) -> str:
    if judgement.number in taken:
        return "taken back"
    return "yes" if judged.holds(judgement) else "a later one says otherwise"


def _export(session: Session, output: Path) -> None:
    with session.open() as store:
        text = written(read_log(store))
    write_out(output, lambda out: out.write(text))


def _import(session: Session, file: Path) -> None:
    try:
        text = typer.get_text_stream("stdin").read() if str(file) == "-" else file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise QueryError(f"{file} does not exist.") from None
    except UnicodeDecodeError:
        raise QueryError(f"{file} is no text in UTF-8.") from None
    more = read_lines(text, str(file))
    with session.open(create=True) as store:
        noted = judge(store, lambda _, log: added(log, more))
    known = len(more) - len(noted)
    say(f"{counted(len(noted), 'judgement')} added{f', {known} known already' if known else ''}.")
    if not more:
        raise typer.Exit(NOTHING)


def of_one_kind(store: Store, *given: str) -> list[Thing]:
    """The people of these names; or where one of them is nobody's, the bodies, organisations or units.

    Raises:
        QueryError: they are not all of one kind.
        UnknownName: one of them is nothing in the graph.

    """
    for labels in ((PERSON,), STRUCTURE, ANY):
        try:
            found = [find(store, name, labels) for name in given]
        except UnknownName:
            if labels == ANY:
                raise
        else:
            break
    if len({thing.label for thing in found}) > 1:
        kinds = " and ".join(f"{thing.name} is {_article(thing.label)}" for thing in found)
        raise QueryError(f"{kinds}: only two of one kind can be one.")
    return found


def _article(label: str) -> str:
    return f"{'an' if label[0] in 'AEIOU' else 'a'} {label.lower()}"


def several_of(label: str) -> str:
    """The word for several things of a kind."""
    return {PERSON: "people", BODY: "bodies"}.get(label, f"{label.lower()}s")


def signed(by: str, why: str) -> Signed:
    """Who decides, and why."""
    return Signed(who=tidy(by) or _user(), day=today(), why=tidy(why))


def today() -> str:
    """The day that it is here, as ISO text."""
    return datetime.now(UTC).astimezone().date().isoformat()


def _user() -> str:
    try:
        return tidy(getuser())
    except (OSError, KeyError):
        return "unknown"


def _tell(done: str, noted: list[Judgement]) -> None:
    number = noted[0].number
    say(f"{done}: judgement {number}; `sederunt undo {number}` takes it back.")


def _told(judgement: Judgement) -> str:
    return f"judgement {judgement.number} ({judgement.verb}: {_about(judgement)})"


def _about(judgement: Judgement) -> str:
    """What a judgement speaks of, as printed."""
    if judgement.verb == Verb.UNDO:
        return f"judgement {judgement.undone}"
    if judgement.verb == Verb.FORGET:
        return "somebody"
    groups = (", ".join(dict.fromkeys(s.printed or s.name for s in group)) for group in judgement.what)
    return " | ".join(groups)


def counted(number: int, word: str) -> str:
    """A number of things: ``1 paper``, ``2 papers``."""
    return f"{number} {word if number == 1 else word + 's'}"

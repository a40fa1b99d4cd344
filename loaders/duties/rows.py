"""Actions in the rows of tables.

Source: logs of actions with a head ("No. / Action / Who / By when"); minutes in three columns whose last is "Action"; a paragraph with
its owners in the margin, perhaps with a date; numbered rows without a head ("Action 12-A / Ann Hale / Write to … / 31 May").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold
from sederunt.loaders.context.actors import Actors
from sederunt.loaders.document import Block, Shape, Span, joined
from sederunt.loaders.duties.clauses import starts_with_task
from sederunt.loaders.duties.duty import Duty, is_when, split_due, tells_of_sitting
from sederunt.loaders.duties.labels import entry, read_label
from sederunt.loaders.duties.paragraphs import owned, paragraph
from sederunt.loaders.naming.wording import is_body, is_post

_NOTHING = re.compile(r"(?:\W*|none|nil|n/?a|(?:all )?(?:to )?noted?|for information|no action.*)\.?", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:to|will|should)\s+[a-z]")
_ASKS = re.compile(r"\b(?:action|task|decision|done)s?\b", re.IGNORECASE)
_NUMBER_WORDS = 4
"""What counts rows has at most so many words."""
_REF = re.compile(r"[A-Z]{0,4}[\d./-]*\d[\d./-]*[A-Za-z]?[.)]?")


def kinds_of(columns: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in each column of a table, by its head; empty where the head is none of a table of actions."""
    found = pairs("loaders", "duty_columns")
    kinds = tuple(found.get(_head(name), "") for name in columns)
    named = sum(bool(name.strip()) for name in columns)
    told = sum(map(bool, kinds))
    if not {"owner", "due", "status"} & set(kinds) and not any(_ASKS.search(name) for name in columns):
        return ()  # "Item | Description" heads an agenda
    wanted = {"owner", "task"} & set(kinds) if told == named else "owner" in kinds and {"task", "due", "words"} & set(kinds)
    return kinds if wanted and told > 1 and told * 2 >= named else ()


def column_kind(name: str) -> str:
    """What stands in a column of such a table, by its name alone; empty if the name is not known."""
    return pairs("loaders", "duty_columns").get(_head(name), "")


def _head(name: str) -> str:
    return re.sub(r"[^\w /&-]+", "", fold(name)).replace("/", " ").strip()


def head_kinds(block: Block) -> tuple[str, ...]:
    """What stands in the columns that a row heads; empty if it heads no table of actions."""
    if block.kind is not Shape.ROW or any(len(cell.text.split()) > 5 for cell in block.cells):
        return ()
    return kinds_of(tuple(cell.text for cell in block.cells))


def mended(kinds: tuple[str, ...], rows: list[Block]) -> list[Block]:
    """Rows of a table; those that a line break inside a cell tore apart are one again."""
    whole: list[Block] = []
    for row in rows:
        if whole and _torn(kinds, whole[-1], row):
            before = whole[-1]
            cells = (*before.cells[:-1], joined([before.cells[-1], row.cells[0]]), *row.cells[1:])
            whole[-1] = replace(before, lines=(*before.lines, *row.lines), cells=cells)
        else:
            whole.append(row)
    return whole


def _torn(kinds: tuple[str, ...], before: Block, row: Block) -> bool:
    fits = len(before.cells) < len(kinds) and len(before.cells) + len(row.cells) - 1 == len(kinds)
    return fits and not row.gap and not _REF.fullmatch(row.cells[0].text) and bool(before.cells[-1])


def table_row(actors: Actors, kinds: tuple[str, ...], row: Block) -> list[Duty]:
    """The actions in a row below a head."""
    cells: dict[str, list[Span]] = {}
    missing = len(kinds) - len(row.cells) if not row.cells[0] else 0  # empty cells at its start were lost
    for kind, cell in zip(kinds[max(missing, 0) :], row.cells, strict=False):
        if cell:
            cells.setdefault(kind, []).append(cell)
    told = [cell for cell in cells.get("number", []) if len(cell.text.split()) > _NUMBER_WORDS]  # "Minute": its text
    tasks, beside = cells.get("task", []), [*told, *cells.get("words", []), *cells.get("", [])]
    sentences = [one for cell in beside for one in cell.sentences() if any(map(str.isalpha, one.text))]
    due = " ".join(cell.text for cell in cells.get("due", []))
    status = " ".join(cell.text for cell in cells.get("status", []))
    column = next(iter(cells.get("owner", [])), None)
    if column is None and "owner" not in kinds and tasks and (owners := _column(actors, tasks[-1])):
        return _something(owned(actors, sentences, owners, tasks[-1], due))
    if column is None:
        return [*_tasks(actors, tasks, due, status), *(duty for cell in beside for duty in paragraph(actors, cell))]
    who, when = split_due(column.text)
    owners = _column(actors, column) or _pieces(who)
    due = due or when
    if not tasks:
        return _something(owned(actors, sentences, owners, column, due))
    return [
        Duty(cell, cell.text, owners, column, due=due, status=status) for cell in tasks if not _NOTHING.fullmatch(cell.text)
    ]


def _something(duties: list[Duty]) -> list[Duty]:
    return [duty for duty in duties if not _NOTHING.fullmatch(duty.text)]


def _column(actors: Actors, cell: Span) -> tuple[str, ...]:
    """The owners in a cell that holds nothing else."""
    label = read_label(actors, cell.text)
    who = split_due(label.rest or ", ".join(label.owners) if label else cell.text)[0]
    found = actors.anybody(who)
    return found if len(who.split()) <= 4 * max(1, len(found)) + 4 else ()


def _pieces(text: str) -> tuple[str, ...]:
    """The owners in a column of owners, whoever they are."""
    return tuple(filter(None, (piece.strip(" .:–-") for piece in re.split(r"\s*(?:[,;/&+\n]|\band\b)\s*", text))))


def _tasks(actors: Actors, tasks: list[Span], due: str, status: str) -> Iterator[Duty]:
    """A column of actions without one of owners."""
    for cell in tasks:
        for part in _paragraphs(cell):
            if len(part.text.split()) > 2 and not _NOTHING.fullmatch(part.text):
                told = paragraph(actors, part) or entry(actors, part)
                yield from (replace(duty, due=duty.due or due, status=status) for duty in told)


def _paragraphs(cell: Span) -> Iterator[Span]:
    at = 0
    for part in cell.text.split("\n"):
        yield cell.part(at, at + len(part))
        at += len(part) + 1


def loose_row(actors: Actors, row: Block, before: Block | None) -> list[Duty] | None:
    """The actions in a row without a head, or None where it is no such row."""
    cells = [cell for cell in row.cells if cell]
    if len(cells) < 2:
        return None
    if (label := read_label(actors, cells[0].text)) and not label.rest:
        return _numbered(actors, cells[1:], label.owners)
    while len(cells) > 2 and is_when(cells[-1].text):
        cells.pop()
    due = _due(row, cells)
    task = cells[-2] if len(cells) > 1 else cells[0]
    owners = _margin(actors, cells[-1], task.text) if len(cells) > 1 else ()
    if not owners or not asks(actors, task.text) or tells_of_sitting(task.text):
        return None
    if task.text.startswith(owners[0]):
        return [Duty(task, task.text, owners, cells[-1], due=due)]
    return owned(actors, list(_continued(task, before).sentences()), owners, cells[-1], due)


def _due(row: Block, kept: list[Span]) -> str:
    filled = [cell for cell in row.cells if cell]
    return filled[len(kept)].text if len(filled) > len(kept) else ""


def _numbered(actors: Actors, cells: list[Span], owners: tuple[str, ...]) -> list[Duty] | None:
    """A row of a log that begins with "Action 12"."""
    due = next((cell.text for cell in cells if is_when(cell.text)), "")
    rest = [cell for cell in cells if not is_when(cell.text)]
    column = next((cell for cell in rest if not owners and actors.anybody(cell.text)), None)
    tasks = [cell for cell in rest if cell is not column]
    if not tasks:
        return None
    task = max(tasks, key=lambda cell: len(cell.text))
    who = actors.anybody(column.text) if column else owners
    return [Duty(task, task.text, who, column, due=due)] if who else entry(actors, task)


def _margin(actors: Actors, cell: Span, task: str) -> tuple[str, ...]:
    """The owners in the cell behind an action: people of the paper, or whoever the action itself begins with."""
    label = read_label(actors, cell.text)
    who, _ = split_due((label.rest or ", ".join(label.owners)) if label else cell.text)
    loose = label is not None or task.startswith(who.split("/")[0].strip())
    owners = actors.anybody(who) if loose else actors.people(who)
    return owners if len(who.split()) <= 3 * max(1, len(owners)) + 1 else ()


def asks(actors: Actors, text: str) -> bool:
    """Whether a cell can be a paragraph, and not a name or a post beside somebody's."""
    named = is_post(text) or is_body(text) or actors.anybody(text)
    sized = len(text.split()) >= 4 and (not named or starts_with_task(text) or _MODAL.search(text) is not None)
    return sized or (len(text.split()) > 2 and text.rstrip()[-1:] in ".;")


def _continued(task: Span, before: Block | None) -> Span:
    """A paragraph whose first lines stand in the blocks above, the margin being beside its last line."""
    goes_on = before is not None and before.kind is Shape.LINE and task.text[:1].islower() and before.text[-1:] not in ".:;?!"
    return joined([before.span, task]) if before is not None and goes_on else task

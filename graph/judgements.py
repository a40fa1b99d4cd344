"""The log of judgements: what people decided about who is who and about what was misread, in the order in which they did.

Nothing in it is ever changed: who takes a judgement back adds that to the log. A judgement speaks of mentions and statements by
their lasting names, never of a person's id, so that it holds in whatever graph those are loaded.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from sederunt.graph.errors import QueryError
from sederunt.graph.model import Record
from sederunt.graph.statement import digest

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_APART = "|"
"""Stands in the log between mentions of different people."""


class Verb(StrEnum):
    """What a judgement says of what it speaks of."""

    SAME = "same"
    """All of these mentions mean one person."""
    DIFFERENT = "different"
    """Mentions of different groups mean different people."""
    NOBODY = "not-a-person"
    """These mentions mean nobody."""
    REJECT = "reject"
    """The paper does not say what was read from it there."""
    FORGET = "forget-person"
    """Nothing that these digests tell of is kept."""
    UNDO = "undo"
    """An earlier judgement counts no more."""


class Spoken(Record):
    """What a judgement speaks of: a mention, or a statement."""

    path: str
    """Of the paper."""
    name: str
    """The lasting name of the mention, or of the statement."""
    printed: str = ""
    """For people to read."""


class Judgement(Record):
    """An entry of the log."""

    number: int = 0
    """From 1, in the order of the log; 0 as long as it stands in none."""
    verb: Verb
    what: tuple[tuple[Spoken, ...], ...] = ()
    """What it speaks of; of ``different`` the groups, of every other verb one group."""
    undone: int = 0
    """The number of the judgement that ``undo`` takes back."""
    who: str = ""
    day: str = ""
    """The day of the judgement, as ISO text."""
    why: str = ""

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """All that it speaks of."""
        return tuple(one for group in self.what for one in group)

    @property
    def fields(self) -> list[str]:
        """What it speaks of, as in the log: a field for each, and one for what stands between groups."""
        if self.verb == Verb.UNDO:
            return [str(self.undone)]
        groups = [[json.dumps([s.path, s.name, s.printed], ensure_ascii=False) for s in group] for group in self.what]
        return [field for at, group in enumerate(groups) for field in ([_APART] if at else []) + group]

    @property
    def line(self) -> str:
        """The judgement as a line of text."""
        return "\t".join((str(self.number), self.day, self.who, self.verb, *self.fields, self.why))


def tidy(text: str) -> str:
    """A text that fits into a field of the log."""
    return " ".join(text.split())


def judgement_of(fields: Sequence[str]) -> Judgement:
    """The judgement of which these are the fields of a line.

    Raises:
        ValueError: they are not those of a judgement.

    """
    number, day, who, verb, *what, why = fields
    if not _DAY.fullmatch(day):
        raise ValueError(f"{day!r} is no day")
    about = {"undone": int(what[0])} if verb == Verb.UNDO and len(what) == 1 else {"what": _groups(what)}
    found = Judgement(number=int(number), verb=Verb(verb), who=tidy(who), day=day, why=tidy(why), **about)
    if (found.verb == Verb.UNDO) != bool(found.undone) or not (found.undone or all(found.what)):
        raise ValueError("it does not say of what it speaks")
    return found


def _groups(fields: Iterable[str]) -> tuple[tuple[Spoken, ...], ...]:
    groups: list[list[Spoken]] = [[]]
    for field in fields:
        if field == _APART:
            groups.append([])
        else:
            path, name, printed = json.loads(field)
            f"{path}{name}{printed}".encode()  # which refuses halves of characters, as no engine takes them
            groups[-1].append(Spoken(path=path, name=name, printed=printed))
    return tuple(map(tuple, groups))


def read_lines(text: str, where: str) -> list[Judgement]:
    """The judgements that stand in a text, a line each; empty lines and those that begin with ``#`` do not count.

    Raises:
        QueryError: a line is no judgement; ``where`` says where the text comes from.

    """
    found: list[Judgement] = []
    for at, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            found.append(judgement_of(line.rstrip("\r").split("\t")))
        except (ValueError, TypeError, RecursionError) as error:
            raise QueryError(
                f"{where}, line {at}: this is no judgement ({_flaw(error)}): "
                "a line is number, day, who, verb, what and why, with tabs between."
            ) from error
    return found


def _flaw(error: Exception) -> str:
    return str(error).splitlines()[0]


def written(log: Iterable[Judgement]) -> str:
    """The log as text."""
    return "".join(f"{judgement.line}\n" for judgement in log)


def noted(log: Sequence[Judgement], more: Iterable[Judgement]) -> list[Judgement]:
    """These judgements with the numbers that they have at the end of a log."""
    return [judgement.model_copy(update={"number": number}) for number, judgement in enumerate(more, len(log) + 1)]


def taken_back(log: Sequence[Judgement]) -> set[int]:
    """The numbers of the judgements that count no more; one that took another back may be taken back itself."""
    taken: set[int] = set()
    for judgement in reversed(log):
        if judgement.verb == Verb.UNDO and judgement.number not in taken:
            taken.add(judgement.undone)
    return taken


def standing(log: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that count, those apart that only took others back."""
    taken = taken_back(log)
    return [j for j in log if j.verb != Verb.UNDO and j.number not in taken]


def added(log: Sequence[Judgement], more: Iterable[Judgement]) -> list[Judgement]:
    """What has to be added to a log so that it holds these judgements too, with the numbers that they have then.

    What the log holds already is not added again; if it stands there twice among the others, it has to stand there twice.
    """
    known: dict[tuple[Any, ...], list[int]] = {}
    said: dict[int, str] = {}
    for judgement in log:
        known.setdefault(_content(judgement, said), []).append(judgement.number)
    numbers: dict[int, int] = {}
    of_others: dict[int, str] = {}
    taken = Counter[tuple[Any, ...]]()
    new: list[Judgement] = []
    for judgement in more:
        content = _content(judgement, of_others)
        there = known.get(content, [])
        taken[content] += 1
        if taken[content] <= len(there):
            numbers[judgement.number] = there[taken[content] - 1]
            continue
        if judgement.verb == Verb.UNDO and judgement.undone not in numbers:
            raise QueryError(
                f"Judgement {judgement.number} takes back number {judgement.undone}, which does not stand before it."
            )
        number = len(log) + len(new) + 1
        numbers[judgement.number] = number
        undone = numbers.get(judgement.undone, 0)
        new.append(judgement.model_copy(update={"number": number, "undone": undone}))
    return new


def _content(judgement: Judgement, said: dict[int, str]) -> tuple[Any, ...]:
    """What a judgement says, its number apart; ``said`` keeps it, by number, for those that take it back."""
    content = (judgement.day, judgement.who, judgement.verb, judgement.what, said.get(judgement.undone, ""), judgement.why)
    said[judgement.number] = digest(*map(str, content))
    return content

"""Who is who, pair by pair: what the rules cannot tell is asked of a person, at a terminal or in a spreadsheet."""

import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from sederunt.cli.decisions import DIFFERENT, SAME, UNSURE, apply, decide, meant, read_decisions
from sederunt.cli.judging import By, Why, counted, several_of, signed
from sederunt.cli.keys import at_once, pressed
from sederunt.cli.output import write_out
from sederunt.cli.pairs import COLUMNS, row, shown, side_by_side
from sederunt.cli.session import NOTHING, Format, Session, table
from sederunt.cli.tables import Part, as_csv, as_json, room, styled, write
from sederunt.cli.text import say
from sederunt.graph import deciding
from sederunt.graph.deciding import Signed
from sederunt.graph.doubtful import ThingPair, things_to_ask
from sederunt.graph.edges import label_of
from sederunt.graph.errors import QueryError, SederuntError, UnknownName
from sederunt.graph.everybody import everybody
from sederunt.graph.judged import judged_by
from sederunt.graph.judging import judge
from sederunt.graph.kinds import PERSON
from sederunt.graph.logbook import read_log
from sederunt.graph.nearby import Nearby
from sederunt.graph.pairing import Pair, left_open, pairs_to_ask
from sederunt.graph.store import Store

_NOBODY = "There is nobody and nothing in the graph of which a person has to be asked."


@table
def review(
    session: Session,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write the pairs as CSV (or JSON) instead of asking.", show_default=False
        ),
    ] = None,
    decisions: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE.csv", help="Read decisions back from such a CSV file.", show_default=False),
    ] = None,
    why: Why = "",
    by: By = "",
) -> None:
    """Ask who is who, and which bodies are one, pair by pair, where the rules cannot tell; what matters most comes first."""
    if decisions:
        _read_back(session, decisions, signed(by, why))
    elif output or session.format is not Format.TABLE:
        _write(session, output)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        with session.open() as store:
            _ask(store, signed(by, why))
    else:
        raise QueryError(
            "`sederunt review` asks at a terminal: elsewhere write the pairs with -o FILE, fill in the column decision, "
            "and read it back with --from FILE."
        )


def _pairs(store: Store) -> list[Pair | ThingPair]:
    """All that has to be asked: what the rules cannot tell first, and of that what most hangs on."""
    judged = judged_by(read_log(store))
    people, things = pairs_to_ask(everybody(store), judged, left_open(store)), things_to_ask(store, judged)
    return sorted([*people, *things], key=lambda pair: (isinstance(pair, Pair) and pair.weighed.verdict != "ask", -pair.moves))


# In a spreadsheet ------------------------------------------------------------------


def _write(session: Session, output: Path | None) -> None:
    with session.open() as store:
        pairs, near = _pairs(store), Nearby(store)
        near.about(dict.fromkeys(person.id for pair in pairs for person in (pair.one, pair.other)))
        part = Part("", COLUMNS, tuple(row(shown(near, pair)) for pair in pairs))
    if output is None:
        write(session, [part])
    else:
        text = as_json(part.records()) if session.format is Format.JSON else as_csv(part)
        write_out(output, lambda out: out.write(text))
    if not pairs:
        say(_NOBODY)


def _read_back(session: Session, file: Path, who: Signed) -> None:
    wanted = read_decisions(file)
    with session.open() as store:
        found = list(apply(store, wanted, who))
    wrong = [(decision.row, told) for decision, told in found if isinstance(told, SederuntError)]
    for number, told in wrong:
        say(f"{file}, row {number}: {told}")
    noted = [told.number for _, told in found if told and not isinstance(told, SederuntError)]
    known = sum(told is None and decision.decision in (SAME, DIFFERENT) for decision, told in found)
    more = f", {known} known already" * bool(known) + f", {counted(len(wrong), 'row')} left out" * bool(wrong)
    back = f": `sederunt undo {noted[-1]}` takes back the last" if noted else ""
    say(f"{counted(len(noted), 'judgement')} added{more}{back}.")
    if wrong:
        raise typer.Exit(NOTHING)


# At a terminal ---------------------------------------------------------------------

_KEYS = {"s": SAME, "d": DIFFERENT, "u": UNSURE, "b": "back", "q": "quit"}


@dataclass
class _Round:
    """The pairs that are asked about, and what has been decided."""

    store: Store
    pairs: list[Pair | ThingPair]
    who: Signed
    steps: list[tuple[int, str, int]] = field(default_factory=list)
    """Which pair, what was decided, and the number of the judgement (0 where there is none)."""
    at: int = 0

    def now(self) -> Pair | ThingPair | None:
        """The pair whose turn it is, as it is after all that was decided; None where that settled it."""
        pair = self.pairs[self.at]
        try:
            ids = {meant(self.store, side.id).id for side in (pair.one, pair.other)}
        except UnknownName:
            return None
        judged = judged_by(read_log(self.store))
        if label_of(pair.one.id) != PERSON:
            return next((p for p in things_to_ask(self.store, judged) if {p.one.id, p.other.id} == ids), None)
        return next(iter(pairs_to_ask(everybody(self.store, ids), judged, left_open(self.store))), None)

    def decide(self, pair: Pair | ThingPair, decision: str) -> None:
        """Let a decision count at once, and go on."""
        judgement = None if decision == UNSURE else decide(self.store, (pair.one.id, pair.other.id), decision, self.who)
        self.steps.append((self.at, decision, judgement.number if judgement else 0))
        self.at += 1

    def back(self) -> None:
        """Take the last decision back, and ask again."""
        if not self.steps:
            raise QueryError("This is the first pair.")
        self.at, _, number = self.steps.pop()
        if number:
            judge(self.store, lambda _, log: deciding.undo(log, number, self.who))


def _ask(store: Store, who: Signed) -> None:
    pairs = _pairs(store)
    if not pairs:
        say(_NOBODY)
        return
    asked = _Round(store, pairs, who)
    with at_once() as keys:
        while asked.at < len(pairs) and _asked(asked, keys=keys):
            pass
    say(_told(asked))


def _asked(asked: _Round, *, keys: bool) -> bool:
    """Ask about the pair whose turn it is; gives whether to go on."""
    pair = asked.now()
    if pair is None:
        asked.at += 1
        return True
    _head(asked, pair)
    for line in side_by_side(shown(Nearby(asked.store), pair)):
        typer.echo(line)
    while True:
        choice = _choice(keys=keys)
        if choice == "quit":
            return False
        try:
            if choice == "back":
                asked.back()
            else:
                asked.decide(pair, choice)
        except QueryError as error:
            say(str(error))
        else:
            return True


def _head(asked: _Round, pair: Pair | ThingPair) -> None:
    head = f"── {asked.at + 1} of {len(asked.pairs)} · {counted(pair.moves, 'statement')} would move "
    typer.echo("\n" + styled(head.ljust(min(room(), 100), "─"), bold=True))


def _choice(*, keys: bool) -> str:
    """What somebody chooses; whoever ends the input quits."""
    offer = "  ".join(f"{styled(key, bold=True)} {word}" for key, word in _KEYS.items())
    typer.echo(f"{offer}{'' if keys else ', then Enter'} > ", nl=False)
    while True:
        try:
            key = pressed(line=not keys)
        except KeyboardInterrupt:
            key = None
        chosen = "quit" if key is None else _KEYS.get(key, "")
        if chosen:
            typer.echo(chosen if keys else "")
            return chosen


def _told(asked: _Round) -> str:
    """What was decided, in a sentence."""
    labels = [label_of(pair.one.id) for pair in asked.pairs]
    done = [(decision, PERSON if decision == UNSURE else labels[at]) for at, decision, _ in asked.steps]
    ordered = sorted(Counter(done).items(), key=lambda item: (_DECIDED.index(item[0][0]), item[0][1] != PERSON, item[0][1]))
    parts = [f"{counted(number, 'pair')} {_in_words(*what)}" for what, number in ordered]
    settled, left = asked.at - len(asked.steps), len(asked.pairs) - asked.at
    parts = parts or ["Nothing was decided"]
    parts += [f"{settled} settled by that"] * bool(settled) + [f"{left} not asked yet"] * bool(left)
    last = next((number for _, _, number in reversed(asked.steps) if number), 0)
    return f"{', '.join(parts)}." + (f" `sederunt undo {last}` takes the last judgement back." if last else "")


_DECIDED = (SAME, DIFFERENT, UNSURE)


def _in_words(decision: str, label: str) -> str:
    """What was decided of pairs of a kind."""
    if decision == UNSURE:
        return "left open"
    return f"one {label.lower()}" if decision == SAME else f"two {several_of(label)}"

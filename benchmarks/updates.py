"""Time what one paper costs in a small, a large and a very large graph, and loading them all, and print the ratios.

python benchmarks/updates.py [NUMBER …]      numbers of papers; 100 and 1000 if none is given (10000 takes half an hour)

The papers are made up: minutes of bodies with fifty sittings each, whose twelve members sit on one or two bodies; every paper names
the council. So a paper touches as much in the large graph as in the small one, save the council, which all papers name.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any, NamedTuple, cast

from sederunt.graph.statement import Evidence, Mention, Paper, Statement
from sederunt.graph.store import Store, Table, open_store
from sederunt.graph.update import forget, load

SITTINGS, MEMBERS = 50, 12
COUNCIL = "Aldermoor Borough Council"
TIMES = 5
_FIRST = "Ann Bryn Cara David Ewan Fiona Gareth Helen Idris Joan Karen Liam Mary Nigel Olwen Peter Ruth Simon Tessa Una".split()
_BEGIN = "Al Bar Cor Dal Ed Far Gran Hal Ing Kel Lan Mor Nor Os Pen Quen Ras Sel Tol Wen".split()
_END = "bury combe den ford gate ham ley more ning ridge sett thorpe ville wick worth".split()
_TOPICS = (
    "Learning Housing Highways Planning Health Leisure Culture Waste Harbour Markets Parks Schools Youth Safety Energy".split()
)
_KINDS = "Board Committee Forum Panel Partnership".split()


class Minutes:
    """The statements of one paper as they are made."""

    def __init__(self, path: str, body: str, date: str) -> None:
        self.path, self.body, self.date = path, body, date
        self.statements: list[Statement] = []
        self.seen: dict[tuple[str, str], int] = {}
        self.meeting = Mention(kind="Meeting", text="", section="this", body=body, date=date)

    def mention(self, kind: str, text: str, section: str = "prose", **more: str) -> Mention:
        at = self.seen[section, text] = self.seen.get((section, text), -1) + 1
        return Mention.model_validate({"kind": kind, "text": text, "section": section, "ordinal": at, **more})

    def say(self, link: str | None, subject: Mention, other: Mention | None = None, **values: str) -> None:
        line = len(self.statements) + 3
        quote = f"{subject.text or self.body} {link or 'is named'} {other.text if other else ''} as the minutes have it"
        evidence = Evidence(quote=quote, locator=f"line {line}", line=line)
        self.statements.append(Statement(link=link, subject=subject, object=other, values=dict(values), evidence=evidence))

    def paper(self, version: int = 1) -> Paper:
        return Paper(
            path=self.path,
            title=f"Minutes {self.body} {self.date}",
            format="text",
            sha256=f"{version:064x}",
            date=self.date,
            statements=tuple(self.statements),
        )


def people(body: int) -> list[str]:
    """The members of a body; every third of them sits on the next one too."""
    here, before = (Random(f"{number}") for number in (body, body - 1))
    own = [f"{here.choice(_FIRST)} {here.choice(_BEGIN)}{here.choice(_END)}{here.choice(_END)}" for _ in range(MEMBERS)]
    others = [
        f"{before.choice(_FIRST)} {before.choice(_BEGIN)}{before.choice(_END)}{before.choice(_END)}" for _ in range(MEMBERS)
    ]
    return list(dict.fromkeys(own[: MEMBERS * 2 // 3] + others[: MEMBERS // 3]))


def body_name(body: int) -> str:
    topic, kind = _TOPICS[body % len(_TOPICS)], _KINDS[body // len(_TOPICS) % len(_KINDS)]
    area = Random(f"area {body}")
    return f"{area.choice(_BEGIN)}{area.choice(_END)} {topic} {kind}"


def a_paper(number: int, *, version: int = 1) -> Paper:
    """The paper of this number; another version of it says a little more."""
    body, sitting = divmod(number, SITTINGS)
    random = Random(f"paper {number}")
    name, members = body_name(body), people(body)
    minutes = Minutes(f"{body:04}/{sitting:03}.txt", name, f"{2000 + sitting // 10}-{sitting % 10 + 1:02}-14")
    minutes.say("MEETING_OF", minutes.meeting, minutes.mention("Body", name))
    minutes.say(None, minutes.meeting, venue="Town Hall", status="held")
    _attendance(minutes, members, random)
    _discussion(minutes, members, random)
    after = sitting + 1
    date = f"{2000 + after // 10}-{after % 10 + 1:02}-14"
    minutes.say(None, Mention(kind="Meeting", text="", section="planned", body=name, date=date))
    if version > 1:
        minutes.say(None, minutes.mention("Person", random.choice(members)))
    return minutes.paper(version)


def _attendance(minutes: Minutes, members: list[str], random: Random) -> None:
    for at, member in enumerate(members):
        here = random.random() < 0.8 or at == 0
        who = minutes.mention("Person", member, "present" if here else "apologies")
        minutes.say(
            "ATTENDED" if here else "SENT_APOLOGIES",
            who,
            minutes.meeting,
            role=("chair" if at == 0 else "attendee") if here else "",
        )


def _discussion(minutes: Minutes, members: list[str], random: Random) -> None:
    minutes.say(None, minutes.mention("Organisation", COUNCIL))
    minutes.say(
        "HOLDS", minutes.mention("Person", members[1]), minutes.mention("Post", f"Head of {minutes.body}", within=COUNCIL)
    )
    for at in range(6):
        action = Mention(kind="Action", text=f"Write paper {at} on {random.choice(_TOPICS)}", section="actions", ordinal=at)
        minutes.say(None, action)
        minutes.say("ARISING_FROM", action, minutes.meeting)
        owner = random.choice([*members, "All", "the Chair"])
        minutes.say("ASSIGNED_TO", action, minutes.mention("Owner", owner, "actions"))
        minutes.say(None, minutes.mention("Person", random.choice(members)))


def papers(number: int) -> Iterator[Paper]:
    return (a_paper(at) for at in range(number))


class Cost(NamedTuple):
    """What something took: seconds by the clock, seconds of work, and rows that the graph was asked for."""

    clock: float
    work: float
    rows: int


class Counted:
    """A store that counts the rows that it gives."""

    def __init__(self, store: Store) -> None:
        self.store, self.rows = store, 0

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Table:
        found = self.store.ask(cypher, parameters)
        self.rows += len(found.rows)
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


def cost(store: Counted, work: Callable[[], object]) -> Cost:
    clock, worked, rows = perf_counter(), process_time(), store.rows
    work()
    return Cost(perf_counter() - clock, process_time() - worked, store.rows - rows)


def one_paper(store: Counted, number: int) -> dict[str, Cost]:
    """The median costs of what is done with one paper, in different parts of the graph."""
    found: dict[str, list[Cost]] = {"load one more": [], "load it changed": [], "load it again": [], "forget one": []}
    graph = cast(Store, store)
    for at in range(TIMES):
        chosen = (2 * at + 1) * number // (2 * TIMES)
        old, new = a_paper(chosen), a_paper(chosen, version=2)
        found["forget one"].append(cost(store, partial(forget, graph, old.path)))
        found["load one more"].append(cost(store, partial(load, graph, [old])))
        found["load it changed"].append(cost(store, partial(load, graph, [new])))
        found["load it again"].append(cost(store, partial(load, graph, [new])))
    return {what: Cost(*map(median, zip(*costs, strict=True))) for what, costs in found.items()}


def measure(number: int) -> dict[str, Cost]:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "papers.graph", create=True) as opened:
        store = Counted(opened)
        bulk = cost(store, lambda: load(cast(Store, store), papers(number)))
        return {"load all": bulk, **one_paper(store, number)}


def show(number: int, costs: dict[str, Cost]) -> None:
    print(f"{number} papers; most memory {getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    for what, (clock, work, rows) in costs.items():
        print(f"  {what:16}{clock:10.3f} s{work:10.3f} s of work{rows:10.0f} rows looked up")


def compare(few: dict[str, Cost], many: dict[str, Cost]) -> None:
    for what, before in few.items():
        ratios = (now / then if then else 0.0 for then, now in zip(before, many[what], strict=True))
        print(f"  {what:16}" + "".join(f"{ratio:12.2f}" for ratio in ratios))


def main() -> None:
    numbers = sorted(int(word) for word in sys.argv[1:]) or [100, 1000]
    found = []
    for number in numbers:
        found.append(measure(number))
        show(number, found[-1])
    for few, many, before, after in zip(numbers, numbers[1:], found, found[1:], strict=False):
        print(f"{many} : {few}, by the clock, in work and in rows")
        compare(before, after)


if __name__ == "__main__":
    main()

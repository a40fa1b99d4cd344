"""Load papers into a graph, a few in a transaction, telling on standard output what is being done; to be killed meanwhile.

python worker.py ADDRESS NUMBERS [--limit BYTES] [--pause SECONDS] [--stay SECONDS]
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from resource import RLIMIT_FSIZE, setrlimit

from sederunt.graph import update
from sederunt.graph.engines import neo4j
from sederunt.graph.errors import SederuntError
from sederunt.graph.statement import Paper
from sederunt.graph.store import Store, open_store

from tests.graph.conftest import Draft

PEOPLE = ("Ann Hale", "Bryn Rees", "Cara O'Dowd", "Dilys Parry", "Ewan Moss", "Fay Lunt", "Gwyn Ellis", "Huw Jago")


def paper(number: int) -> Paper:
    """Minutes whose people, bodies and dates are also those of other papers."""
    draft = Draft(f"{number:03}.txt", body=f"Board Number {number % 3} of Aldermoor", date=f"2019-{number % 12 + 1:02}-14")
    for at in range(5):
        draft.present(PEOPLE[(number + at) % len(PEOPLE)], "chair" if at == 0 else "")
    draft.apologies(PEOPLE[(number + 5) % len(PEOPLE)])
    draft.action(f"Write paper {number}", PEOPLE[number % len(PEOPLE)], "All")
    draft.name("Organisation", "Aldermoor Borough Council")
    return draft.paper


def told(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def tell_of(store: Store) -> None:
    """Have every change told of: waiting for the turn, looking, writing, written."""
    carry_out = store.change

    def change(decide):
        def decided(graph):
            told("looking")
            found = decide(graph)
            told("writing")
            return found

        told("waiting")
        found = carry_out(decided)
        told("written")
        return found

    store.change = change


def papers(numbers: Iterable[int], pause: float) -> Iterator[Paper]:
    for number in numbers:
        time.sleep(pause)
        yield paper(number)


def main(given) -> None:
    told("opening")
    with open_store(given.address, create=True) as store:
        told("opened")
        tell_of(store)
        for outcome in update.loading(store, papers(given.numbers, given.pause)):
            told(f"done {' '.join((*outcome.added, *outcome.changed, *outcome.unchanged))}")
        told("closing")
        time.sleep(given.stay)
    told("closed")


def arguments():
    parser = ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("numbers", type=lambda text: [int(number) for number in text.split(",")])
    parser.add_argument("--limit", type=int, help="how many bytes a file that it writes may have")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds before each paper")
    parser.add_argument("--stay", type=float, default=0.0, help="seconds for which the graph stays open when all is done")
    return parser.parse_args()


if __name__ == "__main__":
    options = arguments()
    update._STATEMENTS = 30
    neo4j._PATIENCE = 5.0
    try:
        if options.limit:
            setrlimit(RLIMIT_FSIZE, (options.limit, options.limit))
        main(options)
    except SederuntError as error:
        told(f"error {error}")
        sys.exit(3)

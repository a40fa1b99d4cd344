"""Load papers into a graph, a few in a transaction, telling on standard output what is being done; to be killed meanwhile.

python worker.py GRAPH PAPERS LIMIT [SECONDS]

LIMIT: how many bytes a file that it writes may have; 0 for any. SECONDS: how long to keep the graph open when all is done.
"""

import sys
import time
from resource import RLIMIT_FSIZE, setrlimit

from sederunt.graph import update
from sederunt.graph.errors import SederuntError
from sederunt.graph.statement import Paper
from sederunt.graph.store import open_store

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


def main(address: str, number: int, seconds: float = 0.0) -> None:
    update._STATEMENTS = 30
    told("opening")
    with open_store(address, create=True) as store:
        carry_out = store.apply

        def apply(changes):
            told("writing")
            carry_out(changes)
            told("written")

        store.apply = apply
        told("looking")
        for outcome in update.loading(store, map(paper, range(number))):
            told(f"done {' '.join((*outcome.added, *outcome.changed, *outcome.unchanged))}")
            told("looking")
        told("closing")
        time.sleep(seconds)
    told("closed")


if __name__ == "__main__":
    try:
        if limit := int(sys.argv[3]):
            setrlimit(RLIMIT_FSIZE, (limit, limit))
        main(sys.argv[1], int(sys.argv[2]), *map(float, sys.argv[4:]))
    except SederuntError as error:
        told(f"error {error}")
        sys.exit(3)

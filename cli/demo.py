"""Three questions put to a graph, each answered with its evidence, and two pages beside it; ``make demo`` runs it.

python -m sederunt.cli.demo GRAPH [BODY [UNIT]]      what is not named is picked from the graph
"""

import shlex
import sys
from pathlib import Path

import typer
from sederunt.cli.app import app
from sederunt.graph.errors import SederuntError
from sederunt.graph.store import Store, open_store
from sederunt.queries.find import find

MOST_MINUTES = """
MATCH (:Document)<-[:RECORDED_IN]-(m:Meeting)-[:MEETING_OF]->(b:Body)
MATCH (m)<-[:ATTENDED]-(p:Person)
WITH b, count(DISTINCT m) AS meetings, count(DISTINCT p) AS people
RETURN b.id AS id, b.name AS name ORDER BY meetings DESC, people DESC, id LIMIT 1"""

MOST_BOARDS = """
MATCH (p:Person)-[:SITS_ON]->(b:Body)
WITH p, count(DISTINCT b.id) AS boards
RETURN p.id AS id, p.name AS name ORDER BY boards DESC, id LIMIT 1"""

MOST_UNDER_IT = """
MATCH (u:Unit)<-[:PART_OF|POST_IN|REPORTS_TO]-(x)
WITH u, count(DISTINCT x) AS under
RETURN u.id AS id, u.name AS name ORDER BY under DESC, id LIMIT 1"""


def main(graph: str, body: str = "", unit: str = "") -> None:
    """Ask who sits on which boards, who came to the meetings of one body, and how one unit is built; draw boards and a person."""
    with open_store(graph) as store:
        body = body or picked(store, MOST_MINUTES, ("Body",))
        person = picked(store, MOST_BOARDS, ("Person", "Body", "Organisation", "Unit", "Post"))
        unit = unit or picked(store, MOST_UNDER_IT, ("Organisation", "Unit", "Post", "Body"))
    for words in (["boards"], ["attendance", body], ["chart", unit]):
        if all(words):
            shown(graph, [*words, "--evidence"])
    for words, page in ((["view"], "boards.html"), (["view", person], "around.html")):
        if all(words):
            shown(graph, [*words, "--output", str(Path(graph).with_name(page))])


def shown(graph: str, words: list[str]) -> None:
    """Run a command, with what is typed for it."""
    typer.echo(typer.style(f"\n$ sederunt {shlex.join(words)}", bold=True))
    app(["--graph", graph, *words], standalone_mode=False)


def picked(store: Store, cypher: str, labels: tuple[str, ...]) -> str:
    """The name of the first thing that a query finds, or its id where the name alone is not enough; empty if it finds none."""
    for id_, name in store.ask(cypher).rows:
        try:
            return str(name if find(store, name, labels).id == id_ else id_)
        except SederuntError:
            return str(id_)
    return ""


if __name__ == "__main__":
    main(*sys.argv[1:])

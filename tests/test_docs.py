"""The pages of docs/ that the program writes itself, and the site made of all; ``python tests/test_docs.py --write`` writes these pages anew."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from sederunt.cli.app import COMMANDS, app
from sederunt.graph.kinds import EDGES, STORED, EdgeKind, NodeKind
from typer.testing import CliRunner

HOME = Path(__file__).parents[1]
DOCS = HOME / "docs"
ELSEWHERE = re.compile(r"""(?:src|href)=["']?(?://|https?:)[^"' >]*|url\(["']?(?://|https?:)|@import""")

NOTE = "This page is written by `python tests/test_docs.py --write`."


def commands() -> str:
    """The page of commands: what each prints as its help."""
    told = "\n\n".join(f"## {name}\n\n```text\n{_help(name)}\n```" for name in COMMANDS)
    return (
        "# Commands\n\nEvery command works on one graph: a path, or the address of a Neo4j server, given as `--graph` before or after"
        " the command, or in the variable `SEDERUNT_GRAPH`. Results go to standard output, everything else to standard error. Exit"
        " status: 0 done, 1 a file or a name was not found or could not be read, 2 wrong usage or an ambiguous name, 3 the engine"
        f" cannot be reached or somebody else has the graph open. {NOTE}\n\n{told}\n"
    )


def _help(name: str) -> str:
    wide = CliRunner(env={"COLUMNS": "100", "TERMINAL_WIDTH": "100"})
    return wide.invoke(app, [name, "--help"], prog_name="sederunt").stdout.strip()


def model() -> str:
    """The page of the model: kinds of node and edge with their properties."""
    nodes = "\n\n".join(_node(kind) for kind in STORED.values())
    edges = "\n\n".join(_edge(kind) for kind in EDGES.values())
    return (
        "# The model\n\nWhat Cypher can rely on, on every engine. Words are those of Popolo, the W3C ORG ontology and FollowTheMoney."
        " Dates are ISO text, as precise as what was printed. A property that is not marked as always there is missing where nothing"
        f" is known. {NOTE}\n\n"
        "Every link between things carries `quote` and `source` of its best statement, so that evidence is `RETURN r.quote, r.source`;"
        " `basis` says whether a paper states it or other statements imply it.\n\n"
        f"## Nodes\n\nEach has one label and an `id`, unique over the whole graph, that begins with its kind.\n\n{nodes}\n\n"
        f"## Links\n\nThere is one for each type, start and end, and for each value of what is said to tell them apart.\n\n{edges}\n"
    )


def _node(kind: NodeKind) -> str:
    return f"### {kind.label}\n\n{_sentence(kind.meaning)}\n\n{_table(kind.properties, kind.always)}"


def _edge(kind: EdgeKind) -> str:
    pattern = f"`({' | '.join(kind.starts)})-[:{kind.type}]->({' | '.join(kind.ends)})`"
    apart = f" One for each `{kind.apart}`." if kind.apart else ""
    table = f"\n\n{_table(kind.properties, kind.always)}" if kind.properties else ""
    return f"### {kind.type}\n\n{pattern}: {kind.meaning}.{apart}{table}"


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _table(properties: dict[str, str], always: Iterable[str]) -> str:
    rows = "\n".join(f"| `{name}` | {form} | {'yes' if name in always else ''} |" for name, form in properties.items())
    return f"| property | form | always there |\n|---|---|---|\n{rows}"


PAGES = {"commands.md": commands, "model.md": model}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_is_written_by_the_program_is_as_it_would_write_it_now(page):
    assert (DOCS / page).read_text(encoding="utf-8") == PAGES[page](), "python tests/test_docs.py --write"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(DOCS, folder / "docs")
    shutil.copy(HOME / "mkdocs.yml", folder)
    build = [Path(sys.executable).with_name("zensical"), "build", "--strict"]
    done = subprocess.run(build, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_every_page_of_the_docs_is_in_the_site_and_every_link_leads_somewhere(site):
    wanted = {page.relative_to(DOCS).with_suffix(".html").as_posix() for page in DOCS.rglob("*.md")}
    assert wanted <= {page.relative_to(site).as_posix() for page in site.rglob("*.html")}
    assert wanted == set(_listed(yaml.safe_load((HOME / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]))


def test_the_site_loads_nothing_from_elsewhere(site):
    loaded = re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*>|<style\b.*?</style>", re.DOTALL)
    found = {
        address
        for page in site.rglob("*.html")
        for tag in loaded.findall(page.read_text(encoding="utf-8"))
        for address in ELSEWHERE.findall(tag)
    }
    assert found == set()


def _listed(nav: Iterable[object]) -> Iterator[str]:
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else ():
            yield from [value.replace(".md", ".html")] if isinstance(value, str) else _listed(value)


if __name__ == "__main__":
    for name, written in PAGES.items():
        if sys.argv[1:] == ["--write"]:
            (DOCS / name).write_text(written(), encoding="utf-8")
        else:
            sys.stdout.write(written())

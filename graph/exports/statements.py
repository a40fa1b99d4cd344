"""statements, a paper a line as JSON: what the papers say, which load takes back a paper at a time.

Nothing that is derived stands in it: who is who is decided anew where it is loaded, together with what is there already.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from pydantic import BaseModel
from sederunt.graph.claims import papers_from
from sederunt.graph.kinds import DOCUMENT
from sederunt.graph.model import AnyGraph
from sederunt.graph.nearby import Nearby
from sederunt.graph.portable import reading
from sederunt.graph.statement import Paper
from sederunt.graph.store import Stored

BEGINNING = b'{"paper":{"path":'
"""How a file begins that can be read back, spaces aside."""


def write(graph: AnyGraph, out: TextIO) -> None:
    """Write the papers of a graph in the order of their paths; of a stored graph one is held at a time."""
    for paper in _stored(graph) if isinstance(graph, Stored) else papers_from(graph):
        out.write(f'{{"paper":{paper.model_dump_json(exclude_defaults=True)}}}\n')


def papers(source: Path) -> Iterator[Paper]:
    """The papers that ``write`` wrote, one by one.

    Raises:
        PaperError: there is a line that is none, or the file cannot be read; the papers before it were given.

    """
    with reading(source, "statements"), source.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            yield _paper(line, number)


def _stored(graph: Stored) -> Iterator[Paper]:
    for path in sorted(str(path) for (path,) in graph.store.ask(f"MATCH (n:{DOCUMENT}) RETURN n.path").rows):
        near = Nearby(graph.store)
        yield near.paper(path, near.papers([path])[path])


def _paper(line: str, number: int) -> Paper:
    try:
        return _Line.model_validate_json(line).paper
    except ValueError as error:
        raise ValueError(f"line {number} is no paper") from error


class _Line(BaseModel):
    paper: Paper

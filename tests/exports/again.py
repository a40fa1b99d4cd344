"""What is exported, loaded as data, and exported again."""

import json
from typing import Any

from sederunt.graph.build import build
from sederunt.graph.model import Graph
from sederunt.graph.resolve import resolve
from sederunt.loaders.formats import json as data
from sederunt.loaders.load import read_document

from tests.exports.conftest import written


def loaded(text: str, name: str = "graph.json") -> Graph:
    """The graph of a file of data."""
    paper = read_document(data.read(text.encode(), name), name, "0" * 64).paper
    return build([paper], resolve([paper]))


def twice(form: str, graph: Graph) -> tuple[str, str]:
    """What a graph is exported to, and what the graph of that is exported to."""
    first = written(form, graph)
    return first, written(form, loaded(first))


def without(value: Any, *names: str) -> Any:
    """JSON without what stands under these names."""
    if isinstance(value, dict):
        return {name: without(one, *names) for name, one in value.items() if name not in names}
    return [without(one, *names) for one in value] if isinstance(value, list) else value


def rows(text: str, *left_out: str) -> Any:
    """The rows of an export, without what comes from the papers that it was made of."""
    return without(json.loads(text), *left_out)

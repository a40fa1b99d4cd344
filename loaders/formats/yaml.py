"""YAML: every value with its place in the file, so that a row can be quoted."""

import yaml
from sederunt.graph.errors import PaperError
from sederunt.loaders.document import Datum, Document
from sederunt.loaders.files.datafile import data_document
from sederunt.loaders.files.encoding import decoded

SUFFIXES = (".yaml", ".yml")

_DEEPEST = 100


def read(data: bytes, name: str) -> Document:
    """The document in a YAML file; of several in one file, the list of them.

    Raises:
        PaperError: it is binary, or no YAML.
    """
    text = decoded(data, name).removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        found = [_datum(node, name, 0, {}) for node in yaml.compose_all(text, yaml.CSafeLoader) if node is not None]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {min(mark.line + 1, len(text.splitlines()))}" if mark else ""
        raise PaperError(
            f"{name}{where}: this is not YAML ({getattr(error, 'problem', error)}); export the data again."
        ) from error
    return data_document("yaml", text, found[0] if len(found) == 1 else Datum(found, 0, len(text)))


def _datum(node: yaml.Node, name: str, depth: int, known: dict[int, Datum]) -> Datum:
    """A value; what is said once and pointed to often is made once."""
    if depth > _DEEPEST:
        raise PaperError(f"{name}, line {node.start_mark.line + 1}: lists in lists without end; export the data again.")
    if id(node) not in known:
        known[id(node)] = _made(node, name, depth, known)
    return known[id(node)]


def _made(node: yaml.Node, name: str, depth: int, known: dict[int, Datum]) -> Datum:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.MappingNode):
        pairs = ((key.value, value) for key, value in node.value if isinstance(key, yaml.ScalarNode))
        return Datum({key: _datum(value, name, depth + 1, known) for key, value in pairs}, start, end)
    if isinstance(node, yaml.SequenceNode):
        return Datum([_datum(value, name, depth + 1, known) for value in node.value], start, end)
    quoted = 1 if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else 0
    return Datum("" if node.tag.endswith(":null") else node.value, start + quoted, end - quoted)

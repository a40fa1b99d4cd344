"""YAML: every value with its place in the file, so that a row can be quoted."""

from collections.abc import Callable, Iterator
from typing import Any

import yaml
from sederunt.graph.errors import PaperError
from sederunt.loaders.document import Datum, Document
from sederunt.loaders.files.datafile import data_document
from sederunt.loaders.files.encoding import decoded

SUFFIXES = (".yaml", ".yml")

_DEEPEST = 100
_Event = Any
"""An event of the parser; what is known of its types leaves out that each has a place."""
_Take = Callable[[], _Event]
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def read(data: bytes, name: str) -> Document:
    """The document in a YAML file; of several in one file, the list of them.

    Raises:
        PaperError: it is binary, or no YAML.
    """
    text = decoded(data, name).removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        found = list(_documents(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {min(mark.line + 1, len(text.splitlines()))}" if mark else ""
        raise PaperError(
            f"{name}{where}: this is not YAML ({getattr(error, 'problem', error)}); export the data again."
        ) from error
    return data_document("yaml", text, found[0] if len(found) == 1 else Datum(found, 0, len(text)))


def _documents(text: str) -> Iterator[Datum]:
    """The value of each document; made of the parser's events, as its nodes take longer."""
    take = yaml.CBaseLoader(text).get_event
    while not isinstance(event := take(), yaml.StreamEndEvent):
        if isinstance(event, yaml.DocumentStartEvent):
            yield _datum(take(), take, {}, 0)


def _datum(event: _Event, take: _Take, known: dict[str, Datum], depth: int) -> Datum:
    """The value that begins with an event; ``known``: those that are pointed to, by their names."""
    if isinstance(event, yaml.ScalarEvent):
        made = _scalar(event)
    elif isinstance(event, yaml.AliasEvent):
        if event.anchor not in known:
            raise _refused(event, f"*{event.anchor} points to nothing above it")
        return known[event.anchor]
    elif depth > _DEEPEST:
        raise _refused(event, "lists in lists without end")
    else:
        made = (_mapping if isinstance(event, yaml.MappingStartEvent) else _list)(event, take, known, depth)
    if event.anchor:
        known[event.anchor] = made
    return made


def _refused(event: _Event, why: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=why, problem_mark=event.start_mark)


def _span(first: _Event, last: _Event) -> tuple[int, int]:
    return first.start_mark.index, last.end_mark.index


def _scalar(event: _Event) -> Datum:
    plain = event.style not in ("'", '"')
    nothing = event.tag == "tag:yaml.org,2002:null" or (not event.style and event.implicit[0] and event.value in _NOTHING)
    start, end = _span(event, event)
    return Datum("" if nothing else event.value, start, end) if plain else Datum(event.value, start + 1, end - 1)


def _list(event: _Event, take: _Take, known: dict[str, Datum], depth: int) -> Datum:
    items: list[Datum] = []
    while not isinstance(item := take(), yaml.SequenceEndEvent):
        items.append(_datum(item, take, known, depth + 1))
    return Datum(items, *_span(event, item))


def _mapping(event: _Event, take: _Take, known: dict[str, Datum], depth: int) -> Datum:
    """A mapping; what has no text for its name is left out of it."""
    fields: dict[str, Datum] = {}
    while not isinstance(key := take(), yaml.MappingEndEvent):
        name = key.value if isinstance(key, yaml.ScalarEvent) and not key.anchor else _datum(key, take, known, depth + 1).value
        value = _datum(take(), take, known, depth + 1)
        if isinstance(name, str):
            fields[name] = value
    return Datum(fields, *_span(event, key))

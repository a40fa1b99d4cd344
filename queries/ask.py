"""Running a saved query: its parameters put right, its answer with what each column means."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sederunt.graph.errors import QueryError
from sederunt.graph.kinds import DOCUMENT, NODES
from sederunt.graph.store import STOPPED, UNLIMITED, Limits, Store, Table
from sederunt.queries.catalogue import Parameter, SavedQuery, saved
from sederunt.queries.find import find, find_all, find_document
from sederunt.queries.ordered import gathers, in_order, without_order

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_CHOICE = re.compile(r"\((?:\$(\w+)(?: \+ \$(\w+))? = ''|size\((?:keys\()?\$(\w+)\)+ = 0|NOT \$(\w+)) OR ")
"""How a test in parentheses begins that counts only where a parameter is given, or one of two."""
_PARENTHESIS = re.compile(r"[()]")
_LIMIT = re.compile(r"\s+LIMIT \$limit\b")
_SORTS = re.compile(r":(?P<labels>\w+(?:\|\w+)+) \{id: \$(?P<name>\w+)\}")
_LABELS = {kind.prefix: label for label, kind in NODES.items()}
_FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a saved query gave."""

    query: SavedQuery
    table: Table
    values: Mapping[str, Any] = field(default_factory=dict)
    """Those that its parameters had."""

    @property
    def proved(self) -> bool:
        """Whether its rows carry evidence."""
        return "quote" in self.table.columns

    def __bool__(self) -> bool:
        return bool(self.table.rows)


def ask(store: Store, name: str, values: Mapping[str, Any] | None = None, limits: Limits | None = None) -> Answer:
    """The answer to the saved query of this name.

    Args:
        store: the graph.
        name: of the query.
        values: of its parameters; text is turned into what the parameter wants, and names of things into their ids.
        limits: how much the answer may be; the bound of the query if nothing is said.

    Raises:
        QueryError: there is no such query or parameter, a value does not fit, or it took too long.
        UnknownName: a name that nothing bears.
        AmbiguousName: a name that several things bear.

    """
    query = saved(name)
    given = bound(store, query, values or {})
    return _answered(store, query, given, limits or query.bound)


def run(store: Store, name: str, **values: Any) -> Answer:
    """The answer to the saved query of this name, things given by their ids, however many rows it has.

    What is not given has its default, and what the query does not take is left out.

    Raises:
        QueryError: a value does not fit.

    """
    query = saved(name)
    return _answered(store, query, _given(query, values), UNLIMITED)


def chosen(store: Store, name: str, returned: str, **values: Any) -> Table:
    """What the saved query of this name chooses, of which no more is told than another ``RETURN`` says, and in no order.

    Raises:
        QueryError: a value does not fit.

    """
    query = saved(name)
    given = _given(query, values)
    return store.ask(told(query.cypher.rpartition("RETURN")[0] + returned, given), given)


def first(store: Store, name: str, **values: Any) -> Answer:
    """What ``run`` gives, within the bound of the query.

    Raises:
        QueryError: a value does not fit, or it took too long.

    """
    query = saved(name)
    return _answered(store, query, _given(query, values), query.bound)


def _given(query: SavedQuery, values: Mapping[str, Any]) -> dict[str, Any]:
    return {p.name: _plain(p, values.get(p.name)) for p in query.parameters}


def _answered(store: Store, query: SavedQuery, given: dict[str, Any], limits: Limits) -> Answer:
    of_one = any(given[p.name] for p in query.parameters if p.type not in _READ)
    own = limits is query.bound
    if own and of_one and not any(p.required for p in query.parameters):
        # To tell the embedded engine of a time takes longer than such an answer.
        limits = limits.model_copy(update={"seconds": None})
    try:
        return Answer(query, _table(store, query, given, limits, of_one=of_one), given)
    except QueryError as error:
        if str(error) != STOPPED or not own or limits.seconds is None:
            raise
        raise QueryError(
            f"The query {query.name!r} was stopped after {limits.seconds:g} s, which is its bound: ask for less of the graph."
        ) from error


def _table(store: Store, query: SavedQuery, given: dict[str, Any], limits: Limits, *, of_one: bool) -> Table:
    text = told(query.cypher, given, limits.rows)
    # What begins at one thing is soon read, and longer put in order where the engine must leave out the rest.
    limit = "" if limits.rows is None or of_one or _LIMIT.search(query.cypher) else _limit(limits.rows)
    unordered = without_order(text)
    if unordered is not None and (of_one or limits.rows is None or not gathers(text)):
        # A small answer is had sooner so; of one that is cut the engine has to find out which rows are the first.
        found = store.ask(unordered + limit, given, limits)
        ordered = None if found.cut else in_order(text, found)
        if ordered is not None:
            return ordered
    return store.ask(text + limit, given, limits)


def told(cypher: str, given: Mapping[str, Any], rows: int | None = None) -> str:
    """A query that says of what is given all that is known of it, and how many rows are wanted, of which one more is asked for.

    Without a choice such as ``($x = '' OR …)`` where x is given, and with the one kind that the id tells in place of several
    (``:Person|Body {id: $x}``), engines begin at what is named; else they go through all there is. A test that does not count
    would be made for each row.
    """
    text = _SORTS.sub(lambda found: _of_one_sort(found, str(given.get(found["name"], ""))), cypher)
    text = _LIMIT.sub("" if rows is None else _limit(rows), text)
    return _decided(text, given)


def _decided(text: str, given: Mapping[str, Any]) -> str:
    """A query with the test alone in place of each choice (``_CHOICE``) of which something is given, and without it where nothing is."""
    choice = _CHOICE.search(text)
    if choice is None:
        return text
    end = _closing(text, choice.end())
    test = _decided(text[choice.end() : end], given)
    if not any(given.get(name) for name in choice.groups()):
        test = "true"
    elif " OR " in test:
        test = f"({test})"
    return text[: choice.start()] + test + _decided(text[end + 1 :], given)


def _closing(text: str, start: int) -> int:
    """Where the parenthesis closes within which a place is."""
    depth = 1
    for found in _PARENTHESIS.finditer(text, start):
        depth += 1 if found[0] == "(" else -1
        if not depth:
            return found.start()
    raise QueryError("A parenthesis of the query is not closed.")


def _limit(rows: int) -> str:
    return f"\nLIMIT {rows + 1}"


def _of_one_sort(found: re.Match[str], id_: str) -> str:
    label = _LABELS.get(id_.partition(":")[0])
    return f":{label} {{id: ${found['name']}}}" if label in found["labels"].split("|") else found[0]


def bound(store: Store, query: SavedQuery, values: Mapping[str, Any]) -> dict[str, Any]:
    """The value of every parameter of a query, as the query wants it."""
    for name in values:
        query.parameter(name)
    return {p.name: _value(store, query, p, values.get(p.name)) for p in query.parameters}


def _value(store: Store, query: SavedQuery, parameter: Parameter, given: Any) -> Any:
    if parameter.required and given in (None, ""):
        raise QueryError(f"The query {query.name!r} needs {parameter.name}=…: {parameter.meaning}.")
    if parameter.type in _READ or given in (None, ""):
        return _plain(parameter, given)
    kinds, _, many = parameter.type.partition(" ")
    if many:
        named = [given] if isinstance(given, str) else given
        return [thing.id for name in named for thing in find_all(store, name, kinds.split("|"))]
    return _thing(store, kinds, str(given))


def _plain(parameter: Parameter, given: Any) -> Any:
    """The default, a value of a plain type, or the id of a thing as it is."""
    if given in (None, ""):
        return parameter.default
    return _READ[parameter.type](parameter.name, given) if parameter.type in _READ else given


def _thing(store: Store, kinds: str, name: str) -> str:
    return find_document(store, name).id if kinds == DOCUMENT else find(store, name, kinds.split("|")).id


def _text(_: str, given: Any) -> str:
    return str(given)


def _words(name: str, given: Any) -> list[str]:
    words = str(given).lower().split() if isinstance(given, str) else [str(word).lower() for word in given]
    if not words:
        raise QueryError(f"{name} wants at least one word.")
    return words


def _ids(_: str, given: Any) -> dict[str, bool]:
    """The keys of a map, for the embedded engine goes through all of a list for each row."""
    return dict.fromkeys(given.split(",") if isinstance(given, str) else given, True)


def _number(name: str, given: Any) -> int:
    try:
        return int(given)
    except (TypeError, ValueError):
        raise QueryError(f"{name} wants a whole number, not {given!r}.") from None


def _flag(name: str, given: Any) -> bool:
    flag = given if isinstance(given, bool) else _FLAGS.get(str(given).lower())
    if flag is None:
        raise QueryError(f"{name} wants true or false, not {given!r}.")
    return flag


def date_of(name: str, given: Any) -> str:
    """A date as it was given.

    Raises:
        QueryError: it is none; ``name`` says of what.

    """
    if not _DATE.fullmatch(str(given)):
        raise QueryError(f"{name} wants a date such as 2019, 2019-06 or 2019-06-30, not {given!r}.")
    return str(given)


_READ: dict[str, Callable[[str, Any], Any]] = {
    "text": _text,
    "words": _words,
    "ids": _ids,
    "number": _number,
    "flag": _flag,
    "date": date_of,
}


def loose(text: str) -> Any:
    """The value that a user typed for a parameter of free Cypher: JSON where it parses, else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text

"""What a query must keep to on every engine, checked on the parsed query and not on its words."""

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from sederunt.graph.cypher import Parsed, parse
from sederunt.graph.errors import QueryError
from sederunt.graph.words import Part

SETTINGS = "Setting"
"""The label under which an engine without tables keeps its settings; no query sees it."""

NO_PROCEDURES = "A query may not call procedures: `sederunt schema` tells the labels, types and properties."
AGGREGATES = frozenset("avg collect count max min percentilecont percentiledisc stdev stdevp sum".split())
FUNCTIONS = AGGREGATES | frozenset(
    "abs acos all any asin atan atan2 btrim ceil char_length character_length coalesce cos cot date date.realtime date.statement "
    "date.transaction date.truncate datetime datetime.fromepoch datetime.fromepochmillis datetime.truncate degrees duration "
    "duration.between duration.indays duration.inmonths duration.inseconds e elementid endnode exists exp floor haversin head "
    "id isempty isnan keys labels last left length localdatetime localdatetime.truncate localtime localtime.truncate log log10 "
    "lower ltrim nodes none normalize nullif pi point point.distance properties radians rand range reduce relationships replace "
    "reverse right round rtrim sign sin single size split sqrt startnode substring tail tan time time.truncate timestamp "
    "toboolean tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger tointegerlist tointegerornull tolower "
    "tostring tostringlist tostringornull toupper trim type upper valuetype".split()
)


@lru_cache(maxsize=1024)
def read_only(cypher: str) -> Parsed:
    """The parsed query, if it only reads and calls nothing that might do more.

    Raises:
        QueryError: it would write, read files, call what is not on the list, or is not understood.

    """
    return only_known(parse(cypher))


def only_known(parsed: Parsed) -> Parsed:
    """The same query, if it calls nothing but the functions on the list.

    Raises:
        QueryError: it calls a procedure or another function.

    """
    if any(parsed.tree.find("call")):
        raise QueryError(NO_PROCEDURES)
    for function in parsed.tree.find("function"):
        if function.name not in FUNCTIONS:
            raise QueryError(f"The query cannot be run: there is no function {function.name}() here.")
    return parsed


def columns(parsed: Parsed, found: Collection[str]) -> tuple[str, ...]:
    """The names of the columns of the answer, what ``*`` stands for in alphabetical order.

    Args:
        parsed: the query.
        found: the names that the engine tells, in any order.

    """
    query = parsed.tree
    while query.kind == "union":
        query = query.parts[0]
    named = [part.name for part in query.parts[-1].of("item")]
    own = [name for name in named if name != "*"]
    return tuple(own) if own == named else (*sorted(set(found) - set(own)), *own)


def listed(names: str) -> Iterator[str]:
    """Split a list of columns at its commas, not at those within brackets or quotes."""
    name, depth, quote = "", 0, ""
    for sign in names:
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        depth += 0 if quote else (sign in "([{") - (sign in ")]}")
        if sign == "," and not depth and not quote:
            yield name.strip()
            name = ""
        else:
            name += sign
    if name:
        yield name.strip()


def binds_a_path(parsed: Parsed) -> bool:
    """Whether a value of the answer may be a path."""
    return any(path.name for path in parsed.tree.find("path")) or any(parsed.tree.find("shortest"))


def edited(text: str, added: list[tuple[int, str]]) -> str:
    """The text with something put in at each of these places."""
    for place, more in sorted(added, reverse=True):
        text = text[:place] + more + text[place:]
    return text


@lru_cache(maxsize=1024)
def without_settings(cypher: str, checked: Callable[[str], Parsed] = read_only) -> str:
    """A query changed so that a node found without any relationship is not one of the settings, which have none.

    Raises:
        QueryError: as for what it is checked by.

    """
    parsed = checked(cypher)
    lone = [node for steps in parsed.tree.find("steps") if _may_be_one_node(steps) for node in steps.of("node")]
    return edited(parsed.text, [place for node in lone for place in _hiding(node)])


def _may_be_one_node(steps: Part) -> bool:
    """Whether a path may have no relationship: it says none, or says how often one is taken, which may be never."""
    return not any(part.kind == "relationship" and not part.of("length", "path") for part in steps.parts)


def _hiding(node: Part) -> list[tuple[int, str]]:
    labels = next(iter(node.of("labels")), None)
    if labels is None:
        return [(node.parts[0].end, f":!{SETTINGS}")]
    if SETTINGS not in {label.name for label in labels.find("label")} and not any(labels.find("not label")):
        return []
    return [(labels.start, "("), (labels.end, f")&!{SETTINGS}")]

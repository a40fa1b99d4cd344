"""Shapes of queries that the embedded engine would answer wrong without a word: put right, or refused with a sentence.

Each was found by asking the embedded engine and Neo4j the same generated queries; the smallest case of each stands in
``tests/engines/test_shapes.py``.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from sederunt.graph.cypher import Parsed
from sederunt.graph.errors import QueryError
from sederunt.graph.guard import AGGREGATES, edited, read_only
from sederunt.graph.words import Part

_ARITHMETIC = frozenset("+ - * / % ^ ||".split())
_PLAIN = frozenset({"literal", "parameter", "variable", "property", "operator", "case", "function"})
_SEEN = frozenset(
    {"literal", "parameter", "variable", "property", "operator", "function", "labelled", "labels", "label", "list"}
)
_SEEN_FUNCTIONS = frozenset("coalesce date head last left right reverse size split substring tail tolower toupper type".split())
_EITHER = frozenset({"OR", "XOR"})
_OF_LISTS = frozenset({"head", "last", "tail", "reverse", "split", "range", "keys", "labels", "nodes", "relationships"})


@lru_cache(maxsize=1024)
def put_right(cypher: str, checked: Callable[[str], Parsed] = read_only) -> str:
    """A query as the embedded engine answers it right.

    Raises:
        QueryError: as for what it is checked by; or it would be answered wrong, and the message says how to write it instead.

    """
    parsed = checked(cypher)
    _no_tested_aggregates(parsed.tree)
    _no_keys_out_of_lists(parsed.tree)
    _no_tested_shortest_paths(parsed.tree)
    _no_names_exchanged(parsed.tree)
    places = {*_late_unwinds(parsed.tree), *_early_tests(parsed.tree)}
    return edited(parsed.text, [(place, "WITH * ") for place in sorted(places)])


def _late_unwinds(tree: Part) -> Iterator[int]:
    """Where an UNWIND follows a MATCH: a MATCH or a test of what it gives would find nothing."""
    for query in tree.find("query"):
        for before, clause in zip(query.parts, query.parts[1:], strict=False):
            if clause.kind == "unwind" and before.kind != "with":
                yield clause.start


def _early_tests(tree: Part) -> Iterator[int]:
    """Where a test would be made too early: at the first node of a pattern, before what the test looks into is there.

    The engine makes a test as soon as it thinks that all its variables are there, and it does not see those in a slice, in isEmpty(),
    in EXISTS { … } or in any(), all(), none() and single(). So whatever is not known to be seen is tested after the whole pattern.
    """
    inner = {id(match) for part in tree.find("subquery", "pattern comprehension") for match in part.find("match")}
    for match in tree.find("match"):
        for where in match.of("where"):
            if _is_seen(where) or not (any(match.find("relationship")) or len(match.of("path")) > 1):
                continue
            if not match.name and id(match) not in inner:
                yield where.start
            elif len(_free(where)) > 1:
                raise QueryError(
                    "The embedded engine cannot make this test in an OPTIONAL MATCH, EXISTS, COUNT or COLLECT: "
                    "any(), all(), none(), single(), […], EXISTS and CASE may look at one variable only there; "
                    "test the others in a WITH after it."
                )


def _is_seen(where: Part) -> bool:
    """Whether the engine is known to see every variable of a test."""
    parts = list(where.walk())[1:]
    either = any(part.kind == "operator" and part.name in _EITHER and len(_free(part)) > 1 for part in parts)
    seen = all(part.kind in _SEEN and (part.kind != "function" or part.name in _SEEN_FUNCTIONS) for part in parts)
    return seen and not either


def _free(part: Part) -> set[str]:
    """The variables in it that come from outside."""
    return {variable.name for variable in part.find("variable")} - {bound.name for bound in part.find("binding")}


def _no_tested_aggregates(tree: Part) -> None:
    """An aggregate inside a test is worked out row by row, not group by group."""
    for part in tree.find("operator"):
        if part.name not in _ARITHMETIC and (found := _aggregate(part)) is not None:
            raise QueryError(
                f"The embedded engine cannot test {found.name}(…) where it is worked out: "
                f"write WITH …, {found.name}(…) AS value, and test the value after it."
            )


def _aggregate(part: Part) -> Part | None:
    if part.kind == "function" and part.name in AGGREGATES:
        return part
    inner = (_aggregate(other) for other in part.parts if other.kind not in ("subquery", "query"))
    return next((found for found in inner if found is not None), None)


def _no_keys_out_of_lists(tree: Part) -> None:
    """A property in the braces of a pattern that is taken out of a list matches nothing."""
    for place in tree.find("node", "relationship"):
        for entry in (entry for given in place.of("map") for entry in given.parts):
            if any(part.kind not in _PLAIN or part.name in _OF_LISTS for value in entry.parts for part in value.walk()):
                raise QueryError(
                    f"The embedded engine cannot look up {{{entry.name}: …}} by something out of a list: "
                    f"write WHERE x.{entry.name} = …, or take it out of the list in a WITH before the MATCH."
                )


def _no_tested_shortest_paths(tree: Part) -> None:
    """A test of a shortest path is made after the search, not in it."""
    for match in tree.find("match"):
        searched = [path for path in match.of("path") if any(path.find("shortest"))]
        names = {part.name for path in searched for part in path.find("path", "relationship")} - {""}
        tested = {name for where in match.of("where") for name in _free(where)}
        if names & tested:
            raise QueryError(
                "The embedded engine cannot search for a shortest path that passes a test: "
                "name the relationship types that it may take, as in shortestPath((a)-[:SITS_ON|HOLDS*..6]-(b))."
            )


def _no_names_exchanged(tree: Part) -> None:
    """``RETURN DISTINCT x AS o, y AS x ORDER BY x`` is ordered by what x was before."""
    for clause in tree.find("with", "return"):
        renamed = {part.name for item in clause.of("item") for part in item.of("variable") if item.name != part.name}
        given = {item.name for item in clause.of("item") if not any(part.name == item.name for part in item.of("variable"))}
        ordered = {variable.name for order in clause.of("order") for variable in order.find("variable")}
        for name in sorted(renamed & given & ordered):
            raise QueryError(
                f"The embedded engine cannot order by {name} where {name} is given another name and its name to something else: "
                "choose a name that is not in use."
            )

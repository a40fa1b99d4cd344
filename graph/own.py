"""Changes to what the user added to a graph: parsed, and let through only where nothing of the loader's can change.

Why this is sound: a node of the loader has one label, a label of ``graph.kinds``, and an edge of the loader has such a type. Here
nothing is made but with labels and types that are none of these, and no label is given to or taken from what is there; so what bears
a label or type of the user's own is never the loader's. And nothing is set, removed or deleted but what a variable stands for that
is bound, wherever it is bound in the query, by a pattern that asks for such a label or type. Clauses that change stand at the top of
the query only, and values (lists, maps, what a subquery returns) are never what is changed.
"""

from collections.abc import Iterator
from functools import lru_cache

from sederunt.graph.cypher import Parsed, Parser, parsed_by
from sederunt.graph.errors import QueryError
from sederunt.graph.exchange import grouped
from sederunt.graph.guard import SETTINGS, only_known
from sederunt.graph.kinds import EDGES, STORED
from sederunt.graph.words import Part

_LOADERS = {name.casefold() for name in (*STORED, *EDGES, SETTINGS)}
_CHANGES = ("create", "merge", "set", "remove", "delete")
_TAKEN = "nodes and edges that the loader makes are never changed by a query: load, forget, merge or reject instead"


@lru_cache(maxsize=1024)
def own_changes(cypher: str) -> Parsed:
    """The parsed query, if it changes nothing but what the user added.

    Raises:
        QueryError: it might change what the loader made, or read files, or call what is not on the list, or is not understood.

    """
    parsed = only_known(parsed_by(_Writer, cypher))
    tree = parsed.tree
    changes = [part for part in tree.parts if part.kind in _CHANGES]
    if tree.kind != "query" or len(changes) != sum(1 for _ in tree.find(*_CHANGES)):
        raise QueryError("A query that changes something does so at its top: not in a subquery, and not in a part of a UNION.")
    made = [path for change in changes if change.kind in ("create", "merge") for path in change.of("path")]
    for path in made:
        _check_made(path)
    _check_names(tree, made)
    return parsed


class _Writer(Parser):
    """Reads the clauses that change, too."""

    def _clause(self) -> Part | None:
        start = self._here()
        if self._take("CREATE"):
            return self._part("create", start, *self._several(self._path))
        if self._take("MERGE"):
            return self._merge(start)
        if self._take("SET"):
            return self._part("set", start, *self._several(self._set))
        if self._take("REMOVE"):
            return self._part("remove", start, *self._several(self._removed))
        if self._take("DETACH", "DELETE") or self._take("DELETE"):
            return self._part("delete", start, *self._several(self._changed))
        return super()._clause()

    def _would_write(self) -> QueryError:
        return QueryError("A query may change the graph with CREATE, MERGE, SET, REMOVE and DELETE only, and at its top.")

    def _may_end(self, clause: Part) -> bool:
        return clause.kind in _CHANGES or super()._may_end(clause)

    def _merge(self, start: int) -> Part:
        parts = [self._path()]
        while self._take("ON", "CREATE", "SET") or self._take("ON", "MATCH", "SET"):
            parts += self._several(self._set)
        return self._part("merge", start, *parts)

    def _set(self) -> Part:
        start, changed = self._here(), self._changed()
        if self._take("."):
            self._name()
        else:
            self._take("+")
        self._need("=")
        return self._part("setting", start, changed, self._expression())

    def _removed(self) -> Part:
        start, changed = self._here(), self._changed()
        self._need(".")
        self._name()
        return self._part("removing", start, changed)

    def _changed(self) -> Part:
        """The variable of what is changed; labels are never set or removed."""
        start, name = self._here(), self._name()
        return self._part("changed", start, name=name)


def _check_made(path: Part) -> None:
    """What CREATE and MERGE may make: nodes and edges with names of the user's own, and edges from and to what was matched."""
    steps = path.parts[0]
    if steps.kind != "steps" or (len(steps.parts) == 1 and not steps.parts[0].of("labels")):
        raise QueryError("What CREATE or MERGE makes is written plainly: (n:Note {text: $text})-[:ABOUT]->(p).")
    for part in steps.parts:
        labels = part.of("labels")
        if part.of("length", "where", "steps", "path") or (not labels and (part.kind == "relationship" or len(part.parts) > 1)):
            raise QueryError("What CREATE or MERGE makes needs a label or type of your own, as in (n:Note)-[:ABOUT]->(p).")
        if not labels and not part.name:
            raise QueryError(
                "What CREATE or MERGE joins is first found by MATCH: MATCH (p:Person …) CREATE (:Note)-[:ABOUT]->(p)."
            )
        if labels and not _is_own(part):
            raise QueryError(
                f"{_labels(part)} is not yours to make: {_TAKEN}; choose a label or type that `sederunt schema` does not tell."
            )


def _check_names(tree: Part, made: list[Part]) -> None:
    """That what is made has a name of its own, and what is changed is the user's wherever its name stands."""
    renamed = set(_other_names(tree))
    bound = grouped(tree.find("node", "relationship"), lambda part: part.name)
    parts = [part for path in made for part in path.parts[0].parts if part.name]
    for part in parts:
        is_first, is_new = bound[part.name][0] is part, bool(part.of("labels"))
        if (is_new and part.name in renamed) or (is_first != is_new and part.name not in renamed):
            raise QueryError(
                f"{part.name} is either made here, with a label or type and a name that stands for nothing else, "
                "or found by a MATCH before, and then stands here without label and properties."
            )
    # MERGE finds as well as makes: a name there that is not bound yet would stand for any node.
    joined = {id(part) for create in tree.of("create") for path in create.of("path") for part in path.parts[0].of("node")}
    for name in {part.name for part in tree.find("changed")}:
        asked = [part for part in bound.get(name, []) if id(part) not in joined or part.of("labels")]
        if name in renamed or not asked or not all(map(_is_own, asked)):
            raise QueryError(
                f"{name} may not be changed: {_TAKEN}; what is yours is named with its label or type wherever it is looked for, "
                f"as in MATCH ({name}:Note), and its name stands for nothing else."
            )


def _other_names(tree: Part) -> Iterator[str]:
    """What is given a name in another way than by a pattern."""
    for part in tree.find("unwind", "binding", "yield", "path"):
        yield part.name
    for item in tree.find("item"):
        if not any(value.kind == "variable" and value.name == item.name for value in item.parts):
            yield item.name


def _is_own(part: Part) -> bool:
    """Whether a pattern asks for labels or types of the user's own: whatever it finds is none of the loader's."""
    names = [label.name for labels in part.of("labels") for label in labels.find("label")]
    plain = not any(part.of("length", "steps", "path")) and not any(
        any(labels.find("not label")) for labels in part.of("labels")
    )
    return plain and bool(names) and all(name.isidentifier() and name.casefold() not in _LOADERS for name in names)


def _labels(part: Part) -> str:
    return " and ".join(label.name for labels in part.of("labels") for label in labels.find("label"))

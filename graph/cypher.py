"""Cypher that reads, parsed: text in, a tree of what it says out.

Only what reads is understood (MATCH, UNWIND, WITH, RETURN, UNION, CALL and all expressions), so that nothing is let through by
being unknown. The parsers on PyPI were tried and do not read our own saved queries: graphglot takes the label ``Unit`` for a keyword
and knows no map projections, antlr4-cypher knows no ``(x:A|B)``.
"""

from dataclasses import dataclass
from functools import lru_cache

from sederunt.graph.errors import QueryError
from sederunt.graph.terms import Terms
from sederunt.graph.words import Part, tokens_of, without_comments

_WRITES = frozenset(
    "ALTER CREATE DEALLOCATE DELETE DENY DETACH DROP DRYRUN ENABLE FOREACH GRANT INSERT MERGE NODETACH REALLOCATE REMOVE RENAME "
    "REVOKE SET START STOP TERMINATE".split()
)
_SELECTORS = tuple("ALL ANY SHORTEST PATH PATHS GROUP GROUPS".split())
_HINTS = tuple("INDEX SEEK TEXT RANGE POINT SCAN JOIN ON".split())

_LONGEST = 100_000
_DEEPEST = 120
"""Parts within parts, beyond which neither what follows here nor an engine could go through the tree."""
_TOO_DEEP = "The query is nested too deeply: take it apart with WITH, and write x IN [a, b, …] for x = a OR x = b OR …."

NO_WRITES = "Only queries that read are allowed here, and this one would change the graph or call a procedure that may."
NO_FILES = "A query may not read files or addresses (LOAD CSV): load papers with 'sederunt load'."


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query: its text without comments, and its tree."""

    text: str
    tree: Part

    @property
    def answers(self) -> bool:
        """Whether it ends with RETURN: one that changes something need not."""
        return self.tree.kind == "union" or self.tree.parts[-1].kind == "return"


@lru_cache(maxsize=1024)
def parse(cypher: str) -> Parsed:
    """The tree of a query that reads.

    Raises:
        QueryError: it would write, read files, or is not understood; the message says where.

    """
    return parsed_by(Parser, cypher)


def parsed_by(reader: "type[Parser]", cypher: str) -> Parsed:
    """The tree of a query as this parser understands it.

    Raises:
        QueryError: it is not understood; the message says where.

    """
    if len(cypher) > _LONGEST:
        raise QueryError(f"A query may have {_LONGEST:,} characters: give long values as parameters.")
    if "\\u" in cypher:
        raise QueryError("A query may not hold \\u escapes: write the sign itself, or give it as a parameter.")
    if any("\ud800" <= sign <= "\udfff" for sign in cypher):
        raise QueryError("A query may not hold halves of characters: write it in UTF-8.")
    tokens = tokens_of(cypher)
    try:
        tree = reader(cypher, tokens).query()
    except RecursionError:
        raise QueryError(_TOO_DEEP) from None
    if _depth(tree) > _DEEPEST:
        raise QueryError(_TOO_DEEP)
    return Parsed(without_comments(cypher), tree)


def _depth(tree: Part) -> int:
    depth, level = 0, [tree]
    while level:
        depth, level = depth + 1, [inner for part in level for inner in part.parts]
    return depth


class _Patterns(Terms):
    """What MATCH looks for."""

    def _path(self) -> Part:
        start, name = self._here(), ""
        if self._kind() in ("word", "quoted") and self._see("=", ahead=1):
            name = self._name()
            self._need("=")
        return self._part("path", start, self._way(), name=name)

    def _way(self) -> Part:
        if self._see("SHORTESTPATH", "ALLSHORTESTPATHS"):
            return self._path_in_brackets()
        start, shortest = self._here(), False
        while self._see(*_SELECTORS) or (shortest and self._kind() == "number"):
            shortest = True
            self._next()
        steps = self._steps_of_a_path()
        return self._part("shortest", start, steps, name="SHORTEST") if shortest else steps

    def _path_in_brackets(self) -> Part:
        start, name = self._here(), self._next().text.lower()
        self._need("(")
        steps = self._steps_of_a_path()
        self._need(")")
        return self._part("shortest", start, steps, name=name)

    def _steps_of_a_path(self) -> Part:
        start, parts = self._here(), [self._node()]
        while self._see("-", "<", "("):
            if not self._see("("):
                parts.append(self._relationship())
            parts.append(self._node())
        return self._part("steps", start, *parts)

    def _node(self) -> Part:
        start = self._here()
        self._need("(")
        if self._see("(") or (self._kind() in ("word", "quoted") and self._see("=", ahead=1)):
            return self._repeated(start)
        name = self._variable()
        bound = self._part("bound", start + 1, name=name)
        labels = self._labels() if self._take(":") or self._take("IS") else None
        rest = self._properties()
        self._need(")")
        return self._part("node", start, bound, labels, *rest, name=name)

    def _repeated(self, start: int) -> Part:
        """A path in brackets, once or as often as is said after it."""
        inner = self._path()
        test = self._where()
        self._need(")")
        self._times()
        return self._part("relationship", start, inner, test)

    def _times(self) -> None:
        """How often the step before is taken: +, * or {1,3}."""
        if self._take("+") or self._take("*"):
            return
        if self._take("{"):
            while not self._take("}"):
                if self._kind() != "number" and not self._see(","):
                    raise self._fail()
                self._next()

    def _variable(self) -> str:
        is_name = self._kind() == "quoted" or (self._kind() == "word" and not self._see("WHERE", "IS"))
        return self._name() if is_name else ""

    def _properties(self) -> list[Part | None]:
        found = self._map() if self._see("{") else self._atom() if self._kind() == "parameter" else None
        return [found, self._where()]

    def _relationship(self) -> Part:
        start = self._here()
        self._take("<")
        self._need("-")
        name, parts = "", list[Part | None]()
        if self._take("["):
            name = self._variable()
            parts.append(self._labels() if self._take(":") or self._take("IS") else None)
            parts.append(self._length())
            parts += self._properties()
            self._need("]")
        self._need("-")
        self._take(">")
        if self._see("{", "+", "*"):
            times_start = self._here()
            self._times()
            parts.append(self._part("length", times_start))
        return self._part("relationship", start, *parts, name=name)

    def _length(self) -> Part | None:
        start = self._here()
        if not self._take("*"):
            return None
        for sign in ("number", "..", "number"):
            if self._kind() == sign or self._see(sign):
                self._next()
        return self._part("length", start)

    def _labels(self) -> Part:
        """Labels or types, joined by |, &, : and !."""
        start, parts = self._here(), [self._label()]
        while (self._bars and self._take("|")) or self._take("&") or self._take(":"):
            self._take(":")
            parts.append(self._label())
        return self._part("labels", start, *parts)

    def _label(self) -> Part:
        start = self._here()
        if self._take("!"):
            return self._part("not label", start, self._label())
        if self._take("%"):
            return self._part("not label", start)
        if self._take("("):
            found = self._labels()
            self._need(")")
            return found
        return self._part("label", start, name=self._name())


class Parser(_Patterns):
    """Clauses, and what they are made of."""

    def query(self) -> Part:
        """The whole text as one query."""
        found = self._union()
        self._take(";")
        if self._kind() != "end":
            raise self._not_here()
        return found

    def _inner_query(self) -> Part:
        """A query in braces, or a pattern there without MATCH."""
        self._need("{")
        bars, self._bars = self._bars, True
        start = self._here()
        bare = self._see("(", *_SELECTORS, "SHORTESTPATH", "ALLSHORTESTPATHS") or self._see("=", ahead=1)
        found = self._part("query", start, self._match(start)) if bare else self._union(whole=False)
        self._bars = bars
        if not self._take("}"):
            raise self._not_here()
        return found

    def _union(self, *, whole: bool = True) -> Part:
        start, found = self._here(), self._single(whole=whole)
        while self._take("UNION"):
            self._take("ALL") or self._take("DISTINCT")
            found = self._part("union", start, found, self._single(whole=whole))
        return found

    def _single(self, *, whole: bool) -> Part:
        start, clauses = self._here(), list[Part]()
        while (clause := self._clause()) is not None:
            clauses.append(clause)
            if clause.kind == "return":
                break
        if not clauses or (whole and not self._may_end(clauses[-1])):
            raise self._not_here()
        return self._part("query", start, *clauses)

    def _may_end(self, clause: Part) -> bool:
        return clause.kind in ("return", "call")

    def _clause(self) -> Part | None:
        start = self._here()
        if self._take("OPTIONAL", "CALL") or self._take("CALL"):
            return self._call(start)
        if self._take("OPTIONAL", "MATCH"):
            return self._match(start, name="OPTIONAL")
        for word, read in (("MATCH", self._match), ("UNWIND", self._unwind), ("WITH", self._with), ("RETURN", self._return)):
            if self._take(word):
                return read(start)
        return None

    def _not_here(self) -> QueryError:
        token = self._tokens[self._at]
        if token.kind == "word" and token.text.upper() in _WRITES:
            return self._would_write()
        if self._see("LOAD"):
            return QueryError(NO_FILES)
        if self._see("EXPLAIN", "PROFILE", "SHOW", "USE"):
            return QueryError(
                f"A query may not begin with {token.text.upper()}: begin with MATCH, UNWIND, WITH, CALL or RETURN."
            )
        return self._fail()

    def _would_write(self) -> QueryError:
        return QueryError(NO_WRITES)

    def _match(self, start: int, name: str = "") -> Part:
        for words in (("REPEATABLE", "ELEMENTS"), ("DIFFERENT", "RELATIONSHIPS"), ("DIFFERENT", "RELATIONSHIP")):
            self._take(*words)
        paths = self._several(self._path)
        while self._take("USING"):
            self._hint()
        return self._part("match", start, *paths, self._where(), name=name)

    def _hint(self) -> None:
        if not self._see(*_HINTS):
            raise self._fail()
        while self._see(*_HINTS):
            self._next()
        self._several(self._hinted)

    def _hinted(self) -> Part:
        start, name = self._here(), self._name()
        if self._take(":"):
            self._labels()
        if self._take("("):
            while not self._take(")"):
                self._take(",") or self._name()
        return self._part("hint", start, name=name)

    def _unwind(self, start: int) -> Part:
        found = self._expression()
        self._need("AS")
        return self._part("unwind", start, found, name=self._name())

    def _with(self, start: int) -> Part:
        body = self._body()
        return self._part("with", start, *body, self._where())

    def _return(self, start: int) -> Part:
        return self._part("return", start, *self._body())

    def _body(self) -> list[Part | None]:
        start = self._here()
        parts: list[Part | None] = [self._part("distinct", start) if self._take("DISTINCT") else None]
        parts += self._several(self._projected)
        start = self._here()
        if self._take("ORDER", "BY"):
            parts.append(self._part("order", start, *self._several(self._ordered)))
        for words in (("SKIP", "OFFSET"), ("LIMIT",)):
            start = self._here()
            if any(self._take(word) for word in words):
                parts.append(self._part("page", start, self._expression(), name=words[0]))
        return parts

    def _projected(self) -> Part:
        start = self._here()
        if self._take("*"):
            return self._part("item", start, self._part("star", start), name="*")
        found = self._expression()
        name = self._name() if self._take("AS") else ""
        return self._part("item", start, found, name=name or self._cypher[found.start : found.end])

    def _ordered(self) -> Part:
        start, found = self._here(), self._expression()
        way = self._next().text.upper() if self._see("ASC", "ASCENDING", "DESC", "DESCENDING") else ""
        return self._part("ordered", start, found, name=way)

    def _call(self, start: int) -> Part:
        if self._see("{", "("):
            return self._call_query(start)
        names = [self._name()]
        while self._take("."):
            names.append(self._name())
        given = list[Part]()
        if self._take("("):
            given = [] if self._see(")") else self._several(self._expression)
            self._need(")")
        yielded = self._several(self._yielded) if self._take("YIELD") else []
        return self._part("call", start, *given, *yielded, self._where() if yielded else None, name=".".join(names).lower())

    def _yielded(self) -> Part:
        start, name = self._here(), "*" if self._take("*") else self._name()
        return self._part("yield", start, name=self._name() if self._take("AS") else name)

    def _call_query(self, start: int) -> Part:
        if self._take("("):
            while not self._take(")"):
                self._take("*") or self._take(",") or self._name()
        found = self._inner_query()
        if self._see("IN"):
            raise self._would_write()
        return self._part("call query", start, found)

"""What has a value in a query: sums, tests, functions, lists, maps, and what goes through lists."""

from abc import abstractmethod
from collections.abc import Callable

from sederunt.graph.errors import QueryError
from sederunt.graph.words import Part, Reader

_ADDED, _TIMES = ("+", "-", "||"), ("*", "/", "%")
_COMPARED = ("=", "<>", "<", ">", "<=", ">=")


class Terms(Reader):
    """Reads what has a value; patterns and queries, which may stand in it, are read by what derives from this."""

    @abstractmethod
    def _path(self) -> Part: ...

    @abstractmethod
    def _steps_of_a_path(self) -> Part: ...

    @abstractmethod
    def _path_in_brackets(self) -> Part: ...

    @abstractmethod
    def _labels(self) -> Part: ...

    @abstractmethod
    def _inner_query(self) -> Part: ...

    def _expression(self) -> Part:
        return self._joined(("OR",), lambda: self._joined(("XOR",), lambda: self._joined(("AND",), self._not)))

    def _joined(self, signs: tuple[str, ...], inner: Callable[[], Part]) -> Part:
        start, found = self._here(), inner()
        while self._see(*signs):
            sign = self._next().text.upper()
            found = self._part("operator", start, found, inner(), name=sign)
        return found

    def _not(self) -> Part:
        start = self._here()
        if self._take("NOT"):
            return self._part("operator", start, self._not(), name="NOT")
        return self._joined(_COMPARED, self._tested)

    def _tested(self) -> Part:
        start, found = self._here(), self._sum()
        while (test := self._test()) is not None:
            name, others = test
            found = self._part("operator", start, found, *others, name=name)
        return found

    def _test(self) -> tuple[str, list[Part]] | None:
        """What is asked of the value that stands before, if anything."""
        for words in (("STARTS", "WITH"), ("ENDS", "WITH"), ("CONTAINS",), ("IN",), ("=~",)):
            if self._take(*words):
                return " ".join(words), [self._sum()]
        if self._take("::"):
            return "IS TYPED", [self._type()]
        if not self._take("IS"):
            return None
        self._take("NOT")
        if self._take("NULL"):
            return "IS NULL", []
        if self._take("::") or self._take("TYPED"):
            return "IS TYPED", [self._type()]
        while self._take("NFC") or self._take("NFD") or self._take("NFKC") or self._take("NFKD"):
            pass
        self._need("NORMALIZED")
        return "IS NORMALIZED", []

    def _type(self) -> Part:
        start = self._here()
        name = self._name()
        while self._kind() == "word" and self._see("NOT", "NULL", "ZONED", "LOCAL", "DATETIME", "TIME"):
            self._next()
        if self._take("<"):
            self._type()
            self._need(">")
        return self._part("type", start, name=name)

    def _sum(self) -> Part:
        return self._joined(_ADDED, lambda: self._joined(_TIMES, lambda: self._joined(("^",), self._signed)))

    def _signed(self) -> Part:
        start = self._here()
        if self._see("+", "-"):
            sign = self._next().text
            return self._part("operator", start, self._signed(), name=sign)
        return self._reached(start, self._atom())

    def _reached(self, start: int, found: Part) -> Part:
        """Properties, items and labels of a value."""
        while True:
            if self._take("."):
                found = self._part("property", start, found, name=self._name())
            elif self._take("["):
                found = self._item_of(start, found)
            elif found.kind in ("variable", "property") and self._see(":") and self._kind(1) in ("word", "quoted", "sign"):
                self._next()
                found = self._part("labelled", start, found, self._labels())
            else:
                return found

    def _item_of(self, start: int, found: Part) -> Part:
        first = None if self._see("..") else self._expression()
        kind = "slice" if self._take("..") else "index"
        last = None if kind == "index" or self._see("]") else self._expression()
        self._need("]")
        return self._part(kind, start, found, first, last)

    def _atom(self) -> Part:
        start, kind = self._here(), self._kind()
        if kind in ("string", "number"):
            return self._part("literal", start, name=self._next().text)
        if kind == "parameter":
            return self._part("parameter", start, name=self._next().text[1:].strip("`"))
        for sign, read in (("(", self._in_brackets), ("[", self._list), ("{", self._map)):
            if self._see(sign):
                return read()
        if kind == "word" and (special := self._special()) is not None:
            return special
        return self._named()

    def _special(self) -> Part | None:
        """What begins with a word that has a meaning of its own here."""
        start = self._here()
        if self._see("NULL", "TRUE", "FALSE") and not self._see("(", ".", ahead=1):
            return self._part("literal", start, name=self._next().text.lower())
        if self._see("CASE") and self._kind(1) != "end" and not self._see(".", ",", ")", ahead=1):
            return self._case()
        if self._see("EXISTS", "COUNT", "COLLECT") and self._see("{", ahead=1):
            name = self._next().text.lower()
            return self._part("subquery", start, self._inner_query(), name=name)
        return self._call_like() if self._see("(", ahead=1) else None

    def _call_like(self) -> Part | None:
        """What looks like a function and binds variables of its own."""
        if self._see("ALL", "ANY", "NONE", "SINGLE"):
            return self._quantifier()
        if self._see("REDUCE"):
            return self._reduce()
        return self._path_in_brackets() if self._see("SHORTESTPATH", "ALLSHORTESTPATHS") else None

    def _named(self) -> Part:
        """A variable, a function, or a choice of a variable's properties."""
        start, plain = self._here(), self._kind() == "word"
        names = [self._name()]
        ahead = 0
        while plain and self._see(".", ahead=ahead) and self._kind(ahead + 1) == "word":
            ahead += 2
        if plain and self._see("(", ahead=ahead):
            while self._take("."):
                names.append(self._name())
            return self._function(start, ".".join(names))
        variable = self._part("variable", start, name=names[0])
        return self._choice(start, variable) if self._see("{") else variable

    def _function(self, start: int, name: str) -> Part:
        self._need("(")
        distinct = self._part("distinct", start) if self._take("DISTINCT") else None
        every = self._part("star", start) if self._take("*") else None
        values = [] if every or self._see(")") else self._several(self._expression)
        self._need(")")
        return self._part("function", start, distinct, every, *values, name=name.lower())

    def _several(self, read: Callable[[], Part]) -> list[Part]:
        found = [read()]
        while self._take(","):
            found.append(read())
        return found

    def _choice(self, start: int, variable: Part) -> Part:
        self._need("{")
        parts = [] if self._see("}") else self._several(self._chosen)
        self._need("}")
        return self._part("choice", start, variable, *parts)

    def _chosen(self) -> Part:
        start = self._here()
        if self._take("."):
            return self._part("star" if self._take("*") else "key", start, name="" if self._see("}", ",") else self._name())
        name = self._name()
        return self._part("entry", start, self._expression() if self._take(":") else None, name=name)

    def _map(self) -> Part:
        start = self._here()
        self._need("{")
        parts = [] if self._see("}") else self._several(self._entry)
        self._need("}")
        return self._part("map", start, *parts)

    def _entry(self) -> Part:
        start, name = self._here(), self._name()
        self._need(":")
        return self._part("entry", start, self._expression(), name=name)

    def _in_brackets(self) -> Part:
        if (pattern := self._attempt(self._steps_of_a_path)) is not None:
            return Part("pattern value", "", pattern.start, pattern.end, (pattern,))
        self._need("(")
        bars, self._bars = self._bars, True
        found = self._expression()
        self._bars = bars
        self._need(")")
        return found

    def _attempt(self, read: Callable[[], Part]) -> Part | None:
        """What is read there, or None (and as if nothing had been read) where it is something else."""
        at = self._at
        try:
            found = read()
            if any(found.find("relationship")):
                return found
        except QueryError:
            pass
        self._at = at
        return None

    def _list(self) -> Part:
        start = self._here()
        if (inner := self._attempt_comprehension()) is not None:
            return inner
        self._need("[")
        parts = [] if self._see("]") else self._several(self._expression)
        self._need("]")
        return self._part("list", start, *parts)

    def _attempt_comprehension(self) -> Part | None:
        if self._kind(1) in ("word", "quoted") and self._see("IN", ahead=2):
            return self._comprehension("comprehension", self._bound)
        at = self._at
        self._need("[")
        named = self._kind() in ("word", "quoted") and self._see("=", ahead=1) and self._see("(", ahead=2)
        pattern = self._attempt(self._path if named else self._steps_of_a_path) if named or self._see("(") else None
        ends = pattern is not None and self._see("WHERE", "|")
        self._at = at
        return self._comprehension("pattern comprehension", self._path) if ends else None

    def _bound(self) -> Part:
        """A variable and the list that it goes through."""
        start, name = self._here(), self._name()
        self._need("IN")
        bars, self._bars = self._bars, False
        found = self._part("binding", start, self._expression(), name=name)
        self._bars = bars
        return found

    def _comprehension(self, kind: str, source: Callable[[], Part]) -> Part:
        start = self._here()
        self._need("[")
        found = source()
        bars, self._bars = self._bars, False
        test = self._where()
        self._bars = True
        value = self._expression() if self._take("|") else None
        self._bars = bars
        self._need("]")
        return self._part(kind, start, found, test, value)

    def _quantifier(self) -> Part:
        start, name = self._here(), self._next().text.lower()
        self._need("(")
        found = self._bound()
        test = self._where()
        self._need(")")
        return self._part("quantifier", start, found, test, name=name)

    def _reduce(self) -> Part:
        start = self._here()
        self._next()
        self._need("(")
        sum_start, name = self._here(), self._name()
        self._need("=")
        first = self._part("binding", sum_start, self._expression(), name=name)
        self._need(",")
        source = self._bound()
        self._need("|")
        found = self._part("reduce", start, first, source, self._expression())
        self._need(")")
        return found

    def _case(self) -> Part:
        start = self._here()
        self._need("CASE")
        parts = [] if self._see("WHEN") else [self._expression()]
        while self._take("WHEN"):
            parts += self._several(self._expression)
            self._need("THEN")
            parts.append(self._expression())
        if self._take("ELSE"):
            parts.append(self._expression())
        self._need("END")
        return self._part("case", start, *parts)

    def _where(self) -> Part | None:
        start = self._here()
        return self._part("where", start, self._expression()) if self._take("WHERE") else None

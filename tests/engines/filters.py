"""Queries in the making, and tests of what is bound in them, by what stands in a graph."""

from collections import defaultdict
from collections.abc import Callable
from random import Random

from sederunt.graph.kinds import EDGES, FLAG, FRACTION, LIST, NODES, NUMBER, TEXT
from sederunt.graph.model import Graph

MANY = frozenset({"Name", "Statement"})


class Samples:
    """Values that stand in a graph, to filter by."""

    def __init__(self, graph: Graph) -> None:
        found: dict[tuple[str, str], set[object]] = defaultdict(set)
        for thing, kind in [*((n, n.label) for n in graph.nodes), *((e, e.type) for e in graph.edges)]:
            for name, value in thing.properties.items():
                found[kind, name] |= set(value) if isinstance(value, tuple) else {value}
        ids = defaultdict(set)
        for node in graph.nodes:
            ids[node.label, "id"].add(node.id)
        self.of = {key: sorted(values, key=str) for key, values in {**found, **ids}.items()}
        self.labels = sorted({n.label for n in graph.nodes})
        labels = {n.id: n.label for n in graph.nodes}
        self.links = sorted({(labels[e.start], e.type, labels[e.end]) for e in graph.edges})


class Query:
    """A query in the making: its lines, and what its variables are."""

    def __init__(self, random: Random, samples: Samples) -> None:
        self.random, self.samples = random, samples
        self.lines: list[str] = []
        self.things: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.values: list[str] = []
        self.path = ""
        self.returning = False
        self._made = 0

    def fresh(self, stem: str) -> str:
        self._made += 1
        return f"{stem}{self._made}"

    def thing(self) -> str:
        return self.random.choice(sorted(self.things))

    def keep_only(self, things: list[str], values: list[str]) -> None:
        """Forget the variables that a WITH did not pass on."""
        self.things = {name: self.things[name] for name in things}
        self.links, self.values, self.path = {}, values, ""


def text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(text(item) for item in value)}]"
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return str(value)


def forms(query: Query, name: str) -> dict[str, str]:
    if name in query.things:
        return {"id": TEXT, **NODES[query.things[name]].properties}
    return EDGES[query.links[name]].properties or {"count": NUMBER}


def tested(query: Query) -> str:
    """A test of something that is bound."""
    if query.things and query.random.random() < 0.15:
        return _test_of_pattern(query)
    if query.path and query.random.random() < 0.4:
        return _test_of_path(query)
    if query.values and query.random.random() < 0.3:
        return f"{query.random.choice(query.values)} IS NOT NULL"
    name = query.random.choice(sorted([*query.things, *query.links]))
    property_, form = query.random.choice(sorted(forms(query, name).items()))
    kind = query.things.get(name) or query.links[name]
    values = query.samples.of.get((kind, property_)) or ["x"]
    test = BY_FORM[form](query.random, f"{name}.{property_}", values)
    return f"NOT ({test})" if query.random.random() < 0.15 else test


def _test_of_text(random: Random, what: str, values: list[object]) -> str:
    value, other = str(random.choice(values)), str(random.choice(values))
    piece = value[: random.randint(1, 6)] or "x"
    if random.random() < 0.25 and value[:2] in ("20", "19"):
        return random.choice(
            (
                f"{what} >= '{value[:4]}'",
                f"left({what}, 4) = '{value[:4]}'",
                f"coalesce({what}, '9999') < '{value[:7]}'",
                f"date({what}) >= date('{value}')" if len(value) == 10 else f"{what} < '2019'",
                f"date({what}).year = {value[:4]}" if len(value) == 10 else f"{what} < '2018'",
                f"substring({what}, 0, 7) IN ['{value[:7]}', '2018-01']",
            )
        )
    return random.choice(
        (
            f"{what} = {text(value)}",
            f"{what} <> {text(value)}",
            f"{what} STARTS WITH {text(piece)}",
            f"{what} ENDS WITH {text(value[-3:])}",
            f"toLower({what}) CONTAINS {text(piece.lower())}",
            f"{what} IN {text([value, other])}",
            f"{what} IS NULL",
            f"{what} IS NOT NULL",
            f"{what} >= {text(value)}",
            f"{text(other)} < {what} <= {text(value)}",
            f"coalesce({what}, '') < {text(value)}",
            f"{what} =~ '.*[aeiou]{{1,2}}[n-t].*'",
            f"size({what}) > {len(value)}",
            f"CASE WHEN {what} IS NULL THEN false ELSE size({what}) % 2 = 0 END",
            f"{what} =~ '(?i).*{random.choice('aest')}'",
            f"split({what}, ' ')[0] = {text(value.split(' ', maxsplit=1)[0])}",
            f"reverse({what}) > {text(value)}",
        )
    )


def _test_of_number(random: Random, what: str, values: list[object]) -> str:
    value = random.choice([v for v in values if not isinstance(v, str)] or [1])
    return random.choice(
        (
            f"{what} = {value}",
            f"{what} > {value}",
            f"{what} <= {value}",
            f"{what} IS NULL",
            f"{what} * 2 >= {value} + 1",
            f"{what} <> {value}",
        )
    )


def _test_of_flag(random: Random, what: str, _: list[object]) -> str:
    return random.choice(
        (what, f"NOT {what}", f"{what} = true", f"coalesce({what}, false)", f"{what} IS NULL", f"{what} <> true")
    )


def _test_of_list(random: Random, what: str, values: list[object]) -> str:
    value = text(random.choice(values))
    return random.choice(
        (
            f"{value} IN {what}",
            f"NOT {value} IN {what}",
            f"size({what}) > 1",
            f"any(x IN {what} WHERE x STARTS WITH left({value}, 2))",
            f"all(x IN {what} WHERE x <> {value})",
            f"none(x IN {what} WHERE x = {value})",
            f"single(x IN {what} WHERE x >= {value})",
            f"{what}[0] = {value}",
            f"head({what}) <= {value}",
            f"last({what}) >= {value}",
            f"size([x IN {what} WHERE x > {value} | toUpper(x)]) = 1",
            f"reduce(n = 0, x IN {what} | n + size(x)) > 12",
            f"{what} = [{value}]",
            f"isEmpty({what})",
            f"{what}[0..1] = [{value}]",
            f"{value} IN tail({what})",
        )
    )


BY_FORM: dict[str, Callable[[Random, str, list[object]], str]] = {
    TEXT: _test_of_text,
    NUMBER: _test_of_number,
    FRACTION: _test_of_number,
    FLAG: _test_of_flag,
    LIST: _test_of_list,
}


def neighbour(query: Query, name: str) -> tuple[str, str]:
    """A pattern without variables that begins at a variable, and the label at its end."""
    fits = [link for link in query.samples.links if query.things[name] in (link[0], link[2])]
    tail, type_, head = query.random.choice(fits)
    if tail == query.things[name]:
        return f"({name})-[:{type_}]->(:{head})", head
    return f"({name})<-[:{type_}]-(:{tail})", tail


def _test_of_pattern(query: Query) -> str:
    pattern, _ = neighbour(query, query.thing())
    if query.returning:
        # A gap: the embedded engine says that a pattern is no value there.
        return f"EXISTS {{ {pattern} }}"
    number = query.random.choice((0, 1, 2))
    return query.random.choice(
        (
            f"NOT {pattern}",
            pattern,
            f"EXISTS {{ {pattern} }}",
            f"NOT EXISTS {{ MATCH {pattern} }}",
            f"COUNT {{ {pattern} }} > {number}",
            f"EXISTS {{ MATCH {pattern.replace('(:', '(z:', 1)} WHERE z.name >= 'F' }}",
        )
    )


def _test_of_path(query: Query) -> str:
    return query.random.choice(
        (
            "none(x IN nodes(p) WHERE x.name STARTS WITH 'C')",
            "all(x IN nodes(p) WHERE x.id <> 'x')",
            "any(x IN relationships(p) WHERE x.basis = 'stated')",
            "length(p) = 1",
            "all(x IN relationships(p) WHERE coalesce(x.confidence, 1.0) > 0.6)",
            "size([x IN nodes(p) WHERE x:Person]) = 1",
        )
    )

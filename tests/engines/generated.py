"""Queries made at random from the table of kinds and from what is in a graph: patterns × filters × extensions × aggregates × returns.

Every query orders its rows by all its columns, sorts before it collects, and asks for nothing of which an engine may choose (such as
which of several shortest paths), so that two engines that are both right give the same rows in the same order.
"""

from random import Random

from sederunt.graph.kinds import EDGES, LIST, TEXT

from tests.engines.filters import MANY, Query, Samples, forms, neighbour, tested, text


def generate(seed: str, samples: Samples) -> str:
    """The query of this seed."""
    query = Query(Random(seed), samples)
    _pattern(query)
    for _ in range(query.random.choice((0, 0, 1, 1, 2))):
        query.random.choice(EXTENSIONS)(query)
    _returned(query)
    return "\n".join(query.lines)


def _pattern(query: Query) -> None:
    query.random.choice((_one_thing, _one_link, _one_link, _two_links, _far, _either, _named_path, _shortest, _unwound))(query)


def _where(query: Query) -> None:
    tests = [tested(query) for _ in range(query.random.choice((0, 1, 1, 2)))]
    if tests:
        joined = tests[0] if len(tests) == 1 else f"{tests[0]} {query.random.choice(('AND', 'OR', 'XOR'))} {tests[1]}"
        query.lines.append(f"WHERE {joined}")


def _one_thing(query: Query) -> None:
    label = query.random.choice(query.samples.labels)
    query.things["a"] = label
    query.lines.append(f"MATCH (a:{label})")
    _where(query)


def _link_from(query: Query, start: str) -> str:
    """A step from a variable, whose new variables are noted."""
    fits = [link for link in query.samples.links if query.things[start] in (link[0], link[2])]
    tail, type_, head = query.random.choice(fits)
    outward = tail == query.things[start]
    end, link = query.fresh("b"), query.fresh("r")
    query.things[end], query.links[link] = (head if outward else tail), type_
    label = f":{query.things[end]}"
    if query.random.random() < 0.3 and len(set(_other_ends(query, start, type_))) == 1:
        label = ""
    arrow = query.random.random() < 0.8
    left, right = ("-", "->" if arrow else "-") if outward else ("<-" if arrow else "-", "-")
    return f"{left}[{link}:{type_}]{right}({end}{label})"


def _other_ends(query: Query, start: str, type_: str) -> list[str]:
    """The labels of everything that is joined to a variable by links of a type."""
    links, label = [link for link in query.samples.links if link[1] == type_], query.things[start]
    return [link[2] for link in links if link[0] == label] + [link[0] for link in links if link[2] == label]


def _start(query: Query) -> str:
    label = query.random.choice(sorted({link[0] for link in query.samples.links} - MANY))
    query.things["a"] = label
    return f"(a:{label})"


def _one_link(query: Query) -> None:
    start = _start(query)
    query.lines.append(f"MATCH {start}{_link_from(query, 'a')}")
    _where(query)


def _two_links(query: Query) -> None:
    query.things["a"] = query.random.choice(("Person", "Body", "Post", "Meeting", "Unit", "Organisation"))
    first = _link_from(query, "a")
    middle = max(query.things)
    comma = query.random.random() < 0.3
    second = _link_from(query, middle)
    query.lines.append(f"MATCH (a:{query.things['a']}){first}" + (f", ({middle}){second}" if comma else second))
    _where(query)


def _far(query: Query) -> None:
    type_, label = query.random.choice(
        (("PART_OF", "Unit"), ("REPORTS_TO", "Post"), ("POST_IN|PART_OF", "Post"), ("SITS_ON", "Person"))
    )
    most = query.random.choice((2, 3))
    query.things |= {"a": label, "b": label if "POST" not in type_ else "Unit"}
    way = query.random.choice(("->", "-"))
    query.lines.append(f"MATCH (a:{label})-[:{type_}*{query.random.choice((0, 1, 1))}..{most}]{way}(b:{query.things['b']})")
    _where(query)


def _either(query: Query) -> None:
    labels = query.random.sample(("Person", "Body", "Organisation", "Unit", "Post"), 2)
    types = query.random.sample(("SITS_ON", "HOLDS", "POST_IN", "PART_OF", "REPRESENTS", "ATTENDED"), 3)
    query.things |= {"a": labels[0], "b": "Body"}
    query.links["r"] = types[0]
    query.lines.append(f"MATCH (a:{'|'.join(labels)})-[r:{'|'.join(types)}]-(b:Body|Unit|Organisation|Post|Meeting)")
    _where(query)


def _named_path(query: Query) -> None:
    start = _start(query)
    query.lines.append(f"MATCH p = {start}{_link_from(query, 'a')}")
    query.path = "p"
    _where(query)


def _shortest(query: Query) -> None:
    query.things |= {"a": "Body", "b": "Body"}
    types = query.random.choice(("SITS_ON", "SITS_ON|HOLDS|POST_IN", "MEETING_OF|ATTENDED"))
    query.lines += ["MATCH (a:Body), (b:Body)", f"WHERE a.id < b.id AND {tested(query)}"]
    query.lines.append(f"MATCH w = shortestPath((a)-[:{types}*..{query.random.choice((2, 4))}]-(b))")
    query.lines.append("WITH a, b, length(w) AS far")
    query.values.append("far")
    if query.random.random() < 0.5:
        query.lines.append("WHERE far > 1")


def _unwound(query: Query) -> None:
    label = query.random.choice(sorted(set(query.samples.labels) - MANY))
    ids = query.random.sample(query.samples.of[label, "id"], min(4, len(query.samples.of[label, "id"])))
    query.things["a"] = label
    query.values.append("wanted")
    query.lines += [f"UNWIND {text(ids)} AS wanted", f"MATCH (a:{label} {{id: wanted}})"]
    _where(query)


def _match_more(query: Query) -> None:
    start = query.thing()
    query.lines.append(f"MATCH ({start}){_link_from(query, start)}")
    _where(query)


def _match_perhaps(query: Query) -> None:
    start = query.thing()
    query.lines.append(f"OPTIONAL MATCH ({start}){_link_from(query, start)}")
    _where(query)


def _unwind_list(query: Query) -> None:
    lists = [f"{n}.{p}" for n in sorted([*query.things, *query.links]) for p, form in forms(query, n).items() if form == LIST]
    if not lists:
        return
    name = query.fresh("x")
    query.lines.append(f"UNWIND {query.random.choice(lists)} AS {name}")
    query.values.append(name)
    if query.random.random() < 0.4:
        query.lines.append(query.random.choice((f"WITH * WHERE {name} > 'F'", f"WITH * WHERE size({name}) < 20")))


def _unwind_and_match(query: Query) -> None:
    lists = [f"{name}.statements" for name in sorted(query.links) if "statements" in EDGES[query.links[name]].properties]
    if not lists:
        return
    name, found = query.fresh("x"), query.fresh("s")
    query.lines += [f"UNWIND {query.random.choice(lists)} AS {name}", f"MATCH ({found}:Statement {{id: {name}}})"]
    query.things[found] = "Statement"
    query.values.append(name)
    _where(query)


def _match_by_value(query: Query) -> None:
    links = [name for name in sorted(query.links) if "statements" in EDGES[query.links[name]].properties]
    if not links:
        return
    found, link = query.fresh("s"), query.random.choice(links)
    way = query.random.choice(
        (
            f"MATCH ({found}:Statement) WHERE {found}.id = {link}.statements[0]",
            f"MATCH ({found}:Statement {{id: {link}.statements[0]}})",
            f"MATCH ({found}:Statement {{id: coalesce({link}.statements, ['x'])[0]}})",
            f"WITH *, head({link}.statements) AS first MATCH ({found}:Statement {{id: first}})",
            f"MATCH ({found}:Statement) WHERE {found}.id IN {link}.statements",
            f"WITH *, {link}.statements[0] AS first MATCH ({found}:Statement {{id: first}})",
        )
    )
    query.lines.append(way)
    query.things[found] = "Statement"


def _count_and_go_on(query: Query) -> None:
    kept, name = query.thing(), query.fresh("n")
    others = sorted(set(query.things) - {kept}) or [kept]
    counted = query.random.choice(("*", f"DISTINCT {query.random.choice(others)}", query.random.choice(others)))
    query.lines.append(f"WITH {kept}, count({counted}) AS {name}")
    query.keep_only([kept], [name])
    if query.random.random() < 0.6:
        query.lines.append(f"WHERE {name} > {query.random.choice((0, 1, 2))}")


def _collect_and_unwind(query: Query) -> None:
    kept = query.thing()
    other = query.random.choice(sorted(query.things))
    name, item = query.fresh("l"), query.fresh("x")
    query.lines += [f"WITH {kept}, {other}.id AS key ORDER BY key", f"WITH {kept}, collect(DISTINCT key) AS {name}"]
    query.keep_only([kept], [])
    way = query.random.choice(("unwind", "in", "size"))
    if way == "unwind":
        query.lines.append(f"UNWIND {name} AS {item}")
        query.values = [item]
    else:
        query.lines.append(f"WITH *, {'head(' + name + ')' if way == 'in' else 'size(' + name + ')'} AS {item}")
        query.values = [item]


def _some_first(query: Query) -> None:
    kept = query.thing()
    limit = query.random.choice((3, 7))
    query.lines.append(f"WITH DISTINCT {kept} ORDER BY {kept}.id{query.random.choice((' DESC', ''))} LIMIT {limit}")
    query.keep_only([kept], [])


def _subquery(query: Query) -> None:
    kept, name = query.thing(), query.fresh("k")
    pattern, _ = neighbour(query, kept)
    query.lines.append(f"CALL {{ WITH {kept} MATCH {pattern} RETURN count(*) AS {name} }}")
    query.values.append(name)


def _filter_later(query: Query) -> None:
    query.lines.append(f"WITH * WHERE {tested(query)}")


EXTENSIONS = (
    _match_more,
    _match_perhaps,
    _unwind_list,
    _unwind_and_match,
    _match_by_value,
    _count_and_go_on,
    _collect_and_unwind,
    _some_first,
    _subquery,
    _filter_later,
)


def _scalar_of(query: Query) -> str:
    """Something with one value for each row."""
    if query.values and query.random.random() < 0.3:
        return query.random.choice(query.values)
    name = query.thing() if not query.links or query.random.random() < 0.6 else query.random.choice(sorted(query.links))
    property_, form = query.random.choice(sorted(forms(query, name).items()))
    what = f"{name}.{property_}"
    if form == LIST:
        return query.random.choice((f"size({what})", f"{what}[0]", f"head({what})", f"'x' IN {what}"))
    if form == TEXT:
        return query.random.choice(
            (what, what, f"coalesce({what}, '-')", f"left({what}, 4)", f"toUpper({what})", f"{what} IS NULL")
        )
    return what


def _aggregate(query: Query) -> str:
    what, name = _scalar_of(query), query.thing()
    if query.random.random() < 0.05:
        return _tested_aggregate(query, what, name)
    return query.random.choice(
        (
            "count(*)",
            f"count({name})",
            f"count(DISTINCT {name})",
            f"min({what})",
            f"max({what})",
            f"count(DISTINCT {what})",
            f"count(CASE WHEN {tested(query)} THEN 1 END)",
            f"sum(CASE WHEN {tested(query)} THEN 1 ELSE 0 END)",
            f"avg(size({name}.id))",
            f"size(collect(DISTINCT {what}))",
            "count(*) + 1",
            "toString(count(*)) + '!'",
            f"coalesce(max({what}), '-')",
            "[count(*), 1]",
            f"{{most: max({what}), number: count(*)}}",
            "round(10.0 * count(*) / 3) / 10.0",
        )
    )


def _tested_aggregate(query: Query, what: str, name: str) -> str:
    """What the embedded engine has to refuse."""
    return query.random.choice(
        (
            "count(*) > 1",
            f"'chair' IN collect({what})",
            f"max({what}) IS NULL",
            "count(*) > 1 AND count(*) < 5",
            f"CASE WHEN count({name}) > 1 THEN 'many' ELSE 'few' END",
            f"NOT count({name}) > 1",
        )
    )


def _returned(query: Query) -> None:
    query.returning = True
    query.random.choice((_plain, _plain, _whole, _grouped, _grouped, _alone, _shaped))(query)


def _ids(query: Query) -> list[str]:
    return [f"{name}.id" for name in sorted(query.things)]


def _finish(query: Query, columns: list[str], ordered: int) -> None:
    """RETURN the columns, ordered by the first of them."""
    named = [f"{column} AS c{n}" for n, column in enumerate(columns)]
    distinct = query.random.choice(("", "", "DISTINCT "))
    query.lines.append(f"RETURN {distinct}{', '.join(named)}")
    descending = query.random.choice(("", " DESC"))
    query.lines.append("ORDER BY " + ", ".join(f"c{n}{descending if not n else ''}" for n in range(ordered)))
    if query.random.random() < 0.3:
        query.lines.append(query.random.choice(("LIMIT 5", "SKIP 2 LIMIT 10", "SKIP 1")))


def _plain(query: Query) -> None:
    columns = [*_ids(query), *(_scalar_of(query) for _ in range(query.random.choice((1, 2, 3)))), *query.values]
    _finish(query, columns, len(columns))


def _whole(query: Query) -> None:
    ids = [*_ids(query), *query.values, *(f"type({link})" for link in sorted(query.links))]
    ids += [
        f"coalesce({link}.{EDGES[query.links[link]].apart}, '')"
        for link in sorted(query.links)
        if EDGES[query.links[link]].apart
    ]
    _finish(query, [*ids, *sorted(query.things), *sorted(query.links), *([query.path] if query.path else [])], len(ids))


def _grouped(query: Query) -> None:
    keys = [_scalar_of(query) for _ in range(query.random.choice((1, 2)))]
    if query.random.random() < 0.5:
        keys.append(f"{query.thing()}.id")
    _finish(query, [*keys, *(_aggregate(query) for _ in range(query.random.choice((1, 2))))], len(keys))


def _alone(query: Query) -> None:
    query.lines.append(f"RETURN {_aggregate(query)} AS c0, {_aggregate(query)} AS c1")


def _shaped(query: Query) -> None:
    name = query.thing()
    pattern, _ = neighbour(query, name)
    shape = query.random.choice(
        (
            f"{name} {{.id, .name, long: size({name}.id)}}",
            f"size([{pattern} | 1])",
            f"COUNT {{ {pattern} }}",
            f"EXISTS {{ {pattern} }}",
            f"[x IN labels({name}) | toLower(x)]",
            f"CASE WHEN {tested(query)} THEN 'yes' ELSE 'no' END",
            f"properties({name})",
            f"reduce(n = 0, x IN [1, 2, 3] | n + x * size({name}.id))",
            f"[{name}.id, {_scalar_of(query)}]",
        )
    )
    ids = [*_ids(query), *query.values]
    path = ["[x IN nodes(p) | x.id]", "[x IN relationships(p) | type(x)]"] if query.path else []
    _finish(query, [*ids, shape, *path], len(ids))

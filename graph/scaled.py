"""Who is who among more sightings than plain Python compares in good time: the extra ``scale``, Splink on DuckDB.

The database compares those who have a family name in common and a thing around them or a time. It adds up what is plain of each
pair; what is plain and sure is taken from there, and all else that may be one is weighed here. So is each pair in a cluster that
something may keep apart: where anything does, the cluster is put together anew, as ``clusters`` does it. So what forbids that two
are one holds here too, and before all what people said.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from sederunt.graph.clusters import LARGEST, Clusters, Told, bars, clusters, without_search_for_circles
from sederunt.graph.columns import DECADE, DUCKDB, NAME, SIGHTING, THINGS, Conditions, Rows, settings
from sederunt.graph.errors import EngineError
from sederunt.graph.sighting import Sighting
from sederunt.graph.weigh import SAME, Weighed, weigh

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MANY = 200_000
"""From how many sightings on this takes over from ``clusters``."""
_MARGIN, _LEAST = 0.04, 0.65
"""How far above the cut a plain sum must be to be sure, and which sum is the least with which anything is weighed."""
_BATCH = 50_000
_PLAIN = Conditions(DUCKDB)


def scaled_clusters(sightings: Sequence[Sighting], told: Told | None = None, *, memory: str = "1GB") -> Clusters:
    """Who is who among very many sightings.

    Of the pairs of which somebody has to be asked only those are told that a plain sum puts near those who are one.

    Args:
        sightings: what was seen.
        told: what people said of them.
        memory: how much the database may take.

    Raises:
        EngineError: when the extra is not installed.

    """
    told = told or Told()
    with _database(memory) as base, without_search_for_circles():
        alike: dict[Sighting, int] = {}
        first = [alike.setdefault(sighting, at) for at, sighting in enumerate(sightings)]
        named = {at for pair in (*told.one, *told.apart) for at in pair}
        del alike
        _put(base, ((at, sightings[at]) for at, leader in enumerate(first) if leader == at or at in named))
        compared = _compare(base)
        groups = _Joined(first)
        asked: dict[tuple[int, int], Weighed] = {}
        for a, b, plain in _rows(base, _PREDICTED):
            weighed = None if plain or sightings[a] == sightings[b] else weigh(sightings[a], sightings[b])
            if weighed is None or weighed.verdict == "same":
                groups.join(a, b)
            elif weighed.verdict == "ask":
                asked[a, b] = weighed
        for a, b in told.one:
            groups.join(a, b)
        _put_groups(base, groups)
        harmed = {groups.leader(a) for a, b in told.apart if groups.leader(a) == groups.leader(b)}
        for a, b in _rows(base, _IN_GROUPS):
            if groups.leader(a) not in harmed and bars(weigh(sightings[a], sightings[b])):
                harmed.add(groups.leader(a))
    return _told_apart(sightings, told, groups, harmed, asked, compared)


class _Joined:
    """Who is joined with whom, each led by the first of those who are one."""

    def __init__(self, first: list[int]) -> None:
        self._above = first

    def leader(self, at: int) -> int:
        """The first of those who are one with this."""
        above = self._above
        while above[at] != at:
            above[at] = at = above[above[at]]
        return at

    def join(self, a: int, b: int) -> None:
        """Let two be one."""
        one, other = self.leader(a), self.leader(b)
        self._above[max(one, other)] = min(one, other)

    def groups(self) -> dict[int, list[int]]:
        """All who are one, by the first of them."""
        found: dict[int, list[int]] = {}
        for at in range(len(self._above)):
            found.setdefault(self.leader(at), []).append(at)
        return found


def _told_apart(
    sightings: Sequence[Sighting],
    told: Told,
    joined: _Joined,
    harmed: set[int],
    asked: dict[tuple[int, int], Weighed],
    compared: int,
) -> Clusters:
    """The groups, of which those that were harmed are put together anew."""
    groups: list[tuple[int, ...]] = []
    for leader, members in joined.groups().items():
        if leader not in harmed:
            groups.append(tuple(members))
            continue
        at = {member: number for number, member in enumerate(members)}
        own = Told(*([(at[a], at[b]) for a, b in some if a in at and b in at] for some in (told.one, told.apart)))
        anew = clusters([sightings[member] for member in members], own)
        groups += [tuple(members[number] for number in group) for group in anew.groups]
        asked |= {(members[a], members[b]): weighed for a, b, weighed in anew.asked}
    led = {at: group[0] for group in groups for at in group}
    left = [(a, b, weighed) for (a, b), weighed in sorted(asked.items(), key=lambda item: item[0]) if led[a] != led[b]]
    return Clusters(tuple(sorted(groups)), tuple(left), compared)


def _database(memory: str) -> "DuckDBPyConnection":
    try:
        import duckdb  # noqa: PLC0415 - an extra, which most do without
        import pyarrow  # noqa: F401, PLC0415
        import splink  # noqa: F401, PLC0415
    except ImportError as error:
        raise EngineError("So many names need the extra “scale”: pip install 'sederunt[scale]'.") from error
    return duckdb.connect(config={"memory_limit": memory, "preserve_insertion_order": False})


def _put(base: "DuckDBPyConnection", sightings: Iterable[tuple[int, Sighting]]) -> None:
    """Put rows into the database, and the keys of which two must share one: no key that too many have."""
    import pyarrow as pa  # noqa: PLC0415 - comes with the extra

    made, left = Rows(), iter(sightings)
    tables = {"sighting": (SIGHTING, made.sightings), "name": (NAME, made.names), "thing": (THINGS, made.things)}
    for table, (columns, _) in tables.items():
        base.execute(f"create table {table} ({', '.join(f'{name} {sql}' for name, sql in columns.items())})")
    while batch := list(islice(left, _BATCH)):
        for at, sighting in batch:
            made.add(at, sighting)
        for table, (columns, rows) in tables.items():
            base.register(
                "part", pa.table([list(column) for column in zip(*rows, strict=True)], names=list(columns)[: len(rows[0])])
            )
            base.execute(f"insert into {table} select * from part")  # noqa: S608 - our own names
            base.unregister("part")
            rows.clear()
    for command in (_GIVEN, _KEYS, _MENTIONS, "drop table given"):
        base.execute(command)


_GIVEN = "create table given as select * exclude (name, things) from sighting join name using (name) join thing using (things)"
_KEYS = f"""
create table shared as
with keyed as (
    select unique_id, unnest(list_distinct(flatten(list_transform(families, lambda f: list_concat(
        list_transform(there, lambda t: hash(f, initial, t)),
        case when usual = 0 then [] else [hash(f, usual, "first" // {DECADE}), hash(f, usual, "last" // {DECADE})] end
    ))))) as key from given
)
select unique_id, list(key) as keys
from keyed semi join (select key from keyed group by key having count(*) between 2 and {LARGEST}) using (key)
group by unique_id
"""  # noqa: S608
_MENTIONS = "create table mentions as select given.*, coalesce(keys, []) as keys from given left join shared using (unique_id)"


def _compare(base: "DuckDBPyConnection") -> int:
    """Let Splink compare; how many pairs there were."""
    from splink import Linker  # noqa: PLC0415 - comes with the extra
    from splink.backends.duckdb import DuckDBAPI  # noqa: PLC0415

    linker = Linker(DuckDBAPI(connection=base).register("mentions"), settings(), log_level=logging.ERROR)
    found = linker.inference.predict(threshold_match_probability=_LEAST)
    base.execute(f"create view predicted as select * from {found.physical_name}")  # noqa: S608 - a name that Splink gave
    return int(base.execute("select count(*) from predicted").fetchall()[0][0])


_COLUMNS = [name for name in {**SIGHTING, **NAME, **THINGS} if name not in ("name", "things", "families", "there", "usual")]


def _side(side: str) -> str:
    """The rows as those of one side of pairs."""
    return f"(select {', '.join(f'{name} as {name}_{side}' for name in _COLUMNS)} from mentions)"  # noqa: S608 - our own names


_PREDICTED = f"""
with told as (
    select unique_id_l, unique_id_r, match_probability as score, {_PLAIN.plain} as plain
    from predicted join {_side("l")} using (unique_id_l) join {_side("r")} using (unique_id_r)
)
select unique_id_l, unique_id_r, plain and score >= {SAME + _MARGIN} from told where not plain or score >= {SAME - _MARGIN}
"""  # noqa: S608
_IN_GROUPS = f"""
select unique_id_l, unique_id_r
from (select leader, l.* from grouped join {_side("l")} l using (unique_id_l))
join (select leader, unique_id_l as unique_id_r from grouped) using (leader) join {_side("r")} using (unique_id_r)
where unique_id_l < unique_id_r and not {_PLAIN.harmless}
"""  # noqa: S608


def _put_groups(base: "DuckDBPyConnection", joined: _Joined) -> None:
    """Put into the database who is joined with whom."""
    import pyarrow as pa  # noqa: PLC0415 - comes with the extra

    base.execute("create table grouped (unique_id_l INTEGER, leader INTEGER)")
    pairs = [(at, leader) for leader, members in joined.groups().items() if len(members) > 1 for at in members]
    base.register("part", pa.table([list(column) for column in zip(*pairs, strict=True)] or [[], []], names=["a", "b"]))
    base.execute("insert into grouped select * from part")
    base.unregister("part")


def _rows(base: "DuckDBPyConnection", query: str) -> Iterator[tuple[int, ...]]:
    """The answer to a query, some rows at a time."""
    answer = base.execute(query)
    while rows := answer.fetchmany(_BATCH):
        yield from rows

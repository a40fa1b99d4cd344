"""Who is who among more sightings than plain Python compares in good time: the extra ``scale``, Splink on DuckDB.

The database compares those who have a family name in common and a thing around them or a time. It adds up what is plain of each
pair; what is sure is taken from there, and all else that may be one is weighed here. So is each pair in a cluster that
something may keep apart: where anything does, the cluster is put together anew, as ``clusters`` does it. So what forbids that two
are one holds here too, and before all what people said.
"""

import logging
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sederunt.graph.clusters import LARGEST, Clusters, Told, bars, clusters, without_search_for_circles
from sederunt.graph.columns import DECADE, DUCKDB, Conditions, settings
from sederunt.graph.errors import EngineError
from sederunt.graph.joined import Places, leaders, members
from sederunt.graph.rows import NAME, SIGHTING, THINGS, Column, Lists, Rows
from sederunt.graph.sighting import Sighting
from sederunt.graph.weigh import SAME, Weighed, weigh

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Numbers = NDArray[np.int32]

MANY = 200_000
"""From how many sightings on this takes over from ``clusters``."""
_MARGIN, _LEAST = 0.04, 0.65
"""How far below the cut a plain sum is still weighed, and which is the least with which anything else is."""
_BATCH = 50_000
_PLAIN = Conditions(DUCKDB)


def _log_odds(likely: float) -> float:
    return log(likely / (1 - likely))


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
    with without_search_for_circles():
        with _database(memory) as base:
            alike = _put(base, sightings, {at for pair in (*told.one, *told.apart) for at in pair})
            compared = _compare(base)
            one, asked = _weighed(base, sightings)
            leader = _joined(base, len(sightings), [*alike, *one, *told.one])
            harmed = {int(leader[a]) for a, b in told.apart if leader[a] == leader[b]}
            harmed |= _harmed(base, sightings, leader)
        return _told_apart(sightings, told, leader, harmed, asked, compared)


Pairs = list[tuple[int, int]]


def _weighed(base: "DuckDBPyConnection", sightings: Sequence[Sighting]) -> tuple[Pairs, dict[tuple[int, int], Weighed]]:
    """Of the pairs of which columns tell too little: those who are one, and those of whom somebody has to be asked."""
    one, asked = Pairs(), dict[tuple[int, int], Weighed]()
    for a, b in _rows(base, _UNSURE):
        weighed = weigh(sightings[a], sightings[b]) if sightings[a] != sightings[b] else None
        if weighed is None or weighed.verdict == "same":
            one.append((a, b))
        elif weighed.verdict == "ask":
            asked[a, b] = weighed
    return one, asked


def _joined(base: "DuckDBPyConnection", count: int, pairs: Sequence[tuple[int, int]]) -> Places:
    """For each of so many the first of those with whom it is one, by these pairs and by what columns tell."""
    sure = base.execute(_SURE).fetchnumpy()
    more = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    one, other = (np.concatenate([sure[f"unique_id_{side}"], more[:, at]]) for at, side in enumerate("lr"))
    return leaders(count, one, other)


def _harmed(base: "DuckDBPyConnection", sightings: Sequence[Sighting], leader: Places) -> set[int]:
    """The leaders of groups of which something forbids that two are one."""
    several = np.flatnonzero(np.bincount(leader, minlength=len(leader))[leader] > 1)
    _table(base, "grouped", {"unique_id_l": several.astype(np.int32), "leader": leader[several]})
    found: set[int] = set()
    for a, b, at in _rows(base, _IN_GROUPS):
        if at not in found and bars(weigh(sightings[a], sightings[b])):
            found.add(at)
    return found


def _told_apart(
    sightings: Sequence[Sighting],
    told: Told,
    leader: Places,
    harmed: set[int],
    asked: dict[tuple[int, int], Weighed],
    compared: int,
) -> Clusters:
    """The groups, of which those that were harmed are put together anew."""
    order, begins = members(leader)
    all_, ends = order.tolist(), [*begins.tolist(), len(order)]
    groups: list[tuple[int, ...]] = []
    led: dict[int, int] = {}
    for begin, end in pairwise(ends):
        some = all_[begin:end]
        if some[0] not in harmed:
            groups.append(tuple(some))
            continue
        at = {member: number for number, member in enumerate(some)}
        own = Told(*([(at[a], at[b]) for a, b in pairs if a in at and b in at] for pairs in (told.one, told.apart)))
        anew = clusters([sightings[member] for member in some], own)
        groups += [tuple(some[number] for number in group) for group in anew.groups]
        led |= {some[number]: some[group[0]] for group in anew.groups for number in group}
        asked |= {(some[a], some[b]): weighed for a, b, weighed in anew.asked}
    ordered = ((a, b, asked[a, b]) for a, b in sorted(asked))
    left = [(a, b, weighed) for a, b, weighed in ordered if led.get(a, leader[a]) != led.get(b, leader[b])]
    return Clusters(tuple(sorted(groups)), tuple(left), compared)


def _database(memory: str) -> "DuckDBPyConnection":
    try:
        import duckdb  # noqa: PLC0415 - an extra, which most do without
        import pyarrow  # noqa: F401, PLC0415
        import splink  # noqa: F401, PLC0415
    except ImportError as error:
        raise EngineError("So many names need the extra “scale”: pip install 'sederunt[scale]'.") from error
    return duckdb.connect(config={"memory_limit": memory, "preserve_insertion_order": False})


def _put(base: "DuckDBPyConnection", sightings: Sequence[Sighting], named: Collection[int]) -> Pairs:
    """Put rows into the database, and the keys of which two must share one: no key that too many have.

    Gives those who are the same as another before them, each with the first that is; of these only those that are named have rows.
    """
    rows = Rows()
    for sighting in sightings:
        rows.add(sighting)
    alike = list(_alike(sightings, rows))
    kept = np.ones(len(sightings), dtype=bool)
    kept[[at for at, _ in alike]] = False
    kept[[*named]] = True
    for name, table, count in (("name", rows.names, rows.named), ("things", rows.things, rows.placed)):
        _table(base, name, table | {name: np.arange(count, dtype=np.int32)})
    told = {name: np.asarray(column)[kept] for name, column in rows.sightings.items()}
    _table(base, "sighting", told | {"unique_id": np.flatnonzero(kept).astype(np.int32)})
    for command in (_GIVEN, _KEYS, _MENTIONS, "drop table given", "drop table shared"):
        base.execute(command)
    for name in ("name", "things", "sighting"):
        base.unregister(name)
    return alike


def _alike(sightings: Sequence[Sighting], rows: Rows) -> Iterator[tuple[int, int]]:
    """Those who are the same as another before them, each with the first; of most a few numbers tell that they are not."""
    told = np.array([rows.sightings[name] for name in ("name", "things", "first", "last")], dtype=np.int32)
    order = np.lexsort(told)
    same = (np.diff(told[:, order]) == 0).all(axis=0)
    several = np.unique(np.concatenate([order[1:][same], order[:-1][same]]))
    first: dict[Sighting, int] = {}
    both = ((at, first.setdefault(sightings[at], at)) for at in several.tolist())
    return ((at, leader) for at, leader in both if at != leader)


def _table(base: "DuckDBPyConnection", name: str, columns: "Mapping[str, Column | Numbers]") -> None:
    """Show the database columns as a table."""
    import pyarrow as pa  # noqa: PLC0415 - comes with the extra

    types = {**SIGHTING, **NAME, **THINGS}
    told = {each: _arrow(column, types.get(each, "INTEGER")) for each, column in columns.items()}
    base.register(name, pa.table(told))


def _arrow(column: "Column | Numbers", sql: str) -> Any:
    """A column as the database reads it where it lies."""
    import pyarrow as pa  # noqa: PLC0415 - comes with the extra

    if isinstance(column, Lists):
        return pa.ListArray.from_arrays(np.asarray(column.ends), np.asarray(column.values))
    numbers = np.asarray(column)
    return pa.array(numbers.astype(bool) if sql == "BOOLEAN" else numbers)


_GIVEN = """
create table given as
select * exclude (name, things) replace (nullif("first", 0) as "first", nullif("last", 0) as "last")
from sighting join name using (name) join things using (things)
"""
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
_MENTIONS = """
create table mentions as
select given.* exclude (families, there), coalesce(keys, []) as keys from given left join shared using (unique_id)
"""


def _compare(base: "DuckDBPyConnection") -> int:
    """Let Splink compare; how many pairs there were."""
    from splink import Linker  # noqa: PLC0415 - comes with the extra
    from splink.backends.duckdb import DuckDBAPI  # noqa: PLC0415

    linker = Linker(DuckDBAPI(connection=base).register("mentions"), settings(), log_level=logging.ERROR)
    found = linker.inference.predict(threshold_match_probability=_LEAST)
    base.execute(f"alter table {found.physical_name} rename to predicted")
    base.execute(_TOLD)
    compared = base.execute("select count(*) from predicted").fetchall()[0][0]
    base.execute("drop table predicted")
    return int(compared)


_COLUMNS = {"unique_id", *SIGHTING, *NAME, *THINGS} - {"name", "things", "families", "there", "usual"}


def _side(side: str) -> str:
    """The rows as those of one side of pairs."""
    return f"(select {', '.join(f'{name} as {name}_{side}' for name in sorted(_COLUMNS))} from mentions)"  # noqa: S608 - our own names


_TOLD = f"""
create table told as
with weighed as (
    select unique_id_l, unique_id_r, match_weight * ln(2) as log_odds, {_PLAIN.plain} as plain, {_PLAIN.sure("log_odds", _log_odds(SAME))} as sure
    from predicted join {_side("l")} using (unique_id_l) join {_side("r")} using (unique_id_r)
)
select unique_id_l, unique_id_r, sure from weighed where sure or not plain or log_odds >= {_log_odds(SAME - _MARGIN)}
"""  # noqa: S608
_SURE, _UNSURE = (
    "select unique_id_l, unique_id_r from told where sure",
    "select unique_id_l, unique_id_r from told where not sure",
)
_IN_GROUPS = f"""
select unique_id_l, unique_id_r, leader
from (select leader, l.* from grouped join {_side("l")} l using (unique_id_l))
join (select leader, unique_id_l as unique_id_r from grouped) using (leader) join {_side("r")} using (unique_id_r)
where unique_id_l < unique_id_r and not {_PLAIN.harmless}
"""  # noqa: S608


def _rows(base: "DuckDBPyConnection", query: str) -> Iterator[tuple[int, ...]]:
    """The answer to a query, some rows at a time."""
    answer = base.execute(query)
    while rows := answer.fetchmany(_BATCH):
        yield from rows

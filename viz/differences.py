"""A structure at two times as one tree: what is there at the later, and where it stood what is not there any more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.between import Between
from sederunt.queries.changes import GONE, HOLDER, MANAGER, MOVED, NEW, REPLACED, Change, Comparison, Link
from sederunt.queries.find import Thing, documents
from sederunt.queries.tree import Line, Structure, hanging
from sederunt.viz.facts import Row, edges
from sederunt.viz.outline import LINES, nodes, outline
from sederunt.viz.picture import TREE, Edge, Mark, Node, Picture
from sederunt.viz.style import CHANGES

_SORTS = {NEW: "new", GONE: "gone", REPLACED: "replaced", MOVED: "moved", MANAGER: "manager", HOLDER: "holder"}
_CAUTION = "What the newer papers do not show need not be gone, and what they are the first to show may be older."


def differences(store: Store, top: Thing, times: Between, found: Comparison, *, stated: bool = False) -> Picture:
    """The page of what changed under a thing, each change marked on its row."""
    same = {change.old: change.id for change in found.changes if change.old and change.change != REPLACED}
    drawn = _structure(top, found, same)
    rows = _rows(store, found, {*drawn.things, *same}, stated=stated)
    keys = {_ends(row): number for number, row in enumerate(rows)}
    renamed = same | _renamed(found, drawn)
    facts = [_moved(edge, renamed) for edge in _newest_first(store, edges(store, rows), times, found)]
    hung = hanging(drawn, top.id, drawn.things)
    told = outline(drawn, hung, facts, list(_marks(found.changes, drawn, keys)))
    there = {keys[link] for link in _held(found, drawn) if link in keys}
    told = replace(told, held=tuple(each for each in told.held if each.edge in there), compared=True)
    people = {row["start_id"]: row["start_name"] for row in rows if row["link"] == "HOLDS"}
    listed = nodes(drawn, told, people, {})
    return Picture(
        drawing=TREE,
        title=f"{top.name}: what changed",
        subject=_subject(times, found.changes),
        nodes=(*listed, *_others(rows, renamed, {node.id for node in listed})),
        edges=tuple(facts),
        asked=(hung.heads.get(top.id, top.id),),
        notes=(_CAUTION,),
        outline=told,
    )


def _structure(top: Thing, found: Comparison, same: Mapping[str, str]) -> Structure:
    """The lines of the later time, and the earlier ones of what is not there then."""
    ended = {_after(change) for change in found.changes if change.change in (GONE, REPLACED)}
    drawn = Structure({top.id: (top.label, top.name)})
    later = [row for row in found.after if row["link"] in LINES]
    hung = {row["low_id"] for row in later if row["link"] != "HEADS"}
    for row in later:
        _note(drawn, row, {})
    for row in found.before:
        is_head, low = row["link"] == "HEADS", same.get(row["low_id"], row["low_id"])
        hangs_still = row["high_id"] in ended if is_head else row["low_id"] in ended or low not in hung
        if row["link"] in LINES and hangs_still:
            _note(drawn, row, same)
    return _inside(drawn, top.id, {each for change in found.changes for each in (_after(change), change.id)})


def _after(change: Change) -> str:
    """What stands for the earlier thing of a change: a row of its own where something else came in its place."""
    return change.old if change.change == REPLACED else change.id


def _note(drawn: Structure, row: Row, same: Mapping[str, str]) -> None:
    low, high = (same.get(row[f"{end}_id"], row[f"{end}_id"]) for end in ("low", "high"))
    for id_, end in ((low, "low"), (high, "high")):
        drawn.things.setdefault(id_, (row[f"{end}_kind"], row[end]))
    drawn.lines.add(Line(low, row["link"], high, row["basis"], row["quote"], row["source"]))


def _inside(drawn: Structure, top: str, known: Iterable[str]) -> Structure:
    """What is joined to the top from below, and what has changed; not what is above it."""
    reached = [top]
    met = {top}
    for each in reached:
        ends = [line.low for line in drawn.lines if line.high == each]
        ends += [line.high for line in drawn.lines if line.low == each and line.link == "HEADS"]
        new = [end for end in dict.fromkeys(ends) if end not in met]
        reached += new
        met |= set(new)
    kept = met | (set(known) & drawn.things.keys())
    lines = {line for line in drawn.lines if line.low in kept and line.high in kept}
    return Structure({id_: thing for id_, thing in drawn.things.items() if id_ in kept}, lines)


def _rows(store: Store, found: Comparison, ids: Iterable[str], *, stated: bool) -> list[Row]:
    """The links of either time between these things, who is in them, and what came in place of what."""
    wanted = {_line(row) for row in (*found.before, *found.after)}
    around = run(store, "around", things=sorted(ids), stated=stated).table.records()
    inside = set(ids)
    proofs = {change.line for change in found.changes}
    return [
        row
        for row in around
        if _ends(row) in proofs
        or (_ends(row) in wanted and {row["end_id"], row["start_id"] if row["link"] != "HOLDS" else row["end_id"]} <= inside)
    ]


def _line(row: Row) -> Link:
    return (row["low_id"], row["link"], row["high_id"])


def _ends(row: Row) -> Link:
    return (row["start_id"], row["link"], row["end_id"])


def _renamed(found: Comparison, drawn: Structure) -> dict[str, str]:
    """The ends of what says that one came in place of the other, where it calls them by name only."""
    lines = ((change.line, change.old, change.id) for change in found.changes if change.change == REPLACED)
    return {end: id_ for (low, _, high), old, new in lines for end, id_ in ((low, old), (high, new)) if end not in drawn.things}


def _moved(edge: Edge, same: Mapping[str, str]) -> Edge:
    return replace(edge, start=same.get(edge.start, edge.start), end=same.get(edge.end, edge.end))


def _others(rows: Sequence[Row], same: Mapping[str, str], known: set[str]) -> tuple[Node, ...]:
    """The ends of links that have no row."""
    ends = {row[f"{end}_id"]: (row[f"{end}_kind"], row[f"{end}_name"]) for row in rows for end in ("start", "end")}
    return tuple(Node(id_, *ends[id_]) for id_ in sorted(ends) if same.get(id_, id_) == id_ and id_ not in known)


def _held(found: Comparison, drawn: Structure) -> set[Link]:
    """Who is in the posts at the later time, and who was in those that are not there any more."""
    later = {row["high_id"] for row in found.after if row["link"] in LINES} | {
        row["low_id"] for row in found.after if row["link"] in LINES
    }
    held = {_line(row) for row in found.after if row["link"] == "HOLDS"}
    return held | {_line(row) for row in found.before if row["link"] == "HOLDS" and row["high_id"] not in later}


def _marks(changes: Iterable[Change], drawn: Structure, keys: Mapping[Link, int]) -> Iterable[Mark]:
    for change in changes:
        number = keys.get(change.line)
        for node, text in _words(change):
            if node in drawn.things:
                yield Mark(node, _SORTS[change.change], text, number)


def _words(change: Change) -> list[tuple[str, str]]:
    """What a row says of a change."""
    if change.change == REPLACED:
        return [(change.old, f"{change.after} in its place"), (change.id, f"in place of {change.before}")]
    said = {
        NEW: "new",
        GONE: "gone",
        MOVED: f"moved from {change.before}",
        MANAGER: f"reported to {change.before}",
        HOLDER: f"before: {change.before}",
    }
    return [(change.id, said[change.change])]


def _newest_first(store: Store, facts: Sequence[Edge], times: Between, found: Comparison) -> list[Edge]:
    """Each link with the line of the paper first that shows it at the later time, else at the earlier."""
    dates = {paper.path: paper.date or "" for paper in documents(store)}
    later = {_line(row) for row in found.after}
    return [_sorted(edge, _best(times, dates, found, is_later=(edge.start, edge.link, edge.end) in later)) for edge in facts]


def _best(times: Between, dates: Mapping[str, str], found: Comparison, *, is_later: bool) -> Mapping[str, Any]:
    """How good the papers are as proof, by their paths."""
    if times.papers:
        return {times.papers[is_later].path: 1}
    return {path: (date <= found.shown[is_later], date) for path, date in dates.items()}


def _sorted(edge: Edge, best: Mapping[str, Any]) -> Edge:
    known = [line for line in edge.evidence if line.path in best]
    first = sorted(known, key=lambda line: best[line.path], reverse=True)
    return replace(edge, evidence=(*first, *(line for line in edge.evidence if line not in first)))


def _subject(times: Between, changes: Sequence[Change]) -> str:
    sorts = [_SORTS[change.change] for change in changes]
    counts = [f"{sorts.count(sort)} {style.plural.lower()}" for sort, style in CHANGES.items() if sort in sorts]
    one, other = times.told()
    return f"Between {one} and {other}: {', '.join(counts)}."

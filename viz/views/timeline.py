"""What happened when: the seats and posts of a person, who held a post, or who sat on a body and came to its meetings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sederunt.graph.kinds import BODY, MEETING, PERSON, POST
from sederunt.graph.sittings import day_span, spoken
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.find import Thing, documents
from sederunt.queries.terms import Spell, spells_of, with_gaps
from sederunt.viz.attendance import Attendance, of_meetings, of_person
from sederunt.viz.facts import edges
from sederunt.viz.picture import TIMES, Edge, Node, Picture
from sederunt.viz.spans import Group, Row, as_data, groups_of_person, groups_of_place, key_of, proofs, with_spells

LABELS = (PERSON, BODY, POST)
FEWEST, MOST = 1, 1
"""How many names it takes."""
NOTHING = "Nothing tells of any time there."
SECTION = "Over time"
"""The heading of its pages in an index."""

_OFTEN = 2  # meetings from which on a grid shows who came to which
_FEATURED = 8
_MET_OFTEN = """
MATCH (b:Body)<-[:MEETING_OF]-(m:Meeting)-[:RECORDED_IN]->(:Document)
WITH b, count(DISTINCT m.id) AS met
WHERE met >= $often
RETURN b.id AS id, b.name AS name
ORDER BY met DESC, name, id
LIMIT $most"""

_Names = dict[str, tuple[str, str]]
"""Kind and name of a thing, by its id."""


@dataclass(frozen=True, slots=True)
class Story:
    """What there is to draw of one thing."""

    thing: Thing
    spells: Sequence[Spell]
    """With the gaps of seats for one."""
    seats: Sequence[Edge]
    """What the spells are of; with the place of a post."""
    names: _Names
    sittings: Mapping[str, Sequence[Attendance]]
    """At whose meetings: by the name of the body."""
    minuted: Mapping[str, str] = field(default_factory=dict)
    """Of a body that met several times: the date of each meeting whose minutes are loaded, by its id, in their order."""
    notes: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    """Where the posts of a person are, by their ids."""


def picture(store: Store, things: Sequence[Thing], *, stated: bool = False) -> Picture:
    """The story of a person, a body or a post, in bars and marks over time; of a body that met often, who came to which meeting."""
    (thing,) = things
    spells = spells_of(store, thing.id, stated=stated)
    seats, names = _seats(store, thing, stated=stated)
    told = Story(thing, spells if thing.label == PERSON else tuple(with_gaps(spells)), seats, names, {})
    if thing.label == PERSON:
        return _drawn(store, _with_own_meetings(store, told, stated=stated))
    return _drawn(store, _with_meetings(store, told, stated=stated) if thing.label == BODY else _with_vacancy(store, told))


def featured(store: Store, *, stated: bool = False) -> Sequence[Sequence[Thing]]:
    """The bodies of which the minutes of several meetings are loaded."""
    often = store.ask(_MET_OFTEN, {"often": _OFTEN, "most": _FEATURED}).rows
    return [[Thing(BODY, name, id_)] for id_, name in often]


# What there is to tell -------------------------------------------------------------------


def _seats(store: Store, thing: Thing, *, stated: bool) -> tuple[tuple[Edge, ...], _Names]:
    """The seats and posts of a person, the people on a body, or those in a post with the place that it is in."""
    around = run(store, "around", things=[thing.id], stated=stated).table.records()
    rows = [row for row in around if _is_wanted(row, thing)]
    names = {row[f"{end}_id"]: (row[f"{end}_kind"], row[f"{end}_name"]) for row in rows for end in ("start", "end")}
    found = [replace(edge, role=key_of(edge.link, edge.role)) for edge in edges(store, rows)]
    return tuple(found), {thing.id: (thing.label, thing.name)} | names


def _is_wanted(row: Mapping[str, Any], thing: Thing) -> bool:
    own = {PERSON: ("start_id", ("SITS_ON", "HOLDS")), BODY: ("end_id", ("SITS_ON",)), POST: ("end_id", ("HOLDS",))}
    side, links = own[thing.label]
    return (row["link"] in links and row[side] == thing.id) or (
        thing.label == POST and row["link"] == "POST_IN" and row["start_id"] == thing.id
    )


def _with_own_meetings(store: Store, story: Story, *, stated: bool) -> Story:
    sittings: dict[str, list[Attendance]] = {}
    names = dict(story.names)
    for each, body, name in of_person(store, story.thing.id, stated=stated):
        sittings.setdefault(body or name, []).append(each)
        names[each.edge.end] = (MEETING, each.meeting)
        if body:
            names.setdefault(body, (BODY, name))
    posts = run(store, "person-posts", person=story.thing.id).table.records()
    places = {row["post_id"]: row["place"] for row in posts if row["place"]}
    return replace(story, sittings=sittings, names=names, places=places)


def _with_meetings(store: Store, story: Story, *, stated: bool) -> Story:
    """The attendance of a body at all its meetings."""
    rows = run(store, "meetings", body=story.thing.id).table.records()
    dates = {row["meeting_id"]: row["date"] or "" for row in rows}
    found = of_meetings(store, dates, stated=stated)
    names = story.names | {each.edge.end: (MEETING, each.meeting) for each in found}
    names |= {each.edge.start: (PERSON, each.person) for each in found}
    recorded = {row["meeting_id"]: dates[row["meeting_id"]] for row in rows if row["document"]}
    names |= {row["meeting_id"]: (MEETING, _name(row)) for row in rows if row["document"] and row["meeting_id"] not in names}
    minuted = recorded if len(recorded) >= _OFTEN else {}
    return replace(story, sittings={story.thing.id: found}, names=names, minuted=minuted)


def _name(meeting: Mapping[str, Any]) -> str:
    """The name of a meeting of which nothing else tells it."""
    return f"{meeting['body']}, {spoken(meeting['date']) if meeting['date'] else 'undated'}"


def _with_vacancy(store: Store, story: Story) -> Story:
    rows = run(store, "holders", things=[story.thing.id]).table.records()
    vacant = any(row["vacant"] for row in rows)
    return replace(story, notes=("A paper calls this post vacant.",) if vacant else ())


# How it is drawn -------------------------------------------------------------------------


def _drawn(store: Store, story: Story) -> Picture:
    sittings = [each.edge for own in story.sittings.values() for each in own]
    found = with_spells([*story.seats, *sittings], story.spells)
    ends = dict.fromkeys([story.thing.id, *(end for edge in found for end in (edge.start, edge.end)), *story.minuted])
    at = {id_: number for number, id_ in enumerate(ends)}
    groups = _groups(story, found, at)
    days = [day for day in _days(found, groups) if day]
    grid = _grid(store, story, found, at)
    last = max([*days, *_papers(store, found)], default="")
    return Picture(
        drawing=TIMES,
        title=f"{story.thing.name} over time",
        subject=_SUBJECTS[story.thing.label],
        nodes=tuple(Node(id_, *story.names[id_], (0, row)) for row, id_ in enumerate(ends)),
        edges=found,
        asked=(story.thing.id,),
        notes=(*story.notes, *(f"The line ends with the last paper that tells of it, {spoken(last)}." for _ in days[:1])),
        plan={
            "groups": as_data(groups),
            "first": min(days, default=""),
            "last": last,
            "grid": grid,
            "undated": _undated(found, groups, grid),
        },
    )


def _groups(story: Story, found: Sequence[Edge], at: Mapping[str, int]) -> list[Group]:
    acting = {(edge.start, edge.end) for edge in story.seats if edge.label.endswith("(acting)")}
    if story.thing.label != PERSON:
        return [*groups_of_place(story.spells, at, proofs(found), acting), *_at_other_meetings(story, found, at)]
    groups = groups_of_person(story.spells, at, proofs(found), acting)
    marks = _marks_of_person(story, found)
    known = [_completed(story, group, _id(group, at), marks) for group in groups]
    guest = [Group(_place(story, id_), at.get(id_), _meetings(own)) for id_, own in marks.items() if own]
    return [*known, *guest]


def _completed(story: Story, group: Group, id_: str, marks: dict[str, list[int]]) -> Group:
    """A body with the meetings that the person was at, a post with the place that it is in."""
    return replace(group, rows=(*group.rows, *_meetings(marks.pop(id_, ()))), note=story.places.get(id_, ""))


def _id(group: Group, at: Mapping[str, int]) -> str:
    return next((id_ for id_, number in at.items() if number == group.node), "")


def _place(story: Story, body: str) -> str:
    """The name of a body, or of a meeting of which no body is known."""
    return story.names[body][1] if body in story.names else body


def _meetings(marks: Sequence[int]) -> tuple[Row, ...]:
    return (Row("Meetings", None, "", (), tuple(marks)),) if marks else ()


def _marks_of_person(story: Story, found: Sequence[Edge]) -> dict[str, list[int]]:
    """The edges to the dated meetings of each body."""
    numbers = iter(range(len(story.seats), len(found)))
    return {
        body: [number for _, number in zip(own, numbers, strict=False) if found[number].first]
        for body, own in story.sittings.items()
    }


def _at_other_meetings(story: Story, found: Sequence[Edge], at: Mapping[str, int]) -> list[Group]:
    """Who was at the dated meetings of a body that are in no grid."""
    marks: dict[str, list[int]] = {}
    for number, edge in enumerate(found):
        if story.names[edge.end][0] == MEETING and edge.end not in story.minuted and edge.first:
            marks.setdefault(edge.start, []).append(number)
    rows = [Row(story.names[id_][1], at[id_], "", (), tuple(own)) for id_, own in marks.items()]
    title = "At other meetings" if story.minuted else "At meetings"
    return [Group(title, None, tuple(sorted(rows, key=lambda row: row.title)))] if rows else []


def _days(found: Sequence[Edge], groups: Iterable[Group]) -> Iterator[str]:
    """The days between which the line has to reach; where a seat ends may lie beyond it."""
    for group in groups:
        for row in group.rows:
            yield from (bar.start or bar.end for bar in row.bars)
            yield from (found[mark].first for mark in row.marks)


def _papers(store: Store, found: Iterable[Edge]) -> list[str]:
    """The dates of the papers that are cited."""
    cited = {line.path for edge in found for line in edge.evidence}
    return [day_span(paper.date)[1] for paper in documents(store) if paper.date and paper.path in cited]


def _grid(store: Store, story: Story, found: Sequence[Edge], at: Mapping[str, int]) -> dict[str, Any] | None:
    """The meetings whose minutes are loaded, and the people in the order of the terminal, each with the edges to these meetings."""
    if not story.minuted:
        return None
    own: dict[str, list[int]] = {}
    for number, edge in enumerate(found):
        if edge.end in story.minuted:
            own.setdefault(edge.start, []).append(number)
    order = [row["person_id"] for row in run(store, "attendance", body=story.thing.id).table.records()]
    return {
        "meetings": [{"node": at[id_], "date": story.minuted[id_]} for id_ in story.minuted],
        "people": [{"node": at[id_], "facts": own[id_]} for id_ in order if id_ in own],
    }


def _undated(found: Sequence[Edge], groups: Iterable[Group], grid: Mapping[str, Any] | None) -> list[int]:
    """The edges that are drawn nowhere else."""
    rows = [row for group in groups for row in group.rows]
    drawn = {bar.fact for row in rows for bar in row.bars} | {mark for row in rows for mark in row.marks}
    drawn |= {fact for person in (grid or {}).get("people", ()) for fact in person["facts"]}
    return [number for number in range(len(found)) if number not in drawn]


_SUBJECTS = {
    PERSON: "Seats, posts and meetings, from when to when as papers tell or show it.",
    BODY: "Who chaired it, who sat on it and who came to its meetings, from when to when as papers tell or show it.",
    POST: "Who was in the post, from when to when as papers tell or show it.",
}

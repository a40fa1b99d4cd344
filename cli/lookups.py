"""The look-ups: people, bodies, boards, what connects and what they share, attendance and actions."""

from collections.abc import Collection, Iterable
from typing import Annotated

import typer
from sederunt.cli.completion import names
from sederunt.cli.session import NOTHING, Session, dated
from sederunt.cli.tables import Part, write
from sederunt.cli.text import say
from sederunt.cli.times import members, seats, terms
from sederunt.graph.kinds import CONNECTED
from sederunt.graph.store import Store
from sederunt.queries.ask import first, run
from sederunt.queries.find import find
from sederunt.queries.lapsed import lapsed
from sederunt.queries.path import path as connection
from sederunt.queries.terms import TOLD, Spell, spells_of, with_gaps

_PERSON = (
    ("Person", "person"),
    ("Posts", "person-posts"),
    ("Boards", "person-boards"),
    ("Speaks for", "person-links"),
    ("Meetings", "person-meetings"),
    ("Actions", "person-actions"),
)
_BODY = (("Members", "members"), ("Chairs", "chairs"), ("Meetings", "meetings"), ("Linked bodies", "body-links"))
_OWNERS = ("Person", "Post", "Body", "Unit")


@dated
def who(session: Session, name: Annotated[str, typer.Argument(help="A person.", autocompletion=names("Person"))]) -> None:
    """One person: names, posts, boards, meetings and actions."""
    with session.open() as store:
        person = find(store, name, ("Person",))
        parts = _card(session, store, _PERSON, person=person.id)
        if session.is_dated:
            then = _seats_then(session, store, person.id, "Boards")
            parts = [then if part.heading == then.heading else part for part in parts]
    write(session, parts)


@dated
def body(
    session: Session, name: Annotated[str, typer.Argument(help="A board, committee or group.", autocompletion=names("Body"))]
) -> None:
    """One body: members and roles, chairs over time, meetings held and planned, linked bodies."""
    with session.open() as store:
        found = find(store, name, ("Body",))
        parts = _card(session, store, _BODY, body=found.id)
        parts = _with_spells(session, store, found.id, parts)
    write(session, parts, title=found.name)
    if not any(part.rows for part in parts):
        _nothing(f"The papers name {found.name}, but say nothing of its members, meetings or links.")


def _with_spells(session: Session, store: Store, body: str, parts: list[Part]) -> list[Part]:
    """The parts of a body's card, members and chairs spell by spell where some time is asked for or a source tells the days.

    Of those who chaired, nobody was in the chair when papers show another there, though they show both before and after it.
    """
    spells = list(with_gaps(spells_of(store, body, stated=session.stated)))
    if not session.is_dated and not any(spell.how == TOLD for spell in spells):
        return parts
    then = _then(session, spells)
    own = {"Members": members(then), "Chairs": terms((spell for spell in then if spell.role == "chair"), "Chairs")}
    return [own.get(part.heading, part) for part in parts]


def _then(session: Session, spells: Iterable[Spell]) -> list[Spell]:
    """The spells of which any day lies in the time that is asked for."""
    return [spell for spell in spells if spell.touches(session.wanted["from"], session.wanted["to"])]


@dated
def boards(
    session: Session,
    name: Annotated[str, typer.Argument(help="A person; left out: everyone on several.", autocompletion=names("Person"))] = "",
) -> None:
    """Who sits on which boards: one person's, or everyone's who is on more than one."""
    with session.open() as store:
        if name:
            person = find(store, name, ("Person",))
            if session.is_dated:
                part = _seats_then(session, store, person.id)
                write(session, [part], title=person.name if part.rows else "")
                if not part.rows:
                    _nothing(f"{person.name} sat on no board then, as far as is known.")
                return
            _show(session, store, "person-boards", f"{person.name} sits on no board.", title=person.name, person=person.id)
        else:
            _show(session, store, "several-boards", "Nobody sits on more than one board.", lapsed=_lapsed(session, store))


def _seats_then(session: Session, store: Store, person: str, heading: str = "") -> Part:
    """The boards of a person at the time that is asked for, term by term."""
    boards = {row["body_id"] for row in run(store, "person-boards", person=person).table.records()}
    spells = spells_of(store, person, stated=session.stated)
    return seats((spell for spell in _then(session, spells) if spell.place_id in boards), heading)


@dated
def path(
    session: Session,
    one: Annotated[
        str, typer.Argument(metavar="A", help="A person, body, organisation, unit or post.", autocompletion=names(*CONNECTED))
    ],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.", autocompletion=names(*CONNECTED))],
    meetings: Annotated[bool, typer.Option("--meetings", help="Having been at the same meeting counts too.")] = False,
) -> None:
    """How two people, bodies, units or posts are connected, step by step."""
    with session.open() as store:
        ends = [find(store, name, CONNECTED) for name in (one, other)]
        answer = connection(
            store,
            (ends[0].id, ends[1].id),
            meetings=meetings,
            stated=session.stated,
            between=(session.wanted["from"], session.wanted["to"]),
        )
    both = f"{ends[0].name} and {ends[1].name}"
    write(session, [Part.of(answer)], title=both if answer else "")
    if ends[0] == ends[1]:
        _nothing(f"Both are {ends[0].name}.")
    elif not answer:
        _nothing(
            f"Nothing connects {both}{' then' if session.is_dated else ''}{'' if meetings else '; with --meetings, having been at the same meeting counts'}."
        )


@dated
def overlap(
    session: Session,
    some: Annotated[
        list[str] | None,
        typer.Argument(metavar="[BODY]...", help="One against all, or several.", autocompletion=names("Body")),
    ] = None,
    nested: Annotated[
        bool, typer.Option("--nested/--no-nested", help="Also a body and what it is part of or reports to.")
    ] = True,
) -> None:
    """Bodies that share people: one with all others, several with each other, or all."""
    with session.open() as store:
        bodies = [find(store, name, ("Body",)) for name in some or ()]
        nobody = f"Nobody on {bodies[0].name} sits on another body." if len(bodies) == 1 else "No two bodies share anybody."
        ids = [body.id for body in bodies]
        _show(session, store, "overlap", nobody, bodies=ids, nested=nested, lapsed=_lapsed(session, store, ids))


@dated
def attendance(
    session: Session,
    name: Annotated[str, typer.Argument(metavar="BODY", help="A board, committee or group.", autocompletion=names("Body"))],
) -> None:
    """Who came and who sent apologies: counts, then the number of meetings whose minutes are loaded, then rates."""
    with session.open() as store:
        found = find(store, name, ("Body",))
        nobody = f"No minutes of {found.name} are loaded that say who came."
        _show(session, store, "attendance", nobody, title=found.name, body=found.id)


@dated
def actions(
    session: Session,
    name: Annotated[
        str, typer.Argument(help="Who has to act, or the body that agreed it; left out: all.", autocompletion=names(*_OWNERS))
    ] = "",
    of: Annotated[
        str, typer.Option("--body", metavar="BODY", help="Only what this body's meetings agreed.", autocompletion=names("Body"))
    ] = "",
    open_: Annotated[bool, typer.Option("--open", help="Leave out what the papers call done.")] = False,
) -> None:
    """Actions, by owner, meeting and date."""
    with session.open() as store:
        owner = find(store, name, _OWNERS) if name else None
        values = {"owner": owner.id if owner else "", "open": open_}
        if of:
            values["body"] = find(store, of, ("Body",)).id
        elif owner and owner.label == "Body":
            values |= {"owner": "", "body": owner.id}
        _show(session, store, "actions", "No action fits.", title=owner.name if owner else "", **values)


def _card(session: Session, store: Store, card: tuple[tuple[str, str], ...], **values: str) -> list[Part]:
    return [Part.of(first(store, query, **session.wanted, **values), heading) for heading, query in card]


def _show(session: Session, store: Store, query: str, nothing: str, title: str = "", **values: object) -> None:
    answer = first(store, query, **session.wanted, **values)
    write(session, [Part.of(answer)], title=title if answer else "", more=f"`sederunt ask {query} --limit` gives more")
    if not answer:
        _nothing(nothing)


def _lapsed(session: Session, store: Store, bodies: Collection[str] = ()) -> list[str]:
    """The seats in which papers show somebody else at the time that is asked for."""
    return lapsed(store, session.wanted["from"], session.wanted["to"], stated=session.stated, bodies=bodies)


def _nothing(message: str) -> None:
    say(message)
    raise typer.Exit(NOTHING)

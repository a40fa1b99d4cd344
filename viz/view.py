"""Kinds of page: one file each in ``views/``, imported when it is asked for, as some need what is slow to import.

A view has ``LABELS`` (what its names may stand for), ``FEWEST`` and ``MOST`` (how many names it takes), ``NOTHING`` (what to say
where there is nothing to draw), a function ``picture(store, things, *, stated)``, which takes ``most`` too where the view says by
``WHOLE`` with how much in a graph it draws only a part, and for sites a ``SECTION`` (the head above its pages)
and a function ``featured(store, *, stated)``: of which things a site has pages, a list for each page.
"""

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from sederunt.graph.errors import QueryError
from sederunt.graph.kinds import BODY, CONNECTED, PERSON
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.between import between
from sederunt.queries.find import Thing, find
from sederunt.viz.picture import Picture

_PACKAGE = "sederunt.viz.views"
_OFTEN = 3  # meetings from which on there is a story to tell


def kinds() -> tuple[str, ...]:
    """The names of all kinds, in alphabetical order; files whose names begin with ``_`` are passed over."""
    found = iter_modules(import_module(_PACKAGE).__path__)
    return tuple(sorted(each.name for each in found if not each.name.startswith("_")))


def view(kind: str) -> Any:
    """The view of this kind.

    Raises:
        QueryError: there is none.

    """
    if kind not in kinds():
        raise QueryError(f"There is no kind of page {kind!r}; there are: {', '.join(kinds())}.")
    return import_module(f"{_PACKAGE}.{kind}")


def suiting(store: Store, names: Sequence[str]) -> str:
    """The kind of page that answers what one most likely asks with these names.

    Without a name who sits on which boards, with two how these are connected, with more the boards of them all. With one: of a body
    that met three times or more what happened when, of what has a structure under it the structure, else what is around it.

    Raises:
        UnknownName: a name that nothing bears.
        AmbiguousName: a name that several things bear.

    """
    if len(names) != 1:
        return "connections" if len(names) == 2 else "boards"
    thing = find(store, names[0], CONNECTED)
    kind = _told_best(store, thing)
    return kind if kind in kinds() else "around"


def _told_best(store: Store, thing: Thing) -> str:
    if thing.label == PERSON:
        return "around"
    if thing.label == BODY:
        held = run(store, "meetings", body=thing.id, status="held").table.records()
        return "timeline" if len({row["meeting_id"] for row in held}) >= _OFTEN else "around"
    return "structure" if run(store, "under", place=thing.id) else "around"


def drawn(
    store: Store,
    kind: str,
    names: Sequence[str],
    times: tuple[str, str] | None = None,
    *,
    stated: bool = False,
    most: int | None = None,
) -> Picture:
    """The picture of this kind about these names; of what changed between two times, each a date or a document, if these are given.

    Of a page of everything only a part is drawn where there is more than ``most``, or than the kind of page draws.

    Raises:
        QueryError: there is no such kind, it takes fewer or more names, or it cannot show what changed between these times.
        UnknownDocument, UnknownName: what nothing is called.
        AmbiguousName: what several things are called.

    """
    chosen = view(kind)
    if times:
        return _changed(store, chosen, names, times, stated=stated)
    if not chosen.FEWEST <= len(names) <= chosen.MOST:
        wanted = str(chosen.MOST) if chosen.FEWEST == chosen.MOST else f"{chosen.FEWEST} to {chosen.MOST}"
        raise QueryError(
            f"A page of the kind {kind!r} is about {wanted} {'name' if wanted == '1' else 'names'}, not {len(names)}."
        )
    room = {"most": min(most or chosen.WHOLE, chosen.WHOLE)} if hasattr(chosen, "WHOLE") else {}
    picture: Picture = chosen.picture(store, [find(store, name, chosen.LABELS) for name in names], stated=stated, **room)
    return picture


def _changed(store: Store, chosen: Any, names: Sequence[str], times: tuple[str, str], *, stated: bool) -> Picture:
    if not hasattr(chosen, "changed"):
        kind = chosen.__name__.rpartition(".")[2]
        raise QueryError(f"--changes goes with --kind structure; a page of the kind {kind!r} shows no changes.")
    if len(names) != 1:
        raise QueryError(f"--changes wants one name, of what stands above all that may have changed, not {len(names)}.")
    thing = find(store, names[0], chosen.LABELS)
    picture: Picture = chosen.changed(store, thing, between(store, *times), stated=stated)
    return picture

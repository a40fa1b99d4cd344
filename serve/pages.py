"""The pages: those that ``sederunt view`` makes, made when they are asked for, with an index and a search that need no script."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from threading import Lock
from urllib.parse import urlencode

from sederunt.graph.errors import AmbiguousName, QueryError, SederuntError, UnknownName
from sederunt.graph.kinds import CONNECTED
from sederunt.graph.store import STOPPED, Limits, Store, Table
from sederunt.queries.ask import ask
from sederunt.queries.catalogue import catalogue
from sederunt.queries.find import TOLD, Thing, find_all
from sederunt.serve.replies import sentence, status_of
from sederunt.serve.sheets import Link, about, sheet
from sederunt.serve.working import Work
from sederunt.viz.page import Neighbours, page
from sederunt.viz.part import number_of_things
from sederunt.viz.picture import Picture
from sederunt.viz.view import drawn, kinds, suiting, view
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

_MOST_THINGS, _MOST_LINES = 60, 200
"""How many names, and how many lines, a search shows."""
_KEPT = 64_000_000
"""Bytes of pages that are kept."""
_DRAWN = 6_000
"""With more things or seats than this, a page of everything draws a part of them, to be there in time."""
_LISTED = 60_000
"""With more things than this, the first page does not list what is linked best and who met most: the search finds it. The search
looks for names, and through all lines only when it is told to."""
_LEADING = 2_000
"""With more things than this, a page does not lead to the page of each."""

_NO_LINES = Table(columns=(), rows=())

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which page somebody wants: its kind, what it is about, between which two times it shows changes."""

    kind: str
    names: tuple[str, ...]
    times: tuple[str, str] | None
    stated: bool


class Kept:
    """Pages that were made already, the latest used; for a graph that nobody can change meanwhile."""

    def __init__(self, room: int) -> None:
        self._room, self._size = room, 0
        self._pages: OrderedDict[Key, bytes] = OrderedDict()
        self._making: dict[Key, Lock] = {}
        self._lock = Lock()

    def get(self, key: Key) -> bytes | None:
        """The page of this key, where it was made already."""
        with self._lock:
            if key not in self._pages:
                return None
            self._pages.move_to_end(key)
            return self._pages[key]

    def __call__(self, key: Key, make: Callable[[], bytes]) -> bytes:
        """The page of this key, made where there is none; who wants the same meanwhile waits for it."""
        if not self._room:
            return make()
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            try:
                if (known := self.get(key)) is not None:
                    return known
                made = make()
                self._keep(key, made)
                return made
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def _keep(self, key: Key, made: bytes) -> None:
        with self._lock:
            self._size += len(made) - len(self._pages.pop(key, b""))
            self._pages[key] = made
            while self._size > self._room:
                self._size -= len(self._pages.popitem(last=False)[1])


class Pages:
    """The addresses of the pages."""

    def __init__(self, work: Work) -> None:
        self._work = work
        # Of a graph on a server nobody knows when it changes.
        self._kept = Kept(0 if "://" in work.store.address else _KEPT)

    def routes(self) -> Sequence[Route]:
        """All of them."""
        return [
            Route("/", self._index),
            Route("/docs", self._docs),
            Route("/find", self._find),
            Route("/view", self._suiting),
            Route("/view/{kind}", self._view),
        ]

    async def _index(self, _: Request) -> Response:
        made = lambda store: bytes(sheet("index", sections=list(_sections(store))).body)  # noqa: E731
        return await self._page(("index",), made, of_all=True)

    async def _docs(self, _: Request) -> Response:
        return sheet("docs", queries=catalogue(), limits=self._work.settings.limits)

    async def _find(self, request: Request) -> Response:
        words = request.query_params.get("words", "").strip()
        if not words:
            return RedirectResponse("/", status_code=303)
        in_lines = request.query_params.get("lines") == "true"
        return await self._work.done(lambda store: _found(store, words, in_lines=in_lines), of_all=in_lines)

    async def _suiting(self, request: Request) -> Response:
        names = request.query_params.getlist("name")
        kind = await self._work.done(lambda store: suiting(store, names))
        return RedirectResponse(str(URL(f"/view/{kind}").replace(query=request.url.query)), status_code=303)

    async def _view(self, request: Request) -> Response:
        given = request.query_params
        wanted = Wanted(
            request.path_params["kind"],
            tuple(given.getlist("name")),
            _two(given.getlist("changes")),
            stated=given.get("stated") == "true",
        )
        return await self._page(("view", wanted), lambda store: _drawn(store, wanted), of_all=not wanted.names)

    async def _page(self, key: Key, make: Callable[[Store], bytes], *, of_all: bool) -> Response:
        known = self._kept.get(key)
        return HTMLResponse(known or await self._work.done(lambda store: self._kept(key, lambda: make(store)), of_all=of_all))


def refused(error: SederuntError, request: Request) -> Response:
    """A failure as a page; where a name may stand for several things, with links that say which."""
    candidates = list(_choices(error, request)) if isinstance(error, AmbiguousName) else []
    status = status_of(error)
    head = "Which one?" if candidates else HTTPStatus(status).phrase
    told = _several(len(candidates)) if candidates else sentence(error)
    return sheet("refused", status, head=head, told=told, candidates=candidates)


def _several(number: int) -> str:
    return (
        "The name fits several things."
        if number < TOLD
        else f"The name fits many things, of which {TOLD} are here: give more of it."
    )


def _choices(error: AmbiguousName, request: Request) -> Iterator[Link]:
    """The same page about each candidate, where the page is about one name."""
    for candidate in error.candidates if len(request.query_params.getlist("name")) == 1 else ():
        address = str(URL(request.url.path).include_query_params(name=candidate["id"]))
        yield Link(candidate["name"], address, f"{candidate['kind']}, {candidate['id']}")


def _sections(store: Store) -> Iterator[tuple[str, list[Link]]]:
    """The pages of everything under one head, those about something under the heads of their kinds."""
    if number_of_things(store) > _LISTED:
        yield "Overviews", [Link(view(kind).SECTION, about(kind, ())) for kind in kinds() if not view(kind).FEWEST]
        return
    featured = {kind: view(kind).featured(store) for kind in kinds()}
    yield "Overviews", [Link(view(kind).SECTION, about(kind, ())) for kind, found in featured.items() if list(found) == [()]]
    for kind, found in featured.items():
        if named := [Link(", ".join(thing.name for thing in some), about(kind, some)) for some in found if some]:
            yield view(kind).SECTION, named


def _two(times: Sequence[str]) -> tuple[str, str] | None:
    if len(times) not in {0, 2}:
        raise QueryError("changes wants two dates, or two documents.")
    return (times[0], times[1]) if times else None


def _drawn(store: Store, wanted: Wanted) -> bytes:
    if wanted.kind not in kinds():
        raise UnknownName(f"There is no kind of page {wanted.kind!r}; there are: {', '.join(kinds())}.")
    picture = drawn(store, wanted.kind, wanted.names, wanted.times, stated=wanted.stated, most=_DRAWN)
    if not picture:
        raise UnknownName(picture.subject if wanted.times else view(wanted.kind).NOTHING)
    return page(picture, Neighbours("/", _led(picture))).encode("utf-8", "replace")


def _led(picture: Picture) -> Mapping[str, str]:
    """Where a page leads: to one around each thing that it shows, but those that it is about."""
    known = {kind.lower() for kind in CONNECTED}
    others = [node for node in picture.nodes if node.id not in picture.asked and node.kind.lower() in known]
    if len(others) > _LEADING:
        return {}
    return {node.id: about("around", [Thing(node.kind, node.name, node.id)]) for node in others}


def _found(store: Store, words: str, *, in_lines: bool) -> Response:
    try:
        things = find_all(store, words, CONNECTED, _MOST_THINGS)
    except UnknownName:
        things = []
    looked = in_lines or number_of_things(store) <= _LISTED
    answer, stopped = _lines(store, words) if looked else (_NO_LINES, False)
    rows = [row for row in answer.records() if row["kind"] in ("statement", "action", "document")]
    listed = {thing.id for thing in things}
    more = [_thing(row) for row in answer.records() if row["kind"].title() in CONNECTED and row["found_id"] not in listed]
    both = [*things, *more][:_MOST_THINGS]
    return sheet(
        "found",
        words=words,
        things=[(thing, _ways(thing)) for thing in both],
        cut_things=len(both) == _MOST_THINGS,
        rows=rows,
        cut=answer.cut,
        stopped=stopped,
        more="" if looked else f"/find?{urlencode({'words': words, 'lines': 'true'})}",
    )


def _lines(store: Store, words: str) -> tuple[Table, bool]:
    """What has these words in it, and whether there was no time to look through all: what bears such a name is told even so."""
    try:
        return ask(store, "find", {"words": words}, Limits(rows=_MOST_LINES)).table, False
    except QueryError as error:
        if str(error) != STOPPED:
            raise
        return _NO_LINES, True


def _thing(row: Mapping[str, str]) -> Thing:
    return Thing(row["kind"].title(), row["text"], row["found_id"])


def _ways(thing: Thing) -> list[Link]:
    """The pages that there may be about one thing."""
    return [Link(kind, about(kind, [thing])) for kind in kinds() if thing.label in view(kind).LABELS and view(kind).FEWEST <= 1]

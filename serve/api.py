"""The API: the saved queries and their answers as JSON."""

from collections.abc import Callable, Sequence
from typing import Any

from sederunt.graph.errors import QueryError
from sederunt.graph.kinds import CONNECTED, MEETING
from sederunt.graph.store import Limits, Store
from sederunt.queries.ask import ask
from sederunt.queries.catalogue import catalogue, names, saved
from sederunt.queries.find import find_all
from sederunt.serve.described import is_of_all, openapi, read, split_limit
from sederunt.serve.replies import Reply
from sederunt.serve.working import Work
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

NAMED = (*CONNECTED, MEETING)
"""What has a name to be found by."""
_MOST_NAMES = 200


def routes(work: Work) -> Sequence[Route]:
    """The addresses of the API."""
    told = openapi(catalogue(), work.settings.limits, token=bool(work.settings.token))

    async def described(_: Request) -> Response:
        return Reply(told)

    return [
        Route("/openapi.json", described),
        Route("/api/queries", _listed),
        Route("/api/names", _naming(work)),
        # One for all: addresses are gone through one by one.
        Route("/api/queries/{name}", _asked(work)),
    ]


def answered(store: Store, name: str, values: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """The answer to a saved query, as it is sent: rows like those of ``--format json``, and whether there are more.

    Raises:
        QueryError: a value does not fit.
        UnknownName, AmbiguousName: a name that nothing bears, or several things.

    """
    rest, limit = split_limit(values, limits.rows or 1)
    found = ask(store, name, rest, limits.model_copy(update={"rows": limit})).table
    return {"rows": found.records(), "cut": found.cut}


def named(store: Store, name: str) -> list[dict[str, str]]:
    """Everything that a name fits, or the first 200 of it.

    Raises:
        UnknownName: it fits nothing.

    """
    return [thing.told for thing in find_all(store, name, NAMED, _MOST_NAMES)]


async def _listed(_: Request) -> Response:
    fields = ("name", "title", "question", "example")
    rows = [{**{field: getattr(q, field) for field in fields}, "address": f"/api/queries/{q.name}"} for q in catalogue()]
    return Reply({"queries": rows})


def _asked(work: Work) -> Callable[[Request], Any]:
    async def asked(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in names():
            raise HTTPException(404)
        values = read(saved(name), request.query_params.multi_items())
        of_all = is_of_all(saved(name), values)
        return await work.done(lambda store: Reply(answered(store, name, values, work.settings.limits)), of_all=of_all)

    return asked


def _naming(work: Work) -> Callable[[Request], Any]:
    async def naming(request: Request) -> Response:
        given = request.query_params.multi_items()
        if [name for name, _ in given] != ["name"] or not given[0][1]:
            raise QueryError("name=… is wanted, once and nothing else.")
        return await work.done(lambda store: Reply({"names": named(store, given[0][1])}))

    return naming

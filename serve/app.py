"""The application: addresses, and what answers each."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from anyio import create_task_group
from sederunt.graph.errors import SederuntError
from sederunt.graph.store import Store
from sederunt.serve.api import routes as api
from sederunt.serve.gate import Gate
from sederunt.serve.owner import door
from sederunt.serve.pages import Pages, refused
from sederunt.serve.replies import failure, refusal
from sederunt.serve.settings import Settings
from sederunt.serve.sheets import sheet
from sederunt.serve.tools import tools
from sederunt.serve.working import Work
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

_SHEETS = ("/view", "/find")
"""Where a failure is a page."""
_MISSING = "There is nothing here: /docs tells what can be asked."


def app(work: Work, started: Callable[[], None] = lambda: None, ended: Callable[[], None] = lambda: None) -> Starlette:
    """What answers requests.

    Args:
        work: the graph, and in how much of it who asks may share.
        started: called when requests are about to be answered.
        ended: called when no more will be.

    """
    settings = work.settings
    manager = tools(work)

    class Tools:
        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            await manager.handle_request(scope, receive, send)

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        async with manager.run(), create_task_group() as tasks:
            tasks.start_soon(work.watched)
            started()
            try:
                yield
            finally:
                ended()
                tasks.cancel_scope.cancel()

    routes: Sequence[BaseRoute] = [
        *Pages(work).routes(),
        *api(work),
        Route("/mcp", Tools(), methods=["POST"]),
        *([door(work, settings.card)] if settings.card else []),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Gate, settings=settings)],
        exception_handlers={SederuntError: _failed, HTTPException: _missed},
        lifespan=living,
    )


def serving(store: Store, settings: Settings, give_up: Callable[[], None] = lambda: None) -> Starlette:
    """The application over a graph that is open."""
    return app(Work(store, settings, give_up))


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, SederuntError)
    return refused(error, request) if _is_page(request) else failure(error)


async def _missed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = _MISSING if error.status_code == 404 else f"{error.detail}."
    if _is_page(request):
        return sheet("refused", error.status_code, error.headers, head=error.detail, told=told)
    return refusal(error.status_code, told, error.headers)


def _is_page(request: Request) -> bool:
    return request.url.path.startswith(_SHEETS) or "text/html" in request.headers.get("accept", "")

"""How answers and refusals look: JSON, in the words of the command line."""

import json
from collections.abc import Mapping
from typing import Any

from sederunt.graph.errors import AmbiguousName, EngineError, QueryError, SederuntError, UnknownDocument, UnknownName
from sederunt.graph.store import STOPPED
from sederunt.serve.working import Busy
from starlette.responses import Response

_STATUS: tuple[tuple[type[SederuntError], int], ...] = (
    (AmbiguousName, 409),
    (UnknownName, 404),
    (UnknownDocument, 404),
    (EngineError, 503),
    (QueryError, 400),
)


def status_of(error: SederuntError) -> int:
    """The status of HTTP for a failure."""
    if str(error) == STOPPED:
        return 503
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def sentence(error: SederuntError) -> str:
    """What to say of a failure to who asks over HTTP, where there are no options."""
    return "The query was stopped because it took too long: ask for less." if str(error) == STOPPED else str(error)


class Reply(Response):
    """JSON."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """As the command line writes it, without what a parser may stumble over."""
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def refusal(status: int, told: str, headers: Mapping[str, str] | None = None) -> Reply:
    """A refusal in one sentence."""
    return Reply({"error": told}, status, headers)


def failure(error: SederuntError) -> Reply:
    """What to answer to a failure; where a name may stand for several things, with those."""
    told: dict[str, Any] = {"error": sentence(error)}
    if isinstance(error, AmbiguousName):
        told["candidates"] = list(error.candidates)
    return Reply(told, status_of(error), {"Retry-After": "5"} if isinstance(error, Busy) else None)

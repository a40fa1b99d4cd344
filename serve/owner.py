"""The door for who may read the files of the graph: the command line, while the graph is served."""

import json
from secrets import compare_digest
from typing import Any

from pydantic import ValidationError
from sederunt.graph.errors import QueryError, SederuntError
from sederunt.graph.names import fold
from sederunt.graph.served import DOOR, Card
from sederunt.graph.store import Limits
from sederunt.serve.gate import bearer
from sederunt.serve.replies import Reply, refusal, status_of
from sederunt.serve.settings import LOOPBACK
from sederunt.serve.working import Work
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_LONGEST = 16_000_000
"""Bytes that a query may have with its parameters."""
_FOR_EVER = 10.0 * 365 * 86_400
_GRACE = 5.0
"""Seconds for which the engine may take its time to stop by itself."""


def door(work: Work, card: Card) -> Route:
    """Where whoever has the card may ask anything that only reads."""

    async def opened(request: Request) -> Response:
        if request.client is None or request.client.host not in LOOPBACK:
            return refusal(404, "There is nothing here.")
        if request.method != "POST":
            return Reply({"engine": work.store.engine, "proof": card.proof(request.query_params.get("nonce", ""))})
        if not compare_digest(bearer(request.headers).encode("utf-8", "replace"), card.secret.encode()):
            return refusal(401, "Only who has the card may ask here.", {"WWW-Authenticate": "Bearer"})
        asked = await _body(request)
        try:
            seconds = (asked.get("limits") or {}).get("seconds")
            patience = seconds + _GRACE if seconds is not None else _FOR_EVER
            return await work.alone(lambda: Reply(_answer(work, asked)), patience)
        except SederuntError as error:
            return Reply({"error": str(error), "kind": type(error).__name__}, status_of(error))

    return Route(DOOR, opened, methods=["GET", "POST"])


async def _body(request: Request) -> dict[str, Any]:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST:
            raise QueryError("The query is too long to be sent.")
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        raise QueryError("That is no query.") from None
    if not isinstance(asked, dict):
        raise QueryError("That is no query.")
    return asked


def _answer(work: Work, asked: dict[str, Any]) -> dict[str, Any]:
    if "setting" in asked:
        return {"setting": work.store.setting(str(asked["setting"]))}
    if "words" in asked:
        return {"names": work.store.names_with(_words(asked["words"]))}
    try:
        limits = Limits.model_validate(asked.get("limits") or {})
    except ValidationError as error:
        raise QueryError("Those are no limits.") from error
    found = work.store.ask(str(asked.get("cypher", "")), asked.get("parameters") or {}, limits)
    return {"columns": found.columns, "rows": found.rows, "cut": found.cut}


def _words(given: Any) -> list[str]:
    """Folded words, whole or begun (``harb*``), and nothing that an engine might take for more."""
    words = [str(word) for word in given] if isinstance(given, list) else []
    whole = [word.removesuffix("*") for word in words]
    if not whole or any(not word or fold(word) != word or " " in word for word in whole):
        raise QueryError("Those are no words.")
    return words

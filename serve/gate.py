"""What every request has to pass: the right name, the right token, nothing but reading; and what every answer carries."""

import logging
import re
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from secrets import compare_digest
from urllib.parse import parse_qsl, urlencode

from sederunt.graph.served import DOOR
from sederunt.serve.replies import refusal
from sederunt.serve.settings import Settings
from sederunt.serve.sheets import entrance
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOGIN = "/login"
_LONGEST = 10_000
"""Bytes that the form with the token may have."""
_HOST = re.compile(r"([\w.-]{1,255}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?", re.ASCII | re.IGNORECASE)
_AROUND = {
    "content-security-policy": "base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Gate:
    """Lets in who may come in."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with a refusal."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in _AROUND.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            refused = await self._refused(Request(scope, receive))
            await (refused or self._app)(scope, receive, sent)
        except Exception:
            # A fault of ours; who asks is told so, and the log has the rest.
            logging.getLogger("sederunt").exception("%s %s", scope["method"], scope["path"])
            if not begun:
                await refusal(500, "Something went wrong inside sederunt: please report it.")(scope, receive, sent)

    async def _refused(self, request: Request) -> Response | None:
        if not is_known(request.headers.get("host", ""), self._settings.names):
            return refusal(421, "This server does not go by that name: see --allow-host.")
        if request.method == "POST" and not _is_own(request.headers):
            return refusal(403, "A page of another server may not send anything here.")
        if not self._settings.token or request.url.path == DOOR:
            return None
        return await self._asked_for_token(request)

    async def _asked_for_token(self, request: Request) -> Response | None:
        if request.url.path == LOGIN and request.method == "POST":
            return await self._entered(request)
        if (shown := request.query_params.get("token")) is not None and self._is_token(shown):
            return self._welcome(request, _without_token(request))
        if self._is_token(bearer(request.headers)) or self._has_cookie(request):
            return None
        if "text/html" in request.headers.get("accept", ""):
            return entrance(LOGIN, _without_token(request))
        return refusal(401, "A token is wanted: Authorization: Bearer …", {"WWW-Authenticate": "Bearer"})

    async def _entered(self, request: Request) -> Response:
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LONGEST:
                return refusal(413, "That is no form with a token.")
        form = dict(parse_qsl(body.decode("utf-8", "replace")))
        where = form.get("next", "/")
        target = where if re.match(r"/(?![/\\])", where) else "/"
        if self._is_token(form.get("token", "")):
            return self._welcome(request, target)
        return entrance(LOGIN, target, wrong=True)

    def _welcome(self, request: Request, target: str) -> Response:
        answer = RedirectResponse(target, status_code=303)
        secure = request.url.scheme == "https"
        answer.set_cookie(_cookie_of(request), self._settings.cookie, httponly=True, samesite="lax", secure=secure)
        return answer

    def _is_token(self, shown: str) -> bool:
        return compare_digest(shown.encode("utf-8", "replace"), self._settings.token.encode("utf-8"))

    def _has_cookie(self, request: Request) -> bool:
        try:
            kept = SimpleCookie(request.headers.get("cookie", "")).get(_cookie_of(request))
        except CookieError:
            return False
        return kept is not None and compare_digest(kept.value.encode("utf-8", "replace"), self._settings.cookie.encode())


def is_known(host: str, names: frozenset[str]) -> bool:
    """Whether a request that says that it is for this host is for us.

    A page from elsewhere can make a browser ask this machine under a name of its own (DNS rebinding), never under figures.
    """
    found = _HOST.fullmatch(host)
    name = found[1].strip("[]").lower() if found else ""
    return name == "localhost" or name in names or _is_figures(name)


def _is_figures(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_own(headers: Headers) -> bool:
    """Whether what is sent does not come from a page of another server."""
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")


def bearer(headers: Headers) -> str:
    """The token that a request shows."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _cookie_of(request: Request) -> str:
    """Cookies are those of a machine, so each port has one of its own."""
    return f"sederunt_{request.url.port or 80}"


def _without_token(request: Request) -> str:
    """The path that was asked for, without the token."""
    rest = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "token"])
    path = "/" + request.scope["path"].lstrip("/\\")
    return f"{path}?{rest}" if rest else path

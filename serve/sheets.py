"""The server's own pages: the first one, what a search found, what can be asked, a refusal, and the way in. None has a script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from sederunt.queries.find import Thing
from sederunt.viz.page import part, visible
from starlette.responses import HTMLResponse

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Link:
    """Where a page leads."""

    text: str
    address: str
    note: str = ""


def sheet(name: str, status: int = 200, headers: Mapping[str, str] | None = None, **what: Any) -> HTMLResponse:
    """One of the server's pages."""
    text = _SHEETS.get_template(f"{name}.html").render(**what)
    return HTMLResponse(text.encode("utf-8", "replace"), status, {"content-security-policy": _POLICY, **(headers or {})})


def entrance(action: str, target: str, *, wrong: bool = False) -> HTMLResponse:
    """Where a browser that has no token yet can show one."""
    return sheet("entrance", 401, action=action, target=target, wrong=wrong)


def about(kind: str, things: Sequence[Thing]) -> str:
    """The address of the page of this kind about these things."""
    named = urlencode([("name", thing.id) for thing in things])
    return f"/view/{kind}?{named}" if named else f"/view/{kind}"


_SHEETS = Environment(
    autoescape=True, trim_blocks=True, lstrip_blocks=True, loader=FileSystemLoader(Path(__file__).parent / "html")
)
_SHEETS.globals |= {"style": Markup(part("page.css")), "visible": visible}  # noqa: S704  ours

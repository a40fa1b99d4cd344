"""From a picture to one HTML page that needs nothing else: no other file, no network.

The page carries the picture's facts twice: as a table that needs no script, and as data that the script draws. What nobody reads as text,
the data and the vendored program, is deflated.
"""

import base64
import hashlib
import json
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup
from sederunt.viz.bundle import script
from sederunt.viz.outline import packed
from sederunt.viz.picture import COLUMNS, MAP, PATHS, TIMES, TREE, Edge, Node, Picture
from sederunt.viz.style import CHANGES, KINDS, OTHER, ROLES, UNCHANGED, Style
from sederunt.viz.style import TIMES as OVER_TIME

_HERE = Path(__file__).parent
_VIS = "vendor/vis-network-9.1.13.min.js"
_BASIS = {"stated": "a paper says so", "inferred": "it follows from what papers say"}
_ROLES: Mapping[str, Mapping[str, Style]] = {COLUMNS: ROLES, PATHS: ROLES, TIMES: OVER_TIME}
"""The roles in the legend of a drawing; other drawings have kinds there."""

Paper = tuple[str, str]
"""A title and a file."""

LARGE = 2_000
"""With more facts than this, the table has no row for each."""

PRINTED = 300
"""With more facts than this, the table is not printed where the drawing is."""

_ESCAPE = re.compile(r"\\(u00[01][0-9a-f]|r\\n|.)")
_CONTROLS = {"b": 8, "f": 12}
_TURNING = re.compile("[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_FIRST = 'document.documentElement.classList.add("scripted")'  # so that the table is not laid out before there is a picture
_ON_PAPER = (TIMES, TREE)  # drawings that are printed
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a page of a site leads."""

    index: str
    """The file of the index."""
    pages: Mapping[str, str]
    """The file of the page about a thing, by the id of the thing."""


ALONE = Neighbours("", {})


def page(picture: Picture, neighbours: Neighbours = ALONE) -> str:
    """The page that shows a picture; the same picture gives the same text."""
    model = _model(picture) if picture.drawing == MAP else None
    program = part(_VIS) if picture.drawing == MAP else ""
    own = script(picture.drawing)
    return template("page.html").render(
        picture=_shown(picture),
        policy=_policy(each for each in (_FIRST, own, program) if each),
        style=Markup(_style(picture.drawing)),  # noqa: S704  ours
        first=Markup(_FIRST),  # noqa: S704  ours
        script=Markup(own),  # noqa: S704  ours
        notice=Markup(_notice(program)),  # noqa: S704  vendored
        program=_kept(program),
        data=_deflated(as_data(_data(picture) | {"model": model, "pages": _led(picture, neighbours)})),
        legend=_legend(picture),
        index=neighbours.index,
        papers=len(_papers(picture)),
    )


def _model(picture: Picture) -> dict[str, Any]:
    """The map as pyvis holds it; pyvis is imported when it is wanted, for that takes longer than all the rest."""
    model: dict[str, Any] = import_module("sederunt.viz.network").model(picture)
    return model


def as_data(value: Any) -> str:
    """A value as JSON in which every character can be seen."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return _UNSEEN.sub("\ufffd", _ESCAPE.sub(_escape, text))


def _deflated(text: str) -> str:
    """A text as ``inflate.js`` takes it: letters and figures, a quarter as many."""
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode() if text else ""


_kept = lru_cache(maxsize=1)(_deflated)  # a site has many maps, and one program


def _notice(program: str) -> str:
    """What stands at the head of a program about its authors and its licence."""
    return program.partition("*/")[0].removeprefix("/**")


def _escape(found: re.Match[str]) -> str:
    """An escape of JSON, or in its place what ``visible`` would show."""
    told = found[1]
    if told in _CONTROLS or told.startswith("u"):
        return chr(0x2400 + (_CONTROLS.get(told) or int(told[1:], 16)))
    return "\\n" if told.startswith("r") else found[0]


def visible(text: str) -> str:
    """Text in which every character can be seen: control characters as their pictures, halves of a pair as a mark."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub(lambda found: chr(0x2400 + ord(found[0])) if found[0] < " " else "\ufffd", lines)


def template(name: str) -> Template:
    """A file of this room, in which whatever is put is escaped."""
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(part(name))


def part(name: str) -> str:
    """The text of a file of this room, without the line that tells a debugger where to look for another."""
    return re.sub(r"\n//# sourceMappingURL=.*", "", (_HERE / name).read_text(encoding="utf-8"))


def _style(drawing: str) -> str:
    """The style sheet of every page, and what a drawing has of its own."""
    own = f"styles/{drawing}.css"
    return part("page.css") + (part(own) if (_HERE / own).is_file() else "")


def _policy(scripts: Iterable[str]) -> str:
    """What the browser may run: these scripts; and load: nothing."""
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    rules = ("default-src 'none'", f"script-src {allowed}", "style-src 'unsafe-inline'", "img-src data:")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def _data(picture: Picture) -> dict[str, Any]:
    """The facts as ``model.js`` unpacks them: what recurs is a number in a list of words."""
    tables = _Tables(papers={paper: number for number, paper in enumerate(_papers(picture))})
    at = {node.id: number for number, node in enumerate(picture.nodes)}
    kinds = sorted({node.kind for node in picture.nodes})
    return {
        "papers": [{"title": title, "path": path} for title, path in tables.papers],
        "kinds": kinds,
        "nodes": [_named(node, kinds.index(node.kind)) for node in picture.nodes],
        "edges": [_fact(edge, at, tables) for edge in picture.edges],
        "sorts": list(tables.sorts),
        "times": list(tables.times),
        "words": list(tables.words),
        "asked": [at[id_] for id_ in picture.asked if id_ in at],
        "plan": picture.plan,
        "outline": packed(picture.outline, at) if picture.outline else None,
    }


def _led(picture: Picture, neighbours: Neighbours) -> dict[int, str]:
    return {number: neighbours.pages[node.id] for number, node in enumerate(picture.nodes) if node.id in neighbours.pages}


class _Numbered(dict[Any, int]):
    """Each thing with its number, in the order of their first use."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = len(self)
        return self[thing]


@dataclass(frozen=True, slots=True)
class _Tables:
    """What recurs in facts and stands in the page once."""

    papers: Mapping[Paper, int]
    words: _Numbered = field(default_factory=_Numbered)
    sorts: _Numbered = field(default_factory=_Numbered)
    times: _Numbered = field(default_factory=_Numbered)


def _named(node: Node, kind: int) -> list[Any]:
    row = [node.id, kind, node.name, node.at, node.note]
    while len(row) > 3 and not row[-1]:
        row.pop()
    return row


def _papers(picture: Picture) -> list[Paper]:
    """The title and the file of each paper that is cited, in the order of their first use."""
    return list(dict.fromkeys((line.document, line.path) for edge in picture.edges for line in edge.evidence))


def _fact(edge: Edge, at: Mapping[str, int], tables: _Tables) -> list[Any]:
    sort = tables.sorts[edge.label, edge.role, edge.basis, edge.confidence]
    time = tables.times[edge.dates, edge.first, edge.last]
    words, papers = tables.words, tables.papers
    lines = [[words[line.quote], papers[line.document, line.path], words[line.place]] for line in edge.evidence]
    return [at[edge.start], at[edge.end], sort, time, edge.further, lines]


def _shown(picture: Picture) -> dict[str, Any]:
    """What the template prints."""
    names = picture.names()
    large = len(picture.edges) > LARGE
    facts = [{"start": names[edge.start], "end": names[edge.end], "edge": edge} for edge in picture.edges if not large]
    return {
        "count": len(picture.edges),
        "large": large,
        "unprinted": len(picture.edges) > PRINTED and picture.drawing in _ON_PAPER,
        "groups": _groups(picture) if large else [],
        "drawing": picture.drawing,
        "title": picture.title,
        "subject": picture.subject,
        "notes": picture.notes,
        "facts": facts,
        "visible": visible,
    }


def _groups(picture: Picture) -> list[tuple[str, str, Markup]]:
    """What each thing is linked with, a row for each way: the thing, how it is linked, the names of all that are."""
    names = picture.names()
    found = defaultdict(list)
    for edge in picture.edges:
        found[edge.end, edge.label].append(names[edge.start])
    order = sorted(found, key=lambda key: (names[key[0]], key))
    return [(visible(names[end]), visible(label), _listed(sorted(found[end, label]))) for end, label in order]


def _listed(names: Iterable[str]) -> Markup:
    """Names in a row; only one that may run from right to left is kept apart, for there may be very many."""
    shown = (visible(name) for name in names)
    return Markup("; ").join(Markup("<bdi>{}</bdi>").format(name) if _TURNING.search(name) else name for name in shown)


def _legend(picture: Picture) -> list[dict[str, str]]:
    """What can be shown and hidden: roles, changes or kinds, as it is drawn; then what is stated and what is inferred."""
    styles, there = _sorts(picture)
    sorts = [name for name in styles if name in there] + sorted(there - set(styles))
    bases = {edge.basis for edge in picture.edges}
    return [_entry(sort, styles.get(sort, OTHER)) for sort in sorts] + [
        {"key": basis, "text": basis.capitalize(), "meaning": meaning, "glyph": "", "hue": "", "sort": "basis"}
        for basis, meaning in _BASIS.items()
        if basis in bases
    ]


def _sorts(picture: Picture) -> tuple[Mapping[str, Style], set[str]]:
    """How the sorts look that a legend tells apart, and which of them there are."""
    if picture.drawing in _ROLES:
        return _ROLES[picture.drawing], {edge.role for edge in picture.edges if edge.role}
    if picture.outline and picture.outline.compared:
        return CHANGES, {*(mark.sort for mark in picture.outline.marks), UNCHANGED}
    return KINDS, {node.kind for node in picture.nodes}


def _entry(key: str, style: Style) -> dict[str, str]:
    text = key.capitalize() if style is OTHER else style.plural
    return {
        "key": visible(key),
        "text": visible(text),
        "meaning": style.meaning,
        "glyph": style.glyph,
        "hue": style.hue,
        "sort": "kind",
    }

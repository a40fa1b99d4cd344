"""Menus of saved web pages: parts that hold hardly anything but links which lead elsewhere, whatever the page calls them.

Source: pages of councils and agencies whose menus are plain lists. A list of links that names people or bodies is no menu: members of a
committee are printed so.
"""

from dataclasses import dataclass

from lxml import html
from sederunt.graph.dates import find_dates
from sederunt.loaders.document import Span
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.wording import is_body, is_post

_PARTS = frozenset("div ul ol table tbody tr td p section header form center fieldset dl".split())
_FEWEST = 4
"""So few links are part of a text."""
_SHARE = 0.85
"""At least so much of a menu's words are links."""
_LONGEST = 60
"""Entries of a menu are no longer, on the whole."""
_TELLING = 0.4
"""A list of which so many entries name somebody or something is read."""


@dataclass
class _Count:
    """How many letters an element holds, how many of them in links, and how many links."""

    letters: int = 0
    linked: int = 0
    links: int = 0


def menus(root: html.HtmlElement) -> frozenset[html.HtmlElement]:
    """The elements of a page that are menus, none of them inside another."""
    counts = _counts(root)
    found: set[html.HtmlElement] = set()
    waiting = [root]
    while waiting:
        for child in waiting.pop():
            if isinstance(child.tag, str):
                if child.tag in _PARTS and _is_menu(child, counts[child]):
                    found.add(child)
                else:
                    waiting.append(child)
    return frozenset(found)


def _counts(root: html.HtmlElement) -> dict[html.HtmlElement, _Count]:
    counts: dict[html.HtmlElement, _Count] = {}
    for element in reversed(list(root.iter())):
        count = _Count(len((element.text or "").strip()) if isinstance(element.tag, str) else 0)
        for child in element:
            inner = counts[child]
            count.letters += inner.letters + len((child.tail or "").strip())
            count.linked += inner.linked
            count.links += inner.links
        if element.tag == "a":
            count.linked, count.links = count.letters, count.links + (count.letters > 0)
        counts[element] = count
    return counts


def _is_menu(element: html.HtmlElement, count: _Count) -> bool:
    if count.links < _FEWEST or count.linked < _SHARE * count.letters or count.letters > _LONGEST * count.links:
        return False
    entries = [" ".join(link.text_content().split()) for link in element.iter("a")]
    return sum(map(_tells, filter(None, entries))) < _TELLING * count.links


def _tells(entry: str) -> bool:
    """Whether an entry names a body, a post, a day or somebody."""
    return bool(is_body(entry) or is_post(entry) or find_dates(entry) or names_people(Span(entry, ((0, 1),))))

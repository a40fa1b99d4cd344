"""What a web page prints around its words: whose site it is, above its own heading or only in its title.

Source: pages of councils whose own heading names a committee below the council's name on every page, and pages that name the council
nowhere but in the head of the file.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import html
from sederunt.loaders.naming.wording import is_body, names_organisation

_MOST_ABOVE = 400
"""So many letters above its heading are what every page of a site has there."""
_LONGEST = 10
_CUTS = re.compile(r"\s+[|:·»–—-]\s+|\s*::\s*")


def furniture(page: html.HtmlElement) -> frozenset[html.HtmlElement]:
    """The elements above the first heading of a page; none where the page begins with more than the name of its site."""
    heading = next(page.iter("h1"), None)
    above = frozenset(_above(heading, page)) if heading is not None else frozenset()
    letters = sum(len(" ".join(element.text_content().split())) for element in above)
    return above if letters <= _MOST_ABOVE else frozenset()


def _above(heading: html.HtmlElement, root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for inside in (heading, *heading.iterancestors()):
        if inside is root:
            return
        yield from (element for element in inside.itersiblings(preceding=True) if isinstance(element.tag, str))


def heads_body(root: html.HtmlElement) -> bool:
    """Whether the first headings of a page name a body: "Committee details" over "Planning Committee"."""
    headings = [" ".join(element.text_content().split()) for element in root.iter("h1", "h2")][:2]
    return any(is_body(part) for text in headings for part in re.split(rf"{_CUTS.pattern}|,\s|\s+(?=\d)", text) if part)


def site_name(root: html.HtmlElement, around: Iterable[html.HtmlElement]) -> str:
    """The council or other organisation whose page it is, as the head of the file or what is around the page names it; empty where
    neither does.
    """
    told = [entry.get("content", "") for entry in root.iter("meta") if entry.get("property") == "og:site_name"]
    titles = [" ".join((entry.text or "").split()) for entry in root.iter("title")][:1]
    names = [*told, *(part for title in titles for part in reversed(_CUTS.split(title)))]
    names += [" ".join(text.split()) for element in around for text in element.itertext()]
    return next((name.strip() for name in names if names_organisation(name.strip()) and len(name.split()) < _LONGEST), "")

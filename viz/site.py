"""A small site: a page for each view that has something to show, with an index that leads to them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from sederunt.graph.names import fold
from sederunt.graph.store import Store
from sederunt.queries.find import Thing
from sederunt.viz.page import Neighbours, page, part, template, visible
from sederunt.viz.picture import Picture
from sederunt.viz.view import kinds, view

INDEX = "index.html"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a site."""

    file: str
    kind: str
    things: tuple[Thing, ...]
    """What it is about; empty: everything."""
    picture: Picture


def site(store: Store, *, stated: bool = False) -> Iterator[tuple[str, str]]:
    """The pages of a site, the index first: the name and the text of each file."""
    leaves = _leaves(store, stated=stated)
    yield INDEX, _index(leaves)
    pages = {thing.id: leaf.file for leaf in reversed(leaves) if len(leaf.things) == 1 for thing in leaf.things}
    for leaf in leaves:
        others = {id_: file for id_, file in pages.items() if file != leaf.file}
        yield leaf.file, page(leaf.picture, Neighbours(INDEX, others))


def file_name(kind: str, names: Sequence[str]) -> str:
    """The name of the file for a page of this kind, made of plain letters and figures."""
    words = re.findall("[a-z0-9]+", fold(" ".join(names)))
    return "-".join([kind, *words])[:_LONGEST].rstrip("-") + ".html"


def _leaves(store: Store, *, stated: bool) -> list[Leaf]:
    """The pages that have something to show, kind by kind; of those that would have one name, each but the first with a number."""
    taken = Counter({INDEX: 1})
    leaves: list[Leaf] = []
    for kind in kinds():
        for things in view(kind).featured(store, stated=stated):
            picture = view(kind).picture(store, things, stated=stated)
            if picture:
                file = file_name(kind, [thing.name for thing in things])
                taken[file] += 1
                name = file if taken[file] == 1 else f"{file.removesuffix('.html')}-{taken[file]}.html"
                leaves.append(Leaf(name, kind, tuple(things), picture))
    return leaves


def _index(leaves: Sequence[Leaf]) -> str:
    sections = [(view(kind).SECTION, [leaf for leaf in leaves if leaf.kind == kind]) for kind in kinds()]
    return template("site.html").render(
        style=Markup(part("page.css")),  # noqa: S704  ours
        sections=sorted(((head, found) for head, found in sections if found), key=lambda section: len(section[1])),
        visible=visible,
    )

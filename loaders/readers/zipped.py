"""Posts whose column was dumped before or after the column of those who hold them, in the same order, on lines or run together.

Source: tables copied to text column by column ("Post", the posts, "Name", the names), pages in one line in which all names stand
before all posts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, is_initials
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import NAMES, Scene, title_claims
from sederunt.loaders.document import Shape, Span, joined
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.naming.headings import ATTENDANCE
from sederunt.loaders.naming.people import BRACKET, surely_person
from sederunt.loaders.naming.postruns import split_posts
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.seats import is_vacant
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import is_post

STAGE = NAMES

_FEWEST = 3
"""Fewer names without a label may be anything."""
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Item:
    """A line: somebody's name or a vacancy (``name``), the name of a column (``label``), a heading (``head``) or anything else."""

    kind: str
    span: Span
    who: Mention | None = None


def read(scene: Scene) -> Iterable[Statement]:
    """Posts of people who are listed apart from them."""
    known = {fold(person.label): person for person in scene.people}
    items = [item for section in scene.sections for item in _items(section, known)]
    for start, end in _runs(items):
        names = [item for item in items[start:end] if item.kind == "name"]
        if any(item.who and fold(item.who.label) in scene.holders for item in names):
            continue
        for who, post in _zipped(names, _after(items, end), _before(items, start)):
            yield from title_claims(who, read_title(post.text), post, who.section)


def _items(section: Section, known: dict[str, Mention]) -> Iterator[_Item]:
    if section.heading:
        kind = "label" if _is_label(section.title) else "list" if section.category in ATTENDANCE else "head"
        yield _Item(kind, section.heading)
    if section.rest:
        yield _item(section.rest, known)
    for block in section.blocks:
        yield _item(block.span, known) if block.kind is Shape.LINE else _Item("head", block.span)


def _item(span: Span, known: dict[str, Mention]) -> _Item:
    bare = fold(BRACKET.sub("", span.text).strip(" ,;."))
    who = known.get(bare) or next((known[rest] for rest in _shorter(bare) if rest in known), None)
    if who or is_vacant(span.text):
        return _Item("name", span, who)
    if _begins_with_one(bare, known):
        return _Item("head", span)
    return _Item("label" if _is_label(span.text) else "", span)


def _shorter(name: str) -> Iterator[str]:
    """A folded name without its honorific."""
    yield from (name.split(" ", size)[-1] for size in (1, 2) if name.count(" ") > size)


def _begins_with_one(line: str, known: dict[str, Mention]) -> bool:
    """Whether a folded line goes on behind somebody's name: what stands there is said of that person."""
    tokens = line.split()[:6]
    return any(" ".join(tokens[at : at + size]) in known for at in range(2) for size in (2, 3) if len(tokens) > at + size)


def _is_label(text: str) -> bool:
    return fold(text.strip(" :")) in words("loaders", "column_labels")


def _runs(items: Sequence[_Item]) -> Iterator[tuple[int, int]]:
    """Where names follow one another, over the headings of lists between them."""
    at = 0
    while at < len(items):
        end = at
        while end < len(items) and items[end].kind == "name":
            end += 1
            if end + 1 < len(items) and items[end].kind == "list" and items[end + 1].kind == "name":
                end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _after(items: Sequence[_Item], end: int) -> list[Span]:
    """What stands behind a run of names, up to the next heading, label of a column or name; initials apart."""
    labels = 0
    while end < len(items) and (items[end].kind == "label" or _is_mark(items[end])):
        end, labels = end + 1, labels + 1
    found = []
    while end < len(items) and not items[end].kind:
        found.append(items[end].span)
        end += 1
    return found


def _before(items: Sequence[_Item], start: int) -> list[Span]:
    """What stands before a run of names, from the last heading, label of a column or name on."""
    while start and (items[start - 1].kind == "label" or _is_mark(items[start - 1])):
        start -= 1
    found = []
    while start and not items[start - 1].kind:
        start -= 1
        found.append(items[start].span)
    return found[::-1]


def _is_mark(item: _Item) -> bool:
    return not item.kind and (is_initials(item.span.text) or not any(map(str.isalnum, item.span.text)))


def _zipped(names: list[_Item], *columns: list[Span]) -> Iterator[tuple[Mention, Span]]:
    """Each person with the post that stands at the same place of the first column that fits."""
    came = [item for item in names if not (item.who and item.who.section in ("apologies", "absent"))]
    for people in (names, came):
        for column in columns:
            posts = _posts(column, len(people))
            if posts:
                yield from ((item.who, post) for item, post in zip(people, posts, strict=True) if item.who)
                return


def _posts(column: list[Span], count: int) -> list[Span]:
    if not column or not 2 <= count <= _MOST:
        return []
    if len(column) == count and all(_can_be_held(span.text) for span in column):
        return column
    apart = count >= _FEWEST and len(column) < count / 2
    return split_posts(joined(column), count) if apart else []


def _can_be_held(text: str) -> bool:
    if surely_person(re.split(r"\s[–—-]\s|[,:(]", text)[0]):
        return False  # "Ann Hale – Clerk" is of nobody above it
    return len(text.split()) <= 12 and text[0].isupper() and bool(is_post(text) or meeting_role(BRACKET.sub("", text)))

"""The record: what one place in one paper claims, about what, in which words.

Readers make statements about mentions; who or what a mention means is decided later (``resolve``). Statements are immutable and
everything in a graph but the judgements of people is derived from them.
"""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Literal

from pydantic import Field
from sederunt.graph.kinds import PERSON
from sederunt.graph.model import Record, Value

Basis = Literal["stated", "inferred"]
Kind = Literal["Person", "Body", "Organisation", "Unit", "Post", "Meeting", "Action", "Owner"]
"""What a reader takes a mention for. ``Owner`` is whoever has to act: a person, a group of people, a body or a post."""


class Evidence(Record):
    """Where a claim stands: the very words, and the place.

    ``quote`` is a contiguous span of the paper (white space folded, markup taken off, nothing altered); ``locator`` is what a
    person would say ("line 42", "slide 6, line 80", "table 1 row 3"). ``line`` counts the paragraphs, rows and boxes of files that
    have no lines.
    """

    quote: str
    locator: str
    line: int | None = None
    page: int | None = None
    slide: int | None = None

    @property
    def lines(self) -> range:
        """The numbers of the lines on which the quote stands; line 0 alone where none is known."""
        first, last = self.line or 0, re.search(r"–(\d+)$", self.locator)
        return range(first, (int(last[1]) if last else first) + 1)


class Mention(Record):
    """A printed name at a place of a paper.

    ``text`` is the printed form and is empty where the paper only implies the thing ("this meeting"). ``section`` says what kind of
    place it is (``present``, ``apologies``, ``prose``, …) and ``ordinal`` counts equal forms in one section; together with the path
    of the paper they name the mention for good, without line numbers, so that a small edit elsewhere does not move it.
    """

    kind: Kind
    text: str
    section: str = "prose"
    ordinal: int = 0
    name: str = ""
    """The form to be known by where it is not the printed one (a title taken off, two lines joined)."""
    honorific: str = ""
    initials: str = ""
    """Initials printed beside a person's name."""
    within: str = ""
    """The printed name of the unit or organisation that a unit or post belongs to."""
    body: str = ""
    """Of a meeting: the printed name of the body; empty for the body whose paper this is."""
    date: str = ""
    time: str = ""
    key: str = ""
    """What the source itself knows the thing by, where that is an identifier: one key is one thing, in whatever paper it stands."""

    @property
    def label(self) -> str:
        """The form to be known by."""
        return self.name or self.text


class Statement(Record):
    """One claim: ``subject`` –``link``→ ``object``, with ``values`` that belong to the link; without a link it names the subject.

    The values of a naming are properties of the thing itself (a meeting's venue, an action's due date).
    """

    link: str | None
    subject: Mention
    object: Mention | None = None
    values: dict[str, Value] = Field(default_factory=dict)
    evidence: Evidence
    basis: Basis = "stated"
    confidence: float = 0.95


class Paper(Record):
    """A document's facts and all that its readers claim; ``path`` is relative to the root of the graph, with ``/``."""

    path: str
    title: str
    format: str
    sha256: str
    date: str = ""
    statements: tuple[Statement, ...] = ()

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention once, in the order of the paper."""
        return tuple(dict.fromkeys(m for s in self.statements for m in (s.subject, s.object) if m is not None))

    @cached_property
    def people(self) -> tuple[Mention, ...]:
        """Every mention of a person, in the order of the paper."""
        return tuple(m for s in self.statements for m in (s.subject, s.object) if m is not None and m.kind == PERSON)

    def saying(self, statements: Iterable[Statement]) -> "Paper":
        """The same paper with other statements."""
        # Not copied, for a copy would take along what was worked out of the old ones.
        own = {name: getattr(self, name) for name in type(self).model_fields}
        return Paper(**own | {"statements": tuple(statements)})


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for these texts."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def mention_id(path: str, mention: Mention) -> str:
    """The lasting name of a mention: the same on every machine and in whatever order papers were loaded."""
    return digest("key", mention.key) if mention.key else digest(path, mention.section, mention.text, str(mention.ordinal))


def statement_name(path: str, statement: Statement) -> str:
    """The lasting name of a statement: what it says in which words, wherever in its paper they stand."""
    said = statement.model_dump(mode="json", exclude_defaults=True, exclude={"evidence", "basis", "confidence"})
    return digest(path, statement.evidence.quote, json.dumps(said, sort_keys=True, ensure_ascii=False))


def tellingest(pieces: Sequence[str], wanted: Iterable[str]) -> str:
    """The piece of a quote that holds most of what a statement speaks of."""
    texts = [text for text in wanted if text]
    return max(pieces, key=lambda piece: (sum(text in piece for text in texts), len(piece)))

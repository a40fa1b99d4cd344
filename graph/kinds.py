"""The kinds of node and edge of a Sederunt graph: one table, from which the rest of the code works.

Words follow Popolo (Person, Organization, Membership, Post), the W3C ORG ontology (postIn, heldBy, reportsTo, headOf) and
FollowTheMoney (statement). Every property not listed as optional is always present.
"""

from dataclasses import dataclass, field

TEXT, LIST, NUMBER, FRACTION, FLAG = "text", "list of text", "whole number", "number from 0 to 1", "true or false"

PERSON, BODY, ORGANISATION, UNIT, POST = "Person", "Body", "Organisation", "Unit", "Post"
MEETING, ACTION, DOCUMENT, STATEMENT, NAME = "Meeting", "Action", "Document", "Statement", "Name"
JUDGEMENT = "Judgement"


@dataclass(frozen=True)
class NodeKind:
    """A label: what it is, the prefix of its ids, and its properties beside ``id`` (name to form)."""

    label: str
    meaning: str
    properties: dict[str, str]
    always: tuple[str, ...] = ()

    @property
    def prefix(self) -> str:
        """What the ids of this kind begin with, such as ``person``."""
        return self.label.lower()


@dataclass(frozen=True)
class EdgeKind:
    """A relationship type: which labels it joins, its properties, and what tells two of them between the same ends apart."""

    type: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    meaning: str
    properties: dict[str, str] = field(default_factory=dict)
    always: tuple[str, ...] = ()
    apart: str | None = None
    bookkeeping: bool = False


_NAMED = {"name": TEXT, "aliases": LIST}
_ALWAYS = ("name", "aliases")

NODES: dict[str, NodeKind] = {
    kind.label: kind
    for kind in (
        NodeKind(
            PERSON,
            "a human being",
            _NAMED
            | {
                "honorific": TEXT,
                "initials": LIST,
                "given_name": TEXT,
                "family_name": TEXT,
                "partial": FLAG,
                "contacts": LIST,
            },
            (*_ALWAYS, "initials", "partial"),
        ),
        NodeKind(
            BODY,
            "people who meet: a board, committee, forum, panel or group",
            _NAMED | {"kind": TEXT, "number": NUMBER},
            _ALWAYS,
        ),
        NodeKind(ORGANISATION, "what employs or sends people", _NAMED | {"kind": TEXT}, _ALWAYS),
        NodeKind(UNIT, "a part of an organisation: directorate, department, service, team", _NAMED | {"kind": TEXT}, _ALWAYS),
        NodeKind(POST, "a seat in a structure, filled or not", _NAMED | {"seats": NUMBER, "vacant": FLAG}, (*_ALWAYS, "seats")),
        NodeKind(
            MEETING,
            "one sitting, dated or not",
            _NAMED
            | {
                "date": TEXT,
                "date_end": TEXT,
                "date_text": TEXT,
                "start_time": TEXT,
                "end_time": TEXT,
                "venue": TEXT,
                "status": TEXT,
            },
            (*_ALWAYS, "status"),
        ),
        NodeKind(
            ACTION,
            "something somebody was asked to do",
            _NAMED | {"text": TEXT, "owner_text": TEXT, "due": TEXT, "item": TEXT, "status": TEXT},
            (*_ALWAYS, "text", "status"),
        ),
        NodeKind(
            DOCUMENT,
            "a paper that was loaded",
            _NAMED | {"path": TEXT, "title": TEXT, "format": TEXT, "sha256": TEXT, "date": TEXT, "world": LIST},
            (*_ALWAYS, "path", "title", "format", "sha256", "world"),
        ),
        NodeKind(
            STATEMENT,
            "one claim that one place in one document makes",
            {
                "quote": TEXT,
                "locator": TEXT,
                "line": NUMBER,
                "page": NUMBER,
                "slide": NUMBER,
                "subject": TEXT,
                "link": TEXT,
                "object": TEXT,
                "subject_text": TEXT,
                "object_text": TEXT,
                "value": TEXT,
                "date": TEXT,
                "basis": TEXT,
                "confidence": FRACTION,
                "status": TEXT,
                "candidates": LIST,
                "claim": TEXT,
            },
            ("quote", "locator", "subject", "basis", "confidence", "status", "candidates", "claim"),
        ),
        NodeKind(NAME, "a folded form by which things are looked up", {"key": TEXT}, ("key",)),
    )
}

STORED: dict[str, NodeKind] = NODES | {
    JUDGEMENT: NodeKind(
        JUDGEMENT,
        "an entry of the log of what people decided: who is who, and what was misread",
        {"number": NUMBER, "verb": TEXT, "what": LIST, "who": TEXT, "day": TEXT, "why": TEXT},
        ("number", "verb", "what", "who", "day", "why"),
    )
}
"""What stands in a store: the graph, and the log of judgements, of which no export tells and which outlives all papers."""

_EVIDENCE = {
    "quote": TEXT,
    "source": TEXT,
    "statements": LIST,
    "support": NUMBER,
    "basis": TEXT,
    "confidence": FRACTION,
    "start": TEXT,
    "end": TEXT,
    "spells": LIST,
    "first_seen": TEXT,
    "last_seen": TEXT,
}
_PROVED = ("quote", "source", "statements", "basis", "confidence")

_STRUCTURE = (BODY, ORGANISATION, UNIT)
CONNECTED = (PERSON, *_STRUCTURE, POST)
"""What papers connect: people, and what they belong to."""
_THINGS = (*CONNECTED, MEETING, ACTION)


def _edge(
    type_: str, starts: tuple[str, ...], ends: tuple[str, ...], meaning: str, apart: str | None = None, **own: str
) -> EdgeKind:
    always = tuple(name for name in ("role", "acting") if name in own)
    return EdgeKind(type_, starts, ends, meaning, _EVIDENCE | own, (*_PROVED, *always), apart)


def _presence(type_: str, meaning: str, **own: str) -> EdgeKind:
    """``disputed`` is true where papers tell it in two ways, ``correction`` where a later paper corrects the minutes so."""
    kept = {"role": TEXT, "role_text": TEXT, "disputed": FLAG, "correction": FLAG}
    return _edge(type_, (PERSON,), (MEETING,), meaning, **kept, **own)


PRESENCE = ("ATTENDED", "SENT_APOLOGIES", "ABSENT_FROM")
"""What papers say of people and meetings: who was there, and who was not."""

EDGES: dict[str, EdgeKind] = {
    kind.type: kind
    for kind in (
        _presence("ATTENDED", "was there", standing_for=TEXT, part=TEXT),
        _presence("SENT_APOLOGIES", "could not come"),
        _presence("ABSENT_FROM", "recorded as absent"),
        _edge("LED", (PERSON,), (MEETING,), "presented or led an item", apart="item", item=TEXT),
        _edge("MEETING_OF", (MEETING,), (BODY,), "whose sitting it was"),
        _edge(
            "SITS_ON",
            (PERSON,),
            (BODY,),
            "membership, stated or inferred from attendance",
            apart="role",
            role=TEXT,
            role_text=TEXT,
            area=TEXT,
            on_behalf_of=TEXT,
        ),
        _edge("HOLDS", (PERSON,), (POST,), "is in the post", acting=FLAG, area=TEXT),
        _edge("POST_IN", (POST,), (ORGANISATION, UNIT, BODY), "where the seat is"),
        _edge("REPORTS_TO", (POST, BODY, UNIT), (POST, BODY, ORGANISATION), "line of reporting, accountability"),
        _edge("HEADS", (POST,), (UNIT, ORGANISATION), "the seat that runs it"),
        _edge("PART_OF", _STRUCTURE, _STRUCTURE, "nesting"),
        _edge("REPLACED_BY", (*_STRUCTURE, POST), (*_STRUCTURE, POST), "reorganisation"),
        _edge("REPRESENTS", (PERSON,), _STRUCTURE, "speaks for it"),
        _edge("AFFILIATED_TO", (PERSON,), (ORGANISATION, UNIT), "belongs to it, as a signature or contact line shows"),
        _edge("ASSIGNED_TO", (ACTION,), (PERSON, POST, BODY, UNIT), "who has to do it"),
        _edge("ARISING_FROM", (ACTION,), (MEETING,), "where it was agreed"),
        EdgeKind("RECORDED_IN", (MEETING,), (DOCUMENT,), "its minutes", bookkeeping=True),
        EdgeKind("IN_DOCUMENT", (STATEMENT,), (DOCUMENT,), "where the claim stands", bookkeeping=True),
        EdgeKind(
            "MENTIONS",
            (DOCUMENT,),
            _THINGS,
            "speaks of it",
            {"count": NUMBER, "statements": LIST, "mentions": LIST, "known": TEXT, "told": LIST},
            ("count", "statements"),
            bookkeeping=True,
        ),
        EdgeKind(
            "NAMES",
            (NAME,),
            _THINGS,
            "a form by which it is looked up",
            {"statements": LIST},
            ("statements",),
            bookkeeping=True,
        ),
    )
}

CONNECTIONS = "SITS_ON|HOLDS|POST_IN|REPORTS_TO|HEADS|PART_OF|REPRESENTS|AFFILIATED_TO|REPLACED_BY"
"""The relationship types along which people, bodies and posts are connected (never through documents)."""

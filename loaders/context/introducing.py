"""Which body a list on a page is of: named by the heading over it, or by the sentence that leads to it.

Source: "Members of the Harbour Board", "The Board", "Cabinet (10)", "Audit Committee (7 seats)", "The board is made up of the following
members:", "the new Committee is:", "They were appointed to the Cabinet, as follows:".
"""

import re
from dataclasses import dataclass, field

from sederunt.graph.kinds import BODY, ORGANISATION
from sederunt.graph.lexicon import words
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention
from sederunt.loaders.context.scene import Scene, thing
from sederunt.loaders.document import Block
from sederunt.loaders.layout.listings import MARK, OF_MEMBERS
from sederunt.loaders.naming.headings import category_of
from sederunt.loaders.naming.wording import body_kind, is_body, is_post
from sederunt.loaders.sentences.phrases import Phrase, find_names

_OF = (
    r"(?:members?|membership|composition|trustees|governors|directors|councillors|representatives|appointees|delegates|seats?|places|"
    r"positions|officers|bearers|holders)\s+(?:(?:elected|appointed|nominated|chosen)\s+)?(?:of|on|to|for)\s+"
)
_TO = r"(?:appointed|elected|nominated|co-opted|named|chosen|serv(?:e|es|ed|ing)|sit|sits|sitting)\s+(?:to|onto|on)\s+(?:serve on\s+)?"
_BEFORE = re.compile(rf"\b(?:{_OF}|{_TO})(?:(?:the|our|this|its|their|your|new|full|current)\s+)*$", re.IGNORECASE)
_BEHIND = re.compile(
    r"^(?:\s*\([^()]*\))?\s*(?:for\s+[\d/–-]+\s*)?(?:(?:is|are|was|were|will|be|currently|now|then|at present|the following|of|as follows|today|therefore)[\s,:]*)*"
    r"(?:$|:|compris|consist|made up|composed|members|membership|trustees|includ|elected|follow|appointed)",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"\b(?:the|our|this|its|their|your|new|full|current|of|a)\s+(?P<name>(?:management\s+|executive\s+|governing\s+|advisory\s+|standing\s+)?"
    r"(?:board|committee|council|cabinet|panel|body|executive|commission|trustees|forum|court|senate)"
    r"(?:\s+of\s+(?:the\s+)?(?-i:(?:[A-Z][\w’'-]*\s+)*[A-Z][\w’'-]*))?)\b(?!\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:the|our|current|present|new|meet|about|us|your|who|is|are|who's|members?|membership|composition|list|officers|of|on|in|for|and|to|\d[\d/–-]*|\W)+\s",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(board|committee|council|panel|cabinet)\s+members\b", re.IGNORECASE)
"""Whose members a heading speaks of by no more than a word: "Current board members"."""
_MEMBERS = re.compile(r"(?<=\w)\s+(?:members(?:hip)?|trustees|governors|councillors)$", re.IGNORECASE)
_TITLE = 6
"""A heading that is a body's name in words that any may have ("Executive team") has at most so many words."""
_YEAR = re.compile(r",?\s+(?:(?:for|in|as at)\s+)?(?:the\s+year\s+)?(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d){1,2})?$")
"""The year of which a heading tells: "Membership of Council 2023/24"."""
_SERVED = re.compile(
    r"(?:The\s+)?(?:charity\s+|company\s+)?(?P<who>trustees|governors|directors)(?:\s+of\s[^:,]{3,60})?,?\s+(?:who\s+(?:have\s+)?(?:served|held office|were in office)|serving|in office|during)\b.*(?:\b(?:were|are|was)\b.*)?:?$",
    re.IGNORECASE,
)
"""A line over those who served on a board of which it has no other name: "Trustees who served during the year were:"."""
_SENT = re.compile(
    r"\b(?:representatives?|appointees?|nominees?|delegates?|appointed|elected|nominated)\s+(?:of|from|by)\b", re.IGNORECASE
)
"""Words for people whom a body sends, who do not sit on it."""
_CHOOSES = re.compile(r"\b(?:elected|appointed|nominated|chosen|co-opted|named) by\s+(?:the\s+)?$", re.IGNORECASE)
_PURPOSE = re.compile(r"(?:[Tt]o|[Bb]y)\s+[a-z]")
_OF_PEOPLE = re.compile(
    r"\b(?:members?|membership|follow\w*|compris\w+|consists?|made up|composed|includ\w+|appointed|elected|nominated|co-opted|chosen|trustees"
    r"|governors|councillors|directors|officers|representatives|people|sits?|serves?|now)\b|\b(?:is|are|was|were|be)\s*:$",
    re.IGNORECASE,
)
"""What a sentence has that leads to people; "To advise the Harbour Committee on:" leads to something else."""
_LEADS = re.compile(r":$|\bfollow(?:s|ing)\b|\bcompris|\bconsist|\bmade up\b|\bmembers? (?:of|are)\b", re.IGNORECASE)


_ONE = re.compile(r"(?:a )?member of\b(?!.*:$)", re.IGNORECASE)
"""What a line says of the person above it, not of those below it."""


@dataclass
class Page:
    """The bodies that a page has named so far."""

    own: Mention | None
    named: list[Mention] = field(default_factory=list)

    def introduced(self, block: Block) -> Mention | None:
        """The body whose people a line says stand below it, or None."""
        found = [thing("Body", name.text) for name in find_names(block.text) if _is_body(name)]
        text = block.span.text.strip()
        body = None if MARK.match(text) or _ONE.match(text) else self._heading(text) or self._sentence(block)
        self.named += found
        return body

    def _heading(self, text: str) -> Mention | None:
        """The body that a heading names."""
        bare = _YEAR.sub("", re.sub(r"\s*\([^()]*\)|\s*:$", "", text)).strip()
        if not bare or bare[-1] in ".;," or len(bare.split()) > 12 or ":" in bare or _SENT.search(bare) or _PURPOSE.match(bare):
            return None
        plain = _FILLER.sub("", f"{bare} ".lstrip()).strip() or bare
        own = _WHOSE.match(plain)
        if own or fold(plain) in words("loaders", "plain_bodies"):
            return self.called(own[1] if own else plain)
        if is_post(re.split(r"\s+(?:of|on|for|to)\s", _MEMBERS.sub("", bare))[0]):
            return None
        found = [name for name in find_names(bare) if _is_body(name) or (speaks_of_members(bare) and _is_council(name))]
        if (
            not found
            and 2 <= len(bare.split()) <= _TITLE
            and bare[0].isupper()
            and is_body(bare)
            and not speaks_of_members(bare)
        ):
            return self._known(bare)
        if not found or len(bare.split()) > len(found[-1].text.split()) + 4:
            return None
        return self._known(found[-1].text)

    def _sentence(self, block: Block) -> Mention | None:
        """The body that a sentence leading to a list names."""
        sentence = block.span.sentences()[-1].text if block.span.text else ""
        if not _LEADS.search(sentence) or _SENT.match(sentence) or len(sentence.split()) > 60:
            return None
        return self.of_sentence(sentence)

    def of_sentence(self, sentence: str) -> Mention | None:
        """The body whose members a sentence tells: the one "members of" stands before, or that "consists of"; else the only one."""
        named = [one for one in _places(sentence) if not chooses(sentence[: one[0]])]
        told = [one for one in named if self.leads(sentence[: one[0]])]
        told = told or [one for one in named if _BEHIND.match(sentence[one[1] :])]
        only = len({fold(name) for *_, name in named}) == 1 and _OF_PEOPLE.search(sentence)
        meant = told or (named if only else [])
        if not named and (served := _SERVED.match(sentence)):
            return self.called(served["who"])
        return self._meant(meant[0][2]) if meant else None

    def bodies_in(self, sentence: str) -> list[tuple[int, int, Mention]]:
        """(where it begins, where it ends, the body) for each body that a sentence names."""
        return [(start, end, self._meant(name)) for start, end, name in _places(sentence)]

    def note(self, text: str) -> None:
        """Take note of the bodies that a text names."""
        self.named += [thing("Body", name.text) for name in find_names(text) if _is_body(name)]

    def leads(self, front: str) -> bool:
        """Whether words in front of a body lead to who sits on it: "The members of the", "appointed to the"."""
        return _BEFORE.search(front) is not None

    def _meant(self, name: str) -> Mention:
        return (
            self.called(name)
            if (len(name.split()) < 3 and name.lower() == name) or len(name.split()) == 1
            else self._known(name)
        )

    def _known(self, name: str) -> Mention:
        """A body under its name: the page's own where the name is its own."""
        return self.own if self.own is not None and fold(self.own.label).endswith(fold(name)) else thing("Body", name)

    def called(self, word: str) -> Mention:
        """What "the Board" means: the page's own board, else the one named last, else a board of no other name."""
        bodies = [*([self.own] if self.own else []), *reversed(self.named)]
        meant = [
            m
            for m in bodies
            if f" {_stem(m.label)}".endswith(f" {fold(word)}") or f" {fold(m.label)}".endswith(f" of {fold(word)}")
        ]
        return meant[0] if meant else thing("Body", word.strip())


def bodies_over(scene: Scene) -> dict[int, Mention]:
    """The body under whose name, in a line of its own, each block stands; only on a page of no meeting."""
    over: dict[int, Mention] = {}
    current: Mention | None = None
    for block in scene.document.blocks if scene.meeting is None else ():
        bare = block.text.strip(" :")
        names = [name.text for name in find_names(bare) if _is_body(name)] if len(bare.split()) < 13 else []
        if len(names) == 1 and fold(names[0]) == fold(bare):
            own = scene.body is not None and fold(scene.body.label) == fold(bare)
            current = scene.body if own else thing("Body", names[0])
        if current is not None:
            over[block.number] = current
    return over


def chooses(front: str) -> bool:
    """Whether words stand in front of a body that chooses people who sit on another: "Two members elected by the"."""
    return _CHOOSES.search(front) is not None


def speaks_of_members(text: str) -> bool:
    """Whether a line without a body's name says that members follow."""
    if _COUNT.search(text) or says_by_what_right(text):
        return True
    bare = re.sub(r"\s*\([^()]*\)", "", text)
    return category_of(bare) in ("members", "chair") or (len(bare.split()) <= 12 and OF_MEMBERS.search(bare) is not None)


def says_by_what_right(text: str) -> bool:
    """Whether a heading only says by what right those below sit: "Ex officio", "Elected by Senate"."""
    return _BY_RIGHT.fullmatch(text.strip(" :.")) is not None


_BY_RIGHT = re.compile(
    r"ex[ -]officio(?: members?)?|ex[ -]officio,? by virtue of .{3,60}|(?:elected|co-?opted|appointed|nominated)(?: (?:by|from) [\w ]{3,40})?(?:\s*\(\d{1,2}\))?",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^[A-Z][^.:()]{2,80}\(\d{1,2}(?:\s+(?:seats?|members?|places?))?\):?$")


def keeps_open(block: Block) -> bool:
    """Whether a line between a heading and its list only says how the list is made: "In alphabetical order:", the head of a table."""
    text = block.text
    listed = MARK.match(block.span.text) is not None and len(text.split()) <= 6
    return (
        listed
        or _WARD.search(text) is not None
        or not any(map(str.isalpha, text))
        or bool(_ORDER.search(text))
        or _is_table_head(block)
    )


def is_prose(block: Block) -> bool:
    """Whether a block is a sentence, and no heading."""
    return len(block.text.split()) > 14 or (len(block.text.split()) > 6 and block.text.endswith("."))


_WARD = re.compile(r"^(?:[A-Z][\w’'&-]*\s+(?:and\s+)?){1,5}(?:Ward|Division|Electoral Area)(?:\s*\(\d\))?\s*:?$")
"""A heading over those who were elected by one part of a council's area."""
_ORDER = re.compile(
    r"\b(?:alphabetical|order of|as follows|the following|terms? of office|correct (?:as )?at|as (?:at|of)|from left|surname|vacan)",
    re.IGNORECASE,
)


def _is_table_head(block: Block) -> bool:
    tokens = fold(block.text).split()
    return (
        0 < len(tokens) <= 12 and not set(tokens).isdisjoint(("name", "names", "member", "position")) and len(block.text) < 90
    )


def _places(sentence: str) -> list[tuple[int, int, str]]:
    """(where it begins, where it ends, what it is called) for each body in a sentence, in its order."""
    named = [(n.start, n.end, n.text) for n in find_names(sentence) if _is_body(n)]
    small = [(m.start("name"), m.end("name"), m["name"]) for m in _PLAIN.finditer(sentence)]
    return sorted([*named, *(one for one in small if not any(a < one[1] and one[0] < b for a, b, _ in named))])


def _is_council(name: Phrase) -> bool:
    """Whether those who sit on an organisation are its members: "Members of Fenwick Parish Council"."""
    return name.kind == ORGANISATION and name.text.endswith(" Council")


def _is_body(name: Phrase) -> bool:
    return name.kind == BODY and body_kind(name.text) != "meeting"


def _stem(label: str) -> str:
    """The name of a body without what it is on or for."""
    return fold(re.split(r"\s+(?:on|of|for|in)\s+", label)[0])

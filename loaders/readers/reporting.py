"""To whom the posts of a structure page report, as its sentences say of several at once or of people by name.

Source: "Heads of Service report to the Corporate Director of their directorate", "Four directors report to her:" over a list, "The managers
of the teams below report to Graham", "All members of the Executive Team report to the Chief Executive", "Reporting to Stephen:".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sederunt.graph.kinds import POST, UNIT
from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, parse_person, split_honorific
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import WHOLE, Scene, claim
from sederunt.loaders.document import Span
from sederunt.loaders.naming.headship import is_head

STAGE = WHOLE

_REPORTS = re.compile(
    r"(?P<who>^|,?\s*\b(?:each|all) of whom|,?\s*\b(?:who|which)|)(?:\s+(?:all|also|each|both|is|are|currently|now|in turn))*\s*"
    r"\b(?:[Rr]eport(?:s|ing)?|accountable|answer(?:s|able)?|line[ -]managed|managed)(?:\s+(?:directly|jointly|formally))?\s+(?:to|by)\s+(?P<to>[^;:]+)"
)
_CLAUSE = re.compile(
    r"^.*(?:\b(?:has|have|by|of|are|is|includes?|comprises?|and)|[;:])\s+(?=(?:(?:an?|the|its|our|\w+)\s+)?[\w’' -]+$)"
)
"""What stands before the last noun of a clause: "Each directorate has a Corporate Director, who"."""
_BETWEEN = re.compile(r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?")
_OPENS = re.compile(
    r"^(?:(?:the|all|our|its|each|every|both|other|remaining|an?|of|these|those|members|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+)+",
    re.IGNORECASE,
)
_BELOW = re.compile(r"\s+(?:below|above|listed|named|named below|listed below|who follow)$")
_THEIR = re.compile(r"^(?:their|the (?:relevant|respective|appropriate))\b|\b(?:of|for|in) (?:their|the relevant|each|that)\b")
_HIM = re.compile(r"^(?:him|her|them)\b")
_HEADS_OF = re.compile(
    r"^(?P<head>managers?|heads?|leaders?|leads?|directors?) of (?:(?:the|all|each|every|our|its|these|\w+)\s+)*(?P<unit>[a-z]+)$"
)
_LABEL = re.compile(
    r"^(?:(?:the|our)\s+)?(?:[A-Za-z]+s(?:\s+of\s+\w+)?\s+(?:who\s+)?)?(?:direct(?:ly)? )?report(?:s|ing)?(?: directly)? to [^:]{2,60}:$",
    re.IGNORECASE,
)
"""A line over those who report to somebody: "Reporting to Stephen:", "Heads of service who report to the Director of Place:"."""
_ARE = re.compile(r"\s(?:are|is)\s+(?:the\s+)?(?=[A-Z])")
"""What stands between whom people report to and who does: "Reporting to Joanne are Nicola Ames and Peter Sturrock"."""
_PRONOUN = re.compile(r"^(?:he|she|they|his|her|their)\b", re.IGNORECASE)
_MOST = 12
"""So many lines are on a page for each of its posts at most."""


@dataclass(frozen=True, slots=True)
class _Seat:
    """A post of the page: who holds it, the unit in which it is or that it heads, and the line where it stands."""

    post: Mention
    holders: tuple[str, ...]
    unit: str
    heads: str
    line: int

    @property
    def title(self) -> str:
        return fold(self.post.label)


def read(scene: Scene) -> Iterable[Statement]:
    """Lines of reporting between the posts that earlier readers have found."""
    if scene.meeting is not None or scene.document.slides:
        return
    page = _Page(scene)
    for _, sentence in scene.prose() if len(page.seats) > 1 else ():
        if found := _REPORTS.search(sentence.text):
            yield from _lines(page, sentence, found)
        if not _PRONOUN.match(sentence.text):
            page.topic = page.above(sentence) or next(iter(page.named(sentence.text)), page.topic)


def _lines(page: "_Page", sentence: Span, found: re.Match[str]) -> Iterator[Statement]:
    upper = found["to"].strip(" .")
    before = sentence.text[: found.start()]
    clause = _CLAUSE.sub("", before) if found["who"].strip() else before
    over = None if _THEIR.search(upper) else page.meant(upper)
    opens = sentence.text.endswith(":")
    if turned := None if before.strip() else _ARE.search(upper):
        over, lower = page.meant(upper[: turned.start()]), page.named(upper[turned.end() :])
    else:
        lower = (
            page.below(sentence)
            if opens
            else [seat for noun in _BETWEEN.split(clause) for seat in page.several(noun, sentence)]
        )
    for seat in dict.fromkeys(lower):
        manager = page.over(seat, upper) if _THEIR.search(upper) else over
        if manager is not None and manager.title != seat.title and (line := _line(seat.post, manager.post)) not in page.told:
            page.told.add(line)
            yield claim("REPORTS_TO", seat.post, manager.post, span=sentence, confidence=0.8)


def _line(lower: Mention, upper: Mention) -> tuple[str, str, str, str]:
    """A line of reporting by the titles of its posts and the units in which they are."""
    return fold(lower.label), lower.within, fold(upper.label), upper.within


class _Page:
    """The posts of a page, and which of them words mean."""

    def __init__(self, scene: Scene) -> None:
        self.seats = _seats(scene)
        self.labels = {block.number for block in scene.document.blocks if _LABEL.match(block.text)}
        self.gaps = {block.number for block in scene.document.blocks if block.gap}
        self.whole = {
            fold(s.subject.label): fold(s.object.label)
            for s in scene.found
            if s.link == "PART_OF" and s.subject.kind == UNIT and s.object is not None
        }
        self.members = [
            (fold(s.object.label), _name(s.subject)) for s in scene.found if s.link == "SITS_ON" and s.object is not None
        ]
        self.told = {_line(s.subject, s.object) for s in scene.found if s.link == "REPORTS_TO" and s.object is not None}
        self.topic: _Seat | None = None

    def above(self, sentence: Span) -> _Seat | None:
        """The post of whom a sentence begins to tell by her given name, as pages do below a name: "Oliver oversees the teams"."""
        first = fold(sentence.text.split()[0].removesuffix("’s").removesuffix("'s")) if sentence.text.strip() else ""
        called = [seat for seat in self.seats if first in (who.split()[0] for who in seat.holders)]
        return called[0] if len({seat.post for seat in called}) == 1 else None

    def named(self, text: str) -> list[_Seat]:
        """The posts that a text names by their titles or by all the name of who holds them, in the order of its words."""
        told = f" {fold(text)} "
        found = [
            (told.index(f" {form} "), -len(form), seat)
            for seat in self.seats
            for form in (seat.title, *seat.holders)
            if f" {form} " in told
        ]
        return [seat for _, _, seat in sorted(found, key=lambda one: one[:2])]

    def meant(self, text: str) -> _Seat | None:
        """The one post that some words begin with, by title, by its holder or by her given name."""
        if _HIM.match(text) or _PRONOUN.fullmatch(text.strip()):
            return self.topic
        told = f"{fold(_OPENS.sub('', text))} "
        fits = [seat for seat in self.seats for form in (seat.title, *seat.holders) if told.startswith(f"{form} ")]
        longest = max((len(seat.title) for seat in fits), default=0)
        fits = [seat for seat in fits if len(seat.title) == longest or not told.startswith(f"{seat.title} ")]
        given = [seat for seat in self.seats for who in seat.holders if told.split()[:1] == [parse_person(who).given.lower()]]
        family = [seat for seat in self.seats for who in seat.holders if told.split()[-1:] == who.split()[-1:]]
        return next((found[0] for found in (fits, given, family) if len({seat.post for seat in found}) == 1), None)

    def several(self, noun: str, sentence: Span) -> list[_Seat]:
        """The posts that a noun means: one by its title, or all of a class: "Heads of Service", "managers of the four teams below"."""
        bare = _BELOW.sub("", _OPENS.sub("", noun.strip(" ,")))
        if of := _HEADS_OF.match(bare):
            sort = of["unit"].removesuffix("s")
            return [seat for seat in self.seats if seat.heads.split()[-1:] == [sort]]
        team = fold(bare).removesuffix(" members")
        if people := {who for body, who in self.members if body == team}:
            return [seat for seat in self.seats if people & set(seat.holders)]
        single = _single(fold(bare))
        if single == fold(bare) and not re.match(r"\s*(?:each|every|an?)\b", noun, re.IGNORECASE):
            meant = self.meant(bare) if bare and bare[0].isupper() else None
            return [meant] if meant else []
        return [seat for seat in self.seats if single and _is_of(seat.title, single)]

    def below(self, sentence: Span) -> list[_Seat]:
        """The posts in the lines below a sentence: as many as it says, else, where it is no more than a label, all up to the next one or
        to another unit, else those up to the next gap behind the first.
        """
        start = sentence.line_at(len(sentence.text) - 1)
        behind = sorted((seat for seat in self.seats if seat.line > start and seat.holders), key=lambda seat: seat.line)
        behind = [seat for seat in behind if seat.line <= behind[0].line + _MOST * len(behind)] if behind else []
        count = next((word for word in fold(sentence.text).split() if word in pairs("loaders", "numbers")), "")
        if count:
            return behind[: int(pairs("loaders", "numbers")[count])]
        if _LABEL.match(sentence.text):
            stop = min((at for at in self.labels if at > start), default=behind[-1].line + 1 if behind else 0)
            return [seat for seat in behind if seat.line < stop and seat.unit == behind[0].unit]
        stop = next((at for at in sorted(self.gaps) if behind and at > behind[0].line), start + _MOST)
        return [seat for seat in behind if seat.line < stop]

    def over(self, seat: _Seat, words: str) -> _Seat | None:
        """The nearest post above one that runs a unit of which its own is a part, of the title that some words begin with."""
        title = _OPENS.sub("", re.sub(r"^(?:their|the (?:relevant|respective|appropriate))\s+", "", words)).split(" of ")[0]
        unit = seat.heads or seat.unit
        for _ in range(len(self.whole)):
            unit = self.whole.get(unit, "")
            head = next((one for one in self.seats if unit and one.heads == unit), None)
            if head is not None and f" {fold(title).split()[-1]} " in f" {head.title} ":
                return head
        return None


def _single(noun: str) -> str:
    """A class of posts in the singular: "heads of service" as "head of service"."""
    head, of, rest = noun.partition(" of ")
    last = head.split()[-1] if head else ""
    plural = last.endswith("s") and last.removesuffix("s") in words("loaders", "post_words") | {"head"}
    return f"{head.removesuffix('s') if plural else head}{of}{rest}"


def _is_of(title: str, single: str) -> bool:
    """Whether a title is one of a class: "Head of Waste" of heads of service, "Corporate Director, Place" of corporate directors."""
    if single in ("head of service", "head of department", "service head"):
        return title.startswith("head of ")
    if single == "director":
        return is_head(title) and "director" in title.split()
    return title.startswith(f"{single} ") or title.endswith(single)


def _seats(scene: Scene) -> tuple[_Seat, ...]:
    """The posts that are held or stand in the structure of a page, those of one mention once."""
    found: dict[Mention, dict[str, list[Statement]]] = {}
    for said in scene.found:
        post = said.object if said.link == "HOLDS" else said.subject
        if post is not None and post.kind == POST and (said.link in ("HOLDS", "POST_IN", "HEADS") or not said.link):
            found.setdefault(post, {}).setdefault(said.link or "", []).append(said)
    held = {fold(post.label) for post, said in found.items() if post.section in ("staff", "chart")}
    return tuple(
        _seat(post, said) for post, said in found.items() if post.section in ("staff", "chart") or fold(post.label) not in held
    )


def _name(who: Mention) -> str:
    return fold(split_honorific(who.label)[1] or who.label)


def _seat(post: Mention, said: dict[str, list[Statement]]) -> _Seat:
    holders = tuple(_name(s.subject) for s in said.get("HOLDS", ()))
    unit, heads = (next((fold(s.object.label) for s in said.get(link, ()) if s.object), "") for link in ("POST_IN", "HEADS"))
    return _Seat(post, holders, unit, heads, min(s.evidence.line or 0 for group in said.values() for s in group))

"""The words of a box of a chart, read: a post with its holders in one line or several, either first, the title wrapped or not.

All the words of a box are of its post but for those that say who is in it, of which unit it is, or on what terms.

Source: charts in slides, Word files and PDFs, and lists of bullets that stand for charts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sederunt.graph.names import folded_words, split_honorific
from sederunt.loaders.document import Span
from sederunt.loaders.layout.cards import Card, is_title, post_and_name
from sederunt.loaders.layout.holders import Holder, read_holders
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.naming.seats import split_acting, split_counted, without_share
from sederunt.loaders.naming.wording import ends_in_post_word, is_body, is_post, is_unit
from sederunt.loaders.sentences.relations import office_of

_CUT = re.compile(r"\n+|\s+[–—-]\s+|:\s+|;\s+|,\s+|\s+[/|]\s+")
_BRACKET = re.compile(r"^(?P<title>[^()]*(?:\([^()]*\)[^()]*)?)\s*\((?P<name>[^()]+(?:\([^()]*\))?)\)$")
_ASIDE = re.compile(
    r"\(?(?:(?:pay\s+)?(?:grade|band|scale|level|scp|po|so)\W*\w{1,4}(?:\s*[-–/+]\s*\w{1,4})?|\d+(?:\.\d+)?\s*(?:x\s*)?(?:fte|wte|hours?|hrs|days?)\b.*"
    r"|(?:fte|wte)\W*\d.*|full[ -]time|part[ -]time|job[ -]share|(?:permanent|fixed[ -]term)\s+(?:post|contract)|(?:tel|ext|email|mobile)\b.*|\S+@\S+|[£$]\s?\d.*)\)?"
    r"|(?:(?:t|m|e|phone|telephone|mob|ddi|direct)\W+)?[\W\d_]{7,}"
    r"|\(?(?:reports?|reporting|accountable|responsible)\s+(?:directly\s+)?(?:to|for)\b.*|[•·▪●○◦*]\s*\S.*",
    re.IGNORECASE,
)
"""A line that says on what terms a post is held, how its holder is reached, whom it reports to, or for what it is there."""
_DASHED = re.compile(r"[–—-]\s+\S")
"""Several such lines are a list of what a post is there for; one goes on with the title."""
_OPEN_END = re.compile(r"(?:\b(?:of|for|the|to|and|in|at)|[&,–—(/-])$", re.IGNORECASE)
"""How a line ends that goes on in the next."""
_WHOLE = re.compile(r"\b(?:of|for)\s|,\s|\s[–—-]\s")
_NOBODY = re.compile(
    r"\W*(?:\d+\s*x?\s+|posts?\s+(?:is\s+|currently\s+)*|currently\s+|new\s+)?(?:vacan(?:t|cy|cies)|to be (?:confirmed|appointed|advised|recruited)|tb[ac]\b|recruit|unfilled)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_SMALL = frozenset(["and", "of", "the", "for", "to", "in"])
_SHORT = re.compile(r"(?:AD|DD|HoS|CX|SRO)\b")
"""How boxes that are too small for them print titles: an assistant director, a head of service."""
_MOST_WORDS = 16
_LONGEST_NAME = 4
_SURE, _LIKELY = 3, 1
_POST = 10
"""What it is worth that a title has a word for a post."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a box says: ``worth`` more than 0 where it is understood, ``title`` the post as printed."""

    worth: int
    title: str = ""
    holders: tuple[Holder, ...] = ()
    vacant: bool = False
    unit: str = ""


def read_box(span: Span) -> Card | str | None:
    """The post of a box with its holders, or the name of the unit that it is; None where it is neither.

    What stands on one line may be a post and its holder with any mark between them.
    """
    lines = [line for line in span.text.split("\n") if not _ASIDE.fullmatch(line.strip())]
    dashed = [line for line in lines if _DASHED.match(line)]
    lines = [line for line in lines if len(dashed) < 2 or line not in dashed]
    text = without_share("\n".join(lines))
    if not text:
        return None
    best = max(_readings(text), key=lambda reading: (reading.worth, len(reading.title)), default=Reading(0))
    if best.worth > 0 and best.title:
        return _card(span, best)
    whole = " ".join(lines)
    return whole if is_unit(whole) and not is_body(whole) and not whole.endswith((".", ":", "?")) else None


def _card(span: Span, reading: Reading) -> Card:
    title, seats = split_counted(reading.title)
    held = sum(not holder.acting for holder in reading.holders) if title.endswith("s") and seats == 1 else 1
    acting = split_acting(title)[1]
    return Card(reading.title, span, reading.holders, max(seats, held), reading.vacant, acting)


def _readings(text: str) -> Iterator[Reading]:
    """All the ways to say which of the words are the post and which are who is in it."""
    yield _reading(text, "", apart=True)
    for cut in _CUT.finditer(text):
        first, last = text[: cut.start()], text[cut.end() :]
        apart = "\n" in cut[0]
        yield _reading(first, last, apart=apart)
        if apart or cut[0].startswith(","):
            yield _reading(last, first, apart=apart)
        elif " " in cut[0].rstrip() or ":" in cut[0]:
            yield _reading(last, first, apart=False)
    yield from _with_more(text.split("\n"))
    if beside := post_and_name(text):
        yield _reading(*beside, apart=False)
    if found := _BRACKET.match(text):
        yield _reading(found["title"], found["name"], apart=False)


def _with_more(lines: Sequence[str]) -> Iterator[Reading]:
    """The ways to take a line in the middle for the name: what stands below is what the post is there for."""
    for at in range(1, len(lines) - 1):
        reading = _reading("\n".join(lines[:at]), lines[at], apart=True)
        if reading.holders or reading.vacant:
            yield replace(reading, worth=reading.worth - 1)


def _reading(post: str, name: str, *, apart: bool) -> Reading:
    """What it is worth to take these words for the post and those for the name; ``apart``: whether each has lines of its own."""
    title = _title(post)
    worth = _title_worth(title, post)
    if worth <= 0:
        return Reading(0)
    if not name:
        return Reading(worth + 2 if worth >= _POST and not _does(title) else 0, title)
    holders, vacant, strength = _named(name)
    if strength == _SURE:
        return Reading(worth + 10, title, holders, vacant)
    if strength == _LIKELY and worth >= _POST:
        return Reading(worth + (4 if apart else 0), title, holders, vacant)
    return Reading(0)


def _does(title: str) -> bool:
    """Whether words tell what somebody does: "Officer visits", "Manager signs off"; a step of a process, and no title."""
    words = split_counted(title)[0].split()
    if ends_in_post_word(" ".join(words).removesuffix("s")) or ends_in_post_word(" ".join(words)):
        return False
    return any(
        word.isalpha() and word.islower() and word not in _SMALL and ends_in_post_word(" ".join(words[: at + 1]))
        for at, word in enumerate(words[1:])
    )


def _named(text: str) -> tuple[tuple[Holder, ...], bool, int]:
    """(those whom words name as holders, whether a seat is vacant, how surely they are names)."""
    whole = _BRACKETED.fullmatch(text.strip())
    lines = (whole[1] if whole else text).split("\n")
    if len(lines) > 1 and surely_person(lines[0]) and not all(surely_person(line) or line.startswith("(") for line in lines):
        return (), False, 0  # a whole name does not go on in the next line
    each = ", ".join(lines)
    for words in (each, each) if all(map(surely_person, lines)) else (" ".join(lines), each):
        if _NOBODY.match(words) and len(words.split()) <= _MOST_WORDS // 2:
            return read_holders(words)[0], True, _SURE
        holders, vacant = read_holders(words)
        if holders and (len(lines) == 1 or len(holders) > 1 or len(words.split()) <= _LONGEST_NAME):
            sure = all(surely_person(f"{one.honorific} {one.name}".strip()) for one in holders)
            return holders, vacant, _SURE if sure else _LIKELY
    return (), False, 0


def _title(text: str) -> str:
    """The title of a post whose words may stand on several lines, without the unit that some charts print over or under it."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    while len(lines) > 1 and _only_unit(lines[0], " ".join(lines[1:])):
        lines.pop(0)
    while len(lines) > 1 and _unit_behind(" ".join(lines[:-1]), lines[-1]):
        lines.pop()
    return " ".join(lines).strip(" –—-:")


def _only_unit(line: str, rest: str) -> bool:
    """Whether the first line of a title is the unit in which the post is."""
    if is_post(line) or _OPEN_END.search(line) or not is_title(rest):
        return False
    return bool(is_unit(line) and _WHOLE.search(rest)) or set(folded_words(line)) <= set(folded_words(rest))


def _unit_behind(title: str, line: str) -> bool:
    """Whether a line behind a whole title is the unit in which the post is, which the title names too."""
    if not is_unit(line) or is_post(line) or _OPEN_END.search(title) or not line[0].isupper():
        return False
    return is_title(title) and bool(_WHOLE.search(title)) and bool({*folded_words(title)} & {*folded_words(line)} - _SMALL)


def _holds_name(words: str) -> bool:
    """Whether words are somebody's name, perhaps behind a rank: not "Chief Inspector", which could be a rank and a name."""
    bare = _BRACKETS.sub("", words).strip()
    rank, name = split_honorific(bare)
    return surely_person(name if rank and is_post(rank) else bare) and not is_title(bare)


def _title_worth(title: str, text: str) -> int:
    """How likely words are the title of a post: nothing for a sentence, a name or an office of a body, ten for one with a post's word."""
    bare = split_acting(split_counted(title)[0])[0]
    if not bare or len(bare.split()) > _MOST_WORDS or not (bare[0].isupper() or bare[0].isdigit()):
        return 0
    if (
        _OPEN_END.search(title)
        or re.search(r"[.;?!,]$", title)
        or title.count("(") != title.count(")")
        or not re.search(r"[^\W\d_]{2}", bare)
    ):
        return 0
    head = re.split(r"\s(?:of|to|for|at)\s|,|\s[–—-]\s", bare)[0]
    if office_of(head.lower()) in ("chair", "vice-chair", "member"):
        return 0
    if any(map(_holds_name, filter(None, [bare, *_CUT.split(text)]))) or is_body(_BRACKETS.sub("", bare)):
        return 0
    if is_post(bare) or _SHORT.match(bare):
        return _POST
    return 2 if not (is_unit(bare) or looks_like_person(bare)) and "\n" not in text and len(bare.split()) <= 6 else 0

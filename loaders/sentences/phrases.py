"""Names of things in running text: runs of capitalised words with a telling word in them, found by vocabulary alone.

A run is cut where one name ends and the next begins ("the Housing Committee and the Welfare Committee"); the words in front that are
no part of a name ("Chair of the", "On Monday") are left off, and a tail that is one ("on Canals and Rivers") is kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sederunt.graph.kinds import BODY, ORGANISATION, UNIT
from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, folded_words
from sederunt.graph.statement import Kind
from sederunt.loaders.naming.people import surely_person
from sederunt.loaders.naming.wording import body_kind, is_body, is_organisation, is_post

_WORD = re.compile(r"\d+[–-]\d+|\w+(?:[’'&.+-]+\w+)*\+?(?:(?<=s)[’'](?!\w))?|&")
_LONE = re.compile(r"\b(?:[Tt]he|[Tt]o|[Bb]y|[Aa]n?|of|from|through|via|advises?)\s+(?P<name>[A-Z][a-z]+)\b(?!\s+[A-Z]|-)")
_LINKS = frozenset(["of", "and", "for", "in", "the", "&"])
_TAILS: dict[str, frozenset[str]] = {BODY: frozenset(["on"]), ORGANISATION: frozenset(["of", "for"]), UNIT: frozenset()}
_ABBREVIATED = frozenset(["St", "Dr", "Rev", "Revd", "Prof", "Hon", "Mr", "Mrs", "Ms"])
_VOCABULARY: dict[Kind, str] = {"Body": "body_words", "Unit": "unit_words", "Organisation": "organisation_words"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place; ``gap`` is what stands between it and the next, white space folded to one blank."""

    text: str
    start: int
    end: int
    gap: str

    @property
    def stem(self) -> str:
        """The word without what makes it an owner: ``Council`` of "Council's"."""
        return re.sub(r"[’'][sS]$", "", self.text)

    @property
    def capital(self) -> bool:
        """Whether it can be a word of a name."""
        return self.text[0].isupper() or self.text[0].isdigit() or self.text == "&"

    @property
    def linking(self) -> bool:
        """Whether it only joins the words of a name."""
        return self.text.lower() in _LINKS


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name found in a text: what kind of thing it names, and where it stands."""

    kind: Kind
    text: str
    start: int
    end: int


@lru_cache(4096)  # each sentence is asked by several readers
def find_names(text: str) -> tuple[Phrase, ...]:
    """The names of bodies, units and organisations in a text, in its order; none overlaps another."""
    named = _in_runs(text)
    lone = [_lone(found) for found in _LONE.finditer(text)]
    found = (*named, *(one for one in lone if one and not any(n.start <= one.start < n.end for n in named)))
    return tuple(sorted(found, key=_place))


def _place(phrase: Phrase) -> int:
    return phrase.start


def _lone(found: re.Match[str]) -> Phrase | None:
    """A name of one word: "the Cabinet"."""
    kind = pairs("loaders", "lone_names").get(found["name"].lower())
    known = next((one for one in _VOCABULARY if one == kind), None)
    return Phrase(known, found["name"], *found.span("name")) if known else None


def _in_runs(text: str) -> list[Phrase]:
    found = (phrase for run in _runs(text) for phrase in _in_run(text, run))
    return [one for one in found if not _AND_BODY.search(f"{one.text}|{text[one.end : one.end + 7]}")]


_AND_BODY = re.compile(r"\sand (?:Committee|Board|Council|Panel)\| Member")


def find_runs(text: str) -> list[tuple[int, int]]:
    """Where the runs of capitalised words stand that a name may be in, linking words and commas between them included."""
    return [(run[0].start, run[-1].end) for run in _runs(text)]


def _runs(text: str) -> Iterator[list[Word]]:
    """The runs of capitalised words of a text."""
    tokens = _words(text)
    at = 0
    while at < len(tokens):
        end = _run(tokens, at)
        if end > at:
            yield tokens[at:end]
        at = max(end, at + 1)


def _words(text: str) -> list[Word]:
    matches = list(_WORD.finditer(text))
    starts = [*(match.start() for match in matches[1:]), len(text)] if matches else []
    found = []
    for match, following in zip(matches, starts, strict=True):
        gap = text[match.end() : following]
        gap = " " if gap.isspace() or (gap == ". " and match[0] in _ABBREVIATED) else gap
        found.append(Word(match[0], match.start(), match.end(), gap if following < len(text) else "."))
    return found


def _run(tokens: list[Word], start: int) -> int:
    """Where the run of capitalised words that begins here ends: linking words and commas are part of it where capitals follow."""
    if not tokens[start].capital or tokens[start].text == "&":
        return start
    last = at = start
    while at + 1 < len(tokens) and tokens[at].gap in (" ", ", "):
        at += 1
        word = tokens[at]
        if word.capital and not (word.linking and word.text != "&"):
            last = at
        elif not (word.linking or word.text.lower() == "on") or at - last > 2:
            break
    return _with_small_head(tokens, start, last) + 1


def _with_small_head(tokens: list[Word], start: int, last: int) -> int:
    """The last word of the run with its head in small letters: "Bait Digging sub-group", "School Standards team"."""
    for size in (4, 3, 2, 1):
        head = tokens[last + 1 : last + 1 + size]
        adjacent = all(word.gap == " " for word in tokens[last : last + size])
        if (
            len(head) == size
            and adjacent
            and _text(head).lower() in words("loaders", "small_heads")
            and (tokens[start].start > 0 or (last - start > (tokens[start].text != "The") and _text(head).lower() in _TEAMS))
        ):
            return last + size
    return last


_TEAMS = ("team", "department", "directorate", "division")
"""Heads that are of a name also where it begins a sentence: "The Customer Services team is led by …"."""


def _in_run(text: str, run: list[Word]) -> Iterator[Phrase]:
    start = 0
    while start < len(run):
        found = _first(text, run, start)
        if found is None:
            return
        phrase, start = found
        yield phrase


def _first(text: str, run: list[Word], start: int) -> tuple[Phrase, int] | None:
    """The first name from here, and where to go on."""
    for at in range(start, len(run)):
        head = _head(run[start : at + 1])
        if head is None:
            continue
        head = _longest(run, start, head)
        if head.kind == ORGANISATION and _goes_on_to_body(run[start + head.last :]):
            continue
        begin = _trimmed(run, start, start + head.first, head.kind)
        last = start + head.last
        spoken = head.kind == BODY and _SPOKEN_TO.search(text[: run[begin].start]) is not None
        end = last if spoken else _tail(run, last, head.kind, alone=begin == last or run[last].linking)
        if _stands(run, begin, end, head.kind):
            return _phrase(text, run[begin : end + 1], head.kind), end + 1
    return None


_SPOKEN_TO = re.compile(r"\b(?:updat|brief|advis|inform|address|consult)\w*\s+(?:the\s+)?$", re.IGNORECASE)
"""What stands before a body that is told of something: "updated the Panel on Quay Works"."""


def _phrase(text: str, name: list[Word], kind: Kind) -> Phrase:
    """The name that these words are; "Safeguarding Board Meeting" is one of the Safeguarding Board's."""
    if name[-1].text.lower().startswith("meeting") and is_body(_text(name[:-1])):
        name = name[:-1]
    start, end = name[0].start, name[-1].start + len(name[-1].stem)
    return Phrase(kind, text[start:end], start, end)


def _goes_on_to_body(rest: list[Word]) -> bool:
    """Whether a word for an organisation is only a part of a body's name: "Norfield Schools and Early Years Forum"."""
    if len(rest) < 3 or rest[1].text not in ("and", "&"):
        return False
    for at in range(2, len(rest)):
        if rest[at].text.lower() == "the" or rest[at - 1].gap != " ":
            return False
        if (head := _head(rest[: at + 1])) is not None:
            return head.kind == BODY
    return False


@dataclass(frozen=True, slots=True)
class _Head:
    """An entry of the vocabulary at the end of some words: its kind, and the places of its first and last word."""

    kind: Kind
    first: int
    last: int


def _head(run: list[Word]) -> _Head | None:
    """What the last words mean by themselves: the longest entry that fits."""
    best: _Head | None = None
    tokens: list[str] = []
    for first in range(len(run) - 1, max(-1, len(run) - 9), -1):
        if first < len(run) - 1 and run[first].gap != " ":
            break
        tokens = [*folded_words(run[first].stem if first == len(run) - 1 else run[first].text), *tokens]
        for kind in _VOCABULARY:
            if tuple(tokens) in _entries(kind) and (best is None or first < best.first):
                best = _Head(kind, first, len(run) - 1)
    return best


@cache
def _entries(kind: Kind) -> frozenset[tuple[str, ...]]:
    known = words("loaders", _VOCABULARY[kind]) - words("loaders", "no_names")
    return frozenset(tuple(folded_words(entry)) for entry in known)


def _longest(run: list[Word], start: int, head: _Head) -> _Head:
    """The head to which the name goes on without a break: "Trust Board", "Board of Governors"."""
    last = start + head.last
    for further in range(last + 1, min(last + 6, len(run))):
        if run[further - 1].gap != " " or run[start + head.last].stem != run[start + head.last].text:
            break
        following = _head(run[start : further + 1])
        if following is None:
            continue
        joined = not any(word.linking for word in run[start + head.last + 1 : further + 1])
        if joined or following.first <= head.last:
            head = following
    return head


def _trimmed(run: list[Word], start: int, at: int, kind: Kind) -> int:
    """Where the name really begins, at the first word of its head at the latest."""
    begin = start
    for index in range(start, at):
        if _leads_in(run, begin, index, kind) or (
            run[index].gap == ", " and (kind == ORGANISATION or not _listing(run, begin, at))
        ):
            begin = index + 1
    glued = (
        begin + 2 <= at
        and run[begin + 2].text != "&"
        and len(run) > begin + 3
        and run[begin].start == 0
        and surely_person(_text(run[begin : begin + 2]))
    )
    return begin + 2 if glued else begin  # a line of a list whose columns ran together


def _leads_in(run: list[Word], begin: int, index: int, kind: Kind) -> bool:
    """Whether the words up to this one stand before a name: "Chair of", "On", "the", "Ann Hale and", "the Council's"."""
    word, before = run[index], run[begin:index]
    small = word.text.lower()
    if small in ("the", "on") or _owns(word):
        return True
    if not before:
        dated = word.text[0].isdigit() and _opens(run[index + 1])
        return _opens(word) or dated
    if small in ("of", "for", "in"):
        return _leads_of(before, kind) or _opens(before[-1]) or (small == "in" and kind != BODY)
    return small in ("and", "&") and surely_person(_text(before)) and run[index + 1].text not in _OF_FIRMS


_OF_FIRMS = ("Co", "Company", "Son", "Sons", "Partners", "Associates", "Daughters", "Brothers")
"""What stands behind "and" in the names of firms: "Ann Hale & Sons Ltd"."""


def _leads_of(before: list[Word], kind: Kind) -> bool:
    """Whether "of" behind these words leads to a name: "Chair of", "Ann Hale of", and but for bodies "Directors of", "Review of"."""
    last = before[-1].text
    if surely_person(_text(before)):
        return True
    if kind == BODY and last.lower() in words("loaders", "naming_nouns"):
        return True
    if kind == BODY and last.lower().endswith("s"):
        return False
    office = is_post(last) and is_post(_text(before))
    return office or (kind != BODY and len(before) == 1 and re.search(r"(?:ion|ing|ment|al|ance|date)$", last) is not None)


def _text(run: list[Word]) -> str:
    return " ".join(word.text for word in run)


def _listing(run: list[Word], begin: int, at: int) -> bool:
    """Whether commas part the words of one name: "Health, Care and Wellbeing Board"."""
    commas = [index for index in range(begin, at) if run[index].gap == ", "]
    pieces = [run[start + 1 : end + 1] for start, end in zip([begin - 1, *commas], commas, strict=False)]
    plain = all(
        len(piece) <= 4
        and not (is_post(_text(piece)) or is_body(_text(piece)) or surely_person(_text(piece)))
        and piece[0].capital
        for piece in pieces
    )
    names = any(is_organisation(_text(piece)) for piece in pieces)
    return plain and not names and any(word.text.lower() in ("and", "&") for word in run[commas[-1] + 2 : at])


def _owns(word: Word) -> bool:
    """Whether a word says whose: "the Forum's Media Group"."""
    return word.stem != word.text and any((fold(word.stem),) in _entries(kind) for kind in (BODY, ORGANISATION))


def _opens(word: Word) -> bool:
    text = word.text.lower()
    named = re.fullmatch(r"\d+[–+-]\d*|\d+(?:st|nd|rd|th)", text) or not text[0].isdigit()
    return text in words("loaders", "name_openers") or word.linking or not named


def _tail(run: list[Word], at: int, kind: Kind, *, alone: bool) -> int:
    """The last word of the name with what it is for: "Royal Commission on Inland Waters", "Institute of Coastal Science"."""
    links = _TAILS[kind] | ({"of", "for"} if alone and kind != UNIT else frozenset())
    after = at + 1 + (not run[at].linking)
    the = (run[at].linking or kind == ORGANISATION) and after < len(run) and run[after].text.lower() == "the"
    after += the
    if after >= len(run) or run[after - 1].gap != " " or run[after].linking:
        return at
    if not run[at].linking and (run[at].gap != " " or run[at + 1].text.lower() not in links):
        return at
    if run[after].text.lower() in words("loaders", "name_openers") or not run[after].text[0].isupper():
        return at
    end = after
    while end + 1 < len(run) and run[end].gap == " " and run[end + 1].text.lower() != "on":
        if run[end + 1].text.lower() in words("loaders", "name_openers"):
            break
        if run[end + 1].linking and (end + 2 >= len(run) or run[end + 2].linking):
            break
        end += 1
    return end


def _stands(run: list[Word], begin: int, end: int, kind: Kind) -> bool:
    """Whether the words are a name here, and not a part of a longer title such as "Committee Services Officer"."""
    name = run[begin : end + 1]
    capitals = [word for word in name if word.capital and not word.linking]
    if run[end].linking or (len(capitals) < 2 and not _small_headed(name, capitals)):
        return False
    if _names_class(name, kind) or _ends_in(name, "no_names") or _only_heads(name):
        return False
    following = run[end + 1].text if end + 1 < len(run) and run[end].gap == " " else ""
    if following and following.lower() not in _LINKS | {"on"} and not following.isdigit():
        return kind == BODY and not _goes_on(following)
    return not surely_person(_text(name))


def _small_headed(name: list[Word], capitals: list[Word]) -> bool:
    """Whether one capital and a head in small letters are a name: "Brexit working group", not "PPG group"."""
    if not capitals or name[-1].capital or _head(capitals):
        return False
    return not (capitals[0].text.isupper() and capitals[0].text[-1].lower() == name[-1].text[0])


def _only_heads(name: list[Word]) -> bool:
    """Whether each word is a thing of its own: "Council and Senate", "Office of Vice-Chancellor"."""
    first, last = name[0], name[-1]
    whole = _head(name)
    if len(name) > 3 or not name[1].linking or (whole is not None and whole.first == 0):
        return False
    if first.text.isupper() and len(first.text) < 6 and _head([last]) is not None:
        return True
    return is_post(last.text) or (_head([last]) is not None and _head([first]) is not None)


def _ends_in(name: list[Word], vocabulary: str) -> bool:
    tokens = folded_words(f"{_text(name[:-1])} {name[-1].stem}")
    return any(" ".join(tokens[-size:]) in words("loaders", vocabulary) for size in (1, 2, 3))


def _names_class(name: list[Word], kind: Kind) -> bool:
    """Whether a phrase only says what sort of thing or where: "Primary Schools", "the Annual Meeting", "Council Chamber"."""
    last = fold(name[-1].stem)
    whole = _text(name[:-1]) + f" {name[-1].stem}"
    if kind == BODY:
        return not is_body(whole) if re.match("meetings?$|executive", last) else body_kind(whole) in ("", "meeting")
    if kind == ORGANISATION and len(name) == 2 and name[0].text.endswith("ing"):
        return True
    tokens = folded_words(whole)
    singular = re.sub("ies$", "y", last) if last.endswith("ies") else last.removesuffix("s")
    classes = [(*tokens[-size:-1], singular) for size in (1, 2, 3)]
    return kind == ORGANISATION and singular != last and any(entry in _entries(kind) for entry in classes)


def _goes_on(following: str) -> bool:
    office = following.lower() in ("chair", "chairs", "chairman", "chairwoman", "chairperson", "secretary")
    return not office and (is_post(following) or any((fold(following),) in _entries(kind) for kind in (UNIT, ORGANISATION)))

"""Pages that were dumped into one long line: cut again where a heading, an item or another person begins.

Source: papers whose PDF or web page lost all its line ends: "… held at the Town Hall PRESENT: Mr A Hale Mrs B Moss APOLOGIES: Mr C
Dunn 1. Minutes The minutes were agreed. 2. Finance …".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from sederunt.graph.names import is_given_name, is_office, split_honorific
from sederunt.loaders.document import Span
from sederunt.loaders.naming.headings import ATTENDANCE, LABELS, LISTS, OF_A_MEETING, category_of, opens_business, read_heading
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.roll import read_roll

_LONG = 400
"""A shorter line is no page."""

_COLON = re.compile(r"(?<![\w’'()/&-])(?P<words>(?:[\w’'()/&-]+ ){0,5}[\w’'()/&-]+) ?:(?=\s|$)")
_SHOUTED = re.compile(r"\b[A-Z]{2,}(?: (?:& )?[A-Z]{2,})*\b")
_OPENING = re.compile(r"(?<=[^.;,] )(?:MINUTES?|Minutes?|NOTES|Notes) (?:of|OF) ")
_MEETING_OF = re.compile(
    r"(?<=\. )(?:MINUTES?|Minutes?|NOTES?|Notes?) (?:of|OF) (?:(?:a|the|A|THE) )?(?:MEETING|Meeting|meeting)\b"
)
_OF_ANOTHER = re.compile(r"\b(?:next|future|last|previous)\b", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:were|was|are|is|received|sent)\b")
_PAGE = re.compile(r"(?:(?:^|(?<=\s))\d{1,3} )?\bPage \d+ of \d+\b", re.IGNORECASE)
_NEXT = re.compile(r"(?<=[^.;,] )(?:Date of )?Next [Mm]eeting(?= (?:is |on |will |[A-Z]|\d))")
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"(?:(?<=\s)|^)(?P<number>\d{1,2})(?:\.0)?[.:]? (?=[A-Z‘“\"])")
_CODE = re.compile(r"(?:(?<=\s)|^)(?:[A-Z][A-Za-z]{1,6}/)?(?P<number>\d{1,4})/\d\d(?:[-–/]\d\d)? (?=[A-Z‘“\"])")
_PARAGRAPH = re.compile(r"(?:(?<=\s)|^)\d{1,2}\.\d{1,2}\.? (?=[A-Z])")
_PAGE_NUMBER = re.compile(r"\d{1,3} (?=[A-Z])")
_PIECE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[^\s()\[\]]+")


def unfolded(span: Span) -> list[Span]:
    """The lines that a page in one line had, as far as its headings, its items and its lists of people tell; else the line."""
    text = span.text
    if "\n" in text:
        return [span]
    if len(text) < _LONG:
        return _labelled(span)
    people = _counted(text)
    lists = {*_labels(text), *_shouted(text), *_spoken(text), *(cut for run in people for cut in _run_cuts(text, run))}
    items = _items(text, {number.start() for run in people for number in run})
    if not lists and not items:
        return [span]
    page = _PAGE_NUMBER.match(text) if lists and not _PAGE.match(text) else None
    others = {found.start() for pattern in (_OPENING, _NEXT) for found in pattern.finditer(text)}
    others |= {found.start() for found in _MEETING_OF.finditer(text, 0, min(lists, default=0))}
    pages = (edge for found in _PAGE.finditer(text) for edge in found.span())
    cuts = sorted({page.end() if page else 0, *lists, *items, *others, *pages, len(text)})
    return [line for start, end in pairwise(cuts) if (piece := span.part(start, end)) for line in _people(piece)]


def _labelled(span: Span) -> list[Span]:
    """The lines of a head that stand in one: "Present: Ann Hale Apologies: Ben Moss", "Date: 3 May Venue: Town Hall"."""
    text = span.text
    cuts = [at for at in _labels(text) if text.count("(", 0, at) == text.count(")", 0, at)] if text.count(":") > 1 else []
    if len(cuts) < 2 or cuts[0] or _OF_ANOTHER.search(text):
        return _called_over(span)
    pieces = [span.part(start, end) for start, end in pairwise([*cuts, len(text)])]
    found = [heading[0] for piece in pieces if (heading := read_heading(piece)) and heading[2]]
    telling = any(category in (*OF_A_MEETING, *LABELS) for category in found)
    return pieces if telling and len(set(found)) == len(pieces) else [span]


def _called_over(span: Span) -> list[Span]:
    """The lists of a line whose headings have no colon: "Present Ann Hale AH Apologies Ben Moss", "Present: Ann Hale. Apologies Ben Moss"."""
    found = [
        m for m in _HEADED.finditer(span.text) if not m.start() or _APART.search(span.text, max(0, m.start() - 20), m.start())
    ]
    if len(found) < 2 or found[0].start() or len({category_of(m["head"]) for m in found}) < len(found):
        return [span]
    edges = {edge for m in found for edge in (m.start(), m.end() if m[0][-1] != ":" else m.start())}
    pieces = [span.part(start, end) for start, end in pairwise(sorted({*edges, len(span.text)}))]
    listed = [span.part(m.end(), n.start()) for m, n in pairwise(found)] + [span.part(found[-1].end(), len(span.text))]
    return pieces if all(_names_one(piece.text, 0) or read_roll(piece) for piece in listed) else [span]


_HEADED = re.compile(
    r"\b(?P<head>Present|PRESENT|Apologies|APOLOGIES|Absent|ABSENT|(?:Also )?[Ii]n [Aa]ttendance|IN ATTENDANCE)(?::|(?=\s+[A-Z]))"
)
_APART = re.compile(r"(?:[.;)\]]|\b[A-Z]{2,3}|\b[A-Z][\w’'-]+)\s+$")
"""What stands before a heading in the middle of a line: the end of a name, a mark or somebody's initials."""


# Headings --------------------------------------------------------------------------------------------------------------------


def _labels(text: str) -> Iterator[int]:
    """Where "Present:", "Also in attendance:", "Date:" begin."""
    for found in _COLON.finditer(text):
        words = list(_WORD.finditer(found["words"]))
        for word in words:
            phrase = found["words"][word.start() :]
            if phrase[0].isupper() and category_of(phrase) in (*ATTENDANCE, *LABELS):
                yield found.start() + word.start()
                break


def _shouted(text: str) -> Iterator[int]:
    """Where headings in capitals without a colon begin and end: "PRESENT Ann Hale Ben Moss ABSENT …"."""
    for found in _SHOUTED.finditer(text):
        if len(found[0]) > 4 and category_of(found[0]) in LISTS:
            yield found.start()
            if not text[found.end() :].lstrip().startswith(":"):
                yield found.end()


def _counted(text: str) -> list[list[re.Match[str]]]:
    """The runs of numbers from one on that count people: "1. Ann Hale, Chair 2. Ben Moss"."""
    runs: list[list[re.Match[str]]] = []
    for number in _NUMBER.finditer(text):
        if number["number"] == "1":
            runs.append([number])
        elif runs and int(number["number"]) == len(runs[-1]) + 1:
            runs[-1].append(number)
    return [run for run in runs if len(run) > 1 and all(_names_one(text, number.end()) for number in run)]


def _names_one(text: str, at: int) -> bool:
    """Whether the words from here on begin with a name."""
    words = text[at : at + 60].split()[:4]
    return any(surely_person(" ".join(words[:size])) for size in (2, 3, 4))


def _run_cuts(text: str, run: list[re.Match[str]]) -> Iterator[int]:
    """Where each of the people whom a run counts begins, and the heading in front of the first."""
    yield from (number.start() for number in run)
    before = list(_WORD.finditer(text, max(0, run[0].start() - 80), run[0].start()))
    for at in range(len(before) - 1, -1, -1):
        sizes = (size for size in (4, 3, 2, 1) if _heads(text, before[at : at + size]))
        if size := next(sizes, 0):
            start = next((back for back in (at - 1, at - 2) if back >= 0 and _heads(text, before[back : at + size])), at)
            yield before[start].start()
            yield before[at + size].start() if at + size < len(before) else run[0].start()
            return


def _heads(text: str, phrase: list[re.Match[str]]) -> bool:
    """Whether words are a heading over people, and do not begin with what somebody before them is ("Secretary Apologies")."""
    whole = text[phrase[0].start() : phrase[-1].end()]
    lone = category_of(phrase[0][0]) in ("chair", "clerk")
    return whole[0].isupper() and not lone and category_of(whole) in LISTS


def _spoken(text: str) -> Iterator[int]:
    """Where headings without a colon begin and end that a title or a known first name follows: "In Attendance Cllr Hale"."""
    words = list(_WORD.finditer(text))
    behind = 0
    for at, word in enumerate(words):
        if at < behind or not word[0][0].isupper() or (at and text[word.start() - 2] in ",&-–"):
            continue
        for size in (4, 3, 2, 1):
            if _begins_name(words[at + size : at + size + 2]) and _heads_alone(text, words[at : at + size]):
                behind = at + size
                yield word.start()
                yield words[behind].start()
                break


def _heads_alone(text: str, words: list[re.Match[str]]) -> bool:
    """Whether words without a mark are a heading of a meeting's people, and none of them belongs to what stands before it."""
    phrase = text[words[0].start() : words[-1].end()]
    if not phrase.replace(" ", "").isalpha() or _TELLS.search(phrase) or category_of(phrase) not in OF_A_MEETING:
        return False
    return len(words) == 1 or words[0][0] in ("Also", "In", "Those", "Others") or category_of(words[0][0]) in LISTS


def _begins_name(words: list[re.Match[str]]) -> bool:
    """Whether a title, or a known first name with what can be a family name, stands here."""
    name = " ".join(word[0].strip(",;") for word in words)
    return bool(words) and (_is_title(words[0][0]) or (is_given_name(words[0][0]) and looks_like_person(name)))


def _is_title(word: str) -> bool:
    return word[-1:] != ")" and bool(split_honorific(f"{word} Hale")[0])


# Items -----------------------------------------------------------------------------------------------------------------------


def _items(text: str, counted: set[int]) -> list[int]:
    """Where items, paragraphs with a number and the text under a title in capitals begin; ``counted`` are the numbers of people."""
    numbers = [number for number in _NUMBER.finditer(text) if number.start() not in counted]
    starts = _running(list(_CODE.finditer(text))) or _running(numbers, first=1)
    if not starts:
        return []
    titles = [end for start in starts if (end := _title_end(text, start.end()))]
    titles += [begin for start in starts if (begin := _title_before(text, start.start())) is not None]
    return [*(start.start() for start in starts), *titles, *(found.start() for found in _PARAGRAPH.finditer(text))]


def _running(found: list[re.Match[str]], first: int | None = None) -> list[re.Match[str]]:
    """Those of the numbers that follow one another, three at least."""
    run: list[re.Match[str]] = []
    for number in found:
        if int(number["number"]) == (int(run[-1]["number"]) + 1 if run else first or int(number["number"])):
            run.append(number)
    return run if len(run) > 2 else []


def _title_before(text: str, end: int) -> int | None:
    """Where a title begins that stands before the number of its paragraph: "Welcome and Apologies 1. Ann Hale welcomed …"."""
    words = list(_WORD.finditer(text, max(0, end - 80), end))
    found = (word.start() for word in words[-8:] if word[0][0].isupper() and opens_business(text[word.start() : end].strip()))
    return next(found, None)


def _title_end(text: str, start: int) -> int:
    """Where a title in capitals ends; 0 where the words are printed as a sentence is."""
    end = start
    for word in _WORD.finditer(text, start):
        if word[0] != word[0].upper():
            break
        end = word.end()
    return end if end - start > 6 else 0


# People ----------------------------------------------------------------------------------------------------------------------


def _people(piece: Span) -> list[Span]:
    """A list of people in one line, cut where the next of them begins; anything else as it is."""
    label = _NUMBER.match(piece.text) or re.match(r"[^:]{2,60}:\s*", piece.text)
    counted = label is not None and label[0][0].isdigit()
    start = label.end() if label and (counted or category_of(label[0].rstrip(" :")) in ATTENDANCE) else 0
    cuts = _before_titles(piece.text, start) or _before_given_names(piece.text, start)
    return [line for a, b in pairwise([0, *cuts, len(piece.text)]) if (line := piece.part(a, b))] if cuts else [piece]


def _before_titles(text: str, start: int) -> list[int]:
    """Before "Mr", "Cllr", … where no comma, "and" or the like leads to them; at least two."""
    cuts = [
        word.start()
        for before, word in pairwise(_WORD.finditer(text, start))
        if _is_title(word[0])
        and not meeting_role(word[0])  # "Private Sector Chair Ann Hale": whose office it is is not told
        and not (is_given_name(before[0]) and is_office(word[0]))  # "Ann Bishop"
        and before[0][-1] not in ",;:&/–-"
        and before[0].islower() is False
        and (not _is_title(before[0]) or _ends_office(text[start : word.start()]))
        and not _are_initials(text[start : word.start()].split()[-2:], word[0])
    ]
    return cuts if len(cuts) > 1 else []


def _ends_office(text: str) -> bool:
    """Whether a comma leads to the part in the meeting with which words end: "Dr Ann Hale, Chair" before "Dr Ben Moss"."""
    return bool(meeting_role(text.rpartition(",")[2].strip())) if "," in text else False


def _are_initials(name: list[str], word: str) -> bool:
    """Whether capitals are those of the name in front of them, and no title: "Mandy Rice MR"."""
    return len(word) > 1 and word.isupper() and [part[0] for part in name] == list(word)


def _before_given_names(text: str, start: int) -> list[int]:
    """The beginnings of names that follow one another without a mark: "Ann Hale Ben Moss Rita Vale"."""
    pieces = list(_PIECE.finditer(text, start))
    cuts: list[int] = []
    at = end = 0
    while at < len(pieces) - 1:
        size = _name_size(pieces, at)
        if size:
            cuts.append(pieces[at].start())
            end = at + size
            name = [piece[0] for piece in pieces[at:end]]
            at = end = end + (end < len(pieces) and (pieces[end][0][0] in "([" or _are_initials(name, pieces[end][0])))
        else:
            at += 1
    known = sum(is_given_name(text[cut:].split(maxsplit=1)[0]) for cut in cuts)
    rest = [pieces[end].start()] if end < len(pieces) else []
    return [*cuts, *rest] if len(cuts) > 2 and known * 3 >= len(cuts) * 2 else []


def _name_size(pieces: list[re.Match[str]], at: int) -> int:
    """How many words the name that begins here has; 0 if none does."""
    for size in (2, 3):
        name = " ".join(piece[0] for piece in pieces[at : at + size])
        if (
            len(pieces) >= at + size
            and not _is_title(pieces[at][0].rstrip("s"))
            and looks_like_person(name)
            and name[-1] not in ",;."
        ):
            return size
    return 0

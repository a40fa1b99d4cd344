"""The last look at what readers quote: a quote is one run of the paper's words, or it is cut to one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from operator import attrgetter

from sederunt.graph.statement import Statement
from sederunt.loaders.document import Document, locator

_TAG = re.compile(r"<[^<>]*>")
_PAGE = "\0"
"""Stands where a page begins: between two pages are heads and feet that are not kept, and no quote runs over them."""


class Words:
    """The words of a document without white space, as they are printed, found again by the lines on which they stand."""

    def __init__(self, document: Document) -> None:
        lines = sorted(document.lines, key=attrgetter("number"))
        self._numbers = [line.number for line in lines]
        pages = [place.page if (place := document.places.get(line.number)) else None for line in lines]
        turned = [after is not None and before != after for before, after in pairwise([None, *pages])]
        self._printed = [_PAGE * new + line.raw for line, new in zip(lines, turned, strict=True)]
        self._lines = ["".join(printed.split()) for printed in self._printed]
        self._marks = dict.fromkeys(map(ord, _MARKS + _BETWEEN.get(document.format, "")))
        self._counted: tuple[range, str, list[int]] = range(0), "", []
        """What was asked for last: lines, their words, and at which places of these the characters stand that count."""

    def between(self, lines: range) -> str:
        """The words on these lines; where they hold tags, behind them once more without."""
        first, end = bisect_left(self._numbers, lines.start), bisect_left(self._numbers, lines.stop)
        printed = "".join(self._lines[first:end])
        return f"{printed}\n{_TAG.sub('', printed)}" if "<" in printed else printed

    def lines_of(self, quote: str, lines: range) -> tuple[int, int]:
        """The first and the last of these lines on which the quote stands; all of them where it cannot be told."""
        first, end = bisect_left(self._numbers, lines.start), bisect_left(self._numbers, lines.stop)
        ends = list(accumulate(len(line) for line in self._lines[first:end]))
        at = "".join(self._lines[first:end]).find(words := "".join(quote.split()))
        if at < 0 or not words:
            return lines.start, lines.stop - 1
        return self._numbers[first + bisect_right(ends, at)], self._numbers[first + bisect_left(ends, at + len(words))]

    def marked(self, lines: range, quote: str) -> str:
        """The quote with the marks of emphasis, links and headings that the paper has inside it; empty where it is not there."""
        printed, places = self._counting(lines)
        wanted = "".join(quote.translate(self._marks).split())
        start = "".join([printed[at] for at in places]).find(wanted)
        if start < 0 or not wanted:
            return ""
        found = printed[places[start] : places[start + len(wanted) - 1] + 1]
        return "" if _ADDRESS.search(found) else " ".join(found.split())

    def _counting(self, lines: range) -> tuple[str, list[int]]:
        """The words on these lines, and at which places the characters stand that are no marks."""
        if self._counted[0] != lines:
            first, end = bisect_left(self._numbers, lines.start), bisect_left(self._numbers, lines.stop)
            printed = "\n".join(self._printed[first:end])
            bare = _TARGET.sub(lambda found: "*" * len(found[0]), printed)
            places = [at for at, char in enumerate(bare) if not (char.isspace() or ord(char) in self._marks)]
            self._counted = lines, printed, places
        return self._counted[1:]


_ADDRESS = re.compile(r"@|\d{9}")
"""What may be contact data in the target of a link: such a quote stays without its marks."""
_MARKS = "*_[]\\"
_BETWEEN = {"csv": ',;|"'}
"""What formats print between the cells of a row."""
_TARGET = re.compile(r"(?<=\])\([^()\s]*(?:\s\"[^\"]*\")?\)")
"""What stands behind the words of a link: where it leads."""


def proved(document: Document, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements, each with a quote that stands in the document: of one that was put together, the piece that tells most."""
    words = Words(document)
    found = (_proved(statement, words) for statement in statements)
    return tuple(_placed(statement, document) for statement in found) if document.places else tuple(found)


def _placed(statement: Statement, document: Document) -> Statement:
    """The statement with the place of its quote as the file counts: its page, table, box."""
    lines = statement.evidence.lines
    place = document.places.get(lines.start)
    if place is None:
        return statement
    moved = {"locator": document.where(lines), "page": place.page, "slide": place.slide}
    return statement.model_copy(update={"evidence": statement.evidence.model_copy(update=moved)})


def _proved(statement: Statement, words: Words) -> Statement:
    evidence = statement.evidence
    quote = _as_printed(statement, words)
    first, last = words.lines_of(quote, evidence.lines)
    if (quote, first) == (evidence.quote, evidence.lines.start):
        return statement
    moved = {"quote": quote, "line": first, "locator": locator(first, last, evidence.slide)} if first else {"quote": quote}
    return statement.model_copy(update={"evidence": evidence.model_copy(update=moved)})


def _as_printed(statement: Statement, words: Words) -> str:
    """The quote with the marks that are printed in it, or the piece of it that stands in the paper and tells most."""
    evidence = statement.evidence
    near = words.between(evidence.lines)
    if "".join(evidence.quote.split()) in near:
        return evidence.quote
    if marked := words.marked(evidence.lines, evidence.quote):
        return marked
    wanted = [mention.text for mention in (statement.subject, statement.object) if mention and mention.text]
    runs = list(_runs(evidence.quote.split(), near)) or [evidence.quote]
    return max(runs, key=lambda run: (sum(text in run for text in wanted), len(run)))


def _runs(words: list[str], text: str) -> Iterator[str]:
    """The runs of words that stand together in a text."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and "".join(words[start : end + 1]) in text:
            end += 1
        if end > start:
            yield " ".join(words[start:end])
        start = max(end, start + 1)

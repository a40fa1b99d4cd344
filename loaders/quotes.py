"""The last look at what readers quote: a quote is one run of the paper's words, or it is cut to one."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sederunt.graph.statement import Statement
from sederunt.loaders.document import Document


class Words:
    """The words of a document without white space, found again by the lines on which they stand."""

    def __init__(self, document: Document) -> None:
        pieces: list[str] = []
        self.places: list[tuple[int, int]] = []
        """(line, where its words begin), in the order of the lines."""
        at = 0
        for block in document.blocks:
            for number, cell in enumerate(block.cells):
                for piece, line in ((block.mark, 0) if number else ("", 0), *_lines(cell.text, cell.places)):
                    self.places += [(line, at)] if line else []
                    pieces.append(piece)
                    at += len(piece)
        self.whole = "".join(pieces)
        self.places.sort()

    def between(self, lines: range) -> str:
        """The words on these lines."""
        start = bisect_left(self.places, (lines.start, 0))
        end = bisect_left(self.places, (lines.stop, 0))
        if start == end:
            return self.whole
        return self.whole[self.places[start][1] : self.places[end][1] if end < len(self.places) else None]


def _lines(text: str, places: tuple[tuple[int, int], ...]) -> Iterator[tuple[str, int]]:
    for at, (start, line) in enumerate(places):
        end = places[at + 1][0] if at + 1 < len(places) else len(text)
        yield "".join(text[start:end].split()), line


def proved(document: Document, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements, each with a quote that stands in the document: of one that was put together, the piece that tells most."""
    words = Words(document)
    return tuple(_proved(statement, words) for statement in statements)


def _proved(statement: Statement, words: Words) -> Statement:
    evidence = statement.evidence
    near = words.between(evidence.lines)
    if "".join(evidence.quote.split()) in near:
        return statement
    wanted = [mention.text for mention in (statement.subject, statement.object) if mention and mention.text]
    runs = list(_runs(evidence.quote.split(), near)) or [evidence.quote]
    quote = max(runs, key=lambda run: (sum(text in run for text in wanted), len(run)))
    return statement.model_copy(update={"evidence": evidence.model_copy(update={"quote": quote})})


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

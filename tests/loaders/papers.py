"""Small papers in a line: read them, and look at what was said."""

from sederunt.graph.statement import Mention, Paper, Statement
from sederunt.loaders.document import Document, Span
from sederunt.loaders.formats import text
from sederunt.loaders.load import Reading, read_document

HEAD = "Fenwick Harbour Board\n\nMinutes of the meeting held on 3 May 2019 at 2.00 pm\n\n"

LIST = "Present:\n\nAnn Hale (Chair)\nBen Moss, Harbour Master\nHelen Dunn, Treasurer\n\n"


def span(words: str) -> Span:
    return Span(words, ((0, 1),))


def document(words: str | bytes) -> Document:
    return text.read(words if isinstance(words, bytes) else words.encode(), "paper.txt")


def reading(words: str | bytes, *, contacts: bool = False) -> Reading:
    return read_document(document(words), "paper.txt", "0" * 64, contacts=contacts)


def paper(words: str | bytes, *, contacts: bool = False) -> Paper:
    return reading(words, contacts=contacts).paper


def statements(words: str, link: str | None) -> list[Statement]:
    return [s for s in paper(words).statements if s.link == link]


def pairs(words: str, link: str) -> set[tuple[str, str]]:
    """(subject, object) of the statements of one link, by the names that they are known by."""
    return {(s.subject.label, s.object.label) for s in statements(words, link) if s.object}


def roles(words: str, link: str = "ATTENDED") -> dict[str, object]:
    return {s.subject.label: s.values.get("role") for s in statements(words, link)}


def names(words: str, kind: str) -> set[str]:
    """The names of all things of one kind that a paper speaks of."""
    mentions: list[Mention] = [m for s in paper(words).statements for m in (s.subject, s.object) if m is not None]
    return {mention.label for mention in mentions if mention.kind == kind}

"""One tree of errors; every message says what happened, where, and what to do."""

from collections.abc import Mapping


class SederuntError(Exception):
    """Any failure that a user can be told about in one sentence."""


class PaperError(SederuntError):
    """A file could not be read as a paper."""


class QueryError(SederuntError):
    """A query is wrong, or asks for what is not allowed."""


class UnknownName(SederuntError):
    """A name that nothing in the graph bears."""


class AmbiguousName(SederuntError):
    """A name that fits several things; the message lists some, ``candidates`` has the id, kind and name of each."""

    def __init__(self, message: str, candidates: tuple[Mapping[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


class UnknownDocument(SederuntError):
    """A document that is not in the graph."""


class EngineError(SederuntError):
    """The engine cannot be reached, refuses, or is held by another process."""


class BeingServed(EngineError):
    """The graph can be asked and not changed, as it is being served."""

"""Two times that are set beside each other: two days, or what two papers draw."""

import re
from dataclasses import dataclass

from sederunt.graph.errors import AmbiguousName, QueryError, UnknownDocument
from sederunt.graph.names import fold
from sederunt.graph.sittings import spoken
from sederunt.graph.store import Store
from sederunt.queries.ask import date_of
from sederunt.queries.find import Paper, documents, find_document

_LIKE_A_DATE = re.compile(r"[\d/. -]*")


@dataclass(frozen=True, slots=True)
class Between:
    """Two days, or else two papers."""

    days: tuple[str, str]
    papers: tuple[Paper, Paper] | None = None

    def told(self) -> tuple[str, str]:
        """Both, in words."""
        if self.papers:
            return self.papers[0].title, self.papers[1].title
        return spoken(self.days[0]), spoken(self.days[1])


def between(store: Store, one: str, other: str) -> Between:
    """The two times that were named: the earlier day first, papers in the order in which they were named.

    Args:
        store: the graph.
        one: a date of any precision; or the path or the title of a document, or a part of one that no other has.
        other: another of the same kind.

    Raises:
        QueryError: they are the same, or one is a date and the other is none.
        UnknownDocument: no document is called so.
        AmbiguousName: several are.

    """
    dated = [bool(_LIKE_A_DATE.fullmatch(each)) for each in (one, other)]
    if any(dated) and not all(dated):
        raise QueryError(f"Changes are between two dates or between two documents, not between {one!r} and {other!r}.")
    if all(dated):
        days = sorted((date_of("DATE1", one), date_of("DATE2", other)))
        _differ(*days)
        return Between((days[0], days[1]))
    papers = (_paper(store, one), _paper(store, other))
    _differ(papers[0].path, papers[1].path)
    return Between(("", ""), papers)


def _differ(one: str, other: str) -> None:
    if one == other:
        raise QueryError(f"Nothing can have changed between {one} and {other}; give two that are not the same.")


def _paper(store: Store, name: str) -> Paper:
    try:
        return find_document(store, name)
    except UnknownDocument:
        return _by_part(store, name)


def _by_part(store: Store, part: str) -> Paper:
    """The only document that has this in its title or path."""
    wanted = fold(part)
    fits = [paper for paper in documents(store) if wanted and (wanted in fold(paper.title) or wanted in fold(paper.path))]
    if len(fits) > 1:
        raise AmbiguousName(f"{part!r} fits several documents: {'; '.join(paper.path for paper in fits[:8])}.")
    if not fits:
        raise UnknownDocument(f"There is no document {part!r} in the graph; `sederunt documents` lists what is loaded.")
    return fits[0]

"""Tables of any make whose columns somebody has told: ``members.csv`` with ``members.csv.yaml`` beside it.

The second file has a line for each column that counts, what it is and its heading: ``person: Full name``.
"""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence

from sederunt.graph.dates import find_dates
from sederunt.graph.errors import PaperError
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Block, Datum, Document
from sederunt.loaders.naming.seatroles import seat_role
from sederunt.loaders.records import Flaw, Records
from sederunt.loaders.tables import FORMATS, Row, headings, is_name, name_in, table

_WORDS = ("person", "body", "role", "post", "unit", "organisation", "reports_to", "party", "area", "start", "end")
_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm")
_BEGINNING = 6
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_VACANT = frozenset({"vacant", "vacancy", "vacant post"})


def beside(name: str) -> str:
    """The file that tells the columns of a table."""
    return f"{name}.yaml" if name.lower().endswith(_TABLES) else ""


def accepts(document: Document) -> bool:
    """Whether a document is a table whose columns are told."""
    return document.format in FORMATS and any(other.data for other in document.beside)


def read(document: Document, path: str) -> Iterator[Statement | Flaw]:
    """What the rows say by the columns that are told.

    Raises:
        PaperError: a word is none of those for columns, or the table has no such column.
    """
    told = next(other.data for other in document.beside if other.data)
    wanted = {word: heading.text for word, heading in told.fields.items()}
    for word in wanted:
        if word not in _WORDS:
            raise PaperError(f"{beside(path)}: there is nothing called {word!r}; a column can be {', '.join(_WORDS)}.")
    head = _head(document, wanted, path)
    rows = table(document, head)
    places = {word: headings(head).index(heading) for word, heading in wanted.items()}
    yield from _Rows(Records(document, rows.private), rows.rows, places).statements()


def _head(document: Document, wanted: Mapping[str, str], path: str) -> Block:
    """The first row that has all the headings."""
    first = document.blocks[:_BEGINNING]
    for block in first:
        if set(wanted.values()) <= set(headings(block)):
            return block
    best = max(first, key=lambda block: len(set(headings(block)) & set(wanted.values())), default=None)
    printed = headings(best) if best else []
    missing = next((heading for heading in wanted.values() if heading not in printed), "")
    there = ", ".join(f"“{heading}”" for heading in printed if heading) or "none"
    raise PaperError(f"{beside(path)}: the table has no column “{missing}”; it has {there}.")


class _Rows:
    """The rows of a table as statements."""

    def __init__(self, records: Records, rows: Sequence[Row], places: Mapping[str, int]) -> None:
        self.records = records
        self.rows = rows
        self.places = places
        self.titles: dict[str, list[Mention]] = {}
        """The posts that may be told as whom somebody reports to: by their titles, and by the names of who is in them."""

    def of(self, row: Row, word: str) -> str:
        """What a row has in a column."""
        at = self.places.get(word, len(row.cells))
        return row.cells[at].text if at < len(row.cells) else ""

    def statements(self) -> Iterator[Statement | Flaw]:
        """Everything that they say."""
        posts = [(row, self._post(row)) for row in self.rows]
        for row, post in posts:
            for name in (self.of(row, "post"), name_in(self.of(row, "person"))[0]):
                if post and name and post not in self.titles.setdefault(fold(name), []):
                    self.titles[fold(name)].append(post)
        for row, post in posts:
            yield from self._person(row, post)
            if post:
                yield from self._line(row, post)

    def _post(self, row: Row) -> Mention | None:
        title = self.of(row, "post")
        return (
            self.records.mention("Post", title, within=self.of(row, "unit") or self.of(row, "organisation")) if title else None
        )

    def _proof(self, row: Row, *words: str) -> tuple[Datum, Datum]:
        """What these columns and those between them say, then the whole row, which is quoted where it is not too long."""
        places = [self.places[word] for word in words if word in self.places]
        return row.run(min(places), max(places)), row.whole

    def _person(self, row: Row, post: Mention | None) -> Iterator[Statement | Flaw]:
        """Somebody with all that the row ties them to; of a vacancy, that it is one."""
        said = self.of(row, "person")
        name, honorific = name_in(said)
        if fold(said) in _VACANT and post:
            yield self.records.named(post, row.whole, vacant=True)
        elif is_name(name):
            person = self.records.mention("Person", said, name=name, honorific=honorific)
            time = yield from self._time(row)
            yield from self._ties(row, person, post, time)
        elif said:
            yield Flaw(self._where(row, "person"), f"“{said}” is not taken for a name; nobody is put there.")

    def _ties(self, row: Row, person: Mention, post: Mention | None, time: Mapping[str, str]) -> Iterator[Statement]:
        body, party, place = self._body(row), self._named(row, "party"), self._named(row, "organisation")
        area = self.of(row, "area")
        if body:
            role, more = self.of(row, "role"), {"area": area, "on_behalf_of": self.of(row, "party")}
            proof = self._proof(row, "person", "body", "role")
            yield self.records.linked(person, "SITS_ON", body, *proof, role=seat_role(role), role_text=role, **time, **more)
        if post:
            yield self.records.linked(person, "HOLDS", post, *self._proof(row, "person", "post"), area=area, **time)
        if party:
            yield self.records.linked(person, "AFFILIATED_TO", party, *self._proof(row, "person", "party"), **time)
        if place and not post:
            link = "REPRESENTS" if body else "AFFILIATED_TO"
            yield self.records.linked(person, link, place, *self._proof(row, "person", "organisation"), **time)

    def _body(self, row: Row) -> Mention | None:
        name = self.of(row, "body")
        return self.records.mention("Body", name) if name else None

    def _named(self, row: Row, word: str) -> Mention | None:
        name = self.of(row, word)
        return self.records.mention("Organisation", name) if name else None

    def _line(self, row: Row, post: Mention) -> Iterator[Statement | Flaw]:
        """Where a post is, and to whom it reports."""
        organisation, unit = self._named(row, "organisation"), self.of(row, "unit")
        place = self.records.mention("Unit", unit, within=self.of(row, "organisation")) if unit else organisation
        if place:
            yield self.records.linked(post, "POST_IN", place, *self._proof(row, "post", "unit", "organisation"))
        if unit and place and organisation:
            yield self.records.linked(place, "PART_OF", organisation, *self._proof(row, "unit", "organisation"))
        said = self.of(row, "reports_to")
        found = [one for one in self.titles.get(fold(name_in(said)[0]), self.titles.get(fold(said), [])) if one != post]
        near = [one for one in found if one.within == post.within] or found
        if len(near) == 1:
            manager = near[0].model_copy(update={"text": said, "name": near[0].label})
            yield self.records.linked(post, "REPORTS_TO", manager, *self._proof(row, "post", "reports_to"))
        elif said:
            which = (
                "no other row has a post or a person of this name"
                if not near
                else f"{len(near)} posts of the table may be meant"
            )
            yield Flaw(
                self._where(row, "reports_to"), f"who is meant by “{said}” is not clear: {which}; this line is left out."
            )

    def _time(self, row: Row) -> Generator[Flaw, None, dict[str, str]]:
        """When it begins and ends, as ISO dates; what cannot be read as a date is told of."""
        time: dict[str, str] = {}
        for word in ("start", "end"):
            said = self.of(row, word)
            if _ISO.fullmatch(said):
                time[word] = said
            elif found := find_dates(said):
                time[word] = found[0].start if word == "start" else found[0].end or found[0].start
            elif said:
                yield Flaw(self._where(row, word), f"“{said}” is no date that can be read; it is left out.")
        return time

    def _where(self, row: Row, word: str) -> str:
        return f"{row.place}, column {self.places[word] + 1}"

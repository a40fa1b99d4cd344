"""Tables of any make: those whose columns somebody has told, and those of who was on what from when to when whose headings say so.

The columns of ``members.csv`` are told by ``members.csv.yaml`` beside it, which has a line for each that counts, what it is and its
heading: ``person: Full name``. A list of records in JSON is a table too; the names of its values are the headings.
"""

import re
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence

from sederunt.graph.errors import PaperError
from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Block, Datum, Document
from sederunt.loaders.naming.seatroles import seat_role
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.records import Flaw, Records
from sederunt.loaders.tables import FORMATS, Row, Table, headings, is_name, listed, name_in, table
from sederunt.loaders.terms import UNREAD, both, is_american, told

_WHO = ("person", "given", "family")
_PLACES = ("body", "role", "post", "unit", "organisation", "reports_to", "party", "area")
_WORDS = (*_WHO, "person_id", *_PLACES, "start", "end", "term")
_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".json")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|[_.]")
_BEGINNING = 6
_VACANT = frozenset({"vacant", "vacancy", "vacant post"})


def beside(name: str) -> str:
    """The file that tells the columns of a table."""
    return f"{name}.yaml" if name.lower().endswith(_TABLES) else ""


def accepts(document: Document) -> bool:
    """Whether a document is a table, or a list of records, whose columns are told or plain to see."""
    if document.format in FORMATS or document.data:
        return any(other.data for other in document.beside) or _plain(document) is not None
    return False


def read(document: Document, path: str) -> Iterator[Statement | Flaw]:
    """What the rows say by the columns that are told.

    Raises:
        PaperError: a word is none of those for columns, or the table has no such column.
    """
    columns = next((other.data for other in document.beside if other.data), None)
    found = _told(document, columns, path) if columns else _plain(document)
    if found:
        rows, places = found
        yield from _Rows(Records(document, rows.private), rows, places, path).statements()


def _told(document: Document, columns: Datum, path: str) -> tuple[Table, dict[str, int]]:
    """The table, and where each column stands of which somebody has told what it is."""
    wanted = {word: heading.text for word, heading in columns.fields.items()}
    for word in wanted:
        if word not in _WORDS:
            raise PaperError(f"{beside(path)}: there is nothing called {word!r}; a column can be {', '.join(_WORDS)}.")
    rows = listed(document) or table(document, _head(document, wanted.values(), path))
    _refuse_missing(rows.columns, wanted.values(), path)
    return rows, {word: list(rows.columns).index(heading) for word, heading in wanted.items()}


def _plain(document: Document) -> tuple[Table, dict[str, int]] | None:
    """The table of who was on what from when to when, where its headings say so themselves, and where its columns stand."""
    if document.data:
        rows = listed(document)
    else:
        heads = (block for block in document.blocks[:_BEGINNING] if _is_enough(_by_heading(headings(block))))
        rows = table(document, head) if (head := next(heads, None)) else None
    places = _by_heading(rows.columns) if rows else {}
    return (rows, _with_body(rows, places)) if rows and _is_enough(places) else None


def _by_heading(columns: Sequence[str]) -> dict[str, int]:
    """Where each column stands whose heading says what it holds; the first of several."""
    known = pairs("loaders", "term_columns")
    words = [known.get(fold(_HUMP.sub(" ", heading)), "") for heading in columns]
    untold = {"", "term"} if {"start", "end"} & set(words) else {""}  # beside days, a term is the number of a parliament
    return {word: words.index(word) for word in dict.fromkeys(words) if word not in untold}


def _with_body(rows: Table, places: dict[str, int]) -> dict[str, int]:
    """Where the columns stand: organisations most of which meet are bodies, and what people are in others is a post."""
    if "body" in places:
        return places
    at = places["organisation"]
    names = [row.cells[at].text for row in rows.rows if at < len(row.cells)]
    meet = 2 * sum(map(is_body, names)) >= len(names) or "role" not in places
    was, now = ("organisation", "body") if meet else ("role", "post")
    return {now if word == was else word: column for word, column in places.items()}


def _is_enough(places: Mapping[str, int]) -> bool:
    """Whether it is plain who was on what, and when."""
    return all(words & places.keys() for words in ({"person", "family"}, {"body", "organisation"}, {"start", "end", "term"}))


def _head(document: Document, wanted: Collection[str], path: str) -> Block:
    """The first row that has all the headings, else the one that has most."""
    first = document.blocks[:_BEGINNING]
    best = max(first, key=lambda block: len(set(headings(block)) & set(wanted)), default=None)
    if best is None:
        raise PaperError(f"{path}: there is no row in it.")
    return best


def _refuse_missing(columns: Sequence[str], wanted: Iterable[str], path: str) -> None:
    missing = next((heading for heading in wanted if heading not in columns), None)
    if missing is not None:
        there = ", ".join(f"“{heading}”" for heading in columns if heading) or "none"
        raise PaperError(f"{beside(path)}: the table has no column “{missing}”; it has {there}.")


class _Rows:
    """The rows of a table as statements."""

    def __init__(self, records: Records, rows: Table, places: Mapping[str, int], path: str) -> None:
        self.records = records
        self.columns = rows.columns
        self.rows = rows.rows
        self.places = places
        self.path = path
        self.listed = not rows.place
        self.american = is_american(self.of(row, word) for row in self.rows for word in ("start", "end"))
        self.titles: dict[str, list[Mention]] = {}
        """The posts that may be told as whom somebody reports to: by their titles, and by the names of who is in them."""

    def of(self, row: Row, word: str) -> str:
        """What a row has in a column."""
        at = self.places.get(word, len(row.cells))
        return row.cells[at].text if at < len(row.cells) else ""

    def name(self, row: Row) -> str:
        """The name of a person as a row has it, in one column or in two."""
        return self.of(row, "person") or " ".join(filter(None, (self.of(row, "given"), self.of(row, "family"))))

    def statements(self) -> Iterator[Statement | Flaw]:
        """Everything that they say."""
        posts = [(row, self._post(row)) for row in self.rows]
        for row, post in posts:
            for name in (self.of(row, "post"), name_in(self.name(row))[0]):
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
        said, id_ = self.name(row), self.of(row, "person_id")
        name, honorific = name_in(said)
        if fold(said) in _VACANT and post:
            yield self.records.named(post, row.whole, vacant=True)
        elif is_name(name) or (id_ and name and fold(said) not in _VACANT):
            key = f"{self.path}#{id_}" if id_ else ""
            person = self.records.mention("Person", said, key, name=name, honorific=honorific)
            time = yield from self._time(row)
            yield from self._ties(row, person, post, time)
        elif said:
            yield Flaw(
                self._where(row, next(word for word in _WHO if word in self.places)),
                f"“{said}” is not taken for a name; nobody is put there.",
            )

    def _ties(self, row: Row, person: Mention, post: Mention | None, time: Mapping[str, str]) -> Iterator[Statement]:
        body, party, place = self._body(row), self._named(row, "party"), self._named(row, "organisation")
        area = self.of(row, "area")
        if body:
            role, more = self.of(row, "role"), {"area": area, "on_behalf_of": self.of(row, "party")}
            proof = self._proof(row, *_WHO, "body", "role")
            yield self.records.linked(person, "SITS_ON", body, *proof, role=seat_role(role), role_text=role, **time, **more)
        if post:
            yield self.records.linked(person, "HOLDS", post, *self._proof(row, *_WHO, "post"), area=area, **time)
        if party:
            yield self.records.linked(person, "AFFILIATED_TO", party, *self._proof(row, *_WHO, "party"), **time)
        if place and not post:
            link = "REPRESENTS" if body else "AFFILIATED_TO"
            yield self.records.linked(person, link, place, *self._proof(row, *_WHO, "organisation"), **time)

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
        if said := self.of(row, "term"):
            days = both(said, american=self.american)
            if days is None:
                yield Flaw(self._where(row, "term"), f"“{said}” {UNREAD}")
            time = dict(zip(("start", "end"), days or ("", ""), strict=True))
        for word in (word for word in ("start", "end") if word in self.places):
            day = told(self.of(row, word), american=self.american)
            if day is None:
                yield Flaw(self._where(row, word), f"“{self.of(row, word)}” {UNREAD}")
            time[word] = day or time.get(word, "")
        return time

    def _where(self, row: Row, word: str) -> str:
        at = self.places[word]
        return f"{row.place}, {self.columns[at]}" if self.listed else f"{row.place}, column {at + 1}"

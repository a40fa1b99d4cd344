"""Organogram returns of UK central government: a table of senior posts and one of junior posts, CSV or a sheet each.

Source: data.gov.uk, returns of departments and their bodies since 2011. What is wrong in a return is told, row by row, and the
rest is read. A reference is good in its own return alone: the two tables whose names differ in ``senior`` and ``junior`` only. In
returns whose names differ in the date only, a senior post with the same reference and title is the same; so is a junior one with
the same title and grade in the same unit, whoever is its manager, the first with the first and the second with the second.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Block, Datum, Document, Shape
from sederunt.loaders.records import Flaw, Records
from sederunt.loaders.tables import FORMATS, Row, Table, headings, is_name, name_in, table

_SENIOR = {
    "reference": ("Post Unique Reference", "Unique Post Reference", "Unique Reference", "Post Reference", "Post Ref"),
    "name": ("Name", "Name of Post Holder", "Post Holder"),
    "title": ("Job Title", "Post Title"),
    "department": ("Parent Department", "Department"),
    "organisation": ("Organisation", "Organization"),
    "unit": ("Unit", "Unit Name", "Business Unit"),
    "manager": ("Reports to Senior Post", "Reporting to Senior Post", "Reports to", "Reports to Post"),
}
_JUNIOR = {
    "department": _SENIOR["department"],
    "organisation": _SENIOR["organisation"],
    "unit": _SENIOR["unit"],
    "manager": ("Reporting Senior Post", *_SENIOR["manager"]),
    "grade": ("Grade", "Grade (or equivalent)"),
    "title": ("Generic Job Title", "Job Title"),
    "seats": ("Number of Posts in FTE", "Number of Posts (FTE)", "Number of Posts", "FTE"),
}
"""The columns that are read, each with the heading of the form and others that stand for it."""

_ANY = frozenset({"department", "unit", "grade"})
"""Columns that a return may lack."""
_BEGINNING = 6
"""The headings stand in one of so many rows."""
_TOP, _NO_POST = "xx", "0"
_VACANT = frozenset({"vacant", "vacancy", "vacant post", "post vacant"})
_UNTOLD = frozenset({"", "n d", "n a", "nd", "na", "eliminated"})
_TOLD = 20
"""No sentence names more posts one by one."""
_SORT = re.compile(r"senior|junior", re.IGNORECASE)
_DATE = re.compile(r"[-_. ]?(?<!\d)(?:19|20)\d\d[-_.](?:0[1-9]|1[0-2])(?:[-_.][0-3]\d)?(?!\d)")


def beside(name: str) -> str:
    """The file of the senior posts to whom those of a file of junior posts report."""
    return re.sub("junior", "senior", name) if "junior" in name else ""


def accepts(document: Document) -> bool:
    """Whether a document is a table of senior or of junior posts."""
    return document.format in FORMATS and _head(document) is not None


def _head(document: Document) -> tuple[Block, dict[str, int], bool] | None:
    """The row of headings, where each column stands, and whether the posts are senior ones."""
    for block in document.blocks[:_BEGINNING]:
        for form in (_SENIOR, _JUNIOR):
            found = _columns(headings(block), form)
            if block.kind is Shape.ROW and not form.keys() - found.keys() - _ANY:
                return block, found, form is _SENIOR
    return None


def _columns(printed: Sequence[str], form: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Where the columns of a form stand; the heading of the form before others that stand for it."""
    folded = [fold(heading) for heading in printed]
    fits = {column: next((w for wording in form[column] if (w := fold(wording)) in folded), "") for column in form}
    return {column: folded.index(wording) for column, wording in fits.items() if wording}


def read(document: Document, path: str) -> Iterator[Statement | Flaw]:
    """What a return says of its posts, and what is wrong in it."""
    if (found := _head(document)) is not None:
        head, columns, senior = found
        posts = table(document, head)
        yield from _flaws_of_headings(posts, columns, _SENIOR if senior else _JUNIOR)
        yield from _flaws_of_rows(document, posts)
        rows = [row for row in posts.rows if len(row.cells) > 1]
        kept = _Return(Records(document, posts.private), _SORT.sub("", path), columns)
        yield from kept.senior(rows) if senior else kept.junior(rows, _titles(document))


def _flaws_of_headings(posts: Table, columns: Mapping[str, int], form: Mapping[str, Sequence[str]]) -> Iterator[Flaw]:
    for number, heading in enumerate(posts.columns, 1):
        if not heading:
            yield Flaw(f"{posts.place}, column {number}", "its heading is empty.")
    for column, at in columns.items():
        if posts.columns[at].casefold() != form[column][0].casefold():
            yield Flaw(
                f"{posts.place}, column {at + 1}", f"the heading “{posts.columns[at]}” is taken for “{form[column][0]}”."
            )


def _flaws_of_rows(document: Document, posts: Table) -> Iterator[Flaw]:
    """Rows with values in more columns than there are headings, or, where the file has empty values too, in fewer."""
    width = len(posts.columns)
    for row in posts.rows:
        if len(row.cells) > width or (document.format == "csv" and len(row.cells) < width):
            yield Flaw(row.place, f"it has {len(row.cells)} values under {width} headings; check that none has moved.")


def _titles(document: Document) -> Mapping[str, str] | None:
    """The titles of the senior posts of the same return by their references, where their table is there."""
    for other in document.beside:
        found = _head(other) if other.format in FORMATS else None
        if found is not None and found[2]:
            rows = reversed(table(other, found[0]).rows)  # of a reference for two posts the first counts
            known = {_bare(row, found[1], "reference"): _bare(row, found[1], "title") for row in rows}
            return {reference: title for reference, title in known.items() if title and reference != _NO_POST}
    return None


def _bare(row: Row, columns: Mapping[str, int], column: str) -> str:
    """What a row says in a column, quotes and blanks around it left off."""
    at = columns.get(column, len(row.cells))
    return row.cells[at].text.strip("'\"‘’“” ") if at < len(row.cells) else ""


@dataclass(frozen=True)
class _Seat:
    """A row of a senior post, with its reference, its mention and the reference to which it says that it reports."""

    row: Row
    reference: str
    post: Mention
    manager: str


class _Return:
    """A table of a return: its rows as statements; ``name`` is that of the return."""

    def __init__(self, records: Records, name: str, columns: Mapping[str, int]) -> None:
        self.records = records
        self.name = name
        self.series = _DATE.sub("", name)
        self.columns = columns
        self.nested: set[tuple[Mention, Mention]] = set()
        """What was told to be a part of what: the first row that says so is enough."""

    def of(self, row: Row, column: str) -> str:
        """What a row says in a column."""
        return _bare(row, self.columns, column)

    def where(self, row: Row, column: str) -> str:
        """The place of a value, as a person would say it."""
        return f"{row.place}, column {self.columns[column] + 1}"

    def run(self, row: Row, *columns: str) -> Datum:
        """The words of a row from the first to the last of these columns."""
        places = [self.columns[column] for column in columns if column in self.columns]
        return row.run(min(places), max(places))

    def senior(self, rows: Sequence[Row]) -> Iterator[Statement | Flaw]:
        """The posts of a table of senior posts, who is in them, and to whom they report."""
        seats: list[_Seat] = []
        known: dict[str, Mention] = {}
        for row in rows:
            reference, title = self.of(row, "reference"), self.of(row, "title")
            if reference == _NO_POST or not title:
                yield from self._holder(row, None)
                continue
            first = known.get(reference)
            if first and fold(first.text) != fold(title):
                told = f"the reference {reference} is that of “{first.text}” above too; each is kept as a post of its own."
                yield Flaw(self.where(row, "reference"), told)
            same = first is not None and fold(first.text) == fold(title)
            post = first if first and same else self._senior(reference or self.of(row, "unit"), title)
            known.setdefault(reference, post)
            seats.append(_Seat(row, reference, post, self.of(row, "manager")))
            yield from self._place(row, post)
            yield from self._holder(row, post)
        yield from self._reports(seats, known)

    def _senior(self, reference: str, title: str) -> Mention:
        return self._post(title, f"{reference}/{fold(title)}")

    def _post(self, title: str, key: str) -> Mention:
        return self.records.mention("Post", title, f"{self.series}#{key}")

    def _organisation(self, row: Row) -> Mention | None:
        name = self.of(row, "organisation") or self.of(row, "department")
        return self.records.mention("Organisation", name) if name else None

    def _place(self, row: Row, post: Mention) -> Iterator[Statement]:
        """Where a post is: its unit, the organisation of this and the department to which it belongs."""
        organisation = self._organisation(row)
        if organisation is None:
            return
        proof = self.run(row, "department", "organisation", "unit")
        department, unit = self.of(row, "department"), self.of(row, "unit")
        place = organisation
        if unit and fold(unit) not in (fold(organisation.text), fold(department)):
            place = self.records.mention("Unit", unit, within=organisation.text)
            yield from self._part(place, organisation, proof)
        if department and fold(department) != fold(organisation.text):
            yield from self._part(organisation, self.records.mention("Organisation", department), proof)
        yield self.records.linked(post, "POST_IN", place, self.run(row, "title", "organisation", "unit"), proof)

    def _part(self, part: Mention, whole: Mention, proof: Datum) -> Iterator[Statement]:
        if (part, whole) not in self.nested:
            self.nested.add((part, whole))
            yield self.records.linked(part, "PART_OF", whole, proof)

    def _holder(self, row: Row, post: Mention | None) -> Iterator[Statement | Flaw]:
        """Who is in a post, or that nobody is; of who is in none, where they work."""
        said = self.of(row, "name")
        if post and fold(said) in _VACANT:
            yield self.records.named(post, self.run(row, "reference", "name", "title"), vacant=True)
        if fold(said) in _VACANT | _UNTOLD:
            return
        for part in said.split("/"):
            name, honorific = name_in(part)
            if is_name(name):
                person = self.records.mention("Person", part.strip(), name=name, honorific=honorific)
                yield from self._held(row, person, post)
            else:
                yield Flaw(
                    self.where(row, "name"), f"“{part.strip()}” is not taken for a name; nobody is said to be in this post."
                )

    def _held(self, row: Row, person: Mention, post: Mention | None) -> Iterator[Statement]:
        organisation = self._organisation(row)
        if post:
            yield self.records.linked(person, "HOLDS", post, self.run(row, "name", "title"))
        elif organisation:
            proof = self.run(row, "name", "organisation")
            yield self.records.linked(person, "AFFILIATED_TO", organisation, proof, self.run(row, "name", "title"))

    def _reports(self, seats: Sequence[_Seat], known: Mapping[str, Mention]) -> Iterator[Statement | Flaw]:
        """The lines of reporting. Of those that go round in a circle one is wrong, and none is sure."""
        tops = {seat.reference: seat for seat in seats if fold(seat.manager) == _TOP}
        if len(tops) > 1:
            last = self.where(tops[list(tops)[-1]].row, "manager")
            yield Flaw(last, f"{len(tops)} posts report to nobody (XX): {_listed(tops)}; only the head of all should.")
        circle = yield from self._circles(seats)
        for seat in seats:
            if fold(seat.manager) == _TOP:
                continue
            where = self.where(seat.row, "manager")
            if seat.manager == seat.reference:
                yield Flaw(where, f"the post {seat.reference} reports to itself; this line is left out.")
            elif seat.manager not in known:
                yield Flaw(where, _missing(seat.manager))
            else:
                manager = known[seat.manager].model_copy(update={"text": seat.manager, "name": known[seat.manager].label})
                proof = self.run(seat.row, "reference", "title", "manager"), self.run(seat.row, "reference", "title")
                told = self.records.linked(seat.post, "REPORTS_TO", manager, *proof)
                doubtful = seat.reference in circle and circle[seat.reference] == circle.get(seat.manager)
                yield told.model_copy(update={"confidence": 0.6}) if doubtful else told

    def _circles(self, seats: Sequence[_Seat]) -> Generator[Flaw, None, dict[str, int]]:
        """Tell of each circle; gives the references that are in one, each with the number of it."""
        above: dict[str, set[str]] = {}
        rows: dict[str, Row] = {}
        for seat in seats:
            above.setdefault(seat.reference, set()).add(seat.manager)
            rows.setdefault(seat.reference, seat.row)
        found = circles(above)
        order = {reference: at for at, reference in enumerate(rows)}
        for circle in found:
            first = min(circle, key=order.__getitem__)
            told = f"the posts {_listed(circle)} report to one another in a circle; its lines are kept as doubtful."
            yield Flaw(self.where(rows[first], "manager"), told)
        return {reference: number for number, circle in enumerate(found) for reference in circle}

    def junior(self, rows: Sequence[Row], titles: Mapping[str, str] | None) -> Iterator[Statement | Flaw]:
        """The posts of a table of junior posts; ``titles``: of the senior posts of the return, if they are at hand."""
        seen: Counter[str] = Counter()
        for row in rows:
            title, manager = self.of(row, "title"), self.of(row, "manager")
            if not title:
                yield Flaw(self.where(row, "title"), "it has no job title; the row is left out.")
                continue
            columns = ("organisation", "unit", "grade", "title")
            key = "junior/" + "/".join(fold(self.of(row, column)) for column in columns)
            seen[key] += 1
            post = self._post(title, f"{key}/{seen[key]}")
            yield from self._seats(row, post)
            yield from self._place(row, post)
            if not manager or (titles is not None and manager not in titles):
                yield Flaw(self.where(row, "manager"), _missing(manager))
            elif fold(manager) != _TOP:
                senior = self._manager(manager, titles)
                yield self.records.linked(post, "REPORTS_TO", senior, self.run(row, "unit", "manager"))

    def _manager(self, reference: str, titles: Mapping[str, str] | None) -> Mention:
        """The senior post with a reference; where the table of these is not at hand, nothing but this is known of it."""
        if titles is None:
            alone = f"{self.name}#{reference}"
            return self.records.mention("Post", reference, alone, name=alone)
        return self._senior(reference, titles[reference]).model_copy(update={"text": reference, "name": titles[reference]})

    def _seats(self, row: Row, post: Mention) -> Iterator[Statement | Flaw]:
        """How many people a post is for: whole numbers of them, even where they work part of the time."""
        proof = self.run(row, "title", "seats")
        try:
            seats = math.ceil(float(self.of(row, "seats")))
        except (ValueError, OverflowError):
            seats = 0
        if seats < 1:
            yield Flaw(self.where(row, "seats"), f"“{self.of(row, 'seats')}” is no number of posts; one is taken for granted.")
        yield self.records.named(post, proof, seats=str(max(seats, 1)))


def _missing(manager: str) -> str:
    if not manager:
        return "no post is named to which it reports."
    return f"it reports to {manager}, which no senior post of this return has for its reference; this line is left out."


def _listed(posts: Collection[str]) -> str:
    """Some posts by their references; of very many the first."""
    more = f" and {len(posts) - _TOLD} others" if len(posts) > _TOLD else ""
    return ", ".join(list(posts)[:_TOLD]) + more


def circles(above: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The groups of posts each of which is somewhere above all others of its group; ``above``: of each, to what it reports."""
    below: dict[str, list[str]] = {}
    for post, others in above.items():
        for other in others:
            below.setdefault(other, []).append(post)
    climbed: set[str] = set()
    upwards = [post for start in above for post in _reached(start, above, climbed)]
    grouped: set[str] = set()
    groups = (_reached(top, below, grouped) for top in reversed(upwards))
    return sorted(sorted(group) for group in groups if len(group) > 1)


def _reached(start: str, ways: Mapping[str, Collection[str]], seen: set[str]) -> list[str]:
    """The posts that can be reached and are not ``seen`` yet, which they are from then on; each behind those reached from it."""
    found: list[str] = []
    waiting = [(start, iter(ways.get(start, ())))] if start not in seen else []
    seen.add(start)
    while waiting:
        new = next((post for post in waiting[-1][1] if post not in seen), None)
        if new is None:
            found.append(waiting.pop()[0])
        else:
            seen.add(new)
            waiting.append((new, iter(ways.get(new, ()))))
    return found

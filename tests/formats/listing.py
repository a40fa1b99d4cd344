"""Staff as lists and tables: bullets that hang under one another, tables on slides, and the rows of spreadsheets."""

import csv
from dataclasses import dataclass
from io import BytesIO, StringIO
from random import Random

from openpyxl import Workbook

from tests.formats.opc import Slide, paragraphs, placeholder
from tests.formats.orgs import Org, Post
from tests.formats.printing import Manner


def in_line(manner: Manner, post: Post, mark: str = " – ") -> list[str]:
    """A post and who is in it as lines of a list."""
    if not post.seats:
        return [manner.title(post, None)]
    if len(post.seats) > 1 and not any(post.seats):
        return [manner.title(post, None, len(post.seats))]
    lines = []
    for seat in post.seats:
        title, name = manner.title(post, seat), manner.name(seat)
        if mark == "()":
            lines.append(f"{title} ({name.strip('()')})" if "(" not in name.strip("()") else f"{title} – {name}")
        elif mark == ", " and seat is not None and "(" not in name:
            lines.append(f"{name}, {title}")
        else:
            lines.append(f"{title}{' – ' if mark == ', ' else mark}{name}")
    return lines


def bulleted(org: Org, rng: Random, mark: str, *, title: str = "Our structure", split: bool = False) -> Slide:
    """A slide of bullets with levels; ``split``: the first levels in one place, the rest as before."""
    manner = Manner(rng)
    base = rng.choice((0, 1)) if split else 0
    lines = "".join(paragraphs(line, post.level + base) for post in org.posts for line in in_line(manner, post, mark))
    return Slide(placeholder(3, rng.choice(("body", "", "obj")), lines, 1), title)


def cell(words: str, more: str = "") -> str:
    """A cell of a table on a slide."""
    return f"<a:tc{more}><a:txBody><a:bodyPr/>{paragraphs(words)}</a:txBody><a:tcPr/></a:tc>"


def table(rows: list[str], columns: int) -> str:
    """A table on a slide."""
    grid = '<a:gridCol w="2000000"/>' * columns
    inner = "".join(f'<a:tr h="300000">{row}</a:tr>' for row in rows)
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="Table 7"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
        '<p:xfrm><a:off x="0" y="0"/><a:ext cx="9000000" cy="5000000"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblGrid>{grid}</a:tblGrid>{inner}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
    )


@dataclass(frozen=True)
class Heads:
    """What the columns are called; an empty one is not there."""

    post: str = "Post"
    name: str = "Name"
    manager: str = "Reports to"
    unit: str = ""
    id: str = ""
    email: str = ""
    seats: str = ""


HEADS = (
    Heads(),
    Heads("Job title", "Postholder", "Line manager"),
    Heads("Role", "Name", "Reports to", unit="Directorate"),
    Heads("Position", "Employee", "Manager", unit="Service"),
    Heads("Job Title", "Name of post holder", "Reporting to", unit="Department"),
    Heads("Post Title", "Post Holder", "Responsible to"),
)


def rows(org: Org, rng: Random, heads: Heads, *, by: str = "title", surname_first: bool = False) -> list[list[str]]:
    """The rows of a staff list below its header, a row a seat; ``by`` says how a manager is named: title, name, id, both."""
    manner = Manner(rng, order="post")
    found: list[list[str]] = []
    for at, post in enumerate(org.posts):
        unit = org.units.get(org.branch(at), "") if post.above is not None else ""
        seats: list = list(post.seats) or [None]
        counted = len(seats) if len(seats) > 1 and not any(seats) else 1
        for number, seat in enumerate(seats[:1] if counted > 1 else seats):
            title = manner.title(post, seat, 1 if heads.seats else counted)
            name = "" if not post.seats else manner.name(seat)
            if surname_first and seat is not None:
                name = name.replace(seat.printed, swapped(seat.name))
            told = {
                "post": title,
                "name": name,
                "manager": _manager(org, post, manner, by),
                "unit": unit,
                "id": f"P{100 + at:04d}" + (f"-{number + 1}" if number else ""),
            }
            told |= {"email": f"office{at}@example.org", "seats": str(counted)}
            found.append([told[what] for what in _ORDER if getattr(heads, what)])
    return found


_ORDER = ("id", "unit", "post", "name", "email", "seats", "manager")


def _manager(org: Org, post: Post, manner: Manner, by: str) -> str:
    if post.above is None:
        return ""
    above = org.posts[post.above]
    holder = above.seats[0] if above.seats else None
    if by == "id":
        return f"P{100 + post.above:04d}"
    if by == "name" and holder is not None:
        return holder.name
    if by == "both" and holder is not None:
        return f"{above.title} ({holder.name})"
    if by == "surname" and holder is not None:
        return swapped(holder.name)
    return above.title


def swapped(name: str) -> str:
    """A name with the family name first: "Hale, Ann J"."""
    given, _, family = name.partition(" ")
    initial, _, rest = family.partition(" ")
    return f"{rest}, {given} {initial}" if len(initial) == 1 else f"{family}, {given}"


def header(heads: Heads) -> list[str]:
    """The row over a staff list."""
    return [getattr(heads, what) for what in _ORDER if getattr(heads, what)]


def tabled(org: Org, rng: Random, heads: Heads, *, by: str = "title", merged: bool = False) -> Slide:
    """A slide with a staff list as a table; ``merged``: the cell of a directorate goes over all its rows."""
    lines = rows(org, rng, heads, by=by)
    at = header(heads).index(heads.unit) if merged else -1
    out = ["".join(cell(words) for words in header(heads))]
    for number, line in enumerate(lines):
        cells = [cell(words) for words in line]
        if merged and line[at]:
            goes_on = number and lines[number - 1][at] == line[at]
            span = next((n for n in range(number, len(lines)) if lines[n][at] != line[at]), len(lines)) - number
            cells[at] = cell("", ' vMerge="1"') if goes_on else cell(line[at], f' rowSpan="{span}"' if span > 1 else "")
        out.append("".join(cells))
    return Slide(table(out, len(header(heads))), rng.choice(("Staff list", "Establishment", "Who we are")))


def sectioned(org: Org, rng: Random, heads: Heads) -> Slide:
    """A slide with a staff list as a table, with a row for the name of each directorate over its posts."""
    lines = rows(org, rng, heads)
    wide = len(header(heads))
    out = ["".join(cell(words) for words in header(heads))]
    places = [at for at, post in enumerate(org.posts) for _ in (post.seats if any(post.seats) else [None])]
    for at, line in zip(places, lines, strict=True):
        if (
            at in org.units
            and (org.posts[at - 1] is org.posts[0] or org.branch(at - 1) != at)
            and places.index(at) == len(out) - 1 - _sections(out)
        ):
            out.append(cell(org.units[at], f' gridSpan="{wide}"') + cell("", ' hMerge="1"') * (wide - 1))
        out.append("".join(cell(words) for words in line))
    return Slide(table(out, wide), "Staff by directorate")


def _sections(out: list[str]) -> int:
    return sum("gridSpan" in row for row in out)


# Spreadsheets ------------------------------------------------------------------------------------------------------------------


def sheet(lines: list[list[str]], above: list[str], rng: Random, *, decoy: bool = False) -> bytes:
    """A spreadsheet with these rows, title rows above them, perhaps a sheet of something else before."""
    book = Workbook()
    page = book.active
    if decoy:
        page.title = "Notes"
        page["A1"] = "This list is published every quarter."
        page = book.create_sheet("Staff")
    first = rng.choice((1, 1, 2))
    number = 1
    for words in above:
        page.cell(number, first, words)
        number += 1
    number += bool(above) * rng.choice((0, 1))
    for line in lines:
        for column, words in enumerate(line):
            if words:
                page.cell(number, first + column, words)
        number += 1
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def separated(lines: list[list[str]], above: list[str], mark: str = ",", encoding: str = "utf-8") -> bytes:
    """A table kept as text."""
    out = StringIO()
    for words in above:
        out.write(f"{words}\r\n")
    csv.writer(out, delimiter=mark).writerows(lines)
    return out.getvalue().encode(encoding)

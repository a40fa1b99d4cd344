"""Minutes as Word files: tables, lists, tabs, boxes, changes that are tracked."""

from collections.abc import Callable, Sequence
from random import Random
from xml.sax.saxutils import escape

from tests.formats.meetings import Attendee, Meeting
from tests.formats.minuted import Minutes
from tests.formats.word import file, paragraph

_NUMBERS = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
)
_HEADING, _COUNTED, _BULLET = (
    '<w:outlineLvl w:val="1"/>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
)
Written = Callable[[Minutes], str]
"""How the list of those there is written into the body of a Word file."""


def written(
    held: Meeting, rng: Random, there: Written, *, strict: bool = False, header: bool = False, numbered: bool = True
) -> bytes:
    """A Word file with the minutes of a meeting; ``header``: the council's name only stands over each page."""
    minutes = Minutes(held, rng)
    lines = [line for line in minutes.head if not (header and line == held.council)]
    body = "".join(map(paragraph, lines)) + paragraph("") + there(minutes) + paragraph("")
    parts = {"numbers": ("numbering", "numbering.xml", _NUMBERS)}
    for number, item in enumerate(minutes.items(), 1):
        body += paragraph(item.title, _HEADING + _COUNTED) if numbered else paragraph(f"{number}. {item.title}")
        body += "".join(map(paragraph, item.lines))
    rows = minutes.rows()
    body += paragraph("Action summary") + table(rows) if rows else ""
    if header:
        spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        parts["top"] = ("header", "header1.xml", f"<w:hdr {spaces}>{paragraph(held.council)}{paragraph('Page 1 of 3')}</w:hdr>")
    return file(body, parts, strict=strict)


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of plain rows; the paragraphs of a cell are apart by line breaks."""
    return f"<w:tbl><w:tblPr/>{''.join(map(row, rows))}</w:tbl>"


def row(cells: Sequence[str]) -> str:
    return "<w:tr>" + "".join(cell(paragraph(words)) for words in cells) + "</w:tr>"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


# The list of those there ---------------------------------------------------------------------------------------------------------


def label_table(minutes: Minutes) -> str:
    """Two columns: the name of a group, those in it a paragraph each."""
    return table([(name + minutes.colon, "\n".join(map(minutes.line, people))) for name, people in minutes.groups()])


def comma_table(minutes: Minutes) -> str:
    """Two columns: the name of a group, those in it by commas."""
    return table([(name + minutes.colon, ", ".join(map(minutes.within, people))) for name, people in minutes.groups()])


def role_table(minutes: Minutes) -> str:
    """A row for each: name, role, whether they came."""
    heads = minutes.rng.choice(
        (("Name", "Role", "Attendance"), ("Attendee", "Role", "Attendance"), ("Name", "Position", "Status"))
    )
    return table([heads, *((one.printed, minutes.role(one), minutes.status(one)) for one in minutes.held.people)])


def section_table(minutes: Minutes) -> str:
    """Name and role in two columns, under rows that go over both and name the group."""
    found = row(("Name", "Role"))
    for name, people in minutes.groups():
        whole = cell(paragraph(name), '<w:gridSpan w:val="2"/>')
        found += f"<w:tr>{whole}</w:tr>"
        found += "".join(row((one.printed, minutes.role(one))) for one in people)
    return f"<w:tbl><w:tblPr/>{found}</w:tbl>"


def merged_table(minutes: Minutes) -> str:
    """The name of a group in a cell that goes down over the rows of those in it."""
    found = ""
    for name, people in minutes.groups():
        for at, one in enumerate(people):
            mark = "<w:vMerge/>" if at else '<w:vMerge w:val="restart"/>'
            cells = (
                cell(paragraph("" if at else name), mark) + cell(paragraph(one.printed)) + cell(paragraph(minutes.role(one)))
            )
            found += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl><w:tblPr/>{found}</w:tbl>"


def bullets(minutes: Minutes) -> str:
    """Headings with bullets under them."""
    return "".join(
        paragraph(name, _HEADING) + "".join(paragraph(minutes.line(one), _BULLET) for one in people)
        for name, people in minutes.groups()
    )


def bold_lists(minutes: Minutes) -> str:
    """Names of groups in bold, those in them a paragraph each."""
    return "".join(
        f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{name + minutes.colon}</w:t></w:r></w:p>"
        + "".join(paragraph(minutes.line(one)) for one in people)
        + paragraph("")
        for name, people in minutes.groups()
    )


def hanging(minutes: Minutes) -> str:
    """The name of a group, a tab, and those in it with soft breaks between them, each behind a tab of its own."""
    how = '<w:ind w:left="2880" w:hanging="2880"/>'
    broken, tab = "<w:br/>", minutes.rng.choice(("", "<w:tab/>"))
    found = ""
    for name, people in minutes.groups():
        lines = (broken + tab).join(_words(minutes.line(one)) for one in people)
        found += f"<w:p><w:pPr>{how}</w:pPr><w:r>{_words(name + minutes.colon)}<w:tab/>{lines}</w:r></w:p>"
    return found


def tabbed(minutes: Minutes) -> str:
    """The name of a group, a tab, the first in it; the others in paragraphs of their own behind a tab."""
    found = ""
    for name, people in minutes.groups():
        for at, one in enumerate(people):
            label = _words(name + minutes.colon) if not at else ""
            found += f"<w:p><w:r>{label}<w:tab/>{_words(minutes.line(one))}</w:r></w:p>"
    return found


def ticks(minutes: Minutes) -> str:
    """A row for each, with a mark in the column that says whether they came."""
    return table(ticked(minutes))


def ticked(minutes: Minutes) -> list[tuple[str, ...]]:
    """The rows of a table of marks, under its header."""
    mark = minutes.rng.choice(("✓", "X", "√", "Yes"))
    rows = [
        (
            one.printed,
            minutes.role(one),
            *(mark if one.status == status else "" for status in ("present", "apologies", "absent")),
        )
        for one in minutes.held.people
    ]
    return [("Name", "Role", "Present", "Apologies", "Absent"), *rows]


def grid(minutes: Minutes) -> str:
    """Names in two columns, under rows that go over both and name the group."""
    found = ""
    for name, people in minutes.groups():
        whole = cell(paragraph(name), '<w:gridSpan w:val="2"/>')
        found += f"<w:tr>{whole}</w:tr>"
        lines = [*map(minutes.line, people), ""]
        found += "".join(map(row, zip(lines[::2], lines[1::2], strict=False)))
    return f"<w:tbl><w:tblPr/>{found}</w:tbl>"


def headed(minutes: Minutes) -> str:
    """The names of the groups in a row, and below it a row with those in each, a paragraph each."""
    groups = minutes.groups()
    return table([[name for name, _ in groups], ["\n".join(map(minutes.line, people)) for _, people in groups]])


def in_line(minutes: Minutes) -> str:
    """A paragraph for each group, its names by commas, cut into runs."""
    return "".join(
        f"<w:p><w:r><w:rPr><w:b/></w:rPr>{_words(name + ': ')}</w:r>"
        + "".join(f"<w:r>{_words(piece)}</w:r>" for piece in _cut(minutes, people))
        + "</w:p>"
        for name, people in minutes.groups()
    )


def _cut(minutes: Minutes, people: Sequence[Attendee]) -> list[str]:
    words = ", ".join(map(minutes.within, people)) + "."
    return [words[at : at + 7] for at in range(0, len(words), 7)]


def side_by_side(minutes: Minutes) -> str:
    """A table without rules that only puts the first group beside the others."""
    (first, *others) = minutes.groups()
    left, right = _stacked(minutes, [first]), _stacked(minutes, others)
    return f"<w:tbl><w:tblPr/><w:tr>{cell(left)}{cell(right)}</w:tr></w:tbl>"


def nested(minutes: Minutes) -> str:
    """A table that only arranges the page, with the table of those there in one of its cells."""
    return f"<w:tbl><w:tblPr/><w:tr>{cell(paragraph('Attendance'))}{cell(role_table(minutes) + paragraph(''))}</w:tr></w:tbl>"


def _stacked(minutes: Minutes, groups: Sequence[tuple[str, list[Attendee]]]) -> str:
    return "".join(
        paragraph(name + minutes.colon) + "".join(paragraph(minutes.line(one)) for one in people) for name, people in groups
    )


def boxed(minutes: Minutes) -> str:
    """Those there in a text box at the side, beside words about it; the box stands twice, as in every file."""
    inner = f"<w:txbxContent>{_stacked(minutes, minutes.groups())}</w:txbxContent>"
    shape = (
        '<w:drawing><wp:anchor><wp:extent cx="2000000" cy="5000000"/><wp:docPr id="7" name="Text Box 7"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
        f"<wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>'
    return f"<w:p><w:r>{both}</w:r><w:r>{_words('These minutes are a draft until they are agreed.')}</w:r></w:p>"


def tracked(minutes: Minutes) -> str:
    """Lists in which names were put in and struck out with changes tracked."""
    struck = '<w:del w:id="9" w:author="A"><w:r><w:delText xml:space="preserve">Cllr Gone Astray </w:delText></w:r></w:del>'
    found = ""
    for name, people in minutes.groups():
        found += paragraph(name + minutes.colon)
        for at, one in enumerate(people):
            run = f"<w:r>{_words(minutes.line(one))}</w:r>"
            found += (
                f"<w:p>{struck if at == 1 else ''}"
                + (f'<w:ins w:id="8" w:author="A">{run}</w:ins>' if at % 2 else run)
                + "</w:p>"
            )
        found += f'<w:p><w:pPr><w:rPr><w:del w:id="5" w:author="A"/></w:rPr></w:pPr>{struck}</w:p>'
    return found


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'

"""Word files with charts: diagrams, drawings, lists and tables."""

from random import Random
from xml.sax.saxutils import escape

from tests.formats import smartart
from tests.formats.drawing import HIGH, WIDE, Sketch, where
from tests.formats.listing import Heads, header, in_line, rows
from tests.formats.opc import NAMESPACES, Parts
from tests.formats.orgs import Org
from tests.formats.printing import Manner

_SPACES = (
    NAMESPACES + ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    ' xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def file(body: str, more: dict[str, tuple[str, str, str]] | None = None, *, strict: bool = False) -> bytes:
    """A Word file with this body, and the parts to which it refers."""
    parts, main = Parts(), "word/document.xml"
    parts.link("", "officeDocument", main)
    for name, (kind, path, text) in (more or {}).items():
        parts.texts[f"word/{path}"] = text
        body = body.replace(f"{{{{{name}}}}}", parts.link(main, kind, f"word/{path}"))
    parts.texts[main] = f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"
    return parts.packed(strict=strict)


def paragraph(words: str, properties: str = "") -> str:
    """Lines as paragraphs."""
    told = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return "".join(
        f'<w:p>{told}<w:r><w:t xml:space="preserve">'
        + escape(line).replace("\v", '</w:t><w:br/><w:t xml:space="preserve">')
        + "</w:t></w:r></w:p>"
        for line in words.split("\n")
    )


def _anchored(inner: str) -> str:
    return f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9000000" cy="5000000"/><wp:docPr id="1" name="Drawing"/>{inner}</wp:inline></w:drawing></w:r></w:p>'


def diagram(org: Org, rng: Random, layout: str = "orgchart", *, strict: bool = False) -> bytes:
    """A Word file with a chart as a diagram."""
    body = paragraph(f"{org.name.title()} structure") + _anchored(smartart.reference()) + paragraph("Reviewed each spring.")
    return file(body, smartart.parts(org, rng, layout), strict=strict)


def drawing(made: Sketch, lines: str, *, canvas: bool = True, strict: bool = False) -> bytes:
    """A Word file with a chart as shapes on a canvas or in a group; the lines are those of slides in Word's names."""
    boxes = "".join(
        f'<wps:wsp><wps:cNvPr id="{box.key}" name="Text Box {box.key}"/><wps:cNvSpPr/><wps:spPr>{where(box.x, box.y, WIDE, HIGH)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{paragraph(box.words)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>'
        for box in made.boxes
    )
    inner = boxes + in_word(lines)
    if canvas:
        kind, held = "wordprocessingCanvas", f"<wpc:wpc>{inner}</wpc:wpc>"
    else:
        kind = "wordprocessingGroup"
        frame = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9000000" cy="6000000"/><a:chOff x="0" y="0"/><a:chExt cx="9000000" cy="6000000"/></a:xfrm>'
        held = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{frame}</wpg:grpSpPr>{inner}</wpg:wgp>"
    picture = f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/{kind}">{held}</a:graphicData></a:graphic>'
    fallback = "".join(f"<v:textbox><w:txbxContent>{paragraph(box.words)}</w:txbxContent></v:textbox>" for box in made.boxes)
    both = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpc"><w:drawing><wp:inline><wp:extent cx="9000000" cy="5000000"/>'
        f'<wp:docPr id="1" name="Canvas"/>{picture}</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>{fallback}</w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    return file(paragraph("Management structure") + both + paragraph("This page is kept by the clerk."), strict=strict)


def anchored(made: Sketch, lines: str) -> bytes:
    """A Word file with a chart as shapes that each stand in a drawing of their own, placed on the page."""
    out = ""
    pieces = [piece + "</p:cxnSp>" for piece in lines.split("</p:cxnSp>") if piece]
    for box in made.boxes:
        shape = (
            f'<wps:wsp><wps:cNvSpPr/><wps:spPr>{where(0, 0, WIDE, HIGH)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
            f"<wps:txbx><w:txbxContent>{paragraph(box.words)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        )
        out += _anchor(shape, box.key, box.x, box.y, WIDE, HIGH)
    for number, piece in enumerate(pieces):
        told = {name: _number(piece, name) for name in ("x", "y", "cx", "cy")}
        at_zero = piece.replace(f'x="{told["x"]}" y="{told["y"]}"', 'x="0" y="0"', 1)
        out += _anchor(in_word(at_zero), 2000 + number, told["x"], told["y"], told["cx"], told["cy"])
    return file(paragraph("Management structure") + f"<w:p>{out}</w:p>" + paragraph("This page is kept by the clerk."))


def _number(piece: str, name: str) -> int:
    return int(piece.partition("<a:xfrm")[2].partition(f' {name}="')[2].partition('"')[0])


def _anchor(shape: str, key: int, x: float, y: float, wide: float, high: float) -> str:
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{int(x)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{int(y)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{int(wide)}" cy="{int(high)}"/><wp:docPr id="{key}" name="Shape {key}"/><a:graphic>'
        f'<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{shape}</a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
    )


def in_word(lines: str) -> str:
    """Connectors of a slide with the names that Word gives them."""
    words = (
        lines.replace("<p:cxnSp>", "<wps:wsp>").replace("</p:cxnSp>", "<wps:bodyPr/></wps:wsp>").replace("<p:nvCxnSpPr>", "")
    )
    words = words.replace("</p:nvCxnSpPr>", "").replace("p:cNvCxnSpPr", "wps:cNvCnPr").replace("<p:nvPr/>", "")
    return words.replace("p:cNvPr", "wps:cNvPr").replace("p:spPr", "wps:spPr")


def listed(org: Org, rng: Random, mark: str, *, numbered: bool = True) -> bytes:
    """A Word file with a list that goes in; ``numbered``: as a list of bullets, else by indentation alone."""
    manner, out = Manner(rng), paragraph("Staff structure")
    for post in org.posts:
        how = (
            f'<w:numPr><w:ilvl w:val="{post.level}"/><w:numId w:val="1"/></w:numPr>'
            if numbered
            else f'<w:ind w:left="{post.level * 720}"/>'
        )
        for line in in_line(manner, post, mark):
            out += paragraph(line, how)
    return file(out)


def tabled(org: Org, rng: Random, heads: Heads, *, by: str = "title", merged: bool = False, strict: bool = False) -> bytes:
    """A Word file with a staff list as a table; ``merged``: the cell of a directorate goes over all its rows."""
    lines = rows(org, rng, heads, by=by)
    at = header(heads).index(heads.unit) if merged else -1
    out = "<w:tr>" + "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in header(heads)) + "</w:tr>"
    for number, line in enumerate(lines):
        cells = [f"<w:tc><w:tcPr/>{paragraph(words)}</w:tc>" for words in line]
        if merged and line[at]:
            goes_on = number and lines[number - 1][at] == line[at]
            mark = "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>'
            cells[at] = f"<w:tc><w:tcPr>{mark}</w:tcPr>{paragraph('' if goes_on else line[at])}</w:tc>"
        out += f"<w:tr>{''.join(cells)}</w:tr>"
    return file(paragraph("Establishment list") + f"<w:tbl><w:tblPr/>{out}</w:tbl>" + paragraph(""), strict=strict)

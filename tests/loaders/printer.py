"""PDFs as tests need them: words, lines and boxes put on pages by hand."""

from collections.abc import Sequence


class Sheet:
    """A page of 595 by 842 points, or another size; heights are counted from its top."""

    def __init__(self, width: float = 595, height: float = 842, turned: int = 0) -> None:
        self.width, self.height, self.turned = width, height, turned
        self.marks: list[str] = []

    def write(self, x: float, y: float, words: str, size: float = 11) -> "Sheet":
        """Words whose feet stand at a height."""
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.marks.append(f"BT /F1 {size} Tf {x} {self.height - y} Td ({escaped}) Tj ET")
        return self

    def lines(self, x: float, y: float, lines: Sequence[str], step: float = 13) -> "Sheet":
        """Lines below one another; an empty one leaves a gap."""
        for at, line in enumerate(lines):
            if line:
                self.write(x, y + at * step, line)
        return self

    def line(self, *points: float) -> "Sheet":
        """A stroke along these points, across and down by turns."""
        pairs = list(zip(points[::2], points[1::2], strict=True))
        path = " ".join(f"{x} {self.height - y} {'l' if at else 'm'}" for at, (x, y) in enumerate(pairs))
        self.marks.append(f"{path} S")
        return self

    def box(self, left: float, top: float, right: float, bottom: float, how: str = "S") -> "Sheet":
        """A box; ``how``: S outlined, f filled, B both."""
        colour = "" if how == "S" else "0.9 g"
        self.marks.append(f"q {colour} {left} {self.height - bottom} {right - left} {bottom - top} re {how} Q")
        return self

    def round(self, left: float, top: float, right: float, bottom: float, radius: float) -> "Sheet":
        """An outlined box with round corners."""
        west, east, north, south = left, right, self.height - top, self.height - bottom
        corners = (
            ((east - radius, north), (east, north), (east, north - radius)),
            ((east, south + radius), (east, south), (east - radius, south)),
            ((west + radius, south), (west, south), (west, south + radius)),
            ((west, north - radius), (west, north), (west + radius, north)),
        )
        path = [f"{west + radius} {north} m"]
        for (ax, ay), (x, y), (bx, by) in corners:
            path.append(f"{ax} {ay} l {x} {y} {x} {y} {bx} {by} c")
        self.marks.append(f"{' '.join(path)} h S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]]) -> "Sheet":
        """A ruled table; the lines of a cell are apart by line breaks."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for top, row in zip(ys, rows, strict=False):
            for left, cell in zip(xs, row, strict=False):
                self.lines(left + 4, top + 13, cell.split("\n"))
        return self


def printed(*sheets: Sheet, picture: bool = False) -> bytes:
    """A PDF of these pages; ``picture``: each shows an image."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    objects.append(
        _stream("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 %s >>", "A")
    )
    for sheet in sheets:
        marks = "\n".join([*sheet.marks, "q 500 0 0 700 40 40 cm /I1 Do Q" if picture else ""])
        objects.append(_stream("<< %s >>", marks))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.turned} "
            f"/Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    body, starts = "%PDF-1.4\n", []
    for number, entry in enumerate(objects, 1):
        starts.append(len(body.encode("cp1252")))
        body += f"{number} 0 obj\n{entry}\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    start = len(body.encode("cp1252"))
    size = len(objects) + 1
    body += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return body.encode("cp1252")


def _stream(head: str, words: str) -> str:
    length = f"/Length {len(words.encode('cp1252'))}"
    return f"{head % length}\nstream\n{words}\nendstream"

"""Office files as what they are: zip archives of XML parts that refer to one another, opened with bounds on what they may ask for.

Both dialects give the same names: the namespaces of Strict files are read as those of the Transitional ones.
"""

import lzma
import posixpath
import re
import struct
import zlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree
from sederunt.graph.errors import PaperError

Element = etree._Element  # lxml has no public name for it

MOST_UNPACKED = 96 * 2**20
"""Parts of more bytes altogether are refused: no paper unpacks to that, and its tree would fill the memory."""
_MOST_PARTS = 20_000
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
DAMAGED = (BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, RuntimeError, ValueError)
"""What the archive's library raises where its own numbers lead astray."""
_KNOWN = {b"%PDF-": "a PDF", b"{\\rt": "an RTF file", b"\xd0\xcf\x11\xe0": "protected by a password, or of an older format"}


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: ``kind`` such as ``slideLayout``, ``target`` the path of another part (or an address outside)."""

    kind: str
    target: str
    outside: bool


class Package:
    """An office file: its parts by their paths, each parsed when it is asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = ZipFile(BytesIO(data))
            self._sizes = {info.filename: info.file_size for info in self._zip.infolist()}
        except DAMAGED as error:
            what = next((what for mark, what in _KNOWN.items() if data.startswith(mark)), "damaged or cut short")
            raise PaperError(f"{name}: it is {what}, so it cannot be opened; save it again as an office file.") from error
        if len(self._sizes) > _MOST_PARTS:
            raise PaperError(f"{name}: it has {len(self._sizes)} parts, more than a paper can have; save it again.")
        self._left = MOST_UNPACKED

    def has(self, path: str) -> bool:
        """Whether there is such a part."""
        return path in self._sizes

    def raw(self, path: str) -> bytes:
        """The bytes of a part.

        Raises:
            PaperError: there is none, it is damaged, or it unpacks to more than a paper can hold.
        """
        size = self._sizes.get(path)
        if size is None:
            raise PaperError(f"{self._name}: its part {path} is missing; save it again.")
        self._left -= size
        if self._left < 0:
            raise PaperError(
                f"{self._name}: it unpacks to more than {MOST_UNPACKED // 2**20} MB; split it, or take pictures out."
            )
        try:
            with self._zip.open(path) as part:
                data = part.read(size + 1)
        except DAMAGED as error:
            raise PaperError(f"{self._name}: its part {path} is damaged; save it again.") from error
        if len(data) > size:
            raise PaperError(f"{self._name}: its part {path} is larger than it says; save it again.")
        return data

    def part(self, path: str) -> Element:
        """The root of an XML part.

        Raises:
            PaperError: there is none, it is damaged, declares entities, or is nested deeper than any paper.
        """
        return parsed(_STRICT.sub(_TRANSITIONAL, self.raw(path)), f"{self._name}: its part {path}")

    def transitional(self, data: bytes) -> bytes:
        """The whole file in the dialect that every library reads; ``data`` itself where it is written in that.

        Raises:
            PaperError: a part is damaged, or the file unpacks to more than a paper can hold.
        """
        parts = {path: self.raw(path) for path in self._sizes if path.endswith((".xml", ".rels"))}
        if not any(_STRICT.search(part) for part in parts.values()):
            return data
        rewritten = BytesIO()
        with ZipFile(rewritten, "w") as copy:
            for path, part in parts.items():
                copy.writestr(path, _STRICT.sub(_TRANSITIONAL, part))
        return rewritten.getvalue()

    def related(self, path: str) -> dict[str, Relationship]:
        """What a part refers to, by the ids with which it does; nothing where it refers to nothing."""
        folder, file = posixpath.split(path)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(rels):
            return {}
        found: dict[str, Relationship] = {}
        for entry in self.part(rels).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            target, outside = entry.get("Target", ""), entry.get("TargetMode") == "External"
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = entry.get("Type", "").rpartition("/")[2]
            found[entry.get("Id", "")] = Relationship(kind, target if outside else inside, outside)
        return found

    @cached_property
    def main(self) -> str:
        """The path of the part that is the document itself.

        Raises:
            PaperError: the archive is no office file.
        """
        for relationship in self.related("").values():
            if relationship.kind == "officeDocument" and self.has(relationship.target):
                return relationship.target
        raise PaperError(f"{self._name}: it is a zip archive, not an office file; unpack it, or save it again.")


def parsed(data: bytes, what: str) -> Element:
    """The root of an XML text, read without fetching or expanding anything; ``what`` names it in an error.

    Raises:
        PaperError: it is no XML, declares entities, or is nested too deeply.
    """
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise PaperError(f"{what} declares entities, which no office program writes; it is left out.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PaperError(f"{what} is damaged; save it again.") from error

"""Office files that are damaged, or made to do harm: one sentence, bounded work, and nothing fetched."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from sederunt.graph.errors import PaperError
from sederunt.loaders.files.package import Package, parsed
from sederunt.loaders.formats.docx import read


def zipped(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def with_body(body: bytes) -> bytes:
    """A Word file whose main part is this."""
    whole = BytesIO()
    docx.Document().save(whole)
    with ZipFile(whole) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | {"word/document.xml": body})


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document ' + W + b">&b;</w:document>",
            "declares entities",
        ),
        (b'<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document ' + W + b">&f;</w:document>", "declares entities"),
        (b"<w:document " + W + b"><w:body>", "is damaged"),
        (b"<w:document " + W + b">" + b"<w:p>" * 50_000, "is damaged"),
        (b"not xml", "is damaged"),
    ],
)
def test_a_main_part_that_no_program_writes(body, message):
    with pytest.raises(PaperError, match=rf"^a\.docx: its part word/document\.xml {message}.*\.$"):
        read(with_body(body), "a.docx")


def test_a_part_that_unpacks_to_more_than_a_paper():
    with pytest.raises(PaperError, match=r"^a\.docx: it unpacks to more than 96 MB; .+$"):
        read(with_body(b" " * (97 * 2**20)), "a.docx")


def test_a_zip_of_other_things_is_no_office_file():
    with pytest.raises(PaperError, match=r"^a\.docx: it is a zip archive, not an office file; .+$"):
        read(zipped({"notes.txt": b"Present: Ann Moss"}), "a.docx")


def test_relationships_lead_inside_the_file_only():
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="x/image" Target="../../../../etc/passwd"/>'
        b'<Relationship Id="r2" Type="x/hyperlink" TargetMode="External" Target="https://wexmoor.example/"/></Relationships>'
    )
    package = Package(zipped({"word/_rels/document.xml.rels": rels}), "a.docx")
    found = package.related("word/document.xml")
    assert (found["r1"].target, found["r2"].outside) == ("etc/passwd", True)
    with pytest.raises(PaperError, match=r"its part etc/passwd is missing"):
        package.raw("etc/passwd")


def test_a_part_that_was_changed_behind_the_archive_s_back():
    data = bytearray(zipped({"a.xml": b"<a>" + b"words and words " * 40 + b"</a>"}))
    data[60] ^= 0xFF
    with pytest.raises(PaperError, match=r"its part a\.xml is damaged; save it again\.$"):
        Package(bytes(data), "a.docx").raw("a.xml")


def test_comments_and_instructions_are_no_parts_of_the_tree():
    root = parsed(b"<a><!-- no --><b/></a>", "a.docx")
    assert [child.tag for child in root] == ["b"]

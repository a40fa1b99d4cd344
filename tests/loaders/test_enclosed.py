"""Papers in archives and messages: each a document of its own, nothing outside reached, hostile ones refused in one sentence."""

from email.message import EmailMessage
from pathlib import Path
from zipfile import ZipFile

import pytest
from sederunt.graph.errors import PaperError
from sederunt.loaders.files import enclosed
from sederunt.loaders.load import find_papers, is_there, open_document, read_paper

MINUTES = "Harbour Forum\n\nMinutes of the meeting held on 3 May 2025\n\nPresent: Ann Moss (Chair), Ben Vale\n\nApologies: Cara Reed\n"


def packed(folder: Path, **members: str) -> Path:
    file = folder / "papers.zip"
    with ZipFile(file, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return file


def message(folder: Path, subtype: str = "plain") -> Path:
    written = EmailMessage()
    written["Subject"], written["From"], written["To"] = "Papers for the Forum", "sian@tarnbeck.example", "all@tarnbeck.example"
    written.set_content(MINUTES if subtype == "plain" else f"<p>{MINUTES.replace(chr(10) * 2, '<p>')}", subtype=subtype)
    written.add_attachment(MINUTES.replace("3 May", "7 June"), filename="june.txt")
    written.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    (folder / "mail.eml").write_bytes(bytes(written))
    return folder / "mail.eml"


def there(file: Path) -> set[tuple[str, str, str]]:
    found = read_paper(file, file.name).paper.statements
    return {(s.subject.label, s.link, s.object.date) for s in found if s.link in ("ATTENDED", "SENT_APOLOGIES") and s.object}


def came(day: str) -> set[tuple[str, str, str]]:
    return {("Ann Moss", "ATTENDED", day), ("Ben Vale", "ATTENDED", day), ("Cara Reed", "SENT_APOLOGIES", day)}


def test_each_paper_in_an_archive_is_a_document(tmp_path):
    file = packed(tmp_path, **{"minutes.txt": MINUTES, "old__june.txt": MINUTES.replace("3 May", "7 June"), "logo.png": "x"})
    papers = find_papers([tmp_path])
    assert papers == [Path(f"{file}: minutes.txt"), Path(f"{file}: old/june.txt")]
    assert [there(paper) for paper in papers] == [came("2025-05-03"), came("2025-06-07")]
    assert all(map(is_there, papers))
    assert not is_there(Path(f"{file}: gone.txt"))


@pytest.mark.parametrize("subtype", ["plain", "html"])
def test_a_message_and_what_it_brings_along(tmp_path, subtype):
    file = message(tmp_path, subtype)
    papers = find_papers([tmp_path])
    assert papers == [file, Path(f"{file}: june.txt")]
    assert [there(paper) for paper in papers] == [came("2025-05-03"), came("2025-06-07")]


def test_no_name_leads_out_of_an_archive(tmp_path):
    (tmp_path / "secret.txt").write_text(MINUTES, encoding="utf-8")
    names = {
        "..__secret.txt": "x",
        "__etc__passwd.txt": "x",
        "a__..__..__secret.txt": "x",
        "b\\c.txt": "x",
        "__MACOSX__d.txt": "x",
    }
    file = packed(tmp_path, **names, **{"good.txt": MINUTES})
    assert find_papers([file]) == [Path(f"{file}: good.txt")]


def test_archives_of_too_much_damaged_and_empty_ones_are_refused(tmp_path, monkeypatch):
    file = packed(tmp_path, **{"minutes.txt": MINUTES})
    monkeypatch.setattr(enclosed, "_MOST_UNPACKED", 10)
    with pytest.raises(PaperError, match=r"^papers\.zip: it holds more than .+ load the folder\.$"):
        open_document(find_papers([file])[0])
    file.write_bytes(file.read_bytes()[:-30])
    with pytest.raises(PaperError, match=r"^papers\.zip: it is damaged .+\.$"):
        open_document(find_papers([file])[0])
    with pytest.raises(PaperError, match=r"^papers\.zip: there is no paper of a known format in it.*\.$"):
        open_document(find_papers([packed(tmp_path, **{"logo.png": "x"})])[0])


def test_a_paper_that_is_gone_or_larger_than_it_says_is_refused(tmp_path, monkeypatch):
    file = packed(tmp_path, **{"minutes.txt": MINUTES})
    with pytest.raises(PaperError, match=r"^papers\.zip: gone\.txt: there is no such file in it; load it again\.$"):
        open_document(Path(f"{file}: gone.txt"))
    with pytest.raises(PaperError, match=r"^papers\.zip: minutes\.txt: it has more than 0 MB"):
        enclosed.read_within(file, "minutes.txt", 10)


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\xff" * 50,
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
        b"Content-Type: text/plain; charset=nope\n\nPresent",
    ],
)
def test_broken_messages_end_in_a_sentence_or_in_words(tmp_path, data):
    file = tmp_path / "mail.eml"
    file.write_bytes(data)
    for paper in find_papers([file]):
        try:
            assert open_document(paper)[0].format
        except PaperError as error:
            assert str(error).startswith("mail.eml")

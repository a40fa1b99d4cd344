"""Papers inside of other files: those packed into an archive, and what a message brings along, each by a name such as "papers.zip: minutes.docx".

Nothing is unpacked to the disk, and no name leads out of the file that holds it.
"""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import Path
from zipfile import ZipFile

from sederunt.graph.errors import PaperError
from sederunt.loaders.files.package import DAMAGED

ARCHIVE, MESSAGE = ".zip", ".eml"
_BETWEEN = ": "
_INSIDE = re.compile(rf"(?:{re.escape(ARCHIVE)}|{re.escape(MESSAGE)})(?={_BETWEEN})", re.IGNORECASE)
_MOST_MEMBERS = 2_000
_MOST_UNPACKED = 512 * 2**20
"""Archives that say that they unpack to more are refused."""

_BROKEN = (LookupError, ValueError, TypeError, AttributeError)
"""What the library for messages raises where their parts lead astray."""


def is_holder(file: Path) -> bool:
    """Whether a file is one of those that hold papers."""
    return file.suffix.lower() in (ARCHIVE, MESSAGE)


def within(file: Path) -> tuple[Path, str] | None:
    """(the file that holds a paper, its name there) of the path of a paper inside another file; None for any other path."""
    text = str(file)
    for found in _INSIDE.finditer(text):
        holder = Path(text[: found.end()])
        if holder.is_file():
            return holder, text[found.end() + len(_BETWEEN) :]
    return None


def papers_within(file: Path, most: int) -> list[Path]:
    """The paths of all that a file holds, in its order; ``most``: bytes that each of them may have.

    Raises:
        PaperError: it is damaged, or holds more than any collection of papers.
    """
    names = _archived(file, most) if file.suffix.lower() == ARCHIVE else list(_attached(_small(file, most), file.name))
    return [Path(f"{file}{_BETWEEN}{name}") for name in dict.fromkeys(names) if _is_plain(name)]


def read_within(holder: Path, name: str, most: int) -> bytes:
    """The bytes of a paper inside another file.

    Raises:
        PaperError: it is not there, is damaged, protected, or has more than ``most`` bytes.
    """
    where = f"{holder.name}{_BETWEEN}{name}"
    try:
        if holder.suffix.lower() == MESSAGE:
            return _attached(_small(holder, most), holder.name)[name]
        with ZipFile(holder) as archive, archive.open(name) as member:
            found = member.read(most + 1)
    except KeyError as error:
        raise PaperError(f"{where}: there is no such file in it; load it again.") from error
    except DAMAGED as error:
        raise PaperError(f"{where}: it is damaged, or protected by a password; unpack the archive yourself.") from error
    if len(found) > most:
        raise PaperError(f"{where}: it has more than {most // 2**20} MB, more than a paper can have; split it.")
    return found


def said_in(data: bytes, name: str) -> tuple[bytes, str]:
    """(what a message says, the ending of the format in which it does): its text under its subject, or its page.

    Raises:
        PaperError: it is no message.
    """
    try:
        message = _message(data)
        body = message.get_body(("plain", "html"))
        subject, page = str(message.get("subject", "")), body is not None and body.get_content_subtype() == "html"
        words = _words(body) if body is not None else ""
    except _BROKEN as error:
        raise PaperError(f"{name}: it is no message that can be read; save it again.") from error
    return (words.encode(), ".html") if page else (f"{subject}\n\n{words}".encode(), ".txt")


def _small(file: Path, most: int) -> bytes:
    if file.stat().st_size > most:
        raise PaperError(f"{file.name}: it has more than {most // 2**20} MB; save what it brings along by itself.")
    return file.read_bytes()


def _archived(file: Path, most: int) -> list[str]:
    try:
        with ZipFile(file) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except DAMAGED as error:
        raise PaperError(f"{file.name}: it is damaged or cut short, or no archive; pack the papers again.") from error
    if len(members) > _MOST_MEMBERS or sum(info.file_size for info in members) > _MOST_UNPACKED:
        limits = f"{_MOST_MEMBERS} files or {_MOST_UNPACKED // 2**20} MB"
        raise PaperError(f"{file.name}: it holds more than {limits}; unpack it, and load the folder.")
    return [info.filename for info in members if info.file_size <= most]


def _attached(data: bytes, name: str) -> dict[str, bytes]:
    """What a message brings along, by the names of the files."""
    try:
        parts = [(part.get_filename() or "", part.get_payload(decode=True)) for part in _message(data).iter_attachments()]
    except _BROKEN as error:
        raise PaperError(f"{name}: it is no message that can be read; save it again.") from error
    return {file: words for file, words in parts if file and isinstance(words, bytes)}


def _message(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def _words(part: Message) -> str:
    said = part.get_payload(decode=True)
    words = said if isinstance(said, bytes) else b""
    try:
        return words.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return words.decode("cp1252", "replace")


def _is_plain(name: str) -> bool:
    """Whether a name leads nowhere but into the file that holds it, and is none of those that programs leave behind."""
    parts = name.split("/")
    hidden = any(part.startswith((".", "~$", "__MACOSX")) or not part for part in parts)
    return not hidden and "\\" not in name and _BETWEEN not in name and name.isprintable()

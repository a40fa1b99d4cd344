"""From a file to a paper: find the files, open each in its format, let every reader read, keep contact data out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from sederunt.graph.errors import PaperError
from sederunt.graph.kinds import PRESENCE
from sederunt.graph.names import initials, parse_person
from sederunt.graph.plugins import plugins
from sederunt.graph.sittings import spoken
from sederunt.graph.statement import Paper, Statement
from sederunt.loaders.contacts import cut, masked, unmarked, without
from sederunt.loaders.context.issued import issued
from sederunt.loaders.context.scene import Scene
from sederunt.loaders.document import Document
from sederunt.loaders.files.enclosed import ARCHIVE, MESSAGE, is_holder, papers_within, read_within, said_in, within
from sederunt.loaders.files.legacy import BECOMES, turned
from sederunt.loaders.layout.meant import meant
from sederunt.loaders.layout.organigram import charted
from sederunt.loaders.layout.outline import outline
from sederunt.loaders.layout.parts import parts
from sederunt.loaders.layout.regained import regained
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.headings import ATTENDANCE
from sederunt.loaders.quotes import proved
from sederunt.loaders.records import Flaw

MOST_BYTES = 64 * 2**20
"""Larger files are refused: no paper of a meeting is that long."""


class Unread(NamedTuple):
    """A block that no reader understood: where it stands, and what it says."""

    locator: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: the paper, the blocks that no reader understood, and what to tell the user."""

    paper: Paper
    unread: tuple[Unread, ...]
    warnings: tuple[str, ...]


def find_papers(paths: Sequence[Path]) -> list[Path]:
    """The files at these paths, folders searched through, in the order of their names; hidden files are passed over.

    In a folder only files of known formats count; a file that is named itself always does.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(p for p in path.rglob("*") if _known(p) and not _hidden(p, path)) if path.is_dir() else [path]
        found.update(dict.fromkeys(paper for file in inside for paper in _with_enclosed(_whole(file))))
    return list(found)


def _whole(file: Path) -> Path:
    """The table of a file that only tells the columns of one beside it; any other file itself."""
    table = file.with_suffix("")
    return table if file.suffix == ".yaml" and table.suffix and table.is_file() and file in _beside(table) else file


def _with_enclosed(file: Path) -> list[Path]:
    """A file with the papers that it holds: an archive for which they stand, a message beside what it brings along."""
    if not is_holder(file):
        return [file]
    try:
        inside = [paper for paper in papers_within(file, MOST_BYTES) if _format(paper.suffix.lower()) is not None]
    except (OSError, PaperError):
        return [file]  # what is wrong with it is told when it is read
    return [file, *inside] if file.suffix.lower() == MESSAGE else inside or [file]


def is_there(file: Path) -> bool:
    """Whether a paper is still there: a file, or one inside an archive or a message that still holds it."""
    held = within(file)
    return file.exists() if held is None else file in _with_enclosed(held[0])


def _hidden(file: Path, root: Path) -> bool:
    return any(
        part.startswith((".", "~$")) for part in file.relative_to(root).parts
    )  # "~$" is Word's mark that it has the file open


def _known(file: Path) -> bool:
    """Whether a folder's entry is a paper; a link that leads nowhere is one, so that it is reported."""
    return (
        (file.is_file() or (file.is_symlink() and not file.is_dir()))
        and (_format(_suffix(file)) is not None or is_holder(file))
        and file.stem.upper() != "README"
    )


def _suffix(file: Path) -> str:
    """The ending that tells how a file is read; that of what it is turned into first, if it is."""
    return BECOMES.get(file.suffix.lower(), file.suffix.lower())


def _format(suffix: str) -> ModuleType | None:
    return next((f for f in plugins("sederunt.loaders.formats") if suffix in f.SUFFIXES), None)


def open_document(file: Path) -> tuple[Document, bytes]:
    """The document in a file with those beside it that it is read with, and the bytes of all.

    Raises:
        PaperError: a file cannot be read, is too large, empty, or of no known format.
    """
    document, data = _opened(file)
    others = [_opened(other) for other in _beside(file)]
    return replace(document, beside=tuple(other for other, _ in others)), b"".join((data, *(more for _, more in others)))


def _beside(file: Path) -> list[Path]:
    """The files beside one, by their names, that some kind of data is read with."""
    asked = (found for found in plugins("sederunt.loaders.imports") if hasattr(found, "beside"))
    return [other for found in asked if (name := found.beside(file.name)) and (other := file.with_name(name)).is_file()]


def _opened(file: Path) -> tuple[Document, bytes]:
    """The document in a file, and its bytes.

    Raises:
        PaperError: the file cannot be read, is too large, empty, or of no known format.
    """
    data, suffix = _contents(file)
    if not data.strip():
        raise PaperError(f"{file.name} is empty; nothing to read.")
    said, suffix = said_in(data, file.name) if suffix == MESSAGE else (data, suffix)
    reader = _format(suffix)
    if reader is None:
        known = ", ".join(
            [*(suffix for f in plugins("sederunt.loaders.formats") for suffix in f.SUFFIXES), *BECOMES, ARCHIVE, MESSAGE]
        )
        raise PaperError(f"{file.name}: its format is not known; convert it to one of {known}.")
    document: Document = reader.read(turned(file) if file.suffix.lower() in BECOMES else said, file.name)
    return document, data


def _contents(file: Path) -> tuple[bytes, str]:
    """The bytes of a file, and the ending that tells how it is read; of a paper in an archive its own.

    Raises:
        PaperError: the file cannot be read, is too large, or is an archive in which no paper is.
    """
    try:
        if held := within(file):
            return read_within(*held, MOST_BYTES), Path(held[1]).suffix.lower()
        if file.is_dir():
            raise PaperError(f"{file} is a folder, not a file.")
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise PaperError(
                f"{file.name} has {size // 2**20} MB, more than a paper can have ({MOST_BYTES // 2**20} MB); split it."
            )
        if file.suffix.lower() == ARCHIVE:
            papers_within(file, MOST_BYTES)
            raise PaperError(f"{file.name}: there is no paper of a known format in it.")
        return file.read_bytes(), _suffix(file)
    except OSError as error:
        raise PaperError(
            f"{file.name} could not be read: {error.strerror or error}; check that it is there and yours to read."
        ) from error


def read_paper(file: Path, name: str, *, contacts: bool = False) -> Reading:
    """Read one file.

    Args:
        file: where it is.
        name: its path relative to the root of the graph, with ``/``.
        contacts: keep e-mail addresses and telephone numbers in quotes.

    Raises:
        PaperError: the file cannot be read.
    """
    document, data = open_document(file)
    return read_document(document, name, sha256(data).hexdigest(), contacts=contacts)


def read_document(document: Document, name: str, digest: str, *, contacts: bool = False) -> Reading:
    """Let every reader read a document; of data, the one for data of its kind.

    Raises:
        PaperError: it is data of no known kind, or what is told of its columns is wrong.
    """
    kind = next((found for found in plugins("sederunt.loaders.imports") if found.accepts(document)), None)
    if kind is not None:
        return _read_data(kind, document, name, digest)
    if document.data is not None:
        raise PaperError(
            f"{name}: this is no data of a kind that is known (Popolo, Open States, FollowTheMoney, a list of who was on what and when);"
            f" nothing was read from it. Of a list of records, {name}.yaml can tell which value is what (docs/data.md)."
        )
    shown = regained(charted(document if contacts else masked(document)))
    scenes: list[Scene] = []
    for part in parts(shown):
        scenes.append(_read_part(part, tuple(s for scene in reversed(scenes) for s in scene.found)))
    statements = _unique(s for scene in scenes for s in scene.found)
    kept = proved(document, statements if contacts else (s for s in map(cut, statements) if s is not None))
    first = scenes[0]
    paper = Paper(
        path=name,
        title=_title(first),
        format=document.format,
        sha256=digest,
        date=first.date or issued(shown, name),
        statements=kept,
    )
    return Reading(paper, _unread(document, scenes), _warnings(name, document, scenes))


def _read_data(kind: ModuleType, document: Document, name: str, digest: str) -> Reading:
    """What data says; it is called after the one person or thing that it is of, else after its file, which may give its date."""
    told = tuple(kind.read(document, name))
    said = tuple(s for one in told if isinstance(one, Statement) and (s := without(one)) is not None)
    flaws = [f"{name}, {one.place}: {one.text}" for one in told if isinstance(one, Flaw)]
    named = {s.subject.key: s.subject.label for s in reversed(said) if not s.link}
    title = next(iter(named.values())) if len(named) == 1 else ""
    day = _DAY.search(Path(name).name)
    paper = Paper(
        path=name,
        title=title,
        format=document.format,
        sha256=digest,
        date="-".join(day.groups()) if day else "",
        statements=_unique(said),
    )
    return Reading(
        paper, (), (*document.warnings, *flaws, *([] if said else [f"{name}: no fact was found in it; its rows name nobody."]))
    )


_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])[-_.](0[1-9]|[12]\d|3[01])(?!\d)")
"""The day of which a file of data tells, in its name."""


def _read_part(part: Document, before: tuple[Statement, ...]) -> Scene:
    """A part of a document with all that the readers make of it; ``before`` is what the parts above it say."""
    scene = Scene(part, meant(outline(part), part), before=before)
    for stage in sorted({reader.STAGE for reader in plugins("sederunt.loaders.readers")}):
        said = [s for reader in plugins("sederunt.loaders.readers") if stage == reader.STAGE for s in reader.read(scene)]
        scene = replace(scene, found=(*scene.found, *said))
    return scene


def _title(scene: Scene) -> str:
    """What people would call the paper: the body and the date of its meeting, else its first line."""
    if scene.body and scene.date:
        return f"{scene.body.label}, {spoken(scene.date)}"
    return unmarked(scene.document.title)


def _unique(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    seen: dict[str, Statement] = {}
    for statement in statements:
        seen.setdefault(statement.model_dump_json(exclude={"confidence", "basis"}), statement)
    return tuple(seen.values())


def _unread(document: Document, scenes: Sequence[Scene]) -> tuple[Unread, ...]:
    """The blocks with words of which nobody has made anything; headings that were understood do not count."""
    cited: set[int] = set()
    for statement in (s for scene in scenes for s in scene.found):
        cited.update(statement.evidence.lines)
    headings = {section.heading.line_at(0) for scene in scenes for section in scene.sections if section.heading}
    return tuple(
        Unread(document.place_of(block.span.evidence()), block.text)
        for block in document.blocks
        if any(c.isalpha() for c in block.text) and not {line for _, line in block.span.places} & (cited | headings)
    )


def _misfits(name: str, document: Document, scenes: Sequence[Scene]) -> list[str]:
    """Initials printed beside a name that they cannot be of: a clerk's slip that readers should know of."""
    found: dict[str, str] = {}
    for statement in (s for scene in scenes for s in scene.found):
        who, letters = statement.subject, statement.subject.initials
        fits = {form.upper() for form in initials(parse_person(who.label))} if letters else set()
        if (
            letters
            and fits
            and not any((letters[0], letters.rstrip("abcdefghijklmnopqrstuvwxyz")[-1]) == (form[0], form[-1]) for form in fits)
        ):
            place = document.place_of(statement.evidence)
            found.setdefault(
                who.label, f"{name}, {place}: the initials {letters!r} do not fit the name {who.label!r}; kept as printed."
            )
    return list(found.values())


_TABLES = ("csv", "xlsx")


def _warnings(name: str, document: Document, scenes: Sequence[Scene]) -> tuple[str, ...]:
    warnings = list(document.warnings)
    if not any(scene.found for scene in scenes):
        columns = (
            f"if it is a table of people, tell its columns in {name}.yaml (docs/data.md); "
            if document.format in _TABLES
            else ""
        )
        warnings.append(f"{name}: no fact was found in it; {columns}see what it says with `sederunt load --unread`.")
    warnings += _misfits(name, document, scenes)
    warnings += [warning for scene in scenes for warning in _empty_lists(name, scene)]
    return tuple(warnings)


def _empty_lists(name: str, scene: Scene) -> list[str]:
    """Headings over people under which nobody was recognised though something is said there, and lists of names that say nothing."""
    listed = {s.evidence.line for s in scene.found if s.link in _LISTED}
    linked = {s.evidence.line for s in scene.found if s.link}
    found: list[str] = []
    for section in scene.sections:
        lines = {line for span in section.spans for _, line in span.places}
        said = not all(_NOBODY.fullmatch(span.text) for span in section.spans)
        if section.category in ATTENDANCE and section.heading and said and not section.number and not lines & listed:
            where = scene.document.place_of(section.heading.part(0, 1).evidence())
            found.append(f"{name}, {where}: a list headed {section.title!r} in which no name was recognised.")
        if section.category in ATTENDANCE or scene.document.slides:
            continue
        names = [span for span in section.spans if span.line_at(0) not in linked and names_people(span)]
        if len(names) > 2:
            where = scene.document.place_of(names[0].part(0, 1).evidence())
            found.append(f"{name}, {where}: {len(names)} lines with names, of which it is not clear what they are.")
    return found


_LISTED = (*PRESENCE, "SITS_ON")


_NOBODY = re.compile(
    r"\W*(?:(?:none|nil|n/?a|no|dim|\d+|as above|all|there (?:were|was) no|(?:apologies|they) (?:were|was)|ni dderbyniwyd)\b.*)?",
    re.IGNORECASE,
)
"""What stands under a heading over people where there is nobody to be named."""

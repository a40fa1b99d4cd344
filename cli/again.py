"""Files that need not be read again: their bytes are those of their documents, and the same readers read those.

With a graph, and no part of it, stands which readers read its documents: a word that changes with their code, their lists of words
and the packages that they use. It stands there only while it holds of every document; else each file is read again, whatever its
bytes, until one load has read them all.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match
from sys import version_info

import sederunt.graph
import sederunt.loaders
from sederunt.graph.store import Readable, Store
from sederunt.loaders.files.legacy import BECOMES

READERS = "readers"
_SUFFIXES = (".py", ".txt")


def settle_readers(store: Store, *, contacts: bool, foreign: bool) -> dict[str, str]:
    """The documents whose files need not be read again if their bytes are the same, by path with the digest of those bytes.

    What is loaded from now on is read by the readers of this installation.

    Args:
        store: the graph, before anything is loaded into it.
        contacts: whether e-mail addresses and telephone numbers are kept, which is another reading.
        foreign: whether papers come too that were read elsewhere.

    """
    known, read_by = _digests(store), _readers(contacts=contacts)
    same = not known or store.setting(READERS) == read_by
    wanted = read_by if same and not foreign else ""
    if (store.setting(READERS) or "") != wanted:
        store.set_setting(READERS, wanted)
    return known if same else {}


def all_read(store: Store, read: Collection[str], *, contacts: bool) -> None:
    """Note that these documents were read by the readers of this installation; it is kept where they are all that there are."""
    if not store.setting(READERS) and _digests(store).keys() <= set(read):
        store.set_setting(READERS, _readers(contacts=contacts))


def read_again(store: Store) -> None:
    """Let the next load read every file, whatever its bytes."""
    store.set_setting(READERS, "")


def unchanged(files: Iterable[tuple[Path, str]], known: Mapping[str, str]) -> list[tuple[Path, str]]:
    """Those of the files, each with the name of its document, that hold the bytes of a known document."""
    return [(file, name) for file, name in files if name in known and _digest(file) == known[name]]


def _digests(graph: Readable) -> dict[str, str]:
    return dict(graph.ask("MATCH (d:Document) RETURN d.path AS path, d.sha256 AS digest").rows)


def _digest(file: Path) -> str:
    """The digest of a file's bytes; none of one that is turned by another program first, or that cannot be read."""
    try:
        return "" if file.suffix.lower() in BECOMES else sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""  # whoever reads it says why


def _readers(*, contacts: bool) -> str:
    return f"{_installed()}{' with contacts' if contacts else ''}"


@cache
def _installed() -> str:
    """A word for the readers of this installation."""
    told = sha256(repr(version_info[:3]).encode())
    for package in (sederunt.graph, sederunt.loaders):
        root = Path(package.__path__[0])
        for file in sorted(path for path in root.rglob("*") if path.suffix in _SUFFIXES):
            told.update(file.relative_to(root).as_posix().encode() + file.read_bytes())
    for name in sorted(found[0] for needed in requires("sederunt") or () if (found := match(r"[\w.-]+", needed))):
        told.update(f"{name} {_version(name)}".encode())
    return told.hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"

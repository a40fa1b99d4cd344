"""Where the papers of a graph are: its root, and the names of documents below it.

No absolute path is kept in a graph. The root is kept relative to the folder that holds an embedded graph, or to the home folder
for a graph on a server, so that graph and papers can be moved together.
"""

import os
from collections.abc import Sequence
from pathlib import Path, PurePath

from sederunt.graph.errors import QueryError
from sederunt.graph.store import Store

ROOT = "root"


def root_of(store: Store) -> Path | None:
    """The folder that documents are named after, or None before the first load."""
    kept = store.setting(ROOT)
    return None if kept is None else Path(os.path.normpath(_home(store.address) / kept))


def settle_root(store: Store, paths: Sequence[Path], wanted: Path | None, *, empty: bool) -> Path:
    """The root of the graph; the first load decides it, and ``--root`` while the graph is still empty.

    Raises:
        QueryError: documents are already named after another folder.

    """
    kept = root_of(store)
    root = first_root(paths, wanted) if kept is None or wanted is not None else kept
    if kept is not None and root != kept and not empty:
        raise QueryError(
            f"The documents of this graph are named after {kept}; use another graph for papers named after {root}."
        )
    if root != kept:
        store.set_setting(ROOT, _relative(root, _home(store.address)))
    return root


def first_root(paths: Sequence[Path], wanted: Path | None) -> Path:
    """The root that ``--root``, or else the first path that is loaded, gives."""
    first = wanted or paths[0]
    return (first if first.is_dir() else first.parent).resolve()


def document_name(file: Path, root: Path) -> str:
    """The name of a document: its path relative to the root, with ``/``."""
    return _relative(file.resolve(), root)


def document_file(name: str, root: Path) -> Path:
    """The file of a document."""
    return Path(os.path.normpath(root / name))


def _home(address: str) -> Path:
    return Path.home() if "://" in address else Path(address).resolve().parent


def _relative(path: Path, start: Path) -> str:
    try:
        return PurePath(os.path.relpath(path, start)).as_posix()
    except ValueError:
        raise QueryError(f"{path} is on another drive than {start}: keep the papers and the graph on one drive.") from None

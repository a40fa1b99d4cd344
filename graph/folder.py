"""A graph that is a folder: what may be at its place, and how it comes to be there whole."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from sederunt.graph.errors import EngineError
from sederunt.graph.guard import SETTINGS

_SCHEMA = "schema.json"


def is_new(folder: Path, *, create: bool) -> bool:
    """Whether a graph has to be made there; opening what is no graph would leave files of the engine in it.

    Raises:
        EngineError: something else is there; or nothing, and none shall be made.

    """
    if (folder / _SCHEMA).is_file():
        if not _is_ours(folder / _SCHEMA):
            raise EngineError(f"{folder} is no Sederunt graph: give another path, or delete it and load again.")
        return False
    if folder.is_file():
        raise EngineError(f"{folder} is a file and no graph: a graph is a folder, give the path of one.")
    if folder.is_dir() and any(folder.iterdir()):
        raise EngineError(f"{folder} is a folder without a graph: give the path of a graph, or one where nothing is yet.")
    if not create:
        raise EngineError(f"There is no graph at {folder}: load papers into it first, or give another path.")
    return True


def _is_ours(schema: Path) -> bool:
    try:
        return SETTINGS in json.loads(schema.read_text("utf-8"))["types"]
    except (OSError, ValueError, TypeError, KeyError):
        return False


@contextmanager
def made_whole(folder: Path) -> Iterator[Path]:
    """Where to make a graph that is moved to its place when it is whole, so that no half of one is ever found there.

    Raises:
        OSError: the system refuses.

    """
    place = folder.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = f".half-made-{sha256(place.name.encode()).hexdigest()[:16]}-"
    try:
        making = Path(mkdtemp(prefix=beside, dir=place.parent))
        yield making
        if place.is_dir():
            place.rmdir()
        making.rename(place)
    except Exception:
        # Another process may have been faster: then its graph is there.
        if not (place / _SCHEMA).is_file():
            raise
    finally:
        # What processes left that were killed goes as well.
        for left in place.parent.glob(f"{beside}*"):
            shutil.rmtree(left, ignore_errors=True)


def is_limited(folder: Path) -> bool:
    """Whether a process that was ended in the middle of a query left the time limit of that query behind."""
    try:
        kept = json.loads((folder / "configuration.json").read_text("utf-8"))
        return bool(kept["configuration"].get("command.timeout"))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return False

"""Reading the vocabulary files: UTF-8 text, ``#`` comments, one entry a line, columns apart by a tab."""

from functools import cache
from importlib.resources import files


@cache
def words(room: str, name: str) -> frozenset[str]:
    """The entries of ``<room>/vocabulary/<name>.txt``."""
    return frozenset(pairs(room, name))


@cache
def pairs(room: str, name: str) -> dict[str, str]:
    """The entries of a vocabulary file, each with its second column (empty where there is none)."""
    return {entry: next(iter(more), "") for entry, more in rows(room, name).items()}


@cache
def rows(room: str, name: str) -> dict[str, tuple[str, ...]]:
    """The entries of a vocabulary file, each with its further columns."""
    text = files(f"sederunt.{room}").joinpath("vocabulary", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {entry: tuple(more) for entry, *more in lines}

"""Plug-ins: one file in a folder is one plug-in, found by scanning; nothing else is edited to add one."""

import ast
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType


@cache
def plugins(package: str) -> tuple[ModuleType, ...]:
    """The modules of a package, in the order of their names; names that begin with ``_`` are left out."""
    return tuple(import_module(f"{package}.{name}") for name in _names(package))


@cache
def headlines(package: str) -> dict[str, str]:
    """What each plug-in of a package says of itself in the first line of its docstring, by its name; none is imported."""
    (folder,) = import_module(package).__path__
    return {name: _headline(Path(folder) / f"{name}.py") for name in _names(package)}


def _headline(file: Path) -> str:
    told = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return told.partition("\n")[0].rstrip(".")


def _names(package: str) -> list[str]:
    found = (module.name for module in iter_modules(import_module(package).__path__))
    return sorted(name for name in found if not name.startswith("_"))

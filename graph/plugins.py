"""Plug-ins: one file in a folder is one plug-in, found by scanning; nothing else is edited to add one."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


@cache
def plugins(package: str) -> tuple[ModuleType, ...]:
    """The modules of a package, in the order of their names; names that begin with ``_`` are left out."""
    folder = import_module(package)
    names = sorted(found.name for found in iter_modules(folder.__path__) if not found.name.startswith("_"))
    return tuple(import_module(f"{package}.{name}") for name in names)

"""The scripts of a page. They are written as ES modules, which linters and node know; a page takes those that it needs as one script.

Each module becomes a scope of its own, which stands after those that it imports; so no browser looks for another file.
"""

import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent / "scripts"
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([a-z]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const) (\w+)", re.MULTILINE)


@cache
def script(drawing: str) -> str:
    """The script of a page that is drawn in this way: the module of that name draws, ``page`` does all else."""
    modules = dict.fromkeys([*_needed(drawing), *_needed("page")])
    scopes = "\n".join(_scope(name) for name in modules)
    return f'(() => {{\n"use strict";\n{scopes}\n$page.start(${drawing}.draw);\n}})();\n'


def _needed(name: str) -> list[str]:
    """A module after all those that it imports."""
    return [*(each for _, imported in _IMPORT.findall(_text(name)) for each in _needed(imported)), name]


def _scope(name: str) -> str:
    text = _text(name)
    given = ", ".join(exported for _, exported in _EXPORT.findall(text))
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(r"const \1 = $\2;", text)).strip()
    return f"const ${name} = (() => {{\n{body}\nreturn {{ {given} }};\n}})();"


@cache
def _text(name: str) -> str:
    return (_HERE / f"{name}.js").read_text(encoding="utf-8")

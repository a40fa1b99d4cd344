"""What is found in minutes that were made from known meetings: ``python -m tests.formats.sittings [variant] [seeds] [-m]``.

With -m, what is missed and what is invented is listed.
"""

import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from tests.formats import minuted_page, minuted_print, minuted_word
from tests.formats.found import f1
from tests.formats.meetings import Meeting, gold, meeting
from tests.formats.minuted import Minutes

SECTIONS = ("attendance", "attendance roles", "people", "posts held", "actions and owners", "edges with true evidence")
FLOORS = {
    "attendance": 0.98,
    "attendance roles": 0.95,
    "people": 0.97,
    "posts held": 0.95,
    "actions and owners": 0.95,
    SECTIONS[-1]: 1.0,
}
SEEDS = 12
Writer = Callable[[Meeting, Random], bytes]


def _text(held: Meeting, rng: Random) -> bytes:
    """Minutes as plain text, with which the others are compared."""
    minutes = Minutes(held, rng)
    lines = [*minutes.head, ""]
    for name, people in minutes.groups():
        lines += [name + minutes.colon, *map(minutes.line, people), ""]
    for number, item in enumerate(minutes.items(), 1):
        lines += [f"{number}. {item.title}", *item.lines, ""]
    lines += ["Actions", *("\t".join(row) for row in minutes.rows())]
    return "\n".join(lines).encode()


def _written(module: Any, maker: str, how: str, **more: bool) -> Writer:
    return partial(getattr(module, maker), there=getattr(module, how), **more)


_word = partial(_written, minuted_word, "written")
_page = partial(_written, minuted_page, "page")
_print = partial(_written, minuted_print, "paper")

VARIANTS: dict[str, Writer] = {
    "text.txt": _text,
    "labels.docx": _word("label_table"),
    "labels-strict.docx": _word("label_table", strict=True, header=True),
    "commas.docx": _word("comma_table", numbered=False),
    "roles.docx": _word("role_table"),
    "sections.docx": _word("section_table"),
    "merged.docx": _word("merged_table", strict=True),
    "bullets.docx": _word("bullets"),
    "bold.docx": _word("bold_lists", header=True),
    "hanging.docx": _word("hanging"),
    "tabbed.docx": _word("tabbed", numbered=False),
    "inline.docx": _word("in_line"),
    "beside.docx": _word("side_by_side"),
    "nested.docx": _word("nested"),
    "boxed.docx": _word("boxed"),
    "tracked.docx": _word("tracked"),
    "ticks.docx": _word("ticks"),
    "grid.docx": _word("grid"),
    "headed.docx": _word("headed"),
    "attendance.html": _page("attendance"),
    "attendance-div.html": _page("attendance", main=False),
    "lists.html": _page("lists"),
    "linked.html": _page("linked", main=False),
    "terms.html": _page("terms"),
    "divisions.html": _page("divisions", main=False),
    "breaks.html": _page("breaks", entities=True),
    "inline.html": _page("in_line"),
    "arranged.html": _page("arranged", main=False),
    "framed.html": _page("framed"),
    "labelled.html": _page("labelled"),
    "sections.html": _page("sections"),
    "ticks.html": _page("ticks"),
    "lists.pdf": _print("lists"),
    "columns.pdf": _print("columns"),
    "halved.pdf": _print("halved"),
    "labels.pdf": _print("labels"),
    "prose.pdf": _print("prose"),
    "prose-pages.pdf": _print("prose", furniture=True),
    "lists-pages.pdf": _print("lists", furniture=True),
    "ruled-roles.pdf": _print("ruled_roles"),
    "ruled-labels.pdf": _print("ruled_labels"),
    "open-roles.pdf": _print("open_roles"),
    "headed.pdf": _print("headed"),
    "three.pdf": _print("three"),
}
"""By the name of a variant, which ends as its files do."""


def written(name: str, seed: int, folder: Path) -> tuple[Path, dict[str, Any]]:
    """A document of a variant, and what is in it."""
    held = meeting(seed)
    path = folder / f"{seed}-{name}"
    path.write_bytes(VARIANTS[name](held, Random(f"{name} {seed}")))
    return path, gold(held, path.name)


def figures(name: str, seeds: Iterable[int], folder: Path, *, listed: bool = False) -> dict[str, float]:
    """F1 of each section over some documents of a variant."""
    return f1(((seed, *written(name, seed, folder)) for seed in seeds), SECTIONS, listed=listed)


def main(words: list[str]) -> None:
    """Print the figures of the variants that are asked for."""
    asked = [word for word in words if not word.startswith("-") and not word.isdecimal()]
    seeds = range(int(next((word for word in words if word.isdecimal()), SEEDS)))
    sys.stdout.write(f"{'':22}{'there':>8}{'roles':>8}{'people':>8}{'posts':>8}{'actions':>8}{'proof':>8}\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in VARIANTS:
            if not asked or any(one in name for one in asked):
                found = figures(name, seeds, Path(folder), listed="-m" in words)
                short = any(found[section] < floor for section, floor in FLOORS.items())
                sys.stdout.write(
                    f"{name:22}{''.join(f'{found[section]:8.3f}' for section in SECTIONS)}{'  <' if short else ''}\n"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])

"""The numbers that Word prints before paragraphs, which stand nowhere in the words of a file: "1.", "(a)", "2.3"."""

from collections import defaultdict
from dataclasses import dataclass, field
from string import ascii_lowercase

from sederunt.loaders.files.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_HIGHEST = 400
"""No list counts further in letters or Roman figures."""


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    words: str
    start: int


@dataclass
class Numbering:
    """Counts the numbered paragraphs of a document, in their order."""

    lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    """By the id of a list: which counters it goes on with, and its levels."""
    counters: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def label(self, number: str, depth: int) -> str:
        """The label of the next paragraph of this list at this depth (0 the outermost); empty for a bullet or an unknown list."""
        shared, levels = self.lists.get(number, ("", {}))
        level = levels.get(depth)
        if level is None:
            return ""
        counted = self.counters[shared]
        counted[depth] = counted.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            counted.pop(deeper, None)
        if level.form in ("bullet", "none"):
            return ""
        label = level.words
        for at in range(depth + 1):
            upper = levels.get(at, level)
            label = label.replace(f"%{at + 1}", _counted(counted.get(at, upper.start), upper.form))
        return label.strip()


def read_numbering(root: Element) -> Numbering:
    """The lists that a part ``numbering.xml`` declares."""
    forms = {entry.get(f"{W}abstractNumId", ""): _levels(entry) for entry in root.iter(f"{W}abstractNum")}
    lists: dict[str, tuple[str, dict[int, _Level]]] = {}
    for entry in root.iter(f"{W}num"):
        number = entry.get(f"{W}numId", "")
        link = entry.find(f"{W}abstractNumId")
        form = link.get(f"{W}val", "") if link is not None else ""
        afresh = entry.find(f"{W}lvlOverride/{W}startOverride") is not None
        lists[number] = (f"{form}/{number}" if afresh else form, forms.get(form, {}) | _overridden(entry))
    return Numbering(lists)


def _levels(entry: Element) -> dict[int, _Level]:
    return {_whole(level.get(f"{W}ilvl"), 0): _level(level) for level in entry.iterchildren(f"{W}lvl")}


def _overridden(entry: Element) -> dict[int, _Level]:
    return {_whole(level.get(f"{W}ilvl"), 0): _level(level) for level in entry.iterfind(f"{W}lvlOverride/{W}lvl")}


def _level(entry: Element) -> _Level:
    told = {
        name: child.get(f"{W}val", "")
        for name in ("numFmt", "lvlText", "start")
        if (child := entry.find(f"{W}{name}")) is not None
    }
    return _Level(told.get("numFmt", "decimal"), told.get("lvlText", ""), _whole(told.get("start"), 1))


def _whole(text: str | None, other: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else other


def _counted(number: int, form: str) -> str:
    if form.endswith("Letter") and 0 < number < _HIGHEST:
        letter = ascii_lowercase[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman") and 0 < number < _HIGHEST:
        roman = _roman(number)
        return roman.upper() if form.startswith("upper") else roman
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        found += letters * (number // value)
        number %= value
    return found

"""Minutes as PDF: columns, tables with rules and without, wrapped prose, furniture on every page."""

from collections.abc import Callable, Sequence
from random import Random

from tests.formats.meetings import Attendee, Meeting
from tests.formats.minuted import Minutes
from tests.loaders.printer import Sheet, printed

_LEFT, _RIGHT, _TOP, _FOOT, _STEP = 60, 535, 80, 770, 14
"""Where the words of a page begin and end, and how far apart its lines are."""
_WIDTHS = {
    **dict.fromkeys("ijl'’", 0.222),
    **dict.fromkeys("ftI.,:;/ ", 0.278),
    **dict.fromkeys("r()-", 0.333),
    **dict.fromkeys("ckszvxyJ", 0.5),
    **dict.fromkeys("TFZ", 0.611),
    **dict.fromkeys("ABEKPSVXY&", 0.667),
    **dict.fromkeys("CDHNRUw", 0.722),
    **dict.fromkeys("GOQ", 0.778),
    **dict.fromkeys("mM", 0.833),
    "W": 0.944,
}
"""How wide letters are in heights of a line; the others are 0.556."""


def wrap(words: str, wide: float) -> list[str]:
    """The lines of some words set in 11 points, none wider."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and 11 * sum(_WIDTHS.get(letter, 0.556) for letter in longer) > wide:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


class Press:
    """Puts lines on pages, one page after the other."""

    def __init__(self, over: str = "", foot: int = _FOOT) -> None:
        self.sheets: list[Sheet] = []
        self.over, self.foot = over, foot
        self.turn()

    def turn(self) -> None:
        """Begin a page."""
        self.sheets.append(Sheet())
        self.y = float(_TOP)
        if self.over:
            self.sheets[-1].write(_LEFT, 40, self.over, 9).write(280, 810, f"Page {len(self.sheets)}", 9)

    @property
    def sheet(self) -> Sheet:
        """The page on which words go."""
        return self.sheets[-1]

    def put(self, words: str, x: float = _LEFT, size: float = 11) -> None:
        """A paragraph, wrapped; an empty one leaves a gap."""
        for line in wrap(words, _RIGHT - x) or [""]:
            self.room(1)
            if line:
                self.sheet.write(x, self.y, line, size)
            self.y += _STEP

    def room(self, lines: int) -> None:
        """Turn the page where so many lines do not fit."""
        if self.y + lines * _STEP > self.foot:
            self.turn()


Written = Callable[[Press, Minutes], None]


def paper(held: Meeting, rng: Random, there: Written, *, furniture: bool = False) -> bytes:
    """A PDF with the minutes of a meeting; ``furniture``: over and below each of several short pages stands the same."""
    minutes = Minutes(held, rng)
    press = Press(f"{held.council} – {held.body}", 330) if furniture else Press()
    for at, line in enumerate(minutes.head):
        press.put(line, size=11 if at else 14)
    press.put("")
    there(press, minutes)
    press.put("")
    for number, item in enumerate(minutes.items(), 1):
        press.put(f"{number}. {item.title}")
        for line in item.lines:
            press.put(line)
        press.put("")
    if rows := minutes.rows():
        press.put("Actions")
        grid(press, rows, (60, 330, 440, 540))
    return printed(*press.sheets)


def grid(press: Press, rows: Sequence[Sequence[str]], xs: Sequence[float]) -> None:
    """A ruled table, its cells wrapped; it goes on over the page by whole rows."""
    ys, cells = [press.y - 10], list[list[str]]()

    def rule() -> None:
        if cells:
            press.sheet.grid(xs, ys, cells)

    for row in rows:
        wrapped = [
            "\n".join("\n".join(wrap(line, right - left - 8)) for line in words.split("\n"))
            for words, left, right in zip(row, xs, xs[1:], strict=False)
        ]
        high = 13 * max(words.count("\n") + 1 for words in wrapped) + 6
        if ys[-1] + high > press.foot:
            rule()
            press.turn()
            ys, cells = [press.y - 10], []
        ys.append(ys[-1] + high)
        cells.append(wrapped)
    rule()
    press.y = ys[-1] + 2 * _STEP


# The list of those there ---------------------------------------------------------------------------------------------------------


def lists(press: Press, minutes: Minutes) -> None:
    """Groups below one another, a line each."""
    for name, people in minutes.groups():
        press.put(name + minutes.colon)
        for one in people:
            press.put(minutes.line(one))
        press.put("")


def columns(press: Press, minutes: Minutes) -> None:
    """The first group at the left, the others at the right of it."""
    (first, *others) = minutes.groups()
    left = _stack(minutes, [first])
    right = _stack(minutes, others)
    press.sheet.lines(_LEFT, press.y, left, _STEP).lines(320, press.y, right, _STEP)
    press.y += max(len(left), len(right)) * _STEP


def halved(press: Press, minutes: Minutes) -> None:
    """Each group in two columns below its name."""
    for name, people in minutes.groups():
        press.put(name + minutes.colon)
        half = (len(people) + 1) // 2
        sides = [[line for one in part for line in wrap(minutes.line(one), 240)] for part in (people[:half], people[half:])]
        for x, lines in zip((_LEFT, 320), sides, strict=True):
            press.sheet.lines(x, press.y, lines, _STEP)
        press.y += (max(map(len, sides)) + 1) * _STEP


def _stack(minutes: Minutes, groups: Sequence[tuple[str, list[Attendee]]]) -> list[str]:
    lines: list[str] = []
    for name, people in groups:
        lines += [name + minutes.colon, *(line for one in people for line in wrap(minutes.line(one), 240)), ""]
    return lines


def labels(press: Press, minutes: Minutes) -> None:
    """The names of the groups at the left, those in them at the right, no rules."""
    for name, people in minutes.groups():
        press.sheet.write(_LEFT, press.y, name + minutes.colon)
        for one in people:
            press.put(minutes.line(one), 220)
        press.y += _STEP / 2


def prose(press: Press, minutes: Minutes) -> None:
    """A paragraph for each group, its names by commas."""
    for name, people in minutes.groups():
        press.put(f"{name}: {', '.join(map(minutes.within, people))}.")
        press.put("")


def ruled_roles(press: Press, minutes: Minutes) -> None:
    """A ruled table with a row for each: name, role, whether they came."""
    rows = [
        ("Name", "Role", "Attendance"),
        *((one.printed, minutes.role(one), minutes.status(one)) for one in minutes.held.people),
    ]
    grid(press, rows, (60, 230, 410, 540))


def ruled_labels(press: Press, minutes: Minutes) -> None:
    """A ruled table of two columns: the group, those in it."""
    rows = [(name + minutes.colon, "\n".join(map(minutes.line, people))) for name, people in minutes.groups()]
    grid(press, rows, (60, 200, 540))


def headed(press: Press, minutes: Minutes) -> None:
    """A ruled table: the names of the groups in a row, those in each below."""
    groups = minutes.groups()
    rows = [[name for name, _ in groups], ["\n".join(map(minutes.line, people)) for _, people in groups]]
    step = 480 / len(groups)
    grid(press, rows, [60 + step * at for at in range(len(groups) + 1)])


def three(press: Press, minutes: Minutes) -> None:
    """Groups side by side in up to three columns, their names over them in one line."""
    groups = minutes.groups()
    step, high = 480 / min(3, len(groups)), 0.0
    for at, (name, people) in enumerate(groups):
        wide = 480 if at % 3 == 0 and at == len(groups) - 1 else step - 14
        if at and at % 3 == 0:
            press.y += (high + 1) * _STEP
            high = 0.0
        lines = [name + minutes.colon, *(line for one in people for line in wrap(minutes.line(one), wide))]
        press.sheet.lines(_LEFT + step * (at % 3), press.y, lines, _STEP)
        high = max(high, len(lines))
    press.y += high * _STEP


def open_roles(press: Press, minutes: Minutes) -> None:
    """Name, role and attendance in columns without rules."""
    for cells in [
        ("Name", "Role", "Attendance"),
        *((one.printed, minutes.role(one), minutes.status(one)) for one in minutes.held.people),
    ]:
        high = 0
        for x, words, wide in zip((60, 230, 420), cells, (165, 185, 115), strict=True):
            lines = wrap(words, wide)
            press.sheet.lines(x, press.y, lines, _STEP)
            high = max(high, len(lines))
        press.y += (high + 0.3) * _STEP

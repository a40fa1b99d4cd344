"""Papers as they come out of bad scanners, careless copying and wrong encodings: ways to damage the bytes of one."""

import random
from collections.abc import Callable

Damage = Callable[[bytes, random.Random], bytes]

_MARKS = "( ) [ – , ; : & <p> </p> | \t \n • . ’ \u2028 \x0c \ufeff".split(" ")
_CONTROLS = "\x01 \x07 \x08 \x0b \x0c \x1b \x1c \x1f \x7f \x85 \xad \u200b \u200d \u200e \u200f \u202b \u202e \u2066 \u2069 \ufeff \ufffd"


def truncated(data: bytes, dice: random.Random) -> bytes:
    return data[dice.randrange(len(data)) :] if dice.random() < 0.3 else data[: dice.randrange(1, len(data) + 1)]


def shuffled(data: bytes, dice: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(dice.sample(lines, k=len(lines)))


def some_lines_joined(data: bytes, dice: random.Random) -> bytes:
    share = dice.choice([0.05, 0.3, 0.8])
    return b"".join(line.rstrip(b"\r\n") if dice.random() < share else line for line in data.splitlines(keepends=True))


def in_one_line(data: bytes, dice: random.Random) -> bytes:
    return dice.choice([b" ", b"", b"\t", b" | "]).join(data.splitlines())


def without_blank_lines(data: bytes, dice: random.Random) -> bytes:
    share = dice.choice([0.3, 1.0])
    return b"".join(line for line in data.splitlines(keepends=True) if line.strip() or dice.random() >= share)


def spread(data: bytes, dice: random.Random) -> bytes:
    """Blank lines between all lines, or line ends of another system."""
    return data.replace(b"\n", dice.choice([b"\n\n", b"\r\n", b"\r", b"\r\r\n", b"\n \n"]))


def without_tabs(data: bytes, dice: random.Random) -> bytes:
    return data.replace(b"\t", dice.choice([b"", b" ", b"    "]))


def with_tabs(data: bytes, dice: random.Random) -> bytes:
    return b"".join(b"\t" if c == 32 and dice.random() < 0.05 else bytes([c]) for c in data)


def with_holes(data: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randrange(1, 30)):
        at = dice.randrange(len(data) + 1)
        data = data[:at] + data[at + dice.randrange(40) :]
    return data


def characters_dropped(data: bytes, dice: random.Random) -> bytes:
    share = dice.choice([0.002, 0.01, 0.05])
    return bytes(c for c in data if dice.random() >= share)


def glued(data: bytes, dice: random.Random) -> bytes:
    return b"".join(b"" if dice.random() < 0.1 and c == 32 else bytes([c]) for c in data)


def flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randrange(1, 60)):
        changed[dice.randrange(len(changed))] = dice.randrange(1, 256)
    return bytes(changed)


def lines_repeated(data: bytes, dice: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(line * (dice.choice([2, 3, 20]) if dice.random() < 0.1 else 1) for line in lines)


def capitals(data: bytes, dice: random.Random) -> bytes:
    return dice.choice([bytes.upper, bytes.lower, bytes.swapcase, bytes.title])(data)


def sprinkled(data: bytes, dice: random.Random) -> bytes:
    return _with(data, dice, _MARKS)


def lines_of_marks(data: bytes, dice: random.Random) -> bytes:
    """What a converter leaves of empty rows, rules, bullets and numbers."""
    marks = "||| |---|---| ---- *** ** • - 1. a) () : , ; … # ## ****".split()
    lines = data.splitlines(keepends=True)
    for _ in range(dice.randrange(1, 30)):
        lines.insert(dice.randrange(len(lines) + 1), f"{dice.choice(marks)}\n".encode())
    return b"".join(lines)


def with_controls(data: bytes, dice: random.Random) -> bytes:
    return _with(data, dice, _CONTROLS.split())


def with_brackets(data: bytes, dice: random.Random) -> bytes:
    depth = dice.randrange(1, 3_000)
    opening, closing = dice.choice(["()", "[]", "<>", "“”", "(["])
    return _with(data, dice, [opening * depth, closing * depth, f"{opening * depth}{closing * depth}"], most=3)


def _with(data: bytes, dice: random.Random, marks: list[str], most: int = 60) -> bytes:
    whole = data.decode("utf-8", "replace")
    for _ in range(dice.randrange(1, most)):
        at = dice.randrange(len(whole) + 1)
        whole = whole[:at] + dice.choice(marks) + whole[at:]
    return whole.encode()


def mixed_encodings(data: bytes, dice: random.Random) -> bytes:
    lines = data.decode("utf-8", "replace").splitlines(keepends=True)
    return b"".join(line.encode(dice.choice(["utf-8", "cp1252", "utf-8"]), "replace") for line in lines)


def of_another_encoding(data: bytes, dice: random.Random) -> bytes:
    kind = dice.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252", "utf-32", "cp037"])
    return data.decode("utf-8", "replace").encode(kind, "replace")


def mojibake(data: bytes, dice: random.Random) -> bytes:
    """What is left of UTF-8 that was taken for Latin-1, once or twice."""
    for _ in range(dice.randrange(1, 3)):
        data = data.decode(dice.choice(["latin-1", "cp1252"]), "replace").encode("utf-8")
    return data


DAMAGES: tuple[Damage, ...] = (
    *(truncated, shuffled, some_lines_joined, in_one_line, without_blank_lines, spread, without_tabs, with_tabs, with_holes),
    *(characters_dropped, glued, flipped, lines_repeated, capitals, sprinkled, lines_of_marks, with_controls, with_brackets),
    *(mixed_encodings, of_another_encoding, mojibake),
)

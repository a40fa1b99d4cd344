"""Words that a dump has glued together, and lines that it has cut inside a name.

Source: text taken from PDF files: ``ApologiesDr Ann Hale andMs Rita Vale,Mr Moss(Clerk)``; "Councillor Ben" at the end of a line and
"Moss" at the beginning of the next. Only white space is put in, so that every word stands in the paper as it is quoted.
"""

import re

from sederunt.graph.names import is_given_name, split_honorific

_TITLES = "Mr Mrs Ms Miss Mx Dr Prof Professor Cllr Cllrs Councillor Councillors Revd Rev Sir Lady Lord".split()
_TITLE = f"(?:{'|'.join(_TITLES)})"
_BEHIND = "|".join(rf"(?<=\b{title})" for title in _TITLES)
_SEAMS = tuple(
    re.compile(seam)
    for seam in (
        rf"(?<=[a-z)])(?={_TITLE}\.?\s+[A-Z])",  # andMs Vale
        rf"(?:{_BEHIND})(?=[A-Z](?:[a-z]|\b))",  # MrMoss
        rf"(?<=[a-z)][,;:.])(?={_TITLE}|[A-Z][a-z]+\b(?!\.[a-z]))",  # Hale,Ben Moss
        r"(?<=[a-z])(?=\((?!s\)))(?=\([A-Z])",  # Hale(Clerk)
        r"(?<=[A-Z]{3})(?=(?:Minutes|Notes|Present|Apologies|Meeting|Attendance)\b)",  # CHARITYMinutes
        r"(?<=[a-rt-z]s)(?=held\s+(?:at|on|in)\b)",  # Trusteesheld at
        r"(?<=\b(?:19|20)\d\d)(?=(?:at|in|on)\s)",  # 2019at 2 pm
        r"(?:(?<=^\d)|(?<=^\d\d)|(?<=^\d\d\d))(?=[A-Z][a-z]{3})",  # 12Apologies for absence
    )
)
_CELLS = re.compile(r"(?<=[a-z]{2})(?<!\bMac)(?<!\bFitz)(?=[A-Z][a-z]{2})|(?<=[a-z]{2}\))(?=[A-Z][a-z]{2})")
_BETWEEN = re.compile(r"[,;:(]|\band\b")
_UNENDED = re.compile(rf"(?:,|\band|&|\b{_TITLE}\.?|\b[A-Z]\.|\b[OD][’']|\w-)$")


def unglued(text: str) -> str:
    """The text with a blank at every seam between words that were glued together."""
    if "://" in text or "@" in text:
        return text
    for seam in _SEAMS:
        text = seam.sub(" ", text)
    return text


def glued_cells(text: str) -> list[int]:
    """Where the cells of a table's row that were run together begin: "Ann HaleChairBen Moss"; none if they are apart."""
    found = [cell.start() for cell in _CELLS.finditer(text)] if len(text) < 300 else []
    return [0, *found, len(text)] if found else []


def breaks_off(before: str, after: str) -> bool:
    """Whether a line of people ends inside a name or a list, so that the next line goes on in it."""
    if not re.search(r",.|\band\b.", before):
        return False
    if _UNENDED.search(before):
        return True
    honorific, name = split_honorific(_BETWEEN.split(before)[-1].strip())
    if not honorific or len(name.split()) != 1 or split_honorific(after)[0]:
        return False
    first = _BETWEEN.split(after)[0].split()
    return len(first) == 1 or (len(first) > 1 and not is_given_name(first[0]))


def between(before: str) -> str:
    """What stands between a line and the one that it goes on in: nothing after the hyphen or apostrophe of a name."""
    return "" if re.search(r"(?:\w-|\b[OD][’'])$", before) else " "

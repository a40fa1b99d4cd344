r"""Light marks of layout in plain text: headings, emphasis and links as Markdown, wikis and reStructuredText print them.

Source: notes of boards and working groups that are kept as Markdown: "## Attendance", a title over a line of dashes, "**Action:** Ann
to write", "[the paper](https://…)", "\- by telephone".
"""

import re

_HEADING = re.compile(r"^\s*(?P<marks>#{1,6})\s*(?P<text>[*_\[(“\"'‘]*\w.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*$")
_RULE = re.compile(r"\s*([-=_*~])(?:\s*\1){2,}\s*$")
_BULLET = re.compile(r"\s*[-*+•]\s")
_STRONG = re.compile(r"\*{2,}")
_OPENS = re.compile(r"\*\*+\w")
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*\\])\1(?![\w*])")
_UNDERSCORED = re.compile(r"(?<![\w\\])(_{1,2})(?=[^\s_])([^_\n]*[^\s_\\])\1(?!\w)")
_LINK = re.compile(
    r"!?\[(?P<text>[^\[\]]+)\]\((?:https?:|\.{0,2}/|#|www\.)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"
)
_ESCAPED = re.compile(r"\\(?=[-*_#>().~|\[\]`+!&])")
_LONGEST = 140
"""No heading has more characters."""


def heading(raw: str) -> tuple[int, str]:
    """(level, words) of a line that is a heading by its marks: ``## Attendance`` gives 2; level 0 for any other line."""
    found = _HEADING.match(raw) if len(raw) < _LONGEST and raw.lstrip()[:1] == "#" else None
    if found is None or (len(found["marks"]) == 1 and not re.match(r"\s*#\s", raw)):
        return 0, raw
    return len(found["marks"]), found["text"]


def underlined(text: str, below: str) -> int:
    """The level of a heading that a line below it makes of a text: 1 for ``===``, 2 for ``---``; 0 where it is none."""
    short = len(text) < _LONGEST and any(c.isalpha() for c in text) and not _BULLET.match(text) and "|" not in text
    if not short or not _UNDERLINE.match(below) or len(below.strip()) * 2 < len(text):
        return 0
    return 1 if "=" in below else 2


def is_rule(raw: str) -> bool:
    """Whether a line is a rule between two parts of a page."""
    return _RULE.match(raw) is not None


def unmarked(text: str) -> str:
    """A text without the marks of emphasis, links and escapes, its words left as they are."""
    if "](" in text:
        text = _LINK.sub(r"\g<text>", text)
    if "*" in text:
        text = _STRONG.sub("", text) if _OPENS.match(text) else _EMPHASIS.sub(r"\2", text)
    if "_" in text:
        text = _UNDERSCORED.sub(r"\2", text)
    return _ESCAPED.sub("", text) if "\\" in text else text

"""Lines as they were wrapped for a page, put together again: paragraphs, rows of tables, lists that run on, cells under their label.

Source: minutes whose tables were dumped one cell per line, or one row per line with wide gaps, tabs or HTML between the cells; pages of
PDF, whose lines come with the places at which they end.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from sederunt.graph.names import fold
from sederunt.loaders.document import Block, Line, Shape, Span, joined
from sederunt.loaders.layout.flat import unfolded
from sederunt.loaders.layout.glue import between, breaks_off, glued_cells, unglued
from sederunt.loaders.layout.markdown import heading, is_rule, underlined, unmarked
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.wording import is_post

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BREAKING = re.compile(r"</(?:p|li|ul|ol|div|h\d|tr)>|<br\s*/?>", re.IGNORECASE)
_TAB = re.compile(r"\t")
_LONE_MARK = re.compile(r"^(\s*(?:[-–*•·▪●]|#{1,6}))\s+(?=[^\s|])")
_TREE = re.compile(r"^[\s|│┃]*(?:\+[-=]+>?|[├└╰┣┗][─━-]*|\\[-_]+|`-+|[|│][-_─]+>?|-+>|=+>|[→↳⇒»])\s*(?=[A-Za-z])")
"""The lines of a tree drawn with characters before what hangs in it: ``|   +-- Head of Fleet``."""
_TRUNK = re.compile(r"^[\s|│┃]*(?=[^\s|│┃][^|│┃]*$|$)")
"""What stands before the other lines of such a tree."""
_NUMBERED = re.compile(r"^\(?[\w.]{1,4}[.)]\s+|^\d+\s+")
_BAR, _STROKE, _GAP = re.compile(r"\s*\|\s*"), re.compile(r"(?:^|\s+)/(?=\s|$)"), re.compile(r"(?<=\S)\s{3,}(?=\S)")
_SEPARATORS = ((_BAR, 1), (_STROKE, 2), (_GAP, 1))
"""What may stand between cells beside tabs, and how often a line must have it to be taken for a row."""
_LABEL = re.compile(r"\s*[a-z][a-z ]{2,20}:\s")
_HANGING = re.compile(r"\s(?:the|an|of|and|by|to|for|from|with|in|on|at|that|which|Mr|Mrs|Ms|Dr|Cllr)$")
"""A word with which no line ends that does not go on in the next."""
_UNFINISHED = re.compile(r"\s(?:[–—-]|Vice|Deputy)$")
"""What stands before an office that was wrapped: "Ann Hale –", "Ann Hale, Vice"."""
_LONG = 90
"""A line of prose of so many characters without a full stop goes on, wherever it was wrapped."""
_ENDS = ".;?!"
_FEWEST_PARAGRAPHS = 4
"""Fewer ends of paragraphs in a line may be those of a cell."""
_LIST_MARK = re.compile(r"\s*(?:[-–—•·*o▪]\s+|\(?\d{1,2}[.)]|\(?[a-z][.)]\s)")

Wraps = Callable[[Line, Line], bool]
"""Whether the first word of the second of two lines did not fit on the first."""


def printed_span(raw: str, line: int, slide: int | None = None) -> Span:
    """The words of a line without its tags and marks."""
    text = _TAG.sub(" ", _BREAKING.sub("\n", raw))
    text = "\n".join(filter(None, (unglued(unmarked(" ".join(part.split()))) for part in text.split("\n"))))
    return Span(text, ((0, line),), slide)


def _wrap_width(lines: list[Line]) -> int:
    """The width at which a text is hard-wrapped, or 0: its longest line, where many come near to it; rows and heads of pages apart."""
    lengths = [len(raw) for line in lines if not _GAP.search(raw := line.raw.rstrip())]
    width = max(lengths, default=0)
    near = sum(length > width - 12 for length in lengths)
    broad = sum(length > width * 0.7 for length in lengths)
    return width if (50 <= width <= 110 and near >= 4) or (110 < width <= 160 and near >= max(5, broad * 0.5)) else 0


def _by_width(lines: list[Line]) -> Wraps:
    width = _wrap_width(lines)

    def wraps(above: Line, below: Line) -> bool:
        before = above.raw.rstrip()
        return before[-1] not in _ENDS and 0 < width < len(before) + 1 + len(below.raw.split()[0])

    return wraps


def _flowing(lines: list[Line]) -> frozenset[int]:
    """The numbers of the lines in which the one above goes on: lists run on with commas, wrapped at a width of their own."""
    found: set[int] = set()
    run: list[Line] = []
    for line in [*lines, Line(0, "")]:
        text = line.raw.strip()
        if text and text[-1] != ":" and not _LIST_MARK.match(line.raw) and "\t" not in text:
            run.append(line)
            continue
        lengths = [len(one.raw.rstrip()) for one in run[:-1]]
        marked = sum("," in one.raw or ";" in one.raw for one in run)
        if len(run) > 3 and min(lengths) > max(60, max(lengths) - 20) and max(lengths) < 130 and marked * 4 >= len(run) * 3:
            found.update(one.number for one in run[1:])
        run = []
    return frozenset(found)


def _separator(lines: list[Line]) -> re.Pattern[str]:
    """What stands between the cells of tables beside tabs: bars, spaced strokes or wide gaps, where several lines have them."""
    bare = [_NUMBERED.sub("", line.raw.strip()) for line in lines]
    return next((mark for mark, least in _SEPARATORS if sum(len(mark.findall(text)) >= least for text in bare) >= 3), _TAB)


def _cells(raw: str, separator: re.Pattern[str]) -> list[str]:
    bare = _LONE_MARK.sub(r"\1 ", raw.rstrip("\r\n"))
    if "\t" in bare.strip() or separator is _TAB or not separator.search(_NUMBERED.sub("", bare.strip())):
        return _people_apart(bare) or bare.split("\t")
    return separator.split(bare.strip().strip("|"))


def _people_apart(raw: str) -> list[str]:
    """The people of a line, each with a title or none, where wide gaps stand between them: "Mr A Hale   Chair   Mrs B Moss"; else nothing."""
    pieces = _WIDE.split(raw.strip()) if "\t" not in raw else []
    if not 1 < len(pieces) <= _MOST_APART:
        return []
    named = [names_people(Span(piece, ((0, 0),))) == 1 for piece in pieces]
    told = all(n or is_post(p) or meeting_role(p) or fold(p) == "member" for n, p in zip(named, pieces, strict=True))
    return pieces if named[0] and sum(named) > 1 and told else []


_WIDE = re.compile(r"\s{2,}")
_MOST_APART = 8
"""No line has more people, and what they are, side by side."""


def paragraphs(lines: list[Line], wraps: Wraps | None = None) -> tuple[list[Block], list[Line]]:
    """The blocks that the lines of a page make, and the blank lines behind the last; ``wraps`` where more is known than their lengths."""
    wraps, separator = wraps or _by_width(lines), _separator(lines)
    flowing = _flowing(lines)
    glued = sum(bool(glued_cells(line.raw)) for line in lines) > 2
    tree = sum(_TREE.match(line.raw) is not None for line in lines) > 1
    groups: list[list[Block]] = []
    blanks: list[Line] = []
    for line in lines:
        words = _hung(line.raw) if tree else line.raw
        if not _TAG.sub("", words).strip():
            blanks.append(line)
            continue
        if level := _underlines(groups, line, blanks):
            groups[-1] = [replace(groups[-1][0], lines=(*groups[-1][0].lines, line), level=level)]
            continue
        block = _line_block(line, words, blanks, separator)
        page = _unfolded(block, glued=glued)
        if (
            groups
            and not blanks
            and len(page) == 1
            and _is_next(groups[-1][-1], line)
            and _goes_on(groups[-1], block, flowing, wraps)
        ):
            groups[-1].append(block)
        else:
            groups += [[piece] for piece in page]
        blanks = []
    return [_merged(group) for group in groups], blanks


def _is_next(block: Block, line: Line) -> bool:
    """Whether a line is the one below a block; nothing is below a piece of a line."""
    return bool(block.lines) and block.lines[-1].number == line.number - 1


def _underlines(groups: list[list[Block]], line: Line, blanks: list[Line]) -> int:
    """The level of the heading that a rule makes of the line right above it, which stands apart from what is above that; else 0."""
    if blanks or not groups or len(groups[-1]) > 1 or groups[-1][0].kind is Shape.ROW:
        return 0
    above = groups[-1][0]
    apart = above.gap or len(groups) == 1 or (is_rule(over := groups[-2][-1].text) and over[0] == line.raw.strip()[0] == "=")
    return underlined(above.text, line.raw) if apart else 0


def _goes_on(group: list[Block], block: Block, flowing: frozenset[int], wraps: Wraps) -> bool:
    """Whether a line belongs to what stands above it: a paragraph, a list wrapped at a width of its own, or the last cell of a row."""
    if group[0].level or block.level:
        return False
    if group[0].kind is Shape.ROW:
        return block.kind is Shape.LINE and (_hangs(group[0], block) or _told_on(group, block, wraps))
    above = group[-1].span.text
    opened = above.count("(") > above.count(")") and block.span.text.count(")") > block.span.text.count("(")
    opened = opened or _UNFINISHED.search(above) is not None
    small = ":" not in block.span.text and (block.span.text[:1].islower() or _in_capitals(above, block.span.text))
    small = small and (block.span.text[:1].islower() or wraps(group[-1].lines[-1], block.lines[-1]))
    label = _LABELLED.match(block.span.text)
    listed = label is not None and label[0].rstrip().endswith(":") and category_of(label["words"]) in ATTENDANCE
    if (
        listed
        or (category_of(block.span.text) and not opened and not small)
        or (above[-1:] not in (*",;&", "") and _labels(above, block.span.text))
    ):
        return False
    return block.lines[-1].number in flowing or _continues(group[-1], block, wraps)


def _in_capitals(above: str, text: str) -> bool:
    """Whether a line can be the end of a title that is printed in capitals: "MEETING OF THE HOUSING AND THE WELFARE", "COMMITTEE"."""
    return above.isupper() and text.isupper() and len(above.split()) > len(text.split()) + 2


def _labels(above: str, text: str) -> bool:
    """Whether a line begins with a label of its own: of people, or as the line ``above`` does."""
    label = _LABELLED.match(text)
    return label is not None and (bool(category_of(label["words"])) or _LABELLED.match(above) is not None)


_LABELLED = re.compile(r"(?P<words>[A-Z][\w’' /()&-]{2,50}?)(?::|\s[–-])\s+(?=[A-Z])")


def _hangs(row: Block, block: Block) -> bool:
    """Whether a line stands right under the second of two cells, the first a label: "Present:   A, B,", and below B's column "C"."""
    raw, below = row.lines[-1].raw.expandtabs(), block.lines[-1].raw.expandtabs()
    gap = _GAP.search(raw.rstrip()) if len(row.cells) == 2 and row.cells[0].text.endswith(":") else None
    hung = gap is not None and gap.end() >= 8 and abs(len(below) - len(below.lstrip()) - gap.end()) <= 1
    return hung and not _one_a_line(row.cells[-1], block.span)


def _told_on(group: list[Block], block: Block, wraps: Wraps) -> bool:
    """Whether a line goes on with what a row behind a number tells: "7.1   The meeting in May had", and below "looked at the roof."."""
    row, above = group[0], group[-1].lines[-1]
    if block.gap or len(row.cells) != 2 or not _NUMBER.fullmatch(row.cells[0].text) or len(row.cells[1].text.split()) < _PROSE:
        return False
    before, after = above.raw.rstrip(), block.lines[-1].raw.strip()
    widest = max((len(part.lines[-1].raw.rstrip()) for part in group[:-1]), default=0)
    wrapped = 0 < widest < len(before) + 1 + len(after.split()[0]) or wraps(above, block.lines[-1])
    full = len(before) >= _FULL and (after[:1].islower() or wrapped or _HANGING.search(before) is not None)
    return full and before[-1] not in _ENDS and not _LIST_MARK.match(after) and not _LABEL.match(after)


_NUMBER = re.compile(r"\(?\d{1,3}(?:[./]\d{1,3})*[.)]?|\(?[a-z][.)]")
_PROSE, _FULL = 8, 60
"""What a row tells has so many words at least, and a line that was wrapped so many characters."""


def _one_a_line(span: Span, below: Span) -> bool:
    """Whether two lines under each other name one person each: neither is a run that was wrapped."""
    whole = span.text[-1:] not in (*",;&",) and not _HANGING.search(span.text)
    return whole and names_people(span) == 1 == names_people(below)


def _unfolded(block: Block, *, glued: bool) -> list[Block]:
    """The lines of a page that was dumped into one, or the cells of a row whose marks were lost; any other block alone."""
    cells = glued_cells(block.span.text) if glued else []
    if block.kind is not Shape.LINE or block.level:
        return [block]
    pieces = [block.span.part(start, end) for start, end in pairwise(cells)]
    pieces = pieces or [line for paragraph in _marked_up(block) for line in unfolded(paragraph)]
    return block.apart(pieces, gaps=not cells) or [block]


def _marked_up(block: Block) -> list[Span]:
    """The paragraphs of a page whose tags were left in it, and all its line ends lost."""
    text = block.span.text
    if text.count("\n") < _FEWEST_PARAGRAPHS:
        return [block.span]
    edges = [0, *(found.end() for found in re.finditer("\n", text)), len(text)]
    return [piece for start, end in pairwise(edges) if (piece := block.span.part(start, end))]


def _hung(raw: str) -> str:
    """A line without the lines of the tree in which it hangs."""
    return _TRUNK.sub("", _TREE.sub("", raw, count=1), count=1)


def _line_block(line: Line, raw: str, blanks: list[Line], separator: re.Pattern[str]) -> Block:
    level, words = heading(raw)
    printed = [words] if level else _cells(raw, separator)
    mark = {_BAR: "|", _STROKE: "/"}.get(separator, "") if len(printed) > 1 and "\t" not in raw.strip() else ""
    cells = [printed_span(cell, line.number) for cell in printed]
    filled = sum(map(bool, cells))
    is_row = filled > 1 or (len(cells) > 1 and _TAG.search(line.raw) is not None)
    kept = tuple(cells) if is_row else (next(filter(None, cells), cells[0]),)
    return Block(
        Shape.ROW if is_row else Shape.LINE,
        (*blanks, line),
        kept,
        gap=bool(blanks or level),
        mark=mark if is_row else "",
        level=level,
    )


def _continues(block: Block, following: Block, wraps: Wraps) -> bool:
    """Whether a line goes on in the next one: the next word did not fit on it, or it breaks off and the next begins small."""
    if block.kind is not Shape.LINE or following.kind is not Shape.LINE or not block.lines:
        return False
    before, after = block.lines[-1].raw.rstrip(), following.lines[-1].raw
    if not _LIST_MARK.match(after) and not following.gap and breaks_off(block.span.text, following.span.text):
        return True
    if before[-1] == ":" or _LIST_MARK.match(after) or after[:1] == "\t" or _heads_list(after.strip()):
        return False
    if before[-1] not in _ENDS and (after.strip()[:1].islower() or _HANGING.search(before)):
        return not _LABEL.match(after) and (len(before) >= 40 or wraps(block.lines[-1], following.lines[-1]))
    told = len(before) >= _LONG and before[-1] not in _ENDS and _is_prose(before)
    return told or wraps(block.lines[-1], following.lines[-1])


def _is_prose(text: str) -> bool:
    """Whether most words of a line are in small letters."""
    tokens = text.split()
    return sum(token[0].islower() for token in tokens) > 0.6 * len(tokens) and "\t" not in text


def _heads_list(text: str) -> bool:
    """Whether a line is no more than a heading with a colon over people: "Apologies:"."""
    return text.endswith(":") and bool(category_of(text.rstrip(" :")))


def _merged(group: list[Block]) -> Block:
    """Lines that go on in one another as one block."""
    first = group[0]
    if len(group) == 1:
        return first
    lines = tuple(line for block in group for line in block.lines)
    whole = joined([first.cells[-1], *(block.span for block in group[1:])], lambda span: between(span.text))
    return replace(first, lines=lines, cells=(*first.cells[:-1], whole))

"""Tables of data: the headings of the columns, and every row as values with their places, so that it can be quoted."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sederunt.graph.names import is_given_name, parse_person, split_honorific
from sederunt.loaders.contacts import is_kept_back
from sederunt.loaders.document import Block, Datum, Document
from sederunt.loaders.naming.people import looks_like_person
from sederunt.loaders.naming.wording import is_post

FORMATS = ("csv", "xlsx")

_PAY = re.compile(r"\bpay|salar|£", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:\[(?P<title>[A-Za-z]+)\.?\]|\([^()]*\))")
_TITLE = re.compile(r"(?P<title>Mrs?|Ms|Miss|Dr|Doctor|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Revd)\.?\s+(?=\S)", re.IGNORECASE)
_PEER = re.compile(
    r"(?:(?:rt\.?|right)\s+hon\w*\.?\s+)?(?:the\s+)?"
    r"(?:lord|lady|baron|baroness|viscount|viscountess|earl|countess|duke|duchess|marquess|marchioness)\s+(?:of\s+)?\w",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Row:
    """A row below the headings: where it stands as a person would say it, and the value of each column."""

    place: str
    cells: Sequence[Datum]

    def run(self, first: int, last: int) -> Datum:
        """The words of these columns and all between them, as one value that can be quoted."""
        return _around([cell for cell in self.cells[first : last + 1] if cell.text]) or self.whole

    @property
    def whole(self) -> Datum:
        """All its words as one value that can be quoted."""
        return _around([cell for cell in self.cells if cell.text]) or self.cells[0]


def _around(cells: Sequence[Datum]) -> Datum | None:
    """These values and all between them as one; they stand in the order of the columns, or as the file has them."""
    return Datum("", min(cell.start for cell in cells), max(cell.end for cell in cells)) if cells else None


@dataclass(frozen=True)
class Table:
    """A table whose headings stand in one row; ``columns`` has them as printed, ``private`` all values that are never quoted."""

    place: str
    columns: Sequence[str]
    rows: Sequence[Row]

    @property
    def private(self) -> Iterator[Datum]:
        """What stands under headings over telephone numbers, addresses and pay."""
        places = [at for at, heading in enumerate(self.columns) if is_kept_back(heading) or _PAY.search(heading)]
        for row in self.rows:
            yield from (row.cells[at] for at in places if at < len(row.cells) and row.cells[at].text)


def headings(block: Block) -> list[str]:
    """The words of a row of headings, each in one line."""
    return [" ".join(cell.text.split()) for cell in block.cells]


def table(document: Document, head: Block) -> Table:
    """The rows below the one with the headings."""
    lines = document.lines
    starts = dict(zip((line.number for line in lines), accumulate((len(line.raw) for line in lines), initial=0), strict=False))
    raws = {line.number: line.raw for line in lines}
    blocks = document.blocks[document.blocks.index(head) + 1 :]
    rows = [Row(document.places[b.number].words, _cells(b, raws[b.number], starts[b.number])) for b in blocks]
    return Table(document.places[head.number].words, headings(head), rows)


def listed(document: Document) -> Table | None:
    """The rows of data that is a list of records, or holds one such list and no other; each name of a value is a column."""
    data = document.data
    if data is None:
        return None
    lists = [data.items, *(held.items for held in data.fields.values())]
    found = [items for items in lists if items and all(item.fields for item in items)]
    if len(found) != 1:
        return None
    starts = list(accumulate((len(line.raw) for line in document.lines), initial=0))
    columns = list(dict.fromkeys(name for item in found[0] for name in item.fields))
    rows = [Row(f"line {bisect_right(starts, i.start)}", [_value(i, name) for name in columns]) for i in found[0]]
    return Table("", columns, rows)


def _value(record: Datum, name: str) -> Datum:
    """A value of a record; what is a record itself goes by its name."""
    held = record.fields.get(name, Datum("", record.start, record.start))
    return Datum(held.text or held.of("name", "label", "title"), held.start, held.end)


def _cells(block: Block, raw: str, start: int) -> list[Datum]:
    """The values of a row, found one behind the other in its line; marks of quotation inside them may be printed twice."""
    found: list[Datum] = []
    at = 0
    for cell in block.cells:
        printed = words = cell.text.replace("\n", " ")
        if (begin := raw.find(words, at)) < 0:
            printed = words.replace('"', '""')
            begin = max(raw.find(printed, at), at)
        quoted = begin > 0 and raw[begin - 1 : begin] == raw[begin + len(printed) : begin + len(printed) + 1] == '"'
        at = begin + len(printed) + quoted
        found.append(Datum(words, start + begin - quoted, start + at))
    return found


def name_in(cell: str) -> tuple[str, str]:
    """The name of a person as it is said, and the title, of one that may be turned: ``HALE, Ann [Dr]``, ``Hale, Dr Ann (Annie)``."""
    aside = next((found["title"] for found in _ASIDE.finditer(cell) if found["title"]), "")
    name = re.sub(r"\s+(?=,)|(?<=-)\s|\s(?=-)", "", " ".join(_ASIDE.sub("", cell).split())).strip("'\"‘’“” ,")
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma or not given or len(family.split()) > 3:
        return name, aside
    before, bare = split_honorific(family)
    if before and bare:
        return f"{given} {_lowered(bare)}", before
    title = _TITLE.match(given)
    return f"{given[title.end() :] if title else given} {_lowered(family)}", title["title"] if title else aside


def is_name(text: str) -> bool:
    """Whether what stands in a column for people is a name: capitals may be missing there, and a first name tells enough."""
    words = text.split()
    named = len(words) == 2 and is_given_name(words[0]) and not is_post(text)
    return named or bool(_PEER.match(text)) or looks_like_person(" ".join(word[:1].upper() + word[1:] for word in words))


def _lowered(family: str) -> str:
    """A family name that is printed in capitals to tell it from the others, as it is written elsewhere."""
    return parse_person(f"A {family}").family.title() if family.isupper() and len(family) > 2 else family

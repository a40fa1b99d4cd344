"""E-mail addresses and telephone numbers: kept out of what readers see, so that they come into no name, value or quote."""

import re
from dataclasses import replace
from functools import lru_cache

from sederunt.graph.statement import Mention, Statement, digest, tellingest
from sederunt.loaders.document import Block, Document, Span

_AT = ("@", "_at_", "(at)", "[at]")
_ADDRESS = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}?\s?(?:{'|'.join(map(re.escape, _AT))})\s?[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+"
)
_NUMBER = re.compile(r"(?<![\w/.-])(?:\+44\s?\(?0?\)?\s?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}(?![\w-])(?:\s*(?:ext|x)\.?\s*\d+)?")
CONTACT = re.compile(f"{_ADDRESS.pattern}|{_NUMBER.pattern}")

_REACHED = re.compile(r"phone|mobile|fax|voice|e-?mail|address|\btel\b|contact", re.IGNORECASE)


@lru_cache(2**10)
def is_kept_back(name: str) -> bool:
    """Whether a column or a field of this name holds how to reach somebody, in whatever form, which is never quoted."""
    return bool(_REACHED.search(name))


def contacts_in(text: str) -> list[tuple[int, int]]:
    """Where contact data stands in a text: from where to where. What most texts have not is looked for first, as that is quick."""
    addresses = _ADDRESS.finditer(text) if "@" in text or ("at" in text and any(mark in text for mark in _AT)) else ()
    numbers = _NUMBER.finditer(text) if "0" in text or "+44" in text else ()
    return [found.span() for found in (*addresses, *numbers)]


_FIRST, _MANY = 0xE000, 0x1000
_HIDDEN = "[\ue000-\uefff]"
"""Such characters stand for those of contact data while a document is read: no words, no spaces, no marks that any reader looks for.
Which of them, only says which are the same: a table may name managers by their addresses.
"""


def masked(document: Document) -> Document:
    """The document with every character of contact data hidden; nothing moves."""
    known: dict[str, int] = {}
    charts = tuple(replace(chart, boxes=tuple(_masked_block(box, known) for box in chart.boxes)) for chart in document.charts)
    blocks = tuple(_masked_block(block, known) for block in document.blocks)
    return replace(document, title=_hide(document.title, known), blocks=blocks, charts=charts)


def _hide(text: str, known: dict[str, int]) -> str:
    return CONTACT.sub(lambda found: _mask(len(found[0]), known.setdefault(found[0].lower(), len(known))), text)


def _mask(length: int, number: int) -> str:
    """So many characters that stand for the contact data with this number."""
    digits = (chr(_FIRST + number // _MANY**at % _MANY) for at in range(2))
    return "".join(digits).ljust(length, chr(_FIRST))[:length]


def _masked_block(block: Block, known: dict[str, int]) -> Block:
    if not any(CONTACT.search(cell.text) for cell in block.cells):
        return block
    return replace(block, cells=tuple(Span(_hide(cell.text, known), cell.places, cell.slide) for cell in block.cells))


def unmarked(text: str) -> str:
    """A text without what stands for hidden contact data."""
    return _AROUND.sub("", text).strip(" ,;:–-") if _ANY.search(text) else text


_ANY = re.compile(_HIDDEN)
_AROUND = re.compile(rf"[\s(\[<,;:–-]*{_HIDDEN}+[)\]>]?")


def is_hidden(text: str) -> bool:
    """Whether a text is contact data that was hidden, and nothing else."""
    return bool(_ALL.fullmatch(text))


_ALL = re.compile(rf"{_HIDDEN}+")


def cut(statement: Statement) -> Statement | None:
    """The statement with its quote cut so that no hidden contact data is in it; None where nothing is left to speak of."""
    if not _ANY.search(statement.model_dump_json()):
        return statement
    subject, other = _shown(statement.subject), statement.object and _shown(statement.object)
    quote = _best_piece(statement.evidence.quote, [m.text for m in (subject, other) if m])
    if (
        not quote
        or (statement.subject.text and not subject.text)
        or (other and statement.object and statement.object.text and not other.text)
    ):
        return None
    values = {key: unmarked(value) if isinstance(value, str) else value for key, value in statement.values.items()}
    evidence = statement.evidence.model_copy(update={"quote": quote})
    return statement.model_copy(update={"subject": subject, "object": other, "values": values, "evidence": evidence})


def without(statement: Statement) -> Statement | None:
    """A statement of data with no contact data in it; None where nothing is left to speak of. What goes by such gets another identifier."""
    who, what = statement.subject, statement.object or statement.subject
    told = (value for value in statement.values.values() if isinstance(value, str))
    texts = "\0".join((who.text, who.name, who.within, what.text, what.name, what.within, *told))
    if not contacts_in(texts) and "@" not in who.key and "@" not in what.key:
        return statement
    values = {key: _hide(value, {}) if isinstance(value, str) else value for key, value in statement.values.items()}
    subject, other = _unnamed(statement.subject), statement.object and _unnamed(statement.object)
    return cut(statement.model_copy(update={"subject": subject, "object": other, "values": values}))


def _unnamed(mention: Mention) -> Mention:
    hidden = {field: _hide(getattr(mention, field), {}) for field in ("text", "name", "within")}
    return mention.model_copy(update={**hidden, "key": CONTACT.sub(lambda found: digest(found[0].casefold()), mention.key)})


def _shown(mention: Mention) -> Mention:
    return mention.model_copy(update={field: unmarked(getattr(mention, field)) for field in ("text", "name", "within", "body")})


def _best_piece(quote: str, wanted: list[str]) -> str:
    """The piece of a quote between hidden data that holds most of what the statement speaks of."""
    pieces = [piece.strip(" ,;:–-()[]<>\n") for piece in re.split(f"{_HIDDEN}+", quote)]
    return tellingest(pieces, wanted)

"""E-mail addresses and telephone numbers: kept out of what readers see, so that they come into no name, value or quote."""

import re
from dataclasses import replace

from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Block, Document, Span

CONTACT = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}?\s?(?:@|_at_|\(at\)|\[at\])\s?[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<![\w/.-])(?:\+44\s?\(?0?\)?\s?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}(?![\w-])(?:\s*(?:ext|x)\.?\s*\d+)?"
)

_HIDDEN = "\ue000"
"""Stands for each character of contact data while a document is read: no word, no space, no mark that any reader looks for."""


def masked(document: Document) -> Document:
    """The document with every character of contact data hidden; nothing moves."""
    charts = tuple(replace(chart, boxes=tuple(map(_masked_block, chart.boxes))) for chart in document.charts)
    return replace(document, title=_hide(document.title), blocks=tuple(map(_masked_block, document.blocks)), charts=charts)


def _hide(text: str) -> str:
    return CONTACT.sub(lambda found: _HIDDEN * len(found[0]), text)


def _masked_block(block: Block) -> Block:
    if not any(CONTACT.search(cell.text) for cell in block.cells):
        return block
    return replace(block, cells=tuple(Span(_hide(cell.text), cell.places, cell.slide) for cell in block.cells))


def unmarked(text: str) -> str:
    """A text without what stands for hidden contact data."""
    return re.sub(rf"[\s(\[<,;:–-]*{_HIDDEN}+[)\]>]?", "", text).strip(" ,;:–-") if _HIDDEN in text else text


def cut(statement: Statement) -> Statement | None:
    """The statement with its quote cut so that no hidden contact data is in it; None where nothing is left to speak of."""
    if _HIDDEN not in statement.model_dump_json():
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


def _shown(mention: Mention) -> Mention:
    return mention.model_copy(update={field: unmarked(getattr(mention, field)) for field in ("text", "name", "within", "body")})


def _best_piece(quote: str, wanted: list[str]) -> str:
    """The piece of a quote between hidden data that holds most of what the statement speaks of."""
    pieces = [piece.strip(" ,;:–-()[]<>\n") for piece in re.split(f"{_HIDDEN}+", quote)]
    return max(pieces, key=lambda piece: (sum(text in piece for text in wanted if text), len(piece)))

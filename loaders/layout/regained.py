"""What a document lost when it was turned into text, regained before anybody reads it: which labels belong to which lists."""

from dataclasses import replace

from sederunt.loaders.document import Document
from sederunt.loaders.layout.bilingual import said_once
from sederunt.loaders.layout.cells import listed
from sederunt.loaders.layout.labels import matched
from sederunt.loaders.layout.listed_cells import opened
from sederunt.loaders.layout.markup import unlinked


def regained(document: Document) -> Document:
    """The document as it was printed, as far as its words tell, and in one language; empty rows of tables are left out."""
    worded = tuple(unlinked(said_once(block)) for block in document.blocks if block.text)
    return replace(document, blocks=worded if document.slides else listed(matched(opened(worded))))

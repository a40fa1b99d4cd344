"""From the text of a data file and its values to a document: it has lines, and no blocks that readers of papers would read."""

from sederunt.loaders.document import Datum, Document, Line


def data_document(form: str, text: str, data: Datum) -> Document:
    """The document of a data file."""
    lines = tuple(Line(number, raw) for number, raw in enumerate(text.splitlines(keepends=True), 1))
    return Document(form, "", (), lines, data=data)

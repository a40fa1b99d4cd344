"""From bytes to words: which encoding a text is in."""

from sederunt.graph.errors import PaperError

_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def decoded(data: bytes, name: str) -> str:
    """The words of a text file: UTF-8 or UTF-16 if it is that, else Windows' own for western Europe.

    Raises:
        PaperError: the file is binary.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data:
        raise PaperError(
            f"{name}: this is a binary file, not a text; save it as text, or as a format that `sederunt load` knows."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")

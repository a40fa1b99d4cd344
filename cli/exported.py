"""Which files are graphs that were exported: these are taken back whole, other files are data like any."""

from pathlib import Path
from types import ModuleType

from sederunt.graph.plugins import plugins

_BEGINNING = 64
"""In so many bytes an exported graph shows what it is."""
_JSON = (".json", ".jsonl")


def form_of(file: Path) -> ModuleType | None:
    """The form in which a file was exported, of those that can be read back; None: it is no such file."""
    suffix = file.suffix.lower()
    forms = [form for form in plugins("sederunt.graph.exports") if getattr(form, "SUFFIX", "") == suffix]
    if suffix in _JSON:
        begins = _beginning(file)
        forms = [f for f in plugins("sederunt.graph.exports") if hasattr(f, "BEGINNING") and begins.startswith(f.BEGINNING)]
    return next(iter(forms), None)


def _beginning(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_BEGINNING).lstrip(b"\xef\xbb\xbf \t\r\n").replace(b" ", b"")
    except OSError:
        return b""  # whoever reads it says why

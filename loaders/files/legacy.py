"""Files of older and other office programs: turned into what is read here by LibreOffice, where it is installed."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from sederunt.graph.errors import PaperError

BECOMES = {
    ".doc": ".docx", ".odt": ".docx", ".rtf": ".docx", ".ppt": ".pptx", ".odp": ".pptx", ".xls": ".xlsx", ".ods": ".xlsx",
}  # fmt: skip
"""The endings of such files, each with the format that is read in its place."""

_PATIENCE = 120
"""Seconds; a paper that takes longer to turn is taken for damaged."""


def turned(file: Path) -> bytes:
    """The file in the format that its ending becomes.

    Raises:
        PaperError: LibreOffice is not installed, or cannot read the file.
    """
    suffix = BECOMES[file.suffix.lower()]
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise PaperError(
            f"{file.name}: files of this kind are read through LibreOffice; install it, or save the file as {suffix}."
        )
    with TemporaryDirectory(prefix="sederunt-") as folder:
        own = Path(folder, "profile").as_uri()  # beside a LibreOffice that is open: with its profile it would do nothing
        command = [
            office,
            f"-env:UserInstallation={own}",
            "--headless",
            "--norestore",
            "--convert-to",
            suffix[1:],
            "--outdir",
            folder,
        ]
        try:
            subprocess.run([*command, str(file.resolve())], capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
            return Path(folder, f"{file.stem}{suffix}").read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PaperError(f"{file.name}: LibreOffice could not read it; open it there and save it as {suffix}.") from error

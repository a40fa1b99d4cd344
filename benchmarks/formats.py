"""Time opening files beside markitdown, which turns the same files into text, and count the lines of reporting that are left.

python benchmarks/formats.py [TIMES]      how often each goes through the files, of which the best counts; 3 if none is given

The files are the papers of tests/documents as Word files, web pages and PDFs, and documents with known structures from tests/formats.
"opened" is what markitdown does too: the file's words in their order. "read" is all that Sederunt does until there are statements.
Each works in a process of its own; only its own work is timed, in seconds of one core. A page is 50 lines, or a slide. markitdown
comes with ``pip install -e '.[bench]'``.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

Edges = list[tuple[str, str]]
"""Titles of posts, each with that of the post to which it reports."""
Work = Callable[[Path], Edges]
KINDS = (".docx", ".html", ".pdf", ".pptx", ".xlsx")
PER_KIND = 60
LINES = 50


def opened() -> Work:
    from sederunt.loaders.load import open_document

    def work(file: Path) -> Edges:
        open_document(file)
        return []

    return work


def read() -> Work:
    from sederunt.loaders.load import read_paper

    def work(file: Path) -> Edges:
        found = read_paper(file, file.name).paper.statements
        return [(s.subject.label, s.object.label) for s in found if s.link == "REPORTS_TO" and s.object]

    return work


def markitdown() -> Work:
    from markitdown import MarkItDown

    convert = MarkItDown().convert

    def work(file: Path) -> Edges:
        _ = convert(file).text_content
        return []

    return work


def refused(work: Work, file: Path) -> bool:
    """Whether a file cannot be opened at all."""
    try:
        work(file)
    except Exception:  # whatever a rival raises
        return True
    return False


RIVALS: dict[str, Callable[[], Work]] = {"Sederunt, opened": opened, "Sederunt, read": read, "markitdown": markitdown}


def write_files(folder: Path) -> dict[str, Any]:
    """Write the files of each kind; the pages of all of a kind, and the lines of reporting in each file."""
    from sederunt.loaders.load import open_document

    from tests.accuracy.scoring import corpus
    from tests.formats.converted import WRITERS
    from tests.formats.orgs import gold, organisation
    from tests.formats.variants import VARIANTS

    pages = dict.fromkeys(KINDS, 0.0)
    edges: dict[str, Edges] = {}
    for number, case in enumerate(corpus()[:PER_KIND]):
        document, _ = open_document(case.paper)
        for kind in (".docx", ".html", ".pdf"):
            (folder / f"{number:03}{kind}").write_bytes(WRITERS[kind](document))
            pages[kind] += max(1.0, len(document.lines) / LINES)
    for name, variant in VARIANTS.items():
        if variant.suffix in KINDS:
            org = organisation(0, variant.wish)
            (folder / f"{name}{variant.suffix}").write_bytes(variant.write(org, Random(name)))
            posts = {post["id"]: post for post in gold(org, name)["posts"]}
            edges[f"{name}{variant.suffix}"] = [
                (post["title"], posts[post["reports_to"]]["title"]) for post in posts.values() if post.get("reports_to")
            ]
            pages[variant.suffix] += 1.0
    return {"pages": pages, "edges": edges}


def run(name: str, times: int, folder: Path) -> None:
    """Print what one of them takes and finds, for the process that asked."""
    work = RIVALS[name]()
    told: dict[str, Any] = {}
    for kind in KINDS:
        every = sorted(folder.glob(f"*{kind}"))
        files = [file for file in every if not refused(work, file)]
        seconds, found = float("inf"), {}
        for _ in range(times):
            began = process_time()
            found = {file.name: work(file) for file in files}
            seconds = min(seconds, process_time() - began)
        told[kind] = {"seconds": seconds * len(every) / len(files), "found": found, "refused": len(every) - len(files)}
    print(json.dumps({"kinds": told, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def measure(name: str, times: int, folder: Path) -> dict[str, Any]:
    command = [sys.executable, __file__, name, str(times), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} could not read the files: {done.stderr.strip()[-300:]}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def kept(found: dict[str, Edges], edges: dict[str, Edges], kind: str) -> str:
    """How many of the lines of reporting in the files of a kind were found."""
    wanted = {(file, *edge) for file, each in edges.items() if file.endswith(kind) for edge in each}
    there = {(file, *edge) for file, each in found.items() for edge in map(tuple, each)}
    return f"{len(wanted & there)} of {len(wanted)} lines of reporting" if wanted else "no lines of reporting in them"


def main(times: int) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        made = write_files(folder)
        results = {name: measure(name, times, folder) for name in RIVALS if name != "markitdown" or find_spec("markitdown")}
        if "markitdown" not in results:
            print("  markitdown is not installed: pip install -e '.[bench]' brings it.")
        for kind in KINDS:
            print(f"{kind}: {made['pages'][kind]:.0f} pages")
            for name, result in results.items():
                each = result["kinds"][kind]
                milliseconds = 1000 * each["seconds"] / made["pages"][kind]
                rival = results.get("markitdown", result)["kinds"][kind]["seconds"]
                print(
                    f"  {name:18} {milliseconds:7.1f} ms a page  markitdown takes {rival / each['seconds']:5.1f} times as long  "
                    f"{kept(each['found'], made['edges'], kind)}{f', {refused} files not opened' if (refused := each['refused']) else ''}"
                )
        for name, result in results.items():
            print(f"{name}: {result['peak']:.0f} MB at most")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        run(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)

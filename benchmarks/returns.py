"""Organogram returns: what is wrong in the files of a folder, counted by this page alone and by the importer.

``python benchmarks/returns.py FOLDER``, of files named ``…-senior.csv`` and ``…-junior.csv``. The count of this page knows the
usual headings only and uses nothing of Sederunt.
"""

import csv
import re
import sys
from collections import Counter
from pathlib import Path

import networkx as nx

WORDS = {
    "empty headings": "heading is empty",
    "header variants": "is taken for “",
    "ragged rows": "values under",
    "non-names": "not taken for a name",
    "several roots": "report to nobody",
    "managers that do not exist": "for its reference",
    "no manager": "no post is named",
    "self-reports": "reports to itself",
    "circles": "in a circle",
    "double references": "is that of",
    "no number of posts": "no number of posts",
}
"""Each kind of defect, and the words by which the importer tells of it."""
EMPTY = re.compile(r"|n\W?[da]|vacant|eliminated", re.IGNORECASE)
NAME = re.compile(r"(?!.*\b(?:Director|Head of|Development|Consultant)\b)(?=.*[,\s])[^\d/]+(?:/[^\d/]+)?")


def bare(text: str) -> str:
    return text.strip("'\"‘’“” ")


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened))


def general(table: list[list[str]]) -> Counter[str]:
    width = len(table[0])
    ragged = sum(len(row) != width for row in table[1:])
    return Counter({"empty headings": sum(not cell.strip() for cell in table[0]), "ragged rows": ragged})


def of_senior(table: list[list[str]]) -> Counter[str]:
    head, *posts = table
    at = {name: head.index(name) for name in ("Post Unique Reference", "Name", "Job Title", "Reports to Senior Post")}
    told = [[bare(row[place]) for place in at.values()] for row in posts]
    graph = nx.DiGraph((reference, manager) for reference, _, _, manager in told if reference != "0")
    known = {reference for reference, *_ in told if reference != "0"}
    roots = {reference for reference, *_, manager in told if manager.upper() == "XX" and reference != "0"}
    lines = [(reference, manager) for reference, *_, manager in told if reference != "0" and manager.upper() != "XX"]
    titles: dict[str, str] = {}
    double = sum(titles.setdefault(ref, title.casefold()) != title.casefold() for ref, _, title, _ in told if ref != "0")
    return general(table) + Counter(
        {
            "non-names": sum(not EMPTY.fullmatch(name) and not NAME.fullmatch(name) for _, name, *_ in told),
            "several roots": len(roots) > 1,
            "managers that do not exist": sum(bool(manager) and manager not in known for _, manager in lines),
            "no manager": sum(not manager for _, manager in lines),
            "self-reports": sum(reference == manager for reference, manager in lines),
            "circles": sum(len(ring) > 1 for ring in nx.strongly_connected_components(graph)),
            "double references": double,
        }
    )


def of_junior(table: list[list[str]], senior: set[str]) -> Counter[str]:
    head, *posts = table
    manager, number = head.index("Reporting Senior Post"), head.index("Number of Posts in FTE")
    told = [bare(row[manager]) for row in posts]
    wrong = sum(not re.fullmatch(r"\d+(?:\.\d+)?|\.\d+", bare(row[number])) or float(row[number]) <= 0 for row in posts)
    return general(table) + Counter(
        {
            "managers that do not exist": sum(bool(one) and one not in senior for one in told),
            "no manager": sum(not one for one in told),
            "no number of posts": wrong,
        }
    )


def counted(file: Path) -> Counter[str]:
    table = rows(file)
    if "senior" in file.name:
        return of_senior(table)
    other = file.with_name(file.name.replace("junior", "senior"))
    return of_junior(table, {row[0].strip() for row in rows(other)[1:]} if other.is_file() else {bare(r[3]) for r in table})


def imported(file: Path) -> Counter[str]:
    from sederunt.loaders.load import read_paper

    warnings = read_paper(file, file.name).warnings
    return Counter({kind: sum(words in warning for warning in warnings) for kind, words in WORDS.items()})


def main() -> None:
    if len(sys.argv) != 2:
        print(__doc__)
        return
    files = sorted(Path(sys.argv[1]).glob("*.csv"))
    here, there, apart = Counter[str](), Counter[str](), list[str]()
    for file in files:
        one, other = counted(file), imported(file)
        here, there = here + one, there + other
        apart += [f"{file.name}: {kind}: {one[kind]}, imported {other[kind]}" for kind in WORDS if one[kind] != other[kind]]
    print(f"{len(files)} files read.", *(f"{kind}: {here[kind]}, imported {there[kind]}" for kind in WORDS), *apart, sep="\n")


if __name__ == "__main__":
    main()

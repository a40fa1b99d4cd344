"""Who is who, without a graph: pairs of mentions in, verdicts out."""

import csv
from pathlib import Path
from typing import Annotated

import typer
from sederunt.cli.output import write_out
from sederunt.cli.session import telling
from sederunt.loaders.pairs import compared, read_pairs


def compare(
    pairs: Annotated[
        Path,
        typer.Argument(
            metavar="PAIRS.csv", help="Columns left_name, left_context, right_name, right_context.", show_default=False
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="A file; - is standard output.")] = Path("-"),
) -> None:
    """Whether the two mentions in each row of a file are one person: the rows with a verdict, a probability and the reasons."""
    with telling():
        header, rows = read_pairs(pairs)
        told = compared(header, rows)
        write_out(output, lambda out: csv.writer(out, lineterminator="\n").writerows(told))

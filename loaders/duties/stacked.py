"""Tables of actions that were copied with a line for each cell, and lists in which owners stand above what they have to do.

Source: "Who", "What", "By when" on three lines, then "Ann Hale", "Write to the owners", "30 June"; "Ann Hale" above her actions.
Where the owners stand below (as in the margin of minutes) each is beside a paragraph, and needs no table to be understood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sederunt.loaders.context.actors import Actors
from sederunt.loaders.document import Block, Shape
from sederunt.loaders.duties.duty import Duty, is_when, split_due
from sederunt.loaders.duties.rows import column_kind, kinds_of


def stacked_head(blocks: Sequence[Block]) -> int:
    """How many lines name the columns of a table of actions whose rows begin with owners; 0 if these begin no such table."""
    size = next((at for at, block in enumerate(blocks) if block.kind is Shape.ROW or not column_kind(block.text)), len(blocks))
    kinds = kinds_of(tuple(block.text for block in blocks[:size]))
    return size if [kind for kind in kinds if kind != "number"][:2] == ["owner", "task"] else 0


def owners_above(actors: Actors, blocks: Sequence[Block]) -> list[Duty]:
    """The actions of lines of which some hold owners, and those below each what they have to do, or when."""
    return list(_told(actors, blocks))


def _told(actors: Actors, blocks: Sequence[Block]) -> Iterator[Duty]:
    owner: Block | None = None
    open_: Duty | None = None
    for block in blocks:
        if owners_line(actors, block):
            owner = block
        elif owner is None or block.text.isdigit():
            continue
        elif open_ and is_when(block.text):
            open_ = replace(open_, due=open_.due or block.text)
            continue
        else:
            if open_:
                yield open_
            open_ = Duty(block.span, block.text.strip(" •·▪●*–—-"), owners_line(actors, owner), owner.span)
            continue
        if open_:
            yield open_
        open_ = None
    if open_:
        yield open_


def owners_line(actors: Actors, block: Block) -> tuple[str, ...]:
    """The owners in a line that holds nothing else."""
    text = block.text.rstrip(" :")
    if block.kind is Shape.ROW or len(text.split()) > 8 or text[-1:] in ".?" or is_when(text):
        return ()
    return actors.people(split_due(text)[0]) or actors.able(text)

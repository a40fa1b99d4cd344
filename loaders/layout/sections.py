"""The parts of a paper under its headings."""

from dataclasses import dataclass, field

from sederunt.loaders.document import Block, Span

HEAD, ITEM, TOPIC = "head", "item", "topic"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    ``category`` is one of the categories of ``heading_words.txt``, or ``head``, ``item`` (numbered) or ``topic``; ``rest`` is what
    stands on the heading's own line after it; ``columns`` are the headings of the table that it is a part of.
    """

    category: str
    heading: Span | None = None
    rest: Span | None = None
    number: str = ""
    blocks: tuple[Block, ...] = ()
    columns: tuple[str, ...] = field(default=())

    @property
    def title(self) -> str:
        """The words of the heading."""
        return self.heading.text if self.heading else ""

    @property
    def spans(self) -> list[Span]:
        """What it says: the rest of the heading's line, then the cells of its blocks that hold words."""
        return [*([self.rest] if self.rest else []), *(cell for block in self.blocks for cell in block.cells if cell)]

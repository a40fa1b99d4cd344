"""Lists of people whose lines break off inside a name, a bracket or a run of names: joined again.

Source: lists run on in lines of a fixed width: "Councillors A. Name, B. Name (Vice-", "Chair) and C. Name".
"""

import re
from dataclasses import replace

from sederunt.loaders.document import Block, Shape, joined
from sederunt.loaders.naming.roll import read_roll
from sederunt.loaders.naming.runs import begins_entry


def whole_runs(blocks: list[Block]) -> list[Block]:
    """The blocks of a list of people, with the lines of a run of people joined where they break off inside it."""
    whole: list[Block] = []
    for at, block in enumerate(blocks):
        if (
            whole
            and block.kind is Shape.LINE is whole[-1].kind
            and not block.gap
            and _breaks_off(blocks[at - 1], block, whole[-1].text)
        ):
            before = whole[-1]
            whole[-1] = replace(before, lines=(*before.lines, *block.lines), cells=(joined([before.span, block.span]),))
        else:
            whole.append(block)
    return whole


_BREAKS_OFF = re.compile(
    r"(?:[(/-]|\b(?:and|of|for|the|a|agus|y|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame)\.?)$"
)


def _breaks_off(block: Block, following: Block, so_far: str) -> bool:
    """Whether a line of people goes on in the next: it ends inside a name or a bracket, or inside a run and the next names nobody new."""
    text = block.text
    if _BREAKS_OFF.search(text) or so_far.count("(") > so_far.count(")"):
        return True
    if begins_entry(following.span):
        return False
    apart = text[-1] in ".:" or _GROUPED.search(text) or _GROUPED.search(following.text)
    return text[-1] in ",;&" or (not apart and len(read_roll(block.span)) > 1)


_GROUPED = re.compile(r":\s|\s[–—-]\s|[–—]")
"""What stands between a heading and the people behind it."""

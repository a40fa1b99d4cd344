"""People who are to be forgotten: what speaks of them is left out of a paper before anything is made of it.

The log knows them by digests only: of their mentions, and of each form of their full name together with a body or organisation that
they had to do with, or with a paper that names them. Where the name stands in a paper that speaks of the like, it is taken for theirs.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sederunt.graph.claims import document_id
from sederunt.graph.judged import Judged
from sederunt.graph.judgements import Judgement
from sederunt.graph.model import Value
from sederunt.graph.names import fold, folded_words
from sederunt.graph.owners import is_role
from sederunt.graph.resolve import Reading, read_paper
from sederunt.graph.roster import Entry
from sederunt.graph.statement import Mention, Paper, Statement, digest, statement_name, tellingest

_WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
_BETWEEN = re.compile(r"[\W_]{1,4}")
_LONGEST = 6
"""No name has more words."""
_SHORT = 4
"""So many digits of a tag tell the name alone: most words are passed over by them."""
_EDGES = " ,;:–-()[]<>\n"
_FIELDS = ("text", "name", "within", "body")


def tag(form: str, tie: str) -> str:
    """What the log has of a form of a name, and of the id of what its bearer had to do with."""
    folded = key_of(form)
    return digest("name", folded)[:_SHORT] + digest("name", folded, tie)[_SHORT:]


@lru_cache(maxsize=1 << 16)
def key_of(form: str) -> str:
    """A printed name as it is compared here: with its title, as far as one is given."""
    return " ".join(folded_words(form))


class Blotter:
    """Takes the names of the forgotten out of texts.

    Args:
        tags: what the log has of them.
        ties: the ids of the paper in which the texts stand, and of what it speaks of.

    """

    def __init__(self, tags: frozenset[str], ties: Iterable[str]) -> None:
        self._tags, self._ties = tags, tuple(sorted(ties))
        self._begin = {name[:_SHORT] for name in tags}
        self._known: dict[str, bool] = {}

    def names(self, form: str) -> bool:
        """Whether a text is the name of somebody who is to be forgotten."""
        known = self._known.get(form)
        if known is None:
            key = key_of(form)
            likely = " " in key and digest("name", key)[:_SHORT] in self._begin
            known = self._known[form] = likely and any(tag(form, tie) in self._tags for tie in self._ties)
        return known

    def pieces(self, text: str) -> list[str]:
        """What is left of a text on both sides of every such name; the text alone where there is none."""
        start, found = 0, list[str]()
        for first, end in self._spans(text):
            if first >= start:
                found.append(text[start:first].strip(_EDGES))
            start = max(start, end)
        return [*found, text[start:].strip(_EDGES)] if start else [text]

    def without(self, text: str) -> str:
        """A text without such names."""
        pieces = self.pieces(text)
        return text if pieces == [text] else " ".join(filter(None, pieces))

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        words = [found.span() for found in _WORD.finditer(text)]
        for at, (start, _) in enumerate(words):
            for last in range(min(at + _LONGEST, len(words)) - 1, at, -1):
                together = all(
                    _BETWEEN.fullmatch(text, one[1], other[0])
                    for one, other in zip(words[at:last], words[at + 1 : last + 1], strict=True)
                )
                if together and not _goes_on(text, start, words[last][1]) and self.names(text[start : words[last][1]]):
                    yield start, words[last][1]
                    break


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether what stands there is part of a longer name: Ann Hale of Ann Hale-Penn."""
    return bool(_MORE.fullmatch(text[end : end + 2])) or bool(_BEFORE.fullmatch(text[max(0, start - 2) : start]))


_MORE, _BEFORE = re.compile(r"[-‐‑](?=\w)[^\Wa-z\d_]"), re.compile(r"[^\W\d_][-‐‑]")


def cleansed(paper: Paper, judged: Judged) -> Paper:
    """A paper as if it did not speak of those who are to be forgotten."""
    rejected = judged.rejected.get(paper.path, frozenset())
    # One after the other, as it was when the paper stood in the graph already: who goes may leave a short name to somebody else.
    reading: Reading | None = None
    for tags in judged.forgotten:
        if reading is None or reading.paper is not paper:
            reading = read_paper(paper)  # without what else is judged, so that what was left out once is left out again
        paper = _without(reading, tags, rejected)
    return paper


def _without(reading: Reading, tags: frozenset[str], rejected: frozenset[str]) -> Paper:
    paper = reading.paper
    blotter = Blotter(tags, {document_id(paper.path), *_places(reading)})
    gone = _gone(reading, tags, blotter)
    kept: list[Statement] = []
    for said in paper.statements:
        left = None if said.subject in gone or said.object in gone else _cut(said, blotter)
        # What is rejected is known by its words, so that with others it would count again.
        if left is not None and (left is said or statement_name(paper.path, said) not in rejected):
            kept.append(left)
    title = blotter.without(paper.title)
    same = title == paper.title and list(map(id, kept)) == list(map(id, paper.statements))
    return paper if same else paper.saying(kept).model_copy(update={"title": title})


def _places(reading: Reading) -> set[str]:
    """The bodies and organisations of which a paper speaks."""
    things = (i for meaning in reading.meant.values() for i in meaning.ids)
    return {i for i in things if i.startswith(("body:", "organisation:"))}


def _gone(reading: Reading, tags: frozenset[str], blotter: Blotter) -> set[Mention]:
    """The mentions of those who are to be forgotten, short ones too."""
    named = [p for p in reading.roster.people if any(_bears(e, blotter) for e in p.entries)]
    entries = [*(e for p in reading.roster.people for e in p.entries), *(e for e, _ in reading.roster.open)]
    gone = {e.mention for e in entries if e.key in tags} | {e.mention for p in named for e in p.entries}
    people = {f"person:{p.key}" for p in named}
    meant = ((m, meaning) for m, meaning in reading.meant.items() if not meaning.inferred and not is_role(m.label))
    return gone | {m for m, meaning in meant if len(meaning.ids) == 1 and meaning.ids[0] in people}


def _bears(e: Entry, blotter: Blotter) -> bool:
    """Whether a mention has the name of somebody who is to be forgotten."""
    forms = (e.mention.label, fold(e.mention.label), f"{e.name.given} {e.name.family}")
    return any(map(blotter.names, forms))


def _cut(said: Statement, blotter: Blotter) -> Statement | None:
    """The statement without names of the forgotten in its words; None where nothing is left to speak of."""
    subject, other = _blotted(said.subject, blotter), said.object and _blotted(said.object, blotter)
    wanted = [m.text for m in (subject, other) if m]
    pieces = blotter.pieces(said.evidence.quote)
    values = {key: _blotted_value(value, blotter) for key, value in said.values.items()}
    if pieces == [said.evidence.quote] and subject == said.subject and other == said.object and values == said.values:
        return said
    quote = tellingest(pieces, wanted)
    if not quote or (said.subject.text and not subject.text) or (said.object and other and said.object.text and not other.text):
        return None
    evidence = said.evidence.model_copy(update={"quote": quote})
    return said.model_copy(update={"subject": subject, "object": other, "values": values, "evidence": evidence})


def _blotted(mention: Mention, blotter: Blotter) -> Mention:
    left = {field: text for field in _FIELDS if (text := blotter.without(whole := getattr(mention, field))) != whole}
    return mention.model_copy(update=left) if left else mention


def _blotted_value(value: Value, blotter: Blotter) -> Value:
    if isinstance(value, str):
        return blotter.without(value)
    return tuple(map(blotter.without, value)) if isinstance(value, tuple) else value


def redacted(judgement: Judgement, judged: Judged) -> Judgement:
    """A judgement without the printed names of those who are to be forgotten."""
    if not judged.forgotten:
        return judgement
    tags = frozenset[str]().union(*judged.forgotten)
    blotter = Blotter(tags, {document_id(s.path) for s in judgement.spoken})
    what = tuple(
        tuple(s.model_copy(update={"printed": "" if s.name in tags else blotter.without(s.printed)}) for s in group)
        for group in judgement.what
    )
    return judgement.model_copy(update={"what": what, "why": blotter.without(judgement.why)})

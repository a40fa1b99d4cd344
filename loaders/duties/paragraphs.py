"""Actions in running text, sentence by sentence."""

import re
from dataclasses import replace

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold
from sederunt.loaders.context.actors import Actors
from sederunt.loaders.document import Span
from sederunt.loaders.duties.clauses import clauses, meant_by_pronoun
from sederunt.loaders.duties.duty import Duty, split_due
from sederunt.loaders.duties.labels import ended, is_owners, labelled, read_label


def paragraph(actors: Actors, span: Span, *, recap: bool = False, resolved: bool = False) -> list[Duty]:
    """The actions in a paragraph.

    Args:
        actors: those of the paper.
        span: the paragraph.
        recap: whether it tells of an earlier meeting, whose numbered actions are no new ones.
        resolved: whether it is an entry of what was resolved, below "RESOLVED that".
    """
    duties: list[Duty] = []
    earlier: list[Span] = []
    for sentence in span.sentences():
        if duties and earlier and (due := _DUE.match(sentence.text)) and duties[-1].span in (earlier[-1], sentence):
            duties[-1] = replace(duties[-1], due=duties[-1].due or sentence.text[due.end() :])
            continue
        if earlier and is_done(sentence.text):
            duties = [duty for duty in duties if duty.span != earlier[-1]]
        behind_action = bool(earlier) and any(duty.span == earlier[-1] for duty in duties)
        for duty in _sentence(actors, sentence, earlier, recap=recap, resolved=resolved) if not is_done(sentence.text) else ():
            _add(actors, duties, duty if behind_action else _with_matter(duty, sentence, earlier[-1] if earlier else None))
        earlier.append(sentence)
    return duties


_DUE = re.compile(
    r"\W*(?:due(?: date)?|deadline|by|by when|timescale|target date|to be (?:done|completed) by)\s*:\s*", re.IGNORECASE
)
"""A label behind an action, behind which stands when it is due: "Due: 30 June"."""


def is_done(text: str) -> bool:
    """Whether a sentence says at its end that the action has been done: "AH to write: done", "Completed"."""
    last = re.split(r"[:;(–—]\s*|\s-\s", text)[-1]
    return fold(last.strip(" .)]")) in words("loaders", "done_words")


def _sentence(actors: Actors, sentence: Span, earlier: list[Span], *, recap: bool, resolved: bool) -> list[Duty]:
    before = earlier[-1] if earlier else None
    if label := read_label(actors, sentence.text):
        return [] if label.number and recap else labelled(actors, sentence, label, before)
    who, due = split_due(sentence.text) if sentence.text[:1] in "([" else (sentence.text, "")
    if before and len(before.text.split()) > 3 and is_owners(actors, who):
        return owned(actors, [before], actors.people(who.strip(" .[]()")), sentence, due)
    marked = ended(actors, sentence, loose=False)
    if marked:
        return [marked]
    meant = meant_by_pronoun(actors, sentence, earlier)
    return clauses(actors, sentence, before=meant if len(meant) == 1 else (), resolved=resolved)


def _with_matter(duty: Duty, sentence: Span, before: Span | None) -> Duty:
    """A duty that is nothing but a verb ("Clerk to chase.") with what it is about: its sentence, or the one before."""
    if not _BARE.search(split_due(duty.text)[0].rstrip(" .)")):
        return duty
    if len(duty.text) + 8 < len(sentence.text):
        return replace(duty, text=sentence.text)
    return replace(duty, text=f"{_unnumbered(before.text)} {duty.text}") if before and len(before.text.split()) > 2 else duty


def _unnumbered(text: str) -> str:
    return re.sub(r"^\W*\d{1,3}(?:\.\d{1,2})+[.)]?\s+", "", text)


_BARE = re.compile(r"\b(?:to|will|should|shall) [a-z-]+(?: (?:this|it|these|them|up|back|out))*$")


_OF_THIS = re.compile(
    r"\b(?:this|that|it) (?:would|will|should|is to) be (?:done|arranged|circulated|looked into|taken forward|actioned)\b"
)
"""A promise that says by no more than a word what is promised: the sentence before it tells."""


def _add(actors: Actors, duties: list[Duty], duty: Duty) -> None:
    """Owners printed behind a sentence that has named them already add nothing; others make the action theirs."""
    if duty in duties:
        return
    told = [d for d in duties if d.span == duty.span and d.span is not duty.owner_span]
    if duty.owner_span is None or not told:
        duties.append(duty)
        return
    named = [owner for d in told for owner in d.owners]
    again = any(actors.same(owner, other) for owner in duty.owners for other in named)
    both = told[-1] if again else replace(duty, text=told[-1].text, owners=(*told[-1].owners, *duty.owners))
    duties[duties.index(told[-1])] = replace(both, due=both.due or duty.due)


def owned(actors: Actors, sentences: list[Span], owners: tuple[str, ...], cell: Span, due: str = "") -> list[Duty]:
    """The actions of sentences beside which owners are printed: theirs is the one that names them, else the last that asks for something."""
    told = [duty for sentence in sentences for duty in paragraph(actors, sentence)]
    named = {owner for owner in owners for duty in told for other in duty.owners if actors.same(owner, other)}
    rest = tuple(owner for owner in owners if owner not in named)
    if not rest:
        return [replace(duty, due=duty.due or due) for duty in told if duty.owners]
    free = [duty for duty in told if not duty.owners]
    labels = [s for s in sentences if read_label(actors, s.text)]
    best = free[-1].span if free else (labels or sentences or [cell])[-1]
    label = read_label(actors, best.text)
    text = label.rest if label and label.rest else best.text
    if _OF_THIS.search(text) and best in sentences[1:]:
        text = f"{_unnumbered(sentences[sentences.index(best) - 1].text)} {text}"
    mine = Duty(best, text, rest, cell if cell is not best else None, due=due)
    return [*(duty for duty in told if duty not in free and duty.span != best), mine]

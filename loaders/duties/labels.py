"""Actions behind a label, and entries of lists of actions.

Source: "Action: Ann Hale to write", "ACTION RM: put up signs", "Action 3.1 – BM to ask", "Actions: AH" below a paragraph, "[Action: AH/BM]",
"(AH to action)" at the end of a sentence; in lists "Ann Hale – write to …", "Write to … (AH)", "Write to … – AH".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sederunt.graph.lexicon import words
from sederunt.graph.names import is_initials, split_honorific
from sederunt.loaders.context.actors import Actors
from sederunt.loaders.document import Span
from sederunt.loaders.duties.clauses import clauses
from sederunt.loaders.duties.duty import Duty, split_due
from sederunt.loaders.naming.headings import category_of
from sederunt.loaders.naming.roles import meeting_role

_MARK = re.compile(r"\s*[)\]]?\s*[:–—-]+\s*")
_NAMES = re.compile(r"\s*[(\[]?\s*(?:by|for|on)?\s*:?\s*(?P<who>[^:–—]{1,70}?)\s*[)\]]?\s*(?:[:–—]|\s-\s)\s*", re.IGNORECASE)
_FIRST = re.compile(r"^[•·▪●*–—\s-]*(?P<who>[^:–—]{2,90}?)\s*(?::|\s[–—-]|\s?[–—])\s+(?P<what>\S.*)$", re.DOTALL)
_LAST = re.compile(
    r"^(?P<what>.{6,}?)(?:\s*[(\[](?P<inside>[^()\[\]]{2,70})[)\]]|(?P<mark>\s+[–—/-]|[.:;?])\s+(?P<after>(?:[^.:;–—]|(?<=\b[A-Z])\.|(?<=\bMr|\bMs|\bDr)\.|(?<=\bMrs)\.|(?<=\bCllr)\.){2,70}?))[.\s]*$",
    re.DOTALL,
)
_TO_ACTION = re.compile(r"\s+to\s+(?:action|note and action|progress|do)\b.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A label in front of an action."""

    number: str
    """The number printed with it; empty if there is none."""
    owners: tuple[str, ...]
    """Those whom the label itself names."""
    rest: str
    """What stands behind it."""
    due: str = ""


def read_label(actors: Actors, text: str) -> Label | None:
    """The label that a text begins with, or None: "Action was needed" is none."""
    found = _labels().match(text)
    if not found:
        return None
    number, tail = found["number"] or "", text[found.end() :]
    if not tail.strip(" .)]"):
        return Label(number, (), "")
    if mark := _MARK.match(tail):
        return Label(number, (), tail[mark.end() :].strip(" )]") if _opens(text) else tail[mark.end() :].strip())
    return _unmarked(actors, number, tail) if category_of(text) != "actions" else None  # "Action log" is none


def _unmarked(actors: Actors, number: str, tail: str) -> Label | None:
    """A label with no mark behind it, if somebody is named there: "ACTION RM: …", "Action AH", "Action AH to write"."""
    if (named := _NAMES.match(tail)) and (owners := actors.anybody(split_due(named["who"])[0])):
        return Label(number, owners, tail[named.end() :].strip(), split_due(named["who"])[1])
    who, due = split_due(re.sub(r"^\W*(?:by|for|on)?\b:?", "", tail, flags=re.IGNORECASE).strip(" .)]"))
    if owners := actors.anybody(who):
        return Label(number, owners, "", due)
    at_once = [d for d in clauses(actors, Span(tail.strip(), ((0, 0),))) if tail.strip().startswith(d.text[:20])]
    return Label(number, (), tail.strip()) if at_once else None


def labelled(actors: Actors, sentence: Span, label: Label, before: Span | None) -> list[Duty]:
    """The action behind a label; a label with nothing but names gives them the sentence before it."""
    owners, due = label.owners, label.due
    at = sentence.text.find(label.rest) if label.rest else len(sentence.text)
    behind = sentence.part(at, len(sentence.text))
    if behind and (told := clauses(actors, behind)):
        return list(_quoting(sentence, told))
    if not owners:
        who, when = split_due(label.rest)
        if named := actors.anybody(who.rstrip(" .")):
            owners, due = named, when
    if owners and (not label.rest or not label.owners):
        task = before or sentence
        return [Duty(task, _bare(task.text), owners, sentence if before else None, due=due)]
    if owners:
        return [Duty(sentence, label.rest, owners, due=due)]
    if not label.rest or _NONE.fullmatch(label.rest):
        return []
    return list(_quoting(sentence, entry(actors, behind)))


def entry(actors: Actors, span: Span) -> list[Duty]:
    """What one entry of a list of actions says; without owners where it names none."""
    text = span.text
    if told := clauses(actors, span):
        return told
    if told_plainly := _plainly(actors, span):
        return [told_plainly]
    text = _PASSED_ON.sub("", text)
    if (first := _FIRST.match(text)) and (owners := actors.anybody(split_due(first["who"])[0])):
        return [Duty(span, first["what"].strip(), owners, due=split_due(first["who"])[1])]
    return [ended(actors, span, loose=True) or Duty(span, text.strip(" •·▪●*–—-"), ())]


_NONE = re.compile(r"\W*(?:none|nil|n/?a|no (?:further )?actions?(?: required| needed)?|as above|see above)\W*", re.IGNORECASE)
_PASSED_ON = re.compile(r"(?<=\s)[A-Z][\w’'. -]{1,30}?\s*(?:->|→|=>)\s*(?=[A-Z])")
"""Whoever had an action before it was given to somebody else: "Ann -> Ben: mend the lights"."""


def _plainly(actors: Actors, span: Span) -> Duty | None:
    """Owners followed by the plain form of a verb, or any with "to": "AH/BM check the figures", "Clerk to weed the beds"."""
    for verb in list(re.finditer(r"(?<=[\w)])\s(?P<verb>[a-z-]+)\b", span.text[:80]))[:6]:
        if verb["verb"] == "to" or verb["verb"] in words("loaders", "duty_verbs"):
            owners = actors.able(span.text[: verb.start()])
            return Duty(span, span.text.strip(), owners) if owners else None
    return None


def ended(actors: Actors, span: Span, *, loose: bool) -> Duty | None:
    """An action whose owners stand at its end, in brackets, behind a dash or after its full stop.

    Args:
        actors: those of the paper.
        span: the action.
        loose: whether it surely is an action; where it is not, the end must say so ("(Action: AH)", "(AH to action)").
    """
    found = _LAST.match(span.text)
    if not found:
        return None
    words_ = (found["inside"] or found["after"]).strip()
    label = read_label(actors, words_)
    marked = _TO_ACTION.sub("", words_)
    said = (label.rest or ", ".join(label.owners)) if label else marked
    who, due = split_due(said)
    if not (loose or label or marked != words_ or _slashed(found)):
        return None
    owners = actors.anybody(who) if label or marked != words_ or found["inside"] else _at_end(actors, who)
    return Duty(span, _bare(found["what"]), owners, due=due or (label.due if label else "")) if owners else None


def _slashed(found: re.Match[str]) -> bool:
    """Whether the end is a margin set off by a stroke ("These are to be published / AH"), or by a dash behind a few words that
    ask for something ("Letter to issue – A. Hale").
    """
    mark = (found["mark"] or "").strip()
    asked = re.search(r"\b(?:to|will|should)\s+(?:be\s+)?(?P<verb>[a-z]+)", found["what"])
    if mark == "/":
        return asked is not None or "agreed" in found["what"]
    short = asked is not None and len(found["what"].split()) < 9 and asked["verb"] in words("loaders", "duty_verbs")
    return bool(mark) and mark in "–—-" and short


def _at_end(actors: Actors, who: str) -> tuple[str, ...]:
    """Owners behind a dash or full stop, where the last words of an action may stand as well."""
    return actors.people(who) if len(who.split()) <= 6 else ()


def is_owners(actors: Actors, text: str) -> bool:
    """Whether a sentence is nothing but the owners of the one before it."""
    bare = text.strip(" .[]()")
    owners = actors.people(bare) if len(bare.split()) <= 6 and not is_honorific(bare) else ()
    if len(owners) > 1 and any(map(meeting_role, owners)) and not all(map(meeting_role, owners)):
        return False  # "(Cllr Hale, Chair)"
    return bool(owners) and (text[-1:] != "." or all(map(is_initials, owners)))


def is_honorific(text: str) -> bool:
    """Whether a text is a title that a name follows in the next line: "PC", "Dr"."""
    return split_honorific(f"{text} X")[1] == "X"


def _quoting(sentence: Span, duties: list[Duty]) -> Iterator[Duty]:
    """Duties that quote the whole sentence, label and all."""
    for duty in duties:
        yield Duty(sentence, duty.text, duty.owners, duty.owner_span, due=duty.due, status=duty.status)


def _bare(text: str) -> str:
    """An action without its label."""
    found = _labels().match(text)
    mark = _MARK.match(text, found.end()) if found else None
    return text[mark.end() :].strip() if mark else text.strip(" •·▪●*–—-")


def _opens(text: str) -> bool:
    return text.lstrip()[:1] in "(["


@cache
def _labels() -> re.Pattern[str]:
    phrases = "|".join(
        re.escape(p).replace(r"\ ", r"\s+") for p in sorted(words("loaders", "duty_labels"), key=len, reverse=True)
    )
    number = r"(?:\s*(?:no\.?\s*)?(?P<number>[A-Z]{0,3}\d[\w./]*(?:-\w+)?))?"
    return re.compile(
        rf"^[^\w]*(?:\d{{1,3}}(?:\.\d+)*[.)]?\s+)?(?:\w+\s*/\s*)?(?:{phrases})(?:\(s\)|s)?\b{number}", re.IGNORECASE
    )

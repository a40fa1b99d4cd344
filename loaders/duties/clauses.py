"""Sentences that say who has to do something.

Source: "Ann to write to the owners", "AH & BM will follow this up", "Cllr Hale agreed to ask", "It was agreed that the Clerk should
write", "RESOLVED that the Clerk write", "She will bring it to the next meeting".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, split_honorific
from sederunt.loaders.context.actors import Actors
from sederunt.loaders.document import Span
from sederunt.loaders.duties.duty import Duty
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.wording import is_post

_NUMBERING = re.compile(
    r"^(?:[\W_]*(?:\d{1,3}(?:\.\d{1,2})*[.):]?|\(?(?:[a-z]|[ivx]+)\)|[a-z]\.|[QA][.:]|o(?=\s+[A-Z]))\s+|[•·▪●*–—-]\s*)+"
)
_CUT = re.compile(r"[.;:!?–—,)/-]\s+|(?<=[a-z])\.(?=[A-Z])|\b(?:and|that|then|meeting|which|for)\s+")
_AGREED = re.compile(
    r"\b(?:agreed|resolved|decided|determined|recommended|proposed|action)\b|^\W*(?:\(\w{1,4}\)\s*)?that\b", re.IGNORECASE
)
_THAT = re.compile(r"(?:\b(?:[Tt]hat|and)|[;,]\s+(?:and\s+)?\(\w{1,4}\)|;)\s+(?=(?:the\s+)?[A-Z])")
_SUBJUNCTIVE = re.compile(
    r"(?P<who>(?:the\s+)?[A-Z][\w’'.-]*(?:,?\s+(?:of|and|for|the|&|[A-Z][\w’'.-]*))*?)\s+(?!(?:of|and|for|the)\b)(?P<verb>[a-z]+)\b"
)
_HAVING_DONE = re.compile(r"have\s+(?!been\b)(?:[a-z-]+\s+){1,4}?(?:[a-z]+ed|cut|done|made|put|sent|rewritten)\b")
"""What somebody is to see to: "Ann to have the lamps mended"."""
_DOING = re.compile(r"be\s+([a-z]+)ing\b")
_ASKED = re.compile(
    r"(?<!might )(?<!could )(?<!may )\b(?:ask|request|instruct|task|direct|invite?)(?:e?d)?\s+(?:that\s+)?(?P<who>(?:the\s+)?[A-Z][^.;:,]{1,50}?)\s+to\s+(?P<verb>[a-z]+)\b"
)
_DONE_BY = re.compile(r"\b(?:will|to|should|shall) be (?P<done>[a-z]+) (?:\w+ ){0,5}?by\s+(?=(?:the\s+)?[A-Z])")
_PRONOUN = re.compile(r"(?:^|[.;]\s+|\band\s+)(?:[Hh]e|[Ss]he)$")
_SAID_OF_SELF = re.compile(
    r"\b(?:said|says|added|agreed|replied|confirmed|explained|advised|reported|noted|promised|offered|responded|stated|indicated|told)\b[^.;]*?\b(?P<who>he|she)$"
)
"""Whoever says so speaks of himself: "Mr Hale replied that he would ask"."""
_MOVER = re.compile(r"\b(?:moved|seconded|proposed|second|mover)(?:\s+by)?\s*:\s*$", re.IGNORECASE)
"""A label in front of whoever moves a motion, and has no task: "Seconded: AH to approve the minutes"."""
_GOING_ON = re.compile(r",?\s+and$")
"""In front of what somebody will do beside what a sentence says before: "Ann has not heard yet and will chase"."""
_OF_ANOTHER = re.compile(r"\b(?:that|which|who|whose|whom|where|if|but|because)\b")
_PROMISES = frozenset("agreed undertook promised offered volunteered".split())
_SAYS_NOTHING = re.compile(r"(?:do|so|try|sign|attend)\W*|sign (?:the )?(?:approved |agreed )?minutes\b.*", re.DOTALL)
"""A promise that does not say what is promised: "Ann – will do."; and what chairs do with minutes as a rule."""
_PRONOUNS = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_REACH = 100
"""So many characters in front of "to" or "will" can name who has to act."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """Where a clause begins that gives somebody a task."""

    start: int
    owners: tuple[str, ...]


def clauses(actors: Actors, sentence: Span, *, before: tuple[str, ...] = (), resolved: bool = False) -> list[Duty]:
    """What each clause of a sentence gives somebody to do.

    Args:
        actors: those of the paper.
        sentence: where to look.
        before: whom "he" or "she" at its beginning means.
        resolved: whether it is an entry of what was resolved, below "RESOLVED that".
    """
    text = sentence.text
    found = tuple(_begun(actors, text, before)) or (tuple(_subjunctive(actors, text, 0, opening=True)) if resolved else ())
    begun = sorted({b.start: b for b in found}.values(), key=lambda b: b.start)
    ends = [*(b.start for b in begun), len(text)][1:]
    return [Duty(sentence, _trimmed(text[b.start : end]), b.owners) for b, end in zip(begun, ends, strict=True)]


def meant_by_pronoun(actors: Actors, sentence: Span, earlier: list[Span]) -> tuple[str, ...]:
    """Whom "he" or "she" in a sentence means: the people with whom one of the sentences before it begins; nobody without the word."""
    if not _PRONOUNS.search(sentence.text):
        return ()
    return next(filter(None, (_subject(actors, before.text) for before in reversed(earlier))), ())


def _subject(actors: Actors, text: str) -> tuple[str, ...]:
    """Who a sentence is about: the people that it begins with."""
    tokens = _NUMBERING.sub("", text).split()
    sizes = (size for size in (4, 3, 2, 1) if len(tokens) > size and tokens[size][:1].islower())
    return next(filter(None, (actors.people(" ".join(tokens[:size])) for size in sizes)), ())


def starts_with_task(text: str) -> bool:
    """Whether a text begins with the plain form of a verb that tasks begin with: "Write to the owners"."""
    first = re.match(r"\W*([A-Za-z-]+)", _NUMBERING.sub("", text))
    return first is not None and first[1].lower() in words("loaders", "duty_verbs")


def _trimmed(text: str) -> str:
    return _unclosed(re.sub(r"^[\s/–—•-]+|(?:[\s,;/–—-]|\band|\([ivx\d]+\)|\b[Tt]hat)+$", "", text.strip()))


def _unclosed(text: str) -> str:
    """A clause out of a bracket without the mark that closes it."""
    return re.sub(r"\)\.?$", "", text) if text.count(")") > text.count("(") else text


def _begun(actors: Actors, text: str, before: tuple[str, ...]) -> Iterator[_Begun]:
    agreed = _AGREED.search(text)
    last = 0
    for modal in _modals().finditer(text):
        weight = _weights()[" ".join(modal["phrase"].lower().split())]
        if _no_task(text, modal, weight):
            continue
        decided = agreed is not None and agreed.start() < modal.start()
        found = _acting(actors, text, modal, free=modal["phrase"].lower() != "to" or decided or last > 0, last=last)
        asked = modal["verb"] in words("loaders", "duty_verbs")
        if found and weight == "agreed" and not decided and (found.start or not asked):
            continue  # "Ann would write", but not "Ann thought that Ben would write"
        if found and _promises(modal) and any(fold(owner) in words("loaders", "acting_groups") for owner in found.owners):
            continue  # "Trustees agreed to spend up to £500" is a decision
        found = found or _of_subject(actors, text, modal, before)
        if found and weight == "plan" and actors.scene.meeting is None and not _promised(found, modal):
            continue
        if found and not _SAYS_NOTHING.fullmatch(text, modal.end()):
            last = modal.end()
            yield found
    if agreed and not last:
        yield from _subjunctive(actors, text, agreed.end())
    if not last:
        yield from (*_asked(actors, text), *_done_by(actors, text))


def _promises(modal: re.Match[str]) -> bool:
    """Whether somebody says himself that he will act: "agreed to", "has undertaken to"."""
    return not _PROMISES.isdisjoint(modal["phrase"].lower().split())


def _of_subject(actors: Actors, text: str, modal: re.Match[str], before: tuple[str, ...]) -> _Begun | None:
    """Where somebody named earlier is the one who acts: by "he" or "she", or as the subject of the sentence so far."""
    front = text[: modal.start()]
    weight = _weights()[" ".join(modal["phrase"].lower().split())]
    if before and weight == "plan" and (pronoun := _PRONOUN.search(front)):
        return _Begun(modal.start() - len(pronoun[0].split()[-1]), before)
    asked = modal["verb"] in words("loaders", "duty_verbs") and modal["verb"] not in pairs("loaders", "not_duties")
    if not asked or modal["phrase"].lower() == "to":
        return None
    if _SAID_OF_SELF.search(front):
        owners = _subject(actors, text)
        return _Begun(modal.start() - len(front.split()[-1]), owners) if len(owners) == 1 else None
    if _GOING_ON.search(front) and (_promises(modal) or not _OF_ANOTHER.search(front)):
        owners = _subject(actors, text)
        return _Begun(modal.start(), owners) if owners else None
    return None


def _acting(actors: Actors, text: str, modal: re.Match[str], *, free: bool, last: int) -> _Begun | None:
    """The phrase of people in front of a modal, if it begins a clause.

    "Ann to write" must begin one after a mark (not "important for Ann to write") unless it is ``free`` to stand after a word.
    """
    end, window = modal.start(), max(0, modal.start() - _REACH)
    numbering = _NUMBERING.match(text)
    starts = [0, *([numbering.end()] if numbering else [])] if window == 0 else []
    starts += [cut.end() for cut in _CUT.finditer(text, window, end) if _cuts(text, cut, free=free, last=last)]
    for start in starts:
        phrase = text[start:end]
        if len(re.sub(r"\([^()]*\)", "", phrase).split()) > 10 or ";" in phrase or (start and phrase.endswith(",")):
            continue
        if phrase.count(")") > phrase.count("(") or _MOVER.search(text[:start]):
            continue
        if owners := _owners(actors, phrase, modal):
            return _Begun(start, owners)
    return None


def _cuts(text: str, cut: re.Match[str], *, free: bool, last: int) -> bool:
    """Whether a clause can begin behind a mark or a word; behind an initial or "Mr." it goes on, and so it does in
    "Ann to draft a letter for Ben to sign" behind the end of the ``last`` modal.
    """
    if cut[0][0].isalpha():
        return free and not (last and cut[0].strip() == "for")
    word = re.search(r"[A-Za-z]+$", text[: cut.start()])
    shortened = word is not None and (len(word[0]) == 1 or bool(split_honorific(f"{word[0]}. X")[0]))
    return not (cut[0][0] == "." and shortened)


def _owners(actors: Actors, phrase: str, modal: re.Match[str]) -> tuple[str, ...]:
    if _weights()[" ".join(modal["phrase"].lower().split())] != "task":
        return actors.people(phrase) if phrase.strip().lower() not in words("loaders", "acting_groups") else ()
    asked = modal["phrase"].lower() == "to" and modal["verb"] in words("loaders", "duty_verbs")
    return _owning(actors, phrase) if asked else actors.people(phrase)


def _owning(actors: Actors, phrase: str) -> tuple[str, ...]:
    return actors.people(phrase) or actors.able(phrase)


def _promised(found: _Begun, modal: re.Match[str]) -> bool:
    """Whether a page of no meeting tells of a task: it may say what becomes of people, and what the holder of a post does as a rule."""
    return modal["verb"] in words("loaders", "duty_verbs") and not any(meeting_role(o) or is_post(o) for o in found.owners)


def _no_task(text: str, modal: re.Match[str], weight: str) -> bool:
    """Whether the verb behind a modal begins no task, alone or with the word behind it: "Ann to continue as Treasurer"."""
    weights, said = pairs("loaders", "not_duties"), " ".join(text[modal.end() :].split()[:2])
    found = weights.get(re.sub(r"\W+$", "", said).lower()) or weights.get(modal["verb"])
    return found in ("always", weight) and not (_goes_on(text, modal) or _HAVING_DONE.match(text, modal.end()))


def _goes_on(text: str, modal: re.Match[str]) -> bool:
    """Whether the verb behind "will be" is a task: "AH will be sending out a call"."""
    doing = _DOING.match(text, modal.end())
    return doing is not None and _is_task(doing[1])


def _is_task(stem: str) -> bool:
    """Whether a verb without its ending is one that tasks begin with: ``writ``, ``send``, ``plann``."""
    return bool({stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y"} & words("loaders", "duty_verbs"))


def _is_task_done(participle: str) -> bool:
    return participle in pairs("loaders", "duty_verbs").values() or (participle.endswith("ed") and _is_task(participle[:-2]))


def _asked(actors: Actors, text: str) -> Iterator[_Begun]:
    """Somebody who is asked: "The Chair asked the Clerk to write"."""
    for asked in _ASKED.finditer(text):
        owners = actors.people(asked["who"]) if asked["verb"] in words("loaders", "duty_verbs") else ()
        if owners and not any(fold(owner) in words("loaders", "acting_groups") for owner in owners):
            yield _Begun(asked.start("who"), owners)
            return


def _done_by(actors: Actors, text: str) -> Iterator[_Begun]:
    """Somebody behind the task: "The notice to be put up by AH", "This will be looked into by Mr Hale"."""
    for done in _DONE_BY.finditer(text):
        if not _is_task_done(done["done"]):
            continue
        tokens = re.split(r"[.;:,(]", text[done.end() :])[0].split()
        for size in range(min(len(tokens), 6), 0, -1):
            if owners := actors.people(" ".join(tokens[:size])):
                yield _Begun(0, owners)
                return


def _subjunctive(actors: Actors, text: str, at: int, *, opening: bool = False) -> Iterator[_Begun]:
    """Tasks behind "resolved that": "that the Clerk write to …"; ``opening``: the words begin there."""
    numbering = _NUMBERING.match(text)
    starts = [numbering.end() if numbering else 0] if opening else []
    told = 0
    for start in (*starts, *(that.end() for that in _THAT.finditer(text, max(0, at - 5)))):
        found = _SUBJUNCTIVE.match(text, start) if start >= told else None
        if not found or found["verb"] not in words("loaders", "duty_verbs"):
            continue
        said = " ".join(text[found.start("verb") :].split()[:2])
        owners = _owning(actors, found["who"]) if pairs("loaders", "not_duties").get(said) != "always" else ()
        if owners and not any(fold(owner) in words("loaders", "plain_bodies") for owner in owners):  # "That Council appoint …"
            told = found.end()
            yield _Begun(start, owners)


@cache
def _weights() -> dict[str, str]:
    return pairs("loaders", "duty_phrases")


@cache
def _modals() -> re.Pattern[str]:
    """Every phrase that can stand between somebody and a task, with the verb behind it."""
    phrases = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(_weights(), key=len, reverse=True))
    adverb = r"(?:(?:also|then|therefore|now|both|each|kindly|please|either|again)\s+)?"
    return re.compile(rf"\s+{adverb}(?P<phrase>(?:To|{phrases}))\s+{adverb}(?=(?P<verb>[a-z][a-z-]*)\b)")

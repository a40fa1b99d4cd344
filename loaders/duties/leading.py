"""Who leads an item: whose name stands behind its title, and who presents, introduces or reports in its sentences.

Source: "5. Budget (AH)", "5. Budget – Ann Hale", "Lead: AH"; "Ann Hale, Head of Works, introduced the report", "The Treasurer gave an
update", "AH reported …" in the first words of an item; "the report was presented by Ann Hale", "a verbal update from BM".
"""

import re
from functools import cache

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, is_given_name, is_initials
from sederunt.loaders.context.actors import Actors
from sederunt.loaders.document import Span
from sederunt.loaders.naming.wording import is_post

_TAIL = re.compile(
    r"^(?P<topic>.{3,}?)(?:\s*;\s*|\s+[–—-]\s+|\s*[–—]\s*|\s*[(\[]|\s*:\s+)(?P<who>[^();\[\]]{2,80})[)\]]?[\s.]*$", re.DOTALL
)
_MINUTES = re.compile(r",?\s*\(?\b\d{1,3}\s*min(?:ute)?s?\b\)?", re.IGNORECASE)
_ATTACHED = re.compile(r"\s*(?:\w+ icon)?\s*\b[A-Z]{3,4} \d+ [KM]B\b.*$")
_TOPIC = re.compile(r"^(?:.{3,60}?(?::|\s[–—-]|\s/)\s+)(?=[A-Z])")
_NUMBERING = re.compile(r"^\W*(?:\d{1,3}(?:[./]\d{1,3})*[.):]?|\(?[a-z]\))\s+")
_RELATIVE = re.compile(r",[^,]*\b(?:which|whom|whose)\b")
"""Somebody else acts behind it: "Ms Hale left for the item, on which Mr Moss reported"."""
_SPEAKER = re.compile(r"(?:\d+[.)]\s+)?(?P<who>[A-Z][^:–—]{1,40}?)\s*(?::|\s[–—-])(?:\s|$)")
_ADVERB = re.compile(r"[\s,]+(?:then|also|briefly|verbally|formally|further|next|kindly|duly|again)$", re.IGNORECASE)
_JOINED = re.compile(r"[,;]\s+(?:and\s+|while\s+)?|\s+(?:and|while)\s+")
"""What stands between two who lead in one sentence: "Ann Hale outlined the plan, and Ben Moss took members through the figures"."""
_ENTRY = re.compile(r"\s+[–—-]\s+|,\s|\s*\(|:\s")
_COMING = re.compile(r"\s+(?:then\s+)?(?:joined|attended|came to|was welcomed to|took)\b[^.,;:]*\s+and$")
"""What somebody did before leading an item: "Ann Hale joined the meeting and presented …"."""
_MOVED = re.compile(r"\b(?:motion|proposal|moved|seconded|respectfully|minutes)\b[^.;:]*$", re.IGNORECASE)
_NOBODY = frozenset("himself herself themselves everyone everybody all members new attendees colleagues".split())
_GROUPS = re.compile(r"all|members|everyone|everybody|board|committee", re.IGNORECASE)
_GIFTS = frozenset(
    "award awards certificate certificates cheque flowers gift medal plaque prize prizes resolution trophy".split()
)
"""Who presents these to somebody leads no item."""
_REACH = 160
"""In front of the verb stand so many characters at most."""


def in_title(actors: Actors, title: str) -> tuple[str, ...]:
    """The people named behind the title of an item."""
    found = _TAIL.match(_MINUTES.sub("", _ATTACHED.sub("", title)))
    if not found:
        return ()
    who = _unlabelled(found["who"]) if not _MOVED.search(found["topic"]) else ""
    return _known(actors, who) if not _GROUPS.search(who) else ()


def labelled(actors: Actors, text: str) -> tuple[str, ...]:
    """The people behind a label of its own line: "Lead: Ann Hale", "Presented by AH"."""
    bare = _unlabelled(text)
    return _known(actors, bare) if _labels().match(text.strip()) and len(bare.split()) <= 12 else ()


def speaks_first(actors: Actors, text: str) -> tuple[str, ...]:
    """Whoever a report begins with, in front of a colon or dash: "PC Hale: two thefts", "Ann – all is well"."""
    found = _SPEAKER.match(text)
    return _people(actors, found["who"]) if found else ()


def announces(text: str) -> bool:
    """Whether a line says that the names of those who lead follow: "Updates to be provided by:"."""
    bare = text.strip()
    return bare.endswith(":") and len(bare.split()) <= 8 and bool(_by().search(f"{bare[:-1]} X") or _labels().fullmatch(bare))


def announced(actors: Actors, text: str) -> tuple[str, ...]:
    """The people that an entry of such a list begins with."""
    return _people(actors, _ENTRY.split(text.strip(" •·▪●*–—-"), maxsplit=1)[0]) if len(text.split()) <= 14 else ()


def leading(
    actors: Actors, sentence: Span, *, opening: bool, report: bool = False, before: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Those who lead an item in a sentence.

    Args:
        actors: those of the paper.
        sentence: where to look.
        opening: whether it is the first of its item, where whoever reports or explains leads it.
        report: whether the item is somebody's report, which whoever speaks first gives.
        before: whom "he" or "she" at its beginning means.
    """
    text = sentence.text
    led: tuple[str, ...] = ()
    for verb in _verbs().finditer(text[: _REACH + 60]):
        weight, front = verb.lastgroup or "", text[: verb.start()]
        opens = opening or _TOPIC.match(front) is not None
        if weight in ("opening", "told") and (led or not opens):
            continue
        if (weight == "told" and not report) or not _has_object(actors, text[verb.end() :], weight):
            continue
        led = (*led, *(_people(actors, _JOINED.split(front)[-1]) if led else _front(actors, front, before)))
    return led or _passive(actors, text)


def _has_object(actors: Actors, behind: str, weight: str) -> bool:
    """Whether what stands behind the verb can be an item: a report where the verb asks for it, and nobody who is introduced."""
    if weight in ("opening", "told"):
        return True
    reach = re.match(r"[^.;:]*", behind)
    tokens = (reach[0] if reach else "").split()
    if weight == "report":
        none = fold(tokens[0]) in ("no", "part") if tokens else True  # "took no part in the discussion"
        return not none and any(fold(token) in words("loaders", "leading_nouns") for token in tokens[:7])
    if any(fold(token) in _GIFTS for token in tokens[:5]):
        return False
    first = tokens[0] if tokens else ""
    return first.lower() not in _NOBODY and not (first[:1].isupper() and (is_given_name(first) or actors.people(first)))


def _front(actors: Actors, text: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """The people in front of a verb: alone, with a post beside them, or behind the topic."""
    bare = _ADVERB.sub("", _NUMBERING.sub("", text).rstrip(" ,"))
    if bare in ("He", "She"):
        return before
    if bare.endswith((" was", " were", " been", " be", " being")):
        return ()  # "Ann and Ben were introduced"
    bare = _COMING.sub("", bare)
    for phrase in dict.fromkeys((bare, _TOPIC.sub("", bare))):
        pieces = [piece.strip() for piece in phrase.split(",")]
        first = () if _RELATIVE.search(phrase) else (pieces[0],)
        for candidate in dict.fromkeys((phrase, *first, pieces[-1])):
            if who := _people(actors, candidate):
                return tuple(name for name in who if not is_post(name)) or who
        if who := _beside_post(actors, pieces[0]):
            return who
    return ()


def _people(actors: Actors, text: str) -> tuple[str, ...]:
    who = actors.people(text) if len(text.split()) <= 14 else ()
    return who if not any(fold(name) in words("loaders", "acting_groups") for name in who) else ()


def _beside_post(actors: Actors, text: str) -> tuple[str, ...]:
    """Somebody whose post follows the name without a mark, or goes before it: "Ann Hale Head of Works", "Area Manager Hale"."""
    tokens = text.split()
    for size in (3, 2, 1):
        front, name = " ".join(tokens[:-size]), " ".join(tokens[-size:])
        if front and (is_post(front) or is_post(front.removeprefix("The "))) and (who := _people(actors, name)):
            return who
    for size in (4, 3, 2):
        head, rest = " ".join(tokens[:size]), " ".join(tokens[size:])
        if rest and is_post(rest) and (who := _people(actors, head)):
            return who
    return ()


def _passive(actors: Actors, text: str) -> tuple[str, ...]:
    """The people behind "presented by" or "a report from"."""
    for by in _by().finditer(text):
        if not by[0].lower().startswith(("introduced", "presented")) and _MOVED.search(text[: by.start()]):
            continue  # "a motion made by": that leads no item
        if who := _office_first(actors, text[by.end() :]):
            return who
        tokens = re.split(r"[.;:]\s|\bthat\b|\bon\b|\bregarding\b|\babout\b", text[by.end() : by.end() + 120])[0].split()
        for size in range(min(len(tokens), 9), 0, -1):
            who = _people(actors, " ".join(tokens[:size]).split(",")[0] if size > 6 else " ".join(tokens[:size]))
            if who and all(actors.person(name) or is_initials(name) for name in who):
                return who
    return ()


def _office_first(actors: Actors, text: str) -> tuple[str, ...]:
    """Somebody behind an office and a comma: "a report from the Dean, Professor Hale"."""
    found = re.match(r"(?:the\s+)?(?P<post>[A-Z][^,.;:]{2,60}),\s+(?P<who>(?:[A-Z][\w’'.-]*\s?){1,5})", text)
    return _people(actors, found["who"].strip(" .")) if found and is_post(found["post"]) else ()


def _known(actors: Actors, text: str) -> tuple[str, ...]:
    """The people in a bracket or behind a dash; unknown capitals there are as likely an abbreviation."""
    who = actors.people(text) if len(text.split()) <= 12 else ()
    if not who and "," in text:
        who = actors.people(text.split(",", maxsplit=1)[0])
    return who if all(actors.person(name) or not is_initials(name) for name in who) else ()


def _unlabelled(text: str) -> str:
    return _labels().sub("", text.strip(" .")).strip(" .:–-")


@cache
def _alternatives(name: str, weight: str = "") -> str:
    """The phrases of a vocabulary as a pattern, the longest first."""
    phrases = sorted((p for p, kind in pairs("loaders", name).items() if kind == weight), key=len, reverse=True)
    return "|".join(re.escape(p).replace("…", r"(?:\w+\s+){0,5}?\w+").replace(r"\ ", r"\s+") for p in phrases)


@cache
def _verbs() -> re.Pattern[str]:
    weights = ("always", "opening", "report", "told")
    return re.compile(r"\s(?i:" + "|".join(f"(?P<{w}>{_alternatives('leading_verbs', w)})" for w in weights) + r")\b")


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_alternatives('lead_labels')})\b\s*[:–—-]?\s*", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    done = r"(?:presented|introduced|given|provided|delivered|tabled|submitted|made)\s+(?:\w+\s+){0,5}?by"
    given = r"(?:report|update|presentation|briefing|overview|demonstration)\s+(?:was\s+)?(?:by|from)"
    return re.compile(rf"\b(?:{done}|{given})\s+(?=\S)", re.IGNORECASE)

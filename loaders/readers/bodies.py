"""Bodies named in running text, and what it says of them: who chairs, what reports to what, what replaces what.

Source: "the Safeguarding Board", "Working group reports to Schools Forum", "chaired by Ann Hale", "Ann chairs the …", "move from 23
Area Boards to 12 new Local Boards", "It replaces the … Group", terms of reference.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sederunt.graph.kinds import BODY
from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, is_initials
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Span
from sederunt.loaders.people import looks_like_person
from sederunt.loaders.phrases import find_names
from sederunt.loaders.scene import LISTS, Scene, claim, names_thing, person, thing
from sederunt.loaders.titles import is_body

STAGE = LISTS

_LOWER_HEAD = r"(?:board|committee|sub-committee|forum|panel|group|task group|working group|steering group|reference group)"
_OFFICE_OF = re.compile(
    rf"\b(?:[Cc]hair|[Vv]ice-?\s?[Cc]hair|[Mm]embers?)\s+of\s+(?:the\s+)?(?P<body>[a-z][\w’'-]*(?:\s+[\w’'-]+){{0,3}}?\s+{_LOWER_HEAD})\b"
)
_OPENING = re.compile(rf"^(?P<body>[A-Z][\w’'-]+(?:\s+[a-z][\w’'-]+){{0,3}}?\s+{_LOWER_HEAD})\b(?!s)")
_LINKS = (
    (
        re.compile(
            r"^\s*(?:,\s*)?(?:which\s+)?(?:will\s+|now\s+|then\s+)?(?:reports?|is accountable|are accountable|reporting|is responsible|accounts)\s+(?:directly\s+|formally\s+|back\s+)?to\s+(?:the\s+)?$"
        ),
        "REPORTS_TO",
        False,
    ),
    (
        re.compile(
            r"^[^.;]{0,30}\bbe(?:en|ing)?\s+(?:superseded|replaced|succeeded)\s+by\s+(?:an?\s+|the\s+)?(?:new\s+)?$|^\s*(?:was|is|were|are)\s+(?:superseded|replaced|succeeded)\s+by\s+(?:the\s+)?(?:new\s+)?$"
        ),
        "REPLACED_BY",
        False,
    ),
    (
        re.compile(
            r"^\s*(?:\([^)]*\)\s*)?(?:,\s*)?(?:which\s+)?(?:has\s+|have\s+)?(?:replaces?|replaced|supersedes?|superseded|succeeds|succeeded|took over from|takes over from)\s+(?:the\s+)?$"
        ),
        "REPLACED_BY",
        True,
    ),
    (
        re.compile(
            r"^\s*(?:,\s*)?(?:which\s+)?(?:is|was|are)?\s*(?:an?\s+)?(?:sub-?\s?group|sub-?\s?committee|sub-?\s?panel|committee|part|subsidiary|working group)\s+of\s+(?:the\s+)?$"
        ),
        "PART_OF",
        False,
    ),
)
_ASIDE = re.compile(r"^,\s*(?!which\b)[^,]*,(?=\s)")
_TO = re.compile(r"\s*to\s+(?:the\s+)?(?:new\s+)?")
_MOVE = re.compile(r"\b(?:move|moved|moving|change|changed|transition|transfer)\s+from\s+(?:the\s+)?$", re.IGNORECASE)
_CHAIRED_BY = re.compile(
    r"\b(?P<role>(?:co-|vice-)?chaired)\s+by\s+(?:the\s+)?(?P<who>[A-Z][^.;,()]*?)(?=[.;,()]|\s+(?:and|who|which|will|until|from|since|reports)\b|$)"
)
_CHAIRS = re.compile(
    r"(?P<who>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3})(?:,?\s+(?:now|also|currently|who))*\s+(?P<role>chairs|co-chairs|vice-chairs|is (?:the )?(?:vice-)?chair of)\s+(?:the\s+)?$"
)


_AS_CHAIR = re.compile(r"\bas\s+(?:the\s+)?(?P<role>(?:[Vv]ice[ -]?)?[Cc]hair(?:man|woman|person)?)\s+of\s+(?:the\s+)?$")
_CURRENTLY = re.compile(r"\((?:currently|at present|presently),?\s+(?P<who>[^)]+)\)")
_CHAIR_OF = re.compile(r"\b[Cc]hair(?:man|woman|person)?\s+of\s+(?:the\s+)?$")
_CHAIR_NAMED = re.compile(r",\s+(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,2})(?=[,.;]|$)")
_SITS = re.compile(
    r"(?P<who>(?:[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,2}(?:,\s+|\s+and\s+)?)+)?\s*\b(?:sits?|serves?|is a member|are members)\s+(?:on|of)\s+(?:the\s+)?$"
)
_SPEAKER = re.compile(r"^(?:[A-Z]{2,3}(?=\s[a-z])|[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){0,3})")


def read(scene: Scene) -> Iterable[Statement]:
    """Namings of bodies, and the links between them that sentences state."""
    told: set[str] = set()
    last: Mention | None = None
    for _, sentence in scene.prose():
        named = _named(sentence, scene)
        for body, start, _ in named:
            if fold(body.label) not in told:
                told.add(fold(body.label))
                yield names_thing(body, sentence, number=_count(sentence.text[:start]))
        spoken_of = _with_short_forms(named, sentence, scene.body, last)
        yield from _links(spoken_of, sentence)
        yield from _officers(spoken_of, sentence)
        yield from _own_officer(scene, sentence)
        last = named[-1][0] if named else last if _IT.match(sentence.text) else None


_IT = re.compile(r"^It\b")
_SHORT = re.compile(
    r"\b(?:[Tt]he|[Tt]his)\s+(?:new\s+)?(?P<word>Board|Group|Forum|Committee|Panel|Partnership|Network)\b(?!\s+(?:of|[A-Z]))"
)


def _with_short_forms(
    named: list[tuple[Mention, int, int]], sentence: Span, own: Mention | None, last: Mention | None
) -> list[tuple[Mention, int, int]]:
    """The bodies of a sentence together with "the Board" for the paper's own, and "It" for the one last named."""
    found = list(named)
    if last is not None and (it := _IT.match(sentence.text)):
        found.append((last, 0, it.end()))
    if own is not None:
        shorts = [short for short in _SHORT.finditer(sentence.text) if fold(own.label).endswith(short["word"].lower())]
        letters = "".join(word[0] for word in own.label.split() if word[0].isupper())
        if len(letters) > 2:
            shorts += re.finditer(rf"\b(?:[Tt]he\s+)?{letters}\b", sentence.text)
        for short in shorts:
            if not any(start <= short.end() - 1 < end for _, start, end in found):
                found.append((own, short.start(), short.end()))
    return sorted(found, key=lambda item: item[1])


def _count(before: str) -> int | None:
    found = re.search(r"(\d{1,3})\s+(?:new\s+)?$", before)
    return int(found[1]) if found else None


def _named(sentence: Span, scene: Scene) -> list[tuple[Mention, int, int]]:
    """(mention, start, end) of each body in a sentence."""
    own = _own_places(scene.body, sentence.text)
    found = [(sentence.text[start:end], start, end) for start, end in own]
    for phrase in find_names(sentence.text):
        if phrase.kind == BODY and not any(start < phrase.end and phrase.start < end for start, end in own):
            found.append((phrase.text, phrase.start, phrase.end))
    for pattern in (_OFFICE_OF, _OPENING):
        for match in pattern.finditer(sentence.text):
            start, end = match.span("body")
            fits = _is_name(match["body"], opening=pattern is _OPENING)
            if fits and not any(a < end and start < b for _, a, b in found):
                found.append((match["body"], start, end))
    return sorted(
        ((_mention(text, scene), start, end) for text, start, end in found if fold(text) not in scene.units),
        key=lambda item: item[1],
    )


def _own_places(own: Mention | None, text: str) -> list[tuple[int, int]]:
    """Where the paper's own body stands under its whole name, which may hold words that are in no other's."""
    if own is None or not is_body(own.label) or "/" in own.label:
        return []
    return [found.span() for found in re.finditer(rf"(?<!\w){re.escape(own.label)}(?!\w)", text, re.IGNORECASE)]


def _is_name(name: str, *, opening: bool) -> bool:
    tokens = name.split()
    if len(tokens) < 2:
        return False
    if opening:
        return not any(fold(token) in _common() or token in words("loaders", "verbs") for token in tokens[:-1])
    return not (len(tokens) == 2 and fold(tokens[0]) in _common())


def _common() -> frozenset[str]:
    return words("loaders", "common_words")


def _mention(name: str, scene: Scene) -> Mention:
    """The mention of a body; the paper's own, where the name is its own or "Forum meeting" in a paper of some forum."""
    own = scene.body
    if own is None:
        return thing("Body", name)
    said, known = _without_meeting(name), _without_meeting(own.label)
    if said == known or re.match(rf"{re.escape(said)} (?:for|of|in|on) ", known):
        return own
    if said != fold(name) and known.split()[-1:] == said.split():
        return own
    return thing("Body", name)


def _without_meeting(name: str) -> str:
    return re.sub(r"(?<=\w) meetings?$", "", fold(name))


def _links(named: list[tuple[Mention, int, int]], sentence: Span) -> Iterator[Statement]:
    beside: list[Mention] = []
    for (one, start, end), (other, following, _) in pairwise(named):
        if _both(sentence.text[end:following]):
            beside.append(one)
            continue
        between = sentence.text[end:following]
        between = re.sub(r"\d{1,3}\s+(?:new\s+)?$", "", _ASIDE.sub(" ", between))
        if fold(one.label) == fold(other.label):
            continue
        moved = (
            _MOVE.search(re.sub(r"\d{1,3}\s+$", "", sentence.text[:start])) is not None and _TO.fullmatch(between) is not None
        )
        link, turned = ("REPLACED_BY", False) if moved else _link(between)
        if link:
            for subject in (*beside, one):
                first, second = (other, subject) if turned else (subject, other)
                yield claim(link, first, second, span=sentence, confidence=0.85)
        beside = []


def _both(between: str) -> bool:
    """Whether two bodies stand side by side and do the same: "the Panel and the Forum report to …"."""
    return re.fullmatch(r"\s*(?:,|,?\s*and)\s+(?:the\s+)?", between) is not None


def _link(between: str) -> tuple[str, bool]:
    """(edge type, whether the second is its start) of the words between two bodies; an empty type where they link nothing."""
    return next(((link, turned) for pattern, link, turned in _LINKS if pattern.search(between)), ("", False))


def _officers(named: list[tuple[Mention, int, int]], sentence: Span) -> Iterator[Statement]:
    for body, start, end in named:
        by = _CHAIRED_BY.search(sentence.text, end)
        if by and by.start() - end < 40:
            holder = _CURRENTLY.search(sentence.text, by.end())
            yield from _chair(body, holder["who"] if holder else by["who"], by["role"], sentence)
        as_chair = _AS_CHAIR.search(sentence.text[:start])
        speaker = _SPEAKER.match(sentence.text)
        if as_chair and speaker:
            yield from _chair(body, speaker[0], as_chair["role"], sentence)
        after = _CHAIR_NAMED.match(sentence.text, end) if _CHAIR_OF.search(sentence.text[:start]) else None
        if after:
            yield from _chair(body, after["who"], "chair", sentence)
        if (sits := _SITS.search(sentence.text[:start])) is not None:
            yield from _sitting(body, sits["who"] or sentence.text, sentence)
        chairs = _CHAIRS.search(sentence.text[:start])
        if chairs:
            yield from _chair(body, chairs["who"], chairs["role"], sentence)


_OWN_OFFICER = re.compile(
    r"\b[Tt]he\s+(?P<role>[Cc]hair(?:man|woman|person)?|(?:[Dd]eputy|[Vv]ice)[ -][Cc]hair(?:man|woman|person)?|[Ss]ecretary)\s+"
    r"(?:of\s+the\s+\w+\s+)?is\s+(?:currently\s+)?(?P<who>(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Cllr|Councillor)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,2})"
)


def _own_officer(scene: Scene, sentence: Span) -> Iterator[Statement]:
    """Who holds an office, in a paper of one body: "The deputy chair is Ann Hale"."""
    found = _OWN_OFFICER.search(sentence.text)
    if found and scene.body and looks_like_person(found["who"]):
        role = fold(found["role"])
        office = "secretary" if role == "secretary" else "vice-chair" if role.startswith(("deputy", "vice")) else "chair"
        yield claim(
            "SITS_ON",
            person(found["who"], "prose"),
            scene.body,
            span=sentence,
            role=office,
            role_text=found["role"],
            confidence=0.9,
        )


def _sitting(body: Mention, who: str, sentence: Span) -> Iterator[Statement]:
    for name in re.split(r"\s*,\s*|\s+and\s+", who):
        speaker = _SPEAKER.match(name)
        if speaker and " " in speaker[0] and looks_like_person(speaker[0]):
            yield claim("SITS_ON", person(speaker[0], "prose"), body, span=sentence, role="member", confidence=0.9)


def _chair(body: Mention, who: str, role: str, sentence: Span) -> Iterator[Statement]:
    name = who.rsplit(", ", maxsplit=1)[-1].strip()
    if looks_like_person(name) or is_initials(name):
        office = "vice-chair" if "vice" in role else "chair"
        yield claim("SITS_ON", person(name, "prose"), body, span=sentence, role=office, role_text=role, confidence=0.9)

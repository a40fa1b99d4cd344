"""Whose paper it is: the body that its head names, in a line of its own, in "Minutes of the meeting of the …", or as plain "Board"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sederunt.graph.dates import find_dates
from sederunt.graph.kinds import BODY
from sederunt.graph.lexicon import words
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention
from sederunt.loaders.context.scene import thing, titled
from sederunt.loaders.document import Span, joined
from sederunt.loaders.layout.sections import ITEM, Section
from sederunt.loaders.naming.people import surely_person
from sederunt.loaders.naming.venues import is_venue
from sederunt.loaders.naming.wording import (
    body_kind,
    ends_in_organisation_word,
    is_body,
    is_body_of,
    is_health_board,
    names_organisation,
)
from sederunt.loaders.sentences.phrases import find_names

_OF = re.compile(
    r"\b(?:minutes?|notes|meeting|record|proceedings|agm|egm)\s+(?:of|for|from)\s+(?:the\s+)?(?:(?:proceedings|meeting)\s+of\s+)?(?:the\s+)?(?=(?P<body>[^.;:]+?)"
    r"(?:\s+(?:held|which|will\s+be|is\s+to\s+be|to\s+be|was|on|at|meeting(?!\s+of\b)|agm|egm|dated|annual(?:\s+general)?\s+meeting)\b|\s*[,(–]|\s*-(?!\w)|\s*$))",
    re.IGNORECASE,
)
_WITH_COLON = re.compile(r"\bmeeting\s+of\s+(?:the\s+)?(?=(?P<body>[^.;:]+:\s[^.;:,(]+)$)", re.IGNORECASE)
_PAPER = (
    r"(?:minutes?|notes|agenda|record|action notes|actions?|charter|constitution|membership|members|terms of reference|remit"
    r"|composition|standing orders)"
)
_ORDINAL = r"\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_AROUND = re.compile(
    r"^(?:(?:draft|approved|unconfirmed|confirmed|final|proposed|revised|updated)\s+)?"
    rf"{_PAPER}(?:(?:\s+and|,|\s+&)\s+{_PAPER})*(?:\s+(?:of|from|for))?(?:\s+the)?"
    r"(?:\s+(?:\w+\s+)?meeting\s+(?:of|held))?(?:\s+the)?[\s:–-]+|^(?:at\s+)?(?:(?:an?|the)\s+)?(?:meeting|agm|egm)\s+of\s+(?:the\s+)?"
    r"|\s+(?:meeting\s+)?held(?:\s+(?:on|at|in|via|by)\b.*)?$|[\s:–-]+(?:agenda|agm|egm)$"
    r"|[\s:–-]+(?:(?:draft|approved|action|meeting)\s+)*(?:minutes?|notes)(?:\s+(?:of|from)(?:\s+(?:the|a|our|its))?(?:\s+[\w-]+)?\s+meeting)?$"
    r"|^(?:calendar|schedule|timetable|programme|dates)\s+(?:of|for)\s+(?:the\s+)?"
    r"|^(?:19|20)\d\d\s+(?=\w)|[\s:,(–-]+(?:meeting\s*(?:#|no\.?|number)?\s*\d{1,3}|(?:meeting\s*)?#\s?\d{1,4})\)?$"
    r"|\s+(?:held\s+)?in\s+(?:public|private)$|\s*\((?:in\s+)?(?:public|private|open|closed)(?:\s+(?:session|part))?\)$"
    rf"|[\s:,–-]+(?:the\s+)?(?:{_ORDINAL})\s+meeting$|[\s:,–-]+(?:telecon(?:ference)?|conference call|call)(?:\s*[–-]\s*report)?$"
    r"|\s+(?:charter|constitution|membership(?:\s+list)?|standing orders)$|^(?:meet|introducing|about)\s+(?:the|our|your)\s+(?=\w)"
    r"|\s*[:–-]?\s*terms of reference\b.*$|\s*\([^()]*$|\s*\((?:[^()]*\b\d{4}(?:\s?[–-]\s?(?:\d{2}|\d{4}))?)?\)$",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[A-Z][\w’'&-]*(?:\s+(?:(?:of|and|for|the|&)\s+)*[A-Z][\w’'&-]*)*")
_COUNCIL = re.compile(
    r"\b(?:parish|town|community|city|county|borough|district|full)\s+council$|\b(?:directors|governors|trustees)$",
    re.IGNORECASE,
)
_SORTS = r"ordinary|extraordinary|annual|general|special|monthly|quarterly|regular|inaugural|emergency|scheduled|public|private|statutory"
_SORT = re.compile(rf"^(?:(?:{_SORTS})\s+)+(?=\w)", re.IGNORECASE)
_OF_COUNCIL = re.compile(r"^(.+(?:committee|panel|working group|working party))\s+of\s+.+\bcouncils?$", re.IGNORECASE)
"""A body with whose it is: "Scrutiny Committee of Fenwick Council"."""
_OF_A_PAGE = re.compile(
    r",\s+(?:who|which)\b|\b(?:our|your|you|us|we|find out|read more|more about|regards|sincerely)\b"
    r"|^\W*(?:logo|image|banner|photo|from|to|cc|subject)\s*:|\blogo\W*$|^(?:the\s+)?(?:vice-?)?chair(?:man|woman|person)?,|\s[>»›]\s",
    re.IGNORECASE,
)
"""What is in the sentences and the links of a page, and in no name."""

_TITLE = 6
"""A line of more words that ends in a full stop is a sentence."""

_LONGEST = 14
"""A body's name has at most so many words."""

_DOES = re.compile(r"(?<=\w)\s+(?:meets|comprises|consists of|is (?:made up|composed) of)\s.*$")
"""What a sentence says of the body that it names first: "The Board meets quarterly and has the following members"."""

Found = tuple[Mention, Span]


def own_body(sections: tuple[Section, ...], spans: list[Span]) -> Found | None:
    """The body that a paper's head names.

    Args:
        sections: the paper's sections.
        spans: the lines of its head.
    """
    spans = [span for span in spans if not surely_person(span.text.split(",")[0])]  # "Ann Hale, Chair, Harbour Committee"
    spans = sorted(spans, key=lambda span: "terms of reference" not in span.text.lower())
    alone = list(_alone(spans))
    inside = ((name, span) for span in spans[:4] if (name := _named_in(span.text)))
    for printed, span in (
        *_labelled(sections),
        *_of_meeting([*_wrapped(spans[:8]), *spans]),
        *_that_met(spans[:6]),
        *_inner([found for found in alone if not _is_plain(found[0])]),
        *inside,
        *alone,
    ):
        told = _DOES.sub("", printed)
        name = _SORT.sub("", told) if _is_plain(_SORT.sub("", told)) else told
        board = is_health_board(name)
        whole = _OURS.sub("", _in_full(name, spans) or _OF_COUNCIL.sub(r"\1", "Board" if board else name))
        return thing("Body", whole, "head"), span
    return None


_OURS = re.compile(r"^(?:(?:meet|about)\s+)?(?:our|your)\s+(?=[A-Z])", re.IGNORECASE)
"""What a page says before the name of its own body: "Our Cabinet"."""


def council(spans: list[Span]) -> Found | None:
    """The council or company that met, where the head names no other body: an organisation in a line of its own."""
    for span in spans[:6]:
        name = bare(span.text)
        known = names_organisation(titled(name) if name.isupper() else name)
        if known and len(name.split()) <= 10 and not find_dates(name) and not is_venue(name):
            return thing("Body", name, "head"), span
    return None


def spoken_of(sections: tuple[Section, ...]) -> Found | None:
    """The body that a paper without a head speaks of as no more than "the Council", twice at least."""
    counts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for span in (span for section in sections for span in section.spans):
        for found in _SPOKEN.finditer(span.text):
            counts[found["name"].lower()] += 1
            first.setdefault(found["name"].lower(), span.part(*found.span("name")))
    name, often = next(iter(counts.most_common(1)), ("", 0))
    return (thing("Body", first[name].text.capitalize(), "head"), first[name]) if often > 1 else None


_SPOKEN = re.compile(
    r"\b[Tt]he (?P<name>[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Ff]orum|[Tt]rustees|[Gg]overnors|[Pp]anel|[Ss]enate)"
    r"(?=[,.]| (?:that|is|was|were|had|has|will|agreed|noted|resolved|approved|discussed|received|considered|heard|asked|decided)\b)"
)


def bare(text: str) -> str:
    """A line of the head without its date and what only says what sort of paper it is: ``Board minutes: 1 May 2019`` gives ``Board``."""
    for date in find_dates(text):
        before, _, behind = text.partition(date.text)
        text = before if before.strip(" :–-(") else behind if behind.strip(" .,:–—-)") else text
    text = text.strip(" .,:–—-|*")
    for _ in range(3):
        text = _AROUND.sub("", text).strip(" .,:–—-|*")
    return re.sub(r"(?<=s)[’']$", "", text)


def _labelled(sections: tuple[Section, ...]) -> Iterator[tuple[str, Span]]:
    for section in sections:
        if section.category == ITEM:
            return
        if section.category != "body" or not (section.rest or section.spans):
            continue
        span = section.rest or section.spans[0]
        found = next(_named_of(span.text), "")
        name = without_meeting(found or span.text)
        named = section.rest is not None or is_body_of(name) or names_organisation(name)
        if (
            named
            and len(name.split()) <= _LONGEST
            and ":" not in name
            and body_kind(name) != "meeting"
            and not find_dates(name)
        ):
            yield name, span


def _wrapped(spans: list[Span]) -> Iterator[Span]:
    """The title of minutes that runs on over several lines, as one: up to the line that says when or where."""
    for at, span in enumerate(spans):
        if not _TITLE_OF.search(span.text) or _HELD.search(span.text):
            continue
        lines = [span]
        for below in spans[at + 1 : at + 5]:
            if below.line_at(0) - lines[-1].line_at(0) != 1 or below.text[0].isdigit() or find_dates(below.text[:40]):
                break
            if (is_body(lines[-1].text) or ends_in_organisation_word(lines[-1].text)) and not _GOES_ON.match(below.text):
                break
            lines.append(below)
            if _HELD.search(below.text):
                break
        if len(lines) > 1:
            yield joined(lines)
        return


_TITLE_OF = re.compile(r"\b(?:minutes|notes|meeting|proceedings)\s+of\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:held|on|at)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:of|for|and|&|held|on|at)\b", re.IGNORECASE)


def _of_meeting(spans: list[Span]) -> Iterator[tuple[str, Span]]:
    for span in spans:
        for name in _named_of(span.text):
            if (
                _PARISH.match(name)
                or _LETTERS.fullmatch(name)
                or _is_plain(name)
                or _is_plain_of(name)
                or is_body_of(name)
                or _COUNCIL.search(name)
                or names_organisation(name)
                or (_GENERAL.search(span.text) and name[0].isupper() and 1 < len(name.split()) < 9)
            ):
                yield name, span


_GENERAL = re.compile(r"\b(?:general\s+meeting|agm|egm)\s+of\b", re.IGNORECASE)
"""Societies and companies have general meetings, by whatever name they go."""


def _that_met(spans: list[Span]) -> Iterator[tuple[str, Span]]:
    """Whoever held the meeting, as a sentence of the head says: "Fenwick Parish Council held their meeting remotely"."""
    for span in spans:
        found = _MET.match(span.text)
        name = without_meeting(found["body"]) if found else ""
        if (
            name
            and (
                _is_plain(_LAST_OF.sub("", name))
                or _is_plain(name)
                or is_body(name)
                or is_body_of(name)
                or names_organisation(name)
            )
            and len(name.split()) <= _LONGEST
        ):
            yield bare(name), span


_LAST_OF = re.compile(
    r"^(?:city|town|village|borough|county|parish|district|community)\s+(?=council\b)|\s+of\s+.*", re.IGNORECASE
)
"""What says of a council whose it is: "City Council of the City of Northford"."""
_MET = re.compile(r"(?:The\s+)?(?P<body>(?!To\s)[A-Z][^.;:,()]{3,90}?)\s+(?:held|met|convened)\s+(?!(?:at|on|in|via|by)\s+\d)")


def _named_of(text: str) -> Iterator[str]:
    """What stands behind each "minutes of the", "meeting of the": never another meeting."""
    for found in (*_WITH_COLON.finditer(text), *_OF.finditer(text)):
        behind = _BEHIND.match(text, found.end("body"))
        if behind and is_body(behind["body"]) and names_organisation(found["body"]) and not is_body(found["body"]):
            yield behind["body"].strip()
        name = _before_date(found["body"].strip())
        another = re.search(r"\bmeetings?\s+of\b|^meetings?$", name, re.IGNORECASE) and not _PARISH.match(name)
        if not another and len(name.split()) <= _LONGEST:
            yield name


_BEHIND = re.compile(r",\s+(?:the\s+)?(?P<body>[A-Z][\w’'& -]{4,60}?)(?=\s+held\b|\s*[,.;–(]|$)")
"""A body behind the organisation of which it is: "meeting of Fenwick Medical Centre, Patient Participation Group"."""
_PARISH = re.compile(r"(?:annual\s+)?(?:parish|community|town)\s+meeting\s+of\s+(?=[A-Z])", re.IGNORECASE)
"""The electors of a place, who meet: a body that is called a meeting."""


def _before_date(name: str) -> str:
    """A name without the date that follows it: "TRUSTEES OF THE QUAY MUSEUM 19 SEPTEMBER 2013"."""
    date = next((date for date in find_dates(name) if date.at), None)
    return name[: date.at].strip(" ,:–-") if date else name


def _alone(spans: Iterable[Span]) -> Iterator[tuple[str, Span]]:
    """The names that stand in lines of their own."""
    for at, span in enumerate(spans):
        name = re.sub(r"^(?:the\s+(?=[A-Z])|our\s+)", "", without_meeting(bare(_one_language(span.text))), flags=re.IGNORECASE)
        odd = not name or len(name.split()) > _LONGEST or name[-1] in ".;" or not (name[0].isupper() or name[0].isdigit())
        odd = odd or name.lower().startswith(("a ", "an ", "to "))  # "A joint committee of …" says what sort of body it is
        odd = odd or bool(_CODED.search(name) or _OF_MEMBERS.search(name) or _OF_A_PAGE.search(span.text))
        told = span.text.endswith(".") and len(name.split()) > _TITLE
        if (odd or told) and not _is_plain(name):
            continue
        name = _SORT.sub("", name) if _is_plain(_SORT.sub("", name)) else name
        name = name.split(",")[0] if _is_plain_of(name.split(",")[0]) else _inside(name)
        named = (
            is_body(name)
            or bool(_SHORT.match(span.text))
            or _is_plain_of(name)
            or _is_body_on(name)
            or _is_plain(name)
            or (at < 4 and _begins_as_body(name))
        )
        if named and not _is_class(name) and ":" not in name:
            yield name, span


_LETTERS = re.compile(r"(?!AGM|EGM|SGM|NHS)[A-Z]{3,5}")
_SHORT = re.compile(rf"{_LETTERS.pattern}\s+(?:Meeting|Minutes|meeting|minutes)$")
"""A body by its short form in a line of its own: "PPG Meeting"."""


def _inside(name: str) -> str:
    """The body behind whose it is: "Fenwick Town Council – Amenities Committee"."""
    whose, mark, body = name.partition(" – ") if " – " in name else name.partition(" - ")
    return (
        body if mark and names_organisation(whose) and not is_body(whose) and is_body(body) and len(body.split()) > 1 else name
    )


def _inner(alone: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Names in lines of their own: that of the line which says "notes" or "meeting" first, else the second where two lines follow
    one another: the group stands below the forum that it is of.
    """
    reported = next((found for found in alone if _REPORTS.search(found[1].text)), None)
    if reported and not _REPORTS.search(alone[0][1].text):
        return [reported, *(found for found in alone if found is not reported)]
    lines = [span.line_at(0) for _, span in alone[:2]]
    return [alone[1], alone[0], *alone[2:]] if len(lines) == 2 and 1 <= lines[1] - lines[0] <= 2 else alone


_REPORTS = re.compile(r"\b(?:minutes|notes|meeting)\b", re.IGNORECASE)
_CODED = re.compile(r"\b[A-Z]{2,}/\d+|\b\d+/\d{2,}")
"""The number of a paper in a line: what stands about it is no one name."""


_OF_MEMBERS = re.compile(r"\b(?:board|committee|council) members\b", re.IGNORECASE)


def _begins_as_body(name: str) -> bool:
    """Whether a line begins as a body's name does and goes on with its purpose or place: "Forum to oversee …", "Board of …"."""
    name = titled(name) if name.isupper() else name
    opening = re.match(
        r"((?:[A-Z][\w’'-]*\s+){1,4})(?:to\s+[a-z]|(?:of|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:[A-Z&][\w’'-]*|and|of|the|for|in))*$)",
        name,
    )
    return opening is not None and is_body(opening[1].strip()) and body_kind(opening[1].strip()) != "meeting"


def _is_body_on(name: str) -> bool:
    """Whether a line is the name of a body that ends in what it is about: "Royal Commission on Inland Waters"."""
    return any(found.kind == BODY and found.text == name for found in find_names(name))


def _is_class(name: str) -> bool:
    """Whether a line names a sort of thing: "Our committees", "Committees and groups"."""
    last = fold(name).split()[-1:]
    return bool(last) and last[0].endswith("s") and last[0].removesuffix("s") in words("loaders", "listed_things")


def _is_plain_of(name: str) -> bool:
    """Whether a name is plain but for its place: "Council of the Municipality of Fenwick"."""
    kind, of, place = name.partition(" of ")
    return bool(of) and _is_plain(kind) and place.removeprefix("the ")[:1].isupper()


def _is_plain(name: str) -> bool:
    """Whether a name only says what sort of body it is: "Board", "Court"."""
    return fold(name) in words("loaders", "plain_bodies")


_PARTS = re.compile(r"\b(?:minutes|notes|meetings?)(?:\s+of)?(?:\s+the)?\s+|\s+held\b|\s[–—-]\s|[,(]", re.IGNORECASE)
"""Between the parts of a line of the head: "Annual Town Council Meeting of | Fenwick Town Council | held on"."""


def _in_full(name: str, spans: list[Span]) -> str:
    """The longer name of a plain council or board elsewhere in the head: "Norfield Council" of "Ordinary Meeting of Council"."""
    lines = [span.text for span in spans[:8]] if _is_plain(name) else []
    for line in (*lines, *(part for text in lines for part in _PARTS.split(text))):
        longer = bare(_SORT.sub("", bare(_DOES.sub("", line).removeprefix("The "))))
        if (
            1 < len(longer.split()) <= 6
            and not (_CODED.search(longer) or is_health_board(longer))
            and (fold(longer).endswith(f" {fold(name)}") or fold(longer).startswith(f"{fold(name)} of "))
            and (names_organisation(titled(longer)) or (is_body(longer) and longer[0].isupper()))
        ):
            return longer
    return ""


def _one_language(text: str) -> str:
    """The half of "Fforwm Ysgolion / Schools Forum" that says what it is, the latter if both do; any other text as it is."""
    return next((half for half in reversed(text.split(" / ")) if is_body(half)), text)


def without_meeting(name: str) -> str:
    """The body in "Safeguarding Board Meeting"; "Quadrant Meeting" is a body's own name."""
    if _SHORT.match(name):
        return name.split(maxsplit=1)[0]
    shorter = re.sub(rf"(?<=\w)[’']?(?:\s*[:,–—-])?(?:\s+(?:{_SORTS}))*\s+meetings?$", "", name, flags=re.IGNORECASE)
    return shorter if is_body(shorter) or _is_plain(_SORT.sub("", shorter)) else name


def _named_in(text: str) -> str:
    """A body named inside a longer line of the head: "Attendance at the Resilience Partnership meeting"."""
    runs = (re.sub(r"^The\s+", "", run[0]) for run in _CAPITALISED.finditer(re.split(r"\bheld\b", text)[0]))
    found = [without_meeting(run) for run in runs if is_body(run) and 1 < len(run.split()) <= _LONGEST]
    return max(found, key=len, default="")

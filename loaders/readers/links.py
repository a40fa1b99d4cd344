"""What sentences say of bodies, units and posts: what reports to what, is a part of what or replaces what, who chairs, sits and leads.

Source: "the Panel and the Forum report to the Board", "Three panels report to the Board:" over a list, "It took over from the … Group",
"It is chaired by Ann Hale", "Cllr Moss was elected Chair of the …", "the Policy Team, led by the Head of Policy", terms of reference.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from sederunt.graph.elected import names_elected
from sederunt.graph.kinds import BODY, ORGANISATION, PERSON, POST, UNIT
from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold, split_honorific
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.asides import seats_in
from sederunt.loaders.context.elections import seats_given
from sederunt.loaders.context.introducing import bodies_over
from sederunt.loaders.context.officers import offices_told
from sederunt.loaders.context.parties import Party, Told, is_own
from sederunt.loaders.context.scene import PROSE, Scene, claim, thing
from sederunt.loaders.context.tenure import with_tenure
from sederunt.loaders.document import Shape, Span
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.naming.headings import ATTENDANCE
from sederunt.loaders.naming.roles import OFFICERS
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.sentences.phrases import find_names
from sederunt.loaders.sentences.relations import OFFICES, Relation, office_before, office_of, relation

STAGE = PROSE

_TOGETHER = re.compile(
    r"\s*(?:,|,?\s*(?:and|&)|,?\s*as well as)\s+(?:also\s+)?(?:(?:of|to|from)\s+(?=the\s))?(?:the\s+|its\s+|an?\s+)?",
    re.IGNORECASE,
)
_PERSONAL = (PERSON, POST)
_LISTED = re.compile(r"^[·•▪●○◦*–—-]\s+|^\(?[a-z0-9]{1,2}[.)]\s+")
_OFFICE_IS = re.compile(
    r"\b(?:[Tt]he|[Oo]ur)\s+(?:current\s+)?(?P<role>[A-Za-z-]+(?:\s+[A-Za-z]+)??)"
    r"(?:\s+for\s+(?:the\s+(?:\w+\s+){0,2}year\s*)?[\d/–-]*)?\s+(?:is|will be)\s+(?:currently\s+)?$"
)
_ELECTED = re.compile(
    r"\s*(?:(?:was|were|be|is|has been|had been|being)\s+)?(?:(?:then|duly|unanimously|hereby|[a-z]+ed and|declared|therefore)\s+)*"
    r"(?:re-?)?(?:elected|appointed)\s+(?:(?:unopposed|as|to be|to the (?:office|position|role) of)\s+)*(?:the\s+)?"
    r"(?P<role>[A-Za-z-]+(?:[ -][A-Za-z]+)?)(?=\s+for\s+(?:the\s+(?:coming|ensuing|next|municipal|civic|year|council|term|period|academic|forthcoming)\b|\d)"
    r"|\s+(?:and|who|until|to serve|nem|without|by)\b|[.,;]|$)"
)
"""Who was elected, where the body is not named: "Ann Hale was elected Chair for the coming year"."""
_MOVE = re.compile(r"\b(?:move|change|transition|transfer)[sd]?\s+from\s+(?:the\s+)?(?:\d+\s+)?$", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:each|all|both|which|that)\b[^:]*\b(?:reports?|accountable|answers?|answerable)\s+to\s+(?:it|them)\s*:$"
)
"""The end of a sentence that says of the list below that what is in it reports to what the sentence is about."""
_LABEL = re.compile(
    r"^(?:reports?|reporting|accountable|responsible|accountability)(?:\s+(?:directly\s+)?to)?\s*(?::|\s[–-])\s*|^parent (?:body|committee|board|group)\s*(?::|\s[–-])\s*",
    re.IGNORECASE,
)
"""A label in a body's terms of reference behind which stands what it reports to."""
_PARTS = re.compile(
    r"^(?:its\s+)?(?:sub-?\s?(?:committee|group|panel)|(?:working|task|steering|reference)(?: and finish)? (?:group|part(?:y|ie)))s?\s*(?:\([^()]*\)\s*)?(?::|\s[–-]\s)",
    re.IGNORECASE,
)
"""A label in what is said of a body behind which stand its parts."""
_FIRST = 5
"""A paragraph that begins with a body's name has it within so many characters."""
_HAS = re.compile(
    r"\s*(?:currently\s+|also\s+)?(?:has|have|operates|oversees|has (?:established|set up|appointed|created|formed)|(?:is|are) (?:supported|served|assisted) by|delegates work to|works through)"
    r"\s+(?:the following\s+)?$"
)
"""What stands between a body and the number of its parts: "has three sub-committees"."""
_NAMELY = re.compile(r"\s*(?:[:,–—(-]|,?\s*namely:?|,|are|,?\s*(?:which|these|they) are:?|known as)\s*(?:the\s+|an?\s+)?")
"""What stands between words that count things and the first of those things."""
_TO = re.compile(r"\s*to\s+(?:the\s+)?(?:\d+\s+)?(?:new\s+)?")
_APPOSED = re.compile(r"\s*(?:,|is|was|will be|\()\s*(?:currently\s+)?")
_BEHIND = re.compile(r"\s(?:joins?|be|to|is|was|has been|had been|being)\b")
"""What stands right behind whoever has a seat, whoever said so: "recommended that Helen Dunn join the"."""
_HOLDER = re.compile(r"(?:\(|,\s*)(?:currently,?\s+|at present,?\s+|presently\s+)?$")
_THAT = re.compile(r"\bthat\s+(?:the\s+|its?\s+)?$")
_WITHIN = re.compile(r"\s+(?:of|at|in|within)\s+(?:the\s+)?")
"""What stands between a unit and the organisation of which it is: "the Works Directorate of Fenwick Council"."""
_ANY = re.compile(r"(?:^|\b(?:[Aa]n?|[Ee]ach|[Ee]very|[Aa]ny|[Tt]he|[Aa]ll|[Oo]ur)\s+(?:[a-z]+\s+)?)$")
"""What stands before a post that there may be several of: "Each directorate has a Corporate Director, who reports to"."""
_LINKS = {"reports_to": "REPORTS_TO", "part_of": "PART_OF", "replaced_by": "REPLACED_BY"}
_ENDS = {
    "REPORTS_TO": ((BODY, UNIT, POST), (BODY, ORGANISATION, POST)),
    "PART_OF": ((BODY, UNIT), (BODY, UNIT, ORGANISATION)),
    "REPLACED_BY": ((BODY, UNIT, ORGANISATION), (BODY, UNIT, ORGANISATION)),
}


@dataclass(frozen=True, slots=True)
class Pending:
    """A relation to things that a list below tells, or so many paragraphs of which each begins with one of them (``left``)."""

    how: Relation
    other: tuple[Party, ...]
    listed_first: bool
    left: int = 0

    def fits(self, groups: list[tuple[Party, ...]], *, listed: bool, begun: bool) -> bool:
        """Whether a sentence tells one of the things: an entry of the list, or the beginning of a paragraph with a body's name."""
        if not self.left:
            return listed and bool(groups)
        return begun and bool(groups) and groups[0][0].kind == BODY and groups[0][0].start < _FIRST

    def after(self, *, fits: bool, begun: bool, silent: bool) -> "Pending | None":
        """What still has to be told behind a sentence; ``silent`` if it is an entry that names nothing."""
        if not self.left:
            return self if fits or silent else None
        left = self.left - fits
        return replace(self, left=left) if left and (fits or not begun) else None


def read(scene: Scene) -> Iterable[Statement]:
    """The links between bodies, units and posts, and the offices, that sentences state, with the days of which they tell."""
    yield from with_tenure(_read(scene))


def _read(scene: Scene) -> Iterator[Statement]:
    told = Told(scene)
    pending: Pending | None = None
    over = bodies_over(scene)
    last, spoke = -1, False
    begins = {block.number for block in scene.document.blocks}
    for section, sentence, listed in _sentences(scene):
        begun = sentence.line_at(0) in begins and sentence.line_at(0) != last
        topic = None if begun else told.topic
        last = sentence.line_at(len(sentence.text) - 1)
        parties = told.parties(sentence)
        topic = topic if topic is not None and topic.kind == BODY else None
        yield from _seats(sentence, parties, topic, scene.body)
        near = _headed(section, scene.body)
        headed = topic if spoke and topic not in (None, scene.body) else near and over.get(sentence.line_at(0), near)
        spoke = any(party.kind == BODY for party in parties)
        for who, of, role in offices_told(sentence.text, parties, headed, scene.body):
            yield claim("SITS_ON", who, of, span=sentence, role=role, confidence=0.85)
        groups = _groups(sentence.text, parties)
        fits = pending is not None and pending.fits(groups, listed=listed, begun=begun)
        if pending is not None and fits:
            yield from _related(pending, groups[0], sentence)
        if pending is not None:
            pending = pending.after(fits=fits, begun=begun, silent=listed and not groups)
        yield from _said(groups, sentence, told)
        yield from _senders(groups, sentence)
        yield from _own_offices(groups, sentence, scene.body or told.topic)
        if body := over.get(sentence.line_at(0), scene.body):
            yield from _labels(body, groups, sentence, told)
        if sentence.text.endswith(":"):
            pending = _pending(groups, sentence.text)
        elif pending is None:
            pending = _counted(groups, sentence.text)


def _seats(sentence: Span, parties: list[Party], topic: Mention | None, own: Mention | None) -> Iterator[Statement]:
    given = seats_given(sentence, parties, own) if own is not None and own.kind == BODY else ()
    for who, body, role in (*seats_in(sentence, parties, topic), *given):
        yield claim("SITS_ON", who, body, span=sentence, role=role, confidence=0.85)


def _headed(section: Section, own: Mention | None) -> Mention | None:
    """The other body that the heading of a section names, if it names one alone."""
    names = [name.text for name in find_names(section.title) if name.kind == BODY] if len(section.title.split()) < 13 else []
    return thing("Body", names[0]) if len(names) == 1 and not (own is not None and is_own(names[0], own)) else None


def _sentences(scene: Scene) -> Iterator[tuple[Section, Span, bool]]:
    """(section, sentence, whether it stands in a list or in a table's first cell) for the running text of a paper."""
    listed = {
        block.number for block in scene.document.blocks if block.kind in (Shape.ROW, Shape.BULLET) or _LISTED.match(block.text)
    }
    for section, sentence in scene.prose():
        if section.category not in ATTENDANCE or scene.meeting is None or sentence.text.endswith("."):
            yield section, sentence, sentence.line_at(0) in listed


def _groups(text: str, parties: list[Party]) -> list[tuple[Party, ...]]:
    """The parties side by side together: "the Panel and the Forum"."""
    groups: list[tuple[Party, ...]] = []
    for party in parties:
        beside = groups and _TOGETHER.fullmatch(text[groups[-1][-1].end : party.start] + " ")
        counted = groups and groups[-1][-1].several and text[groups[-1][-1].end :].startswith(",")
        if beside and not counted and (party.kind in _PERSONAL) == (groups[-1][-1].kind in _PERSONAL):
            groups[-1] = (*groups[-1], party)
        else:
            groups.append((party,))
    return groups


def _said(groups: list[tuple[Party, ...]], sentence: Span, told: Told) -> Iterator[Statement]:
    text = sentence.text
    listed = text.endswith(":") and any(party.several for group in groups for party in group)
    for at in range(1, len(groups)):
        before, after = groups[at - 1], groups[at]
        between = text[before[-1].end : after[0].start]
        if before[-1].several or after[0].several:
            yield from _enumerated(groups, at, sentence)
        how = relation(between)
        if how is None and _MOVE.search(text[: before[0].start]) and _TO.fullmatch(between):
            how = Relation("replaced_by", near=True)
        if how is None and (before[-1].kind, after[0].kind) == (UNIT, ORGANISATION) and _WITHIN.fullmatch(between):
            how = Relation("part_of", near=True)
        if how is None and before[-1].kind == BODY and after[0].kind == PERSON and _APPOSED.fullmatch(between):
            office = office_before(text[: before[0].start])
            how = Relation(office, near=True) if office else None
        if how is None or (listed and how.name != "led_by"):
            continue  # the list below tells whom it means
        if (
            how.name == "reports_to"
            and _ANY.search(text[: before[0].start])
            and before[-1].mention
            and told.is_class(before[-1].mention.label)
        ):
            continue
        after = tuple(map(told.holder, after)) if how.name in OFFICES and not how.turned else after
        if how.name in OFFICES and not how.turned and PERSON not in {p.kind for p in after}:
            after = next((g for g in groups[at + 1 :] if _HOLDER.search(text[: g[0].start])), after)
        beside = how.name in OFFICES and _BEHIND.match(between) is not None and _fits(how, before, after)
        first = (
            before if how.near or beside else next((g for g in _subjects(groups[:at], text) if _fits(how, g, after)), before)
        )
        leaders = told.posts_of(after) if how.name == "led_by" and {p.kind for p in first} == {UNIT} else ()
        yield from _claims(how, _meant(first, told), (*_meant(after, told), *leaders), sentence)


def _subjects(groups: list[tuple[Party, ...]], text: str) -> list[tuple[Party, ...]]:
    """What a sentence may say something of, the likeliest first: it begins anew behind "noted that the"."""
    anew = [at for at, (one, other) in enumerate(pairwise(groups), 1) if _THAT.search(text[one[-1].end : other[0].start])]
    said = groups[anew[-1] :] if anew else groups
    return [said[0], *reversed(said)]


def _senders(groups: list[tuple[Party, ...]], sentence: Span) -> Iterator[Statement]:
    """For whom somebody speaks: "Ann Hale of Wick Council", "Ben Moss (Wick Trust)"."""
    for before, after in pairwise(groups):
        who, whole = before[-1].mention, after[0].mention
        behind = sentence.text[before[-1].end : after[0].start] + "|" + sentence.text[after[0].end : after[0].end + 1]
        if who and whole and who.kind == PERSON and whole.kind == ORGANISATION and _SENT_BY.match(behind):
            for one in _together_sent(before, sentence.text) if behind.startswith(" from ") else [who]:
                yield claim("REPRESENTS", one, whole, span=sentence, confidence=0.8)


def _together_sent(group: tuple[Party, ...], text: str) -> list[Mention]:
    """Those who come from one organisation: all of a list that "and" ends, unless some are told to be elected and some are not."""
    people = [party.mention for party in group if party.mention is not None]
    joined = len(group) > 1 and re.search(r"\s(?:and|&)\s", text[group[-2].end : group[-1].start])
    sorts = {(who.kind, names_elected(split_honorific(who.label)[0])) for who in people}
    return people if joined and sorts in ({(PERSON, True)}, {(PERSON, False)}) else people[-1:]


_SENT_BY = re.compile(r"\s+(?:of|from|representing)\s+(?:the\s+)?\||\s*\((?:representing\s+)?(?:the\s+)?\|\)")
"""What stands between somebody and the organisation for which they speak, and right behind it."""


def _enumerated(groups: list[tuple[Party, ...]], at: int, sentence: Span) -> Iterator[Statement]:
    """What a sentence says of the bodies that it counts and then names: "is supported by three sub-groups: the Data Group and …"."""
    before, after, following = groups[at - 1], groups[at], groups[at + 1 :]
    if not following or not _NAMELY.fullmatch(sentence.text[after[-1].end : following[0][0].start]):
        return
    named = tuple(party.mention for group in following for party in group if party.mention and party.kind == BODY)
    how = _with_several(sentence.text[before[-1].end : after[0].start])
    other = tuple(party.mention for party in (before if after[0].several else after) if party.mention)
    if how is not None and other and len(named) > 1:
        yield from _claims(how, *((other, named) if after[0].several else (named, other)), sentence)


def _with_several(between: str) -> Relation | None:
    """The relation that words say of one thing and several: "has", "report to"."""
    return Relation("part_of", turned=True) if _HAS.fullmatch(between) else relation(between)


def _own_offices(groups: list[tuple[Party, ...]], sentence: Span, body: Mention | None) -> Iterator[Statement]:
    """Who holds an office of which no body is named: "The deputy chair is Ann Hale"."""
    for group in groups:
        elected = _ELECTED.match(sentence.text[group[-1].end :])
        won = office_of(elected["role"].lower()) if elected else ""
        if won in OFFICERS and body is not None and body.kind == BODY and group[-1].kind == PERSON and len(group) == 1:
            yield from _offices(won, (body,), tuple(p.mention for p in group if p.mention), sentence)
        found = _OFFICE_IS.search(sentence.text[: group[0].start])
        office = office_of(found["role"].lower()) if found else ""
        if found and office and body is not None and body.kind == BODY and group[0].kind == PERSON:
            yield from _offices(office, (body,), tuple(p.mention for p in group[:1] if p.mention), sentence)


def _labels(body: Mention, groups: list[tuple[Party, ...]], sentence: Span, told: Told) -> Iterator[Statement]:
    """What a line with a label says of the body under whose name it stands: "Reports to: …", "Sub-committees: …; …"."""
    if label := _LABEL.match(sentence.text):
        yield from _claims(Relation("reports_to"), (body,), _labelled(groups, sentence, label.end(), told), sentence)
    elif _PARTS.match(sentence.text):
        parts = tuple(p.mention for group in groups for p in group if p.mention is not None and p.kind == BODY)
        yield from _claims(Relation("part_of"), tuple(m for m in parts if m != body), (body,), sentence)


def _labelled(groups: list[tuple[Party, ...]], sentence: Span, end: int, told: Told) -> tuple[Mention, ...]:
    """What stands behind a label that ends at ``end``: "Reports to: the Board", "Reports to: Senate"."""
    if groups and groups[0][0].start <= end + 4:
        return _meant(groups[0], told)
    lone = sentence.text[end:].strip(" .").removeprefix("the ")
    return (thing("Body", lone),) if pairs("loaders", "lone_names").get(lone.lower()) == BODY else ()


def _meant(group: tuple[Party, ...], told: Told) -> tuple[Mention, ...]:
    """The things that a group means; "Both committees" are the two named last before it."""
    return tuple(m for party in group for m in (told.several(party) if party.several else (party.mention,)) if m is not None)


def _fits(how: Relation, first: tuple[Party, ...], second: tuple[Party, ...]) -> bool:
    """Whether a relation can hold between two groups by the kinds of things in them."""
    one, other = (second, first) if how.turned else (first, second)
    kinds, others = {p.kind for p in one}, {p.kind for p in other}
    if any(p.several for p in (*first, *second)):
        return True
    if how.name in OFFICES:
        return BODY in kinds and PERSON in others
    if how.name == "led_by":
        return bool(kinds & {UNIT, ORGANISATION, BODY}) and bool(others & {POST, PERSON})
    starts, ends = _ENDS[_LINKS[how.name]]
    return bool(kinds & set(starts)) and bool(others & set(ends))


def _pending(groups: list[tuple[Party, ...]], text: str) -> Pending | None:
    """What a sentence such as "Three panels report to the Board:" says of the list below it."""
    for before, after in pairwise(groups):
        how = relation(text[before[-1].end : after[0].start])
        if how is not None and (before[0].several or after[0].several):
            return Pending(how, before if after[0].several else after, bool(before[0].several))
    if groups and _BACK.search(text):
        return Pending(Relation("reports_to"), groups[0], listed_first=True)
    if groups and (how := relation(text[groups[-1][-1].end :].rstrip(":"))) is not None:
        return Pending(how, groups[0], listed_first=False)
    return None


def _counted(groups: list[tuple[Party, ...]], text: str) -> Pending | None:
    """What a sentence says of bodies that it counts, of which the paragraphs below tell: "The Board has two committees."."""
    for before, after in reversed(list(pairwise(groups))):
        how = _with_several(text[before[-1].end : after[0].start])
        several = after[0].several or before[-1].several
        count = pairs("loaders", "numbers").get(several.split()[0].lower(), "") if how is not None and several else ""
        if how is not None and count.isdecimal() and is_body(several.split()[-1].removesuffix("s")):
            return Pending(how, before if after[0].several else after, bool(before[-1].several), left=int(count))
    return None


def _related(pending: Pending, listed: tuple[Party, ...], sentence: Span) -> Iterator[Statement]:
    things = tuple(party.mention for party in listed[:1] if party.mention is not None)
    others = tuple(party.mention for party in pending.other if party.mention is not None)
    yield from _claims(pending.how, *((things, others) if pending.listed_first else (others, things)), sentence)


def _claims(how: Relation, first: tuple[Mention, ...], second: tuple[Mention, ...], sentence: Span) -> Iterator[Statement]:
    subjects, objects = (second, first) if how.turned else (first, second)
    if how.name in OFFICES:
        yield from _offices(how.name, subjects, objects, sentence)
    elif how.name == "led_by":
        yield from _led(subjects, objects, sentence)
    else:
        link = _LINKS[how.name]
        starts, ends = _ENDS[link]
        for one in [m for m in subjects if m.kind in starts]:
            for other in _of_both([m for m in objects if m.kind in ends], link):
                if _can(link, one, other):
                    yield claim(link, one, other, span=sentence, confidence=0.85)


def _of_both(objects: list[Mention], link: str) -> list[Mention]:
    """The things to which something stands in a relation: of several it is a part only where all are organisations that set it up."""
    joint = link == "PART_OF" and all(m.kind == ORGANISATION for m in objects)
    return objects if joint else objects[:1]


def _can(link: str, one: Mention, other: Mention) -> bool:
    if fold(one.label) == fold(other.label):
        return False
    if link == "REPLACED_BY":
        return one.kind == other.kind
    if link == "REPORTS_TO":
        return other.kind != POST or one.kind == POST
    return not (one.kind == BODY and other.kind == UNIT)


def _offices(office: str, bodies: tuple[Mention, ...], people: tuple[Mention, ...], sentence: Span) -> Iterator[Statement]:
    held = [who for who in people if who.kind == PERSON]
    for body in [m for m in bodies if m.kind == BODY][:1]:
        for who in held if office == "member" else held[:1]:
            yield claim("SITS_ON", who, body, span=sentence, role=office, confidence=0.9)


def _led(things: tuple[Mention, ...], leaders: tuple[Mention, ...], sentence: Span) -> Iterator[Statement]:
    """Who leads a body chairs it; a post that leads a unit heads it."""
    body = next((m for m in things[:1] if m.kind == BODY), None)
    who = next((m for m in leaders if m.kind == PERSON), None)
    post = next((m for m in leaders if m.kind == POST), None)
    if body is not None and who is not None and post is None:
        yield claim("SITS_ON", who, body, span=sentence, role="chair", role_text="led by", confidence=0.7)
    for unit in [m for m in things if m.kind in (UNIT, ORGANISATION)]:
        if post is not None:
            yield claim("HEADS", post, unit, span=sentence, confidence=0.85)
            yield claim("POST_IN", post, unit, span=sentence, basis="inferred", confidence=0.75)

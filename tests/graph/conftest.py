"""Papers written by hand, statement by statement, and papers made up at random."""

from hypothesis import settings
from hypothesis import strategies as st
from sederunt.graph.kinds import BODY
from sederunt.graph.model import Edge, Graph, Node
from sederunt.graph.statement import Evidence, Mention, Paper, Statement

unhurried = settings(deadline=None)

BOARD = "Aldermoor Learning Partnership Board"


class Draft:
    """A paper in the making; by default the minutes of one meeting of one body."""

    def __init__(self, path="minutes.txt", *, body=BOARD, date="2019-12-03", time="", title=""):
        self.path, self.date, self.title = path, date, title or f"Minutes {date}"
        self.body = body
        self.meeting = Mention(kind="Meeting", text="", section="this", body=body, date=date, time=time)
        self.statements: list[Statement] = []
        self.counts: dict[tuple[str, str], int] = {}
        if body:
            self.say("MEETING_OF", self.meeting, self.named(BODY, body))

    def say(self, link, subject, object=None, *, basis="stated", confidence=0.95, **values):
        line = len(self.statements) + 1
        evidence = Evidence(quote=f"words of line {line}", locator=f"line {line}", line=line)
        said = Statement(
            link=link, subject=subject, object=object, values=values, evidence=evidence, basis=basis, confidence=confidence
        )
        self.statements.append(said)
        return said

    def named(self, kind, text, section="prose", **more):
        count = self.counts.get((section, text), 0)
        self.counts[section, text] = count + 1
        return Mention(kind=kind, text=text, section=section, ordinal=count, **more)

    def name(self, kind, text, section="prose", values=None, **more):
        mention = self.named(kind, text, section, **more)
        self.say(None, mention, **(values or {}))
        return mention

    def person(self, text, section="prose", **more):
        return self.name("Person", text, section, **more)

    def present(self, text, role="", *, meeting=None, **more):
        mention = self.named("Person", text, "present", **more)
        self.say("ATTENDED", mention, meeting or self.meeting, **({"role": role} if role else {}))
        return mention

    def apologies(self, text, **more):
        mention = self.named("Person", text, "apologies", **more)
        self.say("SENT_APOLOGIES", mention, self.meeting)
        return mention

    def sits(self, who, body, role="member"):
        mention = self.named("Person", who, "members") if isinstance(who, str) else who
        self.say("SITS_ON", mention, self.named("Body", body), role=role)
        return mention

    def action(self, text, *owners):
        mention = self.name("Action", text, "actions")
        self.say("ARISING_FROM", mention, self.meeting)
        for owner in owners:
            self.say("ASSIGNED_TO", mention, self.named("Owner", owner, "actions"))
        return mention

    @property
    def paper(self):
        return Paper(
            path=self.path,
            title=self.title,
            format="text",
            sha256=f"{len(self.statements):064x}",
            date=self.date,
            statements=tuple(self.statements),
        )


def nodes(graph: Graph, label: str) -> list[Node]:
    return [n for n in graph.nodes if n.label == label]


def by_name(graph: Graph, name: str) -> Node:
    found = [n for n in graph.nodes if n.properties.get("name") == name]
    assert len(found) == 1, (name, found)
    return found[0]


def edges(graph: Graph, type_: str) -> list[Edge]:
    return [e for e in graph.edges if e.type == type_]


def pairs(graph: Graph, type_: str) -> set[tuple[str, str]]:
    names = {n.id: str(n.properties.get("name", "")) for n in graph.nodes}
    return {(names[e.start], names[e.end]) for e in graph.edges if e.type == type_}


_PEOPLE = (
    "Ann Hale",
    "Andrew Hale",
    "Andy Hale",
    "A Hale",
    "Mrs Hale",
    "Bryn ap Rhys",
    "Siân O'Dowd",
    "Michael McCoy",
    "Tom Reed",
)
_SHORT = ("Ann", "Andy", "AH", "Mick", "TR", "the Chair", "Mrs Hale", "ZQ", "Lowri", "Siân")
_BODIES = (BOARD, "Learning Partnership Board", "the Board", "Steering Group", "Fenwick Area Forum", "ALP Board", "Area Boards")
_PLACES = ("Aldermoor Council", "Finance", "Learning Services", "Fenwick School", "AC")
_OWNERS = (*_SHORT, "All", "Quadrant Chairs", "Vice Chairs", "Finance", "Headteacher", "whoever", "Tom Reed")
_WORDS = st.text(st.characters(exclude_categories=("C",)), max_size=12)
_DATES = st.sampled_from(("2019-12-03", "2020-01-14", "2020-02", ""))


_PATHS = st.sampled_from(("a.txt", "b.txt", "sub/a.txt", "c d.txt"))


@st.composite
def a_paper(draw, paths=_PATHS):
    """A paper of random claims that draw on few names, so that they meet."""
    own = draw(st.sampled_from(_BODIES))
    draft = Draft(draw(paths), body=own, date=draw(_DATES), time=draw(st.sampled_from(("", "10:00", "14:00"))))
    for step in draw(st.lists(st.sampled_from(sorted(_STEPS)), max_size=14)):
        _STEPS[step](draft, draw)
    return draft.paper


@st.composite
def some_papers(draw, size=4):
    """Papers at different paths."""
    papers = draw(st.lists(a_paper(), max_size=size))
    return list({paper.path: paper for paper in papers}.values())


def _pick(draw, options):
    return draw(st.sampled_from(options))


def _unit(draft, draw):
    within = _pick(draw, ("", "Aldermoor Council", "Learning Services", "AC"))
    unit = draft.name("Unit", _pick(draw, _PLACES), within=within)
    draft.say("PART_OF", unit, draft.named(_pick(draw, ("Organisation", "Unit")), _pick(draw, _PLACES)))


def _post(draft, draw):
    post = draft.named("Post", _pick(draw, ("Headteacher", "Director of Finance")), within=_pick(draw, ("", *_PLACES)))
    person = draft.named("Person", _pick(draw, _PEOPLE), "holders")
    draft.say("HOLDS", person, post, acting=draw(st.booleans()))
    draft.say("HEADS", post, draft.named("Unit", _pick(draw, _PLACES)))


def _meeting(draft, draw):
    body, date, time = _pick(draw, ("", *_BODIES)), draw(_DATES), _pick(draw, ("", "10:00", "14:00"))
    mention = draft.named("Meeting", draw(_WORDS), _pick(draw, ("planned", "mentioned")), body=body, date=date, time=time)
    draft.say(None, mention, venue=draw(_WORDS), status=_pick(draw, ("held", "planned", "cancelled")))


def _data(draft, draw):
    """Somebody whom data knows by an identifier."""
    mention = Mention(kind="Person", text=_pick(draw, _PEOPLE), section="data", key=_pick(draw, ("k1", "k2")))
    draft.say(None, mention, **_pick(draw, ({}, {"given_name": "Ann", "family_name": "Hale"})))
    draft.sits(mention, _pick(draw, _BODIES))


_STEPS = {
    "present": lambda d, draw: d.present(_pick(draw, _PEOPLE), _pick(draw, ("", "chair", "invited", "minutes"))),
    "apologies": lambda d, draw: d.apologies(_pick(draw, _PEOPLE)),
    "person": lambda d, draw: d.person(_pick(draw, (*_PEOPLE, *_SHORT)), initials=_pick(draw, ("", "", "AH"))),
    "member": lambda d, draw: d.sits(_pick(draw, _PEOPLE), _pick(draw, _BODIES), _pick(draw, ("member", "chair"))),
    "body": lambda d, draw: d.name(_pick(draw, ("Body", "Organisation", "Unit")), _pick(draw, (*_BODIES, *_PLACES))),
    "action": lambda d, draw: d.action(draw(_WORDS), _pick(draw, _OWNERS)),
    "data": _data,
    "unit": _unit,
    "post": _post,
    "meeting": _meeting,
}

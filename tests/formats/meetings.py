"""Invented meetings: who was there and as what, who was not, what was to be done by whom; the same from the same seed."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

_GIVEN = """Agnes Alun Anwen Bashir Beatrice Bryn Catrin Cecil Colette Daniel Devika Dilys Edmund Elspeth Farida Florence Gavin Geraint Hamid Hazel
    Ingrid Iwan Jasper Jocelyn Kamila Kenneth Lorna Lucjan Malcolm Marian Meera Neville Nuala Odette Olwen Philippa Quentin Rafiq Rowena Rupert Saira
    Sheila Stuart Tamsin Trevor Umar Ursula Vernon Winifred Yolanda Zubair""".split()
_FAMILY = """Ackroyd|Albion-Reed|Bannatyne|Barraclough|Bellamy|Bhatt|Carmody|Chaudhuri|Clutterbuck|Cottingham|de Vries|Dewhurst|Eckersley|El-Amin|Entwistle|Fairclough|
    Fenwick|Gallimore|Gathercole|Hepplewhite|Holroyd|Ingleby|Jagger|Kilbride|Lathbury|Ludlow|MacInnes|McGarry|Micklethwaite|Mistry|Nuttall|O'Hara|O’Rourke|Ormerod|Oyelaran|
    Pemberton|Pettigrew|Quarmby|Rahimi|Ravenscroft|Rostron|Satterthwaite|Sidebottom|Szabo|Tattersall|Thackeray|Tremlett|Twentyman|van Houten|Wadsworth|Wolstenholme|Yeardley""".split(
    "|"
)
_COUNCILS = "Ambleford Town|Brackenholm Borough|Coldwater District|Dunmere City|Eastholt Parish|Farnley Moor Town|Garth Valley Borough".split(
    "|"
)
_BODIES = """Planning Committee|Finance and General Purposes Committee|Licensing Panel|Harbour Board|Climate Change Working Group|Audit Committee|Health and Wellbeing Board|
    Scrutiny Committee|Parks, Leisure & Culture Committee|Schools Forum|Community Safety Partnership|Personnel Sub-Committee""".split(
    "|"
)
_POSTS = """Head of Housing|Monitoring Officer|Finance Manager|Director of Environment|Senior Planning Officer|Solicitor|Head of Legal and Democratic Services|Chief Executive|
    Parks Manager|Principal Engineer|Assistant Director – Regeneration|Policy Officer""".split("|")
_VENUES = (
    "Council Chamber, Town Hall|Committee Room 2, Civic Centre|Reading Room|Guildhall, Market Street|Sea Cadet Hall".split("|")
)
_TOPICS = "Budget monitoring|Allotment rents|Flood defences|Air quality|Play areas|Market stalls|Street lighting|Library hours|Car park charges".split(
    "|"
)
_TASKS = """write to the county council about the footpath|obtain three quotes for the roof|bring a report on bus shelters to the next meeting|circulate the revised budget|
    arrange a site visit to the old mill|check the terms of the lease|invite the drainage board to speak|publish the results of the survey|draft a reply to the residents|
    update the register of assets|contact the insurers about the wall""".split("|")


@dataclass(frozen=True)
class Attendee:
    """Somebody named as there or not. ``part``: chair, vice-chair, member, substitute, officer, clerk or observer."""

    key: str
    name: str
    honorific: str
    part: str
    status: str = "present"
    post: str = ""
    instead_of: str = ""
    """Whom a substitute stands for, as printed."""

    @property
    def printed(self) -> str:
        """The name as papers print it."""
        return f"{self.honorific} {self.name}".strip()

    @property
    def short(self) -> str:
        """The name as running text prints it."""
        return f"{self.honorific} {self.name.partition(' ')[2]}" if self.honorific else self.name


@dataclass(frozen=True)
class Task:
    """Something to be done."""

    text: str
    owner: Attendee
    due: str


@dataclass
class Meeting:
    """One meeting, those named at it in the order of papers, and what it left to do."""

    council: str
    body: str
    day: date
    venue: str
    people: list[Attendee] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)

    def those(self, *parts: str, status: str = "present") -> list[Attendee]:
        """Those of some parts who came, or who did not."""
        return [one for one in self.people if one.part in parts and one.status == status]


def spoken(day: date) -> str:
    """A day in words: Tuesday 4 March 2025."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


class _Maker:
    def __init__(self, rng: Random) -> None:
        self.rng, self.families, self.count = rng, rng.sample([name.strip() for name in _FAMILY], 30), 0
        self.councillors = rng.random() < 0.75

    def person(self, part: str, status: str = "present", post: str = "", instead_of: str = "") -> Attendee:
        self.count += 1
        given = self.rng.choice(_GIVEN)
        seated = part in ("chair", "vice-chair", "member", "substitute")
        honorific = "Cllr" if seated and self.councillors else self.rng.choice(("", "", "Mr", "Mrs", "Ms", "Dr"))
        return Attendee(f"p{self.count}", f"{given} {self.families[self.count]}", honorific, part, status, post, instead_of)


def meeting(seed: int) -> Meeting:
    """A meeting, always the same from the same seed."""
    rng = Random(f"meeting {seed}")
    maker = _Maker(rng)
    day = date(2019, 1, 7) + timedelta(days=rng.randrange(2000))
    found = Meeting(
        f"{rng.choice(_COUNCILS)} Council", rng.choice(_BODIES).strip(), day, rng.choice(_VENUES), topics=rng.sample(_TOPICS, 3)
    )
    away = [maker.person("member", "apologies") for _ in range(rng.randint(0, 3))]
    people = [maker.person("chair")]
    people += [maker.person("vice-chair")] if rng.random() < 0.7 else []
    people += [maker.person("member") for _ in range(rng.randint(2, 7))]
    people += [maker.person("substitute", instead_of=away[0].printed)] if away and rng.random() < 0.5 else []
    people += away + [maker.person("member", "absent") for _ in range(rng.choice((0, 0, 1, 2)))]
    people += [maker.person("officer", post=post.strip()) for post in rng.sample(_POSTS, rng.randint(1, 4))]
    people += [maker.person("clerk", post="Clerk")]
    people += [maker.person("observer") for _ in range(rng.choice((0, 0, 1, 2)))]
    found.people = people
    there = found.those("chair", "member", "officer")
    for text in rng.sample(_TASKS, rng.randint(1, 3)):
        due = day + timedelta(days=rng.randint(10, 60))
        found.tasks.append(Task(text.strip(), rng.choice(there), f"{due.day} {due:%B} {due.year}"))
    return found


_PARTS = {"chair": "chair", "vice-chair": "vice-chair", "clerk": "minutes", "observer": "observer", "substitute": "deputy"}


def gold(held: Meeting, document: str = "", *, tasks: bool = True) -> dict[str, Any]:
    """The facts of a meeting as the measure wants them."""
    attendance = [
        {
            "meeting": "m1",
            "person": one.key,
            "status": one.status,
            "role": _PARTS.get(one.part) if one.status == "present" else None,
        }
        for one in held.people
    ]
    return {
        "document": document,
        "people": [{"id": one.key, "name": one.name} for one in held.people],
        "bodies": [{"id": "b1", "name": held.body}],
        "organisations": [{"id": "o1", "name": held.council}],
        "meetings": [{"id": "m1", "body": "b1", "date": held.day.isoformat(), "status": "held"}],
        "attendance": attendance,
        "holds": [{"person": one.key, "post": one.post} for one in held.those("officer")] + _clerks(held),
        "actions": [{"meeting": "m1", "text": one.text, "owners": [one.owner.key]} for one in held.tasks] if tasks else [],
    }


def _clerks(held: Meeting) -> list[dict[str, Any]]:
    """Who takes the minutes may be said to hold a post, by the words that papers have for it."""
    titles = ("Clerk", "Clerk to the Council")
    return [{"person": one.key, "post": title, "certain": False} for one in held.those("clerk") for title in titles]

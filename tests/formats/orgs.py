"""Invented organisations: posts in a tree, with holders, vacancies, acting holders, several seats, assistants; the same from the same seed."""

from dataclasses import dataclass, field
from random import Random

_FIELDS = {
    "council": """Housing|Parks & Open Spaces|Legal, Democratic and Electoral Services|Children, Families and Education|Highways and Transport|Revenues & Benefits|
        Public Health|Economy, Culture & Skills|Waste and Recycling|Digital|Adult Social Care|Planning|Building Control|Libraries|Human Resources|Finance|Procurement|
        Customer Services|Environmental Health|Regeneration|Communities|Property (Operational Estate)|Facilities|Licensing|Audit and Risk|Leisure & Sport|Early Help|
        Coastal Protection|Fleet|Information Governance|Street Scene|Homelessness|Schools Admissions|Trading Standards|Emergency Planning|Internal Communications""",
    "health": """Nursing|Emergency Medicine|Estates and Facilities|Quality & Safety|Pharmacy|Therapies|Women's and Children's Health|Mental Health|Research & Development|
        Information|Workforce|Patient Experience|Infection Prevention|Primary Care|Radiology|Theatres and Anaesthetics|Surgery|Pathology|Community Services|Finance""",
    "department": """Strategy|Analysis|International|Policy, Delivery and Reform|Digital, Data & Technology|Commercial|Communications|Security|Finance|People|
        Local Growth|Borders|Science|Energy Markets|Regulation|Water|Marine|Trade (Europe)|Rail|Statistics|Private Office|Parliamentary Business""",
    "college": """Admissions|Student Experience|Library Services|Research|Sciences|Arts and Humanities|Engineering & Computing|Estates|Marketing|Quality Assurance|
        Finance|Apprenticeships|Sixth Form|Inclusion|Curriculum|Careers|Widening Participation|Alumni Relations|Health and Life Sciences""",
    "service": """Operations|Prevention|Protection|Training|Neighbourhood Policing|Response|Control Room|Professional Standards|Fleet|Community Safety|Roads Policing|
        Intelligence|Crime|Justice|Forensics|Water Rescue|Risk and Resilience|Data & Performance""",
}
_TOPS = {
    "council": "Chief Executive|Managing Director|Town Clerk|Chief Executive and Head of Paid Service|Corporate Director, {f}|Director of {f}|Strategic Director – {f}",
    "health": "Chief Executive|Accountable Officer|Medical Director|Chief Operating Officer|Managing Director|Director of {f}",
    "department": "Permanent Secretary|Director General, {f}|Director General {f}|Chief Executive|Director, {f}",
    "college": "Principal|Vice-Chancellor|Principal and Chief Executive|Registrar|Headteacher|Provost|Dean of {f}",
    "service": "Chief Fire Officer|Chief Constable|Deputy Chief Constable|Assistant Chief Constable ({f})|Chief Fire Officer & Chief Executive",
}
_MIDDLE = {
    "council": "Director of {f}|Head of {f}|Assistant Director, {f}|Assistant Director – {f}|Assistant Director ({f})|Service Director {f}|Head of Service – {f}|Director for {f}|"
    "Monitoring Officer|Section 151 Officer|Chief Finance Officer|Assistant Chief Executive|Corporate Manager – {f}|Service Manager, {f}|{f} Manager|Interim Head of {f}",
    "health": "Director of {f}|Deputy Director of {f}|Chief Nurse|Associate Director – {f}|Divisional Manager, {f}|Clinical Lead for {f}|Head of {f}|Deputy Medical Director|General Manager – {f}",
    "department": "Director, {f}|Deputy Director, {f}|Director of {f}|Deputy Director {f}|Head of {f}|Chief Scientific Adviser|Chief Economist|Director – {f}|Head of {f} Unit",
    "college": "Vice Principal|Vice Principal, {f}|Pro Vice-Chancellor ({f})|Dean of {f}|Deputy Headteacher|Director of {f}|Head of {f}|Assistant Principal – {f}|Bursar|Deputy Registrar",
    "service": "Assistant Chief Officer|Area Commander|Chief Superintendent, {f}|Assistant Chief Fire Officer|Area Manager – {f}|Head of {f}|Group Manager ({f})|Director of {f}",
}
_LOWER = {
    "council": "{f} Officer|Senior {f} Officer|{f} Team Leader|Team Leader – {f}|Principal Planner|Business Support Officer|{f} Adviser|Project Manager|Project Manager ({f})|"
    "Administrator|Solicitor|Senior Accountant|Principal Engineer|{f} Assistant|Caretaker|Social Worker|Policy Officer|{f} Co-ordinator|Area Surveyor|Finance Business Partner",
    "health": "Matron|Ward Manager|{f} Manager|Lead Nurse, {f}|Consultant|Practice Manager|Senior Physiotherapist|{f} Officer|Team Leader|Business Partner – {f}|Specialist Nurse|Administrator",
    "department": "Policy Adviser|Senior Policy Adviser, {f}|Private Secretary|Statistician|{f} Lead|Project Manager|Programme Manager, {f}|Economist|Executive Officer|Analyst|Grade 7 Lawyer",
    "college": "Lecturer|Senior Lecturer|{f} Officer|Head of Year|Programme Leader, {f}|Laboratory Technician|Student Adviser|Librarian|Administrator|{f} Co-ordinator|Examinations Officer",
    "service": "Station Manager|Watch Manager|Superintendent|Inspector|{f} Officer|Group Commander|Chief Inspector, {f}|Analyst|Crew Manager|Community Safety Adviser|Fire Safety Inspector",
}
_ASSISTANTS = "Executive Assistant|PA to the {t}|Personal Assistant|Business Manager|Executive Support Officer|Chief of Staff"
_GIVEN = """Aisha Amelia Andrzej Angharad Anil Aoife Arjun Beatriz Bronwen Callum Carys Chidi Chloë Ciarán Dafydd Deepa Dylan Eilidh Elif Emeka Fatima Femi Fiona Folake Gareth
    Gethin Giorgos Grace Grzegorz Gwen Hannah Harpreet Hiroshi Ifeanyi Imran Ioana Jamal Jean-Luc Jian Joanna Kamal Katarzyna Kwame Lakshmi Leila Liam Magda Mairi Marek Mei Moira Nadia
    Ngozi Niamh Nikhil Oluwaseun Omar Owain Padraig Parveen Priya Rajesh Rhodri Róisín Sanjay Sean Shabnam Siân Sinéad Siobhan Sunita Tariq Temitope Tomasz Usha Victoria Wai-Ling
    Wojciech Yasmin Yetunde Zanele Zofia Peter Susan Michael Julie David Karen Alan Janet Stephen Claire Mark Helen Robert Emma""".split()
_FAMILY = """Abernethy|Adeyemi|Ahmed|Akhtar|Banerjee|Begum|Blackwood|Bogdanowicz|Brankovic|Chaudhry|Chukwu|Cruickshank|Da Silva|Dalgleish|Davies|de Souza|Demetriou|Desai|Dhillon|
    Evans-Pugh|Fairweather|Farooq|Fernandes|Fitzgerald|Fothergill|Garvie|Ghosh|Gill|Goldsborough|Griffiths|Gunawardena|Haddad|Hargreaves|Hussain|Ibrahim|Iqbal|Jankowska|Jayawardene|
    Kaur|Kavanagh|Kowalczyk|Kumar|Lindqvist|Llewellyn|Mac Giolla|MacAskill|Mahmood|Marchetti|McAllister|McGonigle|Mensah|Mukherjee|Murphy|Ng|Nowak|Nwosu|O'Callaghan|O’Dowd|Okafor|
    Olufemi|Osei|Papadopoulos|Patel|Penhaligon|Prendergast|Quigley|Rahman|Ramaswamy|Rhys-Jones|Ruiz|Sandhu|Sharma|Siddiqui|Smythe|St Clair|Strachan|Szymanski|Tan|Thistlethwaite|
    Tregenza|Ul-Haq|van der Berg|Vaughan|Wheelwright|Wójcik|Wong|Yusuf|Zhang|Smith|Jones|Taylor|Brown|Wilson|Hall|Green|Baker|Cook|Young|King|Reed|Bell|Marsh|Wood""".split(
    "|"
)
_HONORIFICS = ("", "", "", "", "", "", "Dr ", "Prof ", "Mr ", "Mrs ", "Ms ", "Cllr ")


@dataclass(frozen=True)
class Holder:
    """Somebody in a seat; ``printed`` with honorific."""

    name: str
    honorific: str = ""
    acting: bool = False

    @property
    def printed(self) -> str:
        """The name as papers print it."""
        return f"{self.honorific}{self.name}"


@dataclass
class Post:
    """A post: ``above`` is the place of its manager's in the organisation, None at the top. Each seat has a holder or None."""

    title: str
    above: int | None
    seats: list[Holder | None]
    assistant: bool = False
    level: int = 0


@dataclass
class Org:
    """Its posts in the order of a list that goes down each branch in turn; ``units`` name directorates by the places of their heads."""

    name: str
    posts: list[Post] = field(default_factory=list)
    units: dict[int, str] = field(default_factory=dict)

    def below(self, at: int | None) -> list[int]:
        """The posts right below one."""
        return [one for one, post in enumerate(self.posts) if post.above == at]

    def branch(self, at: int) -> int:
        """The post at the head of the branch in which this one is: right below the top, or the top."""
        while (above := self.posts[at].above) is not None and self.posts[above].above is not None:
            at = above
        return at


@dataclass(frozen=True)
class Wish:
    """What an organisation may have."""

    most: int = 18
    fewest: int = 7
    deepest: int = 3
    widest: int = 4
    doubles: bool = True
    """Whether one title may stand under two managers."""
    seats: bool = True
    """Whether a post may have several seats."""
    assistants: bool = False
    vacancies: bool = True
    acting: bool = True
    unheld: float = 0.0
    """The share of posts of which no holder is told."""


class _Maker:
    def __init__(self, rng: Random, wish: Wish) -> None:
        self.rng, self.wish = rng, wish
        self.kind = rng.choice(list(_FIELDS))
        self.fields = [" ".join(one.split()) for one in _FIELDS[self.kind].split("|")]
        rng.shuffle(self.fields)
        self.titles: dict[str, set[int | None]] = {}
        self.names: set[str] = set()

    def title(self, pattern_list: str, above: int | None) -> str:
        """A title nobody else below this manager has, nor anybody at all where that must not be."""
        patterns = pattern_list.split("|")
        for attempt in range(200):
            pattern = self.rng.choice(patterns)
            title = pattern.replace("{f}", self.fields[self.rng.randrange(len(self.fields))])
            taken = self.titles.get(title, set())
            plain = "{f}" not in pattern and self.wish.doubles and len(taken) < 3
            if title.startswith("Interim") or above in taken or (taken and not plain and attempt < 199) or self._near(title):
                continue
            self.titles.setdefault(title, set()).add(above)
            return title
        raise AssertionError("no title is left")

    def _near(self, title: str) -> bool:
        """Whether another title has the same words but for marks, which no gold could tell apart."""
        bare = "".join(c for c in title.lower() if c.isalnum())
        return any("".join(c for c in one.lower() if c.isalnum()) == bare for one in self.titles if one != title)

    def person(self) -> Holder:
        while True:
            name = f"{self.rng.choice(_GIVEN)} {' '.join(self.rng.choice(_FAMILY).split())}"
            if self.rng.random() < 0.08:
                name = f"{name.split(maxsplit=1)[0]} {self.rng.choice('ABCDEFGHJKLMRST')} {name.partition(' ')[2]}"
            if name.split()[-1] not in self.names:
                self.names.add(name.split()[-1])
                return Holder(name, self.rng.choice(_HONORIFICS[:-1]))

    def seats(self, lower: bool) -> list[Holder | None]:
        roll = self.rng.random()
        if self.wish.seats and lower and roll < 0.12:
            many = self.rng.randint(2, 4)
            return [self.person() for _ in range(self.rng.choice((0, many)))] or [None] * many
        if self.wish.vacancies and roll < 0.22:
            return [None]
        holder = self.person()
        return [Holder(holder.name, holder.honorific, acting=self.wish.acting and self.rng.random() < 0.1)]


def organisation(seed: int, wish: Wish = Wish()) -> Org:
    """An organisation, always the same from the same seed."""
    rng = Random(f"org {seed}")
    maker = _Maker(rng, wish)
    org = Org(f"{rng.choice(('Penmoor', 'Aldwick', 'Strathorrin', 'Llanfechan', 'Ballydarragh', 'Wexcombe'))} {maker.kind}")
    wanted = rng.randint(wish.fewest, wish.most)
    org.posts.append(Post(maker.title(_TOPS[maker.kind], None), None, maker.seats(lower=False)))
    tree: dict[int, list[int]] = {0: []}
    while len(org.posts) < wanted:
        open_posts = [
            at
            for at, post in enumerate(org.posts)
            if post.level < wish.deepest and len(tree[at]) < wish.widest and not post.assistant and len(post.seats) == 1
        ]
        above = rng.choice(open_posts) if len(tree[0]) >= 2 and open_posts else 0
        level = org.posts[above].level + 1
        if level == 1 and len(tree[0]) >= wish.widest and not open_posts:
            break
        patterns = _MIDDLE if level == 1 or (level == 2 and rng.random() < 0.3) else _LOWER
        tree[above].append(len(org.posts))
        tree[len(org.posts)] = []
        post = Post(maker.title(patterns[maker.kind], above), above, maker.seats(lower=level > 1), level=level)
        org.posts.append(post)
    if wish.assistants:
        for above in (0, *tree[0][:1]):
            title = maker.title(_ASSISTANTS.replace("{t}", org.posts[above].title), above)
            tree[above].insert(0, len(org.posts))
            tree[len(org.posts)] = []
            org.posts.append(Post(title, above, maker.seats(lower=False), assistant=True, level=org.posts[above].level + 1))
    for post in org.posts:
        if rng.random() < wish.unheld and len(post.seats) == 1:
            post.seats = []
    ordered = _down(org, tree)
    for at in ordered.below(0):
        ordered.units[at] = f"{rng.choice(maker.fields)} {rng.choice(('Directorate', 'Division', 'Department', 'Service'))}"
    return ordered


def _down(org: Org, tree: dict[int, list[int]]) -> Org:
    """The organisation with its posts in the order of its branches."""
    order: list[int] = []

    def visit(at: int) -> None:
        order.append(at)
        for one in tree[at]:
            visit(one)

    visit(0)
    place = {old: new for new, old in enumerate(order)}
    posts = [org.posts[old] for old in order]
    for post in posts:
        post.above = None if post.above is None else place[post.above]
    return Org(org.name, posts)


def gold(org: Org, document: str = "") -> dict[str, object]:
    """The facts of an organisation as the measure wants them."""
    people, holds, posts = [], [], []
    for at, post in enumerate(org.posts):
        row = {"id": f"p{at}", "title": post.title, "seats": max(1, len(post.seats))}
        posts.append(row if post.above is None else row | {"reports_to": f"p{post.above}"})
        for number, holder in enumerate(post.seats):
            if holder is not None:
                people.append({"id": f"h{at}.{number}", "name": holder.name})
                holds.append({"person": f"h{at}.{number}", "post": post.title, "acting": holder.acting})
    return {"document": document, "people": people, "posts": posts, "holds": holds}

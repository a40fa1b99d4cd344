"""Graphs of made-up towns of any size, the same each time: people on bodies, posts in units, few links from town to town."""

from collections.abc import Iterator
from random import Random

from sederunt.graph.model import Edge, Graph, Node

_GIVEN = "Ann Ben Cara Dai Ewa Finn Gwen Hal Ines Jon Kath Liam Mair Ned Olga Per".split()
_FAMILY = [
    a + b for a in "Ash Black Carr Dun Elm Fair Green Hart".split() for b in "by combe field ford ley ton wick worth".split()
]
_PLACES = [
    a + b for a in "Alder Brock Cold Dun Esk Fern Gil Holm Kirk Lang".split() for b in "by bourne dale gate ham wold".split()
]
_SUBJECTS = "Audit Budget Care Schools Harbour Highways Housing Licensing Parks Planning Scrutiny Waste".split()
_FORMS = ("Board", "Committee", "Forum", "Panel", "Working Group")
_TITLES = "Director Head Manager Officer Adviser Clerk".split()
_PEOPLE, _BODIES, _POSTS = 0.7, 0.14, 0.12
_TOWN = 400
"""About so many things are in one town."""

Link = tuple[str, str, str]


def towns(things: int, links: int, seed: int = 1) -> Graph:
    """So many people, bodies, posts, units and organisations with so many links; some bodies have many people, most have few."""
    random = Random(seed)
    count = max(1, round(things / _TOWN))
    nodes: list[Node] = []
    members = [
        _Town(random, nodes, number, things * (number + 1) // count - things * number // count) for number in range(count)
    ]
    found: dict[Link, None] = {link: None for town in members for link in town.posts()}
    while len(found) < links:
        town = random.choice(members)
        elsewhere = random.choice(members) if random.random() < 0.04 else town
        found[random.choice(town.people), "SITS_ON", elsewhere.body()] = None
    return Graph(nodes=nodes, edges=[_edge(random, number, link) for number, link in enumerate(found)])


class _Town:
    def __init__(self, random: Random, nodes: list[Node], number: int, things: int) -> None:
        self.random = random
        self.place = f"{_PLACES[number % len(_PLACES)]}{'' if number < len(_PLACES) else f' {number // len(_PLACES) + 1}'}"
        people, bodies, posts = (max(1, round(things * share)) for share in (_PEOPLE, _BODIES, _POSTS))
        units = max(1, things - people - bodies - posts - 1)
        self.council = self._thing(nodes, "Organisation", number, 0, f"{self.place} Council")
        self.people = [self._thing(nodes, "Person", number, each, self._name()) for each in range(people)]
        self.bodies = [self._thing(nodes, "Body", number, each, self._body(each)) for each in range(bodies)]
        self.units = [
            self._thing(nodes, "Unit", number, each, f"{random.choice(_SUBJECTS)} Service {each + 1}") for each in range(units)
        ]
        self.seats = [self._thing(nodes, "Post", number, each, f"{random.choice(_TITLES)} {each + 1}") for each in range(posts)]

    def _name(self) -> str:
        return f"{self.random.choice(_GIVEN)} {self.random.choice('ABCDEFGHJKLM')}. {self.random.choice(_FAMILY)}"

    def _body(self, each: int) -> str:
        return f"{self.place} {self.random.choice(_SUBJECTS)} {self.random.choice(_FORMS)} {each + 1}"

    def _thing(self, nodes: list[Node], label: str, town: int, number: int, name: str) -> str:
        own = {"name": name, "aliases": []}
        more = {"Person": {"initials": [], "partial": False}, "Post": {"seats": 1}}
        nodes.append(Node(id=f"{label.lower()}:{town}-{number}", label=label, properties=own | more.get(label, {})))
        return nodes[-1].id

    def body(self) -> str:
        """One of its bodies, the first of them more often."""
        return self.bodies[int(len(self.bodies) * self.random.random() ** 2.5)]

    def posts(self) -> Iterator[Link]:
        """Who holds which post in which unit."""
        for unit in self.units:
            yield unit, "PART_OF", self.council
        for number, post in enumerate(self.seats):
            yield post, "POST_IN", self.units[number % len(self.units)]
            yield self.random.choice(self.people), "HOLDS", post
            if number:
                yield post, "REPORTS_TO", self.seats[(number - 1) // 4]


def _edge(random: Random, number: int, link: Link) -> Edge:
    start, type_, end = link
    year = 2010 + number % 14
    own = {
        "quote": f"{random.choice(_GIVEN)} {random.choice(_FAMILY)} was present for the whole of item {number}",
        "source": f"Minutes of {1 + number % 28} May {year}, line {number % 400}",
        "statements": [],
        "basis": "stated" if number % 5 else "inferred",
        "confidence": 0.9,
        "first_seen": f"{year}-05-{1 + number % 28:02}",
        "last_seen": f"{year + number % 3}-05-{1 + number % 28:02}",
    }
    more = {"SITS_ON": {"role": "chair" if number % 9 == 0 else "member"}, "HOLDS": {"acting": False}}
    return Edge(type=type_, start=start, end=end, properties=own | more.get(type_, {}))

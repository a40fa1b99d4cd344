"""An invented country as Popolo, a file for each council: the same people, bodies and meetings for the same number of councils.

python benchmarks/country.py FOLDER [NUMBER]      number of councils; 400, the whole country, if none is given

The whole country has 200,000 people, 20,000 bodies, 50,000 meetings and over a million facts. A council has 500 people on 50 bodies,
with 125 meetings of twelve who came, and a staff of 40 posts in ten units; every tenth of its people sits on a body of the next
council too, by an identifier that both files use.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

COUNCILS = 400
PEOPLE, BODIES, SITTINGS, CAME, SEATS = 500, 50, 125, 12, 20
UNITS, POSTS = 10, 40
_GIVEN = (
    "Ada Alun Amy Ann Asha Ben Beth Bryn Cara Carys Dai Dan Della Dev Edie Elin Emrys Ewa Fay Finn Flora Gareth Gwen Hal Hanna "
    "Idris Ines Iona Ivor Jack Jon Kath Kofi Lena Liam Lloyd Mair Mark Meera Mona Ned Nell Nia Noor Olga Owen Per Petra Rhys Rosa "
    "Ruth Sam Sian Tariq Tess Tom Una Vera Wyn Zoe"
).split()
_BEGIN = (
    "Ack Al Ash Bar Bex Birk Brad Cal Carr Clay Cor Dal Dun Ed Elm Far Fen Gar Gran Hal Hart Hol Ing Kel Kirk Lan Lin Mel Mor Nor Os "
    "Pen Quen Ras Roth Sel Stan Thorn Tol Ux Wal Wen Whit Yar"
).split()
_MIDDLE = "a e er ing le mar o ring s ter tin y".split()
_END = "beck bury by combe croft dale den field ford gate ham ley more ridge sett shaw thorpe ton ville wick worth".split()
_TOPICS = (
    "Audit Children Culture Energy Fire Harbour Health Highways Housing Leisure Licensing Markets Parks Planning Waste".split()
)
_KINDS = "Board Committee Forum Panel Partnership".split()
_ROLES = ("chair", "vice-chair")


def councils(number: int = COUNCILS) -> Iterator[tuple[str, dict[str, Any]]]:
    """The names of the files of so many councils, each with what stands in it."""
    for council in range(number):
        yield f"council-{council:03}.json", a_council(council, number)


def a_council(council: int, number: int = COUNCILS) -> dict[str, Any]:
    """The people, bodies, meetings, staff and memberships of one council out of so many."""
    random, own = Random(f"council {council}"), f"council-{council:03}.example"
    before = (council - 1) % number
    guests = list(range(0, PEOPLE, 10)) if before != council else []
    persons = [*(_person(council, at) for at in range(PEOPLE)), *(_person(before, at) for at in guests)]
    ids = [person["id"] for person in persons]
    seated = {at: random.sample(ids, SEATS) for at in range(BODIES)}
    for at, guest in enumerate(ids[PEOPLE:]):
        seated[at % BODIES].append(guest)
    staff = random.sample(ids[:PEOPLE], POSTS)
    return {
        "persons": persons,
        "organizations": [*_bodies(council, own), *_units(council, own)],
        "posts": [_post(own, at) for at in range(POSTS)],
        "memberships": [
            *_seats(seated, own, random),
            *({"person_id": who, "post_id": f"{own}/post/{at}"} for at, who in enumerate(staff)),
        ],
        "events": [_sitting(seated, own, at, random) for at in range(SITTINGS)],
    }


def town(council: int) -> str:
    """What the place of a council is called."""
    random = Random(f"town {council}")
    return f"{_BEGIN[council % len(_BEGIN)]}{_MIDDLE[council // len(_BEGIN) % len(_MIDDLE)]}{random.choice(_END)}"


def _person(council: int, at: int) -> dict[str, str]:
    random = Random(f"person {council} {at}")
    family = f"{random.choice(_BEGIN)}{random.choice(_MIDDLE)}{random.choice(_END)}"
    name = f"{random.choice(_GIVEN)} {random.choice(_GIVEN)} {family}"
    return {"id": f"country.example/person/{council:03}-{at:03}", "name": name}


def _bodies(council: int, own: str) -> Iterator[dict[str, str]]:
    yield {"id": own, "name": f"{town(council)} Borough Council", "classification": "local authority"}
    for at in range(BODIES):
        name = f"{town(council)} {_TOPICS[at % len(_TOPICS)]} {_KINDS[at // len(_TOPICS)]}"
        parent = own if at < len(_TOPICS) else f"{own}/body/{at % len(_TOPICS)}"
        yield {"id": f"{own}/body/{at}", "name": name, "classification": "committee", "parent_id": parent}


def _units(council: int, own: str) -> Iterator[dict[str, str]]:
    for at in range(UNITS):
        name = f"{town(council)} {_TOPICS[at]} Service"
        yield {"id": f"{own}/unit/{at}", "name": name, "classification": "department", "parent_id": own}


def _post(own: str, at: int) -> dict[str, str]:
    title = f"Head of {_TOPICS[at]}" if at < UNITS else f"{_TOPICS[at % UNITS]} Officer {at // UNITS}"
    return {"id": f"{own}/post/{at}", "label": title, "organization_id": f"{own}/unit/{at % UNITS}"}


def _seats(seated: dict[int, list[str]], own: str, random: Random) -> Iterator[dict[str, str]]:
    for body, people in seated.items():
        for at, person in enumerate(people):
            role = _ROLES[at] if at < len(_ROLES) else "member"
            start = f"{random.randrange(2012, 2022)}-05-01"
            yield {"person_id": person, "organization_id": f"{own}/body/{body}", "role": role, "start_date": start}


def _sitting(seated: dict[int, list[str]], own: str, at: int, random: Random) -> dict[str, Any]:
    body, number = at % BODIES, at // BODIES
    day = f"{2022 + number // 10}-{number % 10 + 1:02}-{body % 28 + 1:02}"
    came = random.sample(seated[body], CAME)
    return {
        "id": f"{own}/meeting/{at}",
        "name": "Ordinary meeting",
        "organization_id": f"{own}/body/{body}",
        "start_date": day,
        "location": "Town Hall",
        "attendees": [{"id": who} for who in came],
    }


def write(folder: Path, number: int = COUNCILS) -> None:
    """Write the files of so many councils."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, told in councils(number):
        (folder / name).write_text(json.dumps(told, indent=0), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else COUNCILS)

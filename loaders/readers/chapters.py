"""Who sits on each of the bodies of a page on governance, and to which of them it reports, as the labels below its name say.

Source: governance handbooks: "3.1 Audit Committee", then "Chair: Ann Hale", "Members: Ben Moss, Cat Dunn", "Reports to: Council".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.lists import entries
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, thing, title_claims
from sederunt.loaders.layout.chapters import COME, POST, RUN, SEATS, Chapter, Field
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.seats import is_vacant
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.sentences.relations import office_of

STAGE = LISTS


def read(scene: Scene) -> Iterable[Statement]:
    """The bodies of the page's chapters, those who sit on them, and what they report to."""
    bodies = [thing("Body", chapter.name.text, "members") for chapter in scene.chapters]
    for chapter, body in zip(scene.chapters, bodies, strict=True):
        yield names_thing(body, chapter.name)
        yield from _seats(chapter, body)
        for field in chapter.fields:
            if field.kind == "reports_to":
                yield from _upper(field, body, bodies)


def _seats(chapter: Chapter, body: Mention) -> Iterator[Statement]:
    seen: set[str] = set()
    for field in chapter.fields:
        for entry in _people(field) if field.kind in (*SEATS, POST, RUN, COME) else ():
            who = person(entry.name, "members", honorific=entry.honorific, initials=entry.initials)
            for title in map(read_title, entry.titles):
                yield from title_claims(who, title, entry.span, "members")
            role = _role(field, entry)
            if field.kind == COME:
                yield claim(None, who, span=entry.span, confidence=0.85)
                continue
            if fold(entry.name) in seen and role == "member":
                continue
            seen.add(fold(entry.name))
            yield claim("SITS_ON", who, body, span=entry.span, role=role, role_text=entry.role_text if role != "member" else "")


def _role(field: Field, entry: Entry) -> str:
    """What somebody is in the body: by the label, or by what stands beside the name under a label of members."""
    beside = office_of(entry.role) or ("observer" if entry.role == "observer" else "")
    return field.kind if field.kind in SEATS[:3] else beside or "member"


def _people(field: Field) -> Iterator[Entry]:
    if field.values and not is_vacant(field.values[0].text):
        for entry in entries(Section("members", heading=field.label, blocks=field.values)):
            yield entry.of_group(field.label.text.strip(" :")) if field.kind == POST else entry


def _upper(field: Field, body: Mention, bodies: list[Mention]) -> Iterator[Statement]:
    """What a body reports to: one of the page's that the words mean, else one that they name."""
    for value in field.values[:1]:
        for words in re.split(r",\s*|\s+and\s+(?:to\s+)?(?:the\s+)?(?=[A-Z])|;\s*", value.text):
            name = re.sub(r"^(?:to\s+)?the\s+|[\s.]+$|\s*\([^()]*\).*$", "", words, flags=re.IGNORECASE)
            meant = _meant(name, [one for one in bodies if one != body])
            if meant is not None:
                yield names_thing(meant, value.span)
                yield claim("REPORTS_TO", body, meant, span=value.span)


def _meant(name: str, bodies: list[Mention]) -> Mention | None:
    folded = fold(name)
    same = [one for one in bodies if fold(one.label).removeprefix("the ") == folded]
    longer = [one for one in bodies if fold(one.label).startswith(f"{folded} of ") or fold(one.label).endswith(f" {folded}")]
    if same or (len(longer) == 1 and len(folded.split()) == 1):
        return (same or longer)[0]
    return thing("Body", name) if name and name[0].isupper() and is_body(name) else None

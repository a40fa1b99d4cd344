"""Posts that minutes give to people: resolutions, appointments of several in one sentence, posts in front of names."""

import pytest
from sederunt.graph.statement import Statement
from sederunt.loaders.formats import text
from sederunt.loaders.load import read_document

HEAD = "Town of Fenwick\nTown Board\nMinutes of the meeting held on 4 January 2024\n\nPresent: Supervisor Ann Hale, Councilman Ben Moss\n"


def _read(words: str) -> list[Statement]:
    return list(read_document(text.read(words.encode(), "page.txt"), "page.txt", "0" * 64).paper.statements)


def _held(words: str) -> set[tuple[str, str]]:
    found = {(s.subject.label, s.object.label) for s in _read(words) if s.link == "HOLDS" and s.object}
    return {(who, post) for who, post in found if who not in ("Ann Hale", "Ben Moss")}


@pytest.mark.parametrize(
    ("said", "held"),
    [
        (
            "RESOLVED that Cat Dunn be and hereby is appointed Town Historian for the year 2024.",
            {("Cat Dunn", "Town Historian")},
        ),
        ("That Council appoint Cat Dunn as Emergency Planning Coordinator.", {("Cat Dunn", "Emergency Planning Coordinator")}),
        (
            "It was agreed that Mr Dan Eames be appointed Internal Auditor and Mrs Eve Frost continue as Tree Warden.",
            {("Dan Eames", "Internal Auditor"), ("Eve Frost", "Tree Warden")},
        ),
        ("Code Enforcement Officer Gus Hart gave his report.", {("Gus Hart", "Code Enforcement Officer")}),
        (
            "The Board noted the appointment of Dr Cat Dunn as Medical Director of the Coast Division from 1 April 2024.",
            {("Cat Dunn", "Medical Director of the Coast Division")},
        ),
        ("Cat Dunn was elected Fellow of the Royal Institute of Weirs.", set()),
    ],
)
def test_posts_are_given_to_whom_a_sentence_names(said, held):
    assert _held(f"{HEAD}\n1. Appointments\n{said}\n") == held


def test_a_resolution_ends_the_list_of_those_who_were_away():
    words = f"{HEAD}Regrets: Councilman Cat Dunn\n\nResolution 24-031\nMoved by: Councilman Moss\nSeconded by: Supervisor Hale\nThat the grant be paid.\n"
    away = {s.subject.label for s in _read(words) if s.link == "SENT_APOLOGIES"}
    assert away == {"Cat Dunn"}


def test_a_deputy_of_somebody_heads_no_list_of_those_who_stood_in():
    words = f"{HEAD}\nRESOLUTION 2024-02\nRESOLVED, that the following be appointed:\nDeputy Supervisor: Cat Dunn\nDog Control Officer: Dan Eames\n"
    assert not {s.subject.label for s in _read(words) if s.link == "ATTENDED"} & {"Cat Dunn", "Dan Eames"}


def test_a_sentence_over_a_list_names_its_body_alone_and_an_office_elsewhere_is_no_body():
    words = "Annual report\n\nThe Board of Trustees meets quarterly and comprises the following members:\n\nMs Ann Hale (Chair)\nMr Ben Moss\n\n"
    words += "Ann was previously Chief Executive of Fenwick Housing Group and chairs the Audit Committee.\n"
    bodies = {s.subject.label for s in _read(words) if s.subject.kind == "Body"}
    assert bodies == {"Board of Trustees", "Audit Committee"}

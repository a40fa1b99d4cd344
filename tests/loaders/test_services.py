"""Service boxes whose texts ran together: where one ends and the next begins."""

import pytest
from sederunt.loaders.document import Span
from sederunt.loaders.sentences.services import split_services


@pytest.mark.parametrize(
    ("boxes", "services"),
    [
        (["Legal Services Internal Audit Team Moorings"], ["Legal Services", "Internal Audit Team", "Moorings"]),
        (["Directorate Finance Directorate Training"], ["Directorate Finance", "Directorate Training"]),
        (["Finance (Adults) Moorings"], ["Finance (Adults)", "Moorings"]),
        (["Policy, Performance Unit"], ["Policy, Performance Unit"]),
        (["Harbour Light", "Service Legal Team"], ["Harbour Light Service", "Legal Team"]),
        (["School of Services"], ["School of Services"]),
        ([], []),
    ],
)
def test_services(boxes, services):
    found = split_services([Span(text, ((0, at),)) for at, text in enumerate(boxes, 1)])
    assert [name for _, name in found] == services


def test_boxes_apart_are_not_joined():
    boxes = [Span("Harbour Light", ((0, 1),)), Span("Service Team", ((0, 9),))]
    assert [(piece.text, name) for piece, name in split_services(boxes)] == [("Harbour Light",) * 2, ("Service Team",) * 2]


def test_a_service_knows_its_lines():
    (piece, _), *_ = split_services([Span("Harbour Light", ((0, 4),)), Span("Service", ((0, 5),))])
    assert piece.places == ((0, 4), (14, 5))

"""To whom several posts at once report, as sentences and labels of structure pages say."""

import pytest

from tests.loaders.papers import pairs

PAGE = """Fenwick City Council

Senior management

Each directorate has a Corporate Director, who reports to the Chief Executive. Heads of Service report to the Corporate Director
of their directorate.

Chief Executive: Ann Hale

Place directorate

Corporate Director, Place: Ben Moss

Service: Planning
Head of Service: Cat Dunn

Service: Waste
Head of Service: Dan Eames

People directorate

Corporate Director, People: Eve Frost

Service: Schools
Head of Service: Gus Hart
"""


def test_classes_of_posts() -> None:
    """Each post of a class reports to the one named, or to the head of that of which its own unit is a part."""
    assert pairs(PAGE, "REPORTS_TO") == {
        ("Corporate Director, Place", "Chief Executive"),
        ("Corporate Director, People", "Chief Executive"),
        ("Head of Service", "Corporate Director, Place"),
        ("Head of Service", "Corporate Director, People"),
    }


LABELLED = """Who's who

Stephen Agar - Chief Executive
Stephen leads the paid service.

Reporting to Stephen:

Olwen Pritchard
Director of Homes

Hamish Tarrant
Director of Place
"""

COUNTED = """Our structure

The Trust is led by Chief Executive Dr Maeve Tolan. She is supported by two executive directors who report directly to her:

- Jonas Reid, Medical Director
- Carla Munt, Director of Nursing
- Philip Oake, Company Secretary
"""

TEAM = """Annual report

Executive team

The executive team comprises Grace Lind (Chief Executive), Raj Mann (Director of Works) and Captain Luke Sorrel (Harbour Master).
All members of the executive team report to the Chief Executive.

The Deputy Harbour Master, Ivy Castell, reports to the Harbour Master.
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (LABELLED, {("Director of Homes", "Chief Executive"), ("Director of Place", "Chief Executive")}),
        (COUNTED, {("Medical Director", "Chief Executive"), ("Director of Nursing", "Chief Executive")}),
        (
            TEAM,
            {
                ("Director of Works", "Chief Executive"),
                ("Harbour Master", "Chief Executive"),
                ("Deputy Harbour Master", "Harbour Master"),
            },
        ),
    ],
)
def test_those_below_or_in_a_team(words: str, expected: set[tuple[str, str]]) -> None:
    """Those in a list below a label or a sentence, as many as it says, and those who are in a team, report to whom it names."""
    assert pairs(words, "REPORTS_TO") == expected

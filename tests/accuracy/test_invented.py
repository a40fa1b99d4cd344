"""Nobody is made to attend who is not known to the paper: of a hundred attendances that are found, at most one is of such a person."""

from tests.accuracy.scoring import corpus, tallies

MOST_UNKNOWN, MOST_WRONG = 0.01, 0.06
"""Shares of the attendances found: of people who are nobody, and wrong in any way (there and not away, at another meeting)."""


def test_next_to_no_attendance_is_invented():
    tables = [tally for case in corpus() if (tally := tallies(case).get("attendance"))]
    right, wrong = sum(tally.tp for tally in tables), sum(tally.fp for tally in tables)
    extra = [each for tally in tables for each in tally.extra]
    unknown = [each for each in extra if each.startswith("('?")]
    assert right > 200
    assert len(unknown) <= MOST_UNKNOWN * (right + wrong), unknown
    assert wrong <= MOST_WRONG * (right + wrong), extra

"""Who is elected: by titles that stand anywhere, those that only begin a part, and letters."""

import pytest
from sederunt.graph.elected import chosen, elected_titles, names_elected


@pytest.mark.parametrize(
    "text",
    ["Cllr Ann Hale", "Planning lead, councillor", "Supervisor Hale", "Ann Hale MS", "Ann Hale MP", "elected member for Tarn"],
)
def test_elected(text):
    assert names_elected(text)


@pytest.mark.parametrize("text", ["Ms Ann Hale", "site supervisor", "10 am", "parent governor", "union rep", "Chairman", ""])
def test_not_elected(text):
    assert not names_elected(text)


def test_a_title_tells_that_somebody_is_elected_and_a_womans_title_does_not():
    assert "cllr" in elected_titles()
    assert not {"ms", "am", "chairman"} & elected_titles()
    assert elected_titles() < chosen()

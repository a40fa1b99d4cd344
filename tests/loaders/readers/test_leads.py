"""Who led an item, each on a small paper: behind its title, on a line of its own, in its sentences."""

import pytest

from ..papers import HEAD, LIST, pairs, statements


def led(words: str) -> set[str]:
    return {s.subject.label for s in statements(HEAD + LIST + words, "LED")}


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("1. Lights (BM)", {"BM"}),
        ("1. Lights – Mr Moss", {"Mr Moss"}),
        ("1. Lights; Ben", {"Ben"}),
        ("1. Lights (Lead: Ben Moss, 10 mins)", {"Ben Moss"}),
        ("1. Lights (Ann Hale / Ben Moss)", {"Ann Hale", "Ben Moss"}),
        ("1. Lights (Harbour Master)", {"Ben Moss"}),
        ("1. Lights (CYPP)", set()),
        ("1. Lights (3 May 2019)", set()),
        ("1. Lights – next steps", set()),
    ],
)
def test_a_name_behind_the_title(title, wanted):
    assert led(f"{title}\n\nThey were mended.\n") == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Ben Moss, Harbour Master, introduced the report.", "Ben Moss"),
        ("The Harbour Master, Ben Moss, introduced the report.", "Ben Moss"),
        ("The Harbour Master presented his plan.", "Ben Moss"),
        ("Mr Moss, who looks after the pier, reported on the lights.", "Mr Moss"),
        ("Ben Moss Harbour Master gave a short update.", "Ben Moss"),
        ("BM took the members through the figures.", "BM"),
        ("BM reported that two lights are dark.", "BM"),
        ("Mr Moss, for the Harbour, reminded members of the date.", "Mr Moss"),
        ("Ben Moss, who keeps the pier, spoke about the pontoons.", "Ben Moss"),
        ("2.1 BM outlined the costs.", "BM"),
        ("Pier – Mr Moss explained the work.", "Mr Moss"),
        ("The paper was presented by Ben Moss and noted.", "Ben Moss"),
        ("RECEIVED: an oral report by the Harbour Master.", "Ben Moss"),
        ("Mr Moss joined the meeting. He presented the plan.", "Mr Moss"),
        ("Lead: Ben Moss", "Ben Moss"),
        ("Report of the Harbour Master.", "Ben Moss"),
        ("The Chair gave a report.", "Chair"),
    ],
)
def test_sentences_in_which_somebody_leads(sentence, wanted):
    assert led(f"1. Lights\n\n{sentence}\n") == {wanted}


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan is old. BM reported that two lights are dark.",
        "BM asked about the lights.",
        "BM gave apologies.",
        "BM introduced Helen Dunn to the members.",
        "BM introduced himself.",
        "Its Lights Group, led by Ben Moss, met in May.",
        "The Board presented its thanks.",
        "Members reported dark lights.",
    ],
)
def test_sentences_in_which_nobody_leads(sentence):
    assert not led(f"1. Lights\n\n{sentence}\n")


def test_a_list_of_those_who_lead():
    words = (
        "1. Lights\n\nUpdates to be provided by:\n• Ben Moss – Harbour Master\n• Helen Dunn, Treasurer\nThe report was noted.\n"
    )
    assert led(words) == {"Ben Moss", "Helen Dunn"}


def test_nobody_leads_the_declarations():
    assert not led("1. Declarations of interest\n\nBM advised that he owns the pier.\n")


def test_who_joins_and_presents_leads_but_not_who_moves_a_motion():
    said = "1. Lights\n\nMr Moss joined the meeting and presented the plan.\n\n2. End\n\nOn a motion made by Ann Hale it was closed. Helen Dunn took no part in the discussion.\n"
    assert {who for who, _ in pairs(HEAD + LIST + said, "LED")} == {"Mr Moss"}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("1. Chairman's report\nAnn said that the year had been hard.\n", {"Ann"}),
        ("1. Lights\nAnn said that they were dark.\n", set()),
        ("1. Works\nThe committee met in May. Ann Hale, its chair, reported that two lights were dark.\n", {"Ann Hale"}),
        ("1. Harbour report\nBen Moss: three lights are dark.\n", {"Ben Moss"}),
        ("1. Works\nRECEIVED: The minutes of the Works Committee, introduced by Mr Moss.\n", {"Mr Moss"}),
        ("1. Works\nRECEIVED: An oral report from the Harbour Master, Mr Moss.\n", {"Mr Moss"}),
        ("1. Works\nArea Manager Moss presented the figures.\n", {"Moss"}),
        ("1. Lights (report given by Ben)\nAll is well.\n", {"Ben"}),
        ("1. Thanks\nAnn Hale presented a certificate to the crew.\n", set()),
        ("1. Thanks\nAnn Hale and Ben Moss were introduced.\n", set()),
        ("1. Open matters\nThe pier. Ann described the new planks. Lights were not spoken of.\n", {"Ann"}),
    ],
)
def test_reports_and_who_speaks_first(words, wanted):
    assert led(words) == wanted


def test_two_who_lead_in_one_sentence():
    words = "1. Money\n\nMs Hale outlined the plan for the pier, and Mr Moss took members through the figures.\n"
    assert led(words) == {"Ms Hale", "Mr Moss"}


def test_the_presenters_of_an_agenda():
    words = "No\tItem\tPresenter\n1\tWelcome\tChair\n2\tPier\tBen Moss\n3\tLights\tAH / BM\n4\tAOB\tAll\n"
    assert led(words) == {"Ben Moss", "AH", "BM"}

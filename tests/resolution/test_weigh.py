"""What speaks for and against two mentions of invented people being one person's."""

import random

import pytest
from sederunt.graph.weigh import weigh
from sederunt.loaders.sightings import read_sighting

BOARD = "Tarn Harbour Board, 3 March 2014"


def told(left, right):
    return weigh(read_sighting(*left), read_sighting(*right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Orla Wraxley", BOARD), ("Orla Wraxley", "Tarn Harbour Board, 9 June 2014")),
        (("O Wraxley", BOARD), ("Orla Wraxley", "Tarn Harbour Board, 9 June 2014")),
        (("Mick Wraxley", "Tarn Port Company"), ("Michael Wraxley", "Harbour Master, Tarn Port Company")),
        (("WRAXLEY Orla", BOARD), ("Orla Wraxley", "Tarn Harbour Board, 9 June 2014")),
        (("Siân Wraxley-Pugh", BOARD), ("Sian Wraxley Pugh", "Tarn Harbour Board, 9 June 2014")),
        (("OW", "action column, " + BOARD), ("Orla Wraxley", "present, " + BOARD)),
        (("Orla Wraxley (Chair)", BOARD), ("Orla Wraxley", "Chair of Tarn Harbour Board 2014")),
        (("Orla Wraxley", "Clerk, Tarn Parish Council"), ("Orla Penn (née Wraxley)", "Clerk, Tarn Parish Council")),
        (("Ms Orla Wraxley", BOARD), ("Orla Wraxley MBE", "Tarn Harbour Board, 9 June 2014")),
        (("John Smith", "Tarn Harbour Board, 2 May 2013"), ("John Smith", BOARD)),
        (("Jürgen Wraxley", BOARD), ("Juergen Wraxley", "Tarn Harbour Board, 9 June 2014")),
        (("Orla", f"actions, {BOARD}"), ("Orla Wraxley", f"present, {BOARD}")),
        (("(OW)", f"actions, {BOARD}"), ("Orla Wraxley", f"present, {BOARD}")),
        (("Cllr QX", f"actions, {BOARD}"), ("Cllr Quill Xanders", f"present, {BOARD}")),
        (("lan Furness", BOARD), ("Ian Furness", "Tarn Harbour Board, 9 June 2014")),
        (
            ("Orla Wraxley", "Headteacher, Tarn School, 2013"),
            ("Orla Wraxley", "Tarn School; secondary heads' representative, 2014"),
        ),
        (
            ("The Mayor", "Tarn Council, 3 March 2014"),
            ("Cllr Orla Wraxley", "Town Mayor in the chair, Tarn Council, 3 March 2014"),
        ),
    ],
)
def test_the_same(left, right):
    assert told(left, right).verdict == "same"


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (("Mr Orla Wraxley", BOARD), ("Mrs Orla Wraxley", BOARD), "two people's titles"),
        (("Orla B Wraxley", BOARD), ("Orla C Wraxley", BOARD), "second names"),
        (("Orla Wraxley", BOARD), ("Osric Wraxley", BOARD), "two given names"),
        (("Orla Wraxley Snr", BOARD), ("Orla Wraxley Jnr", BOARD), "one is the"),
        (("Orla Wraxley", "Dun ward, 3 May 2012"), ("Orla Wraxley", "Mill ward, 3 May 2012"), "at one time"),
        (("Orla Wraxley", f"1. present, {BOARD}"), ("Orla Wraxley", f"7. present, {BOARD}"), "rows 1 and 7"),
        (
            ("Orla Wraxley", f"present, {BOARD}"),
            ("Orla Wraxley", f"present; Tarn Port Company; {BOARD}"),
            "two rows of one list",
        ),
        (("Deputy Headteacher", BOARD), ("Orla Wraxley", BOARD), "names a post"),
        (("St Oda RC School", BOARD), ("Oda School", BOARD), "names"),
        (("All", BOARD), ("Alan Wraxley", BOARD), "names nobody"),
        (("QX", BOARD), ("Orla Wraxley", BOARD), "cannot be their initials"),
        (("CEO", BOARD), ("Cerys E Odell", BOARD), "names a post"),
        (("Orla Wraxley, Sr.", BOARD), ("Orla Wraxley, Jr.", BOARD), "one is the"),
        (("Clara Berzo Lillo", BOARD), ("Clara Berzo Tejeda", BOARD), "two double names"),
    ],
)
def test_different_with_the_reason(left, right, why):
    found = told(left, right)
    assert found.verdict == "different"
    assert why in found.reasons[0].text


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (("", BOARD), ("Orla Wraxley", BOARD), "a name is missing"),
        (("John Smith", ""), ("John Smith", "Tarn Harbour Board"), "a common name"),
        (("O Wraxley", ""), ("Orla Wraxley", BOARD), "no given name is spelled out"),
        (("Orla Wraxley", "Clerk, Tarn Council"), ("Orla Penn", "Clerk, Tarn Council"), "another family name"),
        (("Orla Wraxley", f"apologies, {BOARD}"), ("Orla Wraxley", f"present, {BOARD}"), "apologies"),
        (
            ("Orla Wraxley", f"{BOARD}; her mother sat before her"),
            ("Orla Wraxley", "Tarn Harbour Board, 1999"),
            "family is told of",
        ),
        (("Μαρία Σ", BOARD), ("Maria Sand", BOARD), "another script"),
    ],
)
def test_to_be_asked_with_the_reason(left, right, why):
    found = told(left, right)
    assert found.verdict == "ask"
    assert why in " ".join(reason.text for reason in found.reasons)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("state=oh; chamber=lower; party=", "Ohio House; Roads Committee", "same"),
        ("OH, upper, Republican", "Roads committee, Ohio senate", "same"),
        ("Ohio Senate", "Ohio House", "ask"),
        ("Ohio House", "Iowa House", "different"),
    ],
)
def test_states_and_their_chambers_in_full_and_in_letters(left, right, verdict):
    assert told(("Orla Wraxley", left), ("Orla Wraxley", right)).verdict == verdict


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Caretaker, Tarn School", "Cllr, Tarn ward", "one is elected, one in a post"),
        ("resident of Tarn", "Tarn Harbour Board", "one only comes to the body"),
        ("Tarn Council, payroll, 2014", "Tarn Council, highways, 2014", "payroll and highways"),
        ("student intern, Tarn Port Company", "Harbour Master, Tarn Port Company", "one only comes to the body"),
    ],
)
def test_what_speaks_against_an_initial_with_the_same_family_name_and_place(left, right, why):
    found = told(("O Wraxley", left), ("Orla Wraxley", right))
    assert found.verdict != "same"
    assert why in " ".join(reason.text for reason in found.reasons)


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Harbour dues, Tarn", "spoke on dues, Tarn Port", "both about dues"),
        ("Cllr, Tarn Council, 2014", "Cllr, Tarn Council, 2015", "both are elected"),
        ("Tarn Council, 2014", "Tarn Council, 2015", "nothing around the names speaks against it"),
    ],
)
def test_what_speaks_for_one(left, right, why):
    assert why in " ".join(reason.text for reason in told(("O Wraxley", left), ("Orla Wraxley", right)).reasons)


@pytest.mark.parametrize(
    "pair", [("Aaron", "Erin"), ("Tracy", "Terry"), ("Emma", "Emily"), ("Louis", "Louise"), ("Marian", "Marion")]
)
def test_two_whole_names_are_no_forms_of_one(pair):
    assert told(*((f"{given} Wraxley", BOARD) for given in pair)).verdict != "same"


@pytest.mark.parametrize("pair", [("Toni", "Antonio"), ("Aonghas", "Angus"), ("Claire", "Clare"), ("Peggy", "Margaret")])
def test_forms_of_a_given_name_from_either_side(pair):
    for one, other in (pair, pair[::-1]):
        assert told((f"{one} Wraxley", BOARD), (f"{other} Wraxley", "Tarn Harbour Board, 9 June 2014")).verdict == "same"


def test_who_sent_apologies_was_not_the_chair_of_that_meeting():
    there = "Tarn Harbour Board, apologies, 3 March 2014; chair of the Arts Panel"
    assert told(("The Chair", BOARD), ("Orla Wraxley", there)).verdict == "ask"


def test_the_same_full_name_in_two_lists_of_one_meeting_is_one():
    assert told(("Orla Wraxley", f"present, {BOARD}"), ("Orla Wraxley", f"actions, {BOARD}")).verdict == "same"


def test_two_bodies_that_meet_on_one_day_are_not_one_meeting():
    planning, arts = "present, Tarn Council Planning Committee, 3 March 2014", "present, Tarn Council Arts Board, 3 March 2014"
    assert told(("Orla Wraxley", planning), ("Orla Wraxley", arts)).verdict == "same"


def test_which_stands_first_makes_no_difference(open_pairs):
    for row in random.Random(7).sample(open_pairs, 150):
        left, right = (read_sighting(row[f"{side}_name"], row[f"{side}_context"]) for side in ("left", "right"))
        one, other = weigh(left, right), weigh(right, left)
        assert (one.verdict, one.score) == (other.verdict, pytest.approx(other.score))


def test_nothing_that_a_cell_may_hold_makes_it_stumble(open_pairs):
    rng = random.Random(11)
    texts = [text for row in open_pairs for key, text in row.items() if key.endswith(("name", "context"))]
    for _ in range(400):
        cells = [_mangled(rng, rng.choice(texts)) for _ in range(4)]
        found = told(cells[:2], cells[2:])
        assert 0 <= found.score <= 1
        assert found.reasons or found.verdict == "ask"


def _mangled(rng, text):
    at = rng.randint(0, len(text))
    return rng.choice([text[:at], text[at:] * rng.randint(1, 30), f"{text[:at]}\t(*†漢’“({text[at:]}", text.swapcase()])

"""Pages that lost their line ends: where they are cut again."""

from sederunt.loaders.layout.flat import unfolded

from tests.loaders.papers import pairs, span, statements

FILLER = "The Board heard that the wall of the inner harbour had been looked at by divers and would stand another winter. " * 4


def lines(words: str) -> list[str]:
    return [line.text for line in unfolded(span(" ".join(words.split())))]


def test_an_ordinary_paragraph_stays_whole():
    assert lines(FILLER) == [FILLER.strip()]


def test_labels_begin_lines():
    head = "Fenwick Harbour Board Minutes of the meeting held on 3 May 2019 "
    assert lines(f"{head}Present: A. Hale, B. Moss Apologies for absence: H. Dunn {FILLER}")[:3] == [
        "Fenwick Harbour Board",
        "Minutes of the meeting held on 3 May 2019",
        "Present: A. Hale, B. Moss",
    ]


def test_labels_in_a_short_line_begin_lines_too():
    assert lines("Present: Ann Hale (Chair), Ben Moss Apologies: Helen Dunn") == [
        "Present: Ann Hale (Chair), Ben Moss",
        "Apologies: Helen Dunn",
    ]
    assert lines("Date: 3 May 2019 Time: 2.00 pm Venue: Custom House")[1:] == ["Time: 2.00 pm", "Venue: Custom House"]
    assert len(lines("Date: 3 May 2019 Next meeting Venue: Custom House")) == 1
    assert len(lines("Present: Ann Hale (Deputy Chair: until noon), Ben Moss")) == 1


def test_capitals_without_a_colon_are_a_heading_of_their_own():
    assert lines(f"HARBOUR BOARD 3 May 2019 PRESENT A. Hale, B. Moss ABSENT H. Dunn {FILLER}")[:4] == [
        "HARBOUR BOARD 3 May 2019",
        "PRESENT",
        "A. Hale, B. Moss",
        "ABSENT",
    ]


def test_items_that_follow_one_another_begin_lines_and_lose_their_titles_in_capitals():
    cut = lines(f"1. WELCOME Ann Hale welcomed all. 2. MINUTES They were agreed. 3. HARBOUR WALL {FILLER}")
    assert cut[:5] == ["1. WELCOME", "Ann Hale welcomed all.", "2. MINUTES", "They were agreed.", "3. HARBOUR WALL"]


def test_two_numbers_are_no_items():
    assert len(lines(f"See 1. The wall and 2. The pier. {FILLER}")) == 1


def test_people_without_a_mark_between_them():
    words = f"Harbour Board 3 May 2019 PRESENT: Mr Ben Moss Mrs Ann Hale Mr C Vale IN ATTENDANCE: Rita Vale Peter Dunn Helen Moss Harbour Master {FILLER}"
    there = {name for name, _ in pairs(words, "ATTENDED")}
    assert there == {"Ben Moss", "Ann Hale", "C Vale", "Rita Vale", "Peter Dunn", "Helen Moss"}


def test_every_line_is_a_part_of_the_page():
    words = f"1 HARBOUR BOARD PRESENT Ann Hale Ben Moss Rita Vale 1. WALL {FILLER} 2. PIER {FILLER} 3. CLOSE It closed."
    whole = " ".join(words.split())
    assert all(line in whole for line in lines(words))
    assert {s.evidence.line for s in statements(words, None)} <= {1}

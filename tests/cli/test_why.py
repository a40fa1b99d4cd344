"""Why people are one, or two, on the command line."""

import json

import pytest

PAPERS = {
    "forum.txt": """Tarn Harbour Forum

Date: Tuesday 15th January 2019

Present:
Orla Wraxley (Chair)
Bryn Rees
""",
    "again.txt": """Tarn Harbour Forum

Date: Tuesday 12th March 2019

Present:
Orla Wraxley (Chair)
""",
    "trust.txt": """Dun Bridge Trust

Date: Tuesday 5th February 2019

Present:
Orla Wraxley-Penn
""",
}


@pytest.fixture
def asked(sederunt, tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    graph = tmp_path / "own.graph"
    assert sederunt("load", folder, on=graph).exit_code == 0
    return lambda *words: sederunt(*words, on=graph)


def parts(answer):
    """The rows of an answer by what it calls their part."""
    assert answer.exit_code == 0
    found = {}
    for row in json.loads(answer.stdout):
        found.setdefault(row["part"], []).append({key: value for key, value in row.items() if value is not None})
    return found


def standing(answer):
    return {row["what"]: row["says"] for row in parts(answer)["how it stands"]}


def test_two_people_with_what_papers_say_reasons_and_the_way_to_change_it(asked):
    found = parts(asked("why", "orla wraxley", "wraxley-penn", "--format", "json"))
    papers = [(row["person"], row["date"], row["printed"]) for row in found["what each paper says"]]
    assert papers == [
        ("Orla Wraxley", "2019-01-15", ["Orla Wraxley"]),
        ("Orla Wraxley", "2019-03-12", ["Orla Wraxley"]),
        ("Orla Wraxley-Penn", "2019-02-05", ["Orla Wraxley-Penn"]),
    ]
    assert found["what each paper says"][0]["quote"] == "Orla Wraxley (Chair)"
    assert {row["speaks"] for row in found["reasons"]} >= {"for", "against"}
    stands = {row["what"]: row["says"] for row in found["how it stands"]}
    assert stands["graph"].startswith("two people: no paper ties")
    assert stands["to change it"] == 'sederunt merge "Orla Wraxley" "Orla Wraxley-Penn"'


def test_one_person_with_what_joins_the_papers(asked):
    for words in (("orla wraxley",), ("orla wraxley", "Orla  WRAXLEY")):
        found = parts(asked("why", *words, "--format", "json"))
        assert found["what its papers have in common"][0] == {
            "part": "what its papers have in common",
            "papers": 2,
            "what_they_do": "tie the person to Tarn Harbour Forum",
        }
        assert [row["likely"] > 0.7 for row in found["how each paper fits the others"]] == [True, True]
        assert found["how it stands"][-1]["says"] == 'sederunt separate "Orla Wraxley"'


def test_a_judgement_is_what_decided(asked):
    asked("separate", "orla wraxley", "wraxley-penn", "--why", "sisters")
    apart = asked("why", "orla wraxley", "wraxley-penn", "--format", "json")
    assert [(row["number"], row["judgement"], row["why"]) for row in parts(apart)["judgements"]] == [
        (1, "different", "sisters")
    ]
    assert standing(apart)["graph"] == "two people, by judgement 1"
    assert standing(apart)["to change it"] == "sederunt undo 1"
    asked("merge", "orla wraxley", "wraxley-penn", "--why", "she married")
    joined = asked("why", "wraxley-penn", "--format", "json")
    assert standing(joined)["graph"] == "one person, by judgement 2"
    assert len(parts(joined)["what each paper says"]) == 3


def test_for_people_each_paper_has_its_line(asked):
    shown = asked("why", "orla wraxley", "bryn rees").stdout
    assert shown.startswith("Orla Wraxley and Bryn Rees\n\nWhat each paper says\n")
    assert "    “Orla Wraxley (Chair)” — Tarn Harbour Forum, 15 January 2019, line 6 (stated, 0.95)\n" in shown
    assert "two people, as forum.txt has both" in shown
    assert "rules it out" in shown


def test_a_name_that_two_bear_means_these_two(asked):
    asked("separate", "orla wraxley")
    for words in (("Orla Wraxley",), ("Orla Wraxley", "orla wraxley")):
        assert standing(asked("why", *words, "--format", "json"))["graph"] == "two people, by judgement 1"


def test_a_name_that_nobody_bears(asked):
    assert asked("why", "orla wraxley", "nobody").exit_code == 1


def test_whom_reasons_made_one(sederunt, tmp_path):
    for name, body in (("forum.txt", "Tarn Harbour Forum"), ("panel.txt", "Tarn Bridge Panel")):
        (tmp_path / name).write_text(PAPERS["again.txt"].replace("Tarn Harbour Forum", body), encoding="utf-8")
    graph = tmp_path / "own.graph"
    assert sederunt("load", tmp_path / "forum.txt", tmp_path / "panel.txt", on=graph).exit_code == 0
    found = parts(sederunt("why", "orla wraxley", "--format", "json", on=graph))
    assert "“Tarn” stands by both" in found["how each paper fits the others"][0]["reasons"]
    assert found["how it stands"][0]["says"] == "one person: the reasons leave no doubt"


# Bodies ----------------------------------------------------------------------------

_BOARDS = {
    "a.txt": ("Health and Wellbeing Board", "Ann Haleworth", "The Health and Wellbeing Board (HWB) noted the report."),
    "b.txt": ("Harbour Works Board", "Orla Wraxley", "The Harbour Works Board (HWB) noted the report."),
    "c.txt": ("Minutes of the meeting of the HWB", "Tegan Moss", "Noted."),
    "d.txt": ("Quay Office Forum", "Bryn Rees", "The Quay Office Forum (QOF) noted the report."),
    "e.txt": ("Minutes of the meeting of the QOF", "Bryn Rees", "Noted."),
}


@pytest.fixture
def boards(sederunt, tmp_path):
    folder = tmp_path / "boards"
    folder.mkdir()
    for name, (body, person, said) in _BOARDS.items():
        text = f"{body}\n\nDate: Tuesday 5th February 2019\n\nPresent:\n{person}\n\n1. Business\n\n{said}\n"
        (folder / name).write_text(text, encoding="utf-8")
    graph = tmp_path / "boards.graph"
    assert sederunt("load", folder, on=graph).exit_code == 0
    return lambda *words: sederunt(*words, on=graph)


def test_why_a_body_is_one_is_what_its_names_came_to(boards):
    found = parts(boards("why", "quay office forum", "--format", "json"))
    assert [(row["id"], row["printed"]) for row in found["what each paper says"]] == [
        ("body:quay-office-forum", ["Quay Office Forum (QOF)", "Quay Office Forum"]),
        ("body:quay-office-forum", ["QOF"]),
    ]
    (row,) = found["what the names came to"]
    assert (row["one"], row["other"], row["verdict"], row["reason"]) == ("qof", "quay office forum", "same", "short for it")
    assert standing(boards("why", "quay office forum", "--format", "json")) == {
        "graph": "one body: short for it",
        "to change it": 'sederunt separate "Quay Office Forum"',
    }


def test_why_two_bodies_are_two_is_what_the_rules_found_or_somebody_decided(boards):
    pair = ("body:hwb", "harbour works board")
    assert standing(boards("why", *pair, "--format", "json"))["graph"] == (
        "two bodies until somebody decides: HWB is short for several"
    )
    boards("separate", *pair)
    assert standing(boards("why", *pair, "--format", "json")) == {
        "graph": "two bodies, by judgement 1",
        "to change it": "sederunt undo 1",
    }
    boards("undo")
    boards("merge", *pair)
    assert standing(boards("why", "harbour works board", "--format", "json"))["graph"] == "one body, by judgement 3"
    others = standing(boards("why", "quay office forum", "harbour works board", "--format", "json"))
    assert others["graph"] == "two bodies: no paper tells that the one name means the other"
    assert others["to change it"] == 'sederunt merge "Quay Office Forum" "Harbour Works Board"'


def test_why_a_person_and_a_body_are_two_is_one_sentence(boards):
    told = boards("why", "tegan moss", "quay office forum")
    assert (told.exit_code, told.stderr) == (
        2,
        "Tegan Moss is a person and Quay Office Forum is a body: only two of one kind can be one.\n",
    )

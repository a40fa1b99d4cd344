import csv
import io
import json

import pytest


def rows(result):
    return json.loads(result.stdout)


def test_who_shows_a_card(sederunt):
    result = sederunt("who", "Mrs Ann Hale")
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if line.isalpha()] == [
        "Person",
        "Posts",
        "Boards",
        "Meetings",
        "Actions",
    ]
    assert "Headteacher  Oakfield School  2019-01-15  2019-01-15" in result.stdout
    assert result.stderr == ""


def test_a_card_as_json_is_one_array(sederunt):
    records = rows(sederunt("who", "Ann Hale", "--format", "json"))
    assert {record["part"] for record in records} == {"person", "posts", "boards", "meetings", "actions"}
    assert len({tuple(record) for record in records}) == 1
    assert [record["body"] for record in records if record["part"] == "boards"] == ["Early Years Board", "Vale Schools Forum"]


def test_body_shows_members_chairs_meetings_and_links(sederunt):
    out = sederunt("body", "vale schools forum").stdout
    assert out.startswith("Vale Schools Forum\n\nMembers\n")
    assert "2019-05-14  Cara O’Dowd  chaired this meeting" in out
    assert "has part  Inclusion & Access Panel" in out


def test_boards_of_everyone_on_several(sederunt):
    records = rows(sederunt("boards", "--format", "json"))
    assert [records[0][name] for name in ("person", "boards", "body")] == ["Cara O’Dowd", 3, "Early Years Board"]
    assert len(records) == 5


def test_boards_of_one_person_with_evidence(sederunt):
    assert sederunt("boards", "Cara", "--evidence", "--stated").stdout.splitlines() == [
        "Cara O’Dowd",
        "body                role        first seen  last seen",
        "Early Years Board   chair       2019-03-05  2019-03-05",
        "    “Chair: Cara O’Dowd” — Early Years minutes, line 2 (stated, 0.9)",
        "Vale Schools Forum  vice-chair  2019-01-15  2019-01-15",
        "    “Cara O’Dowd (vice chair)” — Forum minutes, line 3 (stated, 0.95)",
    ]


def test_path_shows_each_step_with_its_evidence(sederunt):
    assert sederunt("path", "Bryn Rees", "Early Years Board", "--evidence").stdout.splitlines() == [
        "Bryn Rees and Early Years Board",
        "step  from                link     way  role    to",
        "   1  Bryn Rees           SITS_ON  →    member  Vale Schools Forum",
        "    “Bryn Rees” — Forum minutes, line 9 (inferred, 0.6)",
        "   2  Vale Schools Forum  SITS_ON  ←    chair   Ann Hale",
        "    “Mrs Ann Hale (Chair)” — Forum minutes, line 3 (stated, 0.95)",
        "   3  Ann Hale            SITS_ON  →    member  Early Years Board",
        "    “Ann Hale” — Early Years minutes, line 2 (stated, 0.9)",
    ]


@pytest.mark.parametrize(("options", "links"), [((), 3), (("--stated",), 4), (("--meetings", "--stated"), 3)])
def test_path_by_stated_links(sederunt, options, links):
    assert len(rows(sederunt("path", "Bryn Rees", "Early Years Board", *options, "--format", "json"))) == links


def test_path_through_meetings(sederunt):
    steps = rows(sederunt("path", "Dr Patel", "Ann Hale", "--meetings", "--format", "json"))
    assert [(step["link"], step["way"], step["to"]) for step in steps] == [
        ("ATTENDED", "→", "Vale Schools Forum, 15 January 2019"),
        ("ATTENDED", "←", "Ann Hale"),
    ]


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ((), {("Early Years Board", "Vale Schools Forum"), ("Early Years Board", "Inclusion & Access Panel"), ("Inclusion & Access Panel", "Vale Schools Forum")}),
        (("--no-nested",), {("Early Years Board", "Vale Schools Forum"), ("Early Years Board", "Inclusion & Access Panel")}),
        (("Forum", "--stated"), {("Vale Schools Forum", "Early Years Board")}),
        (("Forum", "Inclusion and Access Panel"), {("Inclusion & Access Panel", "Vale Schools Forum")}),
    ],
)  # fmt: skip
def test_overlap(sederunt, words, pairs):
    records = rows(sederunt("overlap", *words, "--format", "json"))
    assert {(record["body"], record["other"]) for record in records} == pairs


def test_both_memberships_are_proved(sederunt):
    assert sederunt("overlap", "Forum", "Early Years Board", "--evidence").stdout.splitlines()[:4] == [
        "body               other               shared  person       role    other role",
        "Early Years Board  Vale Schools Forum       2  Ann Hale     member  chair",
        "    “Ann Hale” — Early Years minutes, line 2 (stated, 0.9)",
        "    “Mrs Ann Hale (Chair)” — Forum minutes, line 3 (stated, 0.95)",
    ]


def test_attendance_counts_then_meetings_then_rates(sederunt):
    head, first, *_ = csv.reader(io.StringIO(sederunt("attendance", "Forum", "--format", "csv").stdout))
    assert head[1:8] == ["person", "seat", "present", "apologies", "absent", "meetings", "rate"]
    assert first[1:8] == ["Ann Hale", "chair", "2", "0", "0", "2", "1.0"]


def test_attendance_between_dates(sederunt):
    records = rows(sederunt("attendance", "Forum", "--from", "2019-02", "--to", "2019-12", "--format", "json"))
    assert {record["meetings"] for record in records} == {1}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), ["Publish the budget", "Write to schools about places", "Find a room"]),
        (("AH",), ["Write to schools about places"]),
        (("Forum", "--open"), ["Write to schools about places"]),
        (("--body", "Early Years Board"), ["Find a room"]),
        (("--to", "2019-01"), ["Publish the budget", "Write to schools about places"]),
    ],
)
def test_actions(sederunt, words, found):
    assert [record["action"] for record in rows(sederunt("actions", *words, "--format", "json"))] == found


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("who", "Nobody Atall"), 1, "There is no person called 'Nobody Atall' in the graph."),
        (("who", "Hale"), 2, "'Hale' may be any of 2; give more of the name, or an id: Ann Hale"),
        (("body", "Silent Group"), 1, "The papers name Silent Group, but say nothing of its members"),
        (("attendance", "Silent Group"), 1, "No minutes of Silent Group are loaded"),
        (("attendance", "Forum", "--from", "May"), 2, "from wants a date such as 2019"),
        (("boards", "Eve Hale"), 1, "Eve Hale sits on no board."),
        (("actions", "Eve Hale"), 1, "No action fits."),
        (
            ("path", "Dev Patel", "Ann Hale"),
            1,
            "Nothing connects Dev Patel and Ann Hale; with --meetings, having been at the same",
        ),
        (("path", "Silent Group", "Ann Hale", "--meetings"), 1, "Nothing connects Silent Group and Ann Hale."),
        (("path", "Ann Hale", "AH"), 1, "Both are Ann Hale."),
        (("path", "Hale", "Forum"), 2, "'Hale' may be any of 2"),
        (
            ("path", "Ann Hale", "Nobody Atall"),
            1,
            "There is no person or body or organisation or unit or post called 'Nobody Atall'",
        ),
        (("overlap", "Silent Group"), 1, "Nobody on Silent Group sits on another body."),
        (("overlap", "Silent Group", "Forum"), 1, "No two bodies share anybody."),
        (("overlap", "Nobody Atall"), 1, "There is no body called 'Nobody Atall'"),
        (("chart", "Ann Hale"), 1, "There is no organisation or unit or post or body called 'Ann Hale'"),
        (("chart", "Finance"), 2, "'Finance' may be any of 2"),
        (("find", "zebra"), 1, "Nothing in the graph has 'zebra' in it."),
        (("show", "nowhere.txt"), 2, "There is no document 'nowhere.txt' in the graph"),
        (("show", "structure.txt"), 1, "Nothing was read from structure.txt."),
        (("forget", "nowhere.txt"), 2, "There is no document 'nowhere.txt' in the graph"),
        (("ask", "nothing"), 2, "There is no saved query 'nothing'"),
        (("ask", "members"), 2, "The query 'members' needs body=…"),
        (("ask", "members", "Forum"), 2, "'Forum' is not NAME=VALUE"),
        (("queries", "nothing"), 2, "There is no saved query 'nothing'"),
        (("cypher", "RETURN"), 2, "The query cannot be run"),
        (("cypher", "CREATE (n:Person {id: 'x'}) RETURN n"), 2, ""),
        (("export", "parquet"), 2, "There is no export 'parquet'; there is: "),
    ],
)
def test_what_fails_is_one_sentence_with_its_status(sederunt, words, status, told):
    result = sederunt(*words)
    assert result.exit_code == status
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1 or words[0] == "show"
    assert "Traceback" not in result.stderr


def test_chart_as_a_tree(sederunt):
    assert sederunt("chart", "Marlow Vale Council").stdout.splitlines() == [
        "Chief Executive — Marlow Vale Council",
        "├─ Director of Education — Education: Dev Patel (acting)",
        "│  ├─ Adviser (4 seats): Eve Hale, José Núñez",
        "│  ├─ Head of Admissions — Admissions (vacant)",
        "│  └─ Finance",
        "└─ Finance",
    ]


def test_chart_with_evidence(sederunt):
    out = sederunt("chart", "Admissions", "--evidence").stdout
    assert "“reporting to the Chief Executive” — Structure 2019, slide 2, line 8 (stated)" in out


def test_chart_as_json_has_the_settled_keys(sederunt):
    tree = rows(sederunt("chart", "Marlow Vale Council", "--format", "json"))
    assert list(tree) == ["post", "holder", "seats", "vacant", "acting", "unit", "basis", "children"]
    assert tree["children"][0]["holder"] == "Dev Patel"


def test_chart_as_mermaid_and_dot(sederunt):
    mermaid = sederunt("chart", "Education", "--format", "mermaid").stdout.splitlines()
    assert mermaid[0] == "flowchart TD"
    assert "  n1 -.-> n3" in mermaid
    dot = sederunt("chart", "Education", "--format", "dot", "--evidence").stdout
    assert 'n0 -> n1 [tooltip="reporting to the Chief Executive"];' in dot
    assert dot.endswith("}\n")


def test_find_takes_several_words(sederunt):
    assert [r["found_id"] for r in rows(sederunt("find", "about", "places", "--format", "json"))] == ["action:1", "statement:5"]


def test_show_falls_back_on_the_quotes(sederunt):
    result = sederunt("show", "forum/2019-01.txt")
    assert result.stdout.splitlines() == [
        "    3  Mrs Ann Hale (Chair)",
        "         → Mrs Ann Hale SITS_ON Forum [chair] (stated, 0.95)",
        "   12  TB asked about places",
        "         → TB is named (stated, 0.5; open)",
    ]
    assert "cannot be read any more" in result.stderr


def test_show_one_place(sederunt):
    assert [r["subject"] for r in rows(sederunt("show", "2019-01", "12", "--format", "json"))] == ["TB"]
    assert [r["subject"] for r in rows(sederunt("show", "2019-01", "Line 3", "--format", "json"))] == ["Mrs Ann Hale"]
    assert sederunt("show", "2019-01", "slide 3").exit_code == 1


def test_every_chart_without_a_name(sederunt):
    lines = sederunt("chart").stdout.splitlines()
    assert lines[0] == "Chief Executive — Marlow Vale Council"
    assert "│  ├─ Adviser (4 seats): Eve Hale, José Núñez" in lines
    trees = rows(sederunt("chart", "--format", "json"))
    assert trees[0]["post"] == "Chief Executive"
    drawn = sederunt("chart", "--format", "mermaid").stdout.splitlines()
    assert drawn.count("flowchart TD") == 1
    assert len(sederunt("chart", "--format", "dot").stdout.splitlines()) > len(trees)


def test_the_charts_of_one_document(sederunt, tmp_path):
    for name, head in (("place", "Director of Place"), ("people", "Director of People")):
        text = f"Job title,Name,Reports to\n{head},Owen Rusk,\nManager of {name},Sian Pell,{head}\n"
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    graph = tmp_path / "a.graph"
    assert sederunt("load", tmp_path, on=graph).exit_code == 0
    assert sederunt("chart", "--document", "place.csv", on=graph).stdout.splitlines() == [
        "Director of Place: Owen Rusk",
        "└─ Manager of place: Sian Pell",
    ]
    both = sederunt("chart", "Director of Place", "--document", "place.csv", on=graph)
    assert (both.exit_code, both.stdout) == (2, "")
    assert "not both" in both.stderr

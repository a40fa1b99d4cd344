"""The page of what happened when: the spells and the attendance that the terminal tells, on a line of years and in a grid."""

import csv
import io
import re
from itertools import combinations
from pathlib import Path
from time import perf_counter

import pytest
from lxml import etree
from sederunt.graph.errors import QueryError
from sederunt.graph.model import Edge as Link
from sederunt.graph.model import Graph, difference
from sederunt.graph.model import Node as Thing
from sederunt.graph.store import open_store
from sederunt.queries.ask import run
from sederunt.queries.find import find
from sederunt.queries.terms import NOBODY, spells_of, with_gaps
from sederunt.viz.page import page as page_of
from sederunt.viz.page import visible
from sederunt.viz.picture import TIMES, Edge, Evidence, Node, Picture
from sederunt.viz.view import drawn

from tests.viz.conftest import NARROW, WIDE, data_of, sheets_of
from tests.viz.pictures import HOSTILE
from tests.viz.test_browser import bare, facts, hanging, heading, pressed, saved, serious, tabbed_to

BODY = "Tarnhithe Learning Partnership Group"
NAMES = [
    "Ruth Ellingworth",
    "Imran Chaudhry",
    BODY,
    "Children and Learning Scrutiny Committee",
    "post:tarnhithe-council/schools-finance-manager",
]
SCRIPTS = Path(__file__).parents[2] / "viz" / "scripts"
BOXES = """selector => [...document.querySelectorAll(selector)].filter(e => e.offsetParent && e.textContent.trim())
  .map(e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom, parseFloat(getComputedStyle(e).fontSize), e.textContent]; })"""
TEXTS = (
    ".group .name, .group small, .scale span, .mark .glyph, .grid tbody .name, .grid .presence, .grid .total, .grid tfoot td"
)


@pytest.fixture(scope="module")
def body(examples):
    return drawn(examples, "timeline", [BODY])


@pytest.fixture(scope="module")
def person(examples):
    return drawn(examples, "timeline", ["Imran Chaudhry"])


def crowd(people: int = 60, meetings: int = 24, name: str = "Person {} of the Long and Winding Name") -> Picture:
    """A body whose grid is full; of the first person papers tell two things at the first meeting."""
    sitters = [Node(f"person:{number}", "Person", name.format(number), (0, number)) for number in range(people)]
    sittings = [Node(f"meeting:{number}", "Meeting", f"Forum, meeting {number}", (0, 0)) for number in range(meetings)]
    roles = ("chaired", "present", "apologies", "absent")
    edges = [_sat(one, other, roles[(one * 7 + other) % 4]) for one in range(people) for other in range(meetings)]
    edges.insert(1, _sat(0, 0, "apologies"))
    grid = {
        "meetings": [{"node": people + number, "date": _date(number)} for number in range(meetings)],
        "people": [
            {"node": one, "facts": [at for at, edge in enumerate(edges) if edge.start == f"person:{one}"]}
            for one in range(people)
        ],
    }
    rows = [_row(number, f"20{10 + number % 9}-03-01", f"20{12 + number % 9}-05-31") for number in range(8)]
    rows.append({"title": "Meetings", "node": None, "key": "", "bars": [], "marks": list(range(meetings + 1))})
    plan = {"groups": [{"title": "Member", "node": None, "rows": rows}], "first": _date(0), "last": "2021-06-30", "grid": grid}
    return Picture(TIMES, "Forum over time", "Many.", (*sitters, *sittings), tuple(edges), (), (), plan | {"undated": [5]})


def _date(number: int) -> str:
    return f"{2010 + number // 2}-{3 + 6 * (number % 2):02}-14"


def _sat(one: int, other: int, role: str) -> Edge:
    proof = (Evidence(f"line of {one}", f"Minutes {other}", f"{other}.txt", f"line {one}"),)
    date = _date(other)
    link = {"apologies": "SENT_APOLOGIES", "absent": "ABSENT_FROM"}.get(role, "ATTENDED")
    return Edge(f"person:{one}", link, f"meeting:{other}", role, role, date, "stated", 0.9, proof, 0, date, date)


def _row(number: int, start: str, end: str) -> dict:
    bar = {"start": start, "end": end, "how": "told", "text": f"from {start} to {end}", "fact": number}
    return {"title": f"Person {number}", "node": number, "key": "member", "bars": [bar], "marks": []}


def overlapping(page, selector):
    boxes = page.evaluate(BOXES, selector)
    assert boxes
    assert min(box[4] for box in boxes) >= 11
    return [
        (one[5], other[5])
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] - 0.5 and other[0] < one[2] - 0.5 and one[1] < other[3] - 0.5 and other[1] < one[3] - 0.5
    ]


# As the terminal tells it ----------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("stated", [False, True])
def test_the_bars_are_the_spells_of_the_terminal(examples, name, stated):
    thing = find(examples, name, ("Person", "Body", "Post"))
    picture = drawn(examples, "timeline", [name], stated=stated)
    told = spells_of(examples, thing.id, stated=stated)
    whole = told if thing.label == "Person" else list(with_gaps(told))
    bars = [bar for group in picture.plan["groups"] for row in group["rows"] for bar in row["bars"]]
    assert sorted((bar["start"], bar["end"], bar["how"]) for bar in bars) == sorted((s.start, s.end, s.how) for s in whole)
    assert {bar["how"] for bar in bars if bar["fact"] is None} <= {NOBODY}
    for spell in whole:
        own = [edge for edge in picture.edges if edge.start == spell.person_id]
        assert spell.how == NOBODY or any(
            line.quote == spell.proof[0] and line.source == spell.proof[1] for edge in own for line in edge.evidence
        )


def test_a_bar_leads_to_the_seat_or_to_the_meeting_that_shows_it(body):
    for group in body.plan["groups"]:
        for row in group["rows"]:
            for edge in (body.edges[bar["fact"]] for bar in row["bars"] if bar["fact"] is not None):
                assert edge.start == body.nodes[row["node"]].id
                assert edge.link != "SITS_ON" or edge.role == row["key"] == group["title"].lower()


@pytest.mark.parametrize("name", [BODY, "Tarnhithe Locality Improvement Board", "Governing Body"])
def test_the_attendance_is_that_of_the_terminal(visit, examples, name):
    picture = drawn(examples, "timeline", [name])
    rows = run(examples, "attendance", body=picture.asked[0]).table.records()
    grid = picture.plan["grid"]
    if len({row["meetings"] for row in rows} & {0, 1}):
        assert grid is None
        return
    assert len(grid["meetings"]) == rows[0]["meetings"]
    assert [picture.nodes[person["node"]].id for person in grid["people"]] == [row["person_id"] for row in rows]
    page = visit(picture)
    cells = page.evaluate(
        "[...document.querySelectorAll('.grid tbody tr')].map(r => [...r.querySelectorAll('.who, .total')].map(e => e.textContent))"
    )
    sums = [kind for kind in ("present", "apologies", "absent") if kind == "present" or any(row[kind] for row in rows)]
    assert cells == [[visible(row["person"]), *(str(row[kind] or "") for kind in sums), f"{row['rate']:.0%}"] for row in rows]


@pytest.mark.parametrize("name", NAMES)
def test_no_fact_is_dropped(examples, name):
    thing = find(examples, name, ("Person", "Body", "Post"))
    picture = drawn(examples, "timeline", [name])
    near = "MATCH (x:Person|Body|Post {id: $id})-[r:SITS_ON|HOLDS]-(:Person|Body|Post) RETURN count(r) AS number"
    at = {
        "Person": "MATCH (:Person {id: $id})-[r:ATTENDED|SENT_APOLOGIES|ABSENT_FROM|LED]->(:Meeting) RETURN count(r) AS number",
        "Body": "MATCH (:Body {id: $id})<-[:MEETING_OF]-(:Meeting)<-[r:ATTENDED|SENT_APOLOGIES|ABSENT_FROM]-(:Person) RETURN count(r) AS number",
        "Post": "MATCH (:Post {id: $id})-[r:POST_IN]->(:Body|Unit|Organisation) RETURN count(r) AS number",
    }[thing.label]
    number = sum(examples.ask(query, {"id": thing.id}).rows[0][0] for query in (near, at))
    assert number == len(picture.edges) > 0
    shown = {bar["fact"] for group in picture.plan["groups"] for row in group["rows"] for bar in row["bars"]}
    shown |= {mark for group in picture.plan["groups"] for row in group["rows"] for mark in row["marks"]}
    shown |= {fact for each in (picture.plan["grid"] or {"people": []})["people"] for fact in each["facts"]}
    assert (shown | set(picture.plan["undated"])) - {None} == set(range(number))


def test_each_fact_has_the_line_that_the_graph_gives(examples, body):
    sat = [edge for edge in body.edges if edge.link != "SITS_ON"]
    for edge in sat:
        (row,) = [
            row
            for row in run(examples, "meeting-attendance", meeting=edge.end).table.records()
            if row["person_id"] == edge.start
            and row["attendance"] == ("present" if edge.role in ("chaired", "in attendance") else edge.role)
        ]
        assert (edge.evidence[0].quote, edge.evidence[0].source, edge.basis) == (row["quote"], row["source"], row["basis"])
        assert edge.evidence[0].path.endswith(".txt")


def test_the_line_ends_with_the_last_paper(examples, body):
    cited = {line.path for edge in body.edges for line in edge.evidence}
    last = max(row["date"] for row in run(examples, "documents").table.records() if row["path"] in cited)
    assert body.plan["last"] == last == "2019-02-01"
    assert body.notes[-1] == "The line ends with the last paper that tells of it, 1 February 2019."


def test_no_clock_is_asked():
    for name in ("times", "days", "presence"):
        text = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
        assert not re.search(r"Date\.now|new Date\(\)|performance\.now", text), name


def test_the_page_is_the_same_each_time(examples, body):
    assert page_of(drawn(examples, "timeline", [BODY])) == page_of(body)


# What papers seldom hold ------------------------------------------------------------------

PROVED = {"quote": "q", "source": "Roll, line 1", "basis": "stated", "confidence": 0.9, "statements": ["statement:1"]}


def told(store_at, *seats, vacant=False):
    """A graph of Ann and Bob with such seats in a post and on a board."""
    own = {"aliases": [], "initials": [], "partial": False}
    nodes = [Thing(id=f"person:{name}", label="Person", properties=own | {"name": name.title()}) for name in ("ann", "bob")]
    nodes.append(Thing(id="body:board", label="Body", properties={"name": "Board", "aliases": []}))
    nodes.append(
        Thing(id="post:clerk", label="Post", properties={"name": "Clerk", "aliases": [], "seats": 1, "vacant": vacant})
    )
    claim = {"quote": "q", "locator": "line 1", "subject": "person:ann", "subject_text": "Ann", "status": "resolved"}
    claim |= {"basis": "stated", "confidence": 0.9, "candidates": [], "claim": "{}", "value": "{}"}
    paper = {"name": "Roll", "aliases": [], "path": "roll.txt", "title": "Roll", "format": "text", "sha256": "01"}
    nodes.append(Thing(id="statement:1", label="Statement", properties=claim))
    nodes.append(Thing(id="document:roll.txt", label="Document", properties=paper))
    edges = [Link(type=link, start=start, end=end, properties=PROVED | more) for start, link, end, more in seats]
    edges.append(Link(type="IN_DOCUMENT", start="statement:1", end="document:roll.txt", properties={}))
    store = open_store(store_at / "told.graph", create=True)
    store.apply(difference(Graph(), Graph(nodes=nodes, edges=edges)))
    return store


def test_terms_that_are_told(tmp_path):
    seats = [
        (
            "person:ann",
            "HOLDS",
            "post:clerk",
            {"acting": True, "spells": ["2001-01-01/2004-12-31"], "start": "2001", "end": "2004"},
        ),
        ("person:bob", "HOLDS", "post:clerk", {"acting": False, "spells": ["2006-03-01/"], "start": "2006-03"}),
        ("person:bob", "SITS_ON", "body:board", {"role": "chair"}),
    ]
    with told(tmp_path, *seats, vacant=True) as store:
        post, bob = drawn(store, "timeline", ["post:clerk"]), drawn(store, "timeline", ["person:bob"])
    (group,) = post.plan["groups"]
    assert [(row["title"], row["bars"][0]["how"]) for row in group["rows"]] == [
        ("Ann (acting)", "told"),
        ("Nobody known", "nobody known"),
        ("Bob", "told"),
    ]
    assert [row["bars"][0]["end"] for row in group["rows"]] == ["2004-12-31", "2006-02-28", ""]
    assert post.notes[0] == "A paper calls this post vacant."
    assert [group["title"] for group in bob.plan["groups"]] == ["Clerk"]
    assert [bob.edges[at].label for at in bob.plan["undated"]] == ["chair of"]


def test_where_nothing_is_told_there_is_no_page(tmp_path):
    with told(tmp_path) as store:
        assert not drawn(store, "timeline", ["person:ann"])
        with pytest.raises(QueryError, match="1 name, not 2"):
            drawn(store, "timeline", ["person:ann", "person:bob"])


def test_what_has_no_date_at_all_is_listed(visit, tmp_path):
    with told(tmp_path, ("person:ann", "SITS_ON", "body:board", {"role": "chair"})) as store:
        page = visit(drawn(store, "timeline", ["person:ann"]))
    assert not page.locator(".spans").is_visible()
    page.locator(".aside button").click()
    assert [fact["words"] for fact in facts(page)] == ["Ann chair of Board"]


# In the browser ---------------------------------------------------------------------------


@pytest.mark.parametrize("prepare", [lambda context: context.set_offline(True), hanging], ids=["offline", "hanging"])
def test_it_is_drawn_without_a_network(visit, body, prepare):
    page = visit(body, prepare=prepare)
    bars = [bar for group in body.plan["groups"] for row in group["rows"] for bar in row["bars"]]
    assert page.locator(".bar").count() == len(bars)
    assert page.locator(".presence").count() == sum(len(each["facts"]) for each in body.plan["grid"]["people"])
    assert len(data_of(page.content())["edges"]) == page.locator("#facts tbody tr").count()


def test_bars_marks_cells_and_heads_open_their_evidence(visit, body, person):
    page = visit(body)
    for selector in (".bar.seen", ".presence"):
        number = int(page.locator(selector).first.get_attribute("data-fact"))
        page.locator(selector).first.click()
        assert [fact["quotes"][0] for fact in facts(page)] == [body.edges[number].evidence[0].quote]
    page.locator(".date").first.click()
    meeting = body.nodes[body.plan["grid"]["meetings"][0]["node"]]
    assert heading(page) == meeting.name
    assert len(facts(page)) == sum(edge.end == meeting.id for edge in body.edges)
    page.locator(".grid tbody .name").first.click()
    assert heading(page) == body.nodes[body.plan["grid"]["people"][0]["node"]].name
    page = visit(person)
    number = int(page.locator(".mark").first.get_attribute("data-fact"))
    page.locator(".mark").first.click()
    assert [fact["quotes"][0] for fact in facts(page)] == [person.edges[number].evidence[0].quote]


def test_bars_stand_where_their_days_are(visit, body):
    page = visit(body)
    line = page.locator(".scale").bounding_box()
    boxes = page.evaluate(
        "[...document.querySelectorAll('.bar.seen')].map(b => [Number(b.dataset.fact), b.getBoundingClientRect().left, b.getBoundingClientRect().right])"
    )
    assert all(line["x"] - 1 <= left <= right <= line["x"] + line["width"] + 9 for _, left, right in boxes)
    begun = [(body.edges[number].first, left) for number, left, _ in boxes if body.edges[number].link == "SITS_ON"]
    assert [left for _, left in sorted(begun)] == sorted(left for _, left in begun)


def test_the_filters_reach_bars_cells_and_totals(visit, body):
    page = visit(body)
    before = page.locator(".grid tbody .total").all_text_contents()
    page.locator('[data-key="present"]').click()
    assert page.locator('.presence:visible:has-text("P")').count() == 0
    assert page.locator(".grid tbody .total").all_text_contents() != before
    page.locator('[data-key="member"]').click()
    assert "Member" not in page.locator(".group:visible h2").all_text_contents()
    assert page.locator("#facts tbody tr:visible").count() == sum(edge.role not in ("present", "member") for edge in body.edges)


def test_years_narrow_the_line_and_the_grid(visit, body):
    page = visit(body)
    years = page.locator(".scale .year").all_text_contents()
    page.locator("#from").select_option("2018")
    page.locator("#to").select_option("2018")
    assert page.locator(".scale .year").all_text_contents() == ["2018"] != years
    assert page.locator(".date:visible").count() == 1
    again = visit(body, hash_="#from=2018&to=2018")
    assert again.locator(".date:visible").count() == 1


def test_by_keyboard_alone(visit, body):
    page = visit(body)
    tabbed_to(page, ".times [data-fact], .times [data-node]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.matches('.bar')")
    page.keyboard.press("Enter")
    assert len(facts(page)) == 1
    assert page.evaluate("document.activeElement.closest('#panel') !== null")
    page.keyboard.press("Escape")
    page.locator(".grid tbody tr").nth(2).locator(".name").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.matches('.presence')")
    column = page.evaluate("document.activeElement.parentElement.cellIndex")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("[document.activeElement.parentElement.cellIndex, document.activeElement.closest('tr').rowIndex]") == [
        column,
        3,
    ]
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.matches('.grid .name')")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_search_leads_to_a_name(visit, body, size):
    page = visit(body, size=size)
    page.locator("#search").fill("Wieczorek")
    page.keyboard.press("Enter")
    assert heading(page) == "Tomasz Wieczorek"
    box = page.locator(".times .chosen").first.bounding_box()
    assert 0 <= box["y"] < (800 if size == WIDE else page.locator("#panel").bounding_box()["y"])


@pytest.mark.parametrize("which", ["body", "person"])
def test_the_address_keeps_what_is_chosen(visit, request, which):
    picture = request.getfixturevalue(which)
    page = visit(picture)
    page.locator('[data-key="inferred"]').click()
    page.locator(".times button[data-fact]:visible").first.click()
    shown, hash_ = facts(page), page.evaluate("location.hash")
    again = visit(picture, hash_=hash_)
    assert (facts(again), pressed(again)) == (shown, pressed(page))


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_it_is_saved_whole(visit, body, size):
    page = visit(body, size=size)
    page.locator(".frame").evaluate("e => { e.scrollLeft = 60; }")
    texts = bare("".join(etree.fromstring(saved(page, "svg")).itertext()))
    people = [node.name for node in body.nodes if node.kind == "Person"]
    assert [name for name in people if bare(name) not in texts] == []
    assert saved(page, "png").startswith(b"\x89PNG")
    rows = list(csv.DictReader(io.StringIO(saved(page, "csv").decode("utf-8-sig"), newline="")))
    assert [row["quoted line"] for row in rows] == [line.quote for edge in body.edges for line in edge.evidence]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("which", ["body", "person"])
def test_nothing_serious_stands_in_the_way_of_anybody(visit, request, which, scheme):
    page = visit(request.getfixturevalue(which), color_scheme=scheme)
    assert serious(page) == []
    page.locator(".times button[data-fact]").first.click()
    assert serious(page) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("which", ["body", "person"])
def test_no_two_labels_overlap(visit, request, which, size):
    page = visit(request.getfixturevalue(which), size=size)
    assert overlapping(page, TEXTS) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_large_grid_is_quick_and_keeps_names_and_dates_in_sight(visit, size):
    began = perf_counter()
    page = visit(crowd(), size=size)
    assert page.locator(".presence").count() == 60 * 24 + 1
    assert perf_counter() - began < 20
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cells = ".grid thead .date, .grid .presence"
    assert overlapping(page, cells) == []
    assert overlapping(page, ".grid tbody .name, .grid tbody .total, .grid tbody .presence") == []
    frame = page.locator(".frame")
    frame.evaluate("e => { e.scrollIntoView(); e.scrollLeft = 500; e.scrollTop = 700; }")
    box = frame.bounding_box()
    name = page.locator(".grid tbody .who").nth(40).bounding_box()
    assert abs(name["x"] - box["x"]) <= 2
    assert abs(page.locator(".grid thead .date").nth(20).bounding_box()["y"] - box["y"]) < 50
    taken = page.evaluate(
        """async () => { const button = document.querySelector('[data-key="present"]'); const began = performance.now();
          button.click(); document.body.offsetHeight; return performance.now() - began; }"""
    )
    assert taken < 1500


def test_what_papers_tell_in_two_ways_is_marked(visit):
    page = visit(crowd(4, 3))
    cell = page.locator(".grid .disputed")
    assert cell.count() == 1
    assert cell.locator(".presence").count() == 2
    cell.locator(".presence").nth(1).click()
    assert [fact["words"] for fact in facts(page)] == ["Person 0 of the Long and Winding Name apologies Forum, meeting 0"]


def test_on_a_telephone_the_grid_scrolls_by_itself(visit, body):
    page = visit(body, size=NARROW, has_touch=True)
    page.locator(".presence").first.tap()
    assert len(facts(page)) == 1
    small = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => e.offsetParent && e.innerText && parseFloat(getComputedStyle(e).fontSize) < 11).length"
    )
    assert small == 0


@pytest.mark.parametrize("which", ["body", "crowd"])
def test_print_holds_every_name_and_quote(visit, body, which):
    picture = body if which == "body" else crowd(12, 24)
    text = bare("".join(sheets_of(visit(picture).pdf(prefer_css_page_size=True))))
    assert [node.name for node in picture.nodes if node.kind == "Person" and bare(node.name) not in text] == []
    assert [edge for edge in picture.edges if bare(edge.evidence[0].quote) not in text] == []


def test_print_of_a_crowd_leaves_out_the_table_and_says_so(visit):
    picture = crowd()
    sheets = sheets_of(visit(picture).pdf(prefer_css_page_size=True))
    text = bare("".join(sheets))
    assert len(sheets) < 12
    assert [node.name for node in picture.nodes if node.kind == "Person" and bare(node.name) not in text] == []
    assert bare(f"The {len(picture.edges)} facts with their quoted lines would fill many sheets and are not printed") in text


def test_letters_of_the_grid_are_explained(visit, body):
    page = visit(body)
    told = {
        sign.split(" ", 1)[0][-1]: sign.split(" ", 1)[1]
        for sign in page.locator(".letters span:has(.letter)").all_inner_texts()
    }
    letters = {"chaired": "C", "present": "P", "in attendance": "I", "apologies": "A", "absent": "N"}
    roles = {edge.role for edge in body.edges if edge.link in ("ATTENDED", "SENT_APOLOGIES", "ABSENT_FROM")}
    assert "in attendance" in roles
    assert set(told) == {letters[role] for role in roles} == set(page.locator(".presence .letter").all_inner_texts())
    assert told["I"] == "in attendance"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_hostile_text_is_shown_as_it_is(visit, size):
    texts = list(HOSTILE.values())
    plain = crowd(len(texts), 2)
    nodes = [Node(node.id, node.kind, texts[at % len(texts)], node.at) for at, node in enumerate(plain.nodes)]
    edges = [
        Edge(e.start, e.link, e.end, t[:200], e.role, t[:200], "stated", 0.5, (Evidence(t, t, t, t),), 0, e.first, e.last)
        for at, e in enumerate(plain.edges)
        for t in (texts[at % len(texts)],)
    ]
    rows = [row | {"title": texts[at], "key": texts[at][:40]} for at, row in enumerate(plain.plan["groups"][0]["rows"])]
    bars = [row | {"bars": [bar | {"text": texts[at]} for bar in row["bars"]]} for at, row in enumerate(rows)]
    plan = plain.plan | {"groups": [{"title": texts[0], "node": None, "rows": bars}], "undated": list(range(len(texts)))}
    picture = Picture(TIMES, texts[0], texts[1], tuple(nodes), tuple(edges), (), tuple(texts), plan)
    page = visit(picture, size=size)
    assert page.locator(".line .name").all_text_contents() == [visible(row["title"]) for row in rows]
    assert page.locator(".grid tbody .name").all_text_contents() == [visible(text) for text in texts]
    assert page.evaluate("document.querySelectorAll('img, iframe, #panel script, .times .times script').length") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page_of(picture).count("</script>") == 3


def test_without_scripts_the_table_is_there(visit, body):
    page = visit(body, java_script_enabled=False)
    assert page.locator("#facts tbody tr:visible").count() == len(body.edges)

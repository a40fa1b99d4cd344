"""The page of how two are connected: the same ways as the terminal tells, drawn so that they can be read, chosen and saved."""

import csv
import io
from itertools import combinations, pairwise

import pytest
from lxml import etree
from sederunt.graph.errors import QueryError
from sederunt.queries.ask import run
from sederunt.queries.path import path, ways
from sederunt.viz.page import page as page_of
from sederunt.viz.page import visible
from sederunt.viz.picture import PATHS, Edge, Evidence, Node, Picture
from sederunt.viz.view import drawn

from tests.viz.conftest import NARROW, WIDE, data_of, sheets_of
from tests.viz.pictures import HOSTILE
from tests.viz.test_browser import bare, facts, hanging, heading, pressed, saved, serious, tabbed_to

PAIRS = [
    ("Lorna Haddow", "Ruth Ellingworth"),
    ("Desmond Achebe", "Imran Chaudhry"),
    ("Catrin Bevan", "Tarnhithe Locality Improvement Board"),
    ("Gareth Penhale", "People"),
]
BOXES = """() => [...document.querySelectorAll('.strip .name, .strip small, .strip .word, .strip .number')].filter(e => e.offsetParent)
  .map(e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom, parseFloat(getComputedStyle(e).fontSize), e.textContent]; })"""
PROOF = (Evidence("a line", "Minutes", "minutes.txt", "line 1"),)


@pytest.fixture(scope="module")
def far(examples):
    return drawn(examples, "connections", PAIRS[0])


def fan(across: int, between: int = 1, texts: tuple[str, ...] = ()) -> Picture:
    """Two people and many ways between them; each name, link and line may be of given texts."""
    said = texts or ("member of",)
    columns = [["one"], *([f"{column}-{row}" for row in range(across)] for column in range(between)), ["other"]]
    ids = [id_ for column in columns for id_ in column]
    names = {id_: texts[at % len(texts)] if texts else f"Name {id_} of the Partnership" for at, id_ in enumerate(ids)}
    nodes = tuple(Node(id_, "Body", names[id_], (at, 0)) for at, column in enumerate(columns) for id_ in column)
    rows = [["one", *(column[row] for column in columns[1:-1]), "other"] for row in range(across)]
    edges = tuple(_edge(start, end, said[row % len(said)]) for row, way in enumerate(rows) for start, end in pairwise(way))
    plan = [[ids.index(id_) for id_ in way] for way in rows]
    return Picture(PATHS, names["one"], "Ways.", nodes, edges, ("one", "other"), (), plan)


def _edge(start: str, end: str, text: str) -> Edge:
    proof = PROOF if text == "member of" else (Evidence(text, text, text, text),)
    return Edge(start, "SITS_ON", end, text[:200], "member" if text == "member of" else text[:200], "", "stated", 0.9, proof)


# What is drawn --------------------------------------------------------------------------


@pytest.mark.parametrize("names", PAIRS, ids=" – ".join)
def test_the_first_way_is_that_of_the_terminal(examples, names):
    picture = drawn(examples, "connections", names)
    told = path(examples, picture.asked).table.records()
    asked = run(examples, "path", **dict(zip(("from", "to"), picture.asked, strict=True))).table.records()
    assert told == asked
    ids = [node.id for node in picture.nodes]
    assert [ids[at] for at in picture.plan[0]] == [told[0]["from_id"], *(step["to_id"] for step in told)]
    for step in told:
        (edge,) = [
            edge
            for edge in picture.edges
            if {edge.start, edge.end} == {step["from_id"], step["to_id"]}
            and (edge.link, edge.role) == (step["link"], step["role"] or "")
        ]
        assert (edge.evidence[0].quote, edge.basis) == (step["quote"], step["basis"])


@pytest.mark.parametrize("names", PAIRS, ids=" – ".join)
def test_all_the_shortest_ways_are_there(examples, names):
    picture = drawn(examples, "connections", names)
    ids = [node.id for node in picture.nodes]
    found = {tuple(ids[at] for at in way) for way in picture.plan}
    links = "SITS_ON|HOLDS|POST_IN|REPORTS_TO|HEADS|PART_OF|REPRESENTS|AFFILIATED_TO|REPLACED_BY"
    rows = examples.ask(
        f"MATCH (a:Person|Body|Organisation|Unit|Post {{id: $one}}) MATCH (b:Person|Body|Organisation|Unit|Post {{id: $other}}) "
        f"MATCH p = allShortestPaths((a)-[:{links}*..8]-(b)) RETURN [n IN nodes(p) | n.id] AS ids",
        dict(zip(("one", "other"), picture.asked, strict=True)),
    ).rows
    assert found == {tuple(row[0]) for row in rows}
    assert len(found) == len(picture.plan)


def test_many_ways_are_counted_and_the_best_are_told(examples, far):
    found = ways(examples, far.asked, most=3)
    assert (len(found.things), found.number) == (3, len(far.plan))
    assert found.things[0] == ways(examples, far.asked, most=1).things[0]
    everything = ways(examples, far.asked, most=1000).things
    assert found.things == everything[:3]
    assert len(set(everything)) == len(everything) == found.number


def test_ways_that_begin_alike_stand_side_by_side(far):
    for length in (2, 3, 4):
        begun = [tuple(way[:length]) for way in far.plan]
        assert len(set(begun)) == sum(one != other for one, other in pairwise([None, *begun]))


def test_stated_alone_is_as_the_terminal_has_it(examples):
    picture = drawn(examples, "connections", PAIRS[1], stated=True)
    told = path(examples, picture.asked, stated=True).table.records()
    assert {edge.basis for edge in picture.edges} <= {"stated"}
    assert len(told) == (len(picture.plan[0]) - 1 if picture.plan else 0)


def test_one_and_the_same_is_no_connection(examples):
    with pytest.raises(QueryError, match="Both names mean Catrin Bevan"):
        drawn(examples, "connections", ["Catrin Bevan", "catrin bevan"])


# In the browser -------------------------------------------------------------------------


@pytest.mark.parametrize("prepare", [lambda context: context.set_offline(True), hanging], ids=["offline", "hanging"])
def test_it_is_drawn_without_a_network(visit, far, prepare):
    page = visit(far, prepare=prepare)
    assert page.locator(".way").count() == len(far.plan)
    assert page.locator(".stop").count() == sum(map(len, far.plan))
    assert len(data_of(page.content())["edges"]) == page.locator("tbody tr").count() == len(far.edges)


def test_a_step_opens_its_line_and_a_name_its_facts(visit, far):
    page = visit(far)
    number = int(page.locator(".step").first.get_attribute("data-fact"))
    page.locator(".step").first.click()
    (fact,) = facts(page)
    assert fact["quotes"][0] == far.edges[number].evidence[0].quote
    assert page.url.endswith(f"#fact={number + 1}")
    page.locator(".stop").first.click()
    assert heading(page) == "Lorna Haddow"


def test_the_words_of_a_way_are_shown_beneath_it(visit, far):
    page = visit(far)
    assert page.locator(".words blockquote").count() == 0
    page.locator(".number").nth(1).click()
    way = [far.nodes[at].id for at in far.plan[1]]
    quotes = [edge.evidence[0].quote for step in pairwise(way) for edge in far.edges if {edge.start, edge.end} == set(step)]
    assert page.locator(".words blockquote:visible").all_text_contents() == quotes
    page.locator(".number").nth(1).click()
    assert page.locator(".words blockquote:visible").count() == 0


def test_a_single_way_shows_its_words_at_once(visit):
    assert visit(fan(1)).locator(".words blockquote").count() == 2


def test_what_two_ways_share_is_marked(visit, far):
    page = visit(far)
    first = page.locator(".way").nth(1).locator(".cell")
    both = [one == other for one, other in zip(far.plan[0], far.plan[1], strict=True)]
    seen = [first.nth(2 * at).evaluate("e => e.classList.contains('above')") for at in range(len(both))]
    assert seen == both


def test_a_filter_takes_the_ways_that_need_what_is_hidden(visit, far):
    page = visit(far)
    page.locator('[data-key="vice-chair"]').click()
    ids = [node.id for node in far.nodes]
    roles = {}
    for edge in far.edges:
        roles.setdefault(frozenset((edge.start, edge.end)), set()).add(edge.role)
    left = [way for way in far.plan if all(roles[frozenset((ids[a], ids[b]))] - {"vice-chair"} for a, b in pairwise(way))]
    assert 0 < len(left) < len(far.plan)
    assert page.locator(".way:visible").count() == len(left)
    page.locator('[data-key="member"]').click()
    assert page.get_by_text("No whole way is left").is_visible()


def test_many_ways_are_folded(visit):
    page = visit(fan(47))
    assert page.locator(".way:visible").count() == 30
    page.get_by_role("button", name="Show 17 more ways").click()
    assert page.locator(".way:visible").count() == 47
    again = visit(fan(47), hash_="#at=0-40")
    assert again.locator(".stop.chosen:visible").count() == 1


def test_by_keyboard_alone(visit, far):
    page = visit(far)
    tabbed_to(page, ".number")
    page.keyboard.press("Enter")
    assert page.locator(".words blockquote:visible").count() > 0
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.title") == "Lorna Haddow"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert len(facts(page)) == 1
    assert page.evaluate("document.activeElement.closest('#panel') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.step')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.title") == "Ruth Ellingworth"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.className") == "number"


def test_search_leads_to_a_name(visit, far):
    page = visit(far, size=NARROW)
    name = far.nodes[far.plan[-1][2]].name
    page.locator("#search").fill(name)
    page.keyboard.press("Enter")
    assert heading(page) == name
    box = page.locator(".stop.chosen").first.bounding_box()
    assert 0 <= box["y"] < page.locator("#panel").bounding_box()["y"]


def test_the_address_keeps_what_is_chosen(visit, far):
    page = visit(far)
    page.locator('[data-key="vice-chair"]').click()
    page.locator(".step:visible").nth(2).click()
    shown, hash_ = facts(page), page.evaluate("location.hash")
    again = visit(far, hash_=hash_)
    assert (facts(again), pressed(again)) == (shown, pressed(page))


def test_it_is_saved(visit, far):
    page = visit(far)
    texts = bare("".join(etree.fromstring(saved(page, "svg")).itertext()))
    assert [node.name for node in far.nodes if bare(node.name) not in texts] == []
    assert saved(page, "png").startswith(b"\x89PNG")
    rows = list(csv.DictReader(io.StringIO(saved(page, "csv").decode("utf-8-sig"), newline="")))
    assert [row["quoted line"] for row in rows] == [line.quote for edge in far.edges for line in edge.evidence]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_the_way_of_anybody(visit, far, scheme):
    page = visit(far, color_scheme=scheme)
    page.locator(".number").first.click()
    assert serious(page) == []
    page.locator("#search").fill("Lascelles")
    page.keyboard.press("Enter")
    assert serious(page) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("which", ["examples", "many", "long"])
def test_no_two_labels_overlap(visit, far, which, size):
    picture = {"examples": far, "many": fan(25, 3), "long": fan(6, 4, ("Committee of the Whole Partnership " * 12,))}[which]
    page = visit(picture, size=size)
    boxes = page.evaluate(BOXES)
    assert min(box[4] for box in boxes) >= 11
    assert [
        (one[5], other[5])
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] - 0.5 and other[0] < one[2] - 0.5 and one[1] < other[3] - 0.5 and other[1] < one[3] - 0.5
    ] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("names", [5, 6, 9])
def test_a_long_way_goes_on_in_further_lines(visit, names):
    page = visit(fan(3, names - 2))
    assert page.locator(".strip .frame").evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    ways = [
        [box["x"] for box in (each.bounding_box() for each in way.locator(".stop").all())] for way in page.locator(".way").all()
    ]
    assert ways[0] == ways[1] == ways[2]
    lines = 1 + sum(other < one for one, other in pairwise(ways[0]))
    assert lines == {5: 1, 6: 2, 9: 3}[names]


def test_on_a_telephone_a_way_runs_downwards(visit, far):
    page = visit(far, size=NARROW, has_touch=True)
    tops = [box["y"] for box in (each.bounding_box() for each in page.locator(".way").first.locator(".stop").all())]
    assert all(other - one > 40 for one, other in pairwise(tops))
    page.locator(".step").first.tap()
    assert len(facts(page)) == 1


def test_hostile_text_is_shown_as_it_is(visit):
    texts = tuple(HOSTILE.values())
    picture = fan(len(texts), 2, texts)
    page = visit(picture)
    assert page.locator(".stop .name").all_text_contents() == [
        visible(picture.nodes[at].name) for way in picture.plan for at in way
    ]
    for number in range(len(texts)):
        page.locator(".number").nth(number).click()
    assert visible(HOSTILE["script"]) in page.locator(".words blockquote").all_text_contents()
    assert page.evaluate("document.querySelectorAll('img, iframe, #panel script, .strip script').length") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page_of(picture).count("</script>") == 3


def test_without_scripts_and_on_paper_the_table_is_there(visit, far):
    page = visit(far, java_script_enabled=False)
    assert page.locator("tbody tr:visible").count() == len(far.edges)
    text = bare("".join(sheets_of(visit(far).pdf())))
    assert [edge for edge in far.edges if bare(edge.evidence[0].quote) not in text] == []


def test_the_page_is_the_same_each_time(examples, far):
    assert page_of(drawn(examples, "connections", PAIRS[0])) == page_of(far)

"""The map of everything: of the example papers, and of made-up towns with three thousand things."""

import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree
from sederunt.graph.model import Graph, difference
from sederunt.graph.store import open_store
from sederunt.queries.ask import run
from sederunt.viz.landscape import FEW, laid
from sederunt.viz.layout import overlapping
from sederunt.viz.network import LIVE, size
from sederunt.viz.page import page as written
from sederunt.viz.view import drawn

from tests.viz.conftest import NARROW, data_of, settled, until
from tests.viz.test_browser import INK, facts, heading, saved, serious
from tests.viz.towns import towns

THINGS, LINKS = 3_000, 7_000
PLACES = (
    "import sys; from tests.viz.towns import towns; from tests.viz.test_map import places; print(places(towns(2_000, 5_000)))"
)


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """The graph of some towns."""
    with open_store(tmp_path_factory.mktemp("towns") / "towns.graph", create=True) as store:
        store.apply(difference(Graph(), towns(THINGS, LINKS)))
        yield store


@pytest.fixture(scope="session")
def large(many):
    return drawn(many, "map", [])


@pytest.fixture(scope="session")
def small(examples):
    return drawn(examples, "map", [])


def places(graph):
    numbers = {node.id: number for number, node in enumerate(graph.nodes)}
    return laid({(numbers[edge.start], numbers[edge.end]) for edge in graph.edges}, [(0, 0)] * len(numbers))


def sought(page, name):
    page.locator("#search").fill(name)
    page.keyboard.press("Enter")


def middle(page):
    box = page.locator("canvas").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def of(picture, node):
    return [edge for edge in picture.edges if node.id in (edge.start, edge.end)]


def painted_only(picture):
    """What is linked too little to be drawn by vis-network, and has a name of its own."""
    links = {node.id: len(of(picture, node)) for node in picture.nodes if node.kind == "Person"}
    names = [node.name for node in picture.nodes]
    return [node for node in picture.nodes if links.get(node.id) == 2 and sum(node.name in name for name in names) == 1]


# What is on it --------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["small", "large"])
def test_a_map_has_everything_that_is_linked(request, examples, many, which):
    picture = request.getfixturevalue(which)
    answer = run(many if which == "large" else examples, "links").table.records()
    assert [(edge.start, edge.link, edge.end, edge.role) for edge in picture.edges] == [
        (row["start_id"], row["link"], row["end_id"], row["role"] or "") for row in answer
    ]
    assert {node.id for node in picture.nodes} == {row[end] for row in answer for end in ("start_id", "end_id")}
    assert all(edge.evidence[0].quote == row["quote"] for edge, row in zip(picture.edges, answer, strict=True))
    assert bool(picture.notes) == (which == "large")


def test_what_is_named_is_marked_and_all_else_is_there(examples, small):
    picture = drawn(examples, "map", ["Catrin Bevan"])
    assert [picture.names()[id_] for id_ in picture.asked] == ["Catrin Bevan"]
    assert picture.edges == small.edges


def test_only_what_is_stated(many, large):
    stated = drawn(many, "map", [], stated=True)
    assert 0 < len(stated.edges) == sum(edge.basis == "stated" for edge in large.edges) < len(large.edges)


def test_the_page_has_every_fact(visit, large):
    page = visit(large)
    data = data_of(page.content())
    assert len(data["edges"]) == len(large.edges) == LINKS
    assert len(data["nodes"]) == len(large.nodes)
    assert len(data["model"]["nodes"]) == LIVE
    assert page.locator("#count").text_content() == f"{LINKS} facts."


def test_the_table_of_a_large_map_tells_every_fact(visit, large):
    page = visit(large, java_script_enabled=False)
    rows = page.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [row.cells[0].textContent.split('; '), row.cells[1].textContent, row.cells[2].textContent.trim()])"
    )
    names = large.names()
    told = sorted((start, label, end) for starts, label, end in rows for start in starts)
    assert told == sorted((names[edge.start], edge.label, names[edge.end]) for edge in large.edges)
    assert len(rows) < len(large.edges)


# Where it stands ------------------------------------------------------------------------


def test_no_two_labels_of_a_small_map_overlap(small):
    assert FEW >= len(small.nodes) > 200
    assert not overlapping({node.id: node.at for node in small.nodes}, {node.id: size(node.name) for node in small.nodes})


def test_what_hangs_together_stands_together():
    graph = towns(2_000, 5_000)
    stand = dict(zip((node.id for node in graph.nodes), places(graph), strict=True))
    far = sorted(abs(stand[e.start][0] - stand[e.end][0]) + abs(stand[e.start][1] - stand[e.end][1]) for e in graph.edges)
    wide = max(x for x, _ in stand.values()) - min(x for x, _ in stand.values())
    assert far[len(far) // 2] < wide / 6


def test_hardly_two_marks_of_a_large_map_touch():
    stand = places(towns(2_000, 5_000))
    near = {}
    for x, y in stand:
        near.setdefault((x // 12, y // 12), []).append((x, y))
    crowded = [at for at in near.values() if len(at) > 1]
    assert sum(map(len, crowded)) < len(stand) / 10


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9, 40, 130])
def test_chains_stars_and_single_things_have_places(count):
    for pairs in ([], [(0, other) for other in range(1, count)], [(at, at + 1) for at in range(count - 1)]):
        for mark in ((0, 0), (120, 41)):
            stand = laid(pairs, [mark] * count)
            assert len(set(stand)) == count


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_same_links_stand_in_the_same_places(seed):
    made = subprocess.run(
        [sys.executable, "-c", PLACES],
        env=os.environ | {"PYTHONHASHSEED": seed},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )
    assert made.stdout.decode().strip() == str(places(towns(2_000, 5_000)))


def test_the_same_graph_gives_the_same_page(many, large):
    assert written(drawn(many, "map", [])) == written(large)


# In the browser -------------------------------------------------------------------------


def test_what_is_only_painted_is_found_and_clicked(visit, large):
    wanted = painted_only(large)[5]
    page = visit(large)
    sought(page, wanted.name)
    assert heading(page) == wanted.name
    assert len(facts(page)) == 2
    page.keyboard.press("Escape")
    assert facts(page) == []
    page.mouse.click(*middle(page))
    assert heading(page) == wanted.name
    assert [fact["quotes"][0] for fact in facts(page)] == [edge.evidence[0].quote for edge in of(large, wanted)]


def test_what_is_only_painted_is_walked_to(visit, large):
    page = visit(large)
    sought(page, painted_only(large)[7].name)
    page.keyboard.press("Escape")
    first = page.evaluate("location.hash")
    page.locator(".canvas").focus()
    page.keyboard.press("ArrowDown")
    names = [heading(page)]
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        names.append(heading(page))
    assert len(set(names)) > 2
    assert set(names) <= {node.name for node in large.nodes}
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == names[-1]
    assert page.evaluate("location.hash") != first


def test_under_the_pointer_what_is_linked_is_lit(visit, large):
    page = visit(large)
    sought(page, painted_only(large)[3].name)
    page.keyboard.press("Escape")
    before = settled(page, INK)
    x, y = middle(page)
    page.mouse.move(x + 3, y)
    page.mouse.move(x, y)
    assert page.evaluate("document.querySelector('.canvas').style.cursor") == "pointer"
    until(page, INK, lambda ink: ink != before)
    page.mouse.move(5, 5)
    until(page, INK, lambda ink: ink == before)


def test_a_filter_takes_away_what_is_painted(visit, large):
    page = visit(large)
    before = settled(page, INK)
    page.locator('[data-key="Person"]').click()
    until(page, INK, lambda ink: ink < before / 2)
    people = {node.id for node in large.nodes if node.kind == "Person"}
    left = sum(not {edge.start, edge.end} & people for edge in large.edges)
    assert page.locator("#count").text_content() == f"{left} of {LINKS} facts shown."
    page.locator('[data-key="Person"]').click()
    until(page, INK, lambda ink: ink == before)


def test_the_address_brings_back_a_painted_thing(visit, large):
    wanted = painted_only(large)[2]
    page = visit(large)
    sought(page, wanted.name)
    page.locator("#panel .focusing button").click()
    shown, hash_ = facts(page), page.evaluate("location.hash")
    again = visit(large, hash_=hash_)
    assert (facts(again), heading(again)) == (shown, wanted.name)
    assert f"focus={wanted.id.split(':')[0]}" in hash_


def test_zooming_and_moving_paint_anew(visit, large):
    page = visit(large)
    for _ in range(6):
        page.get_by_label("Larger").click()
    page.wait_for_timeout(300)
    near = page.evaluate(INK)
    page.mouse.move(*middle(page))
    page.mouse.down()
    page.mouse.move(middle(page)[0] - 400, middle(page)[1], steps=5)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert near > 5_000
    assert page.evaluate(INK) > 1_000
    page.get_by_label("Show the whole map").click()
    page.wait_for_timeout(300)
    assert page.evaluate(INK) > 5_000


def test_a_large_map_is_saved_whole(visit, large):
    page = visit(large)
    drawing = etree.fromstring(saved(page, "svg"))
    ways = [each.get("d") for each in drawing.iter("{*}path")]
    assert sum(way.count("M") for way in ways) == len(large.edges) + len(large.nodes)
    labels = ["".join(each.itertext()) for each in drawing.iter("{*}text")]
    assert len(labels) > 100
    assert saved(page, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize("which", ["small", "large"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_the_way(visit, request, which, scheme):
    page = visit(request.getfixturevalue(which), color_scheme=scheme)
    assert page.evaluate(INK) > 5_000
    assert serious(page) == []


@pytest.mark.parametrize("which", ["small", "large"])
def test_a_narrow_screen_shows_it(visit, request, which):
    page = visit(request.getfixturevalue(which), size=NARROW, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate(INK) > 1_000


WRITTEN = """(() => { const own = CanvasRenderingContext2D.prototype.fillText; window.written = [];
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) { own.call(this, text, x, y);
    const { a, b, c, d, e, f } = this.getTransform(); const wide = this.measureText(text).width;
    window.written.push([text, a * x + e - wide * a / 2, a * x + e + wide * a / 2, d * y + f, parseFloat(this.font.match(/([\\d.]+)px/)[1]) * a, this.canvas.isConnected]); }; })()"""


def noting(context):
    context.add_init_script(WRITTEN)


@pytest.mark.parametrize("which", ["small", "large"])
def test_labels_at_the_beginning_are_readable_and_apart(visit, request, which):
    page = visit(request.getfixturevalue(which), prepare=noting)
    drawings = page.evaluate("window.written")
    last = {text: box for text, *box in drawings}
    assert len(last) > 25
    for (one, (left, right, top, high, _)), (other, (left2, right2, top2, high2, _)) in combinations(last.items(), 2):
        assert not (left < right2 and left2 < right and top < top2 + high2 * 0.8 and top2 < top + high * 0.8), (one, other)
    assert min(high for *_, high, _ in last.values()) >= 11
    if which == "small":
        wide = page.evaluate("document.querySelector('canvas').width")
        assert all(left >= 0 and right <= wide for left, right, *_ in last.values())

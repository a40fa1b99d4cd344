"""The pages in a real browser. Whatever a page asks of the network, and every error and dialog, fails the test that opened it."""

import csv
import io
import unicodedata
from itertools import combinations
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import etree
from sederunt.queries.ask import run
from sederunt.viz.facts import ROLES
from sederunt.viz.network import size as estimated
from sederunt.viz.page import visible
from sederunt.viz.picture import COLUMNS, MAP

from tests.viz.conftest import NARROW, WIDE, data_of, settled, sheets_of, until
from tests.viz.pictures import HOSTILE, hostile, lone, wide_net

INK = """() => { const c = document.querySelector('canvas');
  const copy = new OffscreenCanvas(c.width, c.height).getContext('2d', { willReadFrequently: true });
  copy.drawImage(c, 0, 0);
  const d = copy.getImageData(0, 0, c.width, c.height).data;
  let inked = 0; for (let i = 3; i < d.length; i += 4) inked += d[i] > 0; return inked; }"""
BOXES = """() => [...document.querySelectorAll('.pair .name, .pair small, .pair h2')].filter(e => e.textContent && e.offsetParent)
  .map(e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom, parseFloat(getComputedStyle(e).fontSize), e.textContent]; })"""


def drawn_lines(picture):
    places = {node.id for node in picture.nodes if node.at}
    return [edge for edge in picture.edges if edge.start in places and edge.end in places]


def facts(page):
    """What the panel shows: of each fact the words, the quotes, what is cited (paper, place, file) and the basis."""
    return page.evaluate(
        """() => [...document.querySelectorAll('#panel .fact')].map(fact => {
             const texts = selector => [...fact.querySelectorAll(selector)].map(e => e.textContent);
             return { words: texts('h3')[0], quotes: texts('blockquote'), cited: texts('cite bdi'), basis: texts('.basis')[0] }; })"""
    )


def heading(page):
    return page.locator("#panel h2").text_content()


def pressed(page):
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.legend button')].map(b => [b.dataset.key, b.ariaPressed === 'true']))"
    )


# Drawn without a network ----------------------------------------------------------------


def hanging(context):
    """Every request but that for the file itself is never answered."""
    context.route("**/*", lambda route: route.continue_() if route.request.resource_type == "document" else None)


@pytest.mark.parametrize("prepare", [lambda context: context.set_offline(True), hanging], ids=["offline", "hanging"])
def test_boards_are_drawn_without_a_network(visit, boards, prepare):
    page = visit(boards, prepare=prepare)
    assert page.locator(".lines .seen").count() == len(drawn_lines(boards))
    assert page.locator(".pair .node").count() == sum(node.at is not None for node in boards.nodes)


@pytest.mark.parametrize("prepare", [lambda context: context.set_offline(True), hanging], ids=["offline", "hanging"])
def test_a_map_is_drawn_without_a_network(visit, around, prepare):
    assert visit(around, prepare=prepare).evaluate(INK) > 5_000


def test_nothing_outside_is_allowed_to_a_page(visit, boards):
    page = visit(boards)
    assert page.evaluate("document.querySelectorAll('link[href]:not([href^=\"data:\"]), script[src], img, iframe').length") == 0
    policy = page.locator("meta[http-equiv]").get_attribute("content")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]


def test_what_is_above_the_picture_has_room_in_one_line(visit, boards):
    page = visit(boards)
    middles = [
        box["y"] + box["height"] / 2
        for each in ("#search", ".legend", "#dates", ".save")
        for box in [page.locator(each).bounding_box()]
    ]
    assert max(middles) - min(middles) < 4


# Facts and their proof ------------------------------------------------------------------


def test_the_page_has_as_many_facts_as_the_graph(visit, boards, examples):
    page = visit(boards)
    answer = run(examples, "boards").table.rows
    data = data_of(page.content())
    assert len(answer) == len(boards.edges) == len(data["edges"]) == page.locator("tbody tr").count()


def test_a_map_has_every_fact_between_what_it_draws(visit, around, examples):
    page = visit(around)
    ids = [node.id for node in around.nodes]
    answer = run(examples, "around", things=ids).table.records()
    inside = [row for row in answer if row["start_id"] in ids and row["end_id"] in ids]
    data = data_of(page.content())
    assert (
        len(inside)
        == len(around.edges)
        == len(data["edges"])
        == len(data["model"]["edges"])
        == page.locator("tbody tr").count()
    )


def test_the_panel_shows_the_line_that_the_graph_gives(visit, boards, examples):
    page = visit(boards)
    answer = run(examples, "boards").table.records()
    for name in ("Catrin Bevan", "Imran Chaudhry", "Tarnhithe Inclusion Working Group"):
        page.locator(".node", has_text=name).click()
        rows = [row for row in answer if name in (row["person"], row["body"])]
        assert rows
        assert heading(page) == name
        assert [fact["words"] for fact in facts(page)] == [
            f"{row['person']} {ROLES[row['role']]} {row['body']}" for row in rows
        ]
        assert [fact["quotes"][0] for fact in facts(page)] == [row["quote"] for row in rows]
        assert [", ".join(fact["cited"][:2]) for fact in facts(page)] == [row["source"] for row in rows]
        assert [fact["basis"] for fact in facts(page)] == [row["basis"] for row in rows]
        assert all(fact["cited"][2].endswith(".txt") for fact in facts(page))


def test_a_line_shows_its_own_fact(visit, boards):
    page = visit(boards)
    edge = next(number for number, edge in enumerate(boards.edges) if edge in drawn_lines(boards) and edge.role == "chair")
    page.locator(f'.lines g[data-fact="{edge}"] .touch').dispatch_event("click")
    (fact,) = facts(page)
    assert fact["quotes"][0] == boards.edges[edge].evidence[0].quote
    assert page.url.endswith(f"#fact={edge + 1}")


def test_people_who_are_only_counted_can_be_read(visit, boards):
    folded = next(node for node in boards.nodes if node.kind == "Person" and node.at is None)
    page = visit(boards)
    page.locator("#search").fill(folded.name)
    page.keyboard.press("Enter")
    assert heading(page) == folded.name
    assert len(facts(page)) == sum(edge.start == folded.id for edge in boards.edges)


def test_the_counts_are_right(visit, boards):
    page = visit(boards)
    drawn = {node.id for node in boards.nodes if node.at}
    for body in (node for node in boards.nodes if node.kind == "Body" and node.at):
        others = {edge.start for edge in boards.edges if edge.end == body.id} - drawn
        text = page.locator(".right .node", has=page.get_by_text(body.name, exact=True)).locator("small").text_content()
        assert text == ("" if not others else f"+ {len(others)} other {'person' if len(others) == 1 else 'people'}")


# Search, filters, keyboard --------------------------------------------------------------


def test_search_suggests_and_finds(visit, boards):
    page = visit(boards)
    page.locator("#search").press_sequentially("  BEVAN  ca")
    assert page.locator("#suggestions li").all_text_contents() == ["Catrin BevanPerson"]
    page.locator("#suggestions li").click()
    assert heading(page) == "Catrin Bevan"
    assert len(facts(page)) == 5
    assert page.locator(".node.chosen").text_content() == "Catrin Bevan"


def test_search_says_when_there_is_nothing(visit, around):
    page = visit(around)
    page.locator("#search").fill("xyzzy")
    assert page.locator("#suggestions").text_content() == "No name here has these letters."
    page.keyboard.press("Enter")
    assert page.locator("#panel .fact").count() == 0
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""


def test_a_filter_hides_lines_and_rows(visit, boards):
    page = visit(boards)
    page.locator('[data-key="inferred"]').click()
    stated = [edge for edge in boards.edges if edge.basis == "stated"]
    assert page.locator("tbody tr:visible").count() == len(stated) < len(boards.edges)
    assert page.locator(".lines .seen").count() == len([edge for edge in drawn_lines(boards) if edge.basis == "stated"])
    assert page.locator("#count").text_content() == f"{len(stated)} of {len(boards.edges)} facts shown."
    page.locator('[data-key="member"]').click()
    assert page.locator("tbody tr:visible").count() == sum(edge.role != "member" for edge in stated)
    page.locator('[data-key="inferred"]').click()
    page.locator('[data-key="member"]').click()
    assert page.locator("tbody tr:visible").count() == len(boards.edges)


def test_a_filter_on_a_map_hides_a_kind(visit, around):
    page = visit(around)
    inked = page.evaluate(INK)
    page.locator('[data-key="Person"]').click()
    people = {node.id for node in around.nodes if node.kind == "Person"}
    rest = [edge for edge in around.edges if not {edge.start, edge.end} & people]
    assert page.locator("tbody tr:visible").count() == len(rest) > 0
    until(page, INK, lambda ink: ink < inked)


def test_when_all_is_hidden_the_way_back_is_shown(visit, boards):
    page = visit(boards)
    page.locator('[data-key="inferred"]').click()
    page.locator('[data-key="stated"]').click()
    assert not page.locator("#drawing").is_visible()
    page.get_by_text("Show everything again").click()
    assert page.locator("#drawing").is_visible()
    assert all(pressed(page).values())


def tabbed_to(page, wanted, most=25):
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({wanted!r})"):
            return
    pytest.fail(f"the Tab key does not lead to {wanted}")


def test_boards_by_keyboard_alone(visit, boards):
    page = visit(boards)
    tabbed_to(page, "#search")
    page.keyboard.type("chaudh")
    page.keyboard.press("Enter")
    assert heading(page) == "Imran Chaudhry"
    assert page.evaluate("document.activeElement.closest('#panel') !== null")
    page.keyboard.press("Escape")
    assert heading(page) == "Every line has its proof"
    assert page.evaluate("document.activeElement.id") == "search"
    tabbed_to(page, '[data-key="inferred"]')
    page.keyboard.press("Space")
    assert pressed(page)["inferred"] is False
    page.keyboard.press("Space")
    tabbed_to(page, ".left .node")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.textContent")
    assert second == next(node.name for node in boards.nodes if node.at == (0, 1))
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.closest('.right') !== null")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert len(facts(page)) > 1
    assert page.evaluate("document.activeElement.textContent") == heading(page)
    tabbed_to(page, "#panel .fact .link")


def test_a_map_by_keyboard_alone(visit, around):
    page = visit(around)
    tabbed_to(page, ".canvas")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("ArrowRight")
    assert heading(page) == "Catrin Bevan"
    page.keyboard.press("ArrowRight")
    place = {node.name: node.at for node in around.nodes}
    assert place[heading(page)][0] > 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == heading(page)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "canvas"


def test_a_click_on_a_map_shows_the_evidence(visit, around):
    page = visit(around, size=NARROW)  # so small that the map begins with its middle
    assert facts(page) == []
    settled(page, INK)
    box = page.locator("canvas").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert heading(page) == "Catrin Bevan"
    assert len(facts(page)) == sum(
        "Catrin Bevan" in (around.names()[edge.start], around.names()[edge.end]) for edge in around.edges
    )


# Years, focus, files --------------------------------------------------------------------


def test_years_leave_what_was_then_or_has_no_date(visit, boards):
    page = visit(boards)
    page.locator("#from").select_option("2019")
    left = [edge for edge in boards.edges if not edge.last or edge.last[:4] >= "2019"]
    assert 0 < len(left) < len(boards.edges)
    assert page.locator("tbody tr:visible").count() == len(left)
    assert page.url.endswith("#from=2019")
    again = visit(boards, hash_="#from=2019")
    assert again.locator("tbody tr:visible").count() == len(left)
    assert again.locator("#from").input_value() == "2019"


@pytest.mark.parametrize("which", ["boards", "around"])
def test_focus_shows_only_what_one_name_is_linked_to(visit, request, which):
    picture = request.getfixturevalue(which)
    page = visit(picture)
    page.locator("#search").fill("Tarnhithe Locality")
    page.keyboard.press("Enter")
    page.locator("#panel .focusing button").click()
    asked = next(node.id for node in picture.nodes if node.name == heading(page))
    near = {asked} | {end for edge in picture.edges if asked in (edge.start, edge.end) for end in (edge.start, edge.end)}
    left = [edge for edge in picture.edges if {edge.start, edge.end} <= near]
    assert page.locator("tbody tr:visible").count() == len(left) < len(picture.edges)
    page.get_by_role("button", name="One step further").click()
    assert page.locator("tbody tr:visible").count() > len(left)
    assert "steps=2" in page.url
    page.locator("#focus").get_by_text("Show everything again").click()
    assert page.locator("tbody tr:visible").count() == len(picture.edges)


def saved(page, ending):
    with page.expect_download() as coming:
        page.locator(f'[data-save="{ending}"]').click()
    return Path(coming.value.path()).read_bytes()


def test_what_is_shown_is_saved_for_a_spreadsheet(visit, boards):
    page = visit(boards)
    page.locator('[data-key="inferred"]').click()
    rows = list(csv.DictReader(io.StringIO(saved(page, "csv").decode("utf-8-sig"), newline="")))
    stated = [edge for edge in boards.edges if edge.basis == "stated"]
    assert [row["quoted line"] for row in rows] == [line.quote for edge in stated for line in edge.evidence]
    assert {row["basis"] for row in rows} == {"stated"}


@pytest.mark.parametrize("which", ["boards", "around"])
def test_the_picture_is_saved_as_a_drawing_and_as_an_image(visit, request, which):
    picture = request.getfixturevalue(which)
    page = visit(picture)
    drawing = etree.fromstring(saved(page, "svg"))
    texts = bare("".join(drawing.itertext()))
    assert [node.name for node in picture.nodes if node.at and bare(node.name) not in texts] == []
    image = saved(page, "png")
    assert image.startswith(b"\x89PNG")
    assert len(image) > 20_000


def test_a_dark_page_is_dark(visit, around):
    page = visit(around, color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 22, 21)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("which", ["boards", "around"])
def test_nothing_serious_stands_in_the_way_of_anybody(visit, request, which, scheme):
    page = visit(request.getfixturevalue(which), color_scheme=scheme)
    assert serious(page) == []
    page.locator("#search").fill("Tarnhithe Locality")
    page.keyboard.press("Enter")
    assert serious(page) == []


def serious(page):
    """What axe-core finds that is serious or critical: the rule and the elements."""
    found = Axe().run(page).response["violations"]
    return [
        (each["id"], [node["target"] for node in each["nodes"]][:5])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


# The address ----------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["boards", "around"])
def test_the_address_keeps_what_is_chosen(visit, request, which):
    picture = request.getfixturevalue(which)
    page = visit(picture)
    page.locator('[data-key="inferred"]').click()
    page.locator("#search").fill("Tarnhithe Locality")
    page.keyboard.press("Enter")
    shown, keys, hash_ = facts(page), pressed(page), page.evaluate("location.hash")
    assert shown
    again = visit(picture, hash_=hash_)
    assert (facts(again), pressed(again), heading(again)) == (shown, keys, heading(page))
    page.locator("#panel .fact .link", has_text="only this line").last.click()
    assert len(facts(page)) == 1
    page.go_back()
    assert facts(page) == shown


NONSENSE = ["#at=nobody", "#fact=0", "#fact=99999", "#fact=x&hide=y", "#%%%", "#hide=__proto__", "#at=__proto__"]


def test_an_address_that_means_nothing_does_no_harm(visit):
    page = visit(lone(), hash_="#at=nobody&fact=-1&hide=%00")
    for hash_ in NONSENSE:
        page.evaluate("hash => { location.hash = hash; dispatchEvent(new PopStateEvent('popstate')); }", hash_)
        assert heading(page) == "Every line has its proof"
        assert page.locator("tbody tr:visible").count() == 1


# Whatever stands in the papers ----------------------------------------------------------


@pytest.mark.parametrize("drawing", [COLUMNS, MAP])
def test_hostile_text_is_shown_as_it_is(visit, drawing):
    picture = hostile(drawing)
    page = visit(picture)
    names = page.locator("tbody tr th").all_text_contents()
    assert names == [visible(picture.names()[edge.start]) for edge in picture.edges]
    quotes = page.locator("tbody q").all_text_contents()
    assert quotes == [visible(line.quote) for edge in picture.edges for line in edge.evidence]
    assert page.title() == " ".join(visible(picture.title).split())
    page.locator("#search").fill("</script>")
    page.keyboard.press("Enter")
    assert heading(page) == visible(HOSTILE["script"])
    assert page.evaluate("document.querySelectorAll('img, iframe, #panel script, table script').length") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_text_in_the_panel(visit):
    picture = hostile(COLUMNS)
    page = visit(picture)
    for number, edge in enumerate(picture.edges[-len(HOSTILE) :], len(picture.edges) - len(HOSTILE) + 1):
        page.evaluate("hash => { location.hash = hash }", f"#fact={number}")
        page.wait_for_selector(f'#panel [data-fact="{number - 1}"]')
        (fact,) = facts(page)
        text = visible(edge.evidence[0].quote)
        assert (fact["quotes"], fact["cited"]) == ([text] * 2, [text] * 6)
        assert (
            fact["words"]
            == f"{visible(picture.names()[edge.start])} {visible(edge.label)} {visible(picture.names()[edge.end])}"
        )


# To read and to print -------------------------------------------------------------------


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("which", ["examples", "60 × 30", "100 × 20"])
def test_no_two_labels_overlap(visit, boards, which, size):
    page = visit(boards if which == "examples" else wide_net(*map(int, which.split(" × "))), size=size)
    boxes = page.evaluate(BOXES)
    assert len(boxes) > 40
    assert min(box[4] for box in boxes) >= 11
    touching = [
        (one[5], other[5])
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] - 0.5 and other[0] < one[2] - 0.5 and one[1] < other[3] - 0.5 and other[1] < one[3] - 0.5
    ]
    assert touching == []


def test_labels_of_a_map_are_no_wider_than_reckoned_with(visit, around):
    page = visit(around)
    measured = page.evaluate(
        """model => { const c = document.createElement('canvas').getContext('2d');
          c.font = '14.5px ' + getComputedStyle(document.body).fontFamily;
          return model.map(n => Math.max(...n.label.split('\\n').map(line => c.measureText(line).width))); }""",
        data_of(page.content())["model"]["nodes"],
    )
    drawn = [node for node in around.nodes if node.at]
    assert len(measured) == len(drawn)
    assert [node.name for node, width in zip(drawn, measured, strict=True) if width > estimated(node.name)[0] + 16] == []


def test_print_holds_every_name_and_quote(visit, boards):
    text = bare("".join(sheets_of(visit(boards).pdf())))
    assert [node.name for node in boards.nodes if bare(node.name) not in text] == []
    assert [edge for edge in boards.edges if bare(edge.evidence[0].quote) not in text] == []


def bare(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("which", ["boards", "around"])
def test_a_telephone_shows_everything(visit, request, which):
    page = visit(request.getfixturevalue(which), size=NARROW, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator("#search").fill("catrin")
    page.locator("#suggestions li").first.tap()
    sheet = page.locator("#panel").bounding_box()
    assert sheet["y"] + sheet["height"] == 800
    assert sheet["y"] > 300
    assert heading(page) == "Catrin Bevan"
    page.get_by_label("Close").tap()
    assert heading(page) == "Every line has its proof"
    small = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => e.offsetParent && e.innerText && parseFloat(getComputedStyle(e).fontSize) < 11).length"
    )
    assert small == 0


@pytest.mark.parametrize("which", ["boards", "around"])
def test_without_scripts_the_table_is_there(visit, request, which):
    picture = request.getfixturevalue(which)
    page = visit(picture, java_script_enabled=False)
    assert page.get_by_text("The picture needs JavaScript").is_visible()
    assert page.locator("tbody tr:visible").count() == len(picture.edges)
    assert not page.locator(".tools").is_visible()

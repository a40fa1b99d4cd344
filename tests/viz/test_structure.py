"""The page of a structure: the same tree as the terminal's, every line and holding with its proof, rows that fold."""

import json
import re
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree
from sederunt.queries.chart import chart, charts
from sederunt.queries.find import find
from sederunt.queries.tree import assemble, forest, hanging
from sederunt.viz.outline import packed
from sederunt.viz.page import page as written
from sederunt.viz.page import visible
from sederunt.viz.view import drawn

from tests.viz import trees
from tests.viz.conftest import NARROW, WIDE, sheets_of
from tests.viz.pictures import HOSTILE
from tests.viz.test_browser import bare, facts, heading, pressed, saved, serious, tabbed_to
from tests.viz.test_browser import hanging as unanswered
from tests.viz.test_scripts import HERE, node

COUNCIL = "Tarnhithe Council"
BOXES = """() => [...document.querySelectorAll('.outline .name, .outline .person, .outline small, .outline .small, .outline .vacant, .outline .mark')]
  .filter(e => e.textContent && e.checkVisibility({ visibilityProperty: true }) && !e.parentElement.closest('.mark'))
  .map(e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom, parseFloat(getComputedStyle(e).fontSize), e.textContent]; })"""


@pytest.fixture(scope="session")
def structure(examples):
    """The picture of every structure."""
    return drawn(examples, "structure", [])


@pytest.fixture(scope="session")
def council(examples):
    """The picture of one organisation."""
    return drawn(examples, "structure", [COUNCIL])


def rows(page):
    """The rows in sight: how deep, and the name."""
    return [
        tuple(row)
        for row in page.evaluate(
            "[...document.querySelectorAll('.outline .row')].filter(r => r.checkVisibility())"
            ".map(r => [Number(r.ariaLevel), r.querySelector('.name').textContent])"
        )
    ]


def printed(branch, depth=1):
    """A branch of a chart as the page shows it."""
    yield depth, branch.post or branch.unit
    for child in branch.children:
        yield from printed(child, depth + 1)


def row(page, name):
    return page.locator(".outline .row", has=page.locator(".name", has_text=re.compile(f"^{re.escape(name)}$"))).first


# The terminal's answer ------------------------------------------------------------------


def test_every_structure_is_as_the_terminal_prints_it(visit, structure, examples):
    assert rows(visit(structure)) == [line for tree in charts(examples) for line in printed(tree)]


@pytest.mark.parametrize(
    "name", [COUNCIL, "Education and Inclusion", "Head of Inclusion", "Locality Improvement Board", "Inclusion Working Group"]
)
def test_the_structure_around_a_name_is_as_the_terminal_prints_it(visit, examples, name):
    labels = ("Organisation", "Unit", "Post", "Body")
    asked = (
        find(examples, name, labels)
        if name != "Inclusion Working Group"
        else find(examples, "body:inclusion-working-group", labels)
    )
    page = visit(drawn(examples, "structure", [asked.id]))
    assert rows(page) == list(printed(chart(examples, asked.id)))
    assert page.locator(".row.asked").count() == 1


def test_any_structure_is_unfolded_as_the_terminal_does():
    found = [trees.at_random(seed) for seed in range(400)]
    wanted = [[plain(tree) for tree in forest(each)] for each in found]
    pages = [trees.drawn(each, hanging(each)) for each in found]
    for each in (each for each in found if "p0" in each.things):
        under = trees.below(each, "p0")
        wanted.append([plain(assemble(each, "p0", under))])
        pages.append(trees.drawn(each, hanging(each, "p0", under), asked=[hanging(each, "p0", under).heads.get("p0", "p0")]))
    made = unfolded(pages)
    assert made[: len(found)] == wanted[: len(found)]
    # What a second head of a unit is over hangs on nothing here; the terminal leaves it out, a page shows it beside.
    assert [picture[:1] for picture in made[len(found) :]] == wanted[len(found) :]
    assert sum(len(tree) > 2 for picture in wanted for tree in picture) > 250


def plain(branch):
    return [branch.id, *map(plain, branch.children)]


def unfolded(pictures):
    given = []
    for picture in pictures:
        at = {each.id: number for number, each in enumerate(picture.nodes)}
        asked = [at[id_] for id_ in picture.asked]
        given.append({"outline": packed(picture.outline, at), "nodes": [{"id": id_} for id_ in at], "asked": asked})
    return json.loads(node(str(HERE / "trees.js"), given=json.dumps(given)).stdout)


def test_circles_and_several_parents_lose_nothing(visit):
    found = trees.structure(
        ("a", "REPORTS_TO", "b"), ("b", "REPORTS_TO", "a"), ("c", "REPORTS_TO", "a"), ("c", "REPORTS_TO", "d"), ("d", "POST_IN", "U")
    )  # fmt: skip
    page = visit(trees.drawn(found, hanging(found)))
    assert {name for _, name in rows(page)} == {"a", "b", "c", "d", "U"}
    again = page.locator(".row", has=page.locator(".again"))
    assert again.count() == 2
    assert "also reports to" in page.locator(".note").first.text_content()
    again.first.locator(".again").click()
    assert page.evaluate("document.activeElement.matches('.row') && !document.activeElement.querySelector('.again')")


# Facts and their proof ------------------------------------------------------------------


def test_the_page_has_every_line_and_every_holding(visit, structure, examples):
    page = visit(structure)
    counted = (
        "MATCH (:Person|Post|Unit|Body|Organisation)-[r:HOLDS|REPORTS_TO|POST_IN|HEADS|PART_OF]->() RETURN count(r) AS number"
    )
    joined = "MATCH (x:Post)<-[r:HOLDS]-(:Person) WHERE NOT (x)-[:REPORTS_TO|POST_IN|HEADS]-() RETURN count(r) AS number"
    number = examples.ask(counted).rows[0][0] - examples.ask(joined).rows[0][0]
    assert len(structure.edges) == page.locator("tbody tr").count() == number


def test_a_row_a_holder_and_a_line_show_their_proof(visit, council):
    page = visit(council)
    row(page, "Head of Inclusion").locator(".name").click()
    assert heading(page) == "Head of Inclusion"
    assert len(facts(page)) == sum(
        "Head of Inclusion" in (council.names()[e.start], council.names()[e.end]) for e in council.edges
    )
    row(page, "Head of Inclusion").locator(".holder").click()
    (fact,) = facts(page)
    assert fact["words"] == "Tomasz Wieczorek holds the post Head of Inclusion"
    assert fact["quotes"][0]
    row(page, "Head of Inclusion").locator(".how").click()
    assert facts(page)[0]["words"] == "Head of Inclusion reports to Director of Education and Inclusion"
    number = page.url.split("fact=")[1]
    page.keyboard.press("Escape")
    page.locator(f'.joints [data-fact="{int(number) - 1}"] .touch').dispatch_event("click")
    assert page.url.endswith(f"#fact={number}")
    assert page.locator(".row.chosen .name").text_content() == "Head of Inclusion"


def test_the_unit_that_a_post_runs_has_its_own_facts(visit, council):
    page = visit(council)
    row(page, "Head of Inclusion").locator(".unit").click()
    assert heading(page) == "Inclusion"
    assert page.locator(".row.chosen .name").text_content() == "Head of Inclusion"


def test_seats_vacancies_and_acting_holders_are_marked(visit, council):
    page = visit(council)
    assert row(page, "SEND Caseworkers").locator(".seats").text_content() == "4 seats"
    assert row(page, "SEND Caseworkers").locator(".person").all_text_contents() == ["Ewan Tait", "Halima Begum", "Lucy Ormerod"]
    assert row(page, "Place Planning Analyst").locator(".vacant").text_content() == "vacant"
    assert row(page, "SEND Casework Manager").locator(".holder").text_content() == "Abena Frimpong acting 2019"
    assert page.locator(".vacant").count() == sum(entry.vacant for entry in council.outline.entries) == 3


def test_two_levels_are_boxes(visit, structure):
    page = visit(trees.two_levels())
    assert page.locator(".boxes > .row .name").text_content() == "Board"
    assert page.locator(".boxes .under .row").count() == page.locator(".joints .seen").count() == 7
    mixed = visit(structure)
    assert mixed.locator(".trunk.boxes").count() > 5
    assert mixed.locator(".trunk.boxes [aria-level='3']").count() == 0


# Folding, search, filters, keyboard -----------------------------------------------------


def test_rows_fold_and_search_opens_what_hides_a_hit(visit, council):
    page = visit(council)
    everything = rows(page)
    page.get_by_role("button", name="Fold all").click()
    folded = rows(page)
    assert {depth for depth, _ in folded} == {1, 2}
    assert page.locator(".joints .seen").count() == len(folded) - 1
    page.locator("#search").fill("exclusions off")
    page.keyboard.press("Enter")
    assert page.locator(".row.chosen .name").text_content() == "Exclusions Officer"
    assert len(folded) < len(rows(page)) < len(everything)
    page.get_by_role("button", name="Fold all").click()
    page.locator("#search").fill("lucy")
    page.keyboard.press("Enter")
    assert page.locator(".holder.chosen").text_content() == "Lucy Ormerod 2019"
    assert page.locator(".holder.chosen").is_visible()
    page.get_by_role("button", name="Open all").click()
    assert rows(page) == everything


def test_the_address_tells_what_is_folded(visit, council):
    page = visit(council)
    everything = rows(page)
    page.locator(".row:has(> .what .twist:not(.none)) .twist").nth(1).click()
    one, hash_ = rows(page), page.evaluate("location.hash")
    assert len(one) < len(everything)
    assert rows(visit(council, hash_=hash_)) == one
    page.get_by_role("button", name="Fold all").click()
    folded, hash_ = rows(page), page.evaluate("location.hash")
    assert rows(visit(council, hash_=hash_)) == folded
    page.locator("#search").fill("exclusions off")
    page.keyboard.press("Enter")
    found, hash_ = rows(page), page.evaluate("location.hash")
    assert len(folded) < len(found)
    again = visit(council, hash_=hash_)
    assert rows(again) == found
    again.get_by_role("button", name="Open all").click()
    assert rows(again) == everything
    assert "turned" not in again.evaluate("location.hash")


def test_a_structure_by_keyboard_alone(visit, council):
    page = visit(council)
    names = [name for _, name in rows(page)]

    def at():
        return page.evaluate("document.activeElement.closest('.row')?.querySelector('.name').textContent")

    tabbed_to(page, ".outline .row")
    assert at() == COUNCIL
    page.keyboard.press("ArrowDown")
    assert at() == names[1]
    page.keyboard.press("End")
    assert at() == names[-1]
    page.keyboard.press("Home")
    assert at() == COUNCIL
    page.keyboard.press("ArrowLeft")
    assert [name for _, name in rows(page)] == [COUNCIL]
    assert page.evaluate("document.activeElement.ariaExpanded") == "false"
    page.keyboard.press("ArrowRight")
    assert len(rows(page)) == len(names)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.className") == "holder stated"
    page.keyboard.press("Enter")
    assert len(facts(page)) == 1
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className").startswith("holder stated")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert heading(page) == names[1]
    assert page.evaluate("document.activeElement.closest('#panel') !== null")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowLeft")
    assert at() == COUNCIL


def test_what_is_inferred_can_be_hidden_and_nothing_else_is_lost(visit, council):
    page = visit(council)
    page.locator('[data-key="inferred"]').click()
    stated = {
        end for edge in council.edges if edge.basis == "stated" and edge.link != "HOLDS" for end in (edge.start, edge.end)
    }
    heads = dict(council.outline.heads)
    rowed = {heads.get(end, end) for end in stated}
    merged = {name for id_, name in council.names().items() if id_ in rowed}
    assert merged >= {name for _, name in rows(page)} >= {"Head of Inclusion", "Corporate Director", COUNCIL}
    assert page.locator(".joints .inferred").count() == 0


def test_a_hidden_kind_leaves_its_place_to_what_is_under_it(visit, council):
    page = visit(council)
    page.locator('[data-key="Unit"]').click()
    assert (2, "Executive Director, People") in rows(page)
    assert "Business support" not in {name for _, name in rows(page)}
    assert "Business Support Officer" in {name for _, name in rows(page)}


def test_years_show_the_structure_as_papers_of_then_show_it(visit, structure):
    page = visit(structure)
    page.locator("#to").select_option("2017")
    before = {name for _, name in rows(page)}
    assert {"School Standards", "Safeguarding Unit"} <= before
    assert "Executive Director People" not in before
    above = page.locator(".row", has=page.get_by_text("Safeguarding Unit", exact=True))
    assert above.count() == 1
    again = visit(structure, hash_="#from=2019")
    after = {name for _, name in rows(again)}
    assert {"Safeguarding Unit", "Executive Director People"} <= after
    assert "School Standards" not in after
    below = again.locator(".row", has=again.get_by_text("Safeguarding Unit", exact=True))
    assert (below.count(), below.locator(".again").count()) == (1, 0)


def test_focus_and_the_address(visit, council):
    page = visit(council)
    page.locator("#search").fill("head of school places")
    page.keyboard.press("Enter")
    page.locator("#panel .focusing button").click()
    assert [name for _, name in rows(page)][:2] == ["Director of Education and Inclusion", "Head of School Places"]
    page.locator('[data-key="inferred"]').click()
    again = visit(council, hash_=page.evaluate("location.hash"))
    assert (rows(again), facts(again), pressed(again)) == (rows(page), facts(page), pressed(page))


# To read, to save and to print ----------------------------------------------------------


@pytest.mark.parametrize("prepare", [lambda context: context.set_offline(True), unanswered], ids=["offline", "hanging"])
def test_a_structure_is_drawn_without_a_network(visit, council, prepare):
    assert len(rows(visit(council, prepare=prepare))) > 60


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("which", ["examples", "great", "boxes"])
def test_no_two_labels_of_a_structure_overlap(visit, structure, which, size):
    page = visit({"examples": structure, "great": trees.great(), "boxes": trees.two_levels()}[which], size=size)
    boxes = page.evaluate(BOXES)
    assert len(boxes) > {"examples": 250, "great": 300, "boxes": 8}[which]
    assert overlapping(boxes, size) == []


def overlapping(boxes, size):
    """The texts of labels that lie over one another; none may be tiny or stick out."""
    assert min(box[4] for box in boxes) >= 11
    assert max(box[2] for box in boxes) <= size["width"]
    return [
        (one[5], other[5])
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] - 0.5 and other[0] < one[2] - 0.5 and one[1] < other[3] - 0.5 and other[1] < one[3] - 0.5
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_the_way_of_a_structure(visit, structure, scheme):
    page = visit(structure, color_scheme=scheme)
    assert serious(page) == []
    page.locator("#search").fill("head of inclusion")
    page.keyboard.press("Enter")
    assert serious(page) == []


def test_a_structure_is_saved_as_a_drawing(visit, council):
    page = visit(council)
    drawing = etree.fromstring(saved(page, "svg"))
    texts = bare("".join(drawing.itertext()))
    assert [node.name for node in council.nodes if node.at and bare(node.name) not in texts] == []
    assert [text for text in drawing.itertext() if text == "is part of"] == []
    assert len(saved(page, "png")) > 20_000


def test_print_holds_the_whole_tree(visit, council):
    page = visit(council)
    page.get_by_role("button", name="Fold all").click()
    page.add_style_tag(content="@media print { .facts { display: none } }")
    tree = bare("".join(sheets_of(page.pdf())))
    assert [node.name for node in council.nodes if node.at and bare(node.name) not in tree] == []
    assert len(rows(page)) < len(council.outline.entries)


def test_print_holds_every_quote(visit, council):
    sheets = bare("".join(sheets_of(visit(council).pdf())))
    assert [edge for edge in council.edges if bare(edge.evidence[0].quote) not in sheets] == []


def test_a_telephone_shows_a_structure(visit, council):
    page = visit(council, size=NARROW, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    row(page, "Head of Inclusion").locator(".name").tap()
    sheet = page.locator("#panel").bounding_box()
    assert sheet["y"] + sheet["height"] == 800
    assert row(page, "Head of Inclusion").locator(".how").is_visible()
    page.get_by_label("Close").tap()
    assert heading(page) == "Every line has its proof"


def test_hostile_text_in_a_structure_is_shown_as_it_is(visit):
    page = visit(trees.hostile_tree())
    names = {name for _, name in rows(page)}
    assert {visible(text) for text in HOSTILE.values()} <= names
    assert page.evaluate("document.querySelectorAll('img, iframe, #drawing script, #panel script').length") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_a_structure_is_a_table(visit, council):
    page = visit(council, java_script_enabled=False)
    assert page.locator("tbody tr:visible").count() == len(council.edges)


def test_a_great_structure_is_quick_and_small(visit):
    picture = trees.great(3_000)
    assert len(written(trees.great()).encode()) < 300_000
    page = visit(picture)
    assert 4 < len(rows(page)) < 400
    page.locator("#search").fill("2999")
    page.keyboard.press("Enter")
    assert page.locator(".row.chosen").is_visible()


def test_styles_use_the_colours_of_the_page():
    for file in (Path(__file__).parents[2] / "viz" / "styles").glob("*.css"):
        assert not re.search(r"#[0-9a-f]{3,8}\b", file.read_text(encoding="utf-8")), file.name

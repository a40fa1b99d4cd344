"""Saved web pages: their words in order, without what stands around them."""

from sederunt.loaders.document import Shape
from sederunt.loaders.formats.html import read
from sederunt.loaders.load import read_document

PAGE = """<!DOCTYPE html><html><head><title>Attendance</title><script>var x = "Councillor Script";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li>Councillors</li></ul></nav>
<h2>Planning Committee, Wednesday, 4th June, 2025 6.30 pm</h2>
<h3>Attendance</h3>
<table><thead><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr></thead><tbody>
<tr><td><a href="x">Councillor Ann Moss</a></td><td>Chair</td><td>Present</td></tr>
<tr><td>Councillor Evan Rudd</td><td>Committee Member</td><td>Apologies</td></tr></tbody></table>
<footer>Wexmoor Council, Contact us</footer></body></html>"""


def texts(page: str) -> list[str]:
    return [" | ".join(cell.text for cell in block.cells) for block in read(page.encode(), "a.html").blocks]


def test_a_page_of_attendance():
    said = read_document(read(PAGE.encode(), "a.html"), "a.html", "0" * 64).paper.statements
    there = {(s.subject.label, s.link, s.evidence.locator) for s in said if s.link in ("ATTENDED", "SENT_APOLOGIES")}
    assert there == {("Ann Moss", "ATTENDED", "table 1 row 2"), ("Evan Rudd", "SENT_APOLOGIES", "table 1 row 3")}


def test_menus_scripts_and_what_is_hidden_are_not_read():
    assert texts(PAGE)[:2] == ["Planning Committee, Wednesday, 4th June, 2025 6.30 pm", "Attendance"]
    assert texts("<p>Seen</p><p hidden>a</p><p style='display: none'>b</p><style>c</style><!-- d -->") == ["Seen"]


def test_the_part_that_calls_itself_the_main_one_is_read_alone():
    words = "Present: Ann Moss. " * 12
    assert texts(f"<div>Cookies</div><main><p>{words}</p></main><div>Search</div>") == [words.strip()]


def test_words_across_tags_stay_together_and_blocks_apart():
    assert texts("<p>Coun<b>cillor</b> <i>Ann</i>\n Moss</p><div>Clerk<br>Dora Quill</div>") == [
        "Councillor Ann Moss",
        "Clerk",
        "Dora Quill",
    ]


def test_cells_that_span_several_keep_the_columns():
    rows = "<table><tr><td rowspan=2>Members</td><td>Ann Moss</td><td>Chair</td></tr><tr><td>Evan Rudd</td><td>Member</td></tr></table>"
    assert texts(rows) == ["Members | Ann Moss | Chair", " | Evan Rudd | Member"]


def test_tables_that_only_arrange_a_page_are_no_rows():
    page = "<table><tr><td>Menu</td><td><table><tr><td>Present</td><td>Ann Moss</td></tr></table></td></tr></table>"
    assert texts(page) == ["Menu", "Present | Ann Moss"]


def test_terms_stand_beside_what_they_mean():
    assert texts("<dl><dt>Chair</dt><dd>Ann Moss</dd><dt>Members</dt><dd>Evan Rudd</dd><dd>Dora Quill</dd></dl>") == [
        "Chair | Ann Moss",
        "Members | Evan Rudd\nDora Quill",
    ]


def test_numbers_of_lists_are_read_and_not_quoted():
    document = read(b"<ol start=3><li>Apologies</li><li>Finance</li></ol>", "a.html")
    assert [block.text for block in document.blocks] == ["3. Apologies", "4. Finance"]
    assert [line.raw for line in document.lines] == ["Apologies\n", "Finance\n"]


def test_headings_and_lists_inside_lists():
    heading, first, second = read(b"<h2>Staff</h2><ul><li>Head<ul><li>Officer</li></ul></li></ul>", "a.html").blocks
    assert (heading.level, first.kind) == (2, Shape.LINE)
    assert second.lines[-1].raw == "  Officer\n"


def test_the_encoding_that_a_page_declares():
    page = "<html><head><meta charset='iso-8859-2'></head><body><p>Łukasz Wójcik</p></body></html>"
    assert read(page.encode("iso-8859-2"), "a.html").blocks[0].text == "Łukasz Wójcik"


def test_a_page_nested_far_deeper_than_any_is_read_in_bounds():
    assert read(("<div>" * 100_000 + "Ann Moss").encode(), "a.html").format == "html"


LINKS = "<div class='x'><ul><li><a href=a>{}</a></li><li><a href=b>{}</a></li><li><a href=c>{}</a></li><li><a href=d>{}</a></li></ul></div>"


def test_menus_are_not_read_whatever_they_are_called():
    menu = LINKS.format("Am I registered to vote?", "Precinct maps", "Press room", "Report a fault")
    assert texts(f"<p>Minutes</p>{menu}<p>Present: Ann Moss</p>") == ["Minutes", "Present: Ann Moss"]


def test_lists_of_links_that_name_people_bodies_or_days_are_read():
    members = ["Councillor Ann Moss", "Councillor Evan Rudd (Chair)", "Councillor Dora Quill", "Councillor Bertram Oakes"]
    bodies = ["Planning Committee", "Audit Committee", "Harbour Board", "Cabinet"]
    assert texts(LINKS.format(*members)) == members
    assert texts(LINKS.format(*bodies)) == bodies


def test_parts_that_say_that_they_are_for_finding_the_way_are_not_read():
    assert texts("<div role=navigation>You are here: Home</div><p>Seen</p><div role=contentinfo>Call us</div>") == ["Seen"]


def test_entries_that_hold_lists_stand_as_deep_as_their_equals():
    page = (
        "<html><head><title>Council structure - Wexmoor Council</title></head><body><h1>Council structure</h1><ul><li>Chief Executive: Nadine Orr<ul>"
        "<li>Director of Place: Peter Quell<ul><li>Head of Planning: Rosa Stiles</li></ul></li><li>Director of People: Toby Vale (interim)</li></ul></li></ul></body></html>"
    )
    found = read_document(read(page.encode(), "a.html"), "a", "0" * 64).paper.statements
    assert {(s.subject.label, s.object.label) for s in found if s.link == "REPORTS_TO" and s.object} == {
        ("Director of Place", "Chief Executive"),
        ("Head of Planning", "Director of Place"),
        ("Director of People", "Chief Executive"),
    }

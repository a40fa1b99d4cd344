"""PDF: lines in reading order, columns, furniture, ruled tables, charts; what cannot be read is told in a sentence."""

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from sederunt.graph.errors import PaperError
from sederunt.graph.statement import Statement
from sederunt.loaders.document import Document, Shape
from sederunt.loaders.formats import pdf
from sederunt.loaders.load import read_document

from tests.loaders.printer import Sheet, printed

HEAD = ["Minutes of the Harbour Committee held on 3 May 2021", ""]


def opened(*sheets: Sheet) -> Document:
    return pdf.read(printed(*sheets), "paper.pdf")


def texts(document: Document) -> list[str]:
    return [" | ".join(cell.text for cell in block.cells) for block in document.blocks]


def statements(document: Document) -> tuple[Statement, ...]:
    return read_document(document, "paper.pdf", "0").paper.statements


def linked(document: Document, link: str) -> set[tuple[str, str]]:
    return {(s.subject.label, s.object.label) for s in statements(document) if s.link == link and s.object}


# Lines ---------------------------------------------------------------------------------------------------------------------------


def test_wrapped_lines_are_one_paragraph():
    lines = [
        "The Committee agreed that the repair of the north wall should begin as soon as it can be, and Mrs",
        "Hale has then heard from the insurers about it, and that a report come back to the",
        "next meeting of it together with the costs of the repair as they are known by then,",
        "whether or not anything has been heard by the Clerk or by the members of the Council,",
        "the Treasurer having said that the reserve would do for it.",
        "Mr Moss thanked her.",
    ]
    document = opened(Sheet().lines(60, 80, lines))
    assert texts(document) == [" ".join(lines[:5]), lines[5]]
    assert document.where(range(1, 2)) == "page 1"


def test_a_paragraph_goes_on_over_the_page_and_furniture_is_left_out():
    one = [
        "Harbour Committee 3 May 2021",
        "",
        "",
        "The wall needs to be repaired before the winter storms come, and it was agreed that",
    ]
    two = [
        "Harbour Committee 3 May 2021",
        "",
        "",
        "the Clerk obtain three quotes for the work on the wall and put them to the members in June.",
    ]
    three = [
        "Harbour Committee 3 May 2021",
        "",
        "",
        "There being no other business the chair then closed the whole of the meeting at nine,",
    ]
    four = [
        "Harbour Committee 3 May 2021",
        "",
        "",
        "and the members of the Committee all went home to their tea after a very long evening.",
    ]
    sheets = [
        Sheet().lines(60, 40, page).write(290, 815, f"Page {at} of 4") for at, page in enumerate((one, two, three, four), 1)
    ]
    assert texts(opened(*sheets)) == [one[0], f"{one[3]} {two[3]}", f"{three[3]} {four[3]}"]


@pytest.mark.parametrize(
    ("over", "below"),
    [
        ("11/22/26, 7:18 PM", "https://www.example.org/harbour/minutes 1/1"),
        ("Harbour minutes https://www.example.org/harbour", "1 of 1     22/11/2026, 19:18"),
    ],
)
def test_what_a_browser_prints_at_the_edges_of_a_page_is_no_word_of_it(over, below):
    sheet = Sheet().write(25, 22, over, 8).lines(60, 90, [*HEAD, "Present", "Ann Hale", "Ben Moss"]).write(25, 830, below, 8)
    document = opened(sheet)
    assert texts(document) == [HEAD[0], "Present", "Ann Hale", "Ben Moss"]
    assert {name for name, _ in linked(document, "ATTENDED")} == {"Ann Hale", "Ben Moss"}


def test_columns_of_prose_are_read_one_after_the_other():
    left = [
        "the harbour wall was",
        "built in the year that",
        "the old pier came down",
        "and has been repaired",
        "by the council since then",
        "at a cost that is known",
    ]
    right = [
        "to few people outside of",
        "the finance office, where",
        "it is kept in a book that",
        "nobody has read for years",
        "because it is too heavy",
        "to be lifted by one clerk.",
    ]
    sheet = Sheet().write(60, 60, "A history of the harbour wall and of the people who paid for the whole of it")
    words = " ".join(texts(opened(sheet.lines(60, 90, left).lines(320, 90, right))))
    assert f"{left[-1]} {right[0]}" in words


def test_lists_side_by_side_are_read_one_after_the_other():
    sheet = Sheet().lines(60, 60, [*HEAD, "Present", "Ann Hale", "Ben Moss", "Jo Pell", "Sue Lamb", "Kit Rowe"])
    sheet.lines(320, 86, ["Apologies", "Tom Dunn", "Rita Vale", "Una Ford", "Ray Cole", "Mo Best"])
    document = opened(sheet)
    assert texts(document)[1:] == [
        *("Present", "Ann Hale", "Ben Moss", "Jo Pell", "Sue Lamb", "Kit Rowe"),
        *("Apologies", "Tom Dunn", "Rita Vale", "Una Ford", "Ray Cole", "Mo Best"),
    ]
    assert {name for name, _ in linked(document, "ATTENDED")} == {"Ann Hale", "Ben Moss", "Jo Pell", "Sue Lamb", "Kit Rowe"}
    assert {name for name, _ in linked(document, "SENT_APOLOGIES")} == {
        "Tom Dunn",
        "Rita Vale",
        "Una Ford",
        "Ray Cole",
        "Mo Best",
    }


def test_a_label_stands_before_what_it_labels():
    sheet = (
        Sheet()
        .lines(60, 60, [*HEAD, "Present:", "", "Apologies:"])
        .lines(160, 86, ["Ann Hale (Chair), Ben Moss,", "Jo Pell", "Tom Dunn"])
    )
    document = opened(sheet)
    assert {name for name, _ in linked(document, "ATTENDED")} == {"Ann Hale", "Ben Moss", "Jo Pell"}
    assert {name for name, _ in linked(document, "SENT_APOLOGIES")} == {"Tom Dunn"}


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turned):
    words = ["Ann Hale", "Ben Moss"]
    assert texts(opened(Sheet(turned=turned).lines(60, 60, words))) == words


# Tables --------------------------------------------------------------------------------------------------------------------------


ROWS = [["Post", "Holder", "Reports to"], ["Director", "Ann Hale", ""], ["Harbour\nMaster", "Ben Moss", "Director"]]


def test_a_ruled_table_is_read_row_by_row():
    document = opened(Sheet().write(60, 60, "Staff of the harbour").grid([60, 120, 240, 400], [90, 110, 130, 170], ROWS))
    rows = [block for block in document.blocks if block.kind is Shape.ROW]
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Post", "Holder", "Reports to"],
        ["Director", "Ann Hale"] if len(rows[1].cells) == 2 else ["Director", "Ann Hale", ""],
        ["Harbour Master", "Ben Moss", "Director"],
    ]
    assert document.where(range(rows[2].number, rows[2].number + 1)) == "page 1, table 1 row 3"
    assert ("Ben Moss", "Harbour Master") in linked(document, "HOLDS")


def test_slivers_are_rules_too():
    sheet = Sheet()
    for y in (90, 110, 130):
        sheet.box(60, y, 300, y + 0.5, "f")
    for x in (60, 180, 300):
        sheet.box(x, 90, x + 0.5, 130, "f")
    document = opened(
        sheet.lines(64, 103, ["Clerk", ""]).write(184, 103, "Ann Hale").write(64, 123, "Treasurer").write(184, 123, "Ben Moss")
    )
    assert texts(document) == ["Clerk | Ann Hale", "Treasurer | Ben Moss"]


STAFF = [
    ("Harbour Master", "Ben Moss", "Director of the"),
    ("Clerk", "Rita Vale", "Director of the"),
    ("Surveyor", "Tom Dunn", "Harbour Master"),
]


def test_a_table_without_rules_is_put_together_row_by_row():
    sheet = Sheet().write(60, 60, "Staff of the harbour")
    for column, x in enumerate((60, 180, 300)):
        sheet.write(x, 90, ("Post", "Holder", "Reports to")[column])
        for at, row in enumerate(STAFF):
            sheet.write(x, 103 + at * 26, row[column])
    sheet.write(300, 116, "Harbour and Pier").write(300, 142, "Harbour and Pier").write(400, 90, "Telephone")
    document = opened(sheet)
    assert texts(document)[2:] == [
        "Harbour Master | Ben Moss | Director of the Harbour and Pier | ",
        "Clerk | Rita Vale | Director of the Harbour and Pier | ",
        "Surveyor | Tom Dunn | Harbour Master | ",
    ]


def test_words_torn_by_narrow_columns_are_whole():
    sheet = Sheet().lines(60, 90, ["DIR", "", "DIR2"]).lines(120, 90, ["Executiv", "e", "Surveyor"])
    document = opened(sheet.lines(180, 90, ["Pay: 85,000 -", "89,999", "Pay: 70,000 -"]))
    assert texts(document)[0] == "DIR | Executive | Pay: 85,000 - 89,999"


def test_columns_a_blank_apart_are_told_by_how_they_were_placed():
    sheet = Sheet().lines(60, 60, ["The staff of the harbour, as they were on the first of May this year and in June"])
    sheet.lines(60, 90, ["Ann Hale", "Ben Mose", "Rita Vale"])
    document = opened(sheet.lines(112, 90, ["Clerk", "Treasurer", "Surveyor"]))
    assert texts(document)[1:] == ["Ann Hale | Clerk", "Ben Mose | Treasurer", "Rita Vale | Surveyor"]


def test_a_title_in_capitals_goes_on():
    title = ["MINUTES OF THE JOINT MEETING OF THE HOUSING COMMITTEE AND THE WELFARE", "COMMITTEE"]
    words = ["The members met in the hall of the county and talked about the new houses that are", "let since May."]
    assert texts(opened(Sheet().lines(60, 60, [*title, "", *words * 4])))[0] == " ".join(title)


def test_a_note_in_the_margin_does_not_say_where_lines_end():
    words = ["REPORTED: that the rates of pay for those who demonstrate had been raised since", "January 2017."]
    sheet = Sheet().lines(60, 60, [line for _ in range(4) for line in (*words, "")]).write(480, 200, "ACTION: Heads")
    assert texts(opened(sheet))[0] == " ".join(words)


def test_a_table_that_is_open_at_its_sides():
    sheet = Sheet()
    for y in (90, 110, 130, 150):
        sheet.line(60, y, 300, y)
    sheet.line(180, 90, 180, 150)
    for y, row in zip((103, 123, 143), STAFF, strict=True):
        sheet.write(64, y, row[0]).write(184, y, row[1])
    document = opened(sheet)
    assert texts(document) == [f"{post} | {name}" for post, name, _ in STAFF]
    assert document.where(range(document.blocks[2].number, document.blocks[2].number + 1)) == "page 1, table 1 row 3"


def test_the_header_of_a_table_that_goes_on_over_the_page_stands_once():
    sheets = [Sheet().grid([60, 180, 300], [90, 110, 130], [("Post", "Holder"), row[:2]]) for row in STAFF]
    assert texts(opened(*sheets)) == ["Post | Holder", *(f"{post} | {name}" for post, name, _ in STAFF)]


# Charts --------------------------------------------------------------------------------------------------------------------------


def chart(sheet: Sheet, how: str = "S") -> Sheet:
    sheet.box(230, 100, 370, 140, how).lines(240, 115, ["Director", "Ann Hale"])
    sheet.box(60, 220, 200, 260, how).lines(70, 235, ["Harbour Master", "Ben Moss"])
    return sheet.box(400, 220, 540, 260, how).lines(410, 235, ["Head of Finance", "Rita Vale"])


@pytest.mark.parametrize("how", ["S", "f"])
@pytest.mark.parametrize(
    "strokes",
    [
        [(300, 140, 130, 220), (300, 140, 470, 220)],
        [(300, 140, 300, 180), (130, 180, 470, 180), (130, 180, 130, 220), (470, 180, 470, 220)],
        [(300, 140, 300, 180, 130, 180, 130, 220), (300, 140, 300, 180, 470, 180, 470, 220)],
    ],
)
def test_boxes_and_lines_make_a_chart(how, strokes):
    sheet = chart(Sheet().write(60, 60, "Structure of the harbour office"), how)
    for stroke in strokes:
        sheet.line(*stroke)
    document = opened(sheet)
    assert linked(document, "REPORTS_TO") == {("Harbour Master", "Director"), ("Head of Finance", "Director")}
    assert linked(document, "HOLDS") == {
        ("Ann Hale", "Director"),
        ("Ben Moss", "Harbour Master"),
        ("Rita Vale", "Head of Finance"),
    }
    assert {s.evidence.locator for s in statements(document) if s.link == "REPORTS_TO"} == {
        "page 1, box “Harbour Master”",
        "page 1, box “Head of Finance”",
    }
    assert sum("Director" in text for text in texts(document)) == 1


def test_words_that_did_not_fit_into_their_box_are_of_it():
    sheet = chart(Sheet()).line(300, 140, 130, 220).line(300, 140, 470, 220).box(230, 300, 370, 330)
    sheet.lines(240, 313, ["Senior Surveyor", "of the Old Piers", "Jo Pell"]).line(130, 260, 300, 300)
    assert ("Jo Pell", "Senior Surveyor of the Old Piers") in linked(opened(sheet), "HOLDS")


@pytest.mark.parametrize("lines", [["Head of Piers – Mrs Ann", "Hale"], ["Head of Piers – Ann", "O'Dell (acting)"]])
def test_a_name_that_was_wrapped_behind_a_dash_is_one(lines):
    sheet = chart(Sheet()).line(300, 140, 130, 220).line(300, 140, 470, 220).box(230, 300, 370, 330)
    sheet.lines(240, 313, lines).line(130, 260, 300, 300)
    assert any(text.startswith(" ".join(lines)) for text in texts(opened(sheet)))


def test_arrows_drawn_as_shapes_join_boxes():
    sheet = chart(Sheet())
    for x in (130, 470):
        sheet.line(300, 140, x, 200).line(x - 4, 210, x + 4, 210, x, 220, x - 4, 210)
    assert linked(opened(sheet), "REPORTS_TO") == {("Harbour Master", "Director"), ("Head of Finance", "Director")}


def test_a_line_that_runs_behind_boxes_does_not_part_them():
    sheet = (
        Sheet().write(60, 40, "Structure of the harbour office").box(60, 80, 220, 110).lines(70, 93, ["Director", "Ann Hale"])
    )
    for at, (post, name) in enumerate(
        (("Harbour Master", "Ben Moss"), ("Head of Finance", "Rita Vale"), ("Head of Piers", "Jo Pell"))
    ):
        sheet.box(90, 130 + at * 50, 250, 160 + at * 50).lines(100, 143 + at * 50, [post, name]).line(
            120, 110, 120, 130 + at * 50
        )
    assert {who for who, _ in linked(opened(sheet), "HOLDS")} == {"Ann Hale", "Ben Moss", "Rita Vale", "Jo Pell"}
    assert opened(sheet).charts


def test_boxes_around_paragraphs_are_no_chart():
    sheet = Sheet().write(60, 60, "Minutes of the Harbour Committee held on 3 May 2021")
    sheet.box(55, 90, 540, 130).lines(
        60, 105, ["The wall needs to be repaired before the winter.", "Mrs Hale is to ask for quotes."]
    )
    document = opened(sheet.box(55, 150, 540, 170).write(60, 165, "Mr Moss thanked her for it."))
    assert not document.charts
    assert texts(document)[-1] == "Mr Moss thanked her for it."


# What cannot be read ---------------------------------------------------------------------------------------------------------------


def test_a_scan_says_so():
    with pytest.raises(PaperError, match="images without text"):
        pdf.read(printed(Sheet(), picture=True), "scan.pdf")


def test_a_page_that_is_an_image_is_told():
    words = PdfReader(BytesIO(printed(Sheet().write(60, 60, "Minutes"))))
    image = PdfReader(BytesIO(printed(Sheet(), picture=True)))
    writer = PdfWriter()
    for file in (words, image):
        writer.add_page(file.pages[0])
    whole = BytesIO()
    writer.write(whole)
    assert pdf.read(whole.getvalue(), "part.pdf").warnings == (
        "part.pdf: page 2 is an image without text and could not be read; run OCR first.",
    )


def test_a_protected_file_says_so():
    writer = PdfWriter()
    writer.add_page(PdfReader(BytesIO(printed(Sheet().write(60, 60, "Minutes")))).pages[0])
    writer.encrypt("secret", algorithm="RC4-128")
    whole = BytesIO()
    writer.write(whole)
    with pytest.raises(PaperError, match="password"):
        pdf.read(whole.getvalue(), "secret.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"no PDF at all", printed(Sheet())[:200]])
def test_a_broken_file_says_so(data):
    with pytest.raises(PaperError, match="damaged"):
        pdf.read(data, "broken.pdf")


# Slides --------------------------------------------------------------------------------------------------------------------------


def slides(*bodies: Callable[[Sheet], Sheet]) -> Document:
    return opened(*(body(Sheet(720, 540)) for body in bodies))


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def test_wide_pages_with_large_letters_are_slides():
    document = slides(
        lambda sheet: sheet.write(60, 80, "The new Council", 40).write(60, 200, "Ann Hale", 28).write(60, 240, "Chief Officer", 28),
        lambda sheet: (
            sheet.write(60, 60, "What changes", 40)
            .write(60, 140, "•", 24).write(90, 140, "The Harbour Committee meets each", 24)
            .write(90, 170, "month", 24)
            .write(90, 210, "•", 20).write(115, 210, "in public", 20)
        ),
    )  # fmt: skip
    assert document.slides
    assert kinds(document) == [
        ("title", "The new Council"),
        ("box", "Ann Hale"),
        ("box", "Chief Officer"),
        ("title", "What changes"),
        ("bullet", "The Harbour Committee meets each month"),
        ("bullet", "in public"),
    ]
    assert document.where(range(1, 2)) == "page 1"


def test_boxes_of_a_slide_stand_beside_one_another():
    document = slides(
        lambda sheet: sheet.write(60, 60, "Aims", 40),
        lambda sheet: (
            sheet.write(60, 60, "Two directorates", 40)
            .write(60, 160, "Director of Places", 20).write(400, 160, "Director of People", 20)
            .write(60, 184, "Parks", 20).write(400, 184, "Schools", 20)
        ),
    )  # fmt: skip
    assert [text for _, text in kinds(document)[2:]] == ["Director of Places", "Parks", "Director of People", "Schools"]


def test_a_title_on_every_slide_is_no_furniture_but_its_foot_is():
    document = slides(
        *(
            lambda sheet, told=told: (
                sheet.write(60, 50, "Our plan", 40).write(60, 200, told, 28).write(60, 530, "Vale Council", 20)
            )
            for told in ("Listen", "Spend less", "Mend")
        )
    )
    assert [text for _, text in kinds(document)] == [
        "Our plan",
        "Listen",
        "Vale Council",
        "Our plan",
        "Spend less",
        "Our plan",
        "Mend",
    ]


def test_a_table_on_a_slide_has_rows():
    columns = (40, 280, 480)
    rows = [("Post", "Name", "Reports to"), ("Chief Officer", "Ann Hale", ""), ("Clerk", "Ivo Moss", "Chief Officer")]

    def table(sheet: Sheet) -> Sheet:
        for at, row in enumerate(rows):
            for x, words in zip(columns, row, strict=True):
                sheet.write(x, 160 + 40 * at, words, 18)
        return sheet.write(60, 60, "Staff", 40)

    document = slides(lambda sheet: sheet.write(60, 60, "Aims", 40), table)
    assert linked(document, "REPORTS_TO") == {("Clerk", "Chief Officer")}


def test_a_wide_page_of_small_letters_is_no_slide():
    page = Sheet(842, 595).lines(
        60, 60, ["Minutes of the Harbour Committee", "", "Present: Ann Hale", "", "The wall was mended."]
    )
    assert not opened(page, page).slides


# Cells that were printed one after the other -------------------------------------------------------------------------------------


def cell(sheet: Sheet, x: float, y: float, *lines: str) -> None:
    sheet.lines(x, y, lines)


def test_rows_whose_cells_stand_in_their_middle_are_whole():
    sheet = Sheet().write(60, 60, "Senior staff")
    for x, words in ((60, "Name"), (180, "Post"), (380, "Reports to")):
        cell(sheet, x, 100, words)
    cell(sheet, 60, 126.5, "Ann Hale")
    cell(sheet, 180, 120, "Director of Harbours, Environment", "and Leisure Services")
    cell(sheet, 380, 126.5, "Chief Executive")
    cell(sheet, 60, 162.5, "Ivo Moss")
    cell(sheet, 180, 162.5, "Head of Parks")
    cell(sheet, 380, 156, "Director of Harbours, Environment", "and Leisure Services")
    assert texts(opened(sheet))[1:] == [
        "Name | Post | Reports to",
        "Ann Hale | Director of Harbours, Environment and Leisure Services | Chief Executive",
        "Ivo Moss | Head of Parks | Director of Harbours, Environment and Leisure Services",
    ]


def test_a_row_of_two_wrapped_columns_is_whole():
    sheet = Sheet()
    for at, (name, *role) in enumerate(
        [
            ("Ann Hale", "Chair, and member of the Council", "for the northern ward"),
            ("Ivo Moss", "Independent member"),
            ("Una Reed", "Member named by the Federation of", "Small Businesses"),
        ]
    ):
        cell(sheet, 60, 100 + 40 * at, name)
        cell(sheet, 200, 100 + 40 * at, *role)
    assert texts(opened(sheet)) == [
        "Ann Hale | Chair, and member of the Council for the northern ward",
        "Ivo Moss | Independent member",
        "Una Reed | Member named by the Federation of Small Businesses",
    ]


def test_bullets_are_no_column():
    sheet = Sheet()
    for at in range(3):
        cell(sheet, 60, 100 + 40 * at, f"{at + 1}.")
        cell(sheet, 90, 100 + 40 * at, "The wall was looked at by the clerk and", "will be mended.")
    assert len(texts(opened(sheet))[0].split(" | ")) == 1


@pytest.mark.parametrize("ruled", [True, False])
def test_a_row_that_was_broken_over_two_pages_is_one(ruled):
    text = "The engineer had looked at the wall and told the members that it was"
    first, second = Sheet(), Sheet()
    if ruled:
        first.grid([50, 80, 480, 560], [760, 780, 800], [("1", "Welcome", ""), ("2", text, "Ann Hale")])
        second.grid([50, 80, 480, 560], [50, 70, 90], [("", "sound, and would be looked at again.", ""), ("3", "Close", "")])
    else:
        first.grid([50, 80, 480, 560], [760, 780, 800], [("1", "Welcome", ""), ("2", text, "Ann Hale")])
        second.write(82, 60, "sound, and would be looked at again.").write(82, 120, "All was said.")
    rows = texts(opened(first, second))
    assert rows[1] == f"2 | {text} sound, and would be looked at again. | Ann Hale"


def test_rows_of_their_own_on_two_pages_stay_apart():
    first = Sheet().grid(
        [50, 330, 560], [760, 780, 800], [("Task", "Owner"), ("Write to the owners of the old mill by the sea", "Ann Hale")]
    )
    second = Sheet().grid([50, 330, 560], [50, 70, 90], [("Draft a reply to them", "Ivo Moss"), ("Mend the wall", "Una Reed")])
    assert len(texts(opened(first, second))) == 4


def test_a_table_that_breaks_off_at_the_foot_of_a_page_is_closed_there():
    sheet = Sheet().line(50, 700, 560, 700).line(50, 720, 560, 720)
    for x in (50, 80, 480, 560):
        sheet.line(x, 700, x, 800)
    sheet.write(54, 714, "1").write(84, 714, "Welcome").write(54, 740, "2").lines(84, 734, ["The wall", "was looked at"]).write(
        484, 740, "Ann Hale"
    )
    assert texts(opened(sheet)) == ["1 | Welcome | ", "2 | The wall\nwas looked at | Ann Hale"]


def test_words_marked_with_a_colour_are_no_boxes():
    sheet = Sheet()
    for at, words in enumerate(
        ["Actions of the meeting", "The clerk is to look at the wall", "All are to read the plan", "Una Reed is to write"]
    ):
        sheet.box(58, 100 + 40 * at, 330, 113 + 40 * at, "f").write(60, 110 + 40 * at, words)
    document = opened(sheet)
    assert not document.charts
    assert {block.kind for block in document.blocks} == {Shape.LINE}


def test_a_label_in_letters_of_its_own_is_no_column():
    sheet = Sheet()
    for at in range(4):
        sheet.write(60, 100 + 40 * at, "Action:").write(
            98.5, 100 + 40 * at, "the clerk to look at the wall and to mend it if it is"
        )
        sheet.write(60, 113 + 40 * at, "found that it can be mended.")
    assert all(block.kind is Shape.LINE for block in opened(sheet).blocks)

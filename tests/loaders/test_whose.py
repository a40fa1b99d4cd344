"""Whose paper it is: the body that the head of a paper names."""

import pytest
from sederunt.loaders.context.whose import bare

from tests.loaders.papers import LIST, names, pairs, paper

_ON = " held on Monday 4 March 2019 at 7.00 pm\n\n"


def _bodies(words: str) -> set[str]:
    return {body for _, body in pairs(words + LIST, "MEETING_OF")}


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("FENWICK COUNCIL\n\nMINUTES OF THE\nORDINARY MEETING OF COUNCIL" + _ON.upper(), "Fenwick Council"),
        ("MINUTES OF MARCH MONTHLY MEETING OF FENWICK COUNTY COUNCIL" + _ON.upper(), "Fenwick County Council"),
        ("Minutes of a Meeting of the Council of the Municipality of Fenwick" + _ON, "Council of the Municipality of Fenwick"),
        ("Fenwick University\n\nCourt\n\nMinute of Meeting" + _ON, "Court"),
        ("Minutes of the Annual Town Council Meeting of Fenwick Town Council" + _ON, "Fenwick Town Council"),
        ("FENWICK PARISH COUNCIL - Minutes of the Parish Council Meeting" + _ON, "Fenwick Parish Council"),
        ("FENWICK COUNCIL\n\nAt a Meeting of the LICENSING SUB-COMMITTEE" + _ON, "Licensing Sub-committee"),
        ("Board minutes: 4 March 2019\n\n", "Board"),
        (
            "Fenwick Trust\nMinutes of the Finance & General Purposes Sub-Committee" + _ON,
            "Finance & General Purposes Sub-Committee",
        ),
        ("Fenwick Transport Partnership – notes of meeting 04/03/2019 (Teams)\n\n", "Fenwick Transport Partnership"),
        ("Fenwick Harbour Forum: action notes from the spring meeting, 4 March 2019\n\n", "Fenwick Harbour Forum"),
        ("Harbour Trustees’ Meeting – 4th March, 2019\n\n", "Harbour Trustees"),
        ("Harbour Trustees Meeting – 4th March, 2019\n\n", "Harbour Trustees"),
        ("Approved minutes for the Harbour Steering Group Meeting – 4 March 2019\n\n", "Harbour Steering Group"),
        ("AGM of the Fenwick Harbour Forum – 4 March 2019\n\n", "Fenwick Harbour Forum"),
        ("Planning Committee - Monday, 4th March, 2019 6.00 pm\n\n", "Planning Committee"),
        ("Forum to watch over the new harbour\n\nMinutes of meeting 4 March 2019\n\n", "Forum to watch over the new harbour"),
        ("Board of Wardens\nMarch 4, 2019\n\nBOARD OF WARDENS\nMEETING MINUTES\n\n", "Board of Wardens"),
        ("LOWER FENWICK FORUM\nEVENT SAFETY GROUP\n\nNote of meeting, 4 March 2019\n\n", "Event Safety Group"),
        ("Licensing Committee (2005-2015)\n\nMonday, 4th March, 2019\n\n", "Licensing Committee"),
        ("Minutes of the NHS Fenwick Integrated Care Board" + _ON, "Board"),
        ("NHS Fenwick Integrated Care Board\nPublic Board Meeting" + _ON, "Board"),
        ("BOARD OF DIRECTORS\nMinutes of the Public Board meeting" + _ON, "Board of Directors"),
        (
            "COMHAIRLE FENWICK\nMUNICIPAL DISTRICT OF WICK\nMINUTES OF ORDINARY MEETING" + _ON.upper(),
            "Municipal District of Wick",
        ),
        ("Minutes of the Monthly Meeting of the Borough District of Wick" + _ON, "Borough District of Wick"),
        ("Fenwick Partnership\n\nOpen Slip project\nSteering Group – notes of meeting 4 March 2019\n\n", "Steering Group"),
        ("BOARD OF EDUCATION - REGULAR MEETING\nMarch 4, 2019\n\n", "Board of Education"),
        (
            "Joint Pier Committee\nA Joint Committee of Fenwick Council and Wick Council\n4 March 2019\n\n",
            "Joint Pier Committee",
        ),
    ],
)
def test_the_head_names_the_body_in_many_ways(words: str, body: str) -> None:
    assert _bodies(words) == {body}


def test_a_health_body_is_an_organisation_that_has_a_board():
    words = "Minutes of the NHS Fenwick Integrated Care Board" + _ON + LIST + "The ICB Board agreed the plan.\n"
    named = {(s.subject.kind, s.subject.label) for s in paper(words).statements if s.subject.kind in ("Body", "Organisation")}
    assert named == {("Body", "Board"), ("Organisation", "NHS Fenwick Integrated Care Board")}


def test_the_last_words_of_its_name_are_the_body_itself():
    words = "Joint Pier Committee" + _ON + LIST + "The minutes of the Joint Committee held on 3 December 2018 were agreed.\n"
    assert _bodies(words) == {"Joint Pier Committee"}


def test_a_meeting_by_itself_is_no_body() -> None:
    assert _bodies("MINUTE OF MEETING held in the Hall on Monday 4 March 2019 at 10.00 am.\n\n") == set()


def test_a_line_is_bared_of_its_date_and_its_sort() -> None:
    assert bare("Board minutes: 4 March 2019") == "Board"
    assert bare("Members of the Harbour Forum:") == "Harbour Forum"


@pytest.mark.parametrize(
    "title",
    [
        "Terms of Reference of the Harbour Forum",
        "TERMS OF REFERENCE FOR THE HARBOUR FORUM",
        "Draft Terms of Reference and Constitution for the Harbour Forum, June 2019",
        "Remit and Membership of the Harbour Forum",
        "Terms of Reference of the Harbour Forum (adopted 4 March 2019)",
        "Harbour Forum - Terms of Reference (agreed May 2019)",
        "Standing Orders of the Harbour Forum",
    ],
)
def test_the_body_behind_or_before_the_sort_of_paper(title):
    named = {s.subject.label for s in paper(f"Fenwick District Council\n{title}\n\n1. Purpose\nTo advise.\n").statements}
    assert "Harbour Forum" in named
    assert not [name for name in named if "Reference" in name or "Orders" in name]


def test_a_paper_without_a_head_is_of_the_body_that_it_speaks_of():
    words = "Apologies: Helen Dunn\n\nPresent: Ann Hale, Ben Moss, Rita Vale\n\nMr Moss told the council that the slip is open. The council agreed.\n"
    assert {body for _, body in pairs(words, "MEETING_OF")} == {"Council"}
    assert not pairs(words.replace("The council agreed", "It was agreed"), "MEETING_OF")


def test_lines_of_people_and_lines_with_a_papers_number_name_no_body():
    people = "Mrs Ann Hale, Chair, Area Harbour Committee (Chair)\n\nDr Ben Moss, Chair, Area Slip Committee\n\nMr T Vale, Chair, Area Boat Committee\n\n"
    words = (
        f"{people}In attendance:\n\nMs Helen Dunn, Clerk\n\n3. Minutes of the meeting held on 4 May 2014\n\nThey were agreed.\n"
    )
    assert not pairs(words, "MEETING_OF")
    assert {name for name, _ in pairs(words, "SITS_ON")} == {"Ann Hale", "Ben Moss", "T Vale"}
    coded = "UNIVERSITY OF FENWICK CNL/14/98 COUNCIL\n\nA meeting of the Council was held on 16 October 2014 in the Chamber.\n\nPresent:\nAnn Hale\nBen Moss\n"
    assert {body for _, body in pairs(coded, "MEETING_OF")} == {"Council"}


def test_a_line_that_speaks_to_the_reader_of_a_page_is_no_name():
    named = {s.subject.label for s in paper("Welcome to Our Harbour Partnership Board\n\nThe pier is open.\n").statements}
    assert "Welcome to Our Harbour Partnership Board" not in named


def test_whose_page_it_is_without_our():
    assert "Cabinet" in names(
        "Our Cabinet\n\nThe Cabinet has two members.\n\nCouncillor Ann Hale\nCouncillor Ben Moss\n", "Body"
    )
    assert "Our Cabinet" not in names(
        "Our Cabinet\n\nThe Cabinet has two members.\n\nCouncillor Ann Hale\nCouncillor Ben Moss\n", "Body"
    )

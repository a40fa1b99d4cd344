"""The readers of decks, staff lists and terms of reference, each on a small paper."""

from tests.loaders.papers import HEAD, names, pairs, paper, statements

STAFF = """Fenwick Council

HARBOURS
Staff list at 1 May 2019

Director of Harbours – Ann Hale
  • Lights Manager – Ben Moss
  • Caseworkers x 3 – Grace Obi, Owen Rees, one post vacant
  • Buoys Officer – vacant
  • Wall Officer – Helen Dunn (acting)

Moorings
  • Moorings Manager – Hugh Tranter
    reports to: Director of Harbours
"""


def test_a_staff_list():
    assert pairs(STAFF, "HOLDS") == {
        ("Ann Hale", "Director of Harbours"),
        ("Ben Moss", "Lights Manager"),
        ("Grace Obi", "Caseworkers"),
        ("Owen Rees", "Caseworkers"),
        ("Helen Dunn", "Wall Officer"),
        ("Hugh Tranter", "Moorings Manager"),
    }
    assert {s.subject.label for s in statements(STAFF, "HOLDS") if s.values["acting"]} == {"Helen Dunn"}
    assert ("Moorings Manager", "Director of Harbours") in pairs(STAFF, "REPORTS_TO")
    assert ("Lights Manager", "Director of Harbours") in pairs(STAFF, "REPORTS_TO")


def test_a_staff_list_without_a_date():
    words = STAFF.replace("Staff list at 1 May 2019", "Staff list")
    assert pairs(words, "HOLDS") == pairs(STAFF, "HOLDS")


def test_seats_and_vacancies_of_a_staff_list():
    posts = {s.subject.label: s.values for s in statements(STAFF, None) if s.subject.kind == "Post"}
    assert posts["Caseworkers"]["seats"] == 3
    assert posts["Buoys Officer"].get("vacant") is True
    assert "vacant" not in posts["Caseworkers"]


def test_a_line_of_report_quotes_what_stands_together():
    words = STAFF.replace("    reports to", "It is by the sea.\nThe lights were lit in 1801 and have burned since.\nreports to")
    for statement in paper(words).statements:
        assert "".join(statement.evidence.quote.split()) in "".join(words.split())


DECK = """1Harbours: a new structure
- Ann Hale
- Director of Harbours
2Director of Harbours
Head of Lights
Head of Buoys x 2
Lamp Service Moorings Team
3Next steps
- consult staff
- Grace Obi to write to members
"""


def test_a_chart_on_a_slide():
    assert ("Head of Lights", "Director of Harbours") in pairs(DECK, "REPORTS_TO")
    seats = {s.subject.label: s.values.get("seats") for s in statements(DECK, None) if s.subject.kind == "Post"}
    assert seats["Head of Buoys"] == 2
    assert all(s.evidence.slide for s in statements(DECK, "REPORTS_TO"))


def test_a_presenter_on_the_first_slide():
    assert ("Ann Hale", "Director of Harbours") in pairs(DECK, "HOLDS")


TERMS = """Harbour Working Group
Terms of Reference

1. Purpose
To look after the harbour.

2. Accountability
The Group reports to the Fenwick Harbour Board. It is chaired by Ann Hale. It replaces the Wall Panel.

3. Membership
Wall School – Ben Moss (Headteacher)
Fenwick Youth Trust – Grace Obi
Secretary – Owen Rees
Lights – vacant
"""


def test_terms_of_reference():
    assert not names(TERMS, "Meeting")
    sits = {(s.subject.label, s.values["role"]) for s in statements(TERMS, "SITS_ON")}
    assert {("Ann Hale", "chair"), ("Ben Moss", "member"), ("Grace Obi", "member"), ("Owen Rees", "secretary")} <= sits
    assert ("Harbour Working Group", "Fenwick Harbour Board") in pairs(TERMS, "REPORTS_TO") or any(
        end == "Fenwick Harbour Board" for _, end in pairs(TERMS, "REPORTS_TO")
    )
    assert any(start == "Wall Panel" for start, _ in pairs(TERMS, "REPLACED_BY"))


def test_a_head_whose_title_wraps_is_still_the_head():
    deck = (
        "1Managing Director of Harbours and the Coast\nWaste\nDirector of Moorings\nDirector of Lights\nDirector of Walls\n"
        "2Thanks\n- to all\n3End\n- of it\n"
    )
    assert {head for _, head in pairs(deck, "REPORTS_TO")} == {"Managing Director of Harbours and the Coast Waste"}


DIRECTORY = """Fenwick Council
Piers and Buoys: who we are

Director of Piers and Buoys: Ann Hale
Responsible to: Chief Executive
    Buoys Officers (3): Ben Moss; Grace Obi; vacancy
    Pier Manager: Vacant (interim: Owen Rees)
    Lights Manager: Helen Dunn
"""


def test_a_directory_with_counted_seats_and_holders_for_now():
    posts = {s.subject.label: s.values for s in statements(DIRECTORY, None) if s.subject.kind == "Post"}
    assert posts["Buoys Officers"]["seats"] == 3
    assert ("Owen Rees", "Pier Manager") in pairs(DIRECTORY, "HOLDS")
    assert pairs(DIRECTORY, "HEADS") == {("Director of Piers and Buoys", "Piers and Buoys")}


def test_units_of_a_staff_list_are_parts_of_the_one_in_whose_name_it_is_printed():
    words = STAFF.replace("Fenwick Council\n", "Fenwick Council\nShore Directorate\n")
    assert pairs(words, "PART_OF") == {
        ("Moorings", "HARBOURS"),
        ("HARBOURS", "Shore Directorate"),
        ("Shore Directorate", "Fenwick Council"),
    }


SEATS = """Harlow Vale Safeguarding Forum
Terms of Reference
Accountable to: Harlow Vale Partnership Board

3. Membership
- Director of Children's Services (Chair)
- Two elected members
- 3 x head teachers

4. Sub-groups
The Forum is supported by the following, each of which reports to it:
(a) Training Sub-Group, chaired by the Head of Learning;
(b) Data Sub-Group.

5. Support
The Head of Learning (Ann Hale) and two Administrators support the Forum.
The Forum Office has a Policy Officer (Ben Moss) and two Data Analysts, all of whom report to the Forum Manager.
"""


def test_seats_that_nobody_is_named_for() -> None:
    """Entries under "Membership" and in sentences are posts with their number of seats."""
    seats = {
        s.subject.label: s.values["seats"]
        for s in paper(SEATS).statements
        if s.link is None and s.subject.kind == "Post" and "seats" in s.values
    }
    assert seats == {
        "Director of Children's Services": 1,
        "elected members": 2,
        "head teachers": 3,
        "Policy Officer": 1,
        "Data Analysts": 2,
    }
    assert {("Policy Officer", "Forum Manager"), ("Data Analysts", "Forum Manager")} <= pairs(SEATS, "REPORTS_TO")


def test_what_a_body_answers_to_by_label_and_what_answers_to_it() -> None:
    """A label gives the body above; a list under "each of which reports to it" those below; a post that chairs is its holder."""
    assert {
        ("Harlow Vale Safeguarding Forum", "Harlow Vale Partnership Board"),
        ("Training Sub-Group", "Harlow Vale Safeguarding Forum"),
        ("Data Sub-Group", "Harlow Vale Safeguarding Forum"),
    } <= pairs(SEATS, "REPORTS_TO")
    assert ("Ann Hale", "Head of Learning") in pairs(SEATS, "HOLDS")
    assert ("Ann Hale", "Training Sub-Group") in pairs(SEATS, "SITS_ON")


PEOPLE = """About our people

Ann Hale is the Director of Place and leads the planning team. Ben Moss joined the trust in 2019 as Head of Finance.

The Head of Housing is Cat Dunn. Dan Eames was Chief Executive until 2018. Gus Hart became Registrar in May.

Please contact the company secretary, Ken Lowe. Mia Nunn is a great manager.
"""


def test_posts_that_sentences_give_to_people() -> None:
    """Who is, became or joined as what is posted; who was it, or is praised, is not."""
    assert pairs(PEOPLE, "HOLDS") == {
        ("Ann Hale", "Director of Place"),
        ("Ben Moss", "Head of Finance"),
        ("Cat Dunn", "Head of Housing"),
        ("Gus Hart", "Registrar"),
        ("Ken Lowe", "company secretary"),
    }


DIVIDED = """How we are organised
Fenwick Borough Council is divided into four directorates:
• Finance and Customers (including revenues)
• adult care, led by the Director of Adults
• Regeneration and Environment.

The Director of Adults is Ann Hale.
"""


def test_the_parts_into_which_an_organisation_is_divided() -> None:
    """Each entry of a list under such a sentence is a unit of what is divided, in small letters too."""
    assert pairs(DIVIDED, "PART_OF") == {
        (part, "Fenwick Borough Council") for part in ("Finance and Customers", "adult care", "Regeneration and Environment")
    }


def test_a_board_that_nobody_names_in_full_is_called_the_board() -> None:
    page = "Nomination Committee\n\nThe Committee considers candidates for appointment to the Board.\n"
    assert "Board" in names(page, "Body")
    assert "Board" not in names(page + "\nThe Fenwick Trust Board meets in May.\n", "Body")
    assert "Election of Committee" not in names(HEAD + "The Election of Committee followed.\n", "Body")


def test_a_firm_called_after_somebody_is_nobody_and_a_plain_council_is_the_one_named_in_full() -> None:
    words = "Fenwick Parish Council\n\nMinutes of the meeting of the Parish Council held on 3 May 2019\n\nPresent: Ann Hale, Ben Moss\n\n1. Audit\nAnn Dunn & Co were thanked by the Parish Council.\n"
    named = {s.subject.label for s in statements(words, None)}
    assert "Parish Council" not in named and "Ann Dunn" not in named

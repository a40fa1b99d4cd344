"""Pages in two languages, and pages of staff: who sits on a body, who works for it, and who reports to whom."""

from sederunt.graph.statement import Statement
from sederunt.loaders.formats import text
from sederunt.loaders.load import read_document


def _links(words: str, link: str) -> set[tuple[str, str]]:
    found: tuple[Statement, ...] = read_document(text.read(words.encode(), "p.txt"), "p.txt", "0" * 64).paper.statements
    return {(s.subject.label, s.object.label) for s in found if s.link == link and s.object is not None}


COMMITTEE = """Dyffryn Aeron County Council

Pwyllgor Craffu Addysg / Education Scrutiny Committee

Aelodau / Members

Cynghorydd / Councillor Eleri Prosser (Cadeirydd / Chair)
Cynghorydd / Councillor Gwyn Tomos
Cynghorydd / Councillor Mair Llewelyn

Swyddogion / Officers

Catrin Meredith - Cyfarwyddwr Addysg / Director of Education
Huw Gethin - Swyddog Monitro / Monitoring Officer

Cyswllt / Contact: Lowri Penri
"""


def test_officers_of_a_committee_hold_posts_and_no_seats():
    assert {who for who, _ in _links(COMMITTEE, "SITS_ON")} == {"Eleri Prosser", "Gwyn Tomos", "Mair Llewelyn"}
    assert ("Catrin Meredith", "Director of Education") in _links(COMMITTEE, "HOLDS")


SENIOR = """Uwch Swyddogion / Senior Officers

Prif Weithredwr / Chief Executive
Meurig Lloyd-Parry

Cyfarwyddwr Corfforaethol / Corporate Director
Angharad Bowen

Pennaeth Cyllid / Head of Finance
Steffan Rowlands
Yn adrodd i / Reports to: Cyfarwyddwr Corfforaethol / Corporate Director
"""


def test_a_post_in_two_languages_is_one():
    assert {post for _, post in _links(SENIOR, "HOLDS")} == {"Chief Executive", "Corporate Director", "Head of Finance"}
    assert _links(SENIOR, "REPORTS_TO") == {("Head of Finance", "Corporate Director")}


LEADERS = """Joanne Tebbit, Director of Corporate Services
Joanne is responsible for people. Reporting to Joanne are Nicola Ames (Head of Finance) and Peter Sturrock (Head of People).

Oliver Ransome, Director of Regulation
Oliver oversees licensing. Louise Garvey, Head of Licensing, reports to him.

Sarah Kilbride, Chief Executive
"""


def test_who_reports_to_him_is_told_by_the_sentence_before():
    assert {
        ("Head of Finance", "Director of Corporate Services"),
        ("Head of People", "Director of Corporate Services"),
        ("Head of Licensing", "Director of Regulation"),
    } <= _links(LEADERS, "REPORTS_TO")


PLANNERS = """Development Management Team

Team Leader - Callum Rennie
Planning Officers: Morag Sim, Fraser Bain, Ailsa Kerr
Technical Support Officer: Donna Leckie
"""


def test_a_team_that_manages_things_is_a_unit_in_which_nobody_has_a_seat():
    assert not _links(PLANNERS, "SITS_ON")
    assert ("Team Leader", "Development Management Team") in _links(PLANNERS, "POST_IN")

"""Pages as ModernGov, WordPress and others make them for councils: whose site it is around them, entries that are cards, pages about one person."""

from sederunt.loaders.formats.html import read
from sederunt.loaders.load import read_document

_AROUND = (
    "<html><head><title>{title} - Tarnbeck Borough Council</title></head><body><div class='header'><a href='/'>Tarnbeck Borough Council"
    "</a></div><div id='content'>{words}</div><div><a>Privacy</a> <a>Cookies</a> <a>Access</a> <a>Terms</a></div></body></html>"
)


def _said(page: str, *links: str) -> set[tuple[str, str, str]]:
    found = read_document(read(page.encode(), "a.html"), "a.html", "0" * 64).paper.statements
    return {
        (s.subject.label, s.link or "", s.object.label or s.object.date if s.object else "")
        for s in found
        if s.link in links or (not s.link and s.subject.kind in links)
    }


def test_the_name_of_the_site_above_the_heading_is_not_the_body_that_met():
    words = (
        "<h1>Meeting attendance</h1><h2>Planning Committee - Wednesday, 14th January, 2026 2.00 pm</h2><table><tr><th>Attendee</th><th>Role</th>"
        "<th>Attendance</th></tr><tr><td>Cllr Ann Moss</td><td>Chair</td><td>Present</td></tr><tr><td>Cllr Eve Oakes</td><td>Reserve</td>"
        "<td>Present, as substitute</td></tr></table>"
    )
    page = _AROUND.format(title="Meeting attendance", words=words)
    assert {body for _, _, body in _said(page, "MEETING_OF", "SITS_ON")} == {"Planning Committee"}
    assert {(who, link) for who, link, _ in _said(page, "ATTENDED", "REPRESENTS")} == {
        ("Ann Moss", "ATTENDED"),
        ("Eve Oakes", "ATTENDED"),
    }


def test_the_purpose_of_a_committee_is_no_committee():
    words = (
        "<h1>Committee details</h1><h2>Planning Committee</h2><h2>Purpose of committee</h2><p>To determine applications.</p><h2>Membership"
        "</h2><ul><li>Councillor Ann Moss (Chair)</li><li>Councillor Ben Vale</li><li>Councillor Cara Reed (Reserve)</li></ul>"
    )
    said = _said(_AROUND.format(title="Committee details", words=words), "SITS_ON", "Body", "REPRESENTS")
    assert {body for _, link, body in said if link} == {"Planning Committee"}
    assert {name for name, link, _ in said if not link} == {"Planning Committee"}


def test_what_a_page_does_not_print_its_title_tells():
    page = (
        "<html><head><title>Staff – Wexby Parish Council</title></head><body><header>Menu</header><main><h1>Staff</h1>"
        f"<p>Clerk: Sian Pell</p><p>{'Our office is open on weekdays. ' * 8}</p></main></body></html>"
    )
    assert ("Wexby Parish Council", "", "") in _said(page, "Organisation")


def test_an_entry_with_paragraphs_is_of_one_person():
    entries = "".join(
        f"<li><a>Councillor {name}</a><p>{ward} Ward</p><p>{post}</p></li>"
        for name, ward, post in (
            ("Ann Moss", "Harbour", "Leader of the Council"),
            ("Ben Vale", "Hill", ""),
            ("Cara Reed", "Mill", "Cabinet Member for Finance"),
        )
    )
    said = _said(_AROUND.format(title="Your councillors", words=f"<h1>Your Councillors</h1><ul>{entries}</ul>"), "HOLDS")
    assert said == {("Ann Moss", "HOLDS", "Leader of the Council"), ("Cara Reed", "HOLDS", "Cabinet Member for Finance")}


def test_a_page_about_one_person_lists_her_seats():
    words = (
        "<h1>Councillor Ann Moss</h1><p>Title: Leader of the Council</p><h2>More information about this councillor</h2><ul><li><a>Attendance record</a>"
        "</li><li><a>Register of interests</a></li></ul><h2>Committee appointments</h2><ul><li>Cabinet (Chair)</li><li>Council</li>"
        "<li>Planning Committee</li></ul><h2>Terms of office</h2><ul><li>07/05/2019 -</li></ul>"
    )
    page = _AROUND.format(title="Councillor details", words=words)
    assert _said(page, "SITS_ON", "MEETING_OF") == {
        ("Ann Moss", "SITS_ON", body) for body in ("Cabinet", "Council", "Planning Committee")
    }
    assert _said(page, "HOLDS") == {("Ann Moss", "HOLDS", "Leader of the Council")}


def test_of_what_somebody_is_a_member_is_not_told_of_the_next():
    words = "<h1>Your Councillors</h1><h3>Cllr Ann Moss</h3><p>Member of the Planning Committee</p><h3>Cllr Ben Vale</h3><p>Vice-Chairman</p>"
    assert not {who for who, _, _ in _said(_AROUND.format(title="Councillors", words=words), "SITS_ON")} & {"Ben Vale"}


def test_what_somebody_is_responsible_for_heads_nobody_below():
    words = (
        "<h1>Senior management team</h1><h2>Director of Place</h2><p>Owen Rusk</p><p>Owen is responsible for:</p><ul><li>Planning</li>"
        "<li>Waste and recycling</li></ul><h3>Planning Manager: Sian Pell</h3><h2>Director of People</h2><p>Adaeze Obi</p>"
    )
    page = _AROUND.format(title="Senior management team", words=words)
    assert _said(page, "POST_IN", "Unit") == set()
    assert _said(page, "HOLDS") == {
        ("Owen Rusk", "HOLDS", "Director of Place"),
        ("Sian Pell", "HOLDS", "Planning Manager"),
        ("Adaeze Obi", "HOLDS", "Director of People"),
    }

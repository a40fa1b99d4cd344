"""Tables of invented boards and offices whose columns a clerk has told in a file beside them."""

import pytest
from sederunt.graph.errors import PaperError
from sederunt.loaders.load import find_papers, read_paper

MEMBERS = """Full name,Committee,Position,From,To,Ward,Group,Telephone
"Hale, Ann",Works Committee,Vice Chair,1 May 2019,2023-05-04,North Quay,Harbour,5550 1234
Ben Moss,Works Committee,,soon,,South Quay,Tide,5550 9876
(to be elected),Works Committee,,,,,,
"""
COLUMNS = "person: Full name\nbody: Committee\nrole: Position\nstart: From\nend: To\narea: Ward\nparty: Group\n"


@pytest.fixture
def load(tmp_path):
    def read(rows, columns):
        (tmp_path / "members.csv").write_text(rows, "utf-8")
        (tmp_path / "members.csv.yaml").write_text(columns, "utf-8")
        return read_paper(tmp_path / "members.csv", "members.csv")

    return read


def links(reading):
    return [(s.subject.label, s.link, s.object.label) for s in reading.paper.statements if s.link]


def test_members_have_their_seats(load):
    seats = [s for s in load(MEMBERS, COLUMNS).paper.statements if s.link == "SITS_ON"]
    assert [(s.subject.label, s.object.label) for s in seats] == [
        ("Ann Hale", "Works Committee"),
        ("Ben Moss", "Works Committee"),
    ]
    assert seats[0].values == {
        "role": "vice-chair", "role_text": "Vice Chair", "start": "2019-05-01", "end": "2023-05-04",
        "area": "North Quay", "on_behalf_of": "Harbour",
    }  # fmt: skip
    assert seats[0].evidence.locator == "line 2"
    assert seats[0].evidence.quote == '"Hale, Ann",Works Committee,Vice Chair,1 May 2019,2023-05-04,North Quay,Harbour'


def test_what_cannot_be_read_is_told_with_line_and_column(load):
    assert load(MEMBERS, COLUMNS).warnings == (
        "members.csv, line 3, column 4: “soon” is no date that can be read; it is left out.",
        "members.csv, line 4, column 1: “(to be elected)” is not taken for a name; nobody is put there.",
    )


def test_posts_report_by_title_or_by_name(load):
    rows = (
        "Name;Job;Team;Employer;Line manager\nAnn Hale;Harbour Master;Quays;Tarn Harbour Trust;\n"
        "Ben Moss;Deputy;Quays;Tarn Harbour Trust;Harbour Master\nVacant;Clerk;Office;Tarn Harbour Trust;Ann Hale\n"
    )
    columns = "person: Name\npost: Job\nunit: Team\norganisation: Employer\nreports_to: Line manager\n"
    found = load(rows, columns)
    lines = [(one, other) for one, link, other in links(found) if link == "REPORTS_TO"]
    assert lines == [("Deputy", "Harbour Master"), ("Clerk", "Harbour Master")]
    assert ("Quays", "PART_OF", "Tarn Harbour Trust") in links(found)
    assert [s.subject.label for s in found.paper.statements if s.values.get("vacant")] == ["Clerk"]


def test_a_column_that_is_not_there_is_told_with_those_that_are(load):
    with pytest.raises(PaperError, match=r"members.csv.yaml: the table has no column “Board”; it has “Full name”, “Committee”"):
        load(MEMBERS, "person: Full name\nbody: Board\n")


def test_a_word_for_a_column_that_is_not_known_is_told(load):
    with pytest.raises(PaperError, match="there is nothing called 'boss'; a column can be person, given"):
        load(MEMBERS, "person: Full name\nboss: Group\n")


def test_the_file_that_tells_the_columns_is_no_paper(load, tmp_path):
    load(MEMBERS, COLUMNS)
    table = tmp_path / "members.csv"
    assert find_papers([tmp_path]) == [table]
    assert find_papers([tmp_path / "members.csv.yaml"]) == [table]


ROWS = (
    "Member ID,First Name,Surname,Committee,Role,Date From,Date To\n7,Ann,Hale,Works Committee,Chair,1998-05-07,9999-12-31\n"
    "8,Ann,Hale,Quays Panel,,05/1998,present\n9,Sadiq,,Works Committee,,1999,soon\n,Vacant,,Works Committee,,2000,\n"
)


@pytest.fixture
def plain(tmp_path):
    def read(rows, name="who.csv"):
        (tmp_path / name).write_text(rows, "utf-8")
        return read_paper(tmp_path / name, name)

    return read


def terms(reading):
    seats = [s for s in reading.paper.statements if s.link == "SITS_ON"]
    return [(s.subject.label, s.object.label, s.values.get("start"), s.values.get("end")) for s in seats]


def test_a_table_whose_headings_tell_who_what_and_when_needs_no_file_of_columns(plain):
    found = plain(ROWS)
    assert terms(found) == [
        ("Ann Hale", "Works Committee", "1998-05-07", None),
        ("Ann Hale", "Quays Panel", "1998-05", None),
        ("Sadiq", "Works Committee", "1999", None),
    ]
    assert found.paper.statements[0].evidence.quote == "7,Ann,Hale,Works Committee,Chair,1998-05-07,9999-12-31"
    assert [s.subject.key for s in found.paper.statements[:2]] == ["who.csv#7", "who.csv#8"]
    assert found.warnings == (
        "who.csv, line 4, column 7: “soon” is no date that can be read; it is left out.",
        "who.csv, line 5, column 2: “Vacant” is not taken for a name; nobody is put there.",
    )


@pytest.mark.parametrize(
    "head", ["Name;Gremium;Beginn;Ende", "name;committeeName;startDate;endDate", "MP;Board;valid_from;valid_to"]
)
def test_headings_of_other_makes(plain, head):
    assert terms(plain(f"{head}\nAnn Hale;Quays Panel;07.05.1998;\n")) == [("Ann Hale", "Quays Panel", "1998-05-07", None)]


def test_a_list_of_records_is_a_table(plain):
    rows = '{"results": [{"person": {"id": 3, "name": "Ann Hale"}, "committee": "Quays Panel",\n "startDate": "1998-05-07T00:00:00", "endDate": null},\n {"person": "Ben Moss", "committee": "Quays Panel", "startDate": "soon"}]}'
    found = plain(rows, "who.json")
    assert terms(found) == [("Ann Hale", "Quays Panel", "1998-05-07", None), ("Ben Moss", "Quays Panel", None, None)]
    assert found.warnings == ("who.json, line 3, startDate: “soon” is no date that can be read; it is left out.",)


def test_the_month_stands_first_where_other_rows_show_it(plain):
    rows = "Name,Board,From,To\nAnn Hale,Quays Panel,04/03/2002,05/13/2004\n"
    assert terms(plain(rows)) == [("Ann Hale", "Quays Panel", "2002-04-03", "2004-05-13")]


def test_peers_are_people(plain):
    rows = "Name,Committee,From,To\nBaroness Hale of Quay,Works Committee,2001,\nThe Earl of Tarn,Works Committee,2001,\n"
    assert [who for who, *_ in terms(plain(rows))] == ["Baroness Hale of Quay", "The Earl of Tarn"]


def test_one_column_may_tell_both_dates(plain):
    rows = "Name,Committee,Years\nAnn Hale,Works Committee,1998–2003\nBen Moss,Works Committee,since May 2001\nCara Finch,Works Committee,for life\n"
    found = plain(rows)
    assert [pair[2:] for pair in terms(found)] == [("1998", "2003"), ("2001-05", None), (None, None)]
    assert found.warnings == ("who.csv, line 4, column 3: “for life” is no date that can be read; it is left out.",)


def test_organisations_that_do_not_meet_have_posts(plain):
    rows = "Name,Organisation,Position,Start,End\nAnn Hale,Tarn Harbour Trust Ltd,Pilot,2001,\n"
    assert links(plain(rows)) == [("Ann Hale", "HOLDS", "Pilot"), ("Pilot", "POST_IN", "Tarn Harbour Trust Ltd")]
    boards = rows.replace("Tarn Harbour Trust Ltd,Pilot", "Quays Board,Chair")
    assert links(plain(boards)) == [("Ann Hale", "SITS_ON", "Quays Board")]


def test_beside_days_a_term_is_the_number_of_a_parliament(plain):
    rows = "name,group,area,chamber,term,start_date,end_date\nAnn Hale,Tide,North,Harbour Assembly,12,1994-05-05,1998-05-06\n"
    found = plain(rows)
    assert terms(found) == [("Ann Hale", "Harbour Assembly", "1994-05-05", "1998-05-06")]
    assert found.warnings == ()


def test_a_title_before_a_family_name_that_stands_first(plain):
    found = plain('Committee,Member,From,To\nQuays Panel,"Prof. HALE, Ann",2001,\nQuays Panel,"Moss, Ben",2001,\n')
    assert [who for who, *_ in terms(found)] == ["Ann Hale", "Ben Moss"]
    assert "Prof." in {s.subject.honorific for s in found.paper.statements}

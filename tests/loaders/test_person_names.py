"""What can be a person's name in a list, and what cannot."""

import pytest
from sederunt.graph.names import office_held, parse_person, split_honorific, without_post_nominals
from sederunt.loaders.naming.people import looks_like_person


@pytest.mark.parametrize(
    ("text", "honorific", "given", "family"),
    [
        ("Ch Insp Mary Roe", "Ch Insp", "Mary", "Roe"),
        ("T/Insp Mary Roe", "T/Insp", "Mary", "Roe"),
        ("PC 1234 Mary Roe", "PC 1234", "Mary", "Roe"),
        ("Lt Col (Retd) Giles Roe", "Lt Col (Retd)", "Giles", "Roe"),
        ("Mayor Pro Tem Linda Ortiz", "Mayor Pro Tem", "Linda", "Ortiz"),
        ("Chief Constable Mary Roe QPM", "Chief Constable", "Mary", "Roe"),
        ("The Rt Hon. the Baroness Roe", "The Rt Hon. the Baroness", "", "Roe"),
        ("Baroness Roe of Wix", "Baroness", "", "Roe of Wix"),
        ("An Seanadóir Lorcan Ó Dubhda", "An Seanadóir", "Lorcan", "Ó Dubhda"),
        ("ROE, Mary", "", "Mary", "ROE"),
        ("M.J.Roe", "", "M.J.", "Roe"),
        ("Dean Roe", "", "Dean", "Roe"),
        ("Earl Roe", "", "Earl", "Roe"),
    ],
)
def test_the_parts_of_a_name(text, honorific, given, family):
    name = parse_person(text)
    assert (name.honorific, name.given, name.family) == (honorific, given, family)


@pytest.mark.parametrize("text", ["Mary Roe, CBE, DL", "Mary Roe PhD", "Mary Roe BA (Hons)", "Mary Roe MBE JP"])
def test_letters_behind_a_name_are_no_part_of_it(text):
    assert without_post_nominals(text) == "Mary Roe"


@pytest.mark.parametrize(
    "text",
    [
        *("Mary Roe", "M Roe", "MJ Roe", "M.J.Roe", "Supervisor Carla Diaz", "Paul Constable"),
        *(
            "Ali al-Masri",
            "Seán Ó hUiginn",
            "Maria dos Santos",
            "Xi Zhang",
            "Obinna Nwosu",
            'Robert "Bob" Crane',
            "Emeritus Professor W Roe",
        ),
    ],
)
def test_people(text):
    assert looks_like_person(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Green Party", "High Street", "Third Sector", "Hill Estate", "Marsh Maternity Voices", "St Hilda's", "Roll Call"),
        *("Trustee Board", "Mayor Pro Tem", "Chair", "Supervisor Report", "Northfield Ward", "Legal Services"),
    ],
)
def test_no_people(text):
    assert not looks_like_person(text)


def test_an_office_alone_is_no_honorific():
    assert split_honorific("Vice Mayor") == ("", "Vice Mayor")


@pytest.mark.parametrize(
    ("honorific", "post"),
    [
        ("Mayor", "Mayor"),
        ("Deputy Mayor Cllr", "Deputy Mayor"),
        ("Her Worship the Mayor", "Mayor"),
        ("Commissioner", ""),
        ("Dr", ""),
    ],
)
def test_some_offices_before_a_name_are_posts(honorific, post):
    assert office_held(honorific) == post


@pytest.mark.parametrize(
    ("text", "given", "family", "nickname"),
    [
        ("Angus 'Gus' Wren", "Angus", "Wren", "Gus"),
        ("Paul “Chalky” White", "Paul", "White", "Chalky"),
        ("MARY O. WREN-ROE", "MARY", "WREN-ROE", ""),
        ("Mary Roe CA", "Mary", "Roe", ""),
    ],
)
def test_nicknames_and_letters_are_no_part_of_the_others(text, given, family, nickname):
    name = parse_person(text)
    assert (name.given, name.family, name.nickname) == (given, family, nickname)


@pytest.mark.parametrize("text", ["St Brannock's Night Shelter", "Mary's Meals", "(Clerk) Ann Hale"])
def test_a_genitive_or_a_post_in_brackets_is_no_name(text):
    assert not looks_like_person(text)


@pytest.mark.parametrize(
    "text", ["Albert St", "Mr I Du", "Exeter LPT", "CB Cllr", "Ann Hale Cllr Ben Moss", "Mr J Hale Residents Association"]
)
def test_what_is_cut_or_runs_on_is_no_name(text):
    assert not looks_like_person(text)

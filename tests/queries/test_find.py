import pytest
from sederunt.graph.errors import AmbiguousName, UnknownDocument, UnknownName
from sederunt.queries.find import find, find_document, is_part, is_same, is_typo

ANYTHING = ("Person", "Body", "Organisation", "Unit", "Post", "Meeting")


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Ann Hale", "person:ann-hale"),
        ("ANN HALE", "person:ann-hale"),
        ("Mrs Ann Hale", "person:ann-hale"),
        ("B. Rees", "person:bryn-rees"),
        ("AH", "person:ann-hale"),
        ("Annie Hale", "person:ann-hale"),
        ("Ann Hael", "person:ann-hale"),
        ("Jose Nunez", "person:jose-nunez"),
        ("Núñez", "person:jose-nunez"),
        ("JN", "person:jose-nunez"),
        ("Dr Patel", "person:dev-patel"),
        ("Cara O'Dowd", "person:cara-odowd"),
        ("TB", "person:forum-2019-01/tb"),
        ("the Vale Schools Forum", "body:vale-schools-forum"),
        ("forum", "body:vale-schools-forum"),
        ("Inclusion & Access Panel", "body:inclusion-panel"),
        ("Inclusion Access Panel", "body:inclusion-panel"),
        ("Access Panel", "body:inclusion-panel"),
        ("EYB", "body:early-years-board"),
        ("Erly Years Board", "body:early-years-board"),
        ("unit:education/finance", "unit:education/finance"),
        ("Vale Schools Forum, 14 May 2019", "meeting:forum/2019-05-14"),
        ("vale schools forum 2019-05-14", "meeting:forum/2019-05-14"),
    ],
)
def test_names_are_found_forgivingly(store, name, id_):
    assert find(store, name, ANYTHING).id == id_


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Hale", r"may be any of 2; .*Ann Hale \(person, .*; person:ann-hale\); Eve Hale \(person, Adviser; person:eve-hale\)"),
        ("Finance", r"Finance \(unit, Education; unit:education/finance\); Finance \(unit, Marlow Vale Council; .*\)"),
        ("panel", r"Inclusion & Access Panel .*; Support Panel"),
    ],
)
def test_an_ambiguous_name_lists_its_candidates(store, name, listed):
    with pytest.raises(AmbiguousName, match=listed):
        find(store, name, ANYTHING)


def test_the_kind_wanted_decides(store):
    with pytest.raises(UnknownName, match="There is no body called 'Ann Hale' in the graph"):
        find(store, "Ann Hale", ("Body",))


def test_an_unknown_name_suggests_the_closest(store):
    with pytest.raises(UnknownName, match=r"no person or body called 'Brian Reese' in the graph; the closest: Bryn Rees"):
        find(store, "Brian Reese", ("Person", "Body"))


@pytest.mark.parametrize("name", ["", "  ", "?", "Q", "person:nobody", "Zebedee Xylophone Quux"])
def test_nothing_bears_such_a_name(store, name):
    with pytest.raises(UnknownName):
        find(store, name, ANYTHING)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("forum/2019-01.txt", "forum/2019-01.txt"),
        ("./forum/2019-01.txt", "forum/2019-01.txt"),
        ("forum\\2019-01.txt", "forum/2019-01.txt"),
        ("2019-01.txt", "forum/2019-01.txt"),
        ("2019-01", "forum/2019-01.txt"),
        ("structure 2019", "structure.txt"),
        ("document:structure.txt", "structure.txt"),
    ],
)
def test_a_document_is_found_by_path_file_name_or_title(store, name, path):
    assert find_document(store, name).path == path


def test_an_unknown_document_suggests_the_closest(store):
    with pytest.raises(UnknownDocument, match=r"no document 'structures.txt' in the graph; the closest: structure.txt"):
        find_document(store, "structures.txt")


@pytest.mark.parametrize(
    ("name", "key", "fits"),
    [
        ("a hale", "ann hale", True),
        ("hale ann", "ann hale", False),
        ("a h", "ann hale", True),
        ("a", "ann hale", False),
        ("b hale", "ann hale", False),
        ("hal", "ann hale", False),
        ("m board", "mid quadrant board", True),
        ("", "ann hale", False),
    ],
)
def test_parts_of_names(name, key, fits):
    assert is_part(name, key) is fits


@pytest.mark.parametrize(
    ("name", "key", "fits"),
    [("ann hael", "ann hale", True), ("an hale", "ann hale", True), ("ann hale", "ann hale", False), ("ann hull", "ann hale", False), ("ab", "ac", False)],
)  # fmt: skip
def test_typos(name, key, fits):
    assert is_typo(name, key) is fits


def test_small_words_do_not_count():
    assert is_same("the learning and skills board", "learning skills board")
    assert not is_same("the", "and")

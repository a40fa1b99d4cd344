import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sederunt.graph.errors import AmbiguousName, UnknownDocument, UnknownName
from sederunt.graph.model import Edge, Graph, Node, difference
from sederunt.graph.names import fold, slug
from sederunt.queries.find import find, find_all, find_document, is_part, is_same, is_typo

from tests.conftest import scaled
from tests.engines.conftest import empty_store

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
        ("forum may 2019", "meeting:forum/2019-05-14"),
        ("Vale Schools Forun, 14 May 2019", "meeting:forum/2019-05-14"),
        ("Vale Schools Forum, 14 Mya 2019", "meeting:forum/2019-05-14"),
        ("14 May 2019", "meeting:forum/2019-05-14"),
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


def test_among_many_names_the_closest_have_a_word_of_it_or_begin_alike(store, monkeypatch):
    monkeypatch.setattr("sederunt.queries.find._FEW", 0)
    for name in ("Brian Rees", "Bryn Price"):
        with pytest.raises(UnknownName, match=f"no person or body called '{name}' in the graph; the closest: Bryn Rees"):
            find(store, name, ("Person", "Body"))


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


GIVEN = "Ann Ana Anne Bryn Jo".split()
FAMILY = "Hale Hail Rees Reese Rhys".split()
TYPED = st.one_of(
    st.text("abehlnrsy ", min_size=1, max_size=12),
    st.tuples(st.sampled_from([*GIVEN, "a", "The", "Jan"]), st.sampled_from([*FAMILY, "h", "Hael", "Ressse"])).map(" ".join),
    st.sampled_from("ah hale the-hale ann-rees annreese bryn-hale forum-board".split()).map(
        lambda text: text.replace("-", " ")
    ),
)


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def crowd(request, tmp_path_factory):
    """People with much the same names, whom an index of words must tell apart as well as a look at each of them does."""
    names = {f"{one} {other}" for one in GIVEN for other in FAMILY} | {"The Hale Forum", "Forum Board", "Ann Bryn Hale", "Jo"}
    nodes = [Node(id=f"person:{slug(name)}", label="Person", properties={"name": name, "aliases": ()}) for name in names]
    keys = [Node(id=f"name:{fold(name)}", label="Name", properties={"key": fold(name)}) for name in names]
    links = [Edge(type="NAMES", start=f"name:{fold(n)}", end=f"person:{slug(n)}", properties={"statements": ()}) for n in names]
    with empty_store(request.param, tmp_path_factory.mktemp("crowd")) as opened:
        opened.apply(difference(Graph(), Graph.of([*nodes, *keys], links)))
        yield opened, sorted(fold(name) for name in names)


@given(name=TYPED)
@settings(max_examples=scaled(60))
def test_what_is_found_by_an_index_is_what_a_look_at_every_name_finds(crowd, name):
    store, keys = crowd
    folded = fold(name)
    same = [key for key in keys if key == folded]
    rules = (is_same, is_part, is_typo)
    wanted = same or next((fits for rule in rules if (fits := [key for key in keys if rule(folded, key)])), [])
    if not wanted:
        with pytest.raises(UnknownName):
            find_all(store, name, ("Person",))
        return
    assert sorted(fold(thing.name) for thing in find_all(store, name, ("Person",))) == wanted
    few = [fold(thing.name) for thing in find_all(store, name, ("Person",), 3)]
    assert len(few) == min(3, len(wanted))
    assert set(few) <= set(wanted)


def test_of_many_names_those_that_begin_so_come_first(crowd):
    assert [thing.name for thing in find_all(crowd[0], "Hale", ("Person",), 1)] == ["Ana Hale"]
    assert [thing.name for thing in find_all(crowd[0], "Bryn", ("Person",), 5)] == [f"Bryn {name}" for name in sorted(FAMILY)]


def test_of_more_than_are_told_nobody_counts_how_many_there_are(crowd, monkeypatch):
    monkeypatch.setattr("sederunt.queries.find.TOLD", 9)
    with pytest.raises(AmbiguousName, match=r"'Ann' may be any of 6; .*\)\.$"):
        find(crowd[0], "Ann", ("Person",))
    monkeypatch.setattr("sederunt.queries.find.TOLD", 5)
    with pytest.raises(AmbiguousName, match=r"'Ann' may be any of more than 5; ") as raised:
        find(crowd[0], "Ann", ("Person",))
    assert len(raised.value.candidates) == 5


def test_meetings_are_read_by_heaps_as_by_one(store, monkeypatch):
    whole = {
        name: find_all(store, name, ANYTHING) for name in ("forum", "forum may 2019", "2019", "the vale schools forum 2019")
    }
    monkeypatch.setattr("sederunt.queries.sittings._HEAP", 1)
    monkeypatch.setattr("sederunt.queries.find._HEAP", 1)
    assert {name: find_all(store, name, ANYTHING) for name in whole} == whole

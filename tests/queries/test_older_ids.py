"""A person's id is that of their first mention: when papers come and go it changes, and whoever wrote down an older one still finds them."""

import pytest
from sederunt.cli.app import app
from sederunt.graph.errors import UnknownName
from sederunt.graph.statement import mention_id
from sederunt.graph.update import forget, load
from sederunt.queries.ask import ask
from sederunt.queries.find import find
from typer.testing import CliRunner

from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import Draft


@pytest.fixture(params=list(ENGINES))
def engine(request, tmp_path):
    with empty_store(request.param, tmp_path) as store:
        yield store


def papers():
    drafts = [Draft(f"{letter}.txt", date=f"2019-0{at}-01") for at, letter in enumerate("abcd", 1)]
    for draft in drafts:
        draft.present("Ann Hale", initials="AH")
        draft.present("Bryn Rees")
    return [draft.paper for draft in drafts]


def ids(store, name="Ann Hale"):
    return {row[0] for row in store.ask("MATCH (p:Person {name: $name}) RETURN p.id AS id", {"name": name}).rows}


def ids_of(left):
    """Every id that a mention in these papers gives."""
    return {f"person:{mention_id(paper.path, mention)}" for paper in left for mention in paper.people}


def find_perhaps(store, id_):
    try:
        return find(store, id_, ("Person",))
    except UnknownName:
        return None


def with_papers(store):
    """Load the papers one by one; returns every id that Ann Hale had."""
    older = set()
    for paper in papers():
        load(store, [paper])
        older |= ids(store)
    return older


def test_every_id_that_a_person_ever_had_finds_them(engine):
    older = with_papers(engine)
    (now,) = ids(engine)
    assert len(older) > 1
    assert {find(engine, id_, ("Person", "Body")).id for id_ in older} == {now}
    answers = {ask(engine, "person-meetings", {"person": id_}).table.rows for id_ in older}
    assert len(answers) == 1
    assert len(answers.pop()) == 4


def test_an_older_id_is_that_of_a_person_only(engine):
    older = with_papers(engine) - ids(engine)
    for id_ in older:
        with pytest.raises(UnknownName):
            find(engine, id_, ("Body",))
        with pytest.raises(UnknownName):
            find(engine, id_.replace("person:", "body:"), ("Person", "Body"))


def test_an_id_goes_with_the_paper_that_gave_it(engine):
    older = with_papers(engine)
    for at, paper in enumerate(papers()[:3], 1):
        forget(engine, paper.path)
        known = {id_ for id_ in older if find_perhaps(engine, id_)}
        assert known == {id_ for id_ in older if id_ in ids_of(papers()[at:])}
        assert len(known) < len(older)


def test_who_takes_an_older_id(tmp_path):
    with empty_store("embedded", tmp_path) as store:
        older = with_papers(store)
        address = store.address
    cards = {CliRunner().invoke(app, ["--graph", address, "who", id_]).stdout for id_ in older}
    assert len(cards) == 1
    assert "Ann Hale" in cards.pop()


@pytest.mark.parametrize("name", ["Ann Hale", "AH", "Hale", "Anne Hale", "body:x"])
def test_a_name_is_looked_up_without_asking_for_older_ids(engine, name, monkeypatch):
    with_papers(engine)
    asked = []
    ask_engine = engine.ask
    monkeypatch.setattr(engine, "ask", lambda cypher, given=None: asked.append(cypher) or ask_engine(cypher, given))
    try:
        find(engine, name, ("Person",))
    except UnknownName:
        assert name == "body:x"
    assert asked
    assert not any("m.mentions" in cypher for cypher in asked)


def test_the_id_that_a_body_has_by_its_letters_finds_what_they_stand_for(engine):
    whole = "Local Access Forum"
    declaring, short = Draft("a.txt", body=whole), Draft("b.txt", body="LAF")
    declaring.name("Body", f"{whole} (LAF)")
    load(engine, [short.paper])
    assert find(engine, "body:laf", ["Body"]).name == "LAF"
    load(engine, [declaring.paper])
    assert find(engine, "body:laf", ["Body"]).name == whole

"""Judgements: what they do to who is who, that they outlive the papers, and that they can be taken back."""

import pytest
from sederunt.graph.deciding import Signed, about, merge, nobody, reject, separate, undo, voices
from sederunt.graph.errors import QueryError, UnknownName
from sederunt.graph.judged import judged_by
from sederunt.graph.judgements import Judgement, Spoken, Verb, added, read_lines, standing, written
from sederunt.graph.judging import judge
from sederunt.graph.logbook import read_log
from sederunt.graph.model import Graph
from sederunt.graph.nearby import Nearby
from sederunt.graph.store import read_graph
from sederunt.graph.update import forget, load, rebuild

from tests.graph.conftest import Draft, by_name, edges, nodes
from tests.graph.test_update import Shelf, anywhere
from tests.graph.test_update_random import exported

CLERK = Signed(who="clerk", day="2026-11-23", why="she says so")


def minutes(path, *present, **more):
    draft = Draft(path, **more)
    for name in present:
        draft.present(name)
    return draft.paper


def one_of_each():
    """Three boards that have nobody in common but by name."""
    return [
        minutes("a.txt", "Ann Hale", "Tom Reed", body="Fenwick Harbour Board", date="2018-01-09"),
        minutes("b.txt", "Ann Mossman", "Bryn Rees", body="Aldermoor Bridge Trust", date="2019-02-05"),
        minutes("c.txt", "Ann Hale", "Lowri Pugh", body="Carrick Library Panel", date="2020-03-03"),
    ]


def stored(papers):
    store = Shelf()
    load(store, papers)
    return store


def ids_of(store, name):
    return sorted(n.id for n in nodes(read_graph(store), "Person") if n.properties["name"] == name)


def person(store, name):
    return by_name(read_graph(store), name).id


def joined(store, one, other, *, force=False):
    return judge(store, lambda graph, log: merge(graph, log, (one, other), CLERK, force=force))


def parted(store, *people):
    return judge(store, lambda graph, log: separate(graph, log, people, CLERK))


def back(store, number=0):
    return judge(store, lambda _, log: undo(log, number, CLERK))


def said(graph: Graph, names):
    """What each statement says of whom, people by who they are in ``names``."""
    found = []
    for n in nodes(graph, "Statement"):
        ends = [names.get(end, end) for end in (n.properties["subject"], n.properties.get("object"))]
        found.append((n.id, *ends, n.properties.get("link"), n.properties.get("value"), n.properties["status"]))
    return sorted(found, key=str)


@anywhere
def test_a_merge_makes_one_person_of_two_and_is_taken_back(opened):
    with opened() as store:
        load(store, one_of_each())
        before = exported(read_graph(store))
        joined(store, person(store, "Ann Mossman"), ids_of(store, "Ann Hale")[0])
        merged = by_name(read_graph(store), "Ann Mossman")
        assert merged.properties["aliases"] == ("Ann Hale",)
        assert len({e.end for e in edges(read_graph(store), "SITS_ON") if e.start == merged.id}) == 2
        assert rebuild(store) == 0
        back(store)
        assert exported(read_graph(store)) == before
        assert [j.verb for j in read_log(store)] == ["same", "undo"]


def test_what_is_said_is_the_same_after_a_merge():
    store = stored(one_of_each())
    one, other = person(store, "Ann Mossman"), ids_of(store, "Ann Hale")[0]
    before = said(read_graph(store), {one: "her", other: "her"})
    joined(store, one, other)
    assert said(read_graph(store), {person(store, "Ann Mossman"): "her"}) == before


def test_a_merge_holds_whatever_is_loaded_forgotten_and_changed():
    papers = one_of_each()
    store = stored(papers)
    joined(store, person(store, "Ann Mossman"), ids_of(store, "Ann Hale")[0])
    whole = exported(read_graph(store))
    for paper in papers:
        forget(store, paper.path)
    assert read_graph(store) == Graph()
    for paper in reversed(papers):
        load(store, [paper])
    assert exported(read_graph(store)) == whole
    load(store, [minutes("a.txt", "Piers Dunn", "Ann Hale", body="Fenwick Harbour Board", date="2018-01-09")])
    assert ids_of(store, "Ann Mossman")


def test_the_rules_do_not_join_through_a_third_who_are_said_to_be_different():
    papers = [minutes(f"{letter}.txt", "Ann Hale", date=f"2019-0{at}-01") for at, letter in enumerate("abc", 1)]
    store = stored(papers)
    one = person(store, "Ann Hale")
    known = voices(Nearby(store), one)
    pair = Judgement(number=1, verb=Verb.DIFFERENT, what=((known[0].mentions[0],), (known[1].mentions[0],)), day="2026-11-23")
    judge(store, lambda graph, log: [pair])
    assert len(ids_of(store, "Ann Hale")) == 3
    assert rebuild(store) == 0


def test_a_person_is_taken_apart_into_what_each_paper_says():
    store = stored([minutes(f"{letter}.txt", "Ann Hale", date=f"2019-0{at}-01") for at, letter in enumerate("abc", 1)])
    parted(store, person(store, "Ann Hale"))
    assert len(ids_of(store, "Ann Hale")) == 3
    load(store, [minutes("d.txt", "Ann Hale", date="2019-05-01")])
    assert len(ids_of(store, "Ann Hale")) == 4
    back(store)
    assert len(ids_of(store, "Ann Hale")) == 1


def two_lists():
    draft = Draft("a.txt")
    draft.present("Ann Hale")
    draft.apologies("Ann Hale")
    draft.action("Write to schools", "Ann")
    return draft.paper


def test_two_rows_that_a_paper_alone_tells_of_are_taken_apart():
    store = stored([two_lists()])
    parted(store, person(store, "Ann Hale"))
    graph = read_graph(store)
    assert len(ids_of(store, "Ann Hale")) == 2
    assert {e.start for e in edges(graph, "ATTENDED")} != {e.start for e in edges(graph, "SENT_APOLOGIES")}
    assert rebuild(store) == 0


def test_of_two_who_are_parted_in_one_paper_other_mentions_may_mean_either():
    store = stored([two_lists()])
    (voice,) = voices(Nearby(store), person(store, "Ann Hale"))
    rows = [(m,) for m in voice.mentions if m.printed == "Ann Hale"]
    judge(store, lambda graph, log: [Judgement(number=1, verb=Verb.DIFFERENT, what=tuple(rows), day="2026-11-23")])
    (open_one,) = [n for n in nodes(read_graph(store), "Statement") if n.properties["status"] == "open"]
    assert open_one.properties["candidates"] == tuple(ids_of(store, "Ann Hale"))


def test_two_rows_of_one_list_are_one_person_only_by_force():
    store = stored([minutes("a.txt", "Ann Hale", "Tom Reed")])
    pair = person(store, "Ann Hale"), person(store, "Tom Reed")
    with pytest.raises(QueryError, match=r"a\.txt has both in one list.*--force"):
        joined(store, *pair)
    assert not read_log(store)
    joined(store, *pair, force=True)
    graph = read_graph(store)
    assert len(nodes(graph, "Person")) == len(edges(graph, "ATTENDED")) == 1
    assert rebuild(store) == 0
    back(store)
    assert (person(store, "Ann Hale"), person(store, "Tom Reed")) == pair


def test_two_at_one_meeting_are_one_person_only_by_force():
    draft = Draft("a.txt")
    for at, name in enumerate(("Ann Hale", "Ivor Penn", "Tom Reed")):
        mention = draft.named("Person", name, "present" if at else "prose")
        draft.say("ATTENDED", mention, draft.meeting)
    store = stored([draft.paper])
    with pytest.raises(QueryError, match=r"a\.txt shows both at one meeting.*--force"):
        joined(store, person(store, "Ann Hale"), person(store, "Tom Reed"))


def test_nobody_comes_to_report_to_themselves_but_by_force():
    draft = Draft("a.txt", body="")
    director, head = (draft.named("Post", f"{rank} of Harbours", within="Aldermoor Council") for rank in ("Director", "Head"))
    draft.say("HOLDS", draft.named("Person", "Ann Hale", "holders"), director)
    draft.say("HOLDS", draft.named("Person", "Tom Reed", "holders"), head)
    draft.say("REPORTS_TO", head, director)
    store = stored([draft.paper])
    with pytest.raises(QueryError, match=r"Head of Harbours, who reports to the other, Director of Harbours.*--force"):
        joined(store, person(store, "Ann Hale"), person(store, "Tom Reed"))


def test_what_is_no_person_stays_none_through_a_reload():
    papers = [minutes("a.txt", "Ann Hale", "Harbour Light")]
    store = stored(papers)
    judge(store, lambda graph, log: nobody(graph, log, person(store, "Harbour Light"), CLERK))
    assert not ids_of(store, "Harbour Light")
    (unresolved,) = [n for n in nodes(read_graph(store), "Statement") if n.properties["status"] == "unresolved"]
    assert unresolved.properties["subject_text"] == "Harbour Light"
    forget(store, "a.txt")
    load(store, papers)
    assert not ids_of(store, "Harbour Light")
    back(store, 1)
    assert ids_of(store, "Harbour Light")


def test_a_later_judgement_beats_an_earlier_one_about_other_mentions_of_the_two():
    draft = minutes("a.txt", "Ann Hale", body="Fenwick Harbour Board")
    longer = Draft("a.txt", body="Fenwick Harbour Board")
    longer.present("Ann Hale")
    longer.person("Ann Rosalind Hale", "contacts")
    store = stored([draft, minutes("b.txt", "Ann Mossman", body="Aldermoor Bridge Trust")])
    parted(store, person(store, "Ann Hale"), person(store, "Ann Mossman"))
    load(store, [longer.paper])
    joined(store, person(store, "Ann Rosalind Hale"), person(store, "Ann Mossman"))
    assert len(nodes(read_graph(store), "Person")) == 1


def rejected(store, link, *words):
    """Reject the statement that says this of somebody printed so."""
    said = [
        n
        for n in nodes(read_graph(store), "Statement")
        if (n.properties.get("link"), n.properties.get("subject_text")) == (link, *words)
    ]
    return judge(store, lambda graph, log: reject(graph, log, said[0].id, CLERK))


def test_what_is_rejected_stays_out_through_every_version_that_says_it():
    draft = Draft("a.txt")
    draft.present("Ann Hale")
    draft.sits("Ann Hale", "Fenwick Harbour Board", "chair")
    store = stored([draft.paper])
    before = exported(read_graph(store))
    rejected(store, "SITS_ON", "Ann Hale")
    graph = read_graph(store)
    assert "chair" not in {e.properties["role"] for e in edges(graph, "SITS_ON")}
    assert "Fenwick Harbour Board" not in {n.properties["name"] for n in nodes(graph, "Body")}
    (said,) = [n for n in nodes(graph, "Statement") if n.properties["status"] == "rejected"]
    assert (said.properties["subject"], said.properties["subject_text"]) == ("", "Ann Hale")
    moved = [
        s.model_copy(update={"evidence": s.evidence.model_copy(update={"line": 40, "locator": "line 40"})})
        for s in draft.statements
    ]
    load(store, [draft.paper.model_copy(update={"statements": tuple(moved), "sha256": "f" * 64})])
    assert "chair" not in {e.properties["role"] for e in edges(read_graph(store), "SITS_ON")}
    load(store, [draft.paper])
    back(store)
    assert exported(read_graph(store)) == before


def test_a_statement_is_rejected_once():
    store = stored(one_of_each())
    rejected(store, "ATTENDED", "Ann Mossman")
    with pytest.raises(QueryError, match="rejected already"):
        rejected(store, "ATTENDED", "Ann Mossman")
    with pytest.raises(UnknownName, match="There is no statement 'statement:0'"):
        judge(store, lambda graph, log: reject(graph, log, "statement:0", CLERK))


def test_a_later_judgement_beats_an_earlier_one():
    store = stored(one_of_each())
    pair = person(store, "Ann Mossman"), ids_of(store, "Ann Hale")[0]
    parted(store, *pair)
    joined(store, *pair)
    assert len(ids_of(store, "Ann Hale")) == 1
    parted(store, person(store, "Ann Mossman"))
    assert len(ids_of(store, "Ann Hale")) == 2


def spoken(*names):
    return tuple(Spoken(path=f"{name[0]}.txt", name=name, printed=name) for name in names)


def same(number, *names):
    return Judgement(number=number, verb=Verb.SAME, what=(spoken(*names),), day="2026-11-23")


def different(number, *groups):
    return Judgement(number=number, verb=Verb.DIFFERENT, what=tuple(spoken(*group) for group in groups), day="2026-11-23")


@pytest.mark.parametrize(
    ("log", "one"),
    [
        ([same(1, "a", "b"), same(2, "b", "c")], [{"a", "b", "c"}]),
        ([same(1, "a", "b"), different(2, "b", "a")], []),
        ([different(1, "a", "b"), same(2, "a", "b")], [{"a", "b"}]),
        ([different(1, "a", "c"), same(2, "a", "b"), same(3, "b", "c")], [{"b", "c"}]),
        ([same(1, "a", "b", "c"), different(2, "a", "c")], [{"a", "b"}]),
        ([same(1, "a", "b", "c"), different(2, "ab", "c")], [{"a", "b"}]),
    ],
)
def test_what_several_judgements_come_to(log, one):
    found = {group for group in judged_by(log).one.values() if len(group) > 1}
    assert found == {frozenset(group) for group in one}


def test_of_two_who_are_different_both_are_so_with_all_who_are_one_with_them():
    judged = judged_by([different(1, "a", "b"), same(2, "b", "c")])
    assert judged.apart["a"] == {"b", "c"}
    assert judged.apart["c"] == {"a"}


def test_a_judgement_of_papers_that_are_not_loaded_waits():
    papers = one_of_each()
    store, other = stored(papers), Shelf()
    joined(store, person(store, "Ann Mossman"), ids_of(store, "Ann Hale")[0])
    text = written(read_log(store))
    judge(other, lambda _, log: added(log, read_lines(text, "log")))
    assert read_graph(other) == Graph()
    for paper in papers:
        load(other, [paper])
    assert exported(read_graph(other)) == exported(read_graph(store))


def test_a_log_comes_back_from_its_text_and_not_twice():
    log = [same(1, "a", "b"), Judgement(number=2, verb=Verb.UNDO, undone=1, day="2026-11-23"), same(3, "a", "b")]
    assert read_lines(written(log), "log") == log
    assert added([], log) == log
    assert added(log, log) == []
    assert added(log[:1], log) == log[1:]
    shifted = added([different(1, "c", "d")], log)
    assert [(j.number, j.undone) for j in shifted] == [(2, 0), (3, 2), (4, 0)]


@pytest.mark.parametrize(
    "line",
    [
        '1\t2026-11-23\tc\tsame\t["a.txt", "\\ud800", ""]\t',
        f"1\t2026-11-23\tc\tsame\t{'[' * 100_000}\t",
        "1\t2026-11-23\tclerk\tsame",
        "1\tyesterday\tclerk\tsame\t[]\t",
        "x\t2026-11-23\tclerk\tundo\t1\t",
        "1\t2026-11-23\tc\tjoin\t[]\t",
    ],
)
def test_a_line_that_is_no_judgement_is_told_of(line):
    with pytest.raises(QueryError, match="log, line 2: this is no judgement"):
        read_lines(f"# our log\n{line}\n", "log")


def test_what_took_another_back_can_be_taken_back():
    store = stored(one_of_each())
    joined(store, person(store, "Ann Mossman"), ids_of(store, "Ann Hale")[0])
    back(store)
    back(store, 2)
    assert [j.number for j in standing(read_log(store))] == [1]
    with pytest.raises(QueryError, match="Judgement 2 is taken back already"):
        back(store, 2)


def test_only_what_is_there_can_be_taken_back():
    store = stored(one_of_each())
    with pytest.raises(QueryError, match="no judgement to be taken back"):
        back(store)
    with pytest.raises(QueryError, match="There is no judgement 7"):
        back(store, 7)


def test_who_is_not_there_or_one_already_cannot_be_judged():
    store = stored(one_of_each())
    one = person(store, "Ann Mossman")
    with pytest.raises(UnknownName):
        joined(store, one, "person:0")
    with pytest.raises(QueryError, match="the same person"):
        joined(store, one, one)
    with pytest.raises(QueryError, match="nothing to separate"):
        parted(store, one)


def test_the_judgements_about_somebody_are_told():
    store = stored(one_of_each())
    joined(store, person(store, "Ann Mossman"), ids_of(store, "Ann Hale")[0])
    found = about(read_log(store), voices(Nearby(store), person(store, "Ann Mossman")))
    assert [j.number for j in found] == [1]
    assert not about(read_log(store), voices(Nearby(store), person(store, "Tom Reed")))


def test_two_of_one_paper_who_are_one_through_another_are_two_again_without_it():
    papers = [two_lists(), minutes("b.txt", "Ann Orr", "Ann Pugh", body="Fenwick Harbour Board")]
    store = stored(papers)
    near = Nearby(store)
    rows = [m for m in voices(near, person(store, "Ann Hale"))[0].mentions if m.printed == "Ann Hale"]
    others = [voices(near, person(store, name))[0].mentions[0] for name in ("Ann Orr", "Ann Pugh")]
    for number, pair in enumerate(zip(rows, others, strict=True), 1):
        verdict = Judgement(number=number, verb=Verb.SAME, what=(pair,), day="2026-11-23")
        judge(store, lambda graph, log, verdict=verdict: [verdict])
    assert len(nodes(read_graph(store), "Person")) == 1
    assert rebuild(store) == 0
    forget(store, "a.txt")
    assert len(nodes(read_graph(store), "Person")) == 2
    assert rebuild(store) == 0

"""Of which pairs of bodies a person has to be asked, and in which order."""

import pytest
from sederunt.graph.bodies import separate_things
from sederunt.graph.doubtful import things_to_ask
from sederunt.graph.judged import NOTHING_JUDGED, judged_by
from sederunt.graph.judging import judge
from sederunt.graph.logbook import read_log
from sederunt.graph.store import read_graph
from sederunt.graph.update import load

from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import by_name
from tests.graph.test_called import LYDHAM, TARN, WHOLE, declaring, paper
from tests.graph.test_judging import CLERK


@pytest.fixture(params=list(ENGINES))
def store(request, tmp_path):
    with empty_store(request.param, tmp_path) as opened:
        yield opened


def asked(store):
    found = things_to_ask(store, judged_by(read_log(store)))
    return [(pair.one.name, pair.other.name, pair.moves, [r.text for r in pair.reasons]) for pair in found]


def test_an_abbreviation_of_several_is_asked_about_of_each_and_what_most_hangs_on_first(store):
    own = declaring("a"), declaring("b", body="Harbour Works Board"), paper("c", "HWB"), paper("d", "HWB", date="2020-01-07")
    load(store, [*own, paper("e", "Harbour Works Board", date="2020-01-07")])
    why = ["HWB is short for several"]
    assert asked(store) == [("Harbour Works Board", "HWB", 2, why), (WHOLE, "HWB", 2, why)]
    ids = [by_name(read_graph(store), name).id for name in ("HWB", "Harbour Works Board")]
    judge(store, lambda graph, log: separate_things(graph, log, ids, CLERK))
    assert asked(store) == [(WHOLE, "HWB", 2, why)]


def test_what_no_paper_calls_by_the_abbreviation_alone_and_what_cannot_be_is_not_asked_about(store):
    load(store, [declaring("a"), declaring("b", body="Harbour Works Board")])
    assert asked(store) == []
    load(store, [declaring("c", TARN, body="Quay Office Group", short="QOG"), paper("d", "QOG", of=LYDHAM)])
    assert asked(store) == []
    assert things_to_ask(store, NOTHING_JUDGED) == []

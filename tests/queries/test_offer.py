"""Names that begin as somebody has begun to type them: by an index, and yet those that a look at every name finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.kinds import CONNECTED
from sederunt.graph.names import fold
from sederunt.queries import offer
from sederunt.queries.offer import offer_names

TYPED = st.one_of(
    st.text("abcdefhinoprsuv ", max_size=3),
    st.sampled_from(
        ["Ann H", "HALE", "núñ", "learning p", "Mrs Ann", "vale sch", "the vale", "finance", "panel x", "access pan", "o'd"]
    ),
)


def looked_at(store, typed, labels):
    """What a look at every name finds; of what was begun to be typed, among what has a folded name, as all has in a real graph."""
    begun = fold(typed)
    found = store.ask(
        f"MATCH {'(:Name)-[:NAMES]->' if begun else ''}(x:{'|'.join(labels)}) RETURN DISTINCT x.name AS name ORDER BY name"
    )
    names = [name for (name,) in found.rows]
    return [n for n in names if fold(n).startswith(begun)] or [n for n in names if f" {begun}" in fold(n)]


@pytest.mark.parametrize("labels", [("Person",), ("Body", "Unit"), CONNECTED])
@given(typed=TYPED)
def test_what_is_offered_is_what_a_look_at_every_name_finds(store, labels, typed):
    assert offer_names(store, typed, labels) == looked_at(store, typed, labels)


def test_of_many_names_some_are_read(store, monkeypatch):
    monkeypatch.setattr(offer, "_HEAP", 1)
    whole = offer_names(store, "hale", ("Person",))
    assert len(whole) > 1
    monkeypatch.setattr(offer, "MOST", 1)
    assert offer_names(store, "hale", ("Person",))[0] in whole
    monkeypatch.setattr(offer, "_READ", 1)
    assert len(offer_names(store, "", ("Person",))) == 1

"""Tables of members at random, with doubled, reversed, overlapping and open-ended rows: who was there on a day, against a plain count."""

from calendar import monthrange
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from sederunt.graph.update import load
from sederunt.loaders.load import read_paper
from sederunt.queries.chairs import chairs
from sederunt.queries.find import find
from sederunt.queries.oddities import oddities
from sederunt.queries.terms import NOBODY, spells_of, with_gaps

from tests.conftest import scaled
from tests.engines.conftest import empty_store

BOARD = "Tarn Harbour Board"
DAYS = [f"{year}-{month:02d}-15" for year in range(1999, 2005) for month in (1, 5, 12)]

dates = st.one_of(
    st.just(""),
    st.integers(2000, 2003).map(str),
    st.builds("{}-{:02d}".format, st.integers(2000, 2003), st.integers(1, 12)),
    st.builds("{}-{:02d}-{:02d}".format, st.integers(2000, 2003), st.integers(1, 12), st.integers(1, 28)),
)
rows = st.tuples(
    st.sampled_from(["Ann Hale", "Ben Moss", "Cara Finch", "Dai Rees"]), st.sampled_from(["Chair", "Member"]), dates, dates
)
tables = st.lists(rows, min_size=1, max_size=10).filter(lambda table: any(start or end for *_, start, end in table))


def days(start, end):
    """The first and the last day that a row may mean."""
    year, month, day = (*end.split("-"), "", "")[:3] if end else ("9999", "12", "31")
    last = f"{year}-{month or 12}-{day or monthrange(int(year), int(month or 12))[1]}"
    return (*start.split("-"), "01", "01")[:3] if start else ("0000", "01", "01"), tuple(last.split("-"))


def there(table, day):
    """Who was there on a day, and whether in the chair: row by row."""
    on = [(who, role) for who, role, *time in table if any(time) and days(*time)[0] <= tuple(day.split("-")) <= days(*time)[1]]
    return {who: ("chair" if (who, "Chair") in on else "member") for who, _ in on}


@given(tables)
@settings(max_examples=scaled(15), deadline=None)
def test_a_table_answers_as_a_plain_count_does(table):
    with TemporaryDirectory() as folder, empty_store("embedded", Path(folder)) as store:
        file = Path(folder) / "members.csv"
        lines = [f"{who},{BOARD},{role},{start},{end}" for who, role, start, end in table]
        file.write_text("\n".join(["Name,Board,Role,From,To", *lines]), "utf-8")
        load(store, [read_paper(file, file.name).paper])
        spells = list(with_gaps(known := spells_of(store, find(store, BOARD, ("Body",)).id)))
        assert chairs(store) == [spell for spell in known if spell.role == "chair"]
        odd = {(found.oddity, found.person) for found in oddities(store)}
    for day in DAYS:
        then = [spell for spell in spells if spell.touches(day, day)]
        found = {who: {s.role for s in then if s.person == who} for who in {s.person for s in then if s.how != NOBODY}}
        assert {who: min(roles) for who, roles in found.items()} == there(table, day)
        chaired = "chair" in there(table, day).values()
        assert not (chaired and any(spell.how == NOBODY for spell in then))
    reversed_ = {who for who, _, start, end in table if start and end and days(start, end)[1] < days(start, end)[0]}
    assert {who for what, who in odd if what == "ends before it begins"} == reversed_
    doubled = {row[0] for row in table if any(row[2:]) and table.count(row) > 1}
    assert {who for what, who in odd if what == "told more than once"} == doubled

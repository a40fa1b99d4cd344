"""JSON and YAML: every value keeps its words and their place, and damaged files are refused in one sentence."""

from json import dumps

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.errors import PaperError
from sederunt.loaders.formats import json, yaml

ROWS = b'{"people": [\n  {"name": "Ann Hale", "born": 1970, "seat": null},\n  {"name": "Ben \\"B\\" Moss"}]}\n'
LISTED = b"people:\n- name: Ann Hale\n  born: 1970\n  seat:\n- name: 'Ben \"B\" Moss'\n"


def words(document, datum):
    return "".join(line.raw for line in document.lines)[datum.start : datum.end]


@pytest.mark.parametrize(("form", "data", "quoted"), [(json, ROWS, 'Ben \\"B\\" Moss'), (yaml, LISTED, 'Ben "B" Moss')])
def test_values_have_their_words(form, data, quoted):
    document = form.read(data, "people")
    one, other = document.data.at("people")
    assert [one.of("name"), one.of("born"), one.of("seat"), other.of("name")] == ["Ann Hale", "1970", "", 'Ben "B" Moss']
    assert [words(document, one.fields[name]) for name in ("name", "born")] == ["Ann Hale", "1970"]
    assert words(document, other.fields["name"]) == quoted


def test_json_lines_are_a_list():
    assert [row.of("id") for row in json.read(b'{"id": "a"}\n{"id": "b"}\n', "rows.jsonl").data.items] == ["a", "b"]


@pytest.mark.parametrize(
    ("form", "data", "said"),
    [
        (json, b'{"a": [1,\n 2', "rows, line 2: this is not JSON (a comma or ] was expected); export the data again."),
        (json, b"[" * 5000, "rows, line 1: this is not JSON (lists in lists without end); export the data again."),
        (json, b'{"a" 1}', "rows, line 1: this is not JSON (a colon was expected); export the data again."),
        (yaml, b"a: [1,\nb: 2", "rows, line 2: this is not YAML (did not find expected ',' or ']'); export the data again."),
        (yaml, b"[" * 150 + b"]" * 150, "rows, line 1: this is not YAML (lists in lists without end); export the data again."),
    ],
)
def test_damaged_files_are_refused(form, data, said):
    with pytest.raises(PaperError) as refused:
        form.read(data, "rows")
    assert str(refused.value) == said


def test_a_pointer_to_what_holds_it_or_is_not_there_is_refused():
    for data in (b"a: &a [*a]", b"a: *b"):
        with pytest.raises(PaperError, match=r"^rows, line 1: this is not YAML \(\*[ab] points to nothing above it\)"):
            yaml.read(data, "rows")


def test_what_stands_for_nothing_is_nothing_and_in_quotes_a_word():
    rows = yaml.read(b"- ~\n- null\n-\n- '~'\n- \"null\"\n- !!null x\n- |\n  null\n", "rows").data.items
    assert [row.text for row in rows] == ["", "", "", "~", "null", "", "null\n"]
    assert yaml.read(b"&a name: 1\nb: *a\n", "rows").data.of("b") == "name"


def test_what_is_pointed_to_often_is_made_once():
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))
    assert yaml.read(bomb.encode(), "rows").data.at("a1")[0].items[0].text == "x"


SIMPLE = st.recursive(
    st.text(max_size=5) | st.integers().map(str) | st.just(""),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
)


def plain(datum):
    if isinstance(datum.value, str):
        return datum.value
    return (
        [plain(item) for item in datum.items]
        if isinstance(datum.value, list)
        else {k: plain(v) for k, v in datum.fields.items()}
    )


@given(SIMPLE)
def test_json_is_read_as_it_was_written(value):
    assert plain(json.read(dumps([value]).encode(), "rows").data) == [value]

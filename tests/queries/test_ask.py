import pytest
from sederunt.graph.errors import QueryError, UnknownDocument, UnknownName
from sederunt.queries.ask import ask, bound, loose, told
from sederunt.queries.catalogue import saved


@pytest.mark.parametrize(
    ("query", "values", "complaint"),
    [
        ("members", {}, r"needs body=…: the board"),
        ("members", {"body": ""}, r"needs body=…"),
        ("members", {"boddy": "x"}, r"no parameter 'boddy'; it takes: body, stated"),
        ("counts", {"x": 1}, r"it takes: none"),
        ("several-boards", {"at_least": "many"}, r"at_least wants a whole number, not 'many'"),
        ("members", {"body": "Forum", "stated": "perhaps"}, r"stated wants true or false, not 'perhaps'"),
        ("meetings", {"from": "June"}, r"from wants a date such as 2019"),
        ("find", {"words": "  "}, r"at least one word"),
        ("nothing", {}, r"no saved query 'nothing'"),
    ],
)
def test_values_that_do_not_fit_are_refused(store, query, values, complaint):
    with pytest.raises(QueryError, match=complaint):
        ask(store, query, values)


def test_a_name_of_the_wrong_kind_is_unknown(store):
    with pytest.raises(UnknownName, match="no body called 'Ann Hale'"):
        ask(store, "members", {"body": "Ann Hale"})


def test_an_unknown_document_is_told(store):
    with pytest.raises(UnknownDocument, match=r"no document .minutes\.txt."):
        ask(store, "statements", {"document": "minutes.txt"})


def test_values_become_what_the_query_wants(store):
    given = {"owner": "Mrs Ann Hale", "open": "true", "from": "2019-06"}
    assert bound(store, saved("actions"), given) == {
        "owner": "person:ann-hale",
        "body": "",
        "meeting": "",
        "open": True,
        "from": "2019-06",
        "to": "",
        "stated": False,
    }


@pytest.mark.parametrize("attack", ["Ann' RETURN 1 //", "}) DETACH DELETE n //", "$person", "\x00", "*", "👩‍🚒" * 50])
def test_text_from_a_user_is_never_cypher(store, attack):
    with pytest.raises(UnknownName):
        ask(store, "person", {"person": attack})


@pytest.mark.parametrize(
    ("text", "value"),
    [("3", 3), ('["a", "b"]', ["a", "b"]), ("true", True), ("Ann Hale", "Ann Hale"), ('"3"', "3"), ("", ""), ("2019-06-30", "2019-06-30")],
)  # fmt: skip
def test_loose_values_are_json_where_they_parse(text, value):
    assert loose(text) == value


def test_a_list_takes_everything_that_a_name_fits(store):
    given = bound(store, saved("structure"), {"things": "Finance"})
    assert given["things"] == ["unit:education/finance", "unit:marlow-vale-council/finance"]


def test_a_query_without_its_choices_begins_at_what_is_named():
    cypher = "MATCH (b:Body) WHERE ($body = '' OR b.id = $body) AND (size($all) = 0 OR b.id IN $all) RETURN b.id AS id"
    assert told(cypher, {"body": "", "all": []}) == "MATCH (b:Body) WHERE true AND true RETURN b.id AS id"
    assert told(cypher, {"body": "body:x", "all": ["body:x"]}) == (
        "MATCH (b:Body) WHERE b.id = $body AND b.id IN $all RETURN b.id AS id"
    )


def test_a_choice_is_made_of_two_parameters_of_a_flag_and_of_keys_and_within_another():
    dated = "($from + $to = '' OR (b.day > $from OR ($to = '' OR b.day < $to)))"
    cypher = (
        f"WHERE (NOT $stated OR b.basis = 'stated') AND {dated} AND (size(keys($gone)) = 0 OR $gone[b.id] IS NULL) RETURN b"
    )
    assert told(cypher, {"to": "2019", "stated": True}) == (
        "WHERE b.basis = 'stated' AND ((b.day > $from OR b.day < $to)) AND true RETURN b"
    )
    assert told(cypher, {"from": "2019", "gone": {"body:x": True}}) == (
        "WHERE true AND ((b.day > $from OR true)) AND $gone[b.id] IS NULL RETURN b"
    )


def test_of_several_kinds_the_one_is_named_that_the_id_tells():
    cypher = "MATCH (x:Person|Body {id: $one})-[r]-(y:Person|Body {id: $other}) RETURN y.id AS id"
    assert told(cypher, {"one": "body:x", "other": "person:y"}) == (
        "MATCH (x:Body {id: $one})-[r]-(y:Person {id: $other}) RETURN y.id AS id"
    )
    for other in ("", "unit:y", "y", None):
        assert told(cypher, {"one": "", "other": other}) == cypher


@pytest.mark.parametrize("name", ["meetings", "missing-minutes", "officers", "seats", "heads", "overlap"])
def test_no_choice_is_left_in_a_query_that_is_told_of_a_thing(name):
    assert "= '' OR b.id" not in (text := told(saved(name).cypher, {"body": "x", "place": "x", "bodies": ["x"]}))
    assert text != saved(name).cypher

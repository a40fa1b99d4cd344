"""Which kind of page suits which names, where nobody says what is wanted."""

import pytest
from sederunt.graph.errors import AmbiguousName, UnknownName
from sederunt.viz.view import drawn, kinds, suiting


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ([], "boards"),
        (["Catrin Bevan"], "around"),
        (["Tarnhithe Learning Partnership Group"], "timeline"),
        (["Tarnhithe Inclusion Working Group"], "around"),
        (["Tarnhithe Council"], "structure"),
        (["Education and Inclusion"], "structure"),
        (["Place Planning Analyst"], "around"),
        (["Lorna Haddow", "Ruth Ellingworth"], "connections"),
        (["Lorna Haddow", "Ruth Ellingworth", "Catrin Bevan"], "boards"),
    ],
)
def test_a_kind_suits_the_names(examples, names, kind):
    found = suiting(examples, names)
    assert found == (kind if kind in kinds() else "around")
    assert drawn(examples, found, names)


@pytest.mark.parametrize(("name", "error"), [("Nobody Atall", UnknownName), ("Headteacher", AmbiguousName)])
def test_a_name_that_does_not_tell_is_refused(examples, name, error):
    with pytest.raises(error, match=name):
        suiting(examples, [name])

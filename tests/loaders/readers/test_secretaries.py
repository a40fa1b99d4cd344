"""The secretary of a body by a title in its own minutes."""

import pytest
from sederunt.loaders.readers.clerks import is_secretary

from tests.loaders.papers import HEAD, statements


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Secretary", True),
        ("Board Secretary", True),
        ("Registrar and Secretary to the Board", True),
        ("Secretary of the Harbour Board", True),
        ("Company Secretary", False),
        ("Deputy Secretary", False),
        ("Minutes Secretary", False),
        ("Secretary to the Pilots Guild", False),
    ],
)
def test_a_title_of_the_bodys_own_secretary(title: str, own: bool) -> None:
    assert is_secretary(title, "Fenwick Harbour Board") is own


def test_who_attends_as_secretary_sits_on_the_body_as_such() -> None:
    words = (
        HEAD + "Present:\n\nAnn Hale (Chair)\nBen Moss\n\nIn attendance:\n\nHelen Dunn, Director and Secretary to the Board\n"
    )
    found = [s for s in statements(words, "SITS_ON") if s.values["role"] == "secretary"]
    assert [s.subject.label for s in found] == ["Helen Dunn"]
    assert "Secretary to the Board" in found[0].evidence.quote

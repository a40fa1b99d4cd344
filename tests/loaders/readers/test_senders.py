"""Whom somebody speaks for: what is printed beside a name, unless it is an address or a heading that ran on."""

import pytest

from tests.loaders.papers import HEAD, pairs


@pytest.mark.parametrize(
    ("beside", "sender"),
    [
        ("Fenwick Stompers", {"Fenwick Stompers"}),
        ("Harbour Road", set()),
        ("Action Required Person Responsible", set()),
        ("Acknowledgement of Country", set()),
    ],
)
def test_what_stands_beside_a_name(beside: str, sender: set[str]) -> None:
    assert {of for _, of in pairs(f"{HEAD}Present:\n\nAnn Hale (Chair)\nBen Moss ({beside})\n\n", "REPRESENTS")} == sender

"""Who took the minutes, where nobody is said to have done so."""

import pytest

from tests.loaders.papers import HEAD, roles

END = "\n1. Lights\n\nThe lights were mended.\n"


@pytest.mark.parametrize(
    "post", ["Town Clerk", "Clerk to the Board", "Clerk and Works Officer", "Board Secretary", "Meetings Administrator"]
)
def test_the_only_clerk_took_the_minutes(post):
    listed = f"Present:\n\nAnn Hale (Chair)\n\nIn attendance:\n\nBen Moss, Harbour Master\nRita Vale, {post}\n"
    assert roles(HEAD + listed + END) == {"Ann Hale": "chair", "Ben Moss": "in attendance", "Rita Vale": "minutes"}


@pytest.mark.parametrize(
    ("posts", "minutes"),
    [
        (("Town Clerk", "Board Secretary"), set()),
        (("Company Secretary", "Clerk of Senate"), set()),
        (("Assistant Clerk", "Harbour Master"), set()),
        (("Town Clerk", "Clerk (minutes)"), {"Owen Lock"}),
    ],
)
def test_one_of_several_or_of_others_did_not(posts, minutes):
    listed = f"Present:\n\nAnn Hale (Chair)\n\nIn attendance:\n\nRita Vale, {posts[0]}\nOwen Lock, {posts[1]}\n"
    assert {name for name, role in roles(HEAD + listed + END).items() if role == "minutes"} == minutes

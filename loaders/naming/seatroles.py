"""The role on a body that a row of data gives in its own words: "co-chair", "Republican vice chair", "ranking member", "ex officio"."""

import re

from sederunt.graph.lexicon import pairs


def seat_role(text: str) -> str:
    """``chair``, ``vice-chair``, ``secretary``, ``observer``, or ``member`` for every other word."""
    known = pairs("loaders", "seat_words")
    said = [known[word] for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in known]
    if "past" in said:
        return "member"
    role = next((role for role in said if role != "vice"), "member")
    return "vice-chair" if role == "chair" and said[0] == "vice" else role

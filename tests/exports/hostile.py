"""Papers with every kind of node and edge, and text that forms may trip over wherever text may stand."""

from hypothesis import strategies as st
from sederunt.graph.build import build
from sederunt.graph.resolve import resolve

from tests.graph.conftest import Draft

HOSTILE = (
    'O\'Dowd "said" `so` \\ C:\\new',
    "one\ntwo\r\nthree\tfour\u2028five\u2029six\x85seven",
    "\x00\x01\x07\x1b[31m red \x7f\ufeff\ufffe\uffff",
    "\u202eright to left\u200f \u2066\u061c עברית العربية",
    "👩‍👩‍👧‍👦 🏴‍☠️ 𝔄 é e\u0301 ﬁ ß İ",
    "x" * 10_000,
    "'}) DETACH DELETE n // \"}) RETURN 1; CREATE (:Person)",
    "$ids {id: $x} /* ` */ [:HOLDS] \\u0027 \\\\u005d",
    '", "nodes": [{}], "x": "\\',
    " leading, trailing ",
)


def graph_of(papers):
    return build(papers, resolve(papers))


def hostile(number, text):
    """A paper that makes every kind of node and edge, with one text wherever text may stand."""
    name = text[:2_000]
    draft = Draft(f"{number} {name[:200]}.txt", body=f"Board {name}", date="2019-12-03", time="10:00", title=text)
    ann, bo = draft.present(f"Ann {name} Hale", text), draft.apologies(f"Bo Reed {name}", name=f"Bo {name}")
    council, unit, other = (draft.name(kind, f"{at} {name}") for at, kind in enumerate(("Organisation", "Unit", "Unit")))
    post, head = (draft.named("Post", f"{at} {name}", within=f"0 {name}") for at in ("Officer", "Director"))
    body = draft.name("Body", f"Panel {name}")
    draft.say("ABSENT_FROM", draft.person(f"Cy {name}", name=f"Cy Moss {number}"), draft.meeting, role_text=text)
    draft.say("LED", ann, draft.meeting, item=text)
    draft.say("SITS_ON", ann, body, role=text, role_text=text)
    draft.say("HOLDS", bo, post, acting=True)
    draft.say("HOLDS", ann, head)
    draft.say("POST_IN", post, unit)
    draft.say("REPORTS_TO", post, head)
    draft.say("HEADS", head, council)
    draft.say("PART_OF", unit, council)
    draft.say("REPLACED_BY", other, unit)
    draft.say("REPRESENTS", bo, council)
    draft.say("AFFILIATED_TO", bo, unit)
    draft.action(text, f"Ann {name} Hale", f"0 {name}", text)
    draft.say(None, draft.meeting, venue=text, date_text=text, status="held")
    quoted = [
        s.model_copy(update={"evidence": s.evidence.model_copy(update={"quote": text, "locator": text})})
        for s in draft.statements
    ]
    return draft.paper.model_copy(update={"statements": tuple(quoted)})  # fmt: skip


_TRAPS = st.sampled_from(
    (";", "|", ",", '"', "'", "`", "\\", "\\u0041", "_x0041_", "_x005F_", "_", "x0041", "&amp;", "<b>", "]]>", "\r", "\n", "\r\n", "\t",
     "\0", "\x1f", "\x7f", "\x85", "\u2028", "\ufffe", "\ufeff", "👩‍👩‍👧", "$x", "{", "}", "//", "=1+1", " "),
)  # fmt: skip
TEXTS = st.lists(_TRAPS | st.text(st.characters(exclude_categories=("Cs",)), max_size=4), min_size=1, max_size=8).map("".join)
"""Texts made of what some form has a meaning for."""

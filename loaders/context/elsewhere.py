"""What people are elsewhere: their offices and seats on other bodies, and in organisations, as words such as "trustee of" tell them.

Source: declarations of interest in minutes, registers of interests, lives of directors and trustees.
"""

import re
from collections.abc import Iterator

from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import claim, names_thing, thing, title_claims
from sederunt.loaders.document import Span
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import is_body, is_generic, is_organisation, names_organisation

OFFICE = (
    r"(?:(?:committee|board|council|co-opted|appointed|ordinary|founder|life|honorary|vice|deputy|joint|co|parent|foundation|non-executive)[ -])*"
    r"(?:chair(?:man|woman|person)?|convener|convenor|president|secretary|treasurer|trustee|member|governor|director|representative|nominee)s?"
)
ENDS = re.compile(
    rf"\s+(?:and|&)\s+(?:(?:an?|the|as|is|was)\s+)?(?:{OFFICE}\b|(?-i:[a-z])|(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Cr)\b)|\s+(?:who|which|that|in|so|but|because|since|where|as|left|took|would|will|is|was|are|were|has|had)\b",
    re.IGNORECASE,
)
"""What stands behind the name of a body or an organisation and is none of it."""
_SENT = re.compile(r"representatives?|nominees?", re.IGNORECASE)


def is_elsewhere(where: str) -> bool:
    """Whether words name a body or an organisation, and no sort of them."""
    named = is_body(where) or is_organisation(where) or names_organisation(where)
    return where[:1].isupper() and not is_generic(where) and named


def held_elsewhere(who: Mention, role: str, where: str, printed: str, span: Span) -> Iterator[Statement]:
    """The claims of an office or a seat elsewhere.

    Args:
        who: whose it is.
        role: the office: "trustee".
        where: the body or the organisation.
        printed: both as they stand there.
        span: the words to quote.
    """
    title = read_title(printed)
    if not _SENT.search(role) and not (role.lower().endswith("member") and not title.office):
        yield from title_claims(who, title, span, "prose")
    elif is_body(where):
        body = thing("Body", where)
        yield names_thing(body, span)
        yield claim("SITS_ON", who, body, span=span, role="member", role_text=role, confidence=0.85)
    elif _SENT.search(role) or " " in role:
        whole = thing("Organisation", where)
        yield names_thing(whole, span)
        yield claim("REPRESENTS", who, whole, span=span, confidence=0.8)

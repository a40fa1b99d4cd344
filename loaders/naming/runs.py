"""Names that run on in one line, taken apart.

Source: "A Name (Chair), Headteacher, Some School, B Name and C Name", "A Name, Post; B Name, Post", "Councillors A, B and C",
"Mr A Name, the Treasurer (Mrs B Name), and from Some Trust, C Name".
"""

import re
from functools import cache

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import are_post_nominals, split_honorific
from sederunt.loaders.document import Span
from sederunt.loaders.naming.people import BRACKET, are_two, is_initial_name, looks_like_person, ranked_name, surely_person
from sederunt.loaders.naming.wording import ends_in_post_word, is_post

OF_PLACE = re.compile(
    r"^(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|Revd|Cllr|Councillor)\.?\s+[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'-]+){0,2})\s+(?:of|from)\s+(?:the\s+)?(?P<place>[A-Z].+)$"
)
"""A name with whom it comes from: "Mrs Ann Hale of the Some Trust"."""

TIER = re.compile(
    r"^(?:District|County|Borough|County Borough|Unitary|Town|Parish|City|Ward|CB|UA|[A-Z]{1,5}C)\s+(?=Cllr|Clr\b|Councillor)"
)
"""What stands before a councillor's title and says of which council."""


def council_before(text: str) -> str:
    """The letters of a council that stand before the title of those it sent ("PKC Clrs"), or an empty string: two may be of any."""
    found = _COUNCIL.match(text)
    return found[1] if found else ""


_COUNCIL = re.compile(r"([A-Z]{2,5}C)\s+(?=(?:Cllr|Clr|Councillor)s?\b)")

CROWD = re.compile(
    r"(?:,?\s+(?:and|&|plus|with|together with)|,)\s+(?:approximately\s+|about\s+)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|no|several|some)"
    r"\s+(?:other\s+)?(?:members?\s+of\s+(?:the\s+)?(?:public|press)|parishioners?|residents?|members|others)\b.*$",
    re.IGNORECASE,
)
"""Those who came unnamed, behind a name: "and 3 members of the public"."""

MEMBERS_ARE = re.compile(
    r"^(?:the\s+|our\s+|its\s+)?(?:[a-z-]+\s+){0,2}(?:members(?:hip)?|trustees|governors)\s+(?:currently\s+)?"
    r"(?:are|is|includes?|comprises?|consists? of)(?:\s+currently|\s+as follows)?:?\s+(?=(?-i:[A-Z]))"
    r"|^\d+\s+(?:[a-z]+\s+){1,3}?(?:were\s+present\s*)?,?\s*(?:with|including)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""What leads to those whom a line names: "The voting members are", "31 members, with"."""

_STOP = r",\s+(?:and\s+(?:from\s+)?)?|\s+(?:and(?:\s+from)?|&|a|ac|agus)\s+(?=(?:the\s+|\((?:[Ii]n )?[Pp]art\)\s+)?[A-Z])"
_STOP += r"|(?<=\))\s+(?=(?:(?:[A-Z]\.?\s?){1,3}|[A-Z][\w’'-]+\s)[A-Z][\w’'-]+\s*\([A-Z]{2,4}\))"  # "A Hale (AH) B Moss (BM)"
_JOIN = r",\s+(?:(?:and|&)\s+)?|\s+(?:and|&)\s+"


def split_people(span: Span) -> list[Span]:
    """The entries of a list run on in one line, by semicolons, commas and "and"; a comma before a title does not split.

    Brackets are kept whole; an honorific in the plural ("Councillors A, B and C") is given to each.
    """
    chunks = cut_outside_brackets(span, r";\s*")
    if len(chunks) == 1:
        return _regrouped(span, cut_outside_brackets(span, _STOP))
    return [piece for chunk in chunks for piece in _of_chunk(chunk)]


def _of_chunk(chunk: Span) -> list[Span]:
    """Between semicolons stands one person with commas of his own, or people alone."""
    pieces = cut_outside_brackets(chunk, _JOIN)
    named = [looks_like_person(BRACKET.sub("", piece.text).strip()) for piece in pieces if not are_post_nominals(piece.text)]
    return pieces if len(named) == len(pieces) > 1 and all(named) else [chunk]


def split_plural(span: Span) -> tuple[str, Span]:
    """(the title that each name of a list has, the list): "Councillors A, B and C" gives "Councillor"; empty if they share none."""
    plural = _plural().match(span.text)
    titled = plural and (_singular(plural) not in _ROLES or _SURNAME.match(span.text, plural.end()))
    return (_singular(plural), span.part(plural.end(), len(span.text))) if plural and titled else ("", span)


def shared_title(text: str) -> str:
    """The title that a line such as "Councillors" gives to each name below it, or an empty string."""
    plural = _plural().fullmatch(f"{text.rstrip(':')} ")
    return _singular(plural) if plural and _singular(plural) not in _ROLES else ""


_ROLES = frozenset(["Board Member", "Legislator", "Trustee"])
"""Titles only where family names alone stand behind them: "Trustees Hale, Moss and Dunn"."""
_SURNAME = re.compile(r"[A-Z][\w’'-]+(?:\s*\([^()]*\))?(?:,|\s+and\b|\s*$)")


def shared_post(text: str) -> str:
    """The post that a label such as "Directors of Service" gives to each name behind it, or an empty string."""
    plural = re.fullmatch(r"(?P<head>[A-Z].*[a-rt-z])s(?P<area>\s+(?:of|for)\s.+)?", text.rstrip(": "))
    post = plural["head"] + (plural["area"] or "") if plural else ""
    *before, last = plural["head"].lower().split() if plural else [""]
    sat = last in _SEATS and not (last == "officer" and len(before) > 1)
    return post if plural and not sat and ends_in_post_word(plural["head"]) else ""


_SEATS = frozenset("member councillor governor trustee officer official observer representative guest visitor delegate".split())
"""What those who share it are, and no post by which one of them is known."""


@cache
def _plural() -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, pairs("loaders", "plural_titles")), key=len, reverse=True))
    return re.compile(rf"^(?:(?:Y|Na|The|[A-Z]\w+/)\s*|(?-i:[A-Z]{{1,5}}C)\s+)?(?P<title>{known})\.?[:,]?\s+", re.IGNORECASE)


def _singular(plural: re.Match[str]) -> str:
    return pairs("loaders", "plural_titles")[plural["title"].lower()]


def split_names(span: Span) -> list[Span]:
    """The pieces of a list of names, whatever they look like: by commas, semicolons and "and" outside brackets."""
    return [_trimmed(piece) for piece in cut_outside_brackets(span, r"[,;]\s+(?:and\s+)?|\s+(?:and|&)\s+")]


def cut_outside_brackets(span: Span, pattern: str) -> list[Span]:
    """The pieces between what matches, brackets kept whole."""
    inside = [found.span() for found in BRACKET.finditer(span.text)]
    gaps = [m.span() for m in re.finditer(pattern, span.text) if not any(a < m.start() < b for a, b in inside)]
    edges = [0, *(edge for gap in gaps for edge in gap), len(span.text)]
    return [piece for start, end in zip(edges[::2], edges[1::2], strict=True) if (piece := span.part(start, end))]


def _regrouped(span: Span, pieces: list[Span]) -> list[Span]:
    """Pieces that are no names are titles of the name before them; kept together with it."""
    begins = [_begins_entry(piece.text) for piece in pieces]
    titled = [bool(split_honorific(TIER.sub("", piece.text))[0]) for piece in pieces]
    if sum(titled) >= 3 and sum(titled) >= 0.7 * sum(begins):  # where all have honorifics, what has none must be sure
        begins = [b and (t or _surely_begins(piece.text)) for b, t, piece in zip(begins, titled, pieces, strict=True)]
    cuts: list[int] = []
    at = 0
    for piece, begin in zip(pieces, begins, strict=True):
        at = span.text.find(piece.text, at)
        if begin:
            cuts.append(at)
        at += len(piece.text)
    ends = [*cuts[1:], len(span.text)]
    return [_trimmed(span.part(start, end)) for start, end in zip(cuts, ends, strict=True)] if cuts else []


def _bare(text: str) -> str:
    return BRACKET.sub("", CROWD.sub("", text)).strip(" .,;&")


def _surely_begins(text: str) -> bool:
    return surely_person(_bare(text)) or is_initial_name(text) or _held(text) or bool(ranked_name(_bare(text))[1])


def _held(text: str) -> bool:
    """Whether a text is a post with its holder in brackets: "the Treasurer (Mrs Ann Hale, FCA)"."""
    return is_post(_bare(text)) and any(surely_person(found[1]) for found in BRACKET.finditer(text))


def begins_entry(span: Span) -> bool:
    """Whether a line begins with somebody: the first piece of its list is a name."""
    pieces = cut_outside_brackets(span, _STOP)
    return bool(pieces) and _begins_entry(pieces[0].text)


def _begins_entry(text: str) -> bool:
    if council_before(text) and _plural().match(text):
        return True
    text = TIER.sub("", text)
    if are_post_nominals(text):
        return False
    two = are_two(split_honorific(_bare(text))[1])
    return two or bool(OF_PLACE.match(text)) or looks_like_person(_bare(text)) or _surely_begins(text)


def _trimmed(span: Span) -> Span:
    text = re.sub(r"(?:[,;.]|\s+(?:and|&|a|ac|agus))+\s*$", "", span.text)
    return span.part(0, len(text))

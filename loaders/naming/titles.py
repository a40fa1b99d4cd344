"""What stands beside a name: a post and the place where it is held, an organisation spoken for, a part in the meeting.

A title is cut at its commas, dashes and brackets into pieces, each of which is of one kind; a post takes the pieces behind it that
are of no kind ("Area Manager, Coast"), and the first that names an organisation or a unit is its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import are_post_nominals, fold, folded_words, is_given_name, is_office, plain, split_honorific
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.seats import is_vacant, split_acting, without_labels
from sederunt.loaders.naming.wording import (
    ends_in_organisation_word,
    ends_in_post_word,
    is_acronym,
    is_body,
    is_body_of,
    is_generic,
    is_organisation,
    is_part,
    is_post,
    is_unit,
    leads_part,
    names_organisation,
    organisation_kind,
    several,
)

_CHAIR_OF = re.compile(
    r"^(?:as\s+)?(?P<role>(?:(?:co|acting|interim|joint|independent|elected)[\s-]+)?"
    r"(?:chair(?:man|woman|person)?|convenor|convener)|(?:vice|deputy)[\s-]?(?:chair(?:man|woman|person)?|convenor|convener)|secretary|member)"
    r"(?:\s+(?:of|to)\s+(?:the\s+)?|,\s*|\s+(?=[A-Z]))(?P<body>.+)$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"^(?P<of>.+?)\s+(?:representatives?|reps?|delegates?|nominees?|observers?|liaison)$", re.IGNORECASE)
_SPEAKS_FOR = re.compile(
    r"^(?:representing|representatives?\s+(?:of|from|for)|on behalf of|nominated by)\s+(?:the\s+)?(?P<of>.+)$", re.IGNORECASE
)
_PIECE = re.compile(r"\s*[;|\t]\s*|,\s+(?!(?:Inc|LLC|Ltd|Limited|plc|GmbH|Corp)\b)|\s+[–—-]+\s+|\s*[–—]\s*")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_WHEN = re.compile(
    r"\s+(?:(?:from|until|till|for|to|up to)\s+(?=\d|items?\b|part\b|agenda\b|minutes?\b|noon\b|the (?:first|start|end|whole|duration)\b)"
    r"|ex[ -]officio|(?:elected|appointed|nominated|co-opted|seconded) by|(?:for\s+)?(?:agenda\s+)?items?\s+\d|via\s+|by (?:video|tele|phone)).*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?:for|from|until|till|to|via|by|with|in|on|at|as|deputi[sz]ing|substitut\w*|sub|standing|representing|seconded|proposed|moved|left|"
    r"arrived|joined|joining|attending|attended|items?|MP|MSP|MS|TD|MLA|MEP|AM|agenda|minutes?|part|dial\w*|not|only|no)\b(?=\s)"
    r"|^elected\s(?:foundation|participant|parent|staff|trustee|governor|individual)s?\b|^(?:retired|resigned|appointed|elected|newly)\s(?-i:[a-z])|^\W*$|^[\d\W]+$"
    r"|^(?:reports?|reporting|accountable|answers?|answerable)\s+(?:directly\s+)?to\b|^(?:line[ -])?managed by\b|^line manager\s*:"
    r"|^\w+s\b.*\breporting\s+to\b|\byn adrodd i\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:ward|division|constituency|riding|precinct|parish ward)$|^(?:[A-Z]-?\s?)?(?:district|ward|division|precinct|area|zone|seat|place|"
    r"position|region)\s+(?:no\.?\s*)?(?:\d+|[a-z]|one|two|three|four|five|six|seven)$|^at[\s-]large$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:.*\b(?:led|headed|managed|run) by\s+)?(?:and\s+)?(?:the|y|an|yr)\s+(?=\S)|^.*\b(?:led|headed|managed|run) by\s+"
)
_TOLD = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|who|that|which|proposed|seconded|declared|noted|said|asked)\b"
    r"|^(?:leads|heads|chairs|manages|runs|directs|oversees)\s+(?:the|our|its|an?)\b"
)
_NEXT_PERSON = re.compile(
    r"(?:,|\s+and|\s+&)?\s+(?<!to )(?<!for )(?<!of )(?<!the )(?<!by )(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Sir|Dame|Revd?)\.?\s+[A-Z].*$"
)
_LIST_END = re.compile(r"^[A-Z][\w’'-]*(?:\s+[A-Za-z][\w’'-]*){0,3}\s+(?:and|&)\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Title:
    """What a printed title says. Fields that do not apply are empty."""

    text: str
    post: str = ""
    places: tuple[str, ...] = ()
    """Organisations in which the post is, or which the person speaks for where there is no post."""
    role: str = ""
    """The part in the meeting that it means: ``chair``, ``vice-chair``, ``minutes``, …"""
    office: str = ""
    """``chair``, ``vice-chair``, ``secretary`` or ``member`` of ``body``."""
    body: str = ""
    acting: bool = False
    whole: str = ""
    """The organisation of which the place is a part: "Lecturer, School of Physics, Fenwick University"."""

    @property
    def speaks(self) -> bool:
        """Whether the post is no more than that of a member or representative, who speaks for the place and does not work there."""
        return bool(self.places) and folded_words(self.post)[-1:] in _SPEAKING


_OFFICE_LETTERS = re.compile(r"[A-Z](?:[./][A-Z]){1,4}\.?|[A-Z]/[A-Z]{2,3}")
"""The letters of an office, each with its full stop: "A.O.", "A/SEO"."""
_SPEAKING = [[word] for word in ("member", "representative", "rep", "delegate", "nominee", "observer", "assessor")]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a title; ``kind`` is ``role``, ``office``, ``speaks``, ``post``, ``place``, ``ward``, ``aside``, ``nobody`` or empty."""

    text: str
    kind: str = ""
    means: str = ""


def read_title(text: str) -> Title:
    """What a printed title means.

    Source: attendance lists that print "Headteacher, Some School" (a post in an organisation), "Director of Some Services" (a post
    whose title names a unit: kept whole), "Chair of the Some Forum" (an office of a body), "Some Partnership" (an organisation),
    "Some Ward" or "Independent" (whom a councillor stands for: nothing of these).
    """
    text = _bare(plain(without_labels(text)))
    alone = _NEXT_PERSON.sub("", text)
    title = Title(text)
    if _is_person(alone) or _is_person(text):
        return title
    whole = _piece(alone)
    pieces = [whole] if whole.kind == "office" else [piece for piece in map(_piece, _pieces(alone)) if piece.kind != "aside"]
    if any(piece.kind == "nobody" for piece in pieces):
        return title
    if alone != text:  # what is spoken for before the next name is that person's
        pieces = [piece for piece in pieces if piece.kind in ("role", "office", "post")]
    for at, piece in enumerate(pieces):
        title = _with_piece(title, piece, pieces[at + 1 :])
    if title.post:
        bare, acting = split_acting(title.post)
        title = replace(title, post=bare if acting else title.post, acting=acting)
    return title


def _bare(text: str) -> str:
    text = text.strip(" ,;-–:.")
    bare = text.strip("[] ")
    return bare.strip("() ") if bare.startswith("(") or bare.count("(") != bare.count(")") else bare


def _with_piece(title: Title, piece: _Piece, behind: list[_Piece]) -> Title:
    """The title with what one more piece of it says."""
    if piece.kind == "role":
        held = not title.places and not title.post and bool(behind) and behind[0].kind == "place"
        return replace(title, post=piece.text) if held else replace(title, role=title.role or piece.means)
    if piece.kind == "office":
        return title if title.office else replace(title, office=piece.means, body=piece.text)
    if piece.kind == "post":
        return _with_post(title, piece)
    if piece.kind in ("place", "speaks"):
        return _with_place(title, piece.text)
    return _with_words(title, piece)


def _with_words(title: Title, piece: _Piece) -> Title:
    """The title with a piece of no telling words: it belongs to the post, or is whom somebody speaks for."""
    if title.post and not title.places:
        named = piece.kind != "ward" and _is_named(piece.text)
        return replace(title, places=(piece.text,)) if named else replace(title, post=f"{title.post}, {piece.text}")
    if piece.kind == "ward" or title.post:
        return title
    if not title.places and not title.role:
        return replace(title, places=(piece.text,))
    if title.places and not title.whole and is_generic(piece.text) and names_organisation(title.places[0]):
        return replace(title, places=(piece.text,), whole=title.places[0])  # "Some Council, Adult Care"
    return title


def _is_named(text: str) -> bool:
    """Whether a phrase has only words that mean nothing here: "Editor, Some Shore Gazetteer" is no area of an editor's work."""
    tokens = [token for token in text.split() if fold(token) not in ("the", "and", "of", "for", "in", "on")]
    telling = words("loaders", "topic_words")
    return len(tokens) > 1 and all(
        token[0].isupper() and not is_generic(token) and fold(token) not in telling for token in tokens
    )


def _with_post(title: Title, piece: _Piece) -> Title:
    post, places = (piece.text, ()) if _OFFICE_LETTERS.fullmatch(piece.text) else split_place(piece.text)
    if title.places and not title.post:
        return replace(title, post=post)
    if title.post and not title.places:
        return replace(title, post=f"{title.post}, {post}", places=places)
    return title if title.post else replace(title, post=post, places=places)


def _with_place(title: Title, place: str) -> Title:
    if not title.places:
        return replace(title, places=several(place))
    if is_unit(place) and not is_unit(title.places[0]):
        return replace(title, places=(place,), whole=title.places[0])
    return title if title.whole or is_unit(place) else replace(title, whole=place)


def _pieces(text: str) -> Iterator[str]:
    """The pieces of a title in order; a list of topics ("Children, Schools and Families") is one with what it belongs to."""
    cuts = [cut.span() for cut in _PIECE.finditer(text) if text.count("(", 0, cut.start()) == text.count(")", 0, cut.start())]
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    pieces = [
        (text[a:b], text[b : edges[at * 2 + 2]] if at * 2 + 2 < len(edges) else "")
        for at, (a, b) in enumerate(zip(edges[::2], edges[1::2], strict=True))
    ]
    while pieces:
        size = _listed([piece for piece, _ in pieces[:_LONGEST]], [mark for _, mark in pieces[:_LONGEST]])
        whole = "".join(piece + mark for piece, mark in pieces[: size - 1]) + pieces[size - 1][0]
        yield from _out_of_brackets(whole)
        pieces = pieces[size:]


_LONGEST = 5
"""A list of topics has no more pieces."""


def _listed(pieces: list[str], marks: list[str]) -> int:
    """How many pieces from the first on are one: commas in a list of topics that ends in "and"."""
    if not re.search(r"\b(?:for|of)\s+[A-Z]", pieces[0]):
        return 1
    for at, piece in enumerate(pieces[1:], 1):
        if marks[at - 1].strip() != "," or is_post(piece):
            return 1
        if _LIST_END.match(piece):
            ended = ends_in_organisation_word(piece) and not piece.endswith("s")
            return 1 if ended else at + 1
        if names_organisation(piece):
            return 1
    return 1


def _out_of_brackets(text: str) -> Iterator[str]:
    """A piece and what is bracketed in it, each by itself; a bracket of no kind belongs to the words before it."""
    apart = [found for found in _BRACKET.finditer(text) if _piece(found[1]).kind or not found[1].strip()]
    for found in reversed(apart):
        text = text[: found.start()] + text[found.end() :]
    yield _WHEN.sub("", text).strip()
    yield from (found[1].strip() for found in apart)


def _piece(text: str) -> _Piece:
    """A piece with its kind."""
    text = _LEADING.sub("", text.strip(" .:"))
    if role := meeting_role(text):
        return _Piece(text, "role", role)
    if (office := _CHAIR_OF.match(text)) and "," not in office["body"] and is_body_of(office["body"]):
        return _Piece(office["body"], "office", _office(office["role"]))
    return _spoken_for(text) or _Piece(text, _kind(text))


def _kind(text: str) -> str:
    kinds = {"ward": bool(_PLACED.search(text)) and not leads_part(text), "nobody": is_vacant(text), "aside": _is_aside(text)}
    told = next((kind for kind, true in kinds.items() if true), "")
    if told != "nobody" and _is_office_in_letters(text):
        return "post"
    if told or is_post(text):
        return told or "post"
    return "aside" if fold(text).endswith((" member", " members")) else "place" if _is_place(text) else ""


def _is_office_in_letters(text: str) -> bool:
    letters = re.sub(r"\W", "", text).lower()
    return bool(_OFFICE_LETTERS.fullmatch(text)) and letters in words("loaders", "office_letters")


def _is_place(text: str) -> bool:
    """Whether a piece names what a post can be in; words that any council has ("Corporate Services") belong to the post."""
    if is_generic(text) and not is_acronym(text):
        return is_part(text) or (is_body(text) and len(text.split()) > 2)
    return is_organisation(text) or is_unit(text) or is_body(text)


def _spoken_for(text: str) -> _Piece | None:
    """Whom somebody represents, or what representatives are called where they represent no organisation."""
    if not (found := _SPEAKS_FOR.match(text) or _SPEAKS.match(text)):
        return None
    if fold(found["of"]) in ("no", "none", "a", "any"):
        return _Piece(text, "nobody")
    if (
        is_organisation(found["of"], loose=True)
        and not is_post(found["of"])
        and (" " in found["of"] or not is_generic(found["of"]) or is_acronym(found["of"]))
    ):
        return _Piece(found["of"], "speaks")
    return _Piece(text, "aside" if found.re is _SPEAKS_FOR else "post")


def _is_aside(text: str) -> bool:
    """Whether a piece says neither what somebody does nor for whom: letters, a party, a ward, a class of member, a remark, a person."""
    if fold(text) in _beside() or _ASIDE.search(text) or _TOLD.search(text):
        return True
    if are_post_nominals(text):
        return fold(text) not in _known_acronyms()
    return _is_person(text)


def _is_person(text: str) -> bool:
    """Whether a piece is somebody else's name: it begins with an honorific, or is no more than a known given name and a family name."""
    if names_organisation(text):
        return False
    honorific, rest = split_honorific(text)
    if honorific and not is_office(honorific) and rest[:1].isupper() and not honorific.endswith(","):
        return not _post_behind(rest)
    tokens = text.split()
    known = 2 <= len(tokens) <= 3 and is_given_name(tokens[0]) and all(token[0].isupper() for token in tokens)
    return known and not (is_organisation(text) or is_post(text) or is_body(text) or is_unit(text))


def _post_behind(rest: str) -> bool:
    """Whether a post follows what might be an honorific: "Doctor Consultant", and not "Mr Dean Hale"."""
    return is_post(rest) and not is_given_name(rest.split(maxsplit=1)[0])


@cache
def _known_acronyms() -> frozenset[str]:
    return frozenset(map(fold, pairs("loaders", "organisation_acronyms")))


@cache
def _beside() -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in pairs("loaders", "beside_words"))


def _office(role: str) -> str:
    word = fold(role)
    if word.startswith(("vice", "deputy")):
        return "vice-chair"
    return word if word in ("secretary", "member") else "chair"


def in_one_language(titles: list[str]) -> list[str]:
    """The English one of two titles that say the same ("Clerc / Clerk"); all of them where they do not."""
    celtic = [title for title in titles if _CELTIC.search(title) or words("loaders", "celtic_posts") & set(folded_words(title))]
    english = [title for title in titles if title not in celtic and (is_post(title) or meeting_role(title))]
    return english if len(titles) == 2 and celtic and english else titles


_CELTIC = re.compile(r"[áéíóúàèìòùâêîôûŵŷ]", re.IGNORECASE)


def split_place(text: str) -> tuple[str, tuple[str, ...]]:
    """(title, organisations): ``"Headteacher, A School"`` gives ``("Headteacher", ("A School",))``; without a post the title is empty."""
    if not is_post(text):
        return "", (text,) if text else ()
    for cut in reversed(list(_CUT.finditer(text))):
        title, place = text[: cut.start()].strip(), text[cut.end() :]
        place = place.rstrip(")") if "(" in cut[0] else place
        if _fits(title, place, worded=cut[0].strip()[:2].isalpha()):
            return title, several(place)
    tokens = text.split()
    for at in range(len(tokens) - 1, 0, -1):
        title, place = " ".join(tokens[:at]), " ".join(tokens[at:])
        if _fits(title, place, worded=True):
            return title.rstrip(","), several(place)
        if (
            (at < len(tokens) - 1 or organisation_kind(title) == "school")
            and ends_in_organisation_word(title)
            and names_organisation(title)
            and _begins_post(place)
            and not is_generic(tokens[0])
        ):
            return place, several(title)
    return text, ()


_CUT = re.compile(r",\s*|\s+[–-]\s+|\s+(?:of|at|for|from|to(?=[ the]+[A-Z][a-z]+ ))\s+(?:the\s+)?(?=[A-Z])|\s*\((?=[^()]*\)$)")


def _fits(title: str, place: str, *, worded: bool) -> bool:
    """Whether a text falls into a title and a place here; where no mark stands between them, both must be sure."""
    if is_post(place) or not is_post(title) or (is_generic(place) and not is_acronym(place)):
        return False
    if not worded:
        return names_organisation(place) and "," not in place
    if re.match(r"(?:St\.?|Saint|Holy|Our Lady)\s+[A-Z]", place):
        return ends_in_post_word(title)
    if place in words("loaders", "organisation_acronyms") and len(place) > 3 and not _ENDS_OPEN.search(title):
        return True
    if is_acronym(place) and place not in words("loaders", "organisation_acronyms") and not ends_in_organisation_word(place):
        return _is_unknown(place) and is_post(title) and not _ENDS_OPEN.search(title)
    return ends_in_post_word(title) and names_organisation(place) and not (is_unit(place) or _is_school_of(place))


_ENDS_OPEN = re.compile(r"(?:[,&/–-]|\b(?:of|for|the|and|to|in|at))$")


def _is_unknown(acronym: str) -> bool:
    """Whether an acronym that nobody knows is long enough to be an organisation: "Executive Director WHSCT", not "Head of HR"."""
    return len(acronym) > 3 and acronym.isupper() and acronym not in words("loaders", "working_acronyms")


def _is_school_of(place: str) -> bool:
    """Whether a place is a part of a university, whose head's title has it whole: "Head of the School of Physics"."""
    opening = re.match(r"\w+(?=\s+of\s)", place)
    return is_part(place) or bool(opening and organisation_kind(opening[0]) == "school")


def _begins_post(text: str) -> bool:
    return is_post(text) and bool(folded_words(text)) and is_generic(text.split(maxsplit=1)[0])

"""Entries of lists of people: the name, what stands in brackets, and what is said after a comma, a dash or in the next line."""

import re
from dataclasses import dataclass, replace
from functools import cache

from sederunt.graph.lexicon import words
from sederunt.graph.names import (
    fold,
    is_given_name,
    is_initials,
    is_office,
    parse_person,
    plain,
    spaced_initials,
    split_honorific,
    without_post_nominals,
)
from sederunt.loaders.document import Span
from sederunt.loaders.titles import is_body, is_organisation, is_post, is_vacant, meeting_role

_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_PART = re.compile(
    r"^(?:for (?:part|item|items|agenda|min|the)|from |until |till |up to |to |left at|arrived|joined|items?\s+\d|part\b|by (?:phone|tele|video|zoom|teams|skype|link)"
    r"|via |remotely|online|virtual|on teams|on zoom)",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"^(?:deputi[sz]ing|deputy|substitut\w+|sub|standing in|alternate|attending|here|in place|on behalf)(?: in)? (?:of|for) ",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[–—-]\s+|\s*[–—]\s*|\t+|:\s+|,\s+|\s+-(?=\S)|\s*\|\s*")
_LIST_MARK = re.compile(r"^(?:[-–—•·*▪●o]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)")
_TIER = re.compile(r"^(?:District|County|Borough|Unitary|Town|Parish|City|Ward)\s+(?=Cllr|Councillor)")
_OF_PLACE = re.compile(
    r"^(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|Revd|Cllr|Councillor)\.?\s+[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'-]+){0,2})\s+(?:of|from)\s+(?:the\s+)?(?P<place>[A-Z].+)$"
)
_NAME_WORD = re.compile(
    r"^(?:[^\W\d_a-zà-öø-ÿ][\w’'-]*\.?|(?:[A-Z]\.){1,3}[^\W\d_]*|y|[a-z]{1,3}[’'-]?[^\W\d_a-zà-öø-ÿ][\w’'-]+|[\"“(][^\W\d_]+[\"”)])$"
)
"""A word of a name: with a capital, perhaps behind a particle (``d'Arcy``, ``al-Masri``, ``hUiginn``), initials, or a nickname in quotes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody in a list, with what is printed beside the name."""

    name: str
    span: Span
    """The words to quote: the whole entry."""
    honorific: str = ""
    initials: str = ""
    role: str = ""
    role_text: str = ""
    titles: tuple[str, ...] = ()
    part: str = ""
    standing_for: str = ""
    status: str = ""
    """``present``, ``apologies`` or ``absent`` where the entry's own row says so; empty where its heading does."""

    def with_more(self, text: str, span: Span) -> "Entry":
        """This entry with another line that was printed below it."""
        more = _brackets(text, replace(self, span=span))
        rest = _BRACKET.sub(" ", text).strip(" ,;–-")
        return more if not rest else _add_title(more, " ".join(rest.split()))


def read_entry(span: Span) -> Entry | None:
    """The person that a list entry names, or None where it names none.

    The name may come first ("A Name (Chair), Headteacher, Some School") or last ("Some School – A Name").
    """
    text = _TIER.sub("", _LIST_MARK.sub("", plain(span.text)))
    bare = " ".join(_BRACKET.sub(" ", _name_apart(text)).split()).strip(" ,;–")
    pieces = [piece.strip(" ,;.") for piece in _SEPARATOR.split(bare) if piece.strip(" ,;.")]
    if not pieces or is_vacant(pieces[0]):
        return None
    at = _name_at(pieces)
    if at is None:
        return _in_brackets(span, bare, text) or _glued(span, text, pieces)
    honorific, name = split_honorific(pieces[at])
    entry = _brackets(text, Entry(name or pieces[at], span, honorific=honorific))
    if sent := _OF_PLACE.match(bare):
        return _add_title(entry, sent["place"])
    for title in _titles(bare, pieces, at):
        entry = _add_title(entry, title)
    return entry


def _name_apart(text: str) -> str:
    """The text with a dash where a bracket ends a name: "Mr A Wool [AW] School Business Leader"."""
    bracket = _BRACKET.search(text)
    if bracket is None or not looks_like_person(text[: bracket.start()].strip(" ,")):
        return text
    return f"{text[: bracket.end()]} – {text[bracket.end() :].lstrip(' ,–-')}"


def _in_brackets(span: Span, bare: str, text: str) -> Entry | None:
    """An entry that is a post with its holder in brackets: "the Head of Planning (Ann Hale)"."""
    names = [found[1] for found in _BRACKET.finditer(text) if surely_person(found[1])]
    post = re.sub(r"^(?:and\s+)?the\s+", "", bare, flags=re.IGNORECASE).strip(" .")
    if len(names) != 1 or not is_post(post):
        return None
    honorific, name = split_honorific(names[0])
    return _add_title(Entry(name, span, honorific=honorific), post)


def _name_at(pieces: list[str]) -> int | None:
    """Which piece is the name: the first, if it can be one; else the last that surely is."""
    if sent := _OF_PLACE.match(pieces[0]):
        pieces[0] = sent["name"]
    if looks_like_person(pieces[0]):
        return 0
    for at in range(len(pieces) - 1, 0, -1):
        if surely_person(pieces[at]):
            return at
    return None


def _titles(bare: str, pieces: list[str], at: int) -> list[str]:
    """What the entry says beside the name; commas inside a title stay in it."""
    if at == 0:
        rest = bare[bare.find(pieces[0]) + len(pieces[0]) :]
        chunks = re.split(r"\s+[–—-]\s+|\t+|\s*\|\s*|^[,:\s–—-]+", rest)
        return [chunk.strip(" ,;:–—-") for chunk in chunks if chunk and chunk.strip(" ,;:–—-.")]
    return [
        title
        for title in (", ".join(pieces[:at]), *pieces[at + 1 :])
        if meeting_role(title) or is_post(title) or is_organisation(title)
    ]


def _glued(span: Span, text: str, pieces: list[str]) -> Entry | None:
    """An entry whose name runs into its title without a mark: "Ann Hale Chief Officer, Some Trust"."""
    tokens = pieces[0].split()
    for size in (4, 3, 2):
        head, rest = " ".join(tokens[:size]), " ".join(tokens[size:])
        if rest and surely_person(head) and not is_given_name(rest.split()[0]):
            honorific, name = split_honorific(head)
            bare = " ".join(_BRACKET.sub(" ", text).split())
            return _add_title(
                _brackets(text, Entry(name, span, honorific=honorific)), bare[bare.find(head) + len(head) :].strip(" ,")
            )
    return None


def _brackets(text: str, entry: Entry) -> Entry:
    for found in _BRACKET.finditer(text):
        for piece in re.split(
            r"\s*;\s*|(?<=\w)/(?=\w)|\s+/\s+|,\s+(?=(?:vice|deputy)?[\s-]*(?:chair|clerk|minutes))", found[1]
        ):
            entry = _bracket(piece.strip(), entry)
    tail = re.search(r"[)\]]\s*((?:for|until|from|to)\s+(?:item|part|minute|\d).*)$", text)
    return replace(entry, part=tail[1].strip(" .")) if tail and not entry.part else entry


def _bracket(text: str, entry: Entry) -> Entry:
    if not text:
        return entry
    if role := meeting_role(re.sub(r"^(?:the|and)\s+", "", text)):
        return replace(entry, role=entry.role or role, role_text=entry.role_text or text)
    letters = is_initials(text) and (len(text) == 2 or _fits(text, entry.name))  # "(GOL)" beside Jen Hale is who sent her
    if letters and not is_post(text) and not entry.initials:
        return replace(entry, initials=text)
    if standing := _STANDING.match(text):
        return replace(entry, role="deputy", role_text=text, standing_for=text[standing.end() :])
    if _PART.match(text):
        return replace(entry, part=text)
    return _add_title(entry, text)


def _add_title(entry: Entry, title: str) -> Entry:
    """The entry with a title, or with what the title turns out to mean: a part in the meeting, initials, a stand-in."""
    title = title.strip(" ,;:.")
    if " / " in title:
        for piece in title.split(" / "):
            entry = _add_title(entry, piece)
        return entry
    if not title or _NAMED_STAND_IN.match(title):
        return entry
    return _remarked(entry, title) or replace(entry, titles=(*entry.titles, title))


_NAMED_STAND_IN = re.compile(r"(?:named )?(?:substitute|deputy|sub)\s*:", re.IGNORECASE)
"""A bracket that says who came instead, who is listed too."""


def _remarked(entry: Entry, title: str) -> Entry | None:
    """The entry with what a text beside a name says of the meeting, or None where it is a title."""
    if _PART.match(title):
        return replace(entry, part=entry.part or title)
    if standing := _STANDING.match(title):
        return replace(entry, role="deputy", role_text=title, standing_for=title[standing.end() :])
    if (role := meeting_role(title)) and not entry.role:
        return replace(entry, role=role, role_text=title)
    if is_initials(title) and not entry.initials and len(title) <= 4 and _fits(title, entry.name):
        return replace(entry, initials=title)
    return None


def _fits(letters: str, name: str) -> bool:
    words_ = name.split()
    return bool(words_) and letters[:1] == words_[0][:1]


def looks_like_person(text: str) -> bool:
    """Whether a phrase in a list of people can be a name: two to five capitalised words, none of them for a job or a body."""
    honorific, name = split_honorific(plain(text))
    if honorific and is_office(honorific) and _telling(name.split()):
        return False
    name = spaced_initials(without_post_nominals(name))
    tokens = (re.sub(r"\sof\s(?=[A-Z])", " ", name) if honorific else name).split()
    if not all(map(_is_name_word, tokens)) or (tokens[-1:] and re.search(r"['’]s?$|^.\.?$", tokens[-1])):
        return False
    if honorific:
        return 1 <= len(tokens) <= 4 and (not is_post(name) or _begins_with_name(tokens))
    if not 2 <= len(tokens) <= 5 or (
        len(tokens) > 2 and tokens[-1].isupper() and len(tokens[-1]) > 2 and not tokens[-2].isupper()
    ):
        return False  # "Ann Hale GDPR": capitals behind a whole name are no family name
    return not (_telling(tokens) or is_body(name) or meeting_role(name)) and (not is_post(name) or _begins_with_name(tokens))


def _is_name_word(token: str) -> bool:
    return bool(_NAME_WORD.match(token)) or token in words("graph", "name_particles")


def _begins_with_name(tokens: list[str]) -> bool:
    """Whether a known first name makes a family name of a word that means something else: "Paul Constable"."""
    return len(tokens) == 2 and is_given_name(tokens[0]) and fold(tokens[1]) in _surnames_too()


def _telling(tokens: list[str]) -> bool:
    """Whether a word other than a known first name shows that this is an organisation, a unit or a heading."""
    telling = _telling_words()
    folded = [fold(token) for token in tokens]
    start = 1 if tokens and is_given_name(tokens[0]) else 0
    told = any(word in telling or _ABSTRACT.search(word) for word in folded[start:])
    return told and not _begins_with_name(tokens)


_ABSTRACT = re.compile(r"^(?!clement).{3,}(?:tions?|(?<!rr)ity|ities|ments?|ology|ics|ical|eries|ships)$")
"""The ends of words for things that can be done or had; hardly a family name has one."""


@cache
def _telling_words() -> frozenset[str]:
    lists = ("organisation_words", "unit_words", "body_words", "not_names", "post_qualifiers")
    return frozenset(fold(word) for name in lists for word in words("loaders", name) if " " not in word)


def _surnames_too() -> frozenset[str]:
    """Words for organisations that are family names as well, when they follow a known given name."""
    return words("loaders", "surnames_too")


def surely_person(text: str) -> bool:
    """Whether a phrase in running text is a name: it looks like one, and begins with an honorific or a known given name."""
    honorific, name = split_honorific(plain(text))
    if not looks_like_person(text):
        return False
    parsed = parse_person(name)
    return bool(honorific) or is_given_name(parsed.given) or bool(re.fullmatch(r"(?:[A-Z]\.){1,3}", parsed.given))


def split_people(span: Span) -> list[Span]:
    """The entries of a list run on in one line, by semicolons, commas and "and"; a comma before a title does not split.

    Brackets are kept whole; an honorific in the plural ("Councillors A, B and C") is given to each.
    """
    separators = list(_outside_brackets(span.text, r";\s*"))
    if len(separators) >= 1:
        pieces = _cut(span, separators)
        return [
            p
            for piece in pieces
            for p in (_cut(piece, _joins(piece.text)) if _all_people(_cut(piece, _joins(piece.text))) else [piece])
        ]
    pieces = _cut(
        span, list(_outside_brackets(span.text, r",\s+(?:and\s+(?:from\s+)?)?|\s+(?:and(?:\s+from)?|&|a|ac|agus)\s+(?=[A-Z])"))
    )
    return _regrouped(span, pieces)


_PLURAL = re.compile(r"^(?P<title>Councillors|Cllrs\.?|Messrs\.?|Mesdames|Drs\.?|Professors|Aldermen)\s+", re.IGNORECASE)
_SINGULAR = {
    "councillors": "Councillor",
    "cllrs": "Cllr",
    "messrs": "Mr",
    "mesdames": "Mrs",
    "drs": "Dr",
    "professors": "Professor",
    "aldermen": "Alderman",
}


def split_plural(span: Span) -> tuple[str, Span]:
    """(the title that each name of a list has, the list): "Councillors A, B and C" gives "Councillor"; empty if they share none."""
    plural = _PLURAL.match(span.text)
    return (_singular(plural), span.part(plural.end(), len(span.text))) if plural else ("", span)


def shared_title(text: str) -> str:
    """The title that a line such as "Councillors" gives to each name below it, or an empty string."""
    plural = _PLURAL.fullmatch(f"{text.rstrip(':')} ")
    return _singular(plural) if plural else ""


def _singular(plural: re.Match[str]) -> str:
    return _SINGULAR[plural["title"].lower().rstrip(".")]


def split_names(span: Span) -> list[Span]:
    """The pieces of a list of names, whatever they look like: by commas, semicolons and "and" outside brackets."""
    return [_trimmed(piece) for piece in _cut(span, list(_outside_brackets(span.text, r"[,;]\s+(?:and\s+)?|\s+(?:and|&)\s+")))]


def _joins(text: str) -> list[tuple[int, int]]:
    return list(_outside_brackets(text, r",\s+|\s+(?:and|&)\s+"))


def _all_people(pieces: list[Span]) -> bool:
    return len(pieces) > 1 and all(looks_like_person(_BRACKET.sub("", piece.text).strip()) for piece in pieces)


def _outside_brackets(text: str, pattern: str) -> list[tuple[int, int]]:
    inside = [m.span() for m in _BRACKET.finditer(text)]
    return [m.span() for m in re.finditer(pattern, text) if not any(a < m.start() < b for a, b in inside)]


def _cut(span: Span, gaps: list[tuple[int, int]]) -> list[Span]:
    edges = [0, *(edge for gap in gaps for edge in gap), len(span.text)]
    return [piece for start, end in zip(edges[::2], edges[1::2], strict=True) if (piece := span.part(start, end))]


def _regrouped(span: Span, pieces: list[Span]) -> list[Span]:
    """Pieces that are no names are titles of the name before them; kept together with it."""
    starts: list[tuple[int, bool]] = []
    at = 0
    for piece in pieces:
        at = span.text.find(piece.text, at)
        starts.append((at, _begins_entry(piece.text)))
        at += len(piece.text)
    cuts = [start for start, person in starts if person]
    if not cuts:
        return []
    ends = [*cuts[1:], len(span.text)]
    return [_trimmed(span.part(start, end)) for start, end in zip(cuts, ends, strict=True)]


def _begins_entry(text: str) -> bool:
    text = _TIER.sub("", text)
    if _OF_PLACE.match(text):
        return True
    bare = _BRACKET.sub("", text).strip(" .,;&")
    held = is_post(bare) and any(surely_person(found[1]) for found in _BRACKET.finditer(text))
    return looks_like_person(bare) or read_initial_name(text) or held


def read_initial_name(text: str) -> bool:
    """Whether a text is an initial with a family name: ``A. Deshpande (Vice-Chair)``."""
    return bool(re.match(r"(?:[A-Z]\.?\s?){1,3}\s?[A-Z][\w’'-]+(?:\s*[(\[].*)?$", text.strip(" .")))


def _trimmed(span: Span) -> Span:
    text = re.sub(r"(?:[,;.]|\s+(?:and|&|a|ac|agus))+\s*$", "", span.text)
    return span.part(0, len(text))

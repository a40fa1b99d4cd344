"""A printed name and the words around it, as a spreadsheet may hold them, read into what can be compared.

The words may be anything that a paper prints beside a name: a role, an organisation, a body, a date, a ward, a party, a sentence.
They are cut where marks and little words part them, and each piece is taken for what its words say that it is. Words that no
vocabulary knows are mostly names of places and organisations: they tell the most.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from sederunt.graph.dates import find_dates
from sederunt.graph.elected import names_elected
from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, folded_words, is_given_name
from sederunt.graph.sighting import Sighting
from sederunt.graph.sittings import day_span
from sederunt.graph.telling import known_words, passing, tells
from sederunt.graph.things import name_key
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.wording import is_body, is_organisation, is_post, is_unit, organisation_kind
from sederunt.loaders.printed import completed, read_name

_LONGEST = 4_000
"""Characters of a name or a context that are looked at: more than any paper prints beside a name."""

_PARTS = re.compile(r"[;,|\n•·()\[\]:/=]|\s[–—-]\s|(?<=[A-Za-z]{2})\.(?:\s|$)")
_WITHIN = re.compile(r"\s(?:of|for|at|from|to|in|on|with|by|as|and|who|representing|was|is)\s(?:the\s|a\s|an\s)?")
_NOT = re.compile(r"\bnot (?:the |of )?[A-Z]\w+")
_PROPER = re.compile(r"\b[^\W\d_a-zà-öø-ÿ](?![^\W\d_a-zà-öø-ÿ]{1,5}\b)[\w’'-]*")
"""Words with a capital that are no acronyms."""
_ACRONYM = re.compile(r"\b[A-Z][A-Z&]{1,6}\b")

_NAMED = r"[A-Z][\w’'&.-]*(?: (?:and |of |& )?[A-Z][\w’'&.-]*){0,3}"
_SEAT = r"(?:[Ww]ard|[Dd]ivision|[Cc]onstituency|[Ee]lectorate|[Rr]iding)"
_AREA = re.compile(
    rf"(?P<before>{_NAMED}) {_SEAT}\b|\b{_SEAT}(?::| of| no\.?)? (?P<behind>{_NAMED}|\d+)"
    r"|\b(?P<number>\d{1,3})(?:st|nd|rd|th)? (?:[A-Z]\w+ )?(?:[Dd]istrict|[Ww]ard)\b"
    r"|\b[Dd]ist(?:rict|\.)? (?P<numbered>\d{1,3})\b|\b[DRI][-–](?P<short>\d{1,3})"
)
_LONGEST_SEAT = 25

_YEARS = re.compile(r"\b(?P<one>(?:18|19|20)\d\d)(?:\s*(?:[-–/]|to)\s*(?P<other>(?:(?:18|19|20)\d\d|\d\d)\b))?")
_SHORT = re.compile(r"\b(?P<day>[0-3]?\d)[/.](?P<month>[0-3]?\d)[/.](?P<year>(?:19|20)?\d\d)\b")
_ROW_NUMBER = re.compile(
    r"^\s*(?P<first>\d{1,3})[.)]\s"
    r"|\b(?:row|line|entry|(?:list|attendees?|attendance|members?)\s+(?:item|no\.?|number))\s*(?P<number>\d{1,3})\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[A-Z]{2,4}\d?")
_TITLES = frozenset(["Mr", "Mrs", "Ms", "Miss"])
_FORMER = re.compile(r"\b(?:n[eé]e|formerly|previously|married|marriage|maiden|now|was)\b", re.IGNORECASE)
_HEADS_GROUP = re.compile(r"(?:Vice[- ]?|Deputy )?Chair(?:man|woman|person)? of (?:the )?(?P<group>[A-Z]\w+(?: [A-Z]\w+)?)")
"""Who heads a group that is no body of its own: "Chair of Governors", "Chair of the PTA"."""
_TOLD_ROLES = {
    "chair": re.compile(r"\bin the chair\b|\bchaired\b|\bpresid(?:ed|ing)\b", re.IGNORECASE),
    "minutes": re.compile(
        r"\btak(?:ing|en|es) (?:the )?(?:minutes|notes)\b|\bminutes (?:taken )?by\b|\bminut(?:e[- ]|es )tak(?:er|ing)\b",
        re.IGNORECASE,
    ),
}
_ENDS_CHAIR = re.compile(r"(?<![Vv]ice)(?<![Dd]eputy)[ ](?:[Cc]hair|[Cc]hairman|[Cc]hairwoman|[Cc]hairperson)$")
_MAKES_JOB = ("er", "or", "ist", "ian", "eer", "ant", "man", "woman")
_SHORT_PART, _LONG_WORD = 4, 6
_ACTS = re.compile(r"\b(?:would|will|shall|should|could)\b")
_SAYS = re.compile(r".*\bto\b|[a-z]+ (?:the|a|an|his|her|their)\b|(?:for|to|by|per|from)\b")
"""How a piece begins that says what is done, and names no job: "chase the contractor"."""


def read_sighting(name: str, context: str) -> Sighting:
    """What a printed name and the words around it tell.

    Args:
        name: as printed, perhaps with marks and titles; it may be no person's.
        context: role, organisation, body, date, free text, in any order and style.

    """
    printed, context = " ".join(name[:_LONGEST].split()), context[:_LONGEST]
    if not printed:
        return Sighting(printed)
    bare = read_name(printed)
    around = _Around(f"{context}; {bare.beside}")
    whole = completed(bare, context)
    title = next((part for part in around.parts if part.strip(".") in _TITLES), "")
    own = frozenset(folded_words(bare.text))
    titled = names_elected(printed.partition(" ")[0])
    seat = _seat(bare.beside, titled=titled)
    first, last = _days(context)
    return Sighting(
        printed=printed,
        names=read_name(f"{title} {whole.text}").names if title else whole.names,
        letters=bare.letters,
        nobody="" if bare.office else bare.nobody,
        office=bare.office,
        generation=whole.generation,
        around=frozenset(thing for thing in around.things if thing[1] not in own) | seat,
        role=around.role,
        row=around.row,
        number=_row_number(printed) or _row_number(context),
        beside=bare.beside if _BESIDE.fullmatch(bare.beside) else "",
        first=first,
        last=last,
        told=f" {' '.join(folded_words(around.text))} ",
        topics=frozenset(around.topics(own)),
        outside=around.outside,
        elected=any(map(names_elected, (printed, *around.parts))),
        renamed=bool(_FORMER.search(f"{printed} {context}")),
    )


@dataclass(frozen=True)
class _Around:
    """The words around a name."""

    text: str

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """What stands between marks, without dates and without the labels of values."""
        text = self.text
        for date in find_dates(text):
            text = text.replace(date.text, " ; ")
        text = _NOT.sub(" ", _YEARS.sub(" ", _SHORT.sub(" ", text)))
        trimmed = filter(None, map(_trimmed, _PARTS.split(text)))
        return tuple(part for part in trimmed if fold(part) not in words("loaders", "context_labels"))

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The parts, and what stands in them between little words; a title is not cut into titles."""
        found = [(part, piece) for part in self.parts for piece in (part, *_cut(part))]
        return tuple(dict.fromkeys(piece for part, piece in found if piece == part or not (is_post(part) and is_post(piece))))

    @property
    def things(self) -> Iterator[tuple[str, str]]:
        """What they name: sort and key."""
        for piece in self.pieces:
            yield from _things(piece)
        yield from (("group", fold(part)) for part in self.parts if _is_class(part))
        yield from (("area", area) for area in _areas(self.text))
        states = set(_states(self.text, self.parts))
        yield from (("state", state) for state in states)
        seats = _sits_in(self.text) if states else set()
        if len(seats) == 1:
            yield from (("post", seat) for seat in seats)
            yield from (("body", f"{seat}s of {state}") for seat in seats for state in states)
        yield from (("party", party) for party in _parties(self.parts))

    def topics(self, own: frozenset[str]) -> Iterator[str]:
        """The words that tell what somebody does or deals with, but for those of the name itself."""
        proper = {word for text in _PROPER.findall(self.text) for word in folded_words(text)}
        # What letters stand for is compared as acronyms are; a text in capitals shows none.
        letters = set() if self.text.isupper() else set(map(fold, _ACRONYM.findall(self.text)))
        told = (word for word in folded_words(self.text) if word.isalpha() and len(word) > 2 and word not in own | letters)
        return (word for word in told if word not in passing() and not (word in proper and tells(word)))

    @property
    def outside(self) -> bool:
        """Whether they show somebody who only comes to a body, and is none of its members or staff."""
        told = [folded_words(part) for part in self.parts]
        if not _TAKES_PART.isdisjoint(word for words_ in told for word in words_):
            return bool(_OUTSIDE.search(self.text))
        outsiders = words("loaders", "outsiders")
        return bool(_OUTSIDE.search(self.text)) or any(
            words_[-1] in outsiders or (not outsiders.isdisjoint(words_) and not is_post(part))
            for words_, part in zip(told, self.parts, strict=True)
            if 0 < len(words_) < _SHORT_PART
        )

    @property
    def role(self) -> str:
        """The part in a body or a meeting that they tell."""
        return next((role for part in self.parts if (role := _role(part))), "")

    @property
    def row(self) -> str:
        """The kind of list that they head."""
        return next((row for piece in self.pieces if (row := pairs("loaders", "list_rows").get(fold(piece), ""))), "")


_TAKES_PART = frozenset("governor governors rep reps representative forum trustee".split())
_OUTSIDE = re.compile(
    r"\b(?:members? of the public|public (?:comment|gallery|participation|questions?|speaker)|students?|pupils?|interns?|youth (?:council|mp|parliament|forum))\b",
    re.IGNORECASE,
)


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(" .'\"“”-–")


def _cut(part: str) -> Iterator[str]:
    return filter(None, map(_trimmed, _WITHIN.split(f" {part} ")))


def _row_number(text: str) -> str:
    found = _ROW_NUMBER.search(text)
    return (found["first"] or found["number"]) if found else ""


def _days(context: str) -> tuple[str, str]:
    """The first and the last day that a text speaks of."""
    spans = [(d.start, d.end or d.start) for d in find_dates(context)]
    spans += [span for m in _SHORT.finditer(context) if (span := _short_day(m))]
    if not any(map(all, spans)):
        spans = [day_span(year) for m in _YEARS.finditer(context) for year in _years(m)]
    known = [span for span in spans if all(span)]
    return (min(start for start, _ in known), max(end for _, end in known)) if known else ("", "")


def _short_day(found: re.Match[str]) -> tuple[str, str] | None:
    """A day in figures; the first is the day of the month unless it cannot be."""
    year = int(found["year"])
    year += 0 if year >= _CENTURY else 2000 if year < _LAST_CENTURY else 1900
    day, month = int(found["day"]), int(found["month"])
    if month > _MONTHS >= day:
        day, month = month, day
    text = f"{year:04d}-{month:02d}-{day:02d}"
    return (text, text) if 1 <= month <= _MONTHS and 1 <= day <= _DAYS else None


_CENTURY, _LAST_CENTURY, _MONTHS, _DAYS = 100, 60, 12, 31


def _years(found: re.Match[str]) -> Iterator[str]:
    yield found["one"]
    if found["other"]:
        yield found["one"][: -len(found["other"])] + found["other"]


def _is_class(part: str) -> bool:
    """Whether a part names a class of people: "Primary governors", "Trade unions", "Officers present"."""
    tokens = folded_words(part)
    if not 0 < len(tokens) <= _SHORT_PART:
        return False
    last = tokens[-1]
    plural = (
        last.endswith("s") and last not in pairs("loaders", "list_rows") and not known_words().isdisjoint((last, last[:-1]))
    )
    return (plural and not is_body(part)) or not words("loaders", "people_classes").isdisjoint(tokens)


def _role(part: str) -> str:
    """The role with which a part begins, or that it tells."""
    told = next((role for role, pattern in _TOLD_ROLES.items() if pattern.search(part)), "")
    chairs = "chair" * (_ENDS_CHAIR.search(part) is not None and is_body(part.rpartition(" ")[0]))
    return told or meeting_role(part) or chairs or meeting_role(next(_cut(part), ""))


def _things(piece: str) -> Iterator[tuple[str, str]]:
    """What a piece names, and its telling words."""
    shortened = pairs("loaders", "shortened_words")
    tokens = [word for token in name_key(piece).split() for word in shortened.get(token, token).split()]
    proper = {word for text in _PROPER.findall(piece) for word in folded_words(text)}
    telling = [word for word in tokens if word in proper and tells(word)]
    yield from _thing(piece, tokens, telling)
    yield from (("place", word) for word in telling)
    if telling and (kind := organisation_kind(key := " ".join(tokens))) and not is_body(key):
        yield from (("kind", f"{word} {kind}") for word in telling)
    if len(tokens) > 2:
        yield "initials", "".join(word[0] for word in tokens)
        yield "initials", "".join(word[0] for word in tokens if word not in words("loaders", "context_fillers"))
    known = words("loaders", "organisation_acronyms")
    yield from (("acronym", fold(word)) for word in _ACRONYM.findall(piece) if word not in known)


def _thing(piece: str, tokens: list[str], telling: list[str]) -> Iterator[tuple[str, str]]:
    key = " ".join(tokens)
    if is_body(key) and len(tokens) > 1:
        yield ("body" if telling or _ACRONYM.search(piece) else "plain body"), key
    elif heads := _HEADS_GROUP.fullmatch(piece):
        yield "post", name_key(heads["group"])
    elif not words("loaders", "celtic_posts").isdisjoint(tokens):
        return
    elif _names_job(piece, tokens) and not _role(piece) and fold(piece) not in pairs("loaders", "list_rows"):
        apart = {*telling, *words("loaders", "placing_words"), *words("loaders", "organisation_words")}
        yield "post", " ".join(word for word in tokens if word not in apart) or key
    elif telling and len(tokens) > 1 and is_organisation(key, loose=True):
        yield "organisation", key
    elif is_unit(piece) and len(tokens) > 1:
        yield "unit", key


def _names_job(piece: str, tokens: list[str]) -> bool:
    """Whether a piece says what somebody does: a post, or a short phrase that ends as such words do ("plant operator")."""
    last = tokens[-1]
    if _ACTS.search(piece):
        return False
    if is_post(piece) or not words("loaders", "occupations").isdisjoint((tokens[0], last)):
        return True
    named = " " not in piece and piece[0].isupper() and last not in known_words()
    made = (
        len(tokens) <= _SHORT_PART
        and not (_SAYS.match(piece) or is_given_name(tokens[0]))
        and len(last) >= _LONG_WORD
        and last.endswith(_MAKES_JOB)
    )
    return made and not named and last not in words("loaders", "no_occupations")


def _areas(text: str) -> Iterator[str]:
    """The wards and districts that a text names."""
    for found in _AREA.finditer(text):
        named = next(filter(None, found.groupdict().values()))
        key = " ".join(word for word in name_key(named).split() if word not in words("loaders", "context_fillers"))
        yield from filter(None, [key])


def _seat(beside: str, *, titled: bool) -> frozenset[tuple[str, str]]:
    """The seat in brackets behind a name: "Mr Walker (Lake Cardew)"; behind that of a councillor it may be any word."""
    if not len("Ely") < len(beside) < _LONGEST_SEAT or not beside[0].isupper() or _role(beside):
        return frozenset()
    return frozenset({("area", name_key(beside))} if titled or all(map(tells, folded_words(beside))) else ())


@cache
def _known_states() -> dict[str, str]:
    """The names of the states of the USA by their postal letters, folded."""
    return {letters.upper(): fold(name) for letters, name in pairs("loaders", "us_states").items()}


_STATE_LABELLED = re.compile(r"\bstate\s*[=:]\s*(?P<letters>[A-Za-z]{2})\b", re.IGNORECASE)


def _states(text: str, parts: tuple[str, ...]) -> Iterator[str]:
    """The states that a text names in full, or by letters that stand alone or behind a label."""
    known, folded = _known_states(), f" {fold(text)} "
    yield from (name for name in known.values() if f" {name} " in folded)
    letters = {found["letters"].upper() for found in _STATE_LABELLED.finditer(text)}
    yield from (known[each] for each in (*letters, *parts) if each in known)


_CHAMBERS = {
    "representative": re.compile(r"\b(?:house|assembly|lower)\b", re.IGNORECASE),
    "senator": re.compile(r"\b(?:senate|upper)\b", re.IGNORECASE),
}
"""Who sits in each chamber of a state's legislature."""


def _sits_in(text: str) -> set[str]:
    return {seat for seat, pattern in _CHAMBERS.items() if pattern.search(text)}


def _parties(parts: tuple[str, ...]) -> Iterator[str]:
    known = pairs("loaders", "parties")
    return (known[key] for part in parts if (key := fold(re.sub(r"^([DRI])[-–].*", r"\1", part))) in known)

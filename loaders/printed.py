"""A name as anybody may have written it into a cell: what is no part of it taken off, and the people whom it names told."""

import re
from dataclasses import dataclass

from sederunt.graph.lexicon import words
from sederunt.graph.name_weights import commonness
from sederunt.graph.names import (
    PersonName,
    fold,
    folded_words,
    is_given_name,
    is_initials,
    parse_person,
    plain,
    split_honorific,
)
from sederunt.graph.telling import known_words
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.wording import is_body, is_organisation, is_post, is_unit, names_organisation

_MARKS = re.compile(r"\s*[\[(](?P<inside>[^\])]*)[\])]|[*†‡#§]+|\s+\d{1,2}$|(?<=\w)\d$|^\d{1,3}[.)]\s+")
_GENERATION = re.compile(
    r"[\s,(]*\b(?:(?P<younger>jr|jnr|junr|junior|the younger)|(?P<older>sr|snr|senr|senior|the elder)|(?P<second>ii|2nd)|(?P<third>iii|3rd))\b[.)]*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:/|&|\band\b|;)\s*")
_LISTED = re.compile(r"\s*(?:/|&|\band\b|;|,)\s*")
_PLURAL = re.compile(r"(?:Cllrs|Councillors|Messrs|Supervisors|Commissioners|Reps|Senators|Drs)\b")
_COUPLE = re.compile(r"(?P<one>Mr|Dr|Cllr|Rev|Sir)\.? (?:and|&) (?P<other>Mrs|Ms|Miss|Dr|Mr|Lady|Cllr)\.? (?P<rest>.+)")
_LETTERS_BEHIND = re.compile(r"(?:[A-Z][A-Za-z]?\.){1,4}|[A-Z][A-Za-z]*[A-Z]|Esq\.?")


@dataclass(frozen=True)
class PrintedName:
    """A name without its marks."""

    text: str
    beside: str = ""
    """What stood with it and is none of it: in brackets, behind a comma or a stroke, an office before it."""
    generation: str = ""
    """What tells father and son apart: ``younger``, ``older``, ``second``, ``third``."""

    @property
    def title(self) -> str:
        """Its titles; an office may be one: "Senator Ann Hale"."""
        return _titled(self.text)[0]

    @property
    def names(self) -> tuple[PersonName, ...]:
        """The people whom it can name; where it names several, each of them."""
        if couple := _COUPLE.match(self.text):
            return tuple(parse_person(f"{title} {couple['rest']}") for title in (couple["one"], couple["other"]))
        title, rest = _titled(self.text)
        listed = _PLURAL.match(title) is not None
        parts = [part for part in (_LISTED if listed else _JOINED).split(rest) if part]
        if len(parts) < 2 or not all(re.match(r"[A-ZÀ-Þ]", part) and len(part.split()) <= _WORDS for part in parts):
            return (_parsed(title, rest),) * (2 if listed else 1)
        family = "" if listed else _shared_family(parts)
        return tuple(
            _parsed(title or "Mr" * listed, part if " " in part or not family else f"{part} {family}") for part in parts
        )

    @property
    def letters(self) -> tuple[str, ...]:
        """The initials, in small letters, of those whom it names by nothing else."""
        title, rest = _titled(self.text)
        alone = rest if title and re.fullmatch(r"[B-DF-HJ-NP-TV-Z]{2}", rest) and not commonness(rest) else self.text
        if re.search(r"\s\w[a-z]", alone):
            return ()
        pieces = [re.sub(r"[\s.-]", "", piece) for piece in re.split(r"\s*(?:/|&|,)\s*", alone)]
        return tuple(p.casefold() for p in pieces) if all(is_initials(p) and len(p) <= _WORDS for p in pieces) else ()

    @property
    def office(self) -> str:
        """The part in a body or a meeting that it names, where it names nothing else: "the Chair"."""
        bare = re.sub(r"^(?:(?:the|madam|mr|mister)\s+)+", "", self.text, flags=re.IGNORECASE)
        return (meeting_role(bare) or fold(bare) * (fold(bare) in _HEADS)) if not self.letters else ""

    @property
    def nobody(self) -> str:
        """What it names where it is nobody's name: "a post", or "a place"."""
        folded = folded_words(self.text)
        if not any(map(str.isalpha, self.text)) or (folded and set(folded) <= words("loaders", "nobody_words")):
            return "nobody"
        title, rest = _titled(self.text)
        if _is_building(rest):
            return "a place"
        if len(self.letters) == 1 and self.letters[0] in words("loaders", "office_letters") and self.text.isupper():
            return "a post"
        return "" if self.letters or _is_person(title, rest) else _thing(self.text, rest)


_HEADS = frozenset("mayor provost reeve speaker".split())
"""Who is called by an office of a whole council."""
_WORDS = 4
"""How many words the name of one of several can have, and how many letters initials."""


def read_name(text: str) -> PrintedName:
    """A name as it was written, without marks and what is no part of it."""
    text = re.sub(r"^\(([^()]+)\)$", r"\1", text)
    text = re.sub(r"^l(?=[a-z]+ [A-Z])", "I", text)  # as scans read it
    last = text.rpartition(",")[2]
    bare, place = (text, "") if _GENERATION.fullmatch(last) else _without_place(text)
    bare, inside = _without_marks(bare)
    bare, generation = _without_generation(bare, inside)
    return PrintedName(bare, "; ".join(filter(None, (inside, place))), generation)


def completed(name: PrintedName, context: str) -> PrintedName:
    """A name with what its own context prints with it: the given name before a family name alone, "senior" behind it."""
    bare = name.text
    last = re.escape(bare.rsplit(maxsplit=1)[-1]) if bare else ""
    begun = re.match(rf"((?:[A-Z]\w+ )*)({name.beside[:1]})\.? (?=[A-Z]\w)", bare) if is_given_name(name.beside) else None
    if begun:
        bare = f"{begun[1]}{name.beside} {bare[begun.end() :]}"
    found = re.search(rf"\b{last}{_GENERATION.pattern}", context, re.IGNORECASE) if last else None
    given = _given_before(bare, context)
    title, rest = _titled(bare)
    return PrintedName(
        f"{title} {given} {rest}".strip() if given else bare, name.beside, name.generation or (_which(found) if found else "")
    )


def _given_before(bare: str, context: str) -> str:
    _, rest = _titled(bare)
    if " " in rest or len(rest) < len("Abe") or is_given_name(rest):
        return ""
    before = {m[1] for m in re.finditer(rf"\b([A-ZÀ-Þ][\w’'-]+) {re.escape(rest)}\b", context)}
    called = words("loaders", "called_offices")
    given = {w for w in before if not (is_known(w) or split_honorific(f"{w} Hale")[0] or fold(w) in called)}
    return given.pop() if len(given) == 1 else ""


def _without_place(text: str) -> tuple[str, str]:
    """A name without what stands at a comma and is none ("Supervisor Olson, District 11"; "The Speaker, Cllr Hale"), and that."""
    head, comma, tail = (part.strip() for part in text.partition(","))
    if not comma or not head:
        return text, ""
    if (meeting_role(head.removeprefix("The ")) or is_post(head)) and not is_given_name(head.split()[0]):
        return tail, head
    if " " in head and _LETTERS_BEHIND.fullmatch(tail):
        return head, ""
    placed = " " in head and (any(map(str.isdigit, tail)) or is_post(tail) or is_organisation(tail))
    return (head, tail) if placed else (text, "")


def _without_marks(text: str) -> tuple[str, str]:
    """A name without its marks, and what stands in brackets or at a stroke behind it."""
    inside = "; ".join(m["inside"] for m in _MARKS.finditer(text) if m["inside"] and m.start())
    bare = _MARKS.sub("", text).strip(" ,;:-–")
    if bare.isupper() and " " not in bare and is_given_name(inside):
        return f"{inside} {bare}", ""
    head, _, tail = (part.strip() for part in bare.partition("/"))
    if tail and (meeting_role(tail) or is_post(tail)):
        return head, "; ".join(filter(None, (inside, tail)))
    return bare or text, inside


def _without_generation(bare: str, inside: str) -> tuple[str, str]:
    """A name without what tells father and son apart, and what that says."""
    found = next((m for m in _GENERATION.finditer(bare) if m.start()), None)
    if found:
        return bare[: found.start()] + bare[found.end() :], _which(found)
    said = _GENERATION.fullmatch(inside.strip())
    return bare, _which(said) if said else ""


def _which(found: re.Match[str]) -> str:
    return next(key for key, value in found.groupdict().items() if value)


def _shared_family(parts: list[str]) -> str:
    """The family name that the last of several gives to all: "A and B Hale"; none where the last is no whole name."""
    *given, family = parts[-1].split()
    return family if any(len(word.strip(".")) > 1 for word in given) else ""


def _titled(text: str) -> tuple[str, str]:
    title, rest = split_honorific(plain(text))
    tokens = rest.split()
    while len(tokens) > 1 and not is_known(tokens[1]) and _is_called(tokens[0]):
        title = title or tokens[0]
        tokens.pop(0)
    start = next((at for at, token in enumerate(tokens) if not is_known(token)), 0)
    if start and len(tokens) - start > 1 and all(not is_known(token) for token in tokens[start:]):
        return title or tokens[start - 1], " ".join(tokens[start:])  # "Crew Manager Ann Hale"
    return title, " ".join(tokens)


def _is_called(token: str) -> bool:
    return token in ("p.", "p") or "".join(folded_words(token)) in words("loaders", "called_offices")


def _parsed(title: str, text: str) -> PersonName:
    """The parts of a name; "JA Hale" has two initials."""
    known = split_honorific(f"{title} Hale")[0]
    called = title if known else "Mr" * (" " not in text and bool(title))
    name = parse_person(f"{called} {text}".strip())
    given = name.given.replace(".", "")
    if not (2 <= len(given) <= 3 and given.isupper() and name.family and ("." in name.given or not name.family.isupper())):
        return name
    return name.model_copy(update={"given": given[0], "middle": " ".join((*given[1:], *name.middle.split()))})


def _is_person(title: str, rest: str) -> bool:
    tokens = [fold(token) for token in rest.split()]
    if len(tokens) > 1 and tokens[-1] in words("loaders", "posts_as_surnames") and is_given_name(tokens[0]):
        return True
    if len(tokens) > 1 and rest.split(maxsplit=1)[0].isupper() and not rest.isupper() and is_given_name(tokens[-1]):
        return True
    return (bool(title) and looks_like_person(f"Mr {rest}")) or surely_person(rest)


def _is_building(rest: str) -> bool:
    tokens = [fold(token) for token in rest.split()]
    named = len(tokens) > 1 and tokens[-1] in words("loaders", "posts_as_surnames") and is_given_name(tokens[0])
    begun = len(tokens) > 1 and (len(tokens) > 2 or (len(tokens[0]) > 1 and not is_given_name(tokens[0])))
    return begun and tokens[-1] in words("loaders", "building_words") and not named


def _thing(text: str, rest: str) -> str:
    if meeting_role(text) or (is_post(rest) and "-" not in rest.rsplit(maxsplit=1)[-1]):
        return "a post"
    several = " " in rest and not looks_like_person(text) and is_organisation(rest)
    return "a body or an organisation" if is_body(rest) or names_organisation(rest) or is_unit(rest) or several else ""


def is_known(token: str) -> bool:
    """Whether a word is one of posts, bodies, organisations and what they deal with: "Director Finance" is called by no title."""
    word = "".join(folded_words(token))
    return len(word) > 1 and word in known_words()

"""What sentences say of people at a meeting: the wordings of a vocabulary file, and the people of whom they are said."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, is_given_name, is_initials, split_honorific
from sederunt.loaders.document import Span
from sederunt.loaders.naming.entries import read_entry, with_partners
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.people import are_two, looks_like_person, surely_person
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.roll import read_roll
from sederunt.loaders.naming.runs import split_names, split_people, split_plural
from sederunt.loaders.naming.wording import is_post
from sederunt.loaders.sentences.wordings import WORD, Wording, wordings


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says of some people: the columns of the wording, and where in the sentence it stands."""

    category: str
    role: str
    people: tuple[Entry, ...]
    start: int
    end: int


def told(sentence: Span, name: str, known: Collection[str] = ()) -> Iterator[Said]:
    """What a sentence says of people, in the wordings of a vocabulary file.

    Args:
        sentence: the sentence.
        name: the vocabulary file.
        known: folded names, and initials in capitals, of those who are known to be people.

    """
    taken: list[Said] = []
    there = set(WORD.findall(sentence.text.lower()))
    fitting = (
        (wording, found)
        for wording in wordings(name)
        if not there.isdisjoint(wording.telling)
        for found in wording.pattern.finditer(sentence.text)
    )
    for wording, found in sorted(fitting, key=_weight):
        said = (_before if wording.people_first else _after)(sentence, found, wording, taken)
        if said and _believed(said, known):
            taken.append(said)
    yield from sorted(taken, key=lambda said: said.start)


def _weight(fit: tuple[Wording, re.Match[str]]) -> tuple[bool, int, int]:
    """Wordings behind people go first, since they end the lists of others; then those with most words."""
    wording, found = fit
    end = found.end() if wording.people_first else found.start("list")
    return (not wording.people_first, found.start() - end, found.start())


def _before(sentence: Span, found: re.Match[str], wording: Wording, taken: list[Said]) -> Said | None:
    """What is said of the people who are named in front of the telling words."""
    floor = max((said.end for said in taken if said.end <= found.start()), default=0)
    if any(said.start < found.end() and found.start() < said.end for said in taken):
        return None
    text = sentence.text
    several = [floor] if wording.role in ("attendee", "in attendance") and "were" in found[0] else []
    floor = max(floor, text.rfind(";", 0, found.start()) + 1)
    for start in (*several, floor, *(gap.end() for gap in _CLAUSE.finditer(text, floor, found.start()))):
        closed = text.count("(", start, found.start()) == text.count(")", start, found.start())
        if closed and (people := people_in(sentence.part(start, found.start()))):
            return _said(wording, people, found, (start, found.end()))
    if _ELIDED.search(text[floor : found.start()]) and (people := _leading(sentence.part(floor, found.start()))):
        return _said(wording, people, found, (floor, found.end()))
    return None


def _after(sentence: Span, found: re.Match[str], wording: Wording, taken: list[Said]) -> Said | None:
    """What is said of the people who are named behind the telling words."""
    brackets = [bracket.span() for bracket in _BRACKET.finditer(sentence.text)]
    begun = [said.start for said in taken if said.start >= found.start("list")]
    end = min((at for at in begun if not any(a < at < b for a, b in brackets)), default=found.end("list"))
    if any(said.start < found.start("list") and found.start() < said.end for said in taken) or end <= found.start("list"):
        return None
    people: list[Entry] = []
    start = found.start("list")
    for aside in (*_ASIDE.finditer(sentence.text, start, end), None):
        upto = aside.start() if aside else end
        listed = _without_tail(sentence.text[start:upto])
        people += people_in(sentence.part(start, start + len(listed)), whole=False)
        if len(listed) < len(sentence.text[start:upto].rstrip(" .;,")) or aside is None:
            end = start + len(listed)
            break
        start = aside.end()
    return _said(wording, people, found, (found.start(), end)) if people else None


def _said(wording: Wording, people: list[Entry], found: re.Match[str], place: tuple[int, int]) -> Said:
    more = found.groupdict()
    people = people[-1:] if wording.role == "chair" and wording.people_first else people  # only one takes the chair
    part, other = (
        _closed((more.get("part") or "").strip()),
        (more.get("other") or "").strip() if wording.role == "deputy" else "",
    )
    full = (
        replace(e, role=_weightier(e.role, wording.role), part=e.part or part, standing_for=e.standing_for or _named(other))
        for e in people
    )
    return Said(wording.category, wording.role, tuple(full), *place)


def _closed(part: str) -> str:
    """The words without the end of a bracket that stands around the sentence: "(Cllr Moss left at 8 pm)"."""
    return part.rstrip(")") if "(" not in part else part


def _weightier(own: str, told: str) -> str:
    """The part in the meeting of somebody with an office: a vice-chair who took the chair chaired it."""
    return told if told == "chair" and own == "vice-chair" else own or told


def _named(other: str) -> str:
    """For whom somebody stands, if it is said by name or post."""
    return other if other[:1].isupper() or other.startswith("the ") else ""


_CLAUSE = re.compile(r"(?<=[;:.,–-])\s+(?:and\s+|but\s+)?|\(|\b(?:that|while|whilst|but|when|where|and|then)\s+")
"""Where the words that name the people of a clause may begin."""
_ELIDED = re.compile(r"(?:\band|,|\bbut)(?:\s+(?:then|also|subsequently|so|therefore))?\s*$")
_TAIL_BREAK = re.compile(r"\s*(?:,|;|\band\b|\bbut\b)\s*(?:and\s+)?")
_KEEPS_ALL = frozenset("were are who which whose as because due owing prior at but with that for and".split())
"""Words behind a list that say more of all in it, and do not begin a clause with the last."""


def _without_tail(text: str) -> str:
    """The words of a list without what is said behind it."""
    text = text.rstrip(" .;,")
    tail = _TAIL.search(_BRACKET.sub(lambda bracket: "x" * len(bracket[0]), text))
    if tail is None or not tail[0][0].isalpha():
        return text[: tail.start()] if tail else text
    listed = text[: tail.start()]
    word = tail[0].split()[0].lower()
    if word in _KEEPS_ALL or re.match(r"(?:had|have|has)\s+(?:been|also\s+been)", tail[0] + text[tail.end() :]):
        return listed
    breaks = list(_TAIL_BREAK.finditer(listed))  # "from Ann Hale, and Ben Moss was absent": Ben Moss begins what follows
    return listed[: breaks[-1].start()] if breaks else listed


_TAIL = re.compile(
    r"(?<=\s)(?:(?:and|but)\s+)?(?:were|was|who|which|whose|had|have|has|is|are|will|as|because|due|owing|prior|at|but|with|that|for|on\s+account|could|did|attended|substituted|deputised|took|joined|left|chaired|presided|sent|gave|represented|acted)\b"
    r"|(?<=\s)and\s+(?:it|the|these|their|this)\s+[a-z]|;\s+(?=[A-Z])|\s[–-]\s+(?=[a-z])"
)
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ASIDE = re.compile(r",?\s+(?:who|which|whose)\b[^,;()]*[,;]\s*(?:and\s+)?(?=[A-Z])")
"""What is said of one in a list: "Mr Spry, who spoke for the fishermen, and Dr Brandt"."""
_RELATIVE = re.compile(r",?\s+(?:who|which|having|being|whose)\b.*$", re.DOTALL)
_LEAD_IN = re.compile(
    r"^(?:[•·▪●*–-]\s+)?(?:at\s+)?(?:\d{1,2}[.:]?\d\d\s?(?:[ap]\.?m\.?|hrs|hours)?[,:]?\s+(?:[–-]\s+)?)?(?:(?:both|from|by|with|also|the|in addition|unfortunately|following|mr\.? chairman|cllrs?\.?:|councillors?:|(?:board |council |committee |township )?members?:?|bhí|roedd)[,:]?\s+)*(?=(?-i:[A-ZÀ-ÝĀ-Ž]))",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"(?:,?\s+and|,|\s+&)\s+(?:from\b\s*)?(?:$|the\s+(?!(?:[\w’' -]+,|[\w’' -]+\()\s*[A-Z]|(?:Right|Rt|Very|Most|Rev|Revd|Reverend|Ven|Venerable|Hon|Honourable|Lord|Lady|Baroness|Earl)\b)|(?-i:an?)\s|one\s|two\s|three\s|four\s|five\s|six\s|\d+\s|members?\s+of\s)[^,;]*",
    re.IGNORECASE,
)
"""A piece of a list that names nobody: "and the County Councillor", "and 4 members of the public"."""


def people_in(span: Span, *, whole: bool = True) -> list[Entry]:
    """The people whom words name, one or a list of them; none if anything else stands there and ``whole`` is asked."""
    span = _bared(span)
    return _posts_first(span) or _people(span, whole=whole)


def _people(span: Span, *, whole: bool) -> list[Entry]:
    if office := office_before(span.text):
        held = people_in(span.part(len(office), len(span.text)), whole=whole)
        title = office.strip(" ,")
        return [replace(e, role=meeting_role(title), role_text=title) for e in held[:1]] + held[1:]
    honorific, listed = split_plural(span)
    if not listed:
        return []
    if honorific:
        return _sharing(listed, honorific)
    if short := _short_forms(listed) or _with_posts(listed):
        return short
    pieces = _apart(split_people(listed) or [listed])
    if whole and not listed.text.startswith(pieces[0].text):
        return []
    found = map(read_entry, map(_bared, pieces))
    people = [_honoured(entry) for entry in found if entry is not None and _is_name(entry)]
    titles = [title for e in people for title in e.titles]
    tells = any(
        title.split()[0] in words("loaders", "verbs") or surely_person(title) or re.search(r"\bitem \d", title)
        for title in titles
    )
    sure = people and (not whole or (len(people) == len(pieces) and not tells))
    return with_partners(listed, people) if sure else []


def _with_posts(span: Span) -> list[Entry]:
    """Several people of a list some of whom have a post right before them: "Supervisor A. Hale, Clerk B. Moss and Councilman C. Dunn"."""
    pieces = split_names(span)
    led = [
        is_post(piece.text) and not split_honorific(piece.text)[0] and not is_post(piece.text.split()[-1]) for piece in pieces
    ]
    roll = read_roll(span) if len(pieces) > 1 and any(led) else []
    return roll if len(roll) == len(pieces) else []


def _posts_first(span: Span) -> list[Entry]:
    """Several people of a list each of whom has a post in front: "Clerk to Council, Mrs A Hale and Assistant Clerk, Mr B Moss"."""
    found: list[Entry] = []
    post: Span | None = None
    for piece in split_names(span):
        if post is not None and split_honorific(piece.text)[0] and looks_like_person(piece.text):
            entry = read_entry(piece)
            found += [replace(entry, titles=(*entry.titles, post.text))] if entry else []
            post = None
        elif is_post(piece.text) and not looks_like_person(piece.text):
            post = piece if post is None else span.part(span.text.find(post.text), span.text.find(piece.text) + len(piece.text))
        else:
            return []
    return found if len(found) > 1 and post is None else []


def office_before(text: str) -> str:
    """The words before a name that are its office, or an empty string: "The Chair, Councillor Moss", "Vice Chair Ann Hale"."""
    for found in list(re.finditer(r",?\s+(?=[A-ZÀ-ÝĀ-Ž])", text))[:4]:
        office, rest = _ARTICLE.sub("", text[: found.start()]), text[found.end() :]
        named = "," in found[0] or split_honorific(rest)[0] or is_given_name(rest.split()[0])
        if named and meeting_role(office):
            return text[: found.end()]
    return ""


_ARTICLE = re.compile(r"^(?:the|an|yr?)\s+", re.IGNORECASE)


def _is_name(entry: Entry) -> bool:
    first, *rest = entry.name.split()
    opens = len(first.strip(".")) > 1 and first.lower() in words("loaders", "linking_words") | _OPENERS
    titled = any(split_honorific(f"{word} X")[0] for word in rest)
    ranked = entry.honorific in entry.titles  # "Town Clerk Ann Hale"
    return looks_like_person(entry.name if ranked else f"{entry.honorific} {entry.name}".strip()) and not (
        opens or titled or re.search(r"['’]s$", entry.name)
    )


_OPENERS = frozenset("although as following if once since though until when whilst while".split())


def _bared(span: Span) -> Span:
    """Words that name people without what leads to them and what is said of them in a clause of its own."""
    text = _RELATIVE.sub("", span.text)
    nameless = _NAMELESS.search(text)
    text = text[: nameless.start()] + text[nameless.end() :] if nameless and nameless.end() >= len(text) else text
    lead = _LEAD_IN.match(text)
    return span.part(lead.end() if lead else 0, len(text.rstrip(" ,;–-.")))


def _sharing(span: Span, honorific: str) -> list[Entry]:
    """People who share a title in the plural; a family name alone will do."""
    people: list[Entry] = []
    for piece in _apart(split_names(span)):
        bare = re.sub(r"\s*[(\[].*$", "", re.sub(rf"^(?:and\s+)?{honorific}s?\.?\s+", "", piece.text)).strip(" .,")
        own, name = split_honorific(bare)
        if not re.fullmatch(r"(?:[A-Z][\w’'.-]*\s?|(?:de|van|von|la|le|y|ap)\s){1,4}", name) or is_post(name):
            continue
        entry = read_entry(piece) or Entry(name, piece, honorific=own)
        people.append(replace(_honoured(entry), honorific=entry.honorific or own or honorific))
    return people


def _apart(pieces: list[Span]) -> list[Span]:
    """The pieces of a list, cut where the mark between two people was left out: "Mrs S Hale M Moss"."""
    return [
        one
        for piece in pieces
        for one in ([entry.span for entry in read_roll(piece)] if are_two(split_honorific(piece.text)[1]) else [piece])
    ]


def _short_forms(span: Span) -> list[Entry]:
    """People named by initials or by first names alone; all of a list, or it is none."""
    pieces = split_names(span)
    texts = [re.sub(r"\s*\([^)]*\)$", "", piece.text) for piece in pieces]
    short = all(
        (is_initials(text) and len(text) <= 4 and text not in words("loaders", "organisation_acronyms") and not is_post(text))
        or (is_given_name(text) and text.istitle() and fold(text) not in _NO_NAMES)
        for text in texts
    )
    return [Entry(text, piece) for text, piece in zip(texts, pieces, strict=True)] if short else []


_NO_NAMES = words("loaders", "common_words") | words("loaders", "not_names") | {"nil"}


def _honoured(entry: Entry) -> Entry:
    given, name = split_honorific(entry.name)
    titles = tuple(title for title in entry.titles if not _NAMES_ANOTHER.search(title) and len(title.split()) <= 14)
    return replace(entry, name=name or entry.name, honorific=entry.honorific or given, titles=titles)


_NAMES_ANOTHER = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof|Professor)\.?\s+[A-Z]")


def _leading(span: Span) -> list[Entry]:
    """Who a sentence begins with: the people before its first verb."""
    for word in re.finditer(r"\s(?P<verb>[a-z]+)\b", span.text):
        if word["verb"] in words("loaders", "verbs"):
            return people_in(span.part(0, word.start()))
        if word["verb"] not in ("and", "de", "van", "von", "of", "the"):
            return []
    return []


def _believed(said: Said, known: Collection[str]) -> bool:
    """Whether those of whom something is said are people: of newts and of companies it can be said that they "were present"."""
    if any(is_initials(e.name) and e.name.upper() not in known for e in said.people):
        return False
    if said.role not in ("attendee", "in attendance") and said.category:
        return True
    return any(
        surely_person(f"{e.honorific} {e.name}".strip())
        or (e.honorific in e.titles and surely_person(e.name))
        or fold(e.name) in known
        or is_initials(e.name)
        or is_given_name(e.name)
        for e in said.people
    )


def says_who_is_away(text: str) -> bool:
    """Whether a line is a sentence about those who were not there: "Apologies were received from …", "There were apologies from …"."""
    return bool(_AWAY.match(text))


SENT_BY = re.compile(
    r"^(?:[-–•*]\s+)?Apologies\s+(?=[A-Z][a-z]+\s[A-Z])|(?:^|(?<=[,;:.(])\s*|\s[–-]\s+|(?<=\w)\s+)Apolog(?:y|ies)\s+(?:received\s+)?(?:from|by)\s+(?=[A-Z])"
)
"""What leads, in a line of people, to those who sent apologies: "Westhill: Ann Hale, Apologies from Ben Moss"."""

_AWAY = re.compile(
    r"\W*(?:(?:there|the|an|written|formal|further|no)\b[^.:;,(]{0,40})?\bapolog(?:y|ies)\b[^.:;,(]{0,40}?\b(?:were|was|had|have|has|received|from)\b",
    re.IGNORECASE,
)

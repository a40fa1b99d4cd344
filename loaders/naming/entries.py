"""Entries of lists of people: the name, what stands in brackets, and what is said after a comma, a dash or in the next line."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sederunt.graph.lexicon import words
from sederunt.graph.names import (
    fold,
    is_given_name,
    is_initials,
    plain,
    split_honorific,
    without_post_nominals,
)
from sederunt.loaders.document import Span
from sederunt.loaders.naming.entry import LIST_MARK, Entry, can_be_initials, named_by, with_brackets, with_title
from sederunt.loaders.naming.people import (
    BRACKET,
    FIRM,
    is_telling,
    looks_like_person,
    ranked_name,
    surely_person,
    without_letters,
)
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.runs import CROWD, OF_PLACE, TIER, council_before, split_names, split_people
from sederunt.loaders.naming.seats import is_vacant
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import ends_in_post_word, is_generic, is_organisation, is_post, names_organisation

_SEPARATOR = re.compile(r"\s+[–—-]\s+|\s*[–—]\s*|\t+|:\s+|,\s+(?!(?:Inc|LLC|Ltd|Limited|plc|GmbH|Corp)\b)|\s+-(?=\S)|\s*\|\s*")
_BOX = re.compile(r"^(?:[-–—•·*]\s+)?(?:\\?\[\s?[xX✓✔]?\s?\\?\]|[☐☑☒✅❌⬜])\s*")
_TICKED = re.compile(r"[xX✓✔☑☒✅]")
_GROUP = re.compile(r"\s*[–—]\s*|\s+-\s+|\s*:\s+|\t+")


_NOTED = re.compile(r"(?<=[a-z])\s?[*†‡]+(?=[\s,(]|$)")
"""A mark behind a name that a note explains: "Ann Hale*"."""


def read_entry(span: Span) -> Entry | None:
    """The person that a list entry names, or None where it names none.

    The name may come first ("A Name (Chair), Headteacher, Some School") or last ("Some School – A Name").
    """
    if box := _BOX.match(span.text):
        ticked = read_entry(span.part(box.end(), len(span.text)))
        return replace(ticked, span=span, status="present" if _TICKED.search(box[0]) else "absent") if ticked else None
    text = _NOTED.sub("", LIST_MARK.sub("", plain(span.text)))
    if council := council_before(text):
        sent = read_entry(span.part(span.text.find(council) + len(council), len(span.text)))
        return replace(sent.of_group(council), span=span) if sent else None
    text = _called(CROWD.sub("", TIER.sub("", text)))
    bare = " ".join(BRACKET.sub(" ", _name_apart(text)).split()).strip(" ,;–")
    pieces = [piece.strip(" ,;.") for piece in _SEPARATOR.split(bare) if piece.strip(" ,;.")]
    if not pieces or is_vacant(pieces[0]) or FIRM.search(bare):
        return None
    at = _name_at(pieces)
    if (
        at is None
        and is_given_name(pieces[0])
        and any(can_be_initials(found[1], pieces[0]) for found in BRACKET.finditer(text) if is_initials(found[1]))
    ):
        at = 0  # "Ann (AH) – Chair": a first name with the initials of the whole
    if at is None:
        return _in_brackets(span, bare, text) or _glued(span, text, pieces)
    entry = with_brackets(text, named_by(pieces[at], span))
    if from_place := OF_PLACE.match(bare):
        return with_title(entry, from_place["place"])
    for title in _titles(bare, pieces, at):
        entry = with_title(entry, title)
    return _with_topics(entry, text)


def _with_topics(entry: Entry, text: str) -> Entry:
    """An entry whose posts have what they deal with in brackets behind them: "Ann Hale, Vice-Provost (Education)"."""
    for topic in entry.titles:
        post = next((title for title in entry.titles if title != topic and f"{title} ({topic})" in text), "")
        if post and ends_in_post_word(post) and _is_topic(topic):
            kept = tuple(title for title in entry.titles if title != topic)
            entry = replace(entry, titles=tuple(f"{post} ({topic})" if title == post else title for title in kept))
    return entry


def _is_topic(text: str) -> bool:
    """Whether words in a bracket behind a post say what it deals with, and not who it is of: "Curriculum and Quality"."""
    if not _TOPIC.fullmatch(text) or is_post(text) or names_organisation(text) or surely_person(text):
        return False
    return is_generic(text) or _LINKED.search(text) is not None or any(is_telling(word) for word in text.split())


_TOPIC = re.compile(r"[A-Z][a-z]+(?:(?:\s|,\s|-)[A-Za-z&]+){0,5}|North|South|East|West|HR|IT|ICT|SEND")
_LINKED = re.compile(r"\s(?:and|&)\s|^(?:North|South|East|West|Central)$")


def _called(text: str) -> str:
    """The text with quotes for the brackets about a name by which somebody is called: "Angus (Gus) Wren", "Lord (Hugo) Wren"."""
    inner = _CALLED.search(text)
    if inner is None or not is_given_name(inner["name"]):
        return text
    titled = split_honorific(f"{inner['title']} X")[1] == "X"
    if not titled and not (is_given_name(inner["before"]) or len(inner["before"].strip(".")) == 1):
        return text
    quote = "" if titled else '"'
    return f"{text[: inner.start('open')]}{quote}{inner['name']}{quote}{text[inner.end('open') :]}"


_CALLED = re.compile(r"^(?P<title>(?:[\w.]+\s)*?(?P<before>[A-Z][\w.]*))\s(?P<open>\((?P<name>[A-Z][a-z]+)\))(?=\s[A-Z][a-z])")


def entry_named(name: str, said: str, span: Span) -> Entry:
    """The entry for somebody whose name is known, with what is said beside it."""
    entry = with_brackets(said, named_by(name, span))
    bare = " ".join(BRACKET.sub(" ", said).split())
    letters = re.match(r"[\s,]*([A-Z][A-Za-z]{1,3})\b(?!\.)", bare)
    if letters and is_initials(letters[1]) and can_be_initials(letters[1], entry.name):
        entry, bare = replace(entry, initials=entry.initials or letters[1]), bare[letters.end() :]
    for title in re.split(r"\s+[–—-]\s+|\s*[|•]\s*|\s+,\s", without_letters(bare)):
        entry = with_title(entry, re.sub(r"^(?:the|and)\s+|(?:^|\s+)(?:and|&)$", "", title.strip(" ,;:–—-&")))
    return entry


def with_partners(span: Span, entries: list[Entry]) -> list[Entry]:
    """The people, with those who share the family name of the one behind them: "Ann and Ben Hale"."""
    shared = [one for entry in entries for one in (*_partner(span.text, entry), entry)]
    whole = {entry.name.split()[0] for entry in shared if entry not in entries}
    return [entry for entry in shared if entry.name not in whole]


def _partner(text: str, entry: Entry) -> Iterator[Entry]:
    given, _, family = entry.name.partition(" ")
    at = text.find(entry.name)
    if at < 0 or not family or entry.honorific or not is_given_name(given) or text[at + len(entry.name) :][:1].isalnum():
        return
    found = _BEFORE_PARTNER.search(text[max(0, at - _LONGEST_GIVEN) : at])
    if found and is_given_name(found[1]):
        yield Entry(f"{found[1]} {family}", entry.span)


_LONGEST_GIVEN = 40
_BEFORE_PARTNER = re.compile(r"(?:^|[,;:(]\s*|\b[a-z]+\s+)([A-Z][a-z]+)\s+(?:and|&)\s+$")


def read_group(span: Span) -> list[Entry]:
    """Several people behind what they have in common: "Some Council – A Name (Chair), B Name"; empty where a line is no such list."""
    gap = _GROUP.search(span.text)
    if gap is None or not gap.start():
        return []
    heading, listed = span.text[: gap.start()].strip(), span.part(gap.end(), len(span.text))
    if looks_like_person(BRACKET.sub("", heading).strip(" ,")) or ranked_name(heading)[1] or "," in heading:
        return []
    pieces = split_people(listed)
    found = [entry for piece in pieces if (entry := read_entry(piece)) is not None]
    if len(found) < 2 or len(found) < len(pieces) or not listed.text.startswith(pieces[0].text):
        return []
    return [replace(entry.of_group(heading), span=span) for entry in found]


def first_names(span: Span) -> list[Entry]:
    """People called by first names alone, several in a line: "Torre, Ben, Ann (chair)"; none where most are no known first names."""
    pieces = split_names(span)
    bare = [BRACKET.sub("", piece.text).strip(" ,;.") for piece in pieces]
    known = sum(is_given_name(name.split()[0]) for name in bare if name)
    alone = [name for name in bare if _FIRST_NAME.fullmatch(name) and not (is_telling(name) or is_post(name))]
    named = all(name in alone or surely_person(name) for name in bare)
    if len(pieces) < 2 or known < 0.6 * len(pieces) or not named or len(alone) < 2:
        return []
    return [named_by(name, piece).with_more(piece.text[len(name) :], piece) for name, piece in zip(bare, pieces, strict=True)]


_FIRST_NAME = re.compile(r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?(?:\s[A-Z](?:-[A-Z])*\.?)?")


def _name_apart(text: str) -> str:
    """The text with a dash where a bracket ends a name: "Mr A Wool [AW] School Business Leader"."""
    bracket = BRACKET.search(text)
    if bracket is None or not looks_like_person(text[: bracket.start()].strip(" ,")):
        return text
    return f"{text[: bracket.end()]} – {text[bracket.end() :].lstrip(' ,–-')}"


def _in_brackets(span: Span, bare: str, text: str) -> Entry | None:
    """An entry that is a post with its holder in brackets: "the Head of Planning (Ann Hale)"."""
    names = [bracket for found in BRACKET.finditer(text) if surely_person(bracket := without_post_nominals(found[1]))]
    post = re.sub(r"^(?:(?:and|also|plus|(?:together\s+|along\s+)?with)\s+)*the\s+", "", bare, flags=re.IGNORECASE).strip(" .")
    if len(names) != 1 or not (is_post(post) or meeting_role(post)):
        return None
    return with_title(named_by(names[0], span), post)


def _name_at(pieces: list[str]) -> int | None:
    """Which piece is the name: the first, if it can be one; else the last that surely is."""
    if sent := OF_PLACE.match(pieces[0]):
        pieces[0] = sent["name"]
    if looks_like_person(pieces[0]):
        return 0
    for at in range(len(pieces) - 1, -1, -1):
        if surely_person(pieces[at]) or ranked_name(pieces[at])[1]:
            return at
    return None


def _titles(bare: str, pieces: list[str], at: int) -> list[str]:
    """What the entry says beside the name; commas inside a title stay in it, letters behind the name are none."""
    if at == 0:
        rest = without_letters(bare[bare.find(pieces[0]) + len(pieces[0]) :])
        chunks = re.split(r"\s+[–—-]\s+|\t+|\s*\|\s*|^[,:\s–—-]+", rest)
        return [chunk.strip(" ,;:–—-") for chunk in chunks if chunk and chunk.strip(" ,;:–—-.")]
    named = at == 1 and re.fullmatch(r"[A-Z][\w&-]+", pieces[0]) and f"{pieces[0]}:" in bare  # "Quillsoft: Ann Hale"
    return [
        title
        for title in (", ".join(pieces[:at]), *pieces[at + 1 :])
        if _says_something(title) or (named and title == pieces[0])
    ]


def _says_something(text: str) -> bool:
    title = read_title(text)
    return bool(title.role or title.post or title.office) or is_organisation(text)


def _glued(span: Span, text: str, pieces: list[str]) -> Entry | None:
    """An entry whose name runs into its title without a mark: "Ann Hale Chief Officer, Some Trust"."""
    tokens = pieces[0].split()
    begun = len(split_honorific(pieces[0])[0].split())
    inner = tokens[begun + 1] if len(tokens) > begun + 1 else ""
    # "J Hale": one word is the family name
    spelt = len(tokens) > begun and not re.fullmatch(r"(?:[A-Z]\.?){1,3}", tokens[begun])
    second = spelt and is_given_name(inner) and fold(inner) not in words("graph", "common_surnames")
    longer = second or len(inner.strip(".")) == 1 or inner.lower() in words("graph", "name_particles")
    for size in (begun + 3, begun + 2) if longer else (begun + 2, begun + 3):
        head, rest = " ".join(tokens[:size]), " ".join(tokens[size:])
        if rest and surely_person(head) and (not is_given_name(rest.split()[0]) or (not spelt and names_organisation(rest))):
            return entry_named(head, text[text.find(head) + len(head) :], span)
    return None

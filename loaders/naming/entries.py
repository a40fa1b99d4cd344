"""Entries of lists of people: the name, what stands in brackets, and what is said after a comma, a dash or in the next line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sederunt.graph.lexicon import words
from sederunt.graph.names import (
    fold,
    initials,
    is_given_name,
    is_initials,
    office_held,
    parse_person,
    plain,
    split_honorific,
    without_post_nominals,
)
from sederunt.loaders.document import Span
from sederunt.loaders.naming.people import (
    BRACKET,
    FIRM,
    is_telling,
    looks_like_person,
    names_another,
    ranked_name,
    surely_person,
    without_letters,
)
from sederunt.loaders.naming.remarks import INSTEAD, PART, STAND_IN, Remark, read_remark, read_status
from sederunt.loaders.naming.roles import OFFICERS, meeting_role
from sederunt.loaders.naming.runs import CROWD, OF_PLACE, TIER, shared_post, split_names, split_people
from sederunt.loaders.naming.seats import counts_seats, is_vacant, split_counted
from sederunt.loaders.naming.titles import in_one_language, read_title
from sederunt.loaders.naming.wording import ends_in_post_word, is_generic, is_organisation, is_post, names_organisation

_SEPARATOR = re.compile(r"\s+[–—-]\s+|\s*[–—]\s*|\t+|:\s+|,\s+(?!(?:Inc|LLC|Ltd|Limited|plc|GmbH|Corp)\b)|\s+-(?=\S)|\s*\|\s*")
_LIST_MARK = re.compile(r"^(?:[-–—•·*▪●o]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)")
_BOX = re.compile(r"^(?:[-–—•·*]\s+)?(?:\\?\[\s?[xX✓✔]?\s?\\?\]|[☐☑☒✅❌⬜])\s*")
_TICKED = re.compile(r"[xX✓✔☑☒✅]")
_GROUP = re.compile(r"\s*[–—]\s*|\s+-\s+|\s*:\s+|\t+")
_IN_BRACKET = re.compile(
    r"\s*;\s*|(?<=[^\W\d])/(?=[^\W\d])|\s+/\s+|,\s+(?=(?:vice|deputy)?[\s-]*(?:chair|clerk|minutes)|(?:until|from|for|via|by)\b)"
)


_ARTICLE = re.compile(r"^(?:(?:Role|Post|Position|(?:Job )?[Tt]itle)\s*:\s*)?(?:[Tt]he\s+(?=[A-Z]))?")
_SENT_BY = re.compile(r"\b(?:representatives?|nominees?|delegates?)\s+(?:of|from|for)\b", re.IGNORECASE)


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
    """``present``, ``apologies`` or ``absent`` where the entry itself says so; empty where its heading does."""
    sender: str = ""
    """Whom somebody comes from, where the head of a column says that it tells this."""
    instead: str = ""
    """Who came in their place, with what is said of these."""

    def with_more(self, text: str, span: Span) -> "Entry":
        """This entry with another line that was printed below it."""
        more = _brackets(text, replace(self, span=span))
        rest = BRACKET.sub(" ", text).strip(" ,;–-")
        return more if not rest else _add_title(more, " ".join(rest.split()))

    def of_group(self, heading: str) -> "Entry":
        """This entry with what is printed in front of a group of people: whom they come from, or the post of the only one."""
        if role := meeting_role(heading):
            return replace(self, role=self.role or role, role_text=self.role_text or heading)
        heading = _ARTICLE.sub("", _LIST_MARK.sub("", shared_post(heading) or heading))
        if (counts_seats(heading, told=False) or split_counted(heading)[1] > 1) and not _SENT_BY.search(heading):
            return self  # a class of members, with how many there are of them
        posts = [title for title in self.titles if is_post(title) and not is_organisation(title)]
        if len(posts) == 1 and len(self.titles) == 1 and is_organisation(heading):
            return replace(self, titles=(f"{posts[0]}, {heading}",))
        return replace(self, titles=(*self.titles, heading)) if is_post(heading) or is_organisation(heading) else self


def read_entry(span: Span) -> Entry | None:
    """The person that a list entry names, or None where it names none.

    The name may come first ("A Name (Chair), Headteacher, Some School") or last ("Some School – A Name").
    """
    if box := _BOX.match(span.text):
        ticked = read_entry(span.part(box.end(), len(span.text)))
        return replace(ticked, span=span, status="present" if _TICKED.search(box[0]) else "absent") if ticked else None
    text = _called(CROWD.sub("", TIER.sub("", _LIST_MARK.sub("", plain(span.text)))))
    bare = " ".join(BRACKET.sub(" ", _name_apart(text)).split()).strip(" ,;–")
    pieces = [piece.strip(" ,;.") for piece in _SEPARATOR.split(bare) if piece.strip(" ,;.")]
    if not pieces or is_vacant(pieces[0]) or FIRM.search(bare):
        return None
    at = _name_at(pieces)
    if (
        at is None
        and is_given_name(pieces[0])
        and any(_fits(found[1], pieces[0]) for found in BRACKET.finditer(text) if is_initials(found[1]))
    ):
        at = 0  # "Ann (AH) – Chair": a first name with the initials of the whole
    if at is None:
        return _in_brackets(span, bare, text) or _glued(span, text, pieces)
    entry = _brackets(text, _named(pieces[at], span))
    if sent := OF_PLACE.match(bare):
        return _add_title(entry, sent["place"])
    for title in _titles(bare, pieces, at):
        entry = _add_title(entry, title)
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
    entry = _brackets(said, _named(name, span))
    bare = " ".join(BRACKET.sub(" ", said).split())
    letters = re.match(r"[\s,]*([A-Z][A-Za-z]{1,3})\b(?!\.)", bare)
    if letters and is_initials(letters[1]) and _fits(letters[1], entry.name):
        entry, bare = replace(entry, initials=entry.initials or letters[1]), bare[letters.end() :]
    for title in re.split(r"\s+[–—-]\s+|\s*[|•]\s*|\s+,\s", without_letters(bare)):
        entry = _add_title(entry, re.sub(r"^(?:the|and)\s+|(?:^|\s+)(?:and|&)$", "", title.strip(" ,;:–—-&")))
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
    return [_named(name, piece).with_more(piece.text[len(name) :], piece) for name, piece in zip(bare, pieces, strict=True)]


_FIRST_NAME = re.compile(r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?(?:\s[A-Z](?:-[A-Z])*\.?)?")


def _named(text: str, span: Span) -> Entry:
    """The bare entry for a name, its honorific or rank apart; a rank is a post as well."""
    rank, name = ("", "") if looks_like_person(text) else ranked_name(text)
    if rank:
        own, name = split_honorific(name)
        return _add_title(Entry(without_post_nominals(name), span, honorific=own or rank), re.sub(r"\s*\d+$", "", rank))
    honorific, name = split_honorific(text)
    bare = without_post_nominals(name) or text
    letters = _letters_behind(name)
    entry = Entry(bare.removesuffix(f" {letters}"), span, honorific=honorific, initials=letters)
    office = office_held(honorific)
    return _add_title(entry, office) if office else entry


def _letters_behind(name: str) -> str:
    """The initials that are printed behind a name without a mark ("Ann Hale AH"), or an empty string."""
    *words_, last = name.split()
    own = len(words_) > 1 and not words_[-1].isupper() and is_initials(last) and _fits(last, name)
    return last if own and words_[-1][:1] in last else ""


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
    return _add_title(_named(names[0], span), post)


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


def _brackets(text: str, entry: Entry) -> Entry:
    for found in BRACKET.finditer(text):
        if names_another(found[1]):
            continue
        for piece in _IN_BRACKET.split(found[1]):
            entry = _bracket(piece.strip(), entry)
    tail = re.search(r"[)\]]\s*((?:for|until|from|to)\s+(?:item|part|minute|\d).*)$", text)
    return replace(entry, part=tail[1].strip(" .")) if tail and not entry.part else entry


def _bracket(text: str, entry: Entry) -> Entry:
    if not text:
        return entry
    if role := meeting_role(re.sub(r"^(?:the|and)\s+", "", text)):
        return replace(entry, role=entry.role or role, role_text=entry.role_text or text)
    led = _LETTERS_FIRST.match(text)
    if led and not entry.initials and is_initials(led[1]) and _fits(led[1], entry.name):
        return _bracket(text[led.end() :], replace(entry, initials=led[1]))
    behind = _LETTERS_LAST.search(text)
    if behind and not entry.initials and is_initials(behind[1]) and _fits(behind[1], entry.name):
        return _bracket(text[: behind.start()], replace(entry, initials=behind[1]))
    letters = is_initials(text) and (len(text) == 2 or _fits(text, entry.name))  # "(GOL)" beside Jen Hale is who sent her
    if letters and not is_post(text) and not entry.initials:
        return replace(entry, initials=text)
    return _add_title(entry, text)


_LETTERS_FIRST = re.compile(r"([A-Z][A-Za-z]{1,3})\s*(?:[,:;]|\s[–—-])\s+(?=\S)")
"""Initials in front of a post in a bracket: "Ann Hale (AH, Head of Works)"."""
_LETTERS_LAST = re.compile(r"(?<=\w)\s*(?:[,:;]|\s[–—-])\s*([A-Z][A-Za-z]{1,3})$")
"""Initials behind a post or a part in a bracket: "Ann Hale (Chair, AH)"."""


def _add_title(entry: Entry, title: str) -> Entry:
    """The entry with a title, or with what the title turns out to mean: a part in the meeting, initials, a stand-in."""
    title = _BEHIND_STOP.sub("", title.strip(" ,;:."))
    title = _ARTICLE.sub("", title) if is_post(title) else title
    if " / " in title:
        for piece in in_one_language(title.split(" / ")):
            entry = _add_title(entry, piece)
        return entry
    if not title or _OF_AN_ITEM.match(title):
        return entry
    apart = _APART.split(title, maxsplit=1)
    halves = apart if len(apart) == 2 else _HALVES.split(title)
    if len(halves) == 2 and not meeting_role(title) and (halves == apart or any(map(_is_taken_on, halves))):
        return _add_title(_add_title(entry, halves[0]), halves[1])
    return _remarked(entry, title) or replace(entry, titles=(*entry.titles, title))


_OF_AN_ITEM = re.compile(
    r"(?:Election|Appointment|Nomination|Adoption|Approval|Confirmation|Declarations?)s? of\b", re.IGNORECASE
)
"""How the title of an item begins that stands right behind a list of people."""
_BEHIND_STOP = re.compile(r"(?<=[a-z]{4})\.\s+(?:\d|[A-Z]).*$")
"""What a full stop parts from a title: another sentence, an item."""
_APART = re.compile(
    r"[,;]\s*(?=(?:[Rr]epresented|[Ss]ubstituted|[Rr]eplaced) by\s)"
    r"|,?\s+(?:&|and)\s+(?:the\s+)?(?=(?:(?:Vice|Deputy)[\s-])?Chair(?:man|woman|person)?\s+of\s+[A-Z])"
)
"""Between a title and who came instead, or the chair of a committee that goes with it: "Non-Executive and Chair of Audit & Risk"."""
_HALVES = re.compile(r"\s*/\s*|\s+(?:&|and)\s+")


def _is_taken_on(half: str) -> bool:
    """Whether words are a part in the meeting beside what somebody is: "Parent/Chair", "Harbour Master and minute taker"."""
    role = meeting_role(half)
    return role in OFFICERS or (role == "minutes" and half.lower().endswith("taker"))


def _remarked(entry: Entry, title: str) -> Entry | None:
    """The entry with what a text beside a name says of the meeting, or None where it is a title."""
    if (role := meeting_role(title)) and not entry.role:
        return replace(entry, role=role, role_text=title)
    stood_for = title.removeprefix("for ")
    remark = Remark(STAND_IN, stood_for) if stood_for != title and looks_like_person(stood_for) else read_remark(title)
    if remark is not None and remark.kind == STAND_IN:
        return replace(entry, role="deputy", role_text=title, standing_for=remark.who)
    if remark is not None and remark.kind == INSTEAD:
        return replace(entry, instead=remark.who)
    if remark is not None:
        return replace(entry, part=entry.part or title) if remark.kind == PART else entry
    status, rest = read_status(title)
    if status:
        return replace(entry, status=status, part=entry.part or rest)
    own = is_initials(title) and not entry.initials and len(title) <= 4 and _fits(title, entry.name)
    return replace(entry, initials=title) if own else None


def _fits(letters: str, name: str) -> bool:
    """Whether initials can be of a name: they begin as it does, and three or more end as its family name begins."""
    parsed = parse_person(name)
    own = name[:1] == letters[:1]
    ends = {form[-1] for form in initials(parsed)}
    return own and (sum(map(str.isupper, letters)) < 3 or not ends or letters.rstrip("abcdefghijklmnopqrstuvwxyz.")[-1] in ends)

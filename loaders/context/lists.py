"""The people of a list, in its order: on lines, in rows, a cell a line, names run on, or names and titles in columns.

Source: lists one person a line, going on in the next; tables of name and post with marks under "Present" and "Apologies"; a name, its
initials and its post each on a line; "Councillors A, B and C"; names and below them as many titles.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, is_given_name, is_initials, split_honorific
from sederunt.loaders.context.broken import whole_runs
from sederunt.loaders.context.list_ends import SENTENCE, ends_list
from sederunt.loaders.context.person_rows import read_row
from sederunt.loaders.document import Block, Shape, Span, joined
from sederunt.loaders.layout.listings import BULLETED
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.entries import entry_named, first_names, read_entry, read_group, with_partners
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.headings import category_of, heads_lines_of_people
from sederunt.loaders.naming.people import (
    BRACKET,
    is_initial_name,
    is_name_word,
    is_telling,
    looks_like_person,
    surely_person,
)
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.roll import read_roll
from sederunt.loaders.naming.runs import (
    MEMBERS_ARE,
    council_before,
    shared_post,
    shared_title,
    split_names,
    split_people,
    split_plural,
)
from sederunt.loaders.naming.seats import counts_seats, is_vacant
from sederunt.loaders.naming.wording import is_generic, is_organisation, is_post, names_organisation
from sederunt.loaders.sentences.said import SENT_BY, office_before, says_who_is_away
from sederunt.loaders.sentences.there import tells_who_came, without_told

_VACANT_SEAT = re.compile(r"[–:-]\s*(?:vacan|to be (?:confirmed|appointed)|tbc\b|tba\b)", re.IGNORECASE)
_BARE_INITIALS = re.compile(r"^[(\[]?([A-Z][A-Za-z]{0,3})[)\]]?$")


def entries(section: Section, shared: str = "") -> Iterator[Entry]:
    """The people listed in a section, in its order; ``shared`` is the title that names in the lists above had."""
    blocks = [piece for block in (*_rest_as_block(section), *section.blocks) for piece in _untold(block)]
    if section.number:  # under a numbered item stand sentences too
        blocks = [block for block in blocks if _is_list(block)]
    blocks = [block for block in blocks if section.category in _AWAY or not says_who_is_away(block.text)]
    if section.category == "chair":
        blocks = blocks[:1]
    elif section.category == "clerk" and blocks and (alone := _told_alone(blocks[0].span)):
        blocks = [replace(blocks[0], cells=(alone,))]
    if paired := _names_then_titles(blocks):
        yield from paired
    elif _initials_on_lines(blocks):
        yield from _cell_per_line(blocks)
    elif heads_lines_of_people(section.title):
        for block in blocks:
            row = _row_run_together(block.span) if block.kind is Shape.LINE else None
            yield from [row] if row else _line_by_line([block], section.columns, "")
    else:
        post = shared_post(section.title) if section.rest else ""
        for entry in _line_by_line(blocks, section.columns, shared_by(section) or (shared if _family_names(blocks) else "")):
            yield entry.of_group(post) if post and not (entry.titles or entry.role) else entry


def _told_alone(span: Span) -> Span | None:
    """Who is named in a first sentence of no more than that: "Minute taker: Ann Hale (AH). Mr Moss spoke."; None where nobody is."""
    first = span.sentences()[0] if span else span
    named = first.text.endswith(".") and names_people(first.part(0, len(first.text) - 1)) == 1
    return first if named else None


def _untold(block: Block) -> Iterator[Block]:
    """The block without the sentences in it that tell who came."""
    if block.kind is Shape.ROW or not tells_who_came(block.text):
        yield block
    else:
        yield from (replace(block, cells=(piece,)) for piece in without_told(block.span))


def shared_by(section: Section) -> str:
    """The title that a section gives to the family names in it: "Councillors who attended:", "Present: Councillors A, B and C"."""
    first = section.spans[0].text if section.spans else ""
    printed = [*section.title.split(), *first.split()[:1]]
    return next((title for word in printed if (title := shared_title(word.strip(":")))), "")


def _family_names(blocks: list[Block]) -> bool:
    """Whether a list is of family names alone: "Hale, Moss and B Quill"."""
    pieces = split_names(blocks[0].span) if len(blocks) == 1 and len(blocks[0].text) < _SHORT else []
    return len(pieces) > 1 and all(_FAMILY.fullmatch(piece.text) and not is_telling(piece.text.split()[-1]) for piece in pieces)


_FAMILY = re.compile(r"(?:[A-Z]\.?\s)?[A-Z][a-z’'-]+(?:[A-Z][a-z’'-]+)?(?:\s*\([^()]*\))?")
_SHORT = 400
"""A list of family names has no more characters."""


def _is_list(block: Block) -> bool:
    text = block.text if block.lines else block.text.rstrip(".")
    if not SENTENCE.search(text):
        return True
    listed = len(read_roll(block.span))
    return listed > 2 and (text.count(", ") > 2 or listed == len(split_names(block.span)))


def _line_by_line(blocks: list[Block], columns: tuple[str, ...], shared: str) -> Iterator[Entry]:
    """Entries on lines or in rows; a line that names nobody says more about the one before it."""
    current: Entry | None = None
    group = ""
    listed = whole_runs(list(takewhile(lambda block: not ends_list(block), _from_first(blocks))))
    for at, block in enumerate(listed):
        following = listed[at + 1] if at + 1 < len(listed) else None
        if _VACANT_SEAT.search(block.text) or shared_title(block.text) or _heads_group(block, following, below=current):
            shared = shared_title(block.text)
            group = _sender(block.text) or _authority(block, following)
            yield from filter(None, (current,))
            current = None
            continue
        if shared and "," in block.text and not split_plural(block.span)[0]:
            yield from _councillors(block.span, shared)
            shared = ""
            continue
        found = _row(block, columns) if block.kind is Shape.ROW else _line(block.span)
        if not found and current is not None and block.kind is Shape.LINE and _continues(block):
            told = _marked(block) and BULLETED.match(current.span.text) and (current.titles or current.role)
            if not told and not counts_seats(block.text, told=bool(current.titles or current.role)):
                current = _longer(current, block.span)
            continue
        yield from filter(None, (current,))
        found = [entry.of_group(sender) for entry in found] if (sender := _sender(block.text.rstrip(":")) or group) else found
        # a row is whole, and names run on in a line leave nothing to say below
        last = replace(found.pop(), span=block.span) if len(found) == 1 and block.kind is Shape.LINE else None
        yield from found
        current = last
    if current is not None:
        yield current


def _from_first(blocks: list[Block]) -> list[Block]:
    """The blocks without a note between the heading and the list below it."""
    noted = len(blocks) > 2 and ends_list(blocks[0]) and not names_people(blocks[0].span)
    return blocks[1:] if noted and blocks[1].gap and all(names_people(block.span) for block in blocks[1:3]) else blocks


def _heads_group(block: Block, following: Block | None, *, below: Entry | None) -> bool:
    """Whether a line that names nobody heads a group: an organisation, or a line ``below`` people, apart from them and not from the next."""
    apart = following is not None and block.gap and not following.gap and below is not None
    if following is None or block.kind is not Shape.LINE or not (apart or _sender(block.text) or _authority(block, following)):
        return False
    over = bool(_line(following.span)) or category_of(following.text) in _AWAY
    return not _line(block.span) and over


_AWAY = ("apologies", "absent")


def _sender(text: str) -> str:
    """The organisation that a line names with a colon over people or before them: "Some Harbour Authority: Ann Hale"."""
    named, colon, people = text.partition(":")
    sure = not people or (names_organisation(named) and not is_post(named))
    return named if colon and sure and is_organisation(named) and not is_generic(named) else ""


def _authority(block: Block, following: Block | None) -> str:
    """The organisation that a line of its own, apart from those above and not from those below, names over whom it sent."""
    over = block.kind is Shape.LINE and following is not None and not following.gap
    over = over and (block.gap or (_marked(following) and not _marked(block)))
    return block.text if over and names_organisation(block.text) and not is_generic(block.text) else ""


def _marked(block: Block | None) -> bool:
    """Whether a line is one of a list with marks."""
    return block is not None and BULLETED.match(block.span.text) is not None


def _rest_as_block(section: Section) -> list[Block]:
    return [Block(Shape.LINE, (), (section.rest,))] if section.rest else []


def _continues(block: Block) -> bool:
    return len(block.text.split()) <= 14 and block.text[-1] not in ".:" and not category_of(block.text)


def _longer(entry: Entry, span: Span) -> Entry:
    more = entry.with_more(span.text, joined([entry.span, span]))
    return replace(more, span=joined([entry.span, span]))


def _row(block: Block, columns: tuple[str, ...]) -> list[Entry]:
    """The one whom a row names in a cell; else whoever stands in its cells."""
    if len(parts := [] if columns else _people_across(block)) > 1:
        return [entry for part in parts if (entry := read_row(part, ())) is not None]
    if (entry := read_row(block, columns)) is not None:
        return [entry]
    return [listed for cell in block.cells if cell for listed in _line(cell)]


def _people_across(block: Block) -> list[Block]:
    """The cells of a row of people cut before each of them: "Mr A Hale | Chair | Mrs B Moss | Treasurer"; others are parts of their rows."""
    filled = [cell for cell in block.cells if cell]
    named = [surely_person(_bare(cell.text)) or is_initial_name(cell.text) for cell in filled]
    told = all(name or _is_bare_title(cell.text) for name, cell in zip(named, filled, strict=True))
    starts = [at for at, name in enumerate(named) if name]
    if not told or not starts or starts[0]:
        return []
    return [replace(block, cells=tuple(filled[start:end])) for start, end in pairwise([*starts, len(filled)])]


def _bare(text: str) -> str:
    return BRACKET.sub("", text).strip(" ,;.")


def _line(span: Span) -> list[Entry]:
    """The people of a line: read by its marks, or as a roll where that finds more of them; an office before the first is that person's."""
    if span.text.startswith(("The ", "the ")) and (office := office_before(span.text)):
        named = _line(span.part(len(office), len(span.text)))
        return [*(entry.with_more(office[4:].strip(" ,"), span) for entry in named[:1]), *named[1:]]
    if lead := MEMBERS_ARE.match(span.text):
        return _line(span.part(lead.end(), len(span.text)))
    if sent := SENT_BY.search(span.text):
        away = _line(span.part(sent.end(), len(span.text)))
        here = _line(span.part(0, sent.start())) if away and sent.start() else []
        return [*here, *(replace(entry, status="apologies") for entry in away)]
    marked, roll = _by_marks(span), read_roll(span)
    plurals = pairs("loaders", "plural_titles")
    shared = any(word in plurals for entry in marked for word in entry.honorific.lower().replace(".", "").split())
    return [_in_office(entry, span) for entry in with_partners(span, roll if len(roll) > len(marked) or shared else marked)]


def _in_office(entry: Entry, span: Span) -> Entry:
    """The entry with the office that begins its line or its piece: "Chair M. Hale - Ward 3"; elsewhere it may be that of the one before."""
    role = meeting_role(entry.honorific)
    at = span.text.find(f"{entry.honorific} {entry.name}") if role and not entry.role else -1
    first = at == 0 or (at > 0 and span.text[:at].rstrip()[-1:] in (",", ";"))
    return replace(entry, role=role, role_text=entry.honorific) if first else entry


def _by_marks(span: Span) -> list[Entry]:
    """A line: one entry, several with what they have in common before them, or several run on."""
    honorific, listed = split_plural(span)
    if honorific:
        council = council_before(span.text)
        return [entry.of_group(council) if council else entry for entry in _councillors(listed, honorific)]
    if called := first_names(span):
        return called
    if grouped := read_group(span):
        return grouped
    pieces = split_people(span)
    if len(pieces) > 1:
        return [entry for piece in pieces if (entry := read_entry(piece)) is not None]
    entry = read_entry(span)
    return [entry] if entry is not None and not is_vacant(span.text) else []


def _councillors(span: Span, honorific: str) -> Iterator[Entry]:
    """People who share a title in the plural; a family name alone will do."""
    for piece in split_names(span):
        bare = _bare(re.sub(rf"^(?:and\s+)?{honorific}s?\s+", "", piece.text))
        own, name = split_honorific(bare)
        if not (1 <= len(name.split()) <= 4 and name[0].isupper() and all(map(is_name_word, name.split()))):
            continue
        entry = read_entry(piece)
        yield _titled(entry or Entry(name, piece, honorific=own).with_more(piece.text[len(bare) :], piece), honorific)


def _titled(entry: Entry, honorific: str) -> Entry:
    return replace(entry, honorific=entry.honorific or honorific)


def _row_run_together(span: Span) -> Entry | None:
    """The person of a row of name and sender whose marks were lost: "Ann Hale Natural England"; None where it is no such row."""
    honorific, bare = split_honorific(span.text)
    tokens = bare.split()
    at = next((at for at, token in enumerate(tokens) if len(token.strip(".")) > 1), 0) or 1
    while at < len(tokens) - 1 and fold(tokens[at]) in words("graph", "name_particles"):
        at += 1
    head, rest = " ".join(filter(None, (honorific, *tokens[: at + 1]))), tokens[at + 1 :]
    if not rest or not looks_like_person(head) or (len(rest) == 1 and not is_telling(rest[0]) and looks_like_person(span.text)):
        return None
    return entry_named(head, span.text[len(head) :], span) if span.text.startswith(head) else None


def _initials_on_lines(blocks: list[Block]) -> bool:
    """Whether people's initials stand on lines of their own; the letters of a post ("GP") may stand there again and again."""
    letters = [block.text.strip("()[] ") for block in blocks if _is_mark(block)]
    return len([mark for mark in letters if len(mark) > 1 and not (letters.count(mark) > 1 and is_post(mark))]) >= 2


def _names_then_titles(blocks: list[Block]) -> list[Entry]:
    """A block of names, then a block of as many titles in the same order: two columns that were dumped one after the other."""
    people = [looks_like_person(_bare(block.text)) for block in blocks]
    count = next((at for at, person in enumerate(people) if not person), len(people))
    titles = blocks[count : 2 * count]
    if count < 2 and not (count == 1 and len(blocks) == 2):
        return []
    apart = count > 1 and len(blocks) == 2 * count and all(block.gap for block in blocks[1:])  # a blank line behind each
    if len(titles) < count or any(people[count : 2 * count]) or not titles[0].gap:
        return []
    bare = apart and all(_is_bare_title(title.text) for title in titles)
    if any(block.gap for block in titles[1:]) and not bare:
        return []
    if not _is_bare_title(titles[0].text) or any(block.kind is Shape.ROW or ends_list(block) for block in titles):
        return []
    if any(len(read_roll(block.span)) > 1 for block in titles):
        return []
    named = [read_entry(block.span) for block in blocks[:count]]
    return [entry.with_more(title.text, entry.span) for entry, title in zip(named, titles, strict=True) if entry is not None]


def _is_bare_title(text: str) -> bool:
    """Whether a line is a post, or a part in the meeting, and no more: "Shire President", "Member"."""
    return not split_honorific(text)[0] and (is_post(text) or bool(meeting_role(text)) or fold(text) == "member")


def _cell_per_line(blocks: list[Block]) -> Iterator[Entry]:
    """A name, its initials and its post or organisation each on a line, in any order in which the name comes before the initials."""
    is_mark = [_is_mark(block) for block in blocks]
    starts = sorted({_start_of(blocks, is_mark, at) for at, mark in enumerate(is_mark) if mark} - {-1})
    for start, end in pairwise([*starts, len(blocks)]):
        span = blocks[start].span
        entry = read_entry(span) or _first_name(span)
        if entry is None:
            continue
        for block in blocks[start + 1 : end]:
            if ends_list(block):
                break
            own = block.text.strip("()[] ") if _is_mark(block) and not entry.initials else ""
            longer = replace(entry, initials=own, span=joined([entry.span, block.span]))
            entry = longer if len(own) > 1 else _longer(entry, block.span)
        yield entry


def _is_mark(block: Block) -> bool:
    bare = block.text.strip("()[] ")
    return bool(_BARE_INITIALS.match(block.text)) and (is_initials(bare) or len(bare) == 1)


def _start_of(blocks: list[Block], is_mark: list[bool], mark: int) -> int:
    """The line of the name whose initials stand on a line: up to three lines before it; -1 where none is."""
    above = list(takewhile(lambda at: at >= 0 and not is_mark[at], range(mark - 1, mark - 4, -1)))
    letter = blocks[mark].text.strip("()[] ")[:1]
    fitting = [at for at in above if looks_like_person(_bare(blocks[at].text)) and letter in _firsts(blocks[at])]
    first = [at for at in above[-1:] if _first_name(blocks[at].span) and blocks[at].text[0] == letter]
    return next(iter((*fitting, *first, *above)), -1)


def _firsts(block: Block) -> str:
    """The letters with which somebody's initials may begin: that of the title ("Fr"), that of the given name."""
    return block.text[:1] + split_honorific(_bare(block.text))[1][:1]


def _first_name(span: Span) -> Entry | None:
    """Somebody known by a first name alone: "Craig ?"."""
    name = span.text.strip(" ?")
    return Entry(name, span) if is_given_name(name) else None

"""A roll: people who run on one after another, each with what is said of them, whatever stands between.

Source: texts of tables and columns whose marks were lost ("Dr A Name Senate Assessor, Ms B Name Co-opted Member"), lists without
any mark ("Members: A Name B Name C Name"), family names that share a title ("Councillors Name, Name and Name"), posts with their
holders in brackets ("Director of Finance (A Name), Director of Housing (B Name)").

Every run of words that can be a name is weighed by its words and by what stands before and behind it; the names of most weight that
do not overlap are taken, and what stands between them is said of the one before, or of the one behind where titles come first.
"""

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from sederunt.graph.lexicon import words
from sederunt.graph.names import (
    are_post_nominals,
    folded_words,
    is_given_name,
    is_initials,
    is_office,
    spaced_initials,
    split_honorific,
)
from sederunt.loaders.document import Span
from sederunt.loaders.naming.entries import entry_named
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.people import can_be_surname, is_name_word, is_telling, looks_like_person
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.roll_tokens import Mark, Token, ends_piece, is_sender, senders_of, shared_titles, tokens_of
from sederunt.loaders.naming.wording import is_acronym, is_body, is_generic, is_post, names_organisation

_LONGEST = 8
"""So many words a name has at most, its honorifics among them."""
_LEAST = 2.0
"""A weight under which a run of words is no name."""
_SAID = 14
"""What has more words than this is not said of one person."""
_MOST = 40_000
"""No roll has more characters: what has is a damaged paper."""

_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|be|been|that|[Mm]oved|[Ss]econded|[Pp]roposed|[Rr]esolved|RESOLVED)\b"
)


def read_roll(span: Span, shared: str = "") -> list[Entry]:
    """The people of a roll, in its order.

    Args:
        span: the words of the roll.
        shared: the title that each of its names has, such as ``Councillor``; a family name alone is then a name.
    """
    if len(span.text) > _MOST or _SENTENCE.search(span.text):
        return []
    tokens = tokens_of(span.text.rstrip(" ."))
    titles = shared_titles(tokens, shared)
    senders = senders_of(tokens)
    found = _names(tokens, titles)
    if not found:
        return []
    gaps = _gaps(span.text, tokens, found)
    entries: list[Entry] = []
    for (start, end), before, after in zip(found, gaps, gaps[1:], strict=False):
        name = span.text[tokens[start].start : tokens[end - 1].end].strip("()[] ")
        whole = _trimmed(span.part(before.cut, max(after.until, tokens[end - 1].end)))
        said = [span.text[before.cut : before.end], span.text[after.start : after.until]]
        text = " , ".join(part for part in said if len(part.split()) <= _SAID)
        entry = entry_named(name, text, whole)
        shared = "" if is_post(said[0].strip(" ,")) else titles[start]  # "Councillors Hale and Moss, Clerk Ann Vale"
        entry = replace(entry, honorific=entry.honorific or shared or _post_before(tokens, start, end))
        entries.append(entry.of_group(senders[start]) if senders[start] else entry)
    return entries


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two names: up to ``until`` it is said of the one before, from ``cut`` of the one behind."""

    start: int
    until: int
    cut: int
    end: int


def _gaps(text: str, tokens: list[Token], found: list[tuple[int, int]]) -> list[Gap]:
    """The gaps before, between and behind the names."""
    edges = [0, *(edge for start, end in found for edge in (start, end)), len(tokens)]
    between = [tokens[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    ahead = not _worded(between[-1]) and (
        all(is_post(_worded(gap)) for gap in between[:-1]) or _are_titled(tokens, found, between)
    )
    behind = not _worded(between[0]) and all(gap and gap[0].text == "," and is_post(_worded(gap)) for gap in between[1:])
    gaps = []
    for at, gap in enumerate(between):
        begin = tokens[edges[2 * at] - 1].end if at else 0
        finish = tokens[edges[2 * at + 1]].start if at + 1 < len(between) else len(text)
        held = at + 1 < len(between) and tokens[edges[2 * at + 1]].mark is Mark.BRACKET
        gaps.append(
            Gap(begin, *(finish, finish) if behind else _cut(gap, begin, finish, first=not at, whole=held or ahead), finish)
        )
    return gaps


def _are_titled(tokens: list[Token], found: list[tuple[int, int]], between: list[list[Token]]) -> bool:
    """Whether each name has its office or its post right before it: "Supervisor A. Hale Clerk B. Moss"."""
    before = [_worded(gap) if gap and gap[-1].mark is Mark.WORD else "" for gap in between[:-1]]
    held = [is_office(split_honorific(_worded(tokens[start:end]))[0]) for start, end in found]
    return any(before) and all(is_post(post) if post else office for post, office in zip(before, held, strict=True))


_PART = re.compile(r"[(\[](?:in part|part|for (?:part|item)|from item|until item|items? \d)", re.IGNORECASE)
"""What a bracket in front of a name says of whoever is named behind it: "and (in part) Ann Hale"."""


def _worded(gap: list[Token]) -> str:
    return " ".join(token.text for token in gap if token.mark in (Mark.WORD, Mark.BRACKET))


def _cut(gap: list[Token], begin: int, finish: int, *, first: bool, whole: bool) -> tuple[int, int]:
    """Where what is said of the name before ends, and where what is said of the one behind begins.

    A gap is said of the name before it, but for the post that stands right before the next: "A, Mayor B". Where titles come first
    it is said of the one behind.
    """
    if plural := next((at for at, token in enumerate(gap) if token.mark is Mark.PLURAL), None):
        return gap[plural - is_sender(gap, plural - 1)].start, gap[plural].end
    if len(gap) > 1 and gap[-1].mark is Mark.BRACKET and ends_piece(gap[-2]) and _PART.match(gap[-1].text):
        return gap[-1].start, gap[-1].start
    if whole:
        return begin, begin
    last = next((at for at in range(len(gap) - 1, -1, -1) if gap[at].mark is not Mark.WORD), -1)
    behind = " ".join(token.text for token in gap[last + 1 :])
    marked = first or (last >= 0 and gap[last].mark is not Mark.BRACKET)
    if not (marked and (is_post(behind) or meeting_role(behind))):
        return finish, finish
    cut = gap[last].end if last >= 0 else begin
    return cut, cut


def _names(tokens: list[Token], titles: list[str]) -> list[tuple[int, int]]:
    """The names of most weight that do not overlap, as (first token, token behind)."""
    plain = _plain(tokens)
    best, names = [0.0], list[tuple[int, int] | None]([None])
    for end in range(1, len(tokens) + 1):
        top, name = best[end - 1], None
        for start in range(max(0, end - _LONGEST), end):
            weight = _weight(tokens, (start, end), titles[start], plain=plain)
            if weight >= _LEAST and best[start] + weight > top:
                top, name = best[start] + weight, (start, end)
        best.append(top)
        names.append(name)
    found, at = list[tuple[int, int]](), len(tokens)
    while at:
        name = names[at]
        if name:
            found.append(name)
        at = name[0] if name else at - 1
    return found[::-1]


def _plain(tokens: list[Token]) -> bool:
    """Whether a roll is nothing but names: what is of two or three capitalised words between two marks is one then."""
    pieces, words_ = [], list[str]()
    for token in [*tokens, Token(",", 0, 0, Mark.STOP)]:
        if token.mark is Mark.WORD:
            words_.append(token.text)
        elif token.mark is not Mark.BRACKET:
            pieces.append(words_)
            words_ = []
    pieces = [piece for piece in pieces if piece]
    parted = any(token.mark is Mark.STOP and token.text.strip()[:1] in "–—-:|" for token in tokens)
    return len(pieces) > 1 and not parted and all(looks_like_person(" ".join(piece)) for piece in pieces)


def _weight(tokens: list[Token], at: tuple[int, int], shared: str, *, plain: bool) -> float:
    """How surely the tokens from the first to before the second are one name; 0 where they cannot be."""
    start, end = at
    if tokens[start].mark is Mark.BRACKET:
        return _LEAST + 1 if end == start + 1 and start and _holds(tokens, start) else 0.0
    if any(token.mark is not Mark.WORD for token in tokens[start:end]):
        return 0.0
    honorific, name = split_honorific(" ".join(token.text for token in tokens[start:end]))
    parts = spaced_initials(name).split()
    left = tokens[start - 1] if start else None
    right = tokens[end] if end < len(tokens) else None
    alone = ends_piece(left) and (ends_piece(right) or (right is not None and right.mark is Mark.BRACKET))
    own_letters = honorific.isupper() and _of_name_before(honorific, tokens[max(0, start - 2) : start])
    if not parts or own_letters or not all(map(is_name_word, parts)) or is_body(name) or _spoilt(parts, honorific, alone=alone):
        return 0.0
    if _initial(parts[0]) and len(parts[0]) > 1 and "." not in parts[0] and not honorific and not ends_piece(left):
        return 0.0  # initials behind a name, with a title behind them
    if len(parts) == 1 and not ends_piece(right) and _goes_on(right):
        return 0.0
    single = (bool(shared) and alone) or bool(_post_before(tokens, start, end))
    own = _own_weight(parts, honorific, first=0.0 if not alone else 1.0 if plain or single else 0.0, single=single)
    if own and len(parts) > 2 and _opens_sender(tokens, end - 1):
        own -= 1.0  # "Ben Moss Fenwick" before "Trust"
    return own + _left_weight(left) + (0.4 if _opens_sender(tokens, end) else _right_weight(right)) if own else 0.0


def _post_before(tokens: list[Token], start: int, end: int) -> str:
    """The post right before a family name alone, in a list of family names by their offices: "Supervisor Hale, Clerk Moss"."""
    if (
        end != start + 1
        or not start
        or tokens[start - 1].mark is not Mark.WORD
        or not (end == len(tokens) or ends_piece(tokens[end]))
    ):
        return ""
    before = list(takewhile(lambda token: token.mark is Mark.WORD, reversed(tokens[max(0, start - 4) : start])))[::-1]
    post = _worded(before)
    listed = len(before) < 4 and is_post(post) and not looks_like_person(f"{post} {tokens[start].text}")
    return post if listed and any(_is_titled_family(tokens, at) for at in range(len(tokens) - 1)) else ""


def _is_titled_family(tokens: list[Token], at: int) -> bool:
    """Whether an office and a family name alone stand between two marks: "Supervisor Hale"."""
    inner = not (at and not ends_piece(tokens[at - 1])) and (at + 2 == len(tokens) or ends_piece(tokens[at + 2]))
    return inner and is_office(tokens[at].text) and tokens[at + 1].mark is Mark.WORD and is_name_word(tokens[at + 1].text)


def _of_name_before(letters: str, name: list[Token]) -> bool:
    """Whether what looks like a title is the initials of the name in front of it: "Peter Sole PS"."""
    return len(letters) > 1 and [token.text[0] for token in name] == list(letters)


def _opens_sender(tokens: list[Token], at: int) -> bool:
    """Whether a name of an organisation begins here: one word before those that any has, "Fenwick Trust"."""
    printed = [token.text for token in takewhile(lambda token: token.mark is Mark.WORD, tokens[at : at + 4])]
    return any(
        is_generic(" ".join(printed[1:size])) and names_organisation(" ".join(printed[:size])) and not is_generic(printed[0])
        for size in range(2, len(printed) + 1)
        if not is_given_name(printed[0])
    )


def _goes_on(right: Token | None) -> bool:
    """Whether the word behind a family name may be the rest of the name."""
    word = right.text if right is not None else ""
    return is_name_word(word) and word[0].isupper() and not _is_no_family(word)


def _is_no_family(word: str) -> bool:
    """Whether a word shows that the name in front of it is whole: it tells of a body or a post, or opens another name."""
    return is_telling(word) or is_post(word) or bool(split_honorific(f"{word} x")[0])


def _holds(tokens: list[Token], at: int) -> bool:
    """Whether a bracket names the holder of the post in front of it."""
    inner = tokens[at].text.strip("()[] ")
    named = looks_like_person(inner) or bool(re.fullmatch(r"(?:[A-Z]\.?\s?){1,3}\s[A-Z][\w’'-]+", inner))
    before = takewhile(
        lambda token: token.mark is Mark.WORD or token.text in ("and", "&"), reversed(tokens[max(0, at - 8) : at])
    )
    return named and is_post(" ".join(reversed([token.text for token in before])))


def _spoilt(parts: list[str], honorific: str, *, alone: bool) -> bool:
    """Whether a word shows that this is no name: one of a job, a body or an organisation, letters of an acronym or of initials."""
    known = bool(honorific) or is_given_name(parts[0]) or _initial(parts[0])
    inner = parts[1:] if known and len(parts) > 1 else parts
    if len(parts) > 1 and parts[-1].isupper() and not parts[0].isupper() and len(parts[-1].strip(".")) > 1:
        return True
    if _initial(parts[-1]) and len(parts) > 1:
        return True
    bad = [part for part in inner if is_telling(part) or is_post(part)]
    own = (alone and len(parts) == 2) or all(map(_initial, parts[:-1]))  # "J. W. Ward" among names that run on
    first = is_given_name(parts[0]) or len(parts[0].strip(".")) == 1
    if honorific and first and not is_office(honorific) and bad == parts[1:] and not is_post(parts[-1]):
        return False  # behind a title and a first name stands the family name: "Mr J Brand"
    return bool(bad) and not (bad == parts[-1:] and known and own and len(parts) > 1 and can_be_surname(bad[0]))


def _initial(word: str) -> bool:
    return bool(re.fullmatch(r"(?:(?:Ll|Rh|Ff|Ch|Th|Ph|Dd|[A-Z])\.?-?){1,3}", word)) and not (
        len(word) > 2 and is_acronym(word)
    )


def _own_weight(parts: list[str], honorific: str, *, first: float, single: bool) -> float:
    """The weight of the words themselves; ``first`` is that of a given name nobody knows, ``single`` allows for a family name alone."""
    if len(parts) == 1:
        short = len(parts[0]) < 3 or are_post_nominals(parts[0])
        return 0.0 if short else 2.5 if honorific else 2.0 if single else 0.0
    first = 2.0 if is_given_name(parts[0]) or _initial(parts[0]) else 1.0 if honorific else first
    if not first:
        return 0.0
    odd = sum(not (_initial(part) or is_given_name(part) or _particle(part)) for part in parts[1:-1])
    after = 1.6 if honorific and _initial(parts[0]) else 1.1  # behind initials stands the family name alone
    return first + (1.5 if honorific else 0.0) + 1.0 - after * odd - 0.2 * (len(parts) > 3)


def _particle(word: str) -> bool:
    return "".join(folded_words(word)) in words("graph", "name_particles")


def _left_weight(left: Token | None) -> float:
    if left is None or left.mark is not Mark.WORD:
        return 0.5
    if left.text.lower() in ("from", "by", "also", "the", "both"):
        return 0.0
    return -2.0 if left.text.islower() else -0.3


def _right_weight(right: Token | None) -> float:
    if right is None or right.mark is not Mark.WORD:
        return 0.5
    word = right.text
    if is_initials(word) or is_given_name(word) or _is_no_family(word):
        return 0.4
    return -0.7 if word[0].isupper() else 0.0


def _trimmed(span: Span) -> Span:
    return span.part(0, len(re.sub(r"(?:[,;.•|–—-]|\s+(?:and|&|a|ac|agus))+\s*$", "", span.text)))

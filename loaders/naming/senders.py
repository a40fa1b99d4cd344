"""Who sent the people of a list, where the words beside their names do not tell it: the list does.

Source: "Ann Hale (Quillsoft)", "Ben Moss (Linden Foundation)", "Cy Vale (Quillsoft)": in a list that prints organisations beside its
names, words of no other kind beside a name are one too.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import are_post_nominals, fold, is_given_name, is_initials
from sederunt.loaders.naming.entry import Entry, can_be_initials
from sederunt.loaders.naming.titles import Title
from sederunt.loaders.naming.wording import is_body, is_generic, names_organisation

_LEAST_KNOWN = 2
"""So many of a list's organisations must be known by their words, or one where others are printed more than once."""
_NAME = re.compile(r"(?!\d+$)[A-Z0-9][\w&.’'+-]*(?:[ /](?:(?:of|and|for|the|&)\s)*[A-Z0-9][\w&.’'+-]*){0,4}")
_LOCAL = frozenset(("cllr", "councillor", "clr", "alderman", "supervisor", "commissioner", "ald", "cyng"))
"""Titles of those beside whose names stands the place that elected them."""


def senders(listed: Iterable[tuple[Entry, tuple[Title, ...]]]) -> frozenset[str]:
    """The words beside the names of a list's people that name organisations only because others beside them do.

    Args:
        listed: the people, each with what the titles beside the name mean.
    """
    known: list[str] = []
    unknown: list[str] = []
    count = 0
    for entry, titles in listed:
        count += 1
        if fold(entry.honorific).rstrip(".") in _LOCAL or any(title.post or title.office for title in titles):
            continue
        for place in (place for title in titles for place in title.places):
            if names_organisation(place) or is_body(place):
                known.append(place)
            elif _can_be_name(place):
                unknown.append(place)
    repeated = len(unknown) - len(set(unknown))
    enough = len(set(known)) >= _LEAST_KNOWN or (known and repeated)
    return frozenset(unknown) if enough and 2 * (len(known) + len(unknown)) >= count else frozenset()


def _can_be_name(place: str) -> bool:
    """Whether words that tell nothing are printed as a name is; a name to be called by, and letters behind a name, are none."""
    first = place.split(maxsplit=1)[0]
    if not _NAME.fullmatch(place) or is_generic(place) or is_given_name(first) or are_post_nominals(place):
        return False
    return not (is_initials(place) and len(place) < 3) and fold(place) not in words("loaders", "common_words")


def elected_for(title: Title, entry: Entry) -> bool:
    """Whether letters beside a councillor that nobody knows are those of a ward or a party: those of a council end as "FDC" does."""
    letters = title.text.strip("() ")
    local = fold(entry.honorific).rstrip(".") in _LOCAL
    known = letters in words("loaders", "organisation_acronyms") or letters.endswith("C")
    return local and _LETTERS.fullmatch(letters) is not None and not known


_LETTERS = re.compile(r"[A-Z]{2,5}")


def without_codes(listed: list[Entry]) -> list[Entry]:
    """The people of a list, without letters behind their names that are a party's, or stand behind several, and no initials of theirs."""
    counts = Counter(entry.initials for entry in listed if entry.initials)
    codes = {letters for letters, count in counts.items() if count > 1 or fold(letters) in pairs("loaders", "parties")}
    return [
        replace(entry, initials="") if entry.initials in codes and not can_be_initials(entry.initials, entry.name) else entry
        for entry in listed
    ]


def shortens(title: Title, titles: Iterable[Title]) -> bool:
    """Whether a title is no more than the letters of the post beside it: "Head of Finance (HoF)"."""
    letters = title.text.strip("() ")
    if len(letters.split()) > 1 or not letters[:1].isupper():
        return False
    return any(_first_letters(letters, other.post) for other in titles if other.post and other is not title)


def _first_letters(letters: str, post: str) -> bool:
    firsts = [word[0] for word in re.findall(r"[A-Za-z]+", post)]
    return letters.lower() in ("".join(firsts).lower(), "".join(first for first in firsts if first.isupper()).lower())

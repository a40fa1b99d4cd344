"""Posts that were run together without a mark, taken apart into as many as there are people: "Chair Head of Finance Town Clerk"."""

import re

from sederunt.graph.lexicon import words
from sederunt.loaders.document import Span
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.wording import ends_in_organisation_word, ends_in_post_word, is_post, is_unit

_WORD = re.compile(r"\([^()]*\)|\S+")
_OPEN = re.compile(r"(?:[,;/(–-]|\b(?:of|for|the|and|to|in|at))$|&$", re.IGNORECASE)
_AREA = re.compile(r"\s(?:of|for|to)\s|,\s")
_NUMERAL = re.compile(r"\s+(?:[IV]+|\d+)$")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_LONGEST = 14
"""So many words a post has at most."""
_DEAREST = 0.4
"""What each post of a run may cost on average."""
_NEVER = 99.0


def split_posts(span: Span, count: int) -> list[Span]:
    """The posts of a run, if it falls into just so many; else nothing."""
    found = [match.span() for match in _WORD.finditer(span.text)]
    if not count <= len(found) <= count * _LONGEST:
        return []
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for end in range(1, len(found) + 1):
        for start in range(max(0, end - _LONGEST), end):
            price = _price(span.text, found, start, end)
            for size in range(1, count + 1):
                before = best.get((start, size - 1))
                if before and price < _NEVER and before[0] + price < best.get((end, size), (_NEVER, 0))[0]:
                    best[end, size] = (before[0] + price, start)
    if best.get((len(found), count), (_NEVER, 0))[0] > _DEAREST * count:
        return []
    cuts, end = list[Span](), len(found)
    for size in range(count, 0, -1):
        start = best[end, size][1]
        cuts.append(span.part(found[start][0], found[end - 1][1]))
        end = start
    return cuts[::-1]


def _price(text: str, found: list[tuple[int, int]], start: int, end: int) -> float:
    """How unlikely it is that the words from the first to before the second are one post."""
    before = text[: found[start][0]].rstrip()
    following = text[found[end][0] :][:1] if end < len(found) else ""
    if not text[found[start][0]].isupper() or _OPEN.search(before) or following == "(":
        return _NEVER
    said = text[found[start][0] : found[end - 1][1]]
    bare = _NUMERAL.sub("", _BRACKET.sub("", said))
    if meeting_role(bare):
        return 0.0
    if _OPEN.search(said) or not is_post(bare):
        return _NEVER
    whole = _is_one(" ".join(bare.split()[-2:]))
    seam = _seam(text[slice(*found[end - 1])], text[slice(*found[end])]) if end < len(found) and not whole else 0.0
    return _opening(bare) + _ending(bare) + seam + 6.0 * (_heads(bare) - 1)


def _opening(bare: str) -> float:
    """What first words cost that no post begins with; many of them are rather the end of the post before."""
    first, *behind = bare.split()
    if _is_qualifier(first) or ends_in_post_word(first):
        return 0.0
    return 2.0 if ends_in_organisation_word(first) or is_unit(first) else 0.5 if len(behind) < 3 else 1.0


def _ending(bare: str) -> float:
    """What it costs that a post ends inside another, or is no more than a word that others end in too."""
    *before, last = bare.split()
    area = bool(before) and bool(_OPEN.search(before[-1]))
    cut = (1.0 if area else 2.0) if _is_qualifier(last) and not _is_one(" ".join([*before[-1:], last])) else 0.0
    short = 0.0 if before else 1.5
    return cut + short + (0.0 if ends_in_post_word(bare) or _AREA.search(bare) else 1.5)


def _seam(last: str, following: str) -> float:
    """What it costs to cut between two words that are a post together: "Company | Secretary"."""
    return 2.0 if _is_one(f"{last} {following}") else 0.0


def _is_one(phrase: str) -> bool:
    """Whether words are a post together, and not by the last of them alone."""
    return " " in phrase and phrase.lower() in words("loaders", "post_words")


def _is_qualifier(word: str) -> bool:
    return word.lower() in words("loaders", "post_qualifiers")


def _heads(bare: str) -> int:
    """How many posts the words name that no "and" joins."""
    parts = bare.split()
    telling = [_is_head(word) for word in parts[:-1]] + [ends_in_post_word(parts[-1])]
    begun = [now and not (before and word != last) for now, before, word, last in _pairs(telling, parts)]
    joined = sum(part in ("&", "and", "/") and before for part, before in zip(parts[1:], telling, strict=False))
    return max(1, sum(begun) - joined)


def _pairs(telling: list[bool], parts: list[str]) -> list[tuple[bool, bool, str, str]]:
    """Each word with the one before it, and whether they tell of a post."""
    return list(zip(telling, [False, *telling[:-1]], parts, ["", *parts[:-1]], strict=True))


def _is_head(word: str) -> bool:
    """Whether a word inside a post names one of its own: "Director" does, and "Chief" and "Professionals" do not."""
    return ends_in_post_word(word) and not word.endswith("s") and not _is_qualifier(word)

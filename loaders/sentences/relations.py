"""What the words between two things say of them: "is accountable to", "took over from", "was elected Chair of", by vocabulary."""

import re
from dataclasses import dataclass

from sederunt.graph.lexicon import pairs, words
from sederunt.loaders.naming.roles import meeting_role

OFFICES = ("chair", "vice-chair", "secretary", "member")
"""The relations of a person to a body that are an office in it."""

_SUCCESSION = ("successor", "replacement", "sub-committee", "sub-group", "subgroup", "subcommittee", "part", "committee")
"""What something may be set up as, by which it is bound to another: "set up in 2016 as the successor to"."""
_COUNTED = re.compile(
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|a number of|the following)\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:(?:sub-?\s?)?(?:groups|committees|panels|forums|boards)|work ?streams|parties|bodies)\s*(?:[:,–—-]|\(|$)",
    re.IGNORECASE,
)
"""How many things stand behind it: "is supported by three sub-groups: the"."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_STALE = re.compile(r"\b(?:former|previous|past|outgoing|retiring|interim)\b")
"""What is said of something that is no more: only something that replaces it has to do with it."""
_ASIDE = re.compile(r"\([^()]*\)|^,\s*(?!which\b|who\b)[^,;.]*,(?=\s)")
_WHEN = re.compile(
    r"\b(?:in|on|from|since)\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:[A-Z][a-z]{2,8}\s+)?(?:19|20)\d\d\b|\b(?:in (?:the )?future|from now on)\b"
)
"""Since when it is so: "was wound up in December 2023 and replaced by", "will in future report to"."""
_PRONOUN = re.compile(r"^.*\b(?:s?he|they)(?=\s)")
_ONCE = ("formerly", "previously")
"""Words that turn a relation round: "known as" and "formerly known as"."""
_AS = re.compile(r"\bas\s+(?:the\s+)?(?:\w+ly\s+)?(?P<role>[a-z-]+(?: [a-z]+)?)\s+(?:of|to)\s+(?:the\s+)?$")
_BEFORE = re.compile(r"(?P<role>[A-Za-z-]+(?:[ -][A-Za-z]+)?)\s+(?:of|to)\s+(?:the\s+)?(?:new\s+)?$")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of two things; ``turned`` where it runs from the second to the first, ``near`` where its first is what stands next to it."""

    name: str
    turned: bool = False
    near: bool = False


def relation(between: str) -> Relation | None:
    """The relation that the words between two things say, or None."""
    stale = _STALE.search(between) is not None
    if re.search(r"[.;?!]", between):
        return None
    counted = _COUNTED.sub(" ", between)
    told = _PRONOUN.sub("", _ASIDE.sub(" ", _WHEN.sub(" ", _STALE.sub(" ", counted))).lower().replace("’", "'"))
    if (role := _AS.search(told)) and not stale:
        office, near = office_of(role["role"]), told.lstrip().startswith("as ")
        if office or role["role"] not in _SUCCESSION:
            return Relation(office, turned=True, near=near) if office else None
        told = told[role.start() :]
    told_all = [word for word in _WORD.findall(told) if word not in words("loaders", "relation_fillers")]
    said = [word for word in told_all if not word.endswith("ly")]
    while said and said[0] in ("and", "as"):
        said.pop(0)
    once = [word for word in told_all if word in _ONCE or not word.endswith("ly")]
    known = pairs("loaders", "relations")
    name = known.get(" ".join(once)) or known.get(" ".join(said)) or _office(said) or _answers(said)
    if not name or (stale and name != "of replaced_by"):
        return None
    near = re.match(r"\s*\((?!\w+\))|\s*(?:,?\s*(?:which|who|whose)\b|\w+ed\s+by\b|\w+ing\b)", told) is not None
    return Relation(name.removeprefix("of "), name.startswith("of "), near)


def _answers(said: list[str]) -> str:
    """Whether something does one thing and reports: "reviews the data and reports to"."""
    last = said[len(said) - said[::-1].index("and") :] if "and" in said else []
    name = (
        pairs("loaders", "relations").get(" ".join(last), "") if last and last[0] in ("reports", "report", "accounts") else ""
    )
    return name if name == "reports_to" and len(said) < 12 else ""


def _office(said: list[str]) -> str:
    """The office in "elected chair of", "appointed as clerk to", held by the first thing in the second."""
    bare = [word for word in said if word not in words("loaders", "appointing_words")]
    if len(bare) < 2 or bare[-1] not in ("of", "to"):
        return ""
    role = office_of(_POSITION.sub("", " ".join(bare[:-1])))
    return f"of {role}" if role else ""


_POSITION = re.compile(r"^to (?:office|position|role|post) of ")
"""What stands before an office: "elected to the position of Chair of"."""


def office_of(text: str) -> str:
    """The office of a body that a word means: ``chair``, ``vice-chair``, ``secretary``, ``member``; else an empty string."""
    role = meeting_role(text)
    role = "secretary" if role == "minutes" else role
    return role if role in OFFICES else "member" if text in ("member", "members") else ""


def office_before(text: str) -> str:
    """The office that stands before a body: "the Chair of the"; else an empty string."""
    found = _BEFORE.search(text)
    if found is None:
        return ""
    return office_of(found["role"].lower()) or office_of(found["role"].lower().split(" ")[-1])

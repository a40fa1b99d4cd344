"""Short forms in running text: first names, initials, "Mrs Moss" — whom minutes mean without naming them in full.

Source: minutes that list people in full once and then write "Ann said", "AH to follow up", "Mick suggested".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, initials, is_given_name, is_initials, parse_person, split_honorific
from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import PROSE, Scene, claim, person
from sederunt.loaders.document import Span
from sederunt.loaders.naming.wording import is_acronym, is_body, is_post, is_unit

STAGE = PROSE

_CAPITALS = re.compile(r"(?<![\w’'&/-])(?<!\w\.)[A-Z][A-Za-z]?[A-Z][a-z]?[A-Z]?(?![\w’'-])")
_GIVEN = re.compile(r"(?<![\w’'-])[A-ZÀ-ÞĀ-Ž][a-zß-ɏ]+(?:-[A-Z][a-z]+)?(?=’s|'s|[^\w’'-]|$)")
_ACTS = re.compile(r"^\s*(?:(?:,|and|&)\s*[A-Z][A-Za-z]{1,3}\s+)*(?:(?:also|then|has|had|was|is)\s+)?(?P<verb>[A-Za-z]+)")
_TOWARDS = re.compile(
    r"\b(?:with|from|by|to|ask|thank(?:ed|s)?|invite[ds]?|for|contact|proposed|seconded|moved|2nd)\s+$", re.IGNORECASE
)
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,4}(?!\s?[A-Z][a-z]|\w)")
_VOTES = re.compile(
    r"\b(?:proposed|proposer|seconded|seconder|second|moved|mover|ayes?|yeas?|noes|nays?|absent|abstain(?:ed|ing)?|abstentions?"
    r"|in favour|for|against)\b[:\s]*(?:by\b[:\s]*)?(?:[A-ZÀ-Þ][\w’'-]+(?:,|,?\s+and|\s*&)\s+)*$",
    re.IGNORECASE,
)
"""What stands before family names alone: "Proposed Hale, seconded Moss", "Ayes: Hale, Moss and Vale"."""


def read(scene: Scene) -> Iterable[Statement]:
    """One naming for each short form that stands for somebody: whom it means is decided by the roster of the paper."""
    if not scene.people:
        return
    told: set[str] = set()
    known = frozenset(form for p in scene.people for form in (*initials(parse_person(p.label)), p.initials))
    told |= _of_bodies(scene) - known
    families = _families(scene)
    for _, sentence in scene.prose():
        for form in (*_initials(sentence, known), *_given_names(sentence, scene), *_family_names(sentence, families)):
            if form not in told:
                told.add(form)
                yield claim(None, person(form, "prose"), span=sentence, confidence=0.85)


def _of_bodies(scene: Scene) -> set[str]:
    """The letters that stand in brackets behind the name of a body or a unit: "the Senior Leadership Team (SLT)"."""
    brackets = ((block.text, found) for block in scene.document.blocks for found in _LETTERS.finditer(block.text))
    found = (
        match for text, short in brackets if (match := _DEFINED.search(text, max(0, short.start() - _LONGEST), short.end()))
    )
    return {match["letters"] for match in found if is_body(match["name"]) or is_unit(match["name"])}


_LETTERS = re.compile(r"\s\([A-Z]{2,5}\)")
_LONGEST = 160
"""So many letters before the short form a name begins at most."""
_DEFINED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:of|and|for|the|&)\s)*[A-Z][\w’'-]+){1,5})\s\((?P<letters>[A-Z]{2,5})\)$"
)


def _initials(sentence: Span, known: frozenset[str]) -> Iterator[str]:
    yield from (match[0] for match in _DOTTED.finditer(sentence.text) if match[0].replace(".", "") in known)
    for match in _CAPITALS.finditer(sentence.text):
        form = match[0]
        if (
            not is_initials(form)
            or (form not in known and (is_post(form) or fold(form) in words("loaders", "common_words")))
            or (form not in known and is_acronym(form) and form in words("loaders", "organisation_acronyms"))
        ):
            continue
        if (form in known and _speaks_of_person(sentence.text, match)) or (
            len(form) <= 3
            and _begins_clause(sentence.text, match.start())
            and _acts(sentence.text, match.end())
            and not sentence.text.startswith(" to be ", match.end())  # "LUC to be engaged" is a firm as well
        ):
            yield form


def _families(scene: Scene) -> re.Pattern[str] | None:
    """The family names of those who were listed, perhaps with initials before them; None where nobody was."""
    names = {parse_person(p.label).family for p in scene.people if p.section in _LISTED}
    spelt = names | {name.title() for name in names if name.isupper()}  # in capitals in the list alone
    known = sorted((re.escape(name) for name in spelt if len(name) > 2), key=len, reverse=True)
    return (
        re.compile(
            rf"(?<![\w’'.&-])(?P<initials>(?:[A-Z]\.\s?){{1,3}}|(?:[A-Z]\s){{1,3}}|[A-Z]{{2}}\s)?(?:{'|'.join(known)})(?![\w’'&-])"
        )
        if known
        else None
    )


_LISTED = frozenset(("present", "apologies", "absent", "members", "told present", "told away"))


def _family_names(sentence: Span, families: re.Pattern[str] | None) -> Iterator[str]:
    """Family names that stand alone where a person does: as who proposes or votes, or as who does something."""
    text = sentence.text
    for match in families.finditer(text) if families else ():
        if re.match(r"\s[A-Z][a-z]", text[match.end() :]) or split_honorific(match[0])[0]:
            continue
        alone = not re.search(r"[A-Z][\w’'.-]*\s$", text[: match.start()])
        if (
            (match["initials"] and alone)
            or _VOTES.search(text[: match.start()])
            or (_begins_clause(text, match.start()) and _acts(text, match.end()))
        ):
            yield match[0]


def _speaks_of_person(text: str, match: re.Match[str]) -> bool:
    """Whether initials stand where a person does: they act, are one of several who do, or something is done with them."""
    joined_on = re.match(r"\s*(?:&|and|,|/)\s*[A-Z]{2,3}\b", text[match.end() :])
    return bool(_acts(text, match.end()) or joined_on or _TOWARDS.search(text[: match.start()]) or match[0] == text.strip())


def _begins_clause(text: str, at: int) -> bool:
    """Whether a word stands where the subject of a clause does; unknown initials are believed nowhere else."""
    return bool(re.search(r"(?:^|[.;:,–-]\s*|\b(?:and|&|meeting|that|which|action)\s+)$", text[:at], re.IGNORECASE))


def _acts(text: str, at: int) -> bool:
    """Whether what follows is a verb of saying or doing: "AH to", "AH will", "AH reported"."""
    match = _ACTS.match(text[at:])
    verb = match["verb"].lower() if match else ""
    return verb in words("loaders", "verbs") or (match is not None and verb == "to" and not text[at:].lstrip().startswith(","))


def _given_names(sentence: Span, scene: Scene) -> Iterator[str]:
    text = sentence.text
    for match in _GIVEN.finditer(text):
        form = match[0]
        if _in_longer_name(text, match):
            continue
        if (
            fold(form) in scene.given_names
            or _is_nickname(form, scene)
            or (
                is_given_name(form)
                and match.start()
                and _TOWARDS.search(text[: match.start()])
                and _ends_phrase(text, match.end())
            )
        ):
            yield form


def _in_longer_name(text: str, match: re.Match[str]) -> bool:
    """Whether the word is part of a name of several words ("Jane Heyes", "Mrs Jane", "Rose Park School")."""
    before, after = text[: match.start()], text[match.end() :]
    follows = re.match(r"[ -](?:[a-z]{2,3} )?[A-Z][A-Za-z’'-]+", after)
    verb = follows is not None and follows[0].strip().lower() in words("loaders", "verbs")
    return bool((follows and not verb) or (re.search(r"[A-Z][\w’'.-]*\.?\s$", before) and not re.search(r"[.:;–-]\s$", before)))


def _is_nickname(form: str, scene: Scene) -> bool:
    return is_given_name(form) and scene.is_first_name(form)


def _ends_phrase(text: str, at: int) -> bool:
    return not re.match(r"\s*[a-z]*\s*(?:School|Street|Road|House|Council)", text[at:])

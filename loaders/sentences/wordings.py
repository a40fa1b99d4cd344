"""How something is said of people: the wordings of a vocabulary file as patterns."""

import re
from dataclasses import dataclass
from functools import cache

from sederunt.graph.lexicon import rows, words


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to say something of people, who are named before or after its telling words."""

    pattern: re.Pattern[str]
    telling: frozenset[str]
    """Words one of which stands in every sentence that it fits."""
    people_first: bool
    category: str
    role: str


_MATTER = r"(?:items?|discussions?|debate|presentations?|meeting|consideration|agenda|minutes?|vote|report|business|part|remainder|duration|whole|first|second|final|last\s+(?:item|part|hour)|start|questions?)\b"
_HOUR = r"(?:\d{1,2}(?:[.:]?\d\d\s?[ap]\.?m|[.:]\d\d|\s?[ap]\.?m)|\d{4}\s?(?:hrs|hours|h\b)|noon\b|midday\b|the\s+(?:start|end|beginning|close)\s+of\s+(?:the\s+)?(?:meeting|item|discussion|presentation)|(?:agenda\s+)?items?\b|minute\b)"
_PART = (
    r"(?P<part>(?:(?:part[ -]?way|half[ -]?way|midway|shortly|immediately)\s+)?(?:at\s+(?:this|that|the)\s+(?:point|stage|juncture)"
    rf"|(?:at|around|about|approximately|from|until|till|just\s+before|just\s+after|before|after)\s+(?:about\s+|around\s+|approximately\s+|approx\.?\s+)?{_HOUR}"
    rf"|(?:during|for|after|before|following|prior\s+to|through|throughout)\s+(?:(?:the|this|that|his|her|their|all\s+of|part\s+of|agenda)\s+)*{_MATTER})(?:(?!\s+(?:and|but)\s+(?-i:(?!Items?\b|Minutes?\b)[A-Z]))[^.;,]|\.\d)*)"
)
_SOMEBODY = r"(?P<other>(?-i:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Lady)\.?\s+[^.;,]+?)"
_OPENS = r"(?=(?-i:[A-ZÀ-ÝĀ-Ž]|both\s|the\s|from\s|councillors?\s|cllrs?\b))\S"
_THE_MEETING = r"(?:\s+(?:the|this|today['’]s|tonight['’]s)\s+(?!next|last|previous|following)(?:\w+\s+)?meeting)?"
_END = (
    rf"{_THE_MEETING}(?=\s*(?:[.,;:)(–]|\s-\s|$)|\s+(?:due|owing|because|as|through|on\s+account|and|but|for|today|tonight)\b)"
)
_ALONE = r"(?!\s+for\s+(?!absence|non|not\b|(?:his|her|their)\s+(?:absence|non)|(?:the|this)\s+meeting|personal|health|family|medical))"


@cache
def wordings(name: str) -> tuple[Wording, ...]:
    """The wordings of a vocabulary file; their grammar stands in ``said_of_presence.txt``."""
    return tuple(
        Wording(_pattern(text), _telling(text), text.startswith("LIST "), category, role)
        for text, (category, role, *_) in rows("loaders", name).items()
    )


WORD = re.compile(r"[\w’'-]+")


def _telling(text: str) -> frozenset[str]:
    """The words with which the first part of a wording that cannot be left out may begin."""
    must = re.sub(r"\[[^\]]*\]|LIST|\.\.\.", " ", text).strip()
    choices = must[1 : must.index(")")].split("|") if must.startswith("(") else [must]
    return frozenset(word[0] for choice in choices if (word := WORD.search(choice)))


def _pattern(text: str) -> re.Pattern[str]:
    people = rf"(?P<list>{_OPENS}.*)" if text.endswith("LIST") else rf"(?P<list>{_OPENS}.*?)"
    linking = rf"(?:(?:{'|'.join(sorted(words('loaders', 'linking_words')))}),?\s+){{0,8}}?"
    signs = {
        "LIST": people,
        "OTHER": r"(?P<other>[^.;,]+?)",
        "SOMEBODY": _SOMEBODY,
        "PART": _PART,
        "HOUR": rf"(?:at|@)\s+(?:approximately\s+|about\s+)?{_HOUR}(?:\s?[ap]\.?m\b)?\.?,?",
        " END": _END,
        " ALONE": _ALONE,
        "... ": linking,
        "'": "['’]",
    }
    found = text.removeprefix("LIST ").strip().replace("(", "(?:").replace("[:]", ":?")
    whole = r"(?![\w’-])" if found[-1] in ")]" or found[-1].islower() else ""
    found = re.sub(r" \[([^\]]*)\]", r"(?: (?:\1))?", f" {found}").removeprefix(" ")
    edge = "" if found.startswith("(?: ") else r"(?<![\w’'-])"
    found = re.sub("|".join(map(re.escape, signs)) + "| ", lambda sign: signs.get(sign[0], r"\s+"), found)
    return re.compile(rf"{edge}(?:{found}){whole}", re.IGNORECASE)

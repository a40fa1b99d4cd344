"""Business that a sentence puts before a body on a day, so that the body met then: "will go to the Housing Committee on 3 May".

Source: reports of what others decided or will decide, in minutes and notes.
"""

import re

from sederunt.graph.kinds import BODY
from sederunt.loaders.sentences.phrases import find_names

_PLAIN = r"(?:Board|Committee|Council|Cabinet|Forum|Panel|Senate|Executive|Trustees|Governors)"
_BROUGHT = (
    r"(?:go(?:es|ne|ing)?|went|come|came|report(?:ed|s|ing)?|present(?:ed)?|submitted|taken|brought|put|referred|agreed|approved|considered"
    r"|discussed|adopted|ratified|endorsed|noted|decided|signed off|reviewed|received|recommended|determined|published)"
)
_TAKES = r"(?:consider|discuss|look\s+at|review|receive|be\s+asked|approve|decide|determine|hear|agree|vote|take|sign\s+off|scrutinise|ratify)"
_TO = re.compile(
    rf"\b{_BROUGHT}\b[^.;]{{0,60}}?\s(?:to|by|at|before)\s+(?:the\s+|our\s+|full\s+|a\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:[\w-]+(?:[’']s|s[’'])\s+)?$",
    re.IGNORECASE,
)
_ON = re.compile(r"(?:\s+meeting)?(?:\s+on|\s+of|,|\s*\()\s*(?:the\s+)?$")
_WILL = re.compile(rf"\s+(?:will|is\s+to|are\s+to|is\s+due\s+to)\s+(?:then\s+|also\s+)?{_TAKES}\b[^.;]*\bon\s+(?:the\s+)?$")
_LONE = re.compile(rf"\b[Tt]he\s+(?P<name>{_PLAIN})(?=\s)")


def meets_then(lead: str) -> str:
    """The body of which the words before a date say that it had something before it on that day; empty where they name none."""
    names = [(name.start, name.end) for name in find_names(lead) if name.kind == BODY]
    names += [found.span("name") for found in _LONE.finditer(lead)]
    return next(
        (
            lead[start:end]
            for start, end in reversed(names)
            if _WILL.fullmatch(lead[end:]) or (_ON.fullmatch(lead[end:]) and _TO.search(lead[:start]))
        ),
        "",
    )

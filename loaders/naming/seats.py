"""What a printed title says of the seat: whether it is vacant, how many there are, held for the time being, and of which unit."""

import re

from sederunt.graph.lexicon import pairs

_FOR_NOW = r"(?:acting(?: up)?|interim|temporary|temp|maternity cover)"
_ACTING = re.compile(
    rf"^(?:a/(?=[A-Z])|ag\.\s+|(?:\(?{_FOR_NOW}\)?[.,]?\s+)+)|\s*\({_FOR_NOW}\b[^()]*\)(?=$|\s)|(?:\s+[–—-]|,)\s*{_FOR_NOW}$",
    re.IGNORECASE,
)
_SEATS = re.compile(r"\s*\(?\bx\s*(\d{1,2})\)?$|^(\d{1,2})\s*x\s+", re.IGNORECASE)
_VACANT = re.compile(
    r"^(?:\(?\s*)(?:vacant|vacancy|vacancies|tbc|tba|to be confirmed|to be appointed|post vacant|currently vacant|unfilled|gwag|folúntas)\b",
    re.IGNORECASE,
)
_HEADED_BY = re.compile(r"^.*?\b(?:Director|Head|Manager|Officer|Lead)\s*(?:of|for|,|-|–|:)?\s+(?:the\s+)?(?P<unit>[A-Z].*)$")


def is_vacant(text: str) -> bool:
    """Whether a phrase stands where a holder would and says that there is none."""
    return bool(_VACANT.match(text.strip()))


def counts_seats(text: str, *, told: bool) -> bool:
    """Whether a line of a list is of seats that nobody is named for: "Two head teachers", or, below somebody of whom all is ``told``,
    "A representative of the colleges", "The Head of Planning".
    """
    found = _NUMBER_OF.match(text)
    counted = found is not None and (found["count"].isdecimal() or found["count"].lower() in pairs("loaders", "numbers"))
    return found is not None and (counted or (told and found["count"].lower() in ("a", "an", "one", "the")))


_NUMBER_OF = re.compile(
    r"^(?:[•·▪●○◦*–—-]\s+|\(?[a-z0-9]{1,2}[.)]\s+)?(?:(?:up to|at least|a (?:minimum|maximum) of)\s+)?(?P<count>[a-z]+|\d{1,2})\s+(?:x\s+)?\w",
    re.IGNORECASE,
)


def split_seats(text: str) -> tuple[str, int]:
    """(title, seats): ``"Director of Operations x 2"`` gives two seats."""
    found = _SEATS.search(text)
    if not found:
        return text, 1
    return _SEATS.sub("", text).strip(), int(found[1] or found[2])


def split_counted(text: str) -> tuple[str, int]:
    """(title, seats) of "Officers (3 posts)", "Officer x 2", "3 x Officers" and "Two Officers"."""
    if found := _COUNTED.search(text):
        return _COUNTED.sub("", text), int(found["seats"])
    word, _, rest = text.partition(" ")
    number = pairs("loaders", "numbers").get(word.lower(), "")
    return (rest, int(number)) if number.isdecimal() and rest[:1].isupper() and rest.endswith("s") else split_seats(text)


_COUNTED = re.compile(r"\s*\((?:x\s*)?(?P<seats>\d{1,2})(?:\s*(?:posts?|x|seats?|people|staff))?\)$", re.IGNORECASE)


def split_acting(text: str) -> tuple[str, bool]:
    """(title, whether it is held for the time being): ``"Interim Director"`` gives ``("Director", True)``."""
    undated = _DATED.sub("", text).strip()
    bare = _ACTING.sub("", undated).strip()
    return bare, bare != undated


_DATED = re.compile(
    r"\s*\((?:from|to|until|till|since|w\.?e\.?f\.?|ends?|ended|ending|starts?|started|starting|appointed|joined|left|retired)\s[^()]*\d[^()]*\)(?=$|\s)",
    re.IGNORECASE,
)
"""What says behind a title since when or until when it is held: "(from 2 May 2023)"."""


_REACHED = re.compile(
    r"(?:[\s,;–\ue000-\uefff-]+(?:Tel|Telephone|Phone|Mobile|E-?mail|Fax)\b[.:\s\ue000-\uefff]*)+$", re.IGNORECASE
)


def without_labels(text: str) -> str:
    """A title without labels behind it that say how somebody can be reached: "Clerk to the Council Tel: Email:"."""
    return _MASKED.sub("", _REACHED.sub("", text))


_MASKED = re.compile(r"[\s,;.–-]*[\ue000-\uefff]+$")
"""An address behind a title, hidden as all are."""


_SHARED = re.compile(
    r"\s*\(\s*(?:currently\s+)?job[ -]?shared?\s*\)|(?:\s*[,–—-]\s*|^|(?<=\s))job[ -]?share\b\s*(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)


def without_share(text: str) -> str:
    """A title, or the words of a box, without what says that two share the job: "Planning Manager (job share)"."""
    return _SHARED.sub("", text).strip() or text if "job" in text.lower() else text


def unit_of(title: str) -> str:
    """The unit that a head's title names ("Director of Housing"), or an empty string."""
    found = _HEADED_BY.match(split_acting(split_seats(title)[0])[0])
    return found["unit"].strip() if found else ""

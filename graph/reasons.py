"""What speaks for and against two sightings being of one person: kinds of reasons, each with its weight in log-odds."""

from dataclasses import dataclass

WEIGHTS = {
    "given": 1.6,
    "short form": 1.2,
    "initial": 0.0,
    "no given name": -0.4,
    "other given name": 0.3,
    "slip in given name": -0.8,
    "half of a double name": -1.0,
    "slip in family name": -1.4,
    "turned round": -0.3,
    "second name": 1.2,
    "second initial": 0.9,
    "one has a generation": -1.5,
    "rare name": 1.6,
    "double name": 0.8,
    "former name": 2.0,
    "uncommon name": 0.7,
    "common name": -0.6,
    "very common name": -1.3,
    "letters": 0.3,
    "named whole": 2.5,
    "body": 2.0,
    "organisation": 1.8,
    "unit": 1.0,
    "area": 1.6,
    "state": 1.0,
    "party": 0.4,
    "post": 1.1,
    "plain post": 0.3,
    "plain body": 0.6,
    "place": 1.4,
    "place again": 0.4,
    "acronym": 1.2,
    "role": 0.4,
    "title": 0.2,
    "same meeting": 0.8,
    "nothing shared": -0.4,
    "other place": -1.2,
    "other area": -1.0,
    "other state": -4.0,
    "other party": -1.0,
    "other post": -1.0,
    "elected or employed": -1.0,
    "near in time": 0.3,
    "years apart": -0.4,
    "decades apart": -1.2,
    "a life apart": -2.5,
}
"""By the kind of reason. Fitted on the pairs of ``tests/resolution`` that are not set aside, starting from what resolution is known to need."""

PRIOR = -0.8
"""The log-odds of two names that can be one person's, before anything else is known."""


@dataclass(frozen=True)
class Reason:
    """Something that speaks for or against, in words for people."""

    kind: str
    text: str

    @property
    def weight(self) -> float:
        """In log-odds; a veto and a doubt weigh nothing, they decide."""
        return WEIGHTS.get(self.kind, 0.0)

    @property
    def is_veto(self) -> bool:
        """Whether it forbids that the two are one."""
        return self.kind == VETO

    @property
    def is_doubt(self) -> bool:
        """Whether it forbids to join them without asking."""
        return self.kind == DOUBT


VETO, DOUBT = "veto", "doubt"

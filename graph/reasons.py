"""What speaks for and against two sightings being of one person: kinds of reasons, each with its weight in log-odds."""

from dataclasses import dataclass

WEIGHTS = {
    "given": 0.7,
    "short form": 0.6,
    "initial": 0.5,
    "no given name": 0.5,
    "other given name": 1.3,
    "slip in given name": -2.2,
    "half of a double name": -0.7,
    "slip in family name": -0.2,
    "turned round": -0.3,
    "words of the name": -0.1,
    "second name": 0.8,
    "second initial": 1.3,
    "one has a generation": -2.7,
    "rare name": 2.2,
    "double name": 0.8,
    "former name": 2.0,
    "uncommon name": 1.0,
    "common name": -1.0,
    "very common name": -1.7,
    "letters": 0.9,
    "letters at a meeting": 1.1,
    "named whole": 2.5,
    "body": 1.3,
    "whole name on one body": 0.8,
    "organisation": 0.4,
    "unit": 1.2,
    "area": 1.3,
    "state": 2.0,
    "party": 0.2,
    "post": 0.5,
    "plain post": 0.7,
    "plain body": 0.7,
    "place": 0.8,
    "place again": 0.1,
    "acronym": 0.5,
    "role": 0.9,
    "title": 0.7,
    "same meeting": 0.0,
    "nothing shared": -0.2,
    "other organisation": -1.5,
    "other place": -2.0,
    "other area": -0.1,
    "other state": -4.0,
    "other party": -2.0,
    "other post": -1.2,
    "elected or employed": -1.4,
    "near in time": 0.0,
    "years apart": -1.1,
    "decades apart": -2.1,
    "a life apart": -4.2,
}
"""By the kind of reason. Fitted on the pairs in ``tests/resolution/pairs.csv``; what speaks for one person by its sense is not let fall below nothing,
though among so many namesakes it would."""

PRIOR = 0.0
"""The log-odds of two names that can be one person's, before anything else is known."""


@dataclass(frozen=True, slots=True)
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

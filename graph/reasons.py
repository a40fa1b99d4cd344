"""What speaks for and against two sightings being of one person: kinds of reasons, each with its weight in log-odds."""

from dataclasses import dataclass

WEIGHTS = {
    "given": 0.6,
    "short form": 0.8,
    "initial": 0.5,
    "no given name": 0.7,
    "other given name": 0.7,
    "spelling of given name": 0.1,
    "slip in given name": -2.8,
    "half of a double name": -0.2,
    "slip in family name": -0.1,
    "turned round": -0.4,
    "words of the name": -0.2,
    "second name": 0.5,
    "second initial": 1.4,
    "one has a generation": -2.3,
    "rare name": 2.1,
    "double name": 1.7,
    "former name": 2.0,
    "uncommon name": 0.7,
    "common name": -1.4,
    "very common name": -1.5,
    "letters": 0.7,
    "letters at a meeting": 1.1,
    "named whole": 2.0,
    "body": 1.1,
    "whole name on one body": 1.2,
    "organisation": 0.3,
    "unit": 1.5,
    "area": 1.3,
    "state": 2.0,
    "party": 0.2,
    "post": 0.3,
    "plain post": 0.8,
    "plain body": 0.5,
    "place": 0.7,
    "place again": 0.1,
    "acronym": 0.2,
    "nothing against": 0.5,
    "both elected": 0.2,
    "same kind": 0.5,
    "names differ at one meeting": -1.7,
    "topic": 0.7,
    "topic again": 0.6,
    "other topics": -0.1,
    "from outside": -1.9,
    "role": 0.6,
    "title": 0.7,
    "same meeting": 0.0,
    "nothing shared": 0.0,
    "other organisation": -1.2,
    "other place": -1.7,
    "other area": -0.2,
    "other state": -4.0,
    "other party": -1.8,
    "other post": -1.3,
    "other seat": -0.5,
    "elected or employed": -2.0,
    "near in time": 0.0,
    "years apart": -0.9,
    "decades apart": -1.5,
    "a life apart": -3.4,
}
"""By the kind of reason. Fitted on the pairs in ``tests/resolution/pairs.csv``; what speaks for one person by its sense is not let fall below nothing,
though among so many namesakes it would."""

PRIOR = -0.8
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

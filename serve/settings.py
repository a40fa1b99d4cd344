"""How a graph is served: to whom, and how much of it at once."""

from dataclasses import dataclass, field
from hashlib import sha256

from sederunt.graph.served import Card
from sederunt.graph.store import Limits

LOOPBACK = ("127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is decided before the first request."""

    token: str = ""
    """What whoever asks has to know; empty: nothing."""
    names: frozenset[str] = field(default_factory=frozenset)
    """What the machine may be called by those who ask, besides localhost and any address in figures."""
    rows: int = 10_000
    """How many rows an answer has at most."""
    characters: int = 20_000_000
    """About how long an answer is at most."""
    seconds: float = 60.0
    """How long one query may take: as long as a saved query by its own bound."""
    at_once: int = 4
    """How many answers about something are worked out at once; others wait."""
    of_all: int = 1
    """How many answers about the whole graph are worked out at once, beside those: they take long where it is large."""
    waiting: int = 1_000
    """How many may wait, and a tenth of it for answers about the whole graph; more are sent away."""
    patience: float = 150.0
    """Seconds after which what still runs is given up, and the server with it."""
    card: Card | None = None
    """The secret of who may read the files of the graph, for whom any query is run that only reads."""

    @property
    def limits(self) -> Limits:
        """The limits of an answer."""
        return Limits(rows=self.rows, characters=self.characters, seconds=self.seconds)

    @property
    def total(self) -> float:
        """Seconds after which an answer may begin no further query, so that the last is over before patience is."""
        return min(3 * self.seconds, max(self.seconds, self.patience - 1.5 * self.seconds))

    @property
    def cookie(self) -> str:
        """What a browser keeps that has shown the token: not the token itself."""
        return sha256(f"cookie of {self.token}".encode()).hexdigest()

"""Where answers are worked out: in a few threads, while requests wait in turn and the loop that takes them goes on."""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TypeVar

from anyio import CapacityLimiter, sleep, to_thread
from sederunt.graph.errors import EngineError
from sederunt.graph.store import Store
from sederunt.serve.bounded import Bounded
from sederunt.serve.settings import Settings

T = TypeVar("T")
_LOOK = 1.0
"""Seconds between two looks at what still runs."""


class Busy(EngineError):
    """More wait for an answer than may."""


class Work:
    """The threads that ask the graph."""

    def __init__(self, store: Store, settings: Settings, give_up: Callable[[], None]) -> None:
        self.store = store
        self.settings = settings
        self._give_up = give_up
        self._turns, self._own = CapacityLimiter(settings.at_once), CapacityLimiter(2)
        self._waiting = 0
        self._until: dict[object, float] = {}

    async def done(self, work: Callable[[Store], T]) -> T:
        """What comes of some work on the graph within the limits.

        Raises:
            Busy: too many wait already.
            SederuntError: whatever the work raises.

        """
        if self._waiting >= self.settings.waiting:
            raise Busy("Too many are waiting for an answer: try again a little later.")
        self._waiting += 1
        try:
            # The time of a store begins with it: when its turn has come.
            begun = partial(_begun, work, self.store, self.settings)
            return await to_thread.run_sync(self._noted, begun, self.settings.patience, limiter=self._turns)
        finally:
            self._waiting -= 1

    async def alone(self, work: Callable[[], T], patience: float) -> T:
        """What comes of some work that has its own limits, in threads of its own.

        Args:
            work: what to do.
            patience: seconds that it may take before all is given up.

        """
        return await to_thread.run_sync(self._noted, work, patience, limiter=self._own)

    def _noted(self, work: Callable[[], T], patience: float) -> T:
        mark = object()
        self._until[mark] = monotonic() + patience
        try:
            return work()
        finally:
            del self._until[mark]

    @property
    def is_idle(self) -> bool:
        """Whether nothing is worked out just now."""
        return not self._until

    async def watched(self) -> None:
        """Look from time to time whether something runs that no engine stops, and give up if so.

        Engines look at the time between two rows only, and nobody can end a thread: with it the process has to end.
        """
        while True:
            await sleep(_LOOK)
            if any(until < monotonic() for until in list(self._until.values())):
                self._give_up()


def _begun(work: Callable[[Store], T], store: Store, settings: Settings) -> T:
    return work(Bounded(store, settings.limits))

"""Where answers are worked out: in a few threads, while requests wait in turn and the loop that takes them goes on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


class Lane:
    """Some threads for answers of one sort, and who waits for them."""

    def __init__(self, threads: int, waiting: int) -> None:
        self.turns = CapacityLimiter(threads)
        self._waiting, self._most = 0, waiting

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place among those who wait, or whose turn it is.

        Raises:
            Busy: too many wait already.

        """
        if self._waiting >= self._most:
            raise Busy("Too many are waiting for an answer: try again a little later.")
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1


class Work:
    """The threads that ask the graph."""

    def __init__(self, store: Store, settings: Settings, give_up: Callable[[], None]) -> None:
        self.store = store
        self.settings = settings
        self._give_up = give_up
        self._lane = Lane(settings.at_once, settings.waiting)
        # Whoever asks about something does not wait for those who ask about everything.
        self._wide = Lane(settings.of_all, settings.waiting // 10)
        self._own = CapacityLimiter(2)
        self._until: dict[object, float] = {}

    async def done(self, work: Callable[[Store], T], *, of_all: bool = False) -> T:
        """What comes of some work on the graph within the limits.

        Args:
            work: what to do with the graph.
            of_all: whether it may go through all of the graph.

        Raises:
            Busy: too many wait already.
            SederuntError: whatever the work raises.

        """
        lane = self._wide if of_all else self._lane
        with lane.place():
            # The time of a store begins with it: when its turn has come.
            begun = partial(_begun, work, self.store, self.settings)
            return await to_thread.run_sync(self._noted, begun, self.settings.patience, limiter=lane.turns)

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
    return work(Bounded(store, settings.limits, settings.total))

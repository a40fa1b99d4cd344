"""Deciding on a change while the one before it is being written: the engine works, and this process beside it."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from sederunt.graph.model import Changes
from sederunt.graph.store import Readable, Store, Turn

T = TypeVar("T")
Decision = Callable[[Readable, Changes], tuple[Changes, T]]
"""From a graph, and from changes that may not be in it yet, to what is to be changed and what the caller wants back."""


@dataclass(frozen=True)
class _Written(Generic[T]):
    """A change that is in the graph."""

    told: T
    turn: int
    as_decided: bool
    """Whether it is what was decided on ahead."""


def one_after_another(store: Store, decisions: Iterable[Decision[T]]) -> Iterator[T]:
    """Carry out each decision in a transaction of its own; what it tells is given when it is in the graph.

    What somebody else writes meanwhile is seen: a decision that it came before is made anew.

    Raises:
        EngineError: the engine cannot be reached, or refused; what was told of before is in the graph.

    """
    turn: int = store.change(lambda graph: (Changes(), graph.turn))
    pending, writing = Changes(), None
    with ThreadPoolExecutor(1) as writer:
        for decide in decisions:
            decided = _ahead(store, decide, pending)
            if writing is not None:
                written = writing.result()
                turn = written.turn
                yield written.told
                decided = decided if written.as_decided else None
            if decided is None:
                told, turn = store.change(partial(_in_turn, decide=decide))
                yield told
                pending, writing = Changes(), None
            else:
                pending, writing = decided[0], _start(writer, store, decide, decided, turn)
        if writing is not None:
            yield writing.result().told


def _ahead(store: Store, decide: Decision[T], pending: Changes) -> tuple[Changes, T] | None:
    """A decision, or None where it cannot be made yet: who looks while others write may see half of it, and stumble over that anyhow."""
    try:
        return decide(store, pending)
    except Exception:
        return None  # in its turn it is made, or fails for good


def _in_turn(graph: Turn, decide: Decision[T]) -> tuple[Changes, tuple[T, int]]:
    changes, told = decide(graph, Changes())
    return changes, (told, graph.turn)


def _start(
    writer: ThreadPoolExecutor, store: Store, decide: Decision[T], decided: tuple[Changes, T], turn: int
) -> Future[_Written[T]]:
    return writer.submit(store.change, partial(_settled, decide=decide, decided=decided, turn=turn))


def _settled(graph: Turn, decide: Decision[T], decided: tuple[Changes, T], turn: int) -> tuple[Changes, _Written[T]]:
    """What was decided on, if nobody changed the graph since that turn, or a new decision."""
    as_decided = graph.turn == turn + 1
    changes, told = decided if as_decided else decide(graph, Changes())
    return changes, _Written(told, graph.turn, as_decided)

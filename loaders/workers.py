"""Reading many papers on all cores: in processes of their own, in order, a few ahead of whoever takes them."""

import gc
import os
import pickle
import signal
import traceback
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from sederunt.graph.errors import PaperError
from sederunt.loaders.load import Reading, read_paper

WORTHWHILE, WORTHWHILE_BYTES = 100, 2_000_000
"""For fewer papers, that are not larger together, it takes longer to start the processes than they save."""
_AHEAD, _AHEAD_BYTES = 32, 4_000_000
"""How many heaps of papers each process may be ahead, and how large these may be, so that memory does not grow with their number."""
_HEAP, _HEAP_BYTES = 8, 100_000
"""Papers that are handed to a process, and come back, at one time: a small one takes no longer to read than to hand over."""

Named = tuple[Path, str]


class _Heap(NamedTuple):
    """Papers that are read at one time, and how large their files are."""

    files: Sequence[Named]
    size: int


def read_papers(
    files: Sequence[Named], *, contacts: bool = False, cores: int | None = None
) -> Generator[Reading | PaperError, None, None]:
    """Read files as ``read_paper`` does each (where it is, and its name); what cannot be read is given as its error.

    The readings come in the order of the files and are the same however many processes read.

    Args:
        files: the files, each with its name.
        contacts: keep e-mail addresses and telephone numbers in quotes.
        cores: how many processes read; by default as many as this one may use, if there is enough to read.

    """
    read = partial(_read, contacts=contacts)
    workers = cores or (_cores() if is_worthwhile(files) else 1)
    yield from _side_by_side(read, files, workers) if workers > 1 else map(read, files)


def is_worthwhile(files: Sequence[Named]) -> bool:
    """Whether files are so many, or several of them so large, that they are read sooner in processes of their own."""
    return len(files) >= WORTHWHILE or (len(files) > 1 and sum(size_of(file) for file, _ in files) >= WORTHWHILE_BYTES)


def collect_seldom() -> None:
    """Let the collector of unused circles rest: records form none, and to look through all that are read takes a third of a load."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read(file: Named, *, contacts: bool) -> Reading | PaperError:
    try:
        return read_paper(*file, contacts=contacts)
    except PaperError as error:
        return error
    except Exception as error:
        fault = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__}, {Path(fault.filename).name} line {fault.lineno}"
        return PaperError(
            f"{file[1]}: a fault of Sederunt kept it from being read ({place}); it is left out, please report it."
        )


def _side_by_side(
    read: "partial[Reading | PaperError]", files: Sequence[Named], workers: int
) -> Generator[Reading | PaperError, None, None]:
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)
    heaps, done = deque(_heaps(files)), 0
    waiting = deque[tuple[_Heap, Future[bytes]]]()
    try:
        while heaps or waiting:
            while heaps and _may_go_ahead([heap for heap, _ in waiting], workers):
                heap = heaps.popleft()
                waiting.append((heap, pool.submit(_all, read, heap.files)))
            heap, readings = waiting.popleft()
            found = pickle.loads(readings.result())  # noqa: S301 - from a process of our own
            done += len(heap.files)
            yield from found
    except BrokenProcessPool:  # the system ended a process, most likely for want of memory: go on without
        yield from map(read, files[done:])
    finally:
        pool.shutdown(cancel_futures=True)


def _heaps(files: Iterable[Named]) -> Iterator[_Heap]:
    """Files in their order, a large one by itself and small ones together."""
    some: list[Named] = []
    size = 0
    for file in files:
        own = size_of(file[0])
        if some and (len(some) == _HEAP or size + own > _HEAP_BYTES):
            yield _Heap(some, size)
            some, size = [], 0
        some.append(file)
        size += own
    if some:
        yield _Heap(some, size)


def _may_go_ahead(waiting: Sequence[_Heap], workers: int) -> bool:
    """Whether more may be read while so much is being read or waits; no process is left without work."""
    if len(waiting) <= workers:
        return True
    return len(waiting) < workers * _AHEAD and sum(heap.size for heap in waiting) < workers * _AHEAD_BYTES


def size_of(file: Path) -> int:
    """The bytes of a file; none of one that cannot be looked at, of which whoever reads it says why."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _all(read: "partial[Reading | PaperError]", files: Sequence[Named]) -> bytes:
    # As bytes until it is wanted: as records the readings take seven times the room.
    return pickle.dumps([read(file) for file in files])


def _begin() -> None:
    # Ctrl-C reaches every process of a command; the one that was started by the user ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    """End this process when the one that it reads for is gone, which may have been killed before it could say so."""
    if parent is not None:
        parent.join()
        os._exit(1)

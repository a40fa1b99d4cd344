"""Reading many papers on all cores: in processes of their own, in order, a few ahead of whoever takes them."""

import gc
import os
import signal
import traceback
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from sederunt.graph.errors import PaperError
from sederunt.loaders.load import Reading, read_paper

WORTHWHILE = 100
"""For fewer papers it takes longer to start the processes than they save."""
_AHEAD = 32
"""How many heaps of papers each process may be ahead, so that memory does not grow with their number."""
_HEAP = 8
"""Papers that are handed to a process, and come back, at one time: a small one takes no longer to read than to hand over."""

Named = tuple[Path, str]


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
    workers = cores or (_cores() if len(files) >= WORTHWHILE else 1)
    yield from _side_by_side(read, files, workers) if workers > 1 else map(read, files)


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
    heaps = [files[start : start + _HEAP] for start in range(0, len(files), _HEAP)]
    waiting, done = deque[Future[list[Reading | PaperError]]](), 0
    try:
        while done < len(heaps):
            waiting += [pool.submit(_all, read, heap) for heap in heaps[done + len(waiting) : done + workers * _AHEAD]]
            readings = waiting.popleft().result()
            done += 1
            yield from readings
    except BrokenProcessPool:  # the system ended a process, most likely for want of memory: go on without
        yield from map(read, files[done * _HEAP :])
    finally:
        pool.shutdown(cancel_futures=True)


def _all(read: "partial[Reading | PaperError]", files: Sequence[Named]) -> list[Reading | PaperError]:
    return [read(file) for file in files]


def _begin() -> None:
    # Ctrl-C reaches every process of a command; the one that was started by the user ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()

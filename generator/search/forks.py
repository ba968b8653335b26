"""Do tasks in forked workers, which have all that their parent has without its being sent."""

import gc
import signal
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from generator.errors import BackfileError

_T = TypeVar("_T")


def run_tasks(task: Callable[[int], _T], count: int, jobs: int) -> Iterator[_T]:
    """Yield what `task` returns for 0, 1, 2 … below `count`, in this order.

    With more than one job, each worker does every so-manieth task; what is returned must be such
    as can be pickled, and what a task raises is raised here. Raise BackfileError where a worker
    ends before its time.
    """
    jobs = min(jobs, count)
    if jobs < 2:
        yield from map(task, range(count))
        return
    fork = get_context("fork")
    pipes = [fork.Pipe(duplex=False) for _ in range(jobs)]
    crew = [
        fork.Process(target=_work, args=(task, range(first, count, jobs), theirs), daemon=True)
        for first, (_, theirs) in enumerate(pipes)
    ]
    try:
        for worker, (_, theirs) in zip(crew, pipes, strict=True):
            worker.start()
            theirs.close()
        for number in range(count):
            yield _receive(pipes[number % jobs][0])
    finally:
        for worker in crew:
            if worker.pid:
                worker.terminate()
                worker.join()


def _work(task: Callable[[int], _T], numbers: range, pipe: Connection) -> None:
    # The parent hears an interrupt as well, and ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()  # A search for garbage would write to all that is shared, and copy it.
    for number in numbers:
        try:
            pipe.send((task(number), None))
        except Exception as error:  # noqa: BLE001  # The parent raises it.
            pipe.send((None, error))


def _receive(pipe: Connection) -> Any:
    try:
        result, error = pipe.recv()
    except EOFError:
        raise BackfileError(
            "a worker of the search index ended too soon (too little memory?)"
        ) from None
    if error:
        raise error
    return result

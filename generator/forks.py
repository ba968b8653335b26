"""Do tasks in forked workers, which have all that their parent has without its being sent.

What is only looked at stays shared; but Python counts references in the objects themselves, so
that what a worker makes use of is soon copied. Large inputs are better sent.
"""

import gc
import signal
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from generator.errors import BackfileError

_Input = TypeVar("_Input")
_Output = TypeVar("_Output")


def run_tasks(
    task: Callable[[_Input], _Output], inputs: Iterable[_Input], workers: int
) -> Iterator[_Output]:
    """Yield what `task` makes of each of `inputs`, in their order.

    Inputs and outputs are pickled; what a task raises is raised here. Without workers all is done
    in this process. Raise BackfileError where a worker ends before its time.
    """
    if not workers:
        yield from map(task, inputs)
        return
    fork = get_context("fork")
    pipes: list[Connection] = []
    crew = []
    try:
        for _ in range(workers):
            ours, theirs = fork.Pipe()
            pipes.append(ours)
            worker = fork.Process(target=_work, args=(task, theirs, pipes), daemon=True)
            worker.start()
            crew.append(worker)
            # Else this process would itself keep the pipe open, and not hear of a worker's end.
            theirs.close()
        yield from _share(pipes, iter(inputs))
    finally:
        for worker in crew:
            worker.terminate()
            worker.join()


def _share(pipes: list[Connection], inputs: Iterator[Any]) -> Iterator[Any]:
    """Give each worker one task at a time, and yield the outputs in the order of the inputs."""
    numbered = enumerate(inputs)
    at_work: dict[Connection, int] = {}
    outputs: dict[int, Any] = {}
    free, due = list(pipes), 0
    while True:
        for pipe in free:
            for number, given in islice(numbered, 1):
                pipe.send(given)
                at_work[pipe] = number
            if pipe not in at_work:
                pipe.close()  # Its worker ends, since there is nothing more for it to do.
        if not at_work:
            return
        ready = wait(list(at_work))
        free = [pipe for pipe in at_work if pipe in ready]
        for pipe in free:
            outputs[at_work.pop(pipe)] = _receive(pipe)
        while due in outputs:
            yield outputs.pop(due)
            due += 1


def _work(task: Callable[[Any], object], pipe: Connection, others: list[Connection]) -> None:
    # A pipe ends when nobody has its other end any more, so that no worker outlives its parent.
    for other in others:
        other.close()
    # The parent hears an interrupt as well, and ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()  # A search for garbage would write to all that is shared, and copy it.
    while True:
        try:
            given = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send((task(given), None))
        except Exception as error:  # noqa: BLE001  # The parent raises it.
            pipe.send((None, error))


def _receive(pipe: Connection) -> Any:
    try:
        output, error = pipe.recv()
    except (EOFError, ConnectionResetError):
        raise BackfileError("a worker ended too soon (too little memory?)") from None
    if error:
        raise error
    return output

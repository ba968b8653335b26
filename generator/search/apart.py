"""Do work in a process that begins with nothing, and is sent what it needs.

A process that is forked shares its parent's memory only until one of the two looks at what is in
it, since Python counts references in the objects themselves: soon all stories would be held twice.
"""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any, TypeAlias, TypeVar

from generator.errors import BackfileError

_Input = TypeVar("_Input")
_Output = TypeVar("_Output")

Work: TypeAlias = Callable[[Iterator[_Input]], Iterator[_Output]]
"""Takes inputs as it needs them, all before its first output."""

_BEGIN = """
import sys
from multiprocessing.connection import Connection
pipe = Connection(int(sys.argv[1]))
sys.path[:] = pipe.recv()
from generator.search.apart import serve
serve(pipe)
"""


def run_apart(
    work: Work[_Input, _Output], inputs: Iterable[_Input], *, apart: bool
) -> Iterator[_Output]:
    """Yield what `work` makes of `inputs`; it goes on with its work after each output.

    Where it is done `apart`, the work, its inputs and its outputs are pickled. What it raises is
    raised here; raise BackfileError where its process ends before its time.
    """
    if not apart:
        yield from work(iter(inputs))
        return
    ours, theirs = Pipe()
    # `-P`: no module of the folder that it begins in takes the place of one of ours.
    begin = [sys.executable, "-P", "-X", "utf8", "-c", _BEGIN, str(theirs.fileno())]
    process = subprocess.Popen(begin, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()])  # noqa: S603 - ourselves
    theirs.close()
    try:
        yield from _exchange(ours, work, inputs)
        process.wait()
    except (EOFError, ConnectionError):
        raise BackfileError("search can't be indexed (too little memory?)") from None
    finally:
        process.terminate()
        process.wait()
        ours.close()


def _exchange(
    pipe: Connection, work: Work[_Input, _Output], inputs: Iterable[_Input]
) -> Iterator[_Output]:
    for said in (sys.path, work):
        pipe.send(said)
    for given in inputs:
        # In a list, since an empty one says that nothing follows.
        pipe.send([given])
    pipe.send([])
    while output := pipe.recv():
        if isinstance(output, Exception):
            raise output
        yield from output


def serve(pipe: Connection) -> None:
    """Do the work that comes through `pipe`."""
    # The other end hears an interrupt as well, and then ends this one, which ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    work: Work[Any, Any] = pipe.recv()
    inputs = (given for said in iter(pipe.recv, []) for given in said)
    try:
        for output in work(inputs):
            pipe.send([output])
    except (EOFError, ConnectionError):  # Nobody is there any more.
        return
    except Exception as error:  # noqa: BLE001  # It is raised at the other end.
        pipe.send(error)
    else:
        pipe.send([])

"""Work that is done in a process of its own comes back, and so does what goes wrong there."""

import os
import signal
from collections.abc import Iterator
from functools import partial

import pytest

from generator.errors import BackfileError
from generator.search.apart import run_apart


def multiply(factor: int, numbers: Iterator[int]) -> Iterator[int]:
    products = [factor * number for number in numbers]
    yield from products
    if not products:
        raise ZeroDivisionError("nothing to multiply")


def tell_process(_: Iterator[int]) -> Iterator[int]:
    yield os.getpid()


def die(_: Iterator[int]) -> Iterator[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield 0


def die_at_once(numbers: Iterator[bytes]) -> Iterator[int]:
    next(numbers)
    yield from die(iter(()))


@pytest.mark.parametrize("apart", [True, False])
def test_work_is_done_with_all_inputs(apart: bool) -> None:
    assert list(run_apart(partial(multiply, 3), range(3), apart=apart)) == [0, 3, 6]
    with pytest.raises(ZeroDivisionError, match="nothing to multiply"):
        list(run_apart(partial(multiply, 3), [], apart=apart))


def test_a_process_of_its_own_ends_with_its_work() -> None:
    [number] = run_apart(tell_process, [], apart=True)
    assert number != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_who_wants_no_more_ends_the_process() -> None:
    work = run_apart(partial(multiply, 3), range(3), apart=True)
    assert next(work) == 0
    work.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("work", [die, die_at_once])
def test_a_process_that_dies_is_missed(work: object) -> None:
    megabytes = (bytes(1 << 20) for _ in range(8))
    with pytest.raises(BackfileError, match="can't be indexed"):
        list(run_apart(work, megabytes, apart=True))  # type: ignore[arg-type]

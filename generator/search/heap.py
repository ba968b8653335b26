"""Give memory back to the system that Python has done with."""

import ctypes


def trim_heap() -> None:
    """Have the C library give back what is free, where it can: arrays of runs leave it in holes."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)

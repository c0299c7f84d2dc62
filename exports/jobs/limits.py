"""What one rendering may take before it is stopped: memory for the process, processor time for each job."""

from __future__ import annotations

import contextlib
import resource
import signal
from collections.abc import Iterator
from types import FrameType

MEMORY_BYTES = 2 * 1024**3
CPU_SECONDS = 60
_GRACE_SECONDS = 20


class OutOfTime(RuntimeError):  # noqa: N818 -- said of the job
    """The job used up its processor time."""


def limit_memory(amount: int = MEMORY_BYTES) -> None:
    """Let the process have `amount` bytes of address space; beyond it Python raises MemoryError."""
    resource.setrlimit(resource.RLIMIT_AS, (amount, resource.getrlimit(resource.RLIMIT_AS)[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextlib.contextmanager
def limited_time(seconds: int = CPU_SECONDS) -> Iterator[None]:
    """Raise OutOfTime inside the block once it has used `seconds` of processor time.

    The process is shared by many jobs, so the system's limit moves on with what has been used already. Should native
    code not come back to Python in time, the system ends the process a little later.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    before = signal.signal(signal.SIGXCPU, _stop)
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (_within(spent + seconds + _GRACE_SECONDS, hard), hard))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))
        signal.signal(signal.SIGXCPU, before)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise OutOfTime(f"The document took more processor time than a rendering may take (signal {number}).")


def _within(wanted: int, hard: int) -> int:
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)

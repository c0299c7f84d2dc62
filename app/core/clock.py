"""What time it is, in UTC: the only place that asks, so that a rehearsal can play a meeting of another day."""

from __future__ import annotations

import contextlib
import datetime as dt
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_set_to: ContextVar[dt.datetime | None] = ContextVar("clock", default=None)


def now() -> dt.datetime:
    """Give the present moment in UTC, to the millisecond (what a browser can hold)."""
    moment = _set_to.get() or dt.datetime.now(dt.UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@contextlib.contextmanager
def set_to(moment: dt.datetime) -> Iterator[None]:
    """Let `now` answer `moment` inside the block, for this greenlet or thread only."""
    token = _set_to.set(moment.astimezone(dt.UTC))
    try:
        yield
    finally:
        _set_to.reset(token)


def iso(moment: dt.datetime) -> str:
    """Write a moment as the live contract does: `2020-11-10T13:04:05.678Z`."""
    return moment.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

"""Fresh copies of streams that many follow, kept until something is told there.

A thousand people who come in together read the same state of the meeting: it is put together once. What is seen of a
stream changes only with its revision, so a copy of this revision is the copy.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from app.core import journal

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session
    from sqlalchemy.pool import Pool

MOST_KEPT = 64
"""Copies kept of each database: those last asked for."""

OF_ONE_PERSON = "person:"
"""Streams of one follower are not worth keeping."""


@dataclass(frozen=True)
class Copy:
    """Everything that is seen on a stream at one of its revisions. Nobody changes the things."""

    stream: str
    epoch: str
    revision: int
    things: list[dict[str, Any]]


_kept: WeakKeyDictionary[Pool, OrderedDict[str, Copy]] = WeakKeyDictionary()


def copies_of(db: Session, streams: Collection[str]) -> list[Copy]:
    """Give the streams as they are in this state of the database, in their order; `db` only reads."""
    epoch, heads = journal.epoch(db), journal.heads(db, streams)
    return [copy_at(db, stream, epoch, heads.get(stream, 0)) for stream in streams]


def copy_at(db: Session, stream: str, epoch: str, revision: int) -> Copy:
    """Give the stream as it is in this state of the database, which is this revision of it."""
    ours = _kept.setdefault(db.connection().engine.pool, OrderedDict())
    known = ours.get(stream)
    if known is not None and (known.epoch, known.revision) == (epoch, revision):
        ours.move_to_end(stream)
        return known
    copy = Copy(stream, epoch, revision, journal.snapshot(db, stream))
    if revision and not stream.startswith(OF_ONE_PERSON):
        ours[stream] = copy
        while len(ours) > MOST_KEPT:
            ours.popitem(last=False)
    return copy

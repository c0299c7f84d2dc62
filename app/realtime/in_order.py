"""Telling in order where several processes serve: the journal is read on from what was told here last.

A hint says no more than that there is something to read. However many come, late, twice or not at all, each telling
reaches the followers here once and in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import gevent
import sqlalchemy as sa
from gevent.event import Event
from sqlalchemy.exc import OperationalError

from app.core import journal
from app.core.db import reading
from app.core.journal import RIGHTS, Entry, Told

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine
    from sqlalchemy.orm import Session

    from app.realtime.connections import Connections

AT_ONCE = 50
"""Streams that one statement reads."""


class InOrder:
    """Knows what was told here last on each stream, and has the next told."""

    def __init__(
        self,
        engine: Engine,
        connections: Connections,
        tell: Callable[[Told], None],
        recheck: Callable[[list[int]], None],
    ) -> None:
        self._engine = engine
        self._connections = connections
        self._tell = tell
        self._recheck = recheck
        self._last: dict[str, int] = {}
        self._began: dict[str, int] = {}
        self._hinted: dict[str, int] = {}
        self._news = Event()
        self._look_at_all = False

    def start(self) -> None:
        """Begin where the database is now."""
        with reading(self._engine) as db:
            self._last[RIGHTS] = journal.head(db, RIGHTS)
        gevent.spawn(self._run)

    def told_here(self, told: Told) -> None:
        """Tell at once what this process has committed; but first what others committed before it."""
        last = self._last.get(told.stream)
        if told.revision - 1 == last:
            self._put(told)
        elif last is None or told.revision > last:
            self.hint({told.stream: told.revision})

    def hint(self, streams: dict[str, int]) -> None:
        """Read these streams up to these revisions, at least."""
        for stream, revision in streams.items():
            followed = stream == RIGHTS or self._connections.is_followed(stream)
            if followed and revision > self._last.get(stream, -1):
                self._hinted[stream] = max(revision, self._hinted.get(stream, 0))
                self._news.set()

    def look(self) -> None:
        """Compare every stream that is followed here with the database: hints may have been lost."""
        self._look_at_all = True
        self._news.set()

    def begin(self, stream: str) -> None:
        """Nobody followed this stream here until now; what was told before is of no interest."""
        self._last.pop(stream, None)
        self._began.pop(stream, None)
        self._hinted.pop(stream, None)

    def has_read(self, stream: str, revision: int) -> bool:
        """Note that somebody who follows has the stream up to this; say whether what comes next reaches them."""
        if stream not in self._last:
            self._last[stream] = self._began[stream] = revision
        if self._hinted.get(stream, 0) > self._last[stream]:
            self._news.set()
        # What came after the beginning was told; what came before it, this follower has to have read.
        return revision >= self._began[stream]

    def _run(self) -> None:
        while True:
            self._news.wait()
            self._news.clear()
            try:
                self._read()
            except OperationalError:
                # The database is away for a moment; nothing was forgotten.
                gevent.sleep(0.5)
                self._news.set()

    def _read(self) -> None:
        looks, self._look_at_all = self._look_at_all, False
        followed = self._connections.streams()
        for stream in (self._last.keys() | self._hinted.keys()) - followed - {RIGHTS}:
            self.begin(stream)
        try:
            with reading(self._engine) as db:
                heads = journal.heads(db, followed) if looks else self._hinted
                behind = [stream for stream, head in heads.items() if head > self._last.get(stream, head)]
                # Who lost a right is put out before anything is told that was committed after it.
                self._read_on(db, [RIGHTS])
                for first in range(0, len(behind), AT_ONCE):
                    self._read_on(db, behind[first : first + AT_ONCE])
        except OperationalError:
            self._look_at_all = self._look_at_all or looks
            raise

    def _read_on(self, db: Session, streams: list[str]) -> None:
        known = [(stream, self._last[stream]) for stream in streams if stream in self._last]
        after = [sa.and_(Entry.stream == stream, Entry.revision > revision) for stream, revision in known]
        unread = sa.select(Entry).where(sa.or_(sa.false(), *after)).order_by(Entry.stream, Entry.revision)
        era = journal.epoch(db)
        for row in db.scalars(unread).all():
            # What this process committed itself may have been told while the statement ran.
            if row.revision - 1 == self._last.get(row.stream):
                self._put(Told(row.stream, row.revision, era, row.event, row.at, tuple(row.changes)))
        for stream in streams:
            if stream in self._last and self._hinted.get(stream, 0) <= self._last[stream]:
                self._hinted.pop(stream, None)

    def _put(self, told: Told) -> None:
        self._last[told.stream] = told.revision
        if told.stream == RIGHTS:
            self._recheck(sorted({person for change in told.changes for person in change["recheck"]}))
        else:
            self._tell(told)

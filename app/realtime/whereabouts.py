"""Who is connected to which process, written down for all of them; and who is connected to none any more."""

from __future__ import annotations

import datetime as dt
import threading
import time
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.core.db import insert_into, reading, writing
from app.realtime.leases import moment
from app.realtime.models import Attending, ServerProcess
from app.realtime.queries import attending_sessions

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.engine import Engine
    from sqlalchemy.orm import Session

    from app.realtime.connections import Connections

LEAST_SILENCE = 3.0
"""Seconds that a process may always be silent before the others count it as gone."""

SILENT_AFTER = dt.timedelta(seconds=2.5)
"""How long a process may be silent before the others look into the database for what it may not have said."""

Gone = list[tuple[int, dt.datetime]]


class Whereabouts:
    """One process's page in the register of who is connected."""

    def __init__(self, engine: Engine, connections: Connections, process: str, grace: float) -> None:
        self._engine = engine
        self._connections = connections
        self._process = process
        self._grace = dt.timedelta(seconds=grace)
        self._lost_after = dt.timedelta(seconds=max(LEAST_SILENCE, grace / 3))
        self._written: dict[int, int] = {}
        self._beating_since = float("inf")
        self._last_beat = float("-inf")
        self._one_at_a_time = threading.Lock()
        self.is_anybody_deaf = False
        """Whether any process may not be heard by the others."""

    def beat(self, *, deaf: bool) -> bool:
        """Write down that this process lives and who is connected; say whether the others had given it up."""
        with self._one_at_a_time:
            return self._beat(self._connections.attending(), deaf=deaf)

    def end(self) -> None:
        """Write down that this process ends, and with it what was open here."""
        with writing(self._engine) as db, db.begin():
            _mark_gone(db, moment(db), self._process, None)
            db.execute(sa.delete(ServerProcess).where(ServerProcess.id == self._process))

    def gone(self) -> tuple[Gone, bool]:
        """Give who has been connected to no process for the time of grace, since when, and if a process was lost.

        The pages of processes that were not heard of any more ended when those were last heard of. Whoever has not
        been beating for that long itself says nothing: it may be the database that was away.
        """
        if time.monotonic() - self._beating_since < self._grace.total_seconds():
            return [], False
        with writing(self._engine) as db, db.begin():
            now = moment(db)
            lost = db.scalars(sa.select(ServerProcess).where(ServerProcess.beat_at < now - self._lost_after)).all()
            for process in lost:
                _mark_gone(db, process.beat_at, process.id, None)
                db.delete(process)
            still = sa.select(Attending.person_id).where(Attending.gone_at.is_(None))
            last = sa.func.max(Attending.gone_at)
            left = (
                sa.select(Attending.person_id, last)
                .where(Attending.gone_at.is_not(None), Attending.person_id.not_in(still))
                .group_by(Attending.person_id)
                .having(last <= now - self._grace)
            )
            people = [(person, _in_utc(at)) for person, at in db.execute(left) if at]
        return people, bool(lost)

    def forget(self, people: Collection[int]) -> None:
        """Strike out what was open of these people, who have left, and of whoever has something open elsewhere."""
        with writing(self._engine) as db, db.begin():
            still = sa.select(Attending.person_id).where(Attending.gone_at.is_(None))
            old = Attending.gone_at < moment(db) - self._grace
            struck = Attending.person_id.in_(people) | (old & Attending.person_id.in_(still))
            db.execute(sa.delete(Attending).where(Attending.gone_at.is_not(None), struck))

    def sessions(self) -> frozenset[int]:
        """Give the sessions of which a page is open at any process."""
        with reading(self._engine) as db:
            return attending_sessions(db) | self._connections.sessions()

    def _beat(self, here: dict[int, int], *, deaf: bool) -> bool:
        with writing(self._engine) as db, db.begin():
            now = moment(db)
            was_lost = not self._write_process(db, now, deaf=deaf)
            written = {} if was_lost else dict(self._written)
            self._write_here(db, {session: person for session, person in here.items() if session not in written})
            _mark_gone(db, now, self._process, written.keys() - here.keys())
            # One that is silent may have been killed between a commit and its hint.
            recent = ServerProcess.beat_at > now - self._lost_after
            silent = ServerProcess.beat_at < now - SILENT_AFTER
            unheard = (ServerProcess.deaf & recent) | silent
            others = db.scalar(sa.select(sa.func.count()).select_from(ServerProcess).where(unheard)) or 0
        self._written = here
        self.is_anybody_deaf = deaf or others > 0
        self._note_beat()
        return was_lost

    def _write_process(self, db: Session, now: dt.datetime, *, deaf: bool) -> bool:
        mine = sa.update(ServerProcess).where(ServerProcess.id == self._process).values(beat_at=now, deaf=deaf)
        if db.execute(mine.returning(ServerProcess.id)).first() is not None:
            return True
        db.add(ServerProcess(id=self._process, beat_at=now, deaf=deaf))
        return False

    def _write_here(self, db: Session, new: dict[int, int]) -> None:
        if not new:
            return
        rows = [
            {"process": self._process, "session_id": session, "person_id": person, "gone_at": None}
            for session, person in new.items()
        ]
        adding = insert_into(db, Attending)
        again = adding.on_conflict_do_update(index_elements=["process", "session_id"], set_={"gone_at": None})
        db.execute(again, rows)

    def _note_beat(self) -> None:
        now = time.monotonic()
        if now - self._last_beat > self._lost_after.total_seconds():
            self._beating_since = now
        self._last_beat = now


def _mark_gone(db: Session, at: dt.datetime, process: str, sessions: Collection[int] | None) -> None:
    """Note when these sessions' pages ended, or (None) all of the process."""
    if sessions is not None and not sessions:
        return
    ended = sa.update(Attending).where(Attending.process == process, Attending.gone_at.is_(None)).values(gone_at=at)
    db.execute(ended if sessions is None else ended.where(Attending.session_id.in_(sessions)))


def _in_utc(at: dt.datetime) -> dt.datetime:
    return at.replace(tzinfo=dt.UTC) if at.tzinfo is None else at.astimezone(dt.UTC)

"""Whether this process can do its work: asked of the parts themselves, never assumed."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import gevent
import sqlalchemy as sa
import structlog
from gevent.lock import BoundedSemaphore
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from app.core import clock
from app.core.db import writing
from app.migrating import is_current
from app.realtime.models import ServerProcess

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.engine import Engine

    from app.realtime.draining import Draining
    from app.realtime.together import Together
    from app.web.health import Report

OK = "ok"
NEEDED_BYTES = 200 * 1024 * 1024
KEPT_FOR = 1.0
"""Seconds that an answer is given again: who asks often costs no more than who asks once a second."""

PATIENCE = 3.0
TRIES = 10

log = structlog.get_logger()


class Readiness:
    """Looks at each part of the program."""

    def __init__(
        self,
        engine: Engine,
        folder: Path,
        draining: Draining,
        together: Together | None,
        needed: int = NEEDED_BYTES,
    ) -> None:
        self._needed = needed
        self._engine = engine
        self._folder = folder
        self._draining = draining
        self._together = together
        self._one_at_a_time = BoundedSemaphore(1)
        self._looked_at = float("-inf")
        self._database: Report = {}

    def report(self) -> tuple[bool, Report]:
        """Say whether the process is ready, and of each part how it is."""
        with self._one_at_a_time:
            if time.monotonic() - self._looked_at > KEPT_FOR:
                self._database = self._look_at_database()
                self._looked_at = time.monotonic()
        needed = {**self._database, "disk": self._disk(), "serving": "draining" if self._draining.is_on else OK}
        # Without Redis everything works, later by seconds.
        return all(state == OK for state in needed.values()), {**needed, "redis": self._redis()}

    def _look_at_database(self) -> Report:
        try:
            with gevent.Timeout(PATIENCE, TimeoutError):
                return self._tried_to_write()
        except (SQLAlchemyError, TimeoutError) as trouble:
            log.warning("readiness.database", because=type(trouble).__name__)
            return {"database": "does not take anything", "migrations": "not known"}

    def _tried_to_write(self) -> Report:
        for left in reversed(range(TRIES)):
            try:
                return self._write_and_take_back()
            except DBAPIError:
                # Another was writing just then; a database that is away is away the next time, too.
                if not left:
                    raise
                gevent.sleep(0.1)
        raise AssertionError

    def _write_and_take_back(self) -> Report:
        with writing(self._engine) as db:
            transaction = db.begin()
            db.execute(sa.insert(ServerProcess).values(id="readiness", beat_at=clock.now(), deaf=False))
            migrations = OK if is_current(db.connection()) else "not those of this program"
            transaction.rollback()
        return {"database": OK, "migrations": migrations}

    def _disk(self) -> str:
        return OK if shutil.disk_usage(self._folder).free > self._needed else "less than 200 MB free"

    def _redis(self) -> str:
        if self._together is None:
            return "not used"
        return "degraded" if self._together.neighbours.is_deaf else OK

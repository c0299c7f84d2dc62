"""A SQLite connection that waits for the disk beside the event loop.

A commit is a wait for the disk of a few milliseconds, sometimes of many. It alone goes to a thread of the operating
system, and nothing of ours goes with it: no lock, no session, nothing that gevent has replaced.
"""

from __future__ import annotations

import sqlite3

import gevent
from gevent import monkey


class Committing(sqlite3.Connection):
    """Commits in another thread where an event loop would stand still meanwhile, and else right here."""

    def commit(self) -> None:
        """Commit, however long the disk takes; other greenlets run in between."""
        if not self.in_transaction:
            return
        if not monkey.is_module_patched("threading"):
            super().commit()
            return
        # What goes wrong comes back as a value: raised in the pool's thread it would be printed as an accident.
        trouble = gevent.get_hub().threadpool.apply(self._committed)
        if trouble is not None:
            raise trouble

    def _committed(self) -> sqlite3.Error | None:
        try:
            super().commit()
        except sqlite3.Error as trouble:
            return trouble
        return None

"""Migrations that are killed: `python -m tests.migrations.killed URL N [URL N …]`, each in a process of its own.

Each database is brought to the newest shape and the process killed before the N-th statement; a line says for each
whether it was killed or came to its end first.
"""

from __future__ import annotations

import os
import signal
import sys

import sqlalchemy as sa

import app.slices  # noqa: F401 - so that every table is known
from app.core.db import open_engine
from app.migrating import migrate


def main(asked: list[str]) -> None:
    """Migrate each database in a child of this process, which has everything loaded already."""
    for url, number in zip(asked[::2], asked[1::2], strict=True):
        child = os.fork()
        if child == 0:
            _migrate(url, int(number))
        _pid, status = os.waitpid(child, 0)
        sys.stdout.write("killed\n" if os.WIFSIGNALED(status) else f"ended {os.waitstatus_to_exitcode(status)}\n")


def _migrate(url: str, number: int) -> None:
    engine = open_engine(url)
    seen = 0

    def count(*_details: object) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(engine, "before_cursor_execute", count)
    migrate(engine)
    engine.dispose()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])

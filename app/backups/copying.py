"""Copying a database that is in use, to a file, as it was at one moment."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.backups.contents import BackupRefused
from app.doctor.programs import postgresql_path

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = 256
"""A step of the copy; between steps others have their turn."""

PATIENCE = 30.0


def copy_database(url: str, target: Path, step: Callable[[], None] = lambda: None) -> None:
    """Copy the database at `url` to the file `target`; nobody who writes meanwhile waits for it."""
    if sa.make_url(url).get_backend_name() == "sqlite":
        _copy_sqlite(Path(sa.make_url(url).database or ""), target, step)
    else:
        _dump_postgresql(url, target)


def copied_sqlite(path: Path) -> sqlite3.Connection:
    """Open a copy; it is a database of one file, without a log beside it."""
    return sqlite3.connect(path, isolation_level=None)


def program(name: str) -> str:
    """Give where one of PostgreSQL's programs is."""
    beside = Path(postgresql_path()) / name
    found = str(beside) if postgresql_path() and beside.is_file() else shutil.which(name)
    if not found:
        message = f"{name} is not installed here. Install PostgreSQL's client programs: apt install postgresql-client"
        raise BackupRefused(message)
    return found


def reach(url: str) -> tuple[str, dict[str, str]]:
    """Give the address for PostgreSQL's programs, and their environment: a password in a command is read by anybody."""
    made = sa.make_url(url)
    plain = made.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    secret = {"PGPASSWORD": str(made.password)} if made.password else {}
    return plain, {**os.environ, **secret}


def _copy_sqlite(source: Path, target: Path, step: Callable[[], None]) -> None:
    if not source.is_file():
        message = f"There is no database at {source}. Say where it is with RAPPORT_DATA_DIR."
        raise BackupRefused(message)
    own = sqlite3.connect(source, isolation_level=None, timeout=PATIENCE)
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        # Held open, this one transaction sees one moment: without it every write of others begins the copy anew.
        own.execute("BEGIN")
        own.execute("SELECT count(*) FROM sqlite_master").fetchone()
        own.backup(copy, pages=PAGES, progress=lambda _status, _left, _all: step())
        own.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()
        own.close()


def _dump_postgresql(url: str, target: Path) -> None:
    address, environment = reach(url)
    command = [program("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", "--exclude-schema=before_*"]
    made = subprocess.run(
        [*command, f"--file={target}", f"--dbname={address}"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        message = f"pg_dump could not copy the database: {made.stderr.strip() or 'it ended without a word'}"
        raise BackupRefused(message)

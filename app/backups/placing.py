"""The place a restored database takes: what stood there is kept aside, and nobody ever sees half of either."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.backups.contents import BackupRefused
from app.backups.copying import program, reach
from app.backups.taking import keep_names
from app.core import clock
from app.core.db import open_engine

if TYPE_CHECKING:
    from app.config import Settings

_PSQL = ("psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
IN_USE = "A server is running on this database. Stop it first, then restore."


@dataclass(frozen=True)
class Place:
    """Where the database of these settings is, and the folder with what was unpacked."""

    settings: Settings
    folder: Path
    name: str
    """Of what stood there before: `before-20261122-014500`."""

    def swap_files(self, database: Path) -> str:
        """Let the file `database` take its place; give where the earlier one lies now."""
        target = Path(sa.make_url(self.settings.database).database or "")
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            _let_go_of(target)
        # The database may lie on another disk than the data: it arrives there whole before it takes a place.
        arrived = target.with_name(f".arriving-{target.name}")
        shutil.move(database, arrived)
        _sync(arrived)
        aside = ""
        if target.exists():
            kept = target.with_name(f"{self.name}-{target.name}")
            # Under both names for a moment: killed here, the old one is still in its place.
            os.link(target, kept)
            for log in ("-wal", "-shm"):
                # Only where it could not be read: the new database must not take the old one's log for its own.
                if (beside := target.with_name(target.name + log)).exists():
                    beside.rename(kept.with_name(kept.name + log))
            aside = str(kept)
        arrived.replace(target)
        keep_names(target.parent)
        return aside

    def load_dump(self, dump: Path) -> str:
        """Load a dump, and set aside what stood there, in one transaction; give the schema where it lies now."""
        address, environment = reach(self.settings.database)
        _alone_in(self.settings.database)
        schema = self.name.replace("-", "_")
        had = _has_tables(self.settings.database)
        script = self.folder / "load.sql"
        made = subprocess.run(
            [program("pg_restore"), "--no-owner", "--no-privileges", f"--file={script}", str(dump)],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            message = f"The database in this backup cannot be read: {made.stderr.strip()[:300]}"
            raise BackupRefused(message)
        first = self.folder / "first.sql"
        first.write_text(f'ALTER SCHEMA public RENAME TO "{schema}";\nCREATE SCHEMA public;\n' if had else "")
        loaded = subprocess.run(
            [*_PSQL, f"--dbname={address}", f"--file={first}", f"--file={script}"],
            executable=program("psql"),
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if loaded.returncode:
            message = f"The backup could not be loaded, and nothing was changed: {loaded.stderr.strip()[:300]}"
            raise BackupRefused(message)
        return f"the schema {schema}" if had else ""

    def put_exports(self) -> None:
        """Put the finished exports in their folder; those of the earlier database are kept aside."""
        target = self.settings.exports_dir
        if target.is_dir() and any(target.iterdir()):
            target.rename(target.with_name(f"{self.name}-{target.name}"))
        target.mkdir(parents=True, exist_ok=True)
        unpacked = self.folder / "exports"
        for file in sorted(unpacked.iterdir()) if unpacked.is_dir() else ():
            file.replace(target / file.name)
        keep_names(target)


def of(settings: Settings, folder: Path) -> Place:
    """Give the place of the settings' database."""
    return Place(settings, folder, f"before-{clock.now():%Y%m%d-%H%M%S}")


def _let_go_of(target: Path) -> None:
    """Bring what is in the log beside the old database into it, which also shows that nobody else has it open."""
    old = sqlite3.connect(target, isolation_level=None, timeout=1)
    try:
        old.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.OperationalError as wrong:
        raise BackupRefused(IN_USE) from wrong
    except sqlite3.DatabaseError:
        # It is no database any more: there is nothing to bring in, and it is kept as it is.
        return
    finally:
        old.close()


def _alone_in(url: str) -> None:
    engine = open_engine(url)
    others = sa.text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend'"
    )
    try:
        with engine.connect() as connection:
            if connection.execute(others).scalar_one():
                raise BackupRefused(IN_USE)
    finally:
        engine.dispose()


def _has_tables(url: str) -> bool:
    engine = open_engine(url)
    try:
        return bool(sa.inspect(engine).get_table_names())
    finally:
        engine.dispose()


def _sync(file: Path) -> None:
    with file.open("rb") as opened:
        os.fsync(opened.fileno())

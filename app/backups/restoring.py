"""Putting a backup back: checked, brought to the newest shape and given a new epoch before it takes anybody's place."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.backups import looking, placing
from app.backups.contents import DATABASES, KEY, BackupRefused, Contents, Counts
from app.backups.copying import copied_sqlite
from app.backups.reading import unpack
from app.core import journal
from app.core.db import open_engine, writing
from app.migrating import knows, migrate

if TYPE_CHECKING:
    from app.config import Settings


@dataclass(frozen=True)
class Restored:
    """What came back, and where what stood there before lies now; empty where nothing did."""

    contents: Contents
    counts: Counts
    aside: str


def restore(settings: Settings, file: Path, *, replace: bool = False) -> Restored:
    """Put the backup in `file` back as the settings' database.

    A filled database is left alone unless `replace`, which keeps it aside. Until everything is checked nothing of what
    is there is touched.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    kind = sa.make_url(settings.database).get_backend_name()
    _may_take_the_place(settings, replace=replace)
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=settings.data_dir) as room:
        folder = Path(room)
        told = unpack(file, folder)
        if told.database != kind:
            message = (
                f"This backup is of a {told.database} database, and RAPPORT_DATABASE_URL names a {kind} one."
                " Restore it into one of its own kind; single meetings go from one to the other as archives."
            )
            raise BackupRefused(message)
        if not knows(told.revision):
            message = (
                f"A newer version of Rapport wrote this backup (its database has the shape {told.revision})."
                " Bring this server up to date, then restore it."
            )
            raise BackupRefused(message)
        place = placing.of(settings, folder)
        if kind == "sqlite":
            database = folder / DATABASES["sqlite"]
            counts = _made_ready(database)
            aside = place.swap_files(database)
        else:
            aside = place.load_dump(folder / DATABASES["postgresql"])
            counts = _made_new(settings.database)
        place.put_exports()
        if KEY in told.files and not settings.secret_key:
            (folder / KEY).replace(settings.data_dir / KEY)
    return Restored(told, counts, aside)


def _may_take_the_place(settings: Settings, *, replace: bool) -> None:
    url = sa.make_url(settings.database)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return
    engine = open_engine(settings.database)
    try:
        filled = looking.is_filled(engine)
    except sa.exc.DatabaseError as wrong:
        # What cannot be read may still be somebody's last copy.
        if not replace:
            message = f"What is there cannot be read ({wrong.orig}). With --replace it is kept aside."
            raise BackupRefused(message) from wrong
        return
    finally:
        engine.dispose()
    if filled and not replace:
        message = (
            "There are meetings or accounts in the database already, so nothing was restored."
            " With --replace they are kept aside, and the backup takes their place."
        )
        raise BackupRefused(message)


def _made_ready(database: Path) -> Counts:
    _check(database)
    return _made_new(f"sqlite:///{database}")


def _check(database: Path) -> None:
    copy = copied_sqlite(database)
    try:
        said = [row[0] for row in copy.execute("PRAGMA integrity_check(1)")]
        astray = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as wrong:
        message = f"The database in this backup cannot be read ({wrong}). Take an earlier backup."
        raise BackupRefused(message) from wrong
    finally:
        copy.close()
    if said != ["ok"] or astray:
        what = f"a row of “{astray[0]}” refers to nothing" if astray else said[0]
        message = f"The database in this backup is damaged: {what}. Take an earlier backup."
        raise BackupRefused(message)


def _made_new(url: str) -> Counts:
    """Bring the database to the newest shape and begin an epoch: its past must not be taken for the present."""
    engine = open_engine(url)
    try:
        migrate(engine)
        with writing(engine) as db, db.begin():
            journal.begin_epoch(db)
        with engine.connect() as connection:
            counts = looking.counts(connection)
            if connection.dialect.name == "sqlite":
                connection.rollback()
                raw = connection.connection.dbapi_connection
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
        return counts
    finally:
        engine.dispose()

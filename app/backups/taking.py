"""Taking a backup: a whole file in its place, or none."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import sqlalchemy as sa

from app.backups import looking
from app.backups.contents import DATABASES, FORMAT, KEY, LIST, VERSION, BackupRefused, Contents, Counts, Listed
from app.backups.copying import copy_database
from app.core import clock
from app.core.db import open_engine
from app.release import RELEASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from app.config import Settings

BLOCK = 1 << 20
LEVEL = 3
"""Of compression: a tenth of the last percents' time for nearly all of the gain."""


@dataclass(frozen=True)
class _Looked:
    revision: str
    mark: str
    counts: Counts
    exports: tuple[str, ...]


def take(
    settings: Settings, target: Path, *, with_key: bool = False, step: Callable[[], None] = lambda: None
) -> Contents:
    """Take a backup into the file `target`, which then is whole: it is written beside its place, and renamed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            told = take_into(settings, file, with_key=with_key, step=step)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        keep_names(target.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return told


def take_into(
    settings: Settings, file: IO[bytes], *, with_key: bool = False, step: Callable[[], None] = lambda: None
) -> Contents:
    """Write a backup to an open file, which may be a pipe; `step` is called between the steps of the copy."""
    kind = sa.make_url(settings.database).get_backend_name()
    beside = settings.data_dir if settings.data_dir.is_dir() else None
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=beside) as room:
        copy = Path(room) / DATABASES[kind]
        if kind == "sqlite":
            copy_database(settings.database, copy, step)
            found = _look(sa.create_engine(f"sqlite:///{copy}"))
        else:
            # Before the dump: what was written in between makes the next backup due.
            found = _look(open_engine(settings.database))
            copy_database(settings.database, copy, step)
        files = {copy.name: copy}
        exports = {f"exports/{name}": settings.exports_dir / name for name in found.exports}
        files |= {name: path for name, path in exports.items() if path.is_file()}
        if with_key:
            files[KEY] = _key_file(settings)
        return _write(file, cast("Literal['sqlite', 'postgresql']", kind), found, files)


def keep_names(folder: Path) -> None:
    """Bring the names in a folder to disk: a renamed file could have its old name after a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _look(engine: sa.Engine) -> _Looked:
    try:
        with engine.connect() as connection:
            return _Looked(
                looking.revision(connection),
                looking.mark(connection),
                looking.counts(connection),
                tuple(looking.finished_exports(connection)),
            )
    except sa.exc.DatabaseError as wrong:
        message = f"The database cannot be read ({wrong.orig}). Nothing was backed up."
        raise BackupRefused(message) from wrong
    finally:
        engine.dispose()


def _key_file(settings: Settings) -> Path:
    if settings.secret_key:
        message = "The key is set as RAPPORT_SECRET_KEY, not kept in a file. Keep it where you keep your settings."
        raise BackupRefused(message)
    file = settings.data_dir / KEY
    if not file.is_file():
        message = f"There is no key at {file}. Take the backup without --with-key."
        raise BackupRefused(message)
    return file


def _write(file: IO[bytes], kind: Literal["sqlite", "postgresql"], found: _Looked, files: dict[str, Path]) -> Contents:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as packed:
        told = Contents(
            format=FORMAT,
            version=VERSION,
            made_at=clock.iso(clock.now()),
            program=RELEASE,
            database=kind,
            revision=found.revision,
            mark=found.mark,
            counts=found.counts,
            files={name: _pack(packed, name, path) for name, path in files.items()},
        )
        packed.writestr(LIST, told.model_dump_json(indent=1))
    return told


def _pack(packed: zipfile.ZipFile, name: str, path: Path) -> Listed:
    digest, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo.from_file(path, name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    with path.open("rb") as source, packed.open(entry, "w", force_zip64=True) as place:
        while block := source.read(BLOCK):
            place.write(block)
            digest.update(block)
            size += len(block)
    return Listed(bytes=size, sha256=digest.hexdigest())

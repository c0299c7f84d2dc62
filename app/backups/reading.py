"""Reading a backup that may be cut, altered or made to do harm: all of it is checked before any of it is used."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
import zlib
from typing import TYPE_CHECKING

from pydantic import ValidationError

from app.backups.contents import DATABASES, LIST, VERSION, BackupRefused, Contents, Listed, may_be_in_a_backup
from app.backups.taking import BLOCK

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_LIST = 16 << 20
RATIO = 250
"""So many times its packed size a file may be: a database shrinks to a tenth, a bomb to a thousandth."""


def unpack(file: Path, folder: Path) -> Contents:
    """Unpack the backup into an empty folder, and give its list.

    Raise BackupRefused, naming what is wrong, where a single byte is not as it was written.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            told = _list(packed)
            _fits(told, folder)
            for name, listed in told.files.items():
                _unpack(packed, name, listed, folder / name)
            return told
    except FileNotFoundError as wrong:
        message = f"There is no file {file}."
        raise BackupRefused(message) from wrong
    except (zipfile.BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError) as wrong:
        message = f"{file.name} is no whole backup: it was cut short or altered ({wrong}). Take an earlier one."
        raise BackupRefused(message) from wrong


def _list(packed: zipfile.ZipFile) -> Contents:
    entries = packed.infolist()
    names = [entry.filename for entry in entries]
    strange = sorted({name for name in names if not may_be_in_a_backup(name)})
    if strange or len(set(names)) < len(names):
        what = f"“{strange[0][:80]}” does not belong in a backup" if strange else "a file is in it twice"
        message = f"This is not a backup as Rapport writes it: {what}."
        raise BackupRefused(message)
    if LIST not in names or packed.getinfo(LIST).file_size > LARGEST_LIST:
        message = f"This is not a backup as Rapport writes it: its list, {LIST}, is missing or far too large."
        raise BackupRefused(message)
    told = _read_list(packed.read(LIST))
    if set(told.files) != set(names) - {LIST} or DATABASES[told.database] not in told.files:
        message = f"The list in {LIST} does not name the files that are there. The backup was altered."
        raise BackupRefused(message)
    for name, listed in told.files.items():
        entry = packed.getinfo(name)
        if entry.file_size != listed.bytes or listed.bytes > max(entry.compress_size, 1 << 12) * RATIO:
            message = f"{name} would unpack to {entry.file_size:,} bytes, which it cannot be. Nothing was unpacked."
            raise BackupRefused(message)
    return told


def _read_list(text: bytes) -> Contents:
    try:
        told = Contents.model_validate_json(text)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        where = ".".join(str(step) for step in first["loc"]) or "all of it"
        message = f"{LIST} in this backup cannot be read: “{where}” ({first['msg']})."
        raise BackupRefused(message) from wrong
    if told.version > VERSION:
        message = "A newer version of Rapport made this backup. Bring this server up to date, then restore it."
        raise BackupRefused(message)
    return told


def _fits(told: Contents, folder: Path) -> None:
    needed, free = sum(each.bytes for each in told.files.values()), shutil.disk_usage(folder).free
    if needed > free:
        message = f"The backup unpacks to {needed:,} bytes, and only {free:,} are free at {folder}. Make room first."
        raise BackupRefused(message)


def _unpack(packed: zipfile.ZipFile, name: str, listed: Listed, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with packed.open(name) as source, target.open("xb") as place:
        while block := source.read(BLOCK):
            size += len(block)
            if size > listed.bytes:
                break
            place.write(block)
            digest.update(block)
    if size != listed.bytes or digest.hexdigest() != listed.sha256:
        message = f"{name} in this backup is not what was written (its checksum differs). Take an earlier backup."
        raise BackupRefused(message)

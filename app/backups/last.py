"""What is known of the last backup: kept beside the database, for whoever watches over the server."""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app.core import clock

FILE = "last-backup.json"


@dataclass(frozen=True)
class LastBackup:
    """The last good backup and the last try; moments in UTC as text, empty for none yet."""

    at: str = ""
    file: str = ""
    bytes: int = 0
    mark: str = ""
    """Where the database stood in it."""
    tried_at: str = ""
    why: str = ""
    """What was wrong with the last try; empty when it went well."""

    @property
    def age(self) -> float | None:
        """Give how old the last good one is, in seconds; None where there is none."""
        return _since(self.at)

    @property
    def tried(self) -> float | None:
        """Give how long ago the last try was, in seconds; None where there was none."""
        return _since(self.tried_at)


def last_backup(data_dir: Path) -> LastBackup | None:
    """Give what is known of the last backup of the database in `data_dir`; None before the first try."""
    try:
        known = json.loads((data_dir / FILE).read_text("utf-8"))
        return LastBackup(**known)
    except (OSError, ValueError, TypeError):
        return None


def note_success(data_dir: Path, file: str, size: int, mark: str) -> None:
    """Note a backup that lies whole in its place."""
    now = clock.iso(clock.now())
    _write(data_dir, LastBackup(at=now, file=file, bytes=size, mark=mark, tried_at=now))


def note_failure(data_dir: Path, why: str) -> None:
    """Note that no backup could be taken; the last good one stays known."""
    before = last_backup(data_dir) or LastBackup()
    _write(data_dir, replace(before, tried_at=clock.iso(clock.now()), why=why))


def _since(moment: str) -> float | None:
    return (clock.now() - dt.datetime.fromisoformat(moment)).total_seconds() if moment else None


def _write(data_dir: Path, known: LastBackup) -> None:
    data_dir.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{FILE}.", dir=data_dir)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(known), file)
    Path(name).replace(data_dir / FILE)

"""Backups by themselves while meetings run: when one is due, in a process of its own, the oldest taken away."""

from __future__ import annotations

import fcntl
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gevent
import structlog
from gevent import subprocess
from sqlalchemy.exc import SQLAlchemyError

from app.backups import looking
from app.backups.contents import BackupRefused
from app.backups.last import last_backup, note_failure, note_success
from app.backups.taking import take
from app.core import clock

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from app.config import Settings

LOOK_EVERY = 5.0
"""Seconds between two looks at whether one is due."""

PATIENCE = 3600.0
"""Seconds that one may take before its process is ended."""

DAYS_KEPT = 30
"""Of so many days the last backup is kept, besides the newest ones."""

ROOT = Path(__file__).parent.parent.parent
_OURS = re.compile(r"rapport-\d{8}-\d{6}\.backup")
_DAY = len("rapport-20261122")
_LOCK = ".backing-up"

log = structlog.get_logger()


class AutomaticBackups:
    """Sees to it that there is a backup of what was written; several processes on one folder take turns."""

    def __init__(self, settings: Settings, engine: Engine) -> None:
        self._settings = settings
        self._engine = engine
        self._child: Any = None

    def run(self) -> None:
        """Take one whenever it is due, for ever; nothing where no folder is set."""
        while self._settings.backup_dir is not None:
            self.look()
            gevent.sleep(LOOK_EVERY)

    def look(self) -> bool:
        """Take one if it is due; say whether it was."""
        due = self._is_due()
        if due:
            self._take_apart()
        return due

    def close(self) -> None:
        """End a backup that is being taken; what it has written so far is no backup."""
        if self._child is not None and self._child.poll() is None:
            self._child.kill()

    def _is_due(self) -> bool:
        known = last_backup(self._settings.data_dir)
        tried = None if known is None else known.tried
        if tried is not None and 0 <= tried < self._settings.backup_minutes * 60:
            return False
        try:
            with self._engine.connect() as connection:
                return known is None or bool(known.why) or known.mark != looking.mark(connection)
        except SQLAlchemyError:
            return False

    def _take_apart(self) -> None:
        # Packing holds an interpreter for seconds, and a meeting must not wait for it.
        command = [sys.executable, "-P", "-m", "app.backups.worker"]
        environment = os.environ | {"PYTHONPATH": str(ROOT)} | _as_environment(self._settings)
        self._child = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            code = self._child.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self._child.kill()
            code = self._child.wait()
        if code:
            known = last_backup(self._settings.data_dir)
            if known is None or not known.why:
                note_failure(self._settings.data_dir, f"The process that takes backups ended ({code}).")
            log.error("backup.failed", why=getattr(last_backup(self._settings.data_dir), "why", ""))


def take_one(settings: Settings) -> bool:
    """Take one automatic backup and remove what is older than is kept; False when another process does it already."""
    folder = settings.backup_dir
    if folder is None:
        return False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / _LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            target = folder / f"rapport-{clock.now():%Y%m%d-%H%M%S}.backup"
            told = take(settings, target)
            note_success(settings.data_dir, str(target), target.stat().st_size, told.mark)
            _rotate(folder, settings.backups_kept)
    except (BackupRefused, OSError) as wrong:
        note_failure(settings.data_dir, str(wrong))
        raise
    return True


def _rotate(folder: Path, kept: int) -> None:
    ours = sorted(file for file in folder.iterdir() if _OURS.fullmatch(file.name))
    last_of_day = {file.name[:_DAY]: file for file in ours}
    days = sorted(last_of_day)[-DAYS_KEPT:]
    staying = {*ours[-max(kept, 1) :], *(last_of_day[day] for day in days)}
    for file in ours:
        if file not in staying:
            file.unlink(missing_ok=True)
    # Of a backup that was cut short by a power cut: under the lock nobody else is writing one.
    for part in folder.glob(".rapport-*.backup.*.part"):
        part.unlink(missing_ok=True)


def _as_environment(settings: Settings) -> dict[str, str]:
    told = {
        "DATA_DIR": settings.data_dir,
        "DATABASE_URL": settings.database_url,
        "BACKUP_DIR": settings.backup_dir or "",
        "BACKUPS_KEPT": settings.backups_kept,
    }
    return {f"RAPPORT_{name}": str(value) for name, value in told.items()}

"""Finished files where several processes serve: kept in the database, so that any of them can give one out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from app.core.db import insert_into, writing
from exports.jobs.models import Export, ExportFile
from exports.jobs.rendering import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.engine import Engine
    from sqlalchemy.orm import Session


def keep(engine: Engine, export: int, path: Path) -> None:
    """Keep the file that was made of an export; the last one made counts."""
    data = path.read_bytes()
    with writing(engine) as db, db.begin():
        keeping = insert_into(db, ExportFile).values(export_id=export, data=data)
        db.execute(keeping.on_conflict_do_update(index_elements=["export_id"], set_={"data": data}))


def is_here(db: Session, row: Export, path: Path) -> bool:
    """Say whether the export's file lies at `path`, having put it there from the database where it has to be."""
    if _is_whole(row, path.read_bytes() if path.is_file() else b""):
        return True
    kept = db.get(ExportFile, row.id)
    if kept is None:
        # One process alone keeps its files where they were made.
        return path.is_file()
    write_whole(path, kept.data)
    return _is_whole(row, kept.data)


def _is_whole(row: Export, data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == row.sha256

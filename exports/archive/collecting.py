"""From a meeting in the database to an archive."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

import sqlalchemy as sa

from app.core import clock
from exports.archive.contract import OpenArchive
from exports.archive.files import Archive
from exports.archive.numbering import in_the_archive
from exports.archive.tables import HELD, Held

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

Notes = int | Literal["all"] | None
"""Whose private notes come along: one person's, everybody's, or nobody's."""

Numbers = dict[str, dict[int, int]]


def collect(db: Session, meeting_id: int, notes: Notes = None) -> Archive:
    """Give the archive of a meeting, of one state of the database."""
    read = {held.list: _rows(db, held, meeting_id) for held in HELD}
    if notes != "all":
        read["notes"] = [row for row in read["notes"] if notes is not None and row["person_id"] == notes]
    numbers = {
        held.list: {row["id"]: number for number, row in enumerate(read[held.list], start=1)}
        for held in HELD
        if held.is_numbered
    }
    files: dict[str, dict[str, Any]] = {}
    for held in HELD:
        files.setdefault(held.file, {})[held.list] = [_written(held, row, numbers) for row in read[held.list]]
    if notes is None:
        files.pop("notes")
    return Archive.model_validate(files)


def _rows(db: Session, held: Held, meeting_id: int) -> list[Mapping[str, Any]]:
    table = held.table
    of = table.c["id" if held.list == "meeting" else "meeting_id"]
    ordered = sa.select(table).where(of == meeting_id).order_by(*table.primary_key.columns)
    if held.list == "acts":
        # How a copy came about is no part of the meeting: a copy of a copy is the same archive.
        ordered = ordered.where(table.c.name != OpenArchive.name)
    return [dict(row) for row in db.execute(ordered).mappings()]


def _written(held: Held, row: Mapping[str, Any], numbers: Numbers) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for field, column in held.columns.items():
        value = row[column]
        refers = {**held.refers, **held.later}.get(field)
        if field == "no":
            told[field] = numbers[held.list][value]
        elif refers and isinstance(value, list):
            told[field] = [numbers[refers][each] for each in value if each in numbers[refers]]
        elif refers:
            told[field] = numbers[refers].get(value)
        else:
            told[field] = clock.iso(value) if isinstance(value, dt.datetime) else value
    if held.list == "sections":
        told["key"] = in_the_archive(told["key"], numbers)
    return told

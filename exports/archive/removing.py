"""Removing a meeting that was opened from an archive, as if it had never been opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.core import journal
from app.core.db import Base
from app.core.journal import CATCH_UP, Act, Entry, Stream
from exports.archive.contract import OpenArchive

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

ONLY_LOOKED = frozenset(
    {
        OpenArchive.name,
        "account.open",
        "account.keep_meeting",
        "archive.take",
        "export.request",
        "export.cancel",
        "session.end",
        "placement.export",
    }
)
"""Acts after which nothing would be lost with the meeting."""


def was_opened(db: Session, meeting_id: int) -> Act | None:
    """Give the act by which the meeting was opened from an archive."""
    opened = sa.select(Act).where(Act.meeting_id == meeting_id, Act.name == OpenArchive.name)
    return db.scalars(opened.order_by(Act.id.desc()).limit(1)).first()


def has_been_worked_in(db: Session, opened: Act) -> bool:
    """Say whether anybody has changed anything in the meeting since it was opened."""
    later = sa.select(Act.id).where(
        Act.meeting_id == opened.meeting_id, Act.id > opened.id, Act.name.not_in(ONLY_LOOKED)
    )
    return db.scalars(later.limit(1)).first() is not None


def remove_rows(db: Session, meeting_id: int) -> None:
    """Delete everything of a meeting, and see to it that no stream of its numbers is taken for another's."""
    streams = _streams(db, meeting_id)
    for table in reversed(Base.metadata.sorted_tables):
        mine = _of(table, meeting_id)
        if mine is not None:
            # Rows of one table refer to each other: they let go first, so that their order does not matter.
            own = {column.name: None for column in table.columns if _refers_to(column, table) and column.nullable}
            if own:
                db.execute(sa.update(table).where(mine).values(own))
            db.execute(sa.delete(table).where(mine))
    db.execute(sa.delete(Entry).where(Entry.stream.in_(streams)))
    ahead = sa.update(Stream).where(Stream.name.in_(streams))
    db.execute(ahead.values(revision=Stream.revision + CATCH_UP + 1))
    db.execute(sa.delete(journal.Measured).where(journal.Measured.meeting_id == meeting_id))


def _of(table: sa.Table, meeting_id: int) -> sa.ColumnElement[bool] | None:
    """Give which rows of a table are the meeting's: by its number, or by that of a row that is the meeting's."""
    if table.name == "meeting":
        return table.c.id == meeting_id
    if "meeting_id" in table.c:
        return table.c.meeting_id == meeting_id
    for key in table.foreign_keys:
        other = key.column.table
        if "meeting_id" in other.c:
            return key.parent.in_(sa.select(key.column).where(other.c.meeting_id == meeting_id))
    return None


def _refers_to(column: sa.Column[object], table: sa.Table) -> bool:
    return any(key.column.table is table for key in column.foreign_keys)


def _streams(db: Session, meeting_id: int) -> Collection[str]:
    names = sa.select(Stream.name)
    subjects = {"meeting": [meeting_id]}
    for kind, table in (("room", "room"), ("person", "person")):
        rows = sa.table(table, sa.column("id", sa.Integer), sa.column("meeting_id", sa.Integer))
        subjects[kind] = list(db.scalars(sa.select(rows.c.id).where(rows.c.meeting_id == meeting_id)))
    found = set()
    for kind, ids in subjects.items():
        wanted = {str(number) for number in ids}
        found |= {
            name for name in db.scalars(names.where(Stream.name.like(f"{kind}:%"))) if name.split(":")[1] in wanted
        }
    return found

"""Reads of exports, and the loader that locks one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import sqlalchemy as sa

from app.meetings.queries import lock, name_of
from exports.jobs.contract import ExportView
from exports.jobs.models import Export

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

UNFINISHED = ("waiting", "running")


class OfExport(Protocol):
    """A command that names an export."""

    @property
    def export(self) -> int:
        """The export's id."""


def lock_export(db: Session, command: OfExport) -> Export:
    """Lock the export the command names."""
    return lock(db, Export, command.export)


def export_view(db: Session, row: Export) -> ExportView:
    """Give an export as the chairs see it."""
    return ExportView(
        id=row.id,
        format=row.format,
        state=row.state,
        step=row.step,
        page=row.page,
        made_at=row.made_at,
        by=name_of(db, row.person_id),
        bytes=row.bytes,
        sha256=row.sha256,
        pages=row.pages,
        draft=row.draft,
        why=row.why,
    )


def exports_of(db: Session, meeting_id: int) -> Sequence[Export]:
    """Give the exports of a meeting, oldest first."""
    return db.scalars(sa.select(Export).where(Export.meeting_id == meeting_id).order_by(Export.id)).all()


def waiting(db: Session) -> Sequence[Export]:
    """Give the exports that wait, the longest first; those that a stopped server left running wait again."""
    return db.scalars(sa.select(Export).where(Export.state.in_(UNFINISHED)).order_by(Export.id).limit(20)).all()


def waiting_in(db: Session, meeting_id: int) -> int:
    """Count the unfinished exports of a meeting."""
    mine = (
        sa.select(sa.func.count())
        .select_from(Export)
        .where(Export.meeting_id == meeting_id, Export.state.in_(UNFINISHED))
    )
    return db.scalar(mine) or 0


def newest_final(db: Session, meeting_id: int) -> int | None:
    """Give the newest PDF of a meeting that was made of a released text."""
    made = sa.select(Export.id).where(Export.meeting_id == meeting_id, Export.format == "pdf", Export.state == "done")
    return db.scalar(made.where(~Export.draft).order_by(Export.id.desc()).limit(1))

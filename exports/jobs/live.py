"""Who sees exports: those who run the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.audience import Shown, fills, shows
from exports.jobs.models import Export
from exports.jobs.queries import export_view, exports_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@shows(Export)
def an_export(db: Session, row: Export) -> Iterator[Shown]:
    """The chairs see every export and how far it is."""
    yield f"meeting:{row.meeting_id}:chairs", export_view(db, row)


@fills("meeting:chairs")
def all_exports(db: Session, meeting_id: int) -> Iterator[object]:
    """All exports of the meeting."""
    yield from exports_of(db, meeting_id)

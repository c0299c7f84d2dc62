"""Reads of the living draft, and loaders that lock it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.meetings.queries import name_of
from exports.summary.contract import SectionView
from exports.summary.models import SectionText

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def words_for(db: Session, meeting_id: int, key: str) -> SectionText | None:
    """Lock and give a person's words for a section."""
    return db.get(SectionText, (meeting_id, key), with_for_update=True)


def section_view(db: Session, row: SectionText) -> SectionView:
    """Give a section's words as the chairs see them."""
    return SectionView(
        id=row.key,
        edited=not row.restored,
        body=row.body,
        base=row.base,
        version=row.version,
        edited_by=name_of(db, row.edited_by),
        edited_at=row.edited_at,
    )

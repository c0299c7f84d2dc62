"""Who sees what of the living draft: those who run the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.core.audience import Shown, fills, shows
from app.meetings.delegations.naming import display
from app.meetings.queries import name_of
from exports.summary.contract import ClearanceView
from exports.summary.models import Clearance, SectionText
from exports.summary.queries import section_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@shows(SectionText)
def a_section(db: Session, row: SectionText) -> Iterator[Shown]:
    """The chairs see each other's words."""
    yield f"meeting:{row.meeting_id}:chairs", section_view(db, row)


@shows(Clearance)
def a_clearance(db: Session, row: Clearance) -> Iterator[Shown]:
    """The chairs see who cleared which text."""
    view = ClearanceView(
        id=row.delegation, co_chair=display(row.delegation), digest=row.digest, by=name_of(db, row.person_id), at=row.at
    )
    yield f"meeting:{row.meeting_id}:chairs", view


@fills("meeting:chairs")
def the_draft(db: Session, meeting_id: int) -> Iterator[object]:
    """Words and clearances."""
    yield from db.scalars(sa.select(SectionText).where(SectionText.meeting_id == meeting_id))
    yield from db.scalars(sa.select(Clearance).where(Clearance.meeting_id == meeting_id))

"""Who sees the imports: the secretariat, which made them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.attendance.importing import queries
from app.attendance.importing.contract import ImportView
from app.attendance.importing.models import RosterImport
from app.core.audience import Shown, fills, shows
from app.meetings.queries import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@shows(RosterImport)
def an_import(db: Session, row: RosterImport) -> Iterator[Shown]:
    """The secretariat sees each import, what it made, and whether it was taken back."""
    became = Counter(str(each["became"]) for each in row.rows)
    yield (
        f"meeting:{row.meeting_id}:roster",
        ImportView(
            id=row.id,
            file=row.file,
            at=row.at,
            by=name_of(db, row.by_id),
            created=became["created"],
            matched=became["matched"],
            joined=became["joined"],
            refused=became["refused"],
            left_out=became["left_out"],
            undone_at=row.undone_at,
            undone_by=name_of(db, row.undone_by_id),
            kept=tuple(row.kept),
        ),
    )


@fills("meeting:roster")
def imports(db: Session, meeting_id: int) -> Iterator[object]:
    """The imports of the meeting."""
    yield from queries.imports_of_meeting(db, meeting_id)

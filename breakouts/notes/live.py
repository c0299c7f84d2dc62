"""Who sees private notes: the one who wrote them, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.audience import Shown, fills, shows
from breakouts.notes import queries, views
from breakouts.notes.models import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@shows(Note)
def a_note(_db: Session, row: Note) -> Iterator[Shown]:
    """Only its writer."""
    yield f"person:{row.person_id}", views.note(row)


@fills("person")
def own_notes(db: Session, person_id: int) -> Iterator[object]:
    """The person's own notes."""
    yield from queries.all_own(db, person_id)

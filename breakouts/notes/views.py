"""Notes as the one who writes them sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from breakouts.notes.contract import NoteKept, NoteView

if TYPE_CHECKING:
    from breakouts.notes.models import Note


def note(row: Note) -> NoteView:
    """Give the notes with their words."""
    return NoteView(id=row.room_id, room=row.room_id, body=row.body, version=row.version, edited_at=row.edited_at)


def kept(row: Note) -> NoteKept:
    """Give which version was kept, without the words."""
    return NoteKept(id=row.room_id, room=row.room_id, version=row.version, edited_at=row.edited_at)

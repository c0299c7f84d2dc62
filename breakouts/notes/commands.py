"""Writing private notes."""

from __future__ import annotations

from app.core.errors import Conflict
from app.core.handling import handles
from app.core.work import Work
from breakouts.notes import queries, views
from breakouts.notes.contract import NoteKept, WriteNote
from breakouts.notes.models import Note
from breakouts.notes.rules import the_note_takers
from breakouts.rooms.models import Room
from breakouts.rooms.queries import lock_room


@handles(WriteNote, on=lock_room, allow=the_note_takers, event="note.written")
def write_note(command: WriteNote, room: Room, work: Work) -> NoteKept:
    """Write one's own notes on a room; nobody else receives them. Who wrote them in another window is shown both.

    The answer says which version was kept; the words themselves come on the person's own stream.
    """
    note = queries.own(work.db, room.id, work.actor.person_id)
    if command.base != (note.version if note else 0):
        message = "You changed these notes in another window. Both are kept; compare the two."
        raise Conflict(message, **({"theirs": views.note(note).thing()} if note else {}))
    if note is None:
        person = work.actor.person_id
        note = Note(meeting_id=room.meeting_id, room_id=room.id, person_id=person, body=command.body, version=1)
        note.edited_at = work.at
        work.add(note)
    elif note.body != command.body:
        work.change(note)
        note.body, note.version, note.edited_at = command.body, note.version + 1, work.at
    work.about = room.title
    return views.kept(note)

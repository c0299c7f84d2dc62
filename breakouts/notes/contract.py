"""The command and the views of private notes."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Id, Moment, View
from app.core.text import Prose


class WriteNote(Command):
    """Write one's own notes on a room; `base` is the version one started from, 0 for the first."""

    name: ClassVar[str] = "note.write"
    room: Id
    body: Prose
    base: Annotated[int, Field(ge=0, lt=2**53, strict=True)]


class NoteView(View):
    """Somebody's notes on a room, for that person alone; `id` is the room's."""

    type: Literal["note"] = "note"
    room: int
    body: str
    version: int
    edited_at: Moment


class NoteKept(View):
    """The answer: the version that was kept. Answers are stored for repeated asks, so this one holds no words."""

    type: Literal["note_kept"] = "note_kept"
    room: int
    version: int
    edited_at: Moment

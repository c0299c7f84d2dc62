"""Commands of archives."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Flag, Id, View
from app.core.text import Sentence
from exports.archive.files import Archive


class TakeArchive(Command):
    """Take a meeting out as a file; the timeline says who did, and what for."""

    name: ClassVar[str] = "archive.take"
    meeting: Id
    purpose: Annotated[Sentence, Field(min_length=1, max_length=300)]
    with_my_notes: Flag = False


class OpenArchive(Command):
    """Open an archive as a new meeting."""

    name: ClassVar[str] = "archive.open"
    archive: Archive


class RemoveOpened(Command):
    """Remove a meeting that was opened from an archive and in which nobody has worked since."""

    name: ClassVar[str] = "archive.remove"
    meeting: Id


class RemovedView(View):
    """A meeting that was removed, with the numbers of its exports, whose files are to go too."""

    type: Literal["removed_meeting"] = "removed_meeting"
    exports: tuple[int, ...]

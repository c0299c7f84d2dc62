"""Two who change the same at once: the later one is shown what stands there now, and nothing is overwritten."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from app.core.contract import Command, View
from app.core.errors import Conflict
from app.core.sentences import say
from app.core.work import Work

_NOT_A_FIELD = {"base", "meeting", "session", "part", "speaker", "room", "person"}


class Versioned(Protocol):
    """A row that counts its changes."""

    version: Any


Row = TypeVar("Row", bound=Versioned)


def changes_of(command: Command) -> dict[str, Any]:
    """Give the fields that the command changes; those it leaves alone are not among them."""
    return command.model_dump(exclude=_NOT_A_FIELD, exclude_none=True, exclude_unset=True)


def refuse_older(base: int, version: int, theirs: View) -> None:
    """Raise Conflict with the thing as it is now where the command started from another version of it."""
    if base != version:
        message = say("Somebody changed this while you were writing. Yours is kept here; compare the two.")
        raise Conflict(message, theirs=theirs.thing())


def change(work: Work, row: Row) -> Row:
    """Announce that the row is about to change, and count the change."""
    work.change(row).version += 1
    return row

"""Commands of who goes where."""

from __future__ import annotations

from typing import ClassVar

from app.core.contract import Command, Id


class PlacePerson(Command):
    """Put a person into a room of a round, or move them there."""

    name: ClassVar[str] = "placement.put"
    round: Id
    person: Id
    room: Id


class UnplacePerson(Command):
    """Take a person out of the rooms of a round."""

    name: ClassVar[str] = "placement.remove"
    round: Id
    person: Id

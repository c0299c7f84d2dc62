"""Commands and views of who goes where."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Id, Sent, View

MOST_MOVES = 4_000
"""So many people are moved by one command at the most."""


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


class Move(Sent):
    """A person and the room they are to be in; none, to take them out of the rooms."""

    person: Id
    room: Id | None


class PlaceMany(Command):
    """Move many people at once, all or nobody; what was filled by a plan is no pin."""

    name: ClassVar[str] = "placement.put_many"
    round: Id
    moves: Annotated[tuple[Move, ...], Field(min_length=1, max_length=MOST_MOVES)]
    how: Literal["put", "filled"] = "put"


class ChooseRoom(Command):
    """Choose one's own room of a round, or none any more."""

    name: ClassVar[str] = "placement.choose"
    round: Id
    room: Id | None


class UndoPlacement(Command):
    """Take back one's own last move of people in a round, or the one that was asked under this id."""

    name: ClassVar[str] = "placement.undo"
    round: Id
    act: Annotated[str, Field(max_length=64)] | None = None


class ExportPlaces(Command):
    """Take out the list of who is in which room of a round, as CSV."""

    name: ClassVar[str] = "placement.export"
    round: Id


class Moved(View):
    """How many people were moved, and how many stay where somebody else has put them since."""

    type: Literal["moved"] = "moved"
    moved: int
    left: int = 0


class Sheet(View):
    """A file: its name and all that stands in it."""

    type: Literal["sheet"] = "sheet"
    file: str
    text: str


class PlacesView(View):
    """How many places of a room are taken; None where so few that the number would name them."""

    type: Literal["room_places"] = "room_places"
    taken: int | None

"""Commands and views of a room as it is planned."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Id, Version, View, Whole
from app.core.text import Address, OptionalName, OptionalTitle, Sentence, Word
from breakouts.rooms.contract import Capacity


class PlanRoom(Command):
    """Change a breakout room's number, title, question, moderating delegation, video link, attribution or places."""

    name: ClassVar[str] = "room.plan"
    room: Id
    base: Version
    number: Annotated[Whole, Field(ge=0, le=999)] | None = None
    title: OptionalTitle | None = None
    question: Sentence | None = None
    moderated_by: OptionalName | None = None
    video_link: Address | None = None
    attribution: Word | None = None
    capacity: Capacity | None = None


class MoveRoom(Command):
    """Move a room behind another one of its round, or to the beginning; the rooms are numbered anew."""

    name: ClassVar[str] = "room.move"
    room: Id
    after: Id | None


class RemoveRoom(Command):
    """Take a breakout room out that holds nothing yet."""

    name: ClassVar[str] = "room.remove"
    room: Id


class RoomPlanView(View):
    """A breakout room as it is planned, for those who set the meeting up."""

    type: Literal["room_plan"] = "room_plan"
    version: int
    round: int
    part: int
    number: int
    title: str
    question: str
    moderated_by: str
    video_link: str
    attribution: str
    capacity: int
    state: str

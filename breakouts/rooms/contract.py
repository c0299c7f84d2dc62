"""Commands and views of rooms."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Id, Moment, Version, View, Whole
from app.core.text import Address, OptionalName, OptionalTitle, Prose, Sentence, Word

Capacity = Annotated[Whole, Field(ge=0, le=20_000)]
"""So many places; 0 for no limit."""


class AddRoom(Command):
    """Add a breakout room to a round."""

    name: ClassVar[str] = "room.add"
    round: Id
    number: Annotated[Whole, Field(ge=0, le=999)]
    title: OptionalTitle = ""
    question: Sentence = ""
    moderated_by: OptionalName = ""
    video_link: Address = ""
    capacity: Capacity = 0
    attribution: Word = "not attributed"
    narrative: Prose = ""
    lead_in: Prose = ""


class EditRoom(Command):
    """Change a room's title, question, video link or number of places."""

    name: ClassVar[str] = "room.edit"
    room: Id
    title: OptionalTitle | None = None
    question: Sentence | None = None
    video_link: Address | None = None
    capacity: Capacity | None = None


class ExtendRoom(Command):
    """Give one open room more time."""

    name: ClassVar[str] = "room.extend"
    room: Id
    minutes: Annotated[Whole, Field(ge=-600, le=600)]


class NarrateRoom(Command):
    """Write the room's narrative and the sentence that leads to its points."""

    name: ClassVar[str] = "room.narrate"
    room: Id
    narrative: Prose
    lead_in: Prose
    base: Version


class AskForHelp(Command):
    """Call the secretariat to a room."""

    name: ClassVar[str] = "room.ask_for_help"
    room: Id
    what: Sentence = ""


class HelpGiven(Command):
    """Say that the help a room asked for has come."""

    name: ClassVar[str] = "room.help_given"
    room: Id


class RoomView(View):
    """What everybody may know of a room."""

    type: Literal["room"] = "room"
    kind: str
    round: int | None
    part: int
    number: int
    title: str
    question: str
    moderated_by: str
    capacity: int
    moderators: tuple[str, ...]
    rapporteurs: tuple[str, ...]
    state: str
    opened_at: Moment | None
    ends_at: Moment | None
    closed_at: Moment | None
    report: str
    attribution: str


class DoorView(View):
    """The link to the room's video call, for those in it."""

    type: Literal["room_door"] = "room_door"
    video_link: str


class RoomTextView(View):
    """The room's narrative and lead-in, for those who write them."""

    type: Literal["room_text"] = "room_text"
    narrative: str
    lead_in: str
    version: int
    edited_by: str
    edited_at: Moment | None


class HelpView(View):
    """A call for help."""

    type: Literal["help"] = "help"
    what: str
    since: Moment


class MemberView(View):
    """Somebody placed in the room."""

    type: Literal["member"] = "member"
    room: int
    name: str
    delegation: str
    present: bool

"""Commands of the set-up as a whole, and the plan they carry."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Flag, Id, Sent, View, Whole
from app.core.text import Address, Email, Name, OptionalName, OptionalTitle, Prose, Sentence, Title, Word
from app.meetings.contract import PartPlan, SessionPlan
from app.meetings.hours import Day
from app.meetings.zones import TimeZone
from breakouts.rooms.contract import Capacity

Days = Literal["keep", "empty", "shift"]
"""What becomes of the days: as they are, none yet, or moved so that the first session is on a given day."""


class RoomPlan(Sent):
    """A breakout room, as planned."""

    number: Annotated[Whole, Field(ge=0, le=999)]
    title: OptionalTitle = ""
    question: Sentence = ""
    moderated_by: OptionalName = ""
    video_link: Address = ""
    attribution: Word = "not attributed"
    capacity: Capacity = 0


class PartWithRooms(PartPlan):
    """A part with its breakout rooms, as planned."""

    rooms: Annotated[tuple[RoomPlan, ...], Field(max_length=200)] = ()


class SessionWithRooms(SessionPlan):
    """A session with its parts and their rooms, as planned."""

    parts: Annotated[tuple[PartWithRooms, ...], Field(max_length=60)] = ()


class TaskPlan(Sent):
    """A task of a person; `room` counts from 1 through all rooms of the plan, 0 where it is a task of no room.

    The secretariat is not among them: no file makes somebody master of a meeting.
    """

    role: Literal["co_chair", "moderator", "rapporteur", "observer", "display"]
    room: Annotated[Whole, Field(ge=0, le=10_000)] = 0


class PersonPlan(Sent):
    """Somebody in charge, as planned."""

    person_name: Name
    title: OptionalTitle = ""
    delegation: OptionalName = ""
    email: Email = ""
    tasks: Annotated[tuple[TaskPlan, ...], Field(max_length=60)] = ()


class SetUpPlan(Sent):
    """A whole set-up."""

    title: Title
    process: OptionalTitle = ""
    running_head: OptionalTitle = ""
    document_title: Annotated[Sentence, Field(max_length=600)] = ""
    overview: Annotated[tuple[Sentence, ...], Field(max_length=60)] = ()
    introduction: Prose = ""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    time_zone: TimeZone = "UTC"
    video_link: Address = ""
    walk_ins: Literal["admit", "lobby"] = "lobby"
    drafts_for_chairs: Flag = False
    attribution: Word = "not attributed"
    co_chairs: Annotated[tuple[Name, ...], Field(max_length=12)] = ()
    sessions: Annotated[tuple[SessionWithRooms, ...], Field(max_length=60)] = ()
    people: Annotated[tuple[PersonPlan, ...], Field(max_length=500)] = ()


class FillMeeting(Command):
    """Set a meeting up from a plan, in which no session is planned yet."""

    name: ClassVar[str] = "meeting.fill"
    meeting: Id
    plan: SetUpPlan
    days: Days = "keep"
    first_day: Day = ""


class DuplicateMeeting(Command):
    """Begin a new meeting that is planned like this one."""

    name: ClassVar[str] = "meeting.duplicate"
    meeting: Id
    title: Title
    days: Days = "empty"
    first_day: Day = ""
    with_people: Flag = False


class DuplicateView(View):
    """The new meeting, and a link with which the asker enters it, shown once."""

    type: Literal["duplicate"] = "duplicate"
    person: int
    secret: str

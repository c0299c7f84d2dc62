"""Commands and views of the meeting and its run of show."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Flag, Id, Moment, Sent, Version, View, Whole
from app.core.text import Address, Name, OptionalName, OptionalTitle, Prose, Sentence, Title, Word
from app.meetings.hours import Hour
from app.meetings.zones import TimeZone

PartKind = Literal["remarks", "panel", "breakouts", "plenary", "closing"]


class SpeakerPlan(Sent):
    """A speaker on the programme."""

    speaker: OptionalName = ""
    title: OptionalTitle = ""
    delegation: OptionalName = ""
    minutes: Annotated[Whole, Field(ge=0, le=600)] = 0


class PartPlan(Sent):
    """A part of a session, as planned."""

    title: OptionalTitle = ""
    kind: PartKind
    minutes: Annotated[Whole, Field(ge=0, le=1440)] = 0
    narrative: Prose = ""
    speakers: Annotated[tuple[SpeakerPlan, ...], Field(max_length=100)] = ()


class SessionPlan(Sent):
    """A session, as planned."""

    title: OptionalTitle = ""
    date: dt.date | None = None
    begins: Hour = ""
    ends: Hour = ""
    parts: Annotated[tuple[PartPlan, ...], Field(max_length=60)] = ()


class CreateMeeting(Command):
    """Create a meeting with its sessions and parts."""

    name: ClassVar[str] = "meeting.create"
    title: Title
    process: OptionalTitle = ""
    running_head: OptionalTitle = ""
    document_title: Annotated[Sentence, Field(max_length=600)] = ""
    overview: Annotated[tuple[Sentence, ...], Field(max_length=60)] = ()
    introduction: Prose = ""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    co_chairs: Annotated[tuple[Name, ...], Field(max_length=12)] = ()
    walk_ins: Literal["admit", "lobby"] = "lobby"
    drafts_for_chairs: Flag = False
    time_zone: TimeZone = "UTC"
    video_link: Address = ""
    attribution: Word = "not attributed"
    sessions: Annotated[tuple[SessionPlan, ...], Field(max_length=60)] = ()


class StartMeeting(Command):
    """Begin the meeting."""

    name: ClassVar[str] = "meeting.start"
    meeting: Id


class CloseMeeting(Command):
    """Close the meeting; what was captured stays."""

    name: ClassVar[str] = "meeting.close"
    meeting: Id


class SayToAll(Command):
    """Show a message on everybody's screen; an empty one takes it away."""

    name: ClassVar[str] = "meeting.say"
    meeting: Id
    message: Sentence = ""


class OpenSession(Command):
    """Open a dated session; people who are there are counted from now on."""

    name: ClassVar[str] = "session.open"
    session: Id


class CloseSession(Command):
    """Close a dated session."""

    name: ClassVar[str] = "session.close"
    session: Id


class StartPart(Command):
    """Start a part of the run of show; the one before it ends."""

    name: ClassVar[str] = "part.start"
    part: Id


class EndPart(Command):
    """End a part of the run of show."""

    name: ClassVar[str] = "part.end"
    part: Id


class NarratePart(Command):
    """Write the narrative of a part."""

    name: ClassVar[str] = "part.narrate"
    part: Id
    narrative: Prose
    base: Version


class MeetingView(View):
    """What everybody in it may know of the meeting."""

    type: Literal["meeting"] = "meeting"
    title: str
    process: str
    state: str
    running_head: str
    co_chairs: tuple[str, ...]
    message: str
    join_code: str
    language: str
    drafts_for_chairs: bool


class SessionView(View):
    """A dated session."""

    type: Literal["session"] = "session"
    position: int
    title: str
    date: dt.date | None
    state: str
    opened_at: Moment | None
    closed_at: Moment | None


class PartView(View):
    """A part of the run of show, without its narrative."""

    type: Literal["part"] = "part"
    session: int
    position: int
    title: str
    kind: str
    state: str
    minutes: int
    started_at: Moment | None
    ended_at: Moment | None


class SpeakerView(View):
    """A speaker on the programme."""

    type: Literal["speaker"] = "speaker"
    part: int
    position: int
    name: str
    title: str
    delegation: str
    minutes: int


class PartTextView(View):
    """The narrative of a part, for those who write and read it."""

    type: Literal["part_text"] = "part_text"
    narrative: str
    version: int
    edited_by: str
    edited_at: Moment | None

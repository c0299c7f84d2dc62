"""Commands and views of the programme. A command gives only what it changes; `base` is the version it started from."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from app.core.contract import Command, Flag, Id, Version, View, Whole
from app.core.text import Address, Name, OptionalName, OptionalTitle, Prose, Sentence, Title, Word
from app.meetings.contract import PartKind, PartPlan, SpeakerPlan
from app.meetings.hours import Day, Hour
from app.meetings.zones import TimeZone

Minutes = Annotated[Whole, Field(ge=0, le=1440)]
SpeakerMinutes = Annotated[Whole, Field(ge=0, le=600)]


class EditMeeting(Command):
    """Change the meeting's basics."""

    name: ClassVar[str] = "meeting.edit"
    meeting: Id
    base: Version
    title: Title | None = None
    process: OptionalTitle | None = None
    running_head: OptionalTitle | None = None
    document_title: Annotated[Sentence, Field(max_length=600)] | None = None
    overview: Prose | None = None
    introduction: Prose | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] | None = None
    time_zone: TimeZone | None = None
    video_link: Address | None = None
    walk_ins: Literal["admit", "lobby"] | None = None
    drafts_for_chairs: Flag | None = None
    attribution: Word | None = None


class SetCoChairs(Command):
    """Say who co-chairs the meeting, in their order."""

    name: ClassVar[str] = "co_chair.set"
    meeting: Id
    base: Version
    co_chairs: Annotated[tuple[Name, ...], Field(max_length=12)]


class AddSession(Command):
    """Add a dated session, with its parts where they are known."""

    name: ClassVar[str] = "session.add"
    meeting: Id
    title: OptionalTitle = ""
    date: Day = ""
    begins: Hour = ""
    ends: Hour = ""
    parts: Annotated[tuple[PartPlan, ...], Field(max_length=60)] = ()
    after: Id | None = None


class EditSession(Command):
    """Change a session's title, day or hours."""

    name: ClassVar[str] = "session.edit"
    session: Id
    base: Version
    title: OptionalTitle | None = None
    date: Day | None = None
    begins: Hour | None = None
    ends: Hour | None = None


class MoveSession(Command):
    """Move a planned session behind another one, or to the beginning."""

    name: ClassVar[str] = "session.move"
    session: Id
    after: Id | None


class RemoveSession(Command):
    """Take a session out that holds nothing yet."""

    name: ClassVar[str] = "session.remove"
    session: Id


class AddPart(Command):
    """Add a part to a session."""

    name: ClassVar[str] = "part.add"
    session: Id
    title: OptionalTitle = ""
    kind: PartKind
    minutes: Minutes = 0
    speakers: Annotated[tuple[SpeakerPlan, ...], Field(max_length=100)] = ()
    after: Id | None = None


class EditPart(Command):
    """Change a part's title, kind or minutes."""

    name: ClassVar[str] = "part.edit"
    part: Id
    base: Version
    title: OptionalTitle | None = None
    kind: PartKind | None = None
    minutes: Minutes | None = None


class MovePart(Command):
    """Move a planned part behind another one of the session, or to its beginning; also into another session."""

    name: ClassVar[str] = "part.move"
    part: Id
    session: Id
    after: Id | None


class RemovePart(Command):
    """Take a part out that holds nothing yet."""

    name: ClassVar[str] = "part.remove"
    part: Id


class AddSpeaker(Command):
    """Put a speaker on the programme of a part."""

    name: ClassVar[str] = "speaker.add"
    part: Id
    speaker_name: OptionalName = ""
    title: OptionalTitle = ""
    delegation: OptionalName = ""
    minutes: SpeakerMinutes = 0
    after: Id | None = None


class EditSpeaker(Command):
    """Change a speaker's name, title, delegation or minutes."""

    name: ClassVar[str] = "speaker.edit"
    speaker: Id
    base: Version
    speaker_name: OptionalName | None = None
    title: OptionalTitle | None = None
    delegation: OptionalName | None = None
    minutes: SpeakerMinutes | None = None


class MoveSpeaker(Command):
    """Move a speaker behind another one of the part, or to the beginning."""

    name: ClassVar[str] = "speaker.move"
    speaker: Id
    after: Id | None


class RemoveSpeaker(Command):
    """Take a speaker off the programme."""

    name: ClassVar[str] = "speaker.remove"
    speaker: Id


class BasicsView(View):
    """The meeting's basics, for those who set it up. `overview` has a paragraph a line."""

    type: Literal["basics"] = "basics"
    version: int
    title: str
    process: str
    running_head: str
    document_title: str
    overview: str
    introduction: str
    language: str
    time_zone: str
    video_link: str
    walk_ins: str
    drafts_for_chairs: bool
    attribution: str
    co_chairs: tuple[str, ...]


class SessionPlanView(View):
    """A session as it is planned; days and hours by the meeting's own clock, empty where there is none yet."""

    type: Literal["session_plan"] = "session_plan"
    version: int
    position: int
    title: str
    date: str
    begins: str
    ends: str
    state: str


class PartPlanView(View):
    """A part as it is planned."""

    type: Literal["part_plan"] = "part_plan"
    version: int
    session: int
    position: int
    title: str
    kind: str
    minutes: int
    state: str


class SpeakerPlanView(View):
    """A speaker as planned."""

    type: Literal["speaker_plan"] = "speaker_plan"
    version: int
    part: int
    position: int
    speaker_name: str
    title: str
    delegation: str
    minutes: int

"""The files of an archive, and the whole of it."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from app.core.contract import Sent
from exports.archive.schema import (
    ActRow,
    ClearanceRow,
    CoChairRow,
    Count,
    MeetingRow,
    NoteRow,
    PartRow,
    PersonRow,
    PlacementRow,
    PointRow,
    RoleRow,
    RoomRow,
    RoundRow,
    SectionRow,
    SessionRow,
    SpeakerRow,
    StageRow,
    StayRow,
    UnmatchedRow,
)

FORMAT: Final = "rapport archive"
VERSION = 1
HEAD = "archive.json"


class MeetingFile(Sent):
    """`meeting.json`: the meeting and its programme."""

    meeting: Annotated[tuple[MeetingRow, ...], Field(min_length=1, max_length=1)]
    co_chairs: Annotated[tuple[CoChairRow, ...], Field(max_length=60)]
    sessions: Annotated[tuple[SessionRow, ...], Field(max_length=200)]
    parts: Annotated[tuple[PartRow, ...], Field(max_length=5_000)]
    speakers: Annotated[tuple[SpeakerRow, ...], Field(max_length=20_000)]
    stage: Annotated[tuple[StageRow, ...], Field(max_length=1)]


class PeopleFile(Sent):
    """`people.json`: people, their roles and their places."""

    people: Annotated[tuple[PersonRow, ...], Field(max_length=20_000)]
    roles: Annotated[tuple[RoleRow, ...], Field(max_length=20_000)]
    placements: Annotated[tuple[PlacementRow, ...], Field(max_length=100_000)]


class RoomsFile(Sent):
    """`rooms.json`: rounds and rooms, with what was written of each room."""

    rounds: Annotated[tuple[RoundRow, ...], Field(max_length=1_000)]
    rooms: Annotated[tuple[RoomRow, ...], Field(max_length=5_000)]


class PointsFile(Sent):
    """`points.json`: takeaways and proposals."""

    points: Annotated[tuple[PointRow, ...], Field(max_length=50_000)]


class AttendanceFile(Sent):
    """`attendance.json`: the ledger of who was there."""

    stays: Annotated[tuple[StayRow, ...], Field(max_length=200_000)]
    unmatched: Annotated[tuple[UnmatchedRow, ...], Field(max_length=20_000)]


class SummaryFile(Sent):
    """`summary.json`: people's words in the summary, and clearances."""

    sections: Annotated[tuple[SectionRow, ...], Field(max_length=10_000)]
    clearances: Annotated[tuple[ClearanceRow, ...], Field(max_length=60)]


class TimelineFile(Sent):
    """`timeline.json`: who did what and when."""

    acts: Annotated[tuple[ActRow, ...], Field(max_length=200_000)]


class NotesFile(Sent):
    """`notes.json`: private notes, only where they were asked for."""

    notes: Annotated[tuple[NoteRow, ...], Field(max_length=20_000)]


class Archive(Sent):
    """The whole archive."""

    meeting: MeetingFile
    people: PeopleFile
    rooms: RoomsFile
    points: PointsFile
    attendance: AttendanceFile
    summary: SummaryFile
    timeline: TimelineFile
    notes: NotesFile | None = None


class Origin(Sent):
    """Where an archive comes from: the meeting's number and the epoch of the database there."""

    meeting: int
    epoch: str


class Listed(Sent):
    """A file of the archive."""

    bytes: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Head(Sent):
    """`archive.json`: what this file is, from where and when."""

    format: Literal["rapport archive"]
    version: Annotated[int, Field(ge=1)]
    program: Annotated[str, Field(max_length=40)]
    made_at: Annotated[str, Field(max_length=40)]
    origin: Origin
    holds: dict[str, Count]
    files: dict[str, Listed]


FILES = tuple(f"{name}.json" for name in Archive.model_fields)
"""The names of the files beside the head."""

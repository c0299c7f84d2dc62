"""The programme as it is set up: told to those who run the meeting, and to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.audience import Shown, fills, shows, stream_kind
from app.meetings import queries
from app.meetings.models import Meeting, MeetingSession, Part, Speaker
from app.meetings.programme import views
from app.meetings.rules import the_chairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

stream_kind("meeting:setup", lambda db, number: queries.find(db, Meeting, number), the_chairs)


@shows(Meeting)
def basics(_db: Session, row: Meeting) -> Iterator[Shown]:
    """The meeting's basics."""
    yield f"meeting:{row.id}:setup", views.basics(row)


@shows(MeetingSession)
def a_session(_db: Session, row: MeetingSession) -> Iterator[Shown]:
    """A session with its hours."""
    yield f"meeting:{row.meeting_id}:setup", views.session_plan(row)


@shows(Part)
def a_part(_db: Session, row: Part) -> Iterator[Shown]:
    """A part as planned."""
    yield f"meeting:{row.meeting_id}:setup", views.part_plan(row)


@shows(Speaker)
def a_speaker(_db: Session, row: Speaker) -> Iterator[Shown]:
    """A speaker as planned."""
    yield f"meeting:{row.meeting_id}:setup", views.speaker_plan(row)


@fills("meeting:setup")
def programme(db: Session, meeting_id: int) -> Iterator[object]:
    """The whole programme."""
    meeting = queries.with_programme(db, meeting_id)
    yield meeting
    for session in meeting.sessions:
        yield session
        for part in session.parts:
            yield part
            yield from part.speakers

"""Who sees what of the meeting, its run of show and its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.accounts.models import Person
from app.accounts.rules import somebody_in_the_meeting, the_big_screen, the_person_alone, the_staff
from app.core.audience import Shown, fills, shows, stream_kind
from app.meetings import queries
from app.meetings.contract import MeetingView, PartView, SessionView, SpeakerView
from app.meetings.delegations.naming import display
from app.meetings.models import Meeting, MeetingSession, Part, Speaker
from app.meetings.rules import the_chairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


stream_kind("meeting", lambda db, number: queries.find(db, Meeting, number), somebody_in_the_meeting | the_big_screen)
stream_kind("meeting:staff", lambda db, number: queries.find(db, Meeting, number), the_staff)
stream_kind("meeting:chairs", lambda db, number: queries.find(db, Meeting, number), the_chairs)
stream_kind("person", lambda db, number: queries.find(db, Person, number), the_person_alone)


@shows(Meeting)
def the_meeting(_db: Session, row: Meeting) -> Iterator[Shown]:
    """Everybody sees the meeting; its code is on the big screen anyway."""
    names = tuple(display(chair.delegation) for chair in row.co_chairs)
    yield (
        f"meeting:{row.id}",
        MeetingView(
            id=row.id,
            title=row.title,
            process=row.process,
            state=row.state,
            running_head=row.running_head,
            co_chairs=names,
            message=row.message,
            join_code=row.join_code,
            language=row.language,
            drafts_for_chairs=row.drafts_for_chairs,
        ),
    )


@shows(MeetingSession)
def a_session(_db: Session, row: MeetingSession) -> Iterator[Shown]:
    """Everybody sees the sessions."""
    view = SessionView(
        id=row.id,
        position=row.position,
        title=row.title,
        date=row.date,
        state=row.state,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
    )
    yield f"meeting:{row.meeting_id}", view


@shows(Part)
def a_part(db: Session, row: Part) -> Iterator[Shown]:
    """Everybody sees the run of show; the narrative is for the staff until the summary is released."""
    yield (
        f"meeting:{row.meeting_id}",
        PartView(
            id=row.id,
            session=row.session_id,
            position=row.position,
            title=row.title,
            kind=row.kind,
            state=row.state,
            minutes=row.minutes,
            started_at=row.started_at,
            ended_at=row.ended_at,
        ),
    )
    yield f"meeting:{row.meeting_id}:staff", queries.part_text(db, row)


@shows(Speaker)
def a_speaker(_db: Session, row: Speaker) -> Iterator[Shown]:
    """Everybody sees who is on the programme."""
    view = SpeakerView(
        id=row.id,
        part=row.part_id,
        position=row.position,
        name=row.name,
        title=row.title,
        delegation=display(row.delegation),
        minutes=row.minutes,
    )
    yield f"meeting:{row.meeting_id}", view


@fills("meeting")
def run_of_show(db: Session, meeting_id: int) -> Iterator[object]:
    """Everything that everybody sees of the meeting."""
    meeting = queries.with_programme(db, meeting_id)
    yield meeting
    for session in meeting.sessions:
        yield session
        for part in session.parts:
            yield part
            yield from part.speakers


@fills("meeting:staff")
def narratives(db: Session, meeting_id: int) -> Iterator[object]:
    """The narratives of all parts."""
    yield from db.scalars(sa.select(Part).where(Part.meeting_id == meeting_id))

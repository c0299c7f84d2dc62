"""Loaders that lock a piece of the programme, always with its meeting first: whoever moves one moves others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import sqlalchemy as sa

from app.core.errors import Forbidden
from app.meetings.models import Meeting, MeetingSession, Part, Speaker
from app.meetings.queries import OfPart, OfSession, lock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


Row = TypeVar("Row", MeetingSession, Part, Speaker)


class OfSpeaker(Protocol):
    """A command that names a speaker."""

    @property
    def speaker(self) -> int:
        """The speaker's id."""


def lock_session(db: Session, command: OfSession) -> MeetingSession:
    """Lock the session the command names, after its meeting."""
    return _with_meeting(db, MeetingSession, command.session)


def lock_part(db: Session, command: OfPart) -> Part:
    """Lock the part the command names, after its meeting."""
    return _with_meeting(db, Part, command.part)


def lock_speaker(db: Session, command: OfSpeaker) -> Speaker:
    """Lock the speaker the command names, after their meeting."""
    return _with_meeting(db, Speaker, command.speaker)


def sessions_of(db: Session, meeting_id: int) -> Sequence[MeetingSession]:
    """Give the meeting's sessions in order."""
    mine = sa.select(MeetingSession).where(MeetingSession.meeting_id == meeting_id)
    return db.scalars(mine.order_by(MeetingSession.position, MeetingSession.id)).all()


def parts_of(db: Session, session_id: int) -> Sequence[Part]:
    """Give the session's parts in order."""
    return db.scalars(sa.select(Part).where(Part.session_id == session_id).order_by(Part.position, Part.id)).all()


def speakers_of(db: Session, part_id: int) -> Sequence[Speaker]:
    """Give the part's speakers in order."""
    mine = sa.select(Speaker).where(Speaker.part_id == part_id)
    return db.scalars(mine.order_by(Speaker.position, Speaker.id)).all()


def _with_meeting(db: Session, model: type[Row], row_id: int) -> Row:
    meeting_id = db.scalar(sa.select(model.meeting_id).where(model.id == row_id))
    if meeting_id is None:
        raise Forbidden
    lock(db, Meeting, meeting_id)
    return lock(db, model, row_id)

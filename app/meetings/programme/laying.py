"""Laying a session or a part out as it is planned, with all that is in it."""

from __future__ import annotations

from app.core.work import Work
from app.meetings.contract import PartPlan, SessionPlan, SpeakerPlan
from app.meetings.delegations.naming import code_for
from app.meetings.events import PartAdded
from app.meetings.hours import as_time
from app.meetings.models import MeetingSession, Part, Speaker


def lay_session(work: Work, meeting_id: int, position: int, plan: SessionPlan) -> MeetingSession:
    """Add a session at this position with its parts and their speakers."""
    session = work.add(
        MeetingSession(
            meeting_id=meeting_id,
            position=position,
            title=plan.title,
            date=plan.date,
            begins=as_time(plan.begins),
            ends=as_time(plan.ends),
        )
    )
    for number, part in enumerate(plan.parts, start=1):
        lay_part(work, session, number, part)
    work.db.refresh(session)
    return session


def lay_part(work: Work, session: MeetingSession, position: int, plan: PartPlan) -> Part:
    """Add a part at this position with its speakers; what belongs to every part is laid out with it."""
    part = work.add(
        Part(
            meeting_id=session.meeting_id,
            session_id=session.id,
            position=position,
            title=plan.title,
            kind=plan.kind,
            minutes=plan.minutes,
            narrative=plan.narrative,
            version=1 if plan.narrative else 0,
        )
    )
    for number, speaker in enumerate(plan.speakers, start=1):
        lay_speaker(work, part, number, speaker)
    work.db.refresh(part)
    work.happened(PartAdded(part))
    return part


def lay_speaker(work: Work, part: Part, position: int, plan: SpeakerPlan) -> Speaker:
    """Put a speaker on the programme of a part at this position."""
    return work.add(
        Speaker(
            meeting_id=part.meeting_id,
            part_id=part.id,
            position=position,
            name=plan.speaker,
            title=plan.title,
            delegation=code_for(plan.delegation),
            minutes=plan.minutes,
        )
    )

"""The programme as those who set it up see it."""

from __future__ import annotations

from app.meetings.delegations.naming import display
from app.meetings.hours import day_text, hour_text
from app.meetings.models import Meeting, MeetingSession, Part, Speaker
from app.meetings.programme.contract import BasicsView, PartPlanView, SessionPlanView, SpeakerPlanView


def basics(row: Meeting) -> BasicsView:
    """Give the meeting's basics."""
    return BasicsView(
        id=row.id,
        version=row.version,
        title=row.title,
        process=row.process,
        running_head=row.running_head,
        document_title=row.document_title,
        overview="\n".join(row.overview),
        introduction=row.introduction,
        language=row.language,
        time_zone=row.time_zone,
        video_link=row.video_link,
        walk_ins=row.walk_ins,
        drafts_for_chairs=row.drafts_for_chairs,
        attribution=row.attribution,
        co_chairs=tuple(display(chair.delegation) for chair in row.co_chairs),
    )


def session_plan(row: MeetingSession) -> SessionPlanView:
    """Give a session as it is planned."""
    return SessionPlanView(
        id=row.id,
        version=row.version,
        position=row.position,
        title=row.title,
        date=day_text(row.date),
        begins=hour_text(row.begins),
        ends=hour_text(row.ends),
        state=row.state,
    )


def part_plan(row: Part) -> PartPlanView:
    """Give a part as it is planned."""
    return PartPlanView(
        id=row.id,
        version=row.plan_version,
        session=row.session_id,
        position=row.position,
        title=row.title,
        kind=row.kind,
        minutes=row.minutes,
        state=row.state,
    )


def speaker_plan(row: Speaker) -> SpeakerPlanView:
    """Give a speaker as planned."""
    return SpeakerPlanView(
        id=row.id,
        version=row.version,
        part=row.part_id,
        position=row.position,
        speaker_name=row.name,
        title=row.title,
        delegation=display(row.delegation),
        minutes=row.minutes,
    )

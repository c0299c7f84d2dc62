"""Tables: meetings, co-chairs, sessions, parts, speakers."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, reference


class Meeting(Base):
    """One meeting, of one or several dated sessions."""

    __tablename__ = "meeting"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(300))
    process: Mapped[str] = mapped_column(sa.String(300), default="")
    running_head: Mapped[str] = mapped_column(sa.String(300), default="")
    document_title: Mapped[str] = mapped_column(sa.String(600), default="")
    overview: Mapped[list[str]] = mapped_column(default=list)
    introduction: Mapped[str] = mapped_column(sa.Text, default="")
    language: Mapped[str] = mapped_column(sa.String(8), default="en")
    state: Mapped[str] = mapped_column(sa.String(12), default="planned")
    message: Mapped[str] = mapped_column(sa.String(2000), default="")
    join_code: Mapped[str] = mapped_column(sa.String(9), unique=True)
    walk_ins: Mapped[str] = mapped_column(sa.String(12), default="lobby")
    """`admit`: whoever has the code comes in; `lobby`: somebody lets them in."""
    drafts_for_chairs: Mapped[bool] = mapped_column(default=False)
    """Whether co-chairs read the drafts of a breakout room while it is open."""
    time_zone: Mapped[str] = mapped_column(sa.String(64), default="UTC")
    """Where the meeting's hours are told: a name of the IANA database."""
    video_link: Mapped[str] = mapped_column(sa.String(1000), default="")
    """Where the plenary's picture and sound are."""
    attribution: Mapped[str] = mapped_column(sa.String(40), default="not attributed")
    """What a new room says of naming speakers."""
    version: Mapped[int] = mapped_column(default=0)
    # Read when they are asked for: nearly every command locks the meeting, and hardly one needs its whole programme.
    co_chairs: Mapped[list[CoChair]] = relationship(order_by="CoChair.position")
    sessions: Mapped[list[MeetingSession]] = relationship(order_by="MeetingSession.position")

    @property
    def meeting_id(self) -> int:
        """Give the meeting's own id: it is a subject like what is in it."""
        return self.id


class RetiredCode(Base):
    """A code that a meeting had before: whoever types it is told so, and no other meeting gets it."""

    __tablename__ = "retired_code"
    code: Mapped[str] = mapped_column(sa.String(9), primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    at: Mapped[dt.datetime]


class CoChair(Base):
    """A delegation that co-chairs the meeting."""

    __tablename__ = "co_chair"
    meeting_id: Mapped[int] = reference("meeting.id", primary_key=True)
    delegation: Mapped[str] = mapped_column(sa.String(120), primary_key=True)
    position: Mapped[int]


class MeetingSession(Base):
    """A dated sitting of the meeting."""

    __tablename__ = "session"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    position: Mapped[int]
    title: Mapped[str] = mapped_column(sa.String(300))
    date: Mapped[dt.date | None]
    begins: Mapped[dt.time | None]
    """By the clock of the meeting's time zone."""
    ends: Mapped[dt.time | None]
    version: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(sa.String(12), default="planned")
    opened_at: Mapped[dt.datetime | None]
    closed_at: Mapped[dt.datetime | None]
    parts: Mapped[list[Part]] = relationship(order_by="Part.position")


class Part(Base):
    """One item of a session's run of show."""

    __tablename__ = "part"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    session_id: Mapped[int] = reference("session.id")
    position: Mapped[int]
    title: Mapped[str] = mapped_column(sa.String(300))
    kind: Mapped[str] = mapped_column(sa.String(12))
    minutes: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(sa.String(12), default="planned")
    started_at: Mapped[dt.datetime | None]
    ended_at: Mapped[dt.datetime | None]
    narrative: Mapped[str] = mapped_column(sa.Text, default="")
    version: Mapped[int] = mapped_column(default=0)
    """Counts the changes of the narrative; `plan_version` those of title, kind and minutes."""
    plan_version: Mapped[int] = mapped_column(default=0)
    edited_by: Mapped[int | None] = reference("person.id")
    edited_at: Mapped[dt.datetime | None]
    speakers: Mapped[list[Speaker]] = relationship(order_by="Speaker.position")


class Speaker(Base):
    """Somebody on the programme of a part; the name may be empty where only the office is known."""

    __tablename__ = "speaker"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    part_id: Mapped[int] = reference("part.id")
    position: Mapped[int]
    name: Mapped[str] = mapped_column(sa.String(120), default="")
    title: Mapped[str] = mapped_column(sa.String(300), default="")
    delegation: Mapped[str] = mapped_column(sa.String(120), default="")
    minutes: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=0)

"""Table: rooms."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, reference


class Room(Base):
    """Where people talk and a rapporteur writes.

    A plenary floor has no round, and everybody in the meeting is in it.
    """

    __tablename__ = "room"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    part_id: Mapped[int] = reference("part.id")
    round_id: Mapped[int | None] = reference("round.id")
    kind: Mapped[str] = mapped_column(sa.String(12), default="breakout")
    number: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(sa.String(300))
    question: Mapped[str] = mapped_column(sa.String(2000), default="")
    moderated_by: Mapped[str] = mapped_column(sa.String(120), default="")
    video_link: Mapped[str] = mapped_column(sa.String(1000), default="")
    capacity: Mapped[int] = mapped_column(default=0)
    """So many places; 0 where there is no limit."""
    attribution: Mapped[str] = mapped_column(sa.String(40), default="not attributed")
    version: Mapped[int] = mapped_column(default=0)
    """Counts the changes of number, title, question and the like; `text_version` those of the text."""
    state: Mapped[str] = mapped_column(sa.String(12), default="planned")
    opened_at: Mapped[dt.datetime | None]
    ends_at: Mapped[dt.datetime | None]
    closed_at: Mapped[dt.datetime | None]
    report: Mapped[str] = mapped_column(sa.String(12), default="waiting")
    help: Mapped[str] = mapped_column(sa.String(2000), default="")
    help_since: Mapped[dt.datetime | None]
    narrative: Mapped[str] = mapped_column(sa.Text, default="")
    lead_in: Mapped[str] = mapped_column(sa.Text, default="")
    text_version: Mapped[int] = mapped_column(default=0)
    text_edited_by: Mapped[int | None] = reference("person.id")
    text_edited_at: Mapped[dt.datetime | None]

    @property
    def room_id(self) -> int:
        """Give the room's own id: it is a subject like what is in it."""
        return self.id

"""Table: rounds."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, reference


class Round(Base):
    """The breakout rooms of one part, which open and close together."""

    __tablename__ = "round"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    part_id: Mapped[int] = reference("part.id")
    position: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(sa.String(12), default="planned")
    minutes: Mapped[int] = mapped_column(default=45)
    policy: Mapped[str] = mapped_column(sa.String(12), default="assigned")
    """`assigned`: the secretariat gives the places; `choice`: people choose until the round opens or `choose_until`."""
    choose_until: Mapped[dt.datetime | None]
    opened_at: Mapped[dt.datetime | None]
    closing_at: Mapped[dt.datetime | None]
    """When the rooms close, once everybody is being called back."""
    closed_at: Mapped[dt.datetime | None]

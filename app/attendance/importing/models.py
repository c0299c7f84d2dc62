"""The table of imports: what each row of a file became, so that all of it can be taken back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, reference


class RosterImport(Base):
    """One import of a roster into a meeting."""

    __tablename__ = "roster_import"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    file: Mapped[str] = mapped_column(sa.String(300))
    digest: Mapped[str] = mapped_column(sa.String(64))
    """The SHA-256 of the file as it came."""
    at: Mapped[dt.datetime]
    by_id: Mapped[int | None] = reference("person.id")
    rows: Mapped[list[Any]]
    """By row: {row, became, person?, filled?: {field: what it was before}, why?}."""
    undone_at: Mapped[dt.datetime | None]
    undone_by_id: Mapped[int | None] = reference("person.id")
    kept: Mapped[list[str]] = mapped_column(default=list)
    """Names of those who had come in before it was taken back, and therefore stayed."""

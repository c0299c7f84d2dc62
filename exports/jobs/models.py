"""Tables: exports asked for, being made, made, and the files of those that several processes give out."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, reference


class Export(Base):
    """A document somebody asked for. A server that was killed meanwhile makes it after its next start."""

    __tablename__ = "export"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    format: Mapped[str] = mapped_column(sa.String(12))
    state: Mapped[str] = mapped_column(sa.String(12), default="waiting")
    step: Mapped[str] = mapped_column(sa.String(120), default="")
    page: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[dt.datetime]
    person_id: Mapped[int | None] = reference("person.id")
    bytes: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str] = mapped_column(sa.String(64), default="")
    pages: Mapped[int] = mapped_column(default=0)
    draft: Mapped[bool] = mapped_column(default=True)
    why: Mapped[str] = mapped_column(sa.String(600), default="")


class ExportFile(Base):
    """A finished file, where several processes serve: any of them can be asked for it."""

    __tablename__ = "export_file"
    export_id: Mapped[int] = mapped_column(
        sa.ForeignKey("export.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    data: Mapped[bytes]

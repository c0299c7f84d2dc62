"""Tables: a person's words for a section, and clearances by co-chairs."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, reference


class SectionText(Base):
    """What a person wrote in place of a compiled section; recompiling never touches it."""

    __tablename__ = "section_text"
    meeting_id: Mapped[int] = reference("meeting.id", primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    body: Mapped[str] = mapped_column(sa.Text)
    base: Mapped[str] = mapped_column(sa.String(64))
    """The digest of the compiled text that the person had before them."""
    version: Mapped[int] = mapped_column(default=1)
    restored: Mapped[bool] = mapped_column(default=False)
    """The compiled text stands again; the words are kept for whoever wants them back."""
    edited_by: Mapped[int | None] = reference("person.id")
    edited_at: Mapped[dt.datetime]


class Clearance(Base):
    """That a co-chair cleared this very text; a word changed later, and it stands no more."""

    __tablename__ = "clearance"
    meeting_id: Mapped[int] = reference("meeting.id", primary_key=True)
    delegation: Mapped[str] = mapped_column(sa.String(120), primary_key=True)
    digest: Mapped[str] = mapped_column(sa.String(64))
    person_id: Mapped[int] = reference("person.id")
    at: Mapped[dt.datetime]

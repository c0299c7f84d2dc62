"""Table: machines that show a code and wait to become a big screen."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, reference


class Pairing(Base):
    """A machine that shows a code. Its cookie holds a secret, this row the digest."""

    __tablename__ = "pairing"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(sa.String(6), unique=True)
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)
    label: Mapped[str] = mapped_column(sa.String(80), default="")
    until: Mapped[dt.datetime]
    person_id: Mapped[int | None] = reference("person.id")
    """The big screen that it became."""

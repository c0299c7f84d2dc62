"""Table: what is on the big screen."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, reference


class Stage(Base):
    """What a meeting's big screen shows; a meeting without a row follows its run of show."""

    __tablename__ = "stage"
    meeting_id: Mapped[int] = reference("meeting.id", primary_key=True, index=False)
    view: Mapped[str] = mapped_column(sa.String(16), default="auto")
    look: Mapped[str] = mapped_column(sa.String(12), default="auto")
    """`dark` or `bright` by the light in the hall; `auto` is as the hall's machine is set."""

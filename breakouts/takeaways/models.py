"""Table: takeaways."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, reference
from breakouts.rooms.models import Room

# Positions are compared byte by byte, as the browsers do; a database's own language would sort "a" before "B".
_KEY = sa.String(80).with_variant(sa.String(80, collation="C"), "postgresql")


class Takeaway(Base):
    """A point of a room, or a proposal of one."""

    __tablename__ = "takeaway"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = reference("meeting.id")
    room_id: Mapped[int] = reference("room.id")
    kind: Mapped[str] = mapped_column(sa.String(40))
    text: Mapped[str] = mapped_column(sa.Text)
    tags: Mapped[list[str]] = mapped_column(default=list)
    position: Mapped[str] = mapped_column(_KEY, default="")
    """Where it stands in its room's list; empty while it is no more than a proposal."""
    state: Mapped[str] = mapped_column(sa.String(12), default="draft")
    """`draft`, `approved`, `proposed` or `declined`."""
    after_close: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    """Counts the changes of text, kind and tags."""
    author_id: Mapped[int] = reference("person.id")
    captured_at: Mapped[dt.datetime]
    edited_by: Mapped[int | None] = reference("person.id")
    edited_at: Mapped[dt.datetime | None]
    proposed_text: Mapped[str | None] = mapped_column(sa.Text)
    """The words a participant sent; nothing where the room's team wrote the point itself."""
    sources: Mapped[list[int]] = mapped_column(default=list)
    """The points it was merged from, in the order of the list."""
    merged_into: Mapped[int | None] = reference("takeaway.id")
    removed_by: Mapped[int | None] = reference("person.id")
    removed_at: Mapped[dt.datetime | None]
    room: Mapped[Room] = relationship()

    @property
    def listed(self) -> bool:
        """Say whether it stands in the room's list now."""
        return self.state in {"draft", "approved"} and self.removed_at is None and self.merged_into is None

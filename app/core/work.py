"""One command at work: its transaction, who asks, and which rows it touches."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

from app.core import audience, events
from app.core.journal import RIGHTS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from app.core.actor import Actor

Row = TypeVar("Row")

Key = tuple[str, str, str]
"""Stream, type and id of a thing."""


@dataclass
class Work:
    """What a command's body is given.

    It says `add` and `change`; what is told, to whom, follows from the rows themselves.
    """

    db: Session
    actor: Actor
    at: dt.datetime
    notices: list[str] = field(default_factory=list)
    about: str = ""
    person_id: int | None = None
    meeting_id: int | None = None
    room_id: int | None = None
    recheck: set[int] = field(default_factory=set)
    undo: list[dict[str, Any]] | None = None
    cache: dict[Any, Any] = field(default_factory=dict)
    _seen: dict[Key, dict[str, Any]] = field(default_factory=dict)
    _rows: dict[int, Any] = field(default_factory=dict)

    def add(self, row: Row) -> Row:
        """Keep a new row; it has its id afterwards."""
        self._rows[id(row)] = row
        self.db.add(row)
        self.db.flush()
        return row

    def add_all(self, rows: Sequence[Any]) -> None:
        """Keep many new rows in one go."""
        self._rows.update((id(row), row) for row in rows)
        self.db.add_all(rows)
        self.db.flush()

    def change(self, row: Row) -> Row:
        """Announce that this row, or what is shown of it, is about to change. Call it before the change."""
        if id(row) not in self._rows:
            self._rows[id(row)] = row
            for stream, view in audience.views_of(self.db, row):
                self._seen.setdefault((stream, view.type, str(view.id)), view.thing())
        return row

    def happened(self, event: object) -> None:
        """Let the subjects above react to this, in the same transaction."""
        for listener in events.listeners(type(event)):
            listener(event, self)

    def rights_changed(self, person_id: int) -> None:
        """Announce that this person's live connections must be checked again for what they may hear."""
        self.recheck.add(person_id)

    def changes(self) -> dict[str, list[dict[str, Any]]]:
        """Give what each stream must be told: the difference between what was seen before and what is seen now."""
        self.db.flush()
        now: dict[Key, dict[str, Any]] = {}
        for row in self._rows.values():
            if sa.inspect(row).persistent:
                for stream, view in audience.views_of(self.db, row):
                    now[stream, view.type, str(view.id)] = view.thing()
        changes = _differences(self._seen, now)
        if self.recheck:
            changes[RIGHTS] = [{"recheck": sorted(self.recheck)}]
        return changes

    def undeclared(self) -> list[Any]:
        """Give rows that are shown to somebody and were changed without a word: a mistake of the command."""
        touched = [*self.db.new, *(row for row in self.db.dirty if self.db.is_modified(row)), *self.db.deleted]
        return [row for row in touched if audience.projected(type(row)) and id(row) not in self._rows]


def _differences(seen: dict[Key, dict[str, Any]], now: dict[Key, dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for key, thing in now.items():
        if seen.get(key) != thing:
            changes.setdefault(key[0], []).append({"put": thing})
    for key, thing in seen.items():
        if key not in now:
            changes.setdefault(key[0], []).append({"drop": {"type": thing["type"], "id": thing["id"]}})
    return changes

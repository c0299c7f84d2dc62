"""What an act does to points, step by step, kept so that it can be undone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.core import clock

if TYPE_CHECKING:
    from app.core.work import Work
    from breakouts.takeaways.models import Takeaway

PLAIN = ("text", "kind", "tags", "position", "state", "merged_into", "edited_by")
"""What is kept of a point as it stands in its row."""


@dataclass
class Trace:
    """Announces changes of points to the work, and remembers how they were before."""

    work: Work
    _rows: dict[int, tuple[Takeaway, dict[str, Any] | None]] = field(default_factory=dict)

    def add(self, row: Takeaway) -> Takeaway:
        """Keep a new point."""
        self.work.add(row)
        self._rows[row.id] = (row, None)
        return row

    def change(self, row: Takeaway) -> Takeaway:
        """Announce that the point is about to change."""
        self.work.change(row)
        self._rows.setdefault(row.id, (row, state_of(row)))
        return row

    def keep(self) -> None:
        """Make the act one that can be undone: each point with its state before (None: it was not there) and after."""
        steps = [{"id": row.id, "before": before, "after": state_of(row)} for row, before in self._rows.values()]
        self.work.undo = [step for step in steps if step["before"] != step["after"]] or None


def state_of(row: Takeaway) -> dict[str, Any]:
    """Give what an act may change of a point, as plain JSON values."""
    state = {name: getattr(row, name) for name in PLAIN}
    edited_at = clock.iso(row.edited_at) if row.edited_at else None
    return state | {"tags": list(row.tags), "removed": row.removed_at is not None, "edited_at": edited_at}


def bring_back(row: Takeaway, state: dict[str, Any], work: Work) -> None:
    """Give the point the state that was kept; new words, kind or tags count as a new version."""
    if any(getattr(row, name) != state[name] for name in ("text", "kind", "tags")):
        row.version += 1
    for name in PLAIN:
        setattr(row, name, state[name])
    row.edited_at = dt.datetime.fromisoformat(state["edited_at"]) if state["edited_at"] else None
    take_off(row, work) if state["removed"] else put_back(row)


def take_off(row: Takeaway, work: Work) -> None:
    """Take the point off the list; it stays in the database."""
    row.removed_by, row.removed_at = work.actor.person_id, work.at


def put_back(row: Takeaway) -> None:
    """Let the point be on the list again."""
    row.removed_by = row.removed_at = None

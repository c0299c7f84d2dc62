"""Who asks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """A person in a meeting, the program itself (`system`), or nobody yet.

    Rights are never here: they are read at each ask.
    """

    person_id: int | None = None
    meeting_id: int | None = None
    session_id: int | None = None
    system: bool = False

    @property
    def key(self) -> str:
        """Name the actor for order and idempotency: one person's asks are carried out in the order they were asked."""
        if self.system:
            return "system"
        return f"person:{self.person_id}" if self.person_id else "nobody"


SYSTEM = Actor(system=True)
NOBODY = Actor()

"""Who asks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """A person in a meeting, an account above the meetings, the program itself (`system`), or nobody yet.

    Rights are never here: they are read at each ask.
    """

    person_id: int | None = None
    meeting_id: int | None = None
    session_id: int | None = None
    system: bool = False
    account_id: int | None = None
    account_session_id: int | None = None

    @property
    def key(self) -> str:
        """Name the actor for order and idempotency: one person's asks are carried out in the order they were asked."""
        if self.system:
            return "system"
        if self.person_id:
            return f"person:{self.person_id}"
        return f"account:{self.account_id}" if self.account_id else "nobody"

    @property
    def may_repeat(self) -> bool:
        """Say whether an ask of theirs may come twice; the program's own and those of the front door are always new."""
        return self.key not in {"system", "nobody"}


SYSTEM = Actor(system=True)
NOBODY = Actor()

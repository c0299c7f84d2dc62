"""What happens to people that the meeting above must know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.accounts.models import Person, WebSession


@dataclass(frozen=True)
class PersonAdmitted:
    """A person was let in, by somebody or by their own link; perhaps they were waiting with a browser open."""

    person: Person


@dataclass
class CameByCode:
    """Somebody typed a meeting's code; the meeting that has it makes the person and puts them here."""

    code: str
    name: str
    delegation: str
    before: WebSession | None = None
    """The session that this browser had before, be it one that has ended."""
    person: Person | None = None

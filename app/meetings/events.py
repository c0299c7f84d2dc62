"""What happens in a meeting that the subjects above react to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.meetings.models import MeetingSession, Part


@dataclass(frozen=True)
class SessionOpened:
    """A dated session was opened."""

    session: MeetingSession


@dataclass(frozen=True)
class SessionClosed:
    """A dated session was closed."""

    session: MeetingSession


@dataclass(frozen=True)
class PartAdded:
    """A part was put into the run of show."""

    part: Part


@dataclass(frozen=True)
class PartNarrating:
    """Somebody is about to write the narrative of a part; whoever knows rooms refuses who has no task in it."""

    part: Part


@dataclass(frozen=True)
class PersonRemoved:
    """A person was put out of the meeting."""

    person: Person


@dataclass(frozen=True)
class NameChanging:
    """A person's name is about to be mended, or to vanish with them: whatever shows it, shows something else then."""

    person: Person


@dataclass(frozen=True)
class RoomsNamed:
    """A report says that people were in these rooms; whoever knows rooms refuses those of another meeting."""

    meeting_id: int
    rooms: frozenset[int]


@dataclass(frozen=True)
class RolesChanging:
    """A person is about to get or lose a role, in this room where it is one of a room."""

    person: Person
    room_id: int | None

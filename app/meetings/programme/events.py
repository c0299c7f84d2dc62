"""What happens to the programme that the subjects above react to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.meetings.models import MeetingSession, Part


@dataclass(frozen=True)
class SessionWeighed:
    """A session may be taken out: whoever keeps something of it says so, in a sentence each."""

    session: MeetingSession
    holds: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class PartWeighed:
    """A part may be taken out, or get another kind: whoever keeps something of it says so, in a sentence each."""

    part: Part
    holds: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class PartGoing:
    """Nothing is held of the part: whoever laid something out for it takes it away."""

    part: Part


@dataclass(frozen=True)
class PartReplanned:
    """A part has another title or other minutes."""

    part: Part

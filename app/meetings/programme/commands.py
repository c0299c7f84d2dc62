"""Everything that is done to the programme: importing this declares all of it."""

from __future__ import annotations

from app.meetings.programme import basics, parts, sessions, speakers

__all__ = ["basics", "parts", "sessions", "speakers"]

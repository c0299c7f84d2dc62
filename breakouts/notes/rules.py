"""Who keeps notes on a room."""

from __future__ import annotations

from app.meetings.rules import the_chairs
from breakouts.rooms.rules import staff_on_the_floor, the_team

the_note_takers = the_team | the_chairs | staff_on_the_floor
"""The room's team and the chairs, each for themselves; on the plenary floor the whole staff."""
